#include "mrv/uncertainty/input_list.h"

#include "quantity/check.h"

namespace openitmo::mrv {

void InputList::add_call(const Label& label, double value, const StatedUncertainty& uncertainty) {
  check(!calls_.empty(), "a question belongs to a part");
  std::string name(label.symbol);
  for (const std::string& more : {std::string(label.of), to_string(label.period)})
    if (!more.empty()) name.append(" ").append(more);
  const auto next = static_cast<std::uint32_t>(inputs_.size());
  const auto [at, is_new] = known_.insert({name, next});
  if (is_new)
    inputs_.push_back({.name = std::move(name),
                       .value = value,
                       .distribution = Distribution::of(value, uncertainty),
                       .group = uncertainty.group,
                       .with = std::string(uncertainty.with.view()),
                       .coefficient = uncertainty.coefficient});
  check(inputs_[at->second].value == value, "a figure has one value");
  calls_.back().push_back(at->second);
}

}  // namespace openitmo::mrv
