#include <fmt/format.h>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "itmo_process.h"
#include "registry/local_registry.h"

// Every event that moves units, in one small journal: where they end, by two programs.
namespace openitmo::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

const RegistryId kThere = *RegistryId::parse("XXB01");
const std::string kBuffer = "BUFFER";

// Serials 1 to 1000 of one issuance; each act takes the ones that it names.
class EveryAct {
 public:
  EveryAct() {
    for (const char* code : {"XAA", "XBB"}) world_.must(World::ndc(code, 2021, 2030));
    world_.at(Date(2025, 2, 1));
    auto terms = world_.authorization({.host = "XAA"});
    terms.change_after_first_transfer = true;
    world_.must(terms);
    units_ = world_.issue({.host = "XAA", .vintage = 2024, .quantity_t_co2eq = 1000});
    world_.must(ledger::OpenAccount{kBuffer, party_id("XAA"), ""});
    correct_acts();
    act_with_another_registry();
    withdraw_and_hold();
    make_good();
    issue_in_another_metric();
  }
  const World& world() const { return world_; }

 private:
  void correct_acts() {
    first_transfer(1, 100);
    correct(World::account_of("XAA"));
    first_transfer(101, 300);
    use(101, 130);
    correct();
    use(131, 150);
    cancel(151, 160);
    correct();
    cancel(161, 165);
  }

  void act_with_another_registry() {
    first_transfer(301, 400, kThere);
    correct(kBuffer, ledger::CorrectionCause::declined);
    first_transfer(401, 450, kThere);
    world_.must(ledger::ConfirmDelivery{last_entry(), proven(1)});
    withdraw(441, 450, proven(2));
    acquire_again(401, 420);
    first_transfer(451, 475, kThere);
    world_.must(ledger::DeclineUnits{party_id("XAA"), proven(4), document("NO")});
  }

  void withdraw_and_hold() {
    withdraw(201, 205, {});
    world_.must(ledger::PlaceHold{.hold = "HOLD",
                                  .cause = ledger::HoldCause::disputed,
                                  .ranges = {range(206, 210)},
                                  .document = document("HOLD")});
    auto units = world_.units_of("XAA", 2024, 10);
    units.first_id = range(501, 510).first_id;
    world_.must(ledger::MoveUnits{units, kBuffer});
  }

  void make_good() {
    remedy("FROM-BUFFER", 50, kBuffer);
    remedy("OWED", 20, "");
    world_.must(ledger::SettleRemedy{xbb_units(211, 230), "OWED"});
  }

  void issue_in_another_metric() {
    const auto approach = *CooperativeApproachId::parse("CA9998");
    auto authorization = world_.authorization({.host = "XAA", .id = "OTHER"});
    authorization.approach = approach;
    world_.must(RecordCooperativeApproach{.approach = approach,
                                          .parties = {party_id("XAA"), party_id("XBB")},
                                          .workflow = Workflow::issue_first,
                                          .demonstration = true,
                                          .agreement = document("AGREEMENT")});
    world_.must(ledger::DeclareMetric{
        .approach = approach, .metric = "MWh", .conversions = {}, .document = document("METHOD")});
    world_.must(ledger::OpenAccount{"XAA-MWH", party_id("XAA"), "", "MWh"});
    world_.record(authorization);
    auto series = units_.ranges.front().series();
    series.approach = approach;
    world_.record(ledger::MetricUnitsIssued{.report = "REPORT-1",
                                            .component = "COMPONENT-1",
                                            .vintage = CalendarYear(2025),
                                            .authorization = "OTHER",
                                            .account = "XAA-MWH",
                                            .request = "",
                                            .metric = "MWh",
                                            .ranges = {ledger::make_range(series, 1001, 1040)},
                                            .statement = document("STATEMENT")});
  }

  ledger::ItmoRange range(std::uint64_t first, std::uint64_t last) const {
    return ledger::make_range(units_.ranges.front().series(), first, last);
  }
  std::uint64_t last_entry() const { return world_.entries().back().number; }

  ledger::UnitSelection xbb_units(std::uint64_t first, std::uint64_t last) const {
    auto units = world_.units_of("XBB", 2024, last - first + 1);
    units.first_id = range(first, last).first_id;
    return units;
  }

  // Into XBB's account here, or to another registry.
  void first_transfer(std::uint64_t first, std::uint64_t last,
                      std::optional<RegistryId> to = std::nullopt) {
    auto command = world_.first_transfer(units_, last - first + 1, "XBB");
    command.units.first_id = range(first, last).first_id;
    if (to) {
      command.to_registry = *to;
      command.to_account = "";
    }
    world_.must(command);
  }

  void use(std::uint64_t first, std::uint64_t last) {
    auto command = world_.use("XBB", 2024, last - first + 1, 2025);
    command.units = xbb_units(first, last);
    world_.must(command);
  }

  void cancel(std::uint64_t first, std::uint64_t last) {
    world_.must(
        ledger::CancelUnits{xbb_units(first, last), ledger::CancellationKind::omge_voluntary, ""});
  }

  // Takes back the latest entry.
  void correct(const std::string& account = "",
               ledger::CorrectionCause cause = ledger::CorrectionCause::recording_error) {
    ledger::CorrectEntry command{.corrected_entry = last_entry(),
                                 .cause = cause,
                                 .account = account,
                                 .declined = {},
                                 .document = document("BACK")};
    if (cause == ledger::CorrectionCause::declined) command.declined = proven(0);
    world_.must(command);
  }

  void withdraw(std::uint64_t first, std::uint64_t last, const ledger::ForeignEntry& there) {
    world_.must(ledger::WithdrawUnits{.party = party_id("XAA"),
                                      .authorization = units_.authorization,
                                      .ranges = {range(first, last)},
                                      .withdrawn_there = there,
                                      .document = document("CHANGE")});
  }

  void acquire_again(std::uint64_t first, std::uint64_t last) {
    world_.must(ledger::AcquireUnits{.ranges = {range(first, last)},
                                     .from_party = party_id("XBB"),
                                     .to_party = party_id("XAA"),
                                     .to_account = World::account_of("XAA"),
                                     .authorization = units_.authorization,
                                     .underlying = {},
                                     .sent = proven(3)});
  }

  void remedy(const std::string& id, std::uint64_t quantity, const std::string& buffer) {
    world_.must(ledger::OpenRemedy{.remedy = id,
                                   .cause = ledger::RemedyCause::reversal,
                                   .way = ledger::Remedy::replacement,
                                   .component = "COMPONENT-1",
                                   .quantity_t_co2eq = TonnesCo2eq(quantity),
                                   .buffer_account = buffer,
                                   .debtor = "ENTITY-XAA",
                                   .deadline = Date(2026, 12, 31),
                                   .document = document("AUDIT")});
  }

  static ledger::ForeignEntry proven(std::uint64_t entry) {
    const std::string hash(64, 'b');
    return {kThere, entry, hash, entry + 1, hash, hash};
  }

  World world_{{"XAA", "XBB"}};
  Units units_;
};

constexpr std::string_view kHoldings = R"(XAA BUFFER
  50 held CA9999-XXA01-XAA-351-2024 CA9999-XXA01-XAA-400-2024
  10 held CA9999-XXA01-XAA-501-2024 CA9999-XXA01-XAA-510-2024
  50 cancelled CA9999-XXA01-XAA-301-2024 CA9999-XXA01-XAA-350-2024
XAA XAA-MWH
  40 held CA9998-XXA01-XAA-1001-2024 CA9998-XXA01-XAA-1040-2024
XAA XAA-PARTY
  100 held CA9999-XXA01-XAA-1-2024 CA9999-XXA01-XAA-100-2024
  20 held CA9999-XXA01-XAA-401-2024 CA9999-XXA01-XAA-420-2024
  25 held CA9999-XXA01-XAA-476-2024 CA9999-XXA01-XAA-500-2024
  490 held CA9999-XXA01-XAA-511-2024 CA9999-XXA01-XAA-1000-2024
  25 in_transit CA9999-XXA01-XAA-451-2024 CA9999-XXA01-XAA-475-2024
  20 sent CA9999-XXA01-XAA-421-2024 CA9999-XXA01-XAA-440-2024
  10 withdrawn CA9999-XXA01-XAA-441-2024 CA9999-XXA01-XAA-450-2024
XBB XBB-PARTY
  30 held CA9999-XXA01-XAA-101-2024 CA9999-XXA01-XAA-130-2024
  10 held CA9999-XXA01-XAA-151-2024 CA9999-XXA01-XAA-160-2024
  35 held CA9999-XXA01-XAA-166-2024 CA9999-XXA01-XAA-200-2024
  5 held CA9999-XXA01-XAA-206-2024 CA9999-XXA01-XAA-210-2024
  70 held CA9999-XXA01-XAA-231-2024 CA9999-XXA01-XAA-300-2024
  20 used CA9999-XXA01-XAA-131-2024 CA9999-XXA01-XAA-150-2024
  5 cancelled CA9999-XXA01-XAA-161-2024 CA9999-XXA01-XAA-165-2024
  20 cancelled CA9999-XXA01-XAA-211-2024 CA9999-XXA01-XAA-230-2024
  5 withdrawn CA9999-XXA01-XAA-201-2024 CA9999-XXA01-XAA-205-2024
)";

TEST(ExportUnits, TwoProgramsAgreeOnEveryEventThatMovesUnits) {
  const TemporaryFolder folder;
  const auto key = folder.path() / "XXA01.vkey";
  {
    const LocalRegistry local = open_with_history(folder.path(), "XXA01", EveryAct().world());
    std::ofstream(key) << local->verifier().text();
  }
  const std::string journal = (folder.path() / "XXA01.itmo").string();
  const std::string text = (folder.path() / "XXA01.ndjson").string();
  ASSERT_EQ(itmo(fmt::format("export {} -o {}", journal, text)).code, 0);

  const std::string exported = read_file(text);
  for (const char* type :
       {"units_issued", "units_acquired", "units_moved", "units_transferred", "delivery_confirmed",
        "units_used", "units_cancelled", "units_declined", "entry_corrected", "units_withdrawn",
        "hold_placed", "remedy_opened", "remedy_settled", "metric_units_issued"})
    EXPECT_THAT(exported, HasSubstr(fmt::format("{{\"type\":\"{}\"", type)));

  const auto cpp = itmo("holdings " + text);
  EXPECT_EQ(cpp.code, 0);
  EXPECT_THAT(cpp.output, ::testing::EndsWith(std::string(kHoldings)));
  EXPECT_EQ(itmo("holdings " + journal).output, cpp.output);
  EXPECT_EQ(outsider(text, key).output, cpp.output);
}

// Whoever asks sees what the units are counted in.
TEST(ExportUnits, AnotherMetricIsNamed) {
  const TemporaryFolder folder;
  {
    const LocalRegistry local = open_with_history(folder.path(), "XXA01", EveryAct().world());
    std::ofstream(folder.path() / "XXA01.vkey") << local->verifier().text();
  }
  const auto ask = [&](const std::string& command) {
    return itmo(fmt::format("{} {}/XXA01.itmo XAA-MWH", command, folder.path().string())).output;
  };
  EXPECT_THAT(ask("find"), HasSubstr("40 MWh of XAA"));
  EXPECT_THAT(ask("statement"), AllOf(HasSubstr("holds, MWh"), HasSubstr("opening, MWh"),
                                      Not(HasSubstr("t CO2 eq"))));
}

// Words and JSON name the metric, and no t CO2 eq where there are none.
TEST(ExportUnits, AnActOnUnitsOfAnotherMetricIsToldInIt) {
  const TemporaryFolder folder;
  const auto key = folder.path() / "XXA01.key";
  open_with_history(folder.path(), "XXA01", EveryAct().world());
  std::ofstream(key) << test_key("XXA01").text();
  const std::string journal = (folder.path() / "XXA01.itmo").string();
  for (const auto& [account, metric] :
       {std::pair{"SECOND", " --metric MWh"}, std::pair{"THIRD", ""}})
    ASSERT_EQ(itmo(fmt::format("act open_account {} --key {} --account {} --party XAA{}", journal,
                               key.string(), account, metric))
                  .code,
              0);
  const auto move = [&](const char* from, const char* first, const char* to) {
    return fmt::format(
        "act move {} --key {} --dry-run --account {} --first-id {} --vintage 2024 "
        "--quantity-t-co2eq 10 --to-account {}",
        journal, key.string(), from, first, to);
  };
  const std::string in_mwh = move("XAA-MWH", "CA9998-XXA01-XAA-1001-2024", "SECOND");
  const std::string words = itmo(in_mwh).output;
  EXPECT_THAT(words, AllOf(HasSubstr("10 MWh: CA9998-XXA01-XAA-1001-2024"), HasSubstr("30 MWh")));
  EXPECT_THAT(words, Not(HasSubstr("CO2")));
  const std::string json = itmo(in_mwh + " --json").output;
  EXPECT_THAT(json, AllOf(HasSubstr(R"("quantity":10,"metric":"MWh")"),
                          HasSubstr(R"("metric":"MWh","held_before":40,"held_after":30)")));
  EXPECT_THAT(json, Not(HasSubstr("t_co2eq")));
  EXPECT_THAT(itmo(move("XAA-PARTY", "CA9999-XXA01-XAA-1-2024", "THIRD")).output,
              HasSubstr("10 t CO2 eq: CA9999"));
}

}  // namespace
}  // namespace openitmo::testing
