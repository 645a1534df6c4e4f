#include <algorithm>
#include <benchmark/benchmark.h>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <random>
#include <unistd.h>

#include "journal/checkpoint.h"
#include "journal/key.h"
#include "ledger_world/ledger_world.h"
#include "registry/entry_codec.h"
#include "registry/statement.h"
#include "storage/sqlite/sqlite_store.h"

// Search and statements in an opened registry with 10,000 to 10 million blocks, its entries in a
// real SQLite file. Of a hundred components of one activity; accounts have a hundred blocks each,
// and each block was moved there by an entry of its own. Opening is not part of it.
namespace {

using namespace openitmo;
using registry::SubjectKind;

constexpr std::uint64_t kBlockTonnes = 100;
constexpr std::uint64_t kComponents = 100;
constexpr std::uint64_t kBlocksPerAccount = 100;
constexpr std::size_t kGroup = 10'000;

class Opened {
 public:
  explicit Opened(std::uint64_t blocks) : blocks_(blocks) {
    path_ =
        std::filesystem::temp_directory_path() / fmt::format("statement-bench-{}.itmo", getpid());
    storage::SqliteStore::create(path_, {key_.verifier().name(), key_.verifier().text()});
    store_.emplace(storage::SqliteStore::open(path_));
    const auto issued = issue();
    for (std::uint64_t i = 0; i < accounts(); ++i)
      record(ledger::OpenAccount{account(i), testing::party_id("XAA"), ""});
    std::mt19937_64 random(1);
    for (const testing::Units& units : issued) deal(units, random);
    flush();
  }
  ~Opened() {
    store_.reset();
    for (const char* ending : {"", "-wal", "-shm", ".lock"})
      std::filesystem::remove(path_.string() + ending);
  }

  std::uint64_t blocks() const { return blocks_; }
  const ledger::Ledger& ledger() const { return ledger_; }
  static std::string account(std::uint64_t number) { return fmt::format("ACC-{}", number); }
  std::string any_account() { return account(random_() % accounts()); }
  std::string any_unit() { return units_[random_() % units_.size()].to_string(); }
  std::string any_component() { return components_[random_() % components_.size()]; }
  const std::string& activity() const { return activity_; }

  std::optional<registry::Statement> statement(SubjectKind kind, const std::string& id) {
    return registry::statement(ledger_, history_,
                               [this](std::uint64_t number) {
                                 ledger::Entry entry;
                                 store_->read(number, 1, [&](const journal::StoredEntry& stored) {
                                   entry = registry::decode(number, stored.bytes).value();
                                 });
                                 return entry;
                               },
                               {kind, id}, {});
  }

 private:
  std::uint64_t accounts() const { return std::max<std::uint64_t>(blocks_ / kBlocksPerAccount, 4); }

  std::vector<testing::Units> issue() {
    testing::World world({"XAA", "XBB"});
    world.must(testing::World::ndc("XAA", 2021, 2030));
    world.must(testing::World::ndc("XBB", 2021, 2030));
    world.at(Date(2026, 2, 1));
    std::vector<testing::Units> issued;
    for (std::uint64_t i = 0; i < kComponents; ++i)
      issued.push_back(world.issue({.host = "XAA",
                                    .vintage = 2021 + static_cast<int>(i % 5),
                                    .quantity_t_co2eq = blocks_ / kComponents * kBlockTonnes}));
    for (const ledger::Entry& entry : world.entries()) {
      entry_.envelope = entry.envelope;
      record(entry.event);
    }
    for (const auto& [id, component] : ledger_.activities().components()) {
      components_.push_back(id);
      activity_ = component.inclusion.activity;
    }
    return issued;
  }

  void deal(const testing::Units& units, std::mt19937_64& random) {
    for (std::uint64_t i = 0; i < blocks_ / kComponents; ++i) {
      ledger::ItmoRange range = units.ranges.front();
      range.first_id.serial += i * kBlockTonnes;
      range.last_id.serial = range.first_id.serial + kBlockTonnes - 1;
      if (i % 97 == 0) units_.push_back(range.first_id);
      record(ledger::UnitsMoved{{range}, units.account, account(random() % accounts())});
    }
  }

  void record(ledger::Event event) {
    entry_.number = ledger_.entry_count();
    entry_.event = std::move(event);
    entry_.envelope.command_id = fmt::format("01H{:020}", entry_.number);
    history_.before(ledger_, entry_);
    ledger_.apply(entry_);
    history_.after(ledger_, entry_);
    bytes_.push_back(registry::encode(entry_.envelope, entry_.event));
    if (bytes_.size() == kGroup) flush();
  }

  void flush() {
    const std::vector<std::string_view> views(bytes_.begin(), bytes_.end());
    store_->append_group(ledger_.entry_count() - bytes_.size(), views,
                         {ledger_.entry_count(), "not asked for here"});
    bytes_.clear();
  }

  std::uint64_t blocks_;
  std::filesystem::path path_;
  journal::SignerKey key_{"bench.example/XXA01", journal::KeyType::note, journal::sha256("bench")};
  std::optional<storage::SqliteStore> store_;
  ledger::Ledger ledger_;
  registry::History history_;
  ledger::Entry entry_;
  std::vector<std::string> bytes_;
  std::vector<ledger::ItmoIdentifier> units_;
  std::vector<std::string> components_;
  std::string activity_;
  std::mt19937_64 random_{2};
};

// One lives at a time.
Opened& opened(std::int64_t blocks) {
  static std::unique_ptr<Opened> kept;
  if (!kept || kept->blocks() != static_cast<std::uint64_t>(blocks)) {
    kept.reset();
    kept = std::make_unique<Opened>(static_cast<std::uint64_t>(blocks));
  }
  return *kept;
}

struct Question {
  const char* name;
  void (*ask)(Opened&);
};

void find(Opened& opened, const std::string& asked) {
  benchmark::DoNotOptimize(registry::find(opened.ledger(), asked, 50).count);
}
void state(Opened& opened, SubjectKind kind, const std::string& id) {
  benchmark::DoNotOptimize(opened.statement(kind, id).value().facts.size());
}

constexpr Question kQuestions[] = {
    {"find_identifier", [](Opened& o) { find(o, o.any_unit()); }},
    {"find_serial", [](Opened& o) { find(o, "4711"); }},
    {"find_account", [](Opened& o) { find(o, o.any_account()); }},
    {"find_part_of_code", [](Opened& o) { find(o, "acc-17"); }},
    {"statement_of_unit", [](Opened& o) { state(o, SubjectKind::unit, o.any_unit()); }},
    {"statement_of_account", [](Opened& o) { state(o, SubjectKind::account, o.any_account()); }},
    {"statement_of_component",
     [](Opened& o) { state(o, SubjectKind::component, o.any_component()); }},
    {"statement_of_activity", [](Opened& o) { state(o, SubjectKind::activity, o.activity()); }},
};

const bool kRegistered = [] {
  for (const std::int64_t blocks : {10'000, 100'000, 1'000'000, 10'000'000})
    for (const Question& question : kQuestions)
      benchmark::RegisterBenchmark(question.name,
                                   [ask = question.ask](benchmark::State& run) {
                                     Opened& registry = opened(run.range(0));
                                     for (auto _ : run) ask(registry);
                                   })
          ->Arg(blocks)
          ->Unit(benchmark::kMicrosecond);
  return true;
}();

}  // namespace
