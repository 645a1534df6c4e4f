#include <set>

#include "reporting/report_parts.h"

namespace openitmo::reporting {

namespace {

void add_metrics(Blocks& blocks, const ReportInputs& in) {
  for (const auto& [id, state] : in.ledger.approaches()) {
    if (!state.has_party(in.party())) continue;
    const std::string code = id.to_string();
    const std::string& metric = in.ledger.metric_of(id);
    if (metric.empty())
      blocks.push_back(
          Sentence{ReportText(ReportWords{"ITMOs from {0} are counted in whole t CO2 eq.",
                                          "Les ITMO de {0} se comptent en t éq. CO2 entières.",
                                          "Los ITMO de {0} se cuentan en t CO2 eq enteras."},
                              code),
                   {state.record.entry}});
    else
      blocks.push_back(Sentence{ReportText(ReportWords{"ITMOs from {0} are counted in {1}.",
                                                       "Les ITMO de {0} se comptent en {1}.",
                                                       "Los ITMO de {0} se cuentan en {1}."},
                                           code, metric),
                                {state.metric->entry}});
  }
  std::set<std::string> sets;
  EntryNumbers entries;
  for (const ledger::Authorization& authorization : in.ledger.authorizations())
    if (authorization.latest().party == in.party() &&
        sets.insert(authorization.latest().gwp_set).second)
      entries.push_back(authorization.versions.back().entry);
  for (const std::string& set : sets)
    blocks.push_back(Sentence{
        ReportText(ReportWords{"Greenhouse gases are made equivalent by the 100-year global "
                               "warming potentials of the IPCC, set {0}.",
                               "Les gaz à effet de serre sont rendus équivalents par les "
                               "potentiels de réchauffement global à 100 ans du GIEC, jeu {0}.",
                               "Los gases de efecto invernadero se hacen equivalentes con los "
                               "potenciales de calentamiento global a 100 años del IPCC, serie "
                               "{0}."},
                   set),
        entries});
}

void add_method(Blocks& blocks, const ledger::Recorded<RecordNdc>& ndc) {
  blocks.push_back(Sentence{
      ReportText(ReportWords{"The method is {0}. It holds for the whole NDC implementation period; "
                             "the registry refuses another one.",
                             "La méthode est {0}. Elle vaut pour toute la période de mise en œuvre "
                             "de la CDN ; le registre en refuse une autre.",
                             "El método es {0}. Vale para todo el período de aplicación de la CDN; "
                             "el registro rechaza otro."},
                 method_text(ndc.record.method)),
      {ndc.entry}});
  if (ndc.record.basis != Basis::published)
    blocks.push_back(Sentence{
        ReportText(ReportWords{"The choice of this method is {0}, not published by the Party.",
                               "Le choix de cette méthode est {0} ; la Partie ne l'a pas "
                               "publié.",
                               "La elección de este método es un dato {0}; la Parte no la "
                               "ha publicado."},
                   basis_text(ndc.record.basis)),
        {ndc.entry}});
  static constexpr ReportWords kByAverage{
      "The adjustment of a year is the cumulative amount of ITMOs of the elapsed years, first "
      "transferred less used towards the NDC, divided by the number of these years (paragraph "
      "7(a)(ii)). Added to the emissions covered by the NDC it gives the adjusted balance "
      "(paragraph 8).",
      "L'ajustement d'une année est la quantité cumulée d'ITMO des années écoulées, transférés "
      "pour la première fois moins utilisés aux fins de la CDN, divisée par le nombre de ces "
      "années (paragraphe 7 a) ii)). Ajouté aux émissions couvertes par la CDN, il donne le bilan "
      "ajusté (paragraphe 8).",
      "El ajuste de un año es la cantidad acumulada de ITMO de los años transcurridos, "
      "transferidos por primera vez menos usados para la CDN, dividida por el número de esos años "
      "(párrafo 7 a) ii)). Sumado a las emisiones abarcadas por la CDN da el balance ajustado "
      "(párrafo 8)."};
  static constexpr ReportWords kByYear{
      "Each adjusted balance is the emissions covered by the NDC, plus what was first transferred "
      "of that vintage, less what was used towards the NDC for that year (paragraph 8).",
      "Chaque bilan ajusté est la somme des émissions couvertes par la CDN et de ce qui a été "
      "transféré pour la première fois de cette année d'obtention, moins ce qui a été utilisé aux "
      "fins de la CDN pour cette année (paragraphe 8).",
      "Cada balance ajustado es la suma de las emisiones abarcadas por la CDN y de lo transferido "
      "por primera vez de ese año de obtención, menos lo utilizado para la CDN en ese año (párrafo "
      "8)."};
  blocks.push_back(Sentence{
      ndc.record.method == AdjustmentMethod::single_year_averaging ? kByAverage : kByYear});
}

Block trajectory_block(const PartContext& context, const ledger::Recorded<RecordNdc>& ndc) {
  if (ndc.record.method == AdjustmentMethod::single_year_averaging)
    return NotApplicable{
        ReportWords{"Not applicable: the method is averaging, which needs no trajectory.",
                    "Sans objet : la méthode est la moyenne, qui ne demande pas de trajectoire.",
                    "No procede: el método es el promedio, que no requiere trayectoria."},
        {ndc.entry}};
  if (!ndc.record.trajectory.empty()) {
    DataTable table{.caption = ReportWords{"Trajectory", "Trajectoire", "Trayectoria"},
                    .columns = {ReportWords{"Year", "Année", "Año"},
                                ReportWords{"kt CO2 eq", "kt éq. CO2", "kt CO2 eq"}}};
    for (const YearAmount& year : ndc.record.trajectory)
      table.rows.push_back(
          {code_cell(std::to_string(year.year.value())),
           kilotonnes_cell(Rational(year.amount_kg_co2eq.value(), 1), {ndc.entry})});
    return table;
  }
  if (ndc.record.budget_kg_co2eq)
    return Sentence{
        ReportText(ReportWords{"The budget of {0} to {1} is {2} t CO2 eq; the sum of the balances "
                               "is compared with it.",
                               "Le budget de {0} à {1} est de {2} t éq. CO2 ; la somme des bilans "
                               "lui est comparée.",
                               "El presupuesto de {0} a {1} es de {2} t CO2 eq; la suma de los "
                               "balances se compara con él."},
                   ndc.record.first_year.value(), ndc.record.last_year.value(),
                   tonnes_text(Rational(ndc.record.budget_kg_co2eq->value(), 1), 0)),
        {ndc.entry}};
  return MissingPart{
      std::string(context.item.paragraph),
      ReportWords{"the trajectory or budget that the method needs",
                  "la trajectoire ou le budget que demande la méthode",
                  "la trayectoria o el presupuesto que requiere el método"},
      ReportWords{"record_ndc with a higher version", "record_ndc avec une version plus élevée",
                  "record_ndc con una versión superior"}};
}

}  // namespace

Blocks method_part(const PartContext& context) {
  Blocks blocks;
  if (context.item.part == OutlinePart::metrics) {
    add_metrics(blocks, context.in);
    return blocks;
  }
  const auto& ndc = context.in.accounts.ndc;
  if (!ndc)
    return {MissingPart{
        std::string(context.item.paragraph),
        ReportWords{"no NDC of the Party is recorded", "aucune CDN de la Partie n'est enregistrée",
                    "no hay ninguna CDN registrada de la Parte"},
        ReportWords{"record_ndc", "record_ndc", "record_ndc"}}};
  if (context.item.part == OutlinePart::method)
    add_method(blocks, *ndc);
  else
    blocks.push_back(trajectory_block(context, *ndc));
  return blocks;
}

}  // namespace openitmo::reporting
