#include "files/html/overselling_html.h"

#include <array>
#include <cmath>
#include <fmt/format.h>

#include "accounting/overselling_text.h"
#include "files/html/document.h"
#include "files/html/report_page.h"
#include "files/html/svg_chart.h"
#include "files/html/words_bridge.h"
#include "files/html/words_overselling.h"
#include "files/html/words_summary.h"

namespace openitmo::files {

namespace {

using namespace accounting;

constexpr int kCurvePoints = 11;
constexpr std::array<Words, kMarginStages> kShortNames{{{"emissions alone", "émissions seules"},
                                                        {"recorded", "enregistré"},
                                                        {"authorized", "autorisé"},
                                                        {"expected", "prévu"}}};

class OversellingPage {
 public:
  OversellingPage(const OversellingView& view, const OversellingRequest& request,
                  std::string_view demonstration_line, Language language)
      : view_(view),
        request_(request),
        demonstration_line_(demonstration_line),
        speech_(language) {}

  std::string text() const {
    Html body;
    add_paragraph(body, speech_.say(target_sentence(view_)));
    add_stages(body);
    add_curve(body);
    add_rows(body, words::overselling_variance, variance_rows(view_, speech_.language()), 1);
    add_terms(body);
    add_assumptions(body);
    return document_html(
        {.lang = std::string(speech_.lang_attribute()),
         .kind = speech_.say(words::overselling_document),
         .title = speech_.say(words::overselling_title, {std::string(view_.party.view())}),
         .summary = speech_.say(overselling_sentence(view_)),
         .demonstration_line = std::string(demonstration_line_),
         .page_word = speech_.say(words::page)},
        Html(), body);
  }

 private:
  ShowTonnes tonnes() const {
    return [this](double t) { return speech_.whole(std::llround(t)); };
  }
  void add_rows(Html& html, const Words& caption, const TextRows& rows, std::size_t text_columns,
                std::vector<std::string> notes = {}) const {
    html.add(table_html({.caption = speech_.say(caption),
                         .columns = rows.front(),
                         .rows = {rows.begin() + 1, rows.end()},
                         .text_columns = text_columns,
                         .notes = std::move(notes)}));
  }

  void add_stages(Html& html) const {
    LineSeries low{
        .name = speech_.say(words::overselling_low), .paint = Paint::vermilion, .joined = false};
    LineSeries middle{
        .name = speech_.say(words::overselling_middle), .paint = Paint::black, .joined = false};
    LineSeries high{
        .name = speech_.say(words::overselling_high), .paint = Paint::green, .joined = false};
    ColumnChart chart{.id = "margin",
                      .title = speech_.say(words::overselling_stages),
                      .description = speech_.say(words::overselling_stages_chart),
                      .unit = speech_.say(words::bridge_t),
                      .categories = {},
                      .bars = {},
                      .footer = std::string(demonstration_line_)};
    for (std::size_t i = 0; i < kMarginStages; ++i) {
      chart.categories.push_back(speech_.say(kShortNames[i]));
      low.values.push_back(view_.stages[i].draws.p2_5);
      middle.values.push_back(view_.stages[i].draws.median);
      high.values.push_back(view_.stages[i].draws.p97_5);
    }
    chart.lines = {high, middle, low};
    html.add(draw(chart, speech_));
    add_rows(html, words::overselling_stages, stage_rows(view_, speech_.language(), tonnes()), 1,
             {speech_.say(words::overselling_stages_note,
                          {speech_.whole(static_cast<std::int64_t>(view_.uses_up_t_co2eq.size())),
                           std::to_string(request_.seed)})});
  }

  // From nothing to where one draw in a thousand bears it, in round steps.
  std::vector<double> curve_quantities() const {
    const auto count = view_.uses_up_t_co2eq.size();
    const double most = view_.uses_up_t_co2eq[count - 1 - count / 1000];
    if (!(most > 0) || !std::isfinite(most)) return {0, 1};
    const double step = round_step(most / (kCurvePoints - 1));
    std::vector<double> quantities{0};
    while (quantities.back() < most) quantities.push_back(quantities.back() + step);
    return quantities;
  }
  // The next of 1, 2 and 5 times a power of ten.
  static double round_step(double least) {
    double step = 1;
    for (int i = 0; step < least; ++i) step *= i % 3 == 1 ? 2.5 : 2;
    return step;
  }

  void add_curve(Html& html) const {
    LineSeries met{.name = speech_.say(words::overselling_met), .paint = Paint::blue};
    ColumnChart chart{.id = "curve",
                      .title = speech_.say(words::overselling_curve),
                      .description = speech_.say(overselling_sentence(view_)),
                      .unit = speech_.say(words::overselling_curve_axis),
                      .categories = {},
                      .bars = {},
                      .footer = std::string(demonstration_line_),
                      .lowest = 0,
                      .highest = 100};
    for (const double quantity : curve_quantities()) {
      chart.categories.push_back(speech_.whole(std::llround(quantity)));
      met.values.push_back(100 * view_.met_share_with(quantity));
    }
    chart.lines = {met};
    html.element("h2", speech_.say(words::overselling_curve)).new_line();
    html.add(draw(chart, speech_));
    add_rows(html, words::overselling_authorizable, authorizable_rows(view_, speech_.language()),
             1);
  }

  void add_terms(Html& html) const {
    TextRows rows = term_rows(view_, speech_.language(), tonnes());
    for (std::vector<std::string>& row : rows) std::swap(row[1], row[3]);
    add_rows(html, words::overselling_terms, rows, 3);
  }

  void add_assumptions(Html& html) const {
    html.element("h2", speech_.say(words::overselling_assumptions)).new_line();
    add_list(html, {speech_.say(words::overselling_all_years_move),
                    speech_.say(words::overselling_delivered),
                    speech_.say(words::overselling_simulation)});
  }

  const OversellingView& view_;
  const OversellingRequest& request_;
  std::string_view demonstration_line_;
  Speech speech_;
};

}  // namespace

std::string overselling_html(const OversellingView& view, const OversellingRequest& request,
                             std::string_view demonstration_line, Language language) {
  return OversellingPage(view, request, demonstration_line, language).text();
}

}  // namespace openitmo::files
