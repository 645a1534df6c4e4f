#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <limits>

#include "cli/commands.h"
#include "cli/journal_file.h"
#include "cli/read_acts.h"
#include "cli/report_commands.h"
#include "cli/report_state.h"
#include "cli/terminal.h"
#include "files/html/official_html.h"
#include "files/output.h"
#include "files/programme/statements.h"
#include "journal/hash.h"
#include "reporting/party_reports.h"

namespace openitmo::cli {

namespace {

using reporting::OfficialDocument;
using reporting::ReportInputs;
using reporting::Statements;

ReportLanguage language_of(const DrawReportOptions& options) {
  for (const ReportLanguage language : kReportLanguages)
    if (options.report_language == code_of(language)) return language;
  return options.language == Language::fr ? ReportLanguage::fr : ReportLanguage::en;
}

Date date_of(const DrawReportOptions& options) {
  if (options.date.empty()) return recording_time().date();
  const auto date = Date::parse(options.date);
  if (!date)
    throw files::FileError(options.date, Words("this is no day", "ce n'est pas un jour"),
                           Words("write it as 2027-04-10", "écrivez-le comme 2027-04-10"));
  return *date;
}

// Draws documents of one Party from one journal, of today and of earlier moments.
class Drawing {
 public:
  Drawing(const DrawReportOptions& options)
      : options_(options),
        keys_(keys_of_journal(options.journal, options.keys)),
        now_(state_at(options.at_entry == 0 ? std::numeric_limits<std::uint64_t>::max()
                                            : options.at_entry)),
        date_(date_of(options)) {}

  // Nothing, and the problems are shown, where the statements cannot be read.
  bool read_statements() {
    statements_.party = now_->accounts.party;
    if (options_.statements.empty()) return true;
    auto read = files::read_statements(options_.statements, now_->accounts.party);
    if (read) {
      statements_ = *std::move(read);
      return true;
    }
    fmt::print(stderr, "{}\n", read.error().to_text(options_.language));
    return false;
  }

  OfficialDocument draw() const {
    const ReportInputs inputs = inputs_of(*now_);
    if (options_.kind == "initial") return reporting::initial_report(inputs);
    if (options_.kind == "updated-initial") return updated_initial(inputs);
    return regular(inputs);
  }

 private:
  std::unique_ptr<ReportState> state_at(std::uint64_t entry_count) const {
    return report_state(options_.journal, keys_, options_.party, entry_count);
  }

  ReportInputs inputs_of(const ReportState& state) const {
    return {.ledger = state.ledger,
            .accounts = state.accounts,
            .statements = statements_,
            .entries = state.entries,
            .date = date_,
            .language = language_of(options_),
            .with_confidential = options_.with_confidential};
  }

  const ledger::Recorded<SubmitInitialReport>* submitted(CooperativeApproachId approach) const {
    const ledger::ApproachState* state = now_->ledger.find_approach(approach);
    if (state == nullptr) return nullptr;
    const auto found = state->initial_reports.find(now_->accounts.party);
    return found == state->initial_reports.end() ? nullptr : &found->second;
  }

  // The Party's first one.
  const ledger::Recorded<SubmitInitialReport>* first_submitted() const {
    const ledger::Recorded<SubmitInitialReport>* first = nullptr;
    for (const auto approach : reporting::approaches_of(now_->ledger, now_->accounts.party))
      if (const auto* report = submitted(approach))
        if (first == nullptr || report->entry < first->entry) first = report;
    return first;
  }

  CooperativeApproachId asked_approach() const {
    const auto own = reporting::approaches_of(now_->ledger, now_->accounts.party);
    const auto asked = CooperativeApproachId::parse(options_.approach);
    if (asked && std::ranges::find(own, *asked) != own.end()) return *asked;
    if (options_.approach.empty() && own.size() == 1) return own.front();
    std::string codes;
    for (const auto approach : own)
      codes += fmt::format("{}{}", codes.empty() ? "" : ", ", approach.view());
    throw files::FileError(
        options_.approach.empty() ? "--approach" : options_.approach,
        Words("the Party takes part in no such cooperative approach, or in several",
              "la Partie ne participe pas à cette démarche concertée, ou à plusieurs"),
        Text({"name one of {}", "nommez l'une de {}"}, codes));
  }

  OfficialDocument updated_initial(const ReportInputs& inputs) const {
    const CooperativeApproachId approach = asked_approach();
    const auto* report = submitted(approach);
    if (report == nullptr) return reporting::updated_initial_report(inputs, approach, nullptr);
    const auto then = state_at(report->entry);
    const OfficialDocument earlier =
        reporting::updated_initial_report(inputs_of(*then), approach, nullptr);
    return reporting::updated_initial_report(inputs, approach, &earlier);
  }

  OfficialDocument regular(const ReportInputs& inputs) const {
    const int last = options_.last_year == 0 ? date_.year().value() - 1 : options_.last_year;
    const int first = options_.first_year == 0 ? last - 1 : options_.first_year;
    if (first > last)
      throw files::FileError(
          "--from-year",
          Words("the first year is after the last one", "la première année est après la dernière"),
          Words("give the earlier year with --from-year",
                "donnez l'année la plus ancienne avec --from-year"));
    const accounting::Period span{CalendarYear(first), CalendarYear(last)};
    const auto* report = first_submitted();
    if (report == nullptr) return reporting::regular_information(inputs, span, nullptr);
    const auto then = state_at(report->entry);
    const OfficialDocument earlier = reporting::initial_report(inputs_of(*then));
    return reporting::regular_information(inputs, span, &earlier);
  }

  const DrawReportOptions& options_;
  journal::LogKeys keys_;
  std::unique_ptr<ReportState> now_;
  Date date_;
  Statements statements_;
};

int show(Terminal& terminal, const DrawReportOptions& options, const OfficialDocument& document,
         std::string_view bytes) {
  if (document.demonstration) terminal.banner(terminal.say(words::kDemonstration));
  const auto missing = missing_items(document);
  for (const reporting::MissingItem& item : missing)
    terminal.line(fmt::format("  {} {}{} {}", item.number, item.part.paragraph, terminal.colon(),
                              item.part.what.in(language_of(options))));
  if (!missing.empty())
    terminal.line(terminal.say(
        Text({"DRAFT: {} parts are missing", "PROJET : il manque {} éléments"}, missing.size())));
  terminal.line(
      terminal.say(Text({"{}, as known at {} entries", "{}, tel que connu à {} écritures"},
                        options.output, document.entry_count)));
  terminal.line(fmt::format("SHA-256 {}", journal::to_hex(journal::sha256(bytes))));
  return missing.empty() ? kDone : kRefused;
}

}  // namespace

int draw_report(const DrawReportOptions& options) {
  Terminal terminal(options.language);
  Drawing drawing(options);
  if (!drawing.read_statements()) return kCannot;
  const OfficialDocument document = drawing.draw();
  const std::string page = files::official_html(document, language_of(options));
  files::write_file(options.output, page);
  return show(terminal, options, document, page);
}

}  // namespace openitmo::cli
