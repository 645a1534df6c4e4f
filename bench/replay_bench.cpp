#include <benchmark/benchmark.h>
#include <filesystem>
#include <fmt/format.h>
#include <unistd.h>

#include "journal/checkpoint.h"
#include "ledger_world/ledger_world.h"
#include "registry/entry_codec.h"
#include "registry/registry.h"
#include "storage/sqlite/sqlite_store.h"

// Opening a registry: every entry read, hashed, decoded, applied, every checkpoint and invariant
// checked. The baseline in the same run only reads and hashes the same entries.
namespace {

using namespace openitmo;

constexpr std::uint64_t kEntries = 300'000;
constexpr std::uint64_t kGroup = 1'000;  // entries under one checkpoint
constexpr std::uint64_t kBlocks = 1'000;

// A history of account moves over a thousand blocks, in a real SQLite file.
class Journal {
 public:
  Journal() {
    path_ = std::filesystem::temp_directory_path() / fmt::format("replay-bench-{}.itmo", getpid());
    journal::SignerKey key = signer();
    storage::SqliteStore::create(path_, {key.verifier().name(), key.verifier().text()});
    auto store = storage::SqliteStore::open(path_);
    fill(store, key);
  }
  ~Journal() {
    for (const char* ending : {"", "-wal", "-shm", ".lock"})
      std::filesystem::remove(path_.string() + ending);
  }
  const std::filesystem::path& path() const { return path_; }
  static journal::SignerKey signer() {
    return {"bench.example/XXA01", journal::KeyType::note, journal::sha256("bench")};
  }

 private:
  static ledger::Event move(const testing::Units& units, std::uint64_t step) {
    const bool there = step / kBlocks % 2 == 0;
    ledger::ItmoRange range = units.ranges[0];
    range.first_id.serial += step % kBlocks * 100;
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
        world.issue({.host = "XAA", .vintage = 2024, .quantity_t_co2eq = kBlocks * 100});
    world.must(ledger::OpenAccount{"SECOND", *PartyId::parse("XAA"), ""});
    std::vector<std::string> bytes;
    for (const auto& entry : world.entries())
      bytes.push_back(registry::encode(entry.envelope, entry.event));
    ledger::Envelope envelope = world.entries().back().envelope;
    journal::MerkleTree tree;
    for (std::uint64_t step = 0; step < kEntries; ++step) {
      envelope.command_id = fmt::format("01H{:020}", step);
      bytes.push_back(registry::encode(envelope, move(units, step)));
      if (bytes.size() < kGroup && step + 1 < kEntries) continue;
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

  std::filesystem::path path_;
};

const Journal& shared_journal() {
  static const Journal made;
  return made;
}

void read_and_hash(benchmark::State& state) {
  const Journal& shared = shared_journal();
  for (auto _ : state) {
    auto store = storage::SqliteStore::open_read_only(shared.path());
    std::uint64_t count = 0;
    store.read(0, store.size(), [&](const journal::StoredEntry&) { ++count; });
    benchmark::DoNotOptimize(count);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kEntries));
}
BENCHMARK(read_and_hash)->Unit(benchmark::kMillisecond)->UseRealTime()->MeasureProcessCPUTime();

void replay_and_verify(benchmark::State& state) {
  const Journal& shared = shared_journal();
  const auto key = Journal::signer();
  for (auto _ : state) {
    auto store = storage::SqliteStore::open_read_only(shared.path());
    const auto replayed =
        registry::replay_journal(store, key.verifier(), "bench", [](const ledger::Entry&) {});
    benchmark::DoNotOptimize(replayed.tree.size());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kEntries));
}
BENCHMARK(replay_and_verify)->Unit(benchmark::kMillisecond)->UseRealTime()->MeasureProcessCPUTime();

}  // namespace
