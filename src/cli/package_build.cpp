#include "cli/package_build.h"

#include <algorithm>
#include <boost/json.hpp>
#include <filesystem>
#include <fmt/format.h>
#include <set>

#include "cli/aef_files.h"
#include "cli/journal_file.h"
#include "cli/package_manifest.h"
#include "cli/report_drawing.h"
#include "cli/report_language.h"
#include "cli/review_state.h"
#include "cli/run_folder.h"
#include "files/html/official_html.h"
#include "files/programme/review_cases.h"
#include "files/programme/statements.h"
#include "files/source.h"
#include "quantity/check.h"
#include "reporting/party_reports.h"
#include "reporting/submission_check.h"

namespace openitmo::cli {

namespace {

namespace fs = std::filesystem;
using ledger::SubmittedReport;
using reporting::LeftOut;

// The word of draw-report that makes a report of each kind.
constexpr std::string_view kDrawn[] = {"initial", "initial", "updated-initial", "regular"};

class PackageBuilder {
 public:
  PackageBuilder(const ReviewPackageOptions& options, const ReviewState& state,
                 const journal::LogKeys& keys)
      : options_(options), state_(state), keys_(keys) {
    for (const std::string& code : options.report_languages)
      languages_.push_back(report_language_of(code, options.language));
    if (languages_.empty()) languages_.push_back(report_language_of("", options.language));
  }

  BuiltPackage build() {
    refuse_unknown_entries();
    built_.contents.withheld = withheld_texts(told_statements());
    add_reports();
    add_checks();
    built_.contents.tree_size = state_.known->tree_size;
    built_.contents.root_sha256 = journal::to_hex(state_.known->root);
    built_.contents.origin = keys_.first().name();
    add_pages();
    add_statements();
    built_.files[kManifest] = manifest_text(
        {.options = options_, .languages = languages_, .state = state_, .package = built_});
    return std::move(built_);
  }

 private:
  PartyId party() const { return state_.known->accounts.party; }
  reporting::CaseReaders readers() const {
    return options_.with_confidential ? reporting::CaseReaders::party_and_team
                                      : reporting::CaseReaders::everybody;
  }

  // Without what the readers of the package are not told of.
  reporting::Statements told_statements() const {
    reporting::Statements told = state_.statements;
    const auto inputs = state_.inputs(languages_.front(), options_.with_confidential);
    for (reporting::ReviewCase& review : told.reviews)
      if (!shows_recommendations(inputs, review.review, readers())) review.recommendations.clear();
    return told;
  }

  // A report as draw-report made it on the day of its entry from what the journal then knew.
  struct Drawn {
    std::string page;
    ReportLanguage language;
    bool with_confidential;
    std::size_t missing;
  };

  struct SentFile {
    std::string extension;
    std::string bytes;
  };

  void add_reports() {
    const auto sent = sent_files();
    for (const SubmittedReport& one : state_.known->ledger.reviews().submissions()) {
      if (one.party != party()) continue;
      reporting::PackagedReport report{.submitted = one, .submitted_file = {}, .made = {}};
      const auto same = make_again(report);
      report.left_out = reason_to_leave_out(one, same);
      if (!report.left_out) add_submitted(report, same, sent);
      built_.contents.reports.push_back(std::move(report));
    }
  }

  // Adds it in the languages of the package. Gives the one with the hash that was sent, in whatever
  // language, with or without confidential texts; the public one where both are the same.
  std::optional<Drawn> make_again(reporting::PackagedReport& report) {
    const SubmittedReport& one = report.submitted;
    DrawReportOptions options = options_of(one);
    ReportDrawing drawing(options);
    check(drawing.read_statements(), "the statements were read before");
    const auto draw = [&](ReportLanguage language, bool with_confidential) {
      options.report_language = code_of(language);
      options.with_confidential = with_confidential;
      const reporting::OfficialDocument document = drawing.document();
      return Drawn{files::official_html(document, language), language, with_confidential,
                   missing_items(document).size()};
    };
    std::optional<Drawn> same;
    for (const bool with_confidential : {false, true})
      for (const ReportLanguage language : kReportLanguages) {
        Drawn drawn = draw(language, with_confidential);
        if (with_confidential == options_.with_confidential && is_asked(language))
          add_made(report, drawn);
        if (!same && files::sha256_hex(drawn.page) == one.report.sha256) same = std::move(drawn);
      }
    return same;
  }

  bool is_asked(ReportLanguage language) const {
    return std::ranges::find(languages_, language) != languages_.end();
  }

  DrawReportOptions options_of(const SubmittedReport& one) const {
    DrawReportOptions drawn;
    drawn.kind = kDrawn[static_cast<std::size_t>(one.kind)];
    drawn.journal = options_.journal;
    drawn.keys = options_.keys;
    drawn.party = options_.party;
    drawn.statements = options_.statements;
    drawn.date = one.effective.to_string();
    drawn.at_entry = one.entry;
    drawn.approach = one.approach.to_string();
    drawn.first_year = one.first_year.value();
    drawn.last_year = one.last_year.value();
    drawn.language = options_.language;
    return drawn;
  }

  void add_made(reporting::PackagedReport& report, const Drawn& drawn) {
    const SubmittedReport& one = report.submitted;
    reporting::MadeAgain made{.language = drawn.language,
                              .path = fmt::format("reports/{}_{}.{}.html", name_of(one.kind),
                                                  one.entry, code_of(drawn.language)),
                              .sha256 = files::sha256_hex(drawn.page),
                              .is_submitted = false,
                              .missing = drawn.missing};
    made.is_submitted = made.sha256 == one.report.sha256;
    built_.files[made.path] = drawn.page;
    report.made.push_back(std::move(made));
  }

  // What was sent is in a package for everybody only where it is known, or said, to be public.
  std::optional<LeftOut> reason_to_leave_out(const SubmittedReport& sent,
                                             const std::optional<Drawn>& same) const {
    if (options_.with_confidential || (same && !same->with_confidential)) return std::nullopt;
    if (same) return LeftOut::confidential_version;
    if (is_said_public(sent) || withheld_texts(state_.statements).empty()) return std::nullopt;
    return LeftOut::not_known_public;
  }

  bool is_said_public(const SubmittedReport& sent) const {
    return std::ranges::find(options_.submitted_is_public, sent.entry) !=
           options_.submitted_is_public.end();
  }

  void refuse_unknown_entries() const {
    for (const std::uint64_t entry : options_.submitted_is_public)
      if (state_.known->ledger.reviews().find_submission(party(), entry) == nullptr)
        throw files::FileError(fmt::format("--submitted-is-public {}", entry),
                               Words("no report of the Party was recorded in this entry",
                                     "aucun rapport de la Partie n'est enregistré à cette "
                                     "écriture"),
                               Words("name an entry that review-package lists as left out",
                                     "nommez une écriture que review-package dit omise"));
  }

  // The file that was given, or the one made again where reports/ does not have it.
  void add_submitted(reporting::PackagedReport& report, const std::optional<Drawn>& same,
                     const std::map<std::string, SentFile>& sent) {
    const std::string& sha256 = report.submitted.report.sha256;
    const auto found = sent.find(sha256);
    const bool is_made = std::ranges::any_of(report.made, &reporting::MadeAgain::is_submitted);
    if (found == sent.end() && (!same || is_made)) return;
    report.submitted_file = fmt::format("submitted/{}{}", sha256.substr(0, 16),
                                        found != sent.end() ? found->second.extension : ".html");
    built_.files[report.submitted_file] = found != sent.end() ? found->second.bytes : same->page;
  }

  // Files that were given and those of documents/, by hash, where a submission has that hash.
  std::map<std::string, SentFile> sent_files() const {
    std::vector<fs::path> paths(options_.submitted.begin(), options_.submitted.end());
    const fs::path documents = fs::path(options_.statements) / "documents";
    if (fs::is_directory(documents))
      for (const auto& [path, sha256] : hash_folder(documents))
        if (is_submitted(sha256)) paths.push_back(documents / path);
    std::map<std::string, SentFile> files;
    for (const fs::path& path : paths) {
      std::string bytes = read_text(path);
      const std::string sha256 = files::sha256_hex(bytes);
      if (!is_submitted(sha256))
        throw files::FileError(
            path.string(),
            Text({"no report of the Party was recorded with its SHA-256, {}",
                  "aucun rapport de la Partie n'a été enregistré avec son SHA-256, {}"},
                 sha256),
            Words("name the file as it was sent", "nommez le fichier tel qu'il fut envoyé"));
      files[sha256] = {path.extension().string(), std::move(bytes)};
    }
    return files;
  }

  bool is_submitted(const std::string& sha256) const {
    return std::ranges::any_of(state_.known->ledger.reviews().submissions(),
                               [&](const SubmittedReport& one) {
                                 return one.party == party() && one.report.sha256 == sha256;
                               });
  }

  // The last version of each year.
  void add_checks() {
    std::map<CalendarYear, ledger::Recorded<ledger::SubmitAef>> last;
    for (const auto& sent : state_.known->ledger.submissions())
      if (sent.record.party == party()) last.insert_or_assign(sent.record.year, sent);
    for (const auto& [year, sent] : last) {
      reporting::PackagedCheck checked{.sent = sent, .result = {}, .findings = findings_of(sent)};
      for (const auto& result : state_.known->ledger.check_results())
        if (result.record.party == party() && result.record.year == year &&
            result.record.major == sent.record.major && result.record.minor == sent.record.minor)
          checked.result = result;
      built_.contents.checks.push_back(std::move(checked));
    }
  }

  std::vector<std::string> findings_of(const ledger::Recorded<ledger::SubmitAef>& sent) const {
    const auto submission = draw_as_known({.journal = options_.journal,
                                           .keys = keys_,
                                           .party = party(),
                                           .year = sent.record.year,
                                           .version = {sent.record.major, sent.record.minor},
                                           .date = sent.effective,
                                           .entry_count = sent.entry,
                                           .settings = {}});
    std::set<std::string> codes;
    for (const reporting::Finding& one :
         check_submission(submission, reporting::AefProfile::xlsx_checker))
      codes.emplace(text_of(one.rule).code);
    return {codes.begin(), codes.end()};
  }

  void add_pages() {
    for (const ReportLanguage language : languages_) {
      const auto inputs = state_.inputs(language, options_.with_confidential);
      const auto cover = review_package_document(inputs, built_.contents);
      built_.demonstration = cover.demonstration;
      built_.files[fmt::format("index.{}.html", code_of(language))] =
          files::official_html(cover, language);
      for (const reporting::ReviewCase& review : state_.statements.reviews)
        built_.files[fmt::format("reviews/{}.{}.html", review.review, code_of(language))] =
            files::official_html(review_case_document(inputs, review, readers()), language);
    }
  }

  // What the Party states, as it is now: only where the confidential texts in it may be read.
  void add_statements() {
    if (!options_.with_confidential) return;
    const fs::path root = options_.statements;
    const std::string stated = files::statements_path(party());
    built_.files["statements/" + stated] = read_text(root / stated);
    const std::string logs = files::reviews_path(party());
    if (!fs::is_directory(root / logs)) return;
    for (const auto& [path, sha256] : hash_folder(root / logs))
      built_.files[fmt::format("statements/{}/{}", logs, path)] = read_text(root / logs / path);
  }

  const ReviewPackageOptions& options_;
  const ReviewState& state_;
  const journal::LogKeys& keys_;
  std::vector<ReportLanguage> languages_;
  BuiltPackage built_;
};

}  // namespace

std::optional<BuiltPackage> build_package(const ReviewPackageOptions& options) {
  const auto keys = keys_of_journal(options.journal, options.keys);
  const auto state = review_state(options.journal, keys, options.party, options.statements,
                                  options.at_entry, options.date, options.language);
  if (state == nullptr) return std::nullopt;
  return PackageBuilder(options, *state, keys).build();
}

}  // namespace openitmo::cli
