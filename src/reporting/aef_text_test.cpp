#include "reporting/aef_text.h"

#include <gmock/gmock.h>

#include "reporting/aef_fixture.h"

namespace openitmo::reporting {
namespace {

std::string shown(const AefCells& cells, AefTable table, std::size_t row, int field) {
  return cells.of(table)[row][static_cast<std::size_t>(field) - 1].shown();
}

TEST(AefFields, CountsSpacersAndColumnsOfTheFormat) {
  EXPECT_EQ(aef_fields(AefTable::submission).size(), 9U);
  EXPECT_EQ(aef_fields(AefTable::authorizations).size(), 19U);
  EXPECT_EQ(aef_fields(AefTable::actions).size(), 27U);
  EXPECT_EQ(aef_fields(AefTable::holdings).size(), 16U);
  EXPECT_EQ(aef_fields(AefTable::entities).size(), 8U);
  const auto spacers = [](AefTable table) {
    std::size_t count = 0;
    for (const AefField& field : aef_fields(table)) count += field.spacer_after ? 1U : 0U;
    return count;
  };
  EXPECT_EQ(spacers(AefTable::authorizations), 1U);
  EXPECT_EQ(spacers(AefTable::actions), 6U);
  EXPECT_EQ(spacers(AefTable::holdings), 3U);
  EXPECT_EQ(spacers(AefTable::entities), 0U);
  EXPECT_EQ(aef_column(AefTable::actions, 27), 33U);
  for (std::size_t i = 0; i < kAefTableCount; ++i) {
    int number = 0;
    for (const AefField& field : aef_fields(static_cast<AefTable>(i)))
      EXPECT_EQ(field.number, ++number);
  }
  EXPECT_EQ(aef_field(AefTable::actions, 16).label, "Quantity (t\u00a0CO2\u00a0eq)");
  EXPECT_EQ(plain_label(aef_field(AefTable::actions, 16)), "Quantity (t CO2 eq)");
  EXPECT_EQ(aef_field(AefTable::authorizations, 13).machine_key,
            "aefT2AuthorizationsAuthoziedEntityId");
}

TEST(ControlledValues, SpelledByProfile) {
  using enum AefProfile;
  EXPECT_EQ(spelled(RowSubtype::first_international_transfer, xlsx_checker),
            "First international transfer");
  EXPECT_EQ(spelled(RowSubtype::first_international_transfer, nomenclature_2026),
            "First transfer to another Party");
  EXPECT_EQ(spelled(ledger::FirstTransferDefinition::authorization, xlsx_checker), "Authorization");
  EXPECT_EQ(spelled(ledger::FirstTransferDefinition::authorization, nomenclature_2026),
            "Authorisation");
  EXPECT_EQ(spelled(RowSubtype::none, xlsx_checker), "NA");
  EXPECT_EQ(values_of(ValueList::activity_type, xlsx_checker).size(), 27U);
  EXPECT_TRUE(is_listed(ValueList::activity_type, xlsx_checker, "C02 usage"));
  EXPECT_FALSE(is_listed(ValueList::activity_type, xlsx_checker, "CO2 usage"));
  EXPECT_FALSE(is_listed(ValueList::sector, xlsx_checker, "Other"));
  for (const ValueListInfo& list : value_lists()) EXPECT_FALSE(list.source.empty());
  for (int subtype = 1; subtype <= static_cast<int>(RowSubtype::not_yet_defined); ++subtype)
    EXPECT_NE(spelled(static_cast<RowSubtype>(subtype), xlsx_checker), "");
}

TEST(AefText, WorkbookProfile) {
  const AefCells cells = render(fixture::acquirer(), AefProfile::xlsx_checker);
  EXPECT_EQ(cells.of(AefTable::submission)[0][1].kind, AefCell::Kind::text);
  EXPECT_EQ(cells.of(AefTable::actions)[0][0], AefCell::of(Date(2026, 3, 2)));
  EXPECT_EQ(shown(cells, AefTable::actions, 1, 8), "CA9999-SEN01-SEN-1-2024");
  EXPECT_EQ(cells.of(AefTable::actions)[1][15], AefCell::of(100));
  EXPECT_EQ(shown(cells, AefTable::actions, 0, 20), "SEN");
  EXPECT_EQ(shown(cells, AefTable::actions, 0, 21), "NA");
  EXPECT_EQ(shown(cells, AefTable::actions, 1, 23), "CHE");
  EXPECT_EQ(shown(cells, AefTable::actions, 1, 25), "2026");
  EXPECT_EQ(shown(cells, AefTable::authorizations, 0, 15),
            "Occurred: from 2024 to 2030. Use: from 2024 to 2030");
}

TEST(AefText, NomenclatureProfile) {
  const AefCells cells = render(fixture::acquirer(), AefProfile::nomenclature_2026);
  EXPECT_EQ(shown(cells, AefTable::actions, 0, 1), "2026-03-02T00:00:00.000Z");
  EXPECT_EQ(cells.of(AefTable::actions)[0][8], AefCell::of(500));
  EXPECT_EQ(shown(cells, AefTable::submission, 0, 4), "01/04/2027");
  EXPECT_EQ(shown(cells, AefTable::submission, 0, 5), "");
  EXPECT_EQ(shown(cells, AefTable::authorizations, 0, 15), "2024 - 2030");
}

TEST(AefText, CadTrustProfileIsAllText) {
  const AefCells cells = render(fixture::host(), AefProfile::cad_trust);
  for (const auto& table : cells.tables)
    for (const AefCellRow& row : table)
      for (const AefCell& cell : row)
        EXPECT_TRUE(cell.kind == AefCell::Kind::text || cell.kind == AefCell::Kind::empty);
}

// The known checker compares the purpose of a use with that of its authorization (STC02).
TEST(AefText, PurposeOfAUseUnderAMixedAuthorization) {
  AefSubmission che = fixture::acquirer();
  che.authorizations[0].purpose = ledger::Purpose::ndc_and_oimp;
  EXPECT_EQ(shown(render(che, AefProfile::xlsx_checker), AefTable::actions, 1, 22), "NDC and OIMP");
  EXPECT_EQ(shown(render(che, AefProfile::nomenclature_2026), AefTable::actions, 1, 22), "NDC");
}

TEST(AefText, CsvStacksTheFiveTables) {
  AefSubmission sen = fixture::host();
  sen.entities[0].name = "Compost \"du Fleuve\", SA";
  const std::string csv = aef_csv(sen, AefProfile::xlsx_checker);
  EXPECT_THAT(csv, testing::StartsWith("\"" + std::string(kDemonstrationLine) + "\"\r\n"));
  for (std::size_t i = 0; i < kAefTableCount; ++i)
    EXPECT_THAT(
        csv, testing::HasSubstr("\r\n" + std::string(aef_table(static_cast<AefTable>(i)).heading) +
                                "\r\n\r\n"));
  EXPECT_THAT(csv, testing::HasSubstr(
                       "10/01/2026,\"Compost \"\"du Fleuve\"\", SA\",SEN,SN-0042,CA9999,,,\r\n"));
  sen.demonstration = false;
  EXPECT_THAT(aef_csv(sen, AefProfile::xlsx_checker), testing::StartsWith("Table 1: Submission"));
}

TEST(AefText, CsvOfANilReport) {
  AefSubmission nil = fixture::nil_report("SEN", 2025);
  nil.demonstration = false;
  EXPECT_THAT(
      aef_csv(nil, AefProfile::cad_trust),
      testing::StartsWith("Table 1: Submission\r\n\r\naefT1SubmissionParty,aefT1SubmissionVe"));
}

TEST(AefText, VersionsCompareAsIntegersAndNameTheFile) {
  EXPECT_LT((SubmissionVersion{1, 9}), (SubmissionVersion{1, 10}));
  AefSubmission sen = fixture::host();
  EXPECT_EQ(file_stem(sen), "SEN_2026_1.0");
  EXPECT_EQ(submission_deadline(CalendarYear(2026)), Date(2027, 4, 15));
}

}  // namespace
}  // namespace openitmo::reporting
