#include <fmt/format.h>
#include <stdexcept>

#include "case_world.h"
#include "handlers.h"
#include "reporting/aef_fixture.h"
#include "reporting/cross_check.h"
#include "reporting/submission_check.h"

// Cases about annual information: its deadline, and the checks within and across submissions.
namespace openitmo::cases {

namespace {

namespace fixture = reporting::fixture;
using reporting::AefSubmission;
using reporting::CheckRule;
using reporting::CrossCheckResult;
using reporting::Finding;

// The host's and the acquirer's submissions of the fixture, which agree in everything.
struct Mirror {
  AefSubmission host = fixture::host();
  AefSubmission acquirer = fixture::acquirer();
  CrossCheckResult check() const {
    const std::vector<AefSubmission> both{host, acquirer};
    return reporting::cross_check(both);
  }
};

bool consistent(const CrossCheckResult& result) {
  return reporting::mark_of(result.findings) == reporting::CheckMark::consistent;
}

const Finding* find(const CrossCheckResult& result, CheckRule rule) {
  for (const Finding& finding : result.findings)
    if (finding.rule == rule) return &finding;
  return nullptr;
}

// The first transfer and the acquisition of the fixture with the ranges and Parties of a case.
void report_units(Mirror& mirror, const object& host, const object& acquirer) {
  mirror.host.party = party_id(text_at(acquirer, "from"));
  mirror.acquirer.party = party_id(text_at(host, "to"));
  const auto set = [&](reporting::ActionRow& row, const object& report, std::string_view quantity) {
    auto series = fixture::series();
    series.party = mirror.host.party;
    row.block.range =
        ledger::make_range(series, quantity_at(report, "first_id"), quantity_at(report, "last_id"));
    row.block.first_transferring_party = mirror.host.party;
    row.block.quantity_t_co2eq = TonnesCo2eq(quantity_at(report, quantity));
  };
  mirror.host.actions.resize(1);
  mirror.host.holdings.clear();
  mirror.host.actions[0].acquiring_party = mirror.acquirer.party;
  set(mirror.host.actions[0], host, "first_transfer");
  mirror.acquirer.actions.resize(1);
  mirror.acquirer.actions[0].transferring_party = mirror.host.party;
  set(mirror.acquirer.actions[0], acquirer, "acquisition");
  mirror.acquirer.holdings = {{.block = mirror.acquirer.actions[0].block}};
}

object both_sides(const Case& one) {
  const object& host = at(one.inputs, "host_reports").as_object();
  const object& acquirer = at(one.inputs, "acquirer_reports").as_object();
  Mirror equal;
  object as_transferred = host;
  as_transferred["from"] = acquirer.at("from");
  as_transferred["acquisition"] = host.at("first_transfer");
  report_units(equal, host, as_transferred);
  if (!consistent(equal.check())) throw std::runtime_error("equal reports are called inconsistent");

  Mirror mirror;
  report_units(mirror, host, acquirer);
  const CrossCheckResult result = mirror.check();
  object produced{{"consistent", consistent(result)}};
  const Finding* missing = find(result, CheckRule::transfer_without_acquisition);
  if (!missing) missing = find(result, CheckRule::acquisition_without_transfer);
  if (!missing || !missing->units) return produced;
  const auto first = static_cast<std::int64_t>(missing->units->first_id.serial);
  const auto last = static_cast<std::int64_t>(missing->units->last_id.serial);
  produced["code"] = "QUANTITY_MISMATCH";
  produced["difference"] = last - first + 1;
  produced["unmatched_ids"] = json::array{first, last};
  return produced;
}

// What both Parties say of one transfer in another metric.
object other_metric(const Case& one) {
  json::array flagged;
  object produced;
  for (const value& item : at(one.inputs, "cases").as_array()) {
    Mirror mirror;
    const auto set = [&](reporting::ActionRow& row, std::string_view key) {
      row.block.metric = reporting::Metric::non_ghg;
      row.block.non_ghg_metric = text_at(one.inputs, "metric");
      row.block.quantity_non_ghg = whole_at(item.as_object(), key);
    };
    set(mirror.host.actions[0], "transferred");
    set(mirror.acquirer.actions[0], "acquired");
    const bool found = find(mirror.check(), CheckRule::non_ghg_acquired_exceeds_transferred);
    if (found && flagged.empty()) produced["code_first"] = "NON_GHG_ACQUIRED_EXCEEDS_TRANSFERRED";
    flagged.push_back(value(found));
  }
  produced["flagged"] = flagged;
  return produced;
}

// Every check that the database makes of the host's submission, with the acquirer's where filed.
reporting::CheckMark mark_of(const Mirror& mirror, bool counterparty_filed) {
  std::vector<AefSubmission> filed{mirror.host};
  if (counterparty_filed) filed.push_back(mirror.acquirer);
  std::vector<Finding> findings = reporting::cross_check(filed).findings;
  for (Finding& own : reporting::check_submission(mirror.host, reporting::AefProfile::xlsx_checker))
    findings.push_back(std::move(own));
  return reporting::mark_of(findings);
}

reporting::CheckMark mark_of_data(const object& item) {
  const std::string data = text_at(item, "data");
  Mirror mirror;
  if (data == "counterparty AEF not filed") return mark_of(mirror, false);
  if (data == "mandatory field omitted") {
    mirror.host.authorizations[0].approach = {};
    return mark_of(mirror, true);
  }
  if (data != "present") throw NotYetSupported("no such state of data: " + data);
  const std::uint64_t defects = quantity_at(item, "defects");
  if (defects > 0) mirror.acquirer.actions[0].block.range.last_id.serial -= 1;
  if (defects > 1) mirror.acquirer.actions[1].use_year = CalendarYear(2031);
  return mark_of(mirror, true);
}

object marks(const Case& one) {
  json::array marks;
  for (const value& item : at(one.inputs, "cases").as_array())
    marks.push_back(value(reporting::official_words(mark_of_data(item.as_object()))));
  return {{"marks", marks}};
}

// Late is what the check calls late.
object deadline(const Case& one) {
  const CalendarYear year(year_at(one.inputs, "reported_year"));
  json::array late;
  for (const value& day : at(one.inputs, "submissions").as_array()) {
    AefSubmission nil = fixture::nil_report("SEN", year.value());
    nil.submission_date = date_of(day);
    bool found = false;
    for (const Finding& finding : reporting::check_rows(nil))
      found = found || finding.rule == CheckRule::submission_late;
    late.push_back(value(found));
  }
  return {{"due", reporting::submission_deadline(year).to_string()}, {"late", late}};
}

// Whether an AEF on that day is recorded, and how the review of the initial report stands.
object initial_report_first(const Case& one) {
  json::array accepted;
  object produced;
  for (const value& item : at(one.inputs, "cases").as_array()) {
    const object& days = item.as_object();
    const value& report_day = at(days, "initial_report");
    const Date aef_day = date_at(days, "aef");
    World world({"AAA", kSomeBuyer}, {.initial_reports = false},
                Date(aef_day.year().value(), 1, 1));
    const auto approach = *CooperativeApproachId::parse("CA9999");
    const SubmitInitialReport report{party_id("AAA"), approach, false, testing::document("REPORT")};
    if (!report_day.is_null() && date_of(report_day) <= aef_day) {
      world.at(date_of(report_day));
      world.must(report);
    }
    world.at(aef_day);
    const auto result =
        world.act(ledger::SubmitAef{.party = party_id("AAA"),
                                    .year = CalendarYear(aef_day.year().value() - 1),
                                    .major = 1,
                                    .minor = 0,
                                    .content_sha256 = std::string(64, 'a')});
    accepted.push_back(value(result.has_value()));
    const auto status = world.ledger().find_approach(approach)->review_status(party_id("AAA"));
    if (accepted.size() == 3 && status)
      produced["review_status_third"] = reporting::official_words(*status);
  }
  produced["accepted"] = accepted;
  return produced;
}

}  // namespace

std::span<const Handler> reporting_handlers() {
  static const std::vector<Handler> handlers{
      {{"aef"}, {"host_reports", "acquirer_reports"}, both_sides},
      {{"aef"}, {"reported_year", "submissions"}, deadline},
      {{"aef"}, {"cases"}, initial_report_first},
      {{"non_ghg"}, {"metric", "cases"}, other_metric},
      {{"review"}, {"cases"}, marks},
  };
  return handlers;
}

}  // namespace openitmo::cases
