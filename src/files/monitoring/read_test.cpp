#include "files/monitoring/read.h"

#include <filesystem>
#include <fmt/format.h>
#include <functional>
#include <gmock/gmock.h>

#include "files/xlsx/writer.h"
#include "temporary_folder.h"

namespace openitmo::files {
namespace {

using mrv::Material;
using mrv::MonitoringData;
using testing::HasSubstr;

using Reader = ReadResult (*)(const Source&, MonitoringData&);

constexpr std::string_view kHeader =
    "ticket,date_time,truck_category,material,gross_kg,tare_kg,net_kg\n";

Source csv(std::string_view text) { return {.path = "w.csv", .bytes = std::string(text)}; }

Source tickets(std::string_view rows) { return csv(std::string(kHeader) + std::string(rows)); }

// The problems as text; also checks that the data stay as they were.
std::string problems_of(Reader reader, const Source& source) {
  MonitoringData data;
  const ReadResult result = reader(source, data);
  if (result) return "";
  EXPECT_TRUE(data.files.empty() && data.tickets.empty() && data.truck_categories.empty());
  EXPECT_TRUE(data.composition.empty() && data.electricity.empty() && data.diesel.empty());
  EXPECT_TRUE(data.declared_waste.empty());
  return result.error().to_text(Language::en);
}

std::string ticket_problems(std::string_view rows) {
  return problems_of(&read_weighbridge, tickets(rows));
}

TEST(Weighbridge, ReadsEnglishCsv) {
  MonitoringData data;
  const ReadResult result =
      read_weighbridge(tickets("A-1,2024-01-02T08:30:00Z,tipper,waste_in,12500,8000,4500\n"
                               "A-2,2024-01-02T09:00:00Z,tractor,compost_out,6000,4000,\n"),
                       data);
  ASSERT_TRUE(result) << result.error().to_text(Language::en);
  ASSERT_EQ(data.tickets.size(), 2U);
  EXPECT_EQ(data.tickets[0].id.view(), "A-1");
  EXPECT_EQ(data.tickets[0].time.to_string(), "2024-01-02T08:30:00Z");
  EXPECT_EQ(data.tickets[0].gross_kg, 12'500);
  EXPECT_EQ(data.tickets[0].tare_kg, 8'000);
  EXPECT_EQ(data.tickets[0].place.row, 2U);
  EXPECT_EQ(data.tickets[1].material, Material::compost_out);
  EXPECT_EQ(data.truck_categories[data.tickets[1].truck_category], "tractor");
  ASSERT_EQ(data.files.size(), 1U);
  EXPECT_EQ(data.files[0].path, "w.csv");
  EXPECT_EQ(data.files[0].sha256.size(), 64U);
}

// As an officer's spreadsheet writes it in French: titles above, semicolons, decimal commas,
// Windows-1252, date and time apart, empty fields at the end, CRLF.
TEST(Weighbridge, ReadsFrenchCsv) {
  MonitoringData data;
  const ReadResult result = read_weighbridge(
      csv("Pont-bascule de Mbao, zone A, ann\xe9"
          "e 2024;;;;;;;\r\n;;;;;;;\r\n"
          "N\xb0 de ticket;Date;Heure;Cat\xe9gorie de camion;Mati\xe8re;Poids brut (t);Tare (t);"
          "Observations\r\n"
          "1;29/02/2024;8h30;Benne 15 t;D\xe9"
          "chets entrants;12,5;8,02;\r\n"
          "2;01/03/2024;14:05;Benne 15 t;Refus de tri;1 2,000;8;\r\n"),
      data);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().to_text(Language::en),
            "w.csv:5: Poids brut (t): \"1 2,000\" has spaces that do not split groups of three "
            "digits; write digits with one decimal mark, the same in the whole file, and no other "
            "mark\n");
  const ReadResult mended = read_weighbridge(
      csv("N\xb0 de ticket;Date;Heure;Cat\xe9gorie de camion;Mati\xe8re;Poids brut (t);Tare (t)\r\n"
          "1;29/02/2024;8h30;Benne 15 t;D\xe9"
          "chets entrants;12,5;8,02\r\n"),
      data);
  ASSERT_TRUE(mended) << mended.error().to_text(Language::en);
  EXPECT_EQ(data.tickets[0].time.to_string(), "2024-02-29T08:30:00Z");
  EXPECT_EQ(data.tickets[0].gross_kg, 12'500);
  EXPECT_EQ(data.tickets[0].tare_kg, 8'020);
}

TEST(Weighbridge, RefusesBadRowsAllAtOnce) {
  EXPECT_EQ(
      ticket_problems("A-1,2024-01-02,tipper,waste_in,12500,8000,4500\n"
                      "A-2,2024-02-30,tipper,waste_in,12500,8000,\n"
                      "A-3,2024-01-02,tipper,waste_in,-12500,8000,\n"
                      "A-4,2024-01-02,tipper,waste_in,8000,12500,\n"
                      "A-1,2024-01-02,tipper,waste_in,12500,8000,\n"
                      "A-6,2024-01-02,tipper,gravel,12500,8000,\n"
                      "A-7,2024-01-02,tipper,waste_in,125000,8000,\n"
                      "A-8-is-longer-than-23-bytes,2024-01-02,tipper,waste_in,12500,8000,\n"
                      "A-9,2024-01-02,tipper,waste_in,12500,8000,4600\n"
                      "A-10,2024-01-02,tipper,waste_in,12500.5,8000,\n"
                      "A-11,2024-01-02,,waste_in,12500,,\n"
                      "A-12,2024-01-02,tipper, 10 t,waste_in,12500,8000,4500\n"),
      "w.csv:3: date_time: \"2024-02-30\" is not a date between 1990 and 2099; write a day that "
      "exists, as 2024-02-29 or 29/02/2024 (day first), with the time as 14:07\n"
      "w.csv:4: gross_kg: the value is negative: \"-12500\"; write 0 or more\n"
      "w.csv:5: gross_kg: the gross mass 8000 kg is below the tare 12500 kg; correct the ticket; "
      "the "
      "gross mass is that of the loaded truck\n"
      "w.csv:6: ticket: the ticket \"A-1\" stands already in row 2; remove one of the two rows, or "
      "correct its number\n"
      "w.csv:7: material: \"gravel\" is no known material; write waste_in, residue_out or "
      "compost_out (or dechets entrants, refus, compost)\n"
      "w.csv:8: gross_kg: 125000 kg is more than a truck weighs (60,000 kg); check the number and "
      "the unit in the column's name\n"
      "w.csv:9: ticket: the ticket number \"A-8-is-longer-than-23-bytes\" has 27 bytes; write up "
      "to "
      "23\n"
      "w.csv:10: net_kg: the net mass 4600 kg is not gross minus tare, 4500 kg; correct the "
      "ticket\n"
      "w.csv:11: gross_kg: \"12500.5\" is no whole number of kilograms; write what the weighbridge "
      "showed, to the kilogram\n"
      "w.csv:12: truck_category: the cell is empty; fill it, or remove the row if it is no record "
      "(a "
      "total or a remark)\n"
      "w.csv:12: tare_kg: the cell is empty; fill it, or remove the row if it is no record (a "
      "total "
      "or a remark)\n"
      "w.csv:13: the row has 8 fields, the row of column names 7; put a value that holds the "
      "separator in double quotes\n");
}

TEST(Weighbridge, RefusesATicketOfAnEarlierFile) {
  MonitoringData data;
  const std::string_view row = "A-1,2024-01-02,tipper,waste_in,12500,8000,\n";
  ASSERT_TRUE(read_weighbridge(tickets(row), data));
  Source second =
      tickets(std::string("A-0,2024-01-02,truck,waste_in,9000,8000,\n") + std::string(row));
  second.path = "w2.csv";
  const ReadResult result = read_weighbridge(second, data);
  ASSERT_FALSE(result);
  EXPECT_THAT(result.error().to_text(Language::en),
              HasSubstr("w2.csv:3: ticket: the ticket \"A-1\" stands already in row 2 of w.csv"));
  EXPECT_EQ(data.tickets.size(), 1U);
  EXPECT_EQ(data.files.size(), 1U);
  EXPECT_EQ(data.truck_categories, std::vector<std::string>{"tipper"});
}

TEST(Weighbridge, RefusesColumns) {
  const auto header_problem = [](std::string_view header) {
    return problems_of(&read_weighbridge, csv(std::string(header) + "\n1,2\n"));
  };
  EXPECT_THAT(header_problem("ticket,date,truck,material,gross,tare_kg"),
              HasSubstr("w.csv:1: the column \"gross\" has no unit; write the unit in the column's "
                        "name: kg or t"));
  EXPECT_THAT(
      header_problem("ticket,date,truck,material,gross (lb),tare_kg"),
      HasSubstr("the unit \"lb\" of column \"gross (lb)\" is not accepted; write the unit in "
                "the column's name: kg or t"));
  EXPECT_THAT(header_problem("ticket,date,truck,material,gross kwh,tare_kg"),
              HasSubstr("the unit \"kwh\" of column \"gross kwh\" is not accepted"));
  EXPECT_THAT(header_problem("ticket,date,truck,material,gross_kg,brut (kg),tare_kg"),
              HasSubstr("the columns \"gross_kg\" and \"brut (kg)\" mean the same"));
  EXPECT_THAT(
      header_problem("ticket,date,truck,material,gross_kg"),
      HasSubstr("the column \"Tare (kg)\" is missing; add it; accepted names: tare, tare mass"));
  EXPECT_THAT(
      header_problem("a,b,c"),
      HasSubstr("no row with the column names of weighbridge tickets in the first 30 rows"));
}

TEST(Weighbridge, RefusesFilesThatAreNoTable) {
  EXPECT_THAT(ticket_problems(""), HasSubstr("no weighbridge tickets follow the column names"));
  EXPECT_THAT(problems_of(&read_weighbridge, csv("")), HasSubstr("the file is empty"));
  EXPECT_THAT(problems_of(&read_weighbridge, csv(std::string("a\0b", 3))), HasSubstr("zero bytes"));
  EXPECT_THAT(ticket_problems("A-1,\"2024-01-02,tipper\n"),
              HasSubstr("w.csv:2: the table cannot be read further: a quote is opened and never "
                        "closed"));
}

TEST(Weighbridge, CountsProblemsBeyondFifty) {
  std::string rows;
  for (int i = 0; i < 60; ++i) rows += fmt::format("A-{},2024-01-02,t,waste_in,x,8000,\n", i);
  EXPECT_THAT(ticket_problems(rows), testing::EndsWith("and 10 more problems\n"));
}

TEST(Weighbridge, FindsADoubleAmongMany) {
  std::string rows;
  for (int i = 0; i < 20'000; ++i)
    rows += fmt::format("A-{},2024-01-02,t,waste_in,9000,8000,\n", i);
  MonitoringData data;
  ASSERT_TRUE(read_weighbridge(tickets(rows), data));
  EXPECT_EQ(data.tickets.size(), 20'000U);
  rows += "A-777,2024-01-02,t,waste_in,9000,8000,\n";
  EXPECT_THAT(ticket_problems(rows), HasSubstr("w.csv:20002: ticket: the ticket \"A-777\" stands "
                                               "already in row 779"));
}

TEST(Weighbridge, AnyTruncationIsReadOrRefused) {
  const Source whole = tickets(
      "\"A-1\",2024-01-02T08:30:00Z,\"tip,per\",waste_in,12500,8000,4500\r\n"
      "A-2,02/01/2024 9:00,tractor,compost,6000,4000,\r\n");
  for (std::size_t size = 0; size <= whole.bytes.size(); ++size) {
    MonitoringData data;
    const ReadResult result = read_weighbridge(csv(whole.bytes.substr(0, size)), data);
    EXPECT_EQ(result.has_value(), data.files.size() == 1) << size;
    EXPECT_EQ(result.has_value(), !data.tickets.empty()) << size;
  }
}

TEST(Composition, AddsMetalGlassAndSandToInert) {
  MonitoringData data;
  const ReadResult result = read_composition(
      csv("Sample;Date;Food (%);Garden (%);Paper (%);Metal (%);Sable (%);Nappies (fraction)\n"
          "S1;2024-03-05;45,3;10,1;8,6;6;29;0,01\n"),
      data);
  ASSERT_TRUE(result) << result.error().to_text(Language::en);
  const auto& fractions = data.composition[0].fractions;
  EXPECT_EQ(fractions[static_cast<std::size_t>(mrv::WasteType::food)], 0.453);
  EXPECT_EQ(fractions[static_cast<std::size_t>(mrv::WasteType::inert)], 0.35);
  EXPECT_EQ(fractions[static_cast<std::size_t>(mrv::WasteType::nappies)], 0.01);
  EXPECT_EQ(data.composition[0].date, Date(2024, 3, 5));
}

TEST(Composition, RefusesSumsAndDoubles) {
  const auto problems = [](std::string_view rows) {
    return problems_of(&read_composition, csv("sample,date,food %,other %\n" + std::string(rows)));
  };
  EXPECT_EQ(
      problems("S1,2024-03-05,45.3,53.6\n"),
      "w.csv:2: the shares of the sample sum to 98.9 %, not 100 %; correct the shares, or add the "
      "column that is missing\n");
  EXPECT_THAT(problems("S1,2024-03-05,0.4,0.6\n"), HasSubstr("sum to 1 %, not 100 %"));
  EXPECT_THAT(problems("S1,2024-03-05,0.4,0.6\n"), HasSubstr("are these fractions?"));
  EXPECT_THAT(problems("S1,2024-03-05,145,0\n"), HasSubstr("\"145\" is more than the whole"));
  EXPECT_THAT(problems("S1,2024-03-05,-5,105\n"), HasSubstr("the value is negative"));
  EXPECT_THAT(problems("S1,2024-03-05,40,60\nS1,2024-06-05,40,60\n"),
              HasSubstr("w.csv:3: sample: the sample \"S1\" stands already in row 2"));
  EXPECT_EQ(problems("S1,2024-03-05,40,60.1\n"), "");
  EXPECT_THAT(problems("S1,2024-03-05,40,60.2\n"), HasSubstr("sum to 100.2 %"));
  EXPECT_THAT(problems_of(&read_composition, csv("sample,date,mud %\nS1,2024-03-05,100\n")),
              HasSubstr("no column names a kind of waste"));
  EXPECT_THAT(
      problems_of(&read_composition, csv("sample,date,food\nS1,2024-03-05,100\n")),
      HasSubstr("the column \"food\" has no unit; write the unit in the column's name: % or "
                "fraction"));
}

TEST(Electricity, ConvertsAndRefusesDoubles) {
  MonitoringData data;
  ASSERT_TRUE(read_electricity(csv("Mois;Consommation (kWh)\nfévrier 2024;12 500,5\n"), data));
  ASSERT_TRUE(read_electricity(csv("month,consumption_mwh\n2024-03,12.5\n"), data));
  EXPECT_EQ(data.electricity[0].consumption_mwh, 12.5005);
  EXPECT_EQ(data.electricity[0].month, 2U);
  EXPECT_EQ(data.electricity[1].consumption_mwh, 12.5);
  EXPECT_EQ(
      problems_of(&read_electricity, csv("month,consumption kWh\n2024-03,1\n03/2024,2\n")),
      "w.csv:3: month: the month 2024-03 stands already in row 2; remove one of the two rows, or "
      "correct its month\n");
  EXPECT_THAT(
      problems_of(&read_electricity, csv("month,consumption GJ\n2024-03,1\n")),
      HasSubstr("the unit \"gj\" of column \"consumption GJ\" is not accepted; write the unit "
                "in the column's name: kWh or MWh"));
  EXPECT_THAT(problems_of(&read_electricity, csv("month,consumption kWh\n2024-13,1\n")),
              HasSubstr("\"2024-13\" is not a month"));
}

TEST(Diesel, ReadsDeliveries) {
  MonitoringData data;
  ASSERT_TRUE(read_diesel(csv("Date;Gasoil (litres)\n05/03/2024;1 250,5\n05/03/2024;3\n"), data));
  ASSERT_EQ(data.diesel.size(), 2U);
  EXPECT_EQ(data.diesel[0].litres, 1250.5);
  EXPECT_EQ(data.diesel[0].date, Date(2024, 3, 5));
  EXPECT_THAT(problems_of(&read_diesel, csv("date,diesel (gal)\n2024-03-05,1\n")),
              HasSubstr("the unit \"gal\""));
  EXPECT_THAT(problems_of(&read_diesel, csv("date,diesel (l)\n2024-03-05,-1\n")),
              HasSubstr("w.csv:2: diesel (l): the value is negative"));
}

TEST(Declared, ReadsWasteExportsAndEmissions) {
  MonitoringData data;
  ASSERT_TRUE(read_declared_waste(
      csv("year,waste_type,amount_t\n2021,food,1000.5\n2021,paper,200\n2022,food,300000\n"), data));
  EXPECT_EQ(data.declared_waste[0].tonnes_wet, 1000.5);
  EXPECT_EQ(data.declared_waste[1].type, mrv::WasteType::paper);
  ASSERT_TRUE(read_declared_electricity_export(csv("year,exported_kwh\n2021,1500\n"), data));
  EXPECT_EQ(data.declared_electricity_export[0].mwh, 1.5);
  ASSERT_TRUE(read_declared_project_emissions(
      csv("year,project emissions (t CO2 eq),source\n2021,109,\"PDD, p. 40\"\n"), data));
  EXPECT_EQ(data.declared_project_emissions[0].source, "PDD, p. 40");
  EXPECT_EQ(data.files.size(), 3U);
  EXPECT_THAT(
      problems_of(&read_declared_waste, csv("year,type,amount t\n2021,food,1\n2021,food,2\n")),
      HasSubstr("w.csv:3: type: \"food\" stands already in row 2"));
  EXPECT_THAT(problems_of(&read_declared_waste, csv("year,type,amount t\n21,coal,1\n")),
              HasSubstr("\"coal\" is no known waste type; write food, garden"));
  EXPECT_THAT(problems_of(&read_declared_waste, csv("year,type,amount t\n21,food,1\n")),
              HasSubstr("\"21\" is not a year"));
}

// An officer's workbook: a merged title, a sheet of notes before the table, date cells, percent
// cells.
class WorkbookTest : public testing::Test {
 protected:
  WorkbookTest() : folder_(temporary_folder() / "monitoring_read_test") {
    std::filesystem::create_directories(folder_);
  }
  ~WorkbookTest() override { std::filesystem::remove_all(folder_); }
  Source workbook(const std::function<void(XlsxWriter&)>& fill) const {
    XlsxWriter writer(folder_ / "w.xlsx", {.created = *Instant::parse("2026-04-15T00:00:00Z")});
    fill(writer);
    writer.close();
    return *read_source(folder_, "w.xlsx");
  }
  static void fill_row(XlsxSheet& sheet, std::uint32_t row, std::vector<std::string> texts) {
    for (std::uint32_t i = 0; i < texts.size(); ++i) sheet.text(row, i, texts[i]);
  }
  std::filesystem::path folder_;
};

TEST_F(WorkbookTest, WeighbridgeWithTitlesAndDateCells) {
  const Source source = workbook([](XlsxWriter& writer) {
    fill_row(writer.add_sheet("Notes"), 0, {"Pont-bascule", "étalonné en 2024"});
    XlsxSheet& sheet = writer.add_sheet("2024");
    sheet.band(0, 0, 6, "Centre de compostage de Mbao", {.bold = true});
    fill_row(sheet, 2, {"Ticket", "Date", "Heure", "Camion", "Matière", "Brut (t)", "Tare (t)"});
    sheet.number(3, 0, 1001);
    sheet.date(3, 1, Date(2024, 2, 29));
    sheet.number(3, 2, 0.5, {.number_format = "hh:mm"});
    fill_row(sheet, 4, {"", "", ""});
    sheet.text(3, 3, "Benne");
    sheet.text(3, 4, "Déchets");
    sheet.number(3, 5, 12.1 + 0.2);  // 12.299999999999999
    sheet.text(3, 6, "8,02");
  });
  MonitoringData data;
  const ReadResult result = read_weighbridge(source, data);
  ASSERT_TRUE(result) << result.error().to_text(Language::en);
  ASSERT_EQ(data.tickets.size(), 1U);
  EXPECT_EQ(data.tickets[0].id.view(), "1001");
  EXPECT_EQ(data.tickets[0].time.to_string(), "2024-02-29T12:00:00Z");
  EXPECT_EQ(data.tickets[0].gross_kg, 12'300);
  EXPECT_EQ(data.tickets[0].tare_kg, 8'020);
  EXPECT_EQ(data.tickets[0].place.row, 4U);
}

TEST_F(WorkbookTest, PercentCellsMeanWhatTheyShow) {
  const Source source = workbook([](XlsxWriter& writer) {
    XlsxSheet& sheet = writer.add_sheet("S");
    fill_row(sheet, 0, {"Échantillon", "Date", "Déchets alimentaires (%)", "Autres (%)"});
    sheet.text(1, 0, "S1");
    sheet.date(1, 1, Date(2024, 3, 5));
    sheet.number(1, 2, 0.453, {.number_format = "0.0%"});
    sheet.number(1, 3, 54.7);
  });
  MonitoringData data;
  const ReadResult result = read_composition(source, data);
  ASSERT_TRUE(result) << result.error().to_text(Language::en);
  EXPECT_EQ(data.composition[0].fractions[0], 0.453);
}

TEST_F(WorkbookTest, RefusesTwoTablesAndCellsThatMeanNothing) {
  const Source two = workbook([](XlsxWriter& writer) {
    fill_row(writer.add_sheet("2023"), 0, {"Mois", "Consommation (kWh)"});
    fill_row(writer.add_sheet("2024"), 0, {"Mois", "Consommation (kWh)"});
  });
  EXPECT_THAT(problems_of(&read_electricity, two),
              HasSubstr("the sheets \"2023\" and \"2024\" all have the column names of electricity "
                        "records; keep one of them in this file"));
  const Source bad = workbook([](XlsxWriter& writer) {
    XlsxSheet& sheet = writer.add_sheet("S");
    fill_row(sheet, 0, {"Mois", "Consommation (kWh)"});
    sheet.number(1, 0, 45356);  // a number, not shown as a date
    sheet.number(1, 1, 1000);
    sheet.date(2, 0, Date(2024, 3, 1));
    sheet.date(2, 1, Date(2024, 3, 1));
  });
  EXPECT_EQ(problems_of(&read_electricity, bad),
            "w.xlsx:2: Mois: \"45356\" is not a month between 1990 and 2099; write it as 2024-03\n"
            "w.xlsx:3: Consommation (kWh): \"2024-03-01T00:00:00Z\" is not a plain number; write a "
            "number and give the cell a number format\n");
}

TEST(ReadMonthly, TakesRainAndRunOffWater) {
  mrv::MonitoringData data;
  ASSERT_TRUE(read_monthly({.path = "pluie.csv", .bytes = "mois;pluie (mm)\n2024-08;187,5\n"},
                           *mrv::find_monthly_table("rainfall"), data));
  ASSERT_TRUE(
      read_monthly({.path = "water.csv", .bytes = "month,run-off water (m3)\n2024-08,412\n"},
                   *mrv::find_monthly_table("run_off"), data));
  EXPECT_EQ(data.rows_of("rainfall").at(0).values.at(0), 187.5);
  EXPECT_EQ(data.rows_of("run_off").at(0).values.at(0), 412);
  EXPECT_FALSE(read_monthly({.path = "rain.csv", .bytes = "month,rain (m3)\n2024-08,1\n"},
                            *mrv::find_monthly_table("rainfall"), data));
}

}  // namespace
}  // namespace openitmo::files
