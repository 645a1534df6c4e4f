#include <algorithm>
#include <fmt/format.h>

#include "cli/aef_commands.h"
#include "cli/aef_files.h"
#include "cli/commands.h"
#include "cli/journal_file.h"
#include "cli/read_acts.h"
#include "cli/served_party.h"
#include "cli/terminal.h"
#include "files/aef/check_words.h"
#include "journal/hash.h"
#include "registry/submissions.h"
#include "reporting/cell_values.h"
#include "reporting/submission_check.h"

namespace openitmo::cli {

namespace {

namespace fs = std::filesystem;
using reporting::AefProfile;
using reporting::AefSubmission;
using reporting::SubmissionVersion;

[[noreturn]] void refuse(const std::string& where, const Text& what, const Text& remedy) {
  throw files::FileError(where, what, remedy);
}

// The submission that the journal records as sent, by Party, year and version.
using Sent = ledger::Recorded<ledger::SubmitAef>;

SubmissionVersion version_of(const Sent& sent) { return {sent.record.major, sent.record.minor}; }

std::vector<Sent> sent_for(const ledger::Ledger& ledger, PartyId party, CalendarYear year) {
  std::vector<Sent> all = ledger.submissions();
  std::erase_if(all, [&](const Sent& sent) {
    return sent.record.party != party || sent.record.year != year;
  });
  return all;
}

SubmissionVersion next_version(const std::vector<Sent>& sent) {
  if (sent.empty()) return {1, 0};
  SubmissionVersion last = version_of(sent.front());
  for (const Sent& one : sent) last = std::max(last, version_of(one));
  return {last.major, last.minor + 1};
}

// What is to be drawn: as it froze where the journal says that it was sent, else as things are.
struct Draw {
  PartyId party;
  CalendarYear year;
  SubmissionVersion version;
  Date date;
  std::uint64_t entry_count = 0;
  std::optional<Sent> sent;
};

Draw draw_of(const ledger::Ledger& ledger, const DrawAefOptions& options) {
  Draw draw{.party = served_party(ledger, options.journal, options.party),
            .year = CalendarYear(options.year),
            .version = {},
            .date = recording_time().date(),
            .entry_count = ledger.entry_count(),
            .sent = {}};
  const auto sent = sent_for(ledger, draw.party, draw.year);
  draw.version = next_version(sent);
  if (!options.version.empty()) {
    const auto asked = reporting::version_of(reporting::AefCell::of(options.version));
    if (!asked)
      refuse(options.version, Words("this is no version", "ce n'est pas une version"),
             Words("write it as 1.0", "écrivez-la comme 1.0"));
    draw.version = *asked;
    const auto same = std::ranges::find(sent, *asked, version_of);
    if (same != sent.end()) draw.sent = *same;
  }
  if (draw.sent) {
    draw.date = draw.sent->effective;
    draw.entry_count = draw.sent->entry;
  }
  if (options.at_entry != 0) draw.entry_count = std::min(draw.entry_count, options.at_entry);
  if (!options.date.empty()) draw.date = day_from(options.date);
  return draw;
}

AefSubmission drawn(const DrawAefOptions& options, const journal::LogKeys& keys, const Draw& draw) {
  reporting::DrawSettings settings;
  if (options.with_issued)
    settings.holdings_scope = reporting::DrawSettings::HoldingsScope::authorized_and_issued;
  settings.repeat_earlier_authorizations = !options.without_earlier_authorizations;
  return draw_as_known({.journal = options.journal,
                        .keys = keys,
                        .party = draw.party,
                        .year = draw.year,
                        .version = draw.version,
                        .date = draw.date,
                        .entry_count = draw.entry_count,
                        .settings = settings});
}

void show_rows(Terminal& terminal, const AefSubmission& submission) {
  const auto row = [&](reporting::AefTable table, std::size_t count) {
    return std::vector<std::string>{std::string(reporting::aef_table(table).heading),
                                    fmt::format("{}", count)};
  };
  terminal.table({{std::string(terminal.say(Words("table", "tableau"))),
                   std::string(terminal.say(Words("rows", "lignes")))},
                  row(reporting::AefTable::authorizations, submission.authorizations.size()),
                  row(reporting::AefTable::actions, submission.actions.size()),
                  row(reporting::AefTable::holdings, submission.holdings.size()),
                  row(reporting::AefTable::entities, submission.entities.size())});
  if (submission.actions.empty() && submission.holdings.empty())
    terminal.line(terminal.say(Words("A nil report: no action and no holding.",
                                     "Une déclaration néant : ni action ni détention.")));
}

// 1 where something is inconsistent.
int show_findings(Terminal& terminal, const AefSubmission& submission) {
  const Language language = terminal.language();
  const auto findings = check_submission(submission, AefProfile::xlsx_checker);
  for (const auto& finding : findings)
    terminal.line(fmt::format(
        "{} {}, {}{}{}{}{}", text_of(finding.rule).code,
        files::effect_words(finding.effect()).in(language), place_text(finding.at, language),
        colon(language), what(finding, language), semicolon(language), remedy(finding, language)));
  const auto mark = reporting::mark_of(findings);
  terminal.line(reporting::official_words(mark));
  return mark == reporting::CheckMark::inconsistent ? kRefused : kDone;
}

std::string hash_of_tables(const AefSubmission& submission) {
  journal::RunningSha256 hash;
  constexpr auto kProfile = AefProfile::xlsx_checker;
  write_aef_csv(render_rows(submission, kProfile), kProfile,
                [&](std::string_view piece) { hash.add(piece); });
  return journal::to_hex(hash.finish());
}

// Whether what was sent is what is drawn now; how to record a new one.
void show_record(Terminal& terminal, const DrawAefOptions& options, const Draw& draw,
                 const AefSubmission& submission) {
  const std::string hash = hash_of_tables(submission);
  if (draw.sent)
    return terminal.line(terminal.say(
        hash == draw.sent->record.content_sha256
            ? Text({"the same tables as sent (entry {})",
                    "les mêmes tableaux qu'envoyés "
                    "(écriture {})"},
                   draw.sent->entry)
            : Text({"other tables than sent (entry {}); other settings draw others",
                    "d'autres tableaux qu'envoyés (écriture {}) ; d'autres réglages en donnent "
                    "d'autres"},
                   draw.sent->entry)));
  terminal.line(terminal.say(
      Words("When it is sent, record that:", "Quand elle est envoyée, enregistrez-le :")));
  terminal.line(
      fmt::format("  itmo act submit_aef {} --key KEY --party {} --year {} --major {} --minor {} "
                  "--content-sha256 {} --effective-date {}",
                  options.journal, draw.party.view(), draw.year.value(), draw.version.major,
                  draw.version.minor, hash, draw.date.to_string()));
}

}  // namespace

int draw_aef(const DrawAefOptions& options) {
  Terminal terminal(options.language);
  const auto keys = keys_of_journal(options.journal, options.keys);
  const Draw draw = draw_of(open_file(options.journal, keys, options.language).ledger, options);
  const AefSubmission submission = drawn(options, keys, draw);
  const auto profile = parse_enum<AefProfile>(options.profile).value_or(AefProfile::xlsx_checker);
  const fs::path path =
      fs::path(options.output) / fmt::format("{}.{}", file_stem(submission), options.format);
  std::error_code cannot;  // then writing says so
  fs::create_directories(path.parent_path(), cannot);
  write_aef(render_rows(submission, profile), profile, path);
  if (submission.demonstration) terminal.banner(terminal.say(words::kDemonstration));
  terminal.line(
      terminal.say(Text({"{}, as known at {} entries", "{}, tel que connu à {} écritures"},
                        path.string(), draw.entry_count)));
  show_rows(terminal, submission);
  const int code = show_findings(terminal, submission);
  show_record(terminal, options, draw, submission);
  return code;
}

}  // namespace openitmo::cli
