#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "mrv/scalar/batch.h"
#include "mrv/uncertainty/distribution.h"
#include "mrv/uncertainty/quantile_table.h"

namespace openitmo::mrv {

// One uncertain figure that the equations read.
struct RandomInput {
  std::string name;  // unique
  double value = 0;  // of the estimate
  Distribution distribution = Distribution::fixed(0);
  CorrelationGroup group = {};  // figures of one group move together
};

// The random bits of one factor for a batch of draws.
using FactorBits = std::array<std::uint32_t, Batch::kLanes>;

// Which of the two independent sets of draws that Saltelli's method compares. A plain Monte Carlo
// run uses the first.
enum class DrawSet : std::uint8_t { a, b };

// Draws for a list of inputs. A factor is what varies on its own: an input without a group, or all
// inputs of one group. The random bits come from Philox 4x64-10 (Random123), a function of seed,
// set, draw and factor and of nothing else: any draw can be made at any time on any thread.
class Sampler {
 public:
  explicit Sampler(std::vector<RandomInput> inputs);

  const std::vector<RandomInput>& inputs() const { return inputs_; }
  // Its group's name, or its only input's.
  const std::vector<std::string>& factors() const { return factors_; }

  // Bits of every factor for the draws first_draw to first_draw + 7. `bits` has one element for
  // each factor.
  void draw_bits(std::uint64_t seed, DrawSet set, std::uint64_t first_draw,
                 std::span<FactorBits> bits) const;
  // Every input's value at these bits. `values` has one element for each input.
  void values_at(std::span<const FactorBits> bits, std::span<Batch> values) const;

 private:
  struct Variable {
    std::size_t input;
    std::size_t factor;
    const QuantileTable* table;
    // value = location + scale·table: normals share the table of the standard normal.
    double location;
    double scale;
  };

  std::vector<RandomInput> inputs_;
  std::vector<std::string> factors_;
  std::vector<Variable> variables_;
  std::vector<std::shared_ptr<const QuantileTable>> tables_;
};

}  // namespace openitmo::mrv
