#include "registry/statement.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/journal_file.h"
#include "cli/subject_words.h"
#include "cli/terminal.h"
#include "files/problem.h"
#include "storage/sqlite/sqlite_store.h"

namespace openitmo::cli {

namespace {

using registry::Cell;
using registry::Statement;
using registry::StatementTable;

// The day of an option; none where it is not given.
std::optional<Date> day(const std::string& text, std::string_view option) {
  if (text.empty()) return std::nullopt;
  const auto date = Date::parse(text);
  if (!date)
    throw files::FileError(
        option, Text({"\"{}\" is no day", "« {} » n'est pas un jour"}, text),
        Words("write a day such as 2024-03-05", "écrivez un jour comme 2024-03-05"));
  return date;
}

boost::json::value cell_json(const Cell& cell, Language language) {
  if (cell.number) return *cell.number;
  if (cell.code == "true") return true;
  if (cell.code == "false") return false;
  if (!cell.code.empty()) return boost::json::string(cell.code);
  return boost::json::string(cell.text.in(language));
}

std::string statement_json(const Statement& statement, bool demonstration, Language language) {
  boost::json::object json{{"kind", name_of(statement.subject.kind)},
                           {"id", statement.subject.id},
                           {"demonstration", demonstration}};
  for (const registry::Fact& fact : statement.facts)
    json[fact.key] = cell_json(fact.value, language);
  for (const StatementTable& table : statement.tables) {
    boost::json::array rows;
    for (const auto& row : table.rows) {
      boost::json::object cells;
      for (std::size_t i = 0; i < row.size(); ++i)
        cells[table.columns[i].key] = cell_json(row[i], language);
      rows.push_back(std::move(cells));
    }
    json[table.key] = std::move(rows);
  }
  return boost::json::serialize(json);
}

// An entry's type in words; anything else as it is.
std::string cell_text(const Terminal& terminal, const StatementTable::Column& column,
                      const Cell& cell) {
  if (column.key != "type") return terminal.say(cell.text);
  std::string words(entry_type_words(terminal.language(), cell.code));
  std::ranges::replace(words, '_', ' ');
  return words;
}

void show_table(Terminal& terminal, const StatementTable& table) {
  terminal.line("");
  terminal.line(terminal.say(table.name));
  if (table.rows.empty()) {
    terminal.line(fmt::format("  {}", terminal.say(Words("none", "néant"))));
    return;
  }
  std::vector<std::vector<std::string>> rows(1);
  std::vector<bool> numbers;
  for (const Cell& cell : table.rows[0]) numbers.push_back(cell.is_figure());
  for (const auto& column : table.columns) rows[0].emplace_back(terminal.say(column.name));
  for (const auto& row : table.rows) {
    auto& texts = rows.emplace_back();
    for (std::size_t i = 0; i < row.size(); ++i)
      texts.push_back(cell_text(terminal, table.columns[i], row[i]));
  }
  terminal.table(rows, numbers);
}

void show(Terminal& terminal, const Statement& statement) {
  terminal.line(fmt::format("{} {}", terminal.say(subject_words(statement.subject.kind)),
                            statement.subject.id));
  std::size_t widest = 0;
  for (const registry::Fact& fact : statement.facts)
    widest = std::max(widest, width_of(terminal.say(fact.name)));
  for (const registry::Fact& fact : statement.facts) {
    const auto name = terminal.say(fact.name);
    terminal.line(fmt::format("  {}{}  {}", name, std::string(widest - width_of(name), ' '),
                              terminal.say(fact.value.text)));
  }
  for (const StatementTable& table : statement.tables) show_table(terminal, table);
}

// The one subject that has a statement; otherwise says why there is none.
std::optional<registry::Subject> only_subject(Terminal& terminal, const registry::Found& found,
                                              const StatementOptions& options) {
  std::vector<registry::Subject> subjects;
  for (const registry::Subject& subject : found.subjects)
    if (found.exact && subject.kind != registry::SubjectKind::authorization &&
        subject.kind != registry::SubjectKind::entity &&
        subject.kind != registry::SubjectKind::finding &&
        (options.kind.empty() || options.kind == name_of(subject.kind)))
      subjects.push_back(subject);
  if (subjects.size() == 1) return subjects.front();
  if (subjects.empty())
    terminal.line(terminal.say(
        Text({"No unit, account, component or activity is called {}; try itmo find",
              "Aucune unité, aucun compte, composant ou activité ne s'appelle {} ; essayez "
              "itmo find"},
             options.asked)));
  else
    terminal.line(terminal.say(
        Text({"{} is the name of several things; write the whole identifier, or say which with "
              "--kind:",
              "{} désigne plusieurs choses ; écrivez l'identifiant entier, ou dites laquelle avec "
              "--kind :"},
             options.asked)));
  for (const registry::Subject& subject : subjects)
    terminal.line(fmt::format("  {} {}", terminal.say(subject_words(subject.kind)), subject.id));
  return std::nullopt;
}

}  // namespace

Words subject_words(registry::SubjectKind kind) {
  switch (kind) {
    case registry::SubjectKind::unit:
      return {"unit", "unité"};
    case registry::SubjectKind::account:
      return {"account", "compte"};
    case registry::SubjectKind::component:
      return {"component", "composant"};
    case registry::SubjectKind::activity:
      return {"activity", "activité"};
    case registry::SubjectKind::authorization:
      return {"authorization", "autorisation"};
    case registry::SubjectKind::entity:
      return {"entity", "entité"};
    case registry::SubjectKind::finding:
      return {"finding", "constat"};
  }
  return {"finding", "constat"};
}

int statement(const StatementOptions& options) {
  const std::filesystem::path path = options.journal;
  const registry::Selection selection{day(options.from, "--from"), day(options.to, "--to"),
                                      options.lines_max};
  auto store = storage::SqliteStore::open_read_only(path);
  const registry::OpenedJournal opened =
      registry::open_journal(store, keys_of_journal(path, options.keys), path.string(),
                             snapshot_of(path), {.history = true});
  tell_not_used(opened.not_used, options.language);
  const ledger::Ledger& ledger = opened.now.state.ledger;
  Terminal terminal(options.language);
  const auto found = registry::find(ledger, options.asked, 50);
  const auto subject = only_subject(terminal, found, options);
  if (!subject) return kRefused;
  const auto made = registry::statement(
      ledger, opened.now.history,
      [&](std::uint64_t number) { return registry::read_entry(store, number, path.string()); },
      *subject, selection);
  check(made.has_value(), "what was found has a statement");
  const bool demonstration = is_demonstration(ledger);
  if (options.json) {
    terminal.line(statement_json(*made, demonstration, options.language));
  } else {
    if (demonstration) terminal.banner(terminal.say(words::kDemonstration));
    show(terminal, *made);
  }
  return kDone;
}

}  // namespace openitmo::cli
