#include "mrv/reverify.h"

#include <algorithm>
#include <boost/json.hpp>
#include <filesystem>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/quantified.h"
#include "files/problem.h"
#include "mrv/crediting.h"
#include "mrv/methodologies.h"
#include "mrv/shortest_decimal.h"

namespace openitmo::cli {

namespace {

// "--with k.tropical_dry.food=0.06": a value of a parameter; anything else names a folder.
std::optional<mrv::ParameterOverride> parameter_in(const std::string& with) {
  const std::size_t equals = with.find('=');
  if (equals == std::string::npos || std::filesystem::is_directory(with)) return std::nullopt;
  return mrv::ParameterOverride{.symbol = with.substr(0, equals),
                                .value = with.substr(equals + 1),
                                .source = "--with",
                                .confidence = mrv::Confidence::low};
}

bool reads(const registry::ProgrammeComponent& component, const std::string& symbol) {
  const mrv::Methodology* methodology = mrv::find_methodology(component.plan.methodology);
  return mrv::crediting::is_parameter(symbol) ||
         (methodology != nullptr && methodology->reads_parameter(symbol));
}

// Of the component; without one, of every component that reads the parameter.
void lay_over(registry::Programme& programme, const mrv::ParameterOverride& own,
              const std::string& component) {
  bool is_used = false;
  for (registry::ProgrammeComponent& of : programme.components) {
    if (!reads(of, own.symbol) || (!component.empty() && of.id != component)) continue;
    is_used = true;
    std::erase_if(of.plan.overrides, [&](const auto& one) { return one.symbol == own.symbol; });
    of.plan.overrides.push_back(own);
  }
  if (is_used) return;
  throw files::FileError(
      own.symbol,
      Words("no component that is compared reads this parameter",
            "aucun composant comparé ne lit ce paramètre"),
      Words("see docs/methodologies/parameters.md", "voyez docs/methodologies/parameters.md"));
}

// The programme to compare with: the last folder named, or the first programme itself, with the
// parameters laid over it.
std::optional<registry::Programme> other_programme(const Terminal& terminal,
                                                   const ReverifyOptions& options) {
  std::string folder = options.folder;
  for (const std::string& with : options.with)
    if (!parameter_in(with)) folder = with;
  auto programme = read_programme(terminal, folder);
  if (!programme) return std::nullopt;
  for (const std::string& with : options.with)
    if (const auto own = parameter_in(with)) lay_over(*programme, *own, options.component);
  return programme;
}

struct Compared {
  std::string report;
  mrv::Reverified reverified;
};

const registry::ProgrammeComponent& same_component(const registry::Programme& other,
                                                   const std::string& id) {
  const auto found = std::ranges::find(other.components, id, &registry::ProgrammeComponent::id);
  if (found != other.components.end()) return *found;
  throw files::FileError(other.id,
                         Text({"there is no component {}", "il n'y a pas de composant {}"}, id),
                         Words("name a component that both have with its id",
                               "nommez par son identifiant un composant que les deux ont"));
}

void show(Terminal& terminal, const Compared& compared) {
  const mrv::Reverified& reverified = compared.reverified;
  terminal.line("");
  terminal.line(fmt::format("{}{}{}", reverified.before.component,
                            compared.report.empty() ? "" : ", ", compared.report));
  if (reverified.causes.empty()) {
    terminal.line(fmt::format("  {}", terminal.say(Words("nothing differs", "rien ne diffère"))));
    return;
  }
  std::vector<std::vector<std::string>> rows{{std::string(terminal.say(words::kYear)),
                                              std::string(terminal.say({"before", "avant"})),
                                              std::string(terminal.say({"after", "après"})),
                                              std::string(terminal.say(words::kDifference))}};
  for (std::size_t i = 0; i < reverified.before.years.size(); ++i) {
    const auto& before = reverified.before.years[i];
    rows.push_back({std::to_string(before.year.value()),
                    terminal.say(mrv::tonnes_with_sign(before.claimed)),
                    terminal.say(mrv::tonnes_with_sign(reverified.after.years[i].claimed)),
                    terminal.say(mrv::tonnes_with_sign(reverified.difference(i)))});
  }
  terminal.table(rows);
  for (const mrv::Cause& cause : reverified.causes) {
    std::string effects;
    for (std::size_t i = 0; i < cause.effect_t_co2eq.size(); ++i)
      effects += fmt::format("{}{}{}{}", i == 0 ? "" : ", ",
                             reverified.before.years[i].year.value(), terminal.colon(),
                             terminal.say(mrv::tonnes_with_sign(cause.effect_t_co2eq[i])));
    terminal.line(fmt::format("  - {}", terminal.say(cause.what)));
    terminal.line(fmt::format("    {} {}", effects, terminal.say(words::kInT)));
  }
}

boost::json::object json_of(const Compared& compared, Language language) {
  const mrv::Reverified& reverified = compared.reverified;
  boost::json::array years, causes;
  for (std::size_t i = 0; i < reverified.before.years.size(); ++i)
    years.push_back({{"year", reverified.before.years[i].year.value()},
                     {"before_t_co2eq", mrv::shortest_decimal(reverified.before.years[i].claimed)},
                     {"after_t_co2eq", mrv::shortest_decimal(reverified.after.years[i].claimed)}});
  for (const mrv::Cause& cause : reverified.causes) {
    boost::json::array effects;
    for (const auto effect : cause.effect_t_co2eq)
      effects.push_back(boost::json::string(mrv::shortest_decimal(effect)));
    causes.push_back({{"what", cause.what.in(language)}, {"effect_t_co2eq", std::move(effects)}});
  }
  return {{"component", reverified.before.component},
          {"report", compared.report},
          {"years", std::move(years)},
          {"causes", std::move(causes)}};
}

// Empty, with everything said on standard error, where one side cannot be quantified.
std::optional<std::vector<Compared>> compare(
    const Terminal& terminal, const registry::Programme& programme,
    const registry::Programme& other, const std::vector<registry::ComponentResult>& results) {
  std::vector<Compared> all;
  for (const registry::ComponentResult& result : results) {
    const auto& one = component_of(programme, result);
    const auto& changed = same_component(other, result.component);
    auto reverified =
        mrv::reverify(one.plan, one.data, changed.plan, changed.data, result.quantification.period);
    if (!reverified) {
      for (const mrv::Finding& finding : reverified.error())
        fmt::print(stderr, "{}{}{}\n", result.component, terminal.colon(),
                   terminal.say(text_of(finding, changed.data.files).in_two_languages()));
      return std::nullopt;
    }
    all.push_back({result.report, *std::move(reverified)});
  }
  return all;
}

}  // namespace

int reverify(const ReverifyOptions& options) {
  Terminal terminal(options.language);
  const auto programme = read_programme(terminal, options.folder);
  if (!programme) return kCannot;
  const auto other = other_programme(terminal, options);
  if (!other) return kCannot;
  const auto results = quantify_reports(terminal, *programme, options.component, options.report);
  if (!results) return kCannot;
  const auto all = compare(terminal, *programme, *other, *results);
  if (!all) return kCannot;
  const bool demonstration = programme->demonstration || other->demonstration;
  const bool differs = std::ranges::any_of(
      *all, [](const Compared& compared) { return !compared.reverified.causes.empty(); });
  if (options.json) {
    boost::json::array list;
    for (const Compared& compared : *all) list.push_back(json_of(compared, options.language));
    terminal.line(boost::json::serialize(
        boost::json::object{{"demonstration", demonstration}, {"compared", std::move(list)}}));
    return differs ? kRefused : kDone;
  }
  if (demonstration) terminal.banner(terminal.say(words::kDemonstration));
  for (const Compared& compared : *all) show(terminal, compared);
  return differs ? kRefused : kDone;
}

}  // namespace openitmo::cli
