#pragma once

#include <string>
#include <vector>

#include "mrv/explanation.h"
#include "quantity/language.h"

namespace openitmo::files {

struct ExplainedFigure {
  const mrv::Explanation* explanation = nullptr;
  Text component_name;
};

// Figures with their derivations as one self-contained page: for each the value, what it hangs on,
// and its tree to unfold, `depth` levels deep, down to file, rows and column or to a parameter with
// source and confidence. No script; prints what is unfolded.
std::string explain_html(const Text& programme_title, const std::vector<ExplainedFigure>& figures,
                         bool demonstration, int depth, Language language);

}  // namespace openitmo::files
