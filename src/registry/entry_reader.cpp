#include "registry/entry_reader.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "registry/entry_codec.h"

namespace openitmo::registry {

namespace {

using journal::Result;
using journal::StoredEntry;
using journal::VerifiedLog;
using Visit = std::function<void(const ledger::Entry&, const journal::Hash& leaf)>;

constexpr std::size_t kBatchEntries = 256;
constexpr std::size_t kBatchesWaiting = 16;
// Below, a thread costs more than it saves.
constexpr std::uint64_t kLongJournal = 4 * kBatchEntries;

// Entries on their way from one thread to the other.
struct Batch {
  std::uint64_t first = 0;
  std::string bytes;              // one entry behind the other
  std::vector<std::size_t> ends;  // in `bytes`
  std::vector<journal::Hash> leaves;
  std::vector<ledger::Entry> entries;  // once decoded; those before the one that is none
  std::exception_ptr failure;          // what comes behind `entries`

  void add(const StoredEntry& stored) {
    if (ends.empty()) first = stored.number;
    bytes += stored.bytes;
    ends.push_back(bytes.size());
    leaves.push_back(stored.leaf);
  }
  void decode_all(const std::string& name) {
    if (!entries.empty() || failure) return;
    entries.reserve(ends.size());
    try {
      std::size_t start = 0;
      for (const std::size_t end : ends) {
        const auto text = std::string_view(bytes).substr(start, end - start);
        entries.push_back(decoded(first + entries.size(), text, name));
        start = end;
      }
    } catch (...) {
      failure = std::current_exception();
    }
  }
};

// Thrown through the store when nobody wants the entries any more.
struct Abandoned {};

class Batches {
 public:
  void push(std::unique_ptr<Batch> batch) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return waiting_.size() < kBatchesWaiting || abandoned_; });
    if (abandoned_) throw Abandoned();
    waiting_.push_back(std::move(batch));
    changed_.notify_all();
  }
  // Null when all were taken and no more come.
  std::unique_ptr<Batch> pop() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !waiting_.empty() || ended_; });
    if (waiting_.empty()) return nullptr;
    auto batch = std::move(waiting_.front());
    waiting_.pop_front();
    changed_.notify_all();
    return batch;
  }
  bool reader_is_ahead() {
    const std::lock_guard lock(mutex_);
    return waiting_.size() > 1;
  }
  void end() { set(ended_); }
  void abandon() { set(abandoned_); }

 private:
  void set(bool& what) {
    const std::lock_guard lock(mutex_);
    what = true;
    changed_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::unique_ptr<Batch>> waiting_;
  bool ended_ = false;
  bool abandoned_ = false;
};

// The thread that reads.
class Reader {
 public:
  Reader(journal::Store& store, journal::LogStart start, const std::string& name)
      : store_(store), start_(std::move(start)), name_(name), thread_([this] { run(); }) {}
  ~Reader() {
    batches_.abandon();
    if (thread_.joinable()) thread_.join();
  }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  std::unique_ptr<Batch> next() { return batches_.pop(); }
  // When there is no next one.
  Result<VerifiedLog> outcome() {
    thread_.join();
    if (failure_) std::rethrow_exception(failure_);
    return *std::move(verified_);
  }

 private:
  void run() {
    try {
      verified_ =
          journal::verify_log_from(store_, std::move(start_), [&](const StoredEntry& stored) {
            batch_->add(stored);
            if (batch_->ends.size() == kBatchEntries) hand_over();
          });
    } catch (const Abandoned&) {
      return;
    } catch (...) {
      failure_ = std::current_exception();
    }
    try {
      hand_over();
    } catch (const Abandoned&) {
    }
    batches_.end();
  }
  void hand_over() {
    if (batch_->ends.empty()) return;
    if (batches_.reader_is_ahead()) batch_->decode_all(name_);
    batches_.push(std::exchange(batch_, std::make_unique<Batch>()));
  }

  journal::Store& store_;
  journal::LogStart start_;
  const std::string& name_;
  Batches batches_;
  std::unique_ptr<Batch> batch_ = std::make_unique<Batch>();
  std::optional<Result<VerifiedLog>> verified_;
  std::exception_ptr failure_;
  std::thread thread_;  // last: it uses all of the above
};

}  // namespace

ledger::Entry decoded(std::uint64_t number, std::string_view bytes, const std::string& name) {
  auto entry = decode(number, bytes);
  if (!entry)
    throw JournalUnreadable(
        {{"entry {} is not an entry: {}", "l'écriture {} n'est pas une écriture : {}"},
         number,
         entry.error()},
        name, kRestoreJournal);
  return *std::move(entry);
}

Result<VerifiedLog> read_entries(journal::Store& store, journal::LogStart start,
                                 const std::string& name, const Visit& visit) {
  if (store.size() < start.tree.size() + kLongJournal)
    return journal::verify_log_from(store, std::move(start), [&](const StoredEntry& stored) {
      visit(decoded(stored.number, stored.bytes, name), stored.leaf);
    });
  Reader reader(store, std::move(start), name);
  while (const auto batch = reader.next()) {
    batch->decode_all(name);
    for (std::size_t i = 0; i < batch->entries.size(); ++i)
      visit(batch->entries[i], batch->leaves[i]);
    if (batch->failure) std::rethrow_exception(batch->failure);
  }
  return reader.outcome();
}

}  // namespace openitmo::registry
