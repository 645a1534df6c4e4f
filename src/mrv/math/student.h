#pragma once

namespace openitmo::mrv {

// The 97.5 % quantile of Student's t distribution, for the 95 % confidence interval of a mean of
// degrees_of_freedom + 1 samples. From the printed tables up to 30, above by the expansion in 1/n,
// within 0.001. At least one degree.
double student_quantile_97_5(int degrees_of_freedom);

// Any quantile of it, 0.5 <= p < 1, from the density added up by Simpson's rule; within 1e-6 for p
// up to 0.995. The same bits on every machine: + - * / and sqrt only.
double student_quantile(double p, int degrees_of_freedom);

}  // namespace openitmo::mrv
