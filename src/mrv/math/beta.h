#pragma once

// The beta distribution on 0 to 1, with the same bits on every machine.
namespace openitmo::mrv {

// The beta function B(alpha, beta), for alpha, beta >= 1.
double beta_function(double alpha, double beta);

// P(X <= x); `B` is beta_function(alpha, beta). By the continued fraction of the incomplete beta
// function, accurate to about 12 digits for alpha, beta from 1 to 5.
double beta_probability(double x, double alpha, double beta, double B);

// x with P(X <= x) = p, for 0 < p < 1: its inverse, to about 12 digits in both tails.
double beta_quantile(double p, double alpha, double beta, double B);

}  // namespace openitmo::mrv
