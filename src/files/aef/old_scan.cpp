#include <algorithm>
#include <fmt/format.h>

#include "files/aef/aef_scan.h"
#include "files/xlsx/reader.h"
#include "reporting/cell_values.h"

// The part of AefScan that reads the earlier layout.
namespace openitmo::files {

namespace {

using reporting::AefCell;
using reporting::AefCellRow;
using reporting::AefLayout;
using reporting::AefProfile;
using reporting::AefTable;
using reporting::OldField;
using reporting::OldRow;

// The column of each field of `table`, where its rows say it.
std::vector<std::optional<std::uint32_t>> columns_of(const OldHeader& header, AefTable table) {
  std::vector<std::optional<std::uint32_t>> columns;
  for (const auto& field : reporting::aef_fields(table)) {
    const auto source = reporting::old_source(table, field.number);
    columns.push_back(source ? header.columns[static_cast<std::size_t>(*source)] : std::nullopt);
  }
  return columns;
}

std::string shown(const AefCellRow& row) {
  std::string text;
  for (const AefCell& cell : row) text += cell.shown() + '\n';
  return text;
}

// What the format in force has no column for, whatever else the row says.
bool is_lost(OldField field) {
  return field == OldField::record_id || field == OldField::conversion_factor;
}

bool holds_nothing(const OldRow& row) {
  return std::ranges::all_of(row,
                             [](const AefCell& cell) { return cell.kind == AefCell::Kind::empty; });
}

// The template prints the words of lists below the names, and nothing else in those rows.
bool holds_words_of_lists_only(const OldRow& row) {
  constexpr OldField kListed[] = {OldField::approach, OldField::sectors, OldField::purpose,
                                  OldField::first_transfer_definition};
  for (std::size_t i = 0; i < row.size(); ++i)
    if (row[i].kind != AefCell::Kind::empty &&
        std::ranges::find(kListed, static_cast<OldField>(i)) == std::end(kListed))
      return false;
  return true;
}

}  // namespace

void AefScan::begin_old_rows(OldHeader header, std::uint32_t number) {
  flush_labels();
  header_.reset();
  announced_.reset();
  above_.clear();
  last_row_ = 0;
  file_.layout = AefLayout::cma4;
  begin_table(header.table, AefProfile::xlsx_checker);
  place(AefTable::authorizations).found = true;
  AefTablePlace& table = place(header.table);
  table.sheet = sheet_;
  table.columns = columns_of(header, header.table);
  table.authorization_columns = columns_of(header, AefTable::authorizations);
  for (const auto& [column, text] : header.unknown)
    note(number,
         {{"column {} \"{}\" is no field of the format of 6/CMA.4; it is not read",
           "la colonne {} « {} » n'est pas un champ du format de 6/CMA.4 ; elle n'est pas lue"},
          column_letters(column),
          text},
         Words("correct its name, or leave it out", "corrigez son nom, ou supprimez-la"));
  const std::size_t fields = header.table == AefTable::actions
                                 ? reporting::kOldFieldCount
                                 : static_cast<std::size_t>(OldField::action_date);
  for (std::size_t i = 0; i < fields; ++i)
    if (const auto field = static_cast<OldField>(i); !header.columns[i] && !is_lost(field))
      note(number,
           {{"there is no column \"{}\"", "il n'y a pas de colonne « {} »"},
            reporting::label_of(field)},
           Words("add it: the format has a fixed number of columns",
                 "ajoutez-la : le format a un nombre fixe de colonnes"));
  old_header_ = std::move(header);
}

void AefScan::old_row(std::uint32_t number, std::span<const Cell> cells) {
  OldRow row;
  const AefTable table = old_header_->table;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const auto column = old_header_->columns[i];
    if (!column || *column >= cells.size()) continue;
    const auto* field = reporting::field_for(static_cast<OldField>(i), table);
    static const auto& kText = reporting::aef_field(AefTable::entities, 8);
    row[i] = cell_of(cells[*column], field ? *field : kText);
  }
  if (holds_nothing(row)) return;
  if (holds_words_of_lists_only(row))
    return note(number,
                Words("the row holds words of the template's lists and is passed over",
                      "la ligne ne contient que des mots des listes du modèle ; elle est ignorée"),
                Words("clear it before sending", "effacez-la avant l'envoi"));
  for (std::size_t i = 0; i < row.size(); ++i)
    if (is_lost(static_cast<OldField>(i)) && !reporting::text_of(row[i]).empty())
      lost_.insert(static_cast<OldField>(i));
  old_authorization(number, row);
  if (table == AefTable::actions && is_authorization_only(row)) return;
  table_ = table;
  data(number, table == AefTable::actions ? action_of(row) : holding_of(row));
}

// Once for all rows that say the same of it.
void AefScan::old_authorization(std::uint32_t number, const OldRow& row) {
  AefCellRow cells = authorization_of(row);
  if (reporting::text_of(cells.front()).empty() || !authorizations_.insert(shown(cells)).second)
    return;
  AefTablePlace& table = place(AefTable::authorizations);
  table.rows.push_back(number);
  table.row_tables.push_back(old_header_->table);
  add(AefTable::authorizations, std::move(cells));
}

void AefScan::finish_old_layout() {
  reading_->set_layout(AefLayout::cma4);
  sheet_.clear();
  for (std::size_t i = 0; i + 1 < reporting::kAefTableCount; ++i) {
    const auto table = static_cast<AefTable>(i);
    note(0,
         {{"the format of 6/CMA.4 says nothing of: Table {}, {}",
           "le format de 6/CMA.4 ne dit rien de : tableau {}, {}"},
          i + 1,
          fmt::join(reporting::not_carried(table), "; ")},
         Words("add it in the format of 4/CMA.6", "ajoutez-le dans le format de 4/CMA.6"));
  }
  note(
      0,
      Words("the format of 6/CMA.4 has no table of authorized entities and no versions; it is read "
            "as version 1.0",
            "le format de 6/CMA.4 n'a ni tableau des entités autorisées ni versions ; il est lu "
            "comme version 1.0"),
      Words("send the format of 4/CMA.6", "envoyez le format de 4/CMA.6"));
  for (const OldField field : lost_)
    note(0,
         {{"\"{}\" has no field in the format of 4/CMA.6 and is not taken over",
           "« {} » n'a pas de champ dans le format de 4/CMA.6 et n'est pas repris"},
          reporting::label_of(field)},
         Words("keep the file", "conservez le fichier"));
  if (!file_.cells) return;
  for (AefCellRow& row : file_.cells->of(AefTable::submission))
    for (const auto& field : reporting::aef_fields(AefTable::submission))
      if (field.need == reporting::FieldNeed::carp)
        row[field.number - 1U] = AefCell::of(field.number == 9 ? reporting::kCarpLinkPlaceholder
                                                               : reporting::kCarpPlaceholder);
}

}  // namespace openitmo::files
