#pragma once

#include <cstddef>
#include <expected>

#include "mrv/verification/assessment.h"
#include "quantity/language.h"

// The size of a sample as a verifier asks for it.
namespace openitmo::mrv::verification {

// Figures in percent. The first of size, precision and materiality that is not 0 counts; where all
// are 0, the threshold that the reductions are held against.
struct SizeRequest {
  std::size_t size = 0;
  double precision = 0;
  Materiality materiality = {
      .percent = 0, .source = "--materiality", .confidence = Confidence::high};
  double confidence = 95;
  double expected_errors = -1;  // of the tickets; -1: 50 for a precision, else 0
};

// How many tickets, and why.
struct SizeChosen {
  std::size_t size = 0;
  Text basis;
  // As many errors are expected as are tolerated: no sample can tell.
  bool expects_too_many = false;
};

// Fails where the component cannot be quantified with less waste.
std::expected<SizeChosen, Problems> choose_size(const SizeRequest& request, const Subject& subject,
                                                const Materiality& threshold,
                                                std::size_t population);

}  // namespace openitmo::mrv::verification
