#include "cli/run_folder.h"

#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <iterator>

#include "files/problem.h"
#include "files/source.h"

namespace openitmo::cli {

namespace {

journal::VerifierKey read_key(const std::filesystem::path& path) {
  std::string text = read_text(path);
  while (!text.empty() && text.back() == '\n') text.pop_back();
  auto key = journal::VerifierKey::parse(text);
  if (!key)
    throw files::FileError(
        path.string(), key.error().message(),
        {{"put the registry's verifier key there", "mettez-y la clé de vérification du registre"}});
  return *std::move(key);
}

}  // namespace

std::string read_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file)
    throw files::FileError(path.string(),
                           {{"the file cannot be read", "le fichier ne peut pas être lu"}},
                           {{"check the path and that you may read it",
                             "vérifiez le chemin et votre droit de lecture"}});
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::filesystem::path> list_journals(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  std::error_code error;
  for (const auto& file : std::filesystem::directory_iterator(folder, error))
    if (file.path().extension() == ".itmo") paths.push_back(file.path());
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::vector<OpenJournal> open_journals(const std::filesystem::path& folder) {
  const std::vector<std::filesystem::path> paths = list_journals(folder);
  if (paths.empty())
    throw files::FileError(
        folder.string(), {{"there is no journal here", "il n'y a pas de journal ici"}},
        {{"name a folder that `itmo run` wrote", "nommez un dossier écrit par `itmo run`"}});
  std::vector<OpenJournal> journals;
  for (const auto& path : paths) {
    const auto registry = RegistryId::parse(path.stem().string());
    if (!registry)
      throw files::FileError(path.string(),
                             {{"the file is not named after a registry",
                               "le fichier ne porte pas le nom d'un registre"}},
                             {{"name it like SEN01.itmo", "nommez-le comme SEN01.itmo"}});
    journals.push_back(
        {*registry, path,
         std::make_unique<storage::SqliteStore>(storage::SqliteStore::open_read_only(path)),
         read_key(folder / "keys" / (path.stem().string() + ".vkey"))});
  }
  return journals;
}

std::map<std::string, std::string> read_texts(const std::filesystem::path& folder,
                                              const std::string& ending) {
  std::map<std::string, std::string> texts;
  std::error_code error;
  for (const auto& file : std::filesystem::directory_iterator(folder, error)) {
    if (!file.is_regular_file()) continue;
    if (!ending.empty() && file.path().extension() != ending) continue;
    const auto name = ending.empty() ? file.path().filename() : file.path().stem();
    texts[name.string()] = read_text(file.path());
  }
  return texts;
}

std::set<std::string> list_folder(const std::filesystem::path& folder) {
  std::set<std::string> paths;
  std::error_code error;
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder, error))
    if (!file.is_directory()) paths.insert(file.path().lexically_relative(folder).generic_string());
  return paths;
}

std::map<std::string, std::string> hash_folder(const std::filesystem::path& folder) {
  std::map<std::string, std::string> hashes;
  std::error_code error;
  for (const auto& file : std::filesystem::recursive_directory_iterator(folder, error)) {
    if (file.is_symlink())
      throw files::FileError(
          file.path().string(),
          Words("this is a symbolic link: what it leads to is no part of the folder",
                "c'est un lien symbolique : ce à quoi il mène ne fait pas partie du dossier"),
          Words("put the file itself there", "mettez-y le fichier lui-même"));
    if (file.is_regular_file())
      hashes[file.path().lexically_relative(folder).generic_string()] =
          files::sha256_hex(read_text(file.path()));
  }
  return hashes;
}

std::string list_text(const std::map<std::string, std::string>& hashes) {
  std::string text;
  for (const auto& [path, sha256] : hashes) text += fmt::format("{}  {}\n", sha256, path);
  return text;
}

std::map<std::string, std::string> parse_list(const std::string& text) {
  std::map<std::string, std::string> hashes;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string line = text.substr(start, end - start);
    if (line.size() > 66) hashes[line.substr(66)] = line.substr(0, 64);
    start = end + 1;
  }
  return hashes;
}

}  // namespace openitmo::cli
