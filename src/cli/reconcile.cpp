#include "registry/reconcile.h"

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/journal_file.h"
#include "cli/terminal.h"
#include "registry/quantity_in.h"

namespace openitmo::cli {

namespace {

registry::Reconciled read_side(const std::string& path, const std::vector<std::string>& keys) {
  registry::Reconciled side;
  side.state = replay_file(path, keys_of_journal(path, keys), [&](const ledger::Entry& entry) {
                 if (registry::is_exchanged(entry)) side.exchanged.push_back(entry);
               }).state;
  if (const auto& opened = side.state.ledger.registry()) side.registry = opened->registry;
  return side;
}

void show_totals(Terminal& terminal, const std::vector<registry::ReconciledTotal>& totals) {
  if (totals.empty())
    return terminal.line(terminal.say(
        Words("Neither sent the other anything.", "Aucun n'a rien envoyé à l'autre.")));
  const auto say = [&](const Words& words) { return std::string(terminal.say(words)); };
  std::vector<std::vector<std::string>> rows{{say({"from, to, series", "de, à, série"}),
                                              say({"sent", "envoyé"}), say({"received", "reçu"}),
                                              say({"on the way", "en route"})}};
  for (const auto& of : totals) {
    const auto units = [&](TonnesCo2eq quantity) {
      return terminal.say(registry::quantity_in(of.metric, quantity));
    };
    rows.push_back(
        {fmt::format("{} {} {}-{}-{}-{}", of.from.view(), of.to.view(), of.series.approach.view(),
                     of.series.registry.view(), of.series.party.view(), of.series.vintage.value()),
         units(of.sent_t_co2eq), units(of.received_t_co2eq), units(of.on_the_way_t_co2eq)});
  }
  terminal.table(rows);
}

void show_findings(Terminal& terminal, std::string_view mark,
                   const std::vector<registry::VerifyFinding>& findings) {
  for (const auto& finding : findings)
    terminal.line(fmt::format("{} {}{}{}", mark, terminal.say(finding.where), terminal.colon(),
                              terminal.say(finding.what)));
}

}  // namespace

int reconcile(const ReconcileOptions& options) {
  Terminal terminal(options.language);
  const auto one = read_side(options.journal, options.keys);
  const auto other = read_side(options.other, options.other_keys);
  const auto found = registry::reconcile(one, other);
  if (is_demonstration(one.state.ledger) || is_demonstration(other.state.ledger))
    terminal.banner(terminal.say(words::kDemonstration));
  show_totals(terminal, found.totals);
  show_findings(terminal, ".", found.under_way);
  show_findings(terminal, "?", found.elsewhere);
  show_findings(terminal, "!", found.differences);
  terminal.line(found.agrees()
                    ? Text({"{} and {} agree; {} messages are under way",
                            "{} et {} concordent ; {} messages sont en route"},
                           one.registry.view(), other.registry.view(), found.under_way.size())
                          .in(options.language)
                    : Text({"{} and {} differ in {} places", "{} et {} diffèrent en {} endroits"},
                           one.registry.view(), other.registry.view(), found.differences.size())
                          .in(options.language));
  return found.agrees() ? kDone : kRefused;
}

}  // namespace openitmo::cli
