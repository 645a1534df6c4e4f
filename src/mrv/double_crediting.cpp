#include "mrv/double_crediting.h"

#include "mrv/methodologies.h"
#include "mrv/parameter_set.h"
#include "mrv/shortest_decimal.h"

namespace openitmo::mrv {

namespace {

bool has_role(const ComponentPlan& plan, SiteRole role) {
  const Methodology* methodology = find_methodology(plan.methodology);
  return methodology != nullptr && methodology->site_role == role;
}

double value_of(const ComponentPlan& plan, std::string_view symbol) {
  const auto parameters = ParameterSet::make(plan.overrides);
  // Bad values are told where the plan itself is checked.
  return parameters ? parameters->value(symbol).value : 0;
}

std::optional<Finding> find_problem(const ComponentPlan& diverts, const ComponentPlan& meters) {
  if (!diverts.crediting_period.overlaps(meters.crediting_period)) return std::nullopt;
  if (diverts.site_name.empty() || meters.site_name.empty())
    return Finding{
        .rule = Rule::tonne_credited_twice,
        .message =
            {{"{} diverts waste while {} meters landfill gas, and one of them does not name "
              "its disposal site.",
              "{} détourne des déchets pendant que {} mesure du gaz de décharge, et l'un des "
              "deux ne nomme pas sa décharge.",
              "{} desvía residuos mientras {} mide gas de vertedero, y uno de los dos no nombra su "
              "vertedero."},
             diverts.component,
             meters.component},
        .remedy = {{"Name the site of both.", "Nommez la décharge des deux.",
                    "Nombre el vertedero de ambos."}}};
  if (diverts.site_name != meters.site_name) return std::nullopt;
  const double captured = value_of(meters, "eta_PJ");
  if (value_of(diverts, "f_y") >= captured) return std::nullopt;
  return Finding{
      .rule = Rule::tonne_credited_twice,
      .message =
          {{"{} diverts waste from {}, whose gas {} meters: one tonne would be credited "
            "twice.",
            "{} détourne des déchets de {}, dont {} mesure le gaz : une tonne serait "
            "comptée deux fois.",
            "{} desvía residuos de {}, cuyo gas mide {}: una tonelada se acreditaría dos veces."},
           diverts.component,
           diverts.site_name,
           meters.component},
      .remedy = {{"Give f_y of {} at least the captured share, {}, with its source.",
                  "Donnez à f_y de {} au moins la part captée, {}, avec sa source.",
                  "Dé a f_y de {} al menos la fracción captada, {}, con su fuente."},
                 diverts.component,
                 digits_text(shortest_decimal(captured))}};
}

}  // namespace

Problems check_double_crediting(std::span<const ComponentPlan> plans) {
  Problems problems;
  for (const ComponentPlan& diverts : plans) {
    if (!has_role(diverts, SiteRole::diverts_waste)) continue;
    for (const ComponentPlan& meters : plans) {
      if (!has_role(meters, SiteRole::meters_gas)) continue;
      if (auto problem = find_problem(diverts, meters)) problems.push_back(std::move(*problem));
    }
  }
  return problems;
}

}  // namespace openitmo::mrv
