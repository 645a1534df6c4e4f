#pragma once

#include <string>
#include <vector>

#include "files/html/html.h"
#include "files/html/speech.h"
#include "registry/run_programme.h"

namespace openitmo::files {

// What every section of the report is made from.
struct Page {
  const registry::Programme& programme;
  const registry::ProgrammeRun& run;
  Speech speech;

  std::string say(const Words& words) const { return speech.say(words); }
  std::string say(const Text& text) const { return speech.say(text); }
  std::string say(const Words& words, std::initializer_list<std::string> figures) const {
    return speech.say(words, figures);
  }
  // As the programme calls it in this language, else as the journals name the Party, else its code.
  std::string party_name(PartyId party) const;
  std::string component_name(const std::string& component) const;
  std::string display_name(const std::string& id) const;
  // A text of the programme: as its names say it in this language, else as the calculation does.
  std::string own(const std::string& text) const;
  std::string names_of(const std::vector<PartyId>& parties) const;  // "Senegal, Ghana"
  // The line that every output made from fictitious data prints; empty otherwise.
  std::string demonstration_line() const;
};

// A table with a caption. Columns after the first `text_columns` hold numbers, set to the right;
// the first cell of a row is its header. A row that starts with kTotalRow is set in bold without
// it.
struct Table {
  std::string caption;
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows = {};
  std::size_t text_columns = 1;
  std::vector<std::string> notes = {};
};
inline constexpr std::string_view kTotalRow = "\x01";
Html table_html(const Table& table);

// Pictures with a visible caption, what to see in them, and the figures behind them to unfold.
struct Picture {
  std::string heading;  // shown above it where a figure has several
  Html svg;
};
struct Figure {
  std::string id;
  std::string caption;
  std::string reading;  // what to see, a sentence or two
  std::vector<Picture> pictures = {};
  bool side_by_side = false;
  std::vector<Table> data = {};
};
Html figure_html(const Figure& figure, const Page& page);

void add_paragraph(Html& html, std::string_view text, std::string_view css_class = {});
void add_list(Html& html, const std::vector<std::string>& items);

}  // namespace openitmo::files
