#include "files/programme/measurements.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "files/monitoring/unit_values.h"
#include "files/monitoring/words.h"
#include "mrv/parameters.h"

namespace openitmo::files {
namespace {

// "gas.engine_hours" and the like: columns of monthly tables with one row a month.
struct ColumnWord {
  std::string word;
  std::string table;
  std::size_t column = 0;
};
std::vector<ColumnWord> column_words(bool only_counted) {
  std::vector<ColumnWord> words;
  for (const mrv::MonthlyTable& table : mrv::monthly_tables()) {
    if (!table.subject.empty() || table.is_background) continue;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const std::string_view unit = table.columns[i].unit;
      const bool is_counted = unit != "1" && unit != "m";
      if (only_counted == is_counted)
        words.push_back(
            {fmt::format("{}.{}", table.key, table.columns[i].key), std::string(table.key), i});
    }
  }
  return words;
}

double real(const TomlTable& table, std::string_view key, double least) {
  const std::string text = table.decimal(key);
  const std::optional<double> value = real_of(text);
  if (!text.empty() && (!value || !(*value > least)))
    table.refuse(key, {{"{} is too small or too long", "{} est trop petit ou trop long"}, text},
                 {{"write more than {}, with at most 9 decimals",
                   "écrivez plus de {}, avec au plus 9 décimales"},
                  least});
  return value.value_or(0);
}

mrv::MeterTarget read_counted(const TomlTable& table) {
  const std::vector<ColumnWord> columns = column_words(true);
  std::vector<std::string_view> words{"electricity", "diesel"};
  for (const ColumnWord& column : columns) words.push_back(column.word);
  const std::string word = table.choice("counts", words);
  for (const ColumnWord& column : columns)
    if (column.word == word) return {.table = column.table, .column = column.column};
  return {.table = word};
}

// The value at which the register starts again: given, or by its digits.
double read_rollover(const TomlTable& table) {
  constexpr std::int64_t kDigitsMin = 3, kDigitsMax = 12;
  if (table.has("rollover") == table.has("digits"))
    table.refuse("digits",
                 {{"digits or rollover is needed, and not both",
                   "il faut digits ou rollover, et non les deux"}},
                 {{"digits counts those before the decimal mark",
                   "digits compte les chiffres avant la virgule"}});
  if (table.has("rollover")) return real(table, "rollover", 0);
  const std::int64_t digits =
      table.optional_integer("digits", kDigitsMin, kDigitsMax).value_or(kDigitsMax);
  double rollover = 1;
  for (std::int64_t i = 0; i < digits; ++i) rollover *= 10;
  return rollover;
}

mrv::AnalysisTarget read_fed(const TomlTable& table) {
  using Kind = mrv::AnalysisTarget::Kind;
  const std::string word = table.string("feeds");
  if (mrv::find_parameter(word) != nullptr) return {.kind = Kind::parameter, .symbol = word};
  std::vector<std::string> known;
  for (const ColumnWord& column : column_words(false)) {
    if (column.word == word)
      return {.kind = Kind::monthly_table, .symbol = column.table, .column = column.column};
    known.push_back(column.word);
  }
  for (const mrv::WasteType type : mrv::kWasteTypes) {
    const std::string of_type = fmt::format("composition.{}", mrv::name_of(type));
    if (of_type == word)
      return {.kind = Kind::composition,
              .symbol = "composition",
              .column = static_cast<std::size_t>(type)};
    known.push_back(of_type);
  }
  if (!word.empty())
    table.refuse("feeds", {{"{} takes no analysis", "{} ne prend pas d'analyse"}, in_quotes(word)},
                 {{"write a symbol of docs/methodologies/parameters.md, or one of {}",
                   "écrivez un symbole de docs/methodologies/parameters.md, ou l'un de {}"},
                  fmt::join(known, ", ")});
  return {};
}

}  // namespace

std::vector<mrv::Meter> read_meter_plans(const TomlTable& root) {
  std::vector<mrv::Meter> meters;
  for (const TomlTable& table : root.optional_tables("meter")) {
    mrv::Meter meter;
    meter.id = table.string("id");
    meter.target = read_counted(table);
    meter.rollover = read_rollover(table);
    meter.highest_per_day = real(table, "highest_per_day", 0);
    if (table.has("multiplier")) meter.per_unit = real(table, "multiplier", 0);
    (void)table.string("source");
    if (std::ranges::find(meters, meter.id, &mrv::Meter::id) != meters.end())
      table.refuse("id", {{"the meter stands twice", "le compteur figure deux fois"}},
                   {{"give each meter one table", "donnez une seule table à chaque compteur"}});
    meters.push_back(std::move(meter));
  }
  return meters;
}

mrv::LaboratoryRecord read_laboratory_plan(const TomlTable& root) {
  static constexpr std::array<std::string_view, 2> kSides{"zero", "limit"};
  mrv::LaboratoryRecord record;
  for (const TomlTable& table : root.optional_tables("laboratory")) {
    mrv::Laboratory laboratory;
    laboratory.name = table.string("name");
    laboratory.accreditation = table.string("accreditation");
    laboratory.accredited = {.first = table.date("accredited_from"),
                             .last = table.date("accredited_until")};
    if (laboratory.accredited.last < laboratory.accredited.first)
      table.refuse("accredited_until",
                   {{"it ends before it begins", "elle finit avant de commencer"}},
                   {{"give the last day of the accreditation",
                     "donnez le dernier jour de l'accréditation"}});
    record.laboratories.push_back(std::move(laboratory));
  }
  for (const TomlTable& table : root.optional_tables("analysis")) {
    mrv::Analysis analysis;
    analysis.analyte = normal_form(table.string("analyte"));
    analysis.target = read_fed(table);
    analysis.below_detection = table.choice("below_detection", kSides) == "limit"
                                   ? mrv::BelowDetection::limit
                                   : mrv::BelowDetection::zero;
    analysis.source = table.string("source");
    if (std::ranges::find(record.analyses, analysis.analyte, &mrv::Analysis::analyte) !=
        record.analyses.end())
      table.refuse("analyte", {{"the analysis stands twice", "l'analyse figure deux fois"}},
                   {{"give each quantity one table", "donnez une seule table à chaque grandeur"}});
    record.analyses.push_back(std::move(analysis));
  }
  return record;
}

mrv::SamplingPlan read_sampling_plan(const TomlTable& root) {
  static constexpr std::array<std::string_view, 2> kRules{"20/95", "90/10"};
  static constexpr std::array<std::string_view, 2> kMissed{"mean", "conservative_bound"};
  mrv::SamplingPlan plan;
  const auto table = root.optional_table("sampling");
  if (!table) return plan;
  if (table->choice("precision", kRules) == "90/10") plan.rule = mrv::SamplingRule::small_scale;
  plan.takes_conservative_bound = table->choice("when_missed", kMissed) == "conservative_bound";
  plan.source = table->string("source");
  return plan;
}

}  // namespace openitmo::files
