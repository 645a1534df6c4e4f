#include "files/aef/aef_json.h"

#include <array>
#include <boost/json.hpp>
#include <fmt/format.h>

#include "party/demonstration.h"

namespace openitmo::files {

namespace {

using reporting::AefCell;
using reporting::AefCellRow;
using reporting::AefProfile;
using reporting::AefTable;
namespace json = boost::json;

constexpr std::array<std::string_view, reporting::kAefTableCount> kMembers{
    "aef-t1-submission", "aef-t2-authorizations", "aef-t3-actions", "aef-t4-holdings",
    "aef-t5-authorized-entities"};

json::value value_of(const AefCell& cell) {
  if (cell.kind == AefCell::Kind::number) return cell.number;
  if (cell.kind == AefCell::Kind::date) return json::string(cell.date.to_string());
  return json::string(cell.text);
}

json::object row_json(AefTable table, const AefCellRow& cells, AefProfile profile) {
  json::object row;
  for (const auto& field : reporting::aef_fields(table))
    if (const AefCell& cell = cells[field.number - 1U]; cell.kind != AefCell::Kind::empty)
      row[column_name(field, profile)] = value_of(cell);
  return row;
}

// A date of a JSON text is a text: the form of the field says what it stands for.
AefCell cell_of(const json::value& value, const reporting::AefField& field, AefProfile profile) {
  if (value.is_uint64()) return AefCell::of(value.get_uint64());
  if (value.is_int64() && value.get_int64() >= 0)
    return AefCell::of(static_cast<std::uint64_t>(value.get_int64()));
  if (value.is_null()) return {};
  if (!value.is_string()) return AefCell::of(json::serialize(value));
  const AefCell text = AefCell::of(std::string_view(value.get_string()));
  const bool date = profile == AefProfile::xlsx_checker &&
                    field.form == reporting::FieldForm::date && Date::parse(text.text).has_value();
  return date ? AefCell::of(*Date::parse(text.text)) : text;
}

class JsonReading {
 public:
  JsonReading(const std::string& path, AefScan& scan) : path_(path), scan_(scan) {}

  void read(const json::object& document) {
    for (std::size_t i = 0; i < kMembers.size(); ++i) {
      const auto* member = document.if_contains(kMembers[i]);
      if (member) read_table(static_cast<AefTable>(i), *member);
    }
    if (document.contains("demonstration")) scan_.set_demonstration();
  }
  const Problems& problems() const { return problems_; }

 private:
  void read_table(AefTable table, const json::value& member) {
    const bool alone = member.is_object();
    if (!alone && !member.is_array()) return refuse(table, 0);
    if (alone) return read_row(table, 1, member);
    std::uint32_t number = 0;
    if (member.get_array().empty()) scan_.begin_table(table, AefProfile::cad_trust);
    for (const json::value& row : member.get_array()) read_row(table, ++number, row);
  }

  void read_row(AefTable table, std::uint32_t number, const json::value& value) {
    if (!value.is_object()) return refuse(table, number);
    const auto fields = reporting::aef_fields(table);
    AefCellRow cells(fields.size());
    std::optional<AefProfile> profile;
    for (const auto& [key, held] : value.get_object()) {
      const auto name = aef_name(table, key);
      if (!name) {
        problems_.add({.path = path_,
                       .key = fmt::format("/{}/{}", kMembers[static_cast<std::size_t>(table)],
                                          std::string_view(key)),
                       .what = Words("the format has no such field", "le format n'a pas ce champ"),
                       .remedy = Words("correct its name, or leave it out",
                                       "corrigez son nom, ou supprimez-le")});
        continue;
      }
      profile = profile.value_or(name->profile);
      const auto& field = fields[name->field - 1U];
      cells[name->field - 1U] = cell_of(held, field, *profile);
    }
    scan_.begin_table(table, profile.value_or(AefProfile::cad_trust));
    scan_.data(number, std::move(cells));
  }

  void refuse(AefTable table, std::uint32_t number) {
    problems_.add({.path = path_,
                   .row = 0,
                   .key = fmt::format("/{}/{}", kMembers[static_cast<std::size_t>(table)], number),
                   .what = Words("this is no row", "ce n'est pas une ligne"),
                   .remedy = Words("write an object of field names and values",
                                   "écrivez un objet de noms de champs et de valeurs")});
  }

  const std::string& path_;
  AefScan& scan_;
  Problems problems_;
};

}  // namespace

std::string aef_json(const reporting::AefRows& rows, AefProfile profile) {
  json::object document;
  if (rows.demonstration) document["demonstration"] = kDemonstrationLine;
  for (std::size_t i = 0; i < kMembers.size(); ++i) {
    const auto table = static_cast<AefTable>(i);
    json::array members;
    rows.visit(table,
               [&](const AefCellRow& row) { members.push_back(row_json(table, row, profile)); });
    if (table == AefTable::submission && members.size() == 1)
      document[kMembers[i]] = members.front();
    else
      document[kMembers[i]] = std::move(members);
  }
  return json::serialize(document) + "\n";
}

Problems read_aef_json(const Source& source, AefScan& scan) {
  boost::system::error_code error;
  json::stream_parser parser;
  const std::size_t taken = parser.write(source.bytes.data(), source.bytes.size(), error);
  if (!error) parser.finish(error);
  if (error) {
    const auto line = static_cast<std::uint32_t>(
        1 + std::count(source.bytes.begin(),
                       source.bytes.begin() + static_cast<std::ptrdiff_t>(taken), '\n'));
    return Problems({.path = source.path,
                     .row = line,
                     .what = {{"it is no JSON: {}", "ce n'est pas du JSON : {}"}, error.message()},
                     .remedy = Words("write one object with the five tables",
                                     "écrivez un objet avec les cinq tableaux")});
  }
  const json::value document = parser.release();
  JsonReading reading(source.path, scan);
  reading.read(document.as_object());
  return reading.problems();
}

}  // namespace openitmo::files
