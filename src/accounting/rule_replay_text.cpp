#include "accounting/rule_replay_text.h"

#include <fmt/format.h>

#include "accounting/exact_sum.h"
#include "mrv/json_writer.h"
#include "quantity/report_text.h"

namespace openitmo::accounting {

namespace {

constexpr int kDigits = 3;
constexpr std::int64_t kKgPerTonne = 1000;

std::string said(const Words& words, Language language) { return std::string(words.in(language)); }

std::string tonnes(const Rational& kg, Language language) {
  return grouped_digits(exact_product(kg, Rational(1, kKgPerTonne)).to_decimal(kDigits),
                        language == Language::fr ? ',' : '.');
}

std::string known(const std::optional<Rational>& kg, Language language) {
  return kg ? tonnes(*kg, language) : "?";
}

std::vector<std::string> row_of(const ReplayedYear& year, const Words& figure,
                                const std::optional<Rational>& one,
                                const std::optional<Rational>& two, Language language) {
  return {std::to_string(year.as_at.value()),
          std::to_string(year.year.value()),
          said(figure, language),
          known(one, language),
          known(two, language),
          one && two ? tonnes(exact_difference(*two, *one), language) : "?"};
}

void exact_field(mrv::JsonWriter& json, std::string_view key, const std::optional<Rational>& kg) {
  json.key(key);
  if (kg)
    json.text(fmt::format("{}/{}", kg->numerator(), kg->denominator()));
  else
    json.null();
}

void write_choice(mrv::JsonWriter& json, std::string_view key, const MethodChoice& choice,
                  ElapsedYears elapsed_years) {
  json.key(key);
  json.begin_object();
  mrv::text_field(json, "method", name_of(choice.method));
  if (choice.method == AdjustmentMethod::single_year_averaging) {
    mrv::text_field(json, "convention", name_of(choice.convention));
    mrv::text_field(json, "numerator", name_of(choice.numerator));
  }
  mrv::text_field(json, "elapsed_years", name_of(elapsed_years));
  json.end_object();
}

Text achieved_text(const Achievement& achievement) {
  if (!achievement.achieved) return Words("not known yet", "pas encore connu");
  return *achievement.achieved ? Text(Words("achieved", "atteinte"))
                               : Text(Words("not achieved", "non atteinte"));
}

}  // namespace

Text words_of(ElapsedYears rule) {
  switch (rule) {
    case ElapsedYears::to_latest_inventory_year:
      return Words("years elapsed to the latest inventory",
                   "années écoulées au dernier inventaire");
    case ElapsedYears::to_calendar_year:
      return Words("years elapsed to the calendar year", "années écoulées à l'année civile");
  }
  return {};
}

Text words_of(const MethodChoice& choice) {
  switch (choice.method) {
    case AdjustmentMethod::single_year_trajectory:
      return Words("single year, trajectory", "une année, trajectoire");
    case AdjustmentMethod::multi_year_trajectory:
      return Words("multi-year, trajectory or budget", "pluriannuelle, trajectoire ou budget");
    case AdjustmentMethod::single_year_averaging:
      break;
  }
  Text text(Words("single year, averaging", "une année, moyenne"));
  text += choice.convention == AveragingConvention::restated_uniform
              ? Text(Words(", restated uniformly", ", uniforme et recalculée"))
              : Text(Words(", running as at each year", ", courante de chaque année"));
  text +=
      choice.numerator == NumeratorAxis::by_vintage
          ? Text(Words(", numerator by vintage", ", numérateur par millésime"))
          : Text(Words(", numerator by year of the action", ", numérateur par année de l'acte"));
  return text;
}

Text replay_sentence(const RuleReplay& replay) {
  const std::size_t differing = replay.differing();
  Text text;
  if (differing == 0)
    text = Text({"None of {} yearly adjustments, with their balances, would differ.",
                 "Aucun des {} ajustements annuels, avec leurs bilans, ne différerait."},
                replay.years.size());
  else
    text = Text({"{} of {} yearly adjustments, with their balances, would differ.",
                 "{} des {} ajustements annuels, avec leurs bilans, différeraient."},
                differing, replay.years.size());
  return text += Text({" The NDC: {}; under the other rule: {}.",
                       " La CDN : {} ; selon l'autre règle : {}."},
                      achieved_text(replay.achievement), achieved_text(replay.other_achievement));
}

std::vector<std::vector<std::string>> replay_rows(const RuleReplay& replay, Language language) {
  std::vector<std::vector<std::string>> rows{
      {said({"as at end of", "à la fin de"}, language), said({"year", "année"}, language),
       said({"t CO2 eq", "t éq. CO2"}, language), said({"in use", "en usage"}, language),
       said({"other rule", "autre règle"}, language), said({"difference", "écart"}, language)}};
  for (const ReplayedYear& year : replay.years) {
    if (year.adjustment_kg_co2eq != year.other_adjustment_kg_co2eq)
      rows.push_back(row_of(year, {"adjustment", "ajustement"}, year.adjustment_kg_co2eq,
                            year.other_adjustment_kg_co2eq, language));
    if (year.balance_kg_co2eq != year.other_balance_kg_co2eq)
      rows.push_back(row_of(year, {"balance", "bilan"}, year.balance_kg_co2eq,
                            year.other_balance_kg_co2eq, language));
  }
  return rows;
}

std::string replay_json(const RuleReplay& replay, std::string_view demonstration) {
  mrv::JsonWriter json;
  json.begin_object();
  if (!demonstration.empty()) mrv::text_field(json, "demonstration", demonstration);
  mrv::text_field(json, "schema", "openitmo/rule-replay/1");
  mrv::text_field(json, "party", replay.party.view());
  mrv::text_field(json, "ndc", replay.ndc);
  write_choice(json, "in_use", replay.in_use, replay.elapsed_years);
  write_choice(json, "other", replay.other, replay.other_elapsed_years);
  json.key("years");
  json.begin_array();
  for (const ReplayedYear& year : replay.years) {
    json.new_line();
    json.begin_object();
    json.key("as_at");
    json.integer(year.as_at.value());
    json.key("year");
    json.integer(year.year.value());
    exact_field(json, "adjustment_kg_co2eq", year.adjustment_kg_co2eq);
    exact_field(json, "other_adjustment_kg_co2eq", year.other_adjustment_kg_co2eq);
    exact_field(json, "balance_kg_co2eq", year.balance_kg_co2eq);
    exact_field(json, "other_balance_kg_co2eq", year.other_balance_kg_co2eq);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  json.new_line();
  return json.take();
}

}  // namespace openitmo::accounting
