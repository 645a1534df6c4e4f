#include "reporting/table_4.h"

#include <algorithm>
#include <set>

#include "accounting/exact_sum.h"
#include "reporting/party_reports.h"

namespace openitmo::reporting {

namespace {

constexpr ReportWords kYearsOfRows{
    "Rows 23(c) to 23(f) stand in the year of the act. The adjustment and the balance count a "
    "first "
    "transfer in the year of its mitigation, and a use in the year for which it is made.",
    "Les lignes 23 c) à 23 f) sont dans l'année de l'acte. L'ajustement et le bilan comptent un "
    "premier transfert dans l'année de son atténuation, et une utilisation dans l'année pour "
    "laquelle elle est faite.",
    "Las filas 23 c) a 23 f) están en el año del acto. El ajuste y el balance cuentan una primera "
    "transferencia en el año de su mitigación, y un uso en el año para el que se hace."};

using accounting::StructuredSummary;
using accounting::SummaryYear;

constexpr std::string_view kNotEstimated = "NE";
constexpr std::string_view kNotApplicable = "NA";

// Words of 5/CMA.3 Table 4, shortened; the French and Spanish are translations of this project.
struct Line {
  std::string_view paragraph;
  ReportWords label;
  bool is_heading = false;
  Table4Sum sum = Table4Sum::none;
};
constexpr Line kIndicators{"65, 77(a)",
                           {"Indicator(s) selected to track progress of the NDC",
                            "Indicateur(s) choisi(s) pour suivre les progrès de la CDN",
                            "Indicador(es) seleccionado(s) para seguir los progresos de la CDN"},
                           true};
constexpr Line kIndicator{"77(a)",
                          {"Emissions and removals covered by the NDC, after corresponding "
                           "adjustments",
                           "Émissions et absorptions couvertes par la CDN, après ajustements "
                           "correspondants",
                           "Emisiones y absorciones abarcadas por la CDN, tras los ajustes "
                           "correspondientes"}};
constexpr Line kLines[] = {
    {"77(b)",
     {"Total GHG emissions and removals consistent with the coverage of the NDC",
      "Total des émissions et absorptions de GES conforme à la couverture de la CDN",
      "Total de emisiones y absorciones de GEI conforme a la cobertura de la CDN"}},
    {"77(c)",
     {"Contribution from the LULUCF sector, if not included in the inventory time series",
      "Contribution du secteur UTCATF, si elle n'est pas comprise dans la série de l'inventaire",
      "Contribución del sector UTCUTS, si no está incluida en la serie del inventario"}},
    {"77(d)",
     {"For each Party that participates in cooperative approaches",
      "Pour chaque Partie participant à des démarches concertées",
      "Para cada Parte que participa en enfoques cooperativos"},
     true},
    {"7(a)(i)",
     {"Indicative multi-year emissions trajectory, trajectories or budget",
      "Trajectoire(s) ou budget pluriannuels indicatifs",
      "Trayectoria(s) o presupuesto plurianuales indicativos"}},
    {"7(b)",
     {"Multi-year emissions trajectory, trajectories or budget consistent with the NDC",
      "Trajectoire(s) ou budget pluriannuels conformes à la CDN",
      "Trayectoria(s) o presupuesto plurianuales conformes a la CDN"}},
    {"23(a)",
     {"Annual emissions and removals covered by the NDC or from the categories of paragraph 10",
      "Émissions et absorptions annuelles couvertes par la CDN ou des catégories du paragraphe 10",
      "Emisiones y absorciones anuales abarcadas por la CDN o de las categorías del párrafo 10"}},
    {"23(b)",
     {"Annual emissions and removals covered by the NDC or from its portion under paragraph 10",
      "Émissions et absorptions annuelles couvertes par la CDN ou par sa partie du paragraphe 10",
      "Emisiones y absorciones anuales abarcadas por la CDN o por su parte del párrafo 10"}},
    {"23(i)",
     {"Annual level of the relevant non-GHG indicator",
      "Niveau annuel de l'indicateur pertinent autre que les GES",
      "Nivel anual del indicador pertinente distinto de los GEI"}},
    {"23(c)",
     {"Annual quantity of ITMOs first transferred",
      "Quantité annuelle d'ITMO transférés pour la première fois",
      "Cantidad anual de ITMO transferidos por primera vez"}},
    {"23(d)",
     {"Annual quantity of mitigation outcomes authorized for other international mitigation "
      "purposes, and entities authorized to use them",
      "Quantité annuelle de résultats autorisés à d'autres fins d'atténuation internationales, et "
      "entités autorisées à les utiliser",
      "Cantidad anual de resultados autorizados para otros fines de mitigación internacionales, y "
      "entidades autorizadas a usarlos"}},
    {"23(e)",
     {"Annual quantity of ITMOs used towards achievement of the NDC",
      "Quantité annuelle d'ITMO utilisés aux fins de la CDN",
      "Cantidad anual de ITMO usados para cumplir la CDN"}},
    {"23(f)",
     {"Net annual quantity of ITMOs resulting from paragraphs 23(c) to (e)",
      "Quantité annuelle nette d'ITMO résultant des paragraphes 23 c) à e)",
      "Cantidad anual neta de ITMO resultante de los párrafos 23 c) a e)"},
     false,
     Table4Sum::net},
    {"7(a)(ii)",
     {"Cumulative amount of ITMOs divided by the number of elapsed years",
      "Quantité cumulée d'ITMO divisée par le nombre d'années écoulées",
      "Cantidad acumulada de ITMO dividida por el número de años transcurridos"}},
    {"23(g)",
     {"Total quantitative corresponding adjustments used for the emissions balance",
      "Total des ajustements correspondants utilisés pour le bilan des émissions",
      "Total de los ajustes correspondientes utilizados para el balance de emisiones"}},
    {"23(h)",
     {"Cumulative information in respect of paragraph 23(f)",
      "Informations cumulées au titre du paragraphe 23 f)",
      "Información acumulada respecto del párrafo 23 f)"},
     false,
     Table4Sum::running_net},
    {"23(k)(i)",
     {"Annual emissions balance", "Bilan annuel des émissions", "Balance anual de emisiones"},
     false,
     Table4Sum::balance},
    {"23(k)(ii)",
     {"Annual adjusted indicator, for each non-GHG metric",
      "Indicateur annuel ajusté, pour chaque métrique autre que les GES",
      "Indicador anual ajustado, para cada métrica distinta de los GEI"}},
    {"77(d)(iii)",
     {"Any other information consistent with decisions on reporting under Article 6",
      "Autres informations conformes aux décisions sur la notification au titre de l'article 6",
      "Otra información conforme a las decisiones sobre la presentación de informes del artículo "
      "6"}},
};

// Inventories of the Party by year, each with the entry that records it.
EntryNumbers inventory_entries(const ReportInputs& in, CalendarYear year) {
  for (const accounting::YearAccount& account : in.accounts.figures.years)
    if (account.year == year && account.inventory) return {account.inventory->entry};
  return {};
}

EntryNumbers flow_entries(const ReportInputs& in, const std::optional<CalendarYear>& year) {
  std::set<std::uint64_t> entries;
  for (const accounting::YearAccount& account : in.accounts.figures.years) {
    if (year && account.year != *year) continue;
    for (const accounting::Figure* figure :
         {&account.first_transferred_ndc, &account.first_transferred_oimp, &account.used})
      entries.insert(figure->entries.begin(), figure->entries.end());
  }
  return {entries.begin(), entries.end()};
}

void add(std::set<std::uint64_t>& all, const EntryNumbers& more) {
  all.insert(more.begin(), more.end());
}

// Of 23(c) to 23(e), in the years up to `last` from the first one or from it alone.
EntryNumbers action_entries(const StructuredSummary& summary, std::size_t first, std::size_t last) {
  std::set<std::uint64_t> entries;
  for (std::size_t i = first; i <= last; ++i)
    for (const accounting::Figure* figure :
         {&summary.years[i].r23c, &summary.years[i].r23d, &summary.years[i].r23e})
      add(entries, figure->entries);
  return {entries.begin(), entries.end()};
}

// What the adjustment of a year is made of: of an average, the transfers of all years.
EntryNumbers adjustment_entries(const ReportInputs& in, CalendarYear year) {
  const bool averaged =
      in.accounts.figures.choice.method == AdjustmentMethod::single_year_averaging;
  return flow_entries(in, averaged ? std::nullopt : std::optional(year));
}

// Entries behind the cell of a row.
EntryNumbers cell_entries(const ReportInputs& in, const StructuredSummary& summary, std::size_t i,
                          std::string_view paragraph) {
  const SummaryYear& year = summary.years[i];
  if (paragraph == "23(c)") return year.r23c.entries;
  if (paragraph == "23(d)") return year.r23d.entries;
  if (paragraph == "23(e)") return year.r23e.entries;
  if (paragraph == "23(f)") return action_entries(summary, i, i);
  if (paragraph == "23(h)") return action_entries(summary, 0, i);
  if (paragraph == "23(a)" || paragraph == "23(b)" || paragraph == "77(b)")
    return inventory_entries(in, year.year);
  if (paragraph == "23(g)" || paragraph == "7(a)(ii)") return adjustment_entries(in, year.year);
  if (paragraph == "23(k)(i)") {
    std::set<std::uint64_t> entries;
    add(entries, inventory_entries(in, year.year));
    add(entries, adjustment_entries(in, year.year));
    return {entries.begin(), entries.end()};
  }
  if (paragraph.starts_with("7(") && in.accounts.ndc) return {in.accounts.ndc->entry};
  return {};
}

const accounting::SummaryRow* find_row(const std::vector<accounting::SummaryRow>& rows,
                                       std::string_view paragraph) {
  const auto found = std::ranges::find(rows, paragraph, &accounting::SummaryRow::paragraph);
  return found == rows.end() ? nullptr : &*found;
}

// Rows of other metrics and methods do not apply; the rest is not known to the registry.
std::string_view notation_of(const ReportInputs& in, std::string_view paragraph) {
  if (paragraph == "77(c)") return kNotEstimated;
  const bool of_metric = paragraph == "23(i)" || paragraph == "23(k)(ii)";
  if (of_metric && !in.accounts.metrics.empty()) return kNotEstimated;
  return kNotApplicable;
}

// No act of a year after the report's is known: that is not none.
bool is_ahead(const ReportInputs& in, CalendarYear year, std::string_view paragraph) {
  static constexpr std::string_view kByYearOfAct[] = {"23(c)", "23(d)", "23(e)", "23(f)", "23(h)"};
  return year > in.date.year() &&
         std::ranges::find(kByYearOfAct, paragraph) != std::end(kByYearOfAct);
}

Table4Row row_of(const ReportInputs& in, const StructuredSummary& summary,
                 const std::vector<accounting::SummaryRow>& known, const Line& line) {
  Table4Row row{.paragraph = line.paragraph,
                .label = line.label,
                .is_heading = line.is_heading,
                .sum = line.sum};
  if (line.is_heading) return row;
  const auto* values = find_row(known, line.paragraph == "77(b)" ? "23(a)" : line.paragraph);
  for (std::size_t i = 0; i < summary.years.size(); ++i) {
    if (is_ahead(in, summary.years[i].year, line.paragraph)) {
      row.years.push_back({.notation = kNotEstimated});
      continue;
    }
    Table4Cell cell{.entries = cell_entries(in, summary, i, line.paragraph)};
    if (values == nullptr)
      cell.notation = notation_of(in, line.paragraph);
    else if (const auto& value = values->values_t_co2eq[i])
      cell.value_t_co2eq = *value;
    else
      cell.notation = kNotEstimated;
    row.years.push_back(std::move(cell));
  }
  return row;
}

std::optional<Rational> in_tonnes(const std::optional<KilogramsCo2eq>& kilograms) {
  if (!kilograms) return std::nullopt;
  return Rational(kilograms->value(), 1000);
}

// What the NDC is measured from, as it is described.
Table4Cell reference_of(const ReportInputs& in) {
  const auto& described = in.accounts.target.description;
  if (!described) return {.notation = kNotEstimated};
  const auto level = in_tonnes(described->record.reference_level_kg_co2eq);
  if (level) return {.value_t_co2eq = level, .entries = {described->entry}};
  const bool has_none = described->record.family == TargetFamily::fixed_level ||
                        described->record.family == TargetFamily::policies_and_measures;
  return {.notation = has_none ? kNotApplicable : kNotEstimated, .entries = {described->entry}};
}

// Which year the reference is of stands in the label.
void name_reference(Table4Row& row, const ReportInputs& in) {
  const auto& described = in.accounts.target.description;
  if (!described) return;
  row.label +=
      ReportText(ReportWords(": {0}", " : {0}", ": {0}"), family_text(described->record.family));
  if (const auto year = described->record.reference_year)
    row.label += ReportText::name(fmt::format(", {}", year->value()));
}

void add_target(Table4Row& row, const ReportInputs& in, const StructuredSummary& summary) {
  const EntryNumbers ndc{in.accounts.ndc->entry};
  const bool is_budget = summary.method == AdjustmentMethod::multi_year_trajectory &&
                         summary.budget_kg_co2eq.has_value();
  row.target_level = {.value_t_co2eq = in_tonnes(is_budget ? summary.budget_kg_co2eq
                                                           : summary.target_level_kg_co2eq),
                      .notation = {},
                      .entries = ndc};
  const accounting::Target& target = in.accounts.target;
  if (!row.target_level.value_t_co2eq && target.is_derived && target.level_kg_co2eq)
    row.target_level = {
        .value_t_co2eq = accounting::exact_product(*target.level_kg_co2eq, Rational(1, 1000)),
        .entries = {in.accounts.ndc->entry, target.description->entry}};
  if (!row.target_level.value_t_co2eq) row.target_level.notation = kNotEstimated;
  row.reference = reference_of(in);
  const RecordNdc& record = in.accounts.ndc->record;
  row.target_year = is_budget ? ReportText::name(fmt::format("{}–{}", record.first_year.value(),
                                                             record.last_year.value()))
                              : ReportText::name(std::to_string(record.target_year.value()));
}

// The entities of 23(d) stand in its label.
void name_entities(Table4Row& row, const ReportInputs& in, const StructuredSummary& summary) {
  std::string names;
  for (const std::string& id : summary.oimp_entities) {
    const auto found = in.ledger.entities().find(id);
    names += fmt::format("{}{}", names.empty() ? ": " : ", ",
                         found == in.ledger.entities().end() ? id : found->second.name);
  }
  row.label += ReportText::name(names);
}

ReportText progress_text(const StructuredSummary& summary) {
  if (!summary.achievement.achieved)
    return ReportWords{"cannot be said yet: the period is not over, or a figure is missing",
                       "ne peut pas encore être dit : la période n'est pas finie, ou un chiffre "
                       "manque",
                       "aún no puede decirse: el período no ha terminado, o falta una cifra"};
  static constexpr ReportWords kYes{"yes, judged on the balance", "oui, au vu du bilan",
                                    "sí, según el balance"};
  static constexpr ReportWords kNo{"no, judged on the balance", "non, au vu du bilan",
                                   "no, según el balance"};
  return *summary.achievement.achieved ? kYes : kNo;
}

void add_achievement(Table4& table, const ReportInputs& in, const StructuredSummary& summary) {
  const auto add = [&](std::string_view paragraph, const ReportWords& label) -> Table4Row& {
    return table.rows.emplace_back(Table4Row{.paragraph = paragraph, .label = label});
  };
  add("70", {"Assessment of the achievement of the NDC", "Évaluation de la réalisation de la CDN",
             "Evaluación del cumplimiento de la CDN"})
      .is_heading = true;
  Table4Row& target = add(
      "70", {"Restate the target of the Party's NDC", "Rappel de la cible de la CDN de la Partie",
             "Recordatorio de la meta de la CDN de la Parte"});
  add_target(target, in, summary);
  target.reference = {};
  Table4Row& reference =
      add("70", {"Information for reference point(s), level(s), baseline(s)",
                 "Informations sur les points, niveaux ou scénarios de référence",
                 "Información sobre los puntos, niveles o bases de referencia"});
  reference.reference = reference_of(in);
  name_reference(reference, in);
  Table4Row& final_value = add(
      "23(l)", {"Final information for the indicator, with the necessary corresponding "
                "adjustments",
                "Informations finales sur l'indicateur, avec les ajustements correspondants "
                "nécessaires",
                "Información final del indicador, con los ajustes correspondientes necesarios"});
  if (const auto& balance = summary.achievement.balance_kg_co2eq)
    final_value.progress = tonnes_text(*balance, 0);
  else
    final_value.progress = ReportText::name(kNotEstimated);
  Table4Row& comparison =
      add("70", {"Comparison (target less balance)", "Comparaison (cible moins bilan)",
                 "Comparación (meta menos balance)"});
  if (const auto& margin = summary.achievement.margin_kg_co2eq)
    comparison.progress = tonnes_text(*margin, 0);
  else
    comparison.progress = ReportText::name(kNotEstimated);
  add("70", {"Achievement of NDC: yes/no, explanation",
             "Réalisation de la CDN : oui/non, "
             "explication",
             "Cumplimiento de la CDN: sí/no, explicación"})
      .progress = progress_text(summary);
}

}  // namespace

Table4 table_4(const ReportInputs& in) {
  Table4 table{.party = in.party(),
               .date = in.date,
               .registry = in.ledger.registry() ? in.ledger.registry()->registry : RegistryId(),
               .entry_count = in.ledger.entry_count()};
  table.title = ReportText(
      ReportWords{"CTF Table 4, structured summary: {0}", "Tableau CTF 4, résumé structuré : {0}",
                  "Cuadro CTF 4, resumen estructurado: {0}"},
      party_text(in, in.party()));
  table.demonstration = is_demonstration(in);
  for (const accounting::Assumption& assumption : in.accounts.assumptions)
    table.assumptions.push_back(assumption_text(assumption));
  table.assumptions.emplace_back(kYearsOfRows);
  if (!in.accounts.ndc) return table;
  const StructuredSummary summary = structured_summary(in.ledger, in.accounts);
  for (const SummaryYear& year : summary.years) table.years.push_back(year.year);
  const auto known = table_4_rows(summary);
  table.rows.push_back(row_of(in, summary, known, kIndicators));
  Line balance = kIndicator;
  balance.paragraph = "23(k)(i)";
  Table4Row indicator = row_of(in, summary, known, balance);
  indicator.paragraph = kIndicator.paragraph;
  indicator.sum = Table4Sum::balance;
  add_target(indicator, in, summary);
  indicator.progress = progress_text(summary);
  table.rows.push_back(std::move(indicator));
  for (const Line& line : kLines) {
    table.rows.push_back(row_of(in, summary, known, line));
    if (line.paragraph == "23(d)") name_entities(table.rows.back(), in, summary);
    if (line.paragraph == "7(b)" && summary.budget_kg_co2eq &&
        summary.method == AdjustmentMethod::multi_year_trajectory)
      table.rows.back().target_level = {.value_t_co2eq = in_tonnes(summary.budget_kg_co2eq),
                                        .notation = {},
                                        .entries = {in.accounts.ndc->entry}};
  }
  add_achievement(table, in, summary);
  return table;
}

}  // namespace openitmo::reporting
