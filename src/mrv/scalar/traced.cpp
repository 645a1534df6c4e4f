#include "mrv/scalar/traced.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "mrv/scalar/real.h"
#include "quantity/check.h"

namespace openitmo::mrv {

namespace {

Traced unary(double value, const Traced& x, double partial) {
  return Traced::result_of(value, std::array{Traced::Operand{x, partial}});
}

Traced binary(double value, const Traced& a, double partial_a, const Traced& b, double partial_b) {
  return Traced::result_of(
      value, std::array{Traced::Operand{a, partial_a}, Traced::Operand{b, partial_b}});
}

}  // namespace

Traced Traced::result_of(double value, std::span<const Operand> operands) {
  Tape* tape = nullptr;
  for (const Operand& operand : operands) {
    if (operand.value.is_constant()) continue;
    check(tape == nullptr || tape == operand.value.tape_, "operands stand on one tape");
    tape = operand.value.tape_;
  }
  return tape == nullptr ? Traced(value) : tape->push(value, operands, Tape::kNoName);
}

Traced operator+(const Traced& a, const Traced& b) {
  return binary(a.value() + b.value(), a, 1, b, 1);
}
Traced operator-(const Traced& a, const Traced& b) {
  return binary(a.value() - b.value(), a, 1, b, -1);
}
Traced operator*(const Traced& a, const Traced& b) {
  return binary(a.value() * b.value(), a, b.value(), b, a.value());
}
Traced operator/(const Traced& a, const Traced& b) {
  const double quotient = a.value() / b.value();
  return binary(quotient, a, 1 / b.value(), b, -quotient / b.value());
}
Traced operator-(const Traced& a) { return unary(-a.value(), a, -1); }
Traced exp(const Traced& x) {
  const double value = exp(x.value());
  return unary(value, x, value);
}
Traced log(const Traced& x) { return unary(log(x.value()), x, 1 / x.value()); }
Traced sqrt(const Traced& x) {
  const double root = sqrt(x.value());
  return unary(root, x, 0.5 / root);
}
Traced min(const Traced& a, const Traced& b) { return select(!less(b, a), a, b); }
Traced max(const Traced& a, const Traced& b) { return select(!less(a, b), a, b); }
bool less(const Traced& a, const Traced& b) { return a.value() < b.value(); }
bool less_equal(const Traced& a, const Traced& b) { return a.value() <= b.value(); }
// Both sides are recorded, so that a derivation shows what was compared.
Traced select(bool condition, const Traced& if_true, const Traced& if_false) {
  const double value = condition ? if_true.value() : if_false.value();
  return binary(value, if_true, condition ? 1 : 0, if_false, condition ? 0 : 1);
}

Traced sum(std::span<const Traced> terms) {
  double total = 0;
  std::vector<Traced::Operand> operands;
  operands.reserve(terms.size());
  for (const Traced& term : terms) {
    total = total + term.value();
    operands.push_back({term, 1});
  }
  return Traced::result_of(total, operands);
}

Traced named(const Label& label, const Traced& value) {
  if (value.is_constant()) return value;
  Tape& tape = *value.tape_;
  const std::uint32_t name = tape.name(label, value.value());
  return tape.push(value.value(), std::array{Traced::Operand{value, 1}}, name);
}

Traced Tape::leaf(const Label& label, double value, Leaf leaf) {
  const std::uint32_t index = name(label, value);
  names_[index].leaf = std::move(leaf);
  return push(value, {}, index);
}

std::uint32_t Tape::name(const Label& label, double value) {
  names_.push_back({.symbol = std::string(label.symbol),
                    .of = std::string(label.of),
                    .period = to_string(label.period),
                    .unit = std::string(label.unit),
                    .equation = std::string(label.equation),
                    .value = value});
  return static_cast<std::uint32_t>(names_.size() - 1);
}

Traced Tape::push(double value, std::span<const Traced::Operand> operands, std::uint32_t name) {
  nodes_.push_back({.first_edge = static_cast<std::uint32_t>(edges_.size()), .name = name});
  for (const Traced::Operand& operand : operands)
    if (!operand.value.is_constant()) edges_.push_back({operand.value.node_, operand.partial});
  return Traced(this, static_cast<std::uint32_t>(nodes_.size() - 1), value);
}

std::span<const Tape::Edge> Tape::edges_of(std::uint32_t node) const {
  const std::size_t first = nodes_[node].first_edge;
  const std::size_t end = node + 1 < nodes_.size() ? nodes_[node + 1].first_edge : edges_.size();
  return std::span(edges_).subspan(first, end - first);
}

std::vector<double> Tape::derivatives_of(std::uint32_t result) const {
  std::vector<double> derivatives(nodes_.size(), 0.0);
  derivatives[result] = 1;
  for (std::uint32_t node = result + 1; node-- > 0;)
    for (const Edge& edge : edges_of(node))
      derivatives[edge.node] += derivatives[node] * edge.partial;
  return derivatives;
}

// The nearest named nodes that `node` was calculated from, in the order of the equation, each with
// the derivative of `node` with respect to it: over every way between them, the product of the
// derivatives on it.
std::vector<Tape::Edge> Tape::named_below(std::uint32_t node) const {
  std::vector<Edge> found;
  std::vector<Edge> open;
  const auto open_operands = [&](const Edge& of) {
    const std::span<const Edge> edges = edges_of(of.node);
    for (auto edge = edges.rbegin(); edge != edges.rend(); ++edge)
      open.push_back({edge->node, of.partial * edge->partial});
  };
  open_operands({node, 1});
  while (!open.empty()) {
    const Edge next = open.back();
    open.pop_back();
    if (nodes_[next.node].name == kNoName) {
      open_operands(next);
    } else if (const auto known = std::ranges::find(found, next.node, &Edge::node);
               known != found.end()) {
      known->partial += next.partial;
    } else {
      found.push_back(next);
    }
  }
  return found;
}

std::vector<Tape::Contribution> Tape::contributions(const Traced& result) const {
  if (result.is_constant()) return {};
  check(result.tape_ == this, "the result was calculated on this tape");
  const std::vector<double> derivatives = derivatives_of(result.node_);
  std::vector<Contribution> all;
  for (std::uint32_t node = 0; node <= result.node_; ++node) {
    if (nodes_[node].name == kNoName || derivatives[node] == 0) continue;
    const DerivationNode& named = names_[nodes_[node].name];
    if (named.leaf) all.push_back({&named, named.value * derivatives[node]});
  }
  return all;
}

Derivation Tape::derivation(const Traced& result) const {
  check(result.tape_ == this, "the result was calculated on this tape");
  check(nodes_[result.node_].name != kNoName, "the result has a name");
  const std::vector<double> derivatives = derivatives_of(result.node_);
  constexpr std::uint32_t kUnseen = 0xffffffff;
  std::vector<std::uint32_t> position(nodes_.size(), kUnseen);
  std::vector<std::uint32_t> order{result.node_};
  position[result.node_] = 0;
  Derivation derivation;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::uint32_t at = order[i];
    DerivationNode node = names_[nodes_[at].name];
    if (node.leaf) node.leaf->contribution = node.value * derivatives[at];
    for (const Edge& child : named_below(at)) {
      if (position[child.node] == kUnseen) {
        position[child.node] = static_cast<std::uint32_t>(order.size());
        order.push_back(child.node);
      }
      node.children.push_back(position[child.node]);
      node.partials.push_back(child.partial);
    }
    derivation.nodes.push_back(std::move(node));
  }
  set_shares(derivation);
  return derivation;
}

}  // namespace openitmo::mrv
