#pragma once

#include <array>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "accounting/accounts.h"
#include "accounting/outlook.h"
#include "accounting/outstanding.h"
#include "mrv/uncertainty/monte_carlo.h"
#include "quantity/language.h"

// The overselling view: by how much a Party's NDC is likely to be met, before and after what it
// transferred, authorized and expects to authorize, and how much more it can authorize (rulebook
// R-059; 2/CMA.3 annex paras 7, 17, 18(h)(i)). Inventory, projections and deliveries are uncertain,
// so the margin is a distribution. A simulation: no figure of it enters a balance.
//
//   margin = level - emissions - w·(first transferred - used) - w·Σ outstanding·delivered
//            - w·Σ further·delivered + w·Σ uses·delivered
//
// w is 1 where the target is judged on the flows of its year or on a budget, and 1/n under
// averaging over a period of n years (para 7(a)(ii)). In t CO2 eq.
namespace openitmo::accounting {

// Each stage holds all that stands before it.
enum class MarginStage { emissions_alone, recorded, authorized, expected };
inline constexpr std::size_t kMarginStages = 4;

struct StageMargin {
  double estimate_t_co2eq = 0;  // every figure at its stated value
  mrv::SampleSummary draws;
  double met_share = 0;  // of the draws in which the margin is not negative
};

// By how much a figure's uncertainty makes the last stage uncertain: its share of the variance,
// exact for independent figures because the margin is a sum of them.
struct VarianceShare {
  Text name;
  double share = 0;
};

// The greatest further quantity with which the NDC is still met in at least this share of the
// draws; nothing where that is not reached even without any.
struct Authorizable {
  int confidence_percent = 0;
  std::optional<TonnesCo2eq> quantity_t_co2eq;
};

// One term of the margin, for who wants to follow it.
struct MarginTerm {
  MarginStage stage = MarginStage::emissions_alone;
  Text name;
  double estimate_t_co2eq = 0;  // as it enters the margin, with its sign
  mrv::StatedUncertainty uncertainty;
  std::string source;                  // empty: recorded in the journal
  std::vector<std::uint64_t> entries;  // behind it
};

struct OversellingView {
  PartyId party;
  std::string ndc;
  Period period;
  AdjustmentMethod method = AdjustmentMethod::single_year_trajectory;
  CalendarYear target_year;
  bool is_budget = false;  // the level is one for the whole period
  double level_t_co2eq = 0;
  int averaged_over_years = 1;
  std::vector<MarginTerm> terms;  // in the order of the stages
  std::array<StageMargin, kMarginStages> stages;
  std::vector<VarianceShare> variance_shares;  // the largest first
  std::vector<Authorizable> authorizable;      // in the order asked for
  // For each draw the further quantity that would use up its margin, ascending; infinite where
  // none would.
  std::vector<double> uses_up_t_co2eq;

  // The share of draws in which the NDC is met although so much more is authorized.
  double met_share_with(double further_t_co2eq) const;
};

struct OversellingRequest {
  std::vector<int> confidences_percent;  // 1 to 99
  std::uint64_t seed = 1;
  std::size_t draws = 100'000;
  mrv::ForEach for_each = mrv::on_this_thread();
};

// Or what is missing, each as a sentence with its remedy: no NDC or level; a year with neither
// inventory nor projection; an authorization without a quantity of which the outlook says nothing;
// one of the outlook that is not outstanding.
std::expected<OversellingView, std::vector<Text>> overselling_view(
    const PartyAccounts& accounts, const std::vector<OutstandingAuthorization>& outstanding,
    const Outlook& outlook, const OversellingRequest& request);

}  // namespace openitmo::accounting

template <>
struct openitmo::EnumNames<openitmo::accounting::MarginStage> {
  static constexpr std::array<std::string_view, openitmo::accounting::kMarginStages> names{
      "emissions_alone", "recorded", "authorized", "expected"};
};
