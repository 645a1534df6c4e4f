#include "files/html/bridge_html.h"

#include <cmath>
#include <fmt/format.h>

#include "files/html/document.h"
#include "files/html/report_page.h"
#include "files/html/words_bridge.h"
#include "files/html/words_summary.h"
#include "mrv/inventory/bridge_text.h"
#include "reporting/aef_text.h"

namespace openitmo::files {

namespace {

using namespace mrv::inventory;

constexpr double kShown = 0.05;  // t CO2 eq; less rounds to nothing

class BridgePage {
 public:
  BridgePage(const LoadedInventory& inventory, const registry::Programme& programme,
             const Bridge& bridge, Language language)
      : inventory_(inventory), programme_(programme), bridge_(bridge), speech_(language) {}

  std::string text() {
    Html body;
    add_rows(body);
    add_parts(body);
    add_remedies(body);
    add_sources(body);
    const bool demonstration = inventory_.demonstration || programme_.demonstration;
    return document_html(
        {.lang = std::string(speech_.lang_attribute()),
         .kind = speech_.say(words::bridge_document),
         .title = speech_.text(programme_.title),
         .summary = speech_.say(bridge_sentence(bridge_)),
         .demonstration_line = demonstration ? std::string(reporting::kDemonstrationLine) : "",
         .page_word = speech_.say(words::page)},
        Html(), body);
  }

 private:
  std::string name_of_component(const std::string& id) const {
    for (const registry::ProgrammeComponent& component : programme_.components)
      if (component.id == id && !component.name.empty()) return speech_.text(component.name);
    return id;
  }

  // The rows of the terminal with the components' names; those of all are set in bold.
  void add_rows(Html& html) const {
    TextRows rows = bridge_rows(bridge_, speech_.language(),
                                [&](double t) { return speech_.whole(std::llround(t)); });
    Table table{.caption = speech_.say(words::bridge_rows_caption),
                .columns = rows.front(),
                .text_columns = 2,
                .notes = {speech_.say(words::bridge_note), speech_.say(kBridgeLimits)}};
    for (std::size_t i = 1; i < rows.size(); ++i) {
      std::string& name = rows[i].front();
      name = i <= bridge_.rows.size() ? name_of_component(name) : std::string(kTotalRow) + name;
      table.rows.push_back(rows[i]);
    }
    html.add(table_html(table));
  }

  void add_parts(Html& html) const {
    Table table{.caption = speech_.say(words::bridge_parts_caption),
                .columns = {speech_.say(words::bridge_component), speech_.say(words::bridge_year),
                            speech_.say(words::bridge_reason), speech_.say(words::bridge_t)},
                .text_columns = 3};
    for (const BridgeRow& row : bridge_.rows) {
      const std::string name = name_of_component(row.component);
      const std::string year = std::to_string(row.year.value());
      if (row.unknown) {
        table.rows.push_back({name, year, speech_.say(*row.unknown), "?"});
        continue;
      }
      for (const Part& part : row.parts) {
        if (std::fabs(part.t_co2eq) < kShown) continue;
        table.rows.push_back({name, year, speech_.say(words_of(part.reason)),
                              speech_.real_with_sign(part.t_co2eq, 1)});
      }
      table.rows.push_back({std::string(kTotalRow) + name, year, speech_.say(words::bridge_loss),
                            speech_.real_with_sign(row.loss(), 1)});
    }
    html.add(table_html(table));
  }

  void add_remedies(Html& html) const {
    html.element("h2", speech_.say(words::bridge_remedies)).new_line();
    std::vector<std::string> items;
    for (const Text& remedy : remedy_texts(bridge_.total)) items.push_back(speech_.say(remedy));
    add_list(html, items);
  }

  void add_sources(Html& html) const {
    html.element("h2", speech_.say(words::bridge_sources)).new_line();
    add_paragraph(html, fmt::format("{}, {} {}", speech_.text(inventory_.title),
                                    inventory_.plan.party, inventory_.plan.version));
    std::vector<std::string> items;
    for (const registry::FigureSource& source : inventory_.sources)
      items.push_back(fmt::format("{} — {} ({})", speech_.text(source.figure), source.source,
                                  source.confidence));
    add_list(html, items);
  }

  const LoadedInventory& inventory_;
  const registry::Programme& programme_;
  const Bridge& bridge_;
  Speech speech_;
};

}  // namespace

std::string bridge_html(const LoadedInventory& inventory, const registry::Programme& programme,
                        const Bridge& bridge, Language language) {
  return BridgePage(inventory, programme, bridge, language).text();
}

}  // namespace openitmo::files
