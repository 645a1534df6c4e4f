#include "mrv/inventory/line_state.h"

#include <algorithm>

namespace openitmo::mrv::inventory {

namespace {

StateOfLine unknown(Text reason) {
  return {.state = LineState::unknown, .reason = std::move(reason)};
}

Text gap_reason(Pathway pathway, int year) {
  return {{"nothing says how much waste went this way in {1}: {0}; add the year to the tables of "
           "generation and treatment",
           "rien ne dit combien de déchets ont pris cette voie en {1} : {0} ; ajoutez l'année aux "
           "tables de production et de traitement"},
          words_of(pathway),
          year};
}

Text no_rows_reason(Pathway pathway) {
  return {{"the table of treatment has no row for: {} ({}); add rows, or name it in "
           "not_occurring if there is none",
           "la table de traitement n'a pas de ligne pour : {} ({}) ; ajoutez-en, ou nommez-le "
           "dans not_occurring s'il n'y en a pas"},
          words_of(pathway),
          name_of(pathway)};
}

// Since the first recorded year of a site's recovery each year needs its row.
bool recovery_is_missing(const InventoryCase& c, Pathway site, int year) {
  if (!c.plan.counts_recovery || c.recovery(site, year) != nullptr) return false;
  return std::ranges::any_of(c.data.recovery, [&](const RecoveryRow& row) {
    return row.site == site && row.year.value() < year;
  });
}

// Waste of every year since the first decays still, so a gap makes all later years unknown.
std::optional<Text> missing_of(const InventoryCase& c, Pathway pathway, int year) {
  if (is_disposal(pathway)) {
    if (const auto gap = c.first_gap(pathway, year)) return gap_reason(pathway, *gap);
    if (recovery_is_missing(c, pathway, year))
      return Text({"the table of recovery has no row for {} of {}; write 0 if nothing was "
                   "recovered",
                   "la table de récupération n'a pas de ligne pour {} ({}) ; écrivez 0 si rien n'a "
                   "été récupéré"},
                  year, words_of(pathway));
    if (c.first_year_of(pathway) <= year) return std::nullopt;
  }
  if (!c.is_known(pathway, year)) return gap_reason(pathway, year);
  return std::nullopt;
}

bool has_own(const InventoryCase& c, std::initializer_list<std::string_view> beginnings) {
  return std::ranges::any_of(c.plan.overrides, [&](const ParameterOverride& own) {
    return std::ranges::any_of(beginnings, [&](std::string_view beginning) {
      return std::string_view(own.symbol).starts_with(beginning);
    });
  });
}

}  // namespace

std::string_view notation_of(LineState state) {
  switch (state) {
    case LineState::estimated:
      return "";
    case LineState::not_occurring:
      return "NO";
    case LineState::unknown:
      return "NE";
  }
  return {};
}

StateOfLine state_of(const InventoryCase& c, const LineDescription& line, int year) {
  bool any_rows = false;
  for (const Pathway pathway : pathways_of(line.category)) {
    if (c.plan.not_occurring.contains(pathway)) continue;
    if (!c.has_rows(pathway)) return unknown(no_rows_reason(pathway));
    if (auto missing = missing_of(c, pathway, year)) return unknown(*std::move(missing));
    any_rows = true;
  }
  return {.state = any_rows ? LineState::estimated : LineState::not_occurring};
}

std::string_view tier_of(const InventoryCase& c, const LineDescription& line) {
  switch (line.category) {
    case Category::managed_disposal:
    case Category::unmanaged_disposal:
    case Category::uncategorised_disposal:
      if (has_own(c, {"DOC.", "DOCf", "k."})) return "T3";
      return c.plan.has_surveys ? "T2" : "T1";
    case Category::composting:
      return has_own(c, {"EF_CH4.ipcc.composting", "EF_N2O.ipcc.composting"}) ? "T2" : "T1";
    case Category::digestion:
      return has_own(c, {"EF_CH4.ipcc.digestion"}) ? "T2" : "T1";
    case Category::incineration:
    case Category::open_burning:
      if (line.gas == Gas::co2)
        return has_own(c, {"dm.", "CF.", "FCF."}) ? "T2b" : c.plan.has_surveys ? "T2a" : "T1";
      return "T1";
  }
  return {};
}

}  // namespace openitmo::mrv::inventory
