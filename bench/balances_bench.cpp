#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <memory>
#include <random>

#include "accounting/accounts.h"
#include "ledger_world/ledger_world.h"
#include "quantity/check.h"

// Balances of all 50 Parties of a registry whose journal has N entries: each block is first
// transferred to another Party by one entry and used by that Party by another. The bar: 2 s for ten
// million entries. The baseline adds up the tonnes of all actions and of all blocks, once.
namespace {

using namespace openitmo;

constexpr std::uint64_t kParties = 50;
constexpr std::uint64_t kVintages = 5;
constexpr std::uint64_t kBlockTonnes = 100;
constexpr int kFirstVintage = 2021;

std::string code_of(std::uint64_t party) {
  return fmt::format("X{}{}", static_cast<char>('A' + party / 26),
                     static_cast<char>('A' + party % 26));
}

class Trade {
 public:
  explicit Trade(std::uint64_t entries) : blocks_(entries / 2) {
    std::vector<std::string> codes;
    for (std::uint64_t party = 0; party < kParties; ++party) codes.push_back(code_of(party));
    world_.emplace(codes);
    for (const std::string& code : codes) {
      world_->must(testing::World::ndc(code, 2021, 2030));
      for (int year = 2021; year <= 2025; ++year)
        world_->inventory(code, year, KilogramsCo2eq(std::int64_t{1} << 40));
    }
    world_->at(Date(2026, 2, 1));
    const std::uint64_t of_each = (blocks_ / kParties / kVintages + 1) * kBlockTonnes;
    for (const std::string& code : codes)
      for (std::uint64_t i = 0; i < kVintages; ++i)
        issued_.push_back(world_->issue({.host = code,
                                         .vintage = kFirstVintage + static_cast<int>(i),
                                         .quantity_t_co2eq = of_each}));
    for (const ledger::Entry& entry : world_->entries()) ledger_.apply(entry);
    entry_.envelope = world_->entries().back().envelope;
    world_.reset();
    for (std::uint64_t block = 0; block < blocks_; ++block) trade(block);
  }

  const ledger::Ledger& ledger() const { return ledger_; }

 private:
  void trade(std::uint64_t block) {
    const testing::Units& units = issued_[block % issued_.size()];
    const auto& whole = units.ranges.front();
    const std::uint64_t first = whole.first_id.serial + block / issued_.size() * kBlockTonnes;
    const auto range = ledger::make_range(whole.series(), first, first + kBlockTonnes - 1);
    const std::uint64_t host = block % issued_.size() / kVintages;
    const std::string buyer = code_of((host + 1 + random_() % (kParties - 1)) % kParties);
    record(ledger::UnitsTransferred{.action = ledger::ActionType::first_transfer,
                                    .ranges = {range},
                                    .authorization = units.authorization,
                                    .from_account = units.account,
                                    .from_party = range.series().party,
                                    .to_party = testing::party_id(buyer),
                                    .to_registry = ledger_.registry()->registry,
                                    .to_account = testing::World::account_of(buyer),
                                    .mitigation_type = MitigationType::emission_reductions,
                                    .underlying = {}});
    record(ledger::UnitsUsed{.ranges = {range},
                             .account = testing::World::account_of(buyer),
                             .party = testing::party_id(buyer),
                             .purpose = ledger::UsePurpose::ndc,
                             .year = range.series().vintage,
                             .entity = {}});
  }

  void record(ledger::Event event) {
    entry_.number = ledger_.entry_count();
    entry_.event = std::move(event);
    ledger_.apply(entry_);
  }

  std::uint64_t blocks_;
  std::mt19937_64 random_{1};
  std::optional<testing::World> world_;
  std::vector<testing::Units> issued_;
  ledger::Ledger ledger_;
  ledger::Entry entry_;
};

const ledger::Ledger& ledger_of(std::uint64_t entries) {
  static std::unique_ptr<Trade> kept;
  static std::uint64_t kept_entries = 0;
  if (kept_entries != entries) {
    kept.reset();
    kept = std::make_unique<Trade>(entries);
    kept_entries = entries;
  }
  return kept->ledger();
}

void balances(benchmark::State& state) {
  const ledger::Ledger& ledger = ledger_of(static_cast<std::uint64_t>(state.range(0)));
  for (auto _ : state) {
    const auto accounts = accounting::accounts_of(ledger, ledger.registry()->parties);
    TonnesCo2eq used;
    for (const auto& account : accounts) used += account.flows.used.total();
    check(used.value() == static_cast<std::uint64_t>(state.range(0)) / 2 * kBlockTonnes,
          "every block was used");
  }
  state.counters["actions"] = static_cast<double>(ledger.actions().size());
}

void actions_and_blocks_added_up(benchmark::State& state) {
  const ledger::Ledger& ledger = ledger_of(static_cast<std::uint64_t>(state.range(0)));
  for (auto _ : state) {
    TonnesCo2eq sum;
    for (const ledger::Action& action : ledger.actions()) sum += action.range.quantity_t_co2eq();
    ledger.blocks().for_each(
        [&](const ledger::Block& block) { sum += block.range.quantity_t_co2eq(); });
    benchmark::DoNotOptimize(sum);
  }
}

void sizes(benchmark::internal::Benchmark* bench) {
  bench->Unit(benchmark::kMillisecond)->UseRealTime();
}
BENCHMARK(actions_and_blocks_added_up)->Apply(sizes)->Arg(1'000'000);
BENCHMARK(balances)->Apply(sizes)->Arg(1'000'000);
BENCHMARK(actions_and_blocks_added_up)->Apply(sizes)->Arg(10'000'000);
BENCHMARK(balances)->Apply(sizes)->Arg(10'000'000);

}  // namespace
