#pragma once

#include <algorithm>

#include "ledger_world/ledger_world.h"
#include "reporting/party_reports.h"

// For tests: a host that did what reports speak of, and statements for all that outlines ask for.
namespace openitmo::reporting::fixture {

inline const CooperativeApproachId kApproach = *CooperativeApproachId::parse("CA9999");

inline PartyStatement said(std::string_view paragraph) {
  return {.paragraph = std::string(paragraph),
          .approach = {},
          .text = ReportText::name(fmt::format("what is said of {}", paragraph)),
          .not_applicable = {},
          .confidential = {},
          .basis = Basis::fictitious,
          .source = {},
          .evidence = {}};
}

inline Statements complete_statements() {
  Statements statements;
  for (const auto outline : {initial_report_outline(), regular_information_outline()})
    for (const OutlineItem& item : outline)
      if (!item.statement.empty()) statements.statements.push_back(said(item.statement));
  for (const char* paragraph : {"5(g)", "5(j)", "5(l)"})
    statements.statements.push_back(said(paragraph));
  ExpectedMitigation expected{.approach = kApproach, .yearly_t_co2eq = {}, .files = {"a.toml"}};
  for (int year = 2021; year <= 2040; ++year)
    expected.yearly_t_co2eq[CalendarYear(year)] = TonnesCo2eq(10);
  statements.expected.push_back(expected);
  return statements;
}

inline PartyStatement& statement(Statements& statements, std::string_view paragraph) {
  return *std::ranges::find(statements.statements, paragraph, &PartyStatement::paragraph);
}

// SEN first transferred 300 t of 500 to CHE, which used 120 of them for 2025; SEN cancelled 50 t
// for overall mitigation and has inventories to 2024.
inline testing::World host_and_buyer() {
  using testing::party_id;
  testing::World w({"SEN", "CHE"});
  RecordNdc ndc = testing::World::ndc("SEN", 2021, 2030);
  ndc.target_level_kg_co2eq = KilogramsCo2eq(20'000'000);
  w.must(ndc);
  w.must(testing::World::ndc("CHE", 2021, 2030));
  for (int year = 2021; year <= 2024; ++year) w.inventory("SEN", year, KilogramsCo2eq(30'000'000));
  w.must(RecordEntity{"ENT-1", EntityKind::private_entity, "Compost SA", party_id("SEN"), "SN-1"});
  w.must(AuthorizeEntity{party_id("SEN"), "ENT-1", kApproach, testing::document("CONDITIONS")});
  w.at(Date(2025, 6, 1));
  const auto units = w.issue({.host = "SEN", .vintage = 2024, .quantity_t_co2eq = 500});
  w.must(w.first_transfer(units, 300, "CHE"));
  w.must(w.cancel("SEN", 2024, 50, ledger::CancellationKind::omge_voluntary));
  w.must(w.use("CHE", 2024, 120, 2025));
  return w;
}

// SEN's NDC is 7 % below a projection of 37,761 t for 2030.
inline void describe_ndc(testing::World& w) {
  const PartyId party = testing::party_id("SEN");
  const RecordNdc& ndc = w.ledger().find_party(party)->ndcs.back().record;
  DescribeNdc described{};
  described.party = party;
  described.ndc = ndc.ndc;
  described.version = ndc.version;
  described.family = TargetFamily::below_projection;
  described.reference_year = CalendarYear(2030);
  described.reference_level_kg_co2eq = KilogramsCo2eq(37'761'000);
  described.reduction_per_10000 = 700;
  described.sectors = {"Waste", "Energy"};
  described.gases = {"CH4"};
  described.document = testing::document("NDC");
  w.must(described);
}

// What a report of one Party is made from. Keeps a view of the world.
struct State {
  explicit State(const testing::World& w, std::string_view code = "SEN",
                 Statements stated = complete_statements())
      : ledger(w.ledger()),
        accounts(accounting::account(ledger, testing::party_id(code))),
        statements(std::move(stated)) {
    for (const ledger::Entry& entry : w.entries()) entries.note(entry);
  }
  ReportInputs inputs(ReportLanguage language = ReportLanguage::en) const {
    return {.ledger = ledger,
            .accounts = accounts,
            .statements = statements,
            .entries = entries,
            .date = Date(2026, 11, 23),
            .language = language};
  }
  const ledger::Ledger& ledger;
  accounting::PartyAccounts accounts;
  Statements statements;
  EntryIndex entries;
};

inline const DocumentSection& section(const OfficialDocument& of, std::string_view number) {
  for (const DocumentSection* one : all_sections(of))
    if (one->number == number) return *one;
  throw std::out_of_range(std::string(number));
}

template <class Kind>
const Kind* find_block(const DocumentSection& section) {
  for (const Block& block : section.blocks)
    if (const auto* found = std::get_if<Kind>(&block)) return found;
  return nullptr;
}

inline std::vector<std::string> missing_numbers(const OfficialDocument& of) {
  std::vector<std::string> numbers;
  for (const MissingItem& item : missing_items(of)) numbers.push_back(item.number);
  return numbers;
}

}  // namespace openitmo::reporting::fixture
