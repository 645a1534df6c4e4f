#include "mrv/reverify.h"

#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <set>

#include "mrv/data_until.h"
#include "mrv/monthly_table.h"
#include "mrv/parameter_set.h"
#include "mrv/parameters.h"
#include "mrv/shortest_decimal.h"
#include "mrv/uncertainty/uncertainty_rows.h"
#include "quantity/check.h"

namespace openitmo::mrv {

double Reverified::difference(std::size_t year) const {
  return after.years[year].claimed - before.years[year].claimed;
}

namespace {

// A component on its way from one side to the other.
struct Side {
  ComponentPlan plan;
  MonitoringData data;
};

struct Step {
  Text what;
  std::function<void(Side&)> take;
};

// Rows of a table as texts, with where each stands, so that two tables can be compared.
using RowText = std::pair<std::string, Place>;

RowText text_of_row(const WeighbridgeTicket& row) {
  return {
      fmt::format("{} {} {} {} {}", row.id.view(), row.time.seconds().time_since_epoch().count(),
                  static_cast<int>(row.material), row.gross_kg, row.tare_kg),
      row.place};
}
RowText text_of_row(const CompositionSample& row) {
  std::string text = fmt::format("{} {}", row.id, row.date.to_string());
  for (const double fraction : row.fractions) text += " " + shortest_decimal(fraction);
  return {text, row.place};
}
RowText text_of_row(const ElectricityRecord& row) {
  return {fmt::format("{}-{} {}", row.year.value(), row.month, row.consumption_mwh), row.place};
}
RowText text_of_row(const DieselRecord& row) {
  return {fmt::format("{} {}", row.date.to_string(), row.litres), row.place};
}
RowText text_of_row(const DeclaredAmount& row) {
  return {fmt::format("{} {} {}", row.year.value(), name_of(row.type), row.tonnes_wet), row.place};
}
RowText text_of_row(const DeclaredElectricityExport& row) {
  return {fmt::format("{} {}", row.year.value(), row.mwh), row.place};
}
RowText text_of_row(const DeclaredProjectEmissions& row) {
  return {fmt::format("{} {} {}", row.year.value(), row.tonnes_co2eq, row.source), row.place};
}
RowText text_of_row(const MonthlyRow& row) {
  std::string text = fmt::format("{}-{} {}", row.year.value(), row.month, row.subject);
  for (const auto& value : row.values) text += value ? " " + shortest_decimal(*value) : " -";
  Place place;
  if (!row.rows.empty())
    place = {.file = row.rows.ranges().front().file, .row = row.rows.ranges().front().first};
  return {text, place};
}

template <class Row>
std::vector<RowText> texts_of(const std::vector<Row>& rows) {
  std::vector<RowText> texts;
  for (const Row& row : rows) texts.push_back(text_of_row(row));
  std::ranges::sort(texts, {}, &RowText::first);
  return texts;
}

// The rows of `a` that `b` lacks.
std::vector<RowText> missing_in(const std::vector<RowText>& a, const std::vector<RowText>& b) {
  std::vector<RowText> missing;
  std::ranges::set_difference(a, b, std::back_inserter(missing), {}, &RowText::first,
                              &RowText::first);
  std::ranges::sort(missing, {},
                    [](const RowText& row) { return std::pair(row.second.file, row.second.row); });
  return missing;
}

std::string place_text(const std::vector<RowText>& rows, const MonitoringData& data) {
  if (rows.empty() || rows.front().second.file >= data.files.size()) return "-";
  const Place place = rows.front().second;
  return fmt::format("{}:{}", data.files[place.file].path, place.row);
}

void move_rows(MonthlyRow& row, std::uint32_t by) {
  row.rows = row.rows.with_files([by](std::uint32_t file) { return file + by; });
}
template <class Row>
void move_rows(Row& row, std::uint32_t by) {
  row.place.file += by;
}

class Steps {
 public:
  Steps(const Side& from, const Side& to) : from_(from), to_(to) {}

  std::vector<Step> list() {
    add_settings();
    add_options();
    add_parameters();
    add_data();
    return std::move(steps_);
  }

 private:
  template <class Value>
  void setting(const Words& name, Value ComponentPlan::* member, const std::string& before,
               const std::string& after) {
    if (before == after) return;
    steps_.push_back(
        {{{"{}: {} -> {}", "{} : {} -> {}"}, name, before, after},
         [value = to_.plan.*member, member](Side& side) { side.plan.*member = value; }});
  }

  static std::string text_of(const std::optional<DeductionPolicy>& policy) {
    return policy ? policy_sentence(*policy).en : "-";
  }

  void add_settings() {
    const ComponentPlan &a = from_.plan, &b = to_.plan;
    setting({"methodology", "méthodologie"}, &ComponentPlan::methodology,
            a.methodology.name + " " + a.methodology.version,
            b.methodology.name + " " + b.methodology.version);
    setting({"climate", "climat"}, &ComponentPlan::climate, std::string(name_of(a.climate)),
            std::string(name_of(b.climate)));
    setting({"disposal site", "décharge"}, &ComponentPlan::disposal_site,
            std::string(name_of(a.disposal_site)), std::string(name_of(b.disposal_site)));
    setting({"decay model", "modèle de décomposition"}, &ComponentPlan::model,
            std::string(name_of(a.model)), std::string(name_of(b.model)));
    setting({"GWP set", "jeu de PRG"}, &ComponentPlan::gwp, std::string(a.gwp.name),
            std::string(b.gwp.name));
    setting({"start of the crediting period", "début de la période de comptabilisation"},
            &ComponentPlan::crediting_period, a.crediting_period.first.to_string(),
            b.crediting_period.first.to_string());
    setting({"suppressed demand", "demande réprimée"}, &ComponentPlan::suppressed_demand,
            a.suppressed_demand, b.suppressed_demand);
    setting({"deduction", "déduction"}, &ComponentPlan::deduction, text_of(a.deduction),
            text_of(b.deduction));
  }

  void add_options() {
    std::set<std::string> keys;
    for (const Side* side : {&from_, &to_})
      for (const auto& [key, word] : side->plan.options) keys.insert(key);
    for (const std::string& key : keys) {
      const auto word = [&](const Side& side) {
        const auto found = side.plan.options.find(key);
        return found == side.plan.options.end() ? std::string("-") : found->second;
      };
      const std::string before = word(from_), after = word(to_);
      if (before == after) continue;
      steps_.push_back({{{"option {}: {} -> {}", "option {} : {} -> {}"}, key, before, after},
                        [key, after](Side& side) {
                          if (after == "-")
                            side.plan.options.erase(key);
                          else
                            side.plan.options[key] = after;
                        }});
    }
  }

  static Text value_text(const ParameterOverride* own, const std::string& symbol) {
    if (own != nullptr) return {{"{} ({})", "{} ({})"}, own->value, own->source};
    const Parameter* parameter = find_parameter(symbol);
    if (parameter == nullptr) return Text::name("-");
    return {{"{} (default)", "{} (par défaut)"}, shortest_decimal(parameter->default_value)};
  }

  // How uncertain the side takes the parameter to be, as people write it.
  static std::string uncertainty_text(const Side& side, const std::string& symbol) {
    const auto parameters = ParameterSet::make(side.plan.overrides);
    check(parameters.has_value(), "both sides were quantified");
    const std::string text = to_text(parameters->value(symbol).uncertainty);
    return text.empty() ? "±0 %" : text;
  }

  void add_parameters() {
    std::set<std::string> symbols;
    for (const Side* side : {&from_, &to_})
      for (const ParameterOverride& own : side->plan.overrides) symbols.insert(own.symbol);
    for (const std::string& symbol : symbols) {
      const ParameterOverride* before = own_value(from_.plan, symbol);
      const ParameterOverride* after = own_value(to_.plan, symbol);
      Text value_before = value_text(before, symbol), value_after = value_text(after, symbol);
      const std::string sure_before = uncertainty_text(from_, symbol);
      const std::string sure_after = uncertainty_text(to_, symbol);
      if ((before == nullptr ? std::string() : before->value) ==
          (after == nullptr ? std::string() : after->value)) {
        if (sure_before == sure_after) continue;
        value_before += Text({", {}", ", {}"}, sure_before);
        value_after += Text({", {}", ", {}"}, sure_after);
      }
      std::optional<ParameterOverride> own;
      if (after != nullptr) own = *after;
      steps_.push_back({{{"parameter {}: {} -> {}", "paramètre {} : {} -> {}"},
                         symbol,
                         value_before,
                         value_after},
                        [symbol, own](Side& side) {
                          std::erase_if(side.plan.overrides, [&](const ParameterOverride& one) {
                            return one.symbol == symbol;
                          });
                          if (own) side.plan.overrides.push_back(*own);
                        }});
    }
  }

  // A table that differs: how many rows, and where the first of them stand on both sides.
  template <class Row, class TableOf>
  void table(const Words& name, TableOf table_of) {
    const std::vector<Row>& before = table_of(from_.data);
    std::vector<Row> after = table_of(to_.data);
    const auto texts_before = texts_of(before), texts_after = texts_of(after);
    const auto gone = missing_in(texts_before, texts_after);
    const auto fresh = missing_in(texts_after, texts_before);
    if (gone.empty() && fresh.empty()) return;
    const auto moved_by = static_cast<std::uint32_t>(from_.data.files.size());
    for (Row& row : after) move_rows(row, moved_by);
    steps_.push_back(
        {{{"{}: {} rows of {} are other or gone (first {}), {} are other or new (first {})",
           "{} : {} lignes sur {} ont changé ou disparu (la première {}), {} ont changé ou sont "
           "nouvelles (la première {})"},
          name,
          gone.size(),
          before.size(),
          place_text(gone, from_.data),
          fresh.size(),
          place_text(fresh, to_.data)},
         [after, table_of](Side& side) { table_of(side.data) = after; }});
  }

  template <class Row>
  void table(const Words& name, std::vector<Row> MonitoringData::* member) {
    table<Row>(name, [member](auto& data) -> auto& { return data.*member; });
  }

  void add_data() {
    table({"weighbridge tickets", "tickets de pesée"}, &MonitoringData::tickets);
    table({"composition samples", "échantillons de composition"}, &MonitoringData::composition);
    table({"electricity meter", "compteur électrique"}, &MonitoringData::electricity);
    table({"diesel deliveries", "livraisons de gazole"}, &MonitoringData::diesel);
    table({"declared waste", "déchets déclarés"}, &MonitoringData::declared_waste);
    table({"declared electricity", "électricité déclarée"},
          &MonitoringData::declared_electricity_export);
    table({"declared project emissions", "émissions du projet déclarées"},
          &MonitoringData::declared_project_emissions);
    for (const MonthlyTable& monthly : monthly_tables())
      table<MonthlyRow>(monthly.name, MonthlyOf{std::string(monthly.key)});
  }

  // The rows of one monthly table, to read and to replace.
  struct MonthlyOf {
    std::string key;
    const std::vector<MonthlyRow>& operator()(const MonitoringData& data) const {
      return data.rows_of(key);
    }
    std::vector<MonthlyRow>& operator()(MonitoringData& data) const { return data.monthly[key]; }
  };

  const Side& from_;
  const Side& to_;
  std::vector<Step> steps_;
};

std::vector<double> claimed_of(const Quantification& result) {
  std::vector<double> tonnes;
  for (const YearResult& year : result.years) tonnes.push_back(year.claimed);
  return tonnes;
}

}  // namespace

Text tonnes_with_sign(double tonnes) { return decimal_text(fmt::format("{:+.3f}", tonnes)); }

std::expected<Reverified, Problems> reverify(const ComponentPlan& plan, const MonitoringData& data,
                                             const ComponentPlan& other_plan,
                                             const MonitoringData& other_data,
                                             const DateRange& period) {
  const Side from{plan, data_until(data, period.last)};
  const Side to{other_plan, data_until(other_data, period.last)};
  auto before = quantify(from.plan, from.data, period);
  if (!before) return std::unexpected(before.error());
  auto after = quantify(to.plan, to.data, period);
  if (!after) return std::unexpected(after.error());
  Reverified result{*std::move(before), *std::move(after), {}};
  std::vector<double> reached = claimed_of(result.before);
  Side side = from;
  std::ranges::copy(to.data.files, std::back_inserter(side.data.files));
  Text together;
  const std::vector<Step> steps = Steps(from, to).list();
  for (std::size_t i = 0; i < steps.size(); ++i) {
    steps[i].take(side);
    together += together.empty() ? steps[i].what : Text({"; {}", " ; {}"}, steps[i].what);
    std::vector<double> now = claimed_of(result.after);
    if (i + 1 < steps.size()) {
      const auto reverified = quantify(side.plan, side.data, period);
      if (!reverified) continue;
      now = claimed_of(*reverified);
    }
    Cause cause{.what = together, .effect_t_co2eq = {}};
    for (std::size_t year = 0; year < now.size(); ++year)
      cause.effect_t_co2eq.push_back(now[year] - reached[year]);
    result.causes.push_back(std::move(cause));
    reached = now;
    together = {};
  }
  return result;
}

}  // namespace openitmo::mrv
