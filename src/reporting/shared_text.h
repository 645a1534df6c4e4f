#pragma once

#include <boost/smart_ptr/intrusive_ptr.hpp>
#include <boost/smart_ptr/intrusive_ref_counter.hpp>
#include <string>
#include <string_view>

namespace openitmo::reporting {

// A text that many rows say, as large as a pointer: its copies share one text, which never changes.
// Tables of millions of rows name few authorizations, metrics and purposes.
class SharedText {
 public:
  SharedText() = default;
  SharedText(std::string_view text) {
    if (!text.empty()) held_ = new Held(text);
  }
  SharedText(const std::string& text) : SharedText(std::string_view(text)) {}
  SharedText(const char* text) : SharedText(std::string_view(text)) {}

  const std::string& text() const {
    static const std::string kEmpty;
    return held_ ? held_->text : kEmpty;
  }
  operator std::string_view() const { return text(); }
  operator const std::string&() const { return text(); }
  bool empty() const { return !held_; }

  friend bool operator==(const SharedText& a, const SharedText& b) {
    return a.held_ == b.held_ || a.text() == b.text();
  }
  friend bool operator==(const SharedText& a, std::string_view b) { return a.text() == b; }
  friend bool operator==(const SharedText& a, const std::string& b) { return a.text() == b; }
  friend bool operator==(const SharedText& a, const char* b) { return a.text() == b; }

 private:
  struct Held : boost::intrusive_ref_counter<Held> {
    explicit Held(std::string_view of) : text(of) {}
    const std::string text;
  };
  boost::intrusive_ptr<const Held> held_{};
};

}  // namespace openitmo::reporting
