#include "files/monitoring/table.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace openitmo::files {
namespace {

using Kind = Cell::Kind;

// The accepted names of a column, for a message: "gross, gross mass, poids brut, ...".
std::string accepted(std::string_view names) {
  std::string list;
  for (const char c : names) list += c == '|' ? std::string(", ") : std::string(1, c);
  return list;
}

Text listed_units(Measure measure) {
  return {
      {"write the unit in the column's name: {}", "écrivez l'unité dans le nom de la colonne : {}"},
      units_of(measure)};
}

}  // namespace

MonitoringTable::MonitoringTable(std::string path, const Words& what,
                                 std::span<const Column> columns, std::unique_ptr<RowSource> rows)
    : path_(std::move(path)),
      what_(what),
      columns_(columns),
      rows_(std::move(rows)),
      places_(columns.size()),
      header_width_(rows_->width()),
      decimal_mark_(rows_->decimal_mark()) {}

Read<MonitoringTable> MonitoringTable::open(const Source& source, const Words& what,
                                            std::span<const Column> columns) {
  Read<std::unique_ptr<RowSource>> rows = open_rows(source, what, columns);
  if (!rows) return std::unexpected(rows.error());
  return open(source.path, what, columns, std::move(*rows));
}

Read<MonitoringTable> MonitoringTable::open(const std::string& path, const Words& what,
                                            std::span<const Column> columns,
                                            std::unique_ptr<RowSource> rows) {
  MonitoringTable table(path, what, columns, std::move(rows));
  table.read_header();
  if (!table.problems_.empty()) return std::unexpected(table.problems_);
  return table;
}

void MonitoringTable::read_header() {
  for (std::size_t index = 0; index < header_width_; ++index) {
    const Cell cell = rows_->cell(index);
    if (cell.kind != Kind::text) continue;
    const std::optional<HeaderMatch> match = match_header(cell.text, columns_);
    if (match) place_column(*match, index, cell.text);
  }
  require_columns();
}

void MonitoringTable::place_column(const HeaderMatch& match, std::size_t index,
                                   std::string_view header) {
  Place& place = places_[match.column];
  if (place.present) {
    refuse_row({{"the columns {} and {} mean the same", "les colonnes {} et {} ont le même sens"},
                in_quotes(place.header),
                in_quotes(header)},
               {{"remove or rename one of them", "supprimez ou renommez l'une d'elles"}});
    return;
  }
  place = {.present = true,
           .index = index,
           .unit = unit_of(match, header),
           .header = std::string(header)};
}

Unit MonitoringTable::unit_of(const HeaderMatch& match, std::string_view header) {
  const Measure measure = columns_[match.column].measure;
  if (measure == Measure::nothing) return Unit::none;
  if (match.unit_text.empty()) {
    refuse_row({{"the column {} has no unit", "la colonne {} n'a pas d'unité"}, in_quotes(header)},
               listed_units(measure));
    return Unit::none;
  }
  const std::optional<Unit> unit = find_unit(match.unit_text);
  if (unit && fits(*unit, measure)) return *unit;
  refuse_row(
      {{"the unit {} of column {} is not accepted", "l'unité {} de la colonne {} n'est pas admise"},
       in_quotes(match.unit_text),
       in_quotes(header)},
      listed_units(measure));
  return Unit::none;
}

void MonitoringTable::require_columns() {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (places_[i].present || !columns_[i].required) continue;
    refuse_row({{"the column \"{}\" is missing", "la colonne « {} » manque"}, columns_[i].shown},
               {{"add it; accepted names: {}", "ajoutez-la ; noms admis : {}"},
                accepted(columns_[i].names)});
  }
}

bool MonitoringTable::next() {
  while (rows_->next()) {
    if (is_blank_row()) continue;
    ++row_count_;
    if (rows_->has_fixed_width() && !has_width_of_header()) continue;
    count_before_row_ = problems_.count();
    return true;
  }
  return false;
}

bool MonitoringTable::is_blank_row() const {
  for (std::size_t i = 0; i < rows_->width(); ++i) {
    if (rows_->cell(i).kind != Kind::empty) return false;
  }
  return true;
}

// A field too many or too few means that a separator stands inside a value: every later value of
// the row would be taken for another column's, so the row is refused as a whole. Empty fields at
// the end are what some programs add.
bool MonitoringTable::has_width_of_header() {
  const std::size_t width = rows_->width();
  if (width == header_width_) return true;
  bool only_adds_empty = width > header_width_;
  for (std::size_t i = header_width_; i < width; ++i) {
    if (rows_->cell(i).kind != Kind::empty) only_adds_empty = false;
  }
  if (only_adds_empty) return true;
  refuse_row({{"the row has {} fields, the row of column names {}",
               "la ligne a {} champs, celle des noms de colonnes {}"},
              width,
              header_width_},
             {{"put a value that holds the separator in double quotes",
               "mettez entre guillemets doubles une valeur qui contient le séparateur"}});
  return false;
}

Cell MonitoringTable::cell(std::size_t column) const {
  return places_[column].present ? rows_->cell(places_[column].index) : Cell{};
}

bool MonitoringTable::is_empty(std::size_t column) const {
  return cell(column).kind == Kind::empty;
}

std::string MonitoringTable::shown(std::size_t column) const {
  const Cell value = cell(column);
  if (value.kind == Kind::date) return in_quotes(value.instant.to_string());
  return in_quotes(value.text);
}

void MonitoringTable::refuse(std::size_t column, Text what, Text remedy) {
  const Place& place = places_[column];
  problems_.add({.path = path_,
                 .row = row(),
                 .key = place.present ? place.header : std::string(columns_[column].shown.en),
                 .what = std::move(what),
                 .remedy = std::move(remedy)});
}

void MonitoringTable::refuse_row(Text what, Text remedy) {
  problems_.add(
      {.path = path_, .row = row(), .what = std::move(what), .remedy = std::move(remedy)});
}

std::optional<Cell> MonitoringTable::filled_cell(std::size_t column) {
  const Cell value = cell(column);
  if (value.kind == Kind::empty) {
    refuse(column, {{"the cell is empty", "la cellule est vide"}},
           {{"fill it, or remove the row if it is no record (a total or a remark)",
             "remplissez-la, ou supprimez la ligne si ce n'est pas un enregistrement (un total ou "
             "une remarque)"}});
    return std::nullopt;
  }
  if (value.kind == Kind::error) {
    refuse(column,
           {{"the cell holds an error: {}", "la cellule contient une erreur : {}"},
            in_quotes(value.text)},
           {{"correct the formula, or write the value itself",
             "corrigez la formule, ou écrivez la valeur elle-même"}});
    return std::nullopt;
  }
  return value;
}

std::optional<std::string_view> MonitoringTable::text(std::size_t column) {
  const std::optional<Cell> value = filled_cell(column);
  if (!value) return std::nullopt;
  // A sheet stores a long number as 2.4E+15, of which nobody knows the digits that were meant.
  const bool is_whole = value->text.find_first_of(".eE") == std::string_view::npos;
  if (value->kind == Kind::text || (value->kind == Kind::number && is_whole)) return value->text;
  refuse(column, {{"{} is not a text", "{} n'est pas un texte"}, shown(column)},
         {{"give the column the format Text and write the value again",
           "donnez à la colonne le format Texte et écrivez la valeur de nouveau"}});
  return std::nullopt;
}

std::optional<Decimal> MonitoringTable::signed_number(std::size_t column) {
  const std::optional<Cell> value = filled_cell(column);
  return value ? number_of(*value, column) : std::nullopt;
}

std::optional<Decimal> MonitoringTable::less_than(std::size_t column) {
  const Cell value = cell(column);
  if (value.kind != Kind::text || !value.text.starts_with('<')) return std::nullopt;
  Cell figure = value;
  figure.text = trimmed(value.text.substr(1));
  const std::optional<Decimal> limit = number_of(figure, column);
  if (limit && limit->digits >= 0) return limit;
  if (limit)
    refuse(column, {{"the value is negative: {}", "la valeur est négative : {}"}, shown(column)},
           {{"write 0 or more", "écrivez 0 ou plus"}});
  return Decimal{};
}

std::optional<bool> MonitoringTable::flag(std::size_t column) {
  const std::optional<Cell> value = filled_cell(column);
  if (!value) return std::nullopt;
  std::optional<bool> flag;
  if (value->kind == Kind::text) flag = find_flag(value->text);
  const bool is_digit = value->number == 0 || value->number == 1;
  if ((value->kind == Kind::number || value->kind == Kind::boolean) && is_digit)
    flag = value->number == 1;
  if (!flag)
    refuse(column, {{"{} is neither on nor off", "{} n'est ni marche ni arrêt"}, shown(column)},
           {{"write 1 or 0", "écrivez 1 ou 0"}});
  return flag;
}

std::optional<Decimal> MonitoringTable::number(std::size_t column) {
  const std::optional<Decimal> number = signed_number(column);
  if (!number || number->digits >= 0) return number;
  refuse(column, {{"the value is negative: {}", "la valeur est négative : {}"}, shown(column)},
         {{"write 0 or more", "écrivez 0 ou plus"}});
  return std::nullopt;
}

std::optional<Decimal> MonitoringTable::number_of(const Cell& cell, std::size_t column) {
  if (cell.kind == Kind::text) {
    const std::expected<Decimal, NumberError> number = parse_number_text(cell.text, decimal_mark_);
    if (number) return *number;
    refuse(column, {{"{} {}", "{} {}"}, shown(column), explanation_of(number.error())},
           {{"write digits with one decimal mark, the same in the whole file, and no other mark",
             "écrivez des chiffres avec un seul signe décimal, le même dans tout le fichier, et "
             "aucun autre signe"}});
    return std::nullopt;
  }
  const bool is_share = columns_[column].measure == Measure::share;
  if (cell.kind != Kind::number || (cell.shown_as_percent && !is_share)) {
    refuse(column, {{"{} is not a plain number", "{} n'est pas un simple nombre"}, shown(column)},
           {{"write a number and give the cell a number format",
             "écrivez un nombre et donnez à la cellule un format de nombre"}});
    return std::nullopt;
  }
  // A cell shown as 45 % holds 0.45; under a name with "%", 45 is meant.
  const bool times_100 = cell.shown_as_percent && unit(column) == Unit::percent;
  const std::optional<Decimal> number = decimal_of(times_100 ? cell.number * 100 : cell.number);
  if (!number)
    refuse(column, {{"{} is too large", "{} est trop grand"}, shown(column)},
           {{"check the number", "vérifiez le nombre"}});
  return number;
}

std::optional<Instant> MonitoringTable::moment(std::size_t column) {
  const std::optional<Cell> value = filled_cell(column);
  if (!value) return std::nullopt;
  std::optional<Instant> moment;
  if (value->kind == Kind::text) moment = parse_moment(value->text);
  // Through the text form, so that cells and texts obey the same limits.
  if (value->kind == Kind::date) moment = parse_moment(value->instant.to_string());
  if (!moment) {
    refuse(column,
           {{"{} is not a date between 1990 and 2099", "{} n'est pas une date entre 1990 et 2099"},
            shown(column)},
           {{"write a day that exists, as 2024-02-29 or 29/02/2024 (day first), with the time as "
             "14:07",
             "écrivez un jour qui existe, comme 2024-02-29 ou 29/02/2024 (le jour d'abord), avec "
             "l'heure comme 14:07"}});
  }
  return moment;
}

std::optional<std::int32_t> MonitoringTable::time_of_day(std::size_t column) {
  const std::optional<Cell> value = filled_cell(column);
  if (!value) return std::nullopt;
  std::optional<std::int32_t> seconds;
  if (value->kind == Kind::text) seconds = parse_time_of_day(value->text);
  const bool is_time = value->kind == Kind::date || value->kind == Kind::number;
  if (is_time && value->number >= 0 && value->number < 1) {
    seconds = static_cast<std::int32_t>(std::min(std::lround(value->number * 86'400), 86'399L));
  }
  if (!seconds) {
    refuse(column, {{"{} is not a time of day", "{} n'est pas une heure"}, shown(column)},
           {{"write it as 14:07", "écrivez-la comme 14:07"}});
  }
  return seconds;
}

std::optional<Month> MonitoringTable::month(std::size_t column) {
  const std::optional<Cell> value = filled_cell(column);
  if (!value) return std::nullopt;
  std::optional<Month> month;
  if (value->kind == Kind::text) month = parse_month(value->text);
  if (value->kind == Kind::date) month = parse_month(value->instant.to_string());
  if (!month) {
    refuse(column,
           {{"{} is not a month between 1990 and 2099", "{} n'est pas un mois entre 1990 et 2099"},
            shown(column)},
           {{"write it as 2024-03", "écrivez-le comme 2024-03"}});
  }
  return month;
}

std::optional<CalendarYear> MonitoringTable::year(std::size_t column) {
  constexpr std::int64_t kYearMin = 1990;
  constexpr std::int64_t kYearMax = 2099;
  const std::optional<Cell> value = filled_cell(column);
  if (!value) return std::nullopt;
  std::optional<std::int64_t> year;
  if (value->kind == Kind::text) {
    char mark = '.';
    const std::expected<Decimal, NumberError> number = parse_number_text(value->text, mark);
    if (number) year = number->scaled(0);
  } else if (value->kind == Kind::number && value->number == std::floor(value->number)) {
    const std::optional<Decimal> number = decimal_of(value->number);
    if (number) year = number->scaled(0);
  }
  if (year && *year >= kYearMin && *year <= kYearMax) return CalendarYear(static_cast<int>(*year));
  refuse(column,
         {{"{} is not a year between 1990 and 2099", "{} n'est pas une année entre 1990 et 2099"},
          shown(column)},
         {{"write it as 2024", "écrivez-la comme 2024"}});
  return std::nullopt;
}

Problems MonitoringTable::finish() {
  if (!rows_->error().empty()) {
    refuse_row(
        {{"the table cannot be read further: {}", "le tableau ne peut pas être lu plus loin : {}"},
         rows_->error()},
        {{"correct this place, or save the file again",
          "corrigez cet endroit, ou enregistrez le fichier de nouveau"}});
  } else if (row_count_ == 0) {
    refuse_row(
        {{"no {} follow the column names", "aucune ligne pour les {} ne suit les noms de colonnes"},
         what_},
        {{"add them, one a row", "ajoutez-en, une par ligne"}});
  }
  return problems_;
}

}  // namespace openitmo::files
