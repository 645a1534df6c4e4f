#include "files/aef/check_folder.h"

#include <algorithm>
#include <map>

namespace openitmo::files {

namespace {

namespace fs = std::filesystem;
using reporting::AefPlace;
using reporting::CheckMark;
using reporting::Finding;
using reporting::FindingEffect;

bool may_be_submission(const fs::path& path) {
  if (path.filename().string().starts_with('.') || path.filename().string().starts_with('~'))
    return false;
  const auto ending = path.extension();
  return ending == ".xlsx" || ending == ".csv" || ending == ".json";
}

std::vector<std::string> names_below(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && may_be_submission(entry.path()))
      names.push_back(entry.path().lexically_relative(folder).string());
  std::ranges::sort(names);
  return names;
}

Problems nothing_in(const fs::path& folder) {
  const bool there = fs::is_directory(folder);
  return Problems(
      {.path = folder.string(),
       .what = there
                   ? Words("it holds no .xlsx, .csv or .json file",
                           "il ne contient aucun fichier .xlsx, .csv ou .json")
                   : Words("there is no such file or folder", "ce fichier ou dossier n'existe pas"),
       .remedy = Words("name the folder that holds the submissions, such as SEN_2026_1.0.xlsx",
                       "nommez le dossier qui contient les soumissions, telles que "
                       "SEN_2026_1.0.xlsx")});
}

// The Party of the row that a finding contradicts, or that the row itself names.
PartyId partner(const CheckedFolder& checked, const Finding& finding) {
  if (finding.other) return checked.submissions[finding.other->submission].party;
  const bool across = text_of(finding.rule).scope == reporting::CheckScope::submissions;
  if (!across || finding.at.table != reporting::AefTable::actions) return {};
  const auto& rows = checked.files[finding.at.submission]
                         .read.rows[static_cast<std::size_t>(reporting::AefTable::actions)];
  const auto row = std::ranges::lower_bound(rows, finding.at.row);
  if (row == rows.end() || *row != finding.at.row) return {};
  const auto& action = checked.submissions[finding.at.submission]
                           .actions[static_cast<std::size_t>(row - rows.begin())];
  return action.acquiring_party.empty() ? action.transferring_party : action.acquiring_party;
}

class FolderCheck {
 public:
  FolderCheck(CheckedFolder& checked, const reporting::ForEachIndex& for_each)
      : checked_(checked), for_each_(for_each) {}

  void check_each() {
    for (std::size_t file = 0; file < checked_.files.size(); ++file) {
      checked_.marks.emplace_back(CheckMark::consistent);
      add_alone(file);
    }
    finish();
  }

  void check_across() {
    std::vector<reporting::AefSubmission> keyed;
    for (std::size_t file = 0; file < checked_.files.size(); ++file) {
      checked_.marks.emplace_back();
      auto& read = checked_.files[file].read;
      if (!read.has_key) {
        add_alone(file);
        continue;
      }
      add_cells(file);
      file_of_.push_back(file);
      keyed.push_back(std::move(read.submission));
    }
    std::ranges::sort(wrong_cells_);
    auto result = reporting::cross_check(keyed, {}, for_each_);
    for (std::size_t i = 0; i < keyed.size(); ++i) {
      checked_.marks[file_of_[i]] = result.submissions[i].mark;
      checked_.files[file_of_[i]].read.submission = std::move(keyed[i]);
    }
    leave_out_replaced();
    for (Finding& finding : result.findings) add(std::move(finding));
    finish();
  }

 private:
  void finish() {
    for (const Finding& finding : checked_.findings) mark(finding);
    std::ranges::stable_sort(checked_.findings, {}, &Finding::at);
    for (AefFile& file : checked_.files)
      checked_.submissions.push_back(std::move(file.read.submission));
  }

  // What can be said of the file by itself.
  void add_alone(std::size_t file) {
    for (Finding& finding : reporting::check_read(checked_.files[file].read)) {
      finding.at.submission = file;
      if (finding.other) finding.other->submission = file;
      checked_.findings.push_back(std::move(finding));
    }
  }

  // A version that another one stands for is not checked, its cells neither.
  void leave_out_replaced() {
    std::erase_if(checked_.findings, [&](const Finding& finding) {
      const std::size_t file = finding.at.submission;
      return checked_.files[file].read.has_key && !checked_.marks[file];
    });
  }

  void add_cells(std::size_t file) {
    for (Finding& finding : checked_.files[file].read.findings) {
      finding.at.submission = file;
      wrong_cells_.push_back(finding.at);
      checked_.findings.push_back(std::move(finding));
    }
  }

  // What a row lacks because its cell could not be read is said once.
  void add(Finding finding) {
    place(finding.at);
    if (finding.other) place(*finding.other);
    if (finding.rule == reporting::CheckRule::column_missing &&
        std::ranges::binary_search(wrong_cells_, finding.at))
      return;
    checked_.findings.push_back(std::move(finding));
  }

  void place(AefPlace& at) const {
    const std::size_t file = file_of_[at.submission];
    at = reporting::place_in_file(checked_.files[file].read, at);
    at.submission = file;
  }

  void mark(const Finding& finding) {
    const auto apply = [&](const AefPlace& at) {
      auto& mark = checked_.marks[at.submission];
      if (mark) mark = reporting::worse(*mark, finding.effect());
    };
    apply(finding.at);
    if (finding.other) apply(*finding.other);
  }

  CheckedFolder& checked_;
  const reporting::ForEachIndex& for_each_;
  std::vector<std::size_t> file_of_;  // of each submission with a key
  std::vector<AefPlace> wrong_cells_;
};

}  // namespace

Read<CheckedFolder> check_folder(const fs::path& folder, const ReadAefOptions& options,
                                 CheckReach reach, const reporting::ForEachIndex& for_each) {
  const bool one = fs::is_regular_file(folder);
  const auto names = one                        ? std::vector{folder.filename().string()}
                     : fs::is_directory(folder) ? names_below(folder)
                                                : std::vector<std::string>();
  if (names.empty()) return std::unexpected(nothing_in(folder));
  std::vector<std::optional<Read<AefFile>>> read(names.size());
  for_each(names.size(), [&](std::size_t i) {
    const auto source = read_source(one ? folder.parent_path() : folder, names[i]);
    if (source)
      read[i] = read_aef(*source, options);
    else
      read[i] = std::unexpected(source.error());
  });
  CheckedFolder checked;
  for (auto& file : read)
    if (*file)
      checked.files.push_back(std::move(**file));
    else
      checked.unreadable.push_back(file->error());
  FolderCheck check(checked, for_each);
  if (reach == CheckReach::each)
    check.check_each();
  else
    check.check_across();
  return checked;
}

void FindingCounts::add(FindingEffect effect) {
  switch (effect) {
    case FindingEffect::inconsistent:
      ++inconsistencies;
      break;
    case FindingEffect::not_available:
      ++not_available;
      break;
    case FindingEffect::warning:
      ++warnings;
      break;
  }
}

std::vector<FindingCounts> counts_by_file(const CheckedFolder& checked) {
  std::vector<FindingCounts> counts(checked.files.size());
  for (const Finding& finding : checked.findings)
    counts[finding.at.submission].add(finding.effect());
  return counts;
}

std::vector<PairCounts> counts_by_pair(const CheckedFolder& checked) {
  std::map<std::pair<PartyId, PartyId>, FindingCounts> pairs;
  for (const Finding& finding : checked.findings) {
    const PartyId one = checked.submissions[finding.at.submission].party;
    const PartyId other = partner(checked, finding);
    if (one.empty() || other.empty() || one == other) continue;
    pairs[std::minmax(one, other)].add(finding.effect());
  }
  std::vector<PairCounts> list;
  for (const auto& [pair, counts] : pairs) list.push_back({pair.first, pair.second, counts});
  return list;
}

}  // namespace openitmo::files
