#include <algorithm>
#include <boost/json.hpp>
#include <filesystem>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/on_threads.h"
#include "cli/terminal.h"
#include "files/aef/check_folder.h"

namespace openitmo::cli {

namespace {

using files::CheckedFolder;
using reporting::CheckMark;
using reporting::Finding;
using reporting::FindingEffect;

constexpr std::size_t kFindingsMax = 50;

std::string_view effect_word(FindingEffect effect, Language language) {
  switch (effect) {
    case FindingEffect::inconsistent:
      return Words("inconsistency", "incohérence").in(language);
    case FindingEffect::not_available:
      return Words("not available", "non disponible").in(language);
    case FindingEffect::warning:
      return Words("warning", "avertissement").in(language);
  }
  return {};
}

std::string place_text(const CheckedFolder& checked, const reporting::AefPlace& at,
                       Language language) {
  const files::AefFile& file = checked.files[at.submission];
  return fmt::format("{}, {}", file.path, place_in(file, at, language));
}

std::string mark_text(const CheckedFolder& checked, std::size_t file, Language language) {
  if (const auto& mark = checked.marks[file]) return std::string(official_words(*mark));
  if (!checked.files[file].read.has_key)
    return std::string(
        Words("not checked: Table 1 lacks Party, year or version",
              "non contrôlée : le tableau 1 n'a pas la Partie, l'année ou la version")
            .in(language));
  return std::string(
      Words("replaced by a later version", "remplacée par une version ultérieure").in(language));
}

void show_files(Terminal& terminal, const CheckedFolder& checked) {
  const auto say = [&](const Words& words) { return std::string(terminal.say(words)); };
  const auto counts = counts_by_file(checked);
  std::vector<std::vector<std::string>> rows{
      {say({"file", "fichier"}), say({"submission", "soumission"}),
       say({"inconsistencies", "incohérences"}), say({"not available", "non disponible"}),
       say({"warnings", "avertissements"}), say({"result", "résultat"})}};
  for (std::size_t i = 0; i < checked.files.size(); ++i)
    rows.push_back(
        {checked.files[i].path, file_stem(checked.submissions[i]),
         fmt::format("{}", counts[i].inconsistencies), fmt::format("{}", counts[i].not_available),
         fmt::format("{}", counts[i].warnings), mark_text(checked, i, terminal.language())});
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
      "{} {}, {}{}{}{}{}", text_of(finding.rule).code, effect_word(finding.effect(), language),
      place_text(checked, finding.at, language), colon(language), what(finding, language),
      semicolon(language), remedy(finding, language)));
  if (finding.other)
    terminal.line(fmt::format("     {} {}", terminal.say(Words("against", "contre")),
                              place_text(checked, *finding.other, language)));
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

boost::json::object finding_json(const CheckedFolder& checked, const Finding& finding,
                                 Language language) {
  const files::AefFile& file = checked.files[finding.at.submission];
  boost::json::object json{{"rule", boost::json::string_view(text_of(finding.rule).code)},
                           {"effect", effect_word(finding.effect(), Language::en)},
                           {"file", file.path},
                           {"place", place_in(file, finding.at, language)},
                           {"what", what(finding, language)},
                           {"remedy", remedy(finding, language)}};
  if (finding.other) {
    const files::AefFile& other = checked.files[finding.other->submission];
    json["against_file"] = other.path;
    json["against_place"] = place_in(other, *finding.other, language);
  }
  return json;
}

std::string json_of(const CheckedFolder& checked, Language language) {
  boost::json::array files, findings, pairs, unreadable;
  const auto counts = counts_by_file(checked);
  for (std::size_t i = 0; i < checked.files.size(); ++i)
    files.push_back({{"file", checked.files[i].path},
                     {"submission", file_stem(checked.submissions[i])},
                     {"profile", name_of(checked.files[i].profile)},
                     {"result", mark_text(checked, i, Language::en)},
                     {"inconsistencies", counts[i].inconsistencies},
                     {"not_available", counts[i].not_available},
                     {"warnings", counts[i].warnings},
                     {"notices", checked.files[i].notices.to_text(language)}});
  for (const auto& pair : counts_by_pair(checked))
    pairs.push_back({{"one", pair.one.view()},
                     {"other", pair.other.view()},
                     {"inconsistencies", pair.counts.inconsistencies},
                     {"not_available", pair.counts.not_available},
                     {"warnings", pair.counts.warnings}});
  for (const Finding& finding : checked.findings)
    findings.push_back(finding_json(checked, finding, language));
  for (const auto& problems : checked.unreadable)
    unreadable.push_back(boost::json::string(problems.to_text(language)));
  return boost::json::serialize(boost::json::object{{"submissions", std::move(files)},
                                                    {"pairs", std::move(pairs)},
                                                    {"findings", std::move(findings)},
                                                    {"unreadable", std::move(unreadable)}});
}

bool is_good(const CheckedFolder& checked) {
  return checked.unreadable.empty() &&
         std::ranges::none_of(checked.findings, [](const Finding& finding) {
           return finding.effect() == FindingEffect::inconsistent;
         });
}

void show(Terminal& terminal, const CheckedFolder& checked, const CheckAefOptions& options) {
  show_files(terminal, checked);
  show_pairs(terminal, checked);
  show_notices(terminal, checked);
  show_findings(terminal, checked,
                options.lines_max == 0 ? kFindingsMax : std::size_t{options.lines_max});
}

int check(const CheckAefOptions& options, files::CheckReach reach) {
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
    terminal.line(json_of(*checked, options.language));
  else
    show(terminal, *checked, options);
  return is_good(*checked) ? kDone : kRefused;
}

}  // namespace

int check_aef(const CheckAefOptions& options) { return check(options, files::CheckReach::each); }

int check_submissions(const CheckAefOptions& options) {
  return check(options, files::CheckReach::across);
}

}  // namespace openitmo::cli
