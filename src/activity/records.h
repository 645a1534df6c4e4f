#pragma once

#include <string>
#include <vector>

#include "party/codes.h"
#include "party/document.h"
#include "quantity/date.h"
#include "quantity/tonnes.h"

namespace openitmo {

// What an ITMO may come from (2/CMA.3 annex para 1(b)). "Emission avoidance" is undecided and not
// offered (4/CMA.6 para 58).
enum class MitigationType { emission_reductions, removals };
template <>
struct EnumNames<MitigationType> {
  static constexpr std::array<std::string_view, 2> names{"emission_reductions", "removals"};
};

// What a negative result is made good by: later vintages of the whole activity (the default: no
// more is ever issued than the activity reduced in all), or of the same component alone.
enum class DeficitScope { activity, component };
template <>
struct EnumNames<DeficitScope> {
  static constexpr std::array<std::string_view, 2> names{"activity", "component"};
};

// An activity under a cooperative approach. Sector and types are the controlled values of the AEF.
struct RecordActivity {
  static constexpr const char* kType = "activity_recorded";
  std::string activity;
  CooperativeApproachId approach;
  PartyId host;
  std::string owner;  // entity
  std::string sector;
  std::vector<std::string> activity_types;
  MitigationType mitigation_type = MitigationType::emission_reductions;
  DeficitScope deficit_scope = DeficitScope::activity;
  Document design_document;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("activity", self.activity);
    visit("approach", self.approach);
    visit("host", self.host);
    visit("owner", self.owner);
    visit("sector", self.sector);
    visit("activity_types", self.activity_types);
    visit("mitigation_type", self.mitigation_type);
    visit("deficit_scope", self.deficit_scope);
    visit("design_document", self.design_document);
  }
};

// One indicator of the activity's contribution to a Sustainable Development Goal; figures are
// decimal text in `unit` (rulebook R-178).
struct RecordSdgIndicator {
  static constexpr const char* kType = "sdg_indicator_recorded";
  std::string activity;
  std::string indicator;
  std::uint32_t goal = 0;  // 1 to 17
  std::string unit;
  std::string baseline;
  std::string target;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("activity", self.activity);
    visit("indicator", self.indicator);
    visit("goal", self.goal);
    visit("unit", self.unit);
    visit("baseline", self.baseline);
    visit("target", self.target);
  }
};

// One line of the eligibility checklist by which a component joins its activity.
struct EligibilityLine {
  std::string criterion;
  bool met = false;
  Document evidence;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("criterion", self.criterion);
    visit("met", self.met);
    visit("evidence", self.evidence);
  }
  bool operator==(const EligibilityLine&) const = default;
};

// Dated inclusion of a component (site) in an activity. Two components on one site with overlapping
// crediting periods would credit the same tonne twice and are refused.
struct IncludeComponent {
  static constexpr const char* kType = "component_included";
  std::string component;
  std::string activity;
  std::string owner;  // entity
  std::string site;   // identifier of the plot; what overlap is judged by
  DateRange crediting_period;
  std::string climate_zone;
  std::string methodology;
  std::string methodology_version;
  std::vector<EligibilityLine> eligibility;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("component", self.component);
    visit("activity", self.activity);
    visit("owner", self.owner);
    visit("site", self.site);
    visit("crediting_first_day", self.crediting_period.first);
    visit("crediting_last_day", self.crediting_period.last);
    visit("climate_zone", self.climate_zone);
    visit("methodology", self.methodology);
    visit("methodology_version", self.methodology_version);
    visit("eligibility", self.eligibility);
  }
};

// The conclusion of an independent body on the design document (rulebook R-173).
struct ConcludeValidation {
  static constexpr const char* kType = "validation_concluded";
  std::string activity;
  std::string validator;  // entity
  bool positive = false;
  Document report;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("activity", self.activity);
    visit("validator", self.validator);
    visit("positive", self.positive);
    visit("report", self.report);
  }
};

// The tests behind an additionality conclusion (2/CMA.3 annex para 1(a); programme practice).
enum class AdditionalityTest {
  legal_requirement,
  investment_or_barrier_or_positive_list,
  unconditional_ndc_overlap,
  public_finance_attribution,
  exclusions_and_start_date,
  parallel_crediting_search,
};
template <>
struct EnumNames<AdditionalityTest> {
  static constexpr std::array<std::string_view, 6> names{
      "legal_requirement",         "investment_or_barrier_or_positive_list",
      "unconditional_ndc_overlap", "public_finance_attribution",
      "exclusions_and_start_date", "parallel_crediting_search"};
};

struct AdditionalityLine {
  AdditionalityTest test = AdditionalityTest::legal_requirement;
  bool passed = false;
  Document evidence;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("test", self.test);
    visit("passed", self.passed);
    visit("evidence", self.evidence);
  }
  bool operator==(const AdditionalityLine&) const = default;
};

// The conclusion on additionality. It is positive only if each of the six tests stands there with
// its document and passed; without a positive one nothing is authorized.
struct ConcludeAdditionality {
  static constexpr const char* kType = "additionality_concluded";
  std::string activity;
  std::string concluded_by;  // entity
  std::vector<AdditionalityLine> lines;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("activity", self.activity);
    visit("concluded_by", self.concluded_by);
    visit("lines", self.lines);
  }
};

// What the calculation gave for one component and one calendar year. The exact result is the
// decimal text of the engine's number in t CO2 eq; the kilograms are that number rounded down.
struct MonitoredResult {
  std::string component;
  Vintage vintage;
  std::string emission_reductions_t_co2eq;
  KilogramsCo2eq emission_reductions_kg_co2eq;
  std::string data_sha256;    // hash over the monitoring files of the component
  std::string result_sha256;  // hash of the result with its derivation
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("component", self.component);
    visit("vintage", self.vintage);
    visit("emission_reductions_t_co2eq", self.emission_reductions_t_co2eq);
    visit("emission_reductions_kg_co2eq", self.emission_reductions_kg_co2eq);
    visit("data_sha256", self.data_sha256);
    visit("result_sha256", self.result_sha256);
  }
  bool operator==(const MonitoredResult&) const = default;
};

// A measured value of an SDG indicator in a monitoring period.
struct SdgMeasurement {
  std::string indicator;
  std::string value;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("indicator", self.indicator);
    visit("value", self.value);
  }
  bool operator==(const SdgMeasurement&) const = default;
};

// A safeguard of the activity as measured in a monitoring period: how much there was of something
// unwanted, and how much of it the design allows at most; decimal text in `unit` (rulebook R-073).
struct SafeguardMeasurement {
  std::string safeguard;
  std::string unit;
  std::string at_most;
  std::string value;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("safeguard", self.safeguard);
    visit("unit", self.unit);
    visit("at_most", self.at_most);
    visit("value", self.value);
  }
  bool operator==(const SafeguardMeasurement&) const = default;
};

// A monitoring report over whole days, results split by calendar year (rulebook R-007).
struct SubmitMonitoringReport {
  static constexpr const char* kType = "monitoring_report_submitted";
  std::string report;
  std::string activity;
  DateRange period;
  std::string engine_version;
  std::vector<MonitoredResult> results;
  std::vector<SdgMeasurement> sdg_measurements;
  std::vector<SafeguardMeasurement> safeguards;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("report", self.report);
    visit("activity", self.activity);
    visit("first_day", self.period.first);
    visit("last_day", self.period.last);
    visit("engine_version", self.engine_version);
    visit("results", self.results);
    visit("sdg_measurements", self.sdg_measurements);
    visit("safeguards", self.safeguards);
  }
};

// The verifier's conclusion. It is positive only when no finding against the report is open
// (rulebook R-177). `opinion` is a signed note on what the journal says (activity/opinion.h); it is
// due where the verifier has recorded a key.
struct ConcludeVerification {
  static constexpr const char* kType = "verification_concluded";
  std::string report;
  std::string verifier;  // entity
  bool positive = false;
  std::string materiality_threshold_percent{};  // decimal text; empty where not stated
  std::string extrapolated_error_percent{};     // the same, of the emission reductions
  Document statement;
  std::string opinion{};
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("report", self.report);
    visit("verifier", self.verifier);
    visit("positive", self.positive);
    visit("materiality_threshold_percent", self.materiality_threshold_percent);
    visit("extrapolated_error_percent", self.extrapolated_error_percent);
    visit("statement", self.statement);
    visit("opinion", self.opinion);
  }
};

// A Party's examination of a verified report (the Swiss agreements ask for both Parties').
struct ConcludeExamination {
  static constexpr const char* kType = "examination_concluded";
  std::string report;
  PartyId party;
  bool accepted = false;
  Document notice;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("report", self.report);
    visit("party", self.party);
    visit("accepted", self.accepted);
    visit("notice", self.notice);
  }
};

}  // namespace openitmo
