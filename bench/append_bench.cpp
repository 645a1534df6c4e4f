#include <algorithm>
#include <benchmark/benchmark.h>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <random>

#include "ledger_world/ledger_world.h"
#include "registry/group_commit.h"
#include "registry/local_registry.h"

// Acts made durable: decided, checked, hashed, signed, stored and synced. The baselines in the same
// run store the same bytes in the same groups with SQLite alone.
namespace {

using namespace openitmo;
using registry::GroupCommit;
using registry::Request;

constexpr std::uint64_t kBlocks = 1'000;
constexpr std::uint64_t kBulk = 100'000;  // acts in a bulk run
constexpr std::uint64_t kGroup = 10'000;  // of them under one checkpoint

Instant noon() { return *Instant::parse("2026-06-01T12:00:00Z"); }

ledger::ItmoIdentifier first_id_of(std::uint64_t block) {
  return {{*CooperativeApproachId::parse("CA9999"), *RegistryId::parse("XXA01"),
           *PartyId::parse("XAA"), Vintage(2024)},
          block * 100 + 1};
}

// XAA holds units for so many blocks of 100.
testing::World world_with_units(std::uint64_t blocks) {
  testing::World world({"XAA", "XBB"});
  for (const char* code : {"XAA", "XBB"}) world.must(testing::World::ndc(code, 2021, 2030));
  world.at(Date(2025, 2, 1));
  world.issue({.host = "XAA", .quantity_t_co2eq = blocks * 100});
  world.must(ledger::OpenAccount{"SECOND", *PartyId::parse("XAA"), ""});
  return world;
}

// They move between two of its accounts.
testing::World world_of_blocks() { return world_with_units(kBlocks); }

Request request(const std::string& id, ledger::MoveUnits command) {
  ledger::Envelope envelope;
  envelope.recorded_at = noon();
  envelope.effective_date = noon().date();
  envelope.actor = "a-1";
  envelope.command_id = id;
  return {envelope, std::move(command)};
}

ledger::MoveUnits move_block(std::uint64_t block, const std::string& from, const std::string& to) {
  ledger::MoveUnits command;
  command.units.account = from;
  command.units.vintage = Vintage(2024);
  command.units.quantity_t_co2eq = TonnesCo2eq(100);
  command.units.first_id = first_id_of(block);
  command.to_account = to;
  return command;
}

Request move(std::uint64_t step) {
  static const std::string first = testing::World::account_of("XAA");
  const bool there = step / kBlocks % 2 == 0;
  return request(fmt::format("01H{:020}", step),
                 move_block(step % kBlocks, there ? first : "SECOND", there ? "SECOND" : first));
}

void bulk_recorded(benchmark::State& state) {
  for (auto _ : state) {
    state.PauseTiming();
    {
      TemporaryFolder folder;
      auto local = testing::open_with_history(folder.path(), "XXA01", world_of_blocks());
      std::vector<std::vector<Request>> groups(kBulk / kGroup);
      for (std::uint64_t step = 0; step < kBulk; ++step)
        groups[step / kGroup].push_back(move(step));
      state.ResumeTiming();
      for (const auto& group : groups)
        for (const auto& answer : local->record_each(group))
          if (!answer) state.SkipWithError(ledger::message(answer.error()).en.c_str());
      state.PauseTiming();
    }
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kBulk));
}
BENCHMARK(bulk_recorded)->Unit(benchmark::kMillisecond)->UseRealTime()->MeasureProcessCPUTime();

// Bytes as long as such an entry's.
std::string entry_of(std::uint64_t number) {
  std::string bytes(560, 'x');
  std::memcpy(bytes.data(), &number, sizeof number);
  return bytes;
}

// The journal's own table with its triggers, and nothing decided or hashed.
class ReadyParts final : public journal::GroupParts {
 public:
  ReadyParts(const std::vector<journal::NewEntry>& entries, std::uint64_t size)
      : entries_(entries), size_(size) {}
  std::span<const journal::NewEntry> next() override {
    return std::exchange(given_, true) ? std::span<const journal::NewEntry>() : entries_;
  }
  journal::SavedCheckpoint checkpoint() override { return {size_, "note"}; }

 private:
  std::span<const journal::NewEntry> entries_;
  std::uint64_t size_;
  bool given_ = false;
};

void bulk_stored_by_the_journal(benchmark::State& state) {
  std::vector<std::string> bytes;
  std::vector<journal::NewEntry> group;
  for (std::uint64_t i = 0; i < kGroup; ++i) bytes.push_back(entry_of(i));
  for (const std::string& entry : bytes) group.push_back({entry, journal::leaf_hash(entry)});
  for (auto _ : state) {
    state.PauseTiming();
    {
      TemporaryFolder folder;
      const auto path = folder.path() / "plain.itmo";
      storage::SqliteStore::create(path, {"plain", "plain"});
      auto store = storage::SqliteStore::open(path);
      state.ResumeTiming();
      for (std::uint64_t at = 0; at < kBulk; at += kGroup) {
        ReadyParts parts(group, at + kGroup);
        store.append_parts(at, parts);
      }
      state.PauseTiming();
    }
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kBulk));
}
BENCHMARK(bulk_stored_by_the_journal)->Unit(benchmark::kMillisecond)->UseRealTime();

// The same rows in the same transactions, by SQLite alone: no trigger, no constraint.
class PlainTable {
 public:
  explicit PlainTable(const std::filesystem::path& path)
      : database_(path, {.access = storage::Access::create, .vfs = {}}) {
    database_.execute("PRAGMA journal_mode = WAL");
    database_.execute("PRAGMA synchronous = FULL");
    database_.execute("CREATE TABLE entry (number INTEGER PRIMARY KEY, hash BLOB, bytes BLOB)");
    insert_.emplace(database_, "INSERT INTO entry VALUES (?1, ?2, ?3)");
  }
  void append(std::uint64_t first, const std::vector<std::string>& entries) {
    static const std::string hash(32, 'h');
    database_.execute("BEGIN IMMEDIATE");
    for (const std::string& entry : entries)
      insert_->bind(1, first++).bind_blob(2, hash).bind_blob(3, entry).run();
    database_.execute("COMMIT");
  }

 private:
  storage::Database database_;
  std::optional<storage::Statement> insert_;
};

void bulk_stored_by_sqlite_alone(benchmark::State& state) {
  std::vector<std::string> group;
  for (std::uint64_t i = 0; i < kGroup; ++i) group.push_back(entry_of(i));
  for (auto _ : state) {
    state.PauseTiming();
    {
      TemporaryFolder folder;
      PlainTable table(folder.path() / "plain.sqlite");
      state.ResumeTiming();
      for (std::uint64_t at = 0; at < kBulk; at += kGroup) table.append(at, group);
      state.PauseTiming();
    }
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kBulk));
}
BENCHMARK(bulk_stored_by_sqlite_alone)->Unit(benchmark::kMillisecond)->UseRealTime();

// Blocks in accounts of a hundred.
class Market {
 public:
  explicit Market(std::uint64_t blocks)
      : blocks_(blocks), accounts_(std::max<std::uint64_t>(blocks / kBlocksEach, 2)) {
    testing::World world = world_with_units(blocks);
    for (std::uint64_t i = 0; i < accounts_; ++i)
      world.must(ledger::OpenAccount{account(i), *PartyId::parse("XAA"), ""});
    for (std::uint64_t i = 0; i < accounts_; ++i) {
      ledger::UnitsMoved dealt{{}, testing::World::account_of("XAA"), account(i)};
      for (std::uint64_t block = i * kBlocksEach; block < (i + 1) * kBlocksEach; ++block)
        dealt.ranges.push_back(
            ledger::make_range(first_id_of(block).series, block * 100 + 1, block * 100 + 100));
      world.record(dealt);
    }
    local_ = testing::open_with_history(folder_.path(), "XXA01", world);
  }
  std::uint64_t blocks() const { return blocks_; }
  registry::Registry& registry() { return *local_.registry; }
  // To another account and, with the next act, back.
  ledger::MoveUnits move(std::uint64_t block, bool back) const {
    const std::uint64_t home = block / kBlocksEach;
    const std::string here = account(home), there = account((home + accounts_ / 2) % accounts_);
    return back ? move_block(block, there, here) : move_block(block, here, there);
  }

 private:
  static constexpr std::uint64_t kBlocksEach = 100;
  static std::string account(std::uint64_t number) { return fmt::format("ACC-{}", number); }

  std::uint64_t blocks_, accounts_;
  TemporaryFolder folder_;
  testing::LocalRegistry local_;
};

Market& market_of(std::uint64_t blocks) {
  static std::unique_ptr<Market> kept;
  if (kept && kept->blocks() == blocks) return *kept;
  kept.reset();
  kept = std::make_unique<Market>(blocks);
  return *kept;
}

// Each submitter sends one act and waits for its answer before the next; each has blocks of its
// own, so that no act meets another's.
void single_acts(benchmark::State& state) {
  const auto submitters = static_cast<std::uint64_t>(state.range(0));
  constexpr std::uint64_t kEach = 500;
  Market& market = market_of(static_cast<std::uint64_t>(state.range(1)));
  std::vector<double> waits_ms;
  static std::uint64_t round = 0;
  for (auto _ : state) {
    GroupCommit front(market.registry(), noon);
    std::vector<std::vector<double>> waits(submitters);
    std::vector<std::thread> threads;
    for (std::uint64_t submitter = 0; submitter < submitters; ++submitter)
      threads.emplace_back([&, submitter] {
        std::mt19937_64 random(round * submitters + submitter);
        std::uint64_t block = 0;
        for (std::uint64_t act = 0; act < kEach; ++act) {
          if (act % 2 == 0)
            block = random() % (market.blocks() / submitters) * submitters + submitter;
          Request asked = request(fmt::format("{}-{}-{}", round, act, submitter),
                                  market.move(block, act % 2 == 1));
          const auto start = std::chrono::steady_clock::now();
          const auto answer = front.submit(std::move(asked)).get();
          const std::chrono::duration<double, std::milli> waited =
              std::chrono::steady_clock::now() - start;
          check(answer.has_value(), answer ? "" : ledger::message(answer.error()).en);
          waits[submitter].push_back(waited.count());
        }
      });
    for (std::thread& thread : threads) thread.join();
    for (const auto& one : waits) waits_ms.insert(waits_ms.end(), one.begin(), one.end());
    ++round;
  }
  std::sort(waits_ms.begin(), waits_ms.end());
  state.counters["p50_ms"] = waits_ms[waits_ms.size() / 2];
  state.counters["p99_ms"] = waits_ms[waits_ms.size() * 99 / 100];
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(submitters * kEach));
}
BENCHMARK(single_acts)
    ->ArgNames({"submitters", "blocks"})
    ->Args({1, 1'000})
    ->Args({8, 1'000})
    ->Args({64, 1'000})
    ->Args({64, 10'000})
    ->Args({64, 100'000})
    ->Args({64, 1'000'000})
    ->Args({64, 10'000'000})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
