#include "reporting/authorization_letter.h"

#include "reporting/party_reports.h"

namespace openitmo::reporting {

namespace {

using ledger::AuthorizeItmos;

const ledger::Recorded<AuthorizeItmos>* find_version(const ledger::Authorization& of,
                                                     std::optional<std::uint32_t> version) {
  if (!version) return &of.versions.back();
  for (const auto& one : of.versions)
    if (one.record.version == *version) return &one;
  return nullptr;
}

struct Element {
  std::string_view letter;  // of para 5
  ReportWords heading;
  Blocks (*blocks)(const ReportInputs&, const ledger::Recorded<AuthorizeItmos>&);
};

MissingPart missing(std::string_view paragraph, const ReportWords& what) {
  return {std::string(paragraph), what,
          ReportText(ReportWords{"a statement for \"{0}\", or a new version of the authorization",
                                 "une déclaration pour « {0} », ou une nouvelle version de "
                                 "l'autorisation",
                                 "una declaración para «{0}», o una nueva versión de la "
                                 "autorización"},
                     paragraph)};
}

// What the Party states under the letter; nothing where it states nothing.
Blocks stated(const ReportInputs& in, std::string_view key, CooperativeApproachId approach) {
  const PartyStatement* statement = in.statements.find(key, approach);
  if (statement == nullptr) return {};
  return {statement_block(in, *statement, key)};
}

Blocks stated_or_missing(const ReportInputs& in, std::string_view key,
                         CooperativeApproachId approach, const ReportWords& what) {
  Blocks blocks = stated(in, key, approach);
  if (blocks.empty()) blocks.push_back(missing(key, what));
  return blocks;
}

Block said(ReportText text, const ledger::Recorded<AuthorizeItmos>& version) {
  return Sentence{std::move(text), {version.entry}};
}

Blocks approach_id(const ReportInputs& in, const ledger::Recorded<AuthorizeItmos>& version) {
  const std::string code = version.record.approach.to_string();
  Blocks blocks{said(ReportText(ReportWords{"{0}, {1}.", "{0}, {1}.", "{0}, {1}."}, code,
                                in.statements.name_of(code, code)),
                     version)};
  if (code == "CA9999")
    blocks.push_back(Sentence{ReportWords{
        "CA9999 is no identifier of the centralized accounting and reporting platform; it marks "
        "fictitious data.",
        "CA9999 n'est pas un identifiant de la plateforme centralisée de comptabilité et de "
        "notification ; il marque des données fictives.",
        "CA9999 no es un identificador de la plataforma centralizada de contabilidad y "
        "presentación de informes; señala datos ficticios."}});
  return blocks;
}

Blocks covered(const ReportInputs& in, const ledger::Recorded<AuthorizeItmos>& version) {
  std::vector<ReportText> names;
  for (const PartyId party : version.record.authorized_parties)
    names.push_back(party_text(in, party));
  for (const std::string& id : version.record.authorized_entities) {
    const auto found = in.ledger.entities().find(id);
    names.push_back(ReportText::name(
        found == in.ledger.entities().end()
            ? id
            : fmt::format("{} ({})", found->second.name, found->second.identification_number)));
  }
  if (names.empty())
    return {NotApplicable{ReportWords{"Not known yet: any Party, and no entity, is named.",
                                      "Pas encore connus : aucune Partie ni entité n'est nommée.",
                                      "Aún no se conocen: no se nombra ninguna Parte ni entidad."},
                          {version.entry}}};
  return {said(ReportText(ReportWords{"{0}.", "{0}.", "{0}."}, listed_text(names)), version)};
}

Blocks duration(const ReportInputs& in, const ledger::Recorded<AuthorizeItmos>& version) {
  Blocks blocks{
      said(ReportText(
               ReportWords{"Of {0}; for outcomes of {1} to {2}; they are used or cancelled no "
                           "later than for {3}.",
                           "Du {0} ; pour des résultats de {1} à {2} ; ils sont utilisés ou "
                           "annulés au plus tard pour {3}.",
                           "De {0}; para resultados de {1} a {2}; se usan o cancelan a más tardar "
                           "para {3}."},
               day_text(version.effective), version.record.first_vintage.value(),
               version.record.last_vintage.value(), version.record.last_use_year.value()),
           version)};
  for (Block& block : stated(in, "5(c)", version.record.approach))
    blocks.push_back(std::move(block));
  return blocks;
}

Blocks first_transfer(const ReportInputs&, const ledger::Recorded<AuthorizeItmos>& version) {
  static constexpr ReportWords kDefinitions[] = {
      {"For other international mitigation purposes, the authorization is the first transfer.",
       "À d'autres fins d'atténuation internationales, l'autorisation est le premier transfert.",
       "Para otros fines de mitigación internacionales, la autorización es la primera "
       "transferencia."},
      {"For other international mitigation purposes, issuance is the first transfer.",
       "À d'autres fins d'atténuation internationales, la délivrance est le premier transfert.",
       "Para otros fines de mitigación internacionales, la expedición es la primera "
       "transferencia."},
      {"For other international mitigation purposes, use or cancellation is the first transfer.",
       "À d'autres fins d'atténuation internationales, l'utilisation ou l'annulation est le "
       "premier "
       "transfert.",
       "Para otros fines de mitigación internacionales, el uso o la cancelación es la primera "
       "transferencia."}};
  Blocks blocks;
  if (covers_ndc(version.record.purpose))
    blocks.push_back(said(ReportWords{"For an NDC, the first international transfer is the first "
                                      "transfer.",
                                      "Aux fins d'une CDN, le premier transfert international est "
                                      "le premier transfert.",
                                      "Para una CDN, la primera transferencia internacional es la "
                                      "primera transferencia."},
                          version));
  if (!covers_oimp(version.record.purpose)) return blocks;
  if (const auto& definition = version.record.first_transfer_definition)
    blocks.push_back(said(kDefinitions[static_cast<std::size_t>(*definition)], version));
  else
    blocks.push_back(missing("5(d)", {"which act is the first transfer for these uses",
                                      "quel acte est le premier transfert pour ces utilisations",
                                      "qué acto es la primera transferencia para estos usos"}));
  return blocks;
}

Blocks uses(const ReportInputs&, const ledger::Recorded<AuthorizeItmos>& version) {
  ReportText text = purpose_text(version.record.purpose);
  if (!version.record.oimp.empty()) text += ReportText::name(" (" + version.record.oimp + ")");
  return {said(ReportText(ReportWords{"{0}.", "{0}.", "{0}."}, text), version)};
}

Blocks standards(const ReportInputs& in, const ledger::Recorded<AuthorizeItmos>& version) {
  Blocks blocks;
  if (!version.record.standards.empty())
    blocks.push_back(said(
        ReportText::name(fmt::format("{}.", fmt::join(version.record.standards, ", "))), version));
  for (Block& block : stated(in, "5(f)", version.record.approach))
    blocks.push_back(std::move(block));
  if (blocks.empty())
    blocks.push_back(missing("5(f)", {"regulations, frameworks, standards or methodologies",
                                      "règlements, cadres, normes ou méthodologies",
                                      "reglamentos, marcos, normas o metodologías"}));
  return blocks;
}

Blocks changes(const ReportInputs& in, const ledger::Recorded<AuthorizeItmos>& version) {
  static constexpr ReportWords kNever{
      "Changes do not apply to outcomes already first transferred (4/CMA.6, paragraph 7); the "
      "registry holds each later version against that.",
      "Les modifications ne s'appliquent pas à des résultats déjà transférés pour la première fois "
      "(4/CMA.6, paragraphe 7) ; le registre y tient chaque version ultérieure.",
      "Los cambios no se aplican a resultados ya transferidos por primera vez (4/CMA.6, párrafo "
      "7); "
      "el registro somete a ello cada versión posterior."};
  static constexpr ReportWords kMay{
      "Changes may apply to outcomes already first transferred, in these circumstances and by this "
      "process:",
      "Les modifications peuvent s'appliquer à des résultats déjà transférés pour la première "
      "fois, "
      "dans ces circonstances et selon cette procédure :",
      "Los cambios pueden aplicarse a resultados ya transferidos por primera vez, en estas "
      "circunstancias y con este proceso:"};
  const bool may = version.record.change_after_first_transfer;
  Blocks blocks{said(may ? kMay : kNever, version)};
  Blocks more = may ? stated_or_missing(in, "5(g)", version.record.approach,
                                        {"the circumstances of changes and the process for them",
                                         "les circonstances des modifications et leur procédure",
                                         "las circunstancias de los cambios y su proceso"})
                    : stated(in, "5(g)", version.record.approach);
  for (Block& block : more) blocks.push_back(std::move(block));
  return blocks;
}

Blocks quantity(const ReportInputs& in, const ledger::Recorded<AuthorizeItmos>& version) {
  if (!version.record.quantity_t_co2eq)
    return stated_or_missing(in, "5(h)", version.record.approach,
                             {"a quantity, or the reason why none applies",
                              "une quantité, ou le motif pour lequel il n'y en a pas",
                              "una cantidad, o el motivo por el que no procede"});
  return {said(ReportText(ReportWords{"At most {0} t CO2 eq.", "Au plus {0} t éq. CO2.",
                                      "Como máximo {0} t CO2 eq."},
                          tonnes_text(*version.record.quantity_t_co2eq)),
               version)};
}

Blocks registry(const ReportInputs&, const ledger::Recorded<AuthorizeItmos>& version) {
  if (version.record.tracking_registry.empty())
    return {missing("5(i)", {"the registry by which the Party tracks ITMOs",
                             "le registre par lequel la Partie suit les ITMO",
                             "el registro con que la Parte sigue los ITMO"})};
  return {said(ReportText::name(version.record.tracking_registry.to_string() + "."), version)};
}

Blocks underlying(const ReportInputs& in, const ledger::Recorded<AuthorizeItmos>& version) {
  return stated_or_missing(in, "5(j)", version.record.approach,
                           {"the registries of underlying units, or the reason why there are none",
                            "les registres d'unités sous-jacentes, ou le motif de leur absence",
                            "los registros de unidades subyacentes, o el motivo de su ausencia"});
}

Blocks vintages(const ReportInputs&, const ledger::Recorded<AuthorizeItmos>& version) {
  return {
      said(ReportText(ReportWords{"{0} to {1}.", "{0} à {1}.", "{0} a {1}."},
                      version.record.first_vintage.value(), version.record.last_vintage.value()),
           version)};
}

Blocks metrics(const ReportInputs& in, const ledger::Recorded<AuthorizeItmos>& version) {
  const std::string& metric = in.ledger.metric_of(version.record.approach);
  Blocks blocks{
      said(ReportText(ReportWords{"{0}; global warming potentials of the IPCC: {1}.",
                                  "{0} ; potentiels de réchauffement global du GIEC : {1}.",
                                  "{0}; potenciales de calentamiento global del IPCC: {1}."},
                      metric.empty() ? ReportText(ReportWords{"t CO2 eq", "t éq. CO2", "t CO2 eq"})
                                     : ReportText::name(metric),
                      version.record.gwp_set),
           version)};
  for (Block& block :
       stated_or_missing(in, "5(l)", version.record.approach,
                         {"the greenhouse gases covered", "les gaz à effet de serre couverts",
                          "los gases de efecto invernadero abarcados"}))
    blocks.push_back(std::move(block));
  return blocks;
}

Blocks sectors(const ReportInputs& in, const ledger::Recorded<AuthorizeItmos>& version) {
  const auto* activity = in.ledger.activities().find_activity(version.record.activity);
  if (activity == nullptr)
    return {NotApplicable{ReportWords{"No activity is named, so no sector is.",
                                      "Aucune activité n'est nommée, donc aucun secteur.",
                                      "No se nombra ninguna actividad ni, por tanto, sector."},
                          {version.entry}}};
  return {said(ReportText(ReportWords{"{0}.", "{0}.", "{0}."},
                          in.statements.name_of(activity->record.sector, activity->record.sector)),
               version)};
}

Blocks activity(const ReportInputs& in, const ledger::Recorded<AuthorizeItmos>& version) {
  const auto* found = in.ledger.activities().find_activity(version.record.activity);
  if (found == nullptr)
    return stated_or_missing(in, "5(n)", version.record.approach,
                             {"an activity or its type, or the reason why none is named",
                              "une activité ou son type, ou le motif de leur absence",
                              "una actividad o su tipo, o el motivo de su ausencia"});
  std::vector<ReportText> types;
  for (const std::string& type : found->record.activity_types)
    types.push_back(in.statements.name_of(type, type));
  return {said(ReportText(ReportWords{"{0} ({1}): {2}.", "{0} ({1}) : {2}.", "{0} ({1}): {2}."},
                          in.statements.name_of(version.record.activity, version.record.activity),
                          version.record.activity, listed_text(types)),
               version)};
}

constexpr Element kElements[] = {
    {"(a)", {"Cooperative approach", "Démarche concertée", "Enfoque cooperativo"}, approach_id},
    {"(b)",
     {"Participating Parties and entities covered", "Parties participantes et entités couvertes",
      "Partes participantes y entidades abarcadas"},
     covered},
    {"(c)",
     {"Date and duration, final dates", "Date et durée, dates finales",
      "Fecha y duración, fechas finales"},
     duration},
    {"(d)",
     {"Specification of the first transfer", "Spécification du premier transfert",
      "Especificación de la primera transferencia"},
     first_transfer},
    {"(e)", {"Uses covered", "Utilisations couvertes", "Usos abarcados"}, uses},
    {"(f)",
     {"Underlying regulations, frameworks, standards, procedures and methodologies",
      "Règlements, cadres, normes, procédures et méthodologies applicables",
      "Reglamentos, marcos, normas, procedimientos y metodologías aplicables"},
     standards},
    {"(g)",
     {"Changes: circumstances and process", "Modifications : circonstances et procédure",
      "Cambios: circunstancias y proceso"},
     changes},
    {"(h)", {"Quantity", "Quantité", "Cantidad"}, quantity},
    {"(i)",
     {"Registry of the Party for tracking and recording",
      "Registre de la Partie pour le suivi et l'enregistrement",
      "Registro de la Parte para el seguimiento y el asiento"},
     registry},
    {"(j)",
     {"Registries of the underlying standards", "Registres des normes applicables",
      "Registros de las normas aplicables"},
     underlying},
    {"(k)", {"Vintages", "Années d'obtention", "Años de obtención"}, vintages},
    {"(l)",
     {"Metrics, units and greenhouse gases", "Métriques, unités et gaz à effet de serre",
      "Métricas, unidades y gases de efecto invernadero"},
     metrics},
    {"(m)", {"Sectors", "Secteurs", "Sectores"}, sectors},
    {"(n)",
     {"Activity types and activities", "Types d'activité et activités",
      "Tipos de actividad y actividades"},
     activity},
};

DocumentSection signature(const ledger::Recorded<AuthorizeItmos>& version) {
  static constexpr ReportWords kHeading{"Document and signature", "Document et signature",
                                        "Documento y firma"};
  return {
      .heading = kHeading,
      .blocks = {said(ReportText(ReportWords{"The authorization itself is document {0}, SHA-256 "
                                             "{1}. This letter states its content as recorded; "
                                             "the competent authority signs it here:",
                                             "L'autorisation elle-même est le document {0}, "
                                             "SHA-256 {1}. La présente lettre énonce son "
                                             "contenu tel qu'enregistré ; l'autorité compétente "
                                             "la signe ici :",
                                             "La autorización misma es el documento {0}, "
                                             "SHA-256 {1}. Esta carta expone su contenido según "
                                             "lo asentado; la autoridad competente la firma "
                                             "aquí:"},
                                 version.record.document.reference, version.record.document.sha256),
                      version)}};
}

}  // namespace

std::optional<OfficialDocument> authorization_letter(const ReportInputs& in, const std::string& id,
                                                     std::optional<std::uint32_t> number) {
  const ledger::Authorization* authorization = own_authorization(in, id);
  const auto* version = authorization ? find_version(*authorization, number) : nullptr;
  if (version == nullptr) return std::nullopt;
  OfficialDocument letter{.kind = DocumentKind::authorization_letter};
  letter.title = ReportText(
      ReportWords{"{0}: authorization {1}, version {2}", "{0} : autorisation {1}, version {2}",
                  "{0}: autorización {1}, versión {2}"},
      party_text(in, in.party()), id, version->record.version);
  letter.subtitle = ReportWords{
      "Letter of authorization of the use of internationally transferred mitigation outcomes; "
      "elements of decision 4/CMA.6, paragraph 5",
      "Lettre d'autorisation d'utiliser des résultats d'atténuation transférés au niveau "
      "international ; éléments de la décision 4/CMA.6, paragraphe 5",
      "Carta de autorización del uso de resultados de mitigación de transferencia internacional; "
      "elementos de la decisión 4/CMA.6, párrafo 5"};
  for (const Element& element : kElements)
    letter.sections.push_back({.number = std::string(element.letter),
                               .paragraph = fmt::format("5{}", element.letter),
                               .heading = element.heading,
                               .blocks = element.blocks(in, *version)});
  letter.sections.push_back(signature(*version));
  complete_document(letter, in);
  letter.assumptions.clear();  // they are about accounts, of which a letter says nothing
  return letter;
}

}  // namespace openitmo::reporting
