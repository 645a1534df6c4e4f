#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "accounting/flows.h"
#include "quantity/check.h"
#include "quantity/gwp.h"
#include "reporting/aef.h"
#include "reporting/purpose_words.h"

namespace openitmo::reporting {

namespace {

using ledger::ActionType;
using ledger::ItmoRange;
using ledger::Recorded;

Date year_end(CalendarYear year) { return Date(year.value(), 12, 31); }

class Drawing {
 public:
  Drawing(const ledger::Ledger& at_freeze, const ledger::Ledger& at_year_end, PartyId party,
          CalendarYear year, const DrawSettings& settings)
      : now_(at_freeze), then_(at_year_end), party_(party), year_(year), settings_(settings) {}

  void header(AefSubmission& submission) const;
  void actions(AefSubmission& submission);
  void holdings(AefSubmission& submission);
  void authorizations(AefSubmission& submission) const;
  void entities(AefSubmission& submission) const;

 private:
  struct Named {
    std::uint32_t index = 0;
    std::uint32_t version = 0;  // position among the versions
  };
  // The authorization that the reporting Party names for units of `index` on `date`.
  Named named(std::uint32_t index, Vintage vintage, Date date);
  Named find_named(std::uint32_t index, Vintage vintage, Date date) const;
  BlockColumns columns(const ItmoRange& range, std::uint32_t authorization,
                       MitigationType mitigation_type, Date date);
  void set_quantities(BlockColumns& columns) const;
  UnderlyingUnits underlying_of(const ItmoRange& range) const;
  void act_columns(ActionRow& row, const ledger::Action& action) const;
  AuthorizationRow row_of(const Recorded<ledger::AuthorizeItmos>& version) const;
  std::string entity_number(const std::string& entity) const;

  const ledger::Ledger& now_;
  const ledger::Ledger& then_;
  PartyId party_;
  CalendarYear year_;
  DrawSettings settings_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> named_;  // authorization, version position
  std::map<std::tuple<std::uint32_t, Vintage, Date>, Named> known_;  // answers of find_named
};

void Drawing::header(AefSubmission& submission) const {
  const auto* party = now_.find_party(party_);
  check(party != nullptr, "an AEF is drawn for a recorded Party");
  if (const auto* ndc = party->ndc_for(year_)) {
    submission.ndc_first_year = ndc->record.first_year;
    submission.ndc_last_year = ndc->record.last_year;
  }
}

std::string Drawing::entity_number(const std::string& entity) const {
  const auto found = now_.entities().find(entity);
  if (found == now_.entities().end()) return entity;
  const std::string& number = found->second.identification_number;
  return number.empty() ? entity : number;
}

std::uint32_t version_position(const ledger::Authorization& authorization, Date date) {
  const auto* version = authorization.in_force(date);
  return version ? static_cast<std::uint32_t>(version - authorization.versions.data()) : 0;
}

Drawing::Named Drawing::named(std::uint32_t index, Vintage vintage, Date date) {
  const auto [at, added] = known_.try_emplace({index, vintage, date});
  if (added) at->second = find_named(index, vintage, date);
  return at->second;
}

Drawing::Named Drawing::find_named(std::uint32_t index, Vintage vintage, Date date) const {
  const auto& all = now_.authorizations();
  const ledger::AuthorizeItmos& units = all[index].latest();
  if (units.party == party_) return {index, version_position(all[index], date)};
  for (std::uint32_t own = 0; own < all.size(); ++own) {
    const auto* version = all[own].in_force(date);
    if (!version || version->record.party != party_) continue;
    const ledger::AuthorizeItmos& record = version->record;
    if (record.approach == units.approach && record.activity == units.activity &&
        record.first_vintage <= vintage && vintage <= record.last_vintage)
      return {own, version_position(all[own], date)};
  }
  return {index, version_position(all[index], date)};
}

// Of a range that is one piece of the underlying units.
UnderlyingUnits Drawing::underlying_of(const ItmoRange& range) const {
  const ledger::UnderlyingUnits units = now_.underlying().pieces(range).front().units;
  if (units.none()) return {};
  return {.registry = units.registry,
          .first_unit_id = fmt::format("{}{}", units.prefix, units.first_unit),
          .last_unit_id = fmt::format("{}{}", units.prefix, units.last_unit)};
}

BlockColumns Drawing::columns(const ItmoRange& range, std::uint32_t authorization,
                              MitigationType mitigation_type, Date date) {
  const Named own = named(authorization, range.series().vintage, date);
  named_.insert({own.index, own.version});
  const ledger::AuthorizeItmos& record =
      now_.authorizations()[own.index].versions[own.version].record;
  const auto gwp = find_gwp_set(record.gwp_set);
  BlockColumns columns{.approach = range.series().approach,
                       .authorization = record.authorization,
                       .first_transferring_party = range.series().party,
                       .registry = now_.registry()->registry,
                       .range = range,
                       .underlying = underlying_of(range),
                       .gwp_values = gwp ? std::string(gwp->aef_text) : record.gwp_set,
                       .non_ghg_metric = now_.metric_of(range.series().approach),
                       .mitigation_type = mitigation_type,
                       .vintage = range.series().vintage};
  if (!columns.non_ghg_metric.empty()) columns.metric = Metric::non_ghg;
  set_quantities(columns);
  return columns;
}

// The quantity in t CO2 eq is what the reporting Party converts units of another metric to; not
// given where it has no factor (notes o and q of Table 3).
void Drawing::set_quantities(BlockColumns& columns) const {
  columns.quantity_t_co2eq = accounting::accounted_t_co2eq(now_, party_, columns.range);
  if (columns.metric == Metric::non_ghg)
    columns.quantity_non_ghg = static_cast<std::int64_t>(columns.range.quantity_t_co2eq().value());
}

// The conditional columns of 4/CMA.6 annex II, Table 3 notes s to x. On every Use row both the
// using Party and the purpose are given: the notes ask for them for IMP and OP only, the known
// checker for all.
void Drawing::act_columns(ActionRow& row, const ledger::Action& action) const {
  switch (action.type) {
    case ActionType::acquisition:
      row.transferring_party = action.transferring_party;
      return;
    case ActionType::transfer:
      row.acquiring_party = action.acquiring_party;
      return;
    case ActionType::use:
      row.purpose = purpose_text(action.purpose);
      row.using_party = action.reporting_party;
      row.use_year = action.use_year;
      row.using_entity = action.entity.empty() ? "" : entity_number(action.entity);
      return;
    case ActionType::first_transfer:
    case ActionType::cancellation:
      break;
  }
  if (!action.entity.empty()) row.using_entity = entity_number(action.entity);
  const auto& authorization = now_.authorizations()[action.authorization].latest();
  switch (action.subtype) {
    case ledger::ActionSubtype::none:
      return;
    case ledger::ActionSubtype::first_international_transfer:
    case ledger::ActionSubtype::voluntary_transfer_adaptation_fund:
    case ledger::ActionSubtype::mandatory_transfer_adaptation_fund:
      row.acquiring_party = action.acquiring_party;
      return;
    case ledger::ActionSubtype::authorization:
    case ledger::ActionSubtype::issuance:
      row.purpose = oimp_part(authorization.purpose);
      return;
    case ledger::ActionSubtype::use_or_cancellation:
      row.purpose = purpose_text(action.purpose);
      if (action.entity.empty()) row.using_party = action.reporting_party;
      return;
    case ledger::ActionSubtype::voluntary_cancellation_omge:
    case ledger::ActionSubtype::mandatory_cancellation_omge:
      row.purpose = "OMGE";
      return;
    case ledger::ActionSubtype::other_cancellation:
      row.purpose = "Voluntary cancellation";
      return;
  }
}

void Drawing::actions(AefSubmission& submission) {
  for (const ledger::Action& action : now_.actions()) {
    if (action.reporting_party != party_ || action.date.year() != year_) continue;
    const auto block = now_.blocks().find(action.range.first_id);
    check(block.has_value(), "a unit that was acted on is in this registry");
    for (const auto& piece : now_.underlying().pieces(action.range)) {
      ActionRow row{.date = action.date,
                    .type = action.type,
                    .subtype = row_subtype(action.subtype),
                    .block = columns(piece.range, action.authorization,
                                     block->state.mitigation_type, action.date),
                    .entry = action.entry};
      row.block.registry = action.registry;
      act_columns(row, action);
      submission.actions.push_back(std::move(row));
    }
  }
  std::stable_sort(submission.actions.begin(), submission.actions.end(),
                   [](const ActionRow& a, const ActionRow& b) { return a.date < b.date; });
}

// True when `next` continues `row`: same columns, and its first serial follows the last one.
bool continues(const HoldingRow& row, const HoldingRow& next) {
  const std::uint64_t last = row.block.range.last_id.serial;
  if (next.block.range.first_id.serial != last + 1) return false;
  BlockColumns same = next.block;
  same.range = row.block.range;
  same.quantity_t_co2eq = row.block.quantity_t_co2eq;
  same.quantity_non_ghg = row.block.quantity_non_ghg;
  return same == row.block;
}

void Drawing::holdings(AefSubmission& submission) {
  std::vector<HoldingRow> rows;
  then_.blocks().for_each([&](const ledger::Block& block) {
    const ledger::BlockState& state = block.state;
    if (state.status != ledger::BlockStatus::held) return;
    if (then_.accounts()[state.account].party != party_) return;
    if (!state.first_transferred &&
        settings_.holdings_scope == DrawSettings::HoldingsScope::first_transferred)
      return;
    // Indexes of at_year_end are not those of at_freeze: backdated entries may lie between.
    const auto index =
        now_.find_authorization(then_.authorizations()[state.authorization].latest().authorization);
    check(index.has_value(), "what was authorized at the end of the year is known at the freeze");
    for (const auto& piece : now_.underlying().pieces(block.range))
      rows.push_back(
          {.block = columns(piece.range, *index, state.mitigation_type, year_end(year_))});
  });
  std::sort(rows.begin(), rows.end(),
            [](const HoldingRow& a, const HoldingRow& b) { return a.block.range < b.block.range; });
  TonnesCo2eq held;  // in units of any metric
  for (HoldingRow& row : rows) {
    held += row.block.range.quantity_t_co2eq();
    if (!submission.holdings.empty() && continues(submission.holdings.back(), row)) {
      BlockColumns& merged = submission.holdings.back().block;
      merged.range.last_id = row.block.range.last_id;
      set_quantities(merged);
    } else {
      submission.holdings.push_back(std::move(row));
    }
  }
  TonnesCo2eq reported;
  for (const HoldingRow& row : submission.holdings) reported += row.block.range.quantity_t_co2eq();
  check(reported == held, "invariant 8: AEF holdings equal ledger holdings");
}

AuthorizationRow Drawing::row_of(const Recorded<ledger::AuthorizeItmos>& version) const {
  const ledger::AuthorizeItmos& record = version.record;
  const auto gwp = find_gwp_set(record.gwp_set);
  AuthorizationRow row{.authorization = record.authorization,
                       .date = version.effective,
                       .approach = record.approach,
                       .version = record.version,
                       .quantity_t_co2eq = record.quantity_t_co2eq,
                       .gwp_values = gwp ? std::string(gwp->aef_text) : record.gwp_set,
                       .non_ghg_metric = now_.metric_of(record.approach),
                       .purpose = record.purpose,
                       .authorized_parties = record.authorized_parties,
                       .oimp = record.oimp,
                       .first_transfer_definition = record.first_transfer_definition,
                       .entry = version.entry};
  if (const auto* activity = now_.activities().find_activity(record.activity)) {
    row.sectors = {activity->record.sector};
    row.activity_types = activity->record.activity_types;
  }
  for (const std::string& entity : record.authorized_entities)
    row.authorized_entities.push_back(entity_number(entity));
  if (!row.non_ghg_metric.empty()) row.metric = Metric::non_ghg;
  row.timeframe = AuthorizedTimeframe{YearWindow{record.first_vintage, record.last_vintage}, {}};
  if (record.last_use_year.value() != 0)
    row.timeframe->use = YearWindow{record.first_vintage, record.last_use_year};
  row.terms = record.change_after_first_transfer
                  ? "Changes may also apply to ITMOs already first transferred"
                  : "Changes do not apply to ITMOs already first transferred";
  for (const std::string& standard : record.standards)
    row.additional_information +=
        (row.additional_information.empty() ? "Standards: " : ", ") + standard;
  return row;
}

void Drawing::authorizations(AefSubmission& submission) const {
  const auto& all = now_.authorizations();
  for (std::uint32_t index = 0; index < all.size(); ++index) {
    for (std::uint32_t at = 0; at < all[index].versions.size(); ++at) {
      const auto& version = all[index].versions[at];
      // Another Party's authorization is for that Party to report.
      if (version.record.party != party_) continue;
      const bool of_this_year = version.effective.year() == year_;
      const bool earlier = settings_.repeat_earlier_authorizations && named_.contains({index, at});
      if (of_this_year || earlier) submission.authorizations.push_back(row_of(version));
    }
  }
}

void Drawing::entities(AefSubmission& submission) const {
  std::map<std::pair<std::string, CooperativeApproachId>, EntityRow> rows;
  for (const auto& authorized : now_.entity_authorizations()) {
    if (authorized.record.party != party_ || authorized.effective > year_end(year_)) continue;
    const auto found = now_.entities().find(authorized.record.entity);
    if (found == now_.entities().end()) continue;
    const RecordEntity& entity = found->second;
    rows[{authorized.record.entity, authorized.record.approach}] = {
        .date = authorized.effective,
        .name = entity.name,
        .country = entity.country,
        .identification_number = entity_number(entity.entity),
        .approach = authorized.record.approach,
        .conditions = authorized.record.conditions.reference,
        .entry = authorized.entry};
  }
  for (auto& [key, row] : rows) submission.entities.push_back(std::move(row));
  std::stable_sort(submission.entities.begin(), submission.entities.end(),
                   [](const EntityRow& a, const EntityRow& b) { return a.entry < b.entry; });
}

// For each holding, the last issuance or acquisition by the end of the year that brought a unit of
// it. Asked of the ledger at the freeze: only there are entry numbers those of the journal.
void name_entries(AefSubmission& submission, const ledger::Ledger& at_freeze) {
  const Date last_day = year_end(submission.reported_year);
  std::map<ledger::ItmoSeries, std::map<std::uint64_t, HoldingRow*>> by_first;
  for (HoldingRow& row : submission.holdings)
    by_first[row.block.range.series()][row.block.range.first_id.serial] = &row;
  const auto touch = [&](const ItmoRange& range, std::uint64_t entry) {
    const auto series = by_first.find(range.series());
    if (series == by_first.end()) return;
    auto at = series->second.upper_bound(range.last_id.serial);
    while (at != series->second.begin()) {
      --at;
      if (at->second->block.range.last_id.serial < range.first_id.serial) break;
      at->second->entry = std::max(at->second->entry, entry);
    }
  };
  for (const auto& issuance : at_freeze.issuances())
    if (issuance.effective <= last_day)
      for (const ItmoRange& range : issuance.record.ranges) touch(range, issuance.entry);
  for (const ledger::Action& action : at_freeze.actions())
    if (action.reporting_party == submission.party && action.type == ActionType::acquisition &&
        action.date <= last_day)
      touch(action.range, action.entry);
}

bool fictitious(const AefSubmission& submission, const ledger::Ledger& ledger) {
  std::set<CooperativeApproachId> approaches;
  for (const auto& row : submission.authorizations) approaches.insert(row.approach);
  for (const auto& row : submission.actions) approaches.insert(row.block.approach);
  for (const auto& row : submission.holdings) approaches.insert(row.block.approach);
  for (const auto& row : submission.entities) approaches.insert(row.approach);
  if (approaches.empty())  // a nil report
    for (const auto& [id, approach] : ledger.approaches())
      if (approach.has_party(submission.party)) approaches.insert(id);
  return std::any_of(approaches.begin(), approaches.end(), [&](CooperativeApproachId id) {
    const auto* approach = ledger.find_approach(id);
    return id.view() == "CA9999" || (approach && approach->record.record.demonstration);
  });
}

}  // namespace

AefSubmission draw(const ledger::Ledger& at_freeze, const ledger::Ledger& at_year_end,
                   PartyId party, CalendarYear year, SubmissionVersion version,
                   Date submission_date, const DrawSettings& settings) {
  AefSubmission submission{.party = party,
                           .version = version,
                           .reported_year = year,
                           .submission_date = submission_date,
                           .frozen_at_entry = at_freeze.entry_count()};
  Drawing drawing(at_freeze, at_year_end, party, year, settings);
  drawing.header(submission);
  drawing.actions(submission);
  drawing.holdings(submission);
  drawing.authorizations(submission);
  drawing.entities(submission);
  name_entries(submission, at_freeze);
  submission.demonstration = fictitious(submission, at_freeze);
  return submission;
}

}  // namespace openitmo::reporting
