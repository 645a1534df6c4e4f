#include "mrv/parameter_set.h"

#include <charconv>
#include <cmath>
#include <fmt/format.h>

#include "mrv/shortest_decimal.h"
#include "quantity/check.h"

namespace openitmo::mrv {

namespace {

constexpr const char* kLaboratoryResults = "laboratory results";

std::optional<double> parse_number(std::string_view text) {
  double value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  if (result.ec != std::errc() || result.ptr != text.data() + text.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

Finding refused(Rule rule, ReportText message, ReportText remedy) {
  return {.rule = rule, .message = std::move(message), .remedy = std::move(remedy)};
}

std::optional<Finding> find_problem(const ParameterOverride& own, const Parameter* parameter,
                                    std::optional<double> value) {
  if (parameter == nullptr)
    return refused(Rule::unknown_parameter,
                   {{"No parameter is called '{}'.", "Aucun paramètre ne s'appelle « {} ».",
                     "Ningún parámetro se llama «{}»."},
                    own.symbol},
                   {{"Use a symbol of docs/methodologies/parameters.md.",
                     "Prenez un symbole de docs/methodologies/parameters.md.",
                     "Use un símbolo de docs/methodologies/parameters.md."}});
  if (!value)
    return refused(Rule::parameter_not_a_number,
                   {{"'{}' of parameter '{}' is not a number.",
                     "« {} » du paramètre « {} » n'est pas un nombre.",
                     "«{}» del parámetro «{}» no es un número."},
                    own.value,
                    own.symbol},
                   {{"Write digits with a decimal point, such as 0.60.",
                     "Écrivez des chiffres avec un point décimal, comme 0.60.",
                     "Escriba cifras con punto decimal, como 0.60."}});
  if (*value < parameter->lowest || *value > parameter->highest)
    return refused(
        Rule::parameter_out_of_range,
        {{"{} of parameter '{}' is out of range.", "{} du paramètre « {} » est hors des bornes.",
          "{} del parámetro «{}» está fuera de los límites."},
         own.value,
         own.symbol},
        {{"Use {} to {}{}.", "Prenez de {} à {}{}.", "Use de {} a {}{}."},
         shortest_decimal(parameter->lowest),
         shortest_decimal(parameter->highest),
         parameter->unit == "1" ? std::string() : fmt::format(" {}", parameter->unit)});
  if (own.source.empty())
    return refused(Rule::parameter_without_source,
                   {{"The value of parameter '{}' has no source.",
                     "La valeur du paramètre « {} » n'a pas de source.",
                     "El valor del parámetro «{}» no tiene fuente."},
                    own.symbol},
                   {{"Name the document that it comes from.", "Nommez le document d'où elle vient.",
                     "Nombre el documento del que procede."}});
  if (own.uncertainty && !parse_uncertainty(*own.uncertainty))
    return refused(Rule::uncertainty_not_understood,
                   {{"'{}' is no uncertainty of parameter '{}'.",
                     "« {} » n'est pas une incertitude du paramètre « {} ».",
                     "«{}» no es una incertidumbre del parámetro «{}»."},
                    *own.uncertainty,
                    own.symbol},
                   {{"Write it like one of these: '±20 %', 'factor 2', '0.07 to 0.1', "
                     "'pert 0.07 to 0.1, 0.5 with DOCf'.",
                     "Écrivez-la comme l'une de celles-ci : « ±20 % », « factor 2 », "
                     "« 0.07 to 0.1 », « pert 0.07 to 0.1, 0.5 with DOCf ».",
                     "Escríbala como una de estas: «±20 %», «factor 2», «0.07 to 0.1», «pert 0.07 "
                     "to 0.1, 0.5 with DOCf»."}});
  return std::nullopt;
}

// A group is a name for several figures: one that a single figure has already would tie the two.
std::optional<Finding> find_group_problem(const ParameterOverride& own) {
  if (!own.uncertainty) return std::nullopt;
  const std::optional<StatedUncertainty> stated = parse_uncertainty(*own.uncertainty);
  if (!stated || find_parameter(stated->group.view()) == nullptr) return std::nullopt;
  return refused(
      Rule::uncertainty_not_understood,
      {{"Group '{}' of the uncertainty of parameter '{}' is the name of a parameter.",
        "Le groupe « {} » de l'incertitude du paramètre « {} » est le nom d'un "
        "paramètre.",
        "El grupo «{}» de la incertidumbre del parámetro «{}» es el nombre de un parámetro."},
       stated->group.view(),
       own.symbol},
      {{"Give the group a name of its own.", "Donnez au groupe un nom à lui.",
        "Dé al grupo un nombre propio."}});
}

Finding wrong_partner(const std::string& symbol, std::string_view with, const ReportWords& why) {
  return refused(Rule::uncertainty_not_understood,
                 {{"The uncertainty of parameter '{}' is correlated with '{}': {}.",
                   "L'incertitude du paramètre « {} » est corrélée avec « {} » : {}.",
                   "La incertidumbre del parámetro «{}» está correlacionada con «{}»: {}."},
                  symbol,
                  with,
                  why},
                 {{"Name another parameter, and each pair once.",
                   "Nommez un autre paramètre, et chaque paire une fois.",
                   "Nombre otro parámetro, y cada par una sola vez."}});
}

// What is correlated is a parameter, and no way along correlations leads back to its start.
Problems check_correlations(const std::vector<ParameterOverride>& overrides,
                            const ParameterSet& set) {
  Problems problems;
  const auto partner_of = [&](const std::string& symbol) {
    return find_parameter(symbol) == nullptr
               ? std::string()
               : std::string(set.value(symbol).uncertainty.with.view());
  };
  for (const ParameterOverride& own : overrides) {
    const std::string with = partner_of(own.symbol);
    if (with.empty()) continue;
    if (find_parameter(with) == nullptr) {
      problems.push_back(
          wrong_partner(own.symbol, with,
                        {"there is no such parameter", "il n'y a pas de tel paramètre",
                         "no existe tal parámetro"}));
      continue;
    }
    std::string at = with;
    for (std::size_t i = 0; i <= overrides.size() && !at.empty() && at != own.symbol; ++i)
      at = partner_of(at);
    if (!at.empty())
      problems.push_back(wrong_partner(
          own.symbol, with,
          {"this leads back to itself", "cela revient à lui-même", "esto vuelve a sí mismo"}));
  }
  return problems;
}

ParameterOverride as_override(const MeasuredParameter& measured) {
  return {.symbol = measured.symbol,
          .value = shortest_decimal(measured.value),
          .source = kLaboratoryResults};
}

StatedUncertainty uncertainty_of(const ParameterOverride& own, const Parameter& parameter,
                                 double value) {
  if (own.uncertainty) return *parse_uncertainty(*own.uncertainty);
  const double unchanged = 1;
  return parameter.uncertainty.scaled(
      parameter.default_value == 0 ? unchanged : value / parameter.default_value);
}

}  // namespace

std::expected<ParameterSet, Problems> ParameterSet::make(
    const std::vector<ParameterOverride>& overrides,
    const std::vector<MeasuredParameter>& measured) {
  ParameterSet set;
  Problems problems;
  for (const MeasuredParameter& of : measured) {
    const Parameter* parameter = find_parameter(of.symbol);
    if (std::optional<Finding> problem = find_problem(as_override(of), parameter, of.value)) {
      problems.push_back(std::move(*problem));
      continue;
    }
    set.overridden_[of.symbol] = {
        .parameter = parameter,
        .value = of.value,
        .source = kLaboratoryResults,
        .confidence = Confidence::high,
        .uncertainty = StatedUncertainty::of_half_width(of.value > 0 ? of.half_width / of.value : 0,
                                                        CorrelationGroup(of.symbol)),
        .is_overridden = true,
        .measured_rows = of.rows};
  }
  for (const ParameterOverride& own : overrides) {
    const Parameter* parameter = find_parameter(own.symbol);
    const std::optional<double> value = parse_number(own.value);
    std::optional<Finding> problem = find_problem(own, parameter, value);
    if (!problem) problem = find_group_problem(own);
    if (problem) {
      problems.push_back(std::move(*problem));
      continue;
    }
    const bool is_new = set.overridden_
                            .insert({own.symbol,
                                     {.parameter = parameter,
                                      .value = *value,
                                      .source = own.source,
                                      .confidence = own.confidence,
                                      .uncertainty = uncertainty_of(own, *parameter, *value),
                                      .is_overridden = true}})
                            .second;
    if (!is_new)
      problems.push_back(
          refused(Rule::duplicated_parameter,
                  {{"Parameter '{}' is given twice.", "Le paramètre « {} » est donné deux fois.",
                    "El parámetro «{}» se da dos veces."},
                   own.symbol},
                  {{"Keep one value.", "Gardez une seule valeur.", "Conserve un solo valor."}}));
  }
  for (Finding& problem : check_correlations(overrides, set))
    problems.push_back(std::move(problem));
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return set;
}

ParameterValue ParameterSet::value(std::string_view symbol) const {
  if (const auto own = overridden_.find(symbol); own != overridden_.end()) return own->second;
  const Parameter* parameter = find_parameter(symbol);
  check(parameter != nullptr, "the equations use parameters of the table only");
  return {.parameter = parameter,
          .value = parameter->default_value,
          .source = std::string(parameter->source),
          .confidence = parameter->confidence,
          .uncertainty = parameter->uncertainty,
          .is_overridden = false};
}

}  // namespace openitmo::mrv
