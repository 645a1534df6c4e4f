#include "cli/program_id.h"

#include <cstdint>
#include <cstring>
#include <elf.h>
#include <link.h>
#include <span>

#include "journal/hash.h"

namespace openitmo::cli {

namespace {

constexpr std::size_t padded(std::size_t size) { return (size + 3) / 4 * 4; }

// The build id in a segment of notes; empty where there is none.
std::string build_id_in(std::span<const std::uint8_t> notes) {
  while (notes.size() >= sizeof(ElfW(Nhdr))) {
    ElfW(Nhdr) header;
    std::memcpy(&header, notes.data(), sizeof header);
    const std::size_t start = sizeof header + padded(header.n_namesz);
    const std::size_t end = start + padded(header.n_descsz);
    if (end > notes.size()) break;
    const std::string_view name(reinterpret_cast<const char*>(notes.data()) + sizeof header,
                                header.n_namesz);
    if (header.n_type == NT_GNU_BUILD_ID && name.starts_with("GNU"))
      return journal::to_hex(notes.subspan(start, header.n_descsz));
    notes = notes.subspan(end);
  }
  return {};
}

// The program itself comes first.
int look_at_program(dl_phdr_info* info, std::size_t, void* found) {
  for (const ElfW(Phdr) & segment : std::span(info->dlpi_phdr, info->dlpi_phnum)) {
    if (segment.p_type != PT_NOTE) continue;
    const auto* notes = reinterpret_cast<const std::uint8_t*>(info->dlpi_addr + segment.p_vaddr);
    std::string id = build_id_in({notes, segment.p_memsz});
    if (!id.empty()) *static_cast<std::string*>(found) = std::move(id);
  }
  return 1;
}

}  // namespace

std::string program_id() {
  std::string id;
  dl_iterate_phdr(look_at_program, &id);
  return id;
}

}  // namespace openitmo::cli
