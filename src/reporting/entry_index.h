#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/events.h"

namespace openitmo::reporting {

// Which entry recorded what, for the records that the ledger keeps without their number: made while
// a journal is replayed.
class EntryIndex {
 public:
  struct Line {
    Date effective;
    Date recorded;
    std::string_view type;  // such as units_transferred
  };

  void note(const ledger::Entry& entry);
  const Line* find(std::uint64_t number) const;
  // The entries of a type about a subject, ascending; none where there is no such record.
  std::vector<std::uint64_t> of(std::string_view type, const std::string& subject) const;

 private:
  std::vector<Line> lines_;  // by number; without type where none was noted
  std::map<std::pair<std::string_view, std::string>, std::vector<std::uint64_t>> subjects_;
};

}  // namespace openitmo::reporting
