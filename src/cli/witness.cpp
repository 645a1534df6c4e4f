#include "journal/witness.h"

#include <chrono>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/journal_file.h"
#include "cli/run_folder.h"
#include "cli/verify_journal.h"
#include "files/output.h"
#include "files/problem.h"
#include "journal/proof_file.h"

namespace openitmo::cli {

namespace {

// A witness's folder: `witness.key`, and for each log a file with the checkpoint cosigned last.
// Nobody else uses it meanwhile, or two different heads could be cosigned.
class WitnessFolder {
 public:
  explicit WitnessFolder(std::filesystem::path path)
      : path_(std::move(path)),
        descriptor_(::open(path_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (descriptor_ < 0)
      throw files::FileError(path_.string(),
                             Words("there is no such folder", "ce dossier n'existe pas"),
                             Words("make it, and a key in it: itmo new-key NAME --witness -o "
                                   "FOLDER/witness.key",
                                   "créez-le, avec une clé : itmo new-key NOM --witness -o "
                                   "DOSSIER/witness.key"));
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
      ::close(descriptor_);
      throw files::FileError(
          path_.string(),
          Words("this witness is at work in another process",
                "ce témoin travaille dans un autre processus"),
          Words("try again when that has ended", "réessayez quand celui-ci sera terminé"));
    }
  }
  WitnessFolder(const WitnessFolder&) = delete;
  WitnessFolder& operator=(const WitnessFolder&) = delete;
  ~WitnessFolder() { ::close(descriptor_); }

  journal::SignerKey key() const {
    const std::string file = (path_ / "witness.key").string();
    auto key = signer_key_from(file);
    if (key.verifier().type() == journal::KeyType::cosignature) return key;
    throw files::FileError(
        file,
        Words("this is a registry's key, not a witness's",
              "c'est la clé d'un registre, pas d'un témoin"),
        Words("make one with itmo new-key --witness", "créez-en une avec itmo new-key --witness"));
  }

  // The checkpoint of this log that was cosigned last, if any.
  std::optional<journal::Checkpoint> newest(const std::string& origin) const {
    const auto file = file_of(origin);
    if (!std::filesystem::exists(file)) return std::nullopt;
    const std::string note = read_text(file);
    const auto parsed = journal::parse_note(note);
    const auto checkpoint =
        parsed ? journal::parse_checkpoint_text(parsed->text)
               : journal::Result<journal::Checkpoint>(std::unexpected(parsed.error()));
    const auto own = journal::verify_cosignature(note, key().verifier());
    if (checkpoint && own && checkpoint->origin == origin) return *checkpoint;
    throw files::FileError(
        file.string(),
        Words("this is not what this witness cosigned", "ce n'est pas ce que ce témoin a cosigné"),
        Words("restore the folder; without it the witness vouches for nothing",
              "restaurez le dossier ; sans lui, le témoin n'atteste rien"));
  }

  void keep(const std::string& origin, const std::string& note) {
    files::write_file(file_of(origin), note);
  }

 private:
  // Origins may have characters that file names may not.
  std::filesystem::path file_of(const std::string& origin) const {
    std::string name;
    for (const char c : origin) {
      const bool plain = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '-';
      name += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return path_ / (name + ".checkpoint");
  }

  std::filesystem::path path_;
  int descriptor_;
};

// What the witness was shown, and the keys by which it is read.
struct Growth {
  std::string note;
  std::vector<journal::Hash> hashes;
  journal::LogKeys keys;
};

Growth of_journal(const WitnessOptions& options, const journal::LogKeys& keys,
                  const std::optional<journal::Checkpoint>& newest) {
  const registry::Replayed replayed = replay_file(options.shown, keys).state;
  if (replayed.newest_checkpoint.empty())
    throw files::FileError(
        options.shown,
        Words("an empty journal has no checkpoint", "un journal vide n'a pas de point de contrôle"),
        Words("come again when it has entries", "revenez quand il aura des écritures"));
  Growth growth{replayed.newest_checkpoint, {}, journal::LogKeys(replayed.keys)};
  if (newest && newest->size <= replayed.tree.size())
    growth.hashes = replayed.tree.consistency_proof(newest->size, replayed.tree.size());
  return growth;
}

// A consistency proof, or a checkpoint alone.
Growth of_text(const std::string& text, const journal::LogKeys& keys) {
  if (const auto proof = journal::parse_consistency_proof(text))
    return {proof->second_checkpoint_note, proof->hashes, keys};
  return {text, {}, keys};
}

// A database, or lines of JSON; proofs and checkpoints begin otherwise.
bool is_journal(const std::string& path) {
  if (!is_export(path)) return true;
  char first = 0;
  read_pieces(path, [&](std::string_view piece) {
    if (!piece.empty()) first = piece.front();
    return false;
  });
  return first == '{';
}

int refused(const WitnessOptions& options, const Text& why) {
  const Text said({"{}: not cosigned, {}\n", "{} : pas cosigné, {}\n"}, options.shown, why);
  fmt::print(stderr, "{}", said.in(options.language));
  return kRefused;
}

std::uint64_t now_s() {
  return static_cast<std::uint64_t>(
      std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
          .count());
}

}  // namespace

int witness(const WitnessOptions& options) {
  WitnessFolder folder(options.folder);
  const journal::SignerKey key = folder.key();
  const journal::LogKeys keys = keys_from(options.keys);
  const std::string origin = keys.first().name();
  const auto newest = folder.newest(origin);
  std::optional<Growth> shown;
  try {
    shown = is_journal(options.shown) ? of_journal(options, keys, newest)
                                      : of_text(read_text(options.shown), keys);
  } catch (const journal::StoreError& error) {
    return refused(options, error.text());
  }
  const auto note =
      journal::witness_checkpoint({shown->note, shown->hashes}, shown->keys, newest, key, now_s());
  if (!note) return refused(options, note.error().message());
  folder.keep(origin, *note);
  if (options.output.empty()) {
    fmt::print("{}", *note);
    return kDone;
  }
  files::write_file(options.output, *note);
  const auto cosignature = journal::verify_cosignature(*note, key.verifier());
  const auto size = folder.newest(origin)->size;
  const Text said({"{}: {} entries of {}, {}\n", "{} : {} écritures de {}, {}\n"}, options.output,
                  size, origin, cosigned_text(*cosignature));
  fmt::print("{}", said.in(options.language));
  return kDone;
}

}  // namespace openitmo::cli
