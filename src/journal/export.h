#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "journal/frontier.h"
#include "journal/verify_log.h"

// A whole log as one text file that anyone can verify with the log's verifier key alone: a header,
// each entry on a line, each checkpoint behind the entries that it covers, an end that shows
// whether the file was cut off. docs/formats/journal-export.md.
namespace openitmo::journal {

struct ExportHeader {
  std::string registry;  // such as SEN01; empty where the log does not say
  std::string key_name;  // of the key that signs the checkpoints, which is the log's origin
  std::uint32_t key_id = 0;
};

// Writes the log up to its last checkpoint, a line at a time and in constant memory; groups that
// are appended meanwhile are in it or not, as a whole. Refusals: export_line_malformed for an entry
// that is not JSON text on one line, entries_not_covered. Throws what the store throws.
Result<VerifiedLog> write_export(Store& store, const ExportHeader& header,
                                 const std::function<void(std::string_view)>& write);

// Who is told what stands in an exported log, in its order. An entry is not yet covered by a
// checkpoint then.
struct ExportVisitor {
  std::function<void(const StoredEntry&)> entry = [](const StoredEntry&) {};
  std::function<void(const SavedCheckpoint&)> checkpoint = [](const SavedCheckpoint&) {};
};

// Verifies an exported log as its bytes arrive, in O(log n) memory. Every failure names its line;
// an altered entry is named by the lines that the next checkpoint covers. After a failure nothing
// more is read.
//
// Refusals: export_header_unknown, export_line_malformed, key_id_differs, those of LogKeys::open,
// checkpoint_size_differs, checkpoint_beyond_entries, root_differs, entries_not_covered,
// export_end_differs, export_end_missing.
class ExportVerifier {
 public:
  explicit ExportVerifier(LogKeys log, ExportVisitor visitor = {});

  // The next bytes of the file, cut anywhere.
  Result<void> read(std::string_view bytes);
  // After the last byte.
  Result<VerifiedLog> finish();

  const ExportHeader& header() const { return header_; }
  std::uint64_t line() const { return line_; }  // read last; the first is 1

 private:
  Result<void> read_line(std::string_view line);
  Result<void> read_header(std::string_view line);
  Result<void> read_entry(std::string_view line);
  Result<void> read_checkpoint(std::string_view line);
  Result<void> read_end(std::string_view line);
  std::unexpected<Failure> wrong_root(const Hash& signed_root) const;

  LogKeys log_;
  ExportVisitor visitor_;
  ExportHeader header_;
  std::string partial_;  // a line whose end has not arrived
  std::uint64_t line_ = 0;
  std::uint64_t covered_line_ = 1;  // the last one that header or a checkpoint vouches for
  std::uint64_t covered_entries_ = 0;
  std::uint64_t checkpoint_count_ = 0;
  std::uint64_t next_checkpoint_size_ = 0;  // sizes only grow
  Frontier tree_;
  RunningSha256 sha256_;
  bool ended_ = false;
};

}  // namespace openitmo::journal
