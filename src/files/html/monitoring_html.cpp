#include "files/html/monitoring_html.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

#include "activity/safeguard.h"
#include "files/html/derivation_parts.h"
#include "files/html/design_section.h"
#include "files/html/document.h"
#include "files/html/monitoring_tables.h"
#include "files/html/monitoring_words.h"
#include "files/html/report_page.h"
#include "files/html/svg_chart.h"
#include "mrv/measured_column.h"

namespace openitmo::files {

namespace {

namespace words = monitoring;

class MonitoringPage {
 public:
  MonitoringPage(const MonitoringReport& report, ReportLanguage language)
      : report_(report), speech_(language) {}

  std::string page() {
    Html body;
    add_summary(body);
    for (const registry::ComponentResult* result : report_.results) add_component(body, *result);
    add_findings(body);
    add_sdg(body);
    add_safeguards(body);
    body.add(design_section(report_.programme, speech_));
    add_questions(body);
    std::string title = speech_.say(report_.programme.title);
    if (!report_.report.empty()) title += ", " + report_.report;
    return document_html({.lang = std::string(code_of(speech_.language())),
                          .kind = speech_.say(words::kDocument),
                          .title = title,
                          .summary = period_words(),
                          .demonstration_line = report_.demonstration_line(),
                          .page_word = speech_.say(words::kPage)},
                         Html(), body);
  }

 private:
  using YearResult = mrv::YearResult;

  std::string period_words() const {
    const DateRange& period = report_.results.front()->quantification.period;
    const std::string name =
        report_.report.empty() ? speech_.say(words::kDocument) : report_.report;
    return speech_.say(words::kPeriod, {name, speech_.day(period.first), speech_.day(period.last)});
  }

  std::string unit(std::string_view english) const {
    return english == "1" ? speech_.say(words::kUnknown) : speech_.phrase(english);
  }
  // A sentence or unit of the programme's own as it names it, or one of the calculation.
  std::string own(const std::string& text) const {
    const auto named = report_.programme.names.find(text);
    return named == report_.programme.names.end() ? speech_.phrase(text)
                                                  : speech_.say(named->second);
  }
  void heading(Html& html, std::string_view text) const { html.element("h2", text).new_line(); }

  void add_summary(Html& html) const {
    heading(html, speech_.say(words::kSummary));
    html.add(table_html(summary_table(report_, speech_, period_words())));
  }

  void picture(Html& html, std::string_view title, const Html& drawn) const {
    html.open("figure").element("figcaption", title).new_line();
    html.open("div", {{"class", "picture"}}).add(drawn).close("div");
    html.close("figure").new_line();
  }

  // All years up to this report, so that a year is seen beside those before it.
  void add_expected_chart(Html& html, const registry::ComponentResult& of) const {
    ColumnChart chart;
    chart.id = of.component + "-expected";
    chart.title = speech_.say(of.quantification.deduction_policy ? words::kExpectedClaimedChart
                                                                 : words::kExpectedChart);
    chart.description = chart.title;
    chart.unit = speech_.say(words::kChartUnit);
    chart.footer = report_.demonstration_line();
    BarSeries measured{.name = speech_.say(of.quantification.deduction_policy ? words::kClaimed
                                                                              : words::kMeasured)};
    BarSeries beforehand{
        .name = speech_.say(words::kExpected), .paint = Paint::grey, .filling = Filling::outlined};
    for (const registry::ComponentResult* result : report_.history) {
      if (result->component != of.component) continue;
      for (const YearResult& year : result->quantification.years) {
        chart.categories.push_back(std::to_string(year.year.value()));
        measured.values.push_back(year.claimed);
        measured.labels.push_back(speech_.numbers().real(year.claimed, 0));
        const auto value = report_.expected_t_co2eq(of.component, year.year);
        beforehand.values.push_back(value);
        beforehand.labels.push_back(value ? speech_.numbers().real(*value, 0) : "");
      }
    }
    chart.bars = {std::move(beforehand), std::move(measured)};
    picture(html, chart.title, draw(chart, speech_.numbers()));
  }

  // The figure of the months that the tonnes hang on most. A month without it stays in its place.
  void add_months_chart(Html& html, const registry::ComponentResult& of,
                        const YearResult& year) const {
    const std::optional<mrv::MonthlySeries> series = main_series(year);
    if (!series) return;
    ColumnChart chart;
    chart.id = fmt::format("{}-months-{}", of.component, year.year.value());
    chart.title = speech_.say(words::kMonthsChart,
                              {fmt::format("{}", year.year.value()), speech_.heading(*series)});
    chart.description = chart.title;
    chart.unit = unit(series->unit);
    chart.footer = report_.demonstration_line();
    chart.legend = false;
    chart.unknown = speech_.say(words::kUnknown);
    BarSeries bars{.name = series->symbol, .paint = Paint::green};
    for (const std::string& period : measured_months(year)) {
      const auto month = std::ranges::find(series->months, period, &mrv::DerivationNode::period);
      chart.categories.push_back(period);
      bars.values.push_back(month == series->months.end() ? std::nullopt
                                                          : std::optional((*month)->value));
    }
    chart.bars = {std::move(bars)};
    picture(html, chart.title, draw(chart, speech_.numbers()));
  }

  // Mean shares of the samples behind the year, by waste type.
  void add_composition_chart(Html& html, const registry::ComponentResult& of) const {
    static constexpr Paint kPaints[] = {Paint::green, Paint::sky,    Paint::orange,
                                        Paint::blue,  Paint::purple, Paint::vermilion,
                                        Paint::grey,  Paint::black,  Paint::green};
    RowChart chart;
    std::map<std::string, BarSeries> by_type;
    BarSeries others{.name = speech_.say(words::kNotDegradable),
                     .paint = Paint::grey,
                     .filling = Filling::outlined};
    const auto& years = of.quantification.years;
    for (std::size_t i = 0; i < years.size(); ++i) {
      std::map<std::string, std::pair<double, int>> means;
      const std::string of_year = std::to_string(years[i].year.value());
      for (const mrv::DerivationNode& node : years[i].derivation.nodes)
        if (node.symbol == "p_j,x" && node.period.starts_with(of_year)) {
          means[node.of].first += node.value;
          ++means[node.of].second;
        }
      double rest = 100;
      for (const auto& [type, mean] : means) {
        rest -= 100 * mean.first / mean.second;
        BarSeries& series = by_type[type];
        series.name = speech_.phrase(type);
        series.values.resize(years.size());
        series.values[i] = 100 * mean.first / mean.second;
      }
      others.values.push_back(rest);
      chart.rows.push_back(of_year);
    }
    if (by_type.empty()) return;
    for (auto& [type, series] : by_type) {
      series.paint = kPaints[chart.bars.size() % std::size(kPaints)];
      chart.bars.push_back(std::move(series));
    }
    chart.bars.push_back(std::move(others));
    chart.id = of.component + "-composition";
    chart.title = speech_.say(words::kComposition);
    chart.description = chart.title;
    chart.unit = "%";
    chart.show_totals = false;
    chart.footer = report_.demonstration_line();
    picture(html, chart.title, draw(chart, speech_.numbers()));
  }

  void add_component(Html& html, const registry::ComponentResult& result) const {
    const mrv::Quantification& quantified = result.quantification;
    heading(html, report_.component_name(result.component, speech_));
    add_paragraph(html, fmt::format("{} {}; {}", quantified.methodology.name,
                                    quantified.methodology.version, quantified.gwp_set));
    add_expected_chart(html, result);
    html.add(table_html(uncertainty_table(quantified, speech_)));
    for (const YearResult& year : quantified.years) add_months_chart(html, result, year);
    add_composition_chart(html, result);
    for (const YearResult& year : quantified.years) {
      html.add(table_html(measured_table(quantified, year)));
      html.add(table_html(parameter_table(year)));
    }
    if (!result.result_sha256.empty())
      add_paragraph(html, speech_.say(words::kHashes, {result.result_sha256, result.data_sha256}),
                    "hash");
  }

  static std::string files_of(const mrv::MonthlySeries& series, const mrv::Quantification& of) {
    std::set<std::string> files;
    for (const mrv::DerivationNode* month : series.months)
      for (const mrv::RowRange& range : month->leaf->evidence.ranges())
        if (range.first > 0 && range.file < of.inputs.size())
          files.insert(of.inputs[range.file].path);
    return fmt::format("{}", fmt::join(files, ", "));
  }

  Table measured_table(const mrv::Quantification& of, const YearResult& year) const {
    Table table{.caption = fmt::format("{}, {}", speech_.say(words::kMonitored), year.year.value()),
                .columns = {speech_.say(words::kSymbol), speech_.say(words::kMeaning),
                            speech_.say(words::kSource), speech_.say(words::kFiles),
                            speech_.say(words::kUnit), speech_.say(words::kSumOrMean),
                            speech_.say(words::kValues), speech_.say(words::kRows),
                            speech_.say(words::kWeight)},
                .text_columns = 5};
    for (const mrv::MonthlySeries& series : monthly_series(year)) {
      std::uint64_t rows = 0;
      for (const mrv::DerivationNode* month : series.months)
        rows += month->leaf->evidence.row_count();
      std::string files = files_of(series, of);
      if (const auto column = mrv::measured_column(*series.months.front()))
        files += "; " + speech_.say(*column);
      const double value = series.adds_up()
                               ? series.sum()
                               : series.sum() / static_cast<double>(series.months.size());
      table.rows.push_back({series.symbol, speech_.meaning(series.symbol, series.of),
                            speech_.phrase(series.source), files, unit(series.unit),
                            speech_.numbers().significant(value),
                            std::to_string(series.months.size()), std::to_string(rows),
                            speech_.numbers().percent(series.share, 1)});
    }
    if (const double earlier = mrv::earlier_share(year); earlier > 0)
      table.notes.push_back(
          speech_.say(words::kOfThisYear, {speech_.numbers().percent(earlier, 1)}));
    return table;
  }

  Table parameter_table(const YearResult& year) const {
    Table table{
        .caption = fmt::format("{}, {}", speech_.say(words::kParameters), year.year.value()),
        .columns = {speech_.say(words::kSymbol), speech_.say(words::kMeaning),
                    speech_.say(words::kKind), speech_.say(words::kSource),
                    speech_.say(words::kConfidence), speech_.say(words::kUnit),
                    speech_.say(words::kValue), speech_.say(words::kWeight)},
        .text_columns = 6,
        .notes = {speech_.say(words::kWeightNote)}};
    for (const mrv::LeafGroup& group : leaf_groups(year.derivation)) {
      if (!group.confidence) continue;
      const mrv::DerivationNode& leaf = first_leaf(year.derivation, group);
      table.rows.push_back({group.symbol, speech_.meaning(group.symbol, group.of),
                            speech_.phrase(mrv::name_of(group.kind)), own(group.source),
                            speech_.phrase(mrv::name_of(*group.confidence)), unit(leaf.unit),
                            speech_.numbers().significant(leaf.value),
                            speech_.numbers().percent(group.share, 1)});
    }
    return table;
  }

  void add_findings(Html& html) const {
    heading(html, speech_.say(words::kFindings));
    std::vector<std::string> sentences;
    for (const registry::ComponentResult* result : report_.results)
      for (const mrv::Finding& finding : result->quantification.warnings)
        sentences.push_back(result->component + ": " +
                            speech_.say(text_of(finding, result->quantification.inputs)));
    if (sentences.empty()) return add_paragraph(html, speech_.say(words::kNoFindings));
    add_list(html, sentences);
  }

  void add_sdg(Html& html) const {
    Table table{.caption = speech_.say(words::kSdg),
                .columns = {speech_.say(words::kIndicator), speech_.say(words::kGoal),
                            speech_.say(words::kUnit), speech_.say(words::kSource),
                            speech_.say(words::kBefore), speech_.say(words::kTarget),
                            speech_.say(words::kMeasured)},
                .text_columns = 4};
    for (const registry::Act& act : report_.programme.acts) {
      const auto* monitor = std::get_if<registry::Monitor>(&act.act);
      if (monitor == nullptr || monitor->report != report_.report) continue;
      for (const SdgMeasurement& measured : monitor->sdg_measurements)
        table.rows.push_back(sdg_row(measured, act.place));
    }
    if (table.rows.empty()) return;
    heading(html, table.caption);
    html.add(table_html(table));
  }

  void add_safeguards(Html& html) const {
    Table table{.caption = speech_.say(words::kSafeguards),
                .columns = {speech_.say(words::kSafeguard), speech_.say(words::kUnit),
                            speech_.say(words::kSource), speech_.say(words::kKept),
                            speech_.say(words::kAtMost), speech_.say(words::kMeasured)},
                .text_columns = 4};
    for (const registry::Act& act : report_.programme.acts) {
      const auto* monitor = std::get_if<registry::Monitor>(&act.act);
      if (monitor == nullptr || monitor->report != report_.report) continue;
      for (const SafeguardMeasurement& measured : monitor->safeguards)
        table.rows.push_back({own(measured.safeguard), own(measured.unit),
                              speech_.say(words::kSdgSource, {act.place}),
                              speech_.say(is_kept(measured) ? words::kYes : words::kNotKept),
                              speech_.say(digits_text(measured.at_most)),
                              speech_.say(digits_text(measured.value))});
    }
    if (table.rows.empty()) return;
    heading(html, table.caption);
    html.add(table_html(table));
  }

  std::vector<std::string> sdg_row(const SdgMeasurement& measured, const std::string& place) const {
    std::vector<std::string> row{own(measured.indicator),
                                 "",
                                 "",
                                 speech_.say(words::kSdgSource, {place}),
                                 "",
                                 "",
                                 speech_.say(digits_text(measured.value))};
    for (const registry::Act& act : report_.programme.acts) {
      const auto* command = std::get_if<ledger::Command>(&act.act);
      const auto* recorded = command ? std::get_if<RecordSdgIndicator>(command) : nullptr;
      if (recorded == nullptr || recorded->indicator != measured.indicator) continue;
      row[1] = std::to_string(recorded->goal);
      row[2] = own(recorded->unit);
      row[4] = speech_.say(digits_text(recorded->baseline));
      row[5] = speech_.say(digits_text(recorded->target));
    }
    return row;
  }

  void add_questions(Html& html) const {
    heading(html, speech_.say(words::kQuestions));
    for (const registry::RehearsedReport& about : report_.rehearsed) {
      Table table{.caption = report_.component_name(about.component, speech_),
                  .columns = {speech_.say(words::kYear), speech_.say(words::kQuestion),
                              speech_.say(words::kAnswerIn), speech_.say(words::kWeight)},
                  .text_columns = 3};
      for (const mrv::Question& question : about.questions)
        table.rows.push_back({std::to_string(question.year), speech_.say(question.question),
                              speech_.say(question.place),
                              question.share == 0 ? speech_.say(words::kUnknown)
                                                  : speech_.numbers().percent(question.share, 1)});
      if (table.rows.empty()) table.notes = {speech_.say(words::kNoQuestions)};
      html.add(table_html(table));
    }
  }

  const MonitoringReport& report_;
  ReportSpeech speech_;
};

}  // namespace

std::string monitoring_html(const MonitoringReport& report, ReportLanguage language) {
  return MonitoringPage(report, language).page();
}

}  // namespace openitmo::files
