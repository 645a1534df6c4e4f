#include "reporting/row_meaning.h"

namespace openitmo::reporting {

using ledger::ActionType;

bool is_first_transfer_by_event(const ActionRow& row) {
  if (row.type != ActionType::first_transfer) return false;
  switch (row.subtype) {
    case RowSubtype::authorization:
    case RowSubtype::issuance:
    case RowSubtype::use_or_cancellation:
    case RowSubtype::mandatory_cancellation_omge:
    case RowSubtype::voluntary_cancellation_omge:
    case RowSubtype::other_cancellation:
      return true;
    case RowSubtype::none:
    case RowSubtype::first_international_transfer:
    case RowSubtype::mandatory_transfer_adaptation_fund:
    case RowSubtype::voluntary_transfer_adaptation_fund:
    case RowSubtype::not_yet_defined:
      return false;
  }
  return false;
}

bool is_first_international_transfer(const ActionRow& row) {
  return row.type == ActionType::first_transfer && !is_first_transfer_by_event(row);
}

bool hands_over(const ActionRow& row) {
  return row.type == ActionType::transfer || is_first_international_transfer(row);
}

bool ends_life(const ActionRow& row) {
  if (row.type == ActionType::use || row.type == ActionType::cancellation) return true;
  return is_first_transfer_by_event(row) && row.subtype != RowSubtype::authorization &&
         row.subtype != RowSubtype::issuance;
}

bool is_ndc_use(const ActionRow& row) {
  return row.type == ActionType::use && (row.use_year || row.purpose == "NDC");
}

const AuthorizationRow* authorization_in_force(std::span<const AuthorizationRow* const> versions,
                                               Date date) {
  const AuthorizationRow* found = nullptr;
  const AuthorizationRow* earliest = nullptr;
  for (const AuthorizationRow* row : versions) {
    if (!earliest || row->date < earliest->date) earliest = row;
    if (row->date > date) continue;
    if (!found || row->version > found->version) found = row;
  }
  return found ? found : earliest;
}

TonnesCo2eq added(TonnesCo2eq total, std::optional<TonnesCo2eq> quantity) {
  const std::uint64_t more = quantity ? quantity->value() : 0;
  std::uint64_t sum = 0;
  if (__builtin_add_overflow(total.value(), more, &sum)) sum = UINT64_MAX;
  return TonnesCo2eq(sum);
}

std::string type_and_subtype(const ActionRow& row) {
  std::string text(spelled(row.type));
  if (row.subtype != RowSubtype::none)
    text += " (" + std::string(spelled(row.subtype, AefProfile::xlsx_checker)) + ")";
  return text;
}

}  // namespace openitmo::reporting
