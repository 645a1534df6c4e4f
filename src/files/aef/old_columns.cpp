#include "files/aef/old_columns.h"

#include <algorithm>

namespace openitmo::files {

namespace {

using reporting::AefTable;
using reporting::OldField;

constexpr std::size_t kRowsAboveMax = 2;

bool names(std::span<const Cell> row, OldField field) {
  return std::ranges::any_of(row, [&](const Cell& cell) {
    return cell.kind == Cell::Kind::text && reporting::old_field(cell.text) == field;
  });
}

// Asked of every row of a file, so told by its beginning before the name is looked for.
bool may_name_identifiers(std::span<const Cell> row) {
  constexpr std::string_view kSpaces = " \t\xC2\xA0";  // the last two: a no-break space
  const auto begins = [](std::string_view text, std::string_view word) {
    return text.size() > word.size() &&
           std::ranges::equal(text.substr(0, word.size()), word, [](char c, char lower) {
             return (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) == lower;
           });
  };
  const auto after_spaces = [&](std::string_view text) {
    return text.substr(std::min(text.find_first_not_of(kSpaces), text.size()));
  };
  return std::ranges::any_of(row, [&](const Cell& cell) {
    constexpr std::string_view kFirst = "first";
    if (cell.text.size() < kFirst.size()) return false;
    const std::string_view text = after_spaces(cell.text);
    return begins(text, kFirst) && begins(after_spaces(text.substr(kFirst.size())), "u");
  });
}

bool is_band(std::string_view text) {
  constexpr std::string_view kBands[] = {
      "ITMO",          "Unique identifier", "Metric and quantity", "ITMO details",
      "Authorization", "Actions",           "Action details"};
  return std::ranges::find(kBands, text) != std::end(kBands);
}

}  // namespace

void RowsAbove::add(std::span<const Cell> row) {
  if (rows_.size() == kRowsAboveMax) rows_.erase(rows_.begin());
  auto& texts = rows_.emplace_back();
  for (const Cell& cell : row) texts.emplace_back(cell.text);
}

std::string_view RowsAbove::nearest(std::size_t column) const {
  for (auto row = rows_.rbegin(); row != rows_.rend(); ++row)
    if (column < row->size() && !(*row)[column].empty()) return (*row)[column];
  return {};
}

std::size_t RowsAbove::width() const {
  std::size_t width = 0;
  for (const auto& row : rows_) width = std::max(width, row.size());
  return width;
}

std::optional<OldHeader> old_header(std::span<const Cell> row, const RowsAbove& above) {
  if (!may_name_identifiers(row)) return std::nullopt;
  if (!names(row, OldField::first_id) || !names(row, OldField::last_id)) return std::nullopt;
  OldHeader header;
  const bool acts = names(row, OldField::action_date) || names(row, OldField::action_type);
  header.table = acts ? AefTable::actions : AefTable::holdings;
  const std::size_t width = std::max(row.size(), above.width());
  for (std::uint32_t column = 0; column < width; ++column) {
    std::string_view text = column < row.size() ? row[column].text : std::string_view();
    if (text.empty()) text = above.nearest(column);
    if (text.empty() || is_band(text)) continue;
    const auto field = reporting::old_field(text);
    const bool fits = field && (acts || *field < OldField::action_date);
    if (fits && !header.columns[static_cast<std::size_t>(*field)])
      header.columns[static_cast<std::size_t>(*field)] = column;
    else
      header.unknown.emplace_back(column, text);
  }
  return header;
}

}  // namespace openitmo::files
