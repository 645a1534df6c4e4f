#include "files/carp/read_returned.h"

#include <algorithm>
#include <map>

#include "files/aef/read_aef.h"
#include "files/carp/marking.h"
#include "files/xlsx/reader.h"

namespace openitmo::files {

namespace {

using ledger::CheckMark;
using reporting::AefPlace;
using reporting::AefTable;

constexpr std::uint8_t kSubmissionResult = 6;
constexpr std::uint8_t kRowResult = 26;

class ReturnedReading {
 public:
  explicit ReturnedReading(const AefFile& file) : file_(file) {}

  Read<ReturnedSubmission> read() {
    const reporting::AefSubmission& sent = file_.read.submission;
    if (!file_.read.has_key)
      refuse({0, AefTable::submission, AefPlace::kWholeTable, 0},
             Words("Party, reported year and version are not all there",
                   "Partie, année déclarée et version n'y sont pas toutes"),
             Words("take the file as the platform gives it",
                   "prenez le fichier tel que la plateforme le donne"));
    ReturnedSubmission returned{.party = sent.party,
                                .year = sent.reported_year,
                                .version = sent.version,
                                .result = submission_result(),
                                .actions = marked_actions()};
    if (!problems_.empty()) return std::unexpected(std::move(problems_));
    return returned;
  }

 private:
  // Nothing where the platform has not filled it.
  std::string_view text_of(const AefPlace& place) const {
    const auto& rows = file_.cells->of(place.table);
    if (place.row >= rows.size()) return {};
    const std::string_view text = rows[place.row][place.field - 1U].text;
    return text == reporting::kCarpPlaceholder ? std::string_view() : text;
  }

  CheckMark submission_result() {
    const AefPlace place{0, AefTable::submission, 0, kSubmissionResult};
    const std::string_view text = text_of(place);
    const auto mark = mark_of<CheckMark>(text);
    if (mark) return *mark;
    if (text.empty())
      refuse(place,
             Words("the platform has not said how the check ended",
                   "la plateforme n'a pas dit l'issue du contrôle"),
             Words("import the file that it gives back after the check",
                   "importez le fichier qu'elle rend après le contrôle"));
    else
      refuse_mark(place, text);
    return {};
  }

  std::vector<MarkedAction> marked_actions() {
    std::map<std::uint32_t, const reporting::ActionRow*> read;  // by row of the file
    const auto& rows = file_.read.rows[static_cast<std::size_t>(AefTable::actions)];
    for (std::size_t i = 0; i < rows.size(); ++i) read[rows[i]] = &file_.read.submission.actions[i];
    std::vector<MarkedAction> marked;
    const auto count = static_cast<std::uint32_t>(file_.cells->of(AefTable::actions).size());
    for (std::uint32_t row = 0; row < count; ++row) {
      const AefPlace place{0, AefTable::actions, row, kRowResult};
      const std::string_view text = text_of(place);
      const auto mark = mark_of<CheckMark>(text);
      if (!mark && !text.empty()) refuse_mark(place, text);
      if (!mark || *mark == CheckMark::consistent) continue;
      const auto found = read.find(row);
      if (found == read.end()) {
        refuse({0, AefTable::actions, row, 0},
               Words("date, action or identifiers of a marked row cannot be read",
                     "la date, l'action ou les identifiants d'une ligne marquée sont illisibles"),
               Words("take the file as the platform gives it",
                     "prenez le fichier tel que la plateforme le donne"));
        continue;
      }
      const reporting::ActionRow& action = *found->second;
      marked.push_back({.place = place_in(file_, place, Language::en),
                        .date = action.date,
                        .type = action.type,
                        .subtype = action.subtype,
                        .units = action.block.range,
                        .result = *mark});
    }
    return marked;
  }

  void refuse_mark(const AefPlace& place, std::string_view text) {
    refuse(place,
           {{"{} is no result of a check", "{} n'est pas l'issue d'un contrôle"}, in_quotes(text)},
           {{"write {}", "écrivez {}"}, official_list<CheckMark>()});
  }
  void refuse(const AefPlace& place, Text what, Text remedy) {
    problems_.add({.path = file_.path,
                   .key = place_in(file_, place, Language::en),
                   .what = std::move(what),
                   .remedy = std::move(remedy)});
  }

  const AefFile& file_;
  Problems problems_;
};

}  // namespace

bool may_be_returned(std::string_view bytes) {
  const auto first = bytes.find_first_not_of(" \t\r\n");
  return is_workbook(bytes) || (first != std::string_view::npos && bytes[first] == '{');
}

Read<ReturnedSubmission> read_returned(const Source& source) {
  const auto file = read_aef(source, {.profile = {}, .keep_cells = true});
  if (!file) return std::unexpected(file.error());
  return ReturnedReading(*file).read();
}

}  // namespace openitmo::files
