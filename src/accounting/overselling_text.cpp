#include "accounting/overselling_text.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "mrv/json_writer.h"

namespace openitmo::accounting {

namespace {

using mrv::real_field;
using mrv::text_field;

std::string said(const Words& words, Language language) { return std::string(words.in(language)); }

// A simulation does not know tonnes: three digits, down.
std::string rounded_down(TonnesCo2eq quantity) {
  std::uint64_t unit = 1;
  while (quantity.value() / unit >= 1000) unit *= 10;
  return grouped(TonnesCo2eq(quantity.value() / unit * unit));
}

// Never 100 % or 0 % where some draws say otherwise.
std::string percent(double share) {
  const double shown = share > 0 && share < 1 ? std::clamp(share, 0.001, 0.999) : share;
  return fmt::format("{:.{}f} %", shown * 100, shown > 0.01 && shown < 0.99 ? 0 : 1);
}

std::string percent(double share, Language language) {
  std::string text = percent(share);
  if (language == Language::fr) std::ranges::replace(text, '.', ',');
  return text;
}

std::string origin_of(const MarginTerm& term, Language language) {
  std::string text = term.source;
  if (!term.entries.empty()) {
    if (!text.empty()) text += "; ";
    text += fmt::format(
        "{} {}",
        said(term.entries.size() == 1 ? Words("entry", "écriture") : Words("entries", "écritures"),
             language),
        fmt::join(term.entries, ", "));
  }
  return text;
}

Text method_sentence(const OversellingView& view) {
  if (view.is_budget)
    return {{"one level for {} to {}: every tonne counts in full",
             "un niveau pour {} à {} : chaque tonne compte entière"},
            view.period.first.value(),
            view.period.last.value()};
  if (view.averaged_over_years > 1)
    return {{"level of {}, averaging over {} years: a tonne of {} to {} counts as 1/{}",
             "niveau de {}, moyenne sur {} ans : une tonne de {} à {} compte pour 1/{}"},
            view.target_year.value(),
            view.averaged_over_years,
            view.period.first.value(),
            view.period.last.value(),
            view.averaged_over_years};
  return {
      {"level of {0} by its trajectory: what is first transferred of vintage {0} counts in full",
       "niveau de {0} par sa trajectoire : les premiers transferts du millésime {0} comptent "
       "entiers"},
      view.target_year.value()};
}

void write_stage(mrv::JsonWriter& json, MarginStage stage, const StageMargin& margin) {
  json.new_line();
  json.begin_object();
  text_field(json, "stage", name_of(stage));
  real_field(json, "estimate_t_co2eq", margin.estimate_t_co2eq);
  real_field(json, "mean_t_co2eq", margin.draws.mean);
  real_field(json, "p2_5_t_co2eq", margin.draws.p2_5);
  real_field(json, "median_t_co2eq", margin.draws.median);
  real_field(json, "p97_5_t_co2eq", margin.draws.p97_5);
  real_field(json, "met_share", margin.met_share);
  json.end_object();
}

void write_term(mrv::JsonWriter& json, const MarginTerm& term) {
  json.new_line();
  json.begin_object();
  text_field(json, "stage", name_of(term.stage));
  text_field(json, "name", term.name.en);
  real_field(json, "estimate_t_co2eq", term.estimate_t_co2eq);
  text_field(json, "uncertainty", to_text(term.uncertainty));
  text_field(json, "source", term.source);
  json.key("entries");
  json.begin_array();
  for (const std::uint64_t entry : term.entries) json.integer(entry);
  json.end_array();
  json.end_object();
}

template <class Items, class Write>
void write_list(mrv::JsonWriter& json, std::string_view key, const Items& items, Write write) {
  json.key(key);
  json.begin_array();
  for (const auto& item : items) write(item);
  json.end_array();
}

}  // namespace

std::string shown_tonnes(double t) { return grouped(std::llround(t)); }

Text words_of(MarginStage stage) {
  switch (stage) {
    case MarginStage::emissions_alone:
      return Words("emissions alone", "émissions seules");
    case MarginStage::recorded:
      return Words("with what is recorded", "avec ce qui est enregistré");
    case MarginStage::authorized:
      return Words("and all that is authorized", "et tout ce qui est autorisé");
    case MarginStage::expected:
      return Words("and what is expected beyond", "et ce qui est prévu au-delà");
  }
  return {};
}

Text target_sentence(const OversellingView& view) {
  return {{"{} {}: {} t CO2 eq; {}", "{} {} : {} t éq. CO2 ; {}"},
          view.party.view(),
          view.ndc,
          shown_tonnes(view.level_t_co2eq),
          method_sentence(view)};
}

Text overselling_sentence(const OversellingView& view) {
  const StageMargin& authorized = view.stages[static_cast<std::size_t>(MarginStage::authorized)];
  Text text({"With all that is authorized, the NDC is met in {} of the draws.",
             "Avec tout ce qui est autorisé, la CDN est atteinte dans {} des tirages."},
            Text::of(percent(authorized.met_share, Language::en),
                     percent(authorized.met_share, Language::fr)));
  const Authorizable* best = nullptr;
  for (const Authorizable& one : view.authorizable)
    if (one.quantity_t_co2eq && (!best || one.confidence_percent > best->confidence_percent))
      best = &one;
  if (best)
    return text += Text({" Beyond all that is authorized and expected, {} t CO2 eq can be "
                         "authorized and the "
                         "NDC is still met in at least {} of them.",
                         " Au-delà de tout ce qui est autorisé et prévu, {} t éq. CO2 peuvent être "
                         "autorisées et la CDN reste atteinte dans au moins {} d'entre eux."},
                        rounded_down(*best->quantity_t_co2eq),
                        fmt::format("{} %", best->confidence_percent));
  return text += Text(Words(" Nothing more can be authorized at any confidence asked for.",
                            " Plus rien ne peut être autorisé à aucun des niveaux de confiance "
                            "demandés."));
}

TextRows stage_rows(const OversellingView& view, Language language, const ShowTonnes& tonnes) {
  TextRows rows{{said({"margin", "marge"}, language), said({"estimate", "estimation"}, language),
                 said({"95 % from", "95 % de"}, language), said({"to", "à"}, language),
                 said({"NDC met in", "CDN atteinte dans"}, language)}};
  for (std::size_t i = 0; i < kMarginStages; ++i) {
    const StageMargin& margin = view.stages[i];
    rows.push_back({words_of(static_cast<MarginStage>(i)).in(language),
                    tonnes(margin.estimate_t_co2eq), tonnes(margin.draws.p2_5),
                    tonnes(margin.draws.p97_5), percent(margin.met_share, language)});
  }
  return rows;
}

TextRows authorizable_rows(const OversellingView& view, Language language) {
  TextRows rows{{said({"confidence", "confiance"}, language),
                 said({"can still be authorized", "peut encore être autorisé"}, language)}};
  for (const Authorizable& one : view.authorizable)
    rows.push_back({fmt::format("{} %", one.confidence_percent),
                    one.quantity_t_co2eq ? rounded_down(*one.quantity_t_co2eq)
                                         : said({"nothing: not met that often even without",
                                                 "rien : pas atteinte aussi souvent, même sans"},
                                                language)});
  return rows;
}

TextRows variance_rows(const OversellingView& view, Language language) {
  TextRows rows{{said({"what is uncertain", "ce qui est incertain"}, language),
                 said({"share of the variance", "part de la variance"}, language)}};
  for (const VarianceShare& share : view.variance_shares)
    rows.push_back({share.name.in(language), percent(share.share, language)});
  return rows;
}

TextRows term_rows(const OversellingView& view, Language language, const ShowTonnes& tonnes) {
  TextRows rows{{said({"of the margin", "de la marge"}, language), "t CO2 eq",
                 said({"uncertainty", "incertitude"}, language),
                 said({"where from", "d'où"}, language)}};
  if (language == Language::fr) rows[0][1] = "t éq. CO2";
  rows.push_back({said({"level of the NDC", "niveau de la CDN"}, language),
                  tonnes(view.level_t_co2eq), "", view.ndc});
  for (const MarginTerm& term : view.terms)
    rows.push_back({term.name.in(language), tonnes(term.estimate_t_co2eq),
                    to_text(term.uncertainty), origin_of(term, language)});
  return rows;
}

std::string overselling_json(const OversellingView& view, const OversellingRequest& request,
                             std::string_view demonstration) {
  mrv::JsonWriter json;
  json.begin_object();
  if (!demonstration.empty()) text_field(json, "demonstration", demonstration);
  text_field(json, "schema", "openitmo/overselling/1");
  text_field(json, "party", view.party.view());
  text_field(json, "ndc", view.ndc);
  text_field(json, "method", name_of(view.method));
  real_field(json, "level_t_co2eq", view.level_t_co2eq);
  json.key("averaged_over_years");
  json.integer(view.averaged_over_years);
  json.key("seed");
  json.integer(request.seed);
  json.key("draws");
  json.integer(view.uses_up_t_co2eq.size());
  json.key("stages");
  json.begin_array();
  for (std::size_t i = 0; i < kMarginStages; ++i)
    write_stage(json, static_cast<MarginStage>(i), view.stages[i]);
  json.end_array();
  write_list(json, "authorizable", view.authorizable, [&](const Authorizable& one) {
    json.begin_object();
    json.key("confidence_percent");
    json.integer(one.confidence_percent);
    json.key("quantity_t_co2eq");
    if (one.quantity_t_co2eq)
      json.integer(one.quantity_t_co2eq->value());
    else
      json.text("none");
    json.end_object();
  });
  write_list(json, "variance_shares", view.variance_shares, [&](const VarianceShare& share) {
    json.begin_object();
    text_field(json, "name", share.name.en);
    real_field(json, "share", share.share);
    json.end_object();
  });
  write_list(json, "terms", view.terms, [&](const MarginTerm& term) { write_term(json, term); });
  json.end_object();
  json.new_line();
  return json.take();
}

}  // namespace openitmo::accounting
