#include "cli/read_acts.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fmt/format.h>

#include "cli/run_folder.h"
#include "files/csv/reader.h"
#include "files/source.h"
#include "files/xlsx/reader.h"
#include "registry/act_shape.h"
#include "registry/request_lines.h"
#include "registry/request_texts.h"

namespace openitmo::cli {

namespace {

using registry::GivenText;

constexpr std::string_view kCommonKeys[] = {"act", "command_id", "effective_date", "actor"};
constexpr std::size_t kProgressEvery = 1'000;

class Reader {
 public:
  explicit Reader(Terminal& terminal) : terminal_(terminal), now_(recording_time()) {}

  void add(registry::Request request, std::size_t line) {
    request.envelope.recorded_at = now_;
    file.requests.push_back(std::move(request));
    file.lines.push_back(line);
  }
  void refuse(std::size_t line, std::size_t column, std::string key, Text text) {
    file.wrong.push_back({line, column, std::move(key), std::move(text)});
  }
  void progress(std::size_t done, std::size_t total) {
    if (done % kProgressEvery == 0) terminal_.progress(done, total);
  }

  ActFile file;

 private:
  Terminal& terminal_;
  Instant now_;
};

void read_lines(const std::string& text, Reader& reader) {
  const auto total = static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1;
  std::size_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = std::string_view(text).substr(at, end - at);
    at = end + 1;
    reader.progress(++number, total);
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    if (auto request = registry::parse_act_line(line))
      reader.add(*std::move(request), number);
    else
      reader.refuse(number, 0, "", request.error());
  }
}

// A table of acts: its header, then an act a row.
class Table {
 public:
  Table(std::string_view text, std::string act, std::filesystem::path folder, Reader& reader)
      : rows_(text, separator_of(text)),
        total_(static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1),
        act_(std::move(act)),
        folder_(std::move(folder)),
        reader_(reader) {}

  void read() {
    if (!read_header()) return;
    while (rows_.next()) {
      reader_.progress(rows_.row(), total_);
      if (rows_.fields().size() == 1 && rows_.fields()[0].empty()) continue;
      read_row();
    }
    if (!rows_.error().empty()) reader_.refuse(rows_.row(), 0, "", rows_.error());
  }

 private:
  // Of "," and ";" the one that the first line has more of: spreadsheets in French write ";".
  static char separator_of(std::string_view text) {
    const std::string_view header = text.substr(0, text.find('\n'));
    return std::ranges::count(header, ';') > std::ranges::count(header, ',') ? ';' : ',';
  }

  bool read_header() {
    if (!rows_.next()) {
      reader_.refuse(1, 0, "",
                     Text({"the table is empty; its first row names the columns",
                           "le tableau est vide ; sa première ligne nomme les colonnes"}));
      return false;
    }
    for (const std::string_view name : rows_.fields()) keys_.emplace_back(name);
    for (std::size_t i = 0; i < keys_.size(); ++i) check_column(i);
    if (act_.empty() && !has("act"))
      reader_.refuse(1, 0, "act",
                     Text({"a column \"act\" is missing; add it, or give --act",
                           "une colonne « act » manque ; ajoutez-la, ou donnez --act"}));
    return reader_.file.wrong.empty();
  }

  bool has(std::string_view key) const { return std::ranges::find(keys_, key) != keys_.end(); }

  void check_column(std::size_t index) {
    const std::string& key = keys_[index];
    if (std::find(keys_.begin(), keys_.begin() + static_cast<long>(index), key) !=
        keys_.begin() + static_cast<long>(index))
      reader_.refuse(
          1, index + 1, key,
          Text({"{}: this column stands twice", "{} : cette colonne figure deux fois"}, key));
    const auto known = known_keys();
    if (std::ranges::find(known, key) != known.end()) return;
    const auto near = files::nearest(key, known);
    Text text({"{} is no field of {}", "{} n'est pas un champ de {}"}, files::in_quotes(key),
              act_.empty() ? Text({"any act", "aucun acte"}) : Text::name(act_));
    if (!near.empty()) text += Text({"; did you mean {}?", " ; vouliez-vous dire {} ?"}, near);
    reader_.refuse(1, index + 1, key, std::move(text));
  }

  std::vector<std::string_view> known_keys() const {
    std::vector<std::string_view> keys(std::begin(kCommonKeys), std::end(kCommonKeys));
    for (const registry::ActShape& shape : registry::act_shapes())
      if (act_.empty() || shape.act == act_)
        for (const registry::FieldShape& field : shape.fields) keys.push_back(field.key);
    return keys;
  }

  void read_row() {
    const auto cells = rows_.fields();
    if (cells.size() != keys_.size())
      return reader_.refuse(
          rows_.row(), 0, "",
          Text({"the row has {} cells and the header {}; a list in a cell stands in quotes",
                "la ligne a {} cellules et l'en-tête {} ; une liste dans une cellule se met entre "
                "guillemets"},
               cells.size(), keys_.size()));
    std::vector<GivenText> given;
    if (!act_.empty() && !has("act")) given.push_back({"act", act_});
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (!cells[i].empty()) given.push_back({keys_[i], cells[i]});
    auto request = registry::parse_act_texts(given, [&](std::string_view path) {
      return hash_of_file(folder_ / std::filesystem::path(path));
    });
    if (request) return reader_.add(*std::move(request), rows_.row());
    reader_.refuse(rows_.row(), column_of(request.error().key), request.error().key,
                   request.error().text);
  }

  std::size_t column_of(const std::string& key) const {
    const auto found = std::ranges::find(keys_, key);
    return found == keys_.end() ? 0 : static_cast<std::size_t>(found - keys_.begin()) + 1;
  }

  files::CsvReader rows_;
  std::size_t total_;
  std::string act_;
  std::filesystem::path folder_;  // that the paths of documents start from
  Reader& reader_;
  std::vector<std::string> keys_;
};

bool is_table(const std::string& path) {
  std::string extension = std::filesystem::path(path).extension().string();
  std::ranges::transform(extension, extension.begin(), [](char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  });
  return extension == ".csv";
}

void refuse_workbook(const std::string& path, std::string_view bytes) {
  if (!files::is_workbook(bytes)) return;
  throw files::FileError(
      path,
      Words("this is a workbook; acts are read from a table that ends in .csv, or as lines of JSON",
            "c'est un classeur ; les actes se lisent dans un tableau qui finit en .csv, ou en "
            "lignes de JSON"),
      Words("save its sheet as CSV (UTF-8)", "enregistrez sa feuille en CSV (UTF-8)"));
}

void read_table(const files::Source& source, const std::string& act, Reader& reader) {
  std::string converted;
  const auto text = files::utf8_text(source, converted);
  if (!text) {
    for (const files::Problem& problem : text.error().listed())
      reader.refuse(problem.row, 0, "", Text({"{}; {}", "{} ; {}"}, problem.what, problem.remedy));
    return;
  }
  Table(*text, act, std::filesystem::path(source.path).parent_path(), reader).read();
}

}  // namespace

Date day_from(const std::string& text) {
  if (const auto day = Date::parse(text)) return *day;
  throw files::FileError(text, Words("this is no day", "ce n'est pas un jour"),
                         Words("write one such as 2026-05-31", "écrivez-en un tel que 2026-05-31"));
}

Date day_or_today(const std::string& text) {
  return text.empty() ? recording_time().date() : day_from(text);
}

Instant recording_time() {
  return Instant(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
}

std::optional<std::string> hash_of_file(const std::filesystem::path& path) {
  const auto source = files::read_source(path.parent_path().empty() ? "." : path.parent_path(),
                                         path.filename().string());
  if (!source) return std::nullopt;
  return files::sha256_hex(source->bytes);
}

ActFile read_act_file(const std::string& path, const std::string& act, Terminal& terminal) {
  Reader reader(terminal);
  const files::Source source{path, read_text(path)};
  refuse_workbook(path, source.bytes);
  if (is_table(path))
    read_table(source, act, reader);
  else
    read_lines(source.bytes, reader);
  return std::move(reader.file);
}

}  // namespace openitmo::cli
