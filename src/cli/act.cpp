#include <chrono>
#include <fmt/format.h>
#include <functional>

#include "cli/commands.h"
#include "cli/one_act.h"
#include "journal/hash.h"
#include "registry/request_texts.h"

namespace openitmo::cli {

namespace {

using registry::GivenText;

std::string date_of(const ActOptions& options) {
  return options.effective_date.empty() ? recording_time().date().to_string()
                                        : options.effective_date;
}

// Made from what is asked: the same act asked for twice on one day is recorded once.
std::string command_id_of(const ActOptions& options, const std::string& date) {
  if (!options.command_id.empty()) return options.command_id;
  std::string asked = options.act + "\n" + date + "\n";
  for (const auto& [key, text] : options.values) asked += key + "=" + text + "\n";
  return fmt::format("{}-{}-{}", options.act, date,
                     journal::to_hex(journal::sha256(asked)).substr(0, 12));
}

ActFile act_file(const ActOptions& options) {
  const std::string date = date_of(options);
  const std::string id = command_id_of(options, date);
  std::vector<GivenText> given{
      {"act", options.act}, {"command_id", id}, {"effective_date", date}, {"actor", options.actor}};
  for (const auto& [key, text] : options.values) given.push_back({key, text});
  ActFile file;
  auto request = registry::parse_act_texts(
      given, [](std::string_view path) { return hash_of_file(std::filesystem::path(path)); });
  if (request) {
    request->envelope.recorded_at = recording_time();
    file.requests.push_back(*std::move(request));
    file.lines.push_back(1);
  } else {
    file.wrong.push_back({1, 0, request.error().key, request.error().text});
  }
  return file;
}

}  // namespace

int act(const ActOptions& options) {
  return record_one(
      {options.journal, options.key, options.dry_run, false, options.json, options.language},
      act_file(options),
      Words("; to record it once more, give another --command-id",
            " ; pour l'enregistrer encore une fois, donnez un autre --command-id"));
}

}  // namespace openitmo::cli
