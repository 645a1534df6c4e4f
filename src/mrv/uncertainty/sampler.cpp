#include "mrv/uncertainty/sampler.h"

#include <Random123/philox.h>
#include <algorithm>
#include <cmath>
#include <limits>

#include "quantity/check.h"

namespace openitmo::mrv {

namespace {

using Generator = r123::Philox4x64;
// A block gives four words of 64 bits, each of which serves two factors.
constexpr std::size_t kFactorsPerBlock = 8;

std::size_t factor_of(const RandomInput& input, std::vector<std::string>& factors) {
  const std::string name = input.group.empty() ? input.name : std::string(input.group.view());
  const auto known = std::ranges::find(factors, name);
  if (known != factors.end()) {
    check(!input.group.empty(), "every input has a name of its own");
    return static_cast<std::size_t>(known - factors.begin());
  }
  factors.push_back(name);
  return factors.size() - 1;
}

}  // namespace

Sampler::Sampler(std::vector<RandomInput> inputs) : inputs_(std::move(inputs)) {
  constexpr std::size_t kDoesNotVary = std::numeric_limits<std::size_t>::max();
  std::vector<std::size_t> factor_of_input(inputs_.size(), kDoesNotVary);
  for (std::size_t i = 0; i < inputs_.size(); ++i)
    if (!inputs_[i].distribution.is_fixed()) factor_of_input[i] = factor_of(inputs_[i], factors_);
  find_correlations(factor_of_input);
  make_clusters();
  for (std::size_t i = 0; i < inputs_.size(); ++i)
    if (factor_of_input[i] != kDoesNotVary) add_variable(i, factor_of_input[i]);
}

void Sampler::find_correlations(const std::vector<std::size_t>& factor_of_input) {
  std::vector<Mixed> found;
  for (std::size_t i = 0; i < inputs_.size(); ++i) {
    const RandomInput& input = inputs_[i];
    if (input.with.empty() || input.distribution.is_fixed()) continue;
    const auto other = std::ranges::find(inputs_, input.with, &RandomInput::name);
    if (other == inputs_.end() || other->distribution.is_fixed()) continue;
    check(input.coefficient > -1 && input.coefficient < 1, "what is fully correlated is a group");
    check(input.group.empty() || input.group.view() == input.name,
          "a figure of a group is correlated by its group");
    found.push_back({.factor = factor_of_input[i],
                     .with = factor_of_input[static_cast<std::size_t>(other - inputs_.begin())],
                     .coefficient = input.coefficient,
                     .rest = std::sqrt(1 - input.coefficient * input.coefficient)});
  }
  if (found.empty()) return;
  standard_normal_ = table_of(Distribution::normal(0, 1));
  order_mixed(std::move(found));
}

void Sampler::order_mixed(std::vector<Mixed> unordered) {
  while (!unordered.empty()) {
    const auto ready = std::ranges::find_if(unordered, [&](const Mixed& mixed) {
      return std::ranges::find(unordered, mixed.with, &Mixed::factor) == unordered.end();
    });
    check(ready != unordered.end(), "correlations do not run in a circle");
    mixed_.push_back(*ready);
    unordered.erase(ready);
  }
}

void Sampler::make_clusters() {
  for (std::size_t factor = 0; factor < factors_.size(); ++factor)
    if (std::ranges::find(mixed_, factor, &Mixed::factor) == mixed_.end())
      clusters_.push_back({.name = factors_[factor], .factors = {factor}});
  for (const Mixed& mixed : mixed_) {
    const auto of_other = std::ranges::find_if(clusters_, [&](const Cluster& cluster) {
      return std::ranges::find(cluster.factors, mixed.with) != cluster.factors.end();
    });
    of_other->factors.push_back(mixed.factor);
    of_other->name.append(" ~ ").append(factors_[mixed.factor]);
  }
}

void Sampler::add_variable(std::size_t input, std::size_t factor) {
  const Distribution& distribution = inputs_[input].distribution;
  const bool is_scaled = distribution.is_scaled();
  const double location = is_scaled ? distribution.location() : 0;
  const double scale = is_scaled ? distribution.scale() : 1;
  const auto mixed = std::ranges::find(mixed_, factor, &Mixed::factor);
  if (mixed == mixed_.end()) {
    variables_.push_back({input, factor, table_of(distribution).get(), location, scale});
    return;
  }
  const std::shared_ptr<const ScoreTable> table =
      distribution.is_plain_normal()
          ? nullptr
          : std::make_shared<ScoreTable>(is_scaled ? distribution.standard() : distribution);
  mixed_variables_.push_back({.input = input,
                              .position = static_cast<std::size_t>(mixed - mixed_.begin()),
                              .table = table,
                              .location = location,
                              .scale = scale});
}

std::shared_ptr<const QuantileTable> Sampler::table_of(const Distribution& distribution) {
  const Distribution shared = distribution.is_scaled() ? distribution.standard() : distribution;
  for (const auto& [known, table] : tables_)
    if (known == shared) return table;
  tables_.emplace_back(shared, std::make_shared<QuantileTable>(shared));
  return tables_.back().second;
}

void Sampler::draw_bits(std::uint64_t seed, DrawSet set, std::uint64_t first_draw,
                        std::span<FactorBits> bits) const {
  check(bits.size() == factors_.size(), "there is room for the bits of every factor");
  const Generator::key_type key{{seed, static_cast<std::uint64_t>(set)}};
  Generator philox;
  for (std::size_t first = 0; first < bits.size(); first += kFactorsPerBlock) {
    const std::size_t count = std::min(kFactorsPerBlock, bits.size() - first);
    for (std::size_t lane = 0; lane < Batch::kLanes; ++lane) {
      const Generator::ctr_type block =
          philox({{first_draw + lane, first / kFactorsPerBlock, 0, 0}}, key);
      for (std::size_t f = 0; f < count; ++f)
        bits[first + f][lane] = static_cast<std::uint32_t>(block[f / 2] >> (f % 2 * 32));
    }
  }
}

void Sampler::values_at(std::span<const FactorBits> bits, std::span<Batch> values) const {
  check(values.size() == inputs_.size(), "there is room for the value of every input");
  for (std::size_t i = 0; i < inputs_.size(); ++i)
    if (inputs_[i].distribution.is_fixed()) values[i] = inputs_[i].value;
  for (const Variable& v : variables_) {
    const QuantileTable& table = *v.table;
    const FactorBits& of_factor = bits[v.factor];
    values[v.input] =
        Batch::of([&](std::size_t lane) { return table(of_factor[lane]); }) * v.scale + v.location;
  }
  if (!mixed_.empty()) mix(bits, values);
}

void Sampler::mix(std::span<const FactorBits> bits, std::span<Batch> values) const {
  const auto own_score = [&](std::size_t factor) {
    return Batch::of([&](std::size_t lane) { return (*standard_normal_)(bits[factor][lane]); });
  };
  std::vector<Batch> scores(mixed_.size());
  for (std::size_t i = 0; i < mixed_.size(); ++i) {
    const Mixed& m = mixed_[i];
    const auto other = std::ranges::find(mixed_, m.with, &Mixed::factor);
    const Batch z = other == mixed_.end()
                        ? own_score(m.with)
                        : scores[static_cast<std::size_t>(other - mixed_.begin())];
    scores[i] = z * m.coefficient + own_score(m.factor) * m.rest;
  }
  for (const MixedVariable& v : mixed_variables_) {
    const Batch& z = scores[v.position];
    const Batch of_table =
        v.table ? Batch::of([&](std::size_t lane) { return (*v.table)(z.lane(lane)); }) : z;
    values[v.input] = of_table * v.scale + v.location;
  }
}

}  // namespace openitmo::mrv
