#include <filesystem>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/journal_file.h"
#include "cli/run_folder.h"
#include "journal/proof_file.h"

namespace openitmo::cli {

namespace {

int failed(const CheckProofOptions& options, const journal::Failure& failure) {
  const Text said({"{}: nothing is proven, {}\n", "{} : rien n'est prouvé, {}\n"}, options.proof,
                  failure.message());
  fmt::print("{}", said.in(options.language));
  return kRefused;
}

int check_inclusion_file(const CheckProofOptions& options, const std::string& text,
                         const journal::VerifierKey& key) {
  const auto proven = journal::check_inclusion(text, key);
  if (!proven) return failed(options, proven.error());
  const Text said({"proven: entry {} stands in the journal {} of {} entries (root {})\n",
                   "prouvé : l'écriture {} se trouve dans le journal {} de {} écritures "
                   "(racine {})\n"},
                  proven->index, proven->checkpoint.origin, proven->checkpoint.size,
                  journal::to_hex(proven->checkpoint.root));
  fmt::print("{}", said.in(options.language));
  if (proven->entry_bytes) fmt::print("{}\n", *proven->entry_bytes);
  return kDone;
}

int check_consistency_file(const CheckProofOptions& options, const std::string& text,
                           const journal::VerifierKey& key) {
  const auto proven = journal::check_consistency(text, key);
  if (!proven) return failed(options, proven.error());
  const Text said({"proven: the journal {} only grew from {} to {} entries\n",
                   "prouvé : le journal {} n'a fait que croître de {} à {} écritures\n"},
                  proven->first.origin, proven->first.size, proven->second.size);
  fmt::print("{}", said.in(options.language));
  return kDone;
}

}  // namespace

int check_proof(const CheckProofOptions& options) {
  const journal::VerifierKey key = key_from(options.key);
  const std::string text = read_text(options.proof);
  const auto kind = journal::kind_of_proof(text);
  if (!kind) return failed(options, kind.error());
  return *kind == journal::ProofKind::inclusion ? check_inclusion_file(options, text, key)
                                                : check_consistency_file(options, text, key);
}

}  // namespace openitmo::cli
