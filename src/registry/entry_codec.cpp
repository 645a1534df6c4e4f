#include "registry/entry_codec.h"

#include <boost/json.hpp>

#include "registry/canonical_reader.h"
#include "registry/json_fields.h"

namespace openitmo::registry {

namespace {

constexpr int kEntryVersion = 1;

void write_envelope(std::string& out, const ledger::Envelope& envelope) {
  out += ",\"rule_set\":";
  write_text(out, envelope.rule_set);
  out += ",\"recorded_at\":";
  write_text(out, envelope.recorded_at.to_string());
  out += ",\"effective_date\":";
  write_text(out, envelope.effective_date.to_string());
  out += ",\"actor\":";
  write_text(out, envelope.actor);
  out += ",\"command_id\":";
  write_text(out, envelope.command_id);
  out += ",\"command_sha256\":";
  write_text(out, envelope.command_sha256);
}

const boost::json::value& at(const boost::json::object& object, std::string_view key) {
  const auto* found = object.if_contains(key);
  if (!found) throw NotCanonical({{"the key \"{}\" is missing", "la clé « {} » manque"}, key});
  return *found;
}

ledger::Envelope read_envelope(const boost::json::object& object) {
  ledger::Envelope envelope;
  const auto recorded = Instant::parse(read_text(at(object, "recorded_at")));
  if (!recorded)
    throw NotCanonical({{"recorded_at: a time such as 2024-03-05T10:00:00Z is due",
                         "recorded_at : il faut une heure comme 2024-03-05T10:00:00Z"}});
  envelope.recorded_at = *recorded;
  read_json(at(object, "effective_date"), envelope.effective_date);
  read_json(at(object, "rule_set"), envelope.rule_set);
  read_json(at(object, "actor"), envelope.actor);
  read_json(at(object, "command_id"), envelope.command_id);
  read_json(at(object, "command_sha256"), envelope.command_sha256);
  return envelope;
}

template <std::size_t Index = 0>
ledger::Event read_event(std::string_view type, const boost::json::value& body) {
  if constexpr (Index == std::variant_size_v<ledger::Event::variant>) {
    throw NotCanonical({{"type: \"{}\" is not a known entry type",
                         "type : « {} » n'est pas un type d'écriture connu"},
                        type});
  } else {
    using Alternative = std::variant_alternative_t<Index, ledger::Event::variant>;
    if (type != Alternative::kType) return read_event<Index + 1>(type, body);
    Alternative event;
    read_object(body, event);
    return event;
  }
}

template <std::size_t Index = 0>
bool read_canonical_event(std::string_view type, CanonicalReader& bytes, ledger::Event& event) {
  if constexpr (Index == std::variant_size_v<ledger::Event::variant>) {
    return false;
  } else {
    if (type != std::variant_alternative_t<Index, ledger::Event::variant>::kType)
      return read_canonical_event<Index + 1>(type, bytes, event);
    return bytes.read(event.emplace<Index>());
  }
}

bool read_canonical(CanonicalReader bytes, ledger::Entry& entry) {
  static_assert(kEntryVersion == 1);
  ledger::Envelope& envelope = entry.envelope;
  std::string_view type;
  return bytes.literal("{\"type\":") && bytes.text(type) &&
         bytes.literal(",\"version\":1,\"rule_set\":") && bytes.read(envelope.rule_set) &&
         bytes.literal(",\"recorded_at\":") && bytes.read(envelope.recorded_at) &&
         bytes.literal(",\"effective_date\":") && bytes.read(envelope.effective_date) &&
         bytes.literal(",\"actor\":") && bytes.read(envelope.actor) &&
         bytes.literal(",\"command_id\":") && bytes.read(envelope.command_id) &&
         bytes.literal(",\"command_sha256\":") && bytes.read(envelope.command_sha256) &&
         bytes.literal(",\"body\":") && read_canonical_event(type, bytes, entry.event) &&
         bytes.literal("}") && bytes.at_end();
}

template <std::size_t... Index>
std::vector<std::string_view> types_of(std::index_sequence<Index...>) {
  return {std::variant_alternative_t<Index, ledger::Event::variant>::kType...};
}

}  // namespace

std::expected<void, Text> try_encode(const ledger::Envelope& envelope, const ledger::Event& event,
                                     std::string& out) try {
  const std::size_t start = out.size();
  std::visit(
      [&](const auto& body) {
        out += "{\"type\":\"";
        out += body.kType;
        out += "\",\"version\":";
        write_number(out, kEntryVersion);
        write_envelope(out, envelope);
        out += ",\"body\":";
        write_object(out, body);
        out += '}';
      },
      event);
  const std::size_t size = out.size() - start;
  if (size > kEntryBytesMax)
    return std::unexpected(Text({"{} bytes, and an entry has at most 60,000",
                                 "{} octets, et une écriture en a au plus 60 000"},
                                size));
  return {};
} catch (const NotCanonical& wrong) {
  return std::unexpected(wrong.text);
}

std::string encode(const ledger::Envelope& envelope, const ledger::Event& event) {
  std::string bytes;
  bytes.reserve(1024);
  const auto written = try_encode(envelope, event, bytes);
  check(written.has_value(), "an entry to be encoded is within the bounds");
  return bytes;
}

std::expected<void, Text> try_encode(const ledger::Command& command, std::string& out) try {
  out += ledger::kCommandNames[command.index()];
  std::visit([&](const auto& body) { write_object(out, body); }, command);
  return {};
} catch (const NotCanonical& wrong) {
  return std::unexpected(wrong.text);
}

namespace {

// By the JSON parser: every spelling, and what is wrong where something is.
std::expected<ledger::Entry, Text> decode_any(std::uint64_t number, std::string_view bytes) {
  unsigned char scratch[16 * 1024];
  boost::json::monotonic_resource memory(scratch);
  boost::json::error_code error;
  const auto json = boost::json::parse({bytes.data(), bytes.size()}, error, &memory);
  if (error)
    return std::unexpected(Text({"not JSON: {}", "pas du JSON (« {} »)"}, error.message()));
  const auto* object = json.if_object();
  if (!object) throw NotCanonical({{"an object is due", "il faut un objet"}});
  ledger::Entry entry;
  entry.number = number;
  entry.envelope = read_envelope(*object);
  entry.event = read_event(read_text(at(*object, "type")), at(*object, "body"));
  if (encode(entry.envelope, entry.event) != bytes)
    throw NotCanonical({{"other keys, order, spelling or spacing than an entry has",
                         "d'autres clés, un autre ordre, une autre orthographe ou d'autres "
                         "espaces que ceux d'une écriture"}});
  return entry;
}

}  // namespace

std::expected<ledger::Entry, Text> decode(std::uint64_t number, std::string_view bytes) try {
  ledger::Entry entry;
  entry.number = number;
  if (read_canonical(CanonicalReader(bytes), entry)) {
    std::string again;
    again.reserve(bytes.size());
    if (try_encode(entry.envelope, entry.event, again) && again == bytes) return entry;
  }
  return decode_any(number, bytes);
} catch (const NotCanonical& wrong) {
  return std::unexpected(wrong.text);
} catch (const InvariantBroken& wrong) {
  return std::unexpected(Text({"{}", "elle viole un invariant (« {} »)"}, wrong.what()));
}

std::vector<std::string_view> entry_types() {
  return types_of(std::make_index_sequence<std::variant_size_v<ledger::Event::variant>>());
}

}  // namespace openitmo::registry
