#pragma once

#include <cstdint>

// The binomial distribution, with the same bits on every machine: how many of `drawn` tickets are
// wrong, where each is wrong with probability p.
namespace openitmo::mrv {

// P(X <= wrong), for 0 <= p <= 1.
double binomial_probability(std::uint32_t wrong, std::uint32_t drawn, double p);

// The largest p under which `wrong` or fewer of `drawn` still come up with probability `alpha`: the
// one-sided upper limit of Clopper and Pearson. 1 where all are wrong. With none wrong it is
// 1 - alpha^(1/drawn), which the rule of three gives as 3/drawn for alpha 5 %.
double binomial_upper_limit(std::uint32_t wrong, std::uint32_t drawn, double alpha);

}  // namespace openitmo::mrv
