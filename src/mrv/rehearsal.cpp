#include "mrv/rehearsal.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <set>
#include <tuple>

#include "mrv/explanation.h"
#include "mrv/measured_column.h"
#include "mrv/methodologies.h"
#include "mrv/monthly_series.h"
#include "mrv/outliers.h"
#include "mrv/phrases.h"

namespace openitmo::mrv {

std::string_view name_of(Topic topic) {
  switch (topic) {
    case Topic::heavy_default:
      return "heavy_default";
    case Topic::own_value:
      return "own_value";
    case Topic::weak_source:
      return "weak_source";
    case Topic::deficit:
      return "deficit";
    case Topic::expectation:
      return "expectation";
    case Topic::jump:
      return "jump";
    case Topic::gap:
      return "gap";
    case Topic::outlier:
      return "outlier";
    case Topic::weather:
      return "weather";
    case Topic::noted:
      return "noted";
  }
  return {};
}

namespace {

ReportText number(double value) { return digits_text(fmt::format("{:.6g}", value)); }
ReportText tonnes(double value) { return digits_text(fmt::format("{:.0f}", value)); }
ReportText percent(double share) { return digits_text(fmt::format("{:.1f}", share * 100)); }

class Rehearsal {
 public:
  Rehearsal(const Rehearsed& rehearsed, const RehearsalLimits& limits)
      : rehearsed_(rehearsed), limits_(limits), result_(*rehearsed.reports.back()) {}

  std::vector<Question> run() {
    ask_about_methodology();
    for (const YearResult& year : result_.years) ask_about_values(year);
    ask_once();
    for (const YearResult& year : result_.years) {
      ask_about_tonnes(year);
      ask_about_months(year);
    }
    ask_about_jumps();
    ask_about_gaps();
    for (const Finding& finding : result_.warnings) ask_about(finding);
    std::ranges::stable_sort(
        questions_, [](const Question& a, const Question& b) { return a.share > b.share; });
    return std::move(questions_);
  }

 private:
  void ask(Topic topic, int year, ReportText question, ReportText place, double share = 0) {
    questions_.push_back({topic, year, std::move(question), std::move(place), share});
  }

  // Everything hangs on its equations, so it comes first.
  void ask_about_methodology() {
    const Methodology& methodology = *find_methodology(result_.methodology);
    if (methodology.confidence == Confidence::high) return;
    constexpr double kAll = 1;
    ask(Topic::weak_source, result_.years.front().year.value(),
        {{"The equations of {} {} have confidence {} here. Were they and the version compared with "
          "the text in force?",
          "Les équations d'{} {} ont ici une confiance {}. Ont-elles été comparées, avec la "
          "version, au texte en vigueur ?",
          "Las ecuaciones de {} {} tienen aquí confianza {}. ¿Se compararon, con la versión, con "
          "el "
          "texto vigente?"},
         methodology.name,
         methodology.version,
         phrase_text(name_of(methodology.confidence))},
        {{"docs/methodologies/{}.md", "docs/methodologies/{}.md", "docs/methodologies/{}.md"},
         methodology.page},
        kAll);
  }

  // The same value of a parameter in several years is one question, of the year in which it weighs
  // most.
  void ask_value(Topic topic, const YearResult& year, const LeafGroup& group,
                 const Parameter& parameter, double value, ReportText question) {
    values_[{topic, group.symbol, value}].push_back({topic, year.year.value(), std::move(question),
                                                     place_of_parameter(parameter), group.share});
  }

  void ask_once() {
    for (auto& [value, asked] : values_) {
      Question question = *std::ranges::max_element(asked, {}, &Question::share);
      std::set<int> others;
      for (const Question& one : asked)
        if (one.year != question.year) others.insert(one.year);
      if (!others.empty())
        question.question += ReportText({" Likewise in {}.", " De même en {}.", " Lo mismo en {}."},
                                        fmt::join(others, ", "));
      questions_.push_back(std::move(question));
    }
  }

  // The page of the tool that the parameter comes from, where there is one; else that of the
  // methodology.
  std::string page_of(const Parameter& parameter) const {
    constexpr std::string_view kTools[] = {"TOOL03", "TOOL04", "TOOL05", "TOOL06",
                                           "TOOL07", "TOOL08", "TOOL13", "TOOL14"};
    for (const std::string_view tool : kTools)
      if (parameter.source.starts_with(tool)) return fmt::format("tool{}", tool.substr(4));
    return std::string(find_methodology(result_.methodology)->page);
  }

  // Where a programme states its own value of a parameter.
  ReportText place_of_parameter(const Parameter& parameter) const {
    return {{"[[parameter]] \"{0}\" in the file of component {1}; docs/methodologies/{2}.md",
             "[[parameter]] « {0} » dans le fichier du composant {1} ; docs/methodologies/{2}.md",
             "[[parameter]] «{0}» en el archivo del componente {1}; docs/methodologies/{2}.md"},
            parameter.symbol,
            result_.component,
            page_of(parameter)};
  }

  void ask_about_values(const YearResult& year) {
    for (const LeafGroup& group : leaf_groups(year.derivation)) {
      const Parameter* parameter = find_parameter(group.symbol);
      if (group.kind == LeafKind::measured || parameter == nullptr) continue;
      const double value = first_leaf(year.derivation, group).value;
      if (group.kind == LeafKind::assumed)
        ask_about_own(year, group, *parameter, value);
      else if (group.confidence != Confidence::high && group.share >= limits_.weak_share)
        ask_value(
            Topic::weak_source, year, group, *parameter, value,
            {{"{0} = {1} has confidence {2} and carries {3} % of the weight. Which better source "
              "confirms it? Now: {4}.",
              "{0} = {1} a une confiance {2} et porte {3} % du poids. Quelle meilleure source le "
              "confirme ? Maintenant : {4}.",
              "{0} = {1} tiene confianza {2} y lleva el {3} % del peso. ¿Qué mejor fuente lo "
              "confirma? Ahora: {4}."},
             group.symbol,
             number(value),
             phrase_text(name_of(group.confidence.value_or(Confidence::low))),
             percent(group.share),
             named(group.source)});
      else if (group.share >= limits_.heavy_share)
        ask_value(
            Topic::heavy_default, year, group, *parameter, value,
            {{"The default {0} = {1} ({2}) carries {3} % of the weight. Why does it hold at this "
              "site, and was it measured there?",
              "La valeur par défaut {0} = {1} ({2}) porte {3} % du poids. Pourquoi vaut-elle sur "
              "ce site, et y a-t-elle été mesurée ?",
              "El valor por defecto {0} = {1} ({2}) lleva el {3} % del peso. ¿Por qué vale en este "
              "sitio, y se midió allí?"},
             group.symbol,
             number(value),
             phrase_text(parameter->name),
             percent(group.share)});
    }
  }

  ReportText named(const std::string& source) const {
    const auto own = rehearsed_.names.find(source);
    return own == rehearsed_.names.end() ? phrase_text(source) : phrase_text(own->second);
  }

  void ask_about_own(const YearResult& year, const LeafGroup& group, const Parameter& parameter,
                     double value) {
    const bool is_at_end = value <= parameter.lowest || value >= parameter.highest;
    ask_value(
        Topic::own_value, year, group, parameter, value,
        {{"{0} = {1} is the programme's own value in place of {2}{3}. What shows it? Now: {4}.",
          "{0} = {1} est une valeur propre au programme au lieu de {2}{3}. Qu'est-ce qui "
          "l'établit ? Maintenant : {4}.",
          "{0} = {1} es un valor propio del programa en lugar de {2}{3}. ¿Qué lo demuestra? Ahora: "
          "{4}."},
         group.symbol,
         number(value),
         number(parameter.default_value),
         is_at_end ? ReportText(ReportWords(", at the end of its range", ", au bout de sa plage",
                                            ", en el extremo de su intervalo"))
                   : ReportText(),
         named(group.source)});
  }

  void ask_about_tonnes(const YearResult& year) {
    const double ER = year.claimed;
    if (ER < 0)
      ask(Topic::deficit, year.year.value(),
          {{"The reductions are {} t CO2 eq: why does the activity emit more than the baseline, "
            "and until when?",
            "Les réductions sont de {} t éq. CO2 : pourquoi l'activité émet-elle plus que la "
            "référence, et jusqu'à quand ?",
            "Las reducciones son de {} t CO2 eq: ¿por qué la actividad emite más que la línea "
            "base, y hasta cuándo?"},
           tonnes(ER)},
          {{"itmo explain, component {}, year {}", "itmo explain, composant {}, année {}",
            "itmo explain, componente {}, año {}"},
           result_.component,
           year.year.value()});
    const auto beforehand = rehearsed_.expected_t_co2eq.find(year.year);
    if (beforehand == rehearsed_.expected_t_co2eq.end()) return;
    const auto expected = static_cast<double>(beforehand->second.value());
    if (expected == 0 || std::fabs(ER - expected) <= limits_.expectation * std::fabs(expected))
      return;
    ask(Topic::expectation, year.year.value(),
        {{"{0} t CO2 eq were expected and {1} {3} ({2} %). What explains the difference?",
          "{0} t éq. CO2 étaient attendues et {1} {3} ({2} %). Qu'est-ce qui explique "
          "l'écart ?",
          "Se esperaban {0} t CO2 eq y las {3} son {1} ({2} %). ¿Qué explica la diferencia?"},
         tonnes(expected),
         tonnes(ER),
         percent((ER - expected) / std::fabs(expected)),
         result_.deduction_policy ? ReportWords("claimed", "revendiquées", "solicitadas")
                                  : ReportWords("measured", "mesurées", "medidas")},
        {{"[expected_t_co2eq] in the file of component {}; the monitoring report",
          "[expected_t_co2eq] dans le fichier du composant {} ; le rapport de suivi",
          "[expected_t_co2eq] en el archivo del componente {}; el informe de seguimiento"},
         result_.component});
  }

  // Measured figures of the months of a year, by symbol and what they are of.
  void ask_about_months(const YearResult& year) {
    for (const MonthlySeries& series : monthly_series(year))
      if (series.months.front()->leaf->kind == LeafKind::measured)
        ask_about_outliers(year, series.months);
  }

  // A month that is far from the others is asked about; where the rain is known, also one that is
  // far from those that were as wet or as dry, which would hide among all of them.
  void ask_about_outliers(const YearResult& year, const Months& nodes) {
    constexpr std::size_t kMonthsMin = 6;
    constexpr std::size_t kMonthsOfWeatherMin = 4;
    if (nodes.size() < kMonthsMin) return;
    const Months outliers = far_months(nodes);
    for (const DerivationNode* node : outliers)
      ask_about_month(year, *node, middle_of(nodes), Topic::outlier);
    for (const bool is_wet : {true, false}) {
      Months alike;
      for (const DerivationNode* node : nodes)
        if (const MonthlyRow* rain = rain_of(*node); rain && is_wet == this->is_wet(*rain))
          alike.push_back(node);
      if (alike.size() < kMonthsOfWeatherMin) continue;
      for (const DerivationNode* node : far_months(alike))
        if (std::ranges::find(outliers, node) == outliers.end())
          ask_about_month(year, *node, middle_of(alike), Topic::weather);
    }
  }

  Months far_months(const Months& months) const {
    return far_off(months, limits_.outlier_deviations, limits_.outlier_share);
  }

  // The rain that the component declares for the month of a figure.
  const MonthlyRow* rain_of(const DerivationNode& node) const {
    for (const MonthlyRow& row : rehearsed_.data->rows_of("rainfall"))
      if (node.period == to_string(Period{.year = row.year.value(), .month = row.month}) &&
          !row.values.empty() && row.values[0])
        return &row;
    return nullptr;
  }
  bool is_wet(const MonthlyRow& rain) const {
    return rain.values[0].value_or(0) >= limits_.wet_month_mm;
  }

  void ask_about_month(const YearResult& year, const DerivationNode& node, double middle,
                       Topic topic) {
    ReportText place;
    for (const ReportText& rows : row_texts(*node.leaf, result_.inputs))
      place += place.empty() ? rows : ReportText({"; {}", " ; {}", "; {}"}, rows);
    const MonthlyRow* rain = rain_of(node);
    ReportText weather;
    if (rain) {
      weather = ReportText({" ({} mm of rain)", " ({} mm de pluie)", " ({} mm de lluvia)"},
                           number(*rain->values[0]));
      const RowRange& row = rain->rows.ranges().front();
      place += ReportText({"; {}, row {}", " ; {}, ligne {}", "; {}, fila {}"},
                          rehearsed_.data->files.at(row.file).path, row.first);
    }
    const ReportWords months =
        topic != Topic::weather
            ? ReportWords("months of the year", "mois de l'année", "meses del año")
        : is_wet(*rain) ? ReportWords("wet months", "mois humides", "meses húmedos")
                        : ReportWords("dry months", "mois secs", "meses secos");
    ask(topic, year.year.value(),
        {{"{0}{1} in {2}{6} is {3}{4}, where the {7} lie around {5}. What happened?",
          "{0}{1} en {2}{6} est de {3}{4}, alors que les {7} sont autour de {5}. "
          "Que s'est-il passé ?",
          "{0}{1} en {2}{6} es de {3}{4}, mientras que los {7} rondan {5}. ¿Qué ocurrió?"},
         node.symbol,
         node.of.empty() ? ReportText()
                         : ReportText({" ({})", " ({})", " ({})"}, phrase_text(node.of)),
         node.period,
         number(node.value),
         node.unit == "1" ? ReportText()
                          : ReportText({" {}", " {}", " {}"}, phrase_text(node.unit)),
         number(middle),
         weather,
         months},
        place, node.leaf->share);
  }

  void ask_about_jumps() {
    std::vector<const YearResult*> years;
    for (const Quantification* report : rehearsed_.reports)
      for (const YearResult& year : report->years) years.push_back(&year);
    for (std::size_t i = 1; i < years.size(); ++i) {
      const bool is_new = years[i]->year.value() >= result_.years.front().year.value();
      const double before = years[i - 1]->amount, now = years[i]->amount;
      if (!is_new || before <= 0 || std::fabs(now - before) <= limits_.jump * before) continue;
      const AmountDescription& amount = find_methodology(result_.methodology)->amount;
      ask(Topic::jump, years[i]->year.value(),
          {{"{0}: {1} {2} after {3} the year before. What changed?",
            "{0} : {1} {2} après {3} l'année précédente. Qu'est-ce qui a changé ?",
            "{0}: {1} {2} tras {3} el año anterior. ¿Qué cambió?"},
           phrase_text(amount.name),
           number(now),
           phrase_text(amount.unit),
           number(before)},
          {{"the monitoring files of component {}", "les fichiers de suivi du composant {}",
            "los archivos de seguimiento del componente {}"},
           result_.component});
    }
  }

  void ask_about_gaps() {
    std::vector<const WeighbridgeTicket*> tickets;
    for (const WeighbridgeTicket& ticket : rehearsed_.data->tickets)
      if (ticket.material == Material::waste_in && result_.period.contains(ticket.time.date()))
        tickets.push_back(&ticket);
    std::ranges::stable_sort(tickets, {}, [](const auto* ticket) { return ticket->time; });
    for (std::size_t i = 1; i < tickets.size(); ++i) {
      const auto days =
          (tickets[i]->time.date().days() - tickets[i - 1]->time.date().days()).count();
      if (days <= limits_.gap_days) continue;
      ask(Topic::gap, tickets[i]->time.date().year().value(),
          {{"No waste was weighed from {0} to {1} ({2} days). Was the site closed, or the "
            "weighbridge?",
            "Aucun déchet n'a été pesé du {0} au {1} ({2} jours). Le site était-il fermé, ou le "
            "pont-bascule en panne ?",
            "No se pesaron residuos del {0} al {1} ({2} días). ¿Estaba cerrado el sitio, o "
            "averiada la báscula?"},
           tickets[i - 1]->time.date().to_string(),
           tickets[i]->time.date().to_string(),
           days},
          {{"{}, row {}", "{}, ligne {}", "{}, fila {}"},
           rehearsed_.data->files.at(tickets[i]->place.file).path,
           tickets[i]->place.row});
    }
  }

  void ask_about(const Finding& finding) {
    ReportText place = finding.remedy;
    if (finding.place && finding.place->row > 0)
      place = ReportText({"{}, row {}: {}", "{}, ligne {} : {}", "{}, fila {}: {}"},
                         result_.inputs.at(finding.place->file).path, finding.place->row,
                         finding.remedy);
    ask(Topic::noted, result_.years.front().year.value(), finding.message, place);
  }

  const Rehearsed& rehearsed_;
  const RehearsalLimits& limits_;
  const Quantification& result_;
  std::vector<Question> questions_;
  std::map<std::tuple<Topic, std::string, double>, std::vector<Question>> values_;
};

}  // namespace

std::vector<Question> questions(const Rehearsed& rehearsed, const RehearsalLimits& limits) {
  return Rehearsal(rehearsed, limits).run();
}

}  // namespace openitmo::mrv
