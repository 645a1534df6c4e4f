#pragma once

#include <map>
#include <set>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "reporting/cross_check.h"
#include "reporting/row_meaning.h"
#include "reporting/unit_sweep.h"

// The submissions that are checked against each other, with what the rules look up in them, and one
// function for each group of rules. Internal to the cross check.
namespace openitmo::reporting {

class AefDatabase {
 public:
  // Refers to `submissions`, which outlive it.
  explicit AefDatabase(std::span<const AefSubmission> submissions);

  const AefSubmission& submission(std::size_t index) const { return submissions_[index]; }
  std::span<const AefSubmission> submissions() const { return submissions_; }
  // The latest version for each Party and year, by position in the input.
  const std::vector<std::uint32_t>& latest() const { return latest_; }
  const AefSubmission* find(PartyId party, CalendarYear year) const;
  bool available(PartyId party, CalendarYear year) const { return find(party, year) != nullptr; }
  // The first year from `from` to `to` for which the Party's AEF is not there.
  std::optional<CalendarYear> first_missing(PartyId party, CalendarYear from,
                                            CalendarYear to) const;

  // The authorization that a row names: the reporting Party's if it has one of that identifier.
  const AuthorizationRow* authorization(PartyId party, const BlockColumns& block, Date date) const;
  // A Party that authorized the approach, or that such an authorization is open to.
  bool participates(PartyId party, CooperativeApproachId approach) const;
  bool entity_authorized(std::string_view entity, CooperativeApproachId approach) const;

  // Calls visit(submission index, row number, row) for each row of the latest versions.
  template <class Visit>
  void for_each_action(Visit visit) const {
    for (const std::uint32_t index : latest_) {
      const auto& rows = submissions_[index].actions;
      for (std::uint32_t row = 0; row < rows.size(); ++row) visit(index, row, rows[row]);
    }
  }
  template <class Visit>
  void for_each_holding(Visit visit) const {
    for (const std::uint32_t index : latest_) {
      const auto& rows = submissions_[index].holdings;
      for (std::uint32_t row = 0; row < rows.size(); ++row) visit(index, row, rows[row]);
    }
  }

 private:
  struct Participation {
    std::set<PartyId> parties;
    std::set<std::string_view> entities;
    bool any_party = false;
  };
  using AuthorizationKey = std::pair<CooperativeApproachId, std::string_view>;

  void read_authorizations(const AefSubmission& submission);

  std::span<const AefSubmission> submissions_;
  std::vector<std::uint32_t> latest_;
  std::map<std::pair<PartyId, CalendarYear>, std::uint32_t> by_party_and_year_;
  std::map<AuthorizationKey, std::map<PartyId, std::vector<const AuthorizationRow*>>>
      authorizations_;
  std::map<CooperativeApproachId, Participation> participation_;
};

void check_versions(const AefDatabase& database, std::vector<Finding>& findings);
// II01, II03, II06, STC02, STC04, AV01, AV02 and the metric of authorizations (II04).
void check_against_authorizations(const AefDatabase& database, std::vector<Finding>& findings);
// II02.
void check_repeated_actions(const AefDatabase& database, std::vector<Finding>& findings);
// II04 and II05 on overlapping blocks.
void check_overlapping_blocks(const AefDatabase& database, std::vector<Finding>& findings);
// DU01, DU02, FT01 to FT04.
void check_unit_histories(const AefDatabase& database, std::vector<Finding>& findings);
// TM01 to TM05.
void check_transfers(const AefDatabase& database, const CrossCheckSettings& settings,
                     std::vector<Finding>& findings);
// HO01 to HO04.
void check_holdings(const AefDatabase& database, std::vector<Finding>& findings);

}  // namespace openitmo::reporting
