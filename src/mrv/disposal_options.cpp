#include "mrv/disposal_options.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <iterator>
#include <numeric>
#include <optional>

#include "mrv/monitoring_rules.h"
#include "mrv/monthly_inputs.h"

namespace openitmo::mrv {

namespace {

constexpr int kAges = 10;               // factors known
constexpr double kHomogeneous = 0.999;  // share of one type

}  // namespace

bool samples_count(const ComponentCase& c) {
  return c.option("composition") == "sampled" && c.option("baseline") != kSimplified;
}

std::string default_share_symbol(WasteType type) {
  return fmt::format("p.2019_western_africa.{}", name_of(type));
}

bool has_default_share(const ComponentPlan& plan, WasteType type) {
  const std::string symbol = default_share_symbol(type);
  return own_value(plan, symbol) != nullptr || find_parameter(symbol)->default_value != 0;
}

std::string simplified_symbol(int age) { return fmt::format("simplified.tropical_dry.{}", age); }

namespace {

Problems check_water_table(const ComponentCase& c) {
  const MonthlyTable& table = *find_monthly_table("water_table");
  if (c.plan.disposal_site == DisposalSite::settlement_dumping &&
      !c.data.rows_of("water_table").empty())
    return {{.rule = Rule::rows_not_read,
             .message = {{"Waste dumped in settlements lies on no site with a water table.",
                          "Des déchets jetés dans les quartiers ne sont sur aucune décharge qui "
                          "aurait une nappe.",
                          "Los residuos arrojados en los barrios no están en ningún vertedero con "
                          "nivel freático."}},
             .remedy = {{"Leave the water table out, or name the disposal site.",
                         "Retirez la nappe, ou nommez la décharge.",
                         "Quite el nivel freático, o nombre el vertedero."}}}};
  Problems problems;
  for (const MonthlyRow& row : c.data.rows_of("water_table")) {
    const double depth = value_at(table, row, "d_m").value_or(0);
    if (depth > 0 && value_at(table, row, "h_w,m").value_or(0) <= depth) continue;
    problems.push_back(
        {.rule = Rule::impossible_quantity,
         .message =
             {{"In {} the site has no depth, or its water table stands above "
               "its top.",
               "En {} la décharge n'a pas de profondeur, ou sa nappe dépasse "
               "son sommet.",
               "En {} el vertedero no tiene profundidad, o su nivel freático supera su cima."},
              to_string(month_of(row))},
         .remedy = {{"Both are in m from the base of the site.",
                     "Les deux sont en m à partir de la base de la décharge.",
                     "Ambos se dan en m desde la base del vertedero."}}});
  }
  return problems;
}

// The one type that all of the waste is of; nothing where it is mixed.
std::optional<WasteType> only_type(const ComponentCase& c) {
  std::array<double, kWasteTypeCount> shares{};
  for (const DeclaredAmount& amount : c.data.declared_waste)
    shares[static_cast<std::size_t>(amount.type)] += amount.tonnes_wet;
  for (const MeanComposition& mean : c.summary.composition)
    for (std::size_t j = 0; j < kWasteTypeCount; ++j) shares[j] += mean.fractions[j];
  const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
  for (std::size_t j = 0; j < kWasteTypeCount; ++j)
    if (sum > 0 && shares[j] >= kHomogeneous * sum) return kWasteTypes[j];
  return std::nullopt;
}

Problems check_homogeneous(const ComponentCase& c, const ParameterSet& parameters) {
  if (c.option("baseline") == kSimplified || c.option("composition") != "sampled") return {};
  const std::optional<WasteType> type = only_type(c);
  if (!type || !is_degradable(*type) || parameters.value("DOCf").is_overridden) return {};
  return {{.rule = Rule::homogeneous_waste,
           .message = {{"All waste is {}: TOOL04 asks for its own DOC_f.",
                        "Tous les déchets sont de type {} : TOOL04 demande leur propre DOC_f.",
                        "Todos los residuos son de tipo {}: TOOL04 pide su propio DOC_f."},
                       name_of(*type)},
           .remedy = {{"Measure the methane potential and give DOCf by it.",
                       "Mesurez le potentiel méthane et donnez DOCf d'après lui.",
                       "Mida el potencial de metano y dé DOCf según él."}}}};
}

// Own shares beside defaults must still make one waste.
Problems check_default_composition(const ComponentCase& c, const ParameterSet& parameters) {
  if (c.option("composition") == "sampled") return {};
  double sum = 0;
  for (const WasteType type : kWasteTypes)
    sum += parameters.value(default_share_symbol(type)).value;
  if (std::fabs(sum - 1) <= kShareTolerance) return {};
  return {{.rule = Rule::composition_not_100_percent,
           .message = {{"The shares of the default composition sum to {} %.",
                        "Les parts de la composition par défaut totalisent {} %.",
                        "Las proporciones de la composición por defecto suman {} %."},
                       digits_text(fmt::format("{:.2f}", sum * 100))},
           .remedy = {{"They sum to 100 % within 0.1; give the inert share its own value too.",
                       "Leur somme est de 100 % à 0,1 près ; donnez aussi une valeur propre à la "
                       "part inerte.",
                       "Suman 100 % con una tolerancia de 0,1; dé también un valor propio a la "
                       "parte inerte."}}}};
}

Problems check_simplified(const ComponentCase& c, const DateRange& period) {
  const int years = c.axis().position_of({.year = period.last.year().value()});
  if (c.plan.climate != ClimateZone::tropical_dry || c.plan.model != DecayModel::yearly ||
      years > kAges)
    return {{.rule = Rule::table_without_composition,
             .message = {{"The table without composition is known for tropical dry climate, the "
                          "yearly model and {} years.",
                          "La table sans composition est connue pour un climat tropical sec, le "
                          "modèle annuel et {} ans.",
                          "La tabla sin composición se conoce para el clima tropical seco, el "
                          "modelo anual y {} años."},
                         kAges},
             .remedy = {{"Sample the waste, or take the default composition.",
                         "Échantillonnez les déchets, ou prenez la composition par défaut.",
                         "Tome muestras de los residuos, o use la composición por defecto."}}}};
  return {{.severity = Severity::warning,
           .rule = Rule::table_without_composition,
           .message = {{"The table without composition is unconfirmed: one public source.",
                        "La table sans composition n'est pas confirmée : une source publique.",
                        "La tabla sin composición no está confirmada: una sola fuente pública."}},
           .remedy = {{"Open TOOL04 before any crediting.", "Ouvrez TOOL04 avant toute délivrance.",
                       "Consulte TOOL04 antes de cualquier acreditación."}}}};
}

}  // namespace

Problems check_disposal_options(const ComponentCase& c, const ParameterSet& parameters,
                                const DateRange& period) {
  Problems problems = check_water_table(c);
  std::ranges::move(check_homogeneous(c, parameters), std::back_inserter(problems));
  std::ranges::move(check_default_composition(c, parameters), std::back_inserter(problems));
  if (c.option("baseline") == kSimplified)
    std::ranges::move(check_simplified(c, period), std::back_inserter(problems));
  return problems;
}

}  // namespace openitmo::mrv
