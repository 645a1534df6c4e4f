#include "reporting/party_overview.h"

#include <algorithm>
#include <map>
#include <utility>

#include "quantity/check.h"

namespace openitmo::reporting {

namespace {

TonnesCo2eq& place_of(VintageStanding& standing, const ledger::BlockState& state) {
  switch (state.status) {
    case ledger::BlockStatus::held:
      return state.first_transferred ? standing.held_first_transferred
                                     : standing.held_not_first_transferred;
    case ledger::BlockStatus::in_transit:
      return standing.in_transit;
    case ledger::BlockStatus::sent:
      return standing.sent;
    case ledger::BlockStatus::used:
      return standing.used;
    case ledger::BlockStatus::cancelled:
      return standing.cancelled;
    case ledger::BlockStatus::withdrawn:
      return standing.withdrawn;
  }
  check(false, "a block has one of the standings");
  return standing.held_first_transferred;
}

std::vector<VintageStanding> vintages_of(const ledger::Ledger& ledger, PartyId party) {
  std::map<std::pair<std::string, Vintage>, VintageStanding> by_vintage;
  ledger.blocks().for_each([&](const ledger::Block& block) {
    const auto& account = ledger.accounts()[block.state.account];
    if (account.party != party) return;
    const Vintage vintage = block.range.series().vintage;
    VintageStanding& standing = by_vintage[{account.metric, vintage}];
    standing.vintage = vintage;
    standing.metric = account.metric;
    place_of(standing, block.state) += block.range.quantity_t_co2eq();
  });
  std::vector<VintageStanding> list;
  for (auto& [key, standing] : by_vintage) list.push_back(std::move(standing));
  return list;
}

std::vector<AuthorizationStanding> authorizations_of(const ledger::Ledger& ledger, PartyId party,
                                                     Date today) {
  std::map<std::uint32_t, TonnesCo2eq> used, acquired;
  for (const ledger::Action& action : ledger.actions()) {
    if (action.reporting_party != party) continue;
    const TonnesCo2eq quantity = action.range.quantity_t_co2eq();
    if (action.type == ledger::ActionType::use ||
        action.subtype == ledger::ActionSubtype::use_or_cancellation)
      used[action.authorization] += quantity;
    if (action.type == ledger::ActionType::acquisition) acquired[action.authorization] += quantity;
  }
  std::vector<AuthorizationStanding> list;
  for (std::uint32_t index = 0; index < ledger.authorizations().size(); ++index) {
    const ledger::Authorization& authorization = ledger.authorizations()[index];
    const auto* version = authorization.in_force(today);
    if (!version || version->record.party != party) continue;
    const ledger::AuthorizeItmos& record = version->record;
    const auto* activity = ledger.activities().find_activity(record.activity);
    list.push_back({.authorization = record.authorization,
                    .entry = version->entry,
                    .approach = record.approach,
                    .activity = record.activity,
                    .purpose = record.purpose,
                    .metric = ledger.metric_of(record.approach),
                    .quantity = record.quantity_t_co2eq,
                    .is_host = activity && activity->record.host == party,
                    .first_transferred = authorization.first_transferred_t_co2eq,
                    .acquired = acquired[index],
                    .used = used[index]});
  }
  return list;
}

std::map<CalendarYear, ledger::Recorded<ledger::RecordCheckResult>> check_results_of(
    const ledger::Ledger& ledger, PartyId party) {
  std::map<CalendarYear, ledger::Recorded<ledger::RecordCheckResult>> last;
  const auto version = [](const ledger::RecordCheckResult& result) {
    return std::pair(result.major, result.minor);
  };
  for (const auto& result : ledger.check_results()) {
    if (result.record.party != party) continue;
    const auto [known, is_new] = last.try_emplace(result.record.year, result);
    if (!is_new && version(result.record) >= version(known->second.record)) known->second = result;
  }
  return last;
}

}  // namespace

PartyOverview overview_of(const ledger::Ledger& ledger, PartyId party, Date today,
                          const accounting::Settings& settings) {
  const ledger::PartyState* state = ledger.find_party(party);
  check(state != nullptr, "the Party is recorded");
  return {.party = party,
          .name = state->record.name,
          .ldc_or_sids = state->record.ldc_or_sids,
          .accounts = accounting::account(ledger, party, settings),
          .vintages = vintages_of(ledger, party),
          .authorizations = authorizations_of(ledger, party, today),
          .deadlines = deadlines_of(ledger, *state, today),
          .check_results = check_results_of(ledger, party)};
}

}  // namespace openitmo::reporting
