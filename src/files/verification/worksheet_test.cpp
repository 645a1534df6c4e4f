#include "files/verification/worksheet.h"

#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "files/html/bench_html.h"
#include "temporary_folder.h"

namespace openitmo::files {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

Worksheet worksheet() {
  const std::string hash(64, 'b');
  Worksheet worksheet{.head = {.component = "site",
                               .report = "MR-1",
                               .data_sha256 = std::string(64, 'a'),
                               .material = mrv::Material::waste_in,
                               .seed = 18'446'744'073'709'551'615U,
                               .size = 2},
                      .programme = "programme",
                      .period = {Date(2026, 1, 1), Date(2026, 12, 31)},
                      .population = 36,
                      .basis = Words("as asked for", "comme demandé"),
                      .demonstration = true,
                      .lines = {}};
  worksheet.lines.push_back({.ticket = mrv::TicketId("T1"),
                             .file = "tickets.csv",
                             .row = 2,
                             .time = Instant(Date(2026, 1, 3).days()),
                             .gross_kg = 12'000,
                             .tare_kg = 9000,
                             .scan = {.path = "scans/T1.svg",
                                      .sha256 = hash,
                                      .bytes = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"}});
  worksheet.lines.push_back({.ticket = mrv::TicketId("T,9"),
                             .file = "tickets.csv",
                             .row = 14,
                             .time = Instant(Date(2026, 3, 3).days()),
                             .gross_kg = 10'000,
                             .tare_kg = 9000,
                             .scan = {.path = "scans/T,9.svg", .sha256 = {}, .bytes = {}}});
  return worksheet;
}

// The text with the empty cells at the end of its two lines filled in.
std::string filled(std::string text, const std::string& first, const std::string& second) {
  for (const auto& [hash, cells] :
       {std::pair(std::string(64, 'b'), first), std::pair(std::string(",missing"), second),
        std::pair(std::string(";manquant"), second)}) {
    const std::size_t at = text.find(hash);
    if (at != std::string::npos) text.replace(at + hash.size(), 3, cells);
  }
  return text;
}

FilledWorksheet read(const std::string& text) {
  auto read = read_worksheet({.path = "w.csv", .bytes = text});
  if (!read) throw std::runtime_error(read.error().to_text(Language::en));
  return *std::move(read);
}

std::string problems(const std::string& text, Language language = Language::en) {
  const auto read = read_worksheet({.path = "w.csv", .bytes = text});
  return read ? "" : read.error().to_text(language);
}

TEST(Worksheet, IsReadAsItWasWritten) {
  const auto text = filled(worksheet_csv(worksheet(), Language::en), ",12000,9000,", ",,,torn off");
  const FilledWorksheet read_back = read(text);
  EXPECT_EQ(read_back.head, worksheet().head);
  ASSERT_EQ(read_back.lines.size(), 2u);
  EXPECT_EQ(read_back.lines[0].ticket, "T1");
  ASSERT_TRUE(read_back.lines[0].seen.has_value());
  EXPECT_EQ(read_back.lines[0].seen->gross_kg, 12'000);
  EXPECT_EQ(read_back.lines[0].seen->tare_kg, 9000);
  EXPECT_FALSE(read_back.lines[1].seen.has_value());
  EXPECT_EQ(read_back.lines[1].remark, "torn off");
  EXPECT_TRUE(differences(read_back, worksheet(), "w.csv").empty());
}

TEST(Worksheet, IsReadInFrenchAndFromAWorkbook) {
  const FilledWorksheet french =
      read(filled(worksheet_csv(worksheet(), Language::fr), ";11 900;9000;", ";;;déchiré"));
  EXPECT_EQ(french.language, Language::fr);
  EXPECT_EQ(french.head, worksheet().head);
  EXPECT_EQ(french.lines[0].seen->gross_kg, 11'900);
  const auto path = temporary_folder() / "worksheet.xlsx";
  for (const Language language : {Language::en, Language::fr}) {
    write_worksheet_xlsx(worksheet(), language, path);
    const auto source = read_source(path.parent_path(), path.filename().string());
    ASSERT_TRUE(source.has_value());
    const auto empty = read_worksheet(*source);
    ASSERT_FALSE(empty.has_value());
    EXPECT_THAT(empty.error().to_text(Language::en),
                AllOf(HasSubstr("nothing is filled in"), Not(HasSubstr("head"))));
  }
  std::filesystem::remove(path);
}

TEST(Worksheet, SaysWhatIsWrongByRowAndColumn) {
  const std::string text = worksheet_csv(worksheet(), Language::en);
  EXPECT_EQ(problems(filled(text, ",12000,,", ",,,")),
            "w.csv:16: tare seen (kg): the cell is empty; fill it, or remove the row if it is no "
            "record (a total or a remark)\n"
            "w.csv:17: gross seen (kg): nothing is filled in; write both masses that the scan "
            "shows, or in the remark why nobody can see them\n");
  EXPECT_THAT(problems(filled(text, ",8000,9000,", ",10000,9000,")),
              HasSubstr("w.csv:16: gross seen (kg): the gross mass 8000 kg is below the tare"));
  EXPECT_THAT(problems(filled(text, ",12000.5,9000,", ",10000,9000,")),
              HasSubstr("\"12000.5\" is no mass of a truck in whole kilograms"));
  EXPECT_THAT(problems(filled(text, ",70000,9000,", ",10000,9000,")),
              HasSubstr("write 0 to 60,000 kg"));
  EXPECT_THAT(problems(filled(text, ",heavy,9000,", ",10000,9000,")), HasSubstr("w.csv:16:"));
  EXPECT_THAT(
      problems(filled(worksheet_csv(worksheet(), Language::fr), ";1;9000;", ";;;"), Language::fr),
      AllOf(HasSubstr("w.csv:16 : masse brute vue (kg) : la masse brute de 1 kg"),
            HasSubstr("rien n'est rempli")));
}

TEST(Worksheet, RefusesAHeadThatDoesNotSayWhatWasDrawn) {
  std::string text =
      filled(worksheet_csv(worksheet(), Language::en), ",12000,9000,", ",10000,9000,");
  const auto without = [&](const std::string& line, const std::string& by) {
    std::string changed = text;
    const std::size_t at = changed.find(line);
    EXPECT_NE(at, std::string::npos) << line;
    return changed.replace(at, line.size(), by);
  };
  EXPECT_THAT(problems(without("seed,18446744073709551615", "seed,many")),
              HasSubstr("seed: \"many\" is no whole number"));
  EXPECT_THAT(problems(without("seed,18446744073709551615", "seed,184467440737095516150")),
              HasSubstr("is no whole number"));
  EXPECT_THAT(problems(without("component,site", "who,site")),
              HasSubstr("component: the head of the worksheet does not say it"));
  EXPECT_THAT(problems(without("material,waste in", "material,gold")),
              HasSubstr("\"gold\" is no known material"));
  EXPECT_THAT(problems("nothing of the kind"), HasSubstr("no row with the column names"));
  EXPECT_THAT(problems(""), HasSubstr("the file is empty"));
}

TEST(Worksheet, NobodySwapsTickets) {
  const std::string text =
      filled(worksheet_csv(worksheet(), Language::en), ",12000,9000,", ",10000,9000,");
  const auto wrong = [&](const Worksheet& drawn) {
    return differences(read(text), drawn, "w.csv").to_text(Language::en);
  };
  Worksheet other = worksheet();
  other.lines[0].ticket = mrv::TicketId("T7");
  EXPECT_THAT(wrong(other),
              AllOf(HasSubstr("w.csv:16: ticket: the seed 18446744073709551615 does not draw the "
                              "ticket \"T1\""),
                    HasSubstr("the ticket \"T7\" was drawn and is missing")));
  other = worksheet();
  other.lines[1].gross_kg = 11'000;
  EXPECT_THAT(wrong(other), HasSubstr("w.csv:17: gross (kg): the data set records 11000 kg gross"));
  other = worksheet();
  other.lines[0].scan.sha256 = std::string(64, 'c');
  EXPECT_THAT(wrong(other), HasSubstr("the scan \"scans/T1.svg\" is not the one"));
  other = worksheet();
  other.head.data_sha256 = std::string(64, 'd');
  EXPECT_THAT(wrong(other), HasSubstr("the sample was drawn from the data set aaaa"));
}

TEST(Worksheet, StaysWhatItIsWhenATicketStandsTwice) {
  std::string text = filled(worksheet_csv(worksheet(), Language::en), ",12000,9000,", ",,,lost");
  const std::size_t at = text.find("T1,");
  text += text.substr(at, text.find("\r\n", at) + 2 - at);
  EXPECT_THAT(problems(text), HasSubstr("the ticket \"T1\" stands twice"));
}

TEST(BenchPage, ShowsScansBesideTheirRows) {
  Worksheet about = worksheet();
  about.lines.push_back(about.lines[0]);
  about.lines.back().scan = {
      .path = "scans/T1.txt", .sha256 = std::string(64, 'e'), .bytes = "12 000 <kg>"};
  about.lines.push_back(about.lines[0]);
  about.lines.back().scan = {
      .path = "scans/T1.pdf", .sha256 = std::string(64, 'f'), .bytes = "%PDF"};
  const std::string page = bench_html(about, Text::name("P"), Text::name("<Site>"), Language::fr);
  EXPECT_THAT(page, AllOf(HasSubstr("<html lang=\"fr\""), HasSubstr("&lt;Site&gt;, MR-1"),
                          HasSubstr("src=\"data:image/svg+xml;base64,PHN2Zy"),
                          HasSubstr("Il n&#39;y a pas de scan à scans/T,9.svg"),
                          HasSubstr("12 000 &lt;kg&gt;"), HasSubstr("ouvrez scans/T1.pdf"),
                          HasSubstr("données fictives"), Not(HasSubstr("<script"))));
}

// A row that a verifier filled in, as a later, larger worksheet takes it over.
TEST(Worksheet, TakesOverWhatWasFilledInAndRefusesWhatWouldBeLost) {
  const auto text = filled(worksheet_csv(worksheet(), Language::en), ",12000,9000,", ",,,torn off");
  const FilledWorksheet before = read(text);
  Worksheet larger = worksheet();
  larger.head.size = 7;
  const auto taken = take_over(larger, before, "w.csv");
  ASSERT_TRUE(taken.has_value()) << taken.error().to_text(Language::en);
  EXPECT_EQ(*taken, 2U);
  const FilledWorksheet after = read(worksheet_csv(larger, Language::fr));
  EXPECT_EQ(after.lines[0].seen->gross_kg, 12'000);
  EXPECT_EQ(after.lines[1].remark, "torn off");
  const auto path = temporary_folder() / "taken-over.xlsx";
  write_worksheet_xlsx(larger, Language::en, path);
  const auto source = read_source(path.parent_path(), path.filename().string());
  const auto workbook = read_worksheet(*source);
  ASSERT_TRUE(workbook.has_value()) << workbook.error().to_text(Language::en);
  EXPECT_EQ(workbook->lines[0].seen->tare_kg, 9'000);
  EXPECT_EQ(workbook->lines[1].remark, "torn off");
  std::filesystem::remove(path);

  const auto refusal = [&](const auto& change) {
    Worksheet to = worksheet();
    change(to);
    const auto refused = take_over(to, before, "w.csv");
    return refused ? std::string() : refused.error().to_text(Language::en);
  };
  EXPECT_THAT(refusal([](Worksheet& to) { to.head.seed = 1; }), HasSubstr("of another sample"));
  EXPECT_THAT(
      refusal([](Worksheet& to) { to.lines.pop_back(); }),
      HasSubstr("w.csv:17: gross seen (kg): it is filled in, and this sample does not draw"));
  EXPECT_THAT(refusal([](Worksheet& to) { to.lines[0].scan.sha256 = std::string(64, 'c'); }),
              HasSubstr("from a scan that has changed since"));
  EXPECT_THAT(refusal([](Worksheet& to) { to.lines[0].remark = "seen twice"; }),
              HasSubstr("worksheet.csv and worksheet.xlsx say different things"));
}

TEST(Worksheet, AllowsEmptyRowsOnlyWhereAskedTo) {
  const Source source{.path = "w.csv", .bytes = worksheet_csv(worksheet(), Language::en)};
  EXPECT_FALSE(read_worksheet(source).has_value());
  const auto empty = read_worksheet(source, Unfilled::allowed);
  ASSERT_TRUE(empty.has_value());
  EXPECT_FALSE(empty->lines[0].seen.has_value());
}

}  // namespace
}  // namespace openitmo::files
