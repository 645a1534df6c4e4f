#include "reporting/submission_check.h"

#include <functional>
#include <gmock/gmock.h>
#include <map>
#include <set>

#include "reporting/aef_fixture.h"

namespace openitmo::reporting {
namespace {

using fixture::block;
using fixture::party;

std::vector<std::string> codes(const std::vector<Finding>& findings) {
  std::vector<std::string> found;
  for (const Finding& finding : findings) found.emplace_back(text_of(finding.rule).code);
  return found;
}

void expect_words(const Finding& finding) {
  for (const Language language : {Language::en, Language::fr}) {
    EXPECT_THAT(what(finding, language), testing::Not(testing::HasSubstr("{0}")));
    EXPECT_FALSE(remedy(finding, language).empty());
    EXPECT_FALSE(place_text(finding.at, language).empty());
  }
}

TEST(SubmissionCheck, GoodSubmissionsHaveNoFinding) {
  for (const AefProfile profile : {AefProfile::xlsx_checker, AefProfile::nomenclature_2026})
    for (const AefSubmission& submission :
         {fixture::host(), fixture::acquirer(), fixture::nil_report("SEN", 2025)})
      EXPECT_THAT(codes(check_submission(submission, profile)), testing::IsEmpty())
          << name_of(profile) << " " << file_stem(submission);
}

// How to break each rule about rows, and in which submission.
struct Break {
  bool in_host;
  std::function<void(AefSubmission&)> change;
};
using enum CheckRule;
const std::map<CheckRule, Break> kRowBreaks{
    {column_does_not_apply,
     {true, [](AefSubmission& s) { s.actions[0].transferring_party = party("CHE"); }}},
    {column_missing, {true, [](AefSubmission& s) { s.actions[0].acquiring_party = {}; }}},
    {authorization_not_in_table_2,
     {true, [](AefSubmission& s) { s.actions[0].block.authorization = "SEN-A9"; }}},
    {entity_not_in_table_5, {false, [](AefSubmission& s) { s.actions[1].using_entity = "XX-1"; }}},
    {block_not_valid,
     {true,
      [](AefSubmission& s) {
        s.actions[0].block.range = ledger::make_range(fixture::series(), 500, 1);
      }}},
    {holdings_overlap,
     {false, [](AefSubmission& s) { s.holdings.push_back({block(500, 510, "CHE-B1", "CHE01")}); }}},
    {consumed_units_held,
     {false, [](AefSubmission& s) { s.holdings[0].block = block(100, 500, "CHE-B1", "CHE01"); }}},
    {action_and_holding_differ,
     {false,
      [](AefSubmission& s) { s.holdings[0].block.mitigation_type = MitigationType::removals; }}},
    {subtype_not_allowed,
     {false,
      [](AefSubmission& s) {
        s.actions[0].type = ledger::ActionType::transfer;
        s.actions[0].subtype = RowSubtype::issuance;
      }}},
    {quantity_differs_from_block,
     {true, [](AefSubmission& s) { s.actions[0].block.quantity_t_co2eq = TonnesCo2eq(501); }}},
    {column_differs_from_identifier,
     {true, [](AefSubmission& s) { s.actions[0].block.vintage = Vintage(2025); }}},
    {vintage_before_2021,
     {true,
      [](AefSubmission& s) {
        ledger::ItmoSeries early = fixture::series();
        early.vintage = Vintage(2020);
        s.actions[0].block.range = ledger::make_range(early, 1, 500);
        s.actions[0].block.vintage = Vintage(2020);
      }}},
    {use_outside_period_of_vintage,
     {false, [](AefSubmission& s) { s.ndc_first_year = CalendarYear(2025); }}},
    {ndc_period_not_valid, {true, [](AefSubmission& s) { s.ndc_last_year = CalendarYear(2025); }}},
    {authorized_quantity_exceeded,
     {true, [](AefSubmission& s) { s.authorizations[0].quantity_t_co2eq = TonnesCo2eq(499); }}},
    {outside_authorized_timeframe,
     {true,
      [](AefSubmission& s) { s.authorizations[0].timeframe->occurred->first = Vintage(2025); }}},
    {first_transfer_before_authorization,
     {true, [](AefSubmission& s) { s.authorizations[0].date = Date(2026, 3, 2); }}},
    {authorization_repeated,
     {true, [](AefSubmission& s) { s.authorizations.push_back(s.authorizations[0]); }}},
    {submission_late, {true, [](AefSubmission& s) { s.submission_date = Date(2027, 4, 16); }}},
    {submission_before_year_end,
     {true, [](AefSubmission& s) { s.submission_date = Date(2026, 12, 31); }}},
};

TEST(SubmissionCheck, EachRowRuleHasACaseThatBreaksIt) {
  for (const CheckRuleText& rule : check_rules()) {
    if (rule.scope != CheckScope::submission) continue;
    const auto found = kRowBreaks.find(rule.rule);
    ASSERT_NE(found, kRowBreaks.end()) << rule.code;
    AefSubmission submission = found->second.in_host ? fixture::host() : fixture::acquirer();
    found->second.change(submission);
    const auto findings = check_rows(submission);
    EXPECT_THAT(codes(findings), testing::Contains(rule.code));
    for (const Finding& finding : findings) expect_words(finding);
  }
}

TEST(SubmissionCheck, ARevisedSubmissionIsNeverLate) {
  AefSubmission revised = fixture::host();
  revised.submission_date = Date(2027, 6, 12);
  EXPECT_THAT(codes(check_rows(revised)), testing::ElementsAre("S19"));
  revised.version = {1, 1};
  EXPECT_THAT(codes(check_rows(revised)), testing::IsEmpty());
}

TEST(SubmissionCheck, TheCapIsThatOfTheVersionInForce) {
  AefSubmission sen = fixture::host();
  AuthorizationRow lower = sen.authorizations[0];
  lower.version = 2;
  lower.date = Date(2026, 6, 1);
  lower.quantity_t_co2eq = TonnesCo2eq(100);
  sen.authorizations.push_back(lower);
  EXPECT_THAT(codes(check_rows(sen)), testing::IsEmpty());
  sen.authorizations.back().date = Date(2026, 2, 1);
  EXPECT_THAT(codes(check_rows(sen)), testing::ElementsAre("S15"));
}

// The conditional columns by action type: 4/CMA.6 annex II, Table 3 notes s to x.
TEST(SubmissionCheck, ConditionalColumnsByActionType) {
  AefSubmission che = fixture::acquirer();
  che.actions[0].acquiring_party = party("CHE");
  che.actions[0].purpose = "NDC";
  che.actions[0].use_year = CalendarYear(2026);
  che.actions[1].use_year = std::nullopt;
  che.actions[1].purpose = "NDC";
  const auto findings = check_rows(che);
  EXPECT_THAT(codes(findings), testing::ElementsAre("S01", "S01", "S01", "S02"));
  EXPECT_EQ(what(findings[0], Language::en),
            "Acquiring participating Party ID is \"CHE\", but it does not apply to Acquisition");
  EXPECT_EQ(place_text(findings[0].at, Language::en),
            "Table 3, row 1, Acquiring participating Party ID");
  EXPECT_EQ(place_text(findings[0].at, Language::fr),
            "tableau 3, ligne 1, Acquiring participating Party ID");
}

TEST(SubmissionCheck, NonGhgRowsNeedTheirMetricAndQuantity) {
  AefSubmission sen = fixture::host();
  sen.actions[0].block.metric = Metric::non_ghg;
  EXPECT_THAT(codes(check_rows(sen)), testing::ElementsAre("S02", "S02"));
  sen.actions[0].block.non_ghg_metric = "megawatt hours";
  sen.actions[0].block.quantity_non_ghg = 700;
  EXPECT_THAT(codes(check_rows(sen)), testing::IsEmpty());
}

// Cells: a change to one cell of a good workbook, and the code that answers it.
struct CellCase {
  AefTable table;
  int field;
  AefCell cell;
  std::string code;  // empty: nothing is wrong
};

TEST(CellCheck, EachChangeIsAnswered) {
  const auto text = [](std::string_view t) { return AefCell::of(t); };
  const CellCase cases[] = {
      {AefTable::submission, 1, AefCell{}, "F01"},
      {AefTable::submission, 1, text("Switzerland"), ""},
      {AefTable::submission, 1, text("Côte d'Ivoire"), "F04"},
      {AefTable::submission, 1, text("SNE"), "F11"},
      {AefTable::submission, 1, text("XAA"), ""},
      {AefTable::authorizations, 12, text("CEH, SEN"), "F11"},
      {AefTable::entities, 3, text("HKG"), ""},
      {AefTable::submission, 2, AefCell::of(1), "F03"},
      {AefTable::submission, 2, text("0.1"), "F04"},
      {AefTable::submission, 2, text("1.10"), ""},
      {AefTable::submission, 4, text("01/04/2027"), "F02"},
      {AefTable::submission, 5, text("Review pending"), "F06"},
      {AefTable::submission, 9, AefCell{}, "F06"},
      {AefTable::authorizations, 1, text("SEN/A.1"), ""},
      {AefTable::authorizations, 1, text("SEN_A1"), "F04"},
      {AefTable::authorizations, 5, AefCell{}, "F08"},
      {AefTable::authorizations, 5, text("1,000"), "F04"},
      {AefTable::authorizations, 6, text("Non-GHG"), "F05"},
      {AefTable::authorizations, 9, text("Waste"), "F05"},
      {AefTable::authorizations, 9, text("Cross-sectoral mechanisms"), "F07"},
      {AefTable::authorizations, 9, text("Agriculture, Waste management"), "F07"},
      {AefTable::authorizations, 10, text("Coal bed/mine methane"), "F07"},
      {AefTable::authorizations, 12, text("CHE, SEN"), ""},
      {AefTable::authorizations, 12, text("CHE; SEN"), "F04"},
      {AefTable::authorizations, 15, text("2021 - 2030"), "F04"},
      {AefTable::authorizations, 15, text("Use: from 01/2024 to 31/12/2030"), ""},
      {AefTable::authorizations, 17, text("https://example.org"), "F06"},
      {AefTable::authorizations, 18, text("Authorisation"), "F05"},
      {AefTable::actions, 2, text("Aquisition"), "F05"},
      {AefTable::actions, 2, text("Voluntary Cancellation"), "F05"},
      {AefTable::actions, 3, text("First transfer to another Party"), "F05"},
      {AefTable::actions, 8, AefCell::of(1), "F03"},
      {AefTable::actions, 8, text("CA0004-VU-CH-356-1-3000-2023"), "F04"},
      {AefTable::actions, 8, text("CA9999-SEN01-SEN-1,000-2024"), ""},
      {AefTable::actions, 11, AefCell::of(1001), "F03"},
      {AefTable::actions, 16, text("500.00"), "F04"},
      {AefTable::actions, 26, text("Checked"), "F06"},
      {AefTable::holdings, 2, text("SEN/A1"), "F04"},
      {AefTable::holdings, 16, text("24"), "F04"},
      {AefTable::entities, 4, AefCell{}, "F01"},
      {AefTable::entities, 5, text("CA04"), "F04"},
  };
  std::set<std::string> seen;
  for (const CellCase& one : cases) {
    AefCells cells = render(fixture::host(), AefProfile::xlsx_checker);
    cells.of(one.table)[0][static_cast<std::size_t>(one.field) - 1] = one.cell;
    const auto findings = check_cells(rows_of(cells), AefProfile::xlsx_checker);
    const auto expected =
        one.code.empty() ? std::vector<std::string>{} : std::vector<std::string>{one.code};
    EXPECT_EQ(codes(findings), expected)
        << static_cast<int>(one.table) + 1 << "." << one.field << " " << one.cell.shown();
    for (const Finding& finding : findings) expect_words(finding);
    seen.insert(one.code);
  }
  for (const CheckRuleText& rule : check_rules())
    if (rule.scope == CheckScope::cell) {
      EXPECT_TRUE(seen.contains(std::string(rule.code))) << rule.code;
    }
}

TEST(CellCheck, AShortRowLacksItsFields) {
  AefCells cells = render(fixture::host(), AefProfile::xlsx_checker);
  cells.of(AefTable::entities)[0].resize(2);
  EXPECT_THAT(codes(check_cells(rows_of(cells), AefProfile::xlsx_checker)),
              testing::ElementsAre("F01", "F01", "F01"));
}

}  // namespace
}  // namespace openitmo::reporting
