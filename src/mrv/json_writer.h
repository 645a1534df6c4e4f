#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace openitmo::mrv {

// Writes JSON text in exactly the order of the calls, without white space, so that equal results
// give equal bytes. Real numbers become shortest decimal strings: "0.1". The caller opens, names
// and closes in the right order.
class JsonWriter {
 public:
  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  void key(std::string_view name);

  void text(std::string_view value);
  void real(double value);
  void boolean(bool value);
  void null();
  template <std::integral T>
  void integer(T value) {
    separate();
    text_ += std::to_string(value);
  }
  // A line break between the elements of a long array.
  void new_line() { text_ += '\n'; }

  std::string take() { return std::move(text_); }

 private:
  void separate();
  void open(char bracket);
  void close(char bracket);
  void quote(std::string_view value);

  std::string text_;
  bool needs_comma_ = false;
};

// A member of an object.
void text_field(JsonWriter& json, std::string_view key, std::string_view value);
void real_field(JsonWriter& json, std::string_view key, double value);

}  // namespace openitmo::mrv
