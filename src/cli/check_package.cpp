#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/journal_file.h"
#include "cli/package_build.h"
#include "cli/run_folder.h"
#include "cli/terminal.h"
#include "files/output.h"
#include "files/problem.h"
#include "files/source.h"
#include "journal/hash.h"

namespace openitmo::cli {

namespace {

namespace fs = std::filesystem;
using Hashes = std::map<std::string, std::string>;

// Says what differs between what was expected and what is there; true where nothing does.
class Comparison {
 public:
  explicit Comparison(Terminal& terminal) : terminal_(terminal) {}

  void compare(const Hashes& expected, const Hashes& there, const Words& differs) {
    for (const auto& [path, sha256] : expected) {
      const auto found = there.find(path);
      if (found == there.end())
        tell(path, Words("it is missing", "il manque"));
      else if (found->second != sha256)
        tell(path, differs);
    }
    for (const auto& [path, sha256] : there)
      if (!expected.contains(path)) tell(path, Words("it is not listed", "il n'est pas listé"));
  }
  bool all_same() const { return same_; }

  void tell(const std::string& path, const Words& what) {
    same_ = false;
    terminal_.line(fmt::format("  {}{}{}", path, terminal_.colon(), terminal_.say(what)));
  }

 private:
  Terminal& terminal_;
  bool same_ = true;
};

Hashes hashes_of(const std::map<std::string, std::string>& files) {
  Hashes hashes;
  for (const auto& [path, bytes] : files) hashes[path] = files::sha256_hex(bytes);
  return hashes;
}

// Everything in the folder but the mark of the program that wrote it.
Hashes hashes_there(const fs::path& folder) {
  Hashes there = hash_folder(folder);
  there.erase(std::string(files::kOutputMarker));
  return there;
}

// Whether the journal had the root of the manifest at its entries. Throws files::FileError where it
// has fewer.
bool is_its_journal(const CheckPackageOptions& options, std::uint64_t entry_count,
                    const std::string& root_sha256) {
  const ReplayedFile journal =
      replay_file(options.journal, keys_of_journal(options.journal, options.keys));
  refuse_damaged(journal, options.journal);
  const auto& tree = journal.state.tree;
  if (tree.size() < entry_count)
    throw files::FileError(
        options.journal,
        Text({"the journal has {} entries, the package {}",
              "le journal a {} écritures, le dossier {}"},
             tree.size(), entry_count),
        Words("take a newer copy of the journal", "prenez une copie plus récente du journal"));
  return journal::to_hex(tree.root_at(entry_count)) == root_sha256;
}

// The package made again from the journal; files that were sent come from the package itself.
std::optional<BuiltPackage> made_again(const CheckPackageOptions& options,
                                       ReviewPackageOptions again, const Hashes& listed) {
  again.journal = options.journal;
  again.keys = options.keys;
  again.statements = options.statements;
  again.language = options.language;
  const fs::path submitted = fs::path(options.folder) / "submitted";
  if (fs::is_directory(submitted))
    for (const auto& [path, sha256] : hash_folder(submitted)) {
      const auto known = listed.find(fmt::format("submitted/{}", path));
      if (known != listed.end() && known->second == sha256)
        again.submitted.push_back((submitted / path).string());
    }
  return build_package(again);
}

}  // namespace

int check_package(const CheckPackageOptions& options) {
  if (options.journal.empty() != options.statements.empty())
    throw files::FileError(options.journal.empty() ? "--journal" : "--statements",
                           Words("it is asked for to make the package again",
                                 "il est nécessaire pour refaire le dossier"),
                           Words("give both, or neither to check hashes alone",
                                 "donnez les deux, ou aucun pour ne contrôler que les empreintes"));
  const std::string path = (fs::path(options.folder) / kManifest).string();
  const std::string manifest = read_text(path);
  Terminal terminal(options.language);
  Comparison comparison(terminal);
  Hashes there = hashes_there(options.folder);
  Hashes listed = hashes_of_manifest(path, manifest);
  listed[kManifest] = files::sha256_hex(manifest);
  comparison.compare(
      listed, there,
      Words("its bytes are not those of the manifest", "ses octets ne sont pas ceux du manifeste"));
  if (!options.journal.empty()) {
    const ReviewPackageOptions stated = options_of_manifest(path, manifest);
    if (is_its_journal(options, stated.at_entry, root_of_manifest(path, manifest))) {
      const auto again = made_again(options, stated, listed);
      if (!again) return kCannot;
      comparison.compare(hashes_of(again->files), there,
                         Words("journal and statements give another file",
                               "journal et déclarations donnent un autre fichier"));
    } else {
      comparison.tell(options.journal,
                      Words("its root at these entries is not that of the manifest: it is another "
                            "journal",
                            "sa racine à ces écritures n'est pas celle du manifeste : c'est un "
                            "autre journal"));
    }
  }
  const bool is_good = comparison.all_same();
  terminal.line(fmt::format("SHA-256 {} {}", listed[kManifest], kManifest));
  if (!is_good)
    terminal.line(terminal.say(Words("NOT CONFIRMED", "NON CONFIRMÉ")));
  else if (options.journal.empty())
    terminal.line(terminal.say(Text({"confirmed: {} files are those of the manifest",
                                     "confirmé : {} fichiers sont ceux du manifeste"},
                                    there.size())));
  else
    terminal.line(terminal.say(
        Text({"confirmed: {} files are those of the manifest, and the journal gives the same",
              "confirmé : {} fichiers sont ceux du manifeste, et le journal donne les mêmes"},
             there.size())));
  return is_good ? kDone : kRefused;
}

}  // namespace openitmo::cli
