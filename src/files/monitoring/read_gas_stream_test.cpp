#include "files/monitoring/read_gas_stream.h"

#include <filesystem>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>
#include <zlib.h>

#include "files/monitoring/memory_bytes.h"
#include "files/xlsx/writer.h"
#include "mrv/methodologies/tool08.h"
#include "mrv/quantify.h"
#include "mrv/result_json.h"
#include "temporary_folder.h"

namespace openitmo::files {
namespace {

using mrv::MonthlyRow;
using testing::HasSubstr;

GasStream stream_in(const std::string& zone) {
  GasStream stream{.clock = *SiteClock::find(zone), .plan = {}, .settings = {"a = b"}};
  stream.plan.flare = mrv::stream::FlarePlan{};
  return stream;
}

struct Outcome {
  mrv::MonitoringData data;
  std::string problems;
  const MonthlyRow& month(std::size_t index) const { return data.rows_of("gas").at(index); }
  double sent_t(std::size_t index = 0) const { return month(index).values[2].value(); }
  double eta(std::size_t index = 0) const { return month(index).values[3].value(); }
  const mrv::StreamCorrection* find(mrv::Rule rule) const {
    for (const mrv::StreamCorrection& correction : data.stream.value().corrections)
      if (correction.rule == rule) return &correction;
    return nullptr;
  }
};

Outcome outcome_of(const std::vector<std::string>& files, const std::string& zone = "UTC",
                   std::size_t block_bytes = kRowBlockBytes) {
  GasStreamReader reader(stream_in(zone));
  Outcome outcome;
  for (const std::string& file : files) {
    MemoryBytes bytes(file);
    if (const ReadResult result = reader.read("gas.csv", bytes, block_bytes); !result)
      outcome.problems += result.error().to_text(Language::en);
  }
  reader.finish(outcome.data);
  return outcome;
}

const std::string kHeader = "time,flow to flare (Nm3/h),CH4 (%),flame\n";

// 599 and 601 m3/h, 49 and 51 % in turns.
std::string minutes(int from, int to) {
  std::string text;
  for (int minute = from; minute < to; ++minute)
    text += fmt::format("2024-01-{:02}T{:02}:{:02},{},{},1\n", 1 + minute / 1440, minute / 60 % 24,
                        minute % 60, minute % 2 == 0 ? 599 : 601, minute % 4 < 2 ? 49 : 51);
  return text;
}

const double kMinute_t = 600.0 / 60 * 0.5 * mrv::tool08::kNormalDensityMethane / 1000;

TEST(GasStream, AddsTheMinutesOfAMonthUp) {
  const Outcome outcome = outcome_of({kHeader + minutes(0, 44640)});
  EXPECT_EQ(outcome.problems, "");
  EXPECT_NEAR(outcome.sent_t(), 44640 * kMinute_t, 1e-9);
  EXPECT_NEAR(outcome.eta(), 0.5, 1e-12);
  ASSERT_EQ(outcome.data.files.size(), 1U);
  EXPECT_EQ(outcome.data.files[0].sha256, sha256_hex(kHeader + minutes(0, 44640)));
  EXPECT_TRUE(outcome.data.stream->corrections.empty());
}

TEST(GasStream, UnitsOfTheColumnsAreConverted) {
  const auto sent = [](const std::string& header, const std::string& row) {
    return outcome_of({"time;flow (m3/h);CH4 (%);flame;temperature (" + header + ")\n" +
                       "2024-01-01 00:00;600;50;1;" + row + "\n"})
        .sent_t();
  };
  const double expected = kMinute_t * 273.15 / 293.15;
  EXPECT_NEAR(sent("°C);pressure (kPa", "20;101,325"), expected, 1e-12);
  EXPECT_NEAR(sent("K);pressure (mbar", "293,15;1013,25"), expected, 1e-12);
  EXPECT_NEAR(sent("°C);pression (Pa", "20;101325"), expected, 1e-12);
  EXPECT_NEAR(sent("°C);pression (bar", "20;1,01325"), expected, 1e-12);
  EXPECT_NEAR(sent("°C);pression (bar", "-5,5;1,01325"), kMinute_t * 273.15 / 267.65, 1e-12);
}

TEST(GasStream, AnEmptyCellIsAMissingReading) {
  const Outcome outcome =
      outcome_of({kHeader + "2024-01-01T00:00,600,50,1\n2024-01-01T00:01,600,50,\n"});
  EXPECT_NEAR(outcome.sent_t(), 2 * kMinute_t, 1e-12);
  EXPECT_NEAR(outcome.eta(), 0.25, 1e-12);
  EXPECT_EQ(outcome.find(mrv::Rule::reading_missing)->rows.ranges().front().first, 3U);
}

TEST(GasStream, AMonthIsOfTheSitesClock) {
  const Outcome outcome = outcome_of({kHeader + "2024-01-31T22:59Z,600,50,1\n"
                                                "2024-01-31T23:00Z,600,50,1\n"},
                                     "Europe/Zurich");
  ASSERT_EQ(outcome.data.rows_of("gas").size(), 2U);
  EXPECT_EQ(outcome.month(1).month, 2U);
  EXPECT_EQ(outcome.data.stream->time_zone, "Europe/Zurich");
  EXPECT_FALSE(outcome.data.stream->time_zone_data.empty());
}

// Midnight there is 18:30 UTC: an hour of the clock is not one of UTC.
TEST(GasStream, HoursAndDaysAreOfTheSitesClock) {
  GasStream stream = stream_in("Asia/Kolkata");
  stream.plan.interval_s = 3600;
  stream.plan.calibrations = {
      {mrv::stream::Channel::methane_fraction, Date(2023, 2, 1), Date(2024, 1, 31), 0.1, 0, "C-1"}};
  GasStreamReader reader(std::move(stream));
  MemoryBytes bytes(kHeader +
                    "2024-01-31T23:00,600,50,1\n2024-02-01T00:00,600,50,1\n"
                    "2024-02-01T01:00,600,50,1\n");
  ASSERT_TRUE(reader.read("gas.csv", bytes, kRowBlockBytes));
  mrv::MonitoringData data;
  reader.finish(data);
  const std::vector<MonthlyRow>& months = data.rows_of("gas");
  ASSERT_EQ(months.size(), 2U);
  EXPECT_NEAR(months[0].values[2].value(), 60 * kMinute_t, 1e-12);
  EXPECT_NEAR(months[1].values[2].value(), 2 * 60 * kMinute_t * 0.9, 1e-12) << "overdue";
  double gap_h = 0;
  for (const mrv::StreamCorrection& correction : data.stream->corrections)
    if (correction.rule == mrv::Rule::gap_in_stream) gap_h += correction.hours;
  EXPECT_NEAR(gap_h, (31 + 29) * 24 - 3, 1e-9);
}

std::string hours(std::initializer_list<const char*> times) {
  std::string text = kHeader;
  for (const char* time : times) text += fmt::format("{},600,50,1\n", time);
  return text;
}

TEST(GasStream, AnHourThatTheClockShowsTwiceIsTwoHours) {
  const Outcome outcome =
      outcome_of({hours({"2024-10-27T01:59", "2024-10-27T02:30", "2024-10-27T02:59",
                         "2024-10-27T02:00", "2024-10-27T02:30", "2024-10-27T03:00"})},
                 "Europe/Zurich");
  EXPECT_EQ(outcome.problems, "");
  EXPECT_NEAR(outcome.sent_t(), 6 * kMinute_t, 1e-12);
  const mrv::StreamCorrection* again = outcome.find(mrv::Rule::clock_changed);
  ASSERT_NE(again, nullptr);
  EXPECT_NEAR(again->hours, 2 / 60.0, 1e-12);
  EXPECT_NEAR(again->methane_kg, 2 * 0.5 * kMinute_t * 1000, 1e-9);
  EXPECT_EQ(again->rows.ranges().front().first, 5U);
  // October has an hour more there: 745 h less the six minutes.
  EXPECT_NEAR(outcome.find(mrv::Rule::gap_in_stream)->hours, 745 - 0.1, 1e-9);
}

TEST(GasStream, AnHourThatTheClockSkipsIsRefused) {
  EXPECT_THAT(outcome_of({hours({"2024-03-31T02:30"})}, "Europe/Zurich").problems,
              HasSubstr("gas.csv:2: time: the clock of Europe/Zurich never showed"));
  EXPECT_EQ(outcome_of({hours({"2024-03-31T01:59", "2024-03-31T03:00"})}, "Europe/Zurich").problems,
            "");
}

std::string packed(const std::string& text) {
  z_stream z = {};
  EXPECT_EQ(deflateInit2(&z, 9, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string out(text.size() + 1000, '\0');
  std::string in = text;
  z.next_in = reinterpret_cast<Bytef*>(in.data());
  z.avail_in = static_cast<uInt>(in.size());
  z.next_out = reinterpret_cast<Bytef*>(out.data());
  z.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(deflate(&z, Z_FINISH), Z_STREAM_END);
  out.resize(out.size() - z.avail_out);
  deflateEnd(&z);
  return out;
}

TEST(GasStream, APackedFileGivesTheSameUnderTheHashOfItsOwnBytes) {
  const std::string text = kHeader + minutes(0, 20'000);
  const Outcome plain = outcome_of({text});
  for (const std::string& file :
       {packed(text), packed(text.substr(0, 100'000)) + packed(text.substr(100'000))}) {
    const Outcome outcome = outcome_of({file}, "UTC", 4096);
    EXPECT_EQ(outcome.problems, "");
    EXPECT_EQ(outcome.sent_t(), plain.sent_t());
    EXPECT_EQ(outcome.data.files.at(0).sha256, sha256_hex(file));
  }
}

TEST(GasStream, ADamagedPackedFileIsRefused) {
  const std::string good = packed(kHeader + minutes(0, 20'000));
  std::string flipped = good;
  flipped[flipped.size() / 2] = static_cast<char>(~flipped[flipped.size() / 2]);
  EXPECT_THAT(outcome_of({flipped}).problems, HasSubstr("gas.csv: the compressed file is damaged"));
  EXPECT_THAT(outcome_of({good.substr(0, good.size() - 20)}).problems, HasSubstr("ends too early"));
  EXPECT_THAT(outcome_of({good + "more"}).problems, HasSubstr("is damaged"));
  EXPECT_THAT(outcome_of({packed("")}).problems, HasSubstr("the file is empty"));
}

TEST(GasStream, RefusesByFileAndRow) {
  const auto problems = [](const std::string& rows) {
    return outcome_of({kHeader + rows}).problems;
  };
  EXPECT_THAT(problems("2024-01-01T00:01,600,50,1\n2024-01-01T00:00,600,50,1\n"),
              HasSubstr("gas.csv:3: time: the row is earlier"));
  EXPECT_THAT(problems("2024-01-01T00:01,600,50,1\n2024-01-01T00:01,601,50,1\n"),
              HasSubstr("gas.csv:3: time: the row before it is of the same interval"));
  EXPECT_THAT(problems("2024-01-01T00:01,many,50,1\n"), HasSubstr("gas.csv:2: flow to flare"));
  EXPECT_THAT(problems("2024-01-01T00:01,600,50,maybe\n"), HasSubstr("neither on nor off"));
  EXPECT_THAT(problems("2024-01-01T00:01,600,50\n"), HasSubstr("has 3 fields"));
  EXPECT_THAT(problems("2024-02-30T00:01,600,50,1\n"), HasSubstr("gas.csv:2: time"));
  EXPECT_THAT(problems(""), HasSubstr("no gas readings follow"));
  EXPECT_THAT(outcome_of({""}).problems, HasSubstr("the file is empty"));
  EXPECT_THAT(outcome_of({"time,flow (Nm3/h),CH4 (%)\n2024-01-01,1,1\n"}).problems,
              HasSubstr("the column is missing"));
  EXPECT_THAT(outcome_of({"time,flow (m3/h),CH4 (%),flame\n2024-01-01,1,1,1\n"}).problems,
              HasSubstr("the column is missing"));
  EXPECT_THAT(outcome_of({"time,flow,CH4 (%),flame\n2024-01-01,1,1,1\n"}).problems,
              HasSubstr("has no unit"));
  EXPECT_THAT(outcome_of({"time,flow (Nm3/h),engine flow (m3/h),CH4 (%),flame,engine running\n"
                          "2024-01-01,1,1,1,1,1\n"})
                  .problems,
              HasSubstr("different units"));
}

TEST(GasStream, ARepeatedRowIsListedAndCountedOnce) {
  const std::string row = "2024-01-01T00:01,600,50,1\n";
  const Outcome outcome = outcome_of({kHeader + row + row});
  EXPECT_NEAR(outcome.sent_t(), kMinute_t, 1e-12);
  ASSERT_NE(outcome.find(mrv::Rule::reading_repeated), nullptr);
  EXPECT_EQ(outcome.find(mrv::Rule::reading_repeated)->rows.ranges().front().first, 3U);
}

TEST(GasStream, FilesFollowEachOther) {
  const Outcome outcome =
      outcome_of({kHeader + minutes(0, 20000), kHeader + minutes(20000, 44640)});
  EXPECT_NEAR(outcome.sent_t(), 44640 * kMinute_t, 1e-9);
  EXPECT_EQ(outcome.month(0).rows.ranges().size(), 2U);
  EXPECT_THAT(outcome_of({kHeader + minutes(9, 10), kHeader + minutes(0, 1)}).problems,
              HasSubstr("earlier"));
  EXPECT_THAT(outcome_of({kHeader + minutes(0, 1),
                          "time,flow (Nm3/h),CH4 (%),flame,T (K)\n2024-01-01T00:01,1,1,1,300\n"})
                  .problems,
              testing::IsEmpty());  // a column that no channel has is passed over
  EXPECT_THAT(
      outcome_of(
          {kHeader + minutes(0, 1),
           "time,flow (Nm3/h),CH4 (%),flame,gas temperature (K)\n2024-01-01T00:01,1,1,1,300\n"})
          .problems,
      HasSubstr("not those of the first file"));
}

TEST(GasStream, AFileThatIsRefusedLeavesNothing) {
  const Outcome outcome = outcome_of({kHeader + minutes(0, 10), kHeader + "x,1,1,1\n"});
  EXPECT_NE(outcome.problems, "");
  EXPECT_TRUE(outcome.data.files.empty());
  EXPECT_FALSE(outcome.data.stream);
  EXPECT_TRUE(outcome.data.rows_of("gas").empty());
}

TEST(GasStream, BlocksOfAnySizeGiveTheSame) {
  const std::string text = kHeader + minutes(0, 3000);
  const Outcome whole = outcome_of({text});
  for (const std::size_t block_bytes : {60UL, 97UL, 4096UL}) {
    const Outcome parts = outcome_of({text}, "UTC", block_bytes);
    EXPECT_EQ(parts.problems, "");
    EXPECT_EQ(parts.month(0).values, whole.month(0).values);
    EXPECT_EQ(parts.month(0).rows, whole.month(0).rows);
    EXPECT_EQ(parts.data.files[0].sha256, whole.data.files[0].sha256);
  }
  EXPECT_THAT(outcome_of({text}, "UTC", 20).problems, HasSubstr("more than 20 bytes"));
}

// Also in a later block, where rows before it are counted once.
TEST(GasStream, ARowLongerThanABlockIsNamed) {
  const std::string text = kHeader + minutes(0, 30) + std::string(300, '1') + "\n";
  for (const std::size_t block_bytes : {97UL, 200UL}) {
    const std::string problems = outcome_of({text}, "UTC", block_bytes).problems;
    EXPECT_THAT(problems,
                HasSubstr("gas.csv:32: the table cannot be read further: a row has more"));
  }
  const std::string first = outcome_of({"\"" + text}, "UTC", 97).problems;
  EXPECT_THAT(first, HasSubstr("close the quotes that are open there"));
  EXPECT_THAT(first, testing::Not(HasSubstr("UTF-8")));
}

// A quote inside a field is text, as in the files that are read at once: 3" is an inch size.
TEST(GasStream, QuotesInRemarksDoNotJoinRows) {
  std::string text = "time,flow to flare (Nm3/h),CH4 (%),flame,remark\n";
  for (int minute = 0; minute < 30; ++minute)
    text += fmt::format("2024-01-01T00:{:02},600,50,1,{}\n", minute,
                        minute == 3    ? "3\" valve"
                        : minute == 20 ? "\"two lines,\n one \"\"remark\"\"\""
                                       : "");
  const Outcome whole = outcome_of({text});
  EXPECT_NEAR(whole.sent_t(), 30 * kMinute_t, 1e-12);
  for (const std::size_t block_bytes : {80UL, 97UL, 200UL}) {
    const Outcome parts = outcome_of({text}, "UTC", block_bytes);
    EXPECT_EQ(parts.problems, "");
    EXPECT_EQ(parts.month(0).values, whole.month(0).values);
    EXPECT_EQ(parts.month(0).rows, whole.month(0).rows);
  }
}

TEST(GasStream, AWorkbookGivesTheSame) {
  const std::filesystem::path path = temporary_folder() / "gas_stream.xlsx";
  XlsxWriter writer(path, {.created = *Instant::parse("2024-02-01T00:00:00Z")});
  XlsxSheet& sheet = writer.add_sheet("gas");
  std::uint32_t column = 0;
  for (const char* name : {"time", "flow to flare (Nm3/h)", "CH4 (%)", "flame"})
    sheet.text(0, column++, name);
  sheet.text(1, 0, "2024-01-01T00:00");
  sheet.text(2, 0, "2024-01-01T00:01");
  for (const std::uint32_t row : {1U, 2U}) {
    sheet.number(row, 1, 600);
    sheet.number(row, 2, 50);
    sheet.number(row, 3, row == 1 ? 1 : 0);
  }
  writer.close();
  const Source written = *read_source(path.parent_path(), path.filename());
  std::filesystem::remove(path);
  const Outcome outcome = outcome_of({written.bytes});
  EXPECT_EQ(outcome.problems, "");
  EXPECT_NEAR(outcome.sent_t(), 2 * kMinute_t, 1e-12);
  EXPECT_NEAR(outcome.eta(), 0.25, 1e-12);
  EXPECT_EQ(outcome.data.files.at(0).sha256, sha256_hex(written.bytes));
}

// From the file to tonnes: every correction stands in the result with its effect.
TEST(GasStream, TheResultListsEveryCorrection) {
  Outcome outcome = outcome_of({kHeader + minutes(0, 44640 - 120)}, "Africa/Dakar");
  outcome.data.electricity.push_back({CalendarYear(2024), 1, 0, {}});
  mrv::ComponentPlan plan;
  plan.component = "site";
  plan.methodology = {"ACM0001", "19.0"};
  plan.crediting_period = {Date(2024, 1, 1), Date(2030, 12, 31)};
  plan.options = {{"baseline_case", "no_rule_no_system"}};
  const auto result = mrv::quantify(plan, outcome.data, {Date(2024, 1, 1), Date(2024, 1, 31)});
  ASSERT_TRUE(result);
  EXPECT_NEAR(result->years[0].terms.at("BE_CH4"), 0.9 * 28 * 0.5 * (44640 - 120) * kMinute_t,
              1e-6);
  const std::string json = mrv::result_json(*result);
  EXPECT_THAT(json, HasSubstr(R"("time_zone":"Africa/Dakar","time_zone_data":"2)"));
  EXPECT_THAT(json, HasSubstr(R"("settings":["a = b"])"));
  // Two hours without a row at 601 m3/h and 51 %: 306.51 m3/h of methane, half of it burnt.
  EXPECT_THAT(json, HasSubstr("gap_in_stream: 2024-01, no row for 2 h: nothing destroyed; -6.142 "
                              "t CO2 eq."));
}

// One byte of a good file is changed. Either the file is refused, or every row is accounted for:
// counted or listed as repeated.
TEST(GasStream, ADamagedFileIsRefusedOrEveryRowIsAccountedFor) {
  const std::string good = kHeader + minutes(0, 30);
  std::mt19937 random(4);
  int refused = 0;
  for (int i = 0; i < 2000; ++i) {
    std::string bad = good;
    const std::size_t at = random() % bad.size();
    bad[at] = "0123456789,;.-\n\"xT "[random() % 19];
    const Outcome outcome = outcome_of({bad});
    if (!outcome.problems.empty()) {
      ++refused;
      EXPECT_TRUE(outcome.data.files.empty());
      continue;
    }
    std::uint64_t rows = 0;
    for (const MonthlyRow& month : outcome.data.rows_of("gas")) rows += month.rows.row_count();
    if (const auto* repeated = outcome.find(mrv::Rule::reading_repeated))
      rows += repeated->rows.row_count();
    EXPECT_EQ(rows, 30U) << bad;
  }
  EXPECT_GT(refused, 500);
}

}  // namespace
}  // namespace openitmo::files
