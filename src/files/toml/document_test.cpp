#include "files/toml/document.h"

#include <array>
#include <gmock/gmock.h>

namespace openitmo::files {
namespace {

using testing::HasSubstr;

TomlDocument document_of(std::string text) {
  auto document = TomlDocument::parse({.path = "p.toml", .bytes = std::move(text)});
  EXPECT_TRUE(document) << document.error().to_text(Language::en);
  return *document;
}

// The problems of a text that `load` reads.
template <class Load>
std::string problems_of(std::string text, Load load) {
  const TomlDocument document = document_of(std::move(text));
  load(document.root());
  return document.finish().to_text(Language::en);
}

std::string parse_problem(std::string text) {
  const auto document = TomlDocument::parse({.path = "p.toml", .bytes = std::move(text)});
  return document ? "" : document.error().to_text(Language::en);
}

TEST(TomlDocument, GivesEveryType) {
  const TomlDocument document = document_of(R"(
name = "Mbao"
years = [2023, 2024]
start = 2023-01-01
moment = 2024-03-05T14:07:09+01:00
open = true
tags = ["a", "b"]
[ndc]
target = "27.7"
[[site]]
id = 1
[[site]]
id = 2
)");
  const TomlTable root = document.root();
  EXPECT_EQ(root.string("name"), "Mbao");
  EXPECT_EQ(root.integers("years"), (std::vector<std::int64_t>{2023, 2024}));
  EXPECT_EQ(root.date("start"), Date(2023, 1, 1));
  EXPECT_EQ(root.instant("moment").to_string(), "2024-03-05T13:07:09Z");
  EXPECT_TRUE(root.boolean("open"));
  EXPECT_EQ(root.strings("tags"), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(root.table("ndc").decimal("target"), "27.7");
  const auto sites = root.tables("site");
  ASSERT_EQ(sites.size(), 2U);
  EXPECT_EQ(sites[0].integer("id"), 1);
  EXPECT_EQ(sites[1].integer("id"), 2);
  EXPECT_EQ(root.optional_string("none"), std::nullopt);
  EXPECT_TRUE(root.optional_tables("nobody").empty());
  EXPECT_EQ(document.finish().to_text(Language::en), "");
}

TEST(TomlDocument, DecimalsAreTheTextOfTheFile) {
  const TomlDocument document = document_of(
      "\"clé\" = { a = 0.1000000000000000055511, b = 27, c = \"-3.50\", d = +1_000.25 }\n"
      "e = 1e3\nf = \"1,5\"\ng = nan\nh = [1]\n");
  const TomlTable table = document.root().table("clé");
  EXPECT_EQ(table.decimal("a"), "0.1000000000000000055511");
  EXPECT_EQ(table.decimal("b"), "27");
  EXPECT_EQ(table.decimal("c"), "-3.50");
  EXPECT_EQ(table.decimal("d"), "1000.25");
  for (const char* key : {"e", "f", "g", "h"}) EXPECT_EQ(document.root().decimal(key), "");
  const std::string problems = document.finish().to_text(Language::en);
  EXPECT_THAT(problems, HasSubstr("p.toml:2:5: e: \"1e3\" is not a plain decimal number; write a "
                                  "decimal number in quotes, such as \"27.7\", with a point"));
  EXPECT_THAT(problems, HasSubstr("p.toml:3:5: f: \"1,5\" is not a plain decimal number"));
  EXPECT_THAT(problems, HasSubstr("p.toml:4:5: g: \"nan\" is not a plain decimal number"));
  EXPECT_THAT(problems, HasSubstr("p.toml:5:5: h: this is an array; write a decimal number"));
}

TEST(TomlDocument, NamesMissingAndWrongKeysAllAtOnce) {
  const std::string problems =
      problems_of("a = 1\nb = \"x\"\n[t]\nd = 5\n", [](const TomlTable& root) {
        EXPECT_EQ(root.string("a"), "");
        EXPECT_EQ(root.integer("b"), 0);
        root.table("t").integer("d", 10, 20);
        root.table("t").date("start");
        root.table("other").string("never reported, because its table is missing");
        root.tables("site");
        root.boolean("a");
      });
  EXPECT_EQ(
      problems,
      "p.toml:1:1: other: the key is missing; add it with a table: [other]\n"
      "p.toml:1:1: site: the key is missing; add it with one or more tables: [[site]]\n"
      "p.toml:1:5: a: this is an integer; write a text in quotes\n"
      "p.toml:1:5: a: this is an integer; write true or false, without quotes\n"
      "p.toml:2:5: b: this is a string; write a whole number without quotes\n"
      "p.toml:3:1: t.start: the key is missing; add it with a day that exists, as 2024-02-29\n"
      "p.toml:4:5: t.d: 5 is out of range; write a number from 10 to 20\n");
}

TEST(TomlDocument, NamesUnknownKeysWithTheNearest) {
  const std::string problems =
      problems_of("nmae = \"x\"\nzzzzzz = 1\n[[site]]\nidd = 2\n", [](const TomlTable& root) {
        root.optional_string("name");
        for (const TomlTable& site : root.tables("site")) site.optional_integer("id");
      });
  EXPECT_EQ(problems,
            "p.toml:1:1: nmae: the key is unknown; did you mean name?\n"
            "p.toml:2:1: zzzzzz: the key is unknown; remove it; known here: name, site\n"
            "p.toml:4:1: idd: the key is unknown; did you mean id?\n");
}

TEST(TomlDocument, ChoicesAndOwnRefusals) {
  constexpr std::array<std::string_view, 2> kClimates{"tropical_dry", "tropical_wet"};
  const std::string problems =
      problems_of("climate = \"tropical_dri\"\nn = 3\n", [&](const TomlTable& root) {
        EXPECT_EQ(root.choice("climate", kClimates), "");
        root.integer("n");
        root.refuse("n", Words("there are only 2 sites", "il n'y a que 2 sites"),
                    Words("write 1 or 2", "écrivez 1 ou 2"));
      });
  EXPECT_EQ(problems,
            "p.toml:1:11: climate: \"tropical_dri\" is not known here; write one of tropical_dry, "
            "tropical_wet; did you mean tropical_dry?\n"
            "p.toml:2:5: n: there are only 2 sites; write 1 or 2\n");
}

TEST(TomlDocument, RefusesWhatTheParserRefuses) {
  EXPECT_THAT(parse_problem("a = 1\na = 2\n"), HasSubstr("p.toml:2:"));
  EXPECT_THAT(parse_problem("a = 1\na = 2\n"), HasSubstr("keep one of the two"));
  EXPECT_THAT(parse_problem("day = 2023-02-29\n"), HasSubstr("p.toml:1:"));
  EXPECT_THAT(parse_problem("day = 2023-02-29\n"), HasSubstr("write a day that exists"));
  EXPECT_THAT(parse_problem("ok = 1\nname = Mbao\n"), HasSubstr("p.toml:2:"));
  EXPECT_THAT(parse_problem("a = \"open\n"), HasSubstr("this is not valid TOML"));
  EXPECT_THAT(parse_problem("a = \"\xff\"\n"), HasSubstr("this is not valid TOML"));
}

TEST(TomlDocument, DatesInQuotesMustExistToo) {
  const std::string problems =
      problems_of("a = \"2023-02-29\"\nb = 2024-01-01T10:00:00\n", [](const TomlTable& root) {
        root.date("a");
        root.instant("b");
      });
  EXPECT_EQ(problems,
            "p.toml:1:5: a: \"2023-02-29\" is not a date; write a day that exists, as 2024-02-29\n"
            "p.toml:2:5: b: this is a date and time without offset; write a date and time with "
            "offset, as 2024-03-05T14:07:09Z\n");
}

TEST(TomlDocument, TablesWhoseKeysAreData) {
  const TomlDocument document = document_of("[emissions]\n2021 = \"11.5\"\n2022 = \"11.9\"\n");
  const TomlTable table = document.root().table("emissions");
  EXPECT_EQ(table.keys(), (std::vector<std::string>{"2021", "2022"}));
  for (const std::string& key : table.keys()) table.decimal(key);
  EXPECT_TRUE(document.finish().empty());
}

}  // namespace
}  // namespace openitmo::files
