#include "reporting/report_parts.h"

// What the recorded description of an NDC says (18/CMA.1 annex para 64(a), (c) and (e)). Nothing
// where none is recorded: then the Party's own statement stands alone.
namespace openitmo::reporting {

namespace {

using Description = ledger::Recorded<DescribeNdc>;

constexpr int kHundredths = 100;

ReportText percent_text(std::uint32_t per_10000) {
  std::string digits = Rational(std::int64_t{per_10000}, kHundredths).to_decimal(2);
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.ends_with('.')) digits.pop_back();
  return ReportText::of(grouped_digits(digits, '.'), grouped_digits(digits, ','),
                        grouped_digits(digits, ','));
}

ReportText level_text(KilogramsCo2eq level) { return tonnes_text(Rational(level.value(), 1), 0); }

void add_reduction(Blocks& blocks, const Description& described) {
  const DescribeNdc& record = described.record;
  if (record.reduction_per_10000)
    blocks.push_back(Sentence{ReportText(ReportWords{"Reduction without conditions: {0} %.",
                                                     "Réduction inconditionnelle : {0} %.",
                                                     "Reducción incondicional: {0} %."},
                                         percent_text(*record.reduction_per_10000)),
                              {described.entry}});
  if (record.conditional_reduction_per_10000)
    blocks.push_back(Sentence{ReportText(ReportWords{"Reduction with support from others: {0} %.",
                                                     "Réduction avec l'appui d'autrui : {0} %.",
                                                     "Reducción con apoyo de otros: {0} %."},
                                         percent_text(*record.conditional_reduction_per_10000)),
                              {described.entry}});
  if (record.conditional_level_kg_co2eq)
    blocks.push_back(
        Sentence{ReportText(ReportWords{"Level with support from others: {0} t CO2 eq.",
                                        "Niveau avec l'appui d'autrui : {0} t éq. CO2.",
                                        "Nivel con apoyo de otros: {0} t CO2 eq."},
                            level_text(*record.conditional_level_kg_co2eq)),
                 {described.entry}});
}

void add_reference(Blocks& blocks, const Description& described, Basis basis) {
  const DescribeNdc& record = described.record;
  if (record.reference_year && record.reference_level_kg_co2eq)
    blocks.push_back(
        Sentence{ReportText(ReportWords{"Reference: {0}, {1} t CO2 eq; basis: {2}.",
                                        "Référence : {0}, {1} t éq. CO2 ; nature : {2}.",
                                        "Referencia: {0}, {1} t CO2 eq; carácter: {2}."},
                            record.reference_year->value(),
                            level_text(*record.reference_level_kg_co2eq), basis_text(basis)),
                 {described.entry}});
  else if (record.reference_year)
    blocks.push_back(
        Sentence{ReportText(ReportWords{"Reference year: {0}.", "Année de référence : {0}.",
                                        "Año de referencia: {0}."},
                            record.reference_year->value()),
                 {described.entry}});
  if (record.intensity_kg_co2eq)
    blocks.push_back(Sentence{
        ReportText(ReportWords{"Intensity to reach: {0} kg CO2 eq for each {1} {2}.",
                               "Intensité à atteindre : {0} kg éq. CO2 pour {1} {2}.",
                               "Intensidad que debe alcanzarse: {0} kg CO2 eq por {1} {2}."},
                   *record.intensity_kg_co2eq, record.intensity_units, record.indicator),
        {described.entry}});
  if (record.indicator_target)
    blocks.push_back(
        Sentence{ReportText(ReportWords{"Level of the indicator to reach: {0} {1}.",
                                        "Niveau de l'indicateur à atteindre : {0} {1}.",
                                        "Nivel del indicador que debe alcanzarse: {0} {1}."},
                            tonnes_text(TonnesCo2eq(*record.indicator_target)), record.indicator),
                 {described.entry}});
}

void add_coverage(Blocks& blocks, const ReportInputs& in, const Description& described) {
  const auto list = [&](const std::vector<std::string>& ids) {
    std::vector<ReportText> names;
    for (const std::string& id : ids) names.push_back(in.statements.name_of(id, id));
    return listed_text(names);
  };
  blocks.push_back(
      Sentence{ReportText(ReportWords{"Sectors: {0}.", "Secteurs : {0}.", "Sectores: {0}."},
                          list(described.record.sectors)),
               {described.entry}});
  if (!described.record.gases.empty())
    blocks.push_back(Sentence{ReportText(ReportWords{"Gases: {0}.", "Gaz : {0}.", "Gases: {0}."},
                                         list(described.record.gases)),
                              {described.entry}});
}

}  // namespace

Blocks ndc_description_part(const PartContext& context) {
  Blocks blocks;
  const auto& described = context.in.accounts.target.description;
  if (!described) return blocks;
  switch (context.item.part) {
    case OutlinePart::ndc_target:
      blocks.push_back(Sentence{
          ReportText(
              ReportWords{"Type of target: {0}.", "Type de cible : {0}.", "Tipo de meta: {0}."},
              family_text(described->record.family)),
          {described->entry}});
      add_reduction(blocks, *described);
      break;
    case OutlinePart::ndc_reference:
      // The description has no basis of its own: it is that of the NDC which it describes.
      add_reference(blocks, *described, context.in.accounts.ndc->record.basis);
      break;
    case OutlinePart::ndc_coverage:
      add_coverage(blocks, context.in, *described);
      break;
    default:
      break;
  }
  return blocks;
}

}  // namespace openitmo::reporting
