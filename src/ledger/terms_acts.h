#pragma once

#include <optional>
#include <string>

#include "ledger/underlying.h"
#include "party/codes.h"
#include "party/document.h"
#include "party/names.h"
#include "quantity/date.h"
#include "quantity/rational.h"
#include "quantity/rounding.h"

// What agreements and bodies outside the registry say of units, with the document that says it:
// levies, the Adaptation Fund, labels, the status of Article 6.4 units, channels, limits.
namespace openitmo::ledger {

struct Share {
  std::uint64_t numerator = 0;
  std::uint64_t denominator = 1;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("numerator", self.numerator);
    visit("denominator", self.denominator);
  }
  Rational rational() const {
    return {static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator)};
  }
};

// The shares of units that an agreement sets aside from what is issued while it is in force: for
// the Adaptation Fund, and for cancellation towards overall mitigation. None by default (2/CMA.3
// annex paras 37-39). A later act replaces an earlier one for later issuances.
struct AgreeLevies {
  static constexpr const char* kType = "levies_agreed";
  CooperativeApproachId approach;
  Share adaptation_share;
  Share omge_share;
  Rounding rounding = Rounding::up;
  bool exempts_ldc_and_sids = false;  // from the share for adaptation
  Document agreement;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("approach", self.approach);
    visit("adaptation_share", self.adaptation_share);
    visit("omge_share", self.omge_share);
    visit("rounding", self.rounding);
    visit("exempts_ldc_and_sids", self.exempts_ldc_and_sids);
    visit("agreement", self.agreement);
  }
};

// The code under which the Adaptation Fund stands as acquirer in an AEF. The nomenclature gives it
// one that no public source shows, so it is data. Accounts can be opened for it; it belongs to no
// cooperative approach and uses nothing.
struct NameAdaptationFund {
  static constexpr const char* kType = "adaptation_fund_named";
  PartyId fund;
  Document source;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("fund", self.fund);
    visit("source", self.source);
  }
};

// A body outside labels units of an activity, such as CORSIA; without the label in force, units
// authorized for that purpose are not used towards it.
struct GrantLabel {
  static constexpr const char* kType = "label_granted";
  std::string label;
  std::string activity;
  CalendarYear first_vintage;
  CalendarYear last_vintage;
  std::optional<Date> until;  // the last day; empty: open
  Document document;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("label", self.label);
    visit("activity", self.activity);
    visit("first_vintage", self.first_vintage);
    visit("last_vintage", self.last_vintage);
    visit("until", self.until);
    visit("document", self.document);
  }
};
inline constexpr std::string_view kCorsia = "CORSIA";

// What the host stated to the mechanism of Article 6.4 on units of it (6/CMA.6 paras 10-14).
enum class A64Status {
  not_authorized,
  contribution,  // mitigation contribution units, which may be authorized later
  authorized,
};

// `issued_on`: in the mechanism registry; a later authorization counts from that day.
// `first_moved_on`: the day of their first transfer in or out of the mechanism registry, as that
// registry shows it; after it contribution units are not authorized any more.
struct RecordA64Statement {
  static constexpr const char* kType = "a64_statement_recorded";
  PartyId party;
  UnderlyingUnits underlying;
  A64Status status = A64Status::not_authorized;
  Date issued_on;
  std::optional<Date> first_moved_on;
  Document statement;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("party", self.party);
    visit("underlying", self.underlying);
    visit("status", self.status);
    visit("issued_on", self.issued_on);
    visit("first_moved_on", self.first_moved_on);
    visit("statement", self.statement);
  }
};

// How a host learns of issuance, use or cancellation that happens in another registry and counts
// as first transfer (4/CMA.6 para 13). A later act of the same Party and registry replaces it.
struct RecordChannel {
  static constexpr const char* kType = "channel_recorded";
  PartyId party;
  RegistryId informing_registry;
  std::string channel;  // such as "signed notice"
  Date last_contact;
  Document arrangement;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("party", self.party);
    visit("informing_registry", self.informing_registry);
    visit("channel", self.channel);
    visit("last_contact", self.last_contact);
    visit("arrangement", self.arrangement);
  }
};

// At most so many t CO2 eq used by a Party towards its NDC for the years from first to last: the
// place for limits of the CMA (2/CMA.3 annex paras 17, 22(i)) or of an agreement. None by default.
struct SetUseLimit {
  static constexpr const char* kType = "use_limit_set";
  PartyId party;
  CalendarYear first_year;
  CalendarYear last_year;
  TonnesCo2eq quantity_t_co2eq;
  Document source;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("party", self.party);
    visit("first_year", self.first_year);
    visit("last_year", self.last_year);
    visit("quantity_t_co2eq", self.quantity_t_co2eq);
    visit("source", self.source);
  }
};

}  // namespace openitmo::ledger

namespace openitmo {
template <>
struct EnumNames<Rounding> {
  static constexpr std::array<std::string_view, 2> names{"up", "down"};
};
template <>
struct EnumNames<ledger::A64Status> {
  static constexpr std::array<std::string_view, 3> names{"not_authorized", "contribution",
                                                         "authorized"};
};
}  // namespace openitmo
