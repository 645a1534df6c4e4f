#include "files/html/public_html.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "files/html/document.h"
#include "files/html/report_page.h"
#include "files/html/words_overview.h"
#include "files/html/words_summary.h"

namespace openitmo::files {

namespace {

using ledger::ActionSubtype;
using ledger::ActionType;
using reporting::PublicCorrection;
using reporting::PublicRow;

const Words& words_of(const PublicRow& row) {
  switch (row.subtype) {
    case ActionSubtype::voluntary_cancellation_omge:
    case ActionSubtype::mandatory_cancellation_omge:
      return words::act_omge;
    case ActionSubtype::voluntary_transfer_adaptation_fund:
    case ActionSubtype::mandatory_transfer_adaptation_fund:
      return words::act_adaptation;
    case ActionSubtype::authorization:
      return words::act_first_at_authorization;
    case ActionSubtype::issuance:
      return words::act_first_at_issuance;
    case ActionSubtype::use_or_cancellation:
      return words::act_use_other;
    case ActionSubtype::none:
    case ActionSubtype::first_international_transfer:
    case ActionSubtype::other_cancellation:
      break;
  }
  const bool for_ndc = row.purpose == ledger::UsePurpose::ndc;
  switch (row.type) {
    case ActionType::first_transfer:
      return words::act_first_transfer;
    case ActionType::transfer:
      return words::act_transfer;
    case ActionType::acquisition:
      return words::act_acquisition;
    case ActionType::use:
      return for_ndc ? words::act_use_ndc : words::act_use_other;
    case ActionType::cancellation:
      break;
  }
  return words::act_cancellation;
}

class PublicPage {
 public:
  PublicPage(const reporting::PublicAccount& account, const std::vector<PublicJournal>& journals,
             const std::map<PartyId, std::string>& names, std::string_view demonstration_line,
             Language language)
      : account_(account),
        journals_(journals),
        names_(names),
        demonstration_line_(demonstration_line),
        speech_(language) {}

  std::string text() const {
    Html body;
    add_world(body);
    add_units(body);
    add_acts(body, words::public_transfers, account_.transfers, true);
    add_acts(body, words::public_uses, account_.uses, false);
    add_corrections(body);
    add_check(body);
    const auto& units = account_.units;
    return document_html({.lang = std::string(speech_.lang_attribute()),
                          .kind = say(words::public_document),
                          .title = say(words::public_title),
                          .summary = speech_.say(words::public_summary,
                                                 {speech_.whole(units.first_transferred_t_co2eq),
                                                  speech_.whole(units.used_ndc_t_co2eq),
                                                  speech_.whole(units.unused())}),
                          .demonstration_line = std::string(demonstration_line_),
                          .page_word = say(words::page)},
                         Html(), body);
  }

 private:
  std::string say(const Words& words) const { return speech_.say(words); }

  std::string name_of(PartyId party) const {
    const auto known = names_.find(party);
    return known == names_.end() ? party.to_string() : known->second;
  }

  std::string total(const accounting::WorldYear& year, const std::optional<Rational>& kg) const {
    if (kg) return speech_.tonnes(*kg, 0);
    std::vector<std::string> missing;
    for (const PartyId party : year.inventory_missing) missing.push_back(name_of(party));
    return speech_.say(words::public_missing, {fmt::format("{}", fmt::join(missing, ", "))});
  }

  void add_world(Html& html) const {
    Table table{.caption = say(words::public_world_caption),
                .columns = {say(words::overview_year), say(words::public_before),
                            say(words::overview_added), say(words::overview_subtracted),
                            say(words::public_after)}};
    for (const accounting::WorldYear& year : account_.world.years) {
      TonnesCo2eq added, subtracted;
      for (const accounting::PartyAccounts& party : account_.parties)
        for (const accounting::YearAccount& one : party.figures.years)
          if (one.year == year.year) {
            added += one.additions();
            subtracted += one.subtractions();
          }
      table.rows.push_back({std::to_string(year.year.value()), total(year, year.emissions_kg_co2eq),
                            speech_.whole(added), speech_.whole(subtracted),
                            total(year, year.emissions_after_flows_kg_co2eq)});
    }
    html.element("h2", say(words::public_world)).new_line();
    html.add(table_html(table));
  }

  void add_units(Html& html) const {
    const auto& units = account_.units;
    Table table{.caption = say(words::public_units_caption),
                .columns = {say(words::public_units_place), say(words::public_quantity)}};
    const auto add = [&](const Words& place, TonnesCo2eq quantity) {
      table.rows.push_back({say(place), speech_.whole(quantity)});
    };
    add(words::public_first_transferred, units.first_transferred_t_co2eq);
    if (units.received_from_elsewhere_t_co2eq.value() > 0)
      add(words::public_received, units.received_from_elsewhere_t_co2eq);
    add(words::public_used_ndc, units.used_ndc_t_co2eq);
    add(words::public_used_oimp, units.used_oimp_t_co2eq);
    add(words::public_cancelled, units.cancelled_t_co2eq);
    add(words::public_held, units.held_t_co2eq);
    add(words::public_on_the_way, units.on_the_way_t_co2eq);
    html.element("h2", say(words::public_units)).new_line();
    html.add(table_html(table));
  }

  std::string quantity_text(TonnesCo2eq quantity, const std::string& metric) const {
    return metric.empty() ? speech_.whole(quantity)
                          : fmt::format("{} {}", speech_.whole(quantity), metric);
  }

  std::string entries_text(const PublicRow& row) const {
    return fmt::format("{} {}", row.registry.view(), fmt::join(row.entries, ", "));
  }

  void add_acts(Html& html, const Words& heading, const std::vector<PublicRow>& rows,
                bool with_receiver) const {
    html.element("h2", say(heading)).new_line();
    if (rows.empty()) return add_paragraph(html, say(words::public_none));
    Table table{
        .caption = say(heading),
        .columns = {say(words::overview_year), say(words::public_act), say(words::public_by)}};
    if (with_receiver) table.columns.push_back(say(words::public_to));
    for (const Words& column : {words::overview_approach, words::overview_vintage,
                                words::overview_entries, words::public_quantity})
      table.columns.push_back(say(column));
    table.text_columns = table.columns.size() - 1;
    for (const PublicRow& row : rows) {
      std::vector<std::string> cells{std::to_string(row.year.value()), say(words_of(row)),
                                     name_of(row.party)};
      if (with_receiver) cells.push_back(row.other.empty() ? "" : name_of(row.other));
      cells.insert(cells.end(), {row.approach.to_string(), std::to_string(row.vintage.value()),
                                 entries_text(row), quantity_text(row.quantity, row.metric)});
      table.rows.push_back(std::move(cells));
    }
    html.add(table_html(table));
  }

  void add_corrections(Html& html) const {
    html.element("h2", say(words::public_corrections)).new_line();
    if (account_.corrections.empty()) return add_paragraph(html, say(words::public_none));
    Table table{
        .caption = say(words::public_corrections),
        .columns = {say(words::public_act), say(words::public_by), say(words::overview_entries),
                    say(words::public_taken_back), say(words::public_quantity)},
        .text_columns = 4};
    for (const PublicCorrection& one : account_.corrections) {
      PublicRow row;
      row.type = one.type;
      row.subtype = one.subtype;
      row.purpose = one.purpose;
      const auto place = [&](std::uint64_t entry, Date date) {
        return speech_.say(words::public_entry,
                           {one.registry.to_string(), std::to_string(entry), speech_.day(date)});
      };
      table.rows.push_back({say(words_of(row)), name_of(one.party), place(one.entry, one.date),
                            place(one.by_entry, one.by_date),
                            quantity_text(one.quantity, one.metric)});
    }
    html.add(table_html(table));
  }

  void add_check(Html& html) const {
    html.element("h2", say(words::public_check)).new_line();
    add_paragraph(html, say(words::public_check_how));
    std::vector<std::string> items;
    for (const PublicJournal& journal : journals_)
      items.push_back(
          speech_.say(words::public_journal,
                      {journal.registry, std::to_string(journal.entries), journal.tree_head}));
    add_list(html, items);
  }

  const reporting::PublicAccount& account_;
  const std::vector<PublicJournal>& journals_;
  const std::map<PartyId, std::string>& names_;
  std::string_view demonstration_line_;
  Speech speech_;
};

}  // namespace

std::string public_html(const reporting::PublicAccount& account,
                        const std::vector<PublicJournal>& journals,
                        const std::map<PartyId, std::string>& names,
                        std::string_view demonstration_line, Language language) {
  return PublicPage(account, journals, names, demonstration_line, language).text();
}

}  // namespace openitmo::files
