#pragma once

#include <string>

#include "files/html/html.h"
#include "files/html/speech.h"
#include "mrv/quantify.h"

// The calculation of one component as readers see it.
namespace openitmo::files {

struct DerivationSettings {
  std::string id = "derivation";  // prefix of the ids in the page
  std::string demonstration_line = {};
  std::size_t leaves_max = 14;  // rows of the table; the rest stands in one sum
  int tree_depth_max = 6;
  std::size_t tree_siblings_max = 4;  // of one kind, such as the months of a year
};

// A table of the terms by year with symbol, unit and equation; a picture and a table of what the
// tonnes hang on (measured, default, assumed, with its share); and for each year the tree of the
// derivation, to unfold. Nothing is calculated here.
Html derivation_part(const mrv::Quantification& quantification, const Speech& speech,
                     const DerivationSettings& settings = {});

// The same as markup, to be put into a page.
std::string derivation_html(const mrv::Quantification& quantification, Language language,
                            const DerivationSettings& settings = {});

}  // namespace openitmo::files
