#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "registry/run_programme.h"

namespace openitmo::cli {

// A document that a run makes: for each Party whose statements are in the programme folder its
// initial report, regular information and Table 4, in three languages; a draft where something is
// missing.
struct RunDocument {
  registry::PartyDocument named;  // path within the run's folder: reports/...
  std::string_view kind;          // of draw-report
  RegistryId registry;
  Date date;  // of the registry's last entry: the same run gives the same bytes on any day
};
std::vector<RunDocument> run_documents(const std::filesystem::path& programme_folder,
                                       const registry::ProgrammeRun& run);

// Draws it from the journal in `journals` into the file `to`. False, the problems are shown and
// nothing is written where the statements cannot be read.
bool write_run_document(const RunDocument& document, const std::filesystem::path& journals,
                        const std::filesystem::path& programme_folder,
                        const std::filesystem::path& to);

}  // namespace openitmo::cli
