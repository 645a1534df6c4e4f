#include "files/programme/records.h"

#include <array>
#include <fmt/format.h>

#include "files/programme/field_values.h"
#include "files/programme/read_command.h"
#include "quantity/decimal.h"
#include "reporting/report_parts.h"

namespace openitmo::files {
namespace {

struct RecordKind {
  std::string_view table;
  std::string_view word;  // of the command
  std::string_view key;   // the field that tells records of the kind apart; empty: one in a file
  // A field that the file's own [party] or [activity] already says.
  std::string_view said_by;
  std::string_view said_field;
};
constexpr std::array<RecordKind, 8> kKinds{{
    {"party", "record_party", "", "", ""},
    {"participation", "record_participation", "requirement", "party", "party"},
    {"ndc", "record_ndc", "ndc", "party", "party"},
    {"inventory", "record_inventory", "year", "party", "party"},
    {"cooperative_approach", "record_cooperative_approach", "", "", ""},
    {"entity", "record_entity", "entity", "", ""},
    {"activity", "record_activity", "", "", ""},
    {"sdg_indicator", "record_sdg_indicator", "indicator", "activity", "activity"},
}};

// The value of a field as text, for names; empty for a field of another type.
std::string field_text(const ledger::Command& command, std::string_view wanted) {
  std::string text;
  const auto visit = [&](std::string_view name, const auto& field) {
    if (name != wanted) return;
    using Field = std::decay_t<decltype(field)>;
    if constexpr (std::is_same_v<Field, std::string>) text = field;
    if constexpr (std::is_same_v<Field, PartyId>) text = field.to_string();
    if constexpr (std::is_same_v<Field, CalendarYear>) text = fmt::format("{}", field.value());
    if constexpr (NamedEnum<Field>) text = std::string(name_of(field));
  };
  std::visit([&](const auto& c) { std::decay_t<decltype(c)>::fields(c, visit); }, command);
  return text;
}

void set_field(ledger::Command& command, std::string_view wanted, const std::string& text) {
  const auto visit = [&](std::string_view name, auto& field) {
    if (name != wanted) return;
    using Field = std::decay_t<decltype(field)>;
    if constexpr (std::is_same_v<Field, std::string>) field = text;
    if constexpr (std::is_same_v<Field, PartyId>) field = PartyId::parse(text).value_or(PartyId());
  };
  std::visit([&](auto& c) { std::decay_t<decltype(c)>::fields(c, visit); }, command);
}

Text megatonnes(KilogramsCo2eq amount) {
  constexpr int kKilogramsPerMegatonneDecimals = 9;
  return Text({"{} Mt CO2 eq", "{} Mt éq. CO2"},
              decimal_text(format_scaled(amount.value(), kKilogramsPerMegatonneDecimals)));
}

Text figure_of(const RecordInventory& record) {
  return Text({"{}, emissions and removals in {}: {}", "{}, émissions et absorptions de {} : {}"},
              record.party.view(), record.year.value(), megatonnes(record.emissions_kg_co2eq));
}

Text figure_of(const RecordNdc& record) {
  Text figure({"{}, {}", "{}, {}"}, record.party.view(), record.ndc);
  if (record.target_level_kg_co2eq)
    figure = Text({"{}, target level in {}: {}", "{}, niveau cible en {} : {}"}, figure,
                  record.target_year.value(), megatonnes(*record.target_level_kg_co2eq));
  if (record.budget_kg_co2eq)
    figure =
        Text({"{}, budget {}-{}: {}", "{}, budget {}-{} : {}"}, figure, record.first_year.value(),
             record.last_year.value(), megatonnes(*record.budget_kg_co2eq));
  return figure;
}

// Where a figure of the record comes from. A published one must say so.
template <class T>
void read_source(const TomlTable& table, const T& record,
                 std::vector<registry::FigureSource>& sources) {
  const bool stated = table.has("source") || table.has("confidence");
  if (!stated && record.basis != Basis::published) return;
  const std::string source = table.string("source");
  const std::string confidence = read_confidence(table);
  sources.push_back(
      {.figure = {{"{} ({})", "{} ({})"}, figure_of(record), reporting::basis_text(record.basis)},
       .source = source,
       .confidence = confidence});
}

class FileReader {
 public:
  FileReader(const std::string& file, ProgrammeFolder& folder, std::vector<Record>& records,
             std::vector<registry::FigureSource>& sources)
      : file_(file), folder_(folder), records_(records), sources_(sources) {}

  void read(const RecordKind& kind, const TomlTable& table) {
    Record record{.file = file_,
                  .kind = std::string(kind.table),
                  .key = {},
                  .table = table,
                  .command = *empty_command(kind.word)};
    std::vector<std::string_view> given;
    if (const std::string said = said_value(kind); !said.empty() && !table.has(kind.said_field)) {
      set_field(record.command, kind.said_field, said);
      given.push_back(kind.said_field);
    }
    read_fields(table, folder_, record.command, given);
    if (!kind.key.empty()) record.key = field_text(record.command, kind.key);
    if (const auto* ndc = std::get_if<RecordNdc>(&record.command))
      read_source(table, *ndc, sources_);
    if (const auto* inventory = std::get_if<RecordInventory>(&record.command))
      read_source(table, *inventory, sources_);
    refuse_twin(record, kind.key);
    records_.push_back(std::move(record));
  }

 private:
  std::string said_value(const RecordKind& kind) const {
    for (const Record& record : records_)
      if (record.file == file_ && record.kind == kind.said_by)
        return field_text(record.command, kind.said_field);
    return {};
  }

  // Acts name records, so no two of a file may have one name.
  void refuse_twin(const Record& record, std::string_view key) const {
    for (const Record& other : records_)
      if (other.file == file_ && !record.key.empty() && other.name() == record.name())
        record.table.refuse(
            key,
            {{"{} stands already on line {}", "{} se trouve déjà à la ligne {}"},
             record.name(),
             other.table.line()},
            {{"remove one, or put the later version into a file of its own",
              "supprimez-en un, ou mettez la version ultérieure dans un fichier à part"}});
  }

  const std::string& file_;
  ProgrammeFolder& folder_;
  std::vector<Record>& records_;
  std::vector<registry::FigureSource>& sources_;
};

}  // namespace

void read_records(const TomlTable& root, const std::string& file, ProgrammeFolder& folder,
                  std::vector<Record>& records, std::vector<registry::FigureSource>& sources) {
  FileReader reader(file, folder, records, sources);
  for (const RecordKind& kind : kKinds) {
    if (kind.key.empty()) {
      if (const auto table = root.optional_table(kind.table)) reader.read(kind, *table);
      continue;
    }
    for (const TomlTable& table : root.optional_tables(kind.table)) reader.read(kind, table);
  }
}

}  // namespace openitmo::files
