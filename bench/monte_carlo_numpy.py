#!/usr/bin/python3
"""The model of landfill_model.h with NumPy: a million draws in pieces that fit the cache.

monte_carlo_numpy.py [BENCH]: its processor time on one thread; with BENCH, the program
monte_carlo_bench, that of the same run before, the ratio, and whether the percentiles agree. Of
several threads the time on the clock. Needs python3-numpy.
"""
import json
import os
import subprocess
import sys
import time

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[threads] = "1"
import numpy as np

YEARS = 30
DRAWS = 1_000_000
CLASSES = [  # share, DOC, k, its ends
    (.40, .15, .085, .07, .10), (.10, .20, .065, .05, .08), (.10, .40, .045, .04, .06),
    (.04, .43, .025, .02, .04), (.02, .24, .045, .04, .06), (.03, .24, .025, .02, .06),
    (.02, .05, .085, .07, .10), (.05, .10, .065, .05, .08)]
Z = 1.959963984540054


class Draws:
    def __init__(self, rng, n):
        self.rng, self.n = rng, n

    def normal(self, value, half_width):
        x = self.rng.standard_normal(self.n)
        x *= value * half_width / Z
        x += value
        return x

    def uniform(self, low, high):
        x = self.rng.random(self.n)
        x *= high - low
        x += low
        return x

    def triangular(self, low, mode, high):
        return self.rng.triangular(low, mode, high, self.n)


def inputs(rng, n):
    d = Draws(rng, n)
    common = [d.uniform(.75, .85), d.uniform(0, .1), d.uniform(.05, .15), d.normal(.5, .05),
              d.normal(.5, .2), d.normal(.8, .2)]
    types = [(d.normal(doc, .2), d.triangular(low, k, high), d.normal(share, .1))
             for share, doc, k, low, high in CLASSES]
    waste = np.empty((YEARS, n))
    for x in range(YEARS):
        waste[x] = d.normal(100_000 + 2_000 * x, .1)
    return common, types, waste


def factor(common):
    phi, f, ox, F, doc_f, _ = common
    return phi * (1 - f) * 28 * (1 - ox) * (16 / 12) * F * doc_f


def by_equation(rng, n, all_years):
    """Eq 1 as it is printed: for each year the sum over the years of deposition."""
    common, types, waste = inputs(rng, n)
    carbon = np.zeros(n)
    product = np.empty(n)
    for doc, k, share in types:
        e = np.exp(-k)
        shares = np.empty((YEARS, n))
        shares[0] = 1 - e
        for a in range(1, YEARS):
            np.multiply(shares[a - 1], e, out=shares[a])
        deposited = waste * share
        deposited *= common[5]
        deposited *= doc
        for y in range(0 if all_years else YEARS - 1, YEARS):
            for x in range(y + 1):
                np.multiply(deposited[x], shares[y - x], out=product)
                carbon += product
    return factor(common) * carbon


def by_recurrence(rng, n, all_years):
    """The same sum by what is left of the year before, which an equation does not say."""
    common, types, waste = inputs(rng, n)
    carbon = np.zeros(n)
    for doc, k, share in types:
        e = np.exp(-k)
        to_carbon = share * common[5] * doc
        to_carbon *= 1 - e
        decaying = np.zeros(n)
        for x in range(YEARS):
            decaying *= e
            decaying += waste[x] * to_carbon
            if all_years:
                carbon += decaying
        if not all_years:
            carbon += decaying
    return factor(common) * carbon


def run(model, all_years, piece):
    rng = np.random.default_rng(1)
    results = np.empty(DRAWS)
    start = time.process_time()
    for first in range(0, DRAWS, piece):
        n = min(piece, DRAWS - first)
        results[first:first + n] = model(rng, n, all_years)
    low, high = np.percentile(results, [2.5, 97.5])
    return time.process_time() - start, results.mean(), low, high


def best(model, all_years):
    """The fastest of several sizes of the pieces."""
    return min(run(model, all_years, piece) for piece in (1_000, 2_000, 4_000, 8_000, 16_000))


def of_bench(program):
    text = subprocess.run([program, "--benchmark_filter=^monte_carlo", "--benchmark_format=json",
                           "--benchmark_repetitions=3"], check=True, capture_output=True).stdout
    times = {}
    for b in json.loads(text)["benchmarks"]:
        if b["run_type"] != "iteration":
            continue
        all_years = "all_years:1" in b["name"]
        threads = int(b["name"].split("threads:")[1].split("/")[0])
        row = (b["cpu_time" if threads == 1 else "real_time"] / 1000, b["mean"], b["p2_5"], b["p97_5"])
        times[all_years, threads] = min(times.get((all_years, threads), row), row)
    return times


def show(name, row, ours=None):
    ratio = f"{row[0] / ours:8.1f}" if ours else " " * 8
    print(f"{name:44s} {row[0]:7.2f} s {ratio}  {row[1]:12.0f} {row[2]:12.0f} {row[3]:12.0f}")


def main():
    ours = of_bench(sys.argv[1]) if len(sys.argv) > 1 else {}
    print(f"{'a million draws, 60 inputs':44s} {'time':>9s} {'ratio':>8s}"
          f"  {'mean':>12s} {'2.5 %':>12s} {'97.5 %':>12s}   load {os.getloadavg()[0]:.1f}")
    for all_years in (True, False):
        years = "all 30 years" if all_years else "the 30th year"
        for threads in sorted(t for y, t in ours if y == all_years):
            show(f"OpenITMO, {years}, {threads} thread(s)", ours[all_years, threads])
        base = ours[all_years, 1][0] if ours else None
        show(f"NumPy, {years}, as the equation is printed", best(by_equation, all_years), base)
        show(f"NumPy, {years}, by recurrence", best(by_recurrence, all_years), base)
    for (all_years, threads), row in ours.items():
        reference = run(by_recurrence, all_years, 4_000)
        for mine, theirs in zip(row[1:], reference[1:]):
            if abs(mine / theirs - 1) > .005:
                sys.exit(f"the two disagree: {mine} and {theirs}")


if __name__ == "__main__":
    main()
