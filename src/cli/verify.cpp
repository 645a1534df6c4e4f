#include "registry/verify.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/run_folder.h"
#include "cli/run_outputs.h"
#include "cli/run_reports.h"
#include "cli/terminal.h"
#include "cli/verify_journal.h"
#include "files/html/report_html.h"
#include "files/problem.h"
#include "files/programme/load_programme.h"

namespace openitmo::cli {

namespace {

namespace say = registry::verify_sentences;

bool only_quantifies(const registry::VerifyInput& input) {
  return input.programme && input.programme->registries.empty();
}

void show_counts(Terminal& terminal, const registry::VerifyReport& report,
                 std::uint64_t file_count) {
  const auto count = [](std::uint64_t value) {
    return tonnes_text(static_cast<std::int64_t>(value));
  };
  if (report.entry_count > 0)
    terminal.line(fmt::format("  {} {} ({})", count(report.entry_count),
                              terminal.say(words::kCheckedJournals),
                              count(report.checkpoint_count)));
  const std::pair<std::uint64_t, Words> rows[] = {
      {report.result_count, words::kCheckedResults},
      {report.issuance_count, words::kCheckedIssuances},
      {report.opinion_count, words::kCheckedOpinions},
      {report.document_count, words::kCheckedDocuments},
      {report.proof_count, words::kCheckedProofs},
      {report.submission_count, words::kCheckedSubmissions}};
  for (const auto& [value, key] : rows)
    if (report.entry_count > 0 || value > 0)
      terminal.line(fmt::format("  {} {}", count(value), terminal.say(key)));
  terminal.line(fmt::format("  {} {}", count(file_count), terminal.say(say::kMadeAgain)));
}

// A folder for files made again, removed with them.
class ScratchFolder {
 public:
  ScratchFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "itmo-verify-XXXXXX").string();
    if (!mkdtemp(pattern.data()))
      throw files::FileError(pattern,
                             Words("no folder can be made for files to compare with",
                                   "aucun dossier ne peut être créé pour les fichiers à comparer"),
                             Words("set TMPDIR to a folder in which you may write",
                                   "donnez à TMPDIR un dossier où vous pouvez écrire"));
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
    if (only_quantifies(input_)) {
      name_results_not_made();
    } else {
      compare_workbooks();
      compare_balances();
      compare_documents();
    }
    compare_report("report.en.html", Language::en);
    compare_report("report.fr.html", Language::fr);
  }

  std::uint64_t compared_count() const { return compared_count_; }
  const std::vector<std::string>& not_compared() const { return not_compared_; }

 private:
  // The verification itself compares results, unless quantities are not recomputed.
  void name_results_not_made() {
    if (input_.recompute_quantities) return;
    for (const std::string& file : input_.files)
      if (file.starts_with("results/")) not_compared_.push_back(file);
  }

  // Where the programme cannot be read, nothing says whether the data are fictitious.
  void compare_balances() {
    const std::string name = "balances.csv";
    if (const auto& accounts = report_.rederived.accounts; accounts && input_.programme)
      compare_file(name, balances_csv(*accounts, input_.programme->demonstration));
    else if (accounts)
      compare_file(name,
                   std::vector{balances_csv(*accounts, true), balances_csv(*accounts, false)});
    else if (input_.files.contains(name))
      not_compared_.push_back(name);
  }

  void compare_workbooks() {
    const ScratchFolder scratch;
    std::set<std::string> made;
    for (const registry::Submission& submission : report_.rederived.submissions) {
      const std::string name = reporting::file_stem(submission.aef) + ".xlsx";
      write_workbook(submission.aef, scratch.path_of(name));
      compare_file("aef/" + name, read_text(scratch.path_of(name)));
      made.insert({"aef/" + name, "aef/" + reporting::file_stem(submission.aef) + ".csv"});
    }
    if (report_.rederived.accounts) return;
    for (const std::string& file : input_.files)
      if (file.starts_with("aef/") && !made.contains(file)) not_compared_.push_back(file);
  }

  // What Parties' documents say follows from journals and statements; of journals that do not hold,
  // nothing is drawn.
  void compare_documents() {
    std::set<std::string> made;
    if (auto& run = report_.rederived.run) {
      const ScratchFolder scratch;
      for (const RunDocument& document : run_documents(folder_ / kEvidence, *run)) {
        const std::string& name = document.named.path;
        run->documents.push_back(document.named);
        made.insert(name);
        if (!report_.rederived.accounts) {
          not_compared_.push_back(name);
          continue;
        }
        const auto again = scratch.path_of(std::filesystem::path(name).filename().string());
        if (write_run_document(document, folder_, folder_ / kEvidence, again))
          compare_file(name, read_text(again));
        else
          not_compared_.push_back(name);
      }
    }
    for (const std::string& file : input_.files)
      if (file.starts_with("reports/") && !made.contains(file)) name_unknown(file);
  }

  void name_unknown(const std::string& file) {
    if (report_.rederived.run)
      report_.findings.add(file, say::kFileUnaccounted);
    else
      not_compared_.push_back(file);
  }

  void compare_report(const std::string& name, Language language) {
    if (!report_.rederived.run) return not_compared_.push_back(name);
    compare_file(name, files::report_html(*input_.programme, *report_.rederived.run, language));
  }

  void compare_file(const std::string& name, const std::string& made) {
    compare_file(name, std::vector{made});
  }

  // Agrees when the file is one of those that may be.
  void compare_file(const std::string& name, const std::vector<std::string>& possible) {
    if (!input_.files.contains(name)) return report_.findings.add(name, say::kFileMissing);
    ++compared_count_;
    const std::string now = read_text(folder_ / name);
    if (std::find(possible.begin(), possible.end(), now) != possible.end()) return;
    const std::string& made = possible.front();
    const auto differs = std::mismatch(made.begin(), made.end(), now.begin(), now.end()).first;
    report_.findings.add(name, {say::kFileNotRecomputed, differs - made.begin() + 1});
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

void show_notes(Terminal& terminal, const registry::VerifyFindings& notes) {
  for (const auto& note : notes.all())
    terminal.line(fmt::format("  {}{}{}", terminal.say(note.where), terminal.colon(),
                              terminal.say(note.what)));
}

int show_verdict(Terminal& terminal, const registry::VerifyReport& report,
                 const DerivedFiles& files, bool everything) {
  for (const auto& finding : report.findings.all())
    terminal.line(fmt::format("! {}{}{}", terminal.say(finding.where), terminal.colon(),
                              terminal.say(finding.what)));
  if (!files.not_compared().empty())
    terminal.line(terminal.say(Text(say::kNotCompared, fmt::join(files.not_compared(), ", "))));
  if (!report.passed()) {
    const std::size_t count = report.findings.all().size();
    terminal.line(fmt::format("{} {}", count,
                              terminal.say(count == 1 ? say::kOneDifference : say::kDifferences)));
    return kRefused;
  }
  terminal.line(terminal.say(everything ? words::kVerified : say::kComparedAgrees));
  return kDone;
}

// What would otherwise pass for checked.
void refuse_what_is_not_asked(const VerifyOptions& options) {
  if (!std::filesystem::exists(options.folder))
    throw files::FileError(
        options.folder,
        Words("there is no such file or folder", "il n'y a ni fichier ni dossier de ce nom"),
        Words("name a folder that `itmo run` wrote, a journal or its export",
              "nommez un dossier écrit par `itmo run`, un journal ou son export"));
  if (!options.witnesses.empty() && options.since.empty())
    throw files::FileError("--witness",
                           Words("a witness cosigns a checkpoint, and none is given",
                                 "un témoin cosigne un point de contrôle, et aucun n'est donné"),
                           Words("give the checkpoint that it cosigned with --since",
                                 "donnez avec --since le point de contrôle qu'il a cosigné"));
}

}  // namespace

int verify(const VerifyOptions& options) {
  refuse_what_is_not_asked(options);
  if (!std::filesystem::is_directory(options.folder)) return verify_journal(options);
  if (!options.since.empty() || !options.keys.empty())
    throw files::FileError(options.folder,
                           Words("--since, --witness and --key are for one journal",
                                 "--since, --witness et --key valent pour un seul journal"),
                           Words("name a journal, or its export, instead of a folder",
                                 "nommez un journal, ou son export, au lieu d'un dossier"));
  Terminal terminal(options.language);
  const std::filesystem::path folder = options.folder;
  const bool without_journals = list_journals(folder).empty();
  const auto journals = without_journals && std::filesystem::exists(folder / kEvidenceList)
                            ? std::vector<OpenJournal>()
                            : open_journals(folder);
  registry::VerifyInput input = read_folder(folder, journals);
  input.recompute_quantities = options.recompute_quantities;
  auto programme = files::load_programme(folder / kEvidence);
  registry::VerifyFindings notes;
  if (programme) {
    if (input.recompute_quantities) notes = take_time_zone_data(*programme, input.results);
    input.programme = &*programme;
  } else {
    for (const auto& problem : programme.error().listed())
      input.programme_problems.push_back(
          Text::of(files::to_text(problem, Language::en), files::to_text(problem, Language::fr)));
  }

  registry::VerifyReport report = registry::verify(input);
  DerivedFiles files(folder, input, report);
  files.compare();
  if (programme && programme->demonstration) terminal.banner(terminal.say(words::kDemonstration));
  if (only_quantifies(input)) terminal.line(terminal.say(say::kNoJournals));
  show_counts(terminal, report, files.compared_count());
  show_notes(terminal, notes);
  return show_verdict(terminal, report, files, options.recompute_quantities);
}

}  // namespace openitmo::cli
