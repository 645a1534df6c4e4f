#include "mrv/quantify.h"

#include <algorithm>
#include <fmt/format.h>

#include "mrv/crediting.h"
#include "mrv/data_effects.h"
#include "mrv/grid_factor.h"
#include "mrv/methodologies.h"
#include "mrv/monitoring_rules.h"
#include "mrv/stream_rules.h"
#include "mrv/uncertainty/case_uncertainty.h"
#include "quantity/check.h"
#include "quantity/rounding.h"

namespace openitmo::mrv {

namespace {

Finding refused(Rule rule, ReportText message, ReportText remedy) {
  return {.rule = rule, .message = std::move(message), .remedy = std::move(remedy)};
}

bool is_first_of_year(Date date) { return date.month() == 1 && date.day() == 1; }
bool is_last_of_month(Date date) { return date.plus_days(1).day() == 1; }

Problems check_period(const ComponentPlan& plan, bool months_suffice, const DateRange& period) {
  const DateRange& crediting = plan.crediting_period;
  const ReportText asked({"{} to {}", "du {} au {}", "del {} al {}"}, period.first.to_string(),
                         period.last.to_string());
  if (period.first > period.last || !crediting.contains(period.first) ||
      !crediting.contains(period.last))
    return {refused(
        Rule::period_outside_crediting_period,
        {{"The monitoring period {} is empty or not within the crediting period.",
          "La période de suivi {} est vide ou sort de la période de "
          "comptabilisation.",
          "El período de seguimiento {} está vacío o no cae dentro del período de acreditación."},
         asked},
        {{"Choose days within {} to {}.", "Choisissez des jours du {} au {}.",
          "Elija días del {} al {}."},
         crediting.first.to_string(),
         crediting.last.to_string()})};
  if (plan.model == DecayModel::yearly && !months_suffice &&
      !(is_first_of_year(crediting.first) && is_first_of_year(period.first) &&
        is_first_of_year(period.last.plus_days(1))))
    return {refused(
        Rule::period_not_whole_years,
        {{"The yearly model cannot quantify {} of a crediting period that starts on "
          "{}.",
          "Le modèle annuel ne peut pas quantifier {} d'une période de "
          "comptabilisation qui commence le {}.",
          "El modelo anual no puede cuantificar el tramo {} de un período de acreditación que "
          "empieza el {}."},
         asked,
         crediting.first.to_string()},
        {{"Start on 1 January and end on 31 December, or use the monthly model.",
          "Commencez un 1er janvier et finissez un 31 décembre, ou prenez le modèle "
          "mensuel.",
          "Empiece el 1 de enero y termine el 31 de diciembre, o use el modelo mensual."}})};
  if (crediting.first.day() != 1 || period.first.day() != 1 || !is_last_of_month(period.last))
    return {refused(Rule::period_not_whole_months,
                    {{"The monitoring period {} is not whole months since {}.",
                      "La période de suivi {} n'est pas faite de mois entiers depuis le {}.",
                      "El período de seguimiento {} no son meses enteros desde el {}."},
                     asked,
                     crediting.first.to_string()},
                    {{"Start on the first and end on the last day of a month.",
                      "Commencez le premier et finissez le dernier jour d'un mois.",
                      "Empiece el primer día y termine el último de un mes."}})};
  return {};
}

std::vector<YearPart> split_by_year(const DateRange& period) {
  std::vector<YearPart> parts;
  for (CalendarYear year = period.first.year(); year <= period.last.year(); year = year.next())
    parts.push_back({.year = year,
                     .days = {.first = std::max(period.first, Date(year.value(), 1, 1)),
                              .last = std::min(period.last, Date(year.value(), 12, 31))}});
  return parts;
}

YearResult quantify_year(const ParameterSet& parameters, const ComponentCase& c,
                         const YearPart& part, double percentile) {
  EstimateInputs estimate(parameters);
  const YearTerms<double> terms =
      crediting::year(estimate, c, part, c.methodology.equations.estimate);
  Tape tape;
  TracedInputs traced(parameters, tape);
  const YearTerms<Traced> traced_terms =
      crediting::year(traced, c, part, c.methodology.equations.derivation);
  const Traced& ER = traced_terms.ER();
  check(ER.value() == terms.ER(), "the derivation derives the estimate");
  YearResult year{.year = part.year,
                  .part = part.days,
                  .amount = c.methodology.amount.of_part(c, part),
                  .terms = terms,
                  .claimed = terms.ER(),
                  .reductions = {},
                  .derivation = tape.derivation(ER),
                  .errors = {},
                  .by_term = {}};
  year.errors = propagate_errors(year.derivation);
  year.by_term = uncertainty_by_term(c.methodology, tape, traced_terms);
  if (c.plan.deduction) {
    const Claimed claimed =
        claimed_of(*c.plan.deduction, part.year, tape, ER, year.errors, percentile);
    year.deduction = claimed.deduction.value();
    year.claimed = claimed.reductions.value();
    year.derivation = tape.derivation(claimed.reductions);
  }
  year.reductions = kilograms_rounded_down(year.claimed);
  return year;
}

ErrorPropagation errors_of_all(const std::vector<YearResult>& years) {
  std::vector<const ErrorPropagation*> of_years;
  for (const YearResult& year : years) of_years.push_back(&year.errors);
  return errors_of_sum(of_years);
}

std::vector<const Derivation*> derivations_of(const std::vector<YearResult>& years) {
  std::vector<const Derivation*> derivations;
  for (const YearResult& year : years) derivations.push_back(&year.derivation);
  return derivations;
}

void add(Problems& problems, Problems more) {
  std::ranges::move(more, std::back_inserter(problems));
}

std::string list_of_methodologies() {
  std::string names;
  for (const Methodology* known : methodologies())
    names += fmt::format("{}{} {}", names.empty() ? "" : ", ", known->name, known->version);
  return names;
}

Problems check_methodology(const ComponentPlan& plan) {
  if (find_methodology(plan.methodology) != nullptr) return {};
  return {refused(
      Rule::unknown_methodology,
      {{"Methodology '{} {}' is not supported.",
        "La méthodologie « {} {} » n'est pas prise en charge.",
        "La metodología «{} {}» no está disponible."},
       plan.methodology.name,
       plan.methodology.version},
      {{"Use one of {}.", "Prenez l'une de {}.", "Use una de {}."}, list_of_methodologies()})};
}

Problems check_parameter_use(const std::string& symbol, const Methodology& methodology) {
  if (find_parameter(symbol) == nullptr || methodology.reads_parameter(symbol) ||
      crediting::is_parameter(symbol))
    return {};
  return {refused(Rule::parameter_not_used,
                  {{"{} has no parameter '{}'.", "{} n'a pas de paramètre « {} ».",
                    "{} no tiene el parámetro «{}»."},
                   methodology.name,
                   symbol},
                  {{"Leave it out; docs/methodologies/{}.md lists those that it has.",
                    "Retirez-le ; docs/methodologies/{}.md donne ceux qu'elle a.",
                    "Quítelo; docs/methodologies/{}.md enumera los que tiene."},
                   methodology.page})};
}

// Own values and choices that the methodology would never look at.
Problems check_use(const ComponentPlan& plan, const Methodology& methodology) {
  Problems problems;
  for (const ParameterOverride& own : plan.overrides)
    add(problems, check_parameter_use(own.symbol, methodology));
  for (const OptionDescription& option : methodology.options)
    if (option.is_required && !plan.options.contains(option.key))
      problems.push_back(refused(
          Rule::unknown_option,
          {{"{} needs a word for the option '{}'.", "{} demande un mot pour l'option « {} ».",
            "{} necesita una palabra para la opción «{}»."},
           methodology.name,
           option.key},
          {{"Choose one of {}.", "Choisissez l'un de {}.", "Elija una de {}."},
           fmt::join(option.words.begin(), option.words.end(), ", ")}));
  for (const auto& [key, word] : plan.options) {
    const auto option = std::ranges::find(methodology.options, key, &OptionDescription::key);
    if (option != methodology.options.end() &&
        std::ranges::find(option->words, word) != option->words.end())
      continue;
    problems.push_back(refused(
        Rule::unknown_option,
        {{"{} has no option '{}' with the word '{}'.", "{} n'a pas d'option « {} » avec « {} ».",
          "{} no tiene la opción «{}» con la palabra «{}»."},
         methodology.name,
         key,
         word},
        {{"docs/methodologies/{}.md lists options and words.",
          "docs/methodologies/{}.md donne les options et leurs mots.",
          "docs/methodologies/{}.md enumera las opciones y sus palabras."},
         methodology.page}));
  }
  return problems;
}

Problems check_plan(const ComponentPlan& plan, const DateRange& period,
                    const std::expected<ParameterSet, Problems>& parameters) {
  Problems problems = check_methodology(plan);
  const Methodology* methodology = find_methodology(plan.methodology);
  if (methodology != nullptr) add(problems, check_use(plan, *methodology));
  if (!parameters) add(problems, parameters.error());
  add(problems, check_period(plan, methodology != nullptr && !methodology->looks_back, period));
  return problems;
}

// A baseline that gives a service lacking today is declared, and the declaration is shown.
Problems check_suppressed_demand(const ComponentPlan& plan) {
  const bool is_needed = plan.disposal_site == DisposalSite::settlement_dumping;
  if (!plan.suppressed_demand.empty())
    return {{.severity = Severity::warning,
             .rule = Rule::suppressed_demand,
             .message = {{"Suppressed demand is declared: {}.", "Demande réprimée déclarée : {}.",
                          "Se declara demanda reprimida: {}."},
                         plan.suppressed_demand},
             .remedy = {{"The verifier confirms its ground.",
                         "Le vérificateur en confirme le "
                         "fondement.",
                         "El verificador confirma su fundamento."}}}};
  if (!is_needed) return {};
  return {
      refused(Rule::suppressed_demand,
              {{"Waste dumped in settlements for want of collection is suppressed demand, which "
                "is not declared.",
                "Des déchets jetés dans les quartiers faute de collecte sont une demande "
                "réprimée, qui n'est pas déclarée.",
                "Los residuos arrojados en los barrios por falta de recogida son demanda "
                "reprimida, que no se declara."}},
              {{"Declare it with its ground, or name the disposal site.",
                "Déclarez-la avec son fondement, ou nommez la décharge.",
                "Declárela con su fundamento, o nombre el vertedero."}})};
}

Problems check_case(const ParameterSet& parameters, const ComponentCase& c,
                    const DateRange& period) {
  Problems problems =
      c.data.tickets.empty() && c.is_declared() ? check_declared(c, period) : check_monitoring(c);
  add(problems, check_monthly_tables(c));
  add(problems, check_unread_tables(c));
  add(problems, check_stream(c));
  add(problems, check_grid(c, parameters));
  add(problems, check_suppressed_demand(c.plan));
  if (c.methodology.check != nullptr) add(problems, c.methodology.check(c, parameters, period));
  return problems;
}

struct CountedOutcome {
  std::unique_ptr<CountedCase> counted;
  Problems findings;
};

// What is counted of the data, and everything that is to be said of them; errors end it.
CountedOutcome count_case(const Methodology& methodology, const ComponentPlan& plan,
                          const MonitoringData& data, const DateRange& covered,
                          const std::vector<YearPart>& parts) {
  std::vector<MeterSeries> series;
  for (const Meter& meter : data.meters) series.push_back(monthly_amounts(meter));
  CountedOutcome outcome{
      .counted = std::make_unique<CountedCase>(methodology, plan, data, series, covered),
      .findings = check_meters(series)};
  for (const MeasuredParameter& measured : outcome.counted->measured())
    add(outcome.findings, check_parameter_use(measured.symbol, methodology));
  if (!outcome.counted->parameters()) add(outcome.findings, outcome.counted->parameters().error());
  if (has_error(outcome.findings)) return outcome;
  add(outcome.findings, check_case(*outcome.counted->parameters(), outcome.counted->get(),
                                   {parts.front().days.first, parts.back().days.last}));
  if (has_error(outcome.findings)) return outcome;
  EffectBasis basis{.plan = plan,
                    .methodology = methodology,
                    .data = data,
                    .series = series,
                    .covered = covered,
                    .parts = parts};
  SamplingOutcome sampling = check_sampling(basis, *outcome.counted);
  add(outcome.findings, std::move(sampling.findings));
  outcome.counted->change(sampling.bounds);
  basis.changes = std::move(sampling.bounds);
  add(outcome.findings, check_effects(basis, *outcome.counted));
  return outcome;
}

}  // namespace

std::vector<TermDescription> described_terms(const Quantification& result) {
  const Methodology* methodology = find_methodology(result.methodology);
  check(methodology != nullptr, "a result is of a released methodology");
  std::vector<TermDescription> terms(methodology->terms.begin(), methodology->terms.end());
  if (!result.years.empty() && result.years.front().terms.has(crediting::kTerms[1].key)) {
    terms.pop_back();
    terms.insert(terms.end(), crediting::kTerms.begin(), crediting::kTerms.end());
  }
  return terms;
}

std::expected<Quantification, Problems> quantify(const ComponentPlan& plan,
                                                 const MonitoringData& data,
                                                 const DateRange& period,
                                                 const SamplingRequest* sampling) {
  if (Problems problems = check_plan(plan, period, ParameterSet::make(plan.overrides));
      !problems.empty())
    return std::unexpected(std::move(problems));
  const Methodology& methodology = *find_methodology(plan.methodology);
  const DateRange covered{.first = methodology.looks_back || crediting::looks_at_first_year(plan)
                                       ? plan.crediting_period.first
                                       : period.first,
                          .last = period.last};
  const CountedOutcome counted =
      count_case(methodology, plan, data, covered, split_by_year(period));
  Problems findings = counted.findings;
  if (has_error(findings)) return std::unexpected(std::move(findings));
  const ComponentCase& c = counted.counted->get();
  const ParameterSet& parameters = *counted.counted->parameters();
  Quantification result{.component = plan.component,
                        .methodology = plan.methodology,
                        .engine_version = std::string(kEngineVersion),
                        .model = plan.model,
                        .climate = plan.climate,
                        .disposal_site = plan.disposal_site,
                        .options = plan.options,
                        .suppressed_demand = plan.suppressed_demand,
                        .sampling = plan.sampling,
                        .gwp_set = std::string(plan.gwp.name),
                        .crediting_period = plan.crediting_period,
                        .period = period,
                        .years = {},
                        .errors = {},
                        .deduction_policy = plan.deduction,
                        .sampled = {},
                        .parameters = {},
                        .inputs = data.files,
                        .stream = stream_in(data, period),
                        .warnings = std::move(findings)};
  const std::vector<YearPart> parts = split_by_year(period);
  const bool to_percentile = plan.deduction && plan.deduction->rule == DeductionRule::percentile;
  std::vector<double> percentiles(parts.size());
  if (sampling != nullptr || to_percentile) {
    const SampledCase sampled = sampled_case(parameters, c, parts);
    if (to_percentile)
      percentiles = sampled_percentiles(sampled.inputs, sampled.model, plan.deduction->seed,
                                        plan.deduction->draws, plan.deduction->percentile);
    if (sampling != nullptr)
      result.sampled = sample_uncertainty(sampled.inputs, sampled.model, *sampling);
  }
  for (std::size_t i = 0; i < parts.size(); ++i)
    result.years.push_back(quantify_year(parameters, c, parts[i], percentiles[i]));
  result.errors = errors_of_all(result.years);
  result.parameters = parameters_used(derivations_of(result.years));
  return result;
}

}  // namespace openitmo::mrv
