#include "cli/check_files.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/on_threads.h"
#include "cli/terminal.h"
#include "files/aef/check_words.h"
#include "files/html/check_html.h"
#include "files/output.h"
#include "files/xlsx/check_workbook.h"

namespace openitmo::cli {

namespace {

using files::CheckedFolder;
using reporting::Finding;
using reporting::FindingEffect;

constexpr std::size_t kFindingsMax = 50;

void show_files(Terminal& terminal, const CheckedFolder& checked) {
  const auto say = [&](const Words& words) { return std::string(terminal.say(words)); };
  const auto counts = counts_by_file(checked);
  std::vector<std::vector<std::string>> rows{
      {say({"file", "fichier"}), say({"submission", "soumission"}),
       say({"inconsistencies", "incohérences"}), say({"not available", "non disponible"}),
       say({"warnings", "avertissements"}), say({"result", "résultat"})}};
  for (std::size_t i = 0; i < checked.files.size(); ++i)
    rows.push_back({checked.files[i].path, file_stem(checked.submissions[i]),
                    fmt::format("{}", counts[i].inconsistencies),
                    fmt::format("{}", counts[i].not_available),
                    fmt::format("{}", counts[i].warnings), terminal.say(result_of(checked, i))});
  terminal.table(rows, {false, false, true, true, true, false});
}

void show_pairs(Terminal& terminal, const CheckedFolder& checked) {
  const auto pairs = counts_by_pair(checked);
  if (pairs.empty()) return;
  const auto say = [&](const Words& words) { return std::string(terminal.say(words)); };
  std::vector<std::vector<std::string>> rows{
      {say({"between", "entre"}), say({"inconsistencies", "incohérences"}),
       say({"not available", "non disponible"}), say({"warnings", "avertissements"})}};
  for (const auto& pair : pairs)
    rows.push_back({fmt::format("{} {}", pair.one.view(), pair.other.view()),
                    fmt::format("{}", pair.counts.inconsistencies),
                    fmt::format("{}", pair.counts.not_available),
                    fmt::format("{}", pair.counts.warnings)});
  terminal.line("");
  terminal.table(rows);
}

void show_finding(Terminal& terminal, const CheckedFolder& checked, const Finding& finding) {
  const Language language = terminal.language();
  terminal.line(fmt::format(
      "{} {}, {}{}{}{}{}", text_of(finding.rule).code,
      files::effect_words(finding.effect()).in(language), place_of(checked, finding.at, language),
      colon(language), what(finding, language), semicolon(language), remedy(finding, language)));
  if (finding.other)
    terminal.line(fmt::format("     {} {}", terminal.say(Words("against", "contre")),
                              place_of(checked, *finding.other, language)));
}

void show_findings(Terminal& terminal, const CheckedFolder& checked, std::size_t lines_max) {
  if (checked.findings.empty()) return;
  terminal.line("");
  const std::size_t shown = std::min(checked.findings.size(), lines_max);
  for (std::size_t i = 0; i < shown; ++i) show_finding(terminal, checked, checked.findings[i]);
  if (shown < checked.findings.size())
    terminal.line(terminal.say(Text({"and {} more findings; --lines shows more, --json all",
                                     "et {} autres constats ; --lines en montre plus, --json tous"},
                                    checked.findings.size() - shown)));
}

void show_notices(Terminal& terminal, const CheckedFolder& checked) {
  for (const files::AefFile& file : checked.files)
    if (!file.notices.empty()) fmt::print("{}", file.notices.to_text(terminal.language()));
}

bool is_good(const CheckedFolder& checked) {
  return checked.unreadable.empty() &&
         std::ranges::none_of(checked.findings, [](const Finding& finding) {
           return finding.effect() == FindingEffect::inconsistent;
         });
}

void show(Terminal& terminal, const CheckedFolder& checked, const CheckAefOptions& options) {
  if (is_demonstration(checked)) terminal.banner(terminal.say(words::kDemonstration));
  show_files(terminal, checked);
  show_pairs(terminal, checked);
  show_notices(terminal, checked);
  show_findings(terminal, checked,
                options.lines_max == 0 ? kFindingsMax : std::size_t{options.lines_max});
}

void write_reports(Terminal& terminal, const CheckedFolder& checked, const std::string& target) {
  files::OutputFolder output(target);
  output.write("report.en.html", files::check_html(checked, Language::en));
  output.write("report.fr.html", files::check_html(checked, Language::fr));
  output.write("findings.json", files::check_json(checked, Language::en));
  files::write_check_workbook(checked, output.path_of("findings.xlsx"), terminal.language());
  output.commit();
  terminal.line("");
  for (const char* name : {"report.en.html", "report.fr.html", "findings.json", "findings.xlsx"})
    terminal.line(fmt::format("  {}", (std::filesystem::path(target) / name).string()));
}

}  // namespace

int check_files(const CheckAefOptions& options, files::CheckReach reach) {
  Terminal terminal(options.language);
  files::ReadAefOptions reading;
  if (!options.profile.empty())
    reading.profile = parse_enum<reporting::AefProfile>(options.profile);
  const auto checked = files::check_folder(options.path, reading, reach, on_threads(0));
  if (!checked) {
    fmt::print(stderr, "{}", checked.error().to_text(options.language));
    return kCannot;
  }
  for (const auto& problems : checked->unreadable)
    fmt::print(stderr, "{}", problems.to_text(options.language));
  if (options.json)
    terminal.line(check_json(*checked, options.language));
  else
    show(terminal, *checked, options);
  if (!options.output.empty()) write_reports(terminal, *checked, options.output);
  return is_good(*checked) ? kDone : kRefused;
}

}  // namespace openitmo::cli
