#include "journal/export.h"

#include <fmt/format.h>

#include "journal/export_lines.h"

namespace openitmo::journal {
namespace {

using enum FailureCode;

// A note of the greatest size, all of it escaped.
constexpr std::size_t kLineBytesMax = 6 * kNoteBytesMax + 100;

// Adds the line's end and hashes what it passes on.
class LineWriter {
 public:
  explicit LineWriter(const std::function<void(std::string_view)>& write) : write_(write) {}
  void line(std::string text) {
    text += '\n';
    sha256_.add(text);
    write_(text);
  }
  Hash finish() { return sha256_.finish(); }

 private:
  const std::function<void(std::string_view)>& write_;
  RunningSha256 sha256_;
};

std::unexpected<Failure> not_covered(std::uint64_t covered, std::uint64_t size,
                                     std::size_t line = 0) {
  return fail(entries_not_covered,
              {{"the last checkpoint covers {} entries, but {} are here: the rest was never signed",
                "le dernier point de contrôle couvre {} écritures, mais il y en a {} ici : le "
                "reste n'a jamais été signé"},
               covered,
               size},
              line);
}

}  // namespace

Result<VerifiedLog> write_export(Store& store, const ExportHeader& header,
                                 const std::function<void(std::string_view)>& write) {
  LineWriter lines(write);
  lines.line(header_line(header));
  VerifiedLog written;
  Frontier tree;
  std::optional<std::uint64_t> not_text;
  const auto write_entry = [&](const StoredEntry& entry) {
    tree.append(entry.leaf);
    if (!not_text && !may_be_entry_line(entry.bytes)) not_text = entry.number;
    if (!not_text) lines.line(std::string(entry.bytes));
  };
  for (std::uint64_t next = 0;;) {
    const std::uint64_t size = store.size();  // before: what is there now has its checkpoint
    const std::optional<SavedCheckpoint> saved = store.checkpoint_from(next);
    if (!saved && size > tree.size()) return not_covered(tree.size(), size);
    if (!saved) break;
    store.read(tree.size(), saved->size - tree.size(), write_entry);
    if (not_text)
      return fail(export_line_malformed,
                  {{"entry {} is not JSON text on one line and cannot be exported",
                    "l'écriture {} n'est pas du texte JSON sur une ligne et ne peut être exportée"},
                   *not_text});
    lines.line(checkpoint_line(saved->note));
    ++written.checkpoint_count;
    next = saved->size + 1;
  }
  written.size = tree.size();
  written.root = tree.root();
  write(end_line(written.size, written.checkpoint_count, lines.finish()) + "\n");
  return written;
}

ExportVerifier::ExportVerifier(LogKeys log, ExportVisitor visitor)
    : log_(std::move(log)), visitor_(std::move(visitor)) {}

Result<void> ExportVerifier::read(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\n');
    const std::size_t taken = std::min(end, bytes.size());
    if (partial_.size() + taken > kLineBytesMax)
      return fail(
          export_line_malformed,
          {{"the line has more than {} bytes", "la ligne a plus de {} octets"}, kLineBytesMax},
          line_ + 1);
    partial_ += bytes.substr(0, taken);
    if (end == std::string_view::npos) return {};
    bytes.remove_prefix(end + 1);
    ++line_;
    if (Result<void> accepted = read_line(partial_); !accepted) return accepted;
    partial_.clear();
  }
  return {};
}

Result<void> ExportVerifier::read_line(std::string_view line) {
  if (ended_)
    return fail(export_end_differs,
                {{"nothing stands behind the line that ends the export",
                  "rien ne suit la ligne qui termine l'export"}},
                line_);
  if (is_end_line(line)) return read_end(line);
  sha256_.add(line);
  sha256_.add("\n");
  if (line_ == 1) return read_header(line);
  return is_checkpoint_line(line) ? read_checkpoint(line) : read_entry(line);
}

Result<void> ExportVerifier::read_header(std::string_view line) {
  const std::optional<ExportHeader> header = parse_header_line(line);
  if (!header)
    return fail(export_header_unknown,
                {{"this is not the header of an exported journal of version 1",
                  "ce n'est pas l'en-tête d'un journal exporté de version 1"}},
                line_);
  header_ = *header;
  if (header_.key_name == log_.first().name() && header_.key_id == log_.first().id()) return {};
  return fail(key_id_differs,
              {{"the journal is signed with the key {}+{:08x}, the key given is {}+{:08x}",
                "le journal est signé avec la clé {}+{:08x}, la clé donnée est {}+{:08x}"},
               header_.key_name,
               header_.key_id,
               log_.first().name(),
               log_.first().id()},
              line_);
}

Result<void> ExportVerifier::read_entry(std::string_view line) {
  if (!may_be_entry_line(line) || line.size() > kEntryBytesMax)
    return fail(export_line_malformed,
                {{"an entry is one JSON object in UTF-8 without control characters, of at most {} "
                  "bytes",
                  "une écriture est un objet JSON en UTF-8 sans caractères de contrôle, d'au plus "
                  "{} octets"},
                 kEntryBytesMax},
                line_);
  const Hash leaf = leaf_hash(line);
  visitor_.entry({.number = tree_.size(), .bytes = line, .leaf = leaf});
  tree_.append(leaf);
  return {};
}

Result<void> ExportVerifier::read_checkpoint(std::string_view line) {
  const std::optional<std::string> note = parse_checkpoint_line(line);
  if (!note)
    return fail(export_line_malformed,
                {{"a checkpoint is one JSON text, quoted as needed and no more",
                  "un point de contrôle est un texte JSON, échappé autant qu'il faut et pas plus"}},
                line_);
  Result<Checkpoint> checkpoint = log_.open(*note);
  if (!checkpoint) return fail(checkpoint.error().code, checkpoint.error().text, line_);
  if (checkpoint->size > tree_.size())
    return fail(checkpoint_beyond_entries,
                {{"the checkpoint was signed for {} entries, but only {} stand before it: entries "
                  "were removed after line {}",
                  "le point de contrôle a été signé pour {} écritures, mais seules {} le "
                  "précèdent : des écritures ont été retirées après la ligne {}"},
                 checkpoint->size,
                 tree_.size(),
                 covered_line_},
                line_);
  if (checkpoint->size < tree_.size() || checkpoint->size < next_checkpoint_size_)
    return fail(checkpoint_size_differs,
                {{"the checkpoint was signed for {} entries, but {} stand before it",
                  "le point de contrôle a été signé pour {} écritures, mais {} le précèdent"},
                 checkpoint->size,
                 tree_.size()},
                line_);
  if (tree_.root() != checkpoint->root) return wrong_root(checkpoint->root);
  visitor_.checkpoint({.size = checkpoint->size, .note = *note});
  covered_line_ = line_;
  covered_entries_ = tree_.size();
  next_checkpoint_size_ = checkpoint->size + 1;
  ++checkpoint_count_;
  return {};
}

// Told at the first line that the checkpoint covers and none before it did.
std::unexpected<Failure> ExportVerifier::wrong_root(const Hash& signed_root) const {
  const std::uint64_t first = covered_line_ + 1;
  const Text lines = first + 1 == line_ ? Text({"this line is", "cette ligne n'est"})
                                        : Text({"lines {} to {} are", "les lignes {} à {} ne sont"},
                                               first, line_ - 1);
  return fail(root_differs,
              {{"{} not what was signed: the checkpoint in line {} has the root {}, the entries "
                "give {}",
                "{} pas ce qui a été signé : le point de contrôle de la ligne {} a la racine {}, "
                "les écritures donnent {}"},
               lines,
               line_,
               to_hex(signed_root),
               to_hex(tree_.root())},
              first);
}

Result<void> ExportVerifier::read_end(std::string_view line) {
  if (line_ == 1)
    return fail(
        export_header_unknown,
        {{"the header of the exported journal is missing", "l'en-tête du journal exporté manque"}},
        line_);
  if (covered_entries_ != tree_.size()) return not_covered(covered_entries_, tree_.size(), line_);
  const std::string expected = end_line(tree_.size(), checkpoint_count_, sha256_.finish());
  if (line != expected)
    return fail(export_end_differs,
                {{"the lines before it were altered, or this one; it would be {}",
                  "les lignes précédentes ont été altérées, ou celle-ci ; elle serait {}"},
                 expected},
                line_);
  ended_ = true;
  return {};
}

Result<VerifiedLog> ExportVerifier::finish() {
  if (!ended_ || !partial_.empty())
    return fail(export_end_missing,
                {{"the export does not end with its last line: it was cut off or something was "
                  "added after line {}",
                  "l'export ne se termine pas par sa dernière ligne : il a été coupé, ou quelque "
                  "chose a été ajouté après la ligne {}"},
                 line_},
                line_ + 1);
  return VerifiedLog{.size = tree_.size(),
                     .root = tree_.root(),
                     .checkpoint_count = checkpoint_count_,
                     .keys = log_.used()};
}

}  // namespace openitmo::journal
