#include <fmt/format.h>

#include "accounting/rule_replay_text.h"
#include "cli/accounting_commands.h"
#include "cli/journal_file.h"
#include "cli/quantified.h"
#include "cli/served_party.h"
#include "cli/terminal.h"
#include "files/output.h"
#include "registry/gwp_replay.h"
#include "reporting/aef_text.h"

namespace openitmo::cli {

namespace {

using accounting::RuleChoice;
using accounting::RuleReplay;

template <class Rule>
std::optional<Rule> chosen(const std::string& word) {
  return word.empty() ? std::nullopt : parse_enum<Rule>(word);
}

RuleChoice choice_of(const ReplayRulesOptions& options) {
  return {.method = chosen<AdjustmentMethod>(options.method),
          .convention = chosen<AveragingConvention>(options.convention),
          .numerator = chosen<accounting::NumeratorAxis>(options.numerator),
          .elapsed_years = chosen<accounting::ElapsedYears>(options.elapsed_years)};
}

std::string_view line_of(const ledger::Ledger& ledger) {
  return is_demonstration(ledger) ? std::string_view(reporting::kDemonstrationLine)
                                  : std::string_view();
}

void show(Terminal& terminal, const RuleReplay& replay, bool demonstration) {
  if (demonstration) terminal.banner(terminal.say(words::kDemonstration));
  const auto rule = [&](const Words& name, const accounting::MethodChoice& choice,
                        accounting::ElapsedYears elapsed_years) {
    terminal.line(fmt::format("{}{} {}; {}", terminal.say(name), terminal.colon(),
                              terminal.say(words_of(choice)),
                              terminal.say(words_of(elapsed_years))));
  };
  terminal.line(fmt::format("{} {}", replay.party.view(), replay.ndc));
  rule({"in use", "en usage"}, replay.in_use, replay.elapsed_years);
  rule({"other rule", "autre règle"}, replay.other, replay.other_elapsed_years);
  terminal.line(terminal.say(replay_sentence(replay)));
  if (replay.differing() == 0) return;
  terminal.line("");
  terminal.table(replay_rows(replay, terminal.language()), {false, false, false, true, true, true});
}

int replay_figures(Terminal& terminal, const ReplayRulesOptions& options,
                   const ledger::Ledger& ledger, PartyId party) {
  const auto replay = accounting::replay_rules(ledger, party, choice_of(options));
  if (!replay)
    throw files::FileError(
        options.party,
        Words("it has no NDC, or the other rule is not for its method",
              "elle n'a pas de CDN, ou l'autre règle ne s'applique pas à sa méthode"),
        Words(
            "averaging, with its convention and numerator, and single_year_trajectory are for "
            "single-year NDCs, multi_year_trajectory for the others (2/CMA.3 annex para 7)",
            "la moyenne, sa convention et son numérateur, et single_year_trajectory sont pour une "
            "CDN d'une année, multi_year_trajectory pour les autres (2/CMA.3 annexe par. 7)"));
  if (options.json)
    fmt::print("{}", replay_json(*replay, line_of(ledger)));
  else
    show(terminal, *replay, is_demonstration(ledger));
  return kDone;
}

int replay_gwp(Terminal& terminal, const ReplayRulesOptions& options, const ledger::Ledger& ledger,
               PartyId party) {
  const auto gwp = find_gwp_set(options.gwp_set);
  const auto programme = read_programme(terminal, options.programme);
  if (!gwp || !programme) return kCannot;
  const auto results = quantify_reports(terminal, *programme, {});
  if (!results) return kCannot;
  const auto rows = registry::replay_gwp(*programme, *results, ledger, party, *gwp);
  if (!rows) {
    fmt::print(stderr, "{}\n", terminal.say(rows.error()));
    return kCannot;
  }
  if (options.json) {
    fmt::print("{}", gwp_replay_json(*rows, party, *gwp, line_of(ledger)));
    return kDone;
  }
  if (is_demonstration(ledger)) terminal.banner(terminal.say(words::kDemonstration));
  terminal.line(terminal.say(
      Text({"{}: t CO2 eq with the GWPs in use, and with {} (CH4 {}, N2O {})",
            "{} : t éq. CO2 avec les PRP en usage, et avec {} (CH4 {}, N2O {})"},
           options.party, gwp->name, decimal_text(Rational(gwp->ch4_tenths, 10).to_decimal(1)),
           decimal_text(Rational(gwp->n2o_tenths, 10).to_decimal(1)))));
  terminal.line("");
  terminal.table(gwp_replay_rows(*rows, terminal.language()),
                 {false, false, true, true, true, true});
  terminal.line("");
  terminal.line(terminal.say(
      Words("What the inventory would be is not known here: it is recorded in CO2 eq.",
            "Ce que serait l'inventaire n'est pas connu ici : il est enregistré en éq. CO2.")));
  return kDone;
}

}  // namespace

int replay_rules(const ReplayRulesOptions& options) {
  Terminal terminal(options.language);
  if (options.gwp_set.empty() != options.programme.empty())
    throw files::FileError(options.gwp_set.empty() ? options.programme : options.gwp_set,
                           Words("a set of GWPs and the programme belong together",
                                 "un jeu de PRP et le programme vont ensemble"),
                           Words("give --gwp-set and --programme, or neither",
                                 "donnez --gwp-set et --programme, ou aucun des deux"));
  const auto keys = keys_of_journal(options.journal, options.keys);
  const ledger::Ledger ledger = open_file(options.journal, keys, options.language).ledger;
  const PartyId party = served_party(ledger, options.journal, options.party);
  return options.gwp_set.empty() ? replay_figures(terminal, options, ledger, party)
                                 : replay_gwp(terminal, options, ledger, party);
}

}  // namespace openitmo::cli
