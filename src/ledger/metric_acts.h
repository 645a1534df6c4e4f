#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/itmo_identifier.h"
#include "ledger/vocabulary.h"
#include "party/codes.h"
#include "party/document.h"
#include "quantity/rational.h"

// Units that are not counted in t CO2 eq (2/CMA.3 annex paras 1(c), 9, 22(d)). A cooperative
// approach counts in one metric: t CO2 eq, unless it declared another one before anything was
// authorized under it. Where it did, a unit is one of that metric, quantities of its acts count
// such units, and its units lie in accounts of that metric only.
namespace openitmo::ledger {

// What one unit stands for in t CO2 eq, as an exact fraction, for a Party whose NDC is in t CO2 eq
// (rulebook R-052). A Party without one accounts for the units by an indicator in their own metric.
struct Conversion {
  PartyId party;
  std::uint64_t numerator = 0;
  std::uint64_t denominator = 1;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("party", self.party);
    visit("numerator", self.numerator);
    visit("denominator", self.denominator);
  }
  Rational factor() const {
    return {static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator)};
  }
};

// `document`: how method and factors were chosen (2/CMA.3 annex para 22(d)).
struct DeclareMetric {
  static constexpr const char* kType = "metric_declared";
  CooperativeApproachId approach;
  std::string metric;  // such as "MWh of renewable electricity"
  std::vector<Conversion> conversions;
  Document document;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("approach", self.approach);
    visit("metric", self.metric);
    visit("conversions", self.conversions);
    visit("document", self.document);
  }
};

// The level of a Party's non-GHG indicator in one year (2/CMA.3 annex para 23(i)). A year without
// a record is unknown, never zero; a higher version replaces a lower one.
struct RecordMetricLevel {
  static constexpr const char* kType = "metric_level_recorded";
  PartyId party;
  std::string metric;
  CalendarYear year;
  std::uint32_t version = 1;
  std::uint64_t level = 0;  // in the metric
  Document document;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("party", self.party);
    visit("metric", self.metric);
    visit("year", self.year);
    visit("version", self.version);
    visit("level", self.level);
    visit("document", self.document);
  }
};

// Gives identifiers to the verified outcomes of one component and vintage of an approach that
// counts in another metric. `quantity` is what the verifier's statement says; the methodologies
// here give t CO2 eq only. Where part of the result makes good a deficit, the same part of the
// quantity gives no units.
struct IssueMetricUnits {
  std::string report;
  std::string component;
  Vintage vintage;
  std::string authorization;
  std::string account;
  std::string request;
  std::uint64_t quantity = 0;
  Document statement;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("report", self.report);
    visit("component", self.component);
    visit("vintage", self.vintage);
    visit("authorization", self.authorization);
    visit("account", self.account);
    visit("request", self.request);
    visit("quantity", self.quantity);
    visit("statement", self.statement);
  }
};
struct MetricUnitsIssued {
  static constexpr const char* kType = "metric_units_issued";
  std::string report;
  std::string component;
  Vintage vintage;
  std::string authorization;
  std::string account;
  std::string request;
  std::string metric;
  std::uint64_t verified_quantity = 0;
  KilogramsCo2eq debt_brought_forward_kg_co2eq{};
  std::vector<ItmoRange> ranges;
  ActionSubtype first_transfer = ActionSubtype::none;  // where issuance is the OIMP trigger
  Document statement;
  static constexpr void fields(auto&& self, auto&& visit) {
    visit("report", self.report);
    visit("component", self.component);
    visit("vintage", self.vintage);
    visit("authorization", self.authorization);
    visit("account", self.account);
    visit("request", self.request);
    visit("metric", self.metric);
    visit("verified_quantity", self.verified_quantity);
    visit("debt_brought_forward_kg_co2eq", self.debt_brought_forward_kg_co2eq);
    visit("ranges", self.ranges);
    visit("first_transfer", self.first_transfer);
    visit("statement", self.statement);
  }
};

}  // namespace openitmo::ledger
