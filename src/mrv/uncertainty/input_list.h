#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "mrv/scalar/label.h"
#include "mrv/uncertainty/sampler.h"

namespace openitmo::mrv {

// What the equations of one component ask for: every figure once, and the order of the questions,
// part by part (calendar year).
class InputList {
 public:
  void begin_part() { calls_.emplace_back(); }
  // A figure is the same where symbol, waste type and period are.
  void add_call(const Label& label, double value, const StatedUncertainty& uncertainty);

  const std::vector<RandomInput>& inputs() const { return inputs_; }
  // Indices into the inputs, by part.
  const std::vector<std::vector<std::uint32_t>>& calls() const { return calls_; }

 private:
  std::vector<RandomInput> inputs_;
  std::map<std::string, std::uint32_t, std::less<>> known_;
  std::vector<std::vector<std::uint32_t>> calls_;
};

}  // namespace openitmo::mrv
