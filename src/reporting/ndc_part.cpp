#include "reporting/report_parts.h"

namespace openitmo::reporting {

namespace {

Block no_ndc(const PartContext& context) {
  return MissingPart{
      std::string(context.item.paragraph),
      ReportWords{"no NDC of the Party is recorded", "aucune CDN de la Partie n'est enregistrée",
                  "no hay ninguna CDN registrada de la Parte"},
      ReportWords{"record_ndc", "record_ndc", "record_ndc"}};
}

Rational kilograms(KilogramsCo2eq amount) { return {amount.value(), 1}; }

void add_target(Blocks& blocks, const ledger::Recorded<RecordNdc>& ndc) {
  blocks.push_back(
      Sentence{ReportText(ReportWords{"{0}, version {1}; document {2}; basis: {3}.",
                                      "{0}, version {1} ; document {2} ; nature : {3}.",
                                      "{0}, versión {1}; documento {2}; carácter: {3}."},
                          ndc.record.ndc, ndc.record.version, ndc.record.document.reference,
                          basis_text(ndc.record.basis)),
               {ndc.entry}});
  if (ndc.record.target_level_kg_co2eq)
    blocks.push_back(
        Sentence{ReportText(ReportWords{"Target level in {0}: {1} t CO2 eq.",
                                        "Niveau cible en {0} : {1} t éq. CO2.",
                                        "Nivel de la meta en {0}: {1} t CO2 eq."},
                            ndc.record.target_year.value(),
                            tonnes_text(kilograms(*ndc.record.target_level_kg_co2eq), 0)),
                 {ndc.entry}});
  if (ndc.record.budget_kg_co2eq)
    blocks.push_back(
        Sentence{ReportText(ReportWords{"Budget of {0} to {1}: {2} t CO2 eq.",
                                        "Budget de {0} à {1} : {2} t éq. CO2.",
                                        "Presupuesto de {0} a {1}: {2} t CO2 eq."},
                            ndc.record.first_year.value(), ndc.record.last_year.value(),
                            tonnes_text(kilograms(*ndc.record.budget_kg_co2eq), 0)),
                 {ndc.entry}});
}

Block years_block(const ledger::Recorded<RecordNdc>& ndc) {
  static constexpr ReportWords kSingle{"A single-year target, for {0}.",
                                       "Une cible sur une seule année, {0}.",
                                       "Una meta de un solo año, {0}."};
  static constexpr ReportWords kMulti{"A multi-year target; its last year is {0}.",
                                      "Une cible pluriannuelle ; sa dernière année est {0}.",
                                      "Una meta plurianual; su último año es {0}."};
  const int year = ndc.record.target_year.value();
  return Sentence{ndc.record.kind == NdcKind::single_year ? ReportText(kSingle, year)
                                                          : ReportText(kMulti, year),
                  {ndc.entry}};
}

Block period_block(const ledger::Recorded<RecordNdc>& ndc) {
  return Sentence{
      ReportText(ReportWords{"Implementation period: 1 January {0} to 31 December {1}.",
                             "Période de mise en œuvre : du 1er janvier {0} au 31 décembre {1}.",
                             "Período de aplicación: del 1 de enero de {0} al 31 de diciembre de "
                             "{1}."},
                 ndc.record.first_year.value(), ndc.record.last_year.value()),
      {ndc.entry}};
}

DataTable inventory_table(const ReportInputs& in) {
  DataTable table{
      .caption = ReportWords{"Emissions and removals covered by the NDC, as recorded",
                             "Émissions et absorptions couvertes par la CDN, telles "
                             "qu'enregistrées",
                             "Emisiones y absorciones abarcadas por la CDN, según lo registrado"},
      .columns = {ReportWords{"Year", "Année", "Año"}, ReportWords{"Basis", "Nature", "Carácter"},
                  ReportWords{"GWP", "PRG", "PCG"},
                  ReportWords{"kt CO2 eq", "kt éq. CO2", "kt CO2 eq"}},
      .text_columns = 3};
  for (const accounting::YearAccount& year : in.accounts.figures.years) {
    if (!year.inventory) continue;
    table.rows.push_back(
        {code_cell(std::to_string(year.year.value())),
         words_cell(basis_text(year.inventory->basis)), code_cell(year.inventory->gwp_set),
         kilotonnes_cell(kilograms(year.inventory->emissions_kg_co2eq), {year.inventory->entry})});
  }
  return table;
}

void add_quantification(Blocks& blocks, const PartContext& context,
                        const ledger::Recorded<RecordNdc>& ndc) {
  const accounting::Target& target = context.in.accounts.target;
  if (target.is_derived)
    blocks.push_back(
        Sentence{ReportText(ReportWords{"Level that follows from the description of the NDC: {0} t "
                                        "CO2 eq.",
                                        "Niveau qui découle de la description de la CDN : {0} t "
                                        "éq. CO2.",
                                        "Nivel que se deriva de la descripción de la CDN: {0} t "
                                        "CO2 eq."},
                            tonnes_text(*target.level_kg_co2eq, 0)),
                 {ndc.entry, target.description->entry}});
  else if (!target.level_kg_co2eq && ndc.record.trajectory.empty())
    blocks.push_back(MissingPart{
        std::string(context.item.paragraph),
        ReportWords{"the NDC is recorded without target level, budget or trajectory",
                    "la CDN est enregistrée sans niveau cible, budget ni trajectoire",
                    "la CDN está registrada sin nivel de meta, presupuesto ni trayectoria"},
        ReportWords{"record_ndc with a higher version", "record_ndc avec une version plus élevée",
                    "record_ndc con una versión superior"}});
  else
    add_target(blocks, ndc);
  if (DataTable table = inventory_table(context.in); !table.rows.empty())
    blocks.push_back(std::move(table));
}

// Levels of the indicators that the Party measures its NDC by in another metric.
Block non_ghg_block(const ReportInputs& in) {
  if (in.accounts.metrics.empty())
    return NotApplicable{ReportWords{
        "Not applicable: no cooperative approach of the Party counts in a non-GHG metric, and no "
        "such indicator is recorded.",
        "Sans objet : aucune démarche concertée de la Partie ne compte dans une métrique autre que "
        "les GES, et aucun indicateur de ce type n'est enregistré.",
        "No procede: ningún enfoque cooperativo de la Parte cuenta en una métrica distinta de los "
        "GEI, y no hay registrado ningún indicador de ese tipo."}};
  DataTable table{
      .caption = ReportWords{"Annual level of the indicator", "Niveau annuel de l'indicateur",
                             "Nivel anual del indicador"},
      .columns = {ReportWords{"Metric", "Métrique", "Métrica"}, ReportWords{"Year", "Année", "Año"},
                  ReportWords{"Level", "Niveau", "Nivel"}},
      .text_columns = 2};
  for (const accounting::MetricAccount& metric : in.accounts.metrics)
    for (const accounting::MetricYear& year : metric.years)
      table.rows.push_back(
          {code_cell(metric.metric), code_cell(std::to_string(year.year.value())),
           words_cell(year.level ? tonnes_text(TonnesCo2eq(*year.level)) : unknown_text())});
  return table;
}

// Nothing where the Party states it.
std::optional<Block> policies_block(const PartContext& context,
                                    const ledger::Recorded<RecordNdc>& ndc) {
  const bool is_quantified = ndc.record.target_level_kg_co2eq || ndc.record.budget_kg_co2eq ||
                             !ndc.record.trajectory.empty() ||
                             context.in.accounts.target.level_kg_co2eq;
  if (is_quantified)
    return NotApplicable{ReportWords{"Not applicable: the NDC is quantified in t CO2 eq (see C).",
                                     "Sans objet : la CDN est quantifiée en t éq. CO2 (voir C).",
                                     "No procede: la CDN está cuantificada en t CO2 eq (véase C)."},
                         {ndc.entry}};
  if (context.in.statements.find(context.item.statement, {}) != nullptr) return std::nullopt;
  return MissingPart{
      std::string(context.item.paragraph),
      ReportWords{"the emission level that results from policies and measures",
                  "le niveau d'émissions résultant des politiques et mesures",
                  "el nivel de emisiones resultante de las políticas y medidas"},
      ReportWords{"a statement for 18(f), or a reason", "une déclaration pour 18(f), ou un motif",
                  "una declaración para 18(f), o un motivo"}};
}

}  // namespace

Blocks ndc_part(const PartContext& context) {
  if (context.item.part == OutlinePart::non_ghg_quantification) return {non_ghg_block(context.in)};
  const auto& ndc = context.in.accounts.ndc;
  if (!ndc) return {no_ndc(context)};
  Blocks blocks;
  switch (context.item.part) {
    case OutlinePart::ndc_target:
      add_target(blocks, *ndc);
      for (Block& block : ndc_description_part(context)) blocks.push_back(std::move(block));
      break;
    case OutlinePart::ndc_years:
      blocks.push_back(years_block(*ndc));
      break;
    case OutlinePart::ndc_period:
      blocks.push_back(period_block(*ndc));
      break;
    case OutlinePart::quantification:
      add_quantification(blocks, context, *ndc);
      break;
    case OutlinePart::policies:
      if (auto block = policies_block(context, *ndc)) blocks.push_back(std::move(*block));
      break;
    default:
      break;
  }
  return blocks;
}

}  // namespace openitmo::reporting
