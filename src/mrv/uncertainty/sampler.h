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
#include "mrv/uncertainty/score_table.h"

namespace openitmo::mrv {

// One uncertain figure that the equations read.
struct RandomInput {
  std::string name;  // unique
  double value = 0;  // of the estimate
  Distribution distribution = Distribution::fixed(0);
  CorrelationGroup group = {};  // figures of one group move together
  // The input that this one is partly correlated with, and the coefficient of their normal scores;
  // of no effect where the other is not among the inputs or does not vary.
  std::string with = {};
  double coefficient = 0;
};

// The random bits of one factor for a batch of draws.
using FactorBits = std::array<std::uint32_t, Batch::kLanes>;

// Which of the two independent sets of draws that Saltelli's method compares. A plain Monte Carlo
// run uses the first.
enum class DrawSet : std::uint8_t { a, b };

// Draws for a list of inputs. A factor is what varies on its own: an input without a group, or all
// inputs of one group. One that is correlated with another by ρ has the normal score ρ·z +
// √(1-ρ²)·e, where z is the score of the other and e that of its own bits; so two that are
// correlated with a third are correlated by the product. Correlations must not run in a circle. The
// random bits come from Philox 4x64-10 (Random123), a function of seed, set, draw and factor and of
// nothing else: any draw can be made at any time on any thread.
class Sampler {
 public:
  explicit Sampler(std::vector<RandomInput> inputs);

  const std::vector<RandomInput>& inputs() const { return inputs_; }
  // Its group's name, or its only input's.
  const std::vector<std::string>& factors() const { return factors_; }
  // Factors that are correlated with each other, directly or not; of one that is not, itself. Their
  // part of a variance cannot be told apart.
  struct Cluster {
    std::string name;  // "DOCf", "DOCf ~ k.food"
    std::vector<std::size_t> factors;
  };
  const std::vector<Cluster>& clusters() const { return clusters_; }

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
  // A factor that is correlated with another, and an input of such a factor.
  struct Mixed {
    std::size_t factor;
    std::size_t with;
    double coefficient;
    double rest;  // √(1-ρ²)
  };
  struct MixedVariable {
    std::size_t input;
    std::size_t position;                     // of its factor, in mixed_
    std::shared_ptr<const ScoreTable> table;  // null: the score itself
    double location;
    double scale;
  };
  void find_correlations(const std::vector<std::size_t>& factor_of_input);
  void order_mixed(std::vector<Mixed> unordered);
  void make_clusters();
  void add_variable(std::size_t input, std::size_t factor);
  std::shared_ptr<const QuantileTable> table_of(const Distribution& distribution);
  void mix(std::span<const FactorBits> bits, std::span<Batch> values) const;

  std::vector<RandomInput> inputs_;
  std::vector<std::string> factors_;
  std::vector<Variable> variables_;
  std::vector<Cluster> clusters_;
  std::vector<Mixed> mixed_;  // each after the one that it is correlated with
  std::vector<MixedVariable> mixed_variables_;
  // One for all distributions that differ in location and scale alone.
  std::vector<std::pair<Distribution, std::shared_ptr<const QuantileTable>>> tables_;
  std::shared_ptr<const QuantileTable> standard_normal_;  // where something is mixed
};

}  // namespace openitmo::mrv
