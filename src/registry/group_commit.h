#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>

#include "registry/registry.h"

// Many submitters, one writer. What waits while a group is being made durable becomes the next
// group: one checkpoint and one sync for all of it, so the rate grows with the number that wait.
namespace openitmo::registry {

class GroupCommit {
 public:
  using Answer = ledger::Result<ledger::Entry>;
  struct Limits {
    std::size_t group_max = 4096;   // acts under one checkpoint
    std::size_t queue_max = 65536;  // acts that may wait; submit() blocks beyond
  };

  // Takes over `registry`, which nobody else may use until this is gone. `clock` gives the time of
  // recording; a clock that goes back is held at the last time. Starts the writer.
  GroupCommit(Registry& registry, std::function<Instant()> clock, Limits limits);
  GroupCommit(Registry& registry, std::function<Instant()> clock)
      : GroupCommit(registry, std::move(clock), Limits{}) {}
  // Answers everything that was submitted, then ends the writer.
  ~GroupCommit();
  GroupCommit(const GroupCommit&) = delete;
  GroupCommit& operator=(const GroupCommit&) = delete;

  // From any thread. The answer comes when the entry is durable, or the act was refused; it throws
  // what the store threw. `recorded_at` of the request is set here.
  std::future<Answer> submit(Request request);

  // Asks the state that is durable now; the writer waits for `question` to end.
  void ask(const std::function<void(const Registry&)>& question);

 private:
  struct Waiting {
    Request request;
    std::promise<Answer> answer;
  };

  void write();
  std::deque<Waiting> next_group();
  void record(std::deque<Waiting>& group);

  Registry& registry_;
  std::function<Instant()> clock_;
  Limits limits_;
  std::mutex registry_mutex_;  // held while a group is decided and stored
  std::mutex queue_mutex_;
  std::condition_variable arrived_;
  std::condition_variable taken_;
  std::deque<Waiting> queue_;
  bool ending_ = false;
  std::thread writer_;  // last: it uses all of the above
};

}  // namespace openitmo::registry
