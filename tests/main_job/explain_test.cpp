#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "itmo_process.h"
#include "temporary_folder.h"

// `itmo explain` and `itmo rehearse` on the demonstration, as programme and as run.
namespace openitmo::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

Finished explain(const std::string& more) {
  return itmo("explain programmes/senegal-waste " + more);
}

TEST(ExplainCommand, ShowsAFigureDownToRowsAndColumn) {
  const auto shown = explain("casamance-sud BE_CH4_SWDS --year 2024 --depth 20");
  EXPECT_EQ(shown.code, 0) << shown.output;
  EXPECT_THAT(shown.output,
              AllOf(HasSubstr("DEMONSTRATION, fictitious data"),
                    HasSubstr("BE_CH4,SWDS,y 2024 = 7593.6628 t CO2 eq  [TOOL04 v8.0 Eq 1]"),
                    HasSubstr("suivi_2024.xlsx"), HasSubstr("column gross - tare"),
                    HasSubstr("confidence high"), HasSubstr("by weight: measured")));
  EXPECT_THAT(shown.output, Not(HasSubstr("PE_COMP")));
}

TEST(ExplainCommand, TakesARunAsWellAndSaysTheSame) {
  const std::string more = " cap-est PE --year 2024";
  const auto of_run = itmo(fmt::format("explain {}{}", demo_folder().string(), more));
  EXPECT_EQ(of_run.code, 0) << of_run.output;
  EXPECT_EQ(of_run.output, explain(more).output);
}

TEST(ExplainCommand, SeveralFiguresAreListedUntilOneIsPicked) {
  const auto several = explain("niaye-nord W_j,x --year 2024 --lang fr");
  EXPECT_THAT(several.output,
              AllOf(HasSubstr("W_j,x aliments 2022"), HasSubstr("chiffres ; --of")));
  const auto one = explain("niaye-nord W_j,x --year 2024 --of food --period 2023");
  EXPECT_THAT(one.output, AllOf(HasSubstr("W_j,x food 2023 ="), Not(HasSubstr("W_j,x food 2022"))));
}

TEST(ExplainCommand, AnswersInJsonAndHtml) {
  const auto json = explain("mbeubeuss-gas BE_CH4 --format json");
  EXPECT_EQ(json.code, 0) << json.output;
  EXPECT_THAT(json.output, AllOf(HasSubstr(R"({"demonstration":"DEMONSTRATION)"),
                                 HasSubstr(R"("figure":"BE_CH4)"),
                                 HasSubstr(R"("file":"data/mbeubeuss-gas/gaz_2024.csv")"),
                                 HasSubstr(R"("hangs_on":{"measured":{"figures":)")));
  const auto path = temporary_folder() / "openitmo-explain.html";
  const auto html = explain(fmt::format("cap-est --format html --lang fr -o {}", path.string()));
  EXPECT_EQ(html.code, 0) << html.output;
  EXPECT_THAT(read_file(path),
              AllOf(HasSubstr("DÉMONSTRATION, données fictives"), HasSubstr("<details"),
                    HasSubstr("Cap Est (fictif)"), HasSubstr("colonne poids brut"),
                    Not(HasSubstr("<script")), Not(HasSubstr("http"))));
  std::filesystem::remove(path);
}

TEST(ExplainCommand, SaysWhatExists) {
  const auto figure = explain("cap-est BE_CH5");
  EXPECT_EQ(figure.code, 1) << figure.output;
  EXPECT_THAT(figure.output, AllOf(HasSubstr("No figure is called BE_CH5. These exist:"),
                                   HasSubstr("cap-est 2024: ER_y, BE_y, PE_COMP")));
  EXPECT_EQ(explain("cap-est ER --year 1999").code, 1);
  const auto component = explain("nowhere --lang fr");
  EXPECT_EQ(component.code, 2) << component.output;
  EXPECT_THAT(component.output, HasSubstr("nommez l'un de niaye-nord, cap-est"));
  EXPECT_EQ(itmo("explain no/such/folder").code, 2);
  EXPECT_EQ(explain("--depth 0").code, 2);
  EXPECT_EQ(explain("--format pdf").code, 2);
}

TEST(RehearseCommand, AsksWithThePlaceToAnswer) {
  const auto asked = itmo("rehearse programmes/senegal-waste cap-est --report MR-2");
  EXPECT_EQ(asked.code, 0) << asked.output;
  EXPECT_THAT(asked.output,
              AllOf(HasSubstr("cap-est, MR-2"), HasSubstr("carries"), HasSubstr("rho.diesel"),
                    HasSubstr("answer in: [[parameter]]"), Not(HasSubstr("MR-1"))));
  const auto french = itmo("rehearse programmes/senegal-waste cap-est --report MR-1 --lang fr");
  EXPECT_THAT(french.output, AllOf(HasSubstr("[déficit]"), HasSubstr("répondre dans : ")));
  const auto json = itmo("rehearse programmes/senegal-waste --json");
  EXPECT_THAT(json.output, AllOf(HasSubstr(R"({"demonstration":true,"questions":[)"),
                                 HasSubstr(R"("topic":"weak_source")")));
  EXPECT_EQ(itmo("rehearse programmes/senegal-waste nowhere").code, 2);
}

TEST(RehearseCommand, SaysWhichReportsThereAre) {
  const auto none = itmo("rehearse programmes/senegal-waste --report MR-9");
  EXPECT_EQ(none.code, 2);
  EXPECT_THAT(none.output, HasSubstr("name one of MR-"));
}

TEST(ReverifyCommand, TellsEachDifferenceWithItsCause) {
  const auto same = itmo(
      fmt::format("reverify {} cap-est --with programmes/senegal-waste", demo_folder().string()));
  EXPECT_EQ(same.code, 0) << same.output;
  EXPECT_THAT(same.output, HasSubstr("nothing differs"));
  const auto other =
      itmo("reverify programmes/senegal-waste cap-est --report MR-2 --with GWP_CH4.none=1");
  EXPECT_EQ(other.code, 2) << other.output;
  EXPECT_EQ(itmo("reverify programmes/senegal-waste --with nothing=1").code, 2);
  EXPECT_EQ(itmo("reverify programmes/senegal-waste cap-est --with F=45").code, 2);
  const auto changed = itmo(
      "reverify programmes/senegal-waste cap-est --report MR-2 --with rho.diesel=0.845 --with "
      "F=0.45");
  EXPECT_EQ(changed.code, 1) << changed.output;
  EXPECT_THAT(changed.output,
              AllOf(HasSubstr("parameter F: 0.5 (default) -> 0.45 (--with)"),
                    HasSubstr("2024: -189.480 t CO2 eq"), HasSubstr("parameter rho.diesel: 0.840"),
                    HasSubstr("DEMONSTRATION, fictitious data")));
}

TEST(ReverifyCommand, NamesTheRowsThatChanged) {
  const auto folder = copy_of_demo("reverify-rows");
  const auto path = folder / "evidence/data/cap-est/electricite.csv";
  std::string bytes = read_file(path);
  const std::size_t last = bytes.find_last_of("0123456789");
  bytes[last] = bytes[last] == '9' ? '8' : '9';
  write_file(path, bytes);
  const auto changed = itmo(
      fmt::format("reverify programmes/senegal-waste cap-est --report MR-2 --with {} --lang fr",
                  folder.string()));
  EXPECT_EQ(changed.code, 1) << changed.output;
  EXPECT_THAT(changed.output, AllOf(HasSubstr("compteur électrique : 1 lignes sur 36"),
                                    HasSubstr("electricite.csv:"), HasSubstr("t éq. CO2")));
  const auto json = itmo(fmt::format(
      "reverify programmes/senegal-waste --report MR-2 --with {} --json", folder.string()));
  EXPECT_THAT(json.output,
              HasSubstr(R"("component":"niaye-nord","report":"MR-2","years":[{"year")"));
}

// The folder of monitoring reports, written once for these tests.
const std::filesystem::path& monitoring_folder() {
  static const std::filesystem::path folder = [] {
    auto path = temporary_folder() / "openitmo-monitoring-reports";
    std::filesystem::remove_all(path);
    const auto done =
        itmo(fmt::format("report-monitoring programmes/senegal-waste -o {}", path.string()));
    EXPECT_EQ(done.code, 0) << done.output;
    return path;
  }();
  return folder;
}

TEST(ReportMonitoringCommand, SpeaksThreeLanguages) {
  const auto page = [](const std::string& language) {
    return read_file(monitoring_folder() / ("MR-2." + language + ".html"));
  };
  EXPECT_THAT(page("en"), AllOf(HasSubstr("Monitoring report"), HasSubstr("Expected"),
                                HasSubstr("weighbridge_2024.csv"), HasSubstr("rho.diesel")));
  EXPECT_THAT(page("fr"), AllOf(HasSubstr("Rapport de suivi"), HasSubstr("tickets de pesée")));
  EXPECT_THAT(page("es"),
              AllOf(HasSubstr("<html lang=\"es\">"), HasSubstr("Informe de seguimiento"),
                    HasSubstr("1 de enero de 2024"), HasSubstr("tiques de báscula"),
                    HasSubstr("Objetivos de Desarrollo Sostenible")));
  for (const char* language : {"en", "fr", "es"})
    EXPECT_THAT(page(language), AllOf(HasSubstr("<svg"), Not(HasSubstr("<script")),
                                      HasSubstr("DEMONSTRATION, fictitious data")));
}

// The gas of October was metered by the minute, that of the other months by volume and fraction.
TEST(ReportMonitoringCommand, ChartsShowEveryMonthWhateverItWasMeasuredBy) {
  const std::string page = read_file(monitoring_folder() / "MR-2.en.html");
  const std::size_t start = page.find("2024: Methane to the flare (F_CH4,sent_flare,m), t CH4");
  ASSERT_NE(start, std::string::npos);
  const std::string chart = page.substr(start, page.find("</figure>", start) - start);
  for (int month = 1; month <= 12; ++month)
    EXPECT_THAT(chart, HasSubstr(fmt::format("2024-{:02}", month)));
}

// Sources that are sentences of ours; titles of documents stay.
TEST(ReportMonitoringCommand, SourcesSpeakTheLanguageOfTheReport) {
  const std::string french = read_file(monitoring_folder() / "MR-2.fr.html");
  EXPECT_THAT(french, AllOf(HasSubstr("déclaration du fournisseur (fictive)"),
                            HasSubstr("emplois à plein temps"),
                            Not(HasSubstr("supplier&#39;s declaration"))));
  const std::string spanish = read_file(monitoring_folder() / "MR-2.es.html");
  EXPECT_THAT(spanish,
              AllOf(HasSubstr("todas las fuentes coinciden"), HasSubstr("Metano a la antorcha"),
                    HasSubstr("del 1 de enero de 2024"), Not(HasSubstr("línea de base")),
                    HasSubstr("EN 590, límite superior de 0,820 a 0,845")));
}

TEST(ReportMonitoringCommand, FindingsAndQuestionsSpeakTheLanguageOfTheReport) {
  const std::string spanish = read_file(monitoring_folder() / "MR-2.es.html");
  EXPECT_THAT(spanish,
              AllOf(HasSubstr("gas a la antorcha: sin calibración válida durante 144 h"),
                    HasSubstr("¿Qué mejor fuente lo confirma?"), Not(HasSubstr("no valid")),
                    Not(HasSubstr("Which better source")), Not(HasSubstr("en inglés"))));
  const std::string french = read_file(monitoring_folder() / "MR-2.fr.html");
  EXPECT_THAT(french, AllOf(HasSubstr("pas d&#39;étalonnage valable pendant 144"),
                            Not(HasSubstr("Which better source"))));
}

TEST(ReportMonitoringCommand, FormulasGiveTheStoredValues) {
  const std::string folder = monitoring_folder().string();
  const std::string checker = OPENITMO_PYTHON " tests/main_job/check_formulas.py ";
  const auto checked = shell(fmt::format("{}{}/*.xlsx", checker, folder));
  EXPECT_EQ(checked.code, 0) << checked.output;
  EXPECT_THAT(checked.output, HasSubstr(" formulas agree"));
  EXPECT_THAT(checked.output, Not(::testing::StartsWith("0 ")));
}

TEST(ReportMonitoringCommand, WritesOneReportOrSaysThatThereIsNone) {
  const auto path = temporary_folder() / "openitmo-monitoring-soc-son";
  std::filesystem::remove_all(path);
  const auto soc_son =
      itmo(fmt::format("report-monitoring programmes/soc-son -o {}", path.string()));
  EXPECT_EQ(soc_son.code, 0) << soc_son.output;
  EXPECT_TRUE(std::filesystem::exists(path / "soc-son.es.xlsx"));
  const auto none = itmo(
      fmt::format("report-monitoring programmes/senegal-waste --report MR-9 -o {}", path.string()));
  EXPECT_EQ(none.code, 2) << none.output;
  EXPECT_THAT(none.output, HasSubstr("name one of MR-"));
  EXPECT_TRUE(std::filesystem::exists(path / "soc-son.es.xlsx"));
  EXPECT_EQ(itmo("report-monitoring programmes/senegal-waste").code, 2);
  std::filesystem::remove_all(path);
}

}  // namespace
}  // namespace openitmo::testing
