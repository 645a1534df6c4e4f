#include <algorithm>
#include <benchmark/benchmark.h>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <fmt/format.h>

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

// XAA holds blocks of 100 units, which move between two of its accounts.
testing::World world_of_blocks() {
  testing::World world({"XAA", "XBB"});
  for (const char* code : {"XAA", "XBB"}) world.must(testing::World::ndc(code, 2021, 2030));
  world.at(Date(2025, 2, 1));
  world.issue({.host = "XAA", .quantity_t_co2eq = kBlocks * 100});
  world.must(ledger::OpenAccount{"SECOND", *PartyId::parse("XAA"), ""});
  return world;
}

Request move(std::uint64_t step) {
  static const std::string first = testing::World::account_of("XAA");
  const bool there = step / kBlocks % 2 == 0;
  ledger::MoveUnits command;
  command.units.account = there ? first : "SECOND";
  command.units.vintage = Vintage(2024);
  command.units.quantity_t_co2eq = TonnesCo2eq(100);
  command.units.first_id =
      ledger::ItmoIdentifier{{*CooperativeApproachId::parse("CA9999"), *RegistryId::parse("XXA01"),
                              *PartyId::parse("XAA"), Vintage(2024)},
                             step % kBlocks * 100 + 1};
  command.to_account = there ? "SECOND" : first;
  ledger::Envelope envelope;
  envelope.recorded_at = noon();
  envelope.effective_date = noon().date();
  envelope.actor = "a-1";
  envelope.command_id = fmt::format("01H{:020}", step);
  return {envelope, command};
}

void bulk_recorded(benchmark::State& state) {
  for (auto _ : state) {
    state.PauseTiming();
    {
      testing::TemporaryFolder folder;
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
      testing::TemporaryFolder folder;
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
      testing::TemporaryFolder folder;
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

// Each submitter sends one act and waits for its answer before the next.
void single_acts(benchmark::State& state) {
  const auto submitters = static_cast<std::uint64_t>(state.range(0));
  constexpr std::uint64_t kEach = 500;
  testing::TemporaryFolder folder;
  auto local = testing::open_with_history(folder.path(), "XXA01", world_of_blocks());
  std::vector<double> waits_ms;
  std::uint64_t round = 0;
  for (auto _ : state) {
    GroupCommit front(*local.registry, noon);
    std::vector<std::vector<double>> waits(submitters);
    std::vector<std::thread> threads;
    for (std::uint64_t submitter = 0; submitter < submitters; ++submitter)
      threads.emplace_back([&, submitter] {
        for (std::uint64_t act = 0; act < kEach; ++act) {
          // A block of its own for each submitter, so that no act meets another's.
          Request request = move(submitter + act % 2 * kBlocks);
          request.envelope.command_id = fmt::format("{}-{}-{}", round, act, submitter);
          const auto start = std::chrono::steady_clock::now();
          const auto answer = front.submit(std::move(request)).get();
          const std::chrono::duration<double, std::milli> waited =
              std::chrono::steady_clock::now() - start;
          waits[submitter].push_back(answer ? waited.count() : 1e9);
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
BENCHMARK(single_acts)->Arg(1)->Arg(8)->Arg(64)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
