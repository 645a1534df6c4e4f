#include <cmath>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mrv/data_until.h"
#include "mrv/result_json.h"
#include "mrv/sampling_precision.h"
#include "mrv/testing_methodology.h"
#include "mrv/testing_site.h"
#include "mrv/testing_spanish.h"

// Meters, laboratory results and samples in a whole quantification.
namespace openitmo::mrv {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing_methodology::rules_of;
using testing_site::kFirstYear;

const DateRange kYear = testing_site::years(kFirstYear, kFirstYear);

Instant first_of(int year, unsigned month) {
  return Instant(std::chrono::sys_seconds(Date(year, month, 1).days()));
}

// 500 kWh a month on a register, instead of the monthly table of the site.
MonitoringData metered() {
  MonitoringData data = testing_site::data(1);
  data.electricity.clear();
  Meter meter{.id = "E-1",
              .target = {.table = "electricity"},
              .unit = "kWh",
              .per_unit = 0.001,
              .rollover = 1'000'000,
              .highest_per_day = 20};
  for (unsigned month = 0; month <= 12; ++month)
    meter.readings.push_back({.time = first_of(kFirstYear + (month == 12 ? 1 : 0), month % 12 + 1),
                              .shown = 1000.0 + 500 * month,
                              .place = {.file = 2, .row = month + 2}});
  data.meters.push_back(std::move(meter));
  return data;
}

Quantification quantified(const MonitoringData& data,
                          const ComponentPlan& plan = testing_site::plan(DecayModel::yearly)) {
  auto result = quantify(plan, data, kYear);
  if (!result) throw std::runtime_error(text_of(result.error().front(), data.files).en);
  testing_spanish::expect_spanish(result->warnings);
  return *std::move(result);
}
const Finding* find(const Quantification& result, Rule rule) {
  for (const Finding& finding : result.warnings)
    if (finding.rule == rule) return &finding;
  return nullptr;
}
double reductions(const Quantification& result) { return result.years.at(0).terms.ER(); }

TEST(Meters, GiveWhatTheMonthlyTableGave) {
  const Quantification by_table = quantified(testing_site::data(1));
  const Quantification by_meter = quantified(metered());
  EXPECT_NEAR(reductions(by_meter), reductions(by_table), 1e-9);
  EXPECT_THAT(by_meter.warnings, IsEmpty());
  const auto& nodes = by_meter.years.at(0).derivation.nodes;
  const auto january = std::ranges::find_if(nodes, [](const DerivationNode& node) {
    return node.symbol == "EC_i" && node.period == "2026-01";
  });
  ASSERT_NE(january, nodes.end());
  EXPECT_EQ(january->leaf->evidence.ranges(),
            (std::vector<RowRange>{{.file = 2, .first = 2, .last = 3, .count = 2}}));
}

TEST(Meters, AJumpIsAWarningWithItsEffect) {
  MonitoringData data = metered();
  for (std::size_t i = 6; i < data.meters[0].readings.size(); ++i)
    data.meters[0].readings[i].shown += 3'500;
  const Quantification result = quantified(data);
  const Finding* jump = find(result, Rule::meter_jumped);
  ASSERT_NE(jump, nullptr);
  // 4,000 kWh in June, of which 600 are possible: 3.4 MWh too much, at 1.3 t/MWh and 20 % losses.
  EXPECT_NEAR(reductions(result) - reductions(quantified(metered())), -3.5 * 1.3 * 1.2, 1e-9);
  EXPECT_THAT(jump->message.en, HasSubstr("Effect on the reductions: -5.304 t CO2 eq."));
  EXPECT_THAT(jump->message.fr, HasSubstr("Effet sur les réductions : -5,304 t éq. CO2."));
}

TEST(Meters, ErrorsEndTheQuantification) {
  MonitoringData data = metered();
  data.meters[0].readings[4].shown = 10;
  EXPECT_THAT(rules_of(quantify(testing_site::plan(DecayModel::yearly), data, kYear)),
              Contains(Rule::meter_goes_back));
}

TEST(Meters, AMonthWithoutReadingsIsAGap) {
  MonitoringData data = metered();
  data.meters[0].readings.pop_back();
  EXPECT_THAT(rules_of(quantify(testing_site::plan(DecayModel::yearly), data, kYear)),
              Contains(Rule::gap_in_electricity));
}

TEST(Meters, AMonthOfATableAndAMeterStandsTwice) {
  MonitoringData data = metered();
  data.electricity.push_back({.year = CalendarYear(kFirstYear),
                              .month = 5,
                              .consumption_mwh = 1,
                              .place = {.file = 2, .row = 90}});
  EXPECT_THAT(rules_of(quantify(testing_site::plan(DecayModel::yearly), data, kYear)),
              Contains(Rule::duplicated_electricity_month));
}

TEST(Meters, AReportKeepsTheReadingThatEndsItsLastMonth) {
  MonitoringData data = metered();
  data.meters[0].readings.push_back(
      {.time = first_of(kFirstYear + 1, 3), .shown = 9'000, .place = {.file = 2, .row = 20}});
  const MonitoringData until = data_until(data, kYear.last);
  ASSERT_EQ(until.meters.size(), 1U);
  EXPECT_EQ(until.meters[0].readings.size(), 13U);
  EXPECT_EQ(until.files.at(until.meters[0].readings[0].place.file).path, "electricity.csv");
}

// The build margin is that of the last year of the table: a later one would change the report.
TEST(PowerPlants, AReportKeepsTheYearsUntilItsLast) {
  MonitoringData data = testing_site::data(1);
  for (const int year : {kFirstYear - 1, kFirstYear, kFirstYear + 1})
    data.power_plants.push_back(
        {.year = CalendarYear(year), .plant = "P", .place = {.file = 0, .row = 2}});
  const MonitoringData until = data_until(data, kYear.last);
  ASSERT_EQ(until.power_plants.size(), 2U);
  EXPECT_EQ(until.power_plants.back().year, CalendarYear(kFirstYear));
}

// COD of the run-off water, four samples.
MonitoringData analysed(std::vector<double> values_t_per_m3, BelowDetection side) {
  MonitoringData data = testing_site::data(1);
  data.laboratory.laboratories = {{.name = "Lab",
                                   .accreditation = "A-1",
                                   .accredited = testing_site::years(kFirstYear, kFirstYear)}};
  data.laboratory.analyses = {
      {.analyte = "cod",
       .target = {.kind = AnalysisTarget::Kind::parameter, .symbol = "COD_RO"},
       .below_detection = side,
       .source = "plan"}};
  for (std::size_t i = 0; i < values_t_per_m3.size(); ++i)
    data.laboratory.results.push_back(
        {.sample = "R" + std::to_string(i),
         .taken = Date(kFirstYear, 2, 1),
         .analysed = Date(kFirstYear, 2, 8),
         .laboratory = "Lab",
         .accreditation = "A-1",
         .method = "ISO 6060",
         .value = values_t_per_m3[i],
         .half_width = 0.001,
         .place = {.file = 1, .row = static_cast<std::uint32_t>(40 + i)}});
  return data;
}
ComponentPlan with_run_off() {
  ComponentPlan plan = testing_site::plan(DecayModel::yearly);
  plan.overrides = {{.symbol = "Q_RO", .value = "1000", .source = "meter"}};
  return plan;
}

// 40 m3 of run-off water a month; in December a new register after ten days without one.
MonitoringData with_water_meter() {
  MonitoringData data = testing_site::data(1);
  Meter meter{.id = "W-1",
              .target = {.table = "run_off"},
              .unit = "m3",
              .rollover = 100'000,
              .highest_per_day = 5};
  std::uint32_t row = 1;
  const auto add = [&](Instant time, double shown, MeterEvent event = MeterEvent::reading) {
    meter.readings.push_back(
        {.time = time, .shown = shown, .event = event, .place = {.file = 2, .row = ++row}});
  };
  for (unsigned month = 0; month < 11; ++month) add(first_of(kFirstYear, month + 1), 40.0 * month);
  const Instant december = first_of(kFirstYear, 12);
  add(december, 440, MeterEvent::removed);
  add(Instant(december.seconds() + std::chrono::days(10)), 0, MeterEvent::installed);
  add(first_of(kFirstYear + 1, 1), 20);
  data.meters.push_back(std::move(meter));
  return data;
}

TEST(Meters, CountRunOffWaterInPlaceOfADeclaredAmount) {
  const Quantification metered_water = quantified(with_water_meter());
  ComponentPlan declared = testing_site::plan(DecayModel::yearly);
  // As read, and for ten days the most that can flow: more of it is more emissions.
  declared.overrides = {
      {"Q_RO", std::to_string(11 * 40 + 10 * 5 + 20), "a year of readings", Confidence::high}};
  EXPECT_NEAR(metered_water.years[0].terms.at("PE_RO"),
              quantified(testing_site::data(1), declared).years[0].terms.at("PE_RO"), 1e-9);
  EXPECT_NE(find(metered_water, Rule::gap_in_meter), nullptr);
  const auto& nodes = metered_water.years.at(0).derivation.nodes;
  const auto water = std::ranges::find(nodes, "Q_RO,m", &DerivationNode::symbol);
  ASSERT_NE(water, nodes.end());
  EXPECT_EQ(water->leaf->kind, LeafKind::measured);
  EXPECT_EQ(water->leaf->evidence.ranges().front().file, 2U);
  EXPECT_THAT(rules_of(quantify(declared, with_water_meter(), kYear)),
              Contains(Rule::duplicated_parameter));
}

TEST(Laboratory, AMeanTakesThePlaceOfTheParameterWithItsUncertainty) {
  const Quantification result =
      quantified(analysed({0.010, 0.014, 0.012, 0.016}, BelowDetection::limit), with_run_off());
  const auto& nodes = result.years.at(0).derivation.nodes;
  const auto cod = std::ranges::find(nodes, "COD_RO", &DerivationNode::symbol);
  ASSERT_NE(cod, nodes.end());
  EXPECT_NEAR(cod->value, 0.013, 1e-15);
  EXPECT_EQ(cod->leaf->kind, LeafKind::measured);
  EXPECT_EQ(cod->leaf->source, "laboratory results");
  EXPECT_EQ(cod->leaf->evidence.row_count(), 4U);
  // t(3) 3.182 times 0.00258 / 2, and 0.001 of the laboratory, of 0.013.
  const double spread = 3.182 * std::sqrt(20.0 / 3) * 1e-3 / 2;
  EXPECT_NEAR(cod->leaf->uncertainty.high, std::sqrt(spread * spread + 1e-6) / 0.013, 1e-9);
  EXPECT_THAT(result.warnings, IsEmpty());
}

TEST(Laboratory, ALaboratoryThatIsNotAccreditedIsAWarningWithItsEffect) {
  MonitoringData data = analysed({0.010, 0.020}, BelowDetection::limit);
  data.laboratory.results[1].analysed = Date(kFirstYear + 1, 1, 4);
  const Quantification result = quantified(data, with_run_off());
  const Finding* finding = find(result, Rule::laboratory_not_accredited);
  ASSERT_NE(finding, nullptr);
  EXPECT_EQ(finding->place->row, 41U);
  MonitoringData without = data;
  without.laboratory.results.pop_back();
  const double effect = reductions(result) - reductions(quantified(without, with_run_off()));
  EXPECT_LT(effect, -1);
  EXPECT_THAT(finding->message.en, HasSubstr(fmt::format("{:.2f}", effect)));
  data.laboratory.results[1].accreditation = "A-2";
  EXPECT_NE(find(quantified(data, with_run_off()), Rule::laboratory_not_accredited), nullptr);
}

TEST(Laboratory, BelowDetectionTheDeclaredSideMustBeTheConservativeOne) {
  MonitoringData data = analysed({0.010, 0.002}, BelowDetection::limit);
  data.laboratory.results[1].is_below_detection = true;
  const Quantification result = quantified(data, with_run_off());
  const Finding* finding = find(result, Rule::below_detection_limit);
  ASSERT_NE(finding, nullptr);
  EXPECT_THAT(finding->message.en, AllOf(HasSubstr("count as the limit"), HasSubstr(": -")));
  data.laboratory.analyses[0].below_detection = BelowDetection::zero;
  EXPECT_THAT(rules_of(quantify(with_run_off(), data, kYear)),
              Contains(Rule::below_detection_limit));
}

TEST(Laboratory, AParameterThatIsOutOfRangeOrNotReadIsRefused) {
  EXPECT_THAT(rules_of(quantify(with_run_off(), analysed({0.5}, BelowDetection::limit), kYear)),
              Contains(Rule::parameter_out_of_range));
  MonitoringData data = analysed({0.2}, BelowDetection::limit);
  data.laboratory.analyses[0].target.symbol = "OX_top_layer";
  EXPECT_THAT(rules_of(quantify(with_run_off(), data, kYear)), Contains(Rule::parameter_not_used));
  ComponentPlan twice = with_run_off();
  twice.overrides.push_back({.symbol = "COD_RO", .value = "0.01", .source = "guess"});
  EXPECT_THAT(rules_of(quantify(twice, analysed({0.02}, BelowDetection::limit), kYear)),
              Contains(Rule::duplicated_parameter));
}

TEST(Laboratory, ResultsOfOneSampleAreACompositionSample) {
  MonitoringData data = testing_site::data(1);
  const Quantification by_table = quantified(data);
  for (const WasteType type : kWasteTypes)
    data.laboratory.analyses.push_back({.analyte = std::string(name_of(type)),
                                        .target = {.kind = AnalysisTarget::Kind::composition,
                                                   .symbol = "composition",
                                                   .column = static_cast<std::size_t>(type)}});
  for (const CompositionSample& sample : data.composition)
    for (const WasteType type : kWasteTypes)
      data.laboratory.results.push_back({.sample = sample.id,
                                         .analysis = static_cast<std::size_t>(type),
                                         .taken = sample.date,
                                         .analysed = sample.date,
                                         .value = sample.fractions[static_cast<std::size_t>(type)],
                                         .place = sample.place});
  data.composition.clear();
  const Quantification by_laboratory = quantified(data);
  EXPECT_NEAR(reductions(by_laboratory), reductions(by_table), 1e-9);
}

// Food and paper change places with the months.
MonitoringData spread_samples(double by) {
  MonitoringData data = testing_site::data(1);
  for (std::size_t i = 0; i < data.composition.size(); ++i) {
    const double change = i % 2 == 0 ? by : -by;
    data.composition[i].fractions[0] += change;
    data.composition[i].fractions[6] -= change;
  }
  return data;
}

TEST(SamplingPrecision, MissedItNamesWhatWasReachedTheNumberNeededAndTheEffect) {
  EXPECT_EQ(find(quantified(spread_samples(0.1)), Rule::sampling_precision_missed), nullptr);
  const Quantification result = quantified(spread_samples(0.2));
  const Finding* finding = find(result, Rule::sampling_precision_missed);
  ASSERT_NE(finding, nullptr);
  // s = 0.2·√(12/11) of 0.5, t(11) = 2.201: 26.5 %; 20 % takes 20 samples.
  EXPECT_THAT(finding->message.en,
              AllOf(HasSubstr("12 samples of 2026 give the share of food (50 %) to 26.5 %"),
                    HasSubstr("rule 20/95 asks for 20 %, which takes 20 samples"),
                    HasSubstr("The conservative bound would take off")));
}

TEST(SamplingPrecision, TheConservativeBoundIsADeclaredOption) {
  ComponentPlan plan = testing_site::plan(DecayModel::yearly);
  const double mean = reductions(quantified(spread_samples(0.2), plan));
  plan.sampling = {.takes_conservative_bound = true, .source = "monitoring plan"};
  const Quantification bounded = quantified(spread_samples(0.2), plan);
  EXPECT_LT(reductions(bounded), mean);
  const Finding* finding = find(bounded, Rule::sampling_precision_missed);
  ASSERT_NE(finding, nullptr);
  EXPECT_THAT(finding->message.en, HasSubstr(fmt::format("Taken off the reductions: {:.3f}",
                                                         mean - reductions(bounded))));
  EXPECT_THAT(result_json(bounded), HasSubstr("\"when_missed\":\"conservative_bound\""));
}

TEST(SamplingPrecision, SmallScaleAsksForNinetyTen) {
  ComponentPlan plan = testing_site::plan(DecayModel::yearly);
  plan.sampling = {.rule = SamplingRule::small_scale, .source = "monitoring plan"};
  const Quantification result = quantified(spread_samples(0.1), plan);
  const Finding* finding = find(result, Rule::sampling_precision_missed);
  ASSERT_NE(finding, nullptr);
  EXPECT_THAT(finding->message.en, HasSubstr("rule 90/10 asks for 10 %"));
}

}  // namespace
}  // namespace openitmo::mrv
