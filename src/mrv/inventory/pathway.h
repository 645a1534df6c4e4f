#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "quantity/language.h"

namespace openitmo::mrv::inventory {

// Where waste goes, as the statistics of a Party tell it. The first five are the disposal sites of
// IPCC 2006 V5 Table 3.1.
enum class Pathway : std::uint8_t {
  managed_anaerobic,
  managed_semi_aerobic,
  unmanaged_deep,     // 5 m or deeper
  unmanaged_shallow,  // less than 5 m
  uncategorised,
  composted,
  digested,
  incinerated,
  open_burnt,
  recycled,
  other,  // none of these, such as waste fed to animals: no emissions in the waste sector
};
inline constexpr std::array kPathways{Pathway::managed_anaerobic,
                                      Pathway::managed_semi_aerobic,
                                      Pathway::unmanaged_deep,
                                      Pathway::unmanaged_shallow,
                                      Pathway::uncategorised,
                                      Pathway::composted,
                                      Pathway::digested,
                                      Pathway::incinerated,
                                      Pathway::open_burnt,
                                      Pathway::recycled,
                                      Pathway::other};
inline constexpr std::size_t kDisposalCount = 5;
inline constexpr std::array kDisposals{Pathway::managed_anaerobic, Pathway::managed_semi_aerobic,
                                       Pathway::unmanaged_deep, Pathway::unmanaged_shallow,
                                       Pathway::uncategorised};

constexpr bool is_disposal(Pathway pathway) {
  return static_cast<std::size_t>(pathway) < kDisposalCount;
}
constexpr bool is_managed(Pathway pathway) {
  return pathway == Pathway::managed_anaerobic || pathway == Pathway::managed_semi_aerobic;
}

std::string_view name_of(Pathway pathway);  // "unmanaged_deep"
Words words_of(Pathway pathway);            // "unmanaged deep site"
std::optional<Pathway> find_pathway(std::string_view name);
// Of a disposal site.
std::string correction_factor_symbol(Pathway site);
std::string_view oxidation_symbol(Pathway site);

}  // namespace openitmo::mrv::inventory
