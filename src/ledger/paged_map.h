#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

#include "ledger/ask_memory.h"
#include "ledger/page_pool.h"
#include "quantity/check.h"

namespace openitmo::ledger {

// An ordered map for tens of millions of entries with numbers for keys: sorted pages, named by a
// directory of two levels (docs/decisions/0012-paged-map.md). Memory is what it is slow at, so a
// search reads the directory, which stays in the cache, then those lines of one page where the key
// would stand if keys were evenly apart, and the whole page only where they are not. A page that
// has become empty is given back; pages are not merged.
//
// Insertion and erasure invalidate every cursor.
template <std::unsigned_integral Key, class Value>
class PagedMap {
  // Places of a page, where a key is looked for.
  struct Window {
    std::size_t first = 0, end = 0;
  };
  // Sorted keys, each with its item. The keys are eight lines of the cache.
  template <class Item>
  struct Run {
    static constexpr std::size_t kMost = 512 / sizeof(Key);
    std::size_t size = 0;
    std::array<Key, kMost> keys;
    std::array<Item, kMost> items;

    bool full() const { return size == kMost; }
    // All keys are asked for at once: to wait for one after the other takes far longer.
    void fetch(std::size_t bytes = sizeof size + sizeof keys) const { ask_for(this, bytes); }
    void fetch_size() const { ask_for(&size); }
    void fetch_keys(const Window& near) const {
      if (near.first < near.end) ask_for(&keys[near.first], (near.end - near.first) * sizeof(Key));
    }
    void fetch_item(std::size_t at) const {
      ask_for(static_cast<const void*>(&items[at]), sizeof(Item));
    }
    void insert(std::size_t at, const Key& key, Item item) {
      std::move_backward(keys.data() + at, keys.data() + size, keys.data() + size + 1);
      std::move_backward(items.data() + at, items.data() + size, items.data() + size + 1);
      keys[at] = key;
      items[at] = std::move(item);
      ++size;
    }
    void erase(std::size_t at) {
      std::move(keys.data() + at + 1, keys.data() + size, keys.data() + at);
      std::move(items.data() + at + 1, items.data() + size, items.data() + at);
      --size;
    }
    // What stands from `at` on goes to `right`, which is new.
    void cut(std::size_t at, Run& right) {
      std::move(keys.data() + at, keys.data() + size, right.keys.data());
      std::move(items.data() + at, items.data() + size, right.items.data());
      right.size = size - at;
      size = at;
    }
  };
  using Page = Run<Value>;
  // The keys of a page lie in it: from the first that may stand there to before the first that may
  // stand in the next page; nothing there where no page follows.
  struct Span {
    Key first = 0, end = 0;
  };
  // The key of a page, or group, is not after any key in it and after all keys before it.
  using Group = Run<Page*>;
  struct Place {
    std::size_t group = 0, page = 0, entry = 0;
  };

 public:
  // An entry, or past the last one, which is false.
  template <class Map>
  class BasicCursor {
   public:
    explicit operator bool() const { return page_ != nullptr; }
    const Key& key() const { return page_->keys[place_.entry]; }
    auto& value() const { return page_->items[place_.entry]; }
    BasicCursor& operator++() {
      ++place_.entry;
      settle();
      return *this;
    }

   private:
    friend class PagedMap;
    BasicCursor() = default;
    BasicCursor(Map& map, Place place) : map_(&map), place_(place) { settle(); }
    // Moves on to the next page when the entry is past the end of this one.
    void settle() {
      page_ = nullptr;
      for (; place_.group < map_->groups_.size(); ++place_.group, place_.page = 0)
        for (const Group& group = *map_->groups_[place_.group]; place_.page < group.size;
             ++place_.page, place_.entry = 0)
          if (place_.entry < group.items[place_.page]->size) {
            page_ = &*group.items[place_.page];
            return;
          }
    }
    Map* map_ = nullptr;
    std::conditional_t<std::is_const_v<Map>, const Page, Page>* page_ = nullptr;
    Place place_;
  };
  using Cursor = BasicCursor<PagedMap>;
  using ConstCursor = BasicCursor<const PagedMap>;

  PagedMap() = default;
  PagedMap(const PagedMap& other)
      : firsts_(other.firsts_), groups_(other.groups_), size_(other.size_) {
    for (Group*& group : groups_) {
      group = new (group_pool_.make()) Group(*group);
      for (std::size_t i = 0; i < group->size; ++i)
        group->items[i] = new (page_pool_.make()) Page(*group->items[i]);
    }
  }
  PagedMap(PagedMap&& other) noexcept { swap(other); }
  PagedMap& operator=(PagedMap other) noexcept {
    swap(other);
    return *this;
  }
  ~PagedMap() = default;

  std::size_t size() const { return size_; }
  // Asks for what a search for `key` will read, so that it is near when the search comes: in steps
  // from 0 on, with a while in between. Entries may come and go meanwhile; then what is asked for
  // may be the wrong thing, which does no harm.
  static constexpr int kForesightSteps = 5;
  struct Foreseen {
    const Group* group = nullptr;
    const Page* page = nullptr;
    std::size_t page_in_group = 0;
    Span span;
    Window near;
  };
  void foresee(const Key& key, Foreseen& at, int step) const {
    if (step == 0 && !groups_.empty()) {
      const std::size_t group = last_not_after(firsts_.data(), firsts_.size(), key);
      at.group = groups_[group];
      at.span.end = first_after(group);
      at.group->fetch();
    } else if (step == 1 && at.group) {
      at.page_in_group = last_not_after(at.group->keys.data(), at.group->size, key);
      at.span = span_of(*at.group, at.page_in_group, at.span.end);
      at.group->fetch_item(at.page_in_group);
    } else if (step == 2 && at.group && at.page_in_group < at.group->size) {
      at.page = at.group->items[at.page_in_group];
      at.page->fetch_size();
    } else if (step == 3 && at.page) {
      at.near = window_of(*at.page, at.span, key);
      at.page->fetch_keys(at.near);
    } else if (step == 4 && at.page && at.near.first < at.near.end) {
      at.page->fetch_item(at.near.first + last_not_after(&at.page->keys[at.near.first],
                                                         at.near.end - at.near.first, key));
    }
  }
  ConstCursor begin() const { return {*this, Place{}}; }
  // The last entry that is not after `key`; false if there is none.
  Cursor floor(const Key& key) { return floor_of(*this, key); }
  ConstCursor floor(const Key& key) const { return floor_of(*this, key); }
  // The first entry that is not before `key`.
  ConstCursor lower_bound(const Key& key) const {
    Place at = place_after(key);
    if (at.entry > 0 && page_at(at).keys[at.entry - 1] == key) --at.entry;
    return {*this, at};
  }

  // A new entry; the key is not there yet.
  void insert(const Key& key, const Value& value) {
    if (groups_.empty()) add_group(key);
    Place at = place_after(key);
    if (page_at(at).full()) {
      split(at);
      at = place_after(key);
    }
    Page& page = page_at(at);
    check(at.entry == 0 || page.keys[at.entry - 1] != key, "a key stands in a map once");
    page.insert(at.entry, key, value);
    ++size_;
    // Only before all entries can a key come before what the directory says.
    firsts_[at.group] = std::min(firsts_[at.group], key);
    Key& first = groups_[at.group]->keys[at.page];
    first = std::min(first, key);
  }

  // Removes an entry that is there.
  void erase(const Key& key) {
    Place at = place_after(key);
    check(!groups_.empty() && at.entry > 0, "an erased key is in the map");
    Page& page = page_at(at);
    check(page.keys[--at.entry] == key, "an erased key is in the map");
    page.erase(at.entry);
    --size_;
    if (page.size == 0) remove_page(at);
  }

 private:
  // How many of sorted keys are not after `key`; without a branch to predict.
  static std::size_t count_not_after(const Key* keys, std::size_t count, const Key& key) {
    const Key* from = keys;
    while (count > 1) {
      const std::size_t half = count / 2;
      from += half * static_cast<std::size_t>(from[half - 1] <= key);
      count -= half;
    }
    return static_cast<std::size_t>(from - keys) + (count == 1 && *from <= key ? 1 : 0);
  }
  static std::size_t last_not_after(const Key* keys, std::size_t count, const Key& key) {
    const std::size_t found = count_not_after(keys, count, key);
    return found == 0 ? 0 : found - 1;
  }
  // The first key of the group that follows; nothing where none does.
  Key first_after(std::size_t group) const {
    return group + 1 < firsts_.size() ? firsts_[group + 1] : Key{0};
  }
  static Span span_of(const Group& group, std::size_t page, Key first_after_group) {
    return {group.keys[page], page + 1 < group.size ? group.keys[page + 1] : first_after_group};
  }
  // The places around the one where `key` would stand if keys were evenly apart.
  static Window window_of(const Page& page, const Span& span, const Key& key) {
    constexpr std::size_t kAround = 6;
    if (key < span.first || span.end <= span.first) return {0, page.size};
    const std::size_t guess =
        std::min<std::size_t>((key - span.first) * page.size / (span.end - span.first), page.size);
    return {guess - std::min(guess, kAround), std::min(guess + kAround, page.size)};
  }
  // How many keys of a page are not after `key`, which most often lies in the window.
  static std::size_t entries_not_after(const Page& page, const Window& near, const Key& key) {
    const bool begins = near.first == 0 || page.keys[near.first] <= key;
    const bool ends = near.end == page.size || key < page.keys[near.end - 1];
    if (begins && ends && near.first < near.end)
      return near.first + count_not_after(&page.keys[near.first], near.end - near.first, key);
    page.fetch();
    return count_not_after(page.keys.data(), page.size, key);
  }
  // The entry behind the last one that is not after `key`, in the page where `key` belongs.
  Place place_after(const Key& key) const {
    Place at;
    if (groups_.empty()) return at;
    at.group = last_not_after(firsts_.data(), firsts_.size(), key);
    const Group& group = *groups_[at.group];
    group.fetch(sizeof group);
    at.page = last_not_after(group.keys.data(), group.size, key);
    const Page& page = *group.items[at.page];
    const Span span = span_of(group, at.page, first_after(at.group));
    const Window near = window_of(page, span, key);
    page.fetch_keys(near);
    at.entry = entries_not_after(page, near, key);
    return at;
  }
  template <class Map>
  static BasicCursor<Map> floor_of(Map& map, const Key& key) {
    Place at = map.place_after(key);
    if (map.groups_.empty()) return {map, at};
    if (at.entry > 0) return {map, {at.group, at.page, at.entry - 1}};
    if (at.page == 0 && at.group == 0) return {map, {map.groups_.size(), 0, 0}};
    if (at.page == 0) at.page = map.groups_[--at.group]->size;
    --at.page;
    return {map, {at.group, at.page, map.page_at(at).size - 1}};
  }

  Page& page_at(const Place& at) { return *groups_[at.group]->items[at.page]; }
  const Page& page_at(const Place& at) const { return *groups_[at.group]->items[at.page]; }

  void add_group(const Key& first) {
    firsts_.push_back(first);
    groups_.push_back(group_pool_.make());
    groups_.back()->insert(0, first, page_pool_.make());
  }

  // Makes room in the page: half of it moves to a new one. Behind the last entry of all the new
  // page gets only the last entries, so that ascending keys nearly fill their pages and later ones
  // in between find room.
  void split(Place at) {
    if (groups_[at.group]->full()) split_group(at);
    Group& group = *groups_[at.group];
    Page& page = *group.items[at.page];
    const bool at_the_end =
        at.entry == page.size && at.group + 1 == groups_.size() && at.page + 1 == group.size;
    Page* const right = page_pool_.make();
    page.cut(at_the_end ? page.size - page.size / 8 : page.size / 2, *right);
    group.insert(at.page + 1, right->keys[0], right);
  }

  // `at` follows its page.
  void split_group(Place& at) {
    Group& left = *groups_[at.group];
    const bool at_the_end = at.group + 1 == groups_.size() && at.page + 1 == left.size;
    const std::size_t kept = at_the_end ? left.size - 1 : left.size / 2;
    Group* const right = group_pool_.make();
    left.cut(kept, *right);
    const auto place = static_cast<std::ptrdiff_t>(at.group) + 1;
    firsts_.insert(firsts_.begin() + place, right->keys[0]);
    groups_.insert(groups_.begin() + place, right);
    if (at.page < kept) return;
    ++at.group;
    at.page -= kept;
  }

  void remove_page(const Place& at) {
    Group& group = *groups_[at.group];
    page_pool_.give_back(group.items[at.page]);
    group.erase(at.page);
    if (group.size > 0) return;
    group_pool_.give_back(&group);
    const auto place = static_cast<std::ptrdiff_t>(at.group);
    firsts_.erase(firsts_.begin() + place);
    groups_.erase(groups_.begin() + place);
  }

  void swap(PagedMap& other) noexcept {
    std::swap(page_pool_, other.page_pool_);
    std::swap(group_pool_, other.group_pool_);
    firsts_.swap(other.firsts_);
    groups_.swap(other.groups_);
    std::swap(size_, other.size_);
  }

  PagePool<Page> page_pool_;
  PagePool<Group> group_pool_;
  std::vector<Key> firsts_;  // the keys of the groups
  std::vector<Group*> groups_;
  std::size_t size_ = 0;
};

}  // namespace openitmo::ledger
