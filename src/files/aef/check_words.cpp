#include "files/aef/check_words.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>

#include "party/demonstration.h"

namespace openitmo::files {

namespace {

using reporting::Finding;
using reporting::FindingEffect;

// Another file with the same submission, which stands for both.
const AefFile* twin(const CheckedFolder& checked, std::size_t file) {
  const auto& own = checked.submissions[file];
  for (std::size_t other = 0; other < checked.files.size(); ++other) {
    const auto& one = checked.submissions[other];
    if (other != file && one.party == own.party && one.reported_year == own.reported_year &&
        one.version == own.version && checked.marks[other])
      return &checked.files[other];
  }
  return nullptr;
}

boost::json::object counts_json(const FindingCounts& counts) {
  return {{"inconsistencies", counts.inconsistencies},
          {"not_available", counts.not_available},
          {"warnings", counts.warnings}};
}

boost::json::object finding_json(const CheckedFolder& checked, const Finding& finding,
                                 Language language) {
  const AefFile& file = checked.files[finding.at.submission];
  boost::json::object json{{"rule", boost::json::string_view(text_of(finding.rule).code)},
                           {"effect", effect_words(finding.effect()).en},
                           {"file", file.path},
                           {"place", place_in(file, finding.at, language)},
                           {"what", what(finding, language)},
                           {"remedy", remedy(finding, language)}};
  if (finding.other) {
    const AefFile& other = checked.files[finding.other->submission];
    json["against_file"] = other.path;
    json["against_place"] = place_in(other, *finding.other, language);
  }
  return json;
}

}  // namespace

Words effect_words(FindingEffect effect) {
  switch (effect) {
    case FindingEffect::inconsistent:
      return {"inconsistency", "incohérence"};
    case FindingEffect::not_available:
      return {"not available", "non disponible"};
    case FindingEffect::warning:
      return {"warning", "avertissement"};
  }
  return {"warning", "avertissement"};
}

Text result_of(const CheckedFolder& checked, std::size_t file) {
  if (const auto& mark = checked.marks[file])
    return Text::name(std::string(reporting::official_words(*mark)));
  if (!checked.files[file].read.has_key)
    return Words("not checked: Table 1 lacks Party, year or version",
                 "non contrôlée : le tableau 1 n'a pas la Partie, l'année ou la version");
  if (const AefFile* same = twin(checked, file))
    return {{"the same submission as {}", "la même soumission que {}"}, same->path};
  return Words("replaced by a later version", "remplacée par une version ultérieure");
}

std::string place_of(const CheckedFolder& checked, const reporting::AefPlace& at,
                     Language language) {
  const AefFile& file = checked.files[at.submission];
  return fmt::format("{}, {}", file.path, place_in(file, at, language));
}

bool is_demonstration(const CheckedFolder& checked) {
  return std::ranges::any_of(checked.submissions, &reporting::AefSubmission::demonstration);
}

std::string check_json(const CheckedFolder& checked, Language language) {
  boost::json::array files, findings, pairs, unreadable;
  const auto counts = counts_by_file(checked);
  for (std::size_t i = 0; i < checked.files.size(); ++i) {
    boost::json::object file{{"file", checked.files[i].path},
                             {"submission", file_stem(checked.submissions[i])},
                             {"profile", name_of(checked.files[i].profile)},
                             {"result", result_of(checked, i).en},
                             {"notices", checked.files[i].notices.to_text(language)}};
    for (auto& member : counts_json(counts[i])) file.insert(member);
    files.push_back(std::move(file));
  }
  for (const PairCounts& pair : counts_by_pair(checked)) {
    boost::json::object json{{"one", pair.one.view()}, {"other", pair.other.view()}};
    for (auto& member : counts_json(pair.counts)) json.insert(member);
    pairs.push_back(std::move(json));
  }
  for (const Finding& finding : checked.findings)
    findings.push_back(finding_json(checked, finding, language));
  for (const Problems& problems : checked.unreadable)
    unreadable.push_back(boost::json::string(problems.to_text(language)));
  boost::json::object document;
  if (is_demonstration(checked)) document["demonstration"] = kDemonstrationLine;
  document["submissions"] = std::move(files);
  document["pairs"] = std::move(pairs);
  document["findings"] = std::move(findings);
  document["unreadable"] = std::move(unreadable);
  return boost::json::serialize(document);
}

}  // namespace openitmo::files
