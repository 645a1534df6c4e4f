#include <algorithm>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/draws.h"
#include "cli/quantified.h"
#include "mrv/uncertainty/uncertainty_rows.h"

namespace openitmo::cli {

namespace {

constexpr std::size_t kContributorsMax = 10;
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
  for (const mrv::Finding& finding : quantified.warnings)
    terminal.line(terminal.say(text_of(finding, quantified.inputs).in_two_languages()));
}

}  // namespace

int quantify(const QuantifyOptions& options) {
  Terminal terminal(options.language);
  const auto programme = read_programme(terminal, options.programme);
  if (!programme) return kCannot;
  std::vector<Task> tasks =
      tasks_of(*programme, options.component, "", Unreported::over_crediting_period);
  // All of a component one after the other; they lie in the order of the programme.
  std::ranges::stable_sort(tasks, {}, &Task::component);
  const mrv::SamplingRequest sampling = sampling_of(options.draws);
  std::string json;
  if (!options.json && programme->demonstration) terminal.line(terminal.say(words::kDemonstration));
  for (const Task& task : tasks) {
    const auto result =
        registry::quantify_component(*task.component, task.report, task.period,
                                     options.draws.draws_max == 0 ? nullptr : &sampling);
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
