#include "files/programme/statements.h"

#include <algorithm>
#include <fmt/format.h>

#include "files/programme/field_values.h"
#include "files/programme/folder.h"
#include "files/programme/review_cases.h"
#include "reporting/outline.h"

namespace openitmo::files {

namespace {

using reporting::PartyStatement;
using reporting::Statements;

// "18(b)" says why chapter II is left out; "5(c)" to "5(n)" complete a letter of authorization.
constexpr std::string_view kOtherParagraphs[] = {"18(b)", "5(c)", "5(f)", "5(g)",
                                                 "5(h)",  "5(j)", "5(l)", "5(n)"};

std::vector<std::string_view> known_paragraphs() {
  std::vector<std::string_view> known(std::begin(kOtherParagraphs), std::end(kOtherParagraphs));
  for (const auto outline :
       {reporting::initial_report_outline(), reporting::regular_information_outline()})
    for (const reporting::OutlineItem& item : outline)
      if (!item.statement.empty()) known.push_back(item.statement);
  return known;
}

class Reader {
 public:
  Reader(const std::filesystem::path& root, PartyId party) : root_(root), folder_(root) {
    statements_.party = party;
  }

  Read<Statements> read() {
    if (const auto root = folder_.open_first(statements_path(statements_.party))) {
      if (root->string("party") != statements_.party.view())
        root->refuse(
            "party", Words("the file is another Party's", "le fichier est d'une autre Partie"),
            Text({"write \"{}\", or move the file", "écrivez « {} », ou déplacez le fichier"},
                 statements_.party.view()));
      read_names(*root);
      for (const TomlTable& table : root->optional_tables("statement")) add_statement(table);
      for (const TomlTable& table : root->optional_tables("expected")) add_expected(table);
    }
    statements_.reviews = read_review_cases(folder_, root_, statements_.party);
    if (Problems problems = folder_.finish(); !problems.empty()) return std::unexpected(problems);
    return std::move(statements_);
  }

 private:
  void read_names(const TomlTable& root) {
    if (const auto names = root.optional_table("names"))
      for (const std::string& id : names->keys()) {
        const ReportText name = read_report_text(*names, id);
        if (!name.empty() && std::ranges::any_of(kReportLanguages, [&](ReportLanguage one) {
              return name.in(one).empty();
            }))
          names->refuse(id,
                        Words("the name does not stand in all languages of reports",
                              "le nom n'est pas dans toutes les langues des rapports"),
                        Words("give en, fr and es", "donnez en, fr et es"));
        statements_.names[id] = name;
      }
  }

  static CooperativeApproachId read_approach(const TomlTable& table, bool required) {
    if (!required && !table.has("approach")) return {};
    return code_of<6, kApproachPattern>(table, "approach", table.string("approach"));
  }

  void add_statement(const TomlTable& table) {
    static const std::vector<std::string_view> kKnown = known_paragraphs();
    PartyStatement statement;
    statement.paragraph = table.choice("paragraph", kKnown);
    statement.approach = read_approach(table, false);
    const bool applies = !table.has("not_applicable");
    if (applies)
      statement.text = read_report_text(table, "text");
    else
      statement.not_applicable = read_report_text(table, "not_applicable");
    if (!applies && table.has("text"))
      table.refuse("text",
                   Words("it stands beside not_applicable", "il est à côté de not_applicable"),
                   Words("keep one of the two", "gardez l'un des deux"));
    if (!applies && table.has("confidential"))
      table.refuse("confidential",
                   Words("a reason why it does not apply is never confidential",
                         "le motif pour lequel c'est sans objet n'est jamais confidentiel"),
                   Words("keep one of the two", "gardez l'un des deux"));
    if (table.has("confidential")) statement.confidential = read_report_text(table, "confidential");
    statement.basis = read_enum<Basis>(table, "basis");
    statement.source = applies && statement.basis != Basis::fictitious
                           ? table.string("source")
                           : table.optional_string("source").value_or("");
    statement.evidence = folder_.document(table, "evidence", false);
    refuse_second(table, statement);
    statements_.statements.push_back(std::move(statement));
  }

  void refuse_second(const TomlTable& table, const PartyStatement& statement) const {
    const bool second = std::ranges::any_of(statements_.statements, [&](const auto& other) {
      return other.paragraph == statement.paragraph && other.approach == statement.approach;
    });
    if (second && !statement.paragraph.empty())
      table.refuse("paragraph",
                   Text({"{} is stated twice", "{} est déclaré deux fois"}, statement.paragraph),
                   Words("keep one, or name different approaches",
                         "gardez-en un, ou nommez des démarches différentes"));
  }

  void add_expected(const TomlTable& table) {
    reporting::ExpectedMitigation expected{.approach = read_approach(table, true),
                                           .yearly_t_co2eq = {},
                                           .files = table.strings("components")};
    if (!expected.approach.empty() && statements_.expected_of(expected.approach) != nullptr)
      table.refuse("approach",
                   Text({"{} has a block of expected figures already",
                         "{} a déjà un bloc de chiffres attendus"},
                        expected.approach.view()),
                   Words("list all components in one block",
                         "énumérez tous les composants dans un seul bloc"));
    for (auto path = expected.files.begin(); path != expected.files.end(); ++path)
      if (std::find(expected.files.begin(), path, *path) != path)
        table.refuse("components", Text({"{} is listed twice", "{} figure deux fois"}, *path),
                     Words("list it once: its tonnes count once",
                           "énumérez-le une fois : ses tonnes comptent une fois"));
      else
        add_component(table, *path, expected);
    statements_.expected.push_back(std::move(expected));
  }

  // The figures of a component's file, which `itmo run` reads as a whole and checks.
  void add_component(const TomlTable& table, const std::string& path,
                     reporting::ExpectedMitigation& expected) {
    const auto source = folder_.read(table, "components", path);
    if (!source) return;
    const Read<TomlDocument> document = TomlDocument::parse(*source);
    if (!document) return folder_.add(document.error());
    const auto years = document->root().optional_table("expected_t_co2eq");
    if (!years)
      return table.refuse(
          "components",
          Text({"{} has no [expected_t_co2eq]", "{} n'a pas de [expected_t_co2eq]"}, path),
          Words("write the expected tonnes of each year there, or leave it out",
                "écrivez-y les tonnes attendues de chaque année, ou omettez-le"));
    for (const std::string& key : years->keys())
      if (const auto year = year_of_key(*years, key))
        expected.yearly_t_co2eq[*year] =
            expected.yearly_t_co2eq[*year] +
            TonnesCo2eq(static_cast<std::uint64_t>(years->integer(key, 0)));
  }

  std::filesystem::path root_;
  ProgrammeFolder folder_;
  Statements statements_;
};

}  // namespace

std::string statements_path(PartyId party) {
  return fmt::format("parties/{}/statements.toml", party.view());
}

Read<Statements> read_statements(const std::filesystem::path& programme_folder, PartyId party) {
  return Reader(programme_folder, party).read();
}

}  // namespace openitmo::files
