#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "ledger/events.h"
#include "mrv/component_plan.h"
#include "mrv/monitoring_data.h"
#include "mrv/verification/materiality.h"
#include "quantity/language.h"
#include "quantity/rational.h"

// A programme as data: what a programme folder says, read and checked, nothing carried out yet.
namespace openitmo::registry {

// Where a published figure comes from.
struct FigureSource {
  Text figure;  // what it is, such as "SEN, emissions and removals in 2022: 32.9 Mt CO2 eq"
  std::string source;
  std::string confidence;  // H, M or L
};

// What stands for the number of a ticket in ProgrammeComponent::scans.
inline constexpr std::string_view kTicketInScans = "{ticket}";

// A component with the data it was monitored by, and what was expected of it.
struct ProgrammeComponent {
  std::string id;
  Text name;
  std::string town;
  mrv::ComponentPlan plan;
  mrv::MonitoringData data;
  // Kinds of monitoring data that its file names, also those without files yet: "weighbridge".
  std::vector<std::string> monitored = {};
  // Where the scan of a ticket lies in the folder: "scans/{ticket}.svg"; empty: nowhere.
  std::string scans = {};
  std::string capacity = {};  // as designed, with its unit: "30000 t/a"; empty where not stated
  std::map<CalendarYear, TonnesCo2eq> expected_t_co2eq;  // ex ante, per vintage
  // Published net emission reductions per year, where the programme reproduces a registered
  // project; `itmo run` compares and reports the difference.
  std::map<CalendarYear, std::string> published_t_co2eq;
  std::string published_source;
  bool demonstration = false;  // fictitious measurements: the results say so
};

// "monitor": quantify components over a period and submit the report with the results.
struct Monitor {
  std::string report;
  std::string activity;
  DateRange period;
  std::vector<std::string> components;
  std::vector<SdgMeasurement> sdg_measurements;
  std::vector<SafeguardMeasurement> safeguards;
};

// How many tonnes a unit act takes: a number, all that fit the choice, or a share of them
// (0.02 rounded up), since what was measured is only known when the programme runs.
struct AllOfThem {};
using QuantityRule = std::variant<TonnesCo2eq, AllOfThem, Rational>;

// An act on units whose quantity is worked out when it is reached.
struct UnitAct {
  ledger::Command command;  // FirstTransfer, Transfer, MoveUnits, UseUnits or CancelUnits
  QuantityRule quantity;
};

// "acquire": record in this registry what `transfer` (the id of a first_transfer or transfer act)
// sent, carrying the sender's inclusion proof.
struct Acquire {
  std::string transfer;
  std::string to_account;
  std::string authorization;
};

// "confirm_delivery": the sender records that `acquire` happened, carrying the receiver's proof.
struct Confirm {
  std::string acquire;
};

// "submit_aef": freeze and write a Party's submission for a year.
struct Submit {
  PartyId party;
  CalendarYear year;
  std::uint32_t major = 1;
  std::uint32_t minor = 0;
};

// One act of the programme, in the order of the file. `id` lets later acts refer to it.
struct Act {
  std::string id;
  std::string place;                   // "acts.toml:120", for messages
  std::vector<RegistryId> registries;  // in whose journals it is recorded
  ledger::Envelope envelope;
  std::variant<ledger::Command, UnitAct, Monitor, Acquire, Confirm, Submit> act;
};

struct ProgrammeRegistry {
  RegistryId registry;
  std::string origin;  // checkpoint origin line, such as openitmo.example/SEN01
};

// A document of the programme folder that acts name by its hash.
struct EvidenceFile {
  std::string path;
  std::string sha256;
};

struct Programme;

// What a programme was when it was last validated.
struct LastDesign {
  std::string path;  // of its folder within the programme's
  std::shared_ptr<const Programme> programme;
  // Which changes need a new validation, by the words of design_changes.h, where the programme says
  // so itself, and by what rule.
  std::optional<std::vector<std::string>> needs_validation;
  std::string source;
};

struct Programme {
  Programme();  // these six are compiled once, as those of ledger::Command
  Programme(const Programme&);
  Programme(Programme&&) noexcept;
  Programme& operator=(const Programme&);
  Programme& operator=(Programme&&) noexcept;
  ~Programme();

  std::string id;  // folder name
  Text title;
  Text summary;
  bool demonstration = false;                 // fictitious acts: every output says so
  std::vector<ProgrammeRegistry> registries;  // may be empty: then it is MRV only (soc-son)
  std::vector<ProgrammeComponent> components;
  std::vector<Act> acts;
  std::vector<ledger::Command> records;  // all that stand in record files, recorded or not
  std::optional<mrv::verification::Materiality> materiality;  // its own threshold
  std::optional<LastDesign> last_design;
  std::vector<EvidenceFile> evidence;  // every file that was read, monitoring files included
  std::vector<FigureSource> sources;
  std::map<std::string, Text> names;  // display names of entities, accounts, SDG indicators, ...
};

}  // namespace openitmo::registry
