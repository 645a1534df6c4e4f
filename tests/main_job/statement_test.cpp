#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "itmo_process.h"

// `itmo find` and `itmo statement` on the journals of the demonstration.
namespace openitmo::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

Finished on(const std::string& command, const std::string& registry, const std::string& more) {
  return itmo(fmt::format("{} {}/{}.itmo {}", command, demo_folder().string(), registry, more));
}

TEST(Find, ByIdentifierSerialCodeAndPart) {
  EXPECT_THAT(on("find", "CHE01", "1").output,
              AllOf(HasSubstr("CA9999-SEN01-SEN-1-2023"), HasSubstr("used, account CHE-STATE")));
  EXPECT_THAT(on("find", "CHE01", "CHE-STATE").output, HasSubstr("232 t CO2 eq of CHE"));
  const auto part = on("find", "SEN01", "casamance --lang fr");
  EXPECT_EQ(part.code, 0) << part.output;
  EXPECT_THAT(part.output, AllOf(HasSubstr("ceux-ci le contiennent"), HasSubstr("casamance-sud")));
  const auto nothing = on("find", "SEN01", "nowhere");
  EXPECT_EQ(nothing.code, 1) << nothing.output;
  EXPECT_THAT(on("find", "SEN01", "SEN-STATE --json").output,
              HasSubstr(R"({"count":1,"exact":true,"found":[{"kind":"account","id":"SEN-STATE")"));
}

TEST(StatementCommand, OfUnitAccountComponentAndActivity) {
  EXPECT_THAT(on("statement", "CHE01", "1").output,
              AllOf(HasSubstr("DEMONSTRATION, fictitious data"), HasSubstr("units acquired"),
                    HasSubstr("by CHE towards its NDC for 2024")));
  const auto account = on("statement", "CHE01", "CHE-STATE --from 2025-09-01 --to 2025-10-01");
  EXPECT_EQ(account.code, 0) << account.output;
  EXPECT_THAT(account.output, AllOf(HasSubstr("opening, t CO2 eq"), HasSubstr("996")));
  EXPECT_THAT(on("statement", "SEN01", "cap-est --lang fr").output,
              AllOf(HasSubstr("DÉMONSTRATION"), HasSubstr("composant cap-est"),
                    HasSubstr("1060,955"), HasSubstr("Où sont les unités")));
  EXPECT_THAT(on("statement", "SEN01", "SEN-WASTE-1 --lines 4").output,
              AllOf(HasSubstr("earlier entries not shown"), HasSubstr("cancelled")));
}

TEST(StatementCommand, AnswersInJson) {
  const auto answer = on("statement", "CHE01", "CHE-STATE --json");
  EXPECT_EQ(answer.code, 0) << answer.output;
  EXPECT_THAT(answer.output,
              AllOf(HasSubstr(R"({"kind":"account","id":"CHE-STATE","demonstration":true,)"),
                    HasSubstr(R"("closing_t_co2eq":22232)"),
                    HasSubstr(R"("type":"units_used","change_t_co2eq":-1498)")));
}

TEST(StatementCommand, SaysWhyThereIsNone) {
  const auto part = on("statement", "CHE01", "CHE");
  EXPECT_EQ(part.code, 1) << part.output;
  EXPECT_THAT(part.output, HasSubstr("try itmo find"));
  EXPECT_EQ(on("statement", "CHE01", "CHE-AUTH-2022-1").code, 1);
  EXPECT_EQ(on("statement", "CHE01", "CHE-STATE --kind component").code, 1);
  EXPECT_EQ(on("statement", "CHE01", "CHE-STATE --kind person").code, 2);
  const auto day = on("statement", "CHE01", "CHE-STATE --from 1.9.2025 --lang fr");
  EXPECT_EQ(day.code, 2) << day.output;
  EXPECT_THAT(day.output, HasSubstr("n'est pas un jour"));
  EXPECT_EQ(itmo("statement README.md 1 --key x").code, 2);
}

}  // namespace
}  // namespace openitmo::testing
