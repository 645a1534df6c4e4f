#include "files/aef/read_aef.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "files/aef/aef_json.h"
#include "files/aef/workbook.h"
#include "files/xlsx/writer.h"
#include "reporting/aef_fixture.h"
#include "temporary_folder.h"

namespace openitmo::files {
namespace {

using reporting::AefPlace;
using reporting::AefProfile;
using reporting::AefSubmission;
using reporting::AefTable;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
namespace fixture = reporting::fixture;

Instant created() { return *Instant::parse("2027-04-01T00:00:00Z"); }

Source source_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {path.filename().string(), {std::istreambuf_iterator<char>(file), {}}};
}

AefFile good(const Source& source, const ReadAefOptions& options = {}) {
  auto file = read_aef(source, options);
  EXPECT_TRUE(file) << file.error().to_text(Language::en);
  return file ? std::move(*file) : AefFile{};
}

Source workbook(const AefSubmission& submission) {
  const auto path = temporary_folder() / "read_aef_test.xlsx";
  write_aef_workbook(submission, AefProfile::xlsx_checker, path, created());
  return source_of(path);
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

TEST(ReadAef, OurWorkbookIsReadBackWhole) {
  for (const auto& submission :
       {fixture::host(), fixture::acquirer(), fixture::nil_report("SEN", 2025)}) {
    const AefFile file = good(workbook(submission), {.profile = {}, .keep_cells = true});
    EXPECT_EQ(file.profile, AefProfile::xlsx_checker);
    EXPECT_EQ(file.read.submission, fixture::without_entries(submission));
    EXPECT_TRUE(file.notices.empty()) << file.notices.to_text(Language::en);
    EXPECT_THAT(check_read(file.read), IsEmpty());
    EXPECT_EQ(file.cells->tables, render(submission, file.profile).tables);
    EXPECT_TRUE(file.cells->demonstration);
  }
}

TEST(ReadAef, TextAndJsonOfEveryProfileAreReadBack) {
  for (const AefProfile profile :
       {AefProfile::xlsx_checker, AefProfile::nomenclature_2026, AefProfile::cad_trust}) {
    for (AefSubmission submission : {fixture::host(), fixture::acquirer()}) {
      submission = fixture::without_entries(submission);
      if (profile != AefProfile::xlsx_checker)
        for (auto& row : submission.authorizations) row.timeframe->use = std::nullopt;
      const Source csv{"a.csv", aef_csv(submission, profile)};
      const Source json{"a.json", aef_json(render_rows(submission, profile), profile)};
      for (const Source& source : {csv, json}) {
        const AefFile file = good(source);
        EXPECT_EQ(file.profile, profile) << source.path;
        EXPECT_EQ(file.read.submission, submission) << source.path << " " << name_of(profile);
        EXPECT_TRUE(file.notices.empty()) << file.notices.to_text(Language::en);
      }
    }
  }
}

TEST(ReadAef, PlacesAreThoseOfTheFile) {
  const AefFile book = good(workbook(fixture::host()));
  EXPECT_EQ(place_in(book, {0, AefTable::actions, 1, 8}, Language::en), "Table 3 Actions!I10");
  EXPECT_EQ(place_in(book, {0, AefTable::submission, 0, 4}, Language::en), "Table 1 Submission!C7");
  const AefFile csv = good({"a.csv", aef_csv(fixture::host(), AefProfile::xlsx_checker)});
  EXPECT_EQ(place_in(csv, {0, AefTable::actions, 0, 8}, Language::fr),
            "tableau 3, ligne 17, First ID");
}

// Column order, case, no-break spaces and British spelling do not matter; semicolons neither.
TEST(ReadAef, ColumnsAreFoundByTheirNames) {
  const Source source{"a.csv",
                      "T5 Authorised Entities\n\n"
                      "identification NUMBER;Country of incorporation;Name;Cooperative approach ID;"
                      "Date of the authorisation;Remark\n"
                      "SN-0042;SEN;Compost du Fleuve SA;CA9999;10/01/2026;ours\n"};
  const AefFile file = good(source);
  ASSERT_EQ(file.read.submission.entities.size(), 1U);
  EXPECT_EQ(file.read.submission.entities[0],
            fixture::without_entries(fixture::host()).entities[0]);
  EXPECT_THAT(file.notices.to_text(Language::en),
              AllOf(HasSubstr("a.csv:3: column F \"Remark\" is no field of Table 5"),
                    HasSubstr("Table 5 has no column \"Conditions\""),
                    HasSubstr("it has no Table 3: Actions")));
}

TEST(ReadAef, ANameThatContradictsTheTableIsTold) {
  const auto told = [](const std::string& name) {
    return good({name, aef_csv(fixture::host(), AefProfile::xlsx_checker)})
        .notices.to_text(Language::en);
  };
  const std::string right = file_stem(fixture::host());
  EXPECT_THAT(told("in/SEN_2031_9.9.csv"),
              HasSubstr("its name says SEN_2031_9.9, Table 1 says " + right));
  for (const std::string& name : {right + ".csv", std::string("sent.csv"), right + "b.csv"})
    EXPECT_THAT(told(name), IsEmpty()) << name;
}

TEST(ReadAef, WordsOfTheTemplateAndBlankRowsAreToldAndPassedOver) {
  const auto path = temporary_folder() / "template.xlsx";
  XlsxWriter writer(path, {.title = "", .author = "", .comments = "", .created = created()});
  XlsxSheet& sheet = writer.add_sheet("Table 2 Authorizations");
  std::uint32_t column = 0;
  for (const auto& field : reporting::aef_fields(AefTable::authorizations)) {
    sheet.text(6, column, field.label, {});
    if (field.number == 6) sheet.text(7, column, "non-GHG", {});
    if (field.number == 11) sheet.text(7, column, "NDC and OIMP", {});
    ++column;
  }
  writer.close();
  const AefFile file = good(source_of(path));
  EXPECT_THAT(file.read.submission.authorizations, IsEmpty());
  EXPECT_THAT(file.read.findings, IsEmpty());
  EXPECT_THAT(file.notices.to_text(Language::en),
              HasSubstr("template.xlsx:8: Table 2 Authorizations: the row holds words of the"));
}

TEST(ReadAef, ARowThatCannotBeReadNamesItsCell) {
  const std::string text = aef_csv(fixture::host(), AefProfile::xlsx_checker);
  const AefFile file = good({"a.csv", replaced(text, "CA9999-SEN01-SEN-501-2024", "CA9999-501")});
  ASSERT_EQ(file.read.submission.actions.size(), 1U);
  const auto findings = check_read(file.read);
  const auto found =
      std::ranges::find(findings, reporting::CheckRule::row_not_read, &reporting::Finding::rule);
  ASSERT_NE(found, findings.end());
  EXPECT_EQ(place_in(file, found->at, Language::en), "Table 3, line 18, First ID");
  EXPECT_EQ(remedy(*found, Language::en), "write CA0004-VUT01-VUT-1-2024");
}

TEST(ReadAef, WhatIsNoSubmissionIsRefused) {
  const auto problems = [](std::string bytes) {
    const auto file = read_aef({"x", std::move(bytes)});
    return file ? std::string() : file.error().to_text(Language::en);
  };
  EXPECT_THAT(problems(""), HasSubstr("no table of the agreed electronic format"));
  EXPECT_THAT(problems("a,b,c\n1,2,3\n"), HasSubstr("no table of the agreed electronic format"));
  EXPECT_THAT(problems("{\"aef-t3-actions\": [{\n\"aefT3ActionsDate\": }]}"),
              HasSubstr("x:2: it is no JSON"));
  EXPECT_THAT(problems("{\"aef-t3-actions\": [1]}"),
              HasSubstr("/aef-t3-actions/1: this is no row"));
  EXPECT_THAT(problems("{\"aef-t3-actions\": [{\"aefT3Actionsdte\": \"1\"}]}"),
              HasSubstr("the format has no such field"));
  EXPECT_THAT(problems("PK\x03\x04garbage"), testing::Not(IsEmpty()));
  EXPECT_THAT(problems("Party,Version,Reported year\n\"SEN,1.0,2024\n"), HasSubstr("x:2: "));
}

}  // namespace
}  // namespace openitmo::files
