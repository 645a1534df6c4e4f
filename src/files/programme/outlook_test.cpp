#include "files/programme/outlook.h"

#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "files/output.h"

namespace openitmo::files {
namespace {

using testing::HasSubstr;

const std::string kHead = "party = \"SEN\"\ndemonstration = false\n";
const std::string kProjection =
    "[[projection]]\nyear = 2030\nemissions_mt_co2eq = \"33.6\"\nuncertainty = \"-5 % / +5 %\"\n"
    "source = \"plan\"\nconfidence = \"M\"\n";
const std::string kSourced = "source = \"plan\"\nconfidence = \"M\"\n";

std::filesystem::path written(const std::string& text) {
  const std::filesystem::path file =
      std::filesystem::path(testing::TempDir()) /
      (std::string(testing::UnitTest::GetInstance()->current_test_info()->name()) + ".toml");
  write_file(file, text);
  return file;
}

std::string problems_of(const std::string& text) {
  const auto outlook = load_outlook(written(text));
  return outlook ? "none" : outlook.error().to_text(Language::en);
}

TEST(Outlook, ReadsWhatAPartyExpects) {
  const auto outlook = load_outlook(
      written(kHead + kProjection + "[[delivery]]\nauthorization = \"A 1\"\nshare = \"0.8\"\n" +
              "uncertainty = \"pert 0.4 to 1\"\n" + kSourced +
              "[[further_use]]\nname = { en = \"from abroad\", fr = \"de l'étranger\" }\n" +
              "quantity_t_co2eq = 500\nshare = \"1\"\nuncertainty = \"none\"\n" + kSourced));
  ASSERT_TRUE(outlook) << outlook.error().to_text(Language::en);
  ASSERT_EQ(outlook->projections.size(), 1U);
  EXPECT_EQ(outlook->projections[0].emissions_kg_co2eq, KilogramsCo2eq(33'600'000'000));
  EXPECT_EQ(outlook->projections[0].source, "plan (M)");
  EXPECT_EQ(to_text(outlook->deliveries.at(0).delivered.uncertainty), "pert 0.4 to 1");
  EXPECT_FALSE(outlook->deliveries[0].quantity_t_co2eq);
  EXPECT_EQ(outlook->further_uses.at(0).name.fr, "de l'étranger");
  EXPECT_FALSE(outlook->further_uses[0].delivered.uncertainty.is_stated());
  EXPECT_EQ(outlook->of_what_is_asked_for.share, 1);
}

TEST(Outlook, EveryMistakeIsNamedWithItsPlace) {
  const std::string problems = problems_of(
      kHead + kProjection + kProjection +
      "[[delivery]]\nauthorization = \"A\"\nshare = \"1.2\"\nuncertainty = \"about 5 %\"\n" +
      kSourced + "[[further_use]]\nname = { en = \"x\", fr = \"x\" }\nquantity_t_co2eq = -1\n" +
      "share = \"0.2\"\nuncertainty = \"0.4 to 0.9\"\n" + kSourced + "colour = \"red\"\n");
  EXPECT_THAT(problems, HasSubstr("2030 stands already above"));
  EXPECT_THAT(problems, HasSubstr("1.2 is no share"));
  EXPECT_THAT(problems, HasSubstr("\"about 5 %\" is no uncertainty"));
  EXPECT_THAT(problems, HasSubstr("quantity_t_co2eq"));
  EXPECT_THAT(problems, HasSubstr("it does not hold the figure itself, 0.2"));
  EXPECT_THAT(problems, HasSubstr("colour"));
}

// What moves together is fixed, so a correlation of one's own would be passed over.
TEST(Outlook, GroupsAndCorrelationsAreRefused) {
  const auto with = [&](const std::string& uncertainty) {
    std::string text = kHead + kProjection;
    return problems_of(text.replace(text.find("-5 % / +5 %"), 11, uncertainty));
  };
  EXPECT_THAT(with("±5 %, group G"), HasSubstr("is no uncertainty"));
  EXPECT_THAT(with("±5 %, 0.5 with X"), HasSubstr("is no uncertainty"));
  EXPECT_EQ(with("±5 %"), "none");
  EXPECT_THAT(with("32 to 35.5"), HasSubstr("emissions vary by a share of the figure"));
  EXPECT_THAT(with("±5 %, at most 35"), HasSubstr("emissions vary by a share of the figure"));
}

TEST(Outlook, AMissingFileIsNamed) {
  const auto outlook = load_outlook("/nowhere/SEN-outlook.toml");
  ASSERT_FALSE(outlook);
  EXPECT_THAT(outlook.error().to_text(Language::en), HasSubstr("SEN-outlook.toml"));
}

}  // namespace
}  // namespace openitmo::files
