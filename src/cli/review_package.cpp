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

using reporting::LeftOut;

// Nobody can hold what was sent against what the journal names.
bool is_unseen(const reporting::PackagedReport& report) {
  return report.left_out != LeftOut::confidential_version && report.submitted_file.empty() &&
         std::ranges::none_of(report.made, &reporting::MadeAgain::is_submitted);
}

Text why_not_there(const reporting::PackagedReport& report) {
  const std::uint64_t entry = report.submitted.entry;
  const std::string& sha256 = report.submitted.report.sha256;
  if (!report.left_out)
    return Text({"  entry {}: the file that was sent is not there (SHA-256 {}); add it with "
                 "--submitted FILE",
                 "  écriture {} : le fichier envoyé n'y est pas (SHA-256 {}) ; ajoutez-le avec "
                 "--submitted FICHIER"},
                entry, sha256);
  switch (*report.left_out) {
    case LeftOut::confidential_version:
      return Text({"  entry {}: it was sent with its confidential texts (SHA-256 {}); that file is "
                   "left out, and stands in a package made with --with-confidential",
                   "  écriture {} : envoyé avec ses textes confidentiels (SHA-256 {}) ; ce fichier "
                   "n'y est pas, il figure dans un dossier fait avec --with-confidential"},
                  entry, sha256);
    case LeftOut::not_known_public:
      return Text({"  entry {0}: the file that was sent (SHA-256 {1}) cannot be made again and may "
                   "hold confidential texts; it is left out. Where it holds none, add "
                   "--submitted-is-public {0}",
                   "  écriture {0} : le fichier envoyé (SHA-256 {1}) ne peut être refait et peut "
                   "contenir des textes confidentiels ; il n'y est pas. S'il n'en contient pas, "
                   "ajoutez --submitted-is-public {0}"},
                  entry, sha256);
  }
  return {};
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
  for (const auto& report : built->contents.reports)
    if (is_unseen(report) || report.left_out) terminal.line(terminal.say(why_not_there(report)));
  terminal.line(
      fmt::format("SHA-256 {} {}", files::sha256_hex(built->files.at(kManifest)), kManifest));
  return std::ranges::any_of(built->contents.reports, is_unseen) ? kRefused : kDone;
}

}  // namespace openitmo::cli
