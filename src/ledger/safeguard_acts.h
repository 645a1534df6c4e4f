#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/itmo_identifier.h"
#include "ledger/unit_selection.h"
#include "party/document.h"
#include "party/names.h"
#include "quantity/date.h"

// Acts that bind later acts: when the accounting of an NDC period is final, units held back,
// recognition suspended, tonnes owed after over-crediting or a reversal.
namespace openitmo::ledger {

// The two dates of an NDC implementation period that the decisions leave to be set. From `final_on`
// nothing recorded adds or subtracts for the period (2/CMA.3 annex para 12). First transfers for
// OIMP are recorded no later than 31 December of the year before `btr_submitted_on`, the submission
// of the biennial transparency report with the period's end year (4/CMA.6 para 14). A later act
// replaces an earlier one as long as the period is not final.
struct SetPeriodDates {
  static constexpr const char* kType = "ndc_period_dates_set";
  PartyId party;
  std::string ndc;
  std::optional<Date> final_on;
  std::optional<Date> btr_submitted_on;
  Document source;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("party", self.party);
    visit("ndc", self.ndc);
    visit("final_on", self.final_on);
    visit("btr_submitted_on", self.btr_submitted_on);
    visit("source", self.source);
  }
};

enum class HoldCause { inconsistent, disputed };
enum class HoldEnd {
  resolved,    // a revised AEF passed a new check, or the dispute was settled
  overridden,  // the Party lets the use go on all the same; the journal shows it
};

// Keeps units from use towards an NDC while the Article 6 database calls them inconsistent
// (4/CMA.6 para 40).
struct PlaceHold {
  static constexpr const char* kType = "hold_placed";
  std::string hold;
  HoldCause cause = HoldCause::inconsistent;
  std::vector<ItmoRange> ranges;
  Document document;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("hold", self.hold);
    visit("cause", self.cause);
    visit("ranges", self.ranges);
    visit("document", self.document);
  }
};
struct LiftHold {
  static constexpr const char* kType = "hold_lifted";
  std::string hold;
  HoldEnd end = HoldEnd::resolved;
  Document document;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("hold", self.hold);
    visit("end", self.end);
    visit("document", self.document);
  }
};

// A Party suspends recognition of transfers; in force `notice_days` after the act's effective date,
// as the agreement says (SR 0.814.012.168.1 Art. 16: 60 days). What was first transferred before is
// untouched.
struct SuspendRecognition {
  static constexpr const char* kType = "recognition_suspended";
  PartyId party;
  CooperativeApproachId approach;
  std::uint32_t notice_days = 0;
  Document notice;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("party", self.party);
    visit("approach", self.approach);
    visit("notice_days", self.notice_days);
    visit("notice", self.notice);
  }
};
struct ResumeRecognition {
  static constexpr const char* kType = "recognition_resumed";
  PartyId party;
  CooperativeApproachId approach;
  Document notice;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("party", self.party);
    visit("approach", self.approach);
    visit("notice", self.notice);
  }
};

enum class RemedyCause { over_crediting, reversal };
enum class Remedy {
  deduction,    // from the next issuances of the component
  replacement,  // by cancelling other units; nothing is recognised or issued until that is done
};

// Tonnes found wrong after their first transfer are made good by somebody, by a day. Units of
// `buffer_account`, where named, are cancelled at once; the rest is owed.
struct OpenRemedy {
  std::string remedy;
  RemedyCause cause = RemedyCause::over_crediting;
  Remedy way = Remedy::deduction;
  std::string component;
  TonnesCo2eq quantity_t_co2eq;
  std::string buffer_account;
  std::string debtor;  // an entity
  Date deadline;
  Document document;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("remedy", self.remedy);
    visit("cause", self.cause);
    visit("way", self.way);
    visit("component", self.component);
    visit("quantity_t_co2eq", self.quantity_t_co2eq);
    visit("buffer_account", self.buffer_account);
    visit("debtor", self.debtor);
    visit("deadline", self.deadline);
    visit("document", self.document);
  }
};
struct RemedyOpened {
  static constexpr const char* kType = "remedy_opened";
  std::string remedy;
  RemedyCause cause = RemedyCause::over_crediting;
  Remedy way = Remedy::deduction;
  std::string component;
  TonnesCo2eq quantity_t_co2eq;
  std::string buffer_account;
  std::vector<ItmoRange> ranges;  // of the buffer, cancelled
  TonnesCo2eq outstanding_t_co2eq;
  std::string debtor;
  Date deadline;
  Document document;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("remedy", self.remedy);
    visit("cause", self.cause);
    visit("way", self.way);
    visit("component", self.component);
    visit("quantity_t_co2eq", self.quantity_t_co2eq);
    visit("buffer_account", self.buffer_account);
    visit("ranges", self.ranges);
    visit("outstanding_t_co2eq", self.outstanding_t_co2eq);
    visit("debtor", self.debtor);
    visit("deadline", self.deadline);
    visit("document", self.document);
  }
};

// Cancels units in place of those owed.
struct SettleRemedy {
  UnitSelection units;
  std::string remedy;
  static constexpr void fields(auto&& self, auto&& visit) {
    std::decay_t<decltype(self.units)>::fields(self.units, visit);
    visit("remedy", self.remedy);
  }
};
struct RemedySettled {
  static constexpr const char* kType = "remedy_settled";
  std::string remedy;
  std::string account;
  std::vector<ItmoRange> ranges;
  TonnesCo2eq outstanding_t_co2eq;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("remedy", self.remedy);
    visit("account", self.account);
    visit("ranges", self.ranges);
    visit("outstanding_t_co2eq", self.outstanding_t_co2eq);
  }
};

}  // namespace openitmo::ledger

namespace openitmo {
template <>
struct EnumNames<ledger::HoldCause> {
  static constexpr std::array<std::string_view, 2> names{"inconsistent", "disputed"};
};
template <>
struct EnumNames<ledger::HoldEnd> {
  static constexpr std::array<std::string_view, 2> names{"resolved", "overridden"};
};
template <>
struct EnumNames<ledger::RemedyCause> {
  static constexpr std::array<std::string_view, 2> names{"over_crediting", "reversal"};
};
template <>
struct EnumNames<ledger::Remedy> {
  static constexpr std::array<std::string_view, 2> names{"deduction", "replacement"};
};
}  // namespace openitmo
