#pragma once

#include <optional>
#include <string>

#include "reporting/report_parts.h"

namespace openitmo::reporting {

// Where an entry stands in the registry's Merkle tree, as the registry's checkpoint signs it.
struct EntryPlace {
  std::uint64_t entry = 0;
  std::string leaf_sha256;      // 64 hex digits, RFC 9162 2.1.1
  std::string origin;           // of the checkpoint, such as registry.example/SEN01
  std::uint64_t tree_size = 0;  // of the checkpoint
  std::string root_sha256;
};

// By which a certificate is told: registry, entry, and the first 16 digits of the leaf hash in
// fours: SEN01-88-1A2B-3C4D-5E6F-7081.
struct VerificationCode {
  RegistryId registry;
  std::uint64_t entry = 0;
  std::string leaf_start;  // 16 lower-case hex digits

  static VerificationCode of(RegistryId registry, const EntryPlace& place);
  static std::optional<VerificationCode> parse(std::string_view text);
  std::string to_string() const;
  bool operator==(const VerificationCode&) const = default;
};

// A certificate of use or of cancellation for the units of one entry. Nothing where the entry is no
// use or cancellation by the Party, or was taken back.
std::optional<OfficialDocument> certificate(const ReportInputs& inputs, const EntryPlace& place);

}  // namespace openitmo::reporting
