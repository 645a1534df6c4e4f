#include "files/programme/read_command.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <type_traits>
#include <utility>

#include "files/programme/field_values.h"
#include "quantity/gwp.h"
#include "reporting/controlled_values.h"

namespace openitmo::files {
namespace {

// Fields that a file may leave out; the value then stays as the command has it. All others are
// asked for, so that a forgotten key is found before anything runs. An empty word stands for every
// command.
struct Optional {
  std::string_view word;
  std::string_view field;
};
constexpr std::array kOptional{
    Optional{"", "version"},
    Optional{"", "component"},
    Optional{"", "trajectory"},
    Optional{"", "averaging_convention"},
    Optional{"", "mitigation_type"},
    Optional{"", "deficit_scope"},
    Optional{"record_party", "ldc_or_sids"},
    Optional{"record_ndc", "document"},
    Optional{"record_inventory", "document"},
    Optional{"submit_initial_report", "with_next_btr"},
    Optional{"submit_initial_report", "report"},
    Optional{"record_cooperative_approach", "demonstration"},
    Optional{"authorize_entity", "conditions"},
    Optional{"record_activity", "design_document"},
    Optional{"include_component", "eligibility"},
    Optional{"conclude_additionality", "lines"},
    Optional{"record_cooperative_approach", "separate_verifier"},
    Optional{"conclude_verification", "materiality_threshold_percent"},
    Optional{"conclude_verification", "extrapolated_error_percent"},
    Optional{"conclude_verification", "opinion"},
    Optional{"raise_finding", "report"},
    Optional{"raise_finding", "figure"},
    Optional{"close_finding", "report"},
    Optional{"record_opinion_key", "verifier_key"},
    Optional{"authorize", "authorized_parties"},
    Optional{"authorize", "authorized_entities"},
    Optional{"authorize", "oimp"},
    Optional{"authorize", "change_after_first_transfer"},
    Optional{"open_account", "entity"},
    Optional{"issue_units", "request"},
    Optional{"first_transfer", "authorization"},
    Optional{"first_transfer", "to_account"},
    Optional{"transfer", "authorization"},
    Optional{"transfer", "to_account"},
    Optional{"move", "authorization"},
    Optional{"use", "authorization"},
    Optional{"use", "entity"},
    Optional{"cancel", "authorization"},
    Optional{"cancel", "entity"},
    Optional{"issue_units", "underlying"},
    Optional{"set_period_dates", "final_on"},
    Optional{"set_period_dates", "btr_submitted_on"},
    Optional{"open_remedy", "buffer_account"},
    Optional{"settle_remedy", "authorization"},
    Optional{"withdraw", "withdrawn_there"},
    Optional{"acquire", "underlying"},
    Optional{"decline", "notice"},
    Optional{"correct_entry", "account"},
    Optional{"correct_entry", "declined"},
    Optional{"submit_monitoring_report", "safeguards"},
    Optional{"submit_monitoring_report", "sdg_measurements"},
    Optional{"open_account", "metric"},
    Optional{"first_transfer", "accept_by"},
    Optional{"transfer", "accept_by"},
    Optional{"declare_metric", "conversions"},
    Optional{"issue_metric_units", "request"},
    Optional{"agree_levies", "rounding"},
    Optional{"agree_levies", "exempts_ldc_and_sids"},
    Optional{"grant_label", "until"},
    Optional{"record_a64_statement", "first_moved_on"},
    Optional{"assign_role", "ends"},
    Optional{"decline", "cause"},
    Optional{"record_check_result", "rows"},
    Optional{"record_check_result", "notice"},
    Optional{"record_review_report", "recommendations"},
    Optional{"describe_ndc", "version"},
    Optional{"describe_ndc", "indicator"},
    Optional{"describe_ndc", "intensity_units"},
    Optional{"describe_ndc", "gases"},
};
// Where the same word names what the command is about.
constexpr std::array kRequired{
    Optional{"include_component", "component"}, Optional{"issue_units", "component"},
    Optional{"issue_metric_units", "component"}, Optional{"open_remedy", "component"}};

bool stands_in(std::span<const Optional> list, std::string_view word, std::string_view field) {
  return std::any_of(list.begin(), list.end(), [&](const Optional& entry) {
    return (entry.word.empty() || entry.word == word) && entry.field == field;
  });
}

// Decimal figures that the journal keeps as text.
bool is_decimal_text(std::string_view field) {
  return field == "baseline" || field == "target" || field == "value" ||
         field.ends_with("_percent");
}

// Fields that take the AEF's controlled values, which are compared exactly.
std::optional<reporting::ValueList> list_of(std::string_view field) {
  if (field == "sector") return reporting::ValueList::sector;
  if (field == "activity_types") return reporting::ValueList::activity_type;
  return std::nullopt;
}

void check_listed(const TomlTable& table, std::string_view field, const std::string& text) {
  constexpr auto kProfile = reporting::AefProfile::xlsx_checker;
  const auto list = list_of(field);
  if (!list || text.empty() || reporting::is_listed(*list, kProfile, text)) return;
  const auto values = reporting::values_of(*list, kProfile);
  const std::string_view near = nearest(text, values);
  table.refuse(
      field,
      {{"{} is not a controlled value of the AEF", "{} n'est pas une valeur contrôlée de l'AEF"},
       in_quotes(text)},
      near.empty() ? Text({"write one of {}", "écrivez l'un de {}"}, fmt::join(values, ", "))
                   : Text({"did you mean {}?", "vouliez-vous dire {} ?"}, near));
}

// GWP sets by name, as quantity/gwp.h knows them.
void check_gwp_set(const TomlTable& table, std::string_view field, const std::string& text) {
  if (field != "gwp_set" || text.empty() || find_gwp_set(text)) return;
  const std::string_view near = nearest(text, kGwpSetNames);
  Text remedy({"write one of {}", "écrivez l'un de {}"}, fmt::join(kGwpSetNames, ", "));
  if (!near.empty()) remedy += Text({"; did you mean {}?", " ; vouliez-vous dire {} ?"}, near);
  table.refuse(field,
               {{"{} is not a known GWP set", "{} n'est pas un jeu de PRG connu"}, in_quotes(text)},
               std::move(remedy));
}

template <class T>
concept Struct = requires(T& value) { T::fields(value, [](std::string_view, auto&) {}); };

template <class T>
struct IsCode : std::false_type {};
template <std::size_t Size, const char* Pattern>
struct IsCode<Code<Size, Pattern>> : std::true_type {};

class FieldReader {
 public:
  FieldReader(const TomlTable& table, ProgrammeFolder& folder, std::string_view word,
              std::span<const std::string_view> given)
      : table_(table), folder_(folder), word_(word), given_(given) {}

  template <class T>
  void operator()(std::string_view name, T& field) const {
    if (std::find(given_.begin(), given_.end(), name) == given_.end()) read(name, field);
  }

 private:
  bool is_required(std::string_view name) const { return !may_be_left_out(word_, name); }
  bool is_left_out(std::string_view name) const { return !is_required(name) && !table_.has(name); }

  void read(std::string_view name, std::string& field) const {
    if (is_left_out(name)) return;
    field = is_decimal_text(name) ? table_.decimal(name) : table_.string(name);
    check_listed(table_, name, field);
    check_gwp_set(table_, name, field);
  }
  void read(std::string_view name, bool& field) const {
    if (!is_left_out(name)) field = table_.boolean(name);
  }
  template <std::unsigned_integral Number>
  void read(std::string_view name, Number& field) const {
    constexpr std::int64_t kMax = 1'000'000'000;
    if (!is_left_out(name)) field = static_cast<Number>(table_.integer(name, 0, kMax));
  }
  template <NamedEnum Enum>
  void read(std::string_view name, Enum& field) const {
    if (!is_left_out(name)) field = read_enum<Enum>(table_, name);
  }
  template <std::size_t Size, const char* Pattern>
  void read(std::string_view name, Code<Size, Pattern>& field) const {
    field = code_of<Size, Pattern>(table_, name, table_.string(name));
  }
  void read(std::string_view name, CalendarYear& field) const { field = read_year(table_, name); }
  void read(std::string_view name, Date& field) const { field = table_.date(name); }
  void read(std::string_view name, KilogramsCo2eq& field) const {
    field = read_kilograms(table_, name, true).value_or(KilogramsCo2eq());
  }
  void read(std::string_view name, TonnesCo2eq& field) const {
    field = TonnesCo2eq(static_cast<std::uint64_t>(table_.integer(name, 0)));
  }
  void read(std::string_view name, ledger::ItmoIdentifier& field) const {
    static_cast<void>(table_.string(name));
    field = read_identifier(table_, name).value_or(ledger::ItmoIdentifier());
  }
  void read(std::string_view name, Document& field) const {
    field = folder_.document(table_, name, is_required(name));
  }

  template <Struct T>
  void read(std::string_view name, T& field) const {
    if (is_left_out(name)) return;
    T::fields(field, FieldReader(table_.table(name), folder_, name, {}));
  }

  void read(std::string_view name, std::optional<KilogramsCo2eq>& field) const {
    field = read_kilograms(table_, name, false);
  }
  void read(std::string_view name, std::optional<ledger::ItmoIdentifier>& field) const {
    field = read_identifier(table_, name);
  }
  template <class T>
  void read(std::string_view name, std::optional<T>& field) const {
    if (!table_.has(name)) return;
    T value{};
    read(name, value);
    field = value;
  }

  void read(std::string_view name, std::vector<std::string>& field) const {
    field = is_required(name) ? table_.strings(name) : table_.optional_strings(name);
    for (const std::string& text : field) check_listed(table_, name, text);
  }
  template <class T>
  void read(std::string_view name, std::vector<T>& field) const {
    if constexpr (IsCode<T>::value) {
      std::vector<std::string> texts;
      read(name, texts);
      for (const std::string& text : texts)
        if (const auto code = T::parse(text))
          field.push_back(*code);
        else
          refuse_code(table_, name, text, kPartyPattern);
    } else if constexpr (Struct<T>) {
      for (const TomlTable& item :
           is_required(name) ? table_.tables(name) : table_.optional_tables(name))
        T::fields(field.emplace_back(), FieldReader(item, folder_, name, {}));
    }
  }

  const TomlTable& table_;
  ProgrammeFolder& folder_;
  std::string_view word_;
  std::span<const std::string_view> given_;
};

template <class T>
concept ActsOnUnits = requires(T command) { command.units.quantity_t_co2eq; };

// Their content comes from the run, not from a file: the proof of another registry's entry, the
// hash of a submission.
template <class T>
concept MadeByRun =
    std::is_same_v<T, ledger::AcquireUnits> || std::is_same_v<T, ledger::ConfirmDelivery> ||
    std::is_same_v<T, ledger::SubmitAef> || std::is_same_v<T, SubmitMonitoringReport> ||
    std::is_same_v<T, ledger::DeclineUnits> || std::is_same_v<T, ledger::CorrectEntry>;

}  // namespace

bool may_be_left_out(std::string_view act, std::string_view field) {
  return !stands_in(kRequired, act, field) && stands_in(kOptional, act, field);
}

void read_fields(const TomlTable& table, ProgrammeFolder& folder, ledger::Command& command,
                 std::span<const std::string_view> given) {
  const std::string_view word = ledger::kCommandNames[command.index()];
  std::visit(
      [&]<class T>(T& asked) {
        std::vector<std::string_view> skipped(given.begin(), given.end());
        if constexpr (ActsOnUnits<T>) skipped.push_back("quantity_t_co2eq");
        if constexpr (!MadeByRun<T>) T::fields(asked, FieldReader(table, folder, word, skipped));
      },
      command);
}

namespace {

template <std::size_t... Index>
std::optional<ledger::Command> make_command(std::size_t wanted, std::index_sequence<Index...>) {
  std::optional<ledger::Command> command;
  static_cast<void>(
      ((Index == wanted ? (command.emplace(std::in_place_index<Index>), true) : false) || ...));
  return command;
}

}  // namespace

std::optional<ledger::Command> empty_command(std::string_view word) {
  const auto found = std::find(ledger::kCommandNames.begin(), ledger::kCommandNames.end(), word);
  if (found == ledger::kCommandNames.end()) return std::nullopt;
  return make_command(static_cast<std::size_t>(found - ledger::kCommandNames.begin()),
                      std::make_index_sequence<std::variant_size_v<ledger::Command::variant>>());
}

std::vector<SdgMeasurement> read_sdg_measurements(const TomlTable& table) {
  std::vector<SdgMeasurement> measurements;
  for (const TomlTable& item : table.optional_tables("sdg_measurements"))
    measurements.push_back({.indicator = item.string("indicator"), .value = item.decimal("value")});
  return measurements;
}

std::vector<SafeguardMeasurement> read_safeguards(const TomlTable& table) {
  std::vector<SafeguardMeasurement> safeguards;
  for (const TomlTable& item : table.optional_tables("safeguards"))
    safeguards.push_back({.safeguard = item.string("safeguard"),
                          .unit = item.string("unit"),
                          .at_most = item.decimal("at_most"),
                          .value = item.decimal("value")});
  return safeguards;
}

}  // namespace openitmo::files
