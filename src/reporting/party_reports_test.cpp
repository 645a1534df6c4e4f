#include "reporting/party_reports.h"

#include <algorithm>
#include <gmock/gmock.h>

#include "accounting/structured_summary.h"
#include "reporting/document_difference.h"
#include "reporting/report_world_test.h"

namespace openitmo::reporting {
namespace {

using namespace fixture;
using openitmo::testing::document;
using openitmo::testing::party_id;
using openitmo::testing::World;

TEST(InitialReport, HasEverySectionInOrderAndIsCompleteWhenAllIsSaid) {
  const World w = host_and_buyer();
  const State state(w);
  const OfficialDocument report = initial_report(state.inputs());
  std::vector<std::string> numbers, outline;
  for (const DocumentSection* one : all_sections(report)) numbers.push_back(one->number);
  for (const OutlineItem& item : initial_report_outline()) outline.emplace_back(item.number);
  EXPECT_EQ(numbers, outline);
  EXPECT_THAT(missing_numbers(report), ::testing::IsEmpty());
}

TEST(InitialReport, WithoutStatementsListsEachByItsParagraph) {
  const World w = host_and_buyer();
  const State state(w, "SEN", {});
  std::vector<std::string> required{"IV.D"};  // expected mitigation
  for (const OutlineItem& item : initial_report_outline())
    if (item.need == StatementNeed::required) required.emplace_back(item.number);
  EXPECT_THAT(missing_numbers(initial_report(state.inputs())),
              ::testing::UnorderedElementsAreArray(required));
}

TEST(InitialReport, ShowsWhatWasMeasuredOfSafeguards) {
  const World w = host_and_buyer();
  const State state(w);
  const OfficialDocument report = initial_report(state.inputs());
  const auto* table = find_block<DataTable>(section(report, "IV.H.1"));
  ASSERT_NE(table, nullptr);
  ASSERT_EQ(table->rows.size(), 1U);
  EXPECT_EQ(table->rows[0][0].text.en, "ACCIDENTS");
  EXPECT_EQ(table->rows[0][3].text.en, "yes");
  EXPECT_EQ(table->rows[0][5].text.en, "1");
  EXPECT_FALSE(table->rows[0][1].entries.empty());
}

// An object that is there and says nothing is no answer (rulebook R-077).
TEST(InitialReport, BlankTextIsMissing) {
  const World w = host_and_buyer();
  Statements stated = complete_statements();
  statement(stated, "18(h)(i)").text = ReportText::name(" \n\t ");
  const State state(w, "SEN", stated);
  EXPECT_THAT(missing_numbers(initial_report(state.inputs())), ::testing::ElementsAre("IV.G.1"));
}

TEST(InitialReport, StatementMustStandInTheLanguageOfTheReport) {
  const World w = host_and_buyer();
  Statements stated = complete_statements();
  statement(stated, "18(i)(i)").text = ReportText::of("said", "dit", "");
  const State state(w, "SEN", stated);
  EXPECT_THAT(missing_numbers(initial_report(state.inputs(ReportLanguage::fr))),
              ::testing::IsEmpty());
  EXPECT_THAT(missing_numbers(initial_report(state.inputs(ReportLanguage::es))),
              ::testing::ElementsAre("IV.H.1"));
}

TEST(InitialReport, NotApplicableStandsWithItsReason) {
  const World w = host_and_buyer();
  Statements stated = complete_statements();
  statement(stated, "18(i)(v)").text = {};
  statement(stated, "18(i)(v)").not_applicable = ReportText::name("no share is agreed");
  const State state(w, "SEN", stated);
  const OfficialDocument report = initial_report(state.inputs());
  const auto* reason = find_block<NotApplicable>(section(report, "IV.H.5"));
  ASSERT_NE(reason, nullptr);
  EXPECT_EQ(reason->reason.en, "no share is agreed");
}

TEST(InitialReport, ResponsibilityNotMetIsMissing) {
  World w = host_and_buyer();
  w.must(
      RecordParticipation{party_id("SEN"), Requirement::inventory_report, false, document("LATE")});
  const State state(w);
  EXPECT_THAT(missing_numbers(initial_report(state.inputs())), ::testing::ElementsAre("I.E"));
}

// Where nothing is recorded the Party's own words are an answer.
TEST(InitialReport, StatementStandsForWhatIsNotRecorded) {
  World w({"SEN", "CHE"});
  w.must(World::ndc("SEN", 2021, 2030));
  Statements stated = complete_statements();
  stated.expected.clear();
  const State state(w, "SEN", stated);
  const auto said = missing_numbers(initial_report(state.inputs()));
  for (const char* number : {"III.E", "IV.A", "IV.C", "IV.D"})
    EXPECT_THAT(said, ::testing::Not(::testing::Contains(number)));
  for (const char* key : {"18(f)", "18(g) authorization", "18(g) duration", "18(g) expected"})
    std::erase_if(stated.statements, [&](const auto& one) { return one.paragraph == key; });
  const State silent(w, "SEN", stated);
  const auto unsaid = missing_numbers(initial_report(silent.inputs()));
  EXPECT_THAT(unsaid, ::testing::IsSupersetOf({"III.E", "IV.A", "IV.C", "IV.D"}));
}

TEST(InitialReport, YearWithoutExpectedFigureIsMissing) {
  const World w = host_and_buyer();
  Statements stated = complete_statements();
  stated.expected.front().yearly_t_co2eq.erase(CalendarYear(2033));
  const State state(w, "SEN", stated);
  const auto missing = missing_items(initial_report(state.inputs()));
  ASSERT_EQ(missing.size(), 1u);
  EXPECT_EQ(missing.front().part.what.en, "the mitigation expected in 2033");
}

TEST(InitialReport, ChapterOnTheNdcGivesWayToABiennialReport) {
  const World w = host_and_buyer();
  Statements stated = complete_statements();
  std::erase_if(stated.statements,
                [](const PartyStatement& one) { return one.paragraph.starts_with("64("); });
  stated.statements.push_back(fixture::said("18(b)"));
  statement(stated, "18(b)").text = {};
  statement(stated, "18(b)").not_applicable = ReportText::name("see the first BTR");
  const State state(w, "SEN", stated);
  EXPECT_THAT(missing_numbers(initial_report(state.inputs())), ::testing::IsEmpty());
}

TEST(InitialReport, WithoutApproachItsChapterIsMissing) {
  const World w = host_and_buyer();
  const State state(w, "GHA");  // takes part in none
  const OfficialDocument initial = initial_report(state.inputs());
  EXPECT_NE(find_block<MissingPart>(section(initial, "IV")), nullptr);
  EXPECT_EQ(initial.sections.back().number, "IV");
  const OfficialDocument regular =
      regular_information(state.inputs(), {CalendarYear(2024), CalendarYear(2025)}, nullptr);
  EXPECT_NE(find_block<MissingPart>(section(regular, "VI")), nullptr);
}

TEST(InitialReport, DescribesTheTargetAsRecorded) {
  World w = host_and_buyer();
  describe_ndc(w);
  Statements stated = complete_statements();
  stated.names["Waste"] = ReportText::of("Waste", "Déchets", "Residuos");
  const State state(w, "SEN", stated);
  const OfficialDocument report = initial_report(state.inputs());
  const auto texts = [&](std::string_view number) {
    std::string all;
    for (const Block& block : section(report, number).blocks)
      if (const auto* sentence = std::get_if<Sentence>(&block)) all += sentence->text.en;
    return all;
  };
  EXPECT_THAT(texts("II.A"), ::testing::HasSubstr("Reduction without conditions: 7 %."));
  EXPECT_THAT(texts("II.C"),
              ::testing::HasSubstr("Reference: 2030, 37\u00A0761 t CO2 eq; basis: fictitious."));
  EXPECT_THAT(texts("II.E"), ::testing::HasSubstr("Sectors: Waste and Energy.Gases: CH4."));
  EXPECT_EQ(find_block<Sentence>(section(report, "II.E"))->text.fr,
            "Secteurs : Déchets et Energy.");
}

// A remedy stands under the approach of its component and under no other.
TEST(InitialReport, RemediesStandUnderTheirApproach) {
  World w = host_and_buyer();
  const auto other = *CooperativeApproachId::parse("CA0001");
  w.must(RecordCooperativeApproach{.approach = other,
                                   .parties = {party_id("SEN"), party_id("CHE")},
                                   .agreement = document("OTHER-AGREEMENT")});
  w.must(ledger::OpenRemedy{.remedy = "REVERSAL",
                            .cause = ledger::RemedyCause::reversal,
                            .way = ledger::Remedy::replacement,
                            .component = "COMPONENT-1",
                            .quantity_t_co2eq = TonnesCo2eq(5),
                            .buffer_account = World::account_of("SEN"),
                            .debtor = "ENTITY-SEN",
                            .deadline = Date(2026, 12, 31),
                            .document = document("REVERSAL")});
  const State state(w);
  const auto non_permanence = [&](CooperativeApproachId approach) {
    const OfficialDocument report = updated_initial_report(state.inputs(), approach, nullptr);
    return find_block<DataTable>(section(report, "IV.G.3")) != nullptr;
  };
  EXPECT_TRUE(non_permanence(kApproach));
  EXPECT_FALSE(non_permanence(other));
}

// One sentence for each method (2/CMA.3 annex paras 7 and 8).
TEST(InitialReport, SaysHowTheMethodAdjusts) {
  const auto method_text = [](AdjustmentMethod method) {
    World w({"SEN", "CHE"});
    RecordNdc ndc = World::ndc("SEN", 2021, 2030);
    ndc.method = method;
    if (method != AdjustmentMethod::single_year_averaging) {
      ndc.averaging_convention = {};
      for (int year = 2021; year <= 2030; ++year)
        ndc.trajectory.push_back({CalendarYear(year), KilogramsCo2eq(1000)});
    }
    w.must(ndc);
    std::string all;
    for (const Block& block : section(initial_report(State(w).inputs()), "III.B.1").blocks)
      if (const auto* sentence = std::get_if<Sentence>(&block)) all += sentence->text.en;
    return all;
  };
  const std::string average = method_text(AdjustmentMethod::single_year_averaging);
  EXPECT_THAT(average, ::testing::HasSubstr("divided by the number of these years"));
  EXPECT_THAT(average, ::testing::Not(::testing::HasSubstr("of that vintage")));
  const std::string by_year = method_text(AdjustmentMethod::single_year_trajectory);
  EXPECT_THAT(by_year, ::testing::HasSubstr("first transferred of that vintage"));
  EXPECT_THAT(by_year, ::testing::Not(::testing::HasSubstr("divided by")));
}

TEST(InitialReport, ConfidentialPartShowsItsBasisAndNotItsText) {
  const World w = host_and_buyer();
  Statements stated = complete_statements();
  statement(stated, "22(a)").confidential = ReportText::name("trade secret");
  State state(w, "SEN", stated);
  ReportInputs inputs = state.inputs();
  const accounting::Period span{CalendarYear(2024), CalendarYear(2025)};
  const OfficialDocument shown = regular_information(inputs, span, nullptr);
  EXPECT_EQ(find_block<StatedText>(section(shown, "VI.A")), nullptr);
  EXPECT_NE(find_block<ConfidentialPart>(section(shown, "VI.A")), nullptr);
  EXPECT_EQ(find_block<StatedText>(section(shown, "Annex II")), nullptr);
  inputs.with_confidential = true;
  const OfficialDocument review = regular_information(inputs, span, nullptr);
  EXPECT_NE(find_block<StatedText>(section(review, "Annex II")), nullptr);
}

// Initial reports have no annex for it in their outline and get one where it is needed.
TEST(InitialReport, ConfidentialTextStandsInAnAnnexForTheReviewAlone) {
  const World w = host_and_buyer();
  Statements stated = complete_statements();
  statement(stated, "18(h)(i)").confidential = ReportText::name("trade secret");
  statement(stated, "22(a)").confidential = ReportText::name("of another report");
  State state(w, "SEN", stated);
  ReportInputs inputs = state.inputs();
  const OfficialDocument shown = initial_report(inputs);
  EXPECT_EQ(find_block<StatedText>(section(shown, "IV.G.1")), nullptr);
  EXPECT_EQ(find_block<StatedText>(shown.sections.back()), nullptr);
  ASSERT_EQ(shown.sections.back().blocks.size(), 1u);
  EXPECT_THAT(find_block<Sentence>(shown.sections.back())->text.en,
              ::testing::HasSubstr("trade secret"));
  inputs.with_confidential = true;
  const OfficialDocument review = initial_report(inputs);
  ASSERT_NE(find_block<StatedText>(review.sections.back()), nullptr);
  EXPECT_EQ(find_block<StatedText>(review.sections.back())->text.en, "what is said of 18(h)(i)");
}

std::string cell(const OfficialDocument& report, std::string_view number, std::string_view row,
                 std::size_t column) {
  const auto* table = find_block<DataTable>(section(report, number));
  for (const auto& cells : table->rows)
    if (cells.front().text.en == row) return cells.at(column).text.en;
  throw std::out_of_range(std::string(row));
}

// Para 23 as the accounts have it (rulebook ).
TEST(RegularInformation, FiguresAreThoseOfTheAccounts) {
  const World w = host_and_buyer();
  const State state(w);
  const auto summary = accounting::structured_summary(state.ledger, state.accounts);
  const OfficialDocument report =
      regular_information(state.inputs(), {CalendarYear(2024), CalendarYear(2025)}, nullptr);
  for (std::size_t i = 0; i < summary.years.size(); ++i) {
    if (summary.years[i].year > state.inputs().date.year()) {
      for (const char* row : {"23(c)", "23(d)", "23(e)", "23(f)", "23(h)"})
        EXPECT_EQ(cell(report, "IV", row, 2 + i), "unknown") << i;
      continue;
    }
    EXPECT_EQ(cell(report, "IV", "23(c)", 2 + i),
              tonnes_text(summary.years[i].r23c.quantity_t_co2eq).en);
    EXPECT_EQ(cell(report, "IV", "23(h)", 2 + i), whole_text(summary.years[i].r23h_t_co2eq).en);
  }
  EXPECT_EQ(cell(report, "IV", "23(c)", 6), "350");  // 300 t to CHE, 50 t cancelled: 2025
  EXPECT_EQ(cell(report, "IV", "23(c)", 7), "0");    // 2026, the year of the report
  EXPECT_EQ(cell(report, "IV", "23(k)(i)", 7), "unknown");
}

// Rulebook R-118: what is cancelled for overall mitigation is the ledger's sum, with its entry.
TEST(RegularInformation, OverallMitigationIsWhatWasCancelled) {
  const World w = host_and_buyer();
  const State state(w);
  const OfficialDocument report =
      regular_information(state.inputs(), {CalendarYear(2024), CalendarYear(2025)}, nullptr);
  const auto* sentence = find_block<Sentence>(section(report, "VI.K"));
  ASSERT_NE(sentence, nullptr);
  EXPECT_THAT(sentence->text.en,
              ::testing::HasSubstr("overall mitigation in global emissions: 50 t"));
  ASSERT_EQ(sentence->entries.size(), 1u);
  EXPECT_TRUE(std::holds_alternative<ledger::UnitsCancelled>(
      w.entries().at(sentence->entries.front()).event));
}

// 21(e) counts what 22(k) and 23(c) count: for overall mitigation the cancellation is the first
// transfer, and is a cancellation all the same.
TEST(RegularInformation, WhatIsAtAnEndAgreesWithTheOtherParagraphs) {
  World w = host_and_buyer();
  const auto ended = [&](std::string_view party) {
    const State state(w, party);
    const OfficialDocument report =
        regular_information(state.inputs(), {CalendarYear(2024), CalendarYear(2025)}, nullptr);
    const auto& blocks = section(report, "V").blocks;
    std::vector<Sentence> sentences;
    for (const Block& block : blocks)
      if (const auto* sentence = std::get_if<Sentence>(&block)) sentences.push_back(*sentence);
    return sentences;
  };
  EXPECT_THAT(ended("SEN").front().text.en, ::testing::HasSubstr("Cancelled: 50 t"));
  EXPECT_EQ(ended("SEN").front().entries.size(), 1u);
  EXPECT_THAT(ended("CHE").front().text.en,
              ::testing::HasSubstr("towards its NDC: 120 t CO2 eq. Used for other international "
                                   "mitigation purposes: 0 t CO2 eq. Cancelled: 0 t"));
  const World none({"SEN", "CHE"});
  w = none;
  ASSERT_EQ(ended("SEN").size(), 1u);
  EXPECT_THAT(ended("SEN").front().text.en, ::testing::HasSubstr("used and cancelled nothing"));
}

World with_ndc(Basis basis) {
  World w({"SEN", "CHE"}, {.demonstration = false});
  RecordNdc ndc = World::ndc("SEN", 2021, 2030);
  ndc.basis = basis;
  w.must(ndc);
  return w;
}

// Before an approach is recorded too: an early state of the demonstration is no less invented.
TEST(Demonstration, IsWhatHasAnythingFictitious) {
  const auto marked = [](const World& w, Statements stated) {
    return is_demonstration(State(w, "SEN", std::move(stated)).inputs());
  };
  EXPECT_FALSE(marked(with_ndc(Basis::published), {}));
  EXPECT_TRUE(marked(with_ndc(Basis::fictitious), {}));
  EXPECT_TRUE(marked(with_ndc(Basis::published), complete_statements()));
  Statements published;
  published.statements.push_back(fixture::said("4(b)"));
  published.statements.front().basis = Basis::published;
  EXPECT_FALSE(marked(with_ndc(Basis::published), published));
  World inventory = with_ndc(Basis::published);
  inventory.inventory("SEN", 2021, KilogramsCo2eq(1));  // fictitious in this fixture
  EXPECT_TRUE(marked(inventory, {}));
}

TEST(RegularInformation, TellsWhatChangedSinceTheInitialReport) {
  World w = host_and_buyer();
  const World before = w;
  w.inventory("SEN", 2025, KilogramsCo2eq(31'000'000));
  const State then(before), now(w);
  const OfficialDocument earlier = initial_report(then.inputs());
  const auto changes = document_difference(earlier, initial_report(now.inputs()));
  std::vector<std::string> numbers;
  for (const SectionChange& change : changes) numbers.push_back(change.number);
  EXPECT_THAT(numbers, ::testing::ElementsAre("I.E", "III.C"));
  EXPECT_THAT(changes.back().after.en, ::testing::HasSubstr("2025"));
  EXPECT_TRUE(document_difference(earlier, earlier).empty());
}

TEST(RegularInformation, WithoutInitialReportUpdatesAreMissing) {
  const World w = host_and_buyer();
  const State state(w);
  const OfficialDocument report =
      regular_information(state.inputs(), {CalendarYear(2024), CalendarYear(2025)}, nullptr);
  EXPECT_THAT(missing_numbers(report), ::testing::ElementsAre("II"));
}

// A frozen report is not altered by what comes later (rulebook R-078).
TEST(UpdatedInitialReport, IsOneChapterAndSaysWhatChanged) {
  World w = host_and_buyer();
  const World before = w;
  w.must(RecordEntity{"ENT-2", EntityKind::private_entity, "Gas SA", party_id("SEN"), "SN-2"});
  w.must(AuthorizeEntity{party_id("SEN"), "ENT-2", kApproach, document("CONDITIONS")});
  const State state(before), later(w);
  const OfficialDocument first = updated_initial_report(state.inputs(), kApproach, nullptr);
  EXPECT_EQ(first.sections.size(), 1u);
  EXPECT_EQ(first.sections.front().number, "IV");
  EXPECT_EQ(first.sections.front().approach, "CA9999");
  EXPECT_EQ(updated_initial_report(state.inputs(), kApproach, nullptr), first);
  const OfficialDocument second = updated_initial_report(later.inputs(), kApproach, &first);
  ASSERT_EQ(second.sections.size(), 2u);
  EXPECT_NE(second.sections.back(), first.sections.front());
  EXPECT_NE(find_block<DataTable>(second.sections.front()), nullptr);
}

}  // namespace
}  // namespace openitmo::reporting
