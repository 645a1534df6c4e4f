#pragma once

namespace openitmo::mrv {

// The 97.5 % quantile of Student's t distribution, for the 95 % confidence interval of a mean of
// degrees_of_freedom + 1 samples. From the printed tables up to 30, above by the expansion in 1/n,
// within 0.001. At least one degree.
double student_quantile_97_5(int degrees_of_freedom);

}  // namespace openitmo::mrv
