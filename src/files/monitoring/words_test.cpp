#include "files/monitoring/words.h"

#include <array>
#include <gtest/gtest.h>
#include <set>

namespace openitmo::files {
namespace {

TEST(NormalForm, TakesOffCaseAccentsAndPunctuation) {
  EXPECT_EQ(normal_form(" Poids_Brut (kg) "), "poids brut kg");
  EXPECT_EQ(normal_form("Matière Pesée"), "matiere pesee");
  EXPECT_EQ(normal_form("N° de l’échantillon"), "n de l echantillon");
  EXPECT_EQ(normal_form("Œuf % humide"), "oeuf % humide");
  EXPECT_EQ(normal_form("--"), "");
  EXPECT_EQ(normal_form("\xc3"), "");
}

std::string match_of(std::string_view header, std::span<const Column> columns) {
  const auto match = match_header(header, columns);
  if (!match) return "none";
  return std::string(columns[match->column].shown.en) + " | " + match->unit_text;
}

TEST(MatchHeader, FindsColumnAndUnit) {
  const auto columns = weighbridge::columns();
  EXPECT_EQ(match_of("Gross (kg)", columns), "Gross (kg) | kg");
  EXPECT_EQ(match_of("gross_kg", columns), "Gross (kg) | kg");
  EXPECT_EQ(match_of("Poids brut en tonnes", columns), "Gross (kg) | tonnes");
  EXPECT_EQ(match_of("Brut [t]", columns), "Gross (kg) | t");
  EXPECT_EQ(match_of("GROSS", columns), "Gross (kg) | ");
  EXPECT_EQ(match_of("gross lb", columns), "Gross (kg) | lb");
  EXPECT_EQ(match_of("gross (pounds)", columns), "Gross (kg) | pounds");
  EXPECT_EQ(match_of("Date (jj/mm/aaaa)", columns), "Date and time | jj mm aaaa");
  EXPECT_EQ(match_of("date_time", columns), "Date and time | ");
  EXPECT_EQ(match_of("N° ticket", columns), "Ticket | ");
  EXPECT_EQ(match_of("tare date", columns), "none");
  EXPECT_EQ(match_of("driver", columns), "none");
  EXPECT_EQ(match_of("Papier/carton (% masse humide)", composition::columns()),
            "Paper (%) | % masse humide");
}

// A name that stood for two columns of one table would fill the wrong one without a word.
TEST(Names, StandForOneColumnEach) {
  const std::array tables{weighbridge::columns(),       composition::columns(),
                          electricity::columns(),       diesel::columns(),
                          declared_waste::columns(),    declared_export::columns(),
                          declared_emissions::columns()};
  for (const auto& columns : tables) {
    std::set<std::string> seen;
    for (const Column& column : columns) {
      std::string_view names = column.names;
      while (!names.empty()) {
        const std::size_t end = names.find('|');
        const std::string name(names.substr(0, end));
        EXPECT_TRUE(seen.insert(name).second) << name;
        EXPECT_EQ(normal_form(name), name);
        names.remove_prefix(end == std::string_view::npos ? names.size() : end + 1);
      }
      EXPECT_TRUE(match_header(column.shown.en, columns)) << column.shown.en;
      EXPECT_TRUE(match_header(column.shown.fr, columns)) << column.shown.fr;
    }
  }
}

TEST(Words, OfMaterialsAndWaste) {
  EXPECT_EQ(find_material("waste_in"), mrv::Material::waste_in);
  EXPECT_EQ(find_material("Déchets entrants"), mrv::Material::waste_in);
  EXPECT_EQ(find_material("REFUS DE TRI"), mrv::Material::residue_out);
  EXPECT_EQ(find_material("compost"), mrv::Material::compost_out);
  EXPECT_EQ(find_material("sand"), std::nullopt);
  EXPECT_EQ(find_waste_type("Métaux"), mrv::WasteType::inert);
  EXPECT_EQ(find_waste_type("déchets verts"), mrv::WasteType::garden);
  EXPECT_EQ(find_waste_type("coal"), std::nullopt);
}

TEST(Units, FitTheirMeasure) {
  EXPECT_EQ(find_unit("KG"), Unit::kg);
  EXPECT_EQ(find_unit("% humide"), Unit::percent);
  EXPECT_EQ(find_unit("t CO2 eq"), Unit::t_co2eq);
  EXPECT_EQ(find_unit("tons"), std::nullopt);  // short or long?
  EXPECT_TRUE(fits(Unit::t, Measure::mass));
  EXPECT_FALSE(fits(Unit::kwh, Measure::mass));
}

}  // namespace
}  // namespace openitmo::files
