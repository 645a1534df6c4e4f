#include "files/aef/aef_scan.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fmt/format.h>

#include "files/xlsx/reader.h"
#include "party/demonstration.h"
#include "reporting/cell_values.h"
#include "reporting/controlled_values.h"

namespace openitmo::files {

namespace {

using reporting::AefCell;
using reporting::AefCellRow;
using reporting::AefField;
using reporting::AefProfile;
using reporting::AefTable;
using reporting::FieldForm;

constexpr double kExactMax = 9'007'199'254'740'992.0;

bool is_blank(const Cell& cell) { return cell.kind == Cell::Kind::empty || cell.text.empty(); }

std::string_view trimmed(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

// A text of these forms is a text in every carrier.
bool is_plain_text(FieldForm form) {
  return form != FieldForm::date && form != FieldForm::whole_number && form != FieldForm::year;
}

// A text file has no kinds of cells: what the form of the field says stands for them.
AefCell typed(std::string_view text, const AefField& field) {
  const AefCell cell = AefCell::of(text);
  if (is_plain_text(field.form)) return cell;
  const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
  if (field.form == FieldForm::date)
    if (const auto date = reporting::date_of(cell)) return AefCell::of(*date);
  if (digits && field.form != FieldForm::date)
    if (const auto number = reporting::number_of(cell)) return AefCell::of(*number);
  return cell;
}

// The template comes with the words of its lists below each other.
bool holds_words_of_lists_only(AefTable table, const AefCellRow& cells) {
  const auto fields = reporting::aef_fields(table);
  if (table == AefTable::submission) return false;
  bool any = false;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].kind == AefCell::Kind::empty) continue;
    if (!reporting::list_of(fields[i].form)) return false;
    any = true;
  }
  return any;
}

}  // namespace

AefScan::AefScan(AefFile& file, const ReadAefOptions& options) : file_(file), options_(options) {
  if (options.keep_cells) file_.cells.emplace();
}

void AefScan::note(std::uint32_t row, Text what, Text remedy) {
  file_.notices.add({.path = file_.path,
                     .row = row,
                     .key = sheet_,
                     .what = std::move(what),
                     .remedy = std::move(remedy)});
}

void AefScan::set_demonstration() {
  if (file_.cells) file_.cells->demonstration = true;
  demonstration_ = true;
}

void AefScan::begin_sheet(const std::string& name) {
  flush_labels();
  sheet_ = name;
  header_.reset();
  old_header_.reset();
  above_.clear();
  const std::string word = reporting::folded(name);
  skips_sheet_ =
      word == "index" || word == "summary information" || word.ends_with("check results");
  announced_ = announced_table(name);
}

void AefScan::row(std::uint32_t number, std::span<const Cell> cells) {
  if (skips_sheet_) return;
  const auto filled = std::ranges::find_if_not(cells, is_blank);
  if (filled == cells.end()) return;
  if (trimmed(filled->text) == kDemonstrationLine) return set_demonstration();
  if (auto header = old_header(cells, above_)) return begin_old_rows(*std::move(header), number);
  if (auto header = aef_header(cells, announced_)) return begin_rows(*header, number, cells);
  if (announced_ == AefTable::submission && label_and_value(number, cells)) return;
  const bool alone = std::find_if_not(filled + 1, cells.end(), is_blank) == cells.end();
  if (const auto table = alone ? announced_table(filled->text) : std::nullopt) {
    flush_labels();
    announced_ = table;
    header_.reset();
    old_header_.reset();
  } else if (header_) {
    data_row(number, cells);
  } else if (old_header_) {
    old_row(number, cells);
  } else {
    above_.add(cells);
  }
}

// A label of Table 1 with its value in the next cell.
bool AefScan::label_and_value(std::uint32_t number, std::span<const Cell> cells) {
  const auto label = std::ranges::find_if_not(cells, is_blank);
  const auto name = aef_name(AefTable::submission, label->text);
  if (!name) return false;
  const auto fields = reporting::aef_fields(AefTable::submission);
  AefTablePlace& table = place(AefTable::submission);
  if (labelled_.empty()) {
    begin_table(AefTable::submission, name->profile);
    labelled_.resize(fields.size());
    table.columns.assign(fields.size(), std::nullopt);
    table.transposed = true;
    table.sheet = sheet_;
    table.value_column = static_cast<std::uint32_t>(label - cells.begin()) + 1;
    table.rows.push_back(number);
  }
  table.columns[name->field - 1U] = number;
  if (table.value_column < cells.size())
    labelled_[name->field - 1U] = cell_of(cells[table.value_column], fields[name->field - 1U]);
  return true;
}

void AefScan::flush_labels() {
  if (labelled_.empty()) return;
  add(AefTable::submission, labelled_);
  labelled_.clear();
}

void AefScan::begin_table(AefTable table, AefProfile profile) {
  if (!reading_) file_.profile = options_.profile.value_or(profile);
  place(table).found = true;
  table_ = table;
}

void AefScan::begin_rows(const AefHeader& header, std::uint32_t number,
                         std::span<const Cell> cells) {
  flush_labels();
  header_ = header;
  old_header_.reset();
  announced_.reset();
  last_row_ = 0;
  begin_table(header.table, header.profile);
  AefTablePlace& table = place(header.table);
  table.sheet = sheet_;
  table.columns = header.columns;
  note_columns(header, number, cells);
}

void AefScan::note_columns(const AefHeader& header, std::uint32_t number,
                           std::span<const Cell> cells) {
  for (const std::uint32_t column : header.unknown)
    note(number,
         {{"column {} \"{}\" is no field of Table {}; it is not read",
           "la colonne {} « {} » n'est pas un champ du tableau {} ; elle n'est pas lue"},
          column_letters(column),
          trimmed(cells[column].text),
          static_cast<int>(header.table) + 1},
         Words("correct its name, or leave it out", "corrigez son nom, ou supprimez-la"));
  for (const AefField& field : reporting::aef_fields(header.table))
    if (!header.columns[field.number - 1U] && field.need != reporting::FieldNeed::carp)
      note(number,
           {{"Table {} has no column \"{}\"", "le tableau {} n'a pas de colonne « {} »"},
            static_cast<int>(header.table) + 1,
            reporting::plain_label(field)},
           Words("add it: the format has a fixed number of columns",
                 "ajoutez-la : le format a un nombre fixe de colonnes"));
}

AefCell AefScan::cell_of(const Cell& cell, const AefField& field) const {
  switch (cell.kind) {
    case Cell::Kind::empty:
      return {};
    case Cell::Kind::date:
      return AefCell::of(cell.instant.date());
    case Cell::Kind::number:
      if (cell.number >= 0 && cell.number < kExactMax && std::floor(cell.number) == cell.number)
        return AefCell::of(static_cast<std::uint64_t>(cell.number));
      return AefCell::of(cell.text);
    case Cell::Kind::text:
      if (file_.carrier != AefFile::Carrier::workbook && file_.profile == AefProfile::xlsx_checker)
        return typed(trimmed(cell.text), field);
      return AefCell::of(trimmed(cell.text));
    case Cell::Kind::boolean:
    case Cell::Kind::error:
      return AefCell::of(cell.text);
  }
  return {};
}

// A text goes into the room that the row before left.
void AefScan::take(const Cell& cell, const AefField& field, AefCell& into) const {
  const std::string_view text = trimmed(cell.text);
  const bool plain = cell.kind == Cell::Kind::text && !text.empty() && is_plain_text(field.form);
  if (!plain) {
    into = cell_of(cell, field);
    return;
  }
  if (into.kind != AefCell::Kind::text) into = AefCell{.kind = AefCell::Kind::text};
  into.text.assign(text);
}

void AefScan::note_gap(std::uint32_t number) {
  if (last_row_ != 0 && number > last_row_ + 1 && file_.carrier == AefFile::Carrier::workbook)
    note(number,
         {{"row {} is blank and rows follow, which the known checker does not see",
           "la ligne {} est vide et d'autres la suivent, que le contrôleur connu ne voit pas"},
          last_row_ + 1},
         Words("delete the blank rows", "supprimez les lignes vides"));
  last_row_ = number;
}

void AefScan::data_row(std::uint32_t number, std::span<const Cell> cells) {
  const auto fields = reporting::aef_fields(header_->table);
  row_.resize(fields.size());
  static const Cell kEmpty;
  for (const AefField& field : fields) {
    const auto column = header_->columns[field.number - 1U];
    const Cell& cell = column && *column < cells.size() ? cells[*column] : kEmpty;
    take(cell, field, row_[field.number - 1U]);
  }
  if (holds_words_of_lists_only(header_->table, row_))
    return note(number,
                Words("the row holds words of the template's lists and is passed over",
                      "la ligne ne contient que des mots des listes du modèle ; elle est ignorée"),
                Words("clear it before sending", "effacez-la avant l'envoi"));
  if (std::ranges::all_of(row_, [](const AefCell& c) { return c.kind == AefCell::Kind::empty; }))
    return;
  note_gap(number);
  data(number, row_);
}

void AefScan::data(std::uint32_t number, const AefCellRow& cells) {
  place(table_).rows.push_back(number);
  add(table_, cells);
}

void AefScan::add(AefTable table, const AefCellRow& cells) {
  if (!reading_) reading_.emplace(file_.profile);
  reading_->add(table, cells);
  if (file_.cells) file_.cells->of(table).push_back(cells);
}

// A file named AAA_YYYY_X.Y says of what it is; other names say nothing.
void AefScan::note_name() {
  const std::string name = std::filesystem::path(file_.path).stem().string();
  constexpr std::size_t kVersionAt = 9;
  const bool says_so = name.size() > kVersionAt && name[3] == '_' && name[8] == '_' &&
                       PartyId::parse(name.substr(0, 3)) &&
                       reporting::year_of(reporting::AefCell::of(name.substr(4, 4))) &&
                       reporting::version_of(reporting::AefCell::of(name.substr(kVersionAt)));
  const std::string table = file_stem(file_.read.submission);
  if (!says_so || !file_.read.has_key || name == table) return;
  file_.notices.add(
      {.path = file_.path,
       .what = {{"its name says {}, Table 1 says {}", "son nom dit {}, le tableau 1 dit {}"},
                name,
                table},
       .remedy = Words("name it after Table 1, or correct the table",
                       "nommez-le d'après le tableau 1, ou corrigez le tableau")});
}

Problems AefScan::finish() {
  flush_labels();
  const bool any = std::ranges::any_of(file_.tables, &AefTablePlace::found);
  if (!any)
    return Problems({.path = file_.path,
                     .what = Words("it has no table of the agreed electronic format",
                                   "il n'a aucun tableau du format électronique agréé"),
                     .remedy = Words("name a file with the columns of Tables 1 to 5, such as "
                                     "SEN_2026_1.0.xlsx",
                                     "nommez un fichier avec les colonnes des tableaux 1 à 5, tel "
                                     "que SEN_2026_1.0.xlsx")});
  if (reading_) {
    if (demonstration_) reading_->set_demonstration();
    if (file_.layout == reporting::AefLayout::cma4) finish_old_layout();
    file_.read = reading_->finish();
  }
  if (file_.layout == reporting::AefLayout::cma4) return {};
  note_name();
  for (std::size_t i = 0; i < file_.tables.size(); ++i)
    if (!file_.tables[i].found)
      file_.notices.add({.path = file_.path,
                         .what = {{"it has no {}", "il n'a pas de {}"},
                                  reporting::aef_table(static_cast<AefTable>(i)).heading},
                         .remedy = Words("keep all five tables, also those without rows",
                                         "gardez les cinq tableaux, même sans lignes")});
  return {};
}

}  // namespace openitmo::files
