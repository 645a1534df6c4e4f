#pragma once

#include <string>
#include <vector>

#include "party/codes.h"
#include "party/document.h"
#include "party/names.h"

// Who may do what for a Party, and which acts need a second person (rulebook ). Persons
// are random ids. A Party without any recorded role asks for none.
namespace openitmo::ledger {

enum class Role {
  authority,  // binds the Party: authorizes, examines, suspends, appoints
  registrar,  // keeps its accounts: issues, transfers, uses, cancels, corrects, submits
};

struct AssignRole {
  static constexpr const char* kType = "role_assigned";
  PartyId party;
  std::string person;
  Role role = Role::registrar;
  bool ends = false;  // true: the person has the role no longer
  Document appointment;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("party", self.party);
    visit("person", self.person);
    visit("role", self.role);
    visit("ends", self.ends);
    visit("appointment", self.appointment);
  }
};

// From now on these acts of the Party, by their words, are recorded only after another person than
// their actor has approved them. A later act replaces the list.
struct RequireApproval {
  static constexpr const char* kType = "approval_required";
  PartyId party;
  std::vector<std::string> acts;
  Document rule;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("party", self.party);
    visit("acts", self.acts);
    visit("rule", self.rule);
  }
};

// One person's approval of a proposed act: its command id and the hash of its content, as they will
// stand in its entry.
struct ApproveAct {
  static constexpr const char* kType = "act_approved";
  PartyId party;
  std::string approved_id;
  std::string approved_sha256;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("party", self.party);
    visit("approved_id", self.approved_id);
    visit("approved_sha256", self.approved_sha256);
  }
};

}  // namespace openitmo::ledger

namespace openitmo {
template <>
struct EnumNames<ledger::Role> {
  static constexpr std::array<std::string_view, 2> names{"authority", "registrar"};
};
}  // namespace openitmo
