#pragma once

#include <compare>
#include <cstdint>
#include <string>

#include "quantity/check.h"

namespace openitmo {

// Whole tonnes of CO2 equivalent: what units are counted in. Equals last - first + 1 of a serial
// range. Arithmetic is checked: a result outside uint64 is a broken invariant.
class TonnesCo2eq {
 public:
  constexpr TonnesCo2eq() = default;
  constexpr explicit TonnesCo2eq(std::uint64_t value) : value_(value) {}

  constexpr std::uint64_t value() const { return value_; }
  constexpr auto operator<=>(const TonnesCo2eq&) const = default;

  TonnesCo2eq operator+(TonnesCo2eq other) const {
    std::uint64_t sum = 0;
    check(!__builtin_add_overflow(value_, other.value_, &sum), "tonnes do not overflow");
    return TonnesCo2eq(sum);
  }
  TonnesCo2eq operator-(TonnesCo2eq other) const {
    check(other.value_ <= value_, "tonnes are never negative");
    return TonnesCo2eq(value_ - other.value_);
  }
  TonnesCo2eq& operator+=(TonnesCo2eq other) { return *this = *this + other; }
  TonnesCo2eq& operator-=(TonnesCo2eq other) { return *this = *this - other; }

 private:
  std::uint64_t value_ = 0;
};

// Whole kilograms of CO2 equivalent, signed: inventories, adjustments and balances, which come in
// kt with decimals and may be negative. Checked like TonnesCo2eq.
class KilogramsCo2eq {
 public:
  constexpr KilogramsCo2eq() = default;
  constexpr explicit KilogramsCo2eq(std::int64_t value) : value_(value) {}
  explicit KilogramsCo2eq(TonnesCo2eq tonnes) {
    check(tonnes.value() <= 9'000'000'000'000'000ULL, "tonnes fit in int64 kilograms");
    value_ = static_cast<std::int64_t>(tonnes.value()) * 1000;
  }

  constexpr std::int64_t value() const { return value_; }
  constexpr auto operator<=>(const KilogramsCo2eq&) const = default;

  KilogramsCo2eq operator+(KilogramsCo2eq other) const {
    std::int64_t sum = 0;
    check(!__builtin_add_overflow(value_, other.value_, &sum), "kilograms do not overflow");
    return KilogramsCo2eq(sum);
  }
  KilogramsCo2eq operator-(KilogramsCo2eq other) const {
    std::int64_t difference = 0;
    check(!__builtin_sub_overflow(value_, other.value_, &difference), "kilograms do not overflow");
    return KilogramsCo2eq(difference);
  }
  KilogramsCo2eq operator-() const { return KilogramsCo2eq() - *this; }
  KilogramsCo2eq& operator+=(KilogramsCo2eq other) { return *this = *this + other; }
  KilogramsCo2eq& operator-=(KilogramsCo2eq other) { return *this = *this - other; }

 private:
  std::int64_t value_ = 0;
};

// "12 345" for people: digits in groups of three, split by a no-break space; "-" when negative.
std::string grouped(std::int64_t value);
std::string grouped(TonnesCo2eq tonnes);

}  // namespace openitmo
