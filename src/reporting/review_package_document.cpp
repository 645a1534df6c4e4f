#include <algorithm>
#include <fmt/ranges.h>

#include "reporting/checked_rows.h"
#include "reporting/controlled_values.h"
#include "reporting/party_reports.h"
#include "reporting/recommendations.h"
#include "reporting/review_documents.h"

namespace openitmo::reporting {

namespace {

Block sentence(const ReportText& text, EntryNumbers entries = {}) {
  return Sentence{text, std::move(entries)};
}

DocumentSection what_it_is(const ReportInputs& in, const ReviewPackage& package) {
  DocumentSection section{
      .number = "1",
      .heading = ReportWords{"What this is", "De quoi il s'agit", "De qué se trata"}};
  section.blocks.push_back(sentence(ReportText(
      ReportWords{
          "What {0} submitted for review, frozen at {1} entries of the journal {2}, whose "
          "tree then has the root {3}. Nothing in a journal is edited: whoever has it "
          "makes this package again, byte for byte, with itmo check-package.",
          "Ce que la Partie ({0}) a soumis à l'examen, arrêté à {1} écritures du journal {2}, dont "
          "l'arbre a alors la racine {3}. Rien n'est modifié dans un journal : qui le "
          "possède refait ce dossier à l'octet près, avec itmo check-package.",
          "Lo que {0} presentó al examen, cerrado con {1} entradas del diario {2}, cuyo "
          "árbol tiene entonces la raíz {3}. Nada se modifica en un diario: quien lo tiene "
          "rehace este paquete byte a byte, con itmo check-package."},
      party_text(in, in.party()), package.tree_size, package.origin, package.root_sha256)));
  section.blocks.push_back(sentence(ReportWords{
      "A review looks at initial reports, updated initial reports and regular information. Rows of "
      "the AEF are checked by the secretariat; the review considers the results (6/CMA.4, annex "
      "II, paragraph 2). It judges neither the NDC nor the cooperative approach, its activities or "
      "their authorization (paragraph 10).",
      "Un examen porte sur les rapports initiaux, les rapports initiaux mis à jour et les "
      "informations régulières. Les lignes de l'AEF sont contrôlées par le secrétariat ; l'examen "
      "en considère les résultats (6/CMA.4, annexe II, paragraphe 2). Il ne juge ni la CDN, ni la "
      "démarche concertée, ses activités ou leur autorisation (paragraphe 10).",
      "Un examen se ocupa de los informes iniciales, los informes iniciales actualizados y la "
      "información periódica. Las filas del AEF las comprueba la secretaría; el examen considera "
      "los resultados (6/CMA.4, anexo II, párrafo 2). No juzga la CDN ni el enfoque cooperativo, "
      "sus actividades o su autorización (párrafo 10)."}));
  return section;
}

// Whether it is what was sent, and whether it is a draft.
ReportText made_text(const MadeAgain& made) {
  if (made.is_submitted)
    return ReportWords{"has the SHA-256 of what was sent", "a le SHA-256 de ce qui fut envoyé",
                       "tiene el SHA-256 de lo enviado"};
  if (made.missing > 0)
    return ReportText(ReportWords{"differs from what was sent; {0} parts are missing",
                                  "diffère de ce qui fut envoyé ; il manque {0} éléments",
                                  "difiere de lo enviado; faltan {0} elementos"},
                      made.missing);
  return ReportWords{"differs from what was sent", "diffère de ce qui fut envoyé",
                     "difiere de lo enviado"};
}

ReportText submitted_text(const PackagedReport& report) {
  const bool made_same = std::ranges::any_of(report.made, &MadeAgain::is_submitted);
  if (!report.submitted_file.empty())
    return ReportText(ReportWords{"{0}, as it was sent: its SHA-256 is the journal's",
                                  "{0}, tel qu'envoyé : son SHA-256 est celui du journal",
                                  "{0}, tal como se envió: su SHA-256 es el del diario"},
                      report.submitted_file);
  if (report.left_out == LeftOut::confidential_version)
    return ReportWords{
        "sent with its confidential texts; the file is withheld here and stands in a package made "
        "with --with-confidential",
        "envoyé avec ses textes confidentiels ; le fichier n'est pas montré ici et figure dans un "
        "dossier fait avec --with-confidential",
        "enviado con sus textos confidenciales; el archivo no se muestra aquí y figura en un "
        "paquete hecho con --with-confidential"};
  if (report.left_out == LeftOut::not_known_public)
    return ReportWords{
        "left out: it cannot be made again, and may hold confidential texts; ask the Party for it",
        "non inclus : il ne peut être refait et peut contenir des textes confidentiels ; "
        "demandez-le à la Partie",
        "no incluido: no puede rehacerse y puede contener textos confidenciales; pídalo a la "
        "Parte"};
  if (made_same)
    return ReportWords{"the file made again is the one that was sent",
                       "le fichier refait est celui qui fut envoyé",
                       "el archivo rehecho es el que se envió"};
  return ReportWords{"no file of this SHA-256 was given; ask the Party for it",
                     "aucun fichier de ce SHA-256 n'a été fourni ; demandez-le à la Partie",
                     "no se dio ningún archivo de este SHA-256; pídalo a la Parte"};
}

DocumentSection reports(const ReviewPackage& package) {
  DocumentSection section{
      .number = "2",
      .heading = ReportWords{"What was submitted", "Ce qui a été soumis", "Qué se presentó"}};
  if (package.reports.empty()) {
    section.blocks.push_back(sentence(ReportWords{
        "No report of the Party is recorded.", "Aucun rapport de la Partie n'est enregistré.",
        "No hay registrado ningún informe de la Parte."}));
    return section;
  }
  std::vector<const ledger::SubmittedReport*> submitted;
  for (const PackagedReport& one : package.reports) submitted.push_back(&one.submitted);
  section.blocks.push_back(submission_table(submitted));
  DataTable table{
      .columns = {ReportWords{"Entry", "Écriture", "Entrada"},
                  ReportWords{"The file that was sent", "Le fichier envoyé", "El archivo enviado"},
                  ReportWords{"Made again from the journal as it then was",
                              "Refait d'après le journal tel qu'il était alors",
                              "Rehecho a partir del diario tal como era entonces"},
                  ReportWords{"Compared", "Comparaison", "Comparación"}},
      .text_columns = 4,
      .notes = {ReportWords{
          "What was sent counts. What is made again shows every figure with its entries; it "
          "differs where the Party's own words or the day are others, or the file was not made by "
          "this program.",
          "Ce qui fut envoyé fait foi. Ce qui est refait montre chaque chiffre avec ses écritures "
          "; "
          "il diffère quand les termes de la Partie ou le jour sont autres, ou quand le fichier ne "
          "vient pas de ce programme.",
          "Cuenta lo que se envió. Lo rehecho muestra cada cifra con sus entradas; difiere cuando "
          "las palabras de la Parte o el día son otros, o el archivo no se hizo con este "
          "programa."}}};
  for (const PackagedReport& one : package.reports)
    for (const MadeAgain& made : one.made)
      table.rows.push_back({code_cell(std::to_string(one.submitted.entry)),
                            words_cell(submitted_text(one)), code_cell(made.path),
                            words_cell(made_text(made))});
  section.blocks.push_back(table);
  return section;
}

TableCell result_cell(const ledger::Recorded<ledger::RecordCheckResult>& told) {
  const auto words = ReportText::name(official_words(told.record.result));
  if (told.record.rows.empty()) return words_cell(words, {told.entry});
  return words_cell(
      ReportText(ReportWords{"{0}; rows of Table 3: {1}", "{0} ; lignes du tableau 3 : {1}",
                             "{0}; filas del cuadro 3: {1}"},
                 words, row_numbers(told.record.rows)),
      {told.entry});
}

DocumentSection checks(const ReviewPackage& package) {
  DocumentSection section{
      .number = "3",
      .heading = ReportWords{"Consistency checks, to be considered",
                             "Contrôles de cohérence, à considérer",
                             "Comprobaciones de coherencia, que se consideran"}};
  if (package.checks.empty()) {
    section.blocks.push_back(
        sentence(ReportWords{"No annual information of the Party is recorded as submitted.",
                             "Aucune information annuelle de la Partie n'est enregistrée comme "
                             "soumise.",
                             "No hay registrada información anual presentada por la Parte."}));
    return section;
  }
  DataTable table{
      .columns = {ReportWords{"Annual information", "Informations annuelles", "Información anual"},
                  ReportWords{"Said by the Article 6 database",
                              "Dit par la base de données de l'article 6",
                              "Dicho por la base de datos del artículo 6"},
                  ReportWords{
                      "Rules inside one submission that the same checks find broken here",
                      "Règles internes à une soumission que les mêmes contrôles trouvent ici non "
                      "respectées",
                      "Reglas internas de una presentación que las mismas comprobaciones "
                      "encuentran aquí incumplidas"}},
      .text_columns = 3};
  static constexpr ReportWords kNotTold{"not told yet", "pas encore communiqué",
                                        "todavía no comunicado"};
  static constexpr ReportWords kNone{"none", "aucune", "ninguna"};
  for (const PackagedCheck& one : package.checks) {
    const ledger::SubmitAef& sent = one.sent.record;
    table.rows.push_back(
        {code_cell(fmt::format("{} {}.{}", sent.year.value(), sent.major, sent.minor),
                   {one.sent.entry}),
         one.result ? result_cell(*one.result) : words_cell(kNotTold),
         one.findings.empty() ? words_cell(kNone)
                              : code_cell(fmt::format("{}", fmt::join(one.findings, ", ")))});
  }
  section.blocks.push_back(table);
  return section;
}

// Whether the Party holds units of these ranges, or first transferred some.
bool concerns(const ReportInputs& in, const std::vector<ledger::ItmoRange>& ranges) {
  using ledger::BlockState;
  const auto is_own = [&](const ledger::Block& block) {
    const BlockState& state = block.state;
    if (state.status == ledger::BlockStatus::held && state.account != BlockState::kNone &&
        in.ledger.accounts()[state.account].party == in.party())
      return true;
    return state.first_transferred && state.first_transfer_authorization != BlockState::kNone &&
           in.ledger.authorizations()[state.first_transfer_authorization].latest().party ==
               in.party();
  };
  return std::ranges::any_of(ranges, [&](const ledger::ItmoRange& range) {
    return std::ranges::any_of(in.ledger.blocks().within(range), is_own);
  });
}

// Units that somebody called inconsistent and that are kept from use meanwhile (4/CMA.6 para 40).
void add_holds(Blocks& blocks, const ReportInputs& in) {
  for (const auto& [id, hold] : in.ledger.safeguards().holds())
    if (!hold.lifted && concerns(in, hold.placed.record.ranges))
      blocks.push_back(
          sentence(ReportText(ReportWords{"Hold {0} keeps units from use towards an NDC since {1}.",
                                          "La retenue {0} écarte des unités de l'utilisation pour "
                                          "une CDN depuis le {1}.",
                                          "La retención {0} impide el uso de unidades para una CDN "
                                          "desde el {1}."},
                              id, day_text(hold.placed.effective)),
                   {hold.placed.entry}));
}

DocumentSection open_matters(const ReportInputs& in) {
  DocumentSection section{
      .number = "4",
      .heading = ReportWords{"Open inconsistencies and earlier recommendations",
                             "Incohérences ouvertes et recommandations antérieures",
                             "Incoherencias abiertas y recomendaciones anteriores"}};
  add_holds(section.blocks, in);
  DataTable table = recommendation_table(in);
  if (!table.rows.empty()) {
    table.notes.push_back(ReportWords{
        "The review repeats those that the latest submission does not answer (6/CMA.4, annex II, "
        "paragraph 6; annex III, chapter II.C).",
        "L'examen réitère celles auxquelles la dernière soumission ne répond pas (6/CMA.4, annexe "
        "II, paragraphe 6 ; annexe III, chapitre II.C).",
        "El examen reitera las que la última presentación no responde (6/CMA.4, anexo II, párrafo "
        "6; anexo III, capítulo II.C)."});
    section.blocks.push_back(table);
  }
  if (section.blocks.empty())
    section.blocks.push_back(sentence(
        ReportWords{"No hold stands, and no earlier review recommended anything.",
                    "Aucune retenue n'est en cours, et aucun examen antérieur n'a rien recommandé.",
                    "No hay retenciones, y ningún examen anterior recomendó nada."}));
  return section;
}

DocumentSection confidential(const ReportInputs& in, const ReviewPackage& package) {
  DocumentSection section{.number = "5",
                          .paragraph = "24",
                          .heading = ReportWords{"What is confidential", "Ce qui est confidentiel",
                                                 "Qué es confidencial"}};
  if (package.withheld.empty()) {
    section.blocks.push_back(sentence(ReportWords{"Nothing.", "Rien.", "Nada."}));
    return section;
  }
  section.blocks.push_back(sentence(
      in.with_confidential
          ? ReportWords{"The texts stand in this package: it is for the review team alone, whose "
                        "duty of confidentiality does not end with the review (6/CMA.4, annex II, "
                        "paragraph 22).",
                        "Les textes figurent dans ce dossier : il est pour la seule équipe "
                        "d'examen, dont l'obligation de confidentialité ne cesse pas avec l'examen "
                        "(6/CMA.4, annexe II, paragraphe 22).",
                        "Los textos figuran en este paquete: es solo para el equipo examinador, "
                        "cuya obligación de confidencialidad no termina con el examen (6/CMA.4, "
                        "anexo II, párrafo 22)."}
          : ReportWords{"The texts are withheld here. The Party gives them to the review team in a "
                        "package made with --with-confidential.",
                        "Les textes ne sont pas montrés ici. La Partie les donne à l'équipe "
                        "d'examen dans un dossier fait avec --with-confidential.",
                        "Los textos no se muestran aquí. La Parte los entrega al equipo examinador "
                        "en un paquete hecho con --with-confidential."}));
  DataTable table{
      .columns = {ReportWords{"Paragraph", "Paragraphe", "Párrafo"},
                  ReportWords{"Cooperative approach", "Démarche concertée", "Enfoque cooperativo"},
                  ReportWords{"Basis for its protection", "Fondement de sa protection",
                              "Fundamento de su protección"}},
      .text_columns = 3};
  for (const WithheldText& one : package.withheld)
    table.rows.push_back({code_cell(one.paragraph), code_cell(one.approach.view()),
                          words_cell(in_any_language(one.basis))});
  section.blocks.push_back(table);
  return section;
}

DocumentSection tracing(const ReportInputs& in, const ReviewPackage& package) {
  const std::string journal = in.ledger.registry()
                                  ? fmt::format("{}.itmo", in.ledger.registry()->registry.view())
                                  : "JOURNAL";
  DataTable table{
      .columns = {ReportWords{"To", "Pour", "Para"}, ReportWords{"Command", "Commande", "Orden"}},
      .text_columns = 2};
  const auto row = [&](const ReportWords& what, const std::string& command) {
    table.rows.push_back({words_cell(what), code_cell(command)});
  };
  if (!package.reports.empty())
    row({"see what an entry says, with its proof", "voir ce que dit une écriture, avec sa preuve",
         "ver qué dice una entrada, con su prueba"},
        fmt::format("itmo prove {0} --entry {1} -o {1}.proof", journal,
                    package.reports.front().submitted.entry));
  const auto action =
      std::ranges::find(in.ledger.actions(), in.party(), &ledger::Action::reporting_party);
  if (action != in.ledger.actions().end())
    row({"follow a unit from the weighbridge to its use",
         "suivre une unité de la pesée à son utilisation",
         "seguir una unidad desde la báscula hasta su uso"},
        fmt::format("itmo trace {} RUN-FOLDER", action->range.first_id.to_string()));
  row({"see how a figure came about, down to rows of data",
       "voir d'où vient un chiffre, jusqu'aux lignes de données",
       "ver de dónde viene una cifra, hasta las filas de datos"},
      "itmo explain RUN-FOLDER");
  row({"compute everything again", "tout recalculer", "recalcularlo todo"},
      "itmo verify RUN-FOLDER");
  row({"make this package again and compare", "refaire ce dossier et comparer",
       "rehacer este paquete y comparar"},
      fmt::format("itmo check-package THIS-FOLDER --journal {} --statements FOLDER", journal));
  return {.number = "6",
          .heading = ReportWords{"To trace any number", "Pour retracer tout chiffre",
                                 "Para rastrear cualquier cifra"},
          .blocks = {sentence(ReportWords{
                         "Each figure of a report names the entries that it is made of; their "
                         "numbers lead on.",
                         "Chaque chiffre d'un rapport nomme les écritures dont il est fait ; leurs "
                         "numéros mènent plus loin.",
                         "Cada cifra de un informe nombra las entradas de las que está hecha; sus "
                         "números llevan más lejos."}),
                     table}};
}

}  // namespace

std::vector<WithheldText> withheld_texts(const Statements& statements) {
  std::vector<WithheldText> withheld;
  for (const PartyStatement& one : statements.statements)
    if (!one.confidential.empty())
      withheld.push_back({one.paragraph, one.approach, one.confidential});
  for (const ReviewCase& review : statements.reviews) {
    for (const ReviewQuestion& one : review.questions)
      if (one.answer && !one.answer->confidential.empty())
        withheld.push_back({fmt::format("{} ({})", one.paragraph, one.id), one.approach,
                            one.answer->confidential});
    for (const ReviewedRecommendation& one : review.recommendations)
      if (one.response && !one.response->answer.confidential.empty())
        withheld.push_back(
            {fmt::format("{} ({})", one.paragraph, one.id), {}, one.response->answer.confidential});
  }
  return withheld;
}

OfficialDocument review_package_document(const ReportInputs& in, const ReviewPackage& package) {
  OfficialDocument document{.kind = DocumentKind::review_package};
  document.title =
      ReportText(ReportWords{"For the review of {0}", "Pour l'examen : {0}", "Para el examen: {0}"},
                 party_text(in, in.party()));
  document.subtitle = ReportWords{
      "Article 6 technical expert review, decision 2/CMA.3, annex, chapter V",
      "Examen technique par des experts au titre de l'article 6, décision 2/CMA.3, annexe, "
      "chapitre V",
      "Examen técnico por expertos del artículo 6, decisión 2/CMA.3, anexo, capítulo V"};
  document.sections = {what_it_is(in, package), reports(package),          checks(package),
                       open_matters(in),        confidential(in, package), tracing(in, package)};
  complete_document(document, in);
  return document;
}

}  // namespace openitmo::reporting
