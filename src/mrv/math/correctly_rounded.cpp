#include "mrv/math/correctly_rounded.h"

#include <mpfr.h>

namespace openitmo::mrv {

namespace {

// MPFR rounds to 53 bits at any exponent. To round subnormal doubles once and not twice it must
// know the exponents of double, in its own convention (significand in [1/2, 1)); the caller's
// setting comes back afterwards.
class DoubleExponents {
 public:
  DoubleExponents() : emin_(mpfr_get_emin()), emax_(mpfr_get_emax()) {
    mpfr_set_emin(-1073);
    mpfr_set_emax(1024);
  }
  DoubleExponents(const DoubleExponents&) = delete;
  DoubleExponents& operator=(const DoubleExponents&) = delete;
  ~DoubleExponents() {
    mpfr_set_emin(emin_);
    mpfr_set_emax(emax_);
  }

 private:
  mpfr_exp_t emin_;
  mpfr_exp_t emax_;
};

template <class Function>
double rounded(double x, Function function) {
  const DoubleExponents exponents;
  MPFR_DECL_INIT(argument, 53);
  MPFR_DECL_INIT(result, 53);
  mpfr_set_d(argument, x, MPFR_RNDN);
  const int ternary = function(result, argument);
  mpfr_subnormalize(result, ternary, MPFR_RNDN);
  return mpfr_get_d(result, MPFR_RNDN);
}

}  // namespace

double exp(double x) {
  return rounded(x, [](mpfr_t result, mpfr_t a) { return mpfr_exp(result, a, MPFR_RNDN); });
}

double log(double x) {
  return rounded(x, [](mpfr_t result, mpfr_t a) { return mpfr_log(result, a, MPFR_RNDN); });
}

double pow(double x, double y) {
  return rounded(x, [y](mpfr_t result, mpfr_t a) {
    MPFR_DECL_INIT(exponent, 53);
    mpfr_set_d(exponent, y, MPFR_RNDN);
    return mpfr_pow(result, a, exponent, MPFR_RNDN);
  });
}

double erfc(double x) {
  return rounded(x, [](mpfr_t result, mpfr_t a) { return mpfr_erfc(result, a, MPFR_RNDN); });
}

}  // namespace openitmo::mrv
