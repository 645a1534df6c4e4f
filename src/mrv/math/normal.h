#pragma once

// The standard normal distribution, with the same bits on every machine.
namespace openitmo::mrv {

// z of P(Z <= z) = 0.975: half of a 95 % interval in standard deviations.
inline constexpr double kNormalQuantile97_5 = 1.959963984540054;

// z with P(Z <= z) = p, for 0 < p < 1: Wichura's algorithm AS 241 (PPND16), accurate to about 16
// digits. -infinity for 0 and infinity for 1.
double normal_quantile(double p);

// P(Z <= z), correctly rounded but for the last two digits.
double normal_probability(double z);

}  // namespace openitmo::mrv
