#pragma once

#include <map>
#include <string>
#include <string_view>

#include "mrv/evidence.h"
#include "mrv/parameter_set.h"
#include "mrv/scalar/label.h"
#include "mrv/scalar/traced.h"

// Where the equations get their scalars from. Each class makes one kind of scalar of the same
// measured sums, declared amounts and parameters; a batch of samples for Monte Carlo would be a
// third one, which draws each parameter once per run.
namespace openitmo::mrv {

// The estimate.
class EstimateInputs {
 public:
  using Scalar = double;
  explicit EstimateInputs(const ParameterSet& parameters) : parameters_(parameters) {}

  double measured(const Label&, double value, const Evidence&, std::string_view) { return value; }
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
  TracedInputs(const ParameterSet& parameters, Tape& tape) : parameters_(parameters), tape_(tape) {}

  // A sum or mean of monitoring rows; `source` says of which kind.
  Traced measured(const Label& label, double value, const Evidence& rows, std::string_view source);
  // An amount stated instead of metered.
  Traced declared(const Label& label, double value, const Evidence& rows, std::string_view source);
  // A figure of the parameter table or the programme's own in its place.
  Traced parameter(std::string_view symbol);
  Traced gwp(std::string_view symbol, double value, std::string_view set_name);

 private:
  const ParameterSet& parameters_;
  Tape& tape_;
  std::map<std::string, Traced, std::less<>> parameter_leaves_;
};

}  // namespace openitmo::mrv
