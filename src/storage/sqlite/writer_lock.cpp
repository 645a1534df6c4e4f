#include "storage/sqlite/writer_lock.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <fmt/format.h>
#include <string>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "journal/store.h"

namespace openitmo::storage {
namespace {

Text holder(int descriptor) {
  std::array<char, 32> digits{};
  const ssize_t size = pread(descriptor, digits.data(), digits.size(), 0);
  std::string text(digits.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  while (!text.empty() && text.back() == '\n') text.pop_back();
  if (text.empty()) return Words("another process", "un autre processus");
  return {{"process {}", "le processus {}"}, text};
}

// The last holder may have removed the file between our opening and locking it.
bool still_at(const std::string& path, int descriptor) {
  struct stat here{};
  struct stat there{};
  return fstat(descriptor, &here) == 0 && stat(path.c_str(), &there) == 0 &&
         here.st_ino == there.st_ino && here.st_dev == there.st_dev;
}

}  // namespace

WriterLock::WriterLock(const std::filesystem::path& journal) : path_(journal.string() + ".writer") {
  while (descriptor_ < 0) {
    const int opened = open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (opened < 0)
      throw journal::StoreError(
          {{"its lock file cannot be made: {}", "son fichier de verrou ne peut pas être créé : {}"},
           system_cause(errno)},
          journal.string(),
          {{"check that the folder exists and may be written to",
            "vérifiez que le dossier existe et accepte l'écriture"}});
    if (flock(opened, LOCK_EX | LOCK_NB) != 0) {
      const Text by = holder(opened);
      close(opened);
      throw journal::StoreError(
          {{"{} is writing this journal", "{} écrit dans ce journal"}, by}, journal.string(),
          {{"one writer at a time: end it first, or open for reading",
            "un seul écrivain à la fois : arrêtez-le d'abord, ou ouvrez en lecture"}});
    }
    if (still_at(path_.string(), opened))
      descriptor_ = opened;
    else
      close(opened);
  }
  // Only for the message above: without it the lock holds just the same.
  const std::string self = fmt::format("{}\n", getpid());
  if (ftruncate(descriptor_, 0) == 0)
    static_cast<void>(pwrite(descriptor_, self.data(), self.size(), 0) == 0);
}

WriterLock::~WriterLock() {
  unlink(path_.c_str());
  close(descriptor_);
}

}  // namespace openitmo::storage
