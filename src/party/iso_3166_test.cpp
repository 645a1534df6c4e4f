#include "party/iso_3166.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace openitmo {
namespace {

PartyId code(const char* text) { return *PartyId::parse(text); }

TEST(Iso3166, CodesAreInOrderAndWhole) {
  EXPECT_EQ(party_names().size(), 198U) << "Parties of the Convention";
  EXPECT_TRUE(std::ranges::is_sorted(party_names(), {}, &PartyName::code));
  for (const PartyName& one : party_names()) {
    EXPECT_TRUE(PartyId::parse(one.code)) << one.code;
    EXPECT_FALSE(one.en.empty() || one.fr.empty() || one.es.empty()) << one.code;
  }
}

TEST(Iso3166, KnowsTheCodesOfPartiesTerritoriesAndUsers) {
  EXPECT_EQ(find_party_name(code("SEN"))->fr, "Sénégal");
  EXPECT_EQ(find_party_name(code("EUE"))->es, "Unión Europea");
  for (const char* known : {"SEN", "ABW", "HKG", "WLF", "XAA", "AAB", "QMA", "ZZZ"})
    EXPECT_TRUE(is_iso_3166(code(known))) << known;
  for (const char* unknown : {"SNE", "CEH", "QLA", "ABA"})
    EXPECT_FALSE(is_iso_3166(code(unknown))) << unknown;
  EXPECT_EQ(find_party_name(code("HKG")), nullptr);
}

TEST(Iso3166, ANameOfItsOwnIsKept) {
  EXPECT_EQ(party_name_text(code("SEN"), "Senegal").fr, "Sénégal");
  EXPECT_EQ(party_name_text(code("SEN"), "République du Sénégal").en, "République du Sénégal");
  EXPECT_EQ(party_name_text(code("XAA"), "Party A").es, "Party A");
}

}  // namespace
}  // namespace openitmo
