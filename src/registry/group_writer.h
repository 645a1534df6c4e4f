#pragma once

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "journal/store.h"

namespace openitmo::registry {

// The entries of one group on their way into the journal. A short group is stored when it is
// complete; of a long one a thread stores the first entries while the next ones are decided.
// Everything that is stored is read back from its bytes before. One thread uses it.
class GroupWriter {
 public:
  // Nobody else uses `store` until this is gone.
  GroupWriter(journal::Store& store, std::uint64_t first);
  // What was not committed is not stored.
  ~GroupWriter();
  GroupWriter(const GroupWriter&) = delete;
  GroupWriter& operator=(const GroupWriter&) = delete;

  std::uint64_t first() const { return first_; }
  // The next entry. Throws what storing an earlier one threw.
  void add(std::string_view bytes, const journal::Hash& leaf);
  // All of it is durable on return, under this checkpoint. Throws what the store throws.
  void commit(const journal::SavedCheckpoint& checkpoint);

  // An entry that was added.
  std::string_view bytes_of(std::uint64_t entry) const;
  // Until the next call of add() or commit() the store may be read.
  void pause();

 private:
  struct Part {
    std::uint64_t first = 0;
    std::string bytes;              // of its entries, one behind the other
    std::vector<std::size_t> ends;  // in `bytes`
    std::vector<journal::Hash> leaves;
    bool read_back = false;  // all of it, and found good
    std::string_view entry(std::size_t at) const;
    void check_read_back();
  };
  enum class End : std::uint8_t { open, committed, abandoned };
  // Thrown through the store, which then undoes what it has begun.
  struct Abandoned {};
  // What the store sees.
  class Feed final : public journal::GroupParts {
   public:
    explicit Feed(GroupWriter& group) : group_(group) {}
    std::span<const journal::NewEntry> next() override;
    journal::SavedCheckpoint checkpoint() override { return group_.checkpoint_; }

   private:
    GroupWriter& group_;
    std::vector<journal::NewEntry> entries_;
  };

  Part* next_part();
  void hand_over();
  void end(End how);
  void store_in_thread();
  void throw_failure();

  journal::Store& store_;
  std::uint64_t first_;
  Feed feed_{*this};
  std::thread writer_;
  // What follows belongs to both threads, under the mutex; parts that were handed over do not
  // change.
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::unique_ptr<Part>> parts_;
  std::size_t handed_over_ = 0;
  std::size_t taken_ = 0;
  bool writer_waits_ = false;
  bool writer_ended_ = false;
  End end_ = End::open;
  journal::SavedCheckpoint checkpoint_;
  std::exception_ptr failure_;
};

}  // namespace openitmo::registry
