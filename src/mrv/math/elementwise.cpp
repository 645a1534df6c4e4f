#include "mrv/math/elementwise.h"

#include <sleef.h>

namespace openitmo::mrv {

// SLEEF's deterministic functions without fused multiply-add ("cinz"): the vector form gives the
// bits of the scalar one, so where there are no such vectors only time is lost.
namespace {

#ifdef __SSE2__
template <class Pairs, class Single>
void for_each(std::span<double> values, Pairs pairs, Single single) {
  std::size_t i = 0;
  for (; i + 2 <= values.size(); i += 2) _mm_storeu_pd(&values[i], pairs(_mm_loadu_pd(&values[i])));
  for (; i < values.size(); ++i) values[i] = single(values[i]);
}
#endif

}  // namespace

#ifdef __SSE2__
void exp_each(std::span<double> values) {
  for_each(values, Sleef_cinz_expd2_u10sse2, Sleef_cinz_expd1_u10purec);
}
void log_each(std::span<double> values) {
  for_each(values, Sleef_cinz_logd2_u10sse2, Sleef_cinz_logd1_u10purec);
}
#else
void exp_each(std::span<double> values) {
  for (double& value : values) value = Sleef_cinz_expd1_u10purec(value);
}
void log_each(std::span<double> values) {
  for (double& value : values) value = Sleef_cinz_logd1_u10purec(value);
}
#endif

}  // namespace openitmo::mrv
