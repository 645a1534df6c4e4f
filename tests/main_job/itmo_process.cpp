#include "itmo_process.h"

#include <array>
#include <cstdio>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <sys/wait.h>
#include <unistd.h>

#include "temporary_folder.h"

namespace openitmo::testing {

Finished itmo(const std::string& arguments) {
  return shell(fmt::format("{} {}", OPENITMO_BINARY, arguments));
}

Finished outsider(const std::filesystem::path& text, const std::filesystem::path& key) {
  return shell(fmt::format("{} tools/verify_journal.py {} {}", OPENITMO_PYTHON, text.string(),
                           key.string()));
}

Finished itmo_without_fma(const std::string& arguments) {
  return shell(fmt::format("GLIBC_TUNABLES=glibc.cpu.hwcaps=-FMA,-FMA4,-AVX2,-AVX512F {} {}",
                           OPENITMO_BINARY, arguments));
}

Finished shell(const std::string& command) {
  Finished finished;
  FILE* pipe = popen(fmt::format("cd {} && ({}) 2>&1", OPENITMO_SOURCE_DIR, command).c_str(), "r");
  if (!pipe) return finished;
  std::array<char, 4096> buffer;
  for (std::size_t read; (read = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
    finished.output.append(buffer.data(), read);
  const int status = pclose(pipe);
  finished.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return finished;
}

const std::filesystem::path& demo_folder() {
  static const std::filesystem::path folder = temporary_folder() / "demo";
  demo_run();
  return folder;
}

const Finished& demo_run() {
  static const Finished finished = itmo(
      fmt::format("run programmes/senegal-waste -o {}", (temporary_folder() / "demo").string()));
  return finished;
}

std::filesystem::path copy_of_demo(const std::string& name) {
  const auto target = temporary_folder() / name;
  std::filesystem::copy(demo_folder(), target, std::filesystem::copy_options::recursive);
  return target;
}

std::filesystem::path copy_of_soc_son(const std::string& name) {
  static const auto made = temporary_folder() / "soc-son-run";
  static const Finished finished = itmo("run programmes/soc-son -o " + made.string());
  const auto target = temporary_folder() / name;
  std::filesystem::copy(made, target, std::filesystem::copy_options::recursive);
  return target;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write_file(const std::filesystem::path& path, const std::string& bytes) {
  if (std::filesystem::exists(path))
    std::filesystem::permissions(path, std::filesystem::perms::owner_write,
                                 std::filesystem::perm_options::add);
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

}  // namespace openitmo::testing
