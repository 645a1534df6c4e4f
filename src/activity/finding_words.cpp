#include "activity/finding_words.h"

#include <fmt/format.h>

namespace openitmo::activity {

const Words& words_of(FindingKind kind) {
  static constexpr Words kKinds[] = {{"corrective action", "action corrective"},
                                     {"clarification", "clarification"},
                                     {"forward action", "action future"}};
  return kKinds[static_cast<std::size_t>(kind)];
}

const Words& words_of(FindingSubject subject) {
  static constexpr Words kSubjects[] = {
      {"applicability", "applicabilité"},
      {"baseline", "référence"},
      {"additionality", "additionnalité"},
      {"monitoring plan", "plan de suivi"},
      {"monitoring data", "données de suivi"},
      {"instruments", "instruments"},
      {"sampling", "échantillonnage"},
      {"calculation", "calcul"},
      {"sustainable development", "développement durable"},
      {"other", "autre"},
  };
  return kSubjects[static_cast<std::size_t>(subject)];
}

const Words& words_of(FindingState state) {
  static constexpr Words kStates[] = {
      {"open", "ouvert"}, {"answered", "répondu"}, {"closed", "clôturé"}};
  return kStates[static_cast<std::size_t>(state)];
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
  const Words& subject = words_of(raised.subject);
  if (details.empty()) return subject;
  return {{"{}: {}", "{} : {}"}, subject, details};
}

}  // namespace openitmo::activity
