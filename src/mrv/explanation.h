#pragma once

#include <string>
#include <vector>

#include "mrv/derivation.h"
#include "mrv/figures.h"
#include "mrv/quantify.h"

// One figure of one component and year with its derivation: what `itmo explain` shows.
namespace openitmo::mrv {

struct Explanation {
  std::string component;
  std::string report;  // empty where the programme has no monitoring reports
  MethodologyVersion methodology;
  CalendarYear year;
  std::vector<MonitoringFile> files;
  std::vector<TermDescription> terms;  // that the methodology describes
  Derivation derivation;               // of the figure, which is its first node

  const DerivationNode& figure() const { return derivation.nodes.front(); }
  // "BE_CH4,SWDS,y", "W_j,x food 2024".
  std::string name() const;
};

// Every figure of a result that is meant, in `year` only where it is given.
std::vector<Explanation> explain(const Quantification& result, const std::string& report,
                                 const FigureQuestion& asked, int year);

// "Of 1895 t CO2 eq, by weight: 630 (33.2 %) measured, ..." in both languages.
Text hangs_on_sentence(const Explanation& explanation);

// One line of what a leaf ends at: "tickets.csv, rows 2 to 90 (88)", one for each range of rows.
std::vector<ReportText> row_texts(const Leaf& leaf, const std::vector<MonitoringFile>& files);

// Explanations as one JSON object: fixed key order, real numbers as decimal strings; leaves with
// file, rows and column. `demonstration` is empty, or the line that fictitious data carry.
std::string explanations_json(const std::vector<Explanation>& explanations,
                              std::string_view demonstration);

}  // namespace openitmo::mrv
