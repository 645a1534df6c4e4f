#pragma once

#include <filesystem>
#include <string>

namespace openitmo::testing {

struct Finished {
  int code = -1;
  std::string output;  // standard output and error together
};

// Runs a shell command from the source folder.
Finished shell(const std::string& command);
// Runs the real binary with these arguments, from the source folder.
Finished itmo(const std::string& arguments);
// The verifier of an exported journal that shares no code with OpenITMO.
Finished outsider(const std::filesystem::path& text, const std::filesystem::path& key);
// The same as on a processor without fused multiply-add and wide vectors, as far as the C library
// chooses its functions by them.
Finished itmo_without_fma(const std::string& arguments);

// The demonstration run once for all tests of this program; a copy of its folder for each that
// alters something.
const std::filesystem::path& demo_folder();
const Finished& demo_run();
std::filesystem::path copy_of_demo(const std::string& name);
// A copy of what a run of soc-son wrote, a programme that only quantifies.
std::filesystem::path copy_of_soc_son(const std::string& name);

std::string read_file(const std::filesystem::path& path);
void write_file(const std::filesystem::path& path, const std::string& bytes);

}  // namespace openitmo::testing
