#include "files/html/report_page.h"

#include <algorithm>

#include "files/html/words_charts.h"
#include "mrv/phrases.h"
#include "party/iso_3166.h"
#include "reporting/aef_text.h"

namespace openitmo::files {

std::string Page::display_name(const std::string& id) const {
  const auto found = programme.names.find(id);
  return found == programme.names.end() ? id : speech.text(found->second);
}

std::string Page::own(const std::string& text) const {
  const auto named = programme.names.find(text);
  return named == programme.names.end() ? mrv::in_language(speech.language(), text)
                                        : speech.text(named->second);
}

std::string Page::party_name(PartyId party) const {
  const std::string code = party.to_string();
  if (programme.names.contains(code)) return display_name(code);
  for (const registry::RegistryState& registry : run.registries)
    if (const ledger::PartyState* known = registry.ledger.find_party(party))
      return party_name_text(party, known->record.name).in(speech.language());
  return code;
}

std::string Page::component_name(const std::string& component) const {
  for (const registry::ProgrammeComponent& known : programme.components)
    if (known.id == component && !speech.text(known.name).empty()) return speech.text(known.name);
  return display_name(component);
}

std::string Page::names_of(const std::vector<PartyId>& parties) const {
  std::string names;
  for (const PartyId party : parties) names += (names.empty() ? "" : ", ") + party_name(party);
  return names;
}

std::string Page::demonstration_line() const {
  return programme.demonstration ? std::string(reporting::kDemonstrationLine) : std::string();
}

namespace {

// A table of so many rows is kept on one page.
constexpr std::size_t kShortTable = 14;

bool is_figure(std::string_view cell) {
  if (cell.starts_with('+')) cell.remove_prefix(1);
  if (cell.starts_with("\u2212")) cell.remove_prefix(std::string_view("\u2212").size());
  return !cell.empty() && cell[0] >= '0' && cell[0] <= '9';
}

// Hashes and paths, which may break anywhere.
bool is_long_word(std::string_view cell) {
  std::size_t longest = 0;
  std::size_t length = 0;
  for (const char c : cell) longest = std::max(longest, length = c == ' ' ? 0 : length + 1);
  return longest > 28;
}

std::string cell_class(std::string_view cell, bool is_number) {
  if (!is_number) return is_long_word(cell) ? "long" : "words";
  return is_figure(cell) ? "number figure" : "number";
}

void add_row(Html& html, std::vector<std::string> cells, std::size_t text_columns) {
  const bool total = !cells.empty() && cells[0].starts_with(kTotalRow);
  if (total) cells[0].erase(0, kTotalRow.size());
  html.open("tr", {{"class", total ? "sum" : "row"}});
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i == 0)
      html.element("th", cells[i], {{"scope", "row"}});
    else
      html.element("td", cells[i], {{"class", cell_class(cells[i], i >= text_columns)}});
  }
  html.close("tr").new_line();
}

}  // namespace

Html table_html(const Table& table) {
  Html html;
  html.open("div", {{"class", table.rows.size() <= kShortTable ? "scroll short" : "scroll"}});
  html.open("table");
  if (!table.caption.empty()) html.element("caption", table.caption);
  html.open("thead").open("tr");
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    html.element("th", table.columns[i],
                 {{"scope", "col"}, {"class", i < table.text_columns ? "words" : "number"}});
  html.close("tr").close("thead").new_line().open("tbody").new_line();
  for (const auto& row : table.rows) add_row(html, row, table.text_columns);
  html.close("tbody").close("table").close("div").new_line();
  for (const std::string& note : table.notes) add_paragraph(html, note, "fine");
  return html;
}

Html figure_html(const Figure& figure, const Page& page) {
  Html html;
  html.open("figure", {{"id", figure.id}}).new_line();
  html.open("figcaption");
  html.element("h3", figure.caption);
  html.element("p", figure.reading).close("figcaption").new_line();
  html.open("div", {{"class", figure.side_by_side ? "panels" : "pictures"}}).new_line();
  for (const Picture& picture : figure.pictures) {
    html.open("div", {{"class", "picture"}});
    if (!picture.heading.empty()) html.element("h4", picture.heading);
    html.add(picture.svg).close("div").new_line();
  }
  html.close("div").new_line();
  html.open("details").element("summary", page.say(words::data_of_figure)).new_line();
  for (const Table& table : figure.data) html.add(table_html(table));
  return std::move(html.close("details").close("figure").new_line());
}

void add_paragraph(Html& html, std::string_view text, std::string_view css_class) {
  if (css_class.empty())
    html.element("p", text);
  else
    html.element("p", text, {{"class", std::string(css_class)}});
  html.new_line();
}

void add_list(Html& html, const std::vector<std::string>& items) {
  if (items.empty()) return;
  html.open("ul").new_line();
  for (const std::string& item : items) html.element("li", item).new_line();
  html.close("ul").new_line();
}

}  // namespace openitmo::files
