#include <algorithm>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>

#include "itmo_process.h"
#include "temporary_folder.h"

// `itmo sample`, `itmo assess` and `itmo design-changes` on the demonstration.
namespace openitmo::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kWorksheet = "programmes/senegal-waste/verification/MR-2-niaye-nord.csv";

std::filesystem::path temporary(const std::string& name) {
  return temporary_folder() / ("bench-" + name);
}

Finished sample(const std::string& more, const std::filesystem::path& folder) {
  return itmo(fmt::format("sample programmes/senegal-waste {} -o {}", more, folder.string()));
}

// What both write of a ticket: everything before the three columns of the verifier.
std::vector<std::string> drawn_in(const std::string& worksheet) {
  std::vector<std::string> drawn;
  std::istringstream lines(worksheet);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("NN24-")) continue;
    std::size_t end = 0;
    for (int comma = 0; comma < 10; ++comma) end = line.find(',', end) + 1;
    drawn.push_back(line.substr(0, end));
  }
  return drawn;
}

// generate.py draws the sample again from seed and size, computes the hash of the data set and
// those of the scans, and shares no code with the product.
TEST(SampleCommand, IsWhatPythonDrawsFromTheSameSeed) {
  const auto folder = temporary("sample");
  const auto drawn = sample("niaye-nord --report MR-2 --seed 20250407 --size 120", folder);
  EXPECT_EQ(drawn.code, 0) << drawn.output;
  EXPECT_THAT(drawn.output,
              AllOf(HasSubstr("120 of 19360 tickets of waste in drawn"),
                    HasSubstr("; 0 without a scan"), HasSubstr("DEMONSTRATION, fictitious data")));
  const std::string by_python = read_file(std::filesystem::path(OPENITMO_SOURCE_DIR) / kWorksheet);
  const std::string written = read_file(folder / "worksheet.csv");
  EXPECT_EQ(drawn_in(written).size(), 120U);
  EXPECT_EQ(drawn_in(written), drawn_in(by_python));
  const std::size_t hash = by_python.find("data set (SHA-256),");
  EXPECT_THAT(written, HasSubstr(by_python.substr(hash, 83)));
  EXPECT_THAT(read_file(folder / "bench.html"),
              AllOf(HasSubstr("data:image/svg+xml;base64,"), HasSubstr("Niaye Nord (fictitious)"),
                    HasSubstr("DEMONSTRATION, fictitious data"), Not(HasSubstr("<script"))));
  EXPECT_TRUE(std::filesystem::exists(folder / "worksheet.xlsx"));
  std::filesystem::remove_all(folder);
}

TEST(SampleCommand, ChoosesTheSizeByPrecisionOrMateriality) {
  const auto folder = temporary("size");
  const auto precision = sample("cap-est --report MR-2 --seed 1 --precision 10 --lang fr", folder);
  EXPECT_EQ(precision.code, 0) << precision.output;
  EXPECT_THAT(precision.output, AllOf(HasSubstr("96 tickets tirés sur"), HasSubstr("96 sans scan"),
                                      HasSubstr("si 50 % sont erronés")));
  EXPECT_THAT(read_file(folder / "worksheet.csv"), HasSubstr("graine;1\r\n"));
  EXPECT_THAT(read_file(folder / "bench.html"), HasSubstr("Le composant ne dit pas où"));
  const auto materiality = sample("niaye-nord --report MR-2 --seed 1 --materiality 5", folder);
  EXPECT_EQ(materiality.code, 0) << materiality.output;
  EXPECT_THAT(materiality.output, HasSubstr("that is 5 % of the reductions (--materiality)"));
  std::filesystem::remove_all(folder);
}

TEST(SampleCommand, RefusesWhatNamesNoTickets) {
  const auto folder = temporary("none");
  EXPECT_THAT(sample("mbeubeuss-gas --report MR-2 --seed 1", folder).output,
              HasSubstr("0 weighbridge tickets of waste in in the period"));
  EXPECT_THAT(sample("niaye-nord --seed 1", folder).output,
              HasSubstr("name the one that is verified with --report"));
  for (const char* wrong : {"niaye-nord --report MR-2", "niaye-nord --report MR-9 --seed 1",
                            "nowhere --report MR-2 --seed 1",
                            "niaye-nord --report MR-2 --seed 1 --size 5 --precision 10",
                            "niaye-nord --report MR-2 --seed 1 --expected-errors 50",
                            "niaye-nord --report MR-2 --seed 1 --material gold"})
    EXPECT_EQ(sample(wrong, folder).code, 2) << wrong;
  EXPECT_FALSE(std::filesystem::exists(folder));
}

// The row of the worksheet's first ticket, seen as it is recorded.
std::string first_seen(const std::filesystem::path& worksheet) {
  const std::string text = read_file(worksheet);
  const std::size_t start = text.find("\r\nNN24-") + 2, end = text.find(",,\r\n", start);
  const std::string row = text.substr(start, end - start);
  write_file(worksheet, text.substr(0, start) + row.substr(0, row.size() - 1) + ",6000,3000,ok" +
                            text.substr(end + 2));
  return row.substr(0, row.find(','));
}

TEST(SampleCommand, LosesNothingThatAVerifierFilledIn) {
  const auto folder = temporary("seen");
  const std::string asked = "niaye-nord --report MR-2 --seed 7 --size ";
  ASSERT_EQ(sample(asked + "5", folder).code, 0);
  const std::string ticket = first_seen(folder / "worksheet.csv");
  const auto larger = sample(asked + "9", folder);
  EXPECT_EQ(larger.code, 0) << larger.output;
  EXPECT_THAT(larger.output, HasSubstr("1 of them were filled in before and stay so"));
  const std::string kept = read_file(folder / "worksheet.csv");
  EXPECT_THAT(kept, ::testing::ContainsRegex(ticket + ",[^\r]*,6000,3000,ok\r"));
  const auto refuse = [&](const std::string& how, const std::string& why) {
    const auto refused = sample(how, folder);
    EXPECT_EQ(refused.code, 2) << refused.output;
    EXPECT_THAT(refused.output, AllOf(HasSubstr(why), HasSubstr("another folder with -o")));
    EXPECT_EQ(read_file(folder / "worksheet.csv"), kept);
  };
  refuse("niaye-nord --report MR-2 --seed 8 --size 9", "of another sample (seed 7)");
  refuse("cap-est --report MR-2 --seed 7 --size 9", "of another sample");
  write_file(folder / "notes.txt", "mine");
  refuse(asked + "9", "notes.txt: itmo sample did not write this file");
  std::filesystem::remove_all(folder);
}

TEST(SampleCommand, RefusesASeedOrSizeThatIsNone) {
  const auto folder = temporary("range");
  const auto refuse = [&](const std::string& how, const std::string& why) {
    const auto refused = sample("niaye-nord --report MR-2 " + how, folder);
    EXPECT_EQ(refused.code, 2) << refused.output;
    EXPECT_THAT(refused.output, HasSubstr(why));
  };
  refuse("--seed -3", "--seed: write a whole number from 0 to 18446744073709551615");
  refuse("--seed 1.5", "--seed: write a whole number");
  refuse("--seed 18446744073709551616", "--seed: write a whole number");
  refuse("--seed 1 --size -4", "--size: write a whole number from 2");
  refuse("--seed 1 --size 900000 --lang fr",
         "--size : la période a 19360 tickets de déchets entrants ; écrivez un nombre entier de 2 "
         "à 19360");
  EXPECT_FALSE(std::filesystem::exists(folder));
}

TEST(AssessCommand, FindsTheMistypedTicket) {
  const auto assessed = itmo(fmt::format("assess programmes/senegal-waste {}", kWorksheet));
  EXPECT_EQ(assessed.code, 0) << assessed.output;
  EXPECT_THAT(
      assessed.output,
      AllOf(HasSubstr("tickets seen: 120 of 19360; not seen: 0; wrong: 1"),
            HasSubstr("[corrective action] Ticket NN24-04877: recorded 6900 kg gross and "
                      "3500 kg tare, its scan shows 6090 and 3500 kg."),
            HasSubstr("data/niaye-nord/weighbridge_2024.csv:4878"), HasSubstr("[forward action]")));
  const auto of_run = itmo(fmt::format("assess {} {} --json", demo_folder().string(), kWorksheet));
  EXPECT_EQ(of_run.code, 0) << of_run.output;
  EXPECT_THAT(
      of_run.output,
      AllOf(
          HasSubstr(
              R"({"schema":"openitmo/assessment/1","demonstration":true,"component":"niaye-nord")"),
          HasSubstr(R"("found_kg":810,"error_kg":"130680")"),
          HasSubstr(R"("kind":"corrective_action","subject":"monitoring_data",)"
                    R"("code":"ticket_differs")"),
          HasSubstr(R"("verdict":"below")")));
}

// What assess finds on the worksheet is what the demonstration's acts raise and conclude with.
TEST(AssessCommand, FindsWhatTheActsOfTheDemonstrationSay) {
  const auto assessed = itmo(fmt::format("assess programmes/senegal-waste {}", kWorksheet));
  EXPECT_THAT(assessed.output, AllOf(HasSubstr("+0.483"), HasSubstr("-5.728")));
  const std::string acts =
      read_file(std::filesystem::path(OPENITMO_SOURCE_DIR) / "programmes/senegal-waste/acts.toml");
  const std::string second = acts.substr(acts.find("id = \"monitoring-2\""));
  EXPECT_THAT(second,
              AllOf(HasSubstr("finding = \"MR-2-CAR-1\""), HasSubstr("finding = \"MR-2-FAR-1\""),
                    HasSubstr("extrapolated_error_percent = \"0.483\"")));
  EXPECT_THAT(read_file(demo_folder() / "report.en.html"), HasSubstr("0.483"));
}

TEST(AssessCommand, EndsWithOneWhereTheThresholdIsReached) {
  const auto strict = itmo(
      fmt::format("assess programmes/senegal-waste {} --materiality 0.4 --lang fr", kWorksheet));
  EXPECT_EQ(strict.code, 1) << strict.output;
  EXPECT_THAT(strict.output, AllOf(HasSubstr("elle est significative"),
                                   HasSubstr("[action corrective] L'erreur de tous les tickets")));
}

TEST(AssessCommand, RefusesAnotherSample) {
  const auto path = temporary("swapped.csv");
  std::string text = read_file(std::filesystem::path(OPENITMO_SOURCE_DIR) / kWorksheet);
  text.replace(text.find("NN24-00187,"), 10, "NN24-00188");
  write_file(path, text);
  const auto swapped = itmo(fmt::format("assess programmes/senegal-waste {}", path.string()));
  EXPECT_EQ(swapped.code, 2) << swapped.output;
  EXPECT_THAT(swapped.output, AllOf(HasSubstr("does not draw the ticket \"NN24-00188\""),
                                    HasSubstr("the ticket \"NN24-00187\" was drawn")));
  const auto folder = copy_of_demo("assess-other");
  write_file(folder / "evidence/data/niaye-nord/diesel.csv",
             read_file(folder / "evidence/data/niaye-nord/diesel.csv") + "2024-12-30,10\n");
  const auto other = itmo(fmt::format("assess {} {}", folder.string(), kWorksheet));
  EXPECT_EQ(other.code, 2) << other.output;
  EXPECT_THAT(other.output, HasSubstr("the sample was drawn from the data set"));
  EXPECT_EQ(itmo("assess programmes/senegal-waste no/such/file.csv").code, 2);
  std::filesystem::remove(path);
}

TEST(DesignChangesCommand, TellsWhatNeedsANewValidation) {
  const auto changes =
      itmo("design-changes programmes/senegal-waste/design/2022 programmes/senegal-waste");
  EXPECT_EQ(changes.code, 1) << changes.output;
  EXPECT_THAT(changes.output,
              AllOf(HasSubstr("niaye-nord, capacity: 26000 t/a -> 30000 t/a"),
                    // The validation of 2022 covers what the journal included before it.
                    Not(HasSubstr(", component: none -> ")), Not(HasSubstr("mbeubeuss-gas")),
                    HasSubstr("niaye-nord, t CO2 eq expected in 2024: 1500 -> 1660"),
                    HasSubstr("parameter rho.diesel: none -> 0.840"),
                    HasSubstr("SDG indicator SDG12-COMPOST"), HasSubstr("new validation: ")));
  const auto same = itmo(
      fmt::format("design-changes programmes/senegal-waste {} --lang fr", demo_folder().string()));
  EXPECT_EQ(same.code, 0) << same.output;
  EXPECT_THAT(same.output, HasSubstr("rien n'a changé"));
  EXPECT_THAT(itmo("design-changes programmes/senegal-waste programmes/soc-son --json").output,
              HasSubstr(R"("subject":"component")"));
}

// The act validation-2 covers what changed between the two designs, and nothing else changed there.
TEST(DesignChangesCommand, TheSecondValidationCoversWhatNeededOne) {
  const std::string designs = "programmes/senegal-waste/design/";
  const auto validated = itmo(fmt::format("design-changes {0}2022 {0}2023", designs));
  EXPECT_THAT(validated.output, HasSubstr("4 changes, 4 need a new validation"));
  const auto later = itmo(fmt::format("design-changes {}2023 programmes/senegal-waste", designs));
  EXPECT_THAT(later.output, HasSubstr("4 changes, 0 need a new validation"));
}

TEST(DesignChangesCommand, StandsInTheMonitoringReport) {
  const auto folder = temporary("reports");
  const auto written = itmo(fmt::format(
      "report-monitoring programmes/senegal-waste --report MR-2 -o {}", folder.string()));
  EXPECT_EQ(written.code, 0) << written.output;
  EXPECT_THAT(
      read_file(folder / "MR-2.en.html"),
      AllOf(HasSubstr("What changed since the last design document"),
            HasSubstr("Compared with design/2023"), HasSubstr("SDG indicator SDG12-COMPOST"),
            Not(HasSubstr("30000 t/a")), Not(HasSubstr("a new validation"))));
  const std::string french = read_file(folder / "MR-2.fr.html");
  EXPECT_THAT(french, AllOf(HasSubstr("le vérificateur"), HasSubstr("ODD 12, t par an"),
                            HasSubstr("de la liste de ses données : "), HasSubstr("1/an")));
  // Measured for the year as a whole, which its months do not show.
  const std::string site = french.substr(french.find("<h2>Niaye Nord"));
  EXPECT_THAT(site.substr(0, site.find("<h2>", 4)),
              AllOf(HasSubstr("p_j,x"), HasSubstr("les années précédentes et compte encore a")));
  EXPECT_THAT(read_file(folder / "MR-2.es.html"), HasSubstr("el verificador"));
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace openitmo::testing
