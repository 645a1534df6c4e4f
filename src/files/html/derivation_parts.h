#pragma once

#include "files/html/derivation_html.h"
#include "files/html/report_page.h"

namespace openitmo::files {

Table terms_table(const mrv::Quantification& quantification, const Speech& speech);
// Picture and table of the leaves over all years.
Html leaves_part(const mrv::Quantification& quantification, const Speech& speech,
                 const DerivationSettings& settings);
// The tree of one year inside <details>.
Html tree_part(const mrv::YearResult& year, const Speech& speech,
               const DerivationSettings& settings);

std::string kind_words(const Speech& speech, mrv::LeafKind kind);
std::string confidence_words(const Speech& speech, mrv::Confidence confidence);
// "12.5 t wet"; a unit of 1 is left out.
std::string value_with_unit(const Speech& speech, double value, std::string_view unit);

}  // namespace openitmo::files
