#include <algorithm>
#include <fmt/format.h>

#include "cli/aef_commands.h"
#include "cli/aef_files.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "reporting/aef_difference.h"
#include "reporting/old_layout.h"

namespace openitmo::cli {

namespace {

using reporting::AefProfile;
using reporting::Finding;

// Another profile spells the meaning of each row: one that was not read would be lost.
void require_all_rows(const files::AefFile& file, const std::string& path) {
  const auto lost =
      std::ranges::find(file.read.findings, reporting::CheckRule::row_not_read, &Finding::rule);
  if (lost == file.read.findings.end()) return;
  throw files::FileError(
      path,
      Text({"{}: {}", "{} : {}"},
           Text::of(place_in(file, lost->at, Language::en), place_in(file, lost->at, Language::fr)),
           Text::of(what(*lost, Language::en), what(*lost, Language::fr))),
      Text::of(remedy(*lost, Language::en), remedy(*lost, Language::fr)));
}

// A profile may lack what another says, such as years of use: told, as it is no longer there.
void tell_lost(const files::AefFile& file, AefProfile profile, Language language) {
  reporting::SubmissionReading reading(profile);
  const auto cells = render(file.read.submission, profile);
  for (std::size_t i = 0; i < reporting::kAefTableCount; ++i)
    for (const auto& row : cells.tables[i]) reading.add(static_cast<reporting::AefTable>(i), row);
  const auto back = render(reading.finish().submission, file.profile);
  for (const auto& lost : differences(render(file.read.submission, file.profile), back))
    for (const std::uint8_t field : lost.fields)
      fmt::print(stderr, "{}\n",
                 Text({"{}: profile {} does not carry all of it",
                       "{} : le profil {} ne le porte pas en entier"},
                      place_in(file, {0, lost.table, lost.before.value_or(0), field}, language),
                      name_of(profile))
                     .in(language));
}

}  // namespace

int convert_aef(const ConvertAefOptions& options) {
  Terminal terminal(options.language);
  const files::AefFile file = read_aef_file(options.file);
  const AefProfile profile = options.profile.empty()
                                 ? file.profile
                                 : parse_enum<AefProfile>(options.profile).value_or(file.profile);
  if (profile == file.profile) {
    write_aef(rows_of(*file.cells), profile, options.output);
  } else {
    require_all_rows(file, options.file);
    tell_lost(file, profile, options.language);
    auto cells = render(file.read.submission, profile);
    if (file.layout == reporting::AefLayout::cma4) clear_not_carried(cells);
    write_aef(rows_of(cells), profile, options.output);
  }
  fmt::print(stderr, "{}", file.notices.to_text(options.language));
  terminal.line(terminal.say(
      Text({"{}: {} actions, {} holdings, profile {}", "{} : {} actions, {} détentions, profil {}"},
           options.output, file.read.submission.actions.size(),
           file.read.submission.holdings.size(), name_of(profile))));
  return kDone;
}

}  // namespace openitmo::cli
