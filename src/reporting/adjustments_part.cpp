#include <algorithm>
#include <set>

#include "accounting/structured_summary.h"
#include "ledger/invariants.h"
#include "reporting/report_parts.h"

namespace openitmo::reporting {

namespace {

using accounting::Figure;
using accounting::StructuredSummary;
using accounting::SummaryYear;

constexpr ReportWords kTonnes{"t CO2 eq", "t éq. CO2", "t CO2 eq"};

// One row of paragraph 23: a value for each year.
using YearCell = TableCell (*)(const SummaryYear&);
struct ParagraphRow {
  std::string_view paragraph;
  ReportWords label;
  YearCell cell;
  bool by_year_of_act = false;
};

TableCell tonnes_of(const std::optional<Rational>& kilograms) {
  return words_cell(kilograms ? tonnes_text(*kilograms, 0) : unknown_text());
}
TableCell tonnes_of(const std::optional<KilogramsCo2eq>& kilograms) {
  return tonnes_of(kilograms ? std::optional(Rational(kilograms->value(), 1)) : std::nullopt);
}

constexpr ParagraphRow kRows[] = {
    {"23(a), 23(b)",
     {"emissions and removals covered by the NDC", "émissions et absorptions couvertes par la CDN",
      "emisiones y absorciones abarcadas por la CDN"},
     [](const SummaryYear& year) { return tonnes_of(year.r23a_kg_co2eq); }},
    {"23(c)",
     {"ITMOs first transferred", "ITMO transférés pour la première fois",
      "ITMO transferidos por primera vez"},
     [](const SummaryYear& year) { return tonnes_cell(year.r23c); },
     true},
    {"23(d)",
     {"outcomes authorized for other international mitigation purposes",
      "résultats autorisés à d'autres fins d'atténuation internationales",
      "resultados autorizados para otros fines de mitigación internacionales"},
     [](const SummaryYear& year) { return tonnes_cell(year.r23d); },
     true},
    {"23(e)",
     {"ITMOs used towards the NDC", "ITMO utilisés aux fins de la CDN", "ITMO usados para la CDN"},
     [](const SummaryYear& year) { return tonnes_cell(year.r23e); },
     true},
    {"23(f)",
     {"net of 23(c) to 23(e)", "net de 23 c) à 23 e)", "neto de 23 c) a 23 e)"},
     [](const SummaryYear& year) { return words_cell(whole_text(year.r23f_t_co2eq)); },
     true},
    {"23(g)",
     {"total corresponding adjustment", "ajustement correspondant total",
      "ajuste correspondiente total"},
     [](const SummaryYear& year) { return tonnes_of(year.r23g_kg_co2eq); }},
    {"23(h)",
     {"23(f) added up", "23 f) cumulé", "23 f) acumulado"},
     [](const SummaryYear& year) { return words_cell(whole_text(year.r23h_t_co2eq)); },
     true},
    {"23(k)(i)",
     {"emissions balance", "bilan des émissions", "balance de emisiones"},
     [](const SummaryYear& year) { return tonnes_of(year.r23k_i_kg_co2eq); }},
};

DataTable paragraph_23_table(const ReportInputs& in, const StructuredSummary& summary) {
  DataTable table{
      .caption =
          ReportWords{"Paragraph 23, t CO2 eq", "Paragraphe 23, t éq. CO2", "Párrafo 23, t CO2 eq"},
      .columns = {ReportWords{"Paragraph", "Paragraphe", "Párrafo"},
                  ReportWords{"Quantity", "Quantité", "Cantidad"}},
      .text_columns = 2,
      .notes = {ReportWords{
          "23(c) to 23(f) and 23(h) by year of the act, 23(g) by the year that paragraph 8 "
          "adjusts. Unknown stands where no inventory is recorded or the year has not elapsed.",
          "23 c) à 23 f) et 23 h) par année de l'acte, 23 g) par année que vise le paragraphe 8. "
          "Inconnu figure là où aucun inventaire n'est enregistré ou l'année n'est pas écoulée.",
          "23 c) a 23 f) y 23 h) por año del acto, 23 g) por el año que ajusta el párrafo 8. "
          "Desconocido figura donde no hay inventario o el año no ha transcurrido."}}};
  for (const SummaryYear& year : summary.years)
    table.columns.push_back(ReportText::name(std::to_string(year.year.value())));
  for (const ParagraphRow& row : kRows) {
    auto& cells = table.rows.emplace_back();
    cells.push_back(code_cell(row.paragraph));
    cells.push_back(words_cell(row.label));
    // No act of a year to come is known: that is not none.
    for (const SummaryYear& year : summary.years)
      cells.push_back(row.by_year_of_act && year.year > in.date.year() ? words_cell(unknown_text())
                                                                       : row.cell(year));
  }
  return table;
}

Block achievement_block(const StructuredSummary& summary) {
  const accounting::Achievement& achievement = summary.achievement;
  if (!achievement.achieved)
    return Sentence{
        ReportWords{"Whether the NDC is achieved cannot be said yet (paragraph 23(l)): "
                    "the period is not over, or a figure is missing.",
                    "On ne peut pas encore dire si la CDN est réalisée (paragraphe 23 "
                    "l)) : la période n'est pas finie, ou un chiffre manque.",
                    "Aún no puede decirse si se ha cumplido la CDN (párrafo 23 l)): el "
                    "período no ha terminado, o falta una cifra."}};
  static constexpr ReportWords kYes{"The NDC is achieved, judged on the balance (paragraph 23(l)).",
                                    "La CDN est réalisée, au vu du bilan (paragraphe 23 l)).",
                                    "La CDN se ha cumplido, según el balance (párrafo 23 l))."};
  static constexpr ReportWords kNo{
      "The NDC is not achieved, judged on the balance (paragraph "
      "23(l)).",
      "La CDN n'est pas réalisée, au vu du bilan (paragraphe 23 l)).",
      "La CDN no se ha cumplido, según el balance (párrafo 23 l))."};
  return Sentence{*achievement.achieved ? kYes : kNo};
}

Blocks adjustments(const PartContext& context) {
  if (!context.in.accounts.ndc)
    return {MissingPart{
        std::string(context.item.paragraph),
        ReportWords{"no NDC of the Party is recorded", "aucune CDN de la Partie n'est enregistrée",
                    "no hay ninguna CDN registrada de la Parte"},
        ReportWords{"record_ndc", "record_ndc", "record_ndc"}}};
  const StructuredSummary summary = structured_summary(context.in.ledger, context.in.accounts);
  return {Sentence{ReportText(ReportWords{"The method is {0}.", "La méthode est {0}.",
                                          "El método es {0}."},
                              method_text(summary.method)),
                   {context.in.accounts.ndc->entry}},
          paragraph_23_table(context.in, summary), achievement_block(summary)};
}

std::string_view flow_paragraph(accounting::FlowKind kind) {
  switch (kind) {
    case accounting::FlowKind::first_transferred_ndc:
      return "23(c)";
    case accounting::FlowKind::first_transferred_oimp:
      return "23(d)";
    case accounting::FlowKind::used:
      return "23(e)";
  }
  return {};
}

Blocks breakdown(const PartContext& context) {
  const StructuredSummary summary = structured_summary(context.in.ledger, context.in.accounts);
  DataTable table{
      .caption = ReportWords{"Paragraph 23(j): 23(c) to 23(e) by approach, sector, Parties and "
                             "vintage",
                             "Paragraphe 23 j) : 23 c) à 23 e) par démarche, secteur, Parties et "
                             "année d'obtention",
                             "Párrafo 23 j): 23 c) a 23 e) por enfoque, sector, Partes y año de "
                             "obtención"},
      .columns = {ReportWords{"Paragraph", "Paragraphe", "Párrafo"},
                  ReportWords{"Year", "Année", "Año"},
                  ReportWords{"Approach", "Démarche", "Enfoque"},
                  ReportWords{"Sector", "Secteur", "Sector"},
                  ReportWords{"First transferring Party", "Première Partie qui transfère",
                              "Primera Parte que transfiere"},
                  ReportWords{"Using or acquiring Party", "Partie qui utilise ou acquiert",
                              "Parte que usa o adquiere"},
                  ReportWords{"Vintage", "Année d'obtention", "Año de obtención"}, kTonnes},
      .text_columns = 7};
  for (const accounting::SummaryBreakdown& row : summary.breakdown)
    table.rows.push_back(
        {code_cell(flow_paragraph(row.row)), code_cell(std::to_string(row.event_year.value())),
         code_cell(row.approach.view()),
         words_cell(context.in.statements.name_of(row.sector, row.sector)),
         code_cell(row.first_transferring_party.view()), code_cell(row.using_party.view()),
         code_cell(std::to_string(row.vintage.value())), tonnes_cell(row.figure)});
  if (table.rows.empty())
    return {Sentence{ReportWords{"Nothing was first transferred or used.",
                                 "Rien n'a été transféré pour la première fois ni utilisé.",
                                 "No se ha transferido por primera vez ni usado nada."}}};
  return {std::move(table)};
}

// Units whose status says that they are at an end, by what brought them there.
struct EndedUnits {
  Figure used_ndc, used_oimp, cancelled;
  EntryNumbers entries() const {
    std::set<std::uint64_t> all;
    for (const Figure* figure : {&used_ndc, &used_oimp, &cancelled})
      all.insert(figure->entries.begin(), figure->entries.end());
    return {all.begin(), all.end()};
  }
};

EndedUnits ended_units(const ReportInputs& in) {
  EndedUnits ended;
  for (const ledger::Action& action : in.ledger.actions()) {
    if (action.reporting_party != in.party() || !ends_units(action)) continue;
    const auto blocks = in.ledger.blocks().within(action.range);
    const auto all_are = [&](ledger::BlockStatus status) {
      return std::ranges::all_of(
          blocks, [&](const ledger::Block& block) { return block.state.status == status; });
    };
    Figure& use = action.use_year ? ended.used_ndc : ended.used_oimp;
    if (all_are(ledger::BlockStatus::cancelled))
      ended.cancelled.add(action.range.quantity_t_co2eq(), action.entry);
    else if (all_are(ledger::BlockStatus::used))
      use.add(action.range.quantity_t_co2eq(), action.entry);
  }
  return ended;
}

Blocks no_further_use(const PartContext& context) {
  const ledger::Ledger& ledger = context.in.ledger;
  ledger::check_invariants(ledger);
  const EndedUnits ended = ended_units(context.in);
  if (ended.entries().empty())
    return {Sentence{ReportText(
        ReportWords{"The Party has used and cancelled nothing, as the whole journal of {0} entries "
                    "says. The registry refuses any act on a unit that is used or cancelled.",
                    "La Partie n'a rien utilisé ni annulé, selon tout le journal, soit {0} "
                    "écritures. Le registre refuse tout acte sur une unité utilisée ou annulée.",
                    "La Parte no ha usado ni cancelado nada, según todo el diario, de {0} "
                    "entradas. El registro rechaza todo acto sobre una unidad usada o cancelada."},
        ledger.entry_count())}};
  return {Sentence{
              ReportText(
                  ReportWords{"Used by the Party towards its NDC: {0} t CO2 eq. Used for other "
                              "international mitigation purposes: {1} t CO2 eq. Cancelled: {2} t "
                              "CO2 eq.",
                              "Utilisé par la Partie aux fins de sa CDN : {0} t éq. CO2. Utilisé à "
                              "d'autres fins d'atténuation internationales : {1} t éq. CO2. "
                              "Annulé : {2} t éq. CO2.",
                              "Usado por la Parte para su CDN: {0} t CO2 eq. Usado para otros "
                              "fines de mitigación internacionales: {1} t CO2 eq. Cancelado: {2} "
                              "t CO2 eq."},
                  tonnes_text(ended.used_ndc.quantity_t_co2eq),
                  tonnes_text(ended.used_oimp.quantity_t_co2eq),
                  tonnes_text(ended.cancelled.quantity_t_co2eq)),
              ended.entries()},
          Sentence{ReportText(
              ReportWords{
                  "When this report was drawn the whole journal of {0} entries was replayed and "
                  "checked: each of these units has the status used or cancelled, none was "
                  "moved, transferred, cancelled or used after that, and no identifier stands "
                  "twice. The registry refuses any such act.",
                  "Lors de l'établissement de ce rapport, tout le journal, soit {0} écritures, a "
                  "été rejoué et contrôlé : chacune de ces unités a le statut utilisée ou "
                  "annulée, aucune n'a ensuite été déplacée, transférée, annulée ou utilisée, "
                  "et aucun identifiant ne figure deux fois. Le registre refuse tout acte de ce "
                  "genre.",
                  "Al elaborar este informe se reprodujo y comprobó todo el diario, de {0} "
                  "entradas: cada una de estas unidades tiene el estado de usada o cancelada, "
                  "ninguna fue después movida, transferida, cancelada ni usada, y ningún "
                  "identificador figura dos veces. El registro rechaza todo acto de ese tipo."},
              ledger.entry_count())}};
}

}  // namespace

Blocks adjustments_part(const PartContext& context) {
  switch (context.item.part) {
    case OutlinePart::adjustments:
      return adjustments(context);
    case OutlinePart::breakdown:
      return breakdown(context);
    default:
      return no_further_use(context);
  }
}

}  // namespace openitmo::reporting
