#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "mrv/derivation.h"
#include "mrv/scalar/label.h"
#include "mrv/scalar/real.h"

namespace openitmo::mrv {

class Tape;

// A double that remembers how it came about: every operation is recorded on a Tape with its partial
// derivatives. Its value is bit-identical to the same calculation in double. A Traced made from a
// plain number is a constant of the equation (16/12) and leaves no record.
class Traced {
 public:
  struct Operand;

  Traced(double value) : value_(value) {}
  // The result of an operation; a constant if all operands are.
  static Traced result_of(double value, std::span<const Operand> operands);

  double value() const { return value_; }
  bool is_constant() const { return tape_ == nullptr; }

 private:
  friend class Tape;
  friend Traced named(const Label& label, const Traced& value);
  Traced(Tape* tape, std::uint32_t node, double value) : tape_(tape), node_(node), value_(value) {}

  Tape* tape_ = nullptr;
  std::uint32_t node_ = 0;
  double value_ = 0;
};

// `partial` is the derivative of the operation's result with respect to this operand.
struct Traced::Operand {
  Traced value;
  double partial = 0;
};

Traced operator+(const Traced& a, const Traced& b);
Traced operator-(const Traced& a, const Traced& b);
Traced operator*(const Traced& a, const Traced& b);
Traced operator/(const Traced& a, const Traced& b);
Traced operator-(const Traced& a);
Traced exp(const Traced& x);
Traced log(const Traced& x);
Traced sqrt(const Traced& x);
Traced min(const Traced& a, const Traced& b);
Traced max(const Traced& a, const Traced& b);
bool less(const Traced& a, const Traced& b);
bool less_equal(const Traced& a, const Traced& b);
Traced select(bool condition, const Traced& if_true, const Traced& if_false);
Traced sum(std::span<const Traced> terms);
template <>
class Sum<Traced> {
 public:
  void add(const Traced& term) { terms_.push_back(term); }
  Traced total() const { return sum(terms_); }

 private:
  std::vector<Traced> terms_;
};
Traced named(const Label& label, const Traced& value);

// The record of one calculation. Must outlive the Traced values made on it, and stay in place.
class Tape {
 public:
  Tape() = default;
  Tape(const Tape&) = delete;
  Tape& operator=(const Tape&) = delete;

  // A quantity that comes from outside the equations.
  Traced leaf(const Label& label, double value, Leaf leaf);

  // What every leaf of a result contributes to it, in the order in which the leaves were made;
  // empty for a constant. One sweep, without the tree.
  struct Contribution {
    const DerivationNode* leaf;
    double contribution;
  };
  std::vector<Contribution> contributions(const Traced& result) const;

  // The derivation of a result calculated on this tape, with each leaf's contribution and share
  // found in one sweep from the result back. `result` must not be a constant.
  Derivation derivation(const Traced& result) const;

 private:
  friend class Traced;
  friend Traced named(const Label& label, const Traced& value);
  static constexpr std::uint32_t kNoName = 0xffffffff;

  struct Edge {
    std::uint32_t node;
    double partial;
  };
  struct Node {
    std::uint32_t first_edge;
    std::uint32_t name;  // index into names_, or kNoName
  };

  Traced push(double value, std::span<const Traced::Operand> operands, std::uint32_t name);
  std::uint32_t name(const Label& label, double value);
  std::span<const Edge> edges_of(std::uint32_t node) const;
  std::vector<double> derivatives_of(std::uint32_t result) const;
  std::vector<Edge> named_below(std::uint32_t node) const;

  std::vector<Node> nodes_;  // operands stand before what uses them
  std::vector<Edge> edges_;  // of node n: from its first_edge up to that of node n + 1
  std::vector<DerivationNode> names_;
};

}  // namespace openitmo::mrv
