#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "ledger/role_acts.h"

namespace openitmo::ledger {

// Who has which role for which Party now, and what was approved. State only.
class Roles {
 public:
  void record(const AssignRole& record);
  void record(const RequireApproval& record);
  void record(const ApproveAct& record, const std::string& actor);

  bool none() const { return by_party_.empty(); }
  bool keeps_roles(PartyId party) const { return by_party_.contains(party); }
  std::size_t count(PartyId party, Role role) const;
  bool has(PartyId party, const std::string& person, Role role) const;
  bool needs_approval(PartyId party, std::string_view act) const;
  // By another person than `actor`.
  bool approved(PartyId party, const std::string& command_id, const std::string& sha256,
                const std::string& actor) const;

  // The whole state, for a snapshot.
  static void members(auto& self, auto&& visit) {
    visit(self.by_party_);
    visit(self.acts_with_approval_);
    visit(self.approvals_);
  }

 private:
  std::map<PartyId, std::map<Role, std::set<std::string>>> by_party_;
  std::map<PartyId, std::set<std::string, std::less<>>> acts_with_approval_;
  std::map<std::pair<std::string, std::string>, std::map<PartyId, std::set<std::string>>>
      approvals_;  // command id and content hash, to who approved
};

}  // namespace openitmo::ledger
