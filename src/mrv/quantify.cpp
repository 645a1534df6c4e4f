#include "mrv/quantify.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "mrv/inputs.h"
#include "mrv/monitoring_rules.h"
#include "quantity/check.h"
#include "quantity/rounding.h"

namespace openitmo::mrv {

namespace {

enum class Methodology : std::uint8_t { acm0022_v3, ams_iii_f_v12 };

struct Released {
  std::string_view name;
  std::string_view version;
  Methodology methodology;
};
constexpr std::array kReleased{Released{"ACM0022", "3.0", Methodology::acm0022_v3},
                               Released{"AMS-III.F", "12.0", Methodology::ams_iii_f_v12}};

std::optional<Methodology> find_methodology(const MethodologyVersion& asked) {
  for (const Released& released : kReleased)
    if (released.name == asked.name && released.version == asked.version)
      return released.methodology;
  return std::nullopt;
}

template <class Inputs>
YearTerms<typename Inputs::Scalar> terms_of(Methodology methodology, Inputs& inputs,
                                            const ComponentCase& c, const YearPart& part) {
  switch (methodology) {
    case Methodology::acm0022_v3:
      return acm0022_year(inputs, c, part);
    case Methodology::ams_iii_f_v12:
      return ams_iii_f_year(inputs, c, part);
  }
  check(false, "a released methodology has equations");
  return {};
}

Finding refused(Rule rule, Text message, Text remedy) {
  return {.rule = rule, .message = std::move(message), .remedy = std::move(remedy)};
}

bool is_first_of_year(Date date) { return date.month() == 1 && date.day() == 1; }
bool is_last_of_month(Date date) { return date.plus_days(1).day() == 1; }

Problems check_period(const ComponentPlan& plan, const DateRange& period) {
  const DateRange& crediting = plan.crediting_period;
  const Text asked({"{} to {}", "du {} au {}"}, period.first.to_string(), period.last.to_string());
  if (period.first > period.last || !crediting.contains(period.first) ||
      !crediting.contains(period.last))
    return {refused(Rule::period_outside_crediting_period,
                    {{"The monitoring period {} is empty or not within the crediting period.",
                      "La période de suivi {} est vide ou sort de la période de "
                      "comptabilisation."},
                     asked},
                    {{"Choose days within {} to {}.", "Choisissez des jours du {} au {}."},
                     crediting.first.to_string(),
                     crediting.last.to_string()})};
  if (plan.model == DecayModel::yearly &&
      !(is_first_of_year(crediting.first) && is_first_of_year(period.first) &&
        is_first_of_year(period.last.plus_days(1))))
    return {refused(Rule::period_not_whole_years,
                    {{"The yearly model cannot quantify {} of a crediting period that starts on "
                      "{}.",
                      "Le modèle annuel ne peut pas quantifier {} d'une période de "
                      "comptabilisation qui commence le {}."},
                     asked,
                     crediting.first.to_string()},
                    {{"Start on 1 January and end on 31 December, or use the monthly model.",
                      "Commencez un 1er janvier et finissez un 31 décembre, ou prenez le modèle "
                      "mensuel."}})};
  if (crediting.first.day() != 1 || period.first.day() != 1 || !is_last_of_month(period.last))
    return {refused(Rule::period_not_whole_months,
                    {{"The monitoring period {} is not whole months since {}.",
                      "La période de suivi {} n'est pas faite de mois entiers depuis le {}."},
                     asked,
                     crediting.first.to_string()},
                    {{"Start on the first and end on the last day of a month.",
                      "Commencez le premier et finissez le dernier jour d'un mois."}})};
  return {};
}

Problems check_project_emissions(const MonitoringData& data, const DateRange& period) {
  Problems problems;
  for (CalendarYear year = period.first.year(); year <= period.last.year(); year = year.next())
    if (std::ranges::find(data.declared_project_emissions, year, &DeclaredProjectEmissions::year) ==
        data.declared_project_emissions.end())
      problems.push_back(refused(
          Rule::no_project_emissions,
          {{"{} has no declared project emissions.", "{} n'a pas d'émissions du projet déclarées."},
           year.value()},
          {{"ACM0022 is quantified with project emissions declared per year.",
            "ACM0022 se quantifie avec des émissions du projet déclarées par an."}}));
  return problems;
}

Problems check_compliance(const ParameterSet& parameters) {
  if (parameters.value("RATE_compliance").value < 0.5) return {};
  return {refused(Rule::compliance_rate_excludes_methodology,
                  {{"RATE_compliance is 0.5 or more, so ACM0022 does not apply.",
                    "RATE_compliance vaut 0,5 ou plus, donc ACM0022 ne s'applique pas."}},
                  {{"Use another methodology; the treatment is common practice under the rule.",
                    "Prenez une autre méthodologie ; sous cette règle le traitement est une "
                    "pratique courante."}})};
}

std::vector<YearPart> split_by_year(const DateRange& period) {
  std::vector<YearPart> parts;
  for (CalendarYear year = period.first.year(); year <= period.last.year(); year = year.next())
    parts.push_back({.year = year,
                     .days = {.first = std::max(period.first, Date(year.value(), 1, 1)),
                              .last = std::min(period.last, Date(year.value(), 12, 31))}});
  return parts;
}

double waste_of(const ComponentCase& c, const YearPart& part) {
  double declared_t = 0;
  for (const DeclaredAmount& amount : c.data.declared_waste)
    if (amount.year == part.year) declared_t += amount.tonnes_wet;
  std::int64_t kg = 0;
  for (const MonthSummary& month : c.summary.months)
    if (part.contains(month.month)) kg += month.treated_kg();
  return c.is_declared() ? declared_t : static_cast<double>(kg) / 1000;
}

YearResult quantify_year(Methodology methodology, const ParameterSet& parameters,
                         const ComponentCase& c, const YearPart& part) {
  EstimateInputs estimate(parameters);
  const YearTerms<double> terms = terms_of(methodology, estimate, c, part);
  Tape tape;
  TracedInputs traced(parameters, tape);
  const Traced ER = terms_of(methodology, traced, c, part).ER;
  check(ER.value() == terms.ER, "the derivation derives the estimate");
  return {.year = part.year,
          .part = part.days,
          .waste_t_wet = waste_of(c, part),
          .terms = terms,
          .reductions = kilograms_rounded_down(terms.ER),
          .derivation = tape.derivation(ER)};
}

std::vector<ParameterUse> parameters_used(const std::vector<YearResult>& years) {
  std::map<std::string, ParameterUse> used;
  for (const YearResult& year : years)
    for (const DerivationNode& node : year.derivation.nodes) {
      if (!node.leaf || find_parameter(node.symbol) == nullptr) continue;
      used.insert({node.symbol,
                   {.symbol = node.symbol,
                    .value = node.value,
                    .unit = node.unit,
                    .kind = node.leaf->kind,
                    .source = node.leaf->source,
                    .confidence = node.leaf->confidence.value_or(Confidence::low)}});
    }
  std::vector<ParameterUse> list;
  for (auto& [symbol, use] : used) list.push_back(std::move(use));
  return list;
}

Problems check_plan(const ComponentPlan& plan, const DateRange& period,
                    const std::expected<ParameterSet, Problems>& parameters) {
  Problems problems;
  if (!find_methodology(plan.methodology)) {
    std::string names;
    for (const Released& released : kReleased)
      names += fmt::format("{}{} {}", names.empty() ? "" : ", ", released.name, released.version);
    problems.push_back(refused(Rule::unknown_methodology,
                               {{"Methodology '{} {}' is not supported.",
                                 "La méthodologie « {} {} » n'est pas prise en charge."},
                                plan.methodology.name,
                                plan.methodology.version},
                               {{"Use one of {}.", "Prenez l'une de {}."}, names}));
  }
  if (!parameters)
    problems.insert(problems.end(), parameters.error().begin(), parameters.error().end());
  const Problems of_period = check_period(plan, period);
  problems.insert(problems.end(), of_period.begin(), of_period.end());
  return problems;
}

Problems check_case(Methodology methodology, const ParameterSet& parameters, const ComponentCase& c,
                    const DateRange& period) {
  Problems problems = c.data.tickets.empty() && c.is_declared()
                          ? check_declared(c.data, c.plan, period)
                          : check_monitoring(c.data, c.plan, c.covered, c.summary);
  if (methodology == Methodology::acm0022_v3)
    for (Problems more : {check_project_emissions(c.data, period), check_compliance(parameters)})
      std::ranges::move(more, std::back_inserter(problems));
  return problems;
}

}  // namespace

std::vector<MethodologyVersion> supported_methodologies() {
  std::vector<MethodologyVersion> supported;
  for (const Released& released : kReleased)
    supported.push_back({std::string(released.name), std::string(released.version)});
  return supported;
}

std::expected<Quantification, Problems> quantify(const ComponentPlan& plan,
                                                 const MonitoringData& data,
                                                 const DateRange& period) {
  const std::expected<ParameterSet, Problems> parameters = ParameterSet::make(plan.overrides);
  if (Problems problems = check_plan(plan, period, parameters); !problems.empty())
    return std::unexpected(std::move(problems));
  const Methodology methodology = *find_methodology(plan.methodology);
  const DateRange covered{.first = plan.crediting_period.first, .last = period.last};
  const MonitoringSummary summary = summarize(data, covered, plan.model);
  const ComponentCase c{.plan = plan, .data = data, .summary = summary, .covered = covered};
  Problems findings = check_case(methodology, *parameters, c, period);
  if (has_error(findings)) return std::unexpected(std::move(findings));

  Quantification result{.component = plan.component,
                        .methodology = plan.methodology,
                        .engine_version = std::string(kEngineVersion),
                        .model = plan.model,
                        .climate = plan.climate,
                        .disposal_site = plan.disposal_site,
                        .gwp_set = std::string(plan.gwp.name),
                        .crediting_period = plan.crediting_period,
                        .period = period,
                        .years = {},
                        .parameters = {},
                        .inputs = data.files,
                        .warnings = std::move(findings)};
  for (const YearPart& part : split_by_year(period))
    result.years.push_back(quantify_year(methodology, *parameters, c, part));
  result.parameters = parameters_used(result.years);
  return result;
}

}  // namespace openitmo::mrv
