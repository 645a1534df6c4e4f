#include "files/programme/review_cases.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "files/programme/field_values.h"
#include "reporting/outline.h"

namespace openitmo::files {

namespace {

namespace fs = std::filesystem;
using reporting::ReviewAnswer;
using reporting::ReviewCase;
using reporting::ReviewedRecommendation;
using reporting::ReviewQuestion;

// 2/CMA.3 annex paras 20 and 23: figures, of which the outlines ask for no text.
constexpr std::string_view kFigureParagraphs[] = {
    "20",    "20(a)", "20(b)", "23",    "23(a)", "23(b)", "23(c)",    "23(d)",     "23(e)",
    "23(f)", "23(g)", "23(h)", "23(i)", "23(j)", "23(k)", "23(k)(i)", "23(k)(ii)", "23(l)"};

// What a question or recommendation may be about: the paragraphs of both outlines, and figures.
const std::vector<std::string_view>& reviewed_paragraphs() {
  static const std::vector<std::string_view> kKnown = [] {
    std::vector<std::string_view> known;
    const auto add = [&](std::string_view paragraph) {
      if (!paragraph.empty() && std::ranges::find(known, paragraph) == known.end())
        known.push_back(paragraph);
    };
    for (const auto outline :
         {reporting::initial_report_outline(), reporting::regular_information_outline()})
      for (const reporting::OutlineItem& item : outline) add(item.paragraph);
    for (const std::string_view paragraph : kFigureParagraphs) add(paragraph);
    return known;
  }();
  return kKnown;
}

class LogReader {
 public:
  LogReader(ProgrammeFolder& folder, const TomlTable& root, PartyId party)
      : folder_(folder), root_(root) {
    review_.party = party;
  }

  ReviewCase read() {
    if (root_.string("party") != review_.party.view())
      root_.refuse(
          "party", Words("the file is another Party's", "le fichier est d'une autre Partie"),
          Text({"write \"{}\", or move the file", "écrivez « {} », ou déplacez le fichier"},
               review_.party.view()));
    review_.review = read_id(root_, "review");
    review_.basis = read_enum<Basis>(root_, "basis");
    review_.source = review_.basis == Basis::fictitious
                         ? root_.optional_string("source").value_or("")
                         : root_.string("source");
    read_form();
    read_days();
    review_.draft = folder_.document(root_, "draft", false);
    review_.final_report = folder_.document(root_, "final_report", false);
    for (const TomlTable& table : root_.optional_tables("question")) add_question(table);
    for (const TomlTable& table : root_.optional_tables("recommendation"))
      add_recommendation(table);
    return std::move(review_);
  }

 private:
  void read_form() {
    review_.form = read_enum<reporting::ReviewForm>(root_, "form");
    for (const std::string& word : root_.optional_strings("centralized_because")) {
      const auto reason = parse_enum<reporting::CentralizedReason>(word);
      if (reason)
        review_.reasons.push_back(*reason);
      else
        root_.refuse("centralized_because",
                     Text({"\"{}\" is no reason", "« {} » n'est pas un motif"}, word),
                     Words("write first_btr, ndc_achievement or simultaneous",
                           "écrivez first_btr, ndc_achievement ou simultaneous"));
    }
    if (!review_.reasons.empty() && review_.form == reporting::ReviewForm::desk)
      root_.refuse("form",
                   Words("for these reasons a review is centralized (6/CMA.4 annex II para 17)",
                         "pour ces motifs un examen est centralisé (6/CMA.4 annexe II par. 17)"),
                   Words("write \"centralized\", or leave centralized_because out",
                         "écrivez « centralized », ou omettez centralized_because"));
  }

  void read_days() {
    const TomlTable days = root_.table("days");
    review_.days = {.week = days.date("week"),
                    .btr_week = days.optional_date("btr_week"),
                    .dates_agreed = days.optional_date("dates_agreed"),
                    .team_composed = days.optional_date("team_composed"),
                    .draft_received = days.optional_date("draft_received"),
                    .comments_sent = days.optional_date("comments_sent"),
                    .final_report = days.optional_date("final_report"),
                    .published = days.optional_date("published")};
    const std::pair<std::string_view, std::optional<Date>> order[] = {
        {"dates_agreed", review_.days.dates_agreed},
        {"draft_received", review_.days.draft_received},
        {"comments_sent", review_.days.comments_sent},
        {"final_report", review_.days.final_report},
        {"published", review_.days.published}};
    std::pair<std::string_view, std::optional<Date>> before{};
    for (const auto& step : order) {
      if (!step.second) continue;
      if (before.second && *step.second < *before.second)
        refuse_order(days, step.first, before.first, *before.second);
      before = step;
    }
  }

  static void refuse_order(const TomlTable& table, std::string_view key, std::string_view before,
                           Date day) {
    table.refuse(key, Text({"it is before {}, {}", "il est avant {}, {}"}, before, day.to_string()),
                 Words("give the days as they came", "indiquez les jours tels qu'ils vinrent"));
  }

  void add_question(const TomlTable& table) {
    ReviewQuestion question{.id = read_id(table, "id"),
                            .asked = table.date("asked"),
                            .paragraph = table.choice("paragraph", reviewed_paragraphs()),
                            .approach = {},
                            .text = read_report_text(table, "text"),
                            .answer = {}};
    const auto& published = review_.days.published;
    if (published && question.asked > *published)
      table.refuse(
          "asked",
          Text({"it is after published, {}", "il est après published, {}"}, published->to_string()),
          Words("nothing is asked once the report is public",
                "plus rien n'est demandé une fois le rapport public"));
    if (table.has("approach"))
      question.approach = code_of<6, kApproachPattern>(table, "approach", table.string("approach"));
    if (const auto answer = table.optional_table("answer")) {
      question.answer = read_answer(*answer);
      question.answer->given = answer->date("given");
      if (question.answer->given < question.asked)
        refuse_order(*answer, "given", "asked", question.asked);
    }
    refuse_second(table, question.id, question_ids_);
    review_.questions.push_back(std::move(question));
  }

  void add_recommendation(const TomlTable& table) {
    ReviewedRecommendation recommendation{
        .id = read_id(table, "id"),
        .paragraph = table.choice("paragraph", reviewed_paragraphs()),
        .text = read_report_text(table, "text"),
        .response = {}};
    if (const auto response = table.optional_table("response"))
      recommendation.response = {.done = response->boolean("done"),
                                 .answer = read_answer(*response)};
    refuse_second(table, recommendation.id, recommendation_ids_);
    review_.recommendations.push_back(std::move(recommendation));
  }

  ReviewAnswer read_answer(const TomlTable& table) {
    ReviewAnswer answer;
    answer.text = read_report_text(table, "text");
    if (table.has("confidential")) answer.confidential = read_report_text(table, "confidential");
    answer.evidence = folder_.document(table, "evidence", false);
    return answer;
  }

  static void refuse_second(const TomlTable& table, const std::string& id,
                            std::set<std::string>& known) {
    if (id.empty() || known.insert(id).second) return;
    table.refuse("id", Text({"{} stands there twice", "{} figure deux fois"}, id),
                 Words("give each its own code", "donnez à chacun son code"));
  }

  ProgrammeFolder& folder_;
  const TomlTable& root_;
  ReviewCase review_;
  std::set<std::string> question_ids_;
  std::set<std::string> recommendation_ids_;
};

// File names in order; none where the Party has no such folder.
std::vector<std::string> log_files(const fs::path& root, PartyId party) {
  std::vector<std::string> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(root / reviews_path(party), error))
    if (entry.path().extension() == ".toml")
      files.push_back(fmt::format("{}/{}", reviews_path(party), entry.path().filename().string()));
  std::ranges::sort(files);
  return files;
}

}  // namespace

std::string reviews_path(PartyId party) { return fmt::format("parties/{}/reviews", party.view()); }

ReportText read_report_text(const TomlTable& table, std::string_view key) {
  const TomlTable text = table.table(key);
  ReportText read = ReportText::of(text.optional_string("en").value_or(""),
                                   text.optional_string("fr").value_or(""),
                                   text.optional_string("es").value_or(""));
  if (read.empty() && table.has(key))
    table.refuse(
        key, Words("it stands in no language", "il n'est dans aucune langue"),
        Words("give one or more of en, fr and es", "donnez un ou plusieurs de en, fr, es"));
  return read;
}

std::vector<ReviewCase> read_review_cases(ProgrammeFolder& folder, const fs::path& root,
                                          PartyId party) {
  std::vector<ReviewCase> reviews;
  for (const std::string& path : log_files(root, party)) {
    const auto table = folder.open_first(path);
    if (!table) continue;
    ReviewCase review = LogReader(folder, *table, party).read();
    if (std::ranges::find(reviews, review.review, &ReviewCase::review) != reviews.end())
      table->refuse(
          "review",
          Text({"another file has review {}", "un autre fichier a l'examen {}"}, review.review),
          Words("keep one file for each review", "gardez un fichier par examen"));
    reviews.push_back(std::move(review));
  }
  std::ranges::stable_sort(reviews, {}, [](const ReviewCase& one) { return one.days.week; });
  return reviews;
}

}  // namespace openitmo::files
