#include "files/output.h"

#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <optional>
#include <stdio.h>  // renameat2 is no part of <cstdio>
#include <string>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "quantity/check.h"

namespace openitmo::files {
namespace {

namespace fs = std::filesystem;

Words remedy_for(int error) {
  switch (error) {
    case ENOSPC:
      return {"free some space or choose another folder, then run again",
              "libérez de l'espace ou choisissez un autre dossier, puis recommencez"};
    case EDQUOT:
      return {"the quota of this user is used up: free some space, then run again",
              "le quota de cet utilisateur est épuisé : libérez de l'espace, puis recommencez"};
    case EFBIG:
      return {"the limit on the size of a file (ulimit -f) is too low: raise it",
              "la limite de taille d'un fichier (ulimit -f) est trop basse : relevez-la"};
    case EACCES:
    case EPERM:
      return {"choose a folder in which this user may write",
              "choisissez un dossier où cet utilisateur peut écrire"};
    case EROFS:
      return {"this file system is read-only: choose another folder",
              "ce système de fichiers est en lecture seule : choisissez un autre dossier"};
    case ENOENT:
    case ENOTDIR:
      return {"make its folder first, or choose another",
              "créez d'abord son dossier, ou choisissez-en un autre"};
    case EISDIR:
      return {"a folder has this name: choose another",
              "un dossier porte ce nom : choisissez-en un autre"};
    default:
      return {"mend the cause, then run again", "remédiez à la cause, puis recommencez"};
  }
}

[[noreturn]] void fail(const fs::path& path, const Words& doing, int error) {
  throw FileError(path.string(), {{"{} failed: {}", "{} : échec, {}"}, doing, system_cause(error)},
                  remedy_for(error));
}

class Descriptor {
 public:
  Descriptor(const fs::path& path, int flags, mode_t mode = 0666)
      : Descriptor(path, flags, mode, path) {}
  // Where it cannot be opened, `told` is named.
  Descriptor(const fs::path& path, int flags, mode_t mode, const fs::path& told) : path_(path) {
    value_ = ::open(path.c_str(), flags | O_CLOEXEC, mode);
    if (value_ < 0) fail(told, {"opening", "ouverture"}, errno);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }

  int get() const { return value_; }

  void write_all(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t written = ::write(value_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) fail(path_, {"writing", "écriture"}, errno);
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  void flush() {
    // Pipes and some devices have nothing to flush and say EINVAL.
    if (::fsync(value_) != 0 && errno != EINVAL && errno != EROFS)
      fail(path_, {"flushing", "mise sur disque"}, errno);
  }

  // Some file systems report a full disk only here.
  void close() {
    const int closing = std::exchange(value_, -1);
    if (::close(closing) != 0 && errno != EINTR) fail(path_, {"closing", "fermeture"}, errno);
  }

 private:
  fs::path path_;
  int value_ = -1;
};

void flush_path(const fs::path& path) { Descriptor(path, O_RDONLY).flush(); }

fs::path parent_of(const fs::path& path) {
  return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

// What a target is written into until it takes the target's place. There is one for each target, so
// that the next one finds what a killed process left; it is locked as long as it is there.
class PartialFile {
 public:
  PartialFile(const fs::path& target, Readers readers)
      : path_(parent_of(target) / fmt::format(".{}.itmo-partial", target.filename().string())),
        target_(target) {
    const mode_t mode = readers == Readers::owner ? 0600 : 0666;
    // Who typed the target does not know this file, unless it is what stands in the way.
    const auto told = [&] { return fs::exists(fs::symlink_status(path_)) ? path_ : target; };
    do {
      lock_.emplace(path_, O_WRONLY | O_CREAT | O_NOFOLLOW, mode, told());
      lock();
    } while (!is_in_place() || removed_leftover(mode));
    file_.emplace(path_, O_WRONLY | O_NOFOLLOW);
  }
  PartialFile(const PartialFile&) = delete;
  PartialFile& operator=(const PartialFile&) = delete;
  ~PartialFile() {
    if (!placed_) ::unlink(path_.c_str());
  }

  void write_all(std::string_view bytes) { file_->write_all(bytes); }

  void put_in_place() {
    file_->flush();
    file_->close();
    if (::rename(path_.c_str(), target_.c_str()) != 0)
      fail(target_, {"replacing", "remplacement"}, errno);
    placed_ = true;
    flush_path(parent_of(target_));
  }

 private:
  // File systems without locks go without.
  void lock() {
    if (::flock(lock_->get(), LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) return;
    throw FileError(
        target_.string(),
        {{"another process is writing this file", "un autre processus écrit ce fichier"}},
        {{"wait for it to end, or choose another file",
          "attendez sa fin, ou choisissez un autre fichier"}});
  }

  // Whoever held the lock before may have put it in place or removed it.
  bool is_in_place() const {
    struct stat opened{}, named{};
    return ::fstat(lock_->get(), &opened) == 0 && ::lstat(path_.c_str(), &named) == 0 &&
           opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
  }

  bool removed_leftover(mode_t mode) const {
    struct stat opened{};
    if (::fstat(lock_->get(), &opened) != 0) fail(path_, {"opening", "ouverture"}, errno);
    if (opened.st_size == 0 && (opened.st_mode & 0777 & ~mode) == 0) return false;
    if (::unlink(path_.c_str()) != 0) fail(path_, {"removing", "suppression"}, errno);
    return true;
  }

  fs::path path_;
  fs::path target_;
  std::optional<Descriptor> lock_;
  std::optional<Descriptor> file_;
  bool placed_ = false;
};

void flush_tree(const fs::path& folder) {
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() || entry.is_directory()) flush_path(entry.path());
  }
  flush_path(folder);
}

bool may_be_replaced(const fs::path& target) {
  return !fs::exists(target) || (fs::is_directory(target) && fs::is_empty(target)) ||
         fs::exists(target / kOutputMarker);
}

// Puts `partial` at `target`, and what stood there at `partial`.
void exchange(const fs::path& partial, const fs::path& target) {
  if (::renameat2(AT_FDCWD, partial.c_str(), AT_FDCWD, target.c_str(), RENAME_EXCHANGE) == 0)
    return;
  if (errno != EINVAL && errno != ENOSYS) fail(target, {"replacing", "remplacement"}, errno);
  // A file system that cannot exchange: the target is away for the moment between two renames.
  fs::path aside = partial;
  aside += ".old";
  if (::rename(target.c_str(), aside.c_str()) != 0)
    fail(target, {"replacing", "remplacement"}, errno);
  if (::rename(partial.c_str(), target.c_str()) != 0) {
    const int error = errno;
    ::rename(aside.c_str(), target.c_str());
    fail(target, {"replacing", "remplacement"}, error);
  }
  if (::rename(aside.c_str(), partial.c_str()) != 0)
    fail(aside, {"renaming", "changement de nom"}, errno);
}

}  // namespace

RemovedOnFailure::~RemovedOnFailure() {
  std::error_code ignored;
  if (!keep_) fs::remove(path_, ignored);
}

void write_file(const fs::path& target, std::string_view bytes, Readers readers) {
  write_file_in_pieces(target, [&](const auto& write) { write(bytes); }, readers);
}

void write_file_in_pieces(const fs::path& target, const Produce& produce, Readers readers) {
  std::error_code no_status;
  const fs::file_status status = fs::status(target, no_status);
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    Descriptor device(target, O_WRONLY);
    produce([&](std::string_view bytes) { device.write_all(bytes); });
    device.flush();
    return device.close();
  }
  // Through a link, so that the file it leads to is replaced and not the link.
  PartialFile partial(fs::exists(status) ? fs::canonical(target) : target, readers);
  produce([&](std::string_view bytes) { partial.write_all(bytes); });
  partial.put_in_place();
}

OutputFolder::OutputFolder(const fs::path& target) try
    : target_(fs::weakly_canonical(fs::absolute(target))) {
  if (!target_.has_filename()) target_ = target_.parent_path();  // "out/" is "out"
  if (fs::exists(target_) && !fs::is_directory(target_))
    throw FileError(target_.string(),
                    {{"this is a file, not a folder", "c'est un fichier, non un dossier"}},
                    {{"choose an empty or new folder", "choisissez un dossier vide ou nouveau"}});
  if (!may_be_replaced(target_)) {
    throw FileError(
        target_.string(),
        {{"this folder holds files of which some are not outputs",
          "ce dossier contient des fichiers dont certains ne sont pas des sorties"}},
        {{"choose an empty or new folder: an output folder is replaced as a whole",
          "choisissez un dossier vide ou nouveau : un dossier de sortie est remplacé en entier"}});
  }
  fs::create_directories(target_.parent_path());
  partial_ = target_.parent_path() / fmt::format(".{}.partial", target_.filename().string());
  try {
    lock_partial();
    write(kOutputMarker,
          "This folder is written by itmo and replaced as a whole by the next run.\n"
          "Keep no files of your own in it.\n");
  } catch (...) {
    release();  // no destructor runs for an object that was never made
    throw;
  }
} catch (const fs::filesystem_error& error) {
  fail(target, {"making the output folder", "création du dossier de sortie"}, error.code().value());
}

OutputFolder::~OutputFolder() { release(); }

bool OutputFolder::partial_is_ours() const {
  return fs::is_empty(partial_) || fs::exists(partial_ / kOutputMarker);
}

void OutputFolder::lock_partial() {
  fs::create_directory(partial_);
  partial_descriptor_ = ::open(partial_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (partial_descriptor_ < 0) fail(partial_, {"opening", "ouverture"}, errno);
  if (::flock(partial_descriptor_, LOCK_EX | LOCK_NB) != 0) {
    ::close(std::exchange(partial_descriptor_, -1));
    throw FileError(
        target_.string(),
        {{"another run is writing this folder", "une autre exécution écrit dans ce dossier"}},
        {{"wait for it to end, or choose another folder",
          "attendez sa fin, ou choisissez un autre dossier"}});
  }
  if (!partial_is_ours()) {
    ::close(std::exchange(partial_descriptor_, -1));
    throw FileError(partial_.string(),
                    {{"the folder needed for writing holds files of somebody else",
                      "le dossier nécessaire à l'écriture contient les fichiers de quelqu'un"}},
                    {{"move them away, or choose another folder",
                      "déplacez-les, ou choisissez un autre dossier"}});
  }
  for (const fs::directory_entry& left : fs::directory_iterator(partial_)) {
    fs::remove_all(left.path());
  }
}

void OutputFolder::release() {
  if (partial_descriptor_ < 0) return;
  std::error_code ignored;
  if (!committed_) fs::remove_all(partial_, ignored);
  ::close(std::exchange(partial_descriptor_, -1));
}

fs::path OutputFolder::path_of(const fs::path& relative) {
  const fs::path plain = relative.lexically_normal();
  check(!committed_ && !plain.empty() && plain.is_relative() && *plain.begin() != "..",
        "an output stands inside its folder and is written before commit");
  const fs::path path = partial_ / plain;
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  if (error) fail(path.parent_path(), {"making the folder", "création du dossier"}, error.value());
  return path;
}

void OutputFolder::write(const fs::path& relative, std::string_view bytes, Readers readers) {
  write_file(path_of(relative), bytes, readers);
}

void OutputFolder::commit() try {
  check(!committed_, "an output folder is committed once");
  flush_tree(partial_);
  // Again, because the run may have taken long enough for somebody to put files there.
  if (!may_be_replaced(target_)) {
    throw FileError(target_.string(),
                    {{"files of somebody else appeared in this folder",
                      "des fichiers d'autrui sont apparus dans ce dossier"}},
                    {{"choose an empty or new folder", "choisissez un dossier vide ou nouveau"}});
  }
  if (fs::exists(target_)) {
    // Locked while it is removed, so that a run that starts meanwhile does not settle in it.
    const Descriptor replaced(target_, O_RDONLY | O_DIRECTORY);
    ::flock(replaced.get(), LOCK_EX | LOCK_NB);
    exchange(partial_, target_);
    std::error_code ignored;
    fs::remove_all(partial_, ignored);
  } else if (::rename(partial_.c_str(), target_.c_str()) != 0) {
    fail(target_, {"putting the output folder in place", "mise en place du dossier de sortie"},
         errno);
  }
  committed_ = true;
  release();
  flush_path(target_.parent_path());
} catch (const fs::filesystem_error& error) {
  fail(error.path1(), {"putting the output folder in place", "mise en place du dossier de sortie"},
       error.code().value());
}

}  // namespace openitmo::files
