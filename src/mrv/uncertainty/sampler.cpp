#include "mrv/uncertainty/sampler.h"

#include <Random123/philox.h>
#include <algorithm>

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
  std::shared_ptr<const QuantileTable> standard_normal;
  for (std::size_t i = 0; i < inputs_.size(); ++i) {
    const Distribution& distribution = inputs_[i].distribution;
    if (distribution.is_fixed()) continue;
    const std::size_t factor = factor_of(inputs_[i], factors_);
    if (distribution.is_plain_normal()) {
      if (!standard_normal) {
        standard_normal = std::make_shared<QuantileTable>(Distribution::normal(0, 1));
        tables_.push_back(standard_normal);
      }
      variables_.push_back(
          {i, factor, standard_normal.get(), distribution.location(), distribution.scale()});
    } else {
      tables_.push_back(std::make_shared<QuantileTable>(distribution));
      variables_.push_back({i, factor, tables_.back().get(), 0, 1});
    }
  }
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
}

}  // namespace openitmo::mrv
