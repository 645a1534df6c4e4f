#pragma once

#include <filesystem>
#include <vector>

#include "files/programme/folder.h"
#include "files/toml/document.h"
#include "reporting/review_case.h"

namespace openitmo::files {

// Where the logs of a Party's reviews lie in a programme folder, a file each: parties/SEN/reviews.
std::string reviews_path(PartyId party);

// { en = "...", fr = "...", es = "..." }, at least one of them.
ReportText read_report_text(const TomlTable& table, std::string_view key);

// Every log there (docs/formats/review-log.md), in the order of the review weeks. What is wrong is
// noted in `folder`: an unknown paragraph, a second question, recommendation or review of the same
// code, days in an impossible order, a question after the report was published, a desk review where
// a centralized one is asked for.
std::vector<reporting::ReviewCase> read_review_cases(ProgrammeFolder& folder,
                                                     const std::filesystem::path& root,
                                                     PartyId party);

}  // namespace openitmo::files
