#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

#include "files/html/derivation_parts.h"
#include "files/html/phrases.h"
#include "files/html/svg_chart.h"
#include "files/html/words_charts.h"
#include "files/html/words_derivation.h"
#include "mrv/parameters.h"

namespace openitmo::files {

namespace {

using mrv::LeafKind;

// Leaves of one symbol and waste type over the periods and years of a quantification.
struct LeafGroup {
  std::string symbol;
  std::string of;
  std::string unit;
  LeafKind kind = LeafKind::measured;
  std::string source;
  std::optional<mrv::Confidence> confidence;
  double lowest = 0;
  double highest = 0;
  std::uint64_t row_count = 0;
  std::set<std::string> files;
  std::vector<double> share_by_year;

  double highest_share() const { return *std::ranges::max_element(share_by_year); }
};

using Groups = std::map<std::pair<std::string, std::string>, LeafGroup>;

void add_leaf(Groups& groups, const mrv::DerivationNode& node, std::size_t year,
              const mrv::Quantification& quantification) {
  const auto [found, is_new] = groups.try_emplace({node.symbol, node.of});
  LeafGroup& group = found->second;
  if (is_new) {
    group = {.symbol = node.symbol,
             .of = node.of,
             .unit = node.unit,
             .kind = node.leaf->kind,
             .source = node.leaf->source,
             .confidence = node.leaf->confidence,
             .lowest = node.value,
             .highest = node.value,
             .row_count = 0,
             .files = {},
             .share_by_year = std::vector<double>(quantification.years.size())};
  }
  group.lowest = std::min(group.lowest, node.value);
  group.highest = std::max(group.highest, node.value);
  group.share_by_year[year] += node.leaf->share;
  for (const mrv::RowRange& range : node.leaf->evidence.ranges())
    if (range.file < quantification.inputs.size())
      group.files.insert(quantification.inputs[range.file].path);
}

// A year's derivation reaches back to earlier years, so the rows are those of the fullest one.
void count_rows(Groups& groups, const mrv::YearResult& year) {
  std::map<std::pair<std::string, std::string>, std::uint64_t> counts;
  for (const mrv::DerivationNode& node : year.derivation.nodes)
    if (node.leaf) counts[{node.symbol, node.of}] += node.leaf->evidence.row_count();
  for (const auto& [key, count] : counts) {
    const auto found = groups.find(key);
    if (found != groups.end()) found->second.row_count = std::max(found->second.row_count, count);
  }
}

// The weightiest first.
std::vector<LeafGroup> leaf_groups(const mrv::Quantification& quantification) {
  Groups groups;
  for (std::size_t year = 0; year < quantification.years.size(); ++year) {
    for (const mrv::DerivationNode& node : quantification.years[year].derivation.nodes)
      if (node.leaf) add_leaf(groups, node, year, quantification);
    count_rows(groups, quantification.years[year]);
  }
  std::vector<LeafGroup> sorted;
  for (auto& [key, group] : groups) sorted.push_back(std::move(group));
  std::ranges::stable_sort(sorted, [](const LeafGroup& a, const LeafGroup& b) {
    return a.highest_share() > b.highest_share();
  });
  return sorted;
}

Filling filling_of(LeafKind kind) {
  switch (kind) {
    case LeafKind::measured:
      return Filling::solid;
    case LeafKind::default_value:
      return Filling::outlined;
    case LeafKind::assumed:
      return Filling::hatched;
  }
  return Filling::solid;
}

Html kinds_picture(const mrv::Quantification& quantification, const std::vector<LeafGroup>& groups,
                   const Speech& speech, const DerivationSettings& settings) {
  RowChart chart;
  chart.id = settings.id + "-kinds";
  chart.title = speech.say(words::kinds_title);
  chart.description = speech.say(words::leaves_note);
  chart.unit = speech.say(words::kinds_unit);
  chart.show_totals = false;
  chart.footer = settings.demonstration_line;
  for (const mrv::YearResult& year : quantification.years)
    chart.rows.push_back(std::to_string(year.year.value()));
  for (const LeafKind kind : {LeafKind::measured, LeafKind::default_value, LeafKind::assumed}) {
    BarSeries series{.name = kind_words(speech, kind),
                     .paint = kind == LeafKind::assumed ? Paint::vermilion : Paint::blue,
                     .filling = filling_of(kind)};
    for (std::size_t year = 0; year < quantification.years.size(); ++year) {
      double share = 0;
      for (const LeafGroup& group : groups)
        if (group.kind == kind) share += group.share_by_year[year];
      series.values.push_back(share * 100);
    }
    chart.bars.push_back(std::move(series));
  }
  return draw(chart, speech);
}

std::string what_is(const LeafGroup& group, const Speech& speech) {
  if (const mrv::Parameter* parameter = mrv::find_parameter(group.symbol))
    return in_language(speech, parameter->name);
  const std::string meaning = meaning_of_symbol(speech, group.symbol);
  const std::string of = in_language(speech, group.of);
  if (meaning.empty() || of.empty()) return meaning + of;
  return meaning + ", " + of;
}

std::string value_of(const LeafGroup& group, const Speech& speech) {
  if (group.lowest == group.highest) return value_with_unit(speech, group.lowest, group.unit);
  return speech.say(words::leaf_range, {speech.significant(group.lowest),
                                        value_with_unit(speech, group.highest, group.unit)});
}

std::string source_of(const LeafGroup& group, const Speech& speech) {
  std::string source = in_language(speech, group.source);
  if (group.confidence)
    return speech.say(words::confidence, {source, confidence_words(speech, *group.confidence)});
  if (group.files.empty()) return source;
  std::string files;
  for (const std::string& file : group.files) files += (files.empty() ? "" : ", ") + file;
  return speech.say(words::leaf_rows,
                    {source, speech.whole(static_cast<std::int64_t>(group.row_count)), files});
}

Table leaves_table(const mrv::Quantification& quantification, const std::vector<LeafGroup>& groups,
                   const Speech& speech, std::size_t rows_max) {
  Table table{.caption = speech.say(words::leaves_caption),
              .columns = {speech.say(words::term_symbol), speech.say(words::term_what),
                          speech.say(words::leaf_kind), speech.say(words::leaf_value),
                          speech.say(words::leaf_source)},
              .text_columns = 5,
              .notes = {speech.say(words::leaves_note)}};
  for (const mrv::YearResult& year : quantification.years)
    table.columns.push_back(speech.say(words::leaf_share, {std::to_string(year.year.value())}));
  std::vector<double> rest(quantification.years.size());
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (i >= rows_max) {
      for (std::size_t year = 0; year < rest.size(); ++year)
        rest[year] += groups[i].share_by_year[year];
      continue;
    }
    const LeafGroup& group = groups[i];
    auto& cells = table.rows.emplace_back();
    cells = {group.symbol, what_is(group, speech), kind_words(speech, group.kind),
             value_of(group, speech), source_of(group, speech)};
    for (const double share : group.share_by_year) cells.push_back(speech.percent(share, 1));
  }
  if (groups.size() <= rows_max) return table;
  auto& cells = table.rows.emplace_back();
  cells = {"…", speech.say(words::leaf_others, {std::to_string(groups.size() - rows_max)}), "", "",
           ""};
  for (const double share : rest) cells.push_back(speech.percent(share, 1));
  return table;
}

}  // namespace

Html leaves_part(const mrv::Quantification& quantification, const Speech& speech,
                 const DerivationSettings& settings) {
  const auto groups = leaf_groups(quantification);
  Html html;
  if (groups.empty()) return html;
  html.open("div", {{"class", "picture"}});
  html.add(kinds_picture(quantification, groups, speech, settings)).close("div").new_line();
  html.add(table_html(leaves_table(quantification, groups, speech, settings.leaves_max)));
  return html;
}

}  // namespace openitmo::files
