#include "reporting/authorization_changes.h"
#include "reporting/authorization_letter.h"
#include "reporting/party_reports.h"

namespace openitmo::reporting {

namespace {

constexpr accounting::Period kAllYears{CalendarYear(0), CalendarYear(9999)};

}  // namespace

std::optional<OfficialDocument> authorization_statement(const ReportInputs& in,
                                                        const std::string& id) {
  const ledger::Authorization* authorization = own_authorization(in, id);
  if (authorization == nullptr) return std::nullopt;
  OfficialDocument statement{.kind = DocumentKind::authorization_statement};
  statement.title = ReportText(
      ReportWords{"{0}: statement of authorization {1}", "{0} : relevé de l'autorisation {1}",
                  "{0}: relación de la autorización {1}"},
      party_text(in, in.party()), id);
  statement.subtitle = ReportWords{
      "Versions and their changes (decision 2/CMA.3, annex, paragraph 21(c); decision 4/CMA.6, "
      "paragraphs 7 to 10)",
      "Versions et modifications (décision 2/CMA.3, annexe, paragraphe 21 c) ; décision 4/CMA.6, "
      "paragraphes 7 à 10)",
      "Versiones y cambios (decisión 2/CMA.3, anexo, párrafo 21 c); decisión 4/CMA.6, párrafos 7 a "
      "10)"};
  static constexpr OutlineItem kItem{
      .number = {}, .paragraph = "21(c)", .heading = {"-", "-", "-"}};
  DataTable versions = authorization_table({.in = in, .item = kItem});
  std::erase_if(versions.rows, [&](const auto& row) { return row.front().text.en != id; });
  versions.notes.clear();
  Blocks blocks{std::move(versions)};
  DataTable changes = authorization_changes(*authorization, kAllYears);
  if (changes.rows.empty())
    blocks.push_back(Sentence{ReportWords{"No version changed another one.",
                                          "Aucune version n'en a modifié une autre.",
                                          "Ninguna versión ha modificado otra."}});
  else
    blocks.push_back(std::move(changes));
  blocks.push_back(
      Sentence{ReportText(ReportWords{"First transferred under all versions: {0} t CO2 eq.",
                                      "Transféré pour la première fois au titre de toutes les "
                                      "versions : {0} t éq. CO2.",
                                      "Transferido por primera vez en virtud de todas las "
                                      "versiones: {0} t CO2 eq."},
                          tonnes_text(authorization->first_transferred_t_co2eq))});
  static constexpr ReportWords kHeading{"Versions", "Versions", "Versiones"};
  statement.sections.push_back(
      {.paragraph = "21(c)", .heading = kHeading, .blocks = std::move(blocks)});
  complete_document(statement, in);
  statement.assumptions.clear();
  return statement;
}

}  // namespace openitmo::reporting
