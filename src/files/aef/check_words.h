#pragma once

#include <string>

#include "files/aef/check_folder.h"

// The words in which a check is told, wherever it is shown.
namespace openitmo::files {

Words effect_words(reporting::FindingEffect effect);
// The official words, or why the file has no result.
Text result_of(const CheckedFolder& checked, std::size_t file);
// "SEN_2026_1.0.xlsx, Table 3 Actions!I20"
std::string place_of(const CheckedFolder& checked, const reporting::AefPlace& at,
                     Language language);
bool is_demonstration(const CheckedFolder& checked);
// Everything, for programs.
std::string check_json(const CheckedFolder& checked, Language language);

}  // namespace openitmo::files
