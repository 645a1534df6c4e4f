#pragma once

#include <vector>

#include "reporting/aef.h"

// For tests: annual information of two Parties for 2026 that agrees in everything. SEN first
// transfers units 1 to 500 to CHE, which uses 100 of them towards its NDC; units 501 to 600 are
// first transferred by issuance, for an international mitigation purpose, and stay with SEN.
namespace openitmo::reporting::fixture {

inline PartyId party(std::string_view code) { return *PartyId::parse(code); }
inline CooperativeApproachId approach() { return *CooperativeApproachId::parse("CA9999"); }
inline ledger::ItmoSeries series() {
  return {approach(), *RegistryId::parse("SEN01"), party("SEN"), Vintage(2024)};
}

inline BlockColumns block(std::uint64_t first, std::uint64_t last, std::string_view authorization,
                          std::string_view registry) {
  return {.approach = approach(),
          .authorization = std::string(authorization),
          .first_transferring_party = party("SEN"),
          .registry = *RegistryId::parse(registry),
          .range = ledger::make_range(series(), first, last),
          .gwp_values = "100-year values from 5th assessment report by the IPCC",
          .quantity_t_co2eq = TonnesCo2eq(last - first + 1),
          .vintage = Vintage(2024)};
}

inline AuthorizationRow authorization(std::string_view id, ledger::Purpose purpose) {
  return {.authorization = std::string(id),
          .date = Date(2026, 1, 10),
          .approach = approach(),
          .quantity_t_co2eq = TonnesCo2eq(1000),
          .gwp_values = "100-year values from 5th assessment report by the IPCC",
          .sectors = {"Waste management"},
          .activity_types = {"Landfill gas"},
          .purpose = purpose,
          .authorized_parties = {party("CHE")},
          .authorized_entities = {"SN-0042"},
          .timeframe = AuthorizedTimeframe{YearWindow{Vintage(2024), Vintage(2030)},
                                           YearWindow{Vintage(2024), CalendarYear(2030)}},
          .terms = "Changes do not apply to ITMOs already first transferred"};
}

inline AefSubmission submission(std::string_view code) {
  return {.party = party(code),
          .reported_year = CalendarYear(2026),
          .submission_date = Date(2027, 4, 1),
          .ndc_first_year = CalendarYear(2021),
          .ndc_last_year = CalendarYear(2030),
          .frozen_at_entry = 40,
          .demonstration = true};
}

inline EntityRow entity() {
  return {.date = Date(2026, 1, 10),
          .name = "Compost du Fleuve SA",
          .country = party("SEN"),
          .identification_number = "SN-0042",
          .approach = approach()};
}

inline AefSubmission host() {
  AefSubmission sen = submission("SEN");
  sen.authorizations = {authorization("SEN-A1", ledger::Purpose::ndc),
                        authorization("SEN-A2", ledger::Purpose::imp)};
  sen.authorizations[1].oimp = "CORSIA first phase";
  sen.authorizations[1].first_transfer_definition = ledger::FirstTransferDefinition::issuance;
  sen.actions = {{.date = Date(2026, 3, 1),
                  .type = ledger::ActionType::first_transfer,
                  .subtype = RowSubtype::first_international_transfer,
                  .block = block(1, 500, "SEN-A1", "SEN01"),
                  .acquiring_party = party("CHE"),
                  .entry = 21},
                 {.date = Date(2026, 4, 1),
                  .type = ledger::ActionType::first_transfer,
                  .subtype = RowSubtype::issuance,
                  .block = block(501, 600, "SEN-A2", "SEN01"),
                  .purpose = "IMP",
                  .entry = 25}};
  sen.holdings = {{.block = block(501, 600, "SEN-A2", "SEN01"), .entry = 25}};
  sen.entities = {entity()};
  return sen;
}

inline AefSubmission acquirer() {
  AefSubmission che = submission("CHE");
  che.authorizations = {authorization("CHE-B1", ledger::Purpose::ndc)};
  che.actions = {{.date = Date(2026, 3, 2),
                  .type = ledger::ActionType::acquisition,
                  .block = block(1, 500, "CHE-B1", "CHE01"),
                  .transferring_party = party("SEN"),
                  .entry = 12},
                 {.date = Date(2026, 10, 1),
                  .type = ledger::ActionType::use,
                  .block = block(1, 100, "CHE-B1", "CHE01"),
                  .purpose = "NDC",
                  .using_party = party("CHE"),
                  .use_year = CalendarYear(2026),
                  .entry = 15}};
  che.holdings = {{.block = block(101, 500, "CHE-B1", "CHE01"), .entry = 12}};
  return che;
}

// As it is read from a file: entries are ours and stand in none.
inline AefSubmission without_entries(AefSubmission submission) {
  submission.frozen_at_entry = 0;
  for (auto& row : submission.authorizations) row.entry = 0;
  for (auto& row : submission.actions) row.entry = 0;
  for (auto& row : submission.holdings) row.entry = 0;
  for (auto& row : submission.entities) row.entry = 0;
  return submission;
}

// A year in which nothing happened.
inline AefSubmission nil_report(std::string_view code, int year) {
  AefSubmission nil = submission(code);
  nil.reported_year = CalendarYear(year);
  nil.submission_date = Date(year + 1, 4, 1);
  return nil;
}

}  // namespace openitmo::reporting::fixture
