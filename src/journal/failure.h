#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string_view>

#include "quantity/language.h"

namespace openitmo::journal {

// Why a proof, checkpoint, key or log was not accepted. Numbers are never reused; the name of each
// (name_of) is what files, tests and documentation call it.
enum class FailureCode : std::uint16_t {
  // Merkle proofs
  index_outside_tree = 1,
  sizes_out_of_order = 2,
  proof_too_short = 3,
  proof_too_long = 4,
  root_differs = 5,
  first_root_differs = 6,
  second_root_differs = 7,
  same_size_different_root = 8,
  empty_tree_root_differs = 9,
  // Signed notes
  text_malformed = 20,
  signatures_missing = 21,
  signature_line_malformed = 22,
  too_many_signatures = 23,
  signature_absent = 24,
  signature_repeated = 25,
  signature_invalid = 26,
  // Keys
  key_malformed = 40,
  key_name_malformed = 41,
  key_type_unknown = 42,
  key_id_differs = 43,
  // Checkpoints
  origin_malformed = 60,
  size_malformed = 61,
  root_malformed = 62,
  extension_malformed = 63,
  origin_differs = 64,
  timestamp_malformed = 65,
  next_key_malformed = 66,
  handover_not_accepted = 67,
  // Proof files
  header_unknown = 80,
  extra_malformed = 81,
  index_malformed = 82,
  hash_malformed = 83,
  checkpoint_missing = 84,
  section_unexpected = 85,
  entry_unknown = 86,
  entry_differs = 87,
  // A whole log against its own checkpoints
  checkpoint_size_differs = 100,
  checkpoint_beyond_entries = 101,
  entries_not_covered = 102,
  // A whole log against a checkpoint that somebody kept
  log_shorter = 103,
  history_differs = 104,
  // A checkpoint that a witness is shown
  witness_is_ahead = 105,
  // Exported logs
  export_header_unknown = 120,
  export_line_malformed = 121,
  export_end_missing = 122,
  export_end_differs = 123,
};

std::string_view name_of(FailureCode code);

struct Failure {
  FailureCode code;
  std::size_t line = 0;  // 1 is the first line of the text that was given; 0: not about one line
  Text text{};           // what is wrong and what would be right

  // "line 3: size_malformed: ..." for people.
  Text message() const;
};

template <class T>
using Result = std::expected<T, Failure>;

std::unexpected<Failure> fail(FailureCode code, Text text, std::size_t line = 0);

}  // namespace openitmo::journal
