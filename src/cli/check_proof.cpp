#include <filesystem>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/journal_file.h"
#include "cli/run_folder.h"
#include "journal/proof_file.h"

namespace openitmo::cli {

namespace {

int failed(const CheckProofOptions& options, const journal::Failure& failure) {
  // What is wrong is a code and an English text; French says first that nothing is proven.
  fmt::print("{}: {}{}\n", options.proof,
             either(options.language, "", "rien n'est prouvé, la preuve ne tient pas : "),
             failure.message());
  return kRefused;
}

int check_inclusion_file(const CheckProofOptions& options, const std::string& text,
                         const journal::VerifierKey& key) {
  const auto proven = journal::check_inclusion(text, key);
  if (!proven) return failed(options, proven.error());
  const bool french = options.language == Language::fr;
  fmt::print(fmt::runtime(french ? "prouvé : l'écriture {} se trouve dans le journal {} de {} "
                                   "écritures (racine {})\n"
                                 : "proven: entry {} stands in the journal {} of {} entries "
                                   "(root {})\n"),
             proven->index, proven->checkpoint.origin, proven->checkpoint.size,
             journal::to_hex(proven->checkpoint.root));
  if (proven->entry_bytes) fmt::print("{}\n", *proven->entry_bytes);
  return kDone;
}

int check_consistency_file(const CheckProofOptions& options, const std::string& text,
                           const journal::VerifierKey& key) {
  const auto proven = journal::check_consistency(text, key);
  if (!proven) return failed(options, proven.error());
  const bool french = options.language == Language::fr;
  fmt::print(
      fmt::runtime(french ? "prouvé : le journal {} n'a fait que croître de {} à {} écritures\n"
                          : "proven: the journal {} only grew from {} to {} entries\n"),
      proven->first.origin, proven->first.size, proven->second.size);
  return kDone;
}

}  // namespace

int check_proof(const CheckProofOptions& options) {
  const journal::VerifierKey key = key_from(options.key, options.language);
  const std::string text = read_text(options.proof);
  const auto kind = journal::kind_of_proof(text);
  if (!kind) return failed(options, kind.error());
  return *kind == journal::ProofKind::inclusion ? check_inclusion_file(options, text, key)
                                                : check_consistency_file(options, text, key);
}

}  // namespace openitmo::cli
