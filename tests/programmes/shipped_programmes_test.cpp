#include <array>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <map>
#include <string>

#include "accounting/component_flows.h"
#include "files/programme/load_programme.h"
#include "journal/hash.h"
#include "journal/memory_store.h"
#include "mrv/quantify.h"
#include "registry/inventory_bridge.h"
#include "registry/monitoring_report.h"
#include "registry/run_programme.h"
#include "temporary_folder.h"

// The two programmes that ship: what they promise stays true.
namespace openitmo {
namespace {

std::filesystem::path programme_folder(const std::string& name) {
  return std::filesystem::path(OPENITMO_SOURCE_DIR) / "programmes" / name;
}

const registry::Programme& senegal() {
  static const registry::Programme programme = [] {
    auto read = files::load_programme(programme_folder("senegal-waste"));
    if (!read) throw std::runtime_error(read.error().to_text(Language::en));
    return *std::move(read);
  }();
  return programme;
}

std::map<int, double> reductions_t_co2eq(const registry::ProgrammeComponent& component, Date last) {
  const auto result = mrv::quantify(component.plan, component.data,
                                    {.first = component.plan.crediting_period.first, .last = last});
  if (!result)
    throw std::runtime_error(mrv::text_of(result.error().front(), component.data.files).en);
  std::map<int, double> by_year;
  for (const mrv::YearResult& year : result->years) by_year[year.year.value()] = year.terms.ER();
  return by_year;
}

bool composts(const registry::ProgrammeComponent& component) {
  return component.plan.methodology.name == "AMS-III.F";
}

const registry::ProgrammeComponent& component_of(const std::string& id) {
  for (const registry::ProgrammeComponent& component : senegal().components)
    if (component.id == id) return component;
  throw std::runtime_error("no such component");
}

TEST(SenegalWaste, IsADemonstrationWithThreeYearsOfTickets) {
  EXPECT_TRUE(senegal().demonstration);
  std::size_t tickets = 0;
  for (const registry::ProgrammeComponent& component : senegal().components) {
    tickets += component.data.tickets.size();
    // Two components start in 2024.
    EXPECT_EQ(component.data.electricity.size(), composts(component) ? 36U : 12U) << component.id;
  }
  EXPECT_GE(tickets, 100'000U);
}

TEST(SenegalWaste, DryComponentsAreNegativeInTheFirstYear) {
  ASSERT_EQ(senegal().components.size(), 5U);
  int dry = 0;
  for (const registry::ProgrammeComponent& component : senegal().components) {
    if (!composts(component)) continue;
    const auto by_year = reductions_t_co2eq(component, Date(2024, 12, 31));
    const bool is_dry = component.plan.climate == mrv::ClimateZone::tropical_dry;
    dry += is_dry ? 1 : 0;
    EXPECT_EQ(by_year.at(2022) < 0, is_dry) << component.id;
    EXPECT_LT(by_year.at(2022), by_year.at(2023)) << component.id;
    EXPECT_LT(by_year.at(2023), by_year.at(2024)) << component.id;
  }
  EXPECT_EQ(dry, 2);
}

TEST(SenegalWaste, ExpectationIsAFractionOfThePublishedOne) {
  TonnesCo2eq expected;
  for (const registry::ProgrammeComponent& component : senegal().components)
    for (const auto& [year, tonnes] : component.expected_t_co2eq) expected += tonnes;
  EXPECT_GT(expected, TonnesCo2eq(200'000));
  EXPECT_LT(expected, TonnesCo2eq(240'000));  // what is published for the whole programme
}

// What was expected beforehand and what was measured are of one size.
TEST(SenegalWaste, TheFirstYearsOfGasAndRecyclingAreNearTheExpected) {
  for (const char* id : {"mbeubeuss-gas", "recycling-points"}) {
    const registry::ProgrammeComponent& component = component_of(id);
    const double expected =
        static_cast<double>(component.expected_t_co2eq.at(CalendarYear(2024)).value());
    const double measured = reductions_t_co2eq(component, Date(2024, 12, 31)).at(2024);
    EXPECT_NEAR(measured / expected, 1, 0.1) << id;
  }
}

// The expected tonnes of landfill gas are those of ACM0001 ex ante for the open dump of vector
// T04-005 (1970 to 2025, 40 to 800 kt a year), of which the wells catch eta_PJ.
TEST(SenegalWaste, LandfillGasIsExpectedFromTheWasteOfTheSite) {
  const registry::ProgrammeComponent& gas = component_of("mbeubeuss-gas");
  mrv::ComponentPlan plan = gas.plan;
  plan.methodology.version = "19.0 ex ante";
  plan.disposal_site = mrv::DisposalSite::unmanaged_deep;
  mrv::MonitoringData dump;
  for (int year = 1970; year <= 2030; ++year) {
    const double waste_t = year > 2025 ? 0 : 40000 + (year - 1970) * (760000.0 / 55);
    for (const auto& [type, share] : {std::pair{mrv::WasteType::food, 0.539},
                                      {mrv::WasteType::paper, 0.075},
                                      {mrv::WasteType::textiles, 0.019}})
      dump.declared_waste.push_back({CalendarYear(year), type, waste_t * share / 1.002, {}});
  }
  const auto estimate = mrv::quantify(plan, dump, plan.crediting_period);
  ASSERT_TRUE(estimate) << mrv::text_of(estimate.error().front(), {}).en;
  for (const mrv::YearResult& year : estimate->years) {
    const double tonnes = year.terms.ER();
    EXPECT_NEAR(static_cast<double>(gas.expected_t_co2eq.at(year.year).value()), tonnes, 100)
        << year.year.value();
  }
}

// What was planted in the minutes of October is found, each with its effect.
TEST(SenegalWaste, TheFaultsInTheGasReadingsAreListedWithTheirEffect) {
  const registry::ProgrammeComponent& gas = component_of("mbeubeuss-gas");
  const auto result =
      mrv::quantify(gas.plan, gas.data, {.first = Date(2024, 1, 1), .last = Date(2024, 12, 31)});
  ASSERT_TRUE(result);
  std::map<mrv::Rule, const mrv::StreamCorrection*> found;
  for (const mrv::StreamCorrection& correction : result->stream.value().corrections)
    found[correction.rule] = &correction;
  ASSERT_EQ(found.size(), 4U);
  EXPECT_NEAR(found.at(mrv::Rule::sensor_stuck)->hours, 10.333, 0.001);
  EXPECT_LT(found.at(mrv::Rule::sensor_stuck)->methane_kg, -500);
  EXPECT_NEAR(found.at(mrv::Rule::gap_in_stream)->hours, 3, 1e-9);
  EXPECT_LT(found.at(mrv::Rule::gap_in_stream)->methane_kg, 0);
  EXPECT_NEAR(found.at(mrv::Rule::calibration_overdue)->hours, 6 * 24, 1e-9);
  EXPECT_LT(found.at(mrv::Rule::calibration_overdue)->methane_kg, 0);
  EXPECT_NEAR(found.at(mrv::Rule::clock_changed)->hours, 1, 1e-9);
  EXPECT_GT(found.at(mrv::Rule::clock_changed)->methane_kg, 0);
}

// An estimate is quantified, never reported.
TEST(SenegalWaste, AnEstimateIsNoResult) {
  registry::ProgrammeComponent gas = component_of("mbeubeuss-gas");
  gas.plan.methodology.version = "19.0 ex ante";
  const auto refused = registry::quantify_component(gas, "MR-9", gas.plan.crediting_period);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().en.find("is an estimate made beforehand"), std::string::npos);
}

// One tonne, one credit: compost that kept waste from Mbeubeuss, whose gas is metered.
TEST(SenegalWaste, WasteKeptFromTheSiteOfTheGasIsRefused) {
  const auto folder = temporary_folder() / "openitmo_senegal_twice";
  std::filesystem::remove_all(folder);
  std::filesystem::copy(programme_folder("senegal-waste"), folder,
                        std::filesystem::copy_options::recursive);
  std::ifstream in(folder / "components/cap-est.toml", std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  const std::string own = "Cap Est dump (fictitious)";
  ASSERT_NE(text.find(own), std::string::npos);
  text.replace(text.find(own), own.size(), "Mbeubeuss");
  std::ofstream(folder / "components/cap-est.toml", std::ios::binary) << text;
  const auto read = files::load_programme(folder);
  std::filesystem::remove_all(folder);
  ASSERT_FALSE(read);
  const std::string refused = read.error().to_text(Language::en);
  EXPECT_NE(refused.find("one tonne would be credited twice"), std::string::npos) << refused;
}

// Each Party authorizes for itself: another's authorization is never suggested, however near.
TEST(SenegalWaste, AMistypedAuthorizationGetsThePartysOwn) {
  const auto folder = temporary_folder() / "openitmo_senegal_mistyped";
  std::filesystem::remove_all(folder);
  std::filesystem::copy(programme_folder("senegal-waste"), folder,
                        std::filesystem::copy_options::recursive);
  std::ifstream in(folder / "acts.toml", std::ios::binary);
  std::string acts{std::istreambuf_iterator<char>(in), {}};
  const std::string own = "authorization = \"CHE-AUTH-2022-1\"";
  const auto at = acts.rfind(own);
  ASSERT_NE(at, std::string::npos);
  acts.replace(at, own.size(), "authorization = \"SEN-AUTH-2022-2\"");
  std::ofstream(folder / "acts.toml", std::ios::binary) << acts;
  const auto read = files::load_programme(folder);
  std::filesystem::remove_all(folder);
  ASSERT_FALSE(read);
  const std::string text = read.error().to_text(Language::en);
  EXPECT_NE(text.find("did you mean CHE-AUTH-2022-1?"), std::string::npos) << text;
  EXPECT_EQ(text.find("SEN-AUTH-2022-1"), std::string::npos) << text;
}

class SenegalRun : public testing::Test {
 protected:
  static const registry::ProgrammeRun& run() {
    static const registry::ProgrammeRun result = [] {
      std::array<journal::MemoryStore, 2> stores;
      std::vector<std::unique_ptr<registry::Registry>> opened;
      std::map<RegistryId, registry::Registry*> registries;
      for (std::size_t i = 0; i < stores.size(); ++i) {
        const registry::ProgrammeRegistry& described = senegal().registries[i];
        journal::Seed seed{};
        seed[0] = static_cast<std::uint8_t>(i + 1);
        opened.push_back(std::make_unique<registry::Registry>(
            stores[i], journal::SignerKey(described.origin, journal::KeyType::note, seed),
            described.registry.to_string()));
        registries[described.registry] = opened.back().get();
      }
      auto ran = registry::run_programme(senegal(), registries, {});
      if (!ran) throw std::runtime_error(ran.error().en);
      return *std::move(ran);
    }();
    return result;
  }
};

// What is first transferred by component is all that is first transferred.
TEST_F(SenegalRun, FirstTransfersAreThoseOfTheComponents) {
  const PartyId party = *PartyId::parse("SEN");
  for (const registry::RegistryState& state : run().registries) {
    if (!state.ledger.serves(party)) continue;
    std::uint64_t sum = 0;
    for (const auto& [key, figure] :
         accounting::first_transferred_by_component(state.ledger, party)) {
      sum += figure.quantity_t_co2eq.value();
      EXPECT_FALSE(figure.entries.empty());
      EXPECT_NO_THROW(component_of(key.first));
    }
    EXPECT_EQ(sum, accounting::flows_of(state.ledger, party).first_transferred().value());
    EXPECT_GT(sum, 0U);
  }
}

// The parts into which the bridge splits reductions are those of the results.
TEST_F(SenegalRun, ActivitiesClaimWhatTheResultsClaim) {
  for (const mrv::inventory::Activity& activity :
       registry::activities_of(senegal(), run().results)) {
    double claimed = 0, of_results = 0;
    for (const auto& [year, of] : activity.years) claimed += of.claimed;
    for (const registry::ComponentResult& result : run().results)
      if (result.component == activity.component)
        for (const mrv::YearResult& year : result.quantification.years) of_results += year.claimed;
    EXPECT_NEAR(claimed, of_results, 1e-6) << activity.component;
    for (const auto& [year, of] : activity.years) {
      EXPECT_NEAR(of.rest(), 0, 1e-6) << activity.component << year;
      if (activity.role == mrv::SiteRole::diverts_waste) {
        EXPECT_GT(of.treated_t, of.diverted_t[0]);
        EXPECT_GT(of.diverted_t[0], 0) << activity.component << year;
      }
      if (activity.role == mrv::SiteRole::meters_gas) {
        EXPECT_GT(of.methane_destroyed_t, 0);
      }
    }
  }
}

TEST_F(SenegalRun, EveryActIsRecorded) {
  for (const registry::ActOutcome& outcome : run().outcomes)
    EXPECT_EQ(outcome.refusal.en, "") << outcome.place << " " << outcome.act;
  EXPECT_FALSE(run().refused());
}

TEST_F(SenegalRun, IssuesAfterTheDeficitOfTheActivityIsMadeGood) {
  std::map<std::string, std::map<int, std::uint64_t>> issued;
  std::int64_t measured_kg = 0, issued_kg = 0;
  for (const registry::RegistryState& state : run().registries)
    for (const auto& issuance : state.ledger.issuances())
      issued[issuance.record.component][issuance.record.vintage.value()] =
          issuance.record.issued_t_co2eq.value();
  ASSERT_EQ(issued.size(), 5U);
  for (const char* component : {"niaye-nord", "cap-est", "casamance-sud"})
    EXPECT_EQ(issued.at(component).at(2022), 0U) << component;
  EXPECT_EQ(issued.at("niaye-nord").at(2023), 0U);  // positive, and all of it makes good a deficit
  EXPECT_GT(issued.at("casamance-sud").at(2023), 0U);
  for (const auto& [component, years] : issued) EXPECT_GT(years.at(2024), 0U) << component;
  for (const auto& result : run().results)
    for (const auto& year : result.quantification.years) measured_kg += year.reductions.value();
  for (const auto& [component, years] : issued)
    for (const auto& [year, tonnes] : years) issued_kg += static_cast<std::int64_t>(tonnes) * 1000;
  EXPECT_LE(issued_kg, measured_kg) << "more was issued than the activity reduced";
  EXPECT_GT(issued_kg, measured_kg - 9'000) << "each vintage and component is rounded down once";
}

TEST_F(SenegalRun, TheHostKeepsUnitsAndTheAuthorizationStaysBelowWhatIsExpected) {
  TonnesCo2eq kept, sent;
  for (const registry::RegistryState& state : run().registries) {
    if (state.registry.view() != "SEN01") continue;
    state.ledger.blocks().for_each([&](const ledger::Block& block) {
      if (block.state.status == ledger::BlockStatus::held) kept += block.range.quantity_t_co2eq();
      if (block.state.status == ledger::BlockStatus::sent) sent += block.range.quantity_t_co2eq();
    });
  }
  EXPECT_GT(kept.value() * 20, sent.value()) << "Senegal keeps next to nothing";
  TonnesCo2eq expected;
  for (const registry::ProgrammeComponent& component : senegal().components)
    for (const auto& [year, tonnes] : component.expected_t_co2eq) expected += tonnes;
  for (const registry::RegistryState& state : run().registries)
    for (const auto& authorization : state.ledger.authorizations())
      EXPECT_LT(authorization.latest().quantity_t_co2eq.value(), expected);
}

TEST_F(SenegalRun, ThePlantedMismatchIsFoundAndMended) {
  EXPECT_EQ(run().first_check.mark(), reporting::CheckMark::inconsistent);
  EXPECT_EQ(run().final_check.mark(), reporting::CheckMark::consistent);
}

TEST(SocSon, EveryTermIsAsPublished) {
  const auto programme = files::load_programme(programme_folder("soc-son"));
  ASSERT_TRUE(programme) << programme.error().to_text(Language::en);
  EXPECT_TRUE(programme->registries.empty());
  EXPECT_TRUE(programme->acts.empty());
  const registry::ProgrammeComponent& component = programme->components.front();
  const auto result =
      mrv::quantify(component.plan, component.data, component.plan.crediting_period);
  ASSERT_TRUE(result) << mrv::text_of(result.error().front(), component.data.files).en;
  constexpr std::array<double, 7> kPublished{277866, 466829, 596016, 684963,
                                             746778, 790258, 821308};  // T04-001
  ASSERT_EQ(result->years.size(), kPublished.size());
  constexpr double kElectricity = 338059;  // T05-001
  constexpr double kProject = 420336;      // declared
  for (std::size_t i = 0; i < kPublished.size(); ++i) {
    const mrv::YearTerms<double>& terms = result->years[i].terms;
    EXPECT_NEAR(terms.at("BE_CH4_SWDS"), kPublished[i], 0.5) << i;
    EXPECT_NEAR(terms.at("BE_EN"), kElectricity, 0.5) << i;
    EXPECT_NEAR(terms.at("PE"), kProject, 0.5) << i;
  }
}

TEST(SocSon, ReductionsAreThePublishedOnesWithinTheRoundingOfTheirTerms) {
  const auto programme = files::load_programme(programme_folder("soc-son"));
  ASSERT_TRUE(programme) << programme.error().to_text(Language::en);
  const registry::ProgrammeComponent& component = programme->components.front();
  EXPECT_EQ(component.published_t_co2eq.size(), 7U);
  for (const auto& [year, reductions] : reductions_t_co2eq(component, Date(2028, 12, 31)))
    EXPECT_NEAR(reductions, std::stod(component.published_t_co2eq.at(CalendarYear(year))), 1.01)
        << year;
}

}  // namespace
}  // namespace openitmo
