#pragma once

#include "party/names.h"

// The ledger's controlled words. How each is spelled in an AEF is the profile's matter
// (reporting/aef_profile.h).
namespace openitmo::ledger {

// 4/CMA.6 annex II, Table 2.
enum class Purpose { ndc, oimp, imp, op, ndc_and_oimp, ndc_and_imp, ndc_and_op };
constexpr bool covers_ndc(Purpose p) {
  return p == Purpose::ndc || p == Purpose::ndc_and_oimp || p == Purpose::ndc_and_imp ||
         p == Purpose::ndc_and_op;
}
constexpr bool covers_oimp(Purpose p) { return p != Purpose::ndc; }

// What counts as first transfer of outcomes authorized for OIMP (2/CMA.3 annex para 2(b)).
enum class FirstTransferDefinition { authorization, issuance, use_or_cancellation };

// Five actions (AEF Table 3).
enum class ActionType { first_transfer, transfer, acquisition, use, cancellation };

// How a consistency check of a submission ends (4/CMA.6 para 29).
enum class CheckMark { consistent, inconsistent, not_available };

enum class ActionSubtype {
  none,
  first_international_transfer,
  authorization,
  issuance,
  use_or_cancellation,
  voluntary_cancellation_omge,
  mandatory_cancellation_omge,
  other_cancellation,
  voluntary_transfer_adaptation_fund,
  mandatory_transfer_adaptation_fund,
};

// Whether it brings units to another holder, as a first transfer or a later one.
constexpr bool brings_units(ActionSubtype s) {
  return s == ActionSubtype::first_international_transfer ||
         s == ActionSubtype::voluntary_transfer_adaptation_fund ||
         s == ActionSubtype::mandatory_transfer_adaptation_fund;
}

// What a unit is used for. Towards an NDC, or for an international mitigation or other purpose.
enum class UsePurpose { ndc, imp, op };
// The purpose of a cancellation that counts as use for OIMP: other purposes where the authorization
// names only those, international mitigation otherwise.
constexpr UsePurpose oimp_use(Purpose p) {
  return p == Purpose::op || p == Purpose::ndc_and_op ? UsePurpose::op : UsePurpose::imp;
}

// omge: overall mitigation in global emissions (2/CMA.3 annex para 39).
enum class CancellationKind { omge_voluntary, omge_mandatory, other };

// Why a registry's key was replaced. Only in a rotation does the old key still vouch for the next.
enum class KeyChangeReason { rotation, lost, stolen };

}  // namespace openitmo::ledger

namespace openitmo {
template <>
struct EnumNames<ledger::Purpose> {
  static constexpr std::array<std::string_view, 7> names{
      "ndc", "oimp", "imp", "op", "ndc_and_oimp", "ndc_and_imp", "ndc_and_op"};
};
template <>
struct EnumNames<ledger::FirstTransferDefinition> {
  static constexpr std::array<std::string_view, 3> names{"authorization", "issuance",
                                                         "use_or_cancellation"};
};
template <>
struct EnumNames<ledger::KeyChangeReason> {
  static constexpr std::array<std::string_view, 3> names{"rotation", "lost", "stolen"};
};
template <>
struct EnumNames<ledger::CheckMark> {
  static constexpr std::array<std::string_view, 3> names{"consistent", "inconsistent",
                                                         "not_available"};
};
template <>
struct EnumNames<ledger::ActionType> {
  static constexpr std::array<std::string_view, 5> names{"first_transfer", "transfer",
                                                         "acquisition", "use", "cancellation"};
};
template <>
struct EnumNames<ledger::ActionSubtype> {
  static constexpr std::array<std::string_view, 10> names{"none",
                                                          "first_international_transfer",
                                                          "authorization",
                                                          "issuance",
                                                          "use_or_cancellation",
                                                          "voluntary_cancellation_omge",
                                                          "mandatory_cancellation_omge",
                                                          "other_cancellation",
                                                          "voluntary_transfer_adaptation_fund",
                                                          "mandatory_transfer_adaptation_fund"};
};
template <>
struct EnumNames<ledger::UsePurpose> {
  static constexpr std::array<std::string_view, 3> names{"ndc", "imp", "op"};
};
template <>
struct EnumNames<ledger::CancellationKind> {
  static constexpr std::array<std::string_view, 3> names{"omge_voluntary", "omge_mandatory",
                                                         "other"};
};
}  // namespace openitmo
