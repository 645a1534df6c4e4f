#pragma once

// The elementary functions of the equations, correctly rounded to the nearest double (ties to
// even), subnormal results included: the same bits on every machine. The C library's own functions
// pick their variant by CPU at run time and are not used in this folder, `sqrt` excepted, which
// IEEE 754 rounds correctly. docs/decisions/0006-mpfr.md says why.
//
// Infinities, zeros and NaN follow C's rules: exp(800) is infinity, log(0) minus infinity, log(-1)
// NaN; pow(0, 0) is 1.
namespace openitmo::mrv {

double exp(double x);
double log(double x);
double pow(double x, double y);
// The complementary error function, 2/sqrt(pi) times the integral of e^{-t²} from x.
double erfc(double x);

}  // namespace openitmo::mrv
