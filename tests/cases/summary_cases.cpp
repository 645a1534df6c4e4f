#include <algorithm>
#include <fmt/format.h>
#include <stdexcept>

#include "accounting/structured_summary.h"
#include "case_world.h"
#include "handlers.h"

// Cases about the rows of BTR Table 4.
namespace openitmo::cases {

namespace {

using accounting::account;
using accounting::structured_summary;
using accounting::StructuredSummary;
using accounting::SummaryYear;

using Amounts = std::vector<std::pair<int, std::int64_t>>;

Amounts years_at(const object& inputs, std::string_view key) {
  const value* found = inputs.if_contains(key);
  return found ? by_year(*found) : Amounts{};
}

// Hands out vintages, oldest first, to first transfers in order of their event years.
class Vintages {
 public:
  explicit Vintages(Amounts amounts) : amounts_(std::move(amounts)) {}

  void transfer(World& world, const std::string& host, int event_year, std::int64_t quantity,
                bool oimp) {
    while (quantity > 0) {
      while (next_ < amounts_.size() && amounts_[next_].second == 0) ++next_;
      if (next_ == amounts_.size()) throw std::runtime_error("more by event year than by vintage");
      auto& [vintage, left] = amounts_[next_];
      const std::int64_t part = std::min(left, quantity);
      first_transfer(world, {.host = host,
                             .vintage = vintage,
                             .quantity_t_co2eq = static_cast<std::uint64_t>(part),
                             .event_year = event_year,
                             .oimp = oimp});
      left -= part;
      quantity -= part;
    }
  }

 private:
  Amounts amounts_;
  std::size_t next_ = 0;
};

// One row as a map, and its name in both spellings of the cases.
template <class Amount>
void put_row(object& produced, std::string_view row, const StructuredSummary& summary,
             Amount amount) {
  object map;
  for (const SummaryYear& year : summary.years) {
    const value figure = amount(year);
    if (!figure.is_null()) map[fmt::format("{}", year.year.value())] = figure;
  }
  produced[fmt::format("r{}", row)] = map;
  produced[fmt::format("row_{}", row)] = map;
}

value optional_tonnes(const std::optional<Rational>& kilograms) {
  return kilograms ? tonnes_of_kilograms(*kilograms) : value(nullptr);
}

std::int64_t total(const object& row) {
  std::int64_t sum = 0;
  for (const auto& [year, amount] : row) sum += amount.as_int64();
  return sum;
}

object rows(const StructuredSummary& summary) {
  object produced;
  put_row(produced, "23c", summary,
          [](const SummaryYear& y) { return json_of(y.r23c.quantity_t_co2eq); });
  put_row(produced, "23d", summary,
          [](const SummaryYear& y) { return json_of(y.r23d.quantity_t_co2eq); });
  put_row(produced, "23e", summary,
          [](const SummaryYear& y) { return json_of(y.r23e.quantity_t_co2eq); });
  put_row(produced, "23f", summary, [](const SummaryYear& y) { return value(y.r23f_t_co2eq); });
  put_row(produced, "23g", summary,
          [](const SummaryYear& y) { return optional_tonnes(y.r23g_kg_co2eq); });
  put_row(produced, "23h", summary, [](const SummaryYear& y) { return value(y.r23h_t_co2eq); });
  put_row(produced, "23k_i", summary,
          [](const SummaryYear& y) { return optional_tonnes(y.r23k_i_kg_co2eq); });
  const std::int64_t net = total(produced.at("r23f").as_object());
  if (net == total(produced.at("r23g").as_object()))
    produced["invariant_sum_23f_equals_sum_23g"] = net;
  return produced;
}

// First transfers by event year and by vintage, each as a margin; uses in their own year.
object margins(const Case& one) {
  const object& inputs = one.inputs;
  const std::string party = text_at(inputs, "party");
  const auto& years = at(inputs, "years").as_array();
  World world = world_of({party});
  object ndc{
      {"first_year", years.front()}, {"last_year", years.back()}, {"target_year", years.back()}};
  if (inputs.contains("trajectory")) ndc["trajectory"] = inputs.at("trajectory");
  const std::string method = inputs.contains("method") ? text_at(inputs, "method") : one.method;
  record_ndc(world, party, method_of(method), ndc);

  Vintages vintages(years_at(inputs, inputs.contains("first_transferred_by_vintage")
                                         ? "first_transferred_by_vintage"
                                         : "first_transferred_all_by_vintage"));
  Amounts oimp = years_at(inputs, "first_transferred_oimp_by_event_year");
  if (oimp.empty()) oimp = years_at(inputs, "oimp_by_event_year");
  const Amounts first = years_at(inputs, "first_transferred_by_event_year");
  const auto amount = [](const Amounts& amounts, int year) {
    for (const auto& [at_year, quantity] : amounts)
      if (at_year == year) return quantity;
    return std::int64_t{0};
  };
  for (const value& year_value : years) {
    const int year = static_cast<int>(year_value.as_int64());
    vintages.transfer(world, party, year, amount(first, year), false);
    vintages.transfer(world, party, year, amount(oimp, year), true);
    use(world, party, year, static_cast<std::uint64_t>(amount(years_at(inputs, "used"), year)),
        year, year);
  }
  if (inputs.contains("emissions")) record_inventories(world, party, inputs.at("emissions"));
  return rows(structured_summary(world.ledger(), account(world.ledger(), party_id(party))));
}

// Many hosts: the total adjustment of each is the sum of its two rows.
object totals(const Case& one) {
  object total_ca;
  for (const auto& [name, sums] : at(one.inputs, "rows").as_object()) {
    World world = world_of({"AAA"});
    record_ndc(world, "AAA", method_of(one.method), 2021, 2030);
    first_transfer(world, {.host = "AAA",
                           .vintage = 2023,
                           .quantity_t_co2eq = quantity_of(sums.at(0)),
                           .event_year = 2025});
    first_transfer(world, {.host = "AAA",
                           .vintage = 2023,
                           .quantity_t_co2eq = quantity_of(sums.at(1)),
                           .event_year = 2025,
                           .oimp = true});
    const object produced =
        rows(structured_summary(world.ledger(), account(world.ledger(), party_id("AAA"))));
    for (const auto& [row, column] : {std::pair("r23c", 0), std::pair("r23d", 1)})
      if (total(produced.at(row).as_object()) != sums.at(static_cast<std::size_t>(column)))
        throw std::runtime_error(fmt::format("{} of {} differs", row, std::string(name)));
    total_ca[name] = total(produced.at("r23g").as_object());
  }
  return {{"total_ca", total_ca}};
}

// OIMP and NDC first transfers of one event year, whose rows must stay apart.
object disjoint_rows(const Case& one) {
  World world = world_of({"AAA"});
  record_ndc(world, "AAA", AdjustmentMethod::single_year_trajectory, 2021, 2030);
  for (const auto& [key, quantity] : one.inputs) {
    const std::string name(key);
    const auto at_year = name.rfind("first_transferred_");
    if (at_year == std::string::npos) continue;
    const int year = std::stoi(name.substr(at_year + 18));
    first_transfer(world, {.host = "AAA",
                           .vintage = year - 1,
                           .quantity_t_co2eq = quantity_of(quantity),
                           .event_year = year,
                           .oimp = name.starts_with("oimp_")});
  }
  const object produced =
      rows(structured_summary(world.ledger(), account(world.ledger(), party_id("AAA"))));
  const std::int64_t net = total(produced.at("r23f").as_object());
  return {{"A", object{{"r23c", total(produced.at("r23c").as_object())},
                       {"r23d", total(produced.at("r23d").as_object())},
                       {"r23f", net},
                       {"equals_addition", net == total(produced.at("r23g").as_object())}}}};
}

}  // namespace

std::span<const Handler> summary_handlers() {
  static const std::vector<Handler> handlers{
      {{"single_year_trajectory"},
       {"party", "years", "first_transferred_oimp_by_event_year", "first_transferred_by_vintage"},
       margins},
      {{"structured_summary"},
       {"party", "years", "first_transferred_by_event_year", "first_transferred_all_by_vintage"},
       margins},
      {{"single_year_trajectory"}, {"rows", "columns"}, totals},
      {{"structured_summary"}, {"choices"}, disjoint_rows},
  };
  return handlers;
}

}  // namespace openitmo::cases
