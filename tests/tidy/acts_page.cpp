#include <algorithm>
#include <fmt/format.h>
#include <iterator>

#include "files/programme/read_command.h"
#include "pages.h"
#include "registry/act_shape.h"

namespace openitmo::pages {

namespace {

using registry::ActShape;
using registry::ActSubject;
using registry::FieldShape;

// "|" divides the cells of a table.
std::string in_cell(std::string_view text) {
  std::string cell;
  for (const char c : text) {
    if (c == '|') cell += '\\';
    cell += c;
  }
  return cell;
}

bool is_required(std::string_view act, const FieldShape& field) {
  if (field.may_be_null) return false;
  return !field.may_be_left_out || !files::may_be_left_out(act, field.key);
}

void add_act(std::string& page, const ActShape& act) {
  auto out = std::back_inserter(page);
  fmt::format_to(out, "### {}\n\n{}.\n\n*{}.*\n\n", act.act, act.words->sentence.en,
                 act.words->sentence.fr);
  page += "| field | written | meaning | sens |\n|---|---|---|---|\n";
  for (const FieldShape& field : act.fields) {
    const Words missing("no sentence yet", "pas encore de phrase");
    const Words& words = field.words ? field.words->sentence : missing;
    fmt::format_to(out, "| `{}`{} | `{}` | {} | {} |\n", field.key,
                   is_required(act.act, field) ? " \\*" : "",
                   in_cell(registry::written_form(field, Language::en)), words.en, words.fr);
  }
  page += '\n';
}

}  // namespace

std::string acts_page() {
  std::string page = R"(# Acts

<!-- Made from src/registry/act_words.h and the acts' fields by `make pages`; a test compares. -->

Every act that can be recorded, with its fields: for `itmo act`, for lines of JSON and for tables
([act lines](../formats/act-lines.md)). \* marks what `itmo act` and programme files ask for; an act
that lacks something else is [refused](refusals.md). On a command line a field is an option:
`to_account` is `--to-account`.

Every act also has `command_id`, `effective_date` and `actor`. Elements of a list stand apart by
`,`, records in a list by `;`, the fields of a record by `/`. A document is written
`REFERENCE/SHA256`, or `REFERENCE=FILE` to have the file hashed. Figures have no separators and no
decimals.

)";
  for (const auto subject :
       {ActSubject::parties, ActSubject::activities, ActSubject::authorizations, ActSubject::units,
        ActSubject::safeguards}) {
    fmt::format_to(std::back_inserter(page), "## {}\n\n", registry::words_of(subject).en);
    for (const registry::ActWords& words : registry::act_words())
      if (words.subject == subject)
        if (const ActShape* act = registry::find_act_shape(words.act)) add_act(page, *act);
  }
  page.pop_back();
  return page;
}

}  // namespace openitmo::pages
