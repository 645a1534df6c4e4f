#include "reporting/old_layout.h"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "files/aef/aef_json.h"
#include "files/aef/read_aef.h"
#include "files/xlsx/writer.h"
#include "reporting/aef_fixture.h"
#include "temporary_folder.h"

// Workbooks of the earlier layout, set out as its two templates are.
namespace openitmo::files {
namespace {

using reporting::AefLayout;
using reporting::AefProfile;
using reporting::AefSubmission;
using reporting::AefTable;
using reporting::CheckRule;
using reporting::Finding;
using reporting::OldField;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
namespace fixture = reporting::fixture;

using Row = std::map<OldField, std::string>;

// Columns A to Z of the template; R is before S, which stands alone.
constexpr std::uint32_t column_of(OldField field) { return static_cast<std::uint32_t>(field); }

void heads(XlsxSheet& sheet, std::uint32_t top, std::size_t fields) {
  sheet.text(top, 0, "Article 6 database record ID ");
  sheet.text(top, 1, "Cooperative approach");
  sheet.text(top, 2, "ITMO");
  sheet.text(top, 18, "First transfer definition");
  sheet.text(top + 1, 2, "Unique identifier");
  sheet.text(top + 1, 6, "Metric and quantity");
  sheet.text(top + 1, 14, "Authorization");
  for (std::size_t i = 2; i < fields; ++i)
    if (i != 18) {
      std::string label(reporting::label_of(static_cast<OldField>(i)));
      if (i == 8) label = "Quantity (t\u00a0CO2\u00a0eq)";
      if (i == 9) label = "Conversion factor\u00a0(reporting Party)";
      sheet.text(top + 2, static_cast<std::uint32_t>(i), label);
    }
}

void row(XlsxSheet& sheet, std::uint32_t number, const Row& cells) {
  for (const auto& [field, text] : cells) {
    const bool date = field == OldField::action_date || field == OldField::authorization_date;
    const bool figure = field == OldField::quantity_t_co2eq || field == OldField::vintage;
    if (date)
      sheet.date(number, column_of(field), *Date::parse(text));
    else if (figure)
      sheet.number(number, column_of(field), std::stod(text));
    else
      sheet.text(number, column_of(field), text);
  }
}

Row block(int first, int last) {
  return {{OldField::record_id, "17"},
          {OldField::approach, "Cooperative approach"},
          {OldField::first_id, "CA9999-SEN01-SEN-" + std::to_string(first) + "-2024"},
          {OldField::last_id, "CA9999-SEN01-SEN-" + std::to_string(last) + "-2024"},
          {OldField::metric, "GHG"},
          {OldField::quantity_t_co2eq, std::to_string(last - first + 1)},
          {OldField::first_transferring_party, "SEN"},
          {OldField::vintage, "2024"},
          {OldField::sectors, "Waste"},
          {OldField::activity_types, "Compost made of household waste"},
          {OldField::authorization_date, "2026-01-10"},
          {OldField::authorization, "SEN-A1"},
          {OldField::purpose, "NDC"}};
}

Row with(Row row, const Row& more) {
  for (const auto& [field, text] : more) row[field] = text;
  return row;
}

// The acts of the acquirer: an acquisition and a use.
std::vector<Row> acts() {
  return {with(block(1, 500), {{OldField::action_date, "2026-03-02"},
                               {OldField::action_type, "Aquisition"},
                               {OldField::transferring_party, "SEN"},
                               {OldField::acquiring_party, "CHE"}}),
          with(block(1, 100), {{OldField::action_date, "2026-10-01"},
                               {OldField::action_type, "Use towards NDCs"},
                               {OldField::transferring_party, "CHE"},
                               {OldField::user, "CHE"}})};
}

Source workbook(const std::vector<Row>& actions, const std::vector<Row>& holdings) {
  const auto path = temporary_folder() / "old_layout.xlsx";
  XlsxWriter writer(path, {.title = "",
                           .author = "",
                           .comments = "",
                           .created = *Instant::parse("2027-04-01T00:00:00Z")});
  XlsxSheet& acts = writer.add_sheet("Actions");
  acts.text(1, 0, "Table 1: Heading");
  acts.text(2, 0, "Party");
  acts.text(2, 1, "CHE");
  acts.text(3, 0, "Reported year");
  acts.number(3, 1, 2026);
  acts.text(4, 0, "The annual period from 1 January to 31 December during which actions occurred.");
  acts.text(6, 0, "Table 2: Actions");
  heads(acts, 7, reporting::kOldFieldCount);
  std::uint32_t number = 10;
  for (const Row& one : actions) row(acts, number++, one);
  XlsxSheet& held = writer.add_sheet("Holdings");
  held.text(2, 0, "Table3: Holdings");
  heads(held, 3, 19);
  number = 6;
  for (const Row& one : holdings) row(held, number++, one);
  writer.close();
  std::ifstream file(path, std::ios::binary);
  return {"old.xlsx", {std::istreambuf_iterator<char>(file), {}}};
}

AefFile good(const Source& source) {
  auto file = read_aef(source, {.profile = {}, .keep_cells = true});
  EXPECT_TRUE(file) << file.error().to_text(Language::en);
  return file ? std::move(*file) : AefFile{};
}

TEST(OldLayout, IsReadAsTheTablesInForce) {
  const AefFile file = good(workbook(acts(), {block(101, 500)}));
  EXPECT_EQ(file.layout, AefLayout::cma4);
  const AefSubmission& read = file.read.submission;
  EXPECT_TRUE(file.read.has_key);
  EXPECT_EQ(read.party, fixture::party("CHE"));
  EXPECT_EQ(read.reported_year, CalendarYear(2026));
  ASSERT_EQ(read.actions.size(), 2U);
  const auto expected = fixture::without_entries(fixture::acquirer());
  EXPECT_EQ(read.actions[0].type, ledger::ActionType::acquisition);
  EXPECT_EQ(read.actions[0].date, expected.actions[0].date);
  EXPECT_EQ(read.actions[0].block.range, expected.actions[0].block.range);
  EXPECT_EQ(read.actions[0].block.approach, fixture::approach());
  EXPECT_EQ(read.actions[0].transferring_party, fixture::party("SEN"));
  EXPECT_TRUE(read.actions[0].acquiring_party.empty());
  EXPECT_EQ(read.actions[1].type, ledger::ActionType::use);
  EXPECT_EQ(read.actions[1].purpose, "NDC");
  EXPECT_EQ(read.actions[1].using_party, fixture::party("CHE"));
  ASSERT_EQ(read.holdings.size(), 1U);
  EXPECT_EQ(read.holdings[0].block.range, expected.holdings[0].block.range);
  ASSERT_EQ(read.authorizations.size(), 1U);
  EXPECT_EQ(read.authorizations[0].authorization, "SEN-A1");
  EXPECT_EQ(read.authorizations[0].date, Date(2026, 1, 10));
  EXPECT_EQ(read.authorizations[0].sectors, std::vector<std::string>{"Waste"});
}

TEST(OldLayout, IsNotHeldToWhatItHasNoColumnsFor) {
  const AefFile file = good(workbook(acts(), {block(101, 500)}));
  for (const Finding& finding : check_read(file.read))
    ADD_FAILURE() << place_in(file, finding.at, Language::en) << ": "
                  << what(finding, Language::en);
  EXPECT_THAT(
      file.notices.to_text(Language::en),
      AllOf(HasSubstr("says nothing of: Table 1, Version; Date of submission"),
            HasSubstr("Calendar year for which the ITMOs are used"),
            HasSubstr("\"Article 6 database record ID\" has no field in the format of 4/CMA.6"),
            Not(HasSubstr("it has no Table 5")), Not(HasSubstr("there is no column"))));
}

TEST(OldLayout, WhatIsWrongNamesItsCellAndWhatIsRight) {
  auto actions = acts();
  actions[0][OldField::quantity_t_co2eq] = "499";
  actions[1][OldField::first_id] = "CA9999-1";
  auto held = block(101, 500);
  held[OldField::authorization] = "CHE-B1";
  held[OldField::purpose] = "NDCs";
  const AefFile file = good(workbook(actions, {held}));
  std::string said;
  for (const Finding& finding : check_read(file.read))
    said += place_in(file, finding.at, Language::en) + " " + what(finding, Language::en) + "; " +
            remedy(finding, Language::en) + "\n";
  EXPECT_THAT(said, AllOf(HasSubstr("Actions!I11 "), HasSubstr("Actions!C12 "),
                          HasSubstr("write CA0004-VUT01-VUT-1-2024"),
                          HasSubstr("Holdings!Q7 Purposes for authorization is \"NDCs\"")));
}

// First transfers, cancellations and authorizations, in the words of 2/CMA.3 annex para 20(a).
TEST(OldLayout, EveryActionIsTakenForWhatItWas) {
  const std::vector<Row> actions{
      with(block(1, 500), {{OldField::action_date, "2026-01-10"},
                           {OldField::action_type, "Authorization for use towards NDCs"},
                           {OldField::transferring_party, "CHE"}}),
      with(block(1, 50), {{OldField::action_date, "2026-02-01"},
                          {OldField::action_type, "First transfer"},
                          {OldField::transferring_party, "CHE"},
                          {OldField::acquiring_party, "SEN"}}),
      with(block(51, 60), {{OldField::action_date, "2026-02-02"},
                           {OldField::action_type, "First transfer"},
                           {OldField::transferring_party, "CHE"},
                           {OldField::first_transfer, "Issuance"}}),
      with(block(61, 70), {{OldField::action_date, "2026-02-03"},
                           {OldField::action_type, "Voluntary cancellation towards OMGE"},
                           {OldField::transferring_party, "CHE"},
                           {OldField::cancellation_purpose, "OMGE"}}),
      with(block(71, 80), {{OldField::action_date, "2026-02-04"},
                           {OldField::action_type, "Cancellation"},
                           {OldField::transferring_party, "CHE"},
                           {OldField::cancellation_purpose, "OP"},
                           {OldField::user, "CHE-999.888.777"}}),
      with(block(81, 90),
           {{OldField::action_date, "2026-02-05"}, {OldField::action_type, "Sale"}})};
  const AefFile file = good(workbook(actions, {}));
  const auto& read = file.read.submission.actions;
  ASSERT_EQ(read.size(), 4U);
  EXPECT_EQ(read[0].subtype, reporting::RowSubtype::first_international_transfer);
  EXPECT_EQ(read[0].acquiring_party, fixture::party("SEN"));
  EXPECT_EQ(read[1].subtype, reporting::RowSubtype::issuance);
  EXPECT_EQ(read[2].subtype, reporting::RowSubtype::voluntary_cancellation_omge);
  EXPECT_EQ(read[2].using_party, fixture::party("CHE"));
  EXPECT_EQ(read[3].purpose, "OP");
  EXPECT_EQ(read[3].using_entity, "CHE-999.888.777");
  EXPECT_EQ(file.read.submission.authorizations.size(), 1U);
  const auto unread =
      std::ranges::find(file.read.findings, CheckRule::row_not_read, &Finding::rule);
  ASSERT_NE(unread, file.read.findings.end());
  EXPECT_EQ(place_in(file, unread->at, Language::en), "Actions!U16");
}

// Written again in the format in force, in every carrier and profile, it says the same.
TEST(OldLayout, ConvertedItSaysTheSame) {
  const AefFile old = good(workbook(acts(), {block(101, 500)}));
  AefSubmission expected = old.read.submission;
  expected.layout = AefLayout::cma6;
  for (const std::string& text : {aef_csv(rows_of(*old.cells), AefProfile::xlsx_checker),
                                  aef_json(rows_of(*old.cells), AefProfile::xlsx_checker)}) {
    const AefFile again = good({"again", text});
    EXPECT_EQ(again.layout, AefLayout::cma6);
    EXPECT_EQ(again.read.submission, expected);
  }
  for (const AefProfile profile : {AefProfile::nomenclature_2026, AefProfile::cad_trust}) {
    auto cells = render(old.read.submission, profile);
    reporting::clear_not_carried(cells);
    EXPECT_EQ(good({"again", aef_csv(rows_of(cells), profile)}).read.submission, expected);
  }
}

TEST(OldLayout, ATextFileIsReadToo) {
  const std::string text =
      "Table 1: Heading\nParty,CHE\nReported year,2026\n\nTable3: Holdings\n"
      "Article 6 database record ID,Cooperative approach,First unique identifier,"
      "Last unique identifier,Metric,Quantity (t CO2 eq),First transferring participating Party,"
      "Vintage,Date of authorization,Authorization ID,Purposes for authorization,Colour,"
      "Using participating Party or authorized entity or entities\n"
      ",Cooperative approach,CA9999-SEN01-SEN-1-2024,CA9999-SEN01-SEN-5-2024,GHG,5,SEN,2024,"
      "10/01/2026,SEN-A1,NDC,red,CHE\n";
  const AefFile file = good({"old.csv", text});
  ASSERT_EQ(file.read.submission.holdings.size(), 1U);
  EXPECT_EQ(file.read.submission.holdings[0].block.quantity_t_co2eq, TonnesCo2eq(5));
  EXPECT_EQ(file.read.submission.authorizations.size(), 1U);
  EXPECT_THAT(file.notices.to_text(Language::en),
              AllOf(HasSubstr("column L \"Colour\" is no field of the format of 6/CMA.4"),
                    HasSubstr("column M \"Using participating Party"),
                    HasSubstr("there is no column \"Sector(s)\"")));
}

}  // namespace
}  // namespace openitmo::files
