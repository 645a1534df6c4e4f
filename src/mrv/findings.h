#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

#include "mrv/finding.h"
#include "quantity/date.h"

namespace openitmo::mrv {

// Of one rule, at most this many findings are listed; one more says how many follow.
inline constexpr std::size_t kFindingsPerRule = 20;

// Collects findings, so that a person can mend a whole data set at once.
class Findings {
 public:
  void add(Finding finding) {
    if (++count_[finding.rule] <= kFindingsPerRule) problems_.push_back(std::move(finding));
  }
  Problems take() {
    for (const auto& [rule, count] : count_) {
      if (count <= kFindingsPerRule) continue;
      Finding last = *std::ranges::find(problems_, rule, &Finding::rule);
      last.place.reset();
      last.message = ReportText(
          {"And {} more of this kind.", "Et {} autres de cette sorte.", "Y {} más de este tipo."},
          count - kFindingsPerRule);
      problems_.push_back(std::move(last));
    }
    return std::move(problems_);
  }

 private:
  Problems problems_;
  std::map<Rule, std::size_t> count_;
};

// Rows dated where they do not count: one finding a kind ("weighbridge tickets"), naming the first.
class StrayRows {
 public:
  StrayRows(ReportText kind, const DateRange& crediting_period, const DateRange& covered)
      : kind_(std::move(kind)), crediting_period_(crediting_period), covered_(covered) {}

  void see(Date date, Place place) {
    if (covered_.contains(date)) return;
    if (crediting_period_.contains(date) && date < covered_.first) return;  // of an earlier period
    Group& group = crediting_period_.contains(date) ? later_ : outside_;
    if (group.count++ == 0) group = {.count = 1, .date = date, .place = place};
  }

  void report(Findings& findings) const {
    if (outside_.count > 0)
      findings.add(
          {.rule = Rule::row_outside_crediting_period,
           .place = outside_.place,
           .message = {{"Of the {}, {} rows are dated outside the crediting period, first {}.",
                        "Parmi les {}, {} lignes sont datées hors de la période de "
                        "comptabilisation, la première du {}.",
                        "De {}, {} filas tienen fecha fuera del período de acreditación, la "
                        "primera del {}."},
                       kind_,
                       outside_.count,
                       outside_.date.to_string()},
           .remedy = {{"Dates lie in {} to {}.", "Les dates vont du {} au {}.",
                       "Las fechas van del {} al {}."},
                      crediting_period_.first.to_string(),
                      crediting_period_.last.to_string()}});
    if (later_.count > 0)
      findings.add(
          {.severity = Severity::warning,
           .rule = Rule::row_outside_monitoring_period,
           .place = later_.place,
           .message =
               {{"Of the {}, {} rows are dated after the monitoring period, first {}; they are "
                 "not counted.",
                 "Parmi les {}, {} lignes sont datées après la période de suivi, la "
                 "première du {} ; elles ne sont pas comptées.",
                 "De {}, {} filas tienen fecha posterior al período de seguimiento, la primera del "
                 "{}; no se cuentan."},
                kind_,
                later_.count,
                later_.date.to_string()},
           .remedy = {{"They belong to a later monitoring period.",
                       "Elles relèvent d'une période de suivi ultérieure.",
                       "Corresponden a un período de seguimiento posterior."}}});
  }

 private:
  struct Group {
    std::size_t count = 0;
    Date date = {};
    Place place = {};
  };
  ReportText kind_;
  DateRange crediting_period_;
  DateRange covered_;
  Group outside_;
  Group later_;
};

}  // namespace openitmo::mrv
