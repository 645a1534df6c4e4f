#include <algorithm>

#include "reporting/report_parts.h"

namespace openitmo::reporting {

const ledger::Authorization* own_authorization(const ReportInputs& in, const std::string& id) {
  const auto index = in.ledger.find_authorization(id);
  if (!index) return nullptr;
  const ledger::Authorization& found = in.ledger.authorizations()[*index];
  return found.latest().party == in.party() ? &found : nullptr;
}

std::vector<const ledger::Authorization*> own_authorizations(const PartContext& context) {
  std::vector<const ledger::Authorization*> own;
  for (const ledger::Authorization& authorization : context.in.ledger.authorizations())
    if (authorization.latest().party == context.in.party() &&
        (context.approach.empty() || authorization.latest().approach == context.approach))
      own.push_back(&authorization);
  return own;
}

namespace {

using ledger::AuthorizeItmos;

std::string years(CalendarYear first, CalendarYear last) {
  return fmt::format("{}–{}", first.value(), last.value());
}

ReportText entity_name(const ReportInputs& in, const std::string& id) {
  const auto found = in.ledger.entities().find(id);
  return ReportText::name(found == in.ledger.entities().end() ? id : found->second.name);
}

MissingPart nothing_yet(const PartContext& context, ReportText what, const ReportWords& remedy) {
  return {std::string(context.item.paragraph), std::move(what), remedy};
}

std::vector<TableCell> authorization_row(const ledger::Recorded<AuthorizeItmos>& version) {
  const AuthorizeItmos& record = version.record;
  return {code_cell(record.authorization, {version.entry}),
          code_cell(std::to_string(record.version)),
          words_cell(day_text(version.effective)),
          words_cell(purpose_text(record.purpose)),
          code_cell(years(record.first_vintage, record.last_vintage)),
          code_cell(record.document.reference),
          words_cell(record.quantity_t_co2eq
                         ? tonnes_text(*record.quantity_t_co2eq)
                         : ReportWords{"not stated", "non indiquée", "no indicada"})};
}

}  // namespace

DataTable authorization_table(const PartContext& context,
                              const std::optional<accounting::Period>& in_years) {
  DataTable table{
      .caption = ReportWords{"Authorizations by the Party", "Autorisations de la Partie",
                             "Autorizaciones de la Parte"},
      .columns = {ReportWords{"Authorization", "Autorisation", "Autorización"},
                  ReportWords{"Version", "Version", "Versión"},
                  ReportWords{"Date", "Date", "Fecha"}, ReportWords{"Uses", "Utilisations", "Usos"},
                  ReportWords{"Vintages", "Années d'obtention", "Años de obtención"},
                  ReportWords{"Document", "Document", "Documento"},
                  ReportWords{"At most, t CO2 eq", "Au plus, t éq. CO2", "Como máximo, t CO2 eq"}},
      .text_columns = 6};
  for (const ledger::Authorization* authorization : own_authorizations(context))
    for (const auto& version : authorization->versions) {
      if (in_years && !in_years->contains(version.effective.year())) continue;
      table.rows.push_back(authorization_row(version));
      table.notes.push_back(ReportText(
          ReportWords{"SHA-256 of {0}: {1}", "SHA-256 de {0} : {1}", "SHA-256 de {0}: {1}"},
          version.record.document.reference, version.record.document.sha256));
    }
  return table;
}

namespace {

// Where nothing is recorded the Party's own words stand for it.
bool is_stated(const PartContext& context) {
  return !context.item.statement.empty() &&
         context.in.statements.find(context.item.statement, context.approach) != nullptr;
}

Blocks authorization_copies(const PartContext& context) {
  DataTable table = authorization_table(context);
  if (table.rows.empty() && is_stated(context)) return {};
  if (table.rows.empty())
    return {nothing_yet(context,
                        ReportWords{"no authorization of the Party under this approach",
                                    "aucune autorisation de la Partie pour cette démarche",
                                    "ninguna autorización de la Parte en este enfoque"},
                        {"authorize, with its document", "authorize, avec son document",
                         "authorize, con su documento"})};
  return {
      Sentence{ReportWords{
          "The documents named here are the authorizations and can be told by their hash. The "
          "letter of authorization is sent with this report (itmo draw-report "
          "authorization-letter).",
          "Les documents nommés ici sont les autorisations et se reconnaissent à leur empreinte. "
          "La lettre d'autorisation est envoyée avec le présent rapport (itmo draw-report "
          "authorization-letter).",
          "Los documentos aquí citados son las autorizaciones y se reconocen por su huella. La "
          "carta de autorización se envía con este informe (itmo draw-report "
          "authorization-letter)."}},
      std::move(table)};
}

std::vector<ReportText> type_names(const ReportInputs& in, const std::vector<std::string>& types) {
  std::vector<ReportText> names;
  for (const std::string& type : types) names.push_back(in.statements.name_of(type, type));
  return names;
}

DataTable activity_table(const PartContext& context) {
  const ReportInputs& in = context.in;
  DataTable table{.caption = ReportWords{"Activities", "Activités", "Actividades"},
                  .columns = {ReportWords{"Activity", "Activité", "Actividad"},
                              ReportWords{"Host Party", "Partie hôte", "Parte anfitriona"},
                              ReportWords{"Owner", "Titulaire", "Titular"},
                              ReportWords{"Sector", "Secteur", "Sector"},
                              ReportWords{"Types", "Types", "Tipos"}},
                  .text_columns = 5};
  for (const auto& [id, activity] : in.ledger.activities().activities()) {
    if (activity.record.approach != context.approach) continue;
    table.rows.push_back(
        {words_cell(in.statements.name_of(id, id), in.entries.of(RecordActivity::kType, id)),
         words_cell(party_text(in, activity.record.host)),
         words_cell(entity_name(in, activity.record.owner)),
         words_cell(in.statements.name_of(activity.record.sector, activity.record.sector)),
         words_cell(listed_text(type_names(in, activity.record.activity_types)))});
  }
  return table;
}

Blocks description(const PartContext& context) {
  const ledger::ApproachState* state = context.in.ledger.find_approach(context.approach);
  Blocks blocks;
  if (state == nullptr) return blocks;
  blocks.push_back(Sentence{
      ReportText(
          ReportWords{"Recorded on {0}; agreement: {1}.", "Enregistrée le {0} ; accord : {1}.",
                      "Registrado el {0}; acuerdo: {1}."},
          day_text(state->record.effective), state->record.record.agreement.reference),
      {state->record.entry}});
  static constexpr ReportWords kRecognition{
      "Units get identifiers when both Parties recognise the transfer of verified outcomes.",
      "Les unités reçoivent leurs identifiants quand les deux Parties reconnaissent le transfert "
      "de résultats vérifiés.",
      "Las unidades reciben sus identificadores cuando ambas Partes reconocen la transferencia de "
      "resultados verificados."};
  static constexpr ReportWords kIssueFirst{
      "Units are issued when outcomes are verified, and transferred later.",
      "Les unités sont délivrées à la vérification des résultats, et transférées plus tard.",
      "Las unidades se expiden al verificarse los resultados y se transfieren después."};
  blocks.push_back(
      Sentence{state->record.record.workflow == Workflow::recognition ? kRecognition : kIssueFirst,
               {state->record.entry}});
  if (DataTable table = activity_table(context); !table.rows.empty())
    blocks.push_back(std::move(table));
  return blocks;
}

Blocks duration_blocks(const PartContext& context) {
  const auto own = own_authorizations(context);
  if (own.empty() && is_stated(context)) return {};
  if (own.empty())
    return {nothing_yet(context,
                        ReportWords{"no authorization says for which years",
                                    "aucune autorisation ne dit pour quelles années",
                                    "ninguna autorización indica para qué años"},
                        {"authorize, with vintages and last year of use",
                         "authorize, avec années d'obtention et dernière année d'utilisation",
                         "authorize, con años de obtención y último año de uso"})};
  Blocks blocks;
  for (const ledger::Authorization* authorization : own) {
    const AuthorizeItmos& latest = authorization->latest();
    blocks.push_back(Sentence{
        ReportText(ReportWords{"{0}: from {1}; outcomes of {2} to {3}; use until {4}.",
                               "{0} : dès le {1} ; résultats de {2} à {3} ; utilisation "
                               "jusqu'en {4}.",
                               "{0}: desde el {1}; resultados de {2} a {3}; uso hasta "
                               "{4}."},
                   latest.authorization, day_text(authorization->versions.front().effective),
                   latest.first_vintage.value(), latest.last_vintage.value(),
                   latest.last_use_year.value()),
        {authorization->versions.back().entry}});
  }
  return blocks;
}

// The years of the duration must all be there (rulebook R-071).
void note_years_without_figure(Blocks& blocks, const PartContext& context,
                               const ExpectedMitigation& expected) {
  for (const ledger::Authorization* authorization : own_authorizations(context))
    for (CalendarYear year = authorization->latest().first_vintage;
         year <= authorization->latest().last_vintage; year = year.next())
      if (!expected.yearly_t_co2eq.contains(year))
        blocks.push_back(nothing_yet(context,
                                     ReportText(ReportWords{"the mitigation expected in {0}",
                                                            "l'atténuation attendue en {0}",
                                                            "la mitigación prevista en {0}"},
                                                year.value()),
                                     {"the year in [expected_t_co2eq] of a component",
                                      "l'année dans [expected_t_co2eq] d'un composant",
                                      "el año en [expected_t_co2eq] de un componente"}));
}

Blocks expected_blocks(const PartContext& context) {
  const ExpectedMitigation* expected = context.in.statements.expected_of(context.approach);
  const bool has_figures = expected != nullptr && !expected->yearly_t_co2eq.empty();
  if (!has_figures && is_stated(context)) return {};
  if (!has_figures)
    return {nothing_yet(context,
                        ReportWords{"the mitigation expected for each year",
                                    "l'atténuation attendue pour chaque année",
                                    "la mitigación prevista para cada año"},
                        {"[[expected]] with the components' files in the statements",
                         "[[expected]] avec les fichiers des composants dans les déclarations",
                         "[[expected]] con los archivos de los componentes en las declaraciones"})};
  DataTable table{.caption = ReportWords{"Expected before the start", "Attendu avant le début",
                                         "Previsto antes del inicio"},
                  .columns = {ReportWords{"Year", "Année", "Año"},
                              ReportWords{"t CO2 eq", "t éq. CO2", "t CO2 eq"}},
                  .last_row_is_sum = true,
                  .notes = {ReportText(ReportWords{"From {0}.", "D'après {0}.", "Según {0}."},
                                       fmt::format("{}", fmt::join(expected->files, ", ")))}};
  TonnesCo2eq sum;
  for (const auto& [year, tonnes] : expected->yearly_t_co2eq) {
    table.rows.push_back(
        {code_cell(std::to_string(year.value())), words_cell(tonnes_text(tonnes))});
    sum = sum + tonnes;
  }
  table.rows.push_back(
      {words_cell(ReportWords{"Total", "Total", "Total"}), words_cell(tonnes_text(sum))});
  Blocks blocks{std::move(table)};
  note_years_without_figure(blocks, context, *expected);
  return blocks;
}

Blocks party_blocks(const PartContext& context) {
  const ReportInputs& in = context.in;
  const ledger::ApproachState* state = in.ledger.find_approach(context.approach);
  if (state == nullptr) return {};
  DataTable table{
      .columns = {ReportWords{"Party", "Partie", "Parte"}, ReportWords{"Code", "Code", "Código"},
                  ReportWords{"Role", "Rôle", "Papel"}},
      .text_columns = 3};
  for (const PartyId party : state->record.record.parties) {
    const bool hosts =
        std::ranges::any_of(in.ledger.activities().activities(), [&](const auto& of) {
          return of.second.record.approach == context.approach && of.second.record.host == party;
        });
    static constexpr ReportWords kHost{"host of an activity", "hôte d'une activité",
                                       "anfitriona de una actividad"};
    static constexpr ReportWords kOther{"participating Party", "Partie participante",
                                        "Parte participante"};
    table.rows.push_back({words_cell(party_text(in, party), {state->record.entry}),
                          code_cell(party.view()), words_cell(hosts ? kHost : kOther)});
  }
  return {std::move(table)};
}

Blocks entity_blocks(const PartContext& context) {
  const ReportInputs& in = context.in;
  DataTable table{.columns = {ReportWords{"Entity", "Entité", "Entidad"},
                              ReportWords{"Number", "Numéro", "Número"},
                              ReportWords{"Incorporated in", "Constituée en", "Constituida en"},
                              ReportWords{"Authorized by", "Autorisée par", "Autorizada por"},
                              ReportWords{"Date", "Date", "Fecha"},
                              ReportWords{"Conditions", "Conditions", "Condiciones"}},
                  .text_columns = 6};
  bool own = false;
  for (const auto& authorized : in.ledger.entity_authorizations()) {
    if (authorized.record.approach != context.approach) continue;
    own = own || authorized.record.party == in.party();
    const auto found = in.ledger.entities().find(authorized.record.entity);
    if (found == in.ledger.entities().end()) continue;
    table.rows.push_back({code_cell(found->second.name, {authorized.entry}),
                          code_cell(found->second.identification_number),
                          words_cell(party_text(in, found->second.country)),
                          words_cell(party_text(in, authorized.record.party)),
                          words_cell(day_text(authorized.effective)),
                          code_cell(authorized.record.conditions.reference)});
  }
  Blocks blocks;
  if (!table.rows.empty()) blocks.push_back(std::move(table));
  if (!own && in.statements.find("18(g) entities", context.approach) == nullptr)
    blocks.push_back(
        nothing_yet(context,
                    ReportWords{"the Party has authorized no entity under this approach",
                                "la Partie n'a autorisé aucune entité pour cette démarche",
                                "la Parte no ha autorizado a ninguna entidad en este enfoque"},
                    {"authorize_entity, or a statement \"18(g) entities\" with a reason",
                     "authorize_entity, ou une déclaration « 18(g) entities » avec un motif",
                     "authorize_entity, o una declaración «18(g) entities» con un motivo"}));
  return blocks;
}

}  // namespace

Blocks approach_part(const PartContext& context) {
  switch (context.item.part) {
    case OutlinePart::authorization_copy:
      return authorization_copies(context);
    case OutlinePart::approach:
      return description(context);
    case OutlinePart::duration:
      return duration_blocks(context);
    case OutlinePart::expected_mitigation:
      return expected_blocks(context);
    case OutlinePart::parties:
      return party_blocks(context);
    default:
      return entity_blocks(context);
  }
}

}  // namespace openitmo::reporting
