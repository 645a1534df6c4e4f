#include "ledger/roles.h"

#include <algorithm>

namespace openitmo::ledger {

void Roles::record(const AssignRole& record) {
  auto& persons = by_party_[record.party][record.role];
  if (record.ends)
    persons.erase(record.person);
  else
    persons.insert(record.person);
}

void Roles::record(const RequireApproval& record) {
  acts_with_approval_[record.party] = {record.acts.begin(), record.acts.end()};
}

void Roles::record(const ApproveAct& record, const std::string& actor) {
  approvals_[{record.approved_id, record.approved_sha256}][record.party].insert(actor);
}

bool Roles::has(PartyId party, const std::string& person, Role role) const {
  const auto roles = by_party_.find(party);
  if (roles == by_party_.end()) return false;
  const auto persons = roles->second.find(role);
  return persons != roles->second.end() && persons->second.contains(person);
}

std::size_t Roles::count(PartyId party, Role role) const {
  const auto roles = by_party_.find(party);
  if (roles == by_party_.end()) return 0;
  const auto persons = roles->second.find(role);
  return persons == roles->second.end() ? 0 : persons->second.size();
}

bool Roles::needs_approval(PartyId party, std::string_view act) const {
  const auto acts = acts_with_approval_.find(party);
  return acts != acts_with_approval_.end() && acts->second.contains(act);
}

bool Roles::approved(PartyId party, const std::string& command_id, const std::string& sha256,
                     const std::string& actor) const {
  const auto known = approvals_.find({command_id, sha256});
  if (known == approvals_.end()) return false;
  const auto by = known->second.find(party);
  return by != known->second.end() &&
         std::ranges::any_of(by->second, [&](const std::string& who) { return who != actor; });
}

}  // namespace openitmo::ledger
