#include "registry/design_changes.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>
#include <set>

#include "mrv/uncertainty/uncertainty_rows.h"

namespace openitmo::registry {

namespace {

struct SubjectRule {
  DesignSubject subject;
  std::string_view word;
  bool needs_validation;
  Words why;
};

// Who looks at a change by the rules of the CDM: a validator before it counts, or the verifier with
// the next report.
constexpr std::array<SubjectRule, 13> kRules{{
    {DesignSubject::component,
     "component",
     true,
     {"sites are part of what was validated", "les sites font partie de ce qui fut validé"}},
    {DesignSubject::methodology,
     "methodology",
     true,
     {"the applicability of a methodology is validated",
      "l'applicabilité d'une méthodologie est validée"}},
    {DesignSubject::baseline,
     "baseline",
     true,
     {"the baseline is validated", "le scénario de référence est validé"}},
    {DesignSubject::crediting_period,
     "crediting_period",
     true,
     {"the crediting period is validated", "la période de comptabilisation est validée"}},
    {DesignSubject::capacity,
     "capacity",
     true,
     {"scale and additionality hang on the capacity",
      "l'échelle et l'additionnalité dépendent de la capacité"}},
    {DesignSubject::parameter,
     "parameter",
     true,
     {"a value fixed beforehand was validated", "une valeur fixée d'avance fut validée"}},
    {DesignSubject::parameter_source,
     "parameter_source",
     false,
     {"the value stands; the verifier confirms its source",
      "la valeur reste ; le vérificateur en confirme la source"}},
    {DesignSubject::monitoring,
     "monitoring",
     true,
     {"the monitoring plan is validated", "le plan de suivi est validé"}},
    {DesignSubject::expected,
     "expected",
     false,
     {"an expectation issues nothing; the monitoring report explains the difference",
      "une attente ne délivre rien ; le rapport de suivi explique l'écart"}},
    {DesignSubject::site,
     "site",
     true,
     {"plot and owner are part of what was validated",
      "terrain et propriétaire font partie de ce qui fut validé"}},
    {DesignSubject::eligibility,
     "eligibility",
     false,
     {"the verifier confirms the evidence", "le vérificateur confirme la pièce justificative"}},
    {DesignSubject::deduction,
     "deduction",
     true,
     {"how much is claimed was validated", "la part revendiquée fut validée"}},
    {DesignSubject::sdg_indicator,
     "sdg_indicator",
     false,
     {"the verifier confirms indicators and targets",
      "le vérificateur confirme indicateurs et cibles"}},
}};

static_assert(static_cast<std::size_t>(DesignSubject::sdg_indicator) + 1 == kRules.size());
static_assert(std::ranges::all_of(kRules, [](const SubjectRule& rule) {
  return &rule == &kRules[static_cast<std::size_t>(rule.subject)];
}));

constexpr Words kCdmSource{
    "CDM project standard, changes after registration; confidence medium",
    "norme de projet du MDP, changements après enregistrement ; confiance moyenne"};

const SubjectRule& rule_of(DesignSubject subject) {
  return kRules[static_cast<std::size_t>(subject)];
}

using Values = std::map<std::string, Text>;

const ProgrammeComponent* find(const Programme& programme, const std::string& id) {
  const auto found = std::ranges::find(programme.components, id, &ProgrammeComponent::id);
  return found == programme.components.end() ? nullptr : &*found;
}

const IncludeComponent* inclusion_of(const Programme& programme, const std::string& id) {
  for (const ledger::Command& record : programme.records)
    if (const auto* inclusion = std::get_if<IncludeComponent>(&record))
      if (inclusion->component == id) return inclusion;
  return nullptr;
}

std::string text_of(const mrv::MethodologyVersion& methodology) {
  return fmt::format("{} {}", methodology.name, methodology.version);
}

Values own_values(const ProgrammeComponent& component) {
  Values values;
  for (const mrv::ParameterOverride& own : component.plan.overrides)
    values[own.symbol] = Text::name(own.value);
  return values;
}

// As programme files write it.
char letter_of(mrv::Confidence confidence) {
  return confidence == mrv::Confidence::high     ? 'H'
         : confidence == mrv::Confidence::medium ? 'M'
                                                 : 'L';
}

Values own_sources(const ProgrammeComponent& component) {
  Values sources;
  for (const mrv::ParameterOverride& own : component.plan.overrides)
    sources[own.symbol] =
        Text::name(fmt::format("{} ({}){}", own.source, letter_of(own.confidence),
                               own.uncertainty ? "; " + *own.uncertainty : std::string()));
  return sources;
}

Values expected_of(const ProgrammeComponent& component) {
  Values values;
  for (const auto& [year, tonnes] : component.expected_t_co2eq)
    values[std::to_string(year.value())] = Text::name(std::to_string(tonnes.value()));
  return values;
}

Values options_of(const ProgrammeComponent& component) {
  Values values;
  for (const auto& [key, word] : component.plan.options) values[key] = Text::name(word);
  return values;
}

Values monitored_in(const ProgrammeComponent& component) {
  Values values;
  for (const std::string& kind : component.monitored) values[kind] = Text::name(kind);
  return values;
}

Values eligibility_in(const IncludeComponent* inclusion) {
  Values values;
  if (inclusion == nullptr) return values;
  for (const EligibilityLine& line : inclusion->eligibility)
    values[line.criterion] =
        Text::name(fmt::format("{} {:.12}", line.met ? "✓" : "✗", line.evidence.sha256));
  return values;
}

// Units as `naming` calls them: two programmes that call one unit differently are no change.
Values indicators_of(const Programme& programme, const Programme& naming) {
  Values values;
  for (const ledger::Command& record : programme.records)
    if (const auto* sdg = std::get_if<RecordSdgIndicator>(&record)) {
      const auto named = naming.names.find(sdg->unit);
      values[sdg->indicator] = {{"SDG {}, {}: {} → {}", "ODD {}, {} : {} → {}"},
                                sdg->goal,
                                named == naming.names.end() ? Text::name(sdg->unit) : named->second,
                                sdg->baseline,
                                sdg->target};
    }
  return values;
}

Text deduction_of(const Programme& programme) {
  if (programme.components.empty() || !programme.components.front().plan.deduction) return {};
  return policy_sentence(*programme.components.front().plan.deduction);
}

class Comparison {
 public:
  Comparison(const Programme& before, const Programme& after,
             const std::optional<std::vector<std::string>>& own, const std::string& own_source)
      : before_(before), after_(after), own_(own), own_source_(own_source) {}

  std::vector<DesignChange> list() {
    for (const ProgrammeComponent& now : after_.components) {
      component_ = now.id;
      if (const ProgrammeComponent* was = find(before_, now.id))
        compare(*was, now);
      else
        one(DesignSubject::component, Words("component", "composant"), "",
            text_of(now.plan.methodology));
    }
    for (const ProgrammeComponent& was : before_.components) {
      if (find(after_, was.id) != nullptr) continue;
      component_ = was.id;
      one(DesignSubject::component, Words("component", "composant"), text_of(was.plan.methodology),
          "");
    }
    component_.clear();
    one(DesignSubject::deduction, Words("conservative deduction", "déduction prudente"),
        deduction_of(before_), deduction_of(after_));
    each(DesignSubject::sdg_indicator, {"SDG indicator {}", "indicateur ODD {}"},
         indicators_of(before_, after_), indicators_of(after_, after_));
    return std::move(changes_);
  }

 private:
  void compare(const ProgrammeComponent& was, const ProgrammeComponent& now) {
    compare_method(was.plan, now.plan);
    each(DesignSubject::methodology, {"option {}", "option {}"}, options_of(was), options_of(now));
    one(DesignSubject::capacity, Words("capacity", "capacité"), was.capacity, now.capacity);
    const Values values = own_values(was), values_now = own_values(now);
    each(DesignSubject::parameter, {"parameter {}", "paramètre {}"}, values, values_now);
    sources(values, values_now, own_sources(was), own_sources(now));
    each(DesignSubject::monitoring, {"monitoring data {}", "données de suivi {}"},
         monitored_in(was), monitored_in(now));
    each(DesignSubject::expected, {"t CO2 eq expected in {}", "t éq. CO2 attendues en {}"},
         expected_of(was), expected_of(now));
    compare_inclusion(inclusion_of(before_, was.id), inclusion_of(after_, now.id));
  }

  void compare_method(const mrv::ComponentPlan& was, const mrv::ComponentPlan& now) {
    using enum DesignSubject;
    const auto word = [](const auto& value) { return std::string(name_of(value)); };
    one(methodology, Words("methodology", "méthodologie"), text_of(was.methodology),
        text_of(now.methodology));
    one(methodology, Words("decay model", "modèle de décomposition"), word(was.model),
        word(now.model));
    one(methodology, Words("GWP set", "jeu de PRG"), std::string(was.gwp.name),
        std::string(now.gwp.name));
    one(baseline, Words("climate zone", "zone climatique"), word(was.climate), word(now.climate));
    one(baseline, Words("disposal site", "décharge"), word(was.disposal_site),
        word(now.disposal_site));
    one(baseline, Words("name of the disposal site", "nom de la décharge"), was.site_name,
        now.site_name);
    one(baseline, Words("suppressed demand", "demande réprimée"), was.suppressed_demand,
        now.suppressed_demand);
    one(crediting_period,
        Words("first day of the crediting period",
              "premier jour de la période de comptabilisation"),
        was.crediting_period.first.to_string(), now.crediting_period.first.to_string());
    one(crediting_period,
        Words("last day of the crediting period", "dernier jour de la période de comptabilisation"),
        was.crediting_period.last.to_string(), now.crediting_period.last.to_string());
  }

  // Of values that stand; the source of one that changed goes with its value.
  void sources(const Values& values, const Values& values_now, const Values& was,
               const Values& now) {
    for (const auto& [symbol, source] : was) {
      const auto same = values_now.find(symbol);
      if (same == values_now.end() || same->second != values.at(symbol)) continue;
      one(DesignSubject::parameter_source,
          Text({"source of parameter {}", "source du paramètre {}"}, symbol), source,
          now.at(symbol));
    }
  }

  void compare_inclusion(const IncludeComponent* was, const IncludeComponent* now) {
    const auto of = [](const IncludeComponent* inclusion, std::string IncludeComponent::* field) {
      return inclusion == nullptr ? std::string() : inclusion->*field;
    };
    one(DesignSubject::site, Words("site", "site"), of(was, &IncludeComponent::site),
        of(now, &IncludeComponent::site));
    one(DesignSubject::site, Words("owner", "propriétaire"), of(was, &IncludeComponent::owner),
        of(now, &IncludeComponent::owner));
    // Documents of a checklist that the design did not have yet are no change of it.
    if (was == nullptr || was->eligibility.empty()) return;
    each(DesignSubject::eligibility, {"eligibility: {}", "éligibilité : {}"}, eligibility_in(was),
         eligibility_in(now));
  }

  void each(DesignSubject subject, WordsFor<1> what, const Values& was, const Values& now) {
    std::set<std::string> keys;
    for (const Values* values : {&was, &now})
      for (const auto& [key, value] : *values) keys.insert(key);
    const auto value_in = [](const Values& values, const std::string& key) {
      const auto found = values.find(key);
      return found == values.end() ? Text() : found->second;
    };
    for (const std::string& key : keys)
      one(subject, Text(what, key), value_in(was, key), value_in(now, key));
  }

  void one(DesignSubject subject, Text what, const std::string& before, const std::string& after) {
    one(subject, std::move(what), Text::name(before), Text::name(after));
  }
  void one(DesignSubject subject, Text what, Text before, Text after) {
    if (before == after) return;
    DesignChange change{.subject = subject,
                        .component = component_,
                        .what = std::move(what),
                        .before = std::move(before),
                        .after = std::move(after),
                        .needs_validation = rule_of(subject).needs_validation,
                        .rule = {{"{} ({})", "{} ({})"}, rule_of(subject).why, kCdmSource}};
    if (own_) {
      change.needs_validation = std::ranges::find(*own_, rule_of(subject).word) != own_->end();
      change.rule = {{"rule of the programme ({})", "règle du programme ({})"}, own_source_};
    }
    changes_.push_back(std::move(change));
  }

  const Programme& before_;
  const Programme& after_;
  const std::optional<std::vector<std::string>>& own_;
  const std::string& own_source_;
  std::string component_;
  std::vector<DesignChange> changes_;
};

}  // namespace

std::string_view name_of(DesignSubject subject) { return rule_of(subject).word; }

std::optional<DesignSubject> find_design_subject(std::string_view word) {
  const auto found = std::ranges::find(kRules, word, &SubjectRule::word);
  if (found == kRules.end()) return std::nullopt;
  return found->subject;
}

std::string design_subject_words() {
  std::string words;
  for (const SubjectRule& rule : kRules)
    words += fmt::format("{}{}", words.empty() ? "" : ", ", rule.word);
  return words;
}

std::vector<DesignChange> design_changes(const Programme& before, const Programme& after,
                                         const std::optional<std::vector<std::string>>& own,
                                         const std::string& own_source) {
  return Comparison(before, after, own, own_source).list();
}

std::vector<DesignChange> changes_since_last_design(const Programme& programme) {
  if (!programme.last_design) return {};
  const LastDesign& last = *programme.last_design;
  return design_changes(*last.programme, programme, last.needs_validation, last.source);
}

}  // namespace openitmo::registry
