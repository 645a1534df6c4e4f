#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "quantity/language.h"

struct XML_ParserStruct;

namespace openitmo::files {

// The attributes of an element, without namespace prefixes. Valid during XmlHandler::start only.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char* const* pairs) : pairs_(pairs) {}
  // Empty when there is no such attribute.
  std::string_view operator[](std::string_view name) const;

 private:
  const char* const* pairs_;
};

class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  // Names come without their prefix: "x:row" is "row".
  virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  virtual void text(std::string_view) {}
};

// Parses XML piece by piece. Refuses a document type (spreadsheets have none, attacks do) and
// elements nested deeper than 64.
class XmlParser {
 public:
  explicit XmlParser(XmlHandler& handler);

  // False when the text is not well-formed, or was refused by stop(); error() says why.
  bool feed(std::string_view bytes, bool is_last);
  // Ends parsing from inside a handler.
  void stop(Text why);
  const Text& error() const { return error_; }

 private:
  struct Callbacks;
  struct Free {
    void operator()(XML_ParserStruct* parser) const;
  };
  XmlHandler& handler_;
  std::unique_ptr<XML_ParserStruct, Free> parser_;
  std::size_t depth_ = 0;
  Text error_;
};

}  // namespace openitmo::files
