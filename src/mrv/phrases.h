#pragma once

#include <span>
#include <string>
#include <string_view>

#include "quantity/language.h"
#include "quantity/report_text.h"

namespace openitmo::mrv {

// What the calculation calls its quantities, sources and words ("decay rate, food, tropical dry",
// "TOOL13 v2, waste composted", "high") in the reader's language: phrase by phrase between commas
// and semicolons, unknown ones as they stand. Results keep the English. References such as
// "TOOL04 v8.0 Eq 1" are the same in both languages.
std::string in_language(Language language, std::string_view phrases);
// In all three languages, in Spanish by mrv/spanish.h; what has a French of its own keeps it.
ReportText phrase_text(std::string_view phrases);
ReportText phrase_text(const Words& words);
ReportText phrase_text(const Text& text);

// The phrases that stand in files of their own.
std::span<const Words> methodology_phrases();
std::span<const Words> quality_phrases();
std::span<const Words> inventory_phrases();

}  // namespace openitmo::mrv
