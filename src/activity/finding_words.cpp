#include "activity/finding_words.h"

#include <fmt/format.h>

namespace openitmo::activity {

Words words_of(FindingKind kind) {
  switch (kind) {
    case FindingKind::corrective_action:
      return {"corrective action", "action corrective"};
    case FindingKind::clarification:
      return {"clarification", "clarification"};
    case FindingKind::forward_action:
      return {"forward action", "action future"};
  }
  return {"forward action", "action future"};
}

Words words_of(FindingSubject subject) {
  switch (subject) {
    case FindingSubject::applicability:
      return {"applicability", "applicabilité"};
    case FindingSubject::baseline:
      return {"baseline", "référence"};
    case FindingSubject::additionality:
      return {"additionality", "additionnalité"};
    case FindingSubject::monitoring_plan:
      return {"monitoring plan", "plan de suivi"};
    case FindingSubject::monitoring_data:
      return {"monitoring data", "données de suivi"};
    case FindingSubject::instruments:
      return {"instruments", "instruments"};
    case FindingSubject::sampling:
      return {"sampling", "échantillonnage"};
    case FindingSubject::calculation:
      return {"calculation", "calcul"};
    case FindingSubject::sustainable_development:
      return {"sustainable development", "développement durable"};
    case FindingSubject::other:
      return {"other", "autre"};
  }
  return {"other", "autre"};
}

Words words_of(FindingState state) {
  switch (state) {
    case FindingState::open:
      return {"open", "ouvert"};
    case FindingState::answered:
      return {"answered", "répondu"};
    case FindingState::closed:
      return {"closed", "clôturé"};
  }
  return {"closed", "clôturé"};
}

Text raised_against(const RaiseFinding& raised) {
  if (raised.report.empty())
    return {{"the validation of {}", "la validation de {}"}, raised.activity};
  return {{"report {}", "le rapport {}"}, raised.report};
}

Text about(const RaiseFinding& raised) {
  std::string details;
  const auto add = [&](const std::string& detail) {
    if (detail.empty()) return;
    if (!details.empty()) details += ", ";
    details += detail;
  };
  add(raised.component);
  if (raised.vintage) add(fmt::format("{}", raised.vintage->value()));
  add(raised.figure);
  const Words subject = words_of(raised.subject);
  if (details.empty()) return subject;
  return {{"{}: {}", "{} : {}"}, subject, details};
}

}  // namespace openitmo::activity
