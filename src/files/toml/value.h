#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "files/problem.h"
#include "files/source.h"

// A parsed TOML file as TomlTable reads it; toml++ itself stays inside parse.cpp.
namespace openitmo::files {

struct TomlValue {
  enum class Kind : std::uint8_t {
    table,
    array,
    string,
    integer,
    floating,
    boolean,
    date,
    time,
    local_date_time,
    date_time
  };
  Kind kind = Kind::table;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t key_line = 0;  // where its key stands
  std::uint32_t key_column = 0;
  std::string
      text{};  // a string's content; a float's source text; a date or UTC date-time as ISO text
  std::int64_t integer = 0;
  bool boolean = false;
  std::map<std::string, TomlValue, std::less<>> entries{};
  std::vector<TomlValue> items{};
};

struct TomlState {
  std::string path;
  TomlValue root;
  std::vector<Problem> problems;
  // Keys asked for, by table. Only tables that were asked for are in it.
  std::map<const TomlValue*, std::set<std::string, std::less<>>> asked;
};

// Fills `root`; or the one problem that keeps the text from being TOML.
Read<TomlValue> parse_toml(const Source& source);

// "a string", "an array", for messages.
Words words_for(TomlValue::Kind kind);

}  // namespace openitmo::files
