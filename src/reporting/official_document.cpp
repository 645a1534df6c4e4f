#include "reporting/official_document.h"

#include <set>

namespace openitmo::reporting {

namespace {

void append(std::vector<const DocumentSection*>& all, const DocumentSection& section) {
  all.push_back(&section);
  for (const DocumentSection& inner : section.sections) append(all, inner);
}

void collect(std::set<std::uint64_t>& entries, const EntryNumbers& more) {
  entries.insert(more.begin(), more.end());
}

void collect(std::set<std::uint64_t>& entries, const Block& block) {
  if (const auto* sentence = std::get_if<Sentence>(&block)) collect(entries, sentence->entries);
  if (const auto* reason = std::get_if<NotApplicable>(&block)) collect(entries, reason->entries);
  if (const auto* table = std::get_if<DataTable>(&block))
    for (const auto& row : table->rows)
      for (const TableCell& cell : row) collect(entries, cell.entries);
}

}  // namespace

std::vector<const DocumentSection*> all_sections(const OfficialDocument& document) {
  std::vector<const DocumentSection*> all;
  for (const DocumentSection& section : document.sections) append(all, section);
  return all;
}

std::vector<MissingItem> missing_items(const OfficialDocument& document) {
  std::vector<MissingItem> items;
  for (const DocumentSection* section : all_sections(document))
    for (const Block& block : section->blocks)
      if (const auto* missing = std::get_if<MissingPart>(&block))
        items.push_back({section->number, section->approach, *missing});
  return items;
}

EntryNumbers named_entries(const OfficialDocument& document) {
  std::set<std::uint64_t> entries;
  for (const DocumentSection* section : all_sections(document))
    for (const Block& block : section->blocks) collect(entries, block);
  return {entries.begin(), entries.end()};
}

}  // namespace openitmo::reporting
