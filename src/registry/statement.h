#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "party/names.h"
#include "quantity/language.h"
#include "registry/history.h"

// Search and statements: what a registry knows of a unit, an account, a component or an activity.
// Answers come from indexes of the opened ledger; none reads the whole journal.
namespace openitmo::registry {

enum class SubjectKind { unit, account, component, activity, authorization, entity, finding };

// Something that a statement or a search result is about.
struct Subject {
  SubjectKind kind = SubjectKind::unit;
  std::string id;  // an ITMO identifier or a code
  auto operator<=>(const Subject&) const = default;
};

struct Found {
  std::vector<Subject> subjects;  // the first `limit`, by kind and id
  std::size_t count = 0;          // of all
  bool exact = true;              // otherwise their codes only contain what was asked
};

// What `asked` names: an ITMO identifier; a serial, in every series that has it; or a code. Where
// nothing has exactly that code, what contains it, whatever the case of its letters.
Found find(const ledger::Ledger& ledger, std::string_view asked, std::size_t limit);

const Words& status_words(ledger::BlockStatus status);

// One cell of a statement: what people read, and for programs a code or a number where it is one.
struct Cell {
  Text text;
  std::string code{};
  std::optional<std::int64_t> number{};
  bool decimal = false;  // the code is a decimal figure

  bool is_figure() const { return number || decimal; }

  static Cell of_code(const std::string& code) { return {Text::name(code), code}; }
  static Cell of_tonnes(TonnesCo2eq quantity) {
    return of_number(static_cast<std::int64_t>(quantity.value()));
  }
  static Cell of_number(std::int64_t number);
  static Cell of_entry(std::uint64_t number);  // as other commands take it
  static Cell of_words(const Words& words, std::string_view code) {
    return {words, std::string(code)};
  }
};

struct Fact {
  std::string_view key;  // for programs
  Text name;
  Cell value;
};

struct StatementTable {
  struct Column {
    Column(std::string_view its_key, const Words& its_name) : key(its_key), name(its_name) {}
    Column(std::string_view its_key, Text its_name) : key(its_key), name(std::move(its_name)) {}
    std::string_view key;
    Text name;
  };
  std::string_view key;
  Words name;
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
};

struct Statement {
  Subject subject;
  std::vector<Fact> facts;
  std::vector<StatementTable> tables;
};

// Gives the entry with a number.
using EntryReader = std::function<ledger::Entry(std::uint64_t)>;

// Which lines a statement lists.
struct Selection {
  std::optional<Date> from;  // of an account: acts that take effect from this day on
  std::optional<Date> to;
  std::size_t lines_max = 50;  // the last ones
};

// Nothing when the ledger does not know the subject, or knows no statement of its kind.
std::optional<Statement> statement(const ledger::Ledger& ledger, const History& history,
                                   const EntryReader& read, const Subject& subject,
                                   const Selection& selection);

// What is known of the subject in one line, for a list of search results.
Text in_one_line(const ledger::Ledger& ledger, const Subject& subject);

}  // namespace openitmo::registry

template <>
struct openitmo::EnumNames<openitmo::registry::SubjectKind> {
  static constexpr std::array<std::string_view, 7> names{
      "unit", "account", "component", "activity", "authorization", "entity", "finding"};
};
