#include "registry/rehearse.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>
#include <map>

#include "cli/commands.h"
#include "cli/quantified.h"

namespace openitmo::cli {

namespace {

Words topic_words(mrv::Topic topic) {
  using enum mrv::Topic;
  switch (topic) {
    case heavy_default:
      return {"default", "valeur par défaut"};
    case own_value:
      return {"own value", "valeur propre"};
    case weak_source:
      return {"source", "source"};
    case deficit:
      return {"deficit", "déficit"};
    case expectation:
      return {"expectation", "attente"};
    case jump:
      return {"jump", "saut"};
    case gap:
      return {"gap", "lacune"};
    case outlier:
      return {"outlier", "valeur isolée"};
    case weather:
      return {"weather", "météo"};
    case noted:
      return {"noted", "relevé"};
  }
  return {"noted", "relevé"};
}

std::string json_of(const std::vector<registry::RehearsedReport>& reports, bool demonstration,
                    Language language) {
  boost::json::array list;
  for (const registry::RehearsedReport& report : reports)
    for (const mrv::Question& question : report.questions)
      list.push_back({{"report", report.report},
                      {"component", report.component},
                      {"year", question.year},
                      {"topic", name_of(question.topic)},
                      {"share", fmt::format("{:.6f}", question.share)},
                      {"question", question.question.in(language)},
                      {"place", question.place.in(language)}});
  return boost::json::serialize(
      boost::json::object{{"demonstration", demonstration}, {"questions", std::move(list)}});
}

void show(Terminal& terminal, const registry::RehearsedReport& report) {
  terminal.line("");
  terminal.line(
      fmt::format("{}{}{}", report.component, report.report.empty() ? "" : ", ", report.report));
  if (report.questions.empty())
    terminal.line(fmt::format("  {}", terminal.say(Words("no questions", "aucune question"))));
  int number = 0;
  for (const mrv::Question& question : report.questions) {
    terminal.line(fmt::format("  {}. {} [{}] {}", ++number, question.year,
                              terminal.say(topic_words(question.topic)),
                              terminal.say(question.question.in_two_languages())));
    terminal.line(fmt::format("     {}{}{}", terminal.say(Words("answer in", "répondre dans")),
                              terminal.colon(), terminal.say(question.place.in_two_languages())));
  }
}

}  // namespace

int rehearse(const RehearseOptions& options) {
  Terminal terminal(options.language);
  const auto programme = read_programme(terminal, options.folder);
  if (!programme) return kCannot;
  require_report(*programme, options.component, options.report);
  const auto results = quantify_reports(terminal, *programme, options.component);
  if (!results) return kCannot;
  const auto reports = registry::rehearse(*programme, *results, options.report);
  if (options.json) {
    terminal.line(json_of(reports, programme->demonstration, options.language));
    return kDone;
  }
  if (programme->demonstration) terminal.banner(terminal.say(words::kDemonstration));
  for (const registry::RehearsedReport& report : reports) show(terminal, report);
  return kDone;
}

}  // namespace openitmo::cli
