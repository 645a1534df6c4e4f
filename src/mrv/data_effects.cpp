#include "mrv/data_effects.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <set>

#include "mrv/crediting.h"
#include "mrv/findings.h"
#include "mrv/inputs.h"
#include "mrv/phrases.h"
#include "mrv/sampling_precision.h"
#include "mrv/shortest_decimal.h"

namespace openitmo::mrv {

namespace {

ReportText rounded(double value, double unit) {
  return digits_text(shortest_decimal(std::round(value * unit) / unit + 0.0));
}

// What is added to a message: the reductions as counted less those otherwise.
ReportText effect_text(double effect_t_co2eq) {
  if (!std::isfinite(effect_t_co2eq))
    return {{" Effect on the reductions: all of them.", " Effet sur les réductions : toutes.",
             " Efecto en las reducciones: todas."}};
  return {{" Effect on the reductions: {} t CO2 eq.", " Effet sur les réductions : {} t éq. CO2.",
           " Efecto en las reducciones: {} t CO2 eq."},
          rounded(effect_t_co2eq, 1000)};
}

class Effects {
 public:
  Effects(const EffectBasis& basis, const CountedCase& counted)
      : basis_(basis), as_counted_(reductions_of(counted, basis.parts)) {}

  double of(const CountChoice& choice) const {
    const CountedCase variant(basis_.methodology, basis_.plan, basis_.data, basis_.series,
                              basis_.covered, choice, basis_.changes);
    return as_counted_ - reductions_of(variant, basis_.parts);
  }
  double of(const ShareChange& change) const {
    const CountedCase variant(basis_.methodology, basis_.plan, basis_.data, basis_.series,
                              basis_.covered, {}, {change});
    return as_counted_ - reductions_of(variant, basis_.parts);
  }

 private:
  const EffectBasis& basis_;
  double as_counted_;
};

bool is_within(const MeterNote& note, const DateRange& covered) {
  return covered.contains(note.day) || std::ranges::any_of(note.amounts, [&](const auto& item) {
           return covered.contains(Date(item.first.year, item.first.month, 1));
         });
}

void check_meter_notes(const EffectBasis& basis, const Effects& effects, Findings& findings) {
  for (std::size_t i = 0; i < basis.data.meters.size(); ++i)
    for (const MeterNote& note : basis.series[i].notes) {
      if (!is_within(note, basis.covered)) continue;
      Finding finding = note.finding;
      if (!note.amounts.empty())
        finding.message +=
            effect_text(effects.of({.without = &note, .meter = &basis.data.meters[i]}));
      findings.add(std::move(finding));
    }
}

ReportText listed_names(const std::set<std::string>& names) {
  std::vector<ReportText> texts;
  for (const std::string& name : names) texts.push_back(ReportText::name(name));
  return listed_text(texts);
}

void check_accreditation(const EffectBasis& basis, const Effects& effects, Findings& findings) {
  const LaboratoryRecord& record = basis.data.laboratory;
  std::size_t count = 0;
  const LaboratoryResult* first = nullptr;
  std::set<std::string> names;
  for (const LaboratoryResult& result : record.results) {
    if (!basis.covered.contains(result.taken) || record.is_accredited(result)) continue;
    if (count++ == 0) first = &result;
    names.insert(result.laboratory);
  }
  if (first == nullptr) return;
  Finding finding{
      .severity = Severity::warning,
      .rule = Rule::laboratory_not_accredited,
      .place = first->place,
      .message = {{"{} results are of a laboratory that was not accredited on the day of the "
                   "analysis ({}), first {} of {}; counted all the same.",
                   "{} résultats sont d'un laboratoire qui n'était pas accrédité le jour de "
                   "l'analyse ({}), le premier {} du {} ; comptés tout de même.",
                   "{} resultados son de un laboratorio que no estaba acreditado el día del "
                   "análisis ({}), el primero {} del {}; se cuentan de todos modos."},
                  count,
                  listed_names(names),
                  first->sample,
                  first->analysed.to_string()},
      .remedy = {{"Have them confirmed by an accredited laboratory, or declare the accreditation.",
                  "Faites-les confirmer par un laboratoire accrédité, ou déclarez "
                  "l'accréditation.",
                  "Hágalos confirmar por un laboratorio acreditado, o declare la acreditación."}}};
  finding.message += effect_text(effects.of({.only_accredited = true}));
  findings.add(std::move(finding));
}

// The declared side of results below the detection limit must be the one that lowers the
// reductions.
void check_detection(const EffectBasis& basis, const Effects& effects, Findings& findings) {
  const LaboratoryRecord& record = basis.data.laboratory;
  for (std::size_t i = 0; i < record.analyses.size(); ++i) {
    std::size_t count = 0;
    const LaboratoryResult* first = nullptr;
    for (const LaboratoryResult& result : record.results)
      if (result.analysis == i && result.is_below_detection && basis.covered.contains(result.taken))
        if (count++ == 0) first = &result;
    if (first == nullptr) continue;
    const double effect = effects.of({.other_side_of = i});
    const bool is_conservative = !(effect > 0);
    Finding finding{
        .severity = is_conservative ? Severity::warning : Severity::error,
        .rule = Rule::below_detection_limit,
        .place = first->place,
        .message = {{"{} results of {} are below the detection limit, first {}; they count as {}.",
                     "{} résultats de {} sont sous la limite de détection, le premier {} ; ils "
                     "comptent comme {}.",
                     "{} resultados de {} están por debajo del límite de detección, el primero {}; "
                     "cuentan como {}."},
                    count,
                    record.analyses[i].analyte,
                    first->sample,
                    record.analyses[i].below_detection == BelowDetection::zero
                        ? ReportWords("zero", "zéro", "cero")
                        : ReportWords("the limit", "la limite", "el límite")},
        .remedy = is_conservative
                      ? ReportText({"This is the side that lowers the reductions.",
                                    "C'est le côté qui réduit les réductions.",
                                    "Es el lado que disminuye las reducciones."})
                      : ReportText({"Declare the other side, which lowers the reductions.",
                                    "Déclarez l'autre côté, qui réduit les réductions.",
                                    "Declare el otro lado, que disminuye las reducciones."})};
    finding.message += effect_text(effect);
    findings.add(std::move(finding));
  }
}

Finding finding_of(const MissedPrecision& missed, const AskedPrecision& asked, double effect,
                   const SamplingPlan& plan) {
  const ReportText kind = phrase_text(name_of(missed.type));
  Finding finding{
      .severity = Severity::warning,
      .rule = Rule::sampling_precision_missed,
      .place = missed.last,
      .message = {{"{} samples of {} give the share of {} ({} %) to {} % at {} % confidence; the "
                   "rule {} asks for {} %, which takes {} samples of this spread.",
                   "{} échantillons de {} donnent la part de {} ({} %) à {} % près au niveau de "
                   "confiance de {} % ; la règle {} demande {} %, soit {} échantillons de cette "
                   "dispersion.",
                   "{} muestras de {} dan la proporción de {} ({} %) con una precisión de {} % a "
                   "un nivel de confianza de {} %; la regla {} pide {} %, lo que requiere {} "
                   "muestras de esta dispersión."},
                  missed.samples,
                  missed.year.value(),
                  kind,
                  rounded(missed.mean * 100, 100),
                  rounded(missed.reached * 100, 10),
                  rounded(asked.confidence * 100, 10),
                  name_of(plan.rule),
                  rounded(asked.precision * 100, 10),
                  missed.needed},
      .remedy =
          plan.takes_conservative_bound
              ? ReportText({"The conservative end of the interval counts, as the plan declares.",
                            "La borne prudente de l'intervalle compte, comme le déclare le plan.",
                            "Cuenta el extremo conservador del intervalo, como declara el plan."})
              : ReportText({"Take more samples, or declare that the conservative bound counts.",
                            "Prélevez davantage, ou déclarez que la borne prudente compte.",
                            "Tome más muestras, o declare que cuenta el extremo conservador."})};
  finding.message += plan.takes_conservative_bound
                         ? ReportText({" Taken off the reductions: {} t CO2 eq.",
                                       " Retiré des réductions : {} t éq. CO2.",
                                       " Se resta de las reducciones: {} t CO2 eq."},
                                      rounded(effect, 1000))
                         : ReportText({" The conservative bound would take off {} t CO2 eq.",
                                       " La borne prudente retirerait {} t éq. CO2.",
                                       " El extremo conservador restaría {} t CO2 eq."},
                                      rounded(effect, 1000));
  return finding;
}

}  // namespace

double reductions_of(const CountedCase& counted, const std::vector<YearPart>& parts) {
  if (!counted.parameters()) return std::nan("");
  double total = 0;
  for (const YearPart& part : parts) {
    EstimateInputs inputs(*counted.parameters());
    total +=
        crediting::year(inputs, counted.get(), part, counted.get().methodology.equations.estimate)
            .ER();
  }
  return total;
}

Problems check_meters(const std::vector<MeterSeries>& series) {
  Findings findings;
  for (const MeterSeries& of_meter : series)
    for (const MeterNote& note : of_meter.notes)
      if (note.finding.severity == Severity::error) findings.add(note.finding);
  return findings.take();
}

SamplingOutcome check_sampling(const EffectBasis& basis, const CountedCase& counted) {
  SamplingOutcome outcome;
  if (!basis.methodology.reads_table("composition") || !counted.parameters()) return outcome;
  const ParameterSet& parameters = *counted.parameters();
  const SamplingPlan& plan = basis.plan.sampling;
  const AskedPrecision asked = asked_precision(parameters, plan.rule);
  const std::vector<MissedPrecision> all = missed_precision(
      counted.get().data, basis.covered, asked, parameters.value("sampling.share_min").value);
  if (all.empty()) return outcome;
  const Effects effects(basis, counted);
  for (const MissedPrecision& missed : all) {
    const auto bound = [&](double factor) {
      return ShareChange{.year = missed.year, .type = missed.type, .factor = std::max(0.0, factor)};
    };
    const ShareChange lower = bound(1 - missed.reached), upper = bound(1 + missed.reached);
    const double of_lower = effects.of(lower), of_upper = effects.of(upper);
    const bool is_lower = of_lower >= of_upper;
    outcome.findings.push_back(finding_of(missed, asked, is_lower ? of_lower : of_upper, plan));
    if (plan.takes_conservative_bound) outcome.bounds.push_back(is_lower ? lower : upper);
  }
  return outcome;
}

Problems check_effects(const EffectBasis& basis, const CountedCase& counted) {
  if (basis.data.meters.empty() && basis.data.laboratory.results.empty()) return {};
  const Effects effects(basis, counted);
  Findings findings;
  check_meter_notes(basis, effects, findings);
  check_accreditation(basis, effects, findings);
  check_detection(basis, effects, findings);
  return findings.take();
}

}  // namespace openitmo::mrv
