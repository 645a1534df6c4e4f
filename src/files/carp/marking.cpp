#include "files/carp/marking.h"

#include <algorithm>

#include "reporting/cell_values.h"

namespace openitmo::files {

std::string marking_word(std::string_view text) {
  std::string word = reporting::folded(text);
  std::ranges::replace(word, '_', ' ');
  if (const auto at = word.find("finalised"); at != std::string::npos) word[at + 6] = 'z';
  return word;
}

}  // namespace openitmo::files
