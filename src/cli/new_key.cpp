#include <filesystem>
#include <fmt/format.h>
#include <sodium.h>

#include "cli/commands.h"
#include "files/output.h"
#include "files/problem.h"
#include "journal/key.h"

namespace openitmo::cli {

namespace {

constexpr Words kOtherFile{"name a file that does not exist yet",
                           "nommez un fichier qui n'existe pas encore"};

std::string beside(const std::string& path) {
  return std::filesystem::path(path).replace_extension(".vkey").string();
}

void require_absent(const std::string& path) {
  if (std::filesystem::exists(path))
    throw files::FileError(path,
                           Words("it exists, and a key is never overwritten",
                                 "il existe, et une clé n'est jamais écrasée"),
                           kOtherFile);
}

journal::Seed random_seed() {
  journal::Seed seed;
  randombytes_buf(seed.data(), seed.size());
  return seed;
}

}  // namespace

int new_key(const NewKeyOptions& options) {
  if (const auto named = journal::verify_key_name(options.name); !named)
    throw files::FileError(options.name, named.error().message(),
                           Words("give a name such as registry.example/SEN01",
                                 "donnez un nom tel que registre.example/SEN01"));
  require_absent(options.output);
  require_absent(beside(options.output));
  const auto type = options.witness ? journal::KeyType::cosignature : journal::KeyType::note;
  const journal::SignerKey key(options.name, type, random_seed());
  files::RemovedOnFailure verifier_key(beside(options.output));
  files::write_file(beside(options.output), key.verifier().text() + "\n");
  files::write_file(options.output, key.text() + "\n", files::Readers::owner);
  verifier_key.keep();
  std::filesystem::permissions(options.output, std::filesystem::perms::owner_read);
  fmt::print("{}\n", key.verifier().text());
  return kDone;
}

}  // namespace openitmo::cli
