#include "ledger/refusal.h"

#include <fmt/args.h>
#include <fmt/format.h>

#include "ledger/refusals_activity.h"
#include "ledger/refusals_authorization.h"
#include "ledger/refusals_entry.h"
#include "ledger/refusals_party.h"
#include "ledger/refusals_units.h"
#include "quantity/check.h"

namespace openitmo::ledger {

namespace {

// The five groups, in order of numbers.
const std::vector<RefusalText>& catalogue() {
  static const auto all = [] {
    std::vector<RefusalText> joined;
    const auto add = [&](std::span<const RefusalText> group) {
      joined.insert(joined.end(), group.begin(), group.end());
    };
    add(kEntryRefusals);
    add(kPartyRefusals);
    add(kActivityRefusals);
    add(kAuthorizationRefusals);
    add(kUnitsRefusals);
    return joined;
  }();
  return all;
}

// Decisions are cited alike in both languages but for these words.
Text citation(std::string_view paragraph) {
  constexpr Words kWords[] = {
      {" annex", " annexe"},
      {" paras ", " par. "},
      {" para ", " par. "},
      {"Arts.", "art."},
      {"Art.", "art."},
      {"AEF Table", "AEF tableau"},
      {"rulebook", "recueil de règles"},
      {"CO2 Ordinance", "ordonnance sur le CO2"},
      {"data quality", "qualité des données"},
      {"design: numbers", "conception : nombres"},
      {"design: recorded_at never decreases", "conception : recorded_at ne recule jamais"},
      {"design: sensible guard; not stated in the text",
       "conception : garde-fou, non écrit dans le texte"},
      {"design: time and versions", "conception : temps et versions"},
  };
  Text text = Text::name(std::string(paragraph));
  for (const Words& words : kWords)
    if (const auto at = text.fr.find(words.en); at != std::string::npos)
      text.fr.replace(at, words.en.size(), words.fr);
  return text;
}

Text filled(const Words& sentence, const std::vector<Figure>& figures) {
  const auto in = [&](Language language) {
    fmt::dynamic_format_arg_store<fmt::format_context> arguments;
    for (const Figure& figure : figures) arguments.push_back(figure.in(language));
    return fmt::vformat(sentence.in(language), arguments);
  };
  return Text::of(in(Language::en), in(Language::fr));
}

}  // namespace

std::span<const RefusalText> refusal_catalogue() { return catalogue(); }

const RefusalText& text_of(RefusalCode code) {
  for (const RefusalText& text : catalogue())
    if (text.code == code) return text;
  check(false, "every refusal code stands in the catalogue");
  return catalogue().front();
}

std::string_view refusal_name(RefusalCode code) { return text_of(code).name; }

Text message(const Refusal& refusal) {
  const RefusalText& text = text_of(refusal.code);
  return {{"refused ({} {}): {}; {}. [{}]", "refusé ({} {}) : {} ; {}. [{}]"},
          static_cast<int>(refusal.code),
          text.name,
          filled(text.wrong, refusal.figures),
          filled(text.remedy, refusal.figures),
          citation(text.paragraph)};
}

}  // namespace openitmo::ledger
