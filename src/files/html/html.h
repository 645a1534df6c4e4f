#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace openitmo::files {

struct Attribute {
  std::string_view name;
  std::string value;
};
using Attributes = std::initializer_list<Attribute>;

// HTML or SVG under construction. Every text and every attribute value is escaped here, and there
// is no way round: markup is only ever made by this class, so a name can never become markup. Tags
// that do not close in order are a broken invariant.
class Html {
 public:
  Html& open(std::string_view tag, Attributes attributes = {});
  Html& close(std::string_view tag);
  // An element without content: <br>, <circle/>.
  Html& empty(std::string_view tag, Attributes attributes = {});
  Html& text(std::string_view text);
  Html& element(std::string_view tag, std::string_view text, Attributes attributes = {});
  Html& add(const Html& part);
  Html& new_line();
  // The content of a <style> element: our own constant, which must not hold "<".
  Html& style(std::string_view css);

  bool is_empty() const { return markup_.empty(); }
  // The markup; every tag must be closed.
  const std::string& markup() const;

 private:
  void tag_with(std::string_view tag, Attributes attributes);
  std::string markup_;
  std::vector<std::string> open_tags_;
};

// The text without what can break or reorder a page: control characters, bytes that are no UTF-8
// and characters that turn the direction of writing become U+FFFD.
std::string harmless(std::string_view text);

// The harmless text with & < > " ' as references.
std::string escaped(std::string_view text);

}  // namespace openitmo::files
