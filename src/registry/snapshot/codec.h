#pragma once

#include <algorithm>
#include <boost/pfr.hpp>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <functional>
#include <istream>
#include <map>
#include <optional>
#include <ranges>
#include <set>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "journal/hash.h"
#include "ledger/held_blocks.h"
#include "ledger/paged_map.h"
#include "ledger/serial_set.h"

// Any state as bytes, for the program that wrote it: numbers as they lie in memory, no names. A
// class with private members lists them in `members`; what it can compute from them it computes
// again in `restored`. Plain structs need nothing.
namespace openitmo::registry::snapshot {

// The bytes are not what was written. Never leaves the folder.
struct NotReadable : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// What takes the bytes of a file, piece by piece.
using Sink = std::function<void(std::string_view)>;

// Writes a section and hashes it on the way.
class Output {
 public:
  explicit Output(const Sink& sink) : sink_(sink) { buffer_.reserve(kBuffered); }

  void add(const void* bytes, std::size_t size) {
    if (buffer_.size() + size > kBuffered) flush();
    if (size > kBuffered) return pass_on({static_cast<const char*>(bytes), size});
    buffer_.append(static_cast<const char*>(bytes), size);
  }
  std::uint64_t size() const { return written_ + buffer_.size(); }
  journal::Hash finish() {
    flush();
    return sha256_.finish();
  }

 private:
  static constexpr std::size_t kBuffered = std::size_t{1} << 20;

  void flush() {
    pass_on(buffer_);
    buffer_.clear();
  }
  void pass_on(std::string_view bytes) {
    sink_(bytes);
    sha256_.add(bytes);
    written_ += bytes.size();
  }

  const Sink& sink_;
  journal::RunningSha256 sha256_;
  std::string buffer_;
  std::uint64_t written_ = 0;
};

// Reads a section whose hash was found right.
class Input {
 public:
  Input(std::istream& file, std::uint64_t size) : file_(file), unread_(size) {}

  void take(void* to, std::size_t size) {
    char* out = static_cast<char*>(to);
    while (size > buffer_.size() - at_) {
      const std::size_t part = buffer_.size() - at_;
      out = std::copy_n(buffer_.data() + at_, part, out);
      size -= part;
      refill();
    }
    // Nothing may be asked for, into nowhere: an empty vector has no address.
    std::copy_n(buffer_.data() + at_, size, out);
    at_ += size;
  }
  // How many things follow, of which each has a byte at least.
  std::size_t count() {
    std::uint64_t number = 0;
    take(&number, sizeof number);
    if (number > left()) throw NotReadable("more is announced than there is");
    return number;
  }
  std::uint64_t left() const { return unread_ + buffer_.size() - at_; }

 private:
  static constexpr std::uint64_t kBuffered = std::uint64_t{1} << 18;

  void refill() {
    buffer_.resize(std::min(unread_, kBuffered));
    at_ = 0;
    if (buffer_.empty() ||
        !file_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size())))
      throw NotReadable("the section ends early");
    unread_ -= buffer_.size();
  }

  std::istream& file_;
  std::uint64_t unread_;
  std::string buffer_;
  std::size_t at_ = 0;
};

template <class T>
concept Raw = std::is_trivially_copyable_v<T> && std::has_unique_object_representations_v<T> &&
              !std::is_pointer_v<T>;
template <class T>
concept WithMembers = requires(T& value) { T::members(value, [](auto&) {}); };

void write(Output& out, const auto& value);
void read(Input& in, auto& value);

inline void write_count(Output& out, std::uint64_t count) { out.add(&count, sizeof count); }

// How each kind of thing is written and read; the general case is a plain struct.
template <class T>
struct Codec {
  static void write(Output& out, const T& value) {
    boost::pfr::for_each_field(value, [&](const auto& field) { snapshot::write(out, field); });
  }
  static void read(Input& in, T& value) {
    boost::pfr::for_each_field(value, [&](auto& field) { snapshot::read(in, field); });
  }
};

template <Raw T>
struct Codec<T> {
  static void write(Output& out, const T& value) { out.add(&value, sizeof value); }
  static void read(Input& in, T& value) { in.take(&value, sizeof value); }
};

template <WithMembers T>
  requires(!Raw<T>)
struct Codec<T> {
  static void write(Output& out, const T& value) {
    T::members(value, [&](const auto& member) { snapshot::write(out, member); });
  }
  static void read(Input& in, T& value) {
    T::members(value, [&](auto& member) { snapshot::read(in, member); });
    if constexpr (requires { value.restored(); }) value.restored();
  }
};

template <class T>
struct Codec<std::optional<T>> {
  static void write(Output& out, const std::optional<T>& value) {
    snapshot::write(out, value.has_value());
    if (value) snapshot::write(out, *value);
  }
  static void read(Input& in, std::optional<T>& value) {
    bool has_value = false;
    snapshot::read(in, has_value);
    if (has_value) snapshot::read(in, value.emplace());
  }
};

// Anything that can be given a size and then filled.
template <class T>
  requires requires(T& values) { values.resize(values.size()); }
struct Codec<T> {
  static constexpr bool kAtOnce = std::ranges::contiguous_range<T> && Raw<typename T::value_type>;
  static void write(Output& out, const T& values) {
    write_count(out, values.size());
    if constexpr (kAtOnce)
      out.add(values.data(), values.size() * sizeof(typename T::value_type));
    else
      for (const auto& value : values) snapshot::write(out, value);
  }
  static void read(Input& in, T& values) {
    values.resize(in.count());
    if constexpr (kAtOnce)
      in.take(values.data(), values.size() * sizeof(typename T::value_type));
    else
      for (auto& value : values) snapshot::read(in, value);
  }
};

template <class First, class Second>
struct Codec<std::pair<First, Second>> {
  static void write(Output& out, const std::pair<First, Second>& both) {
    snapshot::write(out, both.first);
    snapshot::write(out, both.second);
  }
  static void read(Input& in, std::pair<First, Second>& both) {
    snapshot::read(in, both.first);
    snapshot::read(in, both.second);
  }
};

template <class Key, class Value, class Order>
struct Codec<std::map<Key, Value, Order>> {
  static void write(Output& out, const std::map<Key, Value, Order>& entries) {
    write_count(out, entries.size());
    for (const auto& [key, value] : entries) {
      snapshot::write(out, key);
      snapshot::write(out, value);
    }
  }
  static void read(Input& in, std::map<Key, Value, Order>& entries) {
    for (std::size_t left = in.count(); left > 0; --left) {
      Key key{};
      snapshot::read(in, key);
      snapshot::read(in, entries.emplace_hint(entries.end(), std::move(key), Value{})->second);
    }
  }
};

template <class Key, class Order>
struct Codec<std::set<Key, Order>> {
  static void write(Output& out, const std::set<Key, Order>& keys) {
    write_count(out, keys.size());
    for (const Key& key : keys) snapshot::write(out, key);
  }
  static void read(Input& in, std::set<Key, Order>& keys) {
    for (std::size_t left = in.count(); left > 0; --left) {
      Key key{};
      snapshot::read(in, key);
      keys.insert(keys.end(), std::move(key));
    }
  }
};

// In the order in which they lie in memory, so that a table of the same size is filled front to
// back. Which order that is depends on what the table has been through.
template <class Key, class Value>
struct Codec<boost::unordered_flat_map<Key, Value>> {
  using Map = boost::unordered_flat_map<Key, Value>;
  static void write(Output& out, const Map& map) {
    write_count(out, map.size());
    for (const auto& [key, value] : map) {
      snapshot::write(out, key);
      snapshot::write(out, value);
    }
  }
  static void read(Input& in, Map& map) {
    std::size_t left = in.count();
    map.reserve(left);
    for (; left > 0; --left) {
      Key key{};
      Value value{};
      snapshot::read(in, key);
      snapshot::read(in, value);
      map.emplace(std::move(key), std::move(value));
    }
  }
};

template <class Key, class Value>
struct Codec<ledger::PagedMap<Key, Value>> {
  using Map = ledger::PagedMap<Key, Value>;
  static void write(Output& out, const Map& map) {
    write_count(out, map.size());
    for (auto at = map.begin(); at; ++at) {
      snapshot::write(out, at.key());
      snapshot::write(out, at.value());
    }
  }
  static void read(Input& in, Map& map) {
    for (std::size_t left = in.count(); left > 0; --left) {
      Key key{};
      Value value{};
      snapshot::read(in, key);
      snapshot::read(in, value);
      map.insert(key, value);
    }
  }
};

template <>
struct Codec<ledger::HeldBlocks> {
  static void write(Output& out, const ledger::HeldBlocks& held) {
    write_count(out, held.keys().size());
    for (const auto& [account, series] : held.keys()) {
      std::vector<std::uint64_t> serials;
      held.visit_from(account, series, 0, [&](std::uint64_t serial) {
        serials.push_back(serial);
        return true;
      });
      snapshot::write(out, account);
      snapshot::write(out, series);
      snapshot::write(out, serials);
    }
  }
  static void read(Input& in, ledger::HeldBlocks& held) {
    for (std::size_t left = in.count(); left > 0; --left) {
      std::uint32_t account = 0, series = 0;
      std::vector<std::uint64_t> serials;
      snapshot::read(in, account);
      snapshot::read(in, series);
      snapshot::read(in, serials);
      for (const std::uint64_t serial : serials) held.insert(account, series, serial);
    }
  }
};

void write(Output& out, const auto& value) {
  Codec<std::remove_cvref_t<decltype(value)>>::write(out, value);
}
void read(Input& in, auto& value) { Codec<std::remove_cvref_t<decltype(value)>>::read(in, value); }

}  // namespace openitmo::registry::snapshot
