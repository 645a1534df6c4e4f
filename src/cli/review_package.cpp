#include <algorithm>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/package_build.h"
#include "cli/terminal.h"
#include "files/output.h"
#include "files/source.h"
#include "party/demonstration.h"

namespace openitmo::cli {

namespace {

// Nobody can hold what was sent against what the journal names.
bool is_unseen(const reporting::PackagedReport& report) {
  return report.submitted_file.empty() &&
         std::ranges::none_of(report.made, &reporting::MadeAgain::is_submitted);
}

}  // namespace

int review_package(const ReviewPackageOptions& options) {
  const auto built = build_package(options);
  if (!built) return kCannot;
  files::OutputFolder output(options.output);
  const auto readers = options.with_confidential ? files::Readers::owner : files::Readers::by_umask;
  for (const auto& [path, bytes] : built->files) output.write(path, bytes, readers);
  output.commit();

  Terminal terminal(options.language);
  if (built->demonstration) terminal.banner(terminal.say(words::kDemonstration));
  terminal.line(terminal.say(
      Text({"{}: {} files, frozen at {} entries", "{} : {} fichiers, arrêté à {} écritures"},
           options.output, built->files.size(), built->contents.tree_size)));
  bool any_unseen = false;
  for (const auto& report : built->contents.reports) {
    if (!is_unseen(report)) continue;
    any_unseen = true;
    terminal.line(terminal.say(
        Text({"  entry {}: the file that was sent is not there (SHA-256 {}); add it with "
              "--submitted FILE",
              "  écriture {} : le fichier envoyé n'y est pas (SHA-256 {}) ; ajoutez-le avec "
              "--submitted FICHIER"},
             report.submitted.entry, report.submitted.report.sha256)));
  }
  terminal.line(
      fmt::format("SHA-256 {} {}", files::sha256_hex(built->files.at(kManifest)), kManifest));
  return any_unseen ? kRefused : kDone;
}

}  // namespace openitmo::cli
