#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "quantity/date.h"
#include "quantity/language.h"
#include "quantity/rational.h"
#include "quantity/tonnes.h"
#include "registry/programme.h"

namespace openitmo::files {

// Texts, numbers and days in one language. Digits stand in groups of three with no-break spaces in
// both languages; the decimal mark is a point in English and a comma in French; the minus sign is
// U+2212. Rationals are rounded half away from zero, exactly; nothing depends on a locale.
class Speech {
 public:
  explicit Speech(Language language) : language_(language) {}
  Language language() const { return language_; }
  std::string_view lang_attribute() const { return french() ? "fr" : "en"; }

  // In French, the spaces before : ; ? ! % and inside « » become no-break spaces.
  std::string say(const Words& words) const;
  std::string say(const Words& words, std::initializer_list<std::string> figures) const;
  std::string say(const Text& text) const;
  const std::string& text(const Text& text) const;

  std::string whole(std::int64_t value) const;
  std::string whole(TonnesCo2eq value) const;
  std::string with_sign(std::int64_t value) const;  // "+12", "−12", "0"
  // A figure in kg as tonnes or kilotonnes with `digits` decimals.
  std::string tonnes(const Rational& kg, int digits) const;
  std::string tonnes_with_sign(const Rational& kg, int digits) const;
  std::string kilotonnes(const Rational& kg, int digits) const;
  std::string real(double value, int digits) const;
  std::string real_with_sign(double value, int digits) const;
  // Of a size that is not known beforehand: whole from 1,000 on, else four significant digits.
  std::string significant(double value) const;
  std::string percent(double share, int digits = 0) const;
  std::string day(Date date) const;  // "5 March 2026", "5 mars 2026"
  std::string month(int year, unsigned month) const;

 private:
  bool french() const { return language_ == Language::fr; }
  std::string localized(std::string_view plain_decimal) const;
  Language language_;
};

}  // namespace openitmo::files
