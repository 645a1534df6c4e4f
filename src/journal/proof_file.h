#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "journal/log_keys.h"

namespace openitmo::journal {

// A proof as a text file that anyone can check with the log's verifier key alone: no database, no
// network, no trust in who handed it over. docs/formats/checkpoint.md shows both kinds.

// That an entry stands in the log: a C2SP tlog-proof file whose extra data are the entry's bytes.
struct InclusionProof {
  std::uint64_t index = 0;
  std::optional<std::string> entry_bytes;  // left out when who checks has the entry already
  std::vector<Hash> hashes;
  std::string checkpoint_note;
};

// That a log only grew between two checkpoints.
struct ConsistencyProof {
  std::vector<Hash> hashes;
  std::string first_checkpoint_note;
  std::string second_checkpoint_note;
};

std::string encode_proof(const InclusionProof& proof);
std::string encode_proof(const ConsistencyProof& proof);

// Strict: what parses is written back byte for byte. Refusals: header_unknown, extra_malformed,
// index_malformed, hash_malformed, checkpoint_missing, section_unexpected.
Result<InclusionProof> parse_inclusion_proof(std::string_view file);
Result<ConsistencyProof> parse_consistency_proof(std::string_view file);

enum class ProofKind { inclusion, consistency };
// By the first line. Refusal: header_unknown.
Result<ProofKind> kind_of_proof(std::string_view file);

struct ProvenInclusion {
  std::uint64_t index = 0;
  Hash leaf{};
  std::optional<std::string> entry_bytes;
  Checkpoint checkpoint;
  std::vector<Cosignature> witnesses;  // one for each witness key that was given
};
struct ProvenConsistency {
  Checkpoint first;
  Checkpoint second;
  std::vector<Cosignature> witnesses;  // of the second checkpoint
};

// Every witness given must have cosigned. `known_leaf` is the leaf hash of the entry that the
// caller holds: needed when the file leaves the entry out (entry_unknown), compared when it does
// not (entry_differs). Lines in failures count from the top of the file. Further refusals: those of
// parsing, LogKeys::open, verify_cosignature and verify_inclusion.
Result<ProvenInclusion> check_inclusion(std::string_view file, LogKeys log,
                                        std::span<const VerifierKey> witnesses = {},
                                        const std::optional<Hash>& known_leaf = {});
Result<ProvenConsistency> check_consistency(std::string_view file, LogKeys log,
                                            std::span<const VerifierKey> witnesses = {});

}  // namespace openitmo::journal
