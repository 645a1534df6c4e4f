#include <fmt/format.h>

#include "ledger/unit_rules.h"

// Metrics other than t CO2 eq: their declaration, the levels of indicators, the accounts that are
// kept in them.
namespace openitmo::ledger {

namespace {

Figure metric_text(const std::string& metric) {
  if (metric.empty()) return Words("t CO2 eq", "t éq. CO2");
  return metric;
}

Refusal differs(Text what, Figure metric, Text other, Figure its_metric) {
  return refuse(RefusalCode::metric_differs,
                {std::move(what), std::move(metric), std::move(other), std::move(its_metric)});
}

Text account_text(const OpenAccount& account) {
  return {{"account {}", "le compte {}"}, account.account};
}

Text approach_text(CooperativeApproachId approach) {
  return {{"cooperative approach {}", "la démarche concertée {}"}, approach.view()};
}

Broken conversion_valid(const Question& question, const DeclareMetric& command,
                        const Conversion& conversion) {
  if (auto broken = party_in_approach(question, conversion.party, command.approach)) return broken;
  if (auto broken = fraction_valid("conversions", conversion.numerator, conversion.denominator))
    return broken;
  if (conversion.numerator > 0) return std::nullopt;
  return refuse(RefusalCode::value_not_valid,
                {Text::name("conversions"), std::string("0"),
                 Words("a factor above zero", "un facteur supérieur à zéro")});
}

}  // namespace

Broken fraction_valid(std::string_view field, std::uint64_t numerator, std::uint64_t denominator) {
  constexpr std::uint64_t kMax = 1'000'000'000;
  if (denominator > 0 && denominator <= kMax && numerator <= kMax) return std::nullopt;
  return refuse(RefusalCode::value_not_valid,
                {std::string(field), fmt::format("{}/{}", numerator, denominator),
                 Words("a fraction of two whole numbers up to 1,000,000,000",
                       "une fraction de deux nombres entiers jusqu'à 1 000 000 000")});
}

Broken metric_fits(const Question& question, const OpenAccount& account,
                   CooperativeApproachId approach) {
  const std::string& metric = question.ledger.metric_of(approach);
  if (account.metric == metric) return std::nullopt;
  return differs(account_text(account), metric_text(account.metric), approach_text(approach),
                 metric_text(metric));
}

Broken same_metric(const OpenAccount& from, const OpenAccount& to) {
  if (from.metric == to.metric) return std::nullopt;
  return differs(account_text(from), metric_text(from.metric), account_text(to),
                 metric_text(to.metric));
}

Broken results_fit_metric(const Question& question, CooperativeApproachId approach,
                          bool in_t_co2eq) {
  const std::string& metric = question.ledger.metric_of(approach);
  if (metric.empty() == in_t_co2eq) return std::nullopt;
  const Text result = Words("the result", "le résultat");
  if (in_t_co2eq)
    return differs(result, metric_text(""), approach_text(approach), metric_text(metric));
  return differs(result, Words("another metric", "une autre métrique"), approach_text(approach),
                 metric_text(metric));
}

Result<Event> decide_on(const Question& question, const DeclareMetric& command) {
  const ApproachState* approach = question.ledger.find_approach(command.approach);
  if (!approach)
    return std::unexpected(refuse(
        RefusalCode::not_recorded,
        {Words("cooperative approach", "démarche concertée"), command.approach.to_string()}));
  if (approach->metric)
    return std::unexpected(refuse(RefusalCode::already_recorded, {Words("metric of", "métrique de"),
                                                                  command.approach.to_string()}));
  for (const Authorization& authorization : question.ledger.authorizations())
    if (authorization.latest().approach == command.approach)
      return std::unexpected(
          refuse(RefusalCode::metric_fixed,
                 {command.approach.to_string(), authorization.latest().authorization}));
  if (auto broken = text_given("metric", command.metric)) return std::unexpected(*broken);
  for (const Conversion& conversion : command.conversions)
    if (auto broken = conversion_valid(question, command, conversion))
      return std::unexpected(*broken);
  if (auto broken = text_given("document", command.document.sha256))
    return std::unexpected(*broken);
  return command;
}

bool metric_declared(const Ledger& ledger, const std::string& metric) {
  for (const auto& [id, approach] : ledger.approaches())
    if (approach.metric && approach.metric->record.metric == metric) return true;
  return false;
}

Result<Event> decide_on(const Question& question, const RecordMetricLevel& command) {
  if (!question.ledger.find_party(command.party))
    return std::unexpected(
        refuse(RefusalCode::not_recorded, {Words("Party", "Partie"), command.party.to_string()}));
  if (!metric_declared(question.ledger, command.metric))
    return std::unexpected(
        refuse(RefusalCode::not_recorded, {Words("metric", "métrique"), command.metric}));
  if (auto broken = text_given("document", command.document.sha256))
    return std::unexpected(*broken);
  return command;
}

}  // namespace openitmo::ledger
