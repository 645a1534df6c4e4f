#include "cli/on_threads.h"

#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace openitmo::cli {

namespace {

class Workers {
 public:
  Workers(std::size_t count, const std::function<void(std::size_t)>& work)
      : count_(count), work_(work) {}

  void run_on(std::size_t threads) {
    std::vector<std::jthread> workers;
    for (std::size_t t = 1; t < threads; ++t) workers.emplace_back([this] { work_on(); });
    work_on();
    workers.clear();
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  void work_on() {
    try {
      for (std::size_t i = next_++; i < count_; i = next_++) work_(i);
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
      next_ = count_;
    }
  }

  std::size_t count_;
  const std::function<void(std::size_t)>& work_;
  std::atomic<std::size_t> next_ = 0;
  std::mutex mutex_;
  std::exception_ptr failure_;
};

}  // namespace

mrv::ForEach on_threads(std::size_t wanted) {
  const std::size_t cores = std::max(1u, std::thread::hardware_concurrency());
  const std::size_t threads = wanted == 0 ? cores : wanted;
  return [threads](std::size_t count, const std::function<void(std::size_t)>& work) {
    Workers(count, work).run_on(std::min(threads, std::max<std::size_t>(1, count)));
  };
}

}  // namespace openitmo::cli
