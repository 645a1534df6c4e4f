#pragma once

#include <optional>
#include <string>

#include "party/codes.h"
#include "party/document.h"
#include "party/names.h"
#include "quantity/date.h"

// What a validator or verifier finds, from the day it is raised to the day it is closed, and the
// key with which it signs its opinions (rulebook R-177).
namespace openitmo {

// The three kinds of a validation or verification. A forward action is no fault of the report in
// which it is raised: the next report must show that it was done.
enum class FindingKind { corrective_action, clarification, forward_action };
template <>
struct EnumNames<FindingKind> {
  static constexpr std::array<std::string_view, 3> names{"corrective_action", "clarification",
                                                         "forward_action"};
};

// What a finding is about. A word, for entries hold no free text; the document says the rest.
enum class FindingSubject {
  applicability,
  baseline,
  additionality,
  monitoring_plan,
  monitoring_data,
  instruments,  // meters, scales and their calibration
  sampling,
  calculation,
  sustainable_development,
  other,
};
template <>
struct EnumNames<FindingSubject> {
  static constexpr std::array<std::string_view, 10> names{
      "applicability", "baseline", "additionality", "monitoring_plan",         "monitoring_data",
      "instruments",   "sampling", "calculation",   "sustainable_development", "other"};
};

// A finding against a monitoring report or, with `report` empty, against the validation of the
// activity. Component, vintage and figure say what it is about where it is about less than all.
struct RaiseFinding {
  static constexpr const char* kType = "finding_raised";
  std::string finding;  // a code of its own in this journal, such as MR-1-CAR-1
  std::string activity;
  std::string report;
  FindingKind kind = FindingKind::corrective_action;
  std::string raised_by;  // entity
  FindingSubject subject = FindingSubject::other;
  std::string component;
  std::optional<Vintage> vintage;
  std::string figure;  // symbol of the methodology, such as BE_y
  Document document;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("finding", self.finding);
    visit("activity", self.activity);
    visit("report", self.report);
    visit("kind", self.kind);
    visit("raised_by", self.raised_by);
    visit("subject", self.subject);
    visit("component", self.component);
    visit("vintage", self.vintage);
    visit("figure", self.figure);
    visit("document", self.document);
  }
};

// The participant's answer: what was corrected, explained or done.
struct AnswerFinding {
  static constexpr const char* kType = "finding_answered";
  std::string finding;
  std::string answered_by;  // entity
  Document answer;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("finding", self.finding);
    visit("answered_by", self.answered_by);
    visit("answer", self.answer);
  }
};

// The answer is not accepted; the finding is open again.
struct ReturnFinding {
  static constexpr const char* kType = "finding_returned";
  std::string finding;
  std::string returned_by;  // entity
  Document reason;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("finding", self.finding);
    visit("returned_by", self.returned_by);
    visit("reason", self.reason);
  }
};

// The answer is accepted. A forward action is closed in a later report, by the body that raised it
// or by the verifier of that report.
struct CloseFinding {
  static constexpr const char* kType = "finding_closed";
  std::string finding;
  std::string closed_by;  // entity
  std::string report;     // of a forward action: in whose verification; else empty
  Document reason;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("finding", self.finding);
    visit("closed_by", self.closed_by);
    visit("report", self.report);
    visit("reason", self.reason);
  }
};

// The key with which an entity signs its opinions from the entry's effective date on; the next one
// replaces it. From then on its conclusions need an opinion signed with it.
struct RecordOpinionKey {
  static constexpr const char* kType = "opinion_key_recorded";
  std::string entity;
  std::string verifier_key;  // as text, docs/formats/checkpoint.md
  Document document;         // by which the entity makes it known
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("entity", self.entity);
    visit("verifier_key", self.verifier_key);
    visit("document", self.document);
  }
};

}  // namespace openitmo
