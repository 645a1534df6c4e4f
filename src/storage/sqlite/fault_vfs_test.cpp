#include "storage/sqlite/fault_vfs_test.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <functional>
#include <random>
#include <ranges>
#include <unistd.h>
#include <utility>

namespace openitmo::storage {

namespace {

sqlite3_vfs* real_vfs() {
  static sqlite3_vfs* const real = sqlite3_vfs_find(nullptr);
  return real;
}

}  // namespace

// SQLite allocates these bytes, followed by those of the real file.
struct FaultFile {
  sqlite3_file base;
  const char* path;

  static FaultFile* of(sqlite3_file* file) { return reinterpret_cast<FaultFile*>(file); }
  static sqlite3_file* real(sqlite3_file* file) {
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + sizeof(FaultFile));
  }
  static const sqlite3_io_methods* methods(sqlite3_file* file) { return real(file)->pMethods; }

  static std::int64_t size(sqlite3_file* file) {
    sqlite3_int64 bytes = 0;
    methods(file)->xFileSize(real(file), &bytes);
    return bytes;
  }
  static std::string read_back(sqlite3_file* file, std::int64_t offset, std::int64_t count) {
    std::string bytes(static_cast<std::size_t>(std::max<std::int64_t>(count, 0)), '\0');
    if (!bytes.empty())
      methods(file)->xRead(real(file), bytes.data(), static_cast<int>(count), offset);
    return bytes;
  }

  static int guarded(int error, const std::function<int()>& action) {
    FaultVfs& vfs = FaultVfs::instance();
    const bool now = vfs.mode_ != FaultVfs::Mode::off && --vfs.calls_left_ == 0;
    if (!now) return action();
    const FaultVfs::Mode mode = std::exchange(vfs.mode_, FaultVfs::Mode::off);
    vfs.fired_ = true;
    if (mode == FaultVfs::Mode::cut_power) vfs.cut_power();
    if (mode == FaultVfs::Mode::fail_after) static_cast<void>(action());
    errno = EIO;
    return error;
  }

  static int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset) {
    return guarded(SQLITE_IOERR_WRITE, [&] {
      const std::int64_t before = size(file);
      FaultVfs::instance().unsynced_[of(file)->path].push_back(
          {.offset = offset,
           .old_bytes = read_back(file, offset, std::min<std::int64_t>(count, before - offset)),
           .new_bytes = {static_cast<const char*>(bytes), static_cast<std::size_t>(count)},
           .old_size = before,
           .new_size = std::max<std::int64_t>(before, offset + count)});
      return methods(file)->xWrite(real(file), bytes, count, offset);
    });
  }
  static int truncate(sqlite3_file* file, sqlite3_int64 size_after) {
    return guarded(SQLITE_IOERR_TRUNCATE, [&] {
      const std::int64_t before = size(file);
      FaultVfs::instance().unsynced_[of(file)->path].push_back(
          {.offset = size_after,
           .old_bytes = read_back(file, size_after, before - size_after),
           .new_bytes = {},
           .old_size = before,
           .new_size = size_after});
      return methods(file)->xTruncate(real(file), size_after);
    });
  }
  static int sync(sqlite3_file* file, int flags) {
    return guarded(SQLITE_IOERR_FSYNC, [&] {
      FaultVfs::instance().unsynced_[of(file)->path].clear();
      return methods(file)->xSync(real(file), flags);
    });
  }

  static const sqlite3_io_methods* forwarding() {
    static const sqlite3_io_methods table{
        .iVersion = 2,
        .xClose = [](sqlite3_file* f) { return methods(f)->xClose(real(f)); },
        .xRead = [](sqlite3_file* f, void* to, int n,
                    sqlite3_int64 at) { return methods(f)->xRead(real(f), to, n, at); },
        .xWrite = write,
        .xTruncate = truncate,
        .xSync = sync,
        .xFileSize = [](sqlite3_file* f,
                        sqlite3_int64* n) { return methods(f)->xFileSize(real(f), n); },
        .xLock = [](sqlite3_file* f, int level) { return methods(f)->xLock(real(f), level); },
        .xUnlock = [](sqlite3_file* f, int level) { return methods(f)->xUnlock(real(f), level); },
        .xCheckReservedLock = [](sqlite3_file* f,
                                 int* out) { return methods(f)->xCheckReservedLock(real(f), out); },
        .xFileControl = [](sqlite3_file* f, int op,
                           void* arg) { return methods(f)->xFileControl(real(f), op, arg); },
        .xSectorSize = [](sqlite3_file* f) { return methods(f)->xSectorSize(real(f)); },
        .xDeviceCharacteristics =
            [](sqlite3_file* f) { return methods(f)->xDeviceCharacteristics(real(f)); },
        .xShmMap =
            [](sqlite3_file* f, int page, int size, int extend, void volatile** out) {
              return methods(f)->xShmMap(real(f), page, size, extend, out);
            },
        .xShmLock = [](sqlite3_file* f, int offset, int n,
                       int flags) { return methods(f)->xShmLock(real(f), offset, n, flags); },
        .xShmBarrier = [](sqlite3_file* f) { methods(f)->xShmBarrier(real(f)); },
        .xShmUnmap = [](sqlite3_file* f,
                        int remove) { return methods(f)->xShmUnmap(real(f), remove); },
        .xFetch = nullptr,
        .xUnfetch = nullptr};
    return &table;
  }

  static int open(sqlite3_vfs*, const char* path, sqlite3_file* file, int flags, int* out_flags) {
    of(file)->path = path;
    of(file)->base.pMethods = nullptr;
    const int code = real_vfs()->xOpen(real_vfs(), path, real(file), flags, out_flags);
    if (methods(file) != nullptr) of(file)->base.pMethods = forwarding();
    return code;
  }
};

FaultVfs& FaultVfs::instance() {
  static FaultVfs one;
  return one;
}

FaultVfs::FaultVfs() : vfs_(*real_vfs()) {
  vfs_.pNext = nullptr;
  vfs_.zName = name();
  vfs_.szOsFile = static_cast<int>(sizeof(FaultFile)) + real_vfs()->szOsFile;
  vfs_.xOpen = FaultFile::open;
  sqlite3_vfs_register(&vfs_, 0);
}

void FaultVfs::arm(Mode mode, std::uint64_t call, std::uint64_t seed) {
  mode_ = mode;
  calls_left_ = call;
  seed_ = seed;
  fired_ = false;
  unsynced_.clear();
}

// A disk keeps what was synced, and of the rest any part in any order. What is kept here depends on
// the seed: nothing, everything, or each change by the toss of a coin.
void FaultVfs::cut_power() {
  std::mt19937_64 random(seed_);
  const std::uint64_t habit = random() % 4;
  for (const auto& [path, changes] : unsynced_) {
    const int file = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
    const auto put = [&](std::int64_t at, const std::string& bytes, std::int64_t size) {
      if (pwrite(file, bytes.data(), bytes.size(), at) < 0 || ftruncate(file, size) != 0) _exit(1);
    };
    for (const Change& change : changes | std::views::reverse)
      put(change.offset, change.old_bytes, change.old_size);
    std::int64_t size = lseek(file, 0, SEEK_END);
    for (const Change& change : changes) {
      if (habit == 0 || (habit > 1 && random() % 2 == 0)) continue;
      size =
          change.new_bytes.empty()
              ? change.new_size
              : std::max(size, change.offset + static_cast<std::int64_t>(change.new_bytes.size()));
      put(change.offset, change.new_bytes, size);
    }
    close(file);
  }
  _exit(kPowerCutExit);
}

}  // namespace openitmo::storage
