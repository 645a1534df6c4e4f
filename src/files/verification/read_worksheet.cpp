#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <map>
#include <set>

#include "files/monitoring/row_source.h"
#include "files/monitoring/table.h"
#include "files/verification/worksheet.h"
#include "files/verification/worksheet_words.h"

namespace openitmo::files {

namespace {

using worksheet::Item;
using worksheet::kItems;
using namespace worksheet::read;

constexpr std::int64_t kGrossMaxKg = 60'000;
constexpr std::size_t kHashDigits = 64;
constexpr Words kWhat{"drawn tickets", "tickets tirés"};

// The first columns of the head, as long as its rows name known items.
class HeadReader {
 public:
  explicit HeadReader(const Source& source) : source_(source) {}

  Language language() const { return language_; }

  Read<SampleHead> read() {
    auto rows = open_rows(source_, {"the head of a worksheet", "l'en-tête d'une feuille"}, kHead);
    if (!rows) return std::unexpected(rows.error());
    find_items(**rows);
    SampleHead head;
    head.component = value(Item::component, true);
    head.report = value(Item::report, false);
    head.data_sha256 = value(Item::data, true);
    head.seed = number(Item::seed);
    head.size = number(Item::size);
    const std::string material = value(Item::material, true);
    if (const auto found = find_material(material))
      head.material = *found;
    else if (!material.empty())
      refuse(Item::material,
             {{"{} is no known material", "{} n'est pas une matière connue"}, in_quotes(material)});
    if (!problems_.empty()) return std::unexpected(problems_);
    return head;
  }

 private:
  struct Found {
    std::uint32_t row = 0;
    std::string value;
  };

  void find_items(RowSource& rows) {
    // The head is short; the tickets below name no items.
    constexpr int kRowsMax = 30;
    for (int i = 0; i < kRowsMax && rows.next(); ++i) {
      const std::string name = normal_form(rows.cell(0).text);
      if (name == normal_form(words_of(Item::component).fr)) language_ = Language::fr;
      for (const Item item : kItems)
        if (name == normal_form(words_of(item).en) || name == normal_form(words_of(item).fr))
          found_.try_emplace(item, rows.row(), std::string(rows.cell(1).text));
    }
  }

  std::string value(Item item, bool required) {
    const auto found = found_.find(item);
    if (found != found_.end() && (!required || !found->second.value.empty()))
      return found->second.value;
    if (required || found == found_.end())
      refuse(item, Words("the head of the worksheet does not say it",
                         "l'en-tête de la feuille ne le dit pas"));
    return {};
  }

  std::uint64_t number(Item item) {
    const std::string text = value(item, true);
    std::uint64_t number = 0;
    const char* end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    if (!text.empty() && (error != std::errc() || stopped != end))
      refuse(item, {{"{} is no whole number", "{} n'est pas un nombre entier"}, in_quotes(text)});
    return number;
  }

  void refuse(Item item, Text what) {
    const auto found = found_.find(item);
    problems_.add({.path = source_.path,
                   .row = found == found_.end() ? 0 : found->second.row,
                   .key = std::string(words_of(item).in(language_)),
                   .what = std::move(what),
                   .remedy = Words("leave the head as itmo sample wrote it",
                                   "laissez l'en-tête tel que itmo sample l'a écrit")});
  }

  const Source& source_;
  std::map<Item, Found> found_;
  Language language_ = Language::en;
  Problems problems_;
};

class LineReader {
 public:
  LineReader(MonitoringTable& table, Unfilled unfilled) : table_(table), unfilled_(unfilled) {}

  Read<std::vector<FilledLine>> read() {
    std::vector<FilledLine> lines;
    while (table_.next()) {
      FilledLine line = read_line();
      if (table_.row_is_good()) lines.push_back(std::move(line));
    }
    if (Problems problems = table_.finish(); !problems.empty()) return std::unexpected(problems);
    return lines;
  }

 private:
  FilledLine read_line() {
    FilledLine line{.row = table_.row(), .ticket = std::string(table_.text(kTicket).value_or(""))};
    if (!line.ticket.empty() && !tickets_.insert(line.ticket).second)
      table_.refuse(kTicket,
                    {{"the ticket {} stands twice", "le ticket {} se trouve deux fois"},
                     in_quotes(line.ticket)},
                    Words("remove one of the two rows", "supprimez l'une des deux lignes"));
    line.gross_kg = mass(kGross).value_or(0);
    line.tare_kg = mass(kTare).value_or(0);
    if (!table_.is_empty(kScanHash)) {
      const std::string hash(table_.text(kScanHash).value_or(""));
      if (hash.size() == kHashDigits) line.scan_sha256 = hash;
    }
    if (!table_.is_empty(kRemark)) line.remark = std::string(table_.text(kRemark).value_or(""));
    line.seen = read_seen(line);
    return line;
  }

  std::optional<mrv::verification::Seen> read_seen(const FilledLine& line) {
    if (table_.is_empty(kGrossSeen) && table_.is_empty(kTareSeen)) {
      if (line.remark.empty() && unfilled_ == Unfilled::refused)
        table_.refuse(
            kGrossSeen, Words("nothing is filled in", "rien n'est rempli"),
            Words("write both masses that the scan shows, or in the remark why nobody can see them",
                  "écrivez les deux masses que montre le scan, ou en remarque pourquoi personne ne "
                  "peut les voir"));
      return std::nullopt;
    }
    const auto gross_kg = mass(kGrossSeen), tare_kg = mass(kTareSeen);
    if (!gross_kg || !tare_kg) return std::nullopt;
    if (*gross_kg < *tare_kg)
      table_.refuse(kGrossSeen,
                    {{"the gross mass {} kg is below the tare {} kg",
                      "la masse brute de {} kg est inférieure à la tare de {} kg"},
                     *gross_kg,
                     *tare_kg},
                    Words("look at the scan again", "regardez le scan de nouveau"));
    return mrv::verification::Seen{.gross_kg = static_cast<std::int32_t>(*gross_kg),
                                   .tare_kg = static_cast<std::int32_t>(*tare_kg)};
  }

  std::optional<std::int64_t> mass(std::size_t column) {
    const std::optional<Decimal> number = table_.number(column);
    if (!number) return std::nullopt;
    const auto mass_kg = number->scaled(table_.unit(column) == Unit::t ? 3 : 0);
    if (mass_kg && *mass_kg <= kGrossMaxKg) return mass_kg;
    table_.refuse(column,
                  {{"{} is no mass of a truck in whole kilograms",
                    "{} n'est pas la masse d'un camion en kilogrammes entiers"},
                   table_.shown(column)},
                  Words("write 0 to 60,000 kg", "écrivez de 0 à 60 000 kg"));
    return std::nullopt;
  }

  MonitoringTable& table_;
  Unfilled unfilled_;
  std::set<std::string> tickets_;
};

// Compares a filled worksheet with the sample that its head asks for.
class WorksheetCheck {
 public:
  WorksheetCheck(const FilledWorksheet& filled, const Worksheet& drawn, const std::string& path)
      : filled_(filled), drawn_(drawn), path_(path) {}

  Problems check() {
    if (filled_.head.data_sha256 != drawn_.head.data_sha256) {
      add(0, words_of(Item::data),
          {{"the sample was drawn from the data set {}, the folder now holds {}",
            "l'échantillon vient du jeu de données {}, le dossier contient {}"},
           filled_.head.data_sha256,
           drawn_.head.data_sha256},
          Words("assess the folder that it was drawn from, or draw a new sample",
                "évaluez le dossier dont il vient, ou tirez un nouvel échantillon"));
      return std::move(problems_);
    }
    for (const FilledLine& line : filled_.lines) check_line(line);
    for (const WorksheetLine& line : drawn_.lines)
      if (!seen_.contains(std::string(line.ticket.view())))
        add(0, worksheet::kColumnWords[worksheet::kTicket],
            {{"the ticket {} was drawn and is missing", "le ticket {} fut tiré et manque"},
             in_quotes(line.ticket.view())},
            Words("every drawn ticket stays in the worksheet",
                  "chaque ticket tiré reste dans la feuille"));
    return std::move(problems_);
  }

 private:
  void check_line(const FilledLine& line) {
    using namespace worksheet;
    seen_.insert(line.ticket);
    const auto drawn =
        std::ranges::find(drawn_.lines, std::string_view(line.ticket),
                          [](const WorksheetLine& one) { return one.ticket.view(); });
    if (drawn == drawn_.lines.end())
      return add(
          line.row, kColumnWords[worksheet::kTicket],
          {{"the seed {} does not draw the ticket {}", "la graine {} ne tire pas le ticket {}"},
           drawn_.head.seed,
           in_quotes(line.ticket)},
          Words("no ticket of the sample is exchanged for another",
                "aucun ticket de l'échantillon n'est échangé contre un autre"));
    if (line.gross_kg != drawn->gross_kg || line.tare_kg != drawn->tare_kg)
      add(line.row, kColumnWords[worksheet::kGross],
          {{"the data set records {} kg gross and {} kg tare",
            "le jeu de données enregistre {} kg brut et {} kg de tare"},
           drawn->gross_kg,
           drawn->tare_kg},
          Words("leave these columns as they were; what the scan shows goes into those beside them",
                "laissez ces colonnes telles quelles ; ce que montre le scan va dans celles d'à "
                "côté"));
    if (line.scan_sha256 != drawn->scan.sha256)
      add(line.row, kColumnWords[worksheet::kScanHash],
          {{"the scan {} is not the one of the worksheet",
            "le scan {} n'est pas celui de la feuille"},
           in_quotes(drawn->scan.path)},
          Words("look at the scan that is there now, in a worksheet written anew",
                "regardez le scan actuel, dans une feuille écrite à nouveau"));
  }

  void add(std::uint32_t row, const Words& column, Text what, Text remedy) {
    problems_.add({.path = path_,
                   .row = row,
                   .key = std::string(column.in(filled_.language)),
                   .what = std::move(what),
                   .remedy = std::move(remedy)});
  }

  const FilledWorksheet& filled_;
  const Worksheet& drawn_;
  const std::string& path_;
  std::set<std::string> seen_;
  Problems problems_;
};

}  // namespace

Read<FilledWorksheet> read_worksheet(const Source& source, Unfilled unfilled) {
  HeadReader reader(source);
  Read<SampleHead> head = reader.read();
  if (!head) return std::unexpected(head.error());
  Read<MonitoringTable> table = MonitoringTable::open(source, kWhat, kColumns);
  if (!table) return std::unexpected(table.error());
  Read<std::vector<FilledLine>> lines = LineReader(*table, unfilled).read();
  if (!lines) return std::unexpected(lines.error());
  return FilledWorksheet{
      .language = reader.language(), .head = *std::move(head), .lines = *std::move(lines)};
}

Problems differences(const FilledWorksheet& filled, const Worksheet& drawn,
                     const std::string& path) {
  return WorksheetCheck(filled, drawn, path).check();
}

}  // namespace openitmo::files
