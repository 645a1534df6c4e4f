#include "registry/group_commit.h"

#include <algorithm>
#include <exception>
#include <vector>

namespace openitmo::registry {

GroupCommit::GroupCommit(Registry& registry, std::function<Instant()> clock, Limits limits)
    : registry_(registry),
      clock_(std::move(clock)),
      limits_(limits),
      writer_([this] { write(); }) {}

GroupCommit::~GroupCommit() {
  {
    const std::lock_guard lock(queue_mutex_);
    ending_ = true;
  }
  arrived_.notify_one();
  writer_.join();
}

std::future<GroupCommit::Answer> GroupCommit::submit(Request request) {
  Waiting waiting{std::move(request), {}};
  auto answer = waiting.answer.get_future();
  {
    std::unique_lock lock(queue_mutex_);
    taken_.wait(lock, [&] { return queue_.size() < limits_.queue_max; });
    queue_.push_back(std::move(waiting));
  }
  arrived_.notify_one();
  return answer;
}

void GroupCommit::ask(const std::function<void(const Registry&)>& question) {
  const std::lock_guard lock(registry_mutex_);
  question(registry_);
}

// Empty when all is answered and nothing more comes.
std::deque<GroupCommit::Waiting> GroupCommit::next_group() {
  std::unique_lock lock(queue_mutex_);
  arrived_.wait(lock, [&] { return ending_ || !queue_.empty(); });
  std::deque<Waiting> group;
  if (queue_.size() <= limits_.group_max) {
    group.swap(queue_);
  } else {
    const auto end = queue_.begin() + static_cast<std::ptrdiff_t>(limits_.group_max);
    std::move(queue_.begin(), end, std::back_inserter(group));
    queue_.erase(queue_.begin(), end);
  }
  lock.unlock();
  taken_.notify_all();
  return group;
}

void GroupCommit::write() {
  for (auto group = next_group(); !group.empty(); group = next_group()) record(group);
}

void GroupCommit::record(std::deque<Waiting>& group) {
  std::vector<Request> requests;
  requests.reserve(group.size());
  std::vector<Answer> answers;
  try {
    const std::lock_guard lock(registry_mutex_);
    const Instant now = std::max(clock_(), registry_.ledger().last_recorded_at());
    for (Waiting& waiting : group) {
      waiting.request.envelope.recorded_at = now;
      requests.push_back(std::move(waiting.request));
    }
    answers = registry_.record_each(requests);
  } catch (...) {
    for (Waiting& waiting : group) waiting.answer.set_exception(std::current_exception());
    return;
  }
  for (std::size_t i = 0; i < group.size(); ++i) group[i].answer.set_value(std::move(answers[i]));
}

}  // namespace openitmo::registry
