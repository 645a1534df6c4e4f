#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "activity/finding_records.h"
#include "activity/records.h"
#include "ledger/correction_acts.h"
#include "ledger/foreign_entry.h"
#include "ledger/itmo_identifier.h"
#include "ledger/metric_acts.h"
#include "ledger/review_acts.h"
#include "ledger/role_acts.h"
#include "ledger/safeguard_acts.h"
#include "ledger/terms_acts.h"
#include "ledger/underlying.h"
#include "ledger/unit_selection.h"
#include "ledger/vocabulary.h"
#include "party/ndc_target.h"
#include "party/records.h"

// What a caller may ask of the ledger. Where nothing has to be worked out, the command is recorded
// as it stands and is its own event; the others have an event in events.h.
namespace openitmo::ledger {

// An authorization of ITMOs by one Party (4/CMA.6 para 5, letters in the comments; AEF Table 2).
// A higher version replaces a lower one from its effective date on.
struct AuthorizeItmos {
  static constexpr const char* kType = "itmos_authorized";
  PartyId party;
  std::string authorization;  // letters, digits, space and hyphen
  std::uint32_t version = 1;
  CooperativeApproachId approach;                                    // (a)
  std::string activity;                                              // (n)
  std::vector<PartyId> authorized_parties;                           // (b)
  std::vector<std::string> authorized_entities;                      // (b)
  std::optional<FirstTransferDefinition> first_transfer_definition;  // (d)
  Purpose purpose = Purpose::ndc;                                    // (e)
  std::string oimp;                                                  // (e) which, such as CORSIA
  std::vector<std::string> standards;                                // (f)
  std::optional<TonnesCo2eq> quantity_t_co2eq;                       // (h)
  RegistryId tracking_registry;                                      // (i)
  CalendarYear first_vintage;                                        // (k)
  CalendarYear last_vintage;                                         // (k)
  std::string gwp_set;                                               // (l)
  CalendarYear last_use_year;                                        // (c)
  bool change_after_first_transfer = false;                          // (g)
  Document document;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("party", self.party);
    visit("authorization", self.authorization);
    visit("version", self.version);
    visit("approach", self.approach);
    visit("activity", self.activity);
    visit("authorized_parties", self.authorized_parties);
    visit("authorized_entities", self.authorized_entities);
    visit("first_transfer_definition", self.first_transfer_definition);
    visit("purpose", self.purpose);
    visit("oimp", self.oimp);
    visit("standards", self.standards);
    visit("quantity_t_co2eq", self.quantity_t_co2eq);
    visit("tracking_registry", self.tracking_registry);
    visit("first_vintage", self.first_vintage);
    visit("last_vintage", self.last_vintage);
    visit("gwp_set", self.gwp_set);
    visit("last_use_year", self.last_use_year);
    visit("change_after_first_transfer", self.change_after_first_transfer);
    visit("document", self.document);
  }
};

// A review made clear which definition of first transfer a Party applies under an approach;
// versions of authorizations from then on state it. What was booked before stays, until a new
// submission says otherwise.
struct ClarifyFirstTransfer {
  static constexpr const char* kType = "first_transfer_clarified";
  PartyId party;
  CooperativeApproachId approach;
  FirstTransferDefinition definition = FirstTransferDefinition::issuance;
  Document review_report;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("party", self.party);
    visit("approach", self.approach);
    visit("definition", self.definition);
    visit("review_report", self.review_report);
  }
};

// An account holds units of one Party, or of an entity that the Party authorized, in one metric.
struct OpenAccount {
  static constexpr const char* kType = "account_opened";
  std::string account;
  PartyId party;
  std::string entity;    // empty: the Party's own account
  std::string metric{};  // empty: t CO2 eq
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("account", self.account);
    visit("party", self.party);
    visit("entity", self.entity);
    visit("metric", self.metric);
  }
};

// The entitled entity asks the host to recognise the transfer of verified outcomes (the Swiss
// agreements; SR 0.814.012.168.1 Art. 8).
struct RequestRecognition {
  static constexpr const char* kType = "recognition_requested";
  std::string request;
  std::string report;
  std::string entity;
  std::string authorization;
  PartyId acquiring_party;
  Document letter;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("request", self.request);
    visit("report", self.report);
    visit("entity", self.entity);
    visit("authorization", self.authorization);
    visit("acquiring_party", self.acquiring_party);
    visit("letter", self.letter);
  }
};

// Gives identifiers to the verified outcomes of one component and vintage. Under the recognition
// workflow `request` names the request; under issue-first it is empty.
struct IssueUnits {
  std::string report;
  std::string component;
  Vintage vintage;
  std::string authorization;
  std::string account;
  std::string request;
  UnderlyingUnits underlying;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("report", self.report);
    visit("component", self.component);
    visit("vintage", self.vintage);
    visit("authorization", self.authorization);
    visit("account", self.account);
    visit("request", self.request);
    visit("underlying", self.underlying);
  }
};

// An international transfer: the first of a unit's life or a later one. To an account of this
// registry it is complete at once; to another registry the units are in transit until the receiver
// confirms; after `accept_by`, where given, the receiver does not acquire them any more. Which of
// the two it is, the units say: see FirstTransfer and Transfer.
struct FirstTransfer {
  UnitSelection units;
  PartyId to_party;
  RegistryId to_registry;
  std::string to_account;           // empty when to_registry is another registry
  std::optional<Date> accept_by{};  // only to another registry; empty: no end
  static constexpr void fields(auto&& self, auto&& visit) {
    std::decay_t<decltype(self.units)>::fields(self.units, visit);
    visit("to_party", self.to_party);
    visit("to_registry", self.to_registry);
    visit("to_account", self.to_account);
    visit("accept_by", self.accept_by);
  }
};
struct Transfer {
  UnitSelection units;
  PartyId to_party;
  RegistryId to_registry;
  std::string to_account;
  std::optional<Date> accept_by{};
  static constexpr void fields(auto&& self, auto&& visit) {
    std::decay_t<decltype(self.units)>::fields(self.units, visit);
    visit("to_party", self.to_party);
    visit("to_registry", self.to_registry);
    visit("to_account", self.to_account);
    visit("accept_by", self.accept_by);
  }
};

// Records units sent from another registry; the sender's entry is named and proven.
struct AcquireUnits {
  static constexpr const char* kType = "units_acquired";
  std::vector<ItmoRange> ranges;
  PartyId from_party;
  PartyId to_party;
  std::string to_account;
  std::string authorization;  // this Party's own, which covers the units
  MitigationType mitigation_type = MitigationType::emission_reductions;
  std::vector<UnderlyingUnits> underlying;  // behind each range; empty where behind none
  ForeignEntry sent;
  std::optional<Date> accept_by{};  // as the sender's entry says
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("ranges", self.ranges);
    visit("from_party", self.from_party);
    visit("to_party", self.to_party);
    visit("to_account", self.to_account);
    visit("authorization", self.authorization);
    visit("mitigation_type", self.mitigation_type);
    visit("underlying", self.underlying);
    visit("sent", self.sent);
    visit("accept_by", self.accept_by);
  }
};

// The receiver's registry holds the units: they leave transit for good.
struct ConfirmDelivery {
  static constexpr const char* kType = "delivery_confirmed";
  std::uint64_t transfer_entry = 0;  // this journal's entry that sent them
  ForeignEntry received;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("transfer_entry", self.transfer_entry);
    visit("received", self.received);
  }
};

// A move between accounts of one Party: never an ITMO action, never an AEF row.
struct MoveUnits {
  UnitSelection units;
  std::string to_account;
  static constexpr void fields(auto&& self, auto&& visit) {
    std::decay_t<decltype(self.units)>::fields(self.units, visit);
    visit("to_account", self.to_account);
  }
};

// Use by a Party towards its NDC for `year`, or for IMP or OP (year empty, entity where it acts).
struct UseUnits {
  UnitSelection units;
  PartyId party;
  UsePurpose purpose = UsePurpose::ndc;
  std::optional<CalendarYear> year;
  std::string entity;
  static constexpr void fields(auto&& self, auto&& visit) {
    std::decay_t<decltype(self.units)>::fields(self.units, visit);
    visit("party", self.party);
    visit("purpose", self.purpose);
    visit("year", self.year);
    visit("entity", self.entity);
  }
};

// Cancellation counts for nobody. Of units never transferred, for OMGE, it is recorded as a first
// transfer (4/CMA.6 para 17).
struct CancelUnits {
  UnitSelection units;
  CancellationKind kind = CancellationKind::other;
  std::string entity;
  static constexpr void fields(auto&& self, auto&& visit) {
    std::decay_t<decltype(self.units)>::fields(self.units, visit);
    visit("kind", self.kind);
    visit("entity", self.entity);
  }
};

// An AEF for one Party and year was frozen at an entry and sent (2/CMA.3 annex para 20).
struct SubmitAef {
  static constexpr const char* kType = "aef_submitted";
  PartyId party;
  CalendarYear year;
  std::uint32_t major = 1;
  std::uint32_t minor = 0;
  std::string content_sha256;  // of the submission's tables, canonical text
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("party", self.party);
    visit("year", self.year);
    visit("major", self.major);
    visit("minor", self.minor);
    visit("content_sha256", self.content_sha256);
  }
};

// A row of Table 3 that a consistency check did not find consistent.
struct CheckedRow {
  std::uint32_t row = 1;  // from 1, of the submission as the journal gives it
  CheckMark result = CheckMark::inconsistent;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("row", self.row);
    visit("result", self.result);
  }
  bool operator==(const CheckedRow&) const = default;
};

// The result that the Article 6 database gave a submission (4/CMA.6 paras 29, 32); a later one for
// the same version takes its place.
struct RecordCheckResult {
  static constexpr const char* kType = "check_result_recorded";
  PartyId party;
  CalendarYear year;
  std::uint32_t major = 1;
  std::uint32_t minor = 0;
  CheckMark result = CheckMark::not_available;
  std::vector<CheckedRow> rows;  // by row; empty also where the platform told nothing of rows
  Document notice;               // by which it was told; empty where none came with it
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("party", self.party);
    visit("year", self.year);
    visit("major", self.major);
    visit("minor", self.minor);
    visit("result", self.result);
    visit("rows", self.rows);
    visit("notice", self.notice);
  }
};

}  // namespace openitmo::ledger
