#include <algorithm>
#include <benchmark/benchmark.h>
#include <ctime>
#include <fmt/format.h>
#include <fstream>
#include <malloc.h>
#include <memory>
#include <random>
#include <unistd.h>
#include <unordered_map>

#include "ledger/foresight.h"
#include "ledger_world/ledger_world.h"
#include "quantity/check.h"

// Acts a second of `decide` + `apply` on one core, in random order over blocks and accounts, with
// 1,000 to 10 million live blocks. Every account has a hundred blocks of 100 t in five vintages.
// The baseline keeps only who holds which block: one hash map and an array of balances.
namespace {

using namespace openitmo;

constexpr std::uint64_t kBlockTonnes = 100;
constexpr std::uint64_t kVintages = 5;
constexpr int kFirstVintage = 2021;
constexpr std::uint64_t kBlocksPerAccount = 100;

std::uint64_t resident_bytes() {
  std::ifstream statm("/proc/self/statm");
  malloc_trim(0);
  std::uint64_t size = 0, resident = 0;
  statm >> size >> resident;
  return resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

// Of this thread: what other programs on the machine take is not counted.
double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

enum class Act { first_transfer, transfer, move };
enum class Choice { by_first_id, lowest_serials };
struct Kind {
  Act act;
  Choice choice;
  std::uint64_t quantity_t_co2eq;  // of the hundred of a block
};

// A registry of N blocks, each dealt to a random account of one Party: that of the host, or for
// transfers that of the other Party, to which all units have gone before.
class Market {
 public:
  Market(std::uint64_t blocks, bool first_transferred)
      : blocks_(blocks), accounts_(std::max<std::uint64_t>(blocks / kBlocksPerAccount, 4)) {
    const std::uint64_t before = resident_bytes();
    open_accounts(issue(), first_transferred);
    deal(first_transferred ? 1 : 0);
    bytes_per_block_ = static_cast<double>(resident_bytes() - before) / static_cast<double>(blocks);
    held_t_.resize(accounts_ * kVintages);
    taken_.resize(blocks_);
    for (std::uint32_t block = 0; block < blocks_; ++block)
      held_t_[slot(holder_[block], block)] += kBlockTonnes;
  }

  std::uint64_t blocks() const { return blocks_; }
  double bytes_per_block() const { return bytes_per_block_; }
  // Whether there is enough left for such acts: a block is split or first transferred only once,
  // and after acts on the lowest serials nobody here knows where a block lies.
  bool fit_for(const Kind& kind) const {
    return worn_ <= blocks_ / 10 && !(shuffled_ && kind.choice == Choice::by_first_id);
  }

  // Commands that will all be accepted, in this order. Makes nothing happen yet.
  std::vector<ledger::Command> commands(const Kind& kind, std::size_t count) {
    std::vector<ledger::Command> made;
    while (made.size() < count)
      if (const auto next = pick(kind)) made.push_back(command(kind, *next));
    if (!keeps_its_shape(kind)) worn_ += count;
    if (kind.choice == Choice::lowest_serials) shuffled_ = true;
    return made;
  }

  void carry_out(const std::vector<ledger::Command>& commands) {
    constexpr std::size_t kAhead = ledger::Foresight::kAhead;
    ledger::Foresight foresight(ledger_);
    for (std::size_t i = 0; i < commands.size() + kAhead; ++i) {
      if (i < commands.size()) foresight.look_at(commands[i]);
      if (i < kAhead) continue;
      auto event = decide(ledger_, entry_.envelope, commands[i - kAhead]);
      check(event.has_value(), event ? std::string() : message(event.error()).en);
      record(*std::move(event));
    }
  }

 private:
  struct Pick {
    std::uint32_t block, from, to;
  };

  static bool keeps_its_shape(const Kind& kind) {
    return kind.quantity_t_co2eq == kBlockTonnes && kind.act != Act::first_transfer;
  }
  static std::string account_name(std::uint64_t account) { return fmt::format("ACC-{}", account); }
  std::size_t slot(std::uint64_t account, std::uint64_t block) const {
    return account * kVintages + block % kVintages;
  }
  ledger::ItmoRange range_of(std::uint64_t block) const {
    const std::uint64_t first =
        first_serials_[block % kVintages] + block / kVintages * kBlockTonnes;
    return ledger::make_range(series_[block % kVintages], first, first + kBlockTonnes - 1);
  }

  void record(ledger::Event event) {
    entry_.number = ledger_.entry_count();
    entry_.event = std::move(event);
    ledger_.apply(entry_);
  }

  std::vector<testing::Units> issue() {
    testing::World world({"XAA", "XBB"});
    world.must(testing::World::ndc("XAA", 2021, 2030));
    world.must(testing::World::ndc("XBB", 2021, 2030));
    world.at(Date(2026, 2, 1));
    std::vector<testing::Units> issued;
    for (std::uint64_t i = 0; i < kVintages; ++i) {
      issued.push_back(world.issue({.host = "XAA",
                                    .vintage = kFirstVintage + static_cast<int>(i),
                                    .quantity_t_co2eq = blocks_ / kVintages * kBlockTonnes}));
      series_.push_back(issued.back().ranges.front().series());
      first_serials_.push_back(issued.back().ranges.front().first_id.serial);
    }
    for (const ledger::Entry& entry : world.entries()) ledger_.apply(entry);
    entry_.envelope = world.entries().back().envelope;
    return issued;
  }

  void open_accounts(const std::vector<testing::Units>& issued, bool first_transferred) {
    for (std::uint64_t i = 0; i < accounts_; ++i) {
      const PartyId party = testing::party_id(i % 2 == 0 ? "XAA" : "XBB");
      record(ledger::OpenAccount{account_name(i), party, ""});
    }
    if (!first_transferred) return;
    for (const testing::Units& units : issued)
      record(ledger::UnitsTransferred{.action = ledger::ActionType::first_transfer,
                                      .ranges = units.ranges,
                                      .authorization = units.authorization,
                                      .from_account = units.account,
                                      .from_party = testing::party_id("XAA"),
                                      .to_party = testing::party_id("XBB"),
                                      .to_registry = ledger_.registry()->registry,
                                      .to_account = testing::World::account_of("XBB"),
                                      .mitigation_type = MitigationType::emission_reductions,
                                      .underlying = {}});
  }

  void deal(std::uint64_t party) {
    const std::string from = testing::World::account_of(party == 0 ? "XAA" : "XBB");
    holder_.resize(blocks_);
    for (std::uint32_t block = 0; block < blocks_; ++block) {
      holder_[block] = any_account(party);
      record(ledger::UnitsMoved{{range_of(block)}, from, account_name(holder_[block])});
    }
  }

  std::uint32_t any_account(std::uint64_t party) {
    return static_cast<std::uint32_t>(random_() % (accounts_ / 2) * 2 + party);
  }

  // Nothing where the first throw of the dice names units that are not there (any more).
  std::optional<Pick> pick(const Kind& kind) {
    const auto block = static_cast<std::uint32_t>(random_() % blocks_);
    return kind.choice == Choice::by_first_id ? pick_block(kind, block) : pick_lowest(kind, block);
  }

  std::uint32_t any_target(const Kind& kind, std::uint32_t from) {
    return any_account(kind.act == Act::move ? from % 2 : 1 - from % 2);
  }

  std::optional<Pick> pick_block(const Kind& kind, std::uint32_t block) {
    if (taken_[block]) return std::nullopt;
    taken_[block] = !keeps_its_shape(kind);
    const std::uint32_t from = holder_[block];
    holder_[block] = any_target(kind, from);
    return carried(kind, {block, from, holder_[block]});
  }

  Pick carried(const Kind& kind, const Pick& pick) {
    held_t_[slot(pick.from, pick.block)] -= kind.quantity_t_co2eq;
    held_t_[slot(pick.to, pick.block)] += kind.quantity_t_co2eq;
    return pick;
  }

  // Of the block only the vintage matters.
  std::optional<Pick> pick_lowest(const Kind& kind, std::uint32_t block) {
    const bool by_host = kind.act != Act::transfer;
    const std::uint32_t from = any_account(by_host ? 0 : random_() % 2);
    if (held_t_[slot(from, block)] < kind.quantity_t_co2eq) return std::nullopt;
    return carried(kind, {block, from, any_target(kind, from)});
  }

  ledger::Command command(const Kind& kind, const Pick& pick) const {
    ledger::UnitSelection units{
        .account = account_name(pick.from),
        .vintage = CalendarYear(kFirstVintage + static_cast<int>(pick.block % kVintages)),
        .quantity_t_co2eq = TonnesCo2eq(kind.quantity_t_co2eq),
        .first_id = {},
        .authorization = {},
        .component = {}};
    if (kind.choice == Choice::by_first_id) units.first_id = range_of(pick.block).first_id;
    const std::string to = account_name(pick.to);
    const PartyId to_party = testing::party_id(pick.to % 2 == 0 ? "XAA" : "XBB");
    const RegistryId registry = ledger_.registry()->registry;
    if (kind.act == Act::move) return ledger::MoveUnits{units, to};
    if (kind.act == Act::transfer) return ledger::Transfer{units, to_party, registry, to};
    return ledger::FirstTransfer{units, to_party, registry, to};
  }

  std::mt19937_64 random_{1};
  std::uint64_t blocks_, accounts_;
  double bytes_per_block_ = 0;
  std::uint64_t worn_ = 0;  // acts that leave blocks in another shape
  bool shuffled_ = false;
  ledger::Ledger ledger_;
  ledger::Entry entry_;
  std::vector<ledger::ItmoSeries> series_;
  std::vector<std::uint64_t> first_serials_;
  // What the commands made so far will have led to.
  std::vector<std::uint32_t> holder_;  // of each block, by the account's number
  std::vector<std::uint64_t> held_t_;  // by account and vintage
  std::vector<bool> taken_;            // a block that has had its one act
};

// One market lives at a time; ten million blocks and their commands fit in a few GiB.
Market& market(std::uint64_t blocks, const Kind& kind) {
  static std::unique_ptr<Market> kept;
  static std::pair<std::uint64_t, bool> what;
  const std::pair wanted{blocks, kind.act == Act::transfer};
  if (!kept || what != wanted || !kept->fit_for(kind)) {
    kept.reset();
    kept = std::make_unique<Market>(blocks, wanted.second);
    what = wanted;
  }
  return *kept;
}

void acts(benchmark::State& state, const Kind& kind) {
  const auto blocks = static_cast<std::uint64_t>(state.range(0));
  const std::size_t batch = std::min<std::size_t>(blocks / 10, 2'000);
  Market* now = nullptr;
  for (auto _ : state) {
    now = &market(blocks, kind);
    const auto commands = now->commands(kind, batch);
    const double start = cpu_seconds();
    now->carry_out(commands);
    state.SetIterationTime(cpu_seconds() - start);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(batch));
  state.counters["bytes_per_block"] = now->bytes_per_block();
}

// Who holds a block changes, and two balances: no order, no rules, no record.
void plain_map(benchmark::State& state) {
  const auto blocks = static_cast<std::uint64_t>(state.range(0));
  const std::uint64_t accounts = std::max<std::uint64_t>(blocks / kBlocksPerAccount, 4);
  std::mt19937_64 random(1);
  const std::uint64_t before = resident_bytes();
  std::unordered_map<std::uint64_t, std::uint32_t> holder;
  std::vector<std::uint64_t> balances(accounts, kBlockTonnes * blocks);
  for (std::uint64_t block = 0; block < blocks; ++block)
    holder[block * kBlockTonnes] = static_cast<std::uint32_t>(random() % accounts);
  const auto bytes = static_cast<double>(resident_bytes() - before);
  std::vector<std::pair<std::uint64_t, std::uint32_t>> picks(1 << 20);
  for (auto& [block, to] : picks)
    block = random() % blocks * kBlockTonnes, to = static_cast<std::uint32_t>(random() % accounts);
  std::size_t next = 0;
  for (auto _ : state) {
    const auto& [block, to] = picks[next++ & (picks.size() - 1)];
    std::uint32_t& held = holder.find(block)->second;
    balances[held] -= kBlockTonnes;
    balances[to] += kBlockTonnes;
    held = to;
  }
  state.SetItemsProcessed(state.iterations());
  state.counters["bytes_per_block"] = bytes / static_cast<double>(blocks);
}
BENCHMARK(plain_map)->RangeMultiplier(10)->Range(1'000, 10'000'000);

struct Case {
  const char* name;
  Kind kind;
};
// In this order one market serves most of them.
constexpr Case kCases[] = {
    {"move_whole", {Act::move, Choice::by_first_id, 100}},
    {"first_transfer_whole", {Act::first_transfer, Choice::by_first_id, 100}},
    {"first_transfer_part", {Act::first_transfer, Choice::by_first_id, 40}},
    {"move_part", {Act::move, Choice::by_first_id, 40}},
    {"first_transfer_lowest", {Act::first_transfer, Choice::lowest_serials, 100}},
    {"move_lowest_part", {Act::move, Choice::lowest_serials, 40}},
    {"transfer_whole", {Act::transfer, Choice::by_first_id, 100}},
    {"transfer_part", {Act::transfer, Choice::by_first_id, 40}},
    {"transfer_lowest", {Act::transfer, Choice::lowest_serials, 100}},
};

const bool kRegistered = [] {
  for (std::int64_t blocks = 1'000; blocks <= 10'000'000; blocks *= 10)
    for (const Case& one : kCases)
      benchmark::RegisterBenchmark(one.name, acts, one.kind)
          ->Arg(blocks)
          ->UseManualTime()
          ->Unit(benchmark::kMillisecond);
  return true;
}();

}  // namespace
