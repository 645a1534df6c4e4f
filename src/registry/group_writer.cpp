#include "registry/group_writer.h"

#include <utility>

#include "quantity/check.h"
#include "registry/entry_codec.h"

namespace openitmo::registry {

namespace {
// Large enough that handing it over costs nothing to speak of.
constexpr std::size_t kPartEntries = 512;
}  // namespace

std::string_view GroupWriter::Part::entry(std::size_t at) const {
  const std::size_t start = at == 0 ? 0 : ends[at - 1];
  return std::string_view(bytes).substr(start, ends[at] - start);
}

void GroupWriter::Part::check_read_back() {
  if (std::exchange(read_back, true)) return;
  for (std::size_t i = 0; i < ends.size(); ++i)
    check(decode(first + i, entry(i)).has_value(), "what is written can be read back");
}

GroupWriter::GroupWriter(journal::Store& store, std::uint64_t first)
    : store_(store), first_(first) {}

GroupWriter::~GroupWriter() {
  if (!writer_.joinable()) return;
  end(End::abandoned);
  writer_.join();
}

void GroupWriter::add(std::string_view bytes, const journal::Hash& leaf) {
  if (parts_.empty() || parts_.back()->ends.size() == kPartEntries) {
    auto part = std::make_unique<Part>();
    part->first = first_ + parts_.size() * kPartEntries;
    if (!parts_.empty()) {
      part->bytes.reserve(parts_.back()->bytes.size() * 5 / 4);
      hand_over();
    }
    const std::lock_guard lock(mutex_);
    parts_.push_back(std::move(part));
  }
  Part& part = *parts_.back();
  part.bytes += bytes;
  part.ends.push_back(part.bytes.size());
  part.leaves.push_back(leaf);
}

void GroupWriter::hand_over() {
  const auto waiting = [&] {
    const std::lock_guard lock(mutex_);
    throw_failure();
    return handed_over_ - taken_;
  };
  if (waiting() > 0) parts_.back()->check_read_back();  // the writer has enough to do
  {
    const std::lock_guard lock(mutex_);
    handed_over_ = parts_.size();
  }
  changed_.notify_all();
  if (!writer_.joinable()) writer_ = std::thread([this] { store_in_thread(); });
}

void GroupWriter::end(End how) {
  {
    const std::lock_guard lock(mutex_);
    handed_over_ = parts_.size();
    end_ = how;
  }
  changed_.notify_all();
}

void GroupWriter::commit(const journal::SavedCheckpoint& checkpoint) {
  checkpoint_ = checkpoint;
  end(End::committed);
  if (!writer_.joinable()) return store_.append_parts(first_, feed_);
  writer_.join();
  throw_failure();
}

void GroupWriter::throw_failure() {
  if (failure_) std::rethrow_exception(failure_);
}

void GroupWriter::store_in_thread() {
  std::exception_ptr failure;
  try {
    store_.append_parts(first_, feed_);
  } catch (const Abandoned&) {
  } catch (...) {
    failure = std::current_exception();
  }
  const std::lock_guard lock(mutex_);
  failure_ = failure;
  writer_ended_ = true;
  changed_.notify_all();
}

void GroupWriter::pause() {
  if (!writer_.joinable()) return;
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return writer_ended_ || (writer_waits_ && taken_ == handed_over_); });
}

// Null when all were taken and no more come.
GroupWriter::Part* GroupWriter::next_part() {
  std::unique_lock lock(mutex_);
  writer_waits_ = true;
  changed_.notify_all();
  changed_.wait(lock, [&] { return taken_ < handed_over_ || end_ != End::open; });
  writer_waits_ = false;
  if (end_ == End::abandoned) throw Abandoned();
  return taken_ < handed_over_ ? parts_[taken_++].get() : nullptr;
}

std::span<const journal::NewEntry> GroupWriter::Feed::next() {
  entries_.clear();
  Part* const part = group_.next_part();
  if (!part) return {};
  part->check_read_back();
  for (std::size_t i = 0; i < part->ends.size(); ++i)
    entries_.push_back({.bytes = part->entry(i), .leaf = part->leaves[i]});
  return entries_;
}

std::string_view GroupWriter::bytes_of(std::uint64_t entry) const {
  const std::uint64_t at = entry - first_;
  return parts_.at(at / kPartEntries)->entry(at % kPartEntries);
}

}  // namespace openitmo::registry
