#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/ledger.h"
#include "registry/range_index.h"

namespace openitmo::registry {

// Which entries touched which units, accounts, components and activities: what a statement is made
// from. Built beside a replay; knows numbers of entries, not what they say. Not thread-safe.
class History {
 public:
  // What an entry put into an account, or took out of it.
  struct Posting {
    std::uint64_t entry = 0;
    std::int64_t change_t_co2eq = 0;
    Date effective;
  };

  // How many issued units have which status, and the Party of their account.
  using Places = std::map<std::pair<ledger::BlockStatus, PartyId>, std::int64_t>;

  // Every entry of the journal in order: with the ledger before it is applied, and after.
  void before(const ledger::Ledger& ledger, const ledger::Entry& entry);
  void after(const ledger::Ledger& ledger, const ledger::Entry& entry);

  // Numbers of the entries that touched the unit, ascending.
  std::vector<std::uint64_t> of_unit(const ledger::ItmoIdentifier& unit) const;
  // Of an account by its index in the ledger, in order of entries.
  std::span<const Posting> of_account(std::uint32_t account) const;
  // Numbers of the entries about it, ascending; acts on its units are not among them.
  std::span<const std::uint64_t> of_component(std::string_view component) const;
  std::span<const std::uint64_t> of_activity(std::string_view activity) const;
  // Where the units are that the component was issued.
  const Places& places_of(const std::string& component) const;

  // The whole state, for a snapshot, between two entries.
  static void members(auto& self, auto&& visit) {
    visit(self.units_);
    visit(self.accounts_);
    visit(self.in_transit_);
    visit(self.holds_);
    visit(self.issued_);
    visit(self.component_indexes_);
    visit(self.places_);
    visit(self.components_);
    visit(self.activities_);
  }

 private:
  using Subjects = std::map<std::string, std::vector<std::uint64_t>, std::less<>>;

  // Adds or subtracts where the entry's units are.
  void count(const ledger::Ledger& ledger, const ledger::Entry& entry, std::int64_t sign);
  void count_issued(const ledger::Block& block, PartyId party, std::int64_t sign);
  void note_issuance(const ledger::Entry& entry);
  void touch(std::span<const ledger::ItmoRange> ranges, std::uint64_t entry);
  void touch_again(const ledger::Entry& entry);
  void note_subjects(const ledger::Ledger& ledger, const ledger::Entry& entry);

  std::map<ledger::ItmoSeries, RangeIndex> units_;
  std::vector<std::vector<Posting>> accounts_;
  std::map<std::uint32_t, std::int64_t> changes_;  // of the entry that is being applied, by account
  // Units of entries that later entries name instead of the units.
  std::map<std::uint64_t, std::vector<ledger::ItmoRange>> in_transit_;
  std::map<std::string, std::vector<ledger::ItmoRange>, std::less<>> holds_;
  // Issued ranges by their first identifier, with their component.
  struct Issued {
    std::uint64_t last = 0;       // serial
    std::uint32_t component = 0;  // an index into `places_`
  };
  std::map<ledger::ItmoIdentifier, Issued> issued_;
  std::map<std::string, std::uint32_t> component_indexes_;
  std::vector<Places> places_;
  Subjects components_;
  Subjects activities_;
};

}  // namespace openitmo::registry
