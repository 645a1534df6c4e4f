#include "cli/package_manifest.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>

#include "files/problem.h"
#include "files/source.h"
#include "reporting/controlled_values.h"

namespace openitmo::cli {

namespace {

namespace json = boost::json;
using ledger::ReportKind;

constexpr std::string_view kFormat = "openitmo review package 1";

// Objects and arrays over several lines, so that people and diffs can read it.
void write(std::string& out, const json::value& value, std::size_t depth) {
  const std::string indent(2 * depth + 2, ' ');
  const auto list = [&](char open, char close, const auto& items, const auto& item) {
    out += open;
    bool first = true;
    for (const auto& one : items) {
      out += first ? "\n" : ",\n";
      out += indent;
      first = false;
      item(one);
    }
    if (!first) out += fmt::format("\n{}", std::string(2 * depth, ' '));
    out += close;
  };
  if (const auto* object = value.if_object())
    list('{', '}', *object, [&](const json::key_value_pair& one) {
      out += fmt::format("{}: ", json::serialize(json::value(one.key())));
      write(out, one.value(), depth + 1);
    });
  else if (const auto* array = value.if_array())
    list('[', ']', *array, [&](const json::value& one) { write(out, one, depth + 1); });
  else
    out += json::serialize(value);
}

json::object submission_json(const reporting::PackagedReport& report) {
  const ledger::SubmittedReport& one = report.submitted;
  json::object object{{"kind", name_of(one.kind)},
                      {"entry", one.entry},
                      {"effective_date", one.effective.to_string()},
                      {"reference", one.report.reference},
                      {"sha256", one.report.sha256}};
  if (one.kind == ReportKind::regular_information) {
    object["first_year"] = one.first_year.value();
    object["last_year"] = one.last_year.value();
  } else {
    object["approach"] = one.approach.view();
  }
  if (!report.submitted_file.empty()) object["submitted_file"] = report.submitted_file;
  if (report.left_out) object["submitted_file_left_out"] = name_of(*report.left_out);
  json::array made;
  for (const reporting::MadeAgain& again : report.made)
    made.push_back(json::object{{"file", again.path},
                                {"is_submitted", again.is_submitted},
                                {"missing_parts", again.missing}});
  object["made_again"] = std::move(made);
  return object;
}

json::object check_json(const reporting::PackagedCheck& checked) {
  const ledger::SubmitAef& sent = checked.sent.record;
  json::object object{{"year", sent.year.value()},
                      {"version", fmt::format("{}.{}", sent.major, sent.minor)},
                      {"entry", checked.sent.entry},
                      {"findings", json::value_from(checked.findings)}};
  if (checked.result) {
    object["result"] = reporting::official_words(checked.result->record.result);
    object["result_entry"] = checked.result->entry;
    json::array rows;
    for (const ledger::CheckedRow& one : checked.result->record.rows)
      rows.push_back(json::object{{"row", one.row}, {"result", name_of(one.result)}});
    if (!rows.empty()) object["result_rows"] = std::move(rows);
  }
  return object;
}

json::array recommendations_json(const ReviewState& state) {
  json::array list;
  const ReportState& known = *state.known;
  for (const auto* one : known.ledger.reviews().recommendations_of(known.accounts.party))
    list.push_back(json::object{{"id", one->id()},
                                {"review", one->listings.back().review},
                                {"paragraph", one->listings.back().record.paragraph},
                                {"entry", one->listings.back().entry},
                                {"state", name_of(one->state())}});
  return list;
}

json::array withheld_json(const reporting::ReviewPackage& package) {
  json::array list;
  for (const reporting::WithheldText& one : package.withheld)
    list.push_back(json::object{
        {"paragraph", one.paragraph},
        {"approach", one.approach.view()},
        {"basis", json::object{{"en", one.basis.en}, {"fr", one.basis.fr}, {"es", one.basis.es}}}});
  return list;
}

json::object parsed(const std::string& path, const std::string& text) {
  json::error_code error;
  const json::value value = json::parse(text, error);
  const json::object* object = error ? nullptr : value.if_object();
  const json::value* format = object == nullptr ? nullptr : object->if_contains("format");
  if (format == nullptr || format->if_string() == nullptr || format->as_string() != kFormat)
    throw files::FileError(path,
                           Words("this is no manifest of a review package",
                                 "ce n'est pas le manifeste d'un dossier d'examen"),
                           Words("name the folder that itmo review-package wrote",
                                 "nommez le dossier qu'itmo review-package a écrit"));
  return *object;
}

[[noreturn]] void refuse_value(const std::string& path, const Text& what) {
  throw files::FileError(
      path, what,
      Words("take the manifest as it was written", "prenez le manifeste tel qu'il fut écrit"));
}

// A value of the manifest; one that is missing or of another type makes it no manifest.
template <class T>
T value_in(const json::object& object, std::string_view key, const std::string& path) {
  const json::value* value = object.if_contains(key);
  if (value != nullptr)
    if (auto read = json::try_value_to<T>(*value)) return *std::move(read);
  refuse_value(
      path,
      Text({"\"{}\" is missing or of another type", "« {} » manque ou est d'un autre type"}, key));
}

bool is_language(const std::string& code) {
  return std::ranges::any_of(kReportLanguages,
                             [&](ReportLanguage one) { return code == code_of(one); });
}

}  // namespace

std::string manifest_text(const ManifestInputs& inputs) {
  const reporting::ReviewPackage& package = inputs.package.contents;
  json::array languages, submissions, checks;
  for (const ReportLanguage one : inputs.languages) languages.push_back(json::value(code_of(one)));
  for (const auto& one : package.reports) submissions.push_back(submission_json(one));
  for (const auto& one : package.checks) checks.push_back(check_json(one));
  json::object hashes;
  for (const auto& [path, bytes] : inputs.package.files) hashes[path] = files::sha256_hex(bytes);
  const json::object manifest{
      {"format", kFormat},
      {"demonstration", inputs.package.demonstration},
      {"party", inputs.options.party},
      {"journal", package.origin},
      {"entries", package.tree_size},
      {"root_sha256", package.root_sha256},
      {"date", inputs.state.date.to_string()},
      {"languages", std::move(languages)},
      {"with_confidential", inputs.options.with_confidential},
      {"submitted_is_public", json::value_from(inputs.options.submitted_is_public)},
      {"submissions", std::move(submissions)},
      {"consistency_checks", std::move(checks)},
      {"recommendations", recommendations_json(inputs.state)},
      {"confidential", withheld_json(package)},
      {"files", std::move(hashes)}};
  std::string text;
  write(text, manifest, 0);
  return text + "\n";
}

ReviewPackageOptions options_of_manifest(const std::string& path, const std::string& text) {
  const json::object manifest = parsed(path, text);
  ReviewPackageOptions options;
  options.party = value_in<std::string>(manifest, "party", path);
  options.date = value_in<std::string>(manifest, "date", path);
  options.at_entry = value_in<std::uint64_t>(manifest, "entries", path);
  options.report_languages = value_in<std::vector<std::string>>(manifest, "languages", path);
  options.with_confidential = value_in<bool>(manifest, "with_confidential", path);
  options.submitted_is_public =
      value_in<std::vector<std::uint64_t>>(manifest, "submitted_is_public", path);
  if (options.at_entry == 0)
    refuse_value(path, Words("\"entries\" is 0: no package is made of nothing",
                             "« entries » vaut 0 : aucun dossier n'est fait de rien"));
  if (options.report_languages.empty() ||
      !std::ranges::all_of(options.report_languages, is_language))
    refuse_value(path, Words("\"languages\" has something else than en, fr and es, or nothing",
                             "« languages » contient autre chose que en, fr et es, ou rien"));
  return options;
}

std::string root_of_manifest(const std::string& path, const std::string& text) {
  return value_in<std::string>(parsed(path, text), "root_sha256", path);
}

std::map<std::string, std::string> hashes_of_manifest(const std::string& path,
                                                      const std::string& text) {
  return value_in<std::map<std::string, std::string>>(parsed(path, text), "files", path);
}

}  // namespace openitmo::cli
