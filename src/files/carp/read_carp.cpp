#include "files/carp/read_carp.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <fmt/format.h>
#include <map>
#include <optional>

#include "files/carp/marking.h"
#include "files/csv/reader.h"
#include "reporting/cell_values.h"

namespace openitmo::files {

namespace {

using ledger::CheckMark;
using ledger::RecordCheckResult;
using reporting::AefCell;

enum class Column : std::uint8_t {
  kind,
  date,
  approach,
  parties,
  party,
  year,
  version,
  marking,
  reference,
  sha256,
};

struct ColumnName {
  std::string_view name;  // as marking_word() gives it
  Column column;
};
// Names of ours first, in the order of the enum; then the labels of the format.
constexpr std::array kNames{
    ColumnName{"kind", Column::kind},
    ColumnName{"date", Column::date},
    ColumnName{"cooperative approach", Column::approach},
    ColumnName{"parties", Column::parties},
    ColumnName{"party", Column::party},
    ColumnName{"reported year", Column::year},
    ColumnName{"version", Column::version},
    ColumnName{"marking", Column::marking},
    ColumnName{"reference", Column::reference},
    ColumnName{"sha256", Column::sha256},
    ColumnName{"cooperative approach id", Column::approach},
    ColumnName{"year", Column::year},
    ColumnName{"status", Column::marking},
    ColumnName{"result", Column::marking},
    ColumnName{"review status of the initial report", Column::marking},
    ColumnName{"result of the consistency check of this aef submission", Column::marking},
};

std::string_view name_of_column(Column column) {
  return std::ranges::find(kNames, column, &ColumnName::column)->name;
}

std::optional<Column> column_of(std::string_view text) {
  const std::string word = marking_word(text);
  const auto found = std::ranges::find(kNames, word, &ColumnName::name);
  return found == kNames.end() ? std::nullopt : std::optional(found->column);
}

// "Consistencies" in the copy of the decision that was seen stands for the opposite.
std::optional<ReviewStatus> review_status_of(std::string_view text) {
  if (marking_word(text) ==
      "review finalized and inconsistencies identified that are both significant and persistent")
    return ReviewStatus::both_significant_and_persistent;
  return mark_of<ReviewStatus>(text);
}

bool is_sha256(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

using Texts = std::map<Column, std::string>;

class RowReading {
 public:
  RowReading(const std::string& path, std::uint32_t row, const Texts& texts, Problems& problems)
      : path_(path), row_(row), texts_(texts), problems_(problems) {}

  std::optional<CarpRow> read() {
    const std::size_t before = problems_.count();
    CarpRow row{.row = row_, .date = {}, .command = {}};
    row.date = required(Column::date, reporting::date_of(cell(Column::date)), "2027-05-02");
    const std::string kind = marking_word(text(Column::kind));
    if (kind == "review status")
      row.command = review_status();
    else if (kind == "check result")
      row.command = check_result();
    else if (kind == "cooperative approach")
      row.command = approach_identified();
    else
      refuse(Column::kind, "cooperative_approach; check_result; review_status");
    if (problems_.count() != before) return std::nullopt;
    return row;
  }

 private:
  std::string text(Column column) const {
    const auto found = texts_.find(column);
    return found == texts_.end() ? std::string() : found->second;
  }
  AefCell cell(Column column) const { return AefCell::of(text(column)); }

  // "\"XX\" is ...; write ..." or what is missing.
  void refuse(Column column, const std::string& right) {
    const std::string said = text(column);
    Text what = Words("it is not given", "il n'est pas donné");
    if (!said.empty())
      what = {{"{} cannot be taken for it", "{} ne convient pas"}, in_quotes(said)};
    problems_.add({.path = path_,
                   .row = row_,
                   .key = std::string(name_of_column(column)),
                   .what = std::move(what),
                   .remedy = {{"write {}", "écrivez {}"}, right}});
  }
  template <class T>
  T required(Column column, std::optional<T> value, const std::string& right) {
    if (value) return *std::move(value);
    refuse(column, right);
    return T{};
  }

  PartyId party() { return required(Column::party, PartyId::parse(text(Column::party)), "SEN"); }
  CooperativeApproachId approach() {
    return required(Column::approach, CooperativeApproachId::parse(text(Column::approach)),
                    "CA0004");
  }
  // None, or one with its hash.
  Document document() {
    Document document{text(Column::reference), text(Column::sha256)};
    if (document.reference.empty() && document.sha256.empty()) return document;
    if (document.reference.empty()) refuse(Column::reference, "ERT-2027-4");
    if (!is_sha256(document.sha256)) refuse(Column::sha256, "64 × 0-9a-f");
    return document;
  }

  ledger::Command review_status() {
    RecordReviewStatus record;
    record.party = party();
    record.approach = approach();
    record.status = required(Column::marking, review_status_of(text(Column::marking)),
                             official_list<ReviewStatus>());
    record.report = document();
    return record;
  }

  ledger::Command check_result() {
    RecordCheckResult record;
    record.party = party();
    record.year = required(Column::year, reporting::year_of(cell(Column::year)), "2026");
    const auto version =
        required(Column::version, reporting::version_of(cell(Column::version)), "1.0");
    record.major = version.major;
    record.minor = version.minor;
    record.result = required(Column::marking, mark_of<CheckMark>(text(Column::marking)),
                             official_list<CheckMark>());
    record.notice = document();
    return record;
  }

  ledger::Command approach_identified() {
    RecordCooperativeApproach record;
    record.approach = approach();
    record.demonstration = record.approach.view() == "CA9999";
    std::string codes = text(Column::parties);
    std::ranges::replace(codes, ' ', ',');
    std::ranges::replace(codes, ';', ',');
    for (const std::string& code : reporting::list_of(AefCell::of(codes)))
      if (const auto one = PartyId::parse(code)) record.parties.push_back(*one);
    const auto given = reporting::list_of(AefCell::of(codes)).size();
    if (given < 2 || record.parties.size() != given) refuse(Column::parties, "CHE SEN");
    record.agreement = document();
    return record;
  }

  const std::string& path_;
  std::uint32_t row_;
  const Texts& texts_;
  Problems& problems_;
};

class CarpReading {
 public:
  explicit CarpReading(const std::string& path) : path_(path) {}

  void row(std::uint32_t number, const Texts& texts) {
    if (auto read = RowReading(path_, number, texts, problems_).read())
      rows_.push_back(*std::move(read));
  }
  void unknown_column(std::uint32_t number, std::string_view name) {
    std::string known;
    for (std::size_t i = 0; i <= static_cast<std::size_t>(Column::sha256); ++i)
      known += fmt::format("{}{}", i == 0 ? "" : ", ", kNames[i].name);
    refuse(number, {{"{} is no column of it", "{} n'en est pas une colonne"}, in_quotes(name)},
           {{"name columns by: {}", "nommez les colonnes par : {}"}, known});
  }
  void refuse(std::uint32_t number, Text what, Text remedy) {
    problems_.add(
        {.path = path_, .row = number, .what = std::move(what), .remedy = std::move(remedy)});
  }
  bool is_good() const { return problems_.empty(); }
  Read<std::vector<CarpRow>> finish() {
    if (problems_.empty() && rows_.empty())
      refuse(0, Words("it has no rows", "il n'a aucune ligne"),
             Words("give one for each marking", "donnez-en une par mention"));
    if (!problems_.empty()) return std::unexpected(std::move(problems_));
    return std::move(rows_);
  }

 private:
  const std::string& path_;
  std::vector<CarpRow> rows_;
  Problems problems_;
};

char separator_of(std::string_view line) {
  if (line.find(';') != std::string_view::npos) return ';';
  return line.find('\t') != std::string_view::npos ? '\t' : ',';
}

std::vector<std::optional<Column>> columns_of(const CsvReader& rows, CarpReading& reading) {
  std::vector<std::optional<Column>> columns;
  for (const std::string_view name : rows.fields()) {
    const auto column = column_of(name);
    if (column && std::ranges::find(columns, column) != columns.end())
      reading.refuse(rows.row(),
                     Text({"{} names a column that stands there already",
                           "{} nomme une colonne qui s'y trouve déjà"},
                          name),
                     Words("keep one of the two", "gardez l'une des deux"));
    columns.push_back(column);
    if (!column && !name.empty()) reading.unknown_column(rows.row(), name);
  }
  return columns;
}

void read_csv(std::string_view text, CarpReading& reading) {
  CsvReader rows(text, separator_of(text.substr(0, text.find('\n'))));
  std::vector<std::optional<Column>> columns;
  while (reading.is_good() && columns.empty() && rows.next()) columns = columns_of(rows, reading);
  if (!reading.is_good()) return;
  while (rows.next()) {
    Texts texts;
    const auto fields = rows.fields();
    for (std::size_t i = 0; i < fields.size(); ++i)
      if (i >= columns.size() && !fields[i].empty())
        return reading.refuse(
            rows.row(),
            Words("it has more fields than the head", "elle a plus de champs que l'en-tête"),
            Words("put quotes around texts with separators",
                  "mettez entre guillemets les textes qui contiennent des séparateurs"));
      else if (i < columns.size() && columns[i] && !fields[i].empty())
        texts[*columns[i]] = fields[i];
    if (!texts.empty()) reading.row(rows.row(), texts);
  }
  if (!rows.error().empty())
    reading.refuse(rows.row(), rows.error(),
                   Words("save it as CSV with quotes around texts",
                         "enregistrez-le en CSV avec des guillemets autour des textes"));
}

std::string text_of_json(const boost::json::value& value) {
  if (value.is_string()) return std::string(value.get_string());
  if (value.is_null()) return {};
  if (!value.is_array()) return boost::json::serialize(value);
  std::string list;
  for (const auto& one : value.get_array())
    list += fmt::format("{}{}", list.empty() ? "" : ",", text_of_json(one));
  return list;
}

void read_json_row(std::uint32_t number, const boost::json::value& value, CarpReading& reading) {
  if (!value.is_object())
    return reading.refuse(
        number, Words("this is no row", "ce n'est pas une ligne"),
        Words("write an object of names and values", "écrivez un objet de noms et de valeurs"));
  Texts texts;
  bool known = true;
  for (const auto& [key, held] : value.get_object()) {
    const auto column = column_of(key);
    if (column && texts.contains(*column))
      reading.refuse(number,
                     Text({"{} names a value that stands there already",
                           "{} nomme une valeur qui s'y trouve déjà"},
                          std::string_view(key)),
                     Words("keep one of the two", "gardez l'une des deux"));
    if (column)
      texts[*column] = text_of_json(held);
    else
      reading.unknown_column(number, key);
    known = known && column.has_value();
  }
  if (known) reading.row(number, texts);
}

void read_json(std::string_view text, CarpReading& reading) {
  boost::system::error_code error;
  const auto document = boost::json::parse(text, error);
  if (error || !document.is_array())
    return reading.refuse(
        0,
        error ? Text({"it is no JSON: {}", "ce n'est pas du JSON : {}"}, error.message())
              : Text(Words("it is no list", "ce n'est pas une liste")),
        Words("write a list of objects, one for each marking",
              "écrivez une liste d'objets, un par mention"));
  std::uint32_t number = 0;
  for (const auto& value : document.get_array()) read_json_row(++number, value, reading);
}

}  // namespace

std::string command_id_of(const CarpRow& row) {
  return std::visit(
      [&]<class Record>(const Record& record) -> std::string {
        if constexpr (std::is_same_v<Record, RecordReviewStatus>)
          return fmt::format("carp-review-{}-{}-{}", record.approach.view(), record.party.view(),
                             row.date.to_string());
        else if constexpr (std::is_same_v<Record, RecordCheckResult>)
          return fmt::format("carp-check-{}-{}-{}.{}-{}", record.party.view(), record.year.value(),
                             record.major, record.minor, row.date.to_string());
        else if constexpr (std::is_same_v<Record, RecordCooperativeApproach>)
          return fmt::format("carp-approach-{}", record.approach.view());
        else
          return {};
      },
      row.command);
}

Read<std::vector<CarpRow>> read_carp(const Source& source) {
  std::string converted;
  const auto text = utf8_text(source, converted);
  if (!text) return std::unexpected(text.error());
  CarpReading reading(source.path);
  const auto first = text->find_first_not_of(" \t\r\n");
  const bool json =
      first != std::string_view::npos && ((*text)[first] == '[' || (*text)[first] == '{');
  if (json)
    read_json(*text, reading);
  else
    read_csv(*text, reading);
  return reading.finish();
}

}  // namespace openitmo::files
