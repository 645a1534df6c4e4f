#include "reporting/aef_database.h"

#include <algorithm>
#include <fmt/format.h>

namespace openitmo::reporting {

AefDatabase::AefDatabase(std::span<const AefSubmission> submissions) : submissions_(submissions) {
  for (std::uint32_t i = 0; i < submissions.size(); ++i) {
    const AefSubmission& submission = submissions[i];
    const auto [at, added] =
        by_party_and_year_.try_emplace({submission.party, submission.reported_year}, i);
    if (!added && submissions[at->second].version < submission.version) at->second = i;
  }
  for (const auto& [key, index] : by_party_and_year_) latest_.push_back(index);
  for (const std::uint32_t index : latest_) read_authorizations(submissions[index]);
  for (const std::uint32_t index : latest_)
    for (const ActionRow& row : submissions[index].actions) note_adaptation_fund(row);
  adaptation_funds_.erase(PartyId());
  actions_ = group([](const AefSubmission& submission) -> auto& { return submission.actions; });
  holdings_ = group([](const AefSubmission& submission) -> auto& { return submission.holdings; });
}

void AefDatabase::note_adaptation_fund(const ActionRow& row) {
  if (row.subtype == RowSubtype::mandatory_transfer_adaptation_fund ||
      row.subtype == RowSubtype::voluntary_transfer_adaptation_fund)
    adaptation_funds_.insert(row.acquiring_party);
}

template <class RowsOf>
AefDatabase::GroupedRows AefDatabase::group(RowsOf rows_of) {
  std::vector<std::uint32_t> counts;
  for (const std::uint32_t index : latest_)
    for (const auto& row : rows_of(submissions_[index])) {
      const std::uint32_t series = series_.of(row.block.range.series());
      if (series >= counts.size()) counts.resize(series + 1);
      ++counts[series];
    }
  GroupedRows grouped;
  grouped.begins.push_back(0);
  for (const std::uint32_t count : counts) grouped.begins.push_back(grouped.begins.back() + count);
  grouped.rows.resize(grouped.begins.back());
  std::vector<std::uint32_t> next(grouped.begins.begin(), grouped.begins.end() - 1);
  for (const std::uint32_t index : latest_) {
    const auto& rows = rows_of(submissions_[index]);
    for (std::uint32_t row = 0; row < rows.size(); ++row)
      grouped.rows[next[series_.of(rows[row].block.range.series())]++] = {index, row};
  }
  return grouped;
}

void AefDatabase::read_authorizations(const AefSubmission& submission) {
  for (const AuthorizationRow& row : submission.authorizations) {
    authorizations_[{row.approach, row.authorization}][submission.party].push_back(&row);
    Participation& participation = participation_[row.approach];
    participation.parties.insert(submission.party);
    participation.parties.insert(row.authorized_parties.begin(), row.authorized_parties.end());
    participation.entities.insert(row.authorized_entities.begin(), row.authorized_entities.end());
    if (row.authorized_parties.empty()) participation.any_party = true;
  }
  for (const EntityRow& row : submission.entities)
    participation_[row.approach].entities.insert(row.identification_number);
}

const AefSubmission* AefDatabase::find(PartyId party, CalendarYear year) const {
  const auto found = by_party_and_year_.find({party, year});
  return found == by_party_and_year_.end() ? nullptr : &submissions_[found->second];
}

std::optional<CalendarYear> AefDatabase::first_missing(PartyId party, CalendarYear from,
                                                       CalendarYear to) const {
  for (CalendarYear year = from; year <= to; year = year.next())
    if (!available(party, year)) return year;
  return std::nullopt;
}

std::span<const AuthorizationRow* const> AefDatabase::authorization_versions(
    PartyId party, const BlockColumns& block) const {
  const auto found = authorizations_.find({block.approach, block.authorization});
  if (found == authorizations_.end()) return {};
  auto of_party = found->second.find(party);
  if (of_party == found->second.end())
    of_party = found->second.find(block.first_transferring_party);
  if (of_party == found->second.end()) of_party = found->second.begin();
  return of_party->second;
}

bool AefDatabase::participates(PartyId party, CooperativeApproachId approach) const {
  const auto found = participation_.find(approach);
  if (found == participation_.end()) return false;
  return found->second.any_party || found->second.parties.contains(party);
}

bool AefDatabase::entity_authorized(std::string_view entity, CooperativeApproachId approach) const {
  const auto found = participation_.find(approach);
  return found != participation_.end() && found->second.entities.contains(entity);
}

void check_versions(const AefDatabase& database, std::vector<Finding>& findings) {
  std::vector<std::uint32_t> order(database.submissions().size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto key = [&](std::uint32_t i) {
    const AefSubmission& submission = database.submission(i);
    return std::tuple(submission.party, submission.reported_year, submission.version);
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
  for (std::size_t i = 1; i < order.size(); ++i) {
    const AefSubmission& lower = database.submission(order[i - 1]);
    const AefSubmission& higher = database.submission(order[i]);
    if (lower.party != higher.party || lower.reported_year != higher.reported_year) continue;
    const std::string party = higher.party.to_string();
    const std::string year = fmt::format("{}", higher.reported_year.value());
    const AefPlace at{order[i], AefTable::submission, 0, 2};
    const AefPlace other{order[i - 1], AefTable::submission, 0, 2};
    if (lower.version == higher.version) {
      if (!(lower == higher))
        findings.push_back({.rule = CheckRule::version_repeated,
                            .at = at,
                            .other = other,
                            .figures = {party, year, higher.version.to_string()}});
    } else if (higher.submission_date < lower.submission_date) {
      findings.push_back(
          {.rule = CheckRule::version_order,
           .at = at,
           .other = other,
           .figures = {higher.version.to_string(), party, year, higher.submission_date.to_string(),
                       lower.version.to_string(), lower.submission_date.to_string()}});
    }
  }
}

}  // namespace openitmo::reporting
