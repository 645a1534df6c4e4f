#include "mrv/verification/assessment.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

#include "mrv/testing_site.h"
#include "mrv/verification/proposed_finding.h"
#include "mrv/verification/ticket_sample.h"

namespace openitmo::mrv::verification {
namespace {

// Three years of the small site; the report is of the third.
struct Site {
  ComponentPlan plan = testing_site::plan(DecayModel::yearly);
  MonitoringData data = testing_site::data(3);
  Subject subject{.plan = plan, .data = data, .period = testing_site::years(2028, 2028)};

  std::vector<std::uint32_t> population() const {
    return population_of(data, Material::waste_in, subject.period);
  }
  // All of `size` tickets seen as recorded.
  std::vector<CheckedTicket> checked(std::size_t size) const {
    std::vector<CheckedTicket> sample;
    for (const std::uint32_t ticket : draw_tickets(population(), 1, size))
      sample.push_back({ticket, Seen{data.tickets[ticket].gross_kg, data.tickets[ticket].tare_kg}});
    return sample;
  }
  std::expected<Assessment, Problems> assess_with(const std::vector<CheckedTicket>& sample,
                                                  double percent) const {
    return assess(subject, sample,
                  {.percent = percent, .source = "test", .confidence = Confidence::high});
  }
};

double claimed(const ComponentPlan& plan, const MonitoringData& data, const DateRange& period) {
  double sum = 0;
  const auto result = quantify(plan, data, period);
  EXPECT_TRUE(result.has_value());
  for (const YearResult& year : result->years) sum += year.claimed;
  return sum;
}

TEST(Assessment, EveryTicketSeenAndRightIsBelow) {
  const Site site;
  const auto assessed = site.assess_with(site.checked(36), 5);
  ASSERT_TRUE(assessed.has_value());
  EXPECT_EQ(assessed->verdict, Verdict::below);
  EXPECT_EQ(assessed->overestimation_t_co2eq, 0);
  EXPECT_EQ(assessed->worst_t_co2eq, 0);
  EXPECT_TRUE(proposed_findings(site.subject, *assessed).empty());
}

TEST(Assessment, TooFewTicketsShowNothing) {
  const Site site;
  const auto assessed = site.assess_with(site.checked(20), 5);
  ASSERT_TRUE(assessed.has_value());
  EXPECT_EQ(assessed->verdict, Verdict::not_shown);
  EXPECT_EQ(assessed->mass.error_kg, 0);
  const auto findings = proposed_findings(site.subject, *assessed);
  ASSERT_EQ(findings.size(), 1u);
  EXPECT_EQ(findings[0].kind, ProposedKind::clarification);
  EXPECT_EQ(findings[0].code, "sample_too_small");
  EXPECT_EQ(findings[0].subject, "sampling");
}

TEST(Assessment, TonnesAreThoseOfTheEngine) {
  Site site;
  auto sample = site.checked(36);
  sample[4].seen->gross_kg -= 3000;
  const auto assessed = site.assess_with(sample, 50);
  ASSERT_TRUE(assessed.has_value());
  EXPECT_EQ(assessed->verdict, Verdict::below);
  ASSERT_EQ(assessed->differences.size(), 1u);
  EXPECT_EQ(assessed->differences[0].error_kg, 3000);
  MonitoringData corrected = site.data;
  corrected.tickets[sample[4].ticket].gross_kg -= 3000;
  const double reported = claimed(site.plan, site.data, site.subject.period);
  EXPECT_EQ(assessed->reported_t_co2eq, reported);
  EXPECT_EQ(assessed->found_t_co2eq, reported - claimed(site.plan, corrected, site.subject.period));
  EXPECT_EQ(assessed->differences[0].overestimation_t_co2eq, assessed->found_t_co2eq);
  // All tickets were seen, so the estimate is what was found, but for the month it falls into.
  EXPECT_NEAR(assessed->overestimation_t_co2eq, assessed->found_t_co2eq,
              0.2 * std::abs(assessed->found_t_co2eq));
  EXPECT_NE(assessed->found_t_co2eq, 0);
}

TEST(Assessment, AnErrorThatReachesTheThresholdIsMaterial) {
  Site site;
  auto sample = site.checked(36);
  for (CheckedTicket& checked : sample) checked.seen->gross_kg -= 500;  // 5 % of each
  const auto material = site.assess_with(sample, 5);
  ASSERT_TRUE(material.has_value());
  EXPECT_EQ(material->verdict, Verdict::material);
  EXPECT_TRUE(material->mass_counts);
  const auto findings = proposed_findings(site.subject, *material);
  EXPECT_EQ(
      std::ranges::count(findings, std::string_view("material_error"), &ProposedFinding::code), 1);
  EXPECT_EQ(findings.size(), 38u);  // each ticket, the report, the next period
  EXPECT_TRUE(findings.front().place.starts_with("tickets.csv:")) << findings.front().place;
  const auto tolerated = site.assess_with(sample, 60);
  ASSERT_TRUE(tolerated.has_value());
  EXPECT_EQ(tolerated->verdict, Verdict::below);
}

TEST(Assessment, WithATicketNobodySawNothingIsShown) {
  Site site;
  auto sample = site.checked(36);
  sample[0].seen.reset();
  const auto assessed = site.assess_with(sample, 90);
  ASSERT_TRUE(assessed.has_value());
  EXPECT_EQ(assessed->verdict, Verdict::not_shown);
  EXPECT_EQ(assessed->unseen, (std::vector<std::uint32_t>{sample[0].ticket}));
  EXPECT_EQ(proposed_findings(site.subject, *assessed).front().code, "scan_missing");
}

TEST(Assessment, RefusesWhatCannotBeQuantified) {
  Site site;
  site.plan.methodology.version = "0.1";
  EXPECT_FALSE(site.assess_with(site.checked(36), 5).has_value());
  EXPECT_FALSE(tolerable_share(site.subject, 5).has_value());
}

TEST(Assessment, ScalingKeepsTheSumToTheKilogram) {
  const Site site;
  for (const double factor : {0.99999, 0.9, 1.0, 1.013}) {
    const MonitoringData scaled = with_net_mass_times(site.subject, factor);
    const auto population = site.population();
    const auto before = static_cast<double>(net_kg_of(site.data, population));
    EXPECT_NEAR(static_cast<double>(net_kg_of(scaled, population)), before * factor, 1) << factor;
    EXPECT_EQ(net_kg_of(scaled, population_of(scaled, Material::residue_out, site.subject.period)),
              12'000);
    EXPECT_EQ(scaled.tickets[0].gross_kg, site.data.tickets[0].gross_kg);  // of an earlier year
  }
}

TEST(Assessment, ToleratedShareIsNeverMoreThanThePercentage) {
  const Site site;
  const auto share = tolerable_share(site.subject, 5);
  ASSERT_TRUE(share.has_value());
  EXPECT_GT(*share, 0);
  EXPECT_LE(*share, 0.05);
}

TEST(Materiality, FollowsTheSizeClass) {
  EXPECT_EQ(cdm_materiality({"AMS-III.F", "12.0"}, 9000).percent, 5);
  EXPECT_EQ(cdm_materiality({"ACM0001", "19.0"}, 90'000).percent, 2);
  EXPECT_EQ(cdm_materiality({"ACM0001", "19.0"}, 300'001).percent, 1);
  EXPECT_EQ(cdm_materiality({"ACM0001", "19.0"}, 500'001).percent, 0.5);
  EXPECT_EQ(cdm_materiality({"ACM0001", "19.0"}, 500'001).confidence, Confidence::medium);
}

}  // namespace
}  // namespace openitmo::mrv::verification
