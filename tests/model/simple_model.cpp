#include "simple_model.h"

#include <algorithm>
#include <tuple>

namespace openitmo::model {

namespace {
constexpr int kAny = -1, kFresh = 0, kTransferred = 1;
}

SimpleModel::Serials SimpleModel::of_kind(const std::string& account, int vintage,
                                          std::uint64_t quantity, int kind) const {
  // The ledger orders an account by series, and series by host; then by serial.
  std::vector<std::tuple<std::string, std::uint64_t>> found;
  for (const auto& [serial, unit] : units_)
    if (unit.where == Where::account && unit.account == account && unit.vintage == vintage &&
        (kind == kAny || unit.first_transferred == (kind == kTransferred)))
      found.emplace_back(unit.host, serial);
  std::sort(found.begin(), found.end());
  Serials chosen;
  for (const auto& [host, serial] : found) {
    if (chosen.size() == quantity) break;
    const Unit& unit = units_.at(serial);
    if (!chosen.empty()) {
      const Unit& first = units_.at(chosen.front());
      if (unit.host != first.host || unit.first_transferred != first.first_transferred) continue;
    }
    chosen.push_back(serial);
  }
  return chosen.size() == quantity ? chosen : Serials();
}

SimpleModel::Serials SimpleModel::choose(const std::string& account, int vintage,
                                         std::uint64_t quantity, int wanted_kind) const {
  if (quantity == 0) return {};
  const Serials wanted = of_kind(account, vintage, quantity, wanted_kind);
  return wanted.empty() ? of_kind(account, vintage, quantity, kAny) : wanted;
}

bool SimpleModel::within_cap(const Serials& chosen) const {
  const std::string& host = units_.at(chosen.front()).host;
  const auto so_far = first_transferred_.find(host);
  return (so_far == first_transferred_.end() ? 0 : so_far->second) + chosen.size() <= cap_.at(host);
}

void SimpleModel::mark_first_transferred(const Serials& chosen) {
  for (const auto serial : chosen) {
    Unit& unit = units_.at(serial);
    unit.first_transferred = true;
    ++first_transferred_[unit.host];
    ++adjustments_[unit.host][unit.vintage];
  }
}

bool SimpleModel::issue(const std::string& account, int vintage, std::uint64_t quantity) {
  for (std::uint64_t i = 0; i < quantity; ++i)
    units_[next_serial_++] = {vintage, party_of_.at(account), account, Where::account, false};
  return true;
}

bool SimpleModel::first_transfer(const std::string& from, int vintage, std::uint64_t quantity,
                                 const std::string& to) {
  const Serials chosen = choose(from, vintage, quantity, kFresh);
  if (chosen.empty() || party_of_.at(from) == party_of_.at(to)) return false;
  if (units_.at(chosen.front()).first_transferred || !within_cap(chosen)) return false;
  mark_first_transferred(chosen);
  for (const auto serial : chosen) units_.at(serial).account = to;
  return true;
}

bool SimpleModel::transfer(const std::string& from, int vintage, std::uint64_t quantity,
                           const std::string& to) {
  const Serials chosen = choose(from, vintage, quantity, kTransferred);
  if (chosen.empty() || party_of_.at(from) == party_of_.at(to)) return false;
  if (!units_.at(chosen.front()).first_transferred) return false;
  for (const auto serial : chosen) units_.at(serial).account = to;
  return true;
}

bool SimpleModel::move(const std::string& from, int vintage, std::uint64_t quantity,
                       const std::string& to) {
  const Serials chosen = choose(from, vintage, quantity, kAny);
  if (chosen.empty() || party_of_.at(from) != party_of_.at(to)) return false;
  for (const auto serial : chosen) units_.at(serial).account = to;
  return true;
}

bool SimpleModel::use(const std::string& party, const std::string& account, int vintage,
                      std::uint64_t quantity, int year) {
  const Serials chosen = choose(account, vintage, quantity, kTransferred);
  if (chosen.empty() || party_of_.at(account) != party) return false;
  if (year < 2021 || year > 2030 || year < vintage) return false;
  if (!units_.at(chosen.front()).first_transferred) return false;
  for (const auto serial : chosen) units_.at(serial).where = Where::used;
  adjustments_[party][year] -= static_cast<std::int64_t>(chosen.size());
  return true;
}

bool SimpleModel::cancel(const std::string& account, int vintage, std::uint64_t quantity,
                         bool omge) {
  const Serials chosen = choose(account, vintage, quantity, kAny);
  if (chosen.empty()) return false;
  if (!units_.at(chosen.front()).first_transferred) {
    if (!omge || !within_cap(chosen)) return false;
    mark_first_transferred(chosen);
  }
  for (const auto serial : chosen) units_.at(serial).where = Where::cancelled;
  return true;
}

std::uint64_t SimpleModel::held(const std::string& account) const {
  return static_cast<std::uint64_t>(
      std::count_if(units_.begin(), units_.end(), [&](const auto& entry) {
        return entry.second.where == Where::account && entry.second.account == account;
      }));
}

std::int64_t SimpleModel::adjustment(const std::string& party, int year) const {
  const auto of_party = adjustments_.find(party);
  if (of_party == adjustments_.end()) return 0;
  const auto of_year = of_party->second.find(year);
  return of_year == of_party->second.end() ? 0 : of_year->second;
}

}  // namespace openitmo::model
