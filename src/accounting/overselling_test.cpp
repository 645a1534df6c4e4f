#include "accounting/overselling.h"

#include <cmath>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "accounting/overselling_text.h"
#include "mrv/math/normal.h"

namespace openitmo::accounting {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;
using testing::HasSubstr;

mrv::StatedUncertainty stated(std::string_view text) { return *mrv::parse_uncertainty(text); }

KilogramsCo2eq megatonnes(double mt) {
  return KilogramsCo2eq(static_cast<std::int64_t>(std::llround(mt * 1e9)));
}

RecordNdc averaging_ndc() {
  RecordNdc ndc;
  ndc.party = *PartyId::parse("SEN");
  ndc.ndc = "NDC1";
  ndc.kind = NdcKind::single_year;
  ndc.first_year = CalendarYear(2021);
  ndc.last_year = CalendarYear(2030);
  ndc.target_year = CalendarYear(2030);
  ndc.method = AdjustmentMethod::single_year_averaging;
  ndc.target_level_kg_co2eq = megatonnes(35);
  return ndc;
}

RecordNdc trajectory_ndc() {
  RecordNdc ndc = averaging_ndc();
  ndc.method = AdjustmentMethod::single_year_trajectory;
  return ndc;
}

RecordNdc budget_ndc() {
  RecordNdc ndc = averaging_ndc();
  ndc.kind = NdcKind::multi_year;
  ndc.method = AdjustmentMethod::multi_year_trajectory;
  ndc.first_year = CalendarYear(2029);
  ndc.target_level_kg_co2eq.reset();
  ndc.budget_kg_co2eq = megatonnes(70);
  return ndc;
}

PartyAccounts accounts_of(const RecordNdc& ndc, const Flows& flows = {},
                          const std::map<CalendarYear, Inventory>& inventories = {}) {
  PartyAccounts accounts;
  accounts.party = ndc.party;
  accounts.ndc = ledger::Recorded<RecordNdc>{.record = ndc, .effective = {}, .entry = 3};
  accounts.target = target_of(ledger::PartyState{}, ndc, {});
  accounts.figures =
      balance_of({.ndc = ndc, .flows = flows, .inventories = inventories, .through = {}},
                 {.method = ndc.method});
  return accounts;
}

Flows first_transferred(int year, std::uint64_t quantity, std::uint64_t entry) {
  Flows flows;
  flows.first_transferred_ndc.by_adjusted_year[CalendarYear(year)].add(TonnesCo2eq(quantity),
                                                                       entry);
  return flows;
}

Projection projection(int year, double mt, std::string_view uncertainty) {
  return {.year = CalendarYear(year),
          .emissions_kg_co2eq = megatonnes(mt),
          .uncertainty = stated(uncertainty),
          .source = "made up"};
}

Outlook outlook_with(std::vector<Projection> projections) {
  Outlook outlook;
  outlook.party = *PartyId::parse("SEN");
  outlook.projections = std::move(projections);
  return outlook;
}

std::vector<OutstandingAuthorization> outstanding(std::uint64_t quantity) {
  return {{.authorization = "A1", .entry = 7, .quantity_t_co2eq = TonnesCo2eq(quantity)}};
}

OversellingView view_of(const PartyAccounts& accounts,
                        const std::vector<OutstandingAuthorization>& authorized,
                        const Outlook& outlook, std::vector<int> confidences = {90}) {
  auto view = overselling_view(accounts, authorized, outlook,
                               {.confidences_percent = std::move(confidences), .draws = 20'000});
  EXPECT_TRUE(view) << (view ? "" : view.error().front().en);
  return view ? *std::move(view) : OversellingView{};
}

std::vector<double> estimates(const OversellingView& view) {
  std::vector<double> all;
  for (const StageMargin& stage : view.stages) all.push_back(stage.estimate_t_co2eq);
  return all;
}

std::optional<TonnesCo2eq> tonnes_of(std::uint64_t quantity) { return TonnesCo2eq(quantity); }

TEST(OversellingView, WithoutUncertaintyAveragingGivesTheExactQuantity) {
  // 35 Mt - 34 Mt = 1 Mt; a tonne over ten years weighs a tenth.
  Outlook outlook = outlook_with({projection(2030, 34, "")});
  outlook.further_authorizations = {{.name = Text::name("more"),
                                     .quantity_t_co2eq = TonnesCo2eq(1'000'000),
                                     .delivered = {.share = 0.5}}};
  const auto view = view_of(accounts_of(averaging_ndc(), first_transferred(2024, 200'000, 11)),
                            outstanding(2'000'000), outlook);
  EXPECT_THAT(estimates(view), ElementsAre(1'000'000, 980'000, 780'000, 730'000));
  EXPECT_EQ(view.authorizable.front().quantity_t_co2eq, tonnes_of(7'300'000));
  EXPECT_EQ(view.terms[1].entries, (std::vector<std::uint64_t>{11}));
}

TEST(OversellingView, ATrajectoryCountsTheTargetYearInFull) {
  const auto view = view_of(accounts_of(trajectory_ndc(), first_transferred(2024, 200'000, 11)),
                            outstanding(400'000), outlook_with({projection(2030, 34, "")}));
  EXPECT_THAT(estimates(view), ElementsAre(1'000'000, 1'000'000, 600'000, 600'000));
}

TEST(OversellingView, ABudgetSumsInventoriesAndProjections) {
  const std::map<CalendarYear, Inventory> inventories{
      {CalendarYear(2029), {.emissions_kg_co2eq = megatonnes(34), .gwp_set = "AR5", .entry = 5}}};
  const auto view =
      view_of(accounts_of(budget_ndc(), first_transferred(2029, 300'000, 11), inventories),
              outstanding(200'000), outlook_with({projection(2030, 35, "")}));
  EXPECT_THAT(estimates(view), ElementsAre(1'000'000, 700'000, 500'000, 500'000));
}

TEST(OversellingView, WhatIsUsedRaisesTheMargin) {
  Outlook outlook = outlook_with({projection(2030, 34, "")});
  outlook.further_uses = {
      {.name = Text::name("from abroad"), .quantity_t_co2eq = TonnesCo2eq(500'000)}};
  Flows flows;
  flows.used.by_adjusted_year[CalendarYear(2030)].add(TonnesCo2eq(100'000), 9);
  EXPECT_THAT(estimates(view_of(accounts_of(trajectory_ndc(), flows), {}, outlook)),
              ElementsAre(1'000'000, 1'100'000, 1'100'000, 1'600'000));
}

TEST(OversellingView, ANormalProjectionGivesTheQuantileOfTheNormal) {
  // sd of the margin: 34 Mt · 10 % / 1.96.
  const auto view = view_of(accounts_of(trajectory_ndc()), {},
                            outlook_with({projection(2030, 34, "±2 %")}), {50, 80, 90});
  const double sd = 34e6 * 0.02 / mrv::kNormalQuantile97_5;
  for (const Authorizable& one : view.authorizable) {
    const double expected = 1e6 - mrv::normal_quantile(one.confidence_percent / 100.0) * sd;
    ASSERT_TRUE(one.quantity_t_co2eq);
    EXPECT_THAT(static_cast<double>(one.quantity_t_co2eq->value()),
                DoubleNear(expected, 0.03 * sd));
  }
  EXPECT_THAT(view.stages[0].met_share, DoubleNear(mrv::normal_probability(1e6 / sd), 0.01));
}

TEST(OversellingView, WhatCannotBeReachedLeavesNothing) {
  const auto view = view_of(accounts_of(trajectory_ndc()), {},
                            outlook_with({projection(2030, 34.9, "±2 %")}), {50, 99});
  EXPECT_TRUE(view.authorizable[0].quantity_t_co2eq);
  EXPECT_FALSE(view.authorizable[1].quantity_t_co2eq);
  EXPECT_THAT(overselling_sentence(view).en, HasSubstr("at least 50 %"));
}

TEST(OversellingView, DeliveryNeverExceedsWhatIsAuthorized) {
  Outlook outlook = outlook_with({projection(2030, 34, "")});
  outlook.deliveries = {
      {.authorization = "A1",
       .quantity_t_co2eq = {},
       .delivered = {.share = 0.95, .uncertainty = stated("±50 %"), .source = "x"}}};
  const auto view = view_of(accounts_of(trajectory_ndc()), outstanding(500'000), outlook);
  const StageMargin& authorized = view.stages[static_cast<std::size_t>(MarginStage::authorized)];
  EXPECT_GE(authorized.draws.p2_5, 500'000 - 1e-6);
}

TEST(OversellingView, SharesOfVarianceAreThoseOfTheSum) {
  // Two independent normals, 3 : 4 in standard deviation, so 9 : 16 in variance.
  const std::map<CalendarYear, Inventory> inventories{
      {CalendarYear(2029), {.emissions_kg_co2eq = megatonnes(30), .gwp_set = "AR5", .entry = 5}}};
  Outlook outlook = outlook_with({projection(2030, 40, "±10 %")});
  outlook.inventory_uncertainty = stated("±10 %");
  const auto view = view_of(accounts_of(budget_ndc(), {}, inventories), {}, outlook);
  ASSERT_EQ(view.variance_shares.size(), 2U);
  EXPECT_EQ(view.variance_shares[0].name.en, "projected emissions");
  EXPECT_THAT(view.variance_shares[0].share, DoubleNear(16.0 / 25, 0.02));
}

TEST(OversellingView, YearsOfOneKindMoveTogether) {
  // Two projections of 35 Mt ± 10 %: fully correlated, so twice the standard deviation of one.
  const auto view =
      view_of(accounts_of(budget_ndc()), {},
              outlook_with({projection(2029, 35, "±10 %"), projection(2030, 35, "±10 %")}));
  EXPECT_THAT(view.stages[0].draws.sd, DoubleNear(7e6 / mrv::kNormalQuantile97_5, 1e5));
}

TEST(OversellingView, TheSameSeedGivesTheSameBytes) {
  const Outlook outlook = outlook_with({projection(2030, 34, "±5 %")});
  const auto json = [&](std::uint64_t seed) {
    const OversellingRequest request{.confidences_percent = {90}, .seed = seed, .draws = 1'000};
    return overselling_json(
        *overselling_view(accounts_of(averaging_ndc()), outstanding(100), outlook, request),
        request, "");
  };
  EXPECT_EQ(json(1), json(1));
  const auto mean = [&](std::uint64_t seed) {
    const OversellingRequest request{.confidences_percent = {90}, .seed = seed, .draws = 1'000};
    return overselling_view(accounts_of(averaging_ndc()), outstanding(100), outlook, request)
        ->stages[0]
        .draws.mean;
  };
  EXPECT_NE(mean(1), mean(2));
}

std::string missing_of(const PartyAccounts& accounts,
                       const std::vector<OutstandingAuthorization>& authorized,
                       const Outlook& outlook) {
  const auto view = overselling_view(accounts, authorized, outlook, {.confidences_percent = {90}});
  if (view) return "nothing is missing";
  std::string all;
  for (const Text& text : view.error()) all += text.en + "\n";
  return all;
}

TEST(OversellingView, WhatIsMissingIsNamedAndNothingIsComputed) {
  const auto accounts = accounts_of(averaging_ndc());
  EXPECT_THAT(missing_of(accounts, {}, outlook_with({})),
              HasSubstr("2030 has neither an inventory nor a projection"));
  const Outlook projected = outlook_with({projection(2030, 34, "")});
  EXPECT_THAT(missing_of(accounts, {{.authorization = "A2", .entry = 1, .quantity_t_co2eq = {}}},
                         projected),
              HasSubstr("authorization A2 states no quantity"));
  Outlook unknown = projected;
  unknown.deliveries = {{.authorization = "A9", .quantity_t_co2eq = {}, .delivered = {}}};
  EXPECT_THAT(missing_of(accounts, {}, unknown), HasSubstr("authorization A9 is not outstanding"));
  RecordNdc without_level = averaging_ndc();
  without_level.target_level_kg_co2eq.reset();
  EXPECT_THAT(missing_of(accounts_of(without_level), {}, projected), HasSubstr("records no level"));
  EXPECT_THAT(missing_of(PartyAccounts{}, {}, projected), HasSubstr("no NDC of SEN is recorded"));
}

TEST(OversellingView, AQuantityThatTheAuthorizationLacksComesFromTheOutlook) {
  Outlook outlook = outlook_with({projection(2030, 34, "")});
  outlook.deliveries = {
      {.authorization = "A2", .quantity_t_co2eq = TonnesCo2eq(300'000), .delivered = {}}};
  const auto view = view_of(accounts_of(trajectory_ndc()),
                            {{.authorization = "A2", .entry = 1, .quantity_t_co2eq = {}}}, outlook);
  EXPECT_THAT(estimates(view), ElementsAre(1'000'000, 1'000'000, 700'000, 700'000));
}

RC_GTEST_PROP(OversellingViewProperty, MoreAuthorizedNeverLeavesMore, ()) {
  const auto quantity = *rc::gen::inRange<std::uint64_t>(0, 3'000'000);
  const auto more = *rc::gen::inRange<std::uint64_t>(0, 3'000'000);
  const int percent = *rc::gen::inRange(1, 20);
  const Outlook outlook = outlook_with({projection(2030, 34, fmt::format("±{} %", percent))});
  const auto at = [&](std::uint64_t authorized) {
    return overselling_view(accounts_of(averaging_ndc()), outstanding(authorized), outlook,
                            {.confidences_percent = {50, 80, 95}, .draws = 1'000});
  };
  const auto before = at(quantity), after = at(quantity + more);
  RC_ASSERT(before.has_value() && after.has_value());
  for (std::size_t i = 0; i < 3; ++i) {
    const auto value = [&](const OversellingView& view) {
      const auto& one = view.authorizable[i].quantity_t_co2eq;
      return one ? static_cast<double>(one->value()) : -1;
    };
    RC_ASSERT(value(*after) <= value(*before));
    if (i > 0)
      RC_ASSERT(before->authorizable[i].quantity_t_co2eq.value_or(TonnesCo2eq()) <=
                before->authorizable[i - 1].quantity_t_co2eq.value_or(TonnesCo2eq()));
  }
  RC_ASSERT(after->stages[2].met_share <= before->stages[2].met_share);
}

}  // namespace
}  // namespace openitmo::accounting
