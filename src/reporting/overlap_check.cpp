#include <fmt/format.h>
#include <optional>
#include <tuple>
#include <unordered_map>

#include "reporting/aef_database.h"

// Rows over the same units: repeated actions, metrics and underlying units.
namespace openitmo::reporting {

namespace {

using ledger::ActionType;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// An underlying unit id as text before its number, number and text after it.
struct UnitNumber {
  std::string_view before;
  std::uint64_t number = 0;
  std::string_view after;
};

std::optional<UnitNumber> split_at(std::string_view id, std::size_t begin, std::size_t end) {
  UnitNumber found{id.substr(0, begin), 0, id.substr(end)};
  if (end - begin > 18) return std::nullopt;
  for (const char c : id.substr(begin, end - begin))
    found.number = found.number * 10 + static_cast<std::uint64_t>(c - '0');
  return found;
}

// The last run of digits.
std::optional<UnitNumber> split_at_last_number(std::string_view id) {
  std::size_t end = id.size();
  while (end > 0 && !is_digit(id[end - 1])) --end;
  std::size_t begin = end;
  while (begin > 0 && is_digit(id[begin - 1])) --begin;
  if (begin == end) return std::nullopt;
  return split_at(id, begin, end);
}

// The run of digits in which the two identifiers differ; their last one where they do not.
std::optional<std::pair<UnitNumber, UnitNumber>> split_block(std::string_view first,
                                                             std::string_view last) {
  std::size_t start = 0;
  while (start < first.size() && start < last.size() && first[start] == last[start]) ++start;
  if (start == first.size() && start == last.size()) {
    const auto only = split_at_last_number(first);
    if (!only) return std::nullopt;
    return std::pair(*only, *only);
  }
  while (start > 0 && is_digit(first[start - 1])) --start;
  std::size_t tail = 0;
  while (tail < first.size() - start && tail < last.size() - start &&
         first[first.size() - 1 - tail] == last[last.size() - 1 - tail])
    ++tail;
  while (tail > 0 && is_digit(first[first.size() - tail])) --tail;
  const auto number = [&](std::string_view id) -> std::optional<UnitNumber> {
    const std::size_t end = id.size() - tail;
    if (start >= end) return std::nullopt;
    for (const char c : id.substr(start, end - start))
      if (!is_digit(c)) return std::nullopt;
    return split_at(id, start, end);
  };
  const auto a = number(first);
  const auto b = number(last);
  if (!a || !b) return std::nullopt;
  return std::pair(*a, *b);
}

std::string shown(const UnderlyingUnits& units) {
  if (units == UnderlyingUnits{}) return "NA";
  return fmt::format("{} {} to {}", units.registry, units.first_unit_id, units.last_unit_id);
}

// What must be equal for all rows over a unit: registry, texts and the offset of the underlying
// number from the serial. Nothing where the row's own block is wrong.
std::optional<std::string> underlying_key(const BlockColumns& block) {
  const UnderlyingUnits& units = block.underlying;
  if (units == UnderlyingUnits{}) return "";
  const auto numbers = split_block(units.first_unit_id, units.last_unit_id);
  if (units.registry.empty() || !numbers) return std::nullopt;
  const auto& [first, last] = *numbers;
  const ledger::ItmoRange& range = block.range;
  if (last.number < first.number ||
      last.number - first.number != range.last_id.serial - range.first_id.serial)
    return std::nullopt;
  return fmt::format("{}\n{}\n{}\n{}", units.registry, first.before, first.after,
                     first.number - range.first_id.serial);
}

class OverlapCheck {
 public:
  OverlapCheck(const AefDatabase& database, const SeriesRows& rows, std::vector<Finding>& findings)
      : database_(database), series_(rows.series), findings_(findings) {
    metrics_.reserve(rows.actions.size() + rows.holdings.size());
    underlying_.reserve(metrics_.capacity());
    for (const RowAt at : rows.actions) add(database.action(at).block, at.in(AefTable::actions));
    for (const RowAt at : rows.holdings) add(database.holding(at).block, at.in(AefTable::holdings));
  }

  void report() {
    visit_disagreements(metrics_, [&](const UnitSpan& span, const UnitSpan& other) {
      tell(CheckRule::ii04_metrics_differ, span, other,
           {std::string(spelled(block_of(span).metric)),
            std::string(spelled(block_of(other).metric))});
    });
    visit_disagreements(underlying_, [&](const UnitSpan& span, const UnitSpan& other) {
      tell(CheckRule::ii05_underlying_units_differ, span, other,
           {shown(block_of(span).underlying), shown(block_of(other).underlying)});
    });
  }

 private:
  void add(const BlockColumns& block, AefPlace at) {
    if (!block.range.valid()) return;
    const UnitSpan span{.submission = static_cast<std::uint32_t>(at.submission),
                        .row = at.row,
                        .table = at.table,
                        .first = block.range.first_id.serial,
                        .last = block.range.last_id.serial};
    metrics_.push_back({span, static_cast<std::uint32_t>(block.metric)});
    const auto key = underlying_key(block);
    if (!key) {
      at.field = at.table == AefTable::actions ? 11 : 8;
      findings_.push_back({.rule = CheckRule::ii05_underlying_units_differ,
                           .at = at,
                           .figures = {shown(block.underlying),
                                       fmt::format("{} to {}", block.range.first_id.to_string(),
                                                   block.range.last_id.to_string())},
                           .units = block.range});
      return;
    }
    const auto [found, added] = keys_.try_emplace(*key, static_cast<std::uint32_t>(keys_.size()));
    underlying_.push_back({span, found->second});
  }

  const BlockColumns& block_of(const UnitSpan& span) const { return database_.block(span.place()); }

  void tell(CheckRule rule, const UnitSpan& span, const UnitSpan& other,
            std::vector<std::string> figures) {
    findings_.push_back(
        {.rule = rule,
         .at = span.place(),
         .other = other.place(),
         .figures = std::move(figures),
         .units = ledger::make_range(series_, span.first, std::min(span.last, other.last))});
  }

  const AefDatabase& database_;
  ledger::ItmoSeries series_;
  std::vector<Finding>& findings_;
  std::vector<KeyedSpan> metrics_;
  std::vector<KeyedSpan> underlying_;
  std::unordered_map<std::string, std::uint32_t> keys_;
};

// One row of Table 3 by what makes an action the same.
struct ActionKey {
  PartyId party{};
  RegistryId registry{};
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  Date date{};
  ActionType type{};
  RowSubtype subtype{};
  RowAt at{};
  auto block_and_day() const { return std::tie(first, last, party, registry, date); }
  auto order() const {
    return std::tie(first, last, party, registry, date, type, subtype, at.submission, at.row);
  }
};

// A block may go out, come back and go out again on one day: n equal transfers are n actions if the
// Party acquired the block n - 1 times between, and the other way round.
bool may_repeat(ActionType type, std::size_t count, std::size_t out, std::size_t in) {
  if (type == ActionType::transfer) return count <= in + 1;
  if (type == ActionType::acquisition) return count <= out + 1;
  return count == 1;
}

}  // namespace

void check_overlapping_blocks(const AefDatabase& database, const SeriesRows& rows,
                              std::vector<Finding>& findings) {
  OverlapCheck(database, rows, findings).report();
}

void check_repeated_actions(const AefDatabase& database, const SeriesRows& rows,
                            std::vector<Finding>& findings) {
  std::vector<ActionKey> keys;
  keys.reserve(rows.actions.size());
  for (const RowAt at : rows.actions) {
    const ActionRow& row = database.action(at);
    const ledger::ItmoRange& range = row.block.range;
    keys.push_back({database.submission(at.submission).party, row.block.registry,
                    range.first_id.serial, range.last_id.serial, row.date, row.type, row.subtype,
                    at});
  }
  std::sort(keys.begin(), keys.end(),
            [](const ActionKey& a, const ActionKey& b) { return a.order() < b.order(); });
  for (std::size_t begin = 0, end = 0; begin < keys.size(); begin = end) {
    std::size_t out = 0;
    std::size_t in = 0;
    for (end = begin; end < keys.size() && keys[end].block_and_day() == keys[begin].block_and_day();
         ++end) {
      if (keys[end].type == ActionType::acquisition) ++in;
      if (keys[end].type == ActionType::transfer || keys[end].type == ActionType::first_transfer)
        ++out;
    }
    for (std::size_t i = begin + 1, count = 1; i < end; ++i) {
      const ActionKey& key = keys[i];
      const ActionKey& before = keys[i - 1];
      count = key.type == before.type && key.subtype == before.subtype ? count + 1 : 1;
      if (count == 1 || may_repeat(key.type, count, out, in)) continue;
      const ActionRow& row = database.action(key.at);
      findings.push_back({.rule = CheckRule::ii02_action_repeated,
                          .at = key.at.in(AefTable::actions),
                          .other = before.at.in(AefTable::actions),
                          .figures = {type_and_subtype(row), row.block.range.first_id.to_string(),
                                      row.block.range.last_id.to_string(), row.date.to_string()},
                          .units = row.block.range});
    }
  }
}

}  // namespace openitmo::reporting
