#include "accounting/overselling.h"

#include <fmt/format.h>

#include "accounting/overselling_text.h"
#include "cli/accounting_commands.h"
#include "cli/journal_file.h"
#include "cli/journal_options.h"
#include "cli/ndc_period.h"
#include "cli/on_threads.h"
#include "cli/page_options.h"
#include "cli/served_party.h"
#include "cli/terminal.h"
#include "files/html/overselling_html.h"
#include "files/programme/outlook.h"
#include "reporting/aef_text.h"

namespace openitmo::cli {

namespace {

using accounting::Outlook;
using accounting::OversellingRequest;
using accounting::OversellingView;

std::optional<Outlook> read_outlook(const Terminal& terminal, const std::string& path) {
  auto outlook = files::load_outlook(path);
  if (outlook) return *std::move(outlook);
  fmt::print(stderr, "{}\n", outlook.error().to_text(terminal.language()));
  return std::nullopt;
}

PartyId party_of(const ledger::Ledger& ledger, const OversellingOptions& options,
                 const Outlook& outlook) {
  const PartyId party = served_party(ledger, options.journal, options.party);
  if (outlook.party != party)
    throw files::FileError(
        options.outlook,
        Text({"it is the outlook of {}", "ce sont les perspectives de {}"}, outlook.party.view()),
        Text({"name the one of {}", "nommez celles de {}"}, options.party));
  return party;
}

void show(Terminal& terminal, const OversellingView& view, bool demonstration) {
  const Language language = terminal.language();
  if (demonstration) terminal.banner(terminal.say(words::kDemonstration));
  terminal.line(terminal.say(target_sentence(view)));
  terminal.line("");
  terminal.table(stage_rows(view, language));
  terminal.line("");
  terminal.line(terminal.say(overselling_sentence(view)));
  terminal.line("");
  terminal.table(authorizable_rows(view, language));
  terminal.line("");
  terminal.table(variance_rows(view, language));
  terminal.line("");
  terminal.table(term_rows(view, language), {false, true, false, false});
}

}  // namespace

int overselling(const OversellingOptions& options) {
  Terminal terminal(options.language);
  refuse_output_of_text(options.format, options.output);
  const auto outlook = read_outlook(terminal, options.outlook);
  if (!outlook) return kCannot;
  const auto keys = keys_of_journal(options.journal, options.keys);
  const ledger::Ledger ledger = open_file(options.journal, keys, options.language).ledger;
  const PartyId party = party_of(ledger, options, *outlook);
  const OversellingRequest request{.confidences_percent = options.confidences_percent,
                                   .seed = options.draws.seed,
                                   .draws = options.draws.draws_max,
                                   .for_each = on_threads(options.draws.threads)};
  const auto view = accounting::overselling_view(
      accounting::account(ledger, party, settings_of_period(ledger, party, options.period_year)),
      accounting::outstanding_authorizations(ledger, party, ledger.last_recorded_at().date()),
      *outlook, request);
  if (!view) {
    for (const Text& missing : view.error()) fmt::print(stderr, "{}\n", terminal.say(missing));
    return kCannot;
  }
  const bool demonstration = outlook->demonstration || is_demonstration(ledger);
  const std::string_view line =
      demonstration ? std::string_view(reporting::kDemonstrationLine) : std::string_view();
  if (options.format == "json")
    write_output(options.output, overselling_json(*view, request, line));
  else if (options.format == "html")
    write_output(options.output, files::overselling_html(*view, request, line, options.language));
  else
    show(terminal, *view, demonstration);
  return kDone;
}

}  // namespace openitmo::cli
