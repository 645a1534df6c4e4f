#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "files/problem.h"
#include "files/source.h"
#include "quantity/date.h"

// Reading a TOML file with every mistake named at once. A loader asks for keys by type; what is
// missing or wrong is noted with file, line and column, and the getter returns an empty value, so
// that the loader goes on and finds the next mistake. At the end finish() adds the keys nobody
// asked for and says whether anything was wrong; only when it was not may the loaded values be
// used.
//
//   Read<TomlDocument> document = TomlDocument::parse(source);
//   if (!document) return std::unexpected(document.error());
//   const TomlTable root = document->root();
//   ndc.target_kt = root.decimal("target_kt_co2eq");
//   for (const TomlTable& site : root.tables("component")) sites.push_back(site_of(site));
//   if (Problems problems = document->finish(); !problems.empty()) return
//   std::unexpected(problems);
namespace openitmo::files {

struct TomlValue;  // internal
struct TomlState;  // internal

class TomlTable {
 public:
  // Each getter without "optional" notes a problem when the key is missing. All note a wrong type.
  std::string string(std::string_view key) const;  // not empty
  std::optional<std::string> optional_string(std::string_view key) const;
  // One of `accepted`; another word is refused with the nearest.
  std::string choice(std::string_view key, std::span<const std::string_view> accepted) const;

  std::int64_t integer(std::string_view key,
                       std::int64_t min = std::numeric_limits<std::int64_t>::min(),
                       std::int64_t max = std::numeric_limits<std::int64_t>::max()) const;
  std::optional<std::int64_t> optional_integer(
      std::string_view key, std::int64_t min = std::numeric_limits<std::int64_t>::min(),
      std::int64_t max = std::numeric_limits<std::int64_t>::max()) const;

  // A decimal number as exact text, such as "-27.7", without plus sign, underscores or exponent:
  // from the string "27.7", or from the number 27.7 or 27 as it is written in the file.
  std::string decimal(std::string_view key) const;
  std::optional<std::string> optional_decimal(std::string_view key) const;

  bool boolean(std::string_view key) const;
  std::optional<bool> optional_boolean(std::string_view key) const;

  // A local date (2024-03-05), or the same in quotes.
  Date date(std::string_view key) const;
  std::optional<Date> optional_date(std::string_view key) const;
  // A date-time with offset (2024-03-05T14:07:09Z), or the same in quotes with Z.
  Instant instant(std::string_view key) const;
  std::optional<Instant> optional_instant(std::string_view key) const;

  TomlTable table(std::string_view key) const;
  std::optional<TomlTable> optional_table(std::string_view key) const;
  std::vector<TomlTable> tables(std::string_view key) const;  // [[key]], at least one
  std::vector<TomlTable> optional_tables(std::string_view key) const;
  std::vector<std::string> strings(std::string_view key) const;
  std::vector<std::string> optional_strings(std::string_view key) const;
  std::vector<std::int64_t> integers(std::string_view key) const;

  bool has(std::string_view key) const;
  // All keys, for tables whose keys are data ([emissions_kt] 2022 = "11.5"); asking for each is
  // left to the caller.
  std::vector<std::string> keys() const;

  // Notes a problem of the caller's own at the value of `key`, or at the table when it has no such
  // key.
  void refuse(std::string_view key, Text what, Text remedy) const;
  // Where this table starts.
  std::uint32_t line() const;

 private:
  friend class TomlDocument;
  TomlTable(std::shared_ptr<TomlState> state, const TomlValue* value, std::string name)
      : state_(std::move(state)), value_(value), name_(std::move(name)) {}

  const TomlValue* find(std::string_view key, bool required, const Text& right) const;
  void wrong(const TomlValue& value, std::string_view key, Text what, Text remedy) const;
  void wrong_type(const TomlValue& value, std::string_view key, const Text& right) const;
  std::optional<std::string> read_string(std::string_view key, bool required) const;
  std::optional<std::int64_t> read_integer(std::string_view key, bool required, std::int64_t min,
                                           std::int64_t max) const;
  std::optional<std::string> read_decimal(std::string_view key, bool required) const;
  std::optional<bool> read_boolean(std::string_view key, bool required) const;
  std::optional<Date> read_date(std::string_view key, bool required) const;
  std::optional<Instant> read_instant(std::string_view key, bool required) const;
  std::vector<TomlTable> read_tables(std::string_view key, bool required) const;
  std::vector<std::string> read_strings(std::string_view key, bool required) const;
  std::string full_name(std::string_view key) const;

  std::shared_ptr<TomlState> state_;
  const TomlValue*
      value_;         // null for a table that is missing: asking it finds nothing and notes nothing
  std::string name_;  // "component[2].site", for messages
};

class TomlDocument {
 public:
  // A problem when the text is not TOML: the place and what the parser expected. It also finds keys
  // that are given twice and dates that do not exist.
  static Read<TomlDocument> parse(const Source& source);

  TomlTable root() const;
  // Everything wrong so far and the keys nobody asked for, each with the nearest key that was asked
  // for, in the order of the file.
  Problems finish() const;

 private:
  explicit TomlDocument(std::shared_ptr<TomlState> state) : state_(std::move(state)) {}
  std::shared_ptr<TomlState> state_;
};

}  // namespace openitmo::files
