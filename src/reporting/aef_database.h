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

// A row of Table 3 or 4.
struct RowAt {
  std::uint32_t submission = 0;
  std::uint32_t row = 0;
  AefPlace in(AefTable table) const { return {submission, table, row, 0}; }
};

// The rows of all latest versions over units of one series.
struct SeriesRows {
  ledger::ItmoSeries series;
  std::span<const RowAt> actions;
  std::span<const RowAt> holdings;
};

class AefDatabase {
 public:
  // Refers to `submissions`, which outlive it.
  explicit AefDatabase(std::span<const AefSubmission> submissions);

  const AefSubmission& submission(std::size_t index) const { return submissions_[index]; }
  std::span<const AefSubmission> submissions() const { return submissions_; }
  // The latest version for each Party and year, by position in the input, in their order.
  const std::vector<std::uint32_t>& latest() const { return latest_; }
  const AefSubmission* find(PartyId party, CalendarYear year) const;
  bool available(PartyId party, CalendarYear year) const { return find(party, year) != nullptr; }
  // The first year from `from` to `to` for which the Party's AEF is not there.
  std::optional<CalendarYear> first_missing(PartyId party, CalendarYear from,
                                            CalendarYear to) const;

  // All versions of the authorization that a row names: the reporting Party's if it has one of that
  // identifier. Empty if nobody has.
  std::span<const AuthorizationRow* const> authorization_versions(PartyId party,
                                                                  const BlockColumns& block) const;
  // A Party that authorized the approach, or that such an authorization is open to.
  bool participates(PartyId party, CooperativeApproachId approach) const;
  bool entity_authorized(std::string_view entity, CooperativeApproachId approach) const;

  // A Party that rows call the Adaptation Fund. It sends no AEF, so what goes to it or comes from
  // it has no other side.
  bool is_adaptation_fund(PartyId party) const { return adaptation_funds_.contains(party); }

  std::size_t series_count() const { return series_.size(); }
  SeriesRows rows_of_series(std::size_t index) const {
    return {series_.series(static_cast<std::uint32_t>(index)), actions_.of(index),
            holdings_.of(index)};
  }
  const ActionRow& action(RowAt at) const { return submissions_[at.submission].actions[at.row]; }
  const HoldingRow& holding(RowAt at) const { return submissions_[at.submission].holdings[at.row]; }
  const BlockColumns& block(const AefPlace& at) const {
    const AefSubmission& submission = submissions_[at.submission];
    return at.table == AefTable::actions ? submission.actions[at.row].block
                                         : submission.holdings[at.row].block;
  }

 private:
  struct Participation {
    std::set<PartyId> parties;
    std::set<std::string_view> entities;
    bool any_party = false;
  };
  using AuthorizationKey = std::pair<CooperativeApproachId, std::string_view>;

  // Rows sorted by series, in the order of the latest versions.
  struct GroupedRows {
    std::vector<std::uint32_t> begins{};  // of each series; the end of the last one
    std::vector<RowAt> rows{};
    std::span<const RowAt> of(std::size_t series) const {
      if (series + 1 >= begins.size()) return {};
      return std::span(rows).subspan(begins[series], begins[series + 1] - begins[series]);
    }
  };

  void read_authorizations(const AefSubmission& submission);
  void note_adaptation_fund(const ActionRow& row);
  template <class RowsOf>
  GroupedRows group(RowsOf rows_of);

  std::span<const AefSubmission> submissions_;
  std::vector<std::uint32_t> latest_;
  std::map<std::pair<PartyId, CalendarYear>, std::uint32_t> by_party_and_year_;
  std::map<AuthorizationKey, std::map<PartyId, std::vector<const AuthorizationRow*>>>
      authorizations_;
  std::map<CooperativeApproachId, Participation> participation_;
  std::set<PartyId> adaptation_funds_;
  SeriesIndex series_;
  GroupedRows actions_;
  GroupedRows holdings_;
};

void check_versions(const AefDatabase& database, std::vector<Finding>& findings);
// II03.
void check_sectors(const AefDatabase& database, std::vector<Finding>& findings);

// Of one Party, whose latest versions are given in the order of their years: II01, II06, STC02,
// STC04, AV01, AV02 and the metric of authorizations (II04).
void check_against_authorizations(const AefDatabase& database,
                                  std::span<const std::uint32_t> of_party,
                                  std::vector<Finding>& findings);
// HO02 to HO04, of one submission.
void check_holdings(const AefDatabase& database, std::uint32_t submission,
                    std::vector<Finding>& findings);

// II02.
void check_repeated_actions(const AefDatabase& database, const SeriesRows& rows,
                            std::vector<Finding>& findings);
// II04 and II05 on overlapping blocks.
void check_overlapping_blocks(const AefDatabase& database, const SeriesRows& rows,
                              std::vector<Finding>& findings);
// DU01, DU02, FT01 to FT04.
void check_unit_histories(const AefDatabase& database, const SeriesRows& rows,
                          std::vector<Finding>& findings);
// TM01 to TM05.
void check_transfers(const AefDatabase& database, const CrossCheckSettings& settings,
                     const SeriesRows& rows, std::vector<Finding>& findings);
// HO01: one holder for each unit.
void check_holders(const AefDatabase& database, const SeriesRows& rows,
                   std::vector<Finding>& findings);

}  // namespace openitmo::reporting
