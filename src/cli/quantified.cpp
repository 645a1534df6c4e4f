#include "cli/quantified.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

#include "cli/run_folder.h"
#include "files/problem.h"
#include "files/programme/load_programme.h"
#include "quantity/check.h"

namespace openitmo::cli {

namespace {

bool is_named(const std::vector<Task>& tasks, const registry::ProgrammeComponent& component) {
  return std::ranges::find(tasks, &component, &Task::component) != tasks.end();
}

std::vector<Task> all_tasks(const registry::Programme& programme, Unreported unreported) {
  std::vector<Task> tasks;
  for (const registry::Act& act : programme.acts)
    if (const auto* monitor = std::get_if<registry::Monitor>(&act.act))
      for (const registry::ProgrammeComponent& component : programme.components)
        if (std::ranges::find(monitor->components, component.id) != monitor->components.end())
          tasks.push_back({&component, monitor->report, monitor->period});
  if (!tasks.empty() && unreported == Unreported::skip) return tasks;
  for (const registry::ProgrammeComponent& component : programme.components)
    if (!is_named(tasks, component))
      tasks.push_back({&component, "", component.plan.crediting_period});
  return tasks;
}

// Ids that a task has, each once, in the order of the tasks.
template <class IdOf>
std::vector<std::string> ids_of(const std::vector<Task>& tasks, IdOf id_of) {
  std::vector<std::string> ids;
  for (const Task& task : tasks)
    if (const std::string& id = id_of(task); std::ranges::find(ids, id) == ids.end())
      ids.push_back(id);
  return ids;
}

void require(const std::vector<std::string>& known, const std::string& asked) {
  if (asked.empty() || std::ranges::find(known, asked) != known.end()) return;
  throw files::FileError(
      asked,
      Words("no component or monitoring report with results is called so",
            "aucun composant ni rapport de suivi avec résultats ne s'appelle "
            "ainsi"),
      known.empty() ? Text(Words("leave it out", "omettez-le"))
                    : Text({"name one of {}", "nommez l'un de {}"}, fmt::join(known, ", ")));
}

}  // namespace

std::vector<Task> tasks_of(const registry::Programme& programme, const std::string& component,
                           const std::string& report, Unreported unreported) {
  std::vector<Task> tasks = all_tasks(programme, unreported);
  require(ids_of(tasks, [](const Task& task) { return task.component->id; }), component);
  if (!component.empty())
    std::erase_if(tasks, [&](const Task& task) { return task.component->id != component; });
  std::vector<std::string> reports = ids_of(tasks, [](const Task& task) { return task.report; });
  std::erase(reports, "");
  require(reports, report);
  if (!report.empty())
    std::erase_if(tasks, [&](const Task& task) { return task.report != report; });
  return tasks;
}

std::filesystem::path programme_folder(const std::string& folder) {
  const std::filesystem::path path = folder;
  return std::filesystem::is_directory(path / kEvidence) ? path / kEvidence : path;
}

std::optional<registry::Programme> read_programme(const Terminal& terminal,
                                                  const std::string& folder) {
  const std::filesystem::path path = folder;
  if (!std::filesystem::is_directory(path))
    throw files::FileError(
        folder, Words("there is no such folder", "ce dossier n'existe pas"),
        Words("name a programme folder, or a folder that itmo run wrote",
              "nommez un dossier de programme, ou un dossier écrit par itmo run"));
  auto programme = files::load_programme(programme_folder(folder));
  if (programme) return *std::move(programme);
  fmt::print(stderr, "{}{}\n{}\n", folder, terminal.say({":", " :"}),
             programme.error().to_text(terminal.language()));
  return std::nullopt;
}

std::optional<std::vector<registry::ComponentResult>> quantify_reports(
    const Terminal& terminal, const registry::Programme& programme, const std::string& component,
    const std::string& report) {
  std::vector<registry::ComponentResult> results;
  for (const Task& task : tasks_of(programme, component, report)) {
    auto result = registry::quantify_component(*task.component, task.report, task.period);
    if (!result) {
      fmt::print(stderr, "{}", terminal.say(result.error()));
      return std::nullopt;
    }
    results.push_back(*std::move(result));
  }
  return results;
}

void require_report(const registry::Programme& programme, const std::string& component,
                    const std::string& report) {
  tasks_of(programme, component, report);
}

const registry::ProgrammeComponent& component_of(const registry::Programme& programme,
                                                 const registry::ComponentResult& result) {
  const auto found =
      std::ranges::find(programme.components, result.component, &registry::ProgrammeComponent::id);
  check(found != programme.components.end(), "a result is of a component of the programme");
  return *found;
}

}  // namespace openitmo::cli
