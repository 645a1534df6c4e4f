#include <algorithm>
#include <map>
#include <utility>

#include "files/monitoring/appended.h"
#include "files/monitoring/read.h"
#include "files/monitoring/table.h"
#include "files/monitoring/unit_values.h"
#include "mrv/parameters.h"

namespace openitmo::files {
namespace {

using mrv::AnalysisTarget;
using mrv::LaboratoryResult;
using mrv::MonitoringData;

std::string_view unit_of(const AnalysisTarget& target) {
  switch (target.kind) {
    case AnalysisTarget::Kind::parameter: {
      const mrv::Parameter* parameter = mrv::find_parameter(target.symbol);
      return parameter == nullptr ? std::string_view() : parameter->unit;
    }
    case AnalysisTarget::Kind::monthly_table: {
      const mrv::MonthlyTable* table = mrv::find_monthly_table(target.symbol);
      return table == nullptr ? std::string_view() : table->columns[target.column].unit;
    }
    case AnalysisTarget::Kind::composition:
      return "1";
  }
  return {};
}

struct UnitShift {
  std::string_view names;
  int shift;  // the target's unit is 10^shift of it
};
constexpr UnitShift kShares[] = {{"%|percent|% wet|% humide|% vol|% masse humide", 2},
                                 {"1|fraction|g g|kg kg|t t", 0},
                                 {"g kg|kg t", 3},
                                 {"mg kg|g t|ppm", 6}};
constexpr UnitShift kConcentrations[] = {
    {"mg l|g m3|mg dm3", 6}, {"g l|kg m3|g dm3", 3}, {"t m3|kg l", 0}};

// By how many decimals a figure moves to become one of the target; nothing where it cannot.
std::optional<int> shift_to(std::string_view unit, std::string_view target) {
  const std::string form = normal_form(unit);
  if (form == normal_form(target)) return 0;
  const bool is_share =
      target == "1" || (target.starts_with('t') && target.find("/t") != std::string_view::npos);
  const std::span<const UnitShift> known = is_share ? std::span<const UnitShift>(kShares)
                                           : target == "t/m3"
                                               ? std::span<const UnitShift>(kConcentrations)
                                               : std::span<const UnitShift>();
  for (const UnitShift& words : known)
    if (is_among(form, words.names)) return words.shift;
  return std::nullopt;
}

class Reader {
 public:
  Reader(MonitoringTable& table, MonitoringData& data) : table_(table), data_(data) {
    for (const LaboratoryResult& result : data.laboratory.results)
      rows_.insert({{result.sample, result.analysis}, result.place});
  }

  std::optional<LaboratoryResult> row(mrv::Place place) {
    LaboratoryResult result{.place = place};
    result.sample = text(laboratory::kSample);
    const std::optional<std::size_t> analysis = find_analysis();
    const std::optional<Instant> taken = table_.moment(laboratory::kTaken);
    const std::optional<Instant> analysed = table_.moment(laboratory::kAnalysed);
    result.laboratory = text(laboratory::kLaboratory);
    result.accreditation = optional_text(laboratory::kAccreditation);
    result.method = text(laboratory::kMethod);
    const std::optional<int> shift = analysis ? find_shift(*analysis) : std::nullopt;
    if (shift) read_figures(result, *shift);
    if (!analysis || !taken || !analysed || !table_.row_is_good()) return std::nullopt;
    result.analysis = *analysis;
    result.taken = taken->date();
    result.analysed = analysed->date();
    if (result.analysed < result.taken)
      table_.refuse(laboratory::kAnalysed,
                    {{"the sample was analysed before it was taken",
                      "l'échantillon a été analysé avant d'être prélevé"}},
                    {{"correct one of the two dates", "corrigez l'une des deux dates"}});
    refuse_second(result);
    if (!table_.row_is_good()) return std::nullopt;
    return result;
  }

 private:
  std::string text(std::size_t column) {
    const std::optional<std::string_view> found = table_.text(column);
    return found ? std::string(*found) : std::string();
  }
  std::string optional_text(std::size_t column) {
    return table_.is_empty(column) ? std::string() : text(column);
  }

  std::optional<std::size_t> find_analysis() {
    const std::optional<std::string_view> word = table_.text(laboratory::kAnalyte);
    if (!word) return std::nullopt;
    const auto& known = data_.laboratory.analyses;
    const auto found = std::ranges::find(known, normal_form(*word), &mrv::Analysis::analyte);
    if (found != known.end()) return static_cast<std::size_t>(found - known.begin());
    table_.refuse(laboratory::kAnalyte,
                  {{"the component declares no analysis of {}",
                    "le composant ne déclare pas d'analyse de {}"},
                   in_quotes(*word)},
                  {{"declare it in [[analysis]], or correct its name",
                    "déclarez-la dans [[analysis]], ou corrigez son nom"}});
    return std::nullopt;
  }

  std::optional<int> find_shift(std::size_t analysis) {
    const std::optional<std::string_view> unit = table_.text(laboratory::kUnit);
    if (!unit) return std::nullopt;
    const std::string_view target = unit_of(data_.laboratory.analyses[analysis].target);
    const std::optional<int> shift = shift_to(*unit, target);
    if (!shift)
      table_.refuse(laboratory::kUnit,
                    {{"{} cannot be converted to {}", "{} ne se convertit pas en {}"},
                     in_quotes(*unit),
                     in_quotes(target)},
                    {{"write %, g/kg or mg/kg for a share, mg/l or g/l for a concentration",
                      "écrivez %, g/kg ou mg/kg pour une part, mg/l ou g/l pour une "
                      "concentration"}});
    return shift;
  }

  void read_figures(LaboratoryResult& result, int shift) {
    const auto figure = [&](std::size_t column) -> std::optional<double> {
      const std::optional<Decimal> number = table_.number(column);
      return number ? std::optional(nearest_double(*number, shift)) : std::nullopt;
    };
    std::optional<double> limit;
    if (!table_.is_empty(laboratory::kDetectionLimit)) limit = figure(laboratory::kDetectionLimit);
    if (!table_.is_empty(laboratory::kUncertainty))
      result.half_width = figure(laboratory::kUncertainty).value_or(0);
    if (const std::optional<Decimal> below = table_.less_than(laboratory::kResult)) {
      result.is_below_detection = true;
      result.value = nearest_double(*below, shift);
      return;
    }
    result.value = figure(laboratory::kResult).value_or(0);
    if (limit && result.value < *limit) {
      result.is_below_detection = true;
      result.value = *limit;
    }
  }

  void refuse_second(const LaboratoryResult& result) {
    const auto [at, is_new] = rows_.insert({{result.sample, result.analysis}, result.place});
    if (is_new) return;
    table_.refuse(laboratory::kSample,
                  {{"this analysis of sample {} stands already in {}",
                    "cette analyse de l'échantillon {} se trouve déjà à la {}"},
                   in_quotes(result.sample),
                   place_text(data_, at->second)},
                  {{"remove one of the two rows, or give the second sample its own name",
                    "supprimez l'une des deux lignes, ou donnez son propre nom au second "
                    "échantillon"}});
  }

  MonitoringTable& table_;
  MonitoringData& data_;
  std::map<std::pair<std::string, std::size_t>, mrv::Place> rows_;
};

}  // namespace

ReadResult read_laboratory(const Source& source, MonitoringData& data) {
  Read<MonitoringTable> table = MonitoringTable::open(
      source, {"laboratory results", "résultats de laboratoire"}, laboratory::columns());
  if (!table) return std::unexpected(table.error());
  Reader reader(*table, data);
  Appended<LaboratoryResult> appended(data, data.laboratory.results);
  while (table->next())
    if (auto result = reader.row(appended.place_of(table->row()))) appended.add(*std::move(result));
  Problems problems = table->finish();
  if (!problems.empty()) return std::unexpected(std::move(problems));
  appended.keep(source);
  return {};
}

}  // namespace openitmo::files
