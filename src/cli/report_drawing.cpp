#include "cli/report_drawing.h"

#include <algorithm>
#include <fmt/format.h>
#include <limits>

#include "cli/inclusion.h"
#include "cli/journal_file.h"
#include "cli/read_acts.h"
#include "cli/report_language.h"
#include "files/programme/statements.h"
#include "journal/hash.h"
#include "journal/proof_file.h"
#include "registry/submissions.h"
#include "reporting/annual_information.h"
#include "reporting/authorization_letter.h"
#include "reporting/certificate.h"
#include "reporting/party_reports.h"

namespace openitmo::cli {

using reporting::OfficialDocument;
using reporting::ReportInputs;

namespace {

constexpr std::uint64_t kAllEntries = std::numeric_limits<std::uint64_t>::max();

[[noreturn]] void refuse_option(const std::string& option, const Words& what, const Text& remedy) {
  throw files::FileError(option, what, remedy);
}

}  // namespace

ReportDrawing::ReportDrawing(const DrawReportOptions& options)
    : options_(options),
      keys_(keys_of_journal(options.journal, options.keys)),
      now_(state_at(options.at_entry == 0 ? kAllEntries : options.at_entry)),
      date_(day_or_today(options.date)) {}

bool ReportDrawing::read_statements() {
  statements_.party = now_->accounts.party;
  if (options_.statements.empty()) return true;
  auto read = files::read_statements(options_.statements, now_->accounts.party);
  if (!read) {
    fmt::print(stderr, "{}\n", read.error().to_text(options_.language));
    return false;
  }
  statements_ = *std::move(read);
  return true;
}

OfficialDocument ReportDrawing::document() {
  if (options_.kind == "initial") return reporting::initial_report(inputs_of(*now_));
  if (options_.kind == "updated-initial") return updated_initial_report();
  if (options_.kind == "regular") return regular_information();
  if (options_.kind == "annual") return annual_information();
  if (options_.kind == "certificate") return certificate();
  return authorization();
}

reporting::Table4 ReportDrawing::table_4() const { return reporting::table_4(inputs_of(*now_)); }

std::unique_ptr<ReportState> ReportDrawing::state_at(std::uint64_t entry_count) const {
  return report_state(options_.journal, keys_, options_.party, entry_count, options_.period_year);
}

ReportInputs ReportDrawing::inputs_of(const ReportState& state) const {
  return {.ledger = state.ledger,
          .accounts = state.accounts,
          .statements = statements_,
          .entries = state.entries,
          .date = date_,
          .language = report_language_of(options_.report_language, options_.language),
          .with_confidential = options_.with_confidential};
}

const ledger::Recorded<SubmitInitialReport>* ReportDrawing::submitted(
    CooperativeApproachId approach) const {
  const ledger::ApproachState* state = now_->ledger.find_approach(approach);
  if (state == nullptr) return nullptr;
  const auto found = state->initial_reports.find(now_->accounts.party);
  return found == state->initial_reports.end() ? nullptr : &found->second;
}

const ledger::Recorded<SubmitInitialReport>* ReportDrawing::first_submitted() const {
  const ledger::Recorded<SubmitInitialReport>* first = nullptr;
  for (const auto approach : reporting::approaches_of(now_->ledger, now_->accounts.party))
    if (const auto* report = submitted(approach))
      if (first == nullptr || report->entry < first->entry) first = report;
  return first;
}

CooperativeApproachId ReportDrawing::asked_approach() const {
  const auto own = reporting::approaches_of(now_->ledger, now_->accounts.party);
  const auto asked = CooperativeApproachId::parse(options_.approach);
  if (asked && std::ranges::find(own, *asked) != own.end()) return *asked;
  if (options_.approach.empty() && own.size() == 1) return own.front();
  std::string codes;
  for (const auto approach : own)
    codes += fmt::format("{}{}", codes.empty() ? "" : ", ", approach.view());
  refuse_option(options_.approach.empty() ? "--approach" : options_.approach,
                {"the Party takes part in no such cooperative approach, or in several",
                 "la Partie ne participe pas à cette démarche concertée, ou à plusieurs"},
                Text({"name one of {}", "nommez l'une de {}"}, codes));
}

std::string ReportDrawing::approach_to_name() const {
  if (!options_.approach.empty()) return options_.approach;
  const auto own = reporting::approaches_of(now_->ledger, now_->accounts.party);
  return own.size() == 1 ? own.front().to_string() : "APPROACH";
}

OfficialDocument ReportDrawing::updated_initial_report() const {
  const CooperativeApproachId approach = asked_approach();
  const auto* report = submitted(approach);
  const ReportInputs inputs = inputs_of(*now_);
  if (report == nullptr) return reporting::updated_initial_report(inputs, approach, nullptr);
  const auto then = state_at(report->entry);
  const OfficialDocument earlier =
      reporting::updated_initial_report(inputs_of(*then), approach, nullptr);
  return reporting::updated_initial_report(inputs, approach, &earlier);
}

accounting::Period ReportDrawing::regular_years() const {
  const int last = options_.last_year == 0 ? date_.year().value() - 1 : options_.last_year;
  const int first = options_.first_year == 0 ? last - 1 : options_.first_year;
  return {CalendarYear(first), CalendarYear(last)};
}

OfficialDocument ReportDrawing::regular_information() const {
  const accounting::Period span = regular_years();
  if (span.first > span.last)
    refuse_option(
        "--from-year",
        {"the first year is after the last one", "la première année est après la dernière"},
        Words("give the earlier year with --from-year",
              "donnez l'année la plus ancienne avec --from-year"));
  const auto* report = first_submitted();
  const ReportInputs inputs = inputs_of(*now_);
  if (report == nullptr) return reporting::regular_information(inputs, span, nullptr);
  const auto then = state_at(report->entry);
  const OfficialDocument earlier = reporting::initial_report(inputs_of(*then));
  return reporting::regular_information(inputs, span, &earlier);
}

// As the last version for the year froze; where none was sent, as things are.
OfficialDocument ReportDrawing::annual_information() const {
  const CalendarYear year(options_.last_year == 0 ? date_.year().value() - 1 : options_.last_year);
  reporting::SubmissionVersion version;
  Date date = date_;
  std::uint64_t entry_count = now_->ledger.entry_count();
  for (const auto& sent : now_->ledger.submissions())
    if (sent.record.party == now_->accounts.party && sent.record.year == year) {
      version = {sent.record.major, sent.record.minor};
      date = sent.effective;
      entry_count = sent.entry;
    }
  ledger::Ledger at_freeze, at_year_end;
  replay_file(options_.journal, keys_, [&](const ledger::Entry& entry) {
    if (entry.number >= entry_count) return;
    at_freeze.apply(entry);
    if (registry::in_view(entry, Date(year.value(), 12, 31))) at_year_end.apply(entry);
  });
  return reporting::annual_information(
      inputs_of(*now_),
      reporting::draw(at_freeze, at_year_end, now_->accounts.party, year, version, date));
}

OfficialDocument ReportDrawing::authorization() const {
  std::string known;
  std::string asked = options_.authorization;
  for (const ledger::Authorization& one : now_->ledger.authorizations()) {
    if (one.latest().party != now_->accounts.party) continue;
    if (asked.empty()) asked = one.latest().authorization;
    known += fmt::format("{}{}", known.empty() ? "" : ", ", one.latest().authorization);
  }
  const ReportInputs inputs = inputs_of(*now_);
  std::optional<std::uint32_t> version;
  if (options_.authorization_version != 0) version = options_.authorization_version;
  const auto drawn = options_.kind == "authorization-letter"
                         ? reporting::authorization_letter(inputs, asked, version)
                         : reporting::authorization_statement(inputs, asked);
  if (drawn) return *drawn;
  refuse_option(asked.empty() ? "--authorization" : asked,
                {"the Party has no such authorization, or not this version of it",
                 "la Partie n'a pas cette autorisation, ou pas cette version"},
                known.empty() ? Text(Words("record one first", "enregistrez-en une d'abord"))
                              : Text({"name one of {}", "nommez l'une de {}"}, known));
}

OfficialDocument ReportDrawing::certificate() {
  const auto entry = static_cast<std::uint64_t>(options_.entry);
  if (options_.entry < 0)
    refuse_option("--entry", {"no entry is named", "aucune écriture n'est nommée"},
                  Words("give the entry of the use or cancellation with --entry",
                        "donnez l'écriture de l'utilisation ou de l'annulation avec --entry"));
  if (is_export(options_.journal))
    refuse_option(options_.journal,
                  {"an export keeps no tree to prove an entry from",
                   "un export ne garde pas d'arbre d'où prouver une écriture"},
                  Words("name the journal itself, such as SEN01.itmo",
                        "nommez le journal lui-même, comme SEN01.itmo"));
  auto store = storage::SqliteStore::open_read_only(options_.journal);
  proof_ = inclusion_proof(store, options_.journal, entry);
  const auto proven = journal::check_inclusion(proof_, keys_);
  if (!proven)
    throw files::FileError(
        options_.journal, proven.error().message(),
        Words("give the registry's keys with --key", "donnez les clés du registre avec --key"));
  const auto drawn = reporting::certificate(
      inputs_of(*now_), {.entry = entry,
                         .leaf_sha256 = journal::to_hex(proven->leaf),
                         .origin = proven->checkpoint.origin,
                         .tree_size = proven->checkpoint.size,
                         .root_sha256 = journal::to_hex(proven->checkpoint.root)});
  if (drawn) return *drawn;
  refuse_option(fmt::format("--entry {}", entry),
                {"it records no use or cancellation by the Party that still stands",
                 "elle n'enregistre ni utilisation ni annulation de la Partie qui tienne encore"},
                Words("find the entry with itmo statement ACCOUNT",
                      "trouvez l'écriture avec itmo statement COMPTE"));
}

}  // namespace openitmo::cli
