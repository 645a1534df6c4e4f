#include "scenarios/scenario.h"

#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <sstream>

#include "accounting/non_ghg.h"
#include "ledger/invariants.h"
#include "registry/decide_act.h"
#include "registry/entry_codec.h"
#include "registry/registry.h"
#include "registry/sign_opinion.h"
#include "registry/snapshot_bytes.h"
#include "scenarios/short_text.h"

namespace openitmo::scenarios {

namespace {

struct Failed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

void expect(const std::string& what, const std::string& expected, const std::string& happened) {
  if (expected != happened)
    throw Failed(fmt::format("{}: expected {}, got {}", what, expected, happened));
}

// Words split at spaces; "quoted words" keep theirs.
std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  std::string word;
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ' ' && !quoted) {
      if (!word.empty()) words.push_back(std::move(word));
      word.clear();
    } else {
      word += c;
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

class Runner {
 public:
  explicit Runner(Outcome& outcome) : outcome_(outcome) {}

  void run_file(const std::string& path) {
    std::ifstream file(path);
    if (!file) throw Failed(path + ": cannot be read");
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) try {
        run_line(path, line.substr(0, line.find('#')));
      } catch (const std::exception& failure) {
        if (std::string_view(failure.what()).find(".txt:") != std::string_view::npos) throw;
        throw Failed(fmt::format("{}:{}: {}", path, number, failure.what()));
      }
  }

 private:
  void run_line(const std::string& path, const std::string& line) {
    const auto words = words_of(line);
    if (words.empty()) return;
    if (words[0] == "include")
      return run_file((std::filesystem::path(path).parent_path() / words.at(1)).string());
    if (words[0] == "on") return set_date(words);
    if (words[0] == "as") {
      actor_ = words.at(1);
      return;
    }
    if (words[0] == "propose") return propose(words);
    if (words[0] == "finding") return finding(words);
    if (words[0] == "indicator") return indicator(words);
    if (words[0] == "holdings") return holdings(words);
    if (words[0] == "account") return account(words);
    if (words[0] == "unit") return unit(words);
    if (words[0] == "debt") return debt(words);
    if (words[0] == "actions") return actions(words);
    if (words[0] == "adjustment") return adjustment(words);
    act(words);
  }

  // "on DAY" or "on DAY recorded DAY": when the following acts take effect and are recorded.
  void set_date(const std::vector<std::string>& words) {
    const auto date = Date::parse(words.at(1));
    const auto recorded = Date::parse(words.size() > 3 ? words[3] : words[1]);
    if (!date || !recorded) throw Failed("a day such as 2024-03-05 is due");
    date_ = *date;
    recorded_at_ = Instant(recorded->days() + std::chrono::hours(10));
  }

  // The words after `first`, as fields; `outcome` gets what stands behind "->". "@LABEL" in a value
  // is the labelled act's entry number, or the content hash of the proposal of that id.
  Words fields_of(const std::vector<std::string>& words, std::size_t first, std::string& outcome) {
    Words fields;
    for (std::size_t i = first; i < words.size(); ++i) {
      if (words[i] == "->") {
        outcome = words.at(i + 1);
        break;
      }
      const auto equals = words[i].find('=');
      if (equals == std::string::npos) throw Failed("key=value is due, not " + words[i]);
      const std::string value = words[i].substr(equals + 1);
      fields[words[i].substr(0, equals)] =
          value.starts_with('@') ? labels_.at(value.substr(1)) : value;
    }
    return fields;
  }

  std::string content_sha256(const ledger::Command& command) const {
    return registry::content_sha256(date_, command).value_or("");
  }

  // "propose ID VERB key=value ...": nothing is recorded; "@ID" stands for the content's hash.
  void propose(const std::vector<std::string>& words) {
    std::string outcome;
    labels_[words.at(1)] = content_sha256(read_command(words.at(2), fields_of(words, 3, outcome)));
  }

  // "[LABEL:] VERB key=value ... -> OUTCOME"; the key "id" is the command id.
  void act(std::vector<std::string> words) {
    std::string label;
    if (words[0].ends_with(':')) {
      label = words[0].substr(0, words[0].size() - 1);
      words.erase(words.begin());
    }
    std::string outcome;
    Words fields = fields_of(words, 1, outcome);
    if (outcome.empty()) throw Failed("the line has no outcome: -> recorded, or a refusal's name");
    ledger::Envelope envelope;
    envelope.recorded_at = recorded_at_;
    envelope.effective_date = date_;
    envelope.actor = actor_;
    envelope.command_id = fmt::format("c{}", ledger_.entry_count());
    if (const auto id = fields.extract("id")) envelope.command_id = id.mapped();
    const ledger::Command command = signed_as_said(read_command(words[0], fields));
    envelope.command_sha256 = content_sha256(command);
    const auto event = registry::decide_act(ledger_, envelope, command);
    ++outcome_.acts;
    expect(words[0], outcome, event ? "recorded" : std::string(refusal_name(event.error().code)));
    if (!event) {
      outcome_.refusals.insert(event.error().code);
      return;
    }
    if (!label.empty()) labels_[label] = fmt::format("{}", ledger_.entry_count());
    record(envelope, *event);
  }

  static journal::SignerKey key_named(const std::string& name) {
    return registry::demonstration_opinion_key(name);
  }

  // A key and an opinion are just the name of a key. An opinion says what the act says, but for
  // what stands behind "/": "K1/report=R2" is signed on another report.
  ledger::Command signed_as_said(ledger::Command command) const {
    auto* key = std::get_if<RecordOpinionKey>(&command);
    if (key && key->verifier_key.find('+') == std::string::npos)
      key->verifier_key = key_named(key->verifier_key).verifier().text();
    auto* conclusion = std::get_if<ConcludeVerification>(&command);
    if (!conclusion || conclusion->opinion.empty()) return command;
    const auto parts = split(conclusion->opinion, '/');
    ConcludeVerification said = *conclusion;
    for (std::size_t i = 1; i < parts.size(); ++i) {
      const auto equals = parts[i].find('=');
      ConcludeVerification::fields(said, [&](std::string_view name, auto& field) {
        if (name == parts[i].substr(0, equals)) read_short(parts[i].substr(equals + 1), field);
      });
    }
    conclusion->opinion = registry::sign_opinion(ledger_, said, key_named(std::string(parts[0])));
    return command;
  }

  // "finding CODE open|answered|closed"
  void finding(const std::vector<std::string>& words) {
    const auto* found = ledger_.activities().find_finding(words.at(1));
    if (!found) throw Failed("no finding " + words[1]);
    expect("finding " + words[1], words.at(2), std::string(name_of(found->state)));
  }

  void record(const ledger::Envelope& envelope, const ledger::Event& event) {
    const std::string bytes = registry::encode(envelope, event);
    const auto entry = registry::decode(ledger_.entry_count(), bytes);
    if (!entry) throw Failed("the entry does not decode: " + entry.error().en);
    ledger_.apply(*entry);
    // From here on with what a snapshot keeps of it.
    ledger_ = testing::from_snapshot_bytes(testing::snapshot_bytes(ledger_));
    ledger::check_invariants(ledger_);
  }

  // "holdings PARTY UNITS [METRIC]": in its accounts of the metric, or of t CO2 eq.
  void holdings(const std::vector<std::string>& words) {
    const auto party = PartyId::parse(words.at(1));
    const std::string metric = words.size() > 3 ? words[3] : "";
    TonnesCo2eq held;
    for (std::uint32_t i = 0; i < ledger_.accounts().size(); ++i)
      if (ledger_.accounts()[i].party == party && ledger_.accounts()[i].metric == metric)
        for (const auto& block : ledger_.blocks().held_in(i))
          held += block.range.quantity_t_co2eq();
    expect("holdings of " + words[1], words.at(2), fmt::format("{}", held.value()));
  }

  // "indicator PARTY METRIC YEAR UNITS": its adjustment, all years of the NDC period elapsed.
  void indicator(const std::vector<std::string>& words) {
    const auto party = PartyId::parse(words.at(1));
    const CalendarYear year(std::stoi(words.at(3)));
    const auto* state = party ? ledger_.find_party(*party) : nullptr;
    const auto* ndc = state ? state->ndc_for(year) : nullptr;
    if (!ndc) throw Failed("no NDC of " + words[1] + " for " + words[3]);
    std::string found = "none";
    for (const auto& account :
         accounting::metric_accounts(ledger_, *party, ndc->record, ndc->record.last_year))
      for (const auto& row : account.years)
        if (account.metric == words[2] && row.year == year && row.adjustment)
          found = fmt::format("{:+}", row.adjustment->numerator());
    expect(fmt::format("indicator {} of {}", words[2], words[1]), words.at(4), found);
  }

  void account(const std::vector<std::string>& words) {
    const auto index = ledger_.find_account(words.at(1));
    if (!index) throw Failed("no account " + words[1]);
    TonnesCo2eq held;
    for (const auto& block : ledger_.blocks().held_in(*index))
      held += block.range.quantity_t_co2eq();
    expect("account " + words[1], words.at(2), fmt::format("{}", held.value()));
  }

  // "unit ID held|in_transit|sent|used|cancelled [first_transferred]"
  void unit(const std::vector<std::string>& words) {
    static constexpr std::array kStatus{"held", "in_transit", "sent",
                                        "used", "cancelled",  "withdrawn"};
    const auto id = ledger::ItmoIdentifier::parse(words.at(1));
    const auto block = id ? ledger_.blocks().find(*id) : std::nullopt;
    if (!block) throw Failed("no unit " + words[1]);
    expect(words[1], words.at(2), kStatus[static_cast<std::size_t>(block->state.status)]);
    expect(words[1] + " first transferred", words.size() > 3 ? "true" : "false",
           block->state.first_transferred ? "true" : "false");
  }

  void debt(const std::vector<std::string>& words) {
    if (!ledger_.activities().find_component(words.at(1))) throw Failed("no component " + words[1]);
    expect("debt of " + words[1], words.at(2),
           fmt::format("{}", ledger_.activities().debt_kg_co2eq(words[1]).value()));
  }

  // "actions PARTY TYPE TONNES": the sum of the Party's AEF rows of that type.
  void actions(const std::vector<std::string>& words) {
    TonnesCo2eq sum;
    for (const auto& action : ledger_.actions())
      if (action.reporting_party == PartyId::parse(words.at(1)) &&
          name_of(action.type) == words.at(2))
        sum += action.range.quantity_t_co2eq();
    expect(words[2] + " of " + words[1], words.at(3), fmt::format("{}", sum.value()));
  }

  // "adjustment PARTY YEAR +TONNES": additions less subtractions, by vintage and use year.
  void adjustment(const std::vector<std::string>& words) {
    const auto party = PartyId::parse(words.at(1));
    const CalendarYear year(std::stoi(words.at(2)));
    const auto flows = accounting::flows_of(ledger_, *party);
    const auto tonnes = [&](const accounting::Flow& flow) {
      const auto figure = accounting::figure_of(flow.by_adjusted_year, year);
      return static_cast<std::int64_t>(figure.quantity_t_co2eq.value());
    };
    const std::int64_t net = tonnes(flows.first_transferred_ndc) +
                             tonnes(flows.first_transferred_oimp) - tonnes(flows.used);
    expect(fmt::format("adjustment of {} for {}", words[1], words[2]), words.at(3),
           fmt::format("{:+}", net));
  }

  Outcome& outcome_;
  ledger::Ledger ledger_;
  Date date_;
  Instant recorded_at_;
  std::string actor_ = "scenario";
  std::map<std::string, std::string> labels_;
};

}  // namespace

Outcome run_scenario(const std::string& path) {
  Outcome outcome;
  try {
    Runner(outcome).run_file(path);
  } catch (const std::exception& failure) {
    outcome.passed = false;
    outcome.failure = failure.what();
  }
  return outcome;
}

}  // namespace openitmo::scenarios
