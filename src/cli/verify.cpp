#include "registry/verify.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/run_folder.h"
#include "cli/run_outputs.h"
#include "cli/terminal.h"
#include "cli/verify_journal.h"
#include "files/html/report_html.h"
#include "files/problem.h"
#include "files/programme/load_programme.h"

namespace openitmo::cli {

namespace {

namespace say = registry::verify_sentences;

void show_counts(Terminal& terminal, const registry::VerifyReport& report,
                 std::uint64_t file_count) {
  const auto count = [](std::uint64_t value) {
    return tonnes_text(static_cast<std::int64_t>(value));
  };
  terminal.line(fmt::format("  {} {} ({})", count(report.entry_count),
                            terminal.say("checked_journals"), count(report.checkpoint_count)));
  const std::pair<std::uint64_t, std::string_view> rows[] = {
      {report.result_count, "checked_results"},
      {report.issuance_count, "checked_issuances"},
      {report.document_count, "checked_documents"},
      {report.proof_count, "checked_proofs"},
      {report.submission_count, "checked_submissions"}};
  for (const auto& [value, key] : rows)
    terminal.line(fmt::format("  {} {}", count(value), terminal.say(key)));
  terminal.line(
      fmt::format("  {} {}", count(file_count), in_language(terminal.language(), say::kMadeAgain)));
}

// A folder for files made again, removed with them.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "itmo-verify-XXXXXX").string();
    if (!mkdtemp(pattern.data()))
      throw files::FileError(pattern, "no folder can be made for files to compare with",
                             "set TMPDIR to a folder in which you may write");
    path_ = pattern;
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  std::filesystem::path path_of(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

// Makes the files that follow from journals and evidence again, and compares them byte for byte.
class DerivedFiles {
 public:
  DerivedFiles(const std::filesystem::path& folder, const registry::VerifyInput& input,
               registry::VerifyReport& report)
      : folder_(folder), input_(input), report_(report) {}

  void compare() {
    compare_workbooks();
    if (const auto& accounts = report_.rederived.accounts)
      compare_file("balances.csv", {balances_csv(*accounts)});
    else
      not_compared_.push_back("balances.csv");
    compare_report("report.en.html", Language::en);
    compare_report("report.fr.html", Language::fr);
  }

  std::uint64_t compared_count() const { return compared_count_; }
  const std::vector<std::string>& not_compared() const { return not_compared_; }

 private:
  void compare_workbooks() {
    const ScratchFolder scratch;
    std::set<std::string> made;
    for (const registry::Submission& submission : report_.rederived.submissions) {
      const std::string name = reporting::file_stem(submission.aef) + ".xlsx";
      write_workbook(submission.aef, scratch.path_of(name));
      compare_file("aef/" + name, {read_text(scratch.path_of(name))});
      made.insert({"aef/" + name, "aef/" + reporting::file_stem(submission.aef) + ".csv"});
    }
    if (report_.rederived.accounts) return;
    for (const std::string& file : input_.files)
      if (file.starts_with("aef/") && !made.contains(file)) not_compared_.push_back(file);
  }

  void compare_report(const std::string& name, Language language) {
    std::vector<std::string> possible;
    for (const registry::ProgrammeRun& run : report_.rederived.runs)
      possible.push_back(files::report_html(*input_.programme, run, language));
    if (possible.empty()) return not_compared_.push_back(name);
    compare_file(name, possible);
  }

  // Agrees when the file is one of those that may be.
  void compare_file(const std::string& name, const std::vector<std::string>& possible) {
    if (!input_.files.contains(name)) return report_.findings.add(name, say::kFileMissing);
    ++compared_count_;
    const std::string now = read_text(folder_ / name);
    if (std::find(possible.begin(), possible.end(), now) != possible.end()) return;
    const std::string& made = possible.front();
    const auto differs = std::mismatch(made.begin(), made.end(), now.begin(), now.end()).first;
    report_.findings.add(name, say::kFileNotRecomputed,
                         {fmt::format("{}", differs - made.begin() + 1)});
  }

  const std::filesystem::path& folder_;
  const registry::VerifyInput& input_;
  registry::VerifyReport& report_;
  std::uint64_t compared_count_ = 0;
  std::vector<std::string> not_compared_;
};

registry::VerifyInput read_folder(const std::filesystem::path& folder,
                                  const std::vector<OpenJournal>& journals) {
  registry::VerifyInput input;
  for (const OpenJournal& journal : journals)
    input.journals.push_back({journal.registry, journal.store.get(), journal.key,
                              journal.path.filename().string(),
                              journal.store->integrity_problems()});
  input.files = list_folder(folder);
  input.evidence = hash_folder(folder / kEvidence);
  input.listed = parse_list(read_text(folder / kEvidenceList));
  input.manifests = read_texts(folder / "results", ".manifest");
  input.results = read_texts(folder / "results", ".json");
  input.proofs = read_texts(folder / "proofs", "");
  input.submissions = read_texts(folder / "aef", ".csv");
  return input;
}

int show_verdict(Terminal& terminal, const registry::VerifyReport& report,
                 const DerivedFiles& files, bool everything) {
  const Language language = terminal.language();
  for (const auto& finding : report.findings.all())
    terminal.line(fmt::format("! {}: {}", finding.where, finding.what));
  if (!files.not_compared().empty())
    terminal.line(in_language(language, say::kNotCompared,
                              {fmt::format("{}", fmt::join(files.not_compared(), ", "))}));
  if (!report.passed()) {
    const std::size_t count = report.findings.all().size();
    terminal.line(
        fmt::format("{} {}", count,
                    in_language(language, count == 1 ? say::kOneDifference : say::kDifferences)));
    return kRefused;
  }
  terminal.line(everything ? std::string(terminal.say("verified"))
                           : in_language(language, say::kComparedAgrees));
  return kDone;
}

}  // namespace

int verify(const VerifyOptions& options) {
  if (std::filesystem::is_regular_file(options.folder)) return verify_journal(options);
  if (!options.since.empty() || !options.key.empty())
    throw files::FileError(
        options.folder,
        either(options.language, "--since and --key are for one journal",
               "--since et --key valent pour un seul journal"),
        either(options.language, "name a journal, or its export, instead of a folder",
               "nommez un journal, ou son export, au lieu d'un dossier"));
  Terminal terminal(options.language);
  const std::filesystem::path folder = options.folder;
  const auto journals = open_journals(folder);
  registry::VerifyInput input = read_folder(folder, journals);
  input.language = options.language;
  input.recompute_quantities = options.recompute_quantities;
  const auto programme = files::load_programme(folder / kEvidence);
  if (programme)
    input.programme = &*programme;
  else
    for (const auto& problem : programme.error().listed())
      input.programme_problems.push_back(files::to_text(problem));

  registry::VerifyReport report = registry::verify(input);
  DerivedFiles files(folder, input, report);
  files.compare();
  show_counts(terminal, report, files.compared_count());
  return show_verdict(terminal, report, files, options.recompute_quantities);
}

}  // namespace openitmo::cli
