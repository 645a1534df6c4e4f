#include "accounting/held_ranges.h"

#include <algorithm>

#include "quantity/check.h"

namespace openitmo::accounting {

namespace {

bool continues(const HeldRange& before, const HeldRange& next) {
  return before.party == next.party && before.account == next.account &&
         before.status == next.status && before.range.series() == next.range.series() &&
         before.range.last_id.serial + 1 == next.range.first_id.serial;
}

}  // namespace

std::vector<HeldRange> held_ranges(const ledger::Ledger& ledger) {
  std::vector<HeldRange> blocks;
  ledger.blocks().for_each([&](const ledger::Block& block) {
    check(block.state.account < ledger.accounts().size(), "a block lies in an account");
    const auto& account = ledger.accounts()[block.state.account];
    blocks.push_back({account.party, account.account, block.state.status, block.range});
  });
  std::ranges::sort(blocks);
  std::vector<HeldRange> ranges;
  for (HeldRange& block : blocks)
    if (!ranges.empty() && continues(ranges.back(), block))
      ranges.back().range.last_id = block.range.last_id;
    else
      ranges.push_back(std::move(block));
  return ranges;
}

}  // namespace openitmo::accounting
