#include "ledger/foresight.h"

namespace openitmo::ledger {

void Foresight::look_at(const Command& act) {
  Coming& last = coming_[count_ % coming_.size()] = {};
  std::visit(
      [&](const auto& asked) {
        if constexpr (requires { asked.units; }) last.units = &asked.units;
        if constexpr (requires { asked.units, asked.to_account; })
          last.to_account = &asked.to_account;
      },
      act);
  for (int i = 0; i < kSteps; ++i) {
    const std::size_t before = static_cast<std::size_t>(i) * kApart;
    if (before <= count_) step(coming_[(count_ - before) % coming_.size()], i);
  }
  ++count_;
}

void Foresight::step(Coming& act, int step) const {
  if (!act.units) return;
  const auto account = [&](const std::string& name, std::uint32_t& number) {
    if (step < 2) ledger_.foresee_account(name, step);
    if (step == 2) number = ledger_.find_account(name).value_or(BlockState::kNone);
  };
  account(act.units->account, act.place.from);
  if (act.to_account) account(*act.to_account, act.place.to);
  if (act.units->first_id) ledger_.blocks().foresee(*act.units->first_id, act.place, step);
}

}  // namespace openitmo::ledger
