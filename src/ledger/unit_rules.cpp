#include "ledger/unit_rules.h"

namespace openitmo::ledger {

Result<const Recorded<AuthorizeItmos>*> in_force(const Question& question,
                                                 const std::string& authorization) {
  const auto index = question.ledger.find_authorization(authorization);
  const auto* version =
      index ? question.ledger.authorizations()[*index].in_force(question.date()) : nullptr;
  if (version) return version;
  const std::string party =
      index ? question.ledger.authorizations()[*index].latest().party.to_string() : "";
  return std::unexpected(
      refuse(RefusalCode::not_authorized, {party, authorization, question.date().to_string()}));
}

const AuthorizeItmos& terms_on(const Question& question, std::uint32_t authorization) {
  const Authorization& known = question.ledger.authorizations()[authorization];
  const auto* version = known.in_force(question.date());
  return version ? version->record : known.versions.front().record;
}

Broken vintage_covered(const AuthorizeItmos& authorization, Vintage vintage) {
  if (vintage >= authorization.first_vintage && vintage <= authorization.last_vintage)
    return std::nullopt;
  return refuse(RefusalCode::vintage_not_authorized,
                {authorization.authorization, year_text(authorization.first_vintage),
                 year_text(authorization.last_vintage), year_text(vintage)});
}

Broken within_cap(const Question& question, std::uint32_t authorization,
                  const AuthorizeItmos& version, TonnesCo2eq quantity) {
  if (!version.quantity_t_co2eq) return std::nullopt;
  const TonnesCo2eq so_far =
      question.ledger.authorizations()[authorization].first_transferred_t_co2eq;
  const TonnesCo2eq cap = *version.quantity_t_co2eq;
  if (so_far + quantity <= cap) return std::nullopt;
  const TonnesCo2eq left = so_far < cap ? cap - so_far : TonnesCo2eq(0);
  return refuse(RefusalCode::authorized_quantity_exceeded,
                {tonnes_text(quantity), tonnes_text(so_far), tonnes_text(cap),
                 version.authorization, tonnes_text(left)});
}

Broken still_counts(const Question& question, const AuthorizeItmos& authorization, PartyId host,
                    Vintage vintage) {
  if (auto broken = period_open(question, host, vintage)) return broken;
  if (!covers_oimp(authorization.purpose)) return std::nullopt;
  return before_oimp_cut_off(question, host, vintage);
}

Broken first_transfer_allowed(const Question& question, const UnitChoice& choice) {
  const auto& authorization = question.ledger.authorizations()[choice.authorization];
  const auto* version = authorization.in_force(question.date());
  const AuthorizeItmos& latest = authorization.latest();
  if (!version)
    return refuse(RefusalCode::not_authorized,
                  {latest.party.to_string(), latest.authorization, question.date().to_string()});
  if (choice.first_transferred)
    return refuse(RefusalCode::already_first_transferred,
                  {choice.ranges.front().first_id.to_string()});
  for (const ItmoRange& range : choice.ranges) {
    if (auto broken = vintage_covered(version->record, range.series().vintage)) return broken;
    if (auto broken =
            still_counts(question, version->record, range.series().party, range.series().vintage))
      return broken;
  }
  return within_cap(question, choice.authorization, version->record, choice.quantity_t_co2eq);
}

}  // namespace openitmo::ledger
