#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/on_threads.h"
#include "cli/terminal.h"
#include "files/problem.h"
#include "files/programme/load_programme.h"
#include "mrv/uncertainty/uncertainty_rows.h"
#include "registry/monitoring_report.h"

namespace openitmo::cli {

namespace {

constexpr std::size_t kContributorsMax = 10;
// Below this the percentiles of any result jump about.
constexpr std::size_t kDrawsMin = 10'000;

// One component over the days of one monitoring report, or over its crediting period where the
// programme has none.
struct Task {
  const registry::ProgrammeComponent* component;
  std::string report;
  DateRange period;
};

std::vector<Task> tasks_of(const registry::Programme& programme, const std::string& asked) {
  std::vector<Task> tasks;
  for (const registry::ProgrammeComponent& component : programme.components) {
    if (!asked.empty() && component.id != asked) continue;
    const std::size_t before = tasks.size();
    for (const registry::Act& act : programme.acts)
      if (const auto* monitor = std::get_if<registry::Monitor>(&act.act))
        if (std::ranges::find(monitor->components, component.id) != monitor->components.end())
          tasks.push_back({&component, monitor->report, monitor->period});
    if (tasks.size() == before) tasks.push_back({&component, "", component.plan.crediting_period});
  }
  return tasks;
}

std::string names_of(const registry::Programme& programme) {
  std::string names;
  for (const registry::ProgrammeComponent& component : programme.components)
    names += (names.empty() ? "" : ", ") + component.id;
  return names;
}

mrv::SamplingRequest sampling_of(const QuantifyOptions& options) {
  mrv::SamplingRequest request;
  request.options.seed = options.seed;
  request.options.draws_max = options.draws_max;
  request.options.draws_min = std::min(kDrawsMin, options.draws_max);
  request.for_each = on_threads(options.threads);
  return request;
}

void show(Terminal& terminal, const registry::ComponentResult& result) {
  const mrv::Quantification& quantified = result.quantification;
  const Language language = terminal.language();
  terminal.line("");
  terminal.line(
      fmt::format("{}{}{}  {} {}  {} - {}", result.component, result.report.empty() ? "" : ", ",
                  result.report, quantified.methodology.name, quantified.methodology.version,
                  quantified.period.first.to_string(), quantified.period.last.to_string()));
  terminal.table(interval_rows(quantified, language));
  terminal.line("");
  terminal.table(contributor_rows(quantified, kContributorsMax, language));
  if (quantified.sampled) terminal.line(terminal.say(draws_sentence(*quantified.sampled)));
  if (quantified.deduction_policy)
    terminal.line(terminal.say(policy_sentence(*quantified.deduction_policy)));
  if (const Text fixed = fixed_parameters_sentence(quantified); !fixed.empty())
    terminal.line(terminal.say(fixed));
}

}  // namespace

int quantify(const QuantifyOptions& options) {
  if (!std::filesystem::is_directory(options.programme))
    throw files::FileError(
        options.programme, Words("there is no such folder", "ce dossier n'existe pas"),
        Words("name a programme folder, such as programmes/senegal-waste",
              "nommez un dossier de programme, tel que programmes/senegal-waste"));
  Terminal terminal(options.language);
  const auto programme = files::load_programme(options.programme);
  if (!programme) {
    fmt::print(stderr, "{}{}\n{}\n", options.programme, terminal.say({":", " :"}),
               programme.error().to_text(options.language));
    return kCannot;
  }
  const std::vector<Task> tasks = tasks_of(*programme, options.component);
  if (tasks.empty()) {
    throw files::FileError(
        options.programme,
        Text({"no component is called {}", "aucun composant ne s'appelle {}"}, options.component),
        Text({"name one of {}", "nommez l'un de {}"}, names_of(*programme)));
  }
  const mrv::SamplingRequest sampling = sampling_of(options);
  std::string json;
  if (!options.json && programme->demonstration) terminal.line(terminal.say(words::kDemonstration));
  for (const Task& task : tasks) {
    const auto result = registry::quantify_component(*task.component, task.report, task.period,
                                                     options.draws_max == 0 ? nullptr : &sampling);
    if (!result) {
      fmt::print(stderr, "{}", terminal.say(result.error()));
      return kCannot;
    }
    if (options.json)
      json += (json.empty() ? "[" : ",") + result->json;
    else
      show(terminal, *result);
  }
  if (options.json) fmt::print("{}]\n", json);
  return kDone;
}

}  // namespace openitmo::cli
