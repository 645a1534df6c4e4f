#include "reporting/party_reports.h"

#include <algorithm>
#include <gmock/gmock.h>

#include "accounting/structured_summary.h"
#include "ledger_world/ledger_world.h"
#include "reporting/document_difference.h"

namespace openitmo::reporting {
namespace {

using openitmo::testing::document;
using openitmo::testing::party_id;
using openitmo::testing::World;

const CooperativeApproachId kApproach = *CooperativeApproachId::parse("CA9999");

// A statement for everything that the outlines ask for.
Statements complete_statements() {
  Statements statements;
  for (const auto outline : {initial_report_outline(), regular_information_outline()})
    for (const OutlineItem& item : outline)
      if (!item.statement.empty())
        statements.statements.push_back({.paragraph = std::string(item.statement),
                                         .approach = {},
                                         .text = ReportText::name(std::string("what is said of ") +
                                                                  std::string(item.statement)),
                                         .not_applicable = {},
                                         .confidential = {},
                                         .basis = Basis::fictitious,
                                         .source = {},
                                         .evidence = {}});
  ExpectedMitigation expected{.approach = kApproach, .yearly_t_co2eq = {}, .files = {"a.toml"}};
  for (int year = 2021; year <= 2040; ++year)
    expected.yearly_t_co2eq[CalendarYear(year)] = TonnesCo2eq(10);
  statements.expected.push_back(expected);
  return statements;
}

PartyStatement& statement(Statements& statements, std::string_view paragraph) {
  return *std::ranges::find(statements.statements, paragraph, &PartyStatement::paragraph);
}

// A host that first transferred 300 t of 500 to CHE, cancelled 50 t for overall mitigation, and has
// inventories.
World host_and_buyer() {
  World w({"SEN", "CHE"});
  RecordNdc ndc = World::ndc("SEN", 2021, 2030);
  ndc.target_level_kg_co2eq = KilogramsCo2eq(20'000'000);
  w.must(ndc);
  w.must(World::ndc("CHE", 2021, 2030));
  for (int year = 2021; year <= 2024; ++year) w.inventory("SEN", year, KilogramsCo2eq(30'000'000));
  w.must(RecordEntity{"ENT-1", EntityKind::private_entity, "Compost SA", party_id("SEN"), "SN-1"});
  w.must(AuthorizeEntity{party_id("SEN"), "ENT-1", kApproach, document("CONDITIONS")});
  w.at(Date(2025, 6, 1));
  const auto units = w.issue({.host = "SEN", .vintage = 2024, .quantity_t_co2eq = 500});
  w.must(w.first_transfer(units, 300, "CHE"));
  w.must(w.cancel("SEN", 2024, 50, ledger::CancellationKind::omge_voluntary));
  return w;
}

struct State {
  explicit State(const World& w, std::string_view code = "SEN",
                 Statements said = complete_statements())
      : ledger(w.ledger()),
        accounts(accounting::account(ledger, party_id(code))),
        statements(std::move(said)) {
    for (const ledger::Entry& entry : w.entries()) entries.note(entry);
  }
  ReportInputs inputs(ReportLanguage language = ReportLanguage::en) const {
    return {.ledger = ledger,
            .accounts = accounts,
            .statements = statements,
            .entries = entries,
            .date = Date(2026, 11, 23),
            .language = language};
  }
  const ledger::Ledger& ledger;
  accounting::PartyAccounts accounts;
  Statements statements;
  EntryIndex entries;
};

const DocumentSection& section(const OfficialDocument& of, std::string_view number) {
  for (const DocumentSection* one : all_sections(of))
    if (one->number == number) return *one;
  throw std::out_of_range(std::string(number));
}

template <class Kind>
const Kind* find_block(const DocumentSection& section) {
  for (const Block& block : section.blocks)
    if (const auto* found = std::get_if<Kind>(&block)) return found;
  return nullptr;
}

std::vector<std::string> missing_numbers(const OfficialDocument& of) {
  std::vector<std::string> numbers;
  for (const MissingItem& item : missing_items(of)) numbers.push_back(item.number);
  return numbers;
}

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

// An object that is there and says nothing is no answer (rulebook R-077).
TEST(InitialReport, BlankTextIsMissing) {
  const World w = host_and_buyer();
  Statements said = complete_statements();
  statement(said, "18(h)(i)").text = ReportText::name(" \n\t ");
  const State state(w, "SEN", said);
  EXPECT_THAT(missing_numbers(initial_report(state.inputs())), ::testing::ElementsAre("IV.G.1"));
}

TEST(InitialReport, StatementMustStandInTheLanguageOfTheReport) {
  const World w = host_and_buyer();
  Statements said = complete_statements();
  statement(said, "18(i)(i)").text = ReportText::of("said", "dit", "");
  const State state(w, "SEN", said);
  EXPECT_THAT(missing_numbers(initial_report(state.inputs(ReportLanguage::fr))),
              ::testing::IsEmpty());
  EXPECT_THAT(missing_numbers(initial_report(state.inputs(ReportLanguage::es))),
              ::testing::ElementsAre("IV.H.1"));
}

TEST(InitialReport, NotApplicableStandsWithItsReason) {
  const World w = host_and_buyer();
  Statements said = complete_statements();
  statement(said, "18(i)(v)").text = {};
  statement(said, "18(i)(v)").not_applicable = ReportText::name("no share is agreed");
  const State state(w, "SEN", said);
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

TEST(InitialReport, YearWithoutExpectedFigureIsMissing) {
  const World w = host_and_buyer();
  Statements said = complete_statements();
  said.expected.front().yearly_t_co2eq.erase(CalendarYear(2033));
  const State state(w, "SEN", said);
  const auto missing = missing_items(initial_report(state.inputs()));
  ASSERT_EQ(missing.size(), 1u);
  EXPECT_EQ(missing.front().part.what.en, "the mitigation expected in 2033");
}

TEST(InitialReport, ChapterOnTheNdcGivesWayToABiennialReport) {
  const World w = host_and_buyer();
  Statements said = complete_statements();
  std::erase_if(said.statements,
                [](const PartyStatement& one) { return one.paragraph.starts_with("64("); });
  said.statements.push_back({.paragraph = "18(b)",
                             .approach = {},
                             .text = {},
                             .not_applicable = ReportText::name("see the first BTR"),
                             .confidential = {},
                             .basis = Basis::published,
                             .source = {},
                             .evidence = {}});
  const State state(w, "SEN", said);
  EXPECT_THAT(missing_numbers(initial_report(state.inputs())), ::testing::IsEmpty());
}

TEST(InitialReport, ConfidentialPartShowsItsBasisAndNotItsText) {
  const World w = host_and_buyer();
  Statements said = complete_statements();
  statement(said, "22(a)").confidential = ReportText::name("trade secret");
  State state(w, "SEN", said);
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
    EXPECT_EQ(cell(report, "IV", "23(c)", 2 + i),
              tonnes_text(summary.years[i].r23c.quantity_t_co2eq).en);
    EXPECT_EQ(cell(report, "IV", "23(h)", 2 + i), whole_text(summary.years[i].r23h_t_co2eq).en);
  }
  EXPECT_EQ(cell(report, "IV", "23(c)", 6), "350");  // 300 t to CHE, 50 t cancelled: 2025
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
  const World w = host_and_buyer();
  const State state(w);
  const OfficialDocument first = updated_initial_report(state.inputs(), kApproach, nullptr);
  EXPECT_EQ(first.sections.size(), 1u);
  EXPECT_EQ(first.sections.front().number, "IV");
  EXPECT_EQ(first.sections.front().approach, "CA9999");
  const OfficialDocument second = updated_initial_report(state.inputs(), kApproach, &first);
  EXPECT_EQ(second.sections.size(), 2u);
  EXPECT_EQ(second.sections.back(), first.sections.front());
}

}  // namespace
}  // namespace openitmo::reporting
