#include <benchmark/benchmark.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <memory>
#include <unistd.h>

#include "journal/checkpoint.h"
#include "ledger_world/ledger_world.h"
#include "registry/entry_codec.h"
#include "registry/snapshot/snapshot.h"
#include "registry/statement.h"
#include "storage/sqlite/sqlite_store.h"

// Opening a registry: every entry read, hashed, decoded, applied, every checkpoint and invariant
// checked; or from its snapshot. The baseline in the same run only reads and hashes the same
// entries.
namespace {

using namespace openitmo;

constexpr std::uint64_t kGroup = 1'000;  // entries under one checkpoint

struct Size {
  std::uint64_t entries, blocks;
  bool operator==(const Size&) const = default;
};

// A history of account moves over so many blocks, in a real SQLite file with its snapshot.
class Journal {
 public:
  explicit Journal(Size size) : size_(size) {
    path_ = std::filesystem::temp_directory_path() / fmt::format("replay-bench-{}.itmo", getpid());
    journal::SignerKey key = signer();
    storage::SqliteStore::create(path_, {key.verifier().name(), key.verifier().text()});
    auto store = storage::SqliteStore::open(path_);
    fill(store, key);
    const auto opened = registry::open_journal(store, key.verifier(), "bench", {},
                                               {.commands = true, .history = true});
    std::ofstream file(snapshot_path(), std::ios::binary);
    registry::write_snapshot([&](std::string_view piece) { file << piece; }, opened.now, "bench",
                             key);
  }
  ~Journal() {
    for (const char* ending : {"", "-wal", "-shm", ".lock", ".snapshot"})
      std::filesystem::remove(path_.string() + ending);
  }
  Size size() const { return size_; }
  const std::filesystem::path& path() const { return path_; }
  std::string snapshot_path() const { return path_.string() + ".snapshot"; }
  registry::SnapshotFile snapshot() const {
    return {[path = snapshot_path()] {
              return std::make_unique<std::ifstream>(path, std::ios::binary);
            },
            "bench"};
  }
  static journal::SignerKey signer() {
    return {"bench.example/XXA01", journal::KeyType::note, journal::sha256("bench")};
  }

 private:
  ledger::Event move(const testing::Units& units, std::uint64_t step) const {
    const bool there = step / size_.blocks % 2 == 0;
    ledger::ItmoRange range = units.ranges[0];
    range.first_id.serial += step % size_.blocks * 100;
    range.last_id.serial = range.first_id.serial + 99;
    return ledger::UnitsMoved{
        {range}, there ? units.account : "SECOND", there ? "SECOND" : units.account};
  }

  void fill(storage::SqliteStore& store, const journal::SignerKey& key) {
    testing::World world({"XAA", "XBB"});
    world.must(testing::World::ndc("XAA", 2021, 2030));
    world.must(testing::World::ndc("XBB", 2021, 2030));
    world.at(Date(2025, 2, 1));
    const auto units =
        world.issue({.host = "XAA", .vintage = 2024, .quantity_t_co2eq = size_.blocks * 100});
    world.must(ledger::OpenAccount{"SECOND", *PartyId::parse("XAA"), ""});
    std::vector<std::string> bytes;
    for (const auto& entry : world.entries())
      bytes.push_back(registry::encode(entry.envelope, entry.event));
    ledger::Envelope envelope = world.entries().back().envelope;
    journal::MerkleTree tree;
    for (std::uint64_t step = 0; step < size_.entries; ++step) {
      envelope.command_id = fmt::format("01H{:020}", step);
      bytes.push_back(registry::encode(envelope, move(units, step)));
      if (bytes.size() < kGroup && step + 1 < size_.entries) continue;
      const std::uint64_t first = tree.size();
      std::vector<std::string_view> views;
      for (const auto& entry : bytes) {
        tree.append(journal::leaf_hash(entry));
        views.push_back(entry);
      }
      store.append_group(
          first, views,
          {tree.size(),
           journal::sign_checkpoint({key.verifier().name(), tree.size(), tree.root(), {}}, key)});
      bytes.clear();
    }
  }

  Size size_;
  std::filesystem::path path_;
};

// One at a time: ten million entries take four GiB.
const Journal& shared_journal(const benchmark::State& state) {
  static std::unique_ptr<Journal> kept;
  const Size wanted{static_cast<std::uint64_t>(state.range(0)),
                    static_cast<std::uint64_t>(state.range(1))};
  if (kept && kept->size() == wanted) return *kept;
  kept.reset();
  kept = std::make_unique<Journal>(wanted);
  return *kept;
}

void read_and_hash(benchmark::State& state) {
  const Journal& shared = shared_journal(state);
  for (auto _ : state) {
    auto store = storage::SqliteStore::open_read_only(shared.path());
    std::uint64_t count = 0;
    store.read(0, store.size(), [&](const journal::StoredEntry&) { ++count; });
    benchmark::DoNotOptimize(count);
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
void replay_and_verify(benchmark::State& state) {
  const Journal& shared = shared_journal(state);
  const auto key = Journal::signer();
  for (auto _ : state) {
    auto store = storage::SqliteStore::open_read_only(shared.path());
    const auto replayed =
        registry::replay_journal(store, key.verifier(), "bench", [](const ledger::Entry&) {});
    benchmark::DoNotOptimize(replayed.tree.size());
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
// To the answer to a first question; with the command ids, as for recording, or without.
void open_from_snapshot(benchmark::State& state, const registry::SnapshotParts& parts) {
  const Journal& shared = shared_journal(state);
  const auto key = Journal::signer();
  for (auto _ : state) {
    auto store = storage::SqliteStore::open_read_only(shared.path());
    const auto opened =
        registry::open_journal(store, key.verifier(), "bench", shared.snapshot(), parts);
    check(!opened.not_used, "the snapshot is used");
    const auto found = registry::find(opened.now.state.ledger, "SECOND", 1);
    check(found.count == 1, "the account is found");
  }
  state.counters["snapshot_bytes"] =
      static_cast<double>(std::filesystem::file_size(shared.snapshot_path()));
}
void open_to_ask(benchmark::State& state) { open_from_snapshot(state, {}); }
void open_to_record(benchmark::State& state) { open_from_snapshot(state, {.commands = true}); }
void open_for_statements(benchmark::State& state) { open_from_snapshot(state, {.history = true}); }
// By size, so that one journal serves all that want it.
const bool kRegistered = [] {
  const auto at = [](const char* name, void (*run)(benchmark::State&), Size size) {
    benchmark::RegisterBenchmark(name, run)
        ->Args({static_cast<std::int64_t>(size.entries), static_cast<std::int64_t>(size.blocks)})
        ->Unit(benchmark::kMillisecond)
        ->UseRealTime()
        ->MeasureProcessCPUTime();
  };
  constexpr Size kSmall{300'000, 1'000};
  at("read_and_hash", read_and_hash, kSmall);
  at("replay_and_verify", replay_and_verify, kSmall);
  for (const Size size : {kSmall, Size{10'000'000, 1'000}, Size{10'000'000, 1'000'000}}) {
    at("open_to_ask", open_to_ask, size);
    at("open_to_record", open_to_record, size);
    at("open_for_statements", open_for_statements, size);
  }
  return true;
}();

}  // namespace
