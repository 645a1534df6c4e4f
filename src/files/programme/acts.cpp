#include "files/programme/acts.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "files/programme/act_clock.h"
#include "files/programme/field_values.h"
#include "files/programme/read_command.h"
#include "quantity/decimal.h"

namespace openitmo::files {
namespace {

using registry::Act;
using ActBody = decltype(Act::act);

// The words of `do`: the ledger's commands, with "monitor" for the report that a run works out
// itself, and "record" for the records of a file; without those that answer or undo an entry, whose
// number and proof no programme knows beforehand.
std::vector<std::string_view> act_words() {
  std::vector<std::string_view> words(ledger::kCommandNames.begin(), ledger::kCommandNames.end());
  std::replace(words.begin(), words.end(), std::string_view("submit_monitoring_report"),
               std::string_view("monitor"));
  std::erase(words, "decline");
  std::erase(words, "correct_entry");
  words.push_back("record");
  return words;
}

// Acts that happen in one registry: done in two they would count twice.
bool happens_once(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kWords{
      "open_registry", "issue_units", "first_transfer", "transfer",
      "move",          "use",         "cancel",         "confirm_delivery",
      "acquire",       "submit_aef",  "open_remedy",    "settle_remedy"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

bool takes_quantity(std::string_view word) {
  static constexpr std::array<std::string_view, 6> kWords{
      "first_transfer", "transfer", "move", "use", "cancel", "settle_remedy"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

class ActReader {
 public:
  ActReader(std::string path, const ActContext& context)
      : path_(std::move(path)), context_(context) {}

  void read(const TomlTable& table) {
    Act act;
    act.id = read_id(table, "id");
    act.place = fmt::format("{}:{}", path_, table.line());
    const std::string word = table.choice("do", words_);
    act.registries = read_registries(table, word);
    const std::optional<Date> on = read_day(table);
    act.envelope.effective_date = on.value_or(Date());
    act.envelope.actor = read_actor(table);
    const Instant first = clock_.moment_of(table, on);
    refuse_twin(table, act.id);
    word_by_id_[act.id] = word;
    if (word == "record") {
      add_records(table, act, first);
      return;
    }
    act.envelope.recorded_at = first;
    act.envelope.command_id = act.id;
    act.act = read_body(table, word);
    read_.push_back({table, acts_.size()});
    acts_.push_back(std::move(act));
  }

  std::vector<Act> finish() {
    for (const Record& record : context_.records) context_.known.add_from(record.command);
    for (const Act& act : acts_) define(act);
    for (const Record& record : context_.records)
      context_.known.check_all(record.table, record.command);
    for (const auto& [table, index] : read_) check(table, acts_[index]);
    return std::move(acts_);
  }

 private:
  struct FromTable {
    TomlTable table;
    std::size_t act;
  };

  static std::optional<Date> read_day(const TomlTable& table) {
    if (table.has("on")) return table.optional_date("on");
    static_cast<void>(table.date("on"));  // notes that it is missing
    return std::nullopt;
  }

  void refuse_twin(const TomlTable& table, const std::string& id) const {
    if (!id.empty() && word_by_id_.contains(id))
      table.refuse("id",
                   {{"the act {} stands already above", "l'acte {} se trouve déjà plus haut"}, id},
                   {{"give each act its own id", "donnez à chaque acte son propre id"}});
  }

  std::vector<RegistryId> read_registries(const TomlTable& table, std::string_view word) const {
    std::vector<RegistryId> registries;
    const std::vector<std::string> texts = table.strings("in");
    for (const std::string& text : texts) {
      const auto registry = RegistryId::parse(text);
      context_.known.check(table, "in", IdKind::registry, text);
      if (registry) registries.push_back(*registry);
    }
    if (texts.empty() && table.has("in"))
      table.refuse(
          "in", {{"no registry is named", "aucun registre n'est nommé"}},
          {{"name one, such as in = [\"SEN01\"]", "nommez-en un, par exemple in = [\"SEN01\"]"}});
    if (texts.size() > 1 && happens_once(word))
      table.refuse("in", {{"{} happens in one registry", "{} se fait dans un seul registre"}, word},
                   {{"name one; what another registry does is an act of its own",
                     "nommez-en un ; ce que fait un autre registre est un acte à part"}});
    return registries;
  }

  std::string read_actor(const TomlTable& table) const {
    const std::string role = table.string("by");
    context_.known.check(table, "by", IdKind::actor, role);
    const auto actor = context_.actor_by_role.find(role);
    return actor == context_.actor_by_role.end() ? "" : actor->second;
  }

  std::vector<const Record*> wanted_records(const TomlTable& table) const {
    const std::string file = table.string("from");
    context_.known.check(table, "from", IdKind::record, file);
    const std::vector<std::string> what = table.optional_strings("what");
    std::vector<const Record*> wanted;
    std::vector<std::string> names;
    for (const Record& record : context_.records) {
      if (record.file != file) continue;
      names.push_back(record.name());
      const bool chosen = std::any_of(what.begin(), what.end(), [&](const std::string& asked) {
        return asked == record.kind || asked == record.name();
      });
      if (what.empty() || chosen) wanted.push_back(&record);
    }
    for (const std::string& asked : what) refuse_unknown_record(table, asked, file, names);
    return wanted;
  }

  void refuse_unknown_record(const TomlTable& table, const std::string& asked,
                             const std::string& file, const std::vector<std::string>& names) const {
    if (names.empty()) return;
    std::vector<std::string_view> known;
    for (const std::string& name : names) {
      if (asked == name || asked == std::string_view(name).substr(0, name.find('.'))) return;
      known.push_back(name);
    }
    const std::string_view near = nearest(asked, known);
    table.refuse(
        "what", {{"{} has no record {}", "{} n'a pas d'enregistrement {}"}, file, in_quotes(asked)},
        near.empty() ? Text({"it has {}", "il a {}"}, fmt::join(names, ", "))
                     : Text({"did you mean {}?", "vouliez-vous dire {} ?"}, near));
  }

  void add_records(const TomlTable& table, const Act& act, Instant first) {
    const std::vector<const Record*> wanted = wanted_records(table);
    Instant moment = first;
    for (const Record* record : wanted) {
      Act recorded = act;
      if (wanted.size() > 1) recorded.id += "/" + record->name();
      recorded.envelope.recorded_at = moment;
      recorded.envelope.command_id = recorded.id;
      recorded.act = record->command;
      acts_.push_back(std::move(recorded));
      if (record != wanted.back()) moment = clock_.minute_later();
    }
  }

  ActBody read_body(const TomlTable& table, std::string_view word) const {
    if (word == "monitor") return read_monitor(table);
    if (word == "acquire")
      return registry::Acquire{
          .transfer = earlier_act(table, "transfer", {"first_transfer", "transfer"}),
          .to_account = table.string("to_account"),
          .authorization = table.string("authorization")};
    if (word == "confirm_delivery")
      return registry::Confirm{.acquire = earlier_act(table, "acquire", {"acquire"})};
    if (word == "submit_aef") return read_submit(table);
    std::optional<ledger::Command> command = empty_command(word);
    if (!command) {  // `do` was refused; what its other keys mean is not known
      for (const std::string& key : table.keys()) static_cast<void>(table.has(key));
      return ledger::Command{};
    }
    read_fields(table, context_.folder, *command);
    if (takes_quantity(word))
      return registry::UnitAct{.command = std::move(*command),
                               .quantity = read_quantity_rule(table)};
    return std::move(*command);
  }

  registry::Monitor read_monitor(const TomlTable& table) const {
    registry::Monitor monitor{.report = read_id(table, "report"),
                              .activity = table.string("activity"),
                              .period = {table.date("first_day"), table.date("last_day")},
                              .components = table.strings("components"),
                              .sdg_measurements = read_sdg_measurements(table),
                              .safeguards = read_safeguards(table)};
    if (monitor.period.first > monitor.period.last)
      table.refuse("last_day",
                   {{"the last day lies before the first", "le dernier jour précède le premier"}},
                   {{"exchange the two", "échangez les deux"}});
    return monitor;
  }

  // The id of an act above this one that does one of `words`.
  std::string earlier_act(const TomlTable& table, std::string_view key,
                          std::initializer_list<std::string_view> words) const {
    const std::string id = table.string(key);
    if (id.empty()) return id;
    std::vector<std::string_view> known;
    for (const auto& [other, word] : word_by_id_)
      if (std::find(words.begin(), words.end(), word) != words.end()) known.push_back(other);
    if (std::find(known.begin(), known.end(), id) != known.end()) return id;
    const std::string_view near = nearest(id, known);
    const Text one_of = Text::of(fmt::format("{}", fmt::join(words, " or ")),
                                 fmt::format("{}", fmt::join(words, " ou ")));
    table.refuse(key,
                 {{"no act {} above this one is a {}", "aucun acte {} plus haut n'est un {}"},
                  in_quotes(id),
                  one_of},
                 near.empty() ? Text({"name the id of an act that stands above",
                                      "nommez l'id d'un acte qui se trouve plus haut"})
                              : Text({"did you mean {}?", "vouliez-vous dire {} ?"}, near));
    return id;
  }

  registry::Submit read_submit(const TomlTable& table) const {
    registry::Submit submit{
        .party = code_of<3, kPartyPattern>(table, "party", table.string("party")),
        .year = read_year(table, "year")};
    const std::string version = table.string("version");
    const std::size_t point = version.find('.');
    const auto major = parse_scaled(version.substr(0, point), 0);
    const auto minor =
        point == std::string::npos ? std::nullopt : parse_scaled(version.substr(point + 1), 0);
    if (major && minor && *major >= 0 && *minor >= 0) {
      submit.major = static_cast<std::uint32_t>(*major);
      submit.minor = static_cast<std::uint32_t>(*minor);
    } else if (!version.empty()) {
      table.refuse("version",
                   {{"{} is not a version", "{} n'est pas une version"}, in_quotes(version)},
                   {{"write \"1.0\"", "écrivez \"1.0\""}});
    }
    return submit;
  }

  void define(const Act& act) const {
    if (const auto* command = std::get_if<ledger::Command>(&act.act))
      context_.known.add_from(*command, act.registries);
    if (const auto* monitor = std::get_if<registry::Monitor>(&act.act))
      context_.known.add(IdKind::report, monitor->report);
  }

  void check(const TomlTable& table, const Act& act) {
    const KnownIds& known = context_.known;
    if (const auto* command = std::get_if<ledger::Command>(&act.act))
      known.check_all(table, *command, act.registries);
    if (const auto* units = std::get_if<registry::UnitAct>(&act.act))
      known.check_all(table, units->command, act.registries);
    if (const auto* submit = std::get_if<registry::Submit>(&act.act))
      known.check(table, "party", IdKind::party, submit->party.to_string());
    if (const auto* acquire = std::get_if<registry::Acquire>(&act.act)) {
      known.check(table, "to_account", IdKind::account, acquire->to_account, act.registries);
      known.check(table, "authorization", IdKind::authorization, acquire->authorization,
                  act.registries);
    }
    if (const auto* monitor = std::get_if<registry::Monitor>(&act.act)) {
      refuse_same_file(table, *monitor);
      known.check(table, "activity", IdKind::activity, monitor->activity);
      for (const std::string& component : monitor->components)
        known.check(table, "components", IdKind::component, component);
      for (const SdgMeasurement& measurement : monitor->sdg_measurements)
        known.check(table, "sdg_measurements", IdKind::sdg_indicator, measurement.indicator);
    }
  }

  // "a" of "b-c" and "a-b" of "c" would be one file of results.
  void refuse_same_file(const TomlTable& table, const registry::Monitor& monitor) {
    for (const std::string& component : monitor.components) {
      const std::string file = monitor.report + "-" + component;
      const auto [known, added] = report_by_file_.try_emplace(file, monitor.report);
      if (!added && known->second != monitor.report)
        table.refuse("report",
                     {{"report {} has a result {} already", "le rapport {} a déjà un résultat {}"},
                      known->second,
                      file},
                     {{"give the report an id that no other begins with",
                       "donnez au rapport un id par lequel aucun autre ne commence"}});
    }
  }

  std::string path_;
  const ActContext& context_;
  const std::vector<std::string_view> words_ = act_words();
  ActClock clock_;
  std::map<std::string, std::string> word_by_id_;
  std::map<std::string, std::string> report_by_file_;
  std::vector<Act> acts_;
  std::vector<FromTable> read_;
};

}  // namespace

std::vector<Act> read_acts(const TomlTable& root, const std::string& path,
                           const ActContext& context) {
  ActReader reader(path, context);
  for (const TomlTable& table : root.tables("act")) reader.read(table);
  return reader.finish();
}

}  // namespace openitmo::files
