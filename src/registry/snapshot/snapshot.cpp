#include "registry/snapshot/snapshot.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fmt/format.h>
#include <future>

#include "journal/checkpoint.h"
#include "ledger/invariants.h"
#include "quantity/check.h"
#include "registry/snapshot/codec.h"

namespace openitmo::registry {

namespace {

using snapshot::Input;
using snapshot::NotReadable;
using snapshot::Output;

constexpr std::string_view kFirstLine = "OpenITMO snapshot, a cache";
constexpr std::size_t kEndBytes = 21;  // the size of the note in 20 digits, and a line's end

enum Part : std::size_t { kLedger, kTree, kCommands, kHistory, kPartCount };
constexpr std::array<std::string_view, kPartCount> kPartNames = {"ledger", "tree", "commands",
                                                                 "history"};

struct Section {
  std::uint64_t offset = 0;
  std::uint64_t size = 0;
  std::string sha256;  // in hex
};

// What the note says.
struct Header {
  std::string program;
  std::uint64_t entries = 0;
  std::string root;  // in hex
  std::uint64_t checkpoint_count = 0;
  std::array<Section, kPartCount> sections;
};

std::string header_text(const Header& header) {
  std::string text =
      fmt::format("{}\nprogram {}\nentries {}\nroot {}\ncheckpoints {}\n", kFirstLine,
                  header.program, header.entries, header.root, header.checkpoint_count);
  for (std::size_t part = 0; part < kPartCount; ++part)
    text += fmt::format("{} {} {}\n", kPartNames[part], header.sections[part].size,
                        header.sections[part].sha256);
  return text;
}

// The words behind `name` on the next line.
std::string_view take_line(std::string_view& text, std::string_view name) {
  const std::string_view line = text.substr(0, text.find('\n'));
  if (line.size() == text.size() || !line.starts_with(name) || line.size() == name.size() ||
      line[name.size()] != ' ')
    throw NotReadable("a line of the note is another one");
  text.remove_prefix(line.size() + 1);
  return line.substr(name.size() + 1);
}

std::uint64_t number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size())
    throw NotReadable("a number is none");
  return value;
}

Header parse_header(std::string_view text) {
  if (!text.starts_with(kFirstLine) || text.find('\n') != kFirstLine.size())
    throw NotReadable("the note is of something else");
  text.remove_prefix(kFirstLine.size() + 1);
  Header header;
  header.program = take_line(text, "program");
  header.entries = number(take_line(text, "entries"));
  header.root = take_line(text, "root");
  header.checkpoint_count = number(take_line(text, "checkpoints"));
  std::uint64_t offset = 0;
  for (std::size_t part = 0; part < kPartCount; ++part) {
    const std::string_view line = take_line(text, kPartNames[part]);
    const std::size_t space = line.find(' ');
    if (space == std::string_view::npos) throw NotReadable("a section has no hash");
    header.sections[part] = {offset, number(line.substr(0, space)),
                             std::string(line.substr(space + 1))};
    offset += header.sections[part].size;
  }
  return header;
}

std::string read_at(std::istream& file, std::uint64_t offset, std::size_t size) {
  std::string bytes(size, '\0');
  file.seekg(static_cast<std::streamoff>(offset));
  if (!file.read(bytes.data(), static_cast<std::streamsize>(size)))
    throw NotReadable("the file ends early");
  return bytes;
}

// The note stands at the end, since it names the hashes of what is before it.
std::string read_note(std::istream& file) {
  file.seekg(0, std::ios::end);
  const std::streamoff size = file.tellg();
  if (size < static_cast<std::streamoff>(kEndBytes)) throw NotReadable("the file is too short");
  const auto end = static_cast<std::uint64_t>(size) - kEndBytes;
  const std::string last_line = read_at(file, end, kEndBytes);
  const std::uint64_t note = number(std::string_view(last_line).substr(0, kEndBytes - 1));
  if (last_line.back() != '\n' || note > std::min<std::uint64_t>(end, journal::kNoteBytesMax))
    throw NotReadable("the file ends in another way");
  return read_at(file, end - note, note);
}

template <class State>
Section write_section(const snapshot::Sink& sink, const State& state) {
  Output out(sink);
  snapshot::write(out, state);
  const std::uint64_t size = out.size();
  return {0, size, journal::to_hex(out.finish())};
}

void require_hash(std::istream& file, const Section& section) {
  constexpr std::uint64_t kPiece = std::uint64_t{1} << 18;
  file.seekg(static_cast<std::streamoff>(section.offset));
  journal::RunningSha256 sha256;
  std::string piece;
  for (std::uint64_t left = section.size; left > 0; left -= piece.size()) {
    piece.resize(std::min(left, kPiece));
    if (!file.read(piece.data(), static_cast<std::streamsize>(piece.size())))
      throw NotReadable("the file ends early");
    sha256.add(piece);
  }
  if (journal::to_hex(sha256.finish()) != section.sha256)
    throw NotReadable("a section was altered");
}

template <class State>
void read_section(const SnapshotFile& from, const Section& section, State& state) {
  const auto file = from.open();
  if (!file) throw NotReadable("the file is gone");
  require_hash(*file, section);
  file->seekg(static_cast<std::streamoff>(section.offset));
  Input in(*file, section.size);
  snapshot::read(in, state);
  if (in.left() > 0) throw NotReadable("a section goes on");
}

// The last key, if it signed: one that was replaced may be in another's hands.
std::optional<journal::LogKeys> keys_from_signer(const journal::Note& note,
                                                 const journal::LogKeys& keys) {
  const auto known = keys.known();
  if (known.empty() || !journal::verify_note(note, known.back())) return std::nullopt;
  return journal::LogKeys({known.back()});
}

// The journal has a checkpoint over the same entries.
bool stands_in(journal::Store& store, const Header& header, const journal::VerifierKey& key) {
  const auto saved = store.checkpoint_from(header.entries);
  if (!saved || saved->size != header.entries) return false;
  const auto checkpoint = journal::open_checkpoint(saved->note, key);
  return checkpoint && checkpoint->size == header.entries &&
         journal::to_hex(checkpoint->root) == header.root;
}

// The ledger on this thread, the rest on another where there is one.
Snapshot read_sections(const SnapshotFile& file, const Header& header, const SnapshotParts& parts) {
  Snapshot read;
  auto rest = std::async([&] {
    read_section(file, header.sections[kTree], read.state.tree);
    if (parts.commands) read_section(file, header.sections[kCommands], read.commands);
    if (parts.history) read_section(file, header.sections[kHistory], read.history);
  });
  read_section(file, header.sections[kLedger], read.state.ledger);
  rest.get();
  read.state.checkpoint_count = header.checkpoint_count;
  if (read.state.tree.size() != header.entries ||
      journal::to_hex(read.state.tree.root()) != header.root ||
      read.state.ledger.entry_count() != header.entries)
    throw NotReadable("it is not of as many entries as it says");
  return read;
}

constexpr Words kAltered("it was altered or written only in part",
                         "il a été altéré ou écrit seulement en partie");

}  // namespace

void write_snapshot(const std::function<void(std::string_view)>& sink, const Snapshot& snapshot,
                    const std::string& program, const journal::SignerKey& key) {
  const Replayed& state = snapshot.state;
  check(!state.keys.empty() && state.keys.back() == key.verifier(),
        "the key whose turn it is signs the snapshot");
  ledger::check_invariants(state.ledger);
  Header header{
      program, state.tree.size(), journal::to_hex(state.tree.root()), state.checkpoint_count, {}};
  header.sections[kLedger] = write_section(sink, state.ledger);
  header.sections[kTree] = write_section(sink, state.tree);
  header.sections[kCommands] = write_section(sink, snapshot.commands);
  header.sections[kHistory] = write_section(sink, snapshot.history);
  const std::string note = journal::sign_note(header_text(header), key);
  sink(note);
  sink(fmt::format("{:020}\n", note.size()));
}

std::expected<Snapshot, std::optional<Text>> read_snapshot(const SnapshotFile& file,
                                                           journal::Store& store,
                                                           const journal::LogKeys& keys,
                                                           const SnapshotParts& parts) {
  const auto first = file.open ? file.open() : nullptr;
  if (!first) return std::unexpected(std::nullopt);
  try {
    const auto note = journal::parse_note(read_note(*first));
    if (!note) return std::unexpected(kAltered);
    const auto rest = keys_from_signer(*note, keys);
    if (!rest) return std::unexpected(Words("another key signed it", "une autre clé l'a signé"));
    const Header header = parse_header(note->text);
    if (header.program != file.program || file.program.empty())
      return std::unexpected(Words("another build of the program wrote it",
                                   "une autre version du programme l'a écrit"));
    if (!stands_in(store, header, rest->first()))
      return std::unexpected(
          Words("the journal has no such checkpoint", "le journal n'a pas ce point de contrôle"));
    Snapshot read = read_sections(file, header, parts);
    read.state.keys = rest->known();
    return read;
  } catch (const NotReadable&) {
    return std::unexpected(kAltered);
  }
}

OpenedJournal open_journal(journal::Store& store, const journal::LogKeys& keys,
                           const std::string& name, const SnapshotFile& file,
                           const SnapshotParts& parts,
                           const std::function<journal::LogKeys()>& keys_of_all) {
  OpenedJournal opened;
  auto snapshot = read_snapshot(file, store, keys, parts);
  const bool is_used = snapshot.has_value();
  if (is_used)
    opened.now = *std::move(snapshot);
  else
    opened.not_used = snapshot.error();
  Snapshot& now = opened.now;
  opened.snapshot_entries = now.state.tree.size();
  const Onlooker onlooker{[&](const ledger::Ledger& ledger, const ledger::Entry& entry) {
                            if (parts.history) now.history.before(ledger, entry);
                          },
                          [&](const ledger::Ledger& ledger, const ledger::Entry& entry) {
                            if (parts.commands)
                              now.commands.add(entry.envelope.command_id, entry.number);
                            if (parts.history) now.history.after(ledger, entry);
                          }};
  if (is_used) {
    journal::LogKeys rest(now.state.keys);
    now.state = replay_rest(store, std::move(now.state), std::move(rest), name, onlooker);
  } else {
    now.state = replay_journal(store, keys_of_all ? keys_of_all() : keys, name, onlooker);
  }
  return opened;
}

}  // namespace openitmo::registry
