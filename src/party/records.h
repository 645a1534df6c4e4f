#pragma once

#include <string>
#include <vector>

#include "party/codes.h"
#include "party/document.h"
#include "party/ndc.h"

namespace openitmo {

// The first entry of every journal: which registry this is and which Parties it serves
// (6/CMA.4 annex I para 3).
struct OpenRegistry {
  static constexpr const char* kType = "registry_opened";
  RegistryId registry;
  std::vector<PartyId> parties;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("registry", self.registry);
    visit("parties", self.parties);
  }
};

struct RecordParty {
  static constexpr const char* kType = "party_recorded";
  PartyId party;
  std::string name;
  bool ldc_or_sids = false;  // shown beside checks; never waives an adjustment
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("party", self.party);
    visit("name", self.name);
    visit("ldc_or_sids", self.ldc_or_sids);
  }
};

// The participation responsibilities of 2/CMA.3 annex para 4(a)-(f), in that order.
enum class Requirement {
  paris_agreement_party,       // 4(a)
  ndc_communicated,            // 4(b)
  authorization_arrangements,  // 4(c)
  tracking_arrangements,       // 4(d)
  inventory_report,            // 4(e)
  contribution_statement,      // 4(f)
};
template <>
struct EnumNames<Requirement> {
  static constexpr std::array<std::string_view, 6> names{
      "paris_agreement_party", "ndc_communicated", "authorization_arrangements",
      "tracking_arrangements", "inventory_report", "contribution_statement"};
};

// Whether a Party meets one responsibility from the entry's effective date on, with its evidence.
struct RecordParticipation {
  static constexpr const char* kType = "participation_recorded";
  PartyId party;
  Requirement requirement = Requirement::paris_agreement_party;
  bool met = true;
  Document evidence;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("party", self.party);
    visit("requirement", self.requirement);
    visit("met", self.met);
    visit("evidence", self.evidence);
  }
};

// The order of things in a cooperative approach: units get identifiers when the transfer of
// verified outcomes is recognised (the Swiss agreements), or on verification, to be transferred
// later.
enum class Workflow { recognition, issue_first };
template <>
struct EnumNames<Workflow> {
  static constexpr std::array<std::string_view, 2> names{"recognition", "issue_first"};
};

struct RecordCooperativeApproach {
  static constexpr const char* kType = "cooperative_approach_recorded";
  CooperativeApproachId approach;
  std::vector<PartyId> parties;
  Workflow workflow = Workflow::recognition;
  bool separate_verifier = true;  // the last validator of an activity may not verify its reports
  bool demonstration = false;     // fictitious acts: every output made from them says so
  Document agreement;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("approach", self.approach);
    visit("parties", self.parties);
    visit("workflow", self.workflow);
    visit("separate_verifier", self.separate_verifier);
    visit("demonstration", self.demonstration);
    visit("agreement", self.agreement);
  }
};

// 2/CMA.3 annex paras 18-19: no later than authorization, or recorded as coming with the next
// biennial transparency report.
struct SubmitInitialReport {
  static constexpr const char* kType = "initial_report_submitted";
  PartyId party;
  CooperativeApproachId approach;
  bool with_next_btr = false;
  Document report;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("party", self.party);
    visit("approach", self.approach);
    visit("with_next_btr", self.with_next_btr);
    visit("report", self.report);
  }
};

// Where the Article 6 technical expert review of an initial report stands (4/CMA.6 para 37, (a) to
// (g)). Read from the CARP, never the Party's own word.
enum class ReviewStatus {
  pending,
  no_inconsistencies,
  inconsistencies,
  significant_inconsistencies,
  persistent_inconsistencies,
  significant_and_persistent_inconsistencies,
  both_significant_and_persistent,
};
struct RecordReviewStatus {
  static constexpr const char* kType = "review_status_recorded";
  PartyId party;
  CooperativeApproachId approach;
  ReviewStatus status = ReviewStatus::pending;
  Document report;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("party", self.party);
    visit("approach", self.approach);
    visit("status", self.status);
    visit("report", self.report);
  }
};

enum class EntityKind { public_entity, private_entity };
template <>
struct EnumNames<ReviewStatus> {
  static constexpr std::array<std::string_view, 7> names{
      "pending",
      "no_inconsistencies",
      "inconsistencies",
      "significant_inconsistencies",
      "persistent_inconsistencies",
      "significant_and_persistent_inconsistencies",
      "both_significant_and_persistent"};
};
template <>
struct EnumNames<EntityKind> {
  static constexpr std::array<std::string_view, 2> names{"public_entity", "private_entity"};
};

// A legal person that a Party may authorize. Natural persons never stand in the journal.
struct RecordEntity {
  static constexpr const char* kType = "entity_recorded";
  std::string entity;
  EntityKind kind = EntityKind::private_entity;
  std::string name;
  PartyId country;
  std::string identification_number;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("entity", self.entity);
    visit("kind", self.kind);
    visit("name", self.name);
    visit("country", self.country);
    visit("identification_number", self.identification_number);
  }
};

// A Party authorizes an entity to take part in a cooperative approach (AEF Table 5).
struct AuthorizeEntity {
  static constexpr const char* kType = "entity_authorized";
  PartyId party;
  std::string entity;
  CooperativeApproachId approach;
  Document conditions;  // empty reference: none
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("party", self.party);
    visit("entity", self.entity);
    visit("approach", self.approach);
    visit("conditions", self.conditions);
  }
};

}  // namespace openitmo
