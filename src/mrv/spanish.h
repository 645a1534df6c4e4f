#pragma once

#include <span>
#include <string>
#include <string_view>

// Spanish for the monitoring report: what the calculation calls its quantities and sources, as a
// whole or phrase by phrase between commas and semicolons as mrv/phrases.h has them in French. What
// is not known here stays English.
namespace openitmo::mrv {

struct SpanishPhrase {
  std::string_view en;
  std::string_view es;
};

std::string in_spanish(std::string_view phrases);

// The phrases that stand in a file of their own.
std::span<const SpanishPhrase> spanish_sources();

}  // namespace openitmo::mrv
