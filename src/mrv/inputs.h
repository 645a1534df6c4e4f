#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "mrv/evidence.h"
#include "mrv/parameter_set.h"
#include "mrv/scalar/batch.h"
#include "mrv/scalar/label.h"
#include "mrv/scalar/traced.h"
#include "mrv/uncertainty/input_list.h"
#include "quantity/check.h"

// Where the equations get their scalars from. Each class makes one kind of scalar of the same
// measured sums, declared amounts and parameters.
namespace openitmo::mrv {

// The estimate.
class EstimateInputs {
 public:
  using Scalar = double;
  explicit EstimateInputs(const ParameterSet& parameters) : parameters_(parameters) {}

  double measured(const Label&, double value, const Evidence&, std::string_view,
                  std::optional<double> = {}) {
    return value;
  }
  double declared(const Label&, double value, const Evidence&, std::string_view) { return value; }
  double parameter(std::string_view symbol) { return parameters_.value(symbol).value; }
  double gwp(std::string_view, double value, std::string_view) { return value; }

 private:
  const ParameterSet& parameters_;
};

// The derivation: every input becomes a leaf of the tape, a parameter one leaf however often it is
// used.
class TracedInputs {
 public:
  using Scalar = Traced;
  // `list` notes what the equations ask for, for the draws of a Monte Carlo run; may be null.
  TracedInputs(const ParameterSet& parameters, Tape& tape, InputList* list = nullptr)
      : parameters_(parameters), tape_(tape), list_(list) {}

  // A sum or mean of monitoring rows; `source` says of which kind. `half_width` is half of the 95 %
  // confidence interval of a mean of samples; what instruments measure has their accuracy.
  Traced measured(const Label& label, double value, const Evidence& rows, std::string_view source,
                  std::optional<double> half_width = {});
  // An amount stated instead of metered.
  Traced declared(const Label& label, double value, const Evidence& rows, std::string_view source);
  // A figure of the parameter table or the programme's own in its place.
  Traced parameter(std::string_view symbol);
  Traced gwp(std::string_view symbol, double value, std::string_view set_name);

 private:
  Traced leaf(const Label& label, double value, Leaf leaf);
  Traced leaf_once(std::string_view symbol, const Label& label, double value, const Leaf& leaf);

  const ParameterSet& parameters_;
  Tape& tape_;
  InputList* list_;
  std::map<std::string, Traced, std::less<>> parameter_leaves_;
};

// Draws: what the equations ask for comes in the order in which they asked for it when the list was
// made, since they never branch on a figure.
class SampledInputs {
 public:
  using Scalar = Batch;
  // `calls` are those of one part of the list, `values` those of all its inputs.
  SampledInputs(std::span<const std::uint32_t> calls, std::span<const Batch> values)
      : calls_(calls), values_(values) {}

  const Batch& measured(const Label&, double, const Evidence&, std::string_view,
                        std::optional<double> = {}) {
    return next();
  }
  const Batch& declared(const Label&, double, const Evidence&, std::string_view) { return next(); }
  const Batch& parameter(std::string_view) { return next(); }
  const Batch& gwp(std::string_view, double, std::string_view) { return next(); }
  bool at_end() const { return position_ == calls_.size(); }

 private:
  const Batch& next() {
    check(!at_end(), "the equations ask for what they asked for before");
    return values_[calls_[position_++]];
  }

  std::span<const std::uint32_t> calls_;
  std::span<const Batch> values_;
  std::size_t position_ = 0;
};

}  // namespace openitmo::mrv
