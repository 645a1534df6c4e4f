#pragma once

#include <vector>

#include "reporting/official_document.h"

namespace openitmo::reporting {

// A section whose content is not the same in two documents of one outline.
struct SectionChange {
  std::string number{};
  std::string paragraph{};
  std::string approach{};
  ReportText before{};  // the blocks that are not in the other, in words; empty: none
  ReportText after{};
  EntryNumbers entries{};  // behind `after`
};

// In the order of `after`; sections that stand in one of them only are a change too. Hashes and
// numbers of entries do not count as content.
std::vector<SectionChange> document_difference(const OfficialDocument& before,
                                               const OfficialDocument& after);

}  // namespace openitmo::reporting
