#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/decide.h"

// A ledger with a history, for tests: a few lines set up Parties, an activity and an authorization,
// and each later line is one act. All names are invented. Acts go through `decide` and `apply`.
//
//   World w({"SEN", "CHE"});
//   const Units units = w.issue({.host = "SEN", .vintage = 2024, .quantity_t_co2eq = 500});
//   w.must(w.first_transfer(units, 200, "CHE"));
//   w.must(w.ndc("CHE", 2021, 2030));
//   w.must(w.use("CHE", 2024, 150, 2025));
namespace openitmo::testing {

// Units of one issuance: where they lie and which they are.
struct Units {
  std::string account;
  std::string authorization;
  CalendarYear vintage;
  std::vector<ledger::ItmoRange> ranges;
  TonnesCo2eq quantity_t_co2eq() const;
};

struct AuthorizationTerms {
  std::string host;
  ledger::Purpose purpose = ledger::Purpose::ndc;
  std::optional<ledger::FirstTransferDefinition> definition = std::nullopt;  // where OIMP
  std::optional<TonnesCo2eq> quantity_t_co2eq = std::nullopt;
  int first_vintage = 2021;
  int last_vintage = 2040;
  std::uint32_t version = 1;
  std::string id = "";  // empty: one for each host, purpose and definition
};

struct IssueRequest {
  std::string host;
  int vintage = 2024;
  std::uint64_t quantity_t_co2eq = 0;
  ledger::Purpose purpose = ledger::Purpose::ndc;
  std::optional<ledger::FirstTransferDefinition> definition = std::nullopt;
  std::string authorization = "";  // empty: that of host, purpose and definition, made if missing
  std::int64_t further_kg_co2eq = 0;  // reductions beyond whole tonnes
  ledger::UnderlyingUnits underlying = {};
};

PartyId party_id(std::string_view code);
// A document as entries name it; the hash is that of nothing real.
Document document(std::string_view reference);

struct WorldOptions {
  std::string registry = "XXA01";
  std::string approach = "CA9999";
  Workflow workflow = Workflow::issue_first;
  bool initial_reports = true;  // submitted on the first day
  bool demonstration = true;    // the approach says that its data is fictitious
};

class World {
 public:
  // Opens a registry that serves `parties` (two at least), each of which meets every participation
  // responsibility, has an account, and takes part in one cooperative approach with an initial
  // report. The first day is `opened_on`.
  explicit World(const std::vector<std::string>& parties, const WorldOptions& options = {},
                 Date opened_on = Date(2021, 1, 1));

  const ledger::Ledger& ledger() const { return ledger_; }
  const std::vector<ledger::Entry>& entries() const { return entries_; }

  // The day on which the next acts are recorded and take effect. May not go back.
  void at(Date day);
  Date today() const { return today_; }
  // The effective date of the next acts only, on or before today; at() ends it.
  void backdate(Date day) { effective_ = day; }

  // Decides, and applies what was accepted.
  ledger::Result<ledger::Event> act(const ledger::Command& command);
  // The same where the test relies on acceptance: throws InvariantBroken with the refusal's
  // message.
  ledger::Event must(const ledger::Command& command);
  // Applies without asking `decide`, as a replay does: for histories that today's rules refuse.
  void record(const ledger::Event& event);

  // An NDC as data, to be completed and acted: single-year averaging unless changed.
  static RecordNdc ndc(std::string_view code, int first_year, int last_year);
  void inventory(std::string_view code, int year, KilogramsCo2eq emissions,
                 std::uint32_t version = 1);
  // The id of the authorization, recorded now unless it is there already.
  std::string authorize(const AuthorizationTerms& terms);
  ledger::AuthorizeItmos authorization(const AuthorizationTerms& terms);

  // Includes a component, reports, verifies and examines its monitoring, and issues. Vintages of
  // the present year have a monitoring period that ended before today.
  Units issue(const IssueRequest& request);
  // The acts of issue() one by one, up to the first refusal.
  ledger::Result<ledger::Event> try_issue(const IssueRequest& request);

  // Commands on units, not yet acted.
  ledger::FirstTransfer first_transfer(const Units& units, std::uint64_t quantity_t_co2eq,
                                       std::string_view to) const;
  ledger::Transfer transfer(std::string_view from, int vintage, std::uint64_t quantity_t_co2eq,
                            std::string_view to) const;
  ledger::UseUnits use(std::string_view code, int vintage, std::uint64_t quantity_t_co2eq,
                       int year) const;
  ledger::CancelUnits cancel(std::string_view code, int vintage, std::uint64_t quantity_t_co2eq,
                             ledger::CancellationKind kind) const;
  ledger::UnitSelection units_of(std::string_view code, int vintage,
                                 std::uint64_t quantity_t_co2eq) const;

  static std::string account_of(std::string_view code);

 private:
  ledger::Envelope envelope();
  void open(const std::vector<std::string>& parties, const WorldOptions& options);
  void party(const std::string& code);
  std::string activity_of(const std::string& host);
  std::vector<ledger::Command> issuance_acts(const IssueRequest& request);

  ledger::Ledger ledger_;
  std::vector<ledger::Entry> entries_;
  std::vector<std::string> parties_;
  RegistryId registry_;
  CooperativeApproachId approach_;
  Date today_{2021, 1, 1};
  std::optional<Date> effective_;
  int issuances_ = 0;
};

}  // namespace openitmo::testing
