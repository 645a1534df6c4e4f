#pragma once

#include <vector>

#include "mrv/scalar/batch.h"
#include "mrv/scalar/real.h"

namespace openitmo::mrv {

// Deposits of which the share 1 - e^-k decays in every period, their own being the first. In period
// y, counted from 1, there decays
//   Σ_{x=1..y} deposited(x)·e^{-k(y-x)}·(1-e^{-k})
// added up from the first deposit to the last, each power correctly rounded.
template <class S>
class Decaying {
 public:
  Decaying(const S& k, std::vector<S> deposited)
      : deposited_(std::move(deposited)), share_by_age_(shares(k, deposited_.size())) {}

  S in_period(int y) const {
    Sum<S> decaying;
    for (int x = 1; x <= y; ++x)
      decaying.add(deposited_[static_cast<std::size_t>(x - 1)] *
                   share_by_age_[static_cast<std::size_t>(y - x)]);
    return decaying.total();
  }

 private:
  static std::vector<S> shares(const S& k, std::size_t ages) {
    const S first_share = 1 - exp(-k);
    std::vector<S> shares;
    shares.reserve(ages);
    for (std::size_t a = 0; a < ages; ++a)
      shares.push_back(exp(-k * static_cast<double>(a)) * first_share);
    return shares;
  }

  std::vector<S> deposited_;
  std::vector<S> share_by_age_;
};

// Draws go on from what decayed the period before: the same sum, off by at most some units in the
// last place for each period, at a cost that grows with the periods and not with their square.
template <>
class Decaying<Batch> {
 public:
  Decaying(const Batch& k, std::vector<Batch> deposited) : decaying_(std::move(deposited)) {
    const Batch kept = exp(-k);
    const Batch first_share = 1 - kept;
    Batch decaying = 0.0;
    for (Batch& in_period : decaying_) {
      decaying = decaying * kept + in_period * first_share;
      in_period = decaying;
    }
  }

  const Batch& in_period(int y) const { return decaying_[static_cast<std::size_t>(y - 1)]; }

 private:
  std::vector<Batch> decaying_;
};

}  // namespace openitmo::mrv
