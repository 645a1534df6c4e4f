#include "reporting/document_difference.h"

#include <algorithm>
#include <map>
#include <set>

namespace openitmo::reporting {

namespace {

// A line of content: a sentence, or a row of a table.
struct Line {
  ReportText text;
  EntryNumbers entries;
};

void append(std::vector<Line>& lines, const DataTable& table) {
  for (const auto& row : table.rows) {
    Line line;
    for (const TableCell& cell : row) {
      if (!line.text.empty()) line.text += ReportText::name(" · ");
      line.text += cell.text;
      line.entries.insert(line.entries.end(), cell.entries.begin(), cell.entries.end());
    }
    lines.push_back(std::move(line));
  }
}

std::vector<Line> lines_of(const DocumentSection& section) {
  std::vector<Line> lines;
  for (const Block& block : section.blocks)
    std::visit(
        [&](const auto& one) {
          using Kind = std::decay_t<decltype(one)>;
          if constexpr (std::is_same_v<Kind, Sentence>)
            lines.push_back({one.text, one.entries});
          else if constexpr (std::is_same_v<Kind, DataTable>)
            append(lines, one);
          else if constexpr (std::is_same_v<Kind, StatedText>)
            lines.push_back({one.text, {}});
          else if constexpr (std::is_same_v<Kind, ConfidentialPart>)
            lines.push_back({one.basis, {}});
          else if constexpr (std::is_same_v<Kind, NotApplicable>)
            lines.push_back({one.reason, one.entries});
          else
            lines.push_back({one.what, {}});
        },
        block);
  return lines;
}

using Key = std::pair<std::string, std::string>;  // approach, number

Key key_of(const DocumentSection& section) { return {section.approach, section.number}; }

// The lines of `lines` that `others` does not have.
Line without(const std::vector<Line>& lines, const std::vector<Line>& others) {
  Line left;
  std::set<std::uint64_t> entries;
  for (const Line& line : lines) {
    if (std::ranges::any_of(others, [&](const Line& other) { return other.text == line.text; }))
      continue;
    if (!left.text.empty()) left.text += ReportText::name("\n");
    left.text += line.text;
    entries.insert(line.entries.begin(), line.entries.end());
  }
  left.entries.assign(entries.begin(), entries.end());
  return left;
}

}  // namespace

std::vector<SectionChange> document_difference(const OfficialDocument& before,
                                               const OfficialDocument& after) {
  std::map<Key, std::vector<Line>> earlier;
  for (const DocumentSection* section : all_sections(before))
    earlier[key_of(*section)] = lines_of(*section);
  std::vector<SectionChange> changes;
  const auto compare = [&](const DocumentSection& section, const std::vector<Line>& was,
                           const std::vector<Line>& is) {
    Line gone = without(was, is), come = without(is, was);
    if (gone.text.empty() && come.text.empty()) return;
    changes.push_back({section.number, section.paragraph, section.approach, std::move(gone.text),
                       std::move(come.text), std::move(come.entries)});
  };
  for (const DocumentSection* section : all_sections(after)) {
    const auto known = earlier.find(key_of(*section));
    compare(*section, known == earlier.end() ? std::vector<Line>() : known->second,
            lines_of(*section));
    if (known != earlier.end()) earlier.erase(known);
  }
  for (const DocumentSection* section : all_sections(before))
    if (earlier.contains(key_of(*section))) compare(*section, lines_of(*section), {});
  return changes;
}

}  // namespace openitmo::reporting
