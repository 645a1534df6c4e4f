#pragma once

#include <string_view>
#include <vector>

#include "mrv/scalar/real.h"
#include "mrv/scalar/series.h"

// IPCC 2006 V5 Ch 3 (kept by the 2019 Refinement), first-order decay: for inventories and
// comparison. TOOL04 of year y equals, φ apart, this of year y + 1 by default.
namespace openitmo::mrv::ipcc_fod {

// One waste type; masses are wet.
template <class S>
struct WasteStream {
  std::string_view type;
  S DOC;
  S DOC_f;
  S k;          // 1/a
  Series<S> W;  // t by year of deposition
};

template <class S>
struct Site {
  Series<S> MCF;  // by year of deposition
  Series<S> OX;   // by year of emission
  Series<S> R;    // t CH4 recovered by year of emission: a mass, at most what is generated
  S F;
  S M;  // month in which decay starts, 7 to 13; default 13: 1 January after deposition
  CalendarAxis axis = {};
};

// By year: what decays, and what has accumulated at the end of the year, t C.
template <class S>
struct Stock {
  std::vector<S> DDOCm_decomp;
  std::vector<S> DDOCma;
};

// Eq 3.2, 3A1: DDOCmd(T) = W·DOC·DOC_f·MCF, f = e^{-k(13-M)/12},
//   DDOCma(T)       = DDOCmd(T)·f + DDOCma(T-1)·e^{-k}
//   DDOCm_decomp(T) = DDOCma(T-1)·(1 - e^{-k}) + DDOCmd(T)·(1 - f)
template <class S>
Stock<S> decay(const Site<S>& site, const WasteStream<S>& stream, int years) {
  const S kept = exp(-stream.k);
  const S f = exp(-stream.k * (13 - site.M) / 12);
  Stock<S> stock;
  S DDOCma(0.0);
  for (int T = 1; T <= years; ++T) {
    const S DDOCmd = stream.W(T) * stream.DOC * stream.DOC_f * site.MCF(T);
    stock.DDOCm_decomp.push_back(named({.symbol = "DDOCm_decomp",
                                        .unit = "t C",
                                        .equation = "IPCC 2006 V5 Ch 3 Eq 3A1",
                                        .of = stream.type,
                                        .period = site.axis.at(T)},
                                       DDOCma * (1 - kept) + DDOCmd * (1 - f)));
    DDOCma = DDOCmd * f + DDOCma * kept;
    stock.DDOCma.push_back(DDOCma);
  }
  return stock;
}

// Eq 3.6: CH4 generated(T) = Σ_i DDOCm_decomp·F·16/12, t CH4.
template <class S>
S CH4_generated(const Site<S>& site, const std::vector<Stock<S>>& stocks, int T) {
  std::vector<S> carbon;
  for (const Stock<S>& stock : stocks)
    carbon.push_back(stock.DDOCm_decomp[static_cast<std::size_t>(T - 1)]);
  return named({.symbol = "CH4 generated",
                .unit = "t CH4",
                .equation = "IPCC 2006 V5 Ch 3 Eq 3.6",
                .period = site.axis.at(T)},
               sum(std::span<const S>(carbon)) * site.F * (16.0 / 12.0));
}

// Carbon that stays for ever, of one year's deposit: W·DOC·(1 - DOC_f)·MCF, t C.
template <class S>
S stored_carbon(const Site<S>& site, const WasteStream<S>& stream, int x) {
  return stream.W(x) * stream.DOC * (1 - stream.DOC_f) * site.MCF(x);
}

// R is metered mass; more of it than is generated means wrong data, and nothing is clipped.
inline bool is_possible(double recovered, double generated) {
  return recovered >= 0 && recovered <= generated;
}

// Eq 3.1: CH4(T) = (CH4 generated(T) - R(T))·(1 - OX(T)), t CH4. More recovery than generation is
// an error in the data, which the caller refuses.
template <class S>
S CH4_emitted(const Site<S>& site, const S& generated, int T) {
  return named({.symbol = "CH4 emissions",
                .unit = "t CH4",
                .equation = "IPCC 2006 V5 Ch 3 Eq 3.1",
                .period = site.axis.at(T)},
               (generated - site.R(T)) * (1 - site.OX(T)));
}

}  // namespace openitmo::mrv::ipcc_fod
