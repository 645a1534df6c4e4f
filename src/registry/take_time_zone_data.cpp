#include <optional>

#include "registry/verify.h"

namespace openitmo::registry {

namespace say = verify_sentences;

namespace {

// The value of the field in the text of a result, whose keys stand in a fixed order and whose
// version needs no escape.
std::optional<std::string> version_in(const std::string& result) {
  static constexpr std::string_view kField = "\"time_zone_data\":";
  const std::size_t field = result.find(kField);
  if (field == std::string::npos) return std::nullopt;
  const std::size_t begin = result.find('"', field + kField.size());
  const std::size_t end = result.find('"', begin + 1);
  if (begin == std::string::npos || end == std::string::npos) return std::nullopt;
  return result.substr(begin + 1, end - begin - 1);
}

}  // namespace

VerifyFindings take_time_zone_data(Programme& programme,
                                   const std::map<std::string, std::string>& results) {
  VerifyFindings notes;
  for (ProgrammeComponent& component : programme.components) {
    if (!component.data.stream || component.data.stream->time_zone_data.empty()) continue;
    std::string& here = component.data.stream->time_zone_data;
    for (const auto& [name, result] : results) {
      if (name != component.id && !name.ends_with("-" + component.id)) continue;
      const std::optional<std::string> stored = version_in(result);
      if (!stored || stored->empty() || *stored == here) continue;
      notes.add("results/" + name + ".json", {say::kOtherTimeZoneData, *stored, here});
      here = *stored;
      break;
    }
  }
  return notes;
}

}  // namespace openitmo::registry
