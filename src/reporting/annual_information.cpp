#include "reporting/annual_information.h"

#include <map>

#include "reporting/aef_fields.h"
#include "reporting/party_reports.h"

namespace openitmo::reporting {

namespace {

using accounting::Figure;

constexpr ReportWords kTonnes{"t CO2 eq", "t éq. CO2", "t CO2 eq"};

ReportText action_text(ledger::ActionType type) {
  static constexpr ReportWords kActions[] = {
      {"first transfer", "premier transfert", "primera transferencia"},
      {"transfer", "transfert", "transferencia"},
      {"acquisition", "acquisition", "adquisición"},
      {"use", "utilisation", "uso"},
      {"cancellation", "annulation", "cancelación"}};
  return kActions[static_cast<std::size_t>(type)];
}

Block submission_block(const AefSubmission& of) {
  return Sentence{ReportText(
      ReportWords{"Version {0} about {1}, submitted on {2}; due by {3}. It holds {4} rows in its "
                  "Tables 2 to 5.",
                  "Version {0} sur {1}, soumise le {2} ; attendue au plus tard le {3}. Elle compte "
                  "{4} lignes dans ses tableaux 2 à 5.",
                  "Versión {0} sobre {1}, presentada el {2}; plazo: {3}. Tiene {4} filas en sus "
                  "cuadros 2 a 5."},
      of.version.to_string(), of.reported_year.value(), day_text(of.submission_date),
      day_text(submission_deadline(of.reported_year)),
      of.authorizations.size() + of.actions.size() + of.holdings.size() + of.entities.size())};
}

Block authorizations(const AefSubmission& of) {
  DataTable table{
      .columns = {ReportWords{"Authorization", "Autorisation", "Autorización"},
                  ReportWords{"Version", "Version", "Versión"},
                  ReportWords{"Date", "Date", "Fecha"}, ReportWords{"Uses", "Utilisations", "Usos"},
                  ReportWords{"At most, t CO2 eq", "Au plus, t éq. CO2", "Como máximo, t CO2 eq"}},
      .text_columns = 4};
  for (const AuthorizationRow& row : of.authorizations)
    table.rows.push_back(
        {code_cell(row.authorization, {row.entry}), code_cell(std::to_string(row.version)),
         words_cell(day_text(row.date)), words_cell(purpose_text(row.purpose)),
         words_cell(row.quantity_t_co2eq
                        ? tonnes_text(*row.quantity_t_co2eq)
                        : ReportWords{"not stated", "non indiquée", "no indicada"})});
  return table;
}

TonnesCo2eq tonnes(const BlockColumns& block) {
  return block.quantity_t_co2eq.value_or(TonnesCo2eq());
}

Block actions(const AefSubmission& of) {
  std::map<std::pair<ledger::ActionType, Vintage>, Figure> sums;
  Figure all;
  for (const ActionRow& row : of.actions) {
    sums[{row.type, row.block.vintage}].add(tonnes(row.block), row.entry);
    all.add(tonnes(row.block), row.entry);
  }
  DataTable table{
      .columns = {ReportWords{"Action", "Acte", "Acto"},
                  ReportWords{"Vintage", "Année d'obtention", "Año de obtención"}, kTonnes},
      .text_columns = 2};
  for (const auto& [key, figure] : sums)
    table.rows.push_back({words_cell(action_text(key.first)),
                          code_cell(std::to_string(key.second.value())), tonnes_cell(figure)});
  return table;
}

Block holdings(const AefSubmission& of) {
  std::map<Vintage, Figure> sums;
  Figure all;
  for (const HoldingRow& row : of.holdings) {
    sums[row.block.vintage].add(tonnes(row.block), row.entry);
    all.add(tonnes(row.block), row.entry);
  }
  DataTable table{
      .columns = {ReportWords{"Vintage", "Année d'obtention", "Año de obtención"}, kTonnes},
      .last_row_is_sum = true};
  for (const auto& [vintage, figure] : sums)
    table.rows.push_back({code_cell(std::to_string(vintage.value())), tonnes_cell(figure)});
  table.rows.push_back({words_cell(ReportWords{"Total", "Total", "Total"}), tonnes_cell(all)});
  return table;
}

Block entities(const AefSubmission& of) {
  DataTable table{.columns = {ReportWords{"Entity", "Entité", "Entidad"},
                              ReportWords{"Number", "Numéro", "Número"},
                              ReportWords{"Incorporated in", "Constituée en", "Constituida en"},
                              ReportWords{"Authorized on", "Autorisée le", "Autorizada el"}},
                  .text_columns = 4};
  for (const EntityRow& row : of.entities)
    table.rows.push_back({code_cell(row.name, {row.entry}), code_cell(row.identification_number),
                          code_cell(row.country.view()), words_cell(day_text(row.date))});
  return table;
}

Block none(const ReportWords& words) { return Sentence{words}; }

}  // namespace

OfficialDocument annual_information(const ReportInputs& in, const AefSubmission& of) {
  OfficialDocument document{.kind = DocumentKind::annual_information};
  document.title =
      ReportText(ReportWords{"Annual information of {0} for {1}",
                             "Informations annuelles : {0}, {1}", "Información anual: {0}, {1}"},
                 party_text(in, in.party()), of.reported_year.value());
  document.subtitle = ReportWords{
      "What the agreed electronic format holds; decision 2/CMA.3, annex, paragraph 20",
      "Ce que contient le format électronique convenu ; décision 2/CMA.3, annexe, paragraphe 20",
      "Lo que contiene el formato electrónico acordado; decisión 2/CMA.3, anexo, párrafo 20"};
  static constexpr ReportWords kHeadings[] = {
      {"Submission", "Soumission", "Presentación"},
      {"Authorizations", "Autorisations", "Autorizaciones"},
      {"Actions of the year", "Actes de l'année", "Actos del año"},
      {"Holdings on 31 December", "Avoirs au 31 décembre", "Tenencias al 31 de diciembre"},
      {"Authorized entities", "Entités autorisées", "Entidades autorizadas"}};
  const auto add = [&](std::size_t table, Block block) {
    document.sections.push_back({.number = std::to_string(table + 1),
                                 .paragraph = "20",
                                 .heading = kHeadings[table],
                                 .blocks = {std::move(block)}});
  };
  add(0, submission_block(of));
  add(1, of.authorizations.empty()
             ? none({"No authorization is reported.", "Aucune autorisation n'est déclarée.",
                     "No se declara ninguna autorización."})
             : authorizations(of));
  add(2, of.actions.empty()
             ? none({"No action took place.", "Aucun acte n'a eu lieu.", "No hubo ningún acto."})
             : actions(of));
  add(3, of.holdings.empty()
             ? none({"Nothing was held.", "Rien n'était détenu.", "No había tenencias."})
             : holdings(of));
  add(4, of.entities.empty()
             ? none({"No entity was authorized.", "Aucune entité n'était autorisée.",
                     "No había entidades autorizadas."})
             : entities(of));
  complete_document(document, in);
  document.assumptions.clear();
  return document;
}

}  // namespace openitmo::reporting
