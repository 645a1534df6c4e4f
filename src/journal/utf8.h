#pragma once

#include <string_view>

namespace openitmo::journal {

// Well-formed UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF.
bool is_utf8(std::string_view text);

// Any ASCII control character, or any character that Unicode calls a space. `text` must be UTF-8.
bool has_space_or_control(std::string_view text);

}  // namespace openitmo::journal
