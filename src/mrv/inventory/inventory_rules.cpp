#include "mrv/inventory/inventory_rules.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numeric>
#include <set>

#include "mrv/findings.h"
#include "mrv/inputs.h"
#include "mrv/inventory/category_equations.h"
#include "mrv/inventory/line_state.h"
#include "mrv/monitoring_rules.h"
#include "mrv/phrases.h"
#include "mrv/shortest_decimal.h"

namespace openitmo::mrv::inventory {

namespace {

constexpr double kPersonsMax = 1e10;

// False for NaN too.
bool is_within(double amount, double highest) { return amount >= 0 && amount <= highest; }

ReportText rounded(double x) { return digits_text(fmt::format("{:.1f}", x)); }

class Checker {
 public:
  explicit Checker(const InventoryCase& c) : c_(c) {}

  Problems run() {
    check_parameters();
    check_generation();
    check_treatment();
    check_composition();
    check_recovery();
    Problems so_far = findings_.take();
    if (has_error(so_far)) return so_far;
    check_balance();
    check_history();
    check_recovered_methane();
    Problems more = findings_.take();
    so_far.insert(so_far.end(), more.begin(), more.end());
    return so_far;
  }

 private:
  void check_parameters() {
    for (const ParameterOverride& own : c_.plan.overrides)
      if (find_parameter(own.symbol) != nullptr && !reads_parameter(own.symbol))
        findings_.add(
            {.rule = Rule::parameter_not_used,
             .message = {{"An inventory has no parameter '{}'.",
                          "Un inventaire n'a pas de paramètre « {} ».",
                          "Un inventario no tiene el parámetro «{}»."},
                         own.symbol},
             .remedy = {{"Leave it out; docs/methodologies/inventory.md lists those that "
                         "it has.",
                         "Retirez-le ; docs/methodologies/inventory.md donne ceux qu'il "
                         "a.",
                         "Quítelo; docs/methodologies/inventory.md enumera los que tiene."}}});
  }

  void refuse_twice(const ReportText& what, Place place) {
    findings_.add(
        {.rule = Rule::duplicated_year,
         .place = place,
         .message = {{"Column year: {} stands twice.", "Colonne année : {} figure deux fois.",
                      "Columna año: {} figura dos veces."},
                     what},
         .remedy = {
             {"Keep one of the rows.", "Gardez une des lignes.", "Conserve una de las filas."}}});
  }

  void check_amount(const std::optional<double>& amount, std::string_view column, double highest,
                    Place place) {
    if (!amount || is_within(*amount, highest)) return;
    findings_.add(
        {.rule = Rule::impossible_quantity,
         .place = place,
         .message = {{"Column {}: {} is not between 0 and {}.",
                      "Colonne {} : {} n'est pas entre 0 et {}.",
                      "Columna {}: {} no está entre 0 y {}."},
                     column,
                     shortest_decimal(*amount),
                     shortest_decimal(highest)},
         .remedy = {{"Check the figure and its unit.", "Vérifiez le chiffre et son unité.",
                     "Revise la cifra y su unidad."}}});
  }

  void check_generation() {
    std::set<CalendarYear> years;
    for (const GenerationRow& row : c_.data.generation) {
      if (!years.insert(row.year).second)
        refuse_twice(ReportText::name(std::to_string(row.year.value())), row.place);
      check_amount(row.population, "population", kPersonsMax, row.place);
      check_amount(row.rate_t_per_person, "rate", kAmountMax, row.place);
      check_amount(row.generated_t, "generated", kAmountMax, row.place);
      const bool is_product = row.population && row.rate_t_per_person;
      const bool is_half = row.population.has_value() != row.rate_t_per_person.has_value();
      if (is_half || is_product == row.generated_t.has_value())
        findings_.add(
            {.rule = Rule::generation_incomplete,
             .place = row.place,
             .message = {{"Columns generated, population, rate: {} does not say what waste was "
                          "generated, or says it twice.",
                          "Colonnes production, population, taux : {} ne dit pas quels déchets ont "
                          "été produits, ou le dit deux fois.",
                          "Columnas generación, población, tasa: {} no dice qué residuos se "
                          "generaron, o lo dice dos veces."},
                         row.year.value()},
             .remedy = {
                 {"Give the mass generated, or population and rate, and leave the others "
                  "empty.",
                  "Donnez la masse produite, ou la population et le taux, et laissez vides "
                  "les autres.",
                  "Dé la masa generada, o la población y la tasa, y deje vacías las demás."}}});
    }
  }

  void check_treatment() {
    std::set<std::pair<CalendarYear, Pathway>> seen;
    for (const TreatmentRow& row : c_.data.treatment) {
      if (!seen.insert({row.year, row.pathway}).second)
        refuse_twice(ReportText({"{} of {}", "{} de {}", "{} de {}"},
                                phrase_text(words_of(row.pathway)), row.year.value()),
                     row.place);
      check_amount(row.share, "share", 1, row.place);
      check_amount(row.mass_t, "mass", kAmountMax, row.place);
      if (row.share.has_value() == row.mass_t.has_value())
        findings_.add(
            {.rule = Rule::share_or_mass,
             .place = row.place,
             .message =
                 {{"Columns share, mass: a row has one of them, not both and not "
                   "neither.",
                   "Colonnes part, masse : une ligne a l'une d'elles, ni les deux "
                   "ni aucune.",
                   "Columnas proporción, masa: una fila tiene una de ellas, ni ambas ni ninguna."}},
             .remedy = {{"Give the share of the waste generated, or the mass that was "
                         "weighed.",
                         "Donnez la part des déchets produits, ou la masse pesée.",
                         "Dé la proporción de los residuos generados, o la masa pesada."}}});
      if (c_.plan.not_occurring.contains(row.pathway))
        findings_.add({.rule = Rule::not_occurring_with_rows,
                       .place = row.place,
                       .message = {{"Column pathway: {} is said not to occur, and has a row.",
                                    "Colonne voie : {} n'aurait pas lieu, et a une ligne.",
                                    "Columna vía: se dice que {} no ocurre, y tiene una fila."},
                                   phrase_text(words_of(row.pathway))},
                       .remedy = {{"Take it out of not_occurring, or remove the row.",
                                   "Retirez-la de not_occurring, ou supprimez la ligne.",
                                   "Quítela de not_occurring, o elimine la fila."}}});
    }
  }

  void check_composition() {
    std::set<CalendarYear> years;
    for (const CompositionRow& row : c_.data.composition) {
      if (!years.insert(row.year).second)
        refuse_twice(ReportText::name(std::to_string(row.year.value())), row.place);
      const double sum = std::accumulate(row.fractions.begin(), row.fractions.end(), 0.0);
      if (std::fabs(sum - 1) <= kShareTolerance) continue;
      findings_.add(
          {.rule = Rule::composition_not_100_percent,
           .place = row.place,
           .message = {{"The shares of waste of {} sum to {} %.",
                        "Les parts de déchets de {} font {} %.",
                        "Las proporciones de residuos de {} suman {} %."},
                       row.year.value(),
                       rounded(sum * 100)},
           .remedy = {{"Let them sum to 100 %; metal, glass and sand count as inert.",
                       "Elles doivent faire 100 % ; métal, verre et sable comptent comme "
                       "inertes.",
                       "Deben sumar 100 %; metal, vidrio y arena cuentan como inertes."}}});
    }
    if (c_.plan.has_surveys && c_.data.composition.empty())
      findings_.add(
          {.rule = Rule::missing_quantity,
           .message = {{"The composition is to come from surveys, and there is none.",
                        "La composition doit venir d'enquêtes, et il n'y en a pas.",
                        "La composición debe venir de encuestas, y no hay ninguna."}},
           .remedy = {{"Name a file of surveys, or take the default composition.",
                       "Nommez un fichier d'enquêtes, ou prenez la composition par "
                       "défaut.",
                       "Nombre un archivo de encuestas, o use la composición por defecto."}}});
    if (!c_.plan.has_surveys && !c_.data.composition.empty())
      refuse_unread(c_.data.composition.front().place,
                    {"the default composition counts, so these surveys are not read",
                     "la composition par défaut compte, donc ces enquêtes ne sont pas lues",
                     "cuenta la composición por defecto, así que estas encuestas no se leen"});
  }

  void refuse_unread(Place place, const ReportWords& why) {
    findings_.add(
        {.rule = Rule::rows_not_read,
         .place = place,
         .message = {{"By the chosen method, {}.", "Selon la méthode choisie, {}.",
                      "Según el método elegido, {}."},
                     why},
         .remedy = {{"Choose the other method in inventory.toml, or leave the file out.",
                     "Choisissez l'autre méthode dans inventory.toml, ou retirez le fichier.",
                     "Elija el otro método en inventory.toml, o quite el archivo."}}});
  }

  void check_recovery() {
    std::set<std::pair<CalendarYear, Pathway>> seen;
    for (const RecoveryRow& row : c_.data.recovery) {
      if (!seen.insert({row.year, row.site}).second)
        refuse_twice(ReportText({"{} of {}", "{} de {}", "{} de {}"},
                                phrase_text(words_of(row.site)), row.year.value()),
                     row.place);
      check_amount(row.methane_t, "methane", kAmountMax, row.place);
      if (!is_disposal(row.site) || !c_.has_rows(row.site))
        findings_.add({.rule = Rule::recovery_without_site,
                       .place = row.place,
                       .message = {{"Column site: {} is no disposal site that takes in waste.",
                                    "Colonne site : {} n'est pas une décharge qui reçoit des "
                                    "déchets.",
                                    "Columna sitio: {} no es un vertedero que reciba residuos."},
                                   phrase_text(words_of(row.site))},
                       .remedy = {{"Name a disposal site of the table of treatment.",
                                   "Nommez une décharge de la table de traitement.",
                                   "Nombre un vertedero de la tabla de tratamiento."}}});
    }
    if (!c_.plan.counts_recovery && !c_.data.recovery.empty())
      refuse_unread(c_.data.recovery.front().place,
                    {"recovery is 0, so these rows are not read",
                     "la récupération est 0, donc ces lignes ne sont pas lues",
                     "la recuperación es 0, así que estas filas no se leen"});
  }

  // Where all waste of a year goes, in shares of what was generated; nothing where generation is
  // not known. Parts that the tables do not tell count as 0.
  std::optional<double> accounted(int year) const {
    const GenerationRow* row = c_.generation(year);
    if (row == nullptr) return std::nullopt;
    const double generated = row->t_wet();
    double share = 0;
    for (const Pathway pathway : kPathways) {
      const TreatmentRow* of = c_.treatment(pathway, year);
      if (of == nullptr) continue;
      if (of->share) share += *of->share;
      if (of->mass_t && generated > 0) share += *of->mass_t / generated;
    }
    return share;
  }

  void check_balance() {
    std::optional<int> first_short;
    int years_short = 0;
    for (const GenerationRow& row : c_.data.generation) {
      const std::optional<double> share = accounted(row.year.value());
      if (share && *share > 1 + kShareTolerance)
        findings_.add({.rule = Rule::waste_exceeded,
                       .place = row.place,
                       .message = {{"In {} the pathways take {} % of the waste generated.",
                                    "En {} les voies prennent {} % des déchets produits.",
                                    "En {} las vías toman {} % de los residuos generados."},
                                   row.year.value(),
                                   rounded(*share * 100)},
                       .remedy = {{"Correct shares, masses or generation; waste that goes two ways "
                                   "counts where it ends.",
                                   "Corrigez parts, masses ou production ; un déchet qui prend "
                                   "deux voies compte où il finit.",
                                   "Corrija proporciones, masas o generación; un residuo que sigue "
                                   "dos vías cuenta donde termina."}}});
      if (share && *share < 1 - kShareTolerance) {
        ++years_short;
        if (!first_short) first_short = row.year.value();
      }
    }
    if (first_short)
      findings_.add({.severity = Severity::warning,
                     .rule = Rule::waste_unaccounted,
                     .message = {{"In {} years, first {}, the pathways take less than the waste "
                                  "generated; the rest counts nowhere.",
                                  "Pendant {} ans, d'abord en {}, les voies prennent moins que les "
                                  "déchets produits ; le reste ne compte nulle part.",
                                  "En {} años, el primero {}, las vías toman menos que los "
                                  "residuos generados; el resto no cuenta en ninguna parte."},
                                 years_short,
                                 *first_short},
                     .remedy = {{"Add a row of the pathway other if it causes no emissions.",
                                 "Ajoutez une ligne de la voie other s'il ne cause pas "
                                 "d'émissions.",
                                 "Añada una fila de la vía other si no causa emisiones."}}});
  }

  void check_history() {
    int first = c_.plan.first_year.value() + 1;
    for (const Pathway site : kDisposals) first = std::min(first, c_.first_year_of(site));
    const int years = c_.plan.first_year.value() - first;
    if (years < 0 || years >= kHistoryYears) return;
    findings_.add(
        {.severity = Severity::warning,
         .rule = Rule::history_short,
         .message =
             {{"Deposits are known since {}, {} years before the first year reported; what "
               "was disposed of earlier counts nowhere, so 5.A is low.",
               "Les dépôts sont connus depuis {}, {} ans avant la première année déclarée ; "
               "ce qui a été mis en décharge avant ne compte nulle part, donc 5.A est trop "
               "bas.",
               "Los depósitos se conocen desde {}, {} años antes del primer año notificado; lo "
               "depositado antes no cuenta en ninguna parte, así que 5.A es demasiado bajo."},
              first,
              years},
         .remedy = {{"Good practice is {} years: estimate them from population.",
                     "La bonne pratique est de {} ans : estimez-les d'après la population.",
                     "La buena práctica son {} años: estímelos a partir de la población."},
                    kHistoryYears}});
  }

  void check_recovered_methane() {
    EstimateInputs inputs(c_.parameters);
    CategoryEquations equations(inputs, c_);
    for (const RecoveryRow& row : c_.data.recovery) {
      if (c_.first_gap(row.site, row.year.value())) continue;
      // Nothing has been deposited before the first year that the tables know.
      const double generated = row.year.value() < c_.history_first()
                                   ? 0
                                   : equations.generated_methane(row.site, row.year.value());
      if (ipcc_fod::is_possible(row.methane_t, generated)) continue;
      findings_.add({.rule = Rule::recovery_exceeds_generation,
                     .place = row.place,
                     .message = {{"Column methane: {} t CH4 recovered in {}, and {} t generated.",
                                  "Colonne méthane : {} t CH4 récupérées en {}, et {} t produites.",
                                  "Columna metano: {} t CH4 recuperadas en {}, y {} t generadas."},
                                 shortest_decimal(row.methane_t),
                                 row.year.value(),
                                 generated},
                     .remedy = {{"Check the unit, or the deposits of the site.",
                                 "Vérifiez l'unité, ou les dépôts de la décharge.",
                                 "Revise la unidad, o los depósitos del vertedero."}}});
    }
  }

  const InventoryCase& c_;
  Findings findings_;
};

}  // namespace

bool reads_parameter(std::string_view symbol) {
  // One that ends in a dot stands for all that begin so.
  static constexpr std::string_view kRead[] = {"M",
                                               "F",
                                               "DOCf",
                                               "DOCf.2019.",
                                               "DOC.",
                                               "k.",
                                               "MCF.",
                                               "OX.ipcc",
                                               "OX.ipcc.",
                                               "p.",
                                               "dm.",
                                               "CF.",
                                               "FCF.",
                                               "EF_CH4.ipcc.",
                                               "EF_N2O.ipcc.composting",
                                               "OF.",
                                               "EF_CH4.open_burning",
                                               "EF_N2O.open_burning",
                                               "EF_CH4.continuous_stoker",
                                               "EF_CH4.semi_continuous_stoker",
                                               "EF_CH4.batch_stoker",
                                               "EF_CH4.batch_fluidised",
                                               "EF_N2O.continuous",
                                               "EF_N2O.batch",
                                               "U."};
  return std::ranges::any_of(kRead, [&](std::string_view read) {
    return read.ends_with('.') ? symbol.starts_with(read) : symbol == read;
  });
}

Problems check_inventory(const InventoryCase& c) { return Checker(c).run(); }

}  // namespace openitmo::mrv::inventory
