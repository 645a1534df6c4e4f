#include "registry/request_lines.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "quantity/nearest.h"
#include "registry/act_shape.h"
#include "registry/request_object.h"

namespace openitmo::registry {

namespace {

using boost::json::object;

class LineReader {
 public:
  explicit LineReader(const object& line) : line_(line) {}

  template <class T>
  void operator()(std::string_view key, T& field) {
    known_.insert(key);
    const auto* found = line_.if_contains(key);
    if (!found && may_be_left_out<T>()) return;
    if (!found)
      throw WrongAct{std::string(key),
                     {{"the key \"{}\" is missing", "la clé « {} » manque"}, key}};
    try {
      read_json(*found, field);
    } catch (const NotCanonical& wrong) {
      throw WrongAct{std::string(key), {{"{}: {}", "{} : {}"}, key, wrong.text}};
    }
  }

  void refuse_unknown_keys() const {
    for (const auto& member : line_)
      if (!known_.contains(member.key()))
        throw WrongAct{std::string(member.key()),
                       {{"the key \"{}\" is not one of this act: {}",
                         "la clé « {} » n'est pas de cet acte : {}"},
                        std::string_view(member.key()),
                        fmt::format("{}", fmt::join(known_, ", "))}};
  }

 private:
  const object& line_;
  std::set<std::string_view> known_;
};

template <std::size_t... Index>
ledger::Command empty_act(std::size_t wanted, std::index_sequence<Index...>) {
  ledger::Command command;
  static_cast<void>(((Index == wanted ? (command.emplace<Index>(), true) : false) || ...));
  return command;
}

// All acts are named only where none is like it.
Text no_act(std::string_view act) {
  const auto& names = ledger::kCommandNames;
  if (const std::string_view near = nearest(act, names); !near.empty())
    return {
        {"\"{}\" is no act; did you mean {}?", "« {} » n'est pas un acte ; vouliez-vous dire {} ?"},
        act,
        near};
  return {{"\"{}\" is no act; write one of {}", "« {} » n'est pas un acte ; écrivez {}"},
          act,
          fmt::format("{}", fmt::join(names, ", "))};
}

ledger::Command command_named(std::string_view act) {
  const auto& names = ledger::kCommandNames;
  const auto found = std::find(names.begin(), names.end(), act);
  if (found == names.end()) throw WrongAct{"act", no_act(act)};
  return empty_act(static_cast<std::size_t>(found - names.begin()),
                   std::make_index_sequence<std::variant_size_v<ledger::Command::variant>>());
}

}  // namespace

Request read_request(const object& line) {
  LineReader read(line);
  std::string act;
  Request request;
  read("act", act);
  read("command_id", request.envelope.command_id);
  if (request.envelope.command_id.empty())
    throw WrongAct{"command_id",
                   {{"the key \"command_id\" is missing: a name of this act's own, so that sending "
                     "it again is safe",
                     "la clé « command_id » manque : un nom propre à cet acte, pour qu'un nouvel "
                     "envoi soit sans risque"}}};
  read("effective_date", request.envelope.effective_date);
  read("actor", request.envelope.actor);
  request.command = command_named(act);
  std::visit([&]<class T>(T& command) { T::fields(command, read); }, request.command);
  read.refuse_unknown_keys();
  return request;
}

std::expected<Request, Text> parse_act_line(std::string_view line) {
  boost::json::error_code error;
  const auto json = boost::json::parse({line.data(), line.size()}, error);
  if (error || !json.is_object())
    return std::unexpected(
        Text({"the line is no JSON object", "la ligne n'est pas un objet JSON"}));
  try {
    return read_request(json.get_object());
  } catch (const WrongAct& wrong) {
    return std::unexpected(wrong.text);
  }
}

std::string act_line(const Request& request) {
  std::string line = "{\"act\":";
  write_text(line, ledger::kCommandNames[request.command.index()]);
  line += ",\"command_id\":";
  write_text(line, request.envelope.command_id);
  line += ",\"effective_date\":";
  write_text(line, request.envelope.effective_date.to_string());
  if (!request.envelope.actor.empty()) {
    line += ",\"actor\":";
    write_text(line, request.envelope.actor);
  }
  std::string fields;
  std::visit([&](const auto& command) { write_object(fields, command); }, request.command);
  fields.front() = ',';
  return line + fields;
}

}  // namespace openitmo::registry
