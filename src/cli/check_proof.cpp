#include <filesystem>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/journal_file.h"
#include "cli/run_folder.h"
#include "cli/verify_journal.h"
#include "journal/proof_file.h"

namespace openitmo::cli {

namespace {

int failed(const CheckProofOptions& options, const journal::Failure& failure) {
  const Text said({"{}: nothing is proven, {}\n", "{} : rien n'est prouvé, {}\n"}, options.proof,
                  failure.message());
  fmt::print("{}", said.in(options.language));
  return kRefused;
}

std::vector<journal::VerifierKey> witness_keys(const CheckProofOptions& options) {
  std::vector<journal::VerifierKey> keys;
  for (const std::string& given : options.witnesses) keys.push_back(witness_key_from(given));
  return keys;
}

void show_witnesses(const CheckProofOptions& options,
                    const std::vector<journal::Cosignature>& witnesses) {
  for (const auto& cosignature : witnesses)
    fmt::print("{}\n", cosigned_text(cosignature).in(options.language));
}

int check_inclusion_file(const CheckProofOptions& options, const std::string& text,
                         const journal::LogKeys& keys) {
  const auto proven = journal::check_inclusion(text, keys, witness_keys(options));
  if (!proven) return failed(options, proven.error());
  const Text said({"proven: entry {} stands in the journal {} of {} entries (root {})\n",
                   "prouvé : l'écriture {} se trouve dans le journal {} de {} écritures "
                   "(racine {})\n"},
                  proven->index, proven->checkpoint.origin, proven->checkpoint.size,
                  journal::to_hex(proven->checkpoint.root));
  fmt::print("{}", said.in(options.language));
  show_witnesses(options, proven->witnesses);
  if (proven->entry_bytes) fmt::print("{}\n", *proven->entry_bytes);
  return kDone;
}

int check_consistency_file(const CheckProofOptions& options, const std::string& text,
                           const journal::LogKeys& keys) {
  const auto proven = journal::check_consistency(text, keys, witness_keys(options));
  if (!proven) return failed(options, proven.error());
  const Text said({"proven: the journal {} only grew from {} to {} entries\n",
                   "prouvé : le journal {} n'a fait que croître de {} à {} écritures\n"},
                  proven->first.origin, proven->first.size, proven->second.size);
  fmt::print("{}", said.in(options.language));
  show_witnesses(options, proven->witnesses);
  return kDone;
}

}  // namespace

int check_proof(const CheckProofOptions& options) {
  const journal::LogKeys keys = keys_from(options.keys);
  const std::string text = read_text(options.proof);
  const auto kind = journal::kind_of_proof(text);
  if (!kind) return failed(options, kind.error());
  return *kind == journal::ProofKind::inclusion ? check_inclusion_file(options, text, keys)
                                                : check_consistency_file(options, text, keys);
}

}  // namespace openitmo::cli
