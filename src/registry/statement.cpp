#include "registry/statement.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <set>

#include "quantity/check.h"
#include "quantity/rational.h"
#include "registry/describe_entry.h"
#include "registry/statement_findings.h"

namespace openitmo::registry {

namespace {

using ledger::Block;
using ledger::BlockStatus;
using ledger::Entry;
using ledger::Ledger;

Cell status_cell(BlockStatus status) {
  static constexpr std::array<std::string_view, 6> kCodes{"held", "in_transit", "sent",
                                                          "used", "cancelled",  "withdrawn"};
  return Cell::of_words(status_words(status), kCodes[static_cast<std::size_t>(status)]);
}

Cell yes_or_no(bool yes) {
  return yes ? Cell::of_words({"yes", "oui"}, "true") : Cell::of_words({"no", "non"}, "false");
}

// Kilograms as tonnes with three decimals; for programs as they are.
Cell tonnes_of(KilogramsCo2eq amount) {
  const std::string decimal = Rational(amount.value(), 1000).to_decimal(3);
  std::string french = decimal;
  std::ranges::replace(french, '.', ',');
  return {Text::of(decimal, french), decimal, {}, true};
}

class Builder {
 public:
  Builder(const Ledger& ledger, const History& history, const EntryReader& read,
          const Subject& subject, const Selection& selection)
      : ledger_(ledger),
        history_(history),
        read_(read),
        selection_(selection),
        statement_{subject, {}, {}} {}

  std::optional<Statement> build() {
    const std::string& id = statement_.subject.id;
    switch (statement_.subject.kind) {
      case SubjectKind::unit:
        if (const auto unit = ledger::ItmoIdentifier::parse(id))
          if (const auto block = ledger_.blocks().find(*unit)) return unit_statement(*unit, *block);
        return std::nullopt;
      case SubjectKind::account:
        if (const auto account = ledger_.find_account(id)) return account_statement(*account);
        return std::nullopt;
      case SubjectKind::component:
        if (const auto* component = ledger_.activities().find_component(id))
          return component_statement(*component);
        return std::nullopt;
      case SubjectKind::activity:
        if (const auto* activity = ledger_.activities().find_activity(id))
          return activity_statement(*activity);
        return std::nullopt;
      case SubjectKind::authorization:
      case SubjectKind::entity:
      case SubjectKind::finding:
        return std::nullopt;
    }
    return std::nullopt;
  }

 private:
  void fact(std::string_view key, const Text& name, Cell value) {
    if (!value.text.empty()) statement_.facts.push_back({key, name, std::move(value)});
  }
  void fact(std::string_view key, const Words& name, Cell value) {
    fact(key, Text(name), std::move(value));
  }
  // What the units that the statement is about are counted in.
  void count_in(const std::string& metric) {
    if (!metric.empty()) unit_ = Text::name(metric);
  }
  void count_in_metric_of(CooperativeApproachId approach) { count_in(ledger_.metric_of(approach)); }
  void count_in_metric_of(const std::string& activity) {
    const auto* found = ledger_.activities().find_activity(activity);
    if (found) count_in_metric_of(found->record.approach);
  }
  Text counted(const Words& what) const { return {{"{}, {}", "{}, {}"}, what, unit_}; }

  std::string account_name(std::uint32_t account) const {
    return account < ledger_.accounts().size() ? ledger_.accounts()[account].account
                                               : std::string();
  }
  std::string authorization_name(std::uint32_t authorization) const {
    return authorization < ledger_.authorizations().size()
               ? ledger_.authorizations()[authorization].latest().authorization
               : std::string();
  }
  static Text told(const Entry& entry, Vintage vintage, const std::string& component) {
    return Text::of(EntryDescriber(Language::en, vintage, component)(entry.event),
                    EntryDescriber(Language::fr, vintage, component)(entry.event));
  }
  static std::vector<Cell> head_of(const Entry& entry) {
    return {Cell::of_entry(entry.number), Cell::of_code(entry.envelope.effective_date.to_string()),
            Cell::of_code(std::string(type_of(entry)))};
  }

  // The last entries of those that are numbered.
  void add_entries(std::span<const std::uint64_t> numbers, Vintage vintage,
                   const std::string& component) {
    StatementTable table{"entries",
                         {"Entries", "Écritures"},
                         {{"entry", {"entry", "écriture"}},
                          {"effective_date", {"effective", "effet"}},
                          {"type", {"act", "acte"}},
                          {"what", {"what", "objet"}}},
                         {}};
    const auto shown = numbers.last(std::min(numbers.size(), selection_.lines_max));
    if (shown.size() < numbers.size())
      fact("entries_not_shown",
           {"earlier entries not shown", "écritures antérieures non affichées"},
           Cell::of_number(static_cast<std::int64_t>(numbers.size() - shown.size())));
    for (const std::uint64_t number : shown) {
      const Entry entry = read_(number);
      auto row = head_of(entry);
      row.push_back({told(entry, vintage, component)});
      table.rows.push_back(std::move(row));
    }
    statement_.tables.push_back(std::move(table));
  }

  Statement unit_statement(const ledger::ItmoIdentifier& unit, const Block& block) {
    count_in_metric_of(unit.series.approach);
    const ledger::BlockState& state = block.state;
    fact("status", {"status", "statut"}, status_cell(state.status));
    if (state.status == BlockStatus::held)
      fact("account", {"account", "compte"}, Cell::of_code(account_name(state.account)));
    else
      fact("last_account", {"last account", "dernier compte"},
           Cell::of_code(account_name(state.account)));
    fact("block_first_id", {"block from", "bloc de"},
         Cell::of_code(block.range.first_id.to_string()));
    fact("block_last_id", {"block to", "bloc à"}, Cell::of_code(block.range.last_id.to_string()));
    fact("block_t_co2eq", counted({"block", "bloc"}),
         Cell::of_tonnes(block.range.quantity_t_co2eq()));
    fact("authorization", {"authorization", "autorisation"},
         Cell::of_code(authorization_name(state.authorization)));
    fact("first_transferred", {"first transferred", "premier transfert fait"},
         yes_or_no(state.first_transferred));
    std::string component;
    if (state.issuance < ledger_.issuances().size())
      component = ledger_.issuances()[state.issuance].record.component;
    fact("component", {"component", "composant"}, Cell::of_code(component));
    if (const auto* found = ledger_.activities().find_component(component))
      fact("activity", {"activity", "activité"}, Cell::of_code(found->inclusion.activity));
    fact("last_act", {"last act on", "dernier acte le"}, Cell::of_code(state.last_act.to_string()));
    add_entries(history_.of_unit(unit), unit.series.vintage, component);
    return std::move(statement_);
  }

  // What the account holds, by series and authorization.
  TonnesCo2eq add_holdings(std::uint32_t account) {
    struct Held {
      TonnesCo2eq quantity;
      std::int64_t blocks = 0;
    };
    std::map<std::pair<ledger::ItmoSeries, std::uint32_t>, Held> held;
    TonnesCo2eq total;
    for (const Block& block : ledger_.blocks().held_in(account)) {
      Held& of = held[{block.range.series(), block.state.authorization}];
      of.quantity += block.range.quantity_t_co2eq();
      total += block.range.quantity_t_co2eq();
      ++of.blocks;
    }
    StatementTable table{"holdings",
                         {"Holdings", "Avoirs"},
                         {{"vintage", {"vintage", "millésime"}},
                          {"approach", {"approach", "démarche"}},
                          {"registry", {"registry", "registre"}},
                          {"first_transferring_party", {"from Party", "Partie d'origine"}},
                          {"authorization", {"authorization", "autorisation"}},
                          {"blocks", {"blocks", "blocs"}},
                          {"quantity_t_co2eq", unit_}},
                         {}};
    for (const auto& [of, sum] : held)
      table.rows.push_back({Cell::of_code(fmt::format("{}", of.first.vintage.value())),
                            Cell::of_code(of.first.approach.to_string()),
                            Cell::of_code(of.first.registry.to_string()),
                            Cell::of_code(of.first.party.to_string()),
                            Cell::of_code(authorization_name(of.second)),
                            Cell::of_number(sum.blocks), Cell::of_tonnes(sum.quantity)});
    statement_.tables.push_back(std::move(table));
    return total;
  }

  Statement account_statement(std::uint32_t index) {
    const auto& account = ledger_.accounts()[index];
    count_in(account.metric);
    fact("party", {"Party", "Partie"}, Cell::of_code(account.party.to_string()));
    fact("entity", {"entity", "entité"}, Cell::of_code(account.entity));
    const TonnesCo2eq held = add_holdings(index);
    fact("held_t_co2eq", counted({"holds", "détient"}), Cell::of_tonnes(held));
    add_movements(history_.of_account(index), held);
    return std::move(statement_);
  }

  // In the order in which the acts take effect, with the balance after each.
  void add_movements(std::span<const History::Posting> all, TonnesCo2eq held) {
    std::vector<History::Posting> postings(all.begin(), all.end());
    std::ranges::stable_sort(postings, {}, &History::Posting::effective);
    std::int64_t balance = 0, opening = 0, in = 0, out = 0, closing = 0;
    std::vector<std::pair<History::Posting, std::int64_t>> lines;
    for (const auto& posting : postings) {
      balance += posting.change_t_co2eq;
      if (selection_.from && posting.effective < *selection_.from) {
        opening = closing = balance;
        continue;
      }
      if (selection_.to && *selection_.to < posting.effective) continue;
      (posting.change_t_co2eq > 0 ? in : out) += posting.change_t_co2eq;
      closing = balance;
      lines.push_back({posting, balance});
    }
    check(balance == static_cast<std::int64_t>(held.value()),
          "a statement adds up to what the account holds");
    fact("opening_t_co2eq", counted({"opening", "ouverture"}), Cell::of_number(opening));
    fact("in_t_co2eq", {"in", "entrées"}, Cell::of_number(in));
    fact("out_t_co2eq", {"out", "sorties"}, Cell::of_number(out));
    fact("closing_t_co2eq", counted({"closing", "clôture"}), Cell::of_number(closing));
    add_lines(lines);
  }

  void add_lines(std::span<const std::pair<History::Posting, std::int64_t>> lines) {
    StatementTable table{"movements",
                         {"Movements", "Mouvements"},
                         {{"entry", {"entry", "écriture"}},
                          {"effective_date", {"effective", "effet"}},
                          {"type", {"act", "acte"}},
                          {"change_t_co2eq", unit_},
                          {"balance_t_co2eq", {"holds then", "détient ensuite"}},
                          {"what", {"what", "objet"}}},
                         {}};
    const auto shown = lines.last(std::min(lines.size(), selection_.lines_max));
    if (shown.size() < lines.size())
      fact("movements_not_shown",
           {"earlier movements not shown",
            "mouvements antérieurs non "
            "affichés"},
           Cell::of_number(static_cast<std::int64_t>(lines.size() - shown.size())));
    for (const auto& [posting, balance] : shown) {
      const Entry entry = read_(posting.entry);
      auto row = head_of(entry);
      row.push_back(Cell::of_number(posting.change_t_co2eq));
      row.push_back(Cell::of_number(balance));
      row.push_back({told(entry, Vintage(), "")});
      table.rows.push_back(std::move(row));
    }
    statement_.tables.push_back(std::move(table));
  }

  // Issuances of the components, and where their units are now.
  template <class Wanted>
  void add_issuances(Wanted&& wanted) {
    StatementTable table{"issuances",
                         {"Issuances", "Délivrances"},
                         {{"component", {"component", "composant"}},
                          {"vintage", {"vintage", "millésime"}},
                          {"report", {"report", "rapport"}},
                          {"emission_reductions_t_co2eq", {"reductions (t)", "réductions (t)"}},
                          {"issued_t_co2eq", counted({"issued", "délivrées"})},
                          {"debt_carried_t_co2eq", {"deficit carried (t)", "déficit reporté (t)"}}},
                         {}};
    std::set<std::string> components;
    TonnesCo2eq total;
    for (const auto& [issued, effective, entry] : ledger_.issuances()) {
      if (!wanted(issued.component)) continue;
      table.rows.push_back(
          {Cell::of_code(issued.component),
           Cell::of_code(fmt::format("{}", issued.vintage.value())), Cell::of_code(issued.report),
           tonnes_of(issued.emission_reductions_kg_co2eq), Cell::of_tonnes(issued.issued_t_co2eq),
           tonnes_of(issued.debt_carried_kg_co2eq)});
      total += issued.issued_t_co2eq;
      components.insert(issued.component);
    }
    fact("issued_t_co2eq", counted({"issued", "délivrées"}), Cell::of_tonnes(total));
    statement_.tables.push_back(std::move(table));
    add_places(components);
  }

  void add_places(const std::set<std::string>& components) {
    StatementTable table{"units",
                         {"Where the units are", "Où sont les unités"},
                         {{"status", {"status", "statut"}},
                          {"party", {"account of", "compte de"}},
                          {"quantity_t_co2eq", unit_}},
                         {}};
    History::Places places;
    for (const std::string& component : components)
      for (const auto& [place, units] : history_.places_of(component)) places[place] += units;
    for (const auto& [place, units] : places)
      if (units != 0)
        table.rows.push_back({status_cell(place.first), Cell::of_code(place.second.to_string()),
                              Cell::of_number(units)});
    statement_.tables.push_back(std::move(table));
  }

  void add_findings(const std::string& activity, const std::string& component) {
    auto table = findings_table(ledger_.activities(), activity, component);
    if (!table.rows.empty()) statement_.tables.push_back(std::move(table));
  }

  Statement component_statement(const activity::Component& component) {
    const IncludeComponent& inclusion = component.inclusion;
    count_in_metric_of(inclusion.activity);
    fact("activity", {"activity", "activité"}, Cell::of_code(inclusion.activity));
    fact("owner", {"owner", "propriétaire"}, Cell::of_code(inclusion.owner));
    fact("site", {"site", "site"}, Cell::of_code(inclusion.site));
    fact("crediting_first_day", {"crediting period from", "période de comptabilisation du"},
         Cell::of_code(inclusion.crediting_period.first.to_string()));
    fact("crediting_last_day", {"to", "au"},
         Cell::of_code(inclusion.crediting_period.last.to_string()));
    fact("methodology", {"methodology", "méthodologie"},
         Cell::of_code(inclusion.methodology + " " + inclusion.methodology_version));
    fact("deficit_t_co2eq", {"deficit to make good, t CO2 eq", "déficit à compenser, t éq. CO2"},
         tonnes_of(ledger_.activities().debt_kg_co2eq(inclusion.component)));
    add_findings(inclusion.activity, inclusion.component);
    add_issuances([&](const std::string& id) { return id == inclusion.component; });
    add_entries(history_.of_component(inclusion.component), Vintage(), inclusion.component);
    return std::move(statement_);
  }

  Statement activity_statement(const activity::Activity& activity) {
    const RecordActivity& record = activity.record;
    count_in_metric_of(record.approach);
    fact("approach", {"cooperative approach", "démarche concertée"},
         Cell::of_code(record.approach.to_string()));
    fact("host", {"host Party", "Partie hôte"}, Cell::of_code(record.host.to_string()));
    fact("owner", {"owner", "propriétaire"}, Cell::of_code(record.owner));
    fact("sector", {"sector", "secteur"}, Cell::of_code(record.sector));
    fact("validated", {"validated", "validée"}, yes_or_no(activity.validated()));
    fact("additional", {"additional", "additionnelle"}, yes_or_no(activity.additional()));
    fact("open_findings", {"open findings", "constats ouverts"},
         open_findings(ledger_.activities(), record.activity));
    statement_.tables.push_back(reports_table(ledger_.activities(), record.activity));
    add_findings(record.activity, "");
    add_issuances([&](const std::string& id) {
      const auto* component = ledger_.activities().find_component(id);
      return component && component->inclusion.activity == record.activity;
    });
    add_entries(history_.of_activity(record.activity), Vintage(), "");
    return std::move(statement_);
  }

  const Ledger& ledger_;
  const History& history_;
  const EntryReader& read_;
  const Selection& selection_;
  Text unit_{{"t CO2 eq", "t éq. CO2"}};
  Statement statement_;
};

}  // namespace

const Words& status_words(BlockStatus status) {
  static constexpr Words kStatus[] = {{"held", "détenu"},      {"in transit", "en transit"},
                                      {"sent", "envoyé"},      {"used", "utilisé"},
                                      {"cancelled", "annulé"}, {"withdrawn", "retiré"}};
  return kStatus[static_cast<std::size_t>(status)];
}

Cell Cell::of_number(std::int64_t number) { return {Text::name(grouped(number)), {}, number}; }

Cell Cell::of_entry(std::uint64_t number) {
  return {Text::name(fmt::format("{}", number)), {}, static_cast<std::int64_t>(number)};
}

std::optional<Statement> statement(const Ledger& ledger, const History& history,
                                   const EntryReader& read, const Subject& subject,
                                   const Selection& selection) {
  return Builder(ledger, history, read, subject, selection).build();
}

}  // namespace openitmo::registry
