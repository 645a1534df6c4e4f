#include "mrv/verification/assessment_text.h"

#include <fmt/format.h>
#include <optional>

#include "mrv/json_writer.h"
#include "mrv/phrases.h"

namespace openitmo::mrv::verification {

namespace {

constexpr double kKgPerTonne = 1000;
constexpr double kPercent = 100;

Words words_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::below:
      return {"The error lies below the threshold.", "L'erreur est inférieure au seuil."};
    case Verdict::not_shown:
      return {"The sample does not show that the error lies below the threshold.",
              "L'échantillon ne montre pas que l'erreur est inférieure au seuil."};
    case Verdict::material:
      break;
  }
  return {"The error reaches the threshold: it is material.",
          "L'erreur atteint le seuil : elle est significative."};
}

Text decimals(double value) { return decimal_text(fmt::format("{:.3f}", value)); }
Text with_sign(double value) { return decimal_text(fmt::format("{:+.3f}", value)); }

void write_finding(JsonWriter& json, const ProposedFinding& finding, Language language) {
  json.begin_object();
  json.key("kind");
  json.text(name_of(finding.kind));
  json.key("subject");
  json.text(finding.subject);
  json.key("code");
  json.text(finding.code);
  json.key("place");
  json.text(finding.place);
  json.key("what");
  json.text(finding.what.in(language));
  json.key("error_t_co2eq");
  json.real(finding.error_t_co2eq);
  json.end_object();
}

void write_mass(JsonWriter& json, const ErrorEstimate& mass) {
  const auto integer = [&](std::string_view key, auto value) {
    json.key(key);
    json.integer(value);
  };
  const auto real = [&](std::string_view key, double value) {
    json.key(key);
    json.real(value);
  };
  integer("population", mass.population);
  integer("seen", mass.seen);
  integer("unseen", mass.unseen);
  integer("wrong", mass.wrong);
  integer("recorded_kg", mass.recorded_kg);
  integer("found_kg", mass.found_kg);
  real("error_kg", mass.error_kg);
  real("half_width_kg", mass.half_width_kg);
  real("low_kg", mass.low_kg());
  real("high_kg", mass.high_kg());
}

void write_reductions(JsonWriter& json, const Assessment& assessed) {
  const auto real = [&](std::string_view key, double value) {
    json.key(key);
    json.real(value);
  };
  real("reported_t_co2eq", assessed.reported_t_co2eq);
  real("found_t_co2eq", assessed.found_t_co2eq);
  real("overestimation_t_co2eq", assessed.overestimation_t_co2eq);
  if (assessed.worst_t_co2eq) real("worst_t_co2eq", *assessed.worst_t_co2eq);
  real("threshold_percent", assessed.threshold.percent);
  real("threshold_t_co2eq", assessed.threshold_t_co2eq);
  json.key("threshold_source");
  json.text(assessed.threshold.source);
  json.key("threshold_confidence");
  json.text(name_of(assessed.threshold.confidence));
  json.key("mass_counts");
  json.boolean(assessed.mass_counts);
  json.key("verdict");
  json.text(name_of(assessed.verdict));
}

}  // namespace

std::vector<std::vector<std::string>> assessment_rows(const Assessment& assessed,
                                                      Language language) {
  const ErrorEstimate& mass = assessed.mass;
  const auto row = [&](const Words& name, double mass_kg, std::optional<double> tonnes) {
    return std::vector<std::string>{
        std::string(name.in(language)), with_sign(mass_kg / kKgPerTonne).in(language),
        with_sign(mass.share_of(mass_kg) * kPercent).in(language),
        tonnes ? std::string(with_sign(*tonnes).in(language)) : std::string("?")};
  };
  return {{std::string(
               Words("error (+: too much recorded)", "erreur (+ : trop enregistré)").in(language)),
           std::string(Words("t of mass", "t de masse").in(language)), "%",
           std::string(Words("t CO2 eq", "t éq. CO2").in(language))},
          row({"in the sample", "dans l'échantillon"}, static_cast<double>(mass.found_kg),
              assessed.found_t_co2eq),
          row({"estimate for all tickets", "estimation pour tous les tickets"}, mass.error_kg,
              assessed.overestimation_t_co2eq),
          row({"at most (95 %)", "au plus (95 %)"}, mass.high_kg(), assessed.worst_t_co2eq)};
}

std::vector<Text> assessment_sentences(const Assessment& assessed) {
  std::vector<Text> sentences{
      {{"threshold {} % of the {} t CO2 eq reported: {} t CO2 eq ({})",
        "seuil de {} % des {} t éq. CO2 déclarées : {} t éq. CO2 ({})"},
       decimal_text(fmt::format("{:g}", assessed.threshold.percent)),
       decimals(assessed.reported_t_co2eq),
       decimals(assessed.threshold_t_co2eq),
       Text::of(assessed.threshold.source, in_language(Language::fr, assessed.threshold.source))}};
  if (assessed.mass_counts)
    sentences.push_back(
        Words("waste earns in later reports too, so its share of the mass is held against the "
              "threshold as well",
              "les déchets rapportent aussi dans les rapports suivants : leur part de la masse est "
              "comparée au seuil aussi"));
  sentences.push_back(words_of(assessed.verdict));
  return sentences;
}

std::string assessment_json(const AssessedSample& sample, const Assessment& assessed,
                            const std::vector<ProposedFinding>& findings, Language language) {
  JsonWriter json;
  json.begin_object();
  json.key("schema");
  json.text("openitmo/assessment/1");
  json.key("demonstration");
  json.boolean(sample.demonstration);
  for (const auto& [key, value] :
       {std::pair("component", sample.component), std::pair("report", sample.report),
        std::pair("data_sha256", sample.data_sha256),
        std::pair("seed", fmt::format("{}", sample.seed))}) {
    json.key(key);
    json.text(value);
  }
  write_mass(json, assessed.mass);
  write_reductions(json, assessed);
  json.key("findings");
  json.begin_array();
  for (const ProposedFinding& finding : findings) write_finding(json, finding, language);
  json.end_array();
  json.end_object();
  return json.take();
}

}  // namespace openitmo::mrv::verification
