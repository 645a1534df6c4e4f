#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "registry/programme.h"

// What changed since the last design document: two programmes, the design of one against that of
// the other. Measurements and acts are no design and are not compared.
namespace openitmo::registry {

enum class DesignSubject : std::uint8_t {
  component,         // joined or left
  methodology,       // name, version, options, GWP set, decay model
  baseline,          // climate zone, disposal site, suppressed demand
  crediting_period,  // first or last day
  capacity,
  parameter,         // a value of the programme's own
  parameter_source,  // its source, confidence or uncertainty alone
  monitoring,        // kinds of monitoring data
  expected,          // tonnes expected in a year
  site,              // plot and owner
  eligibility,       // checklist by which a component joins
  deduction,         // conservative deduction
  sdg_indicator,     // goal, unit, baseline, target
};
std::string_view name_of(DesignSubject subject);
std::optional<DesignSubject> find_design_subject(std::string_view word);
std::string design_subject_words();  // all of them, for messages

// One figure or word that is not the same. `before` or `after` is empty where there is none.
struct DesignChange {
  DesignSubject subject = DesignSubject::component;
  std::string component;  // empty: of the activity as a whole
  Text what;              // "parameter rho.diesel"
  Text before;
  Text after;
  bool needs_validation = false;
  Text rule;  // why, with its source
};

// In the order of the subjects for each component, those of `after` first, then what has left.
// `own` names the subjects that need a new validation in this programme; without it the rule is
// that of the CDM for changes after registration, as far as it was read (docs/verifying.md).
std::vector<DesignChange> design_changes(const Programme& before, const Programme& after,
                                         const std::optional<std::vector<std::string>>& own = {},
                                         const std::string& own_source = {});

// Of a programme against the design that it names itself; none where it names none.
std::vector<DesignChange> changes_since_last_design(const Programme& programme);

}  // namespace openitmo::registry
