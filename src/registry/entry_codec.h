#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "ledger/events.h"
#include "quantity/language.h"

// The bytes of a journal entry: JSON text with keys in a fixed order, no spaces, no floating-point
// numbers, integers up to 2^53-1, at most 60,000 bytes (docs/formats/entry.md).
namespace openitmo::registry {

inline constexpr std::size_t kEntryBytesMax = 60'000;

// The event must be encodable: a broken invariant otherwise.
std::string encode(const ledger::Envelope& envelope, const ledger::Event& event);
// The same behind what `out` has, for what somebody asked for; fails, saying why, when a number or
// the entry is too large.
std::expected<void, Text> try_encode(const ledger::Envelope& envelope, const ledger::Event& event,
                                     std::string& out);

// The bytes of a command as it was asked, behind what `out` has, for telling a retry from another
// command with its id; fails like the above.
std::expected<void, Text> try_encode(const ledger::Command& command, std::string& out);

// The entry that `bytes` say, with `number` as its place. Fails, naming what is wrong and where in
// the text, for anything that encode() would not write: encode(decode(b)) == b for every accepted
// b.
std::expected<ledger::Entry, Text> decode(std::uint64_t number, std::string_view bytes);

// Every entry type, in the order of the variant, for the documentation.
std::vector<std::string_view> entry_types();

}  // namespace openitmo::registry
