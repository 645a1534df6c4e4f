#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/foreign_entry.h"
#include "ledger/itmo_identifier.h"
#include "ledger/vocabulary.h"
#include "party/document.h"
#include "quantity/date.h"

// Acts that undo what an earlier entry did. The earlier entry stays; these name it, and both can
// be read for ever.
namespace openitmo::ledger {

enum class CorrectionCause {
  recording_error,  // the act never happened, or happened otherwise
  declined,         // the receiving registry declined the units that the entry sent
};

enum class DeclineCause {
  not_taken,
  expired,  // the day that the sender set has passed
};

// The receiver does not take units sent to it; the sender's entry is named and proven. What was
// declined cannot be acquired later, so the sender may take the units back. `accept_by` as the
// sender's entry says.
struct DeclineUnits {
  static constexpr const char* kType = "units_declined";
  PartyId to_party;
  ForeignEntry sent;
  Document notice;
  DeclineCause cause = DeclineCause::not_taken;
  std::optional<Date> accept_by{};
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("to_party", self.to_party);
    visit("sent", self.sent);
    visit("notice", self.notice);
    visit("cause", self.cause);
    visit("accept_by", self.accept_by);
  }
};

// Takes back a first transfer, transfer, use or cancellation whose units no later act has touched.
// `account`: where transferred units lie again, an account of the transferring Party; empty for a
// use or cancellation, whose units are where they were. `declined`: the receiver's entry, for units
// in transit.
struct CorrectEntry {
  std::uint64_t corrected_entry = 0;
  CorrectionCause cause = CorrectionCause::recording_error;
  std::string account;
  ForeignEntry declined;
  Document document;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("corrected_entry", self.corrected_entry);
    visit("cause", self.cause);
    visit("account", self.account);
    visit("declined", self.declined);
    visit("document", self.document);
  }
};
struct EntryCorrected {
  static constexpr const char* kType = "entry_corrected";
  std::uint64_t corrected_entry = 0;
  CorrectionCause cause = CorrectionCause::recording_error;
  ActionType action = ActionType::first_transfer;  // of the corrected entry
  PartyId party;                                   // whose act it was
  std::vector<ItmoRange> ranges;
  std::string account;
  ForeignEntry declined;
  Document document;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("corrected_entry", self.corrected_entry);
    visit("cause", self.cause);
    visit("action", self.action);
    visit("party", self.party);
    visit("ranges", self.ranges);
    visit("account", self.account);
    visit("declined", self.declined);
    visit("document", self.document);
  }
};

// Takes unused units out of circulation after their first transfer, because the terms of the
// authorization said beforehand that its change may do so (4/CMA.6 paras 5(g), 7-9). Each registry
// that knows the units records it under its own authorization; where they were sent on,
// `withdrawn_there` proves the entry of the registry that held them.
struct WithdrawUnits {
  static constexpr const char* kType = "units_withdrawn";
  PartyId party;
  std::string authorization;
  std::vector<ItmoRange> ranges;
  ForeignEntry withdrawn_there;
  Document document;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("party", self.party);
    visit("authorization", self.authorization);
    visit("ranges", self.ranges);
    visit("withdrawn_there", self.withdrawn_there);
    visit("document", self.document);
  }
};

}  // namespace openitmo::ledger

namespace openitmo {
template <>
struct EnumNames<ledger::DeclineCause> {
  static constexpr std::array<std::string_view, 2> names{"not_taken", "expired"};
};
template <>
struct EnumNames<ledger::CorrectionCause> {
  static constexpr std::array<std::string_view, 2> names{"recording_error", "declined"};
};
}  // namespace openitmo
