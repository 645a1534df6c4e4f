#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

// A ledger that keeps every unit by itself, in one map, and knows nothing of blocks, ranges or
// splitting. Slow, and obviously right; the real ledger must agree with it on every act.
namespace openitmo::model {

enum class Where { account, used, cancelled };

struct Unit {
  int vintage = 0;
  std::string host;     // first transferring Party
  std::string account;  // where it lies, or lay last
  Where where = Where::account;
  bool first_transferred = false;
};

class SimpleModel {
 public:
  // Opens an account of a Party.
  void open(const std::string& account, const std::string& party) { party_of_[account] = party; }
  void authorize(const std::string& host, std::uint64_t cap) { cap_[host] = cap; }

  // Each says whether the act is lawful, and carries it out if it is.
  bool issue(const std::string& account, int vintage, std::uint64_t quantity);
  bool first_transfer(const std::string& from, int vintage, std::uint64_t quantity,
                      const std::string& to);
  bool transfer(const std::string& from, int vintage, std::uint64_t quantity,
                const std::string& to);
  bool move(const std::string& from, int vintage, std::uint64_t quantity, const std::string& to);
  bool use(const std::string& party, const std::string& account, int vintage,
           std::uint64_t quantity, int year);
  bool cancel(const std::string& account, int vintage, std::uint64_t quantity, bool omge);

  std::uint64_t held(const std::string& account) const;
  std::int64_t adjustment(const std::string& party, int year) const;

 private:
  using Serials = std::vector<std::uint64_t>;
  // The units an act takes: of one kind, lowest serials first; empty when there are not enough.
  Serials choose(const std::string& account, int vintage, std::uint64_t quantity,
                 int wanted_kind) const;
  Serials of_kind(const std::string& account, int vintage, std::uint64_t quantity, int kind) const;
  bool within_cap(const Serials& chosen) const;
  void mark_first_transferred(const Serials& chosen);

  std::map<std::string, std::string> party_of_;
  std::map<std::string, std::uint64_t> cap_;
  std::map<std::string, std::uint64_t> first_transferred_;
  std::map<std::uint64_t, Unit> units_;
  std::map<std::string, std::map<int, std::int64_t>> adjustments_;
  std::uint64_t next_serial_ = 1;
};

}  // namespace openitmo::model
