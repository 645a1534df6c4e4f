#pragma once

#include <array>

#include "party/names.h"

namespace openitmo::reporting {

// The public sources contradict each other in details of the agreed electronic format, so every
// file is written and checked under one named profile, which is kept with it:
// - xlsx_checker: the seven-sheet workbook of 4/CMA.6 annex II, as the known checker reads it;
// - nomenclature_2026: the list of common nomenclatures of 17 February 2026;
// - cad_trust: the CAD Trust API v2 (machine keys, every column a text).
enum class AefProfile { xlsx_checker, nomenclature_2026, cad_trust };

}  // namespace openitmo::reporting

template <>
struct openitmo::EnumNames<openitmo::reporting::AefProfile> {
  static constexpr std::array<std::string_view, 3> names{"xlsx_checker", "nomenclature_2026",
                                                         "cad_trust"};
};
