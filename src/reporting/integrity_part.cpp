#include <algorithm>

#include "reporting/report_parts.h"

namespace openitmo::reporting {

namespace {

using activity::Activity;

template <class Visit>
void visit_activities(const PartContext& context, Visit&& visit) {
  for (const auto& [id, activity] : context.in.ledger.activities().activities())
    if (activity.record.approach == context.approach) visit(id, activity);
}

// What is left between target and balance, now and once all that is authorized were transferred.
DataTable margin_table(const ReportInputs& in) {
  const accounting::Overselling& margin = in.accounts.overselling;
  const EntryNumbers ndc = in.accounts.ndc ? EntryNumbers{in.accounts.ndc->entry} : EntryNumbers();
  DataTable table{
      .caption = ReportWords{"Margin of the Party's NDC (target less balance)",
                             "Marge de la CDN de la Partie (cible moins bilan)",
                             "Margen de la CDN de la Parte (meta menos balance)"},
      .columns = {ReportWords{"Margin", "Marge", "Margen"},
                  ReportWords{"kt CO2 eq", "kt éq. CO2", "kt CO2 eq"}},
      .notes = {ReportWords{
          "Unknown where an inventory or a target is missing, or the period is not over; never "
          "zero. First transfers add to the balance, so they lower the margin: what is transferred "
          "cannot count for the Party's own target as well.",
          "Inconnu quand un inventaire ou une cible manque, ou que la période n'est pas finie ; "
          "jamais nul. Les premiers transferts s'ajoutent au bilan et réduisent donc la marge : ce "
          "qui est transféré ne peut pas compter aussi pour la cible de la Partie.",
          "Desconocido cuando falta un inventario o una meta, o el período no ha terminado; nunca "
          "cero. Las primeras transferencias se suman al balance y reducen el margen: lo "
          "transferido no puede contar también para la meta de la Parte."}}};
  const auto row = [&](const ReportWords& name, const std::optional<Rational>& kilograms) {
    table.rows.push_back({words_cell(name), kilotonnes_cell(kilograms, ndc)});
  };
  row({"on the inventory alone", "d'après l'inventaire seul", "según el inventario solo"},
      margin.margin_on_inventory_kg_co2eq);
  row({"on the balance, after corresponding adjustments",
       "d'après le bilan, après ajustements correspondants",
       "según el balance, tras los ajustes correspondientes"},
      margin.margin_kg_co2eq);
  row({"if all that is authorized were first transferred",
       "si tout ce qui est autorisé était transféré", "si se transfiriera todo lo autorizado"},
      margin.margin_after_authorized_kg_co2eq);
  return table;
}

EntryNumbers authorization_entries(const PartContext& context) {
  EntryNumbers entries;
  for (const ledger::Authorization* authorization : own_authorizations(context))
    entries.push_back(authorization->versions.back().entry);
  return entries;
}

Blocks no_net_increase(const PartContext& context) {
  Blocks blocks;
  if (!context.in.accounts.ndc) return blocks;
  blocks.push_back(Sentence{ReportWords{
      "The registry books every first transfer as an addition to the host's balance and every use "
      "towards an NDC as a subtraction in the using Party's; it refuses a use without an earlier "
      "first transfer, a second first transfer, and use in another NDC period than the vintage's.",
      "Le registre inscrit chaque premier transfert comme addition au bilan de l'hôte et chaque "
      "utilisation aux fins d'une CDN comme soustraction à celui de la Partie qui utilise ; il "
      "refuse une utilisation sans premier transfert préalable, un second premier transfert, et "
      "une utilisation dans une autre période de CDN que celle de l'année d'obtention.",
      "El registro asienta cada primera transferencia como adición en el balance de la anfitriona "
      "y cada uso para una CDN como sustracción en el de la Parte que usa; rechaza un uso sin "
      "primera transferencia previa, una segunda primera transferencia y el uso en otro período "
      "de CDN que el del año de obtención."}});
  if (const auto& outstanding = context.in.accounts.overselling.outstanding_t_co2eq)
    blocks.push_back(Sentence{
        ReportText(
            ReportWords{"Authorized by the Party as host and not yet first transferred: {0} t "
                        "CO2 eq.",
                        "Autorisé par la Partie comme hôte et pas encore transféré pour la "
                        "première fois : {0} t éq. CO2.",
                        "Autorizado por la Parte como anfitriona y aún no transferido por "
                        "primera vez: {0} t CO2 eq."},
            tonnes_text(*outstanding)),
        authorization_entries(context)});
  blocks.push_back(margin_table(context.in));
  return blocks;
}

ReportText days_text(const DateRange& days) {
  return {ReportWords{"{0} to {1}", "{0} au {1}", "{0} a {1}"}, day_text(days.first),
          day_text(days.last)};
}

DataTable methodology_table(const PartContext& context) {
  const ReportInputs& in = context.in;
  DataTable table{
      .caption = ReportWords{"Components and their methodologies",
                             "Composants et leurs méthodologies", "Componentes y sus metodologías"},
      .columns = {ReportWords{"Component", "Composant", "Componente"},
                  ReportWords{"Methodology", "Méthodologie", "Metodología"},
                  ReportWords{"Climate zone", "Zone climatique", "Zona climática"},
                  ReportWords{"Crediting period", "Période de comptabilisation",
                              "Período de acreditación"}},
      .text_columns = 4};
  visit_activities(context, [&](const std::string& id, const Activity&) {
    for (const auto& [name, component] : in.ledger.activities().components()) {
      if (component.inclusion.activity != id) continue;
      table.rows.push_back({words_cell(in.statements.name_of(name, name),
                                       in.entries.of(IncludeComponent::kType, name)),
                            code_cell(fmt::format("{} {}", component.inclusion.methodology,
                                                  component.inclusion.methodology_version)),
                            words_cell(in.statements.name_of(component.inclusion.climate_zone,
                                                             component.inclusion.climate_zone)),
                            words_cell(days_text(component.inclusion.crediting_period))});
    }
  });
  return table;
}

void add_conclusions(Blocks& blocks, const PartContext& context) {
  const ReportInputs& in = context.in;
  visit_activities(context, [&](const std::string& id, const Activity& activity) {
    const ReportText name = in.statements.name_of(id, id);
    if (activity.validated())
      blocks.push_back(Sentence{
          ReportText(ReportWords{"{0}: validated by an independent body; report {1}.",
                                 "{0} : validée par un organisme indépendant ; rapport {1}.",
                                 "{0}: validada por un organismo independiente; informe {1}."},
                     name, activity.validation->report.reference),
          in.entries.of(ConcludeValidation::kType, id)});
    if (activity.additional())
      blocks.push_back(Sentence{
          ReportText(
              ReportWords{"{0}: additional by all {1} tests (legal requirement, investment or "
                          "barrier, overlap with the unconditional NDC, public finance, exclusions "
                          "and start date, parallel crediting), each with its document.",
                          "{0} : additionnelle selon les {1} tests (obligation légale, "
                          "investissement ou obstacle, recoupement avec la CDN inconditionnelle, "
                          "financement public, exclusions et date de début, crédits parallèles), "
                          "chacun avec son document.",
                          "{0}: adicional según las {1} pruebas (requisito legal, inversión o "
                          "barrera, solapamiento con la CDN incondicional, financiación pública, "
                          "exclusiones y fecha de inicio, acreditación paralela), cada una con su "
                          "documento."},
              name, activity.additionality->lines.size()),
          in.entries.of(ConcludeAdditionality::kType, id)});
    if (activity.validated() && activity.additional()) return;
    blocks.push_back(MissingPart{
        std::string(context.item.paragraph),
        ReportText(
            ReportWords{"{0}: validation and additionality are not both concluded",
                        "{0} : validation et additionnalité ne sont pas toutes deux conclues",
                        "{0}: no se han concluido tanto la validación como la "
                        "adicionalidad"},
            name),
        ReportWords{"conclude_validation and conclude_additionality",
                    "conclude_validation et conclude_additionality",
                    "conclude_validation y conclude_additionality"}});
  });
}

EntryNumbers together(EntryNumbers first, const EntryNumbers& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

DataTable report_table(const PartContext& context) {
  const ReportInputs& in = context.in;
  DataTable table{
      .caption = ReportWords{"Monitoring reports", "Rapports de suivi", "Informes de seguimiento"},
      .columns = {ReportWords{"Report", "Rapport", "Informe"},
                  ReportWords{"Period", "Période", "Período"},
                  ReportWords{"Verified", "Vérifié", "Verificado"},
                  ReportWords{"Examined by", "Examiné par", "Examinado por"}},
      .text_columns = 4};
  for (const auto& [id, report] : in.ledger.activities().reports()) {
    const Activity* activity = in.ledger.activities().find_activity(report.submission.activity);
    if (activity == nullptr || activity->record.approach != context.approach) continue;
    std::string examined;
    for (const auto& [party, accepted] : report.examinations)
      if (accepted) examined += fmt::format("{}{}", examined.empty() ? "" : ", ", party.view());
    static constexpr ReportWords kNotYet{"not yet", "pas encore", "aún no"};
    table.rows.push_back(
        {code_cell(id, in.entries.of(SubmitMonitoringReport::kType, id)),
         words_cell(days_text(report.submission.period)),
         words_cell(report.verified() ? day_text(report.verified_on) : ReportText(kNotYet),
                    in.entries.of(ConcludeVerification::kType, id)),
         words_cell(examined.empty() ? ReportText(kNotYet) : ReportText::name(examined),
                    in.entries.of(ConcludeExamination::kType, id))});
  }
  return table;
}

Blocks quality(const PartContext& context) {
  Blocks blocks;
  add_conclusions(blocks, context);
  for (DataTable table : {methodology_table(context), report_table(context)})
    if (!table.rows.empty()) blocks.push_back(std::move(table));
  return blocks;
}

Blocks non_permanence(const PartContext& context) {
  const ReportInputs& in = context.in;
  EntryNumbers activities;
  bool removals = false;
  visit_activities(context, [&](const std::string& id, const Activity& activity) {
    removals = removals || activity.record.mitigation_type == MitigationType::removals;
    activities = together(std::move(activities), in.entries.of(RecordActivity::kType, id));
  });
  static constexpr ReportWords kReductions{
      "The activities reduce emissions and store no carbon; no removals are credited.",
      "Les activités réduisent des émissions et ne stockent pas de carbone ; aucune absorption "
      "n'est créditée.",
      "Las actividades reducen emisiones y no almacenan carbono; no se acreditan absorciones."};
  static constexpr ReportWords kRemovals{
      "Removals are credited; reversals are made good as the remedies below show.",
      "Des absorptions sont créditées ; les inversions sont réparées comme le montrent les "
      "réparations ci-dessous.",
      "Se acreditan absorciones; las reversiones se compensan como muestran las reparaciones "
      "siguientes."};
  Blocks blocks;
  if (!activities.empty())
    blocks.push_back(Sentence{removals ? kRemovals : kReductions, activities});
  const auto is_of_approach = [&](const std::string& name) {
    const auto component = in.ledger.activities().components().find(name);
    if (component == in.ledger.activities().components().end()) return false;
    const Activity* of = in.ledger.activities().find_activity(component->second.inclusion.activity);
    return of != nullptr && of->record.approach == context.approach;
  };
  const auto& remedies = in.ledger.safeguards().remedies();
  if (std::ranges::none_of(remedies, [&](const auto& remedy) {
        return is_of_approach(remedy.second.opened.record.component);
      })) {
    blocks.push_back(
        Sentence{ReportWords{"No reversal and no over-crediting is recorded.",
                             "Aucune inversion ni aucun excédent de crédit n'est enregistré.",
                             "No hay registrada ninguna reversión ni acreditación en exceso."}});
    return blocks;
  }
  DataTable table{.caption = ReportWords{"Remedies", "Réparations", "Reparaciones"},
                  .columns = {ReportWords{"Remedy", "Réparation", "Reparación"},
                              ReportWords{"Until", "Jusqu'au", "Hasta"},
                              ReportWords{"Owed, t CO2 eq", "Dû, t éq. CO2", "Debido, t CO2 eq"},
                              ReportWords{"Still open", "Encore ouvert", "Pendiente"}},
                  .text_columns = 2};
  for (const auto& [id, remedy] : remedies) {
    if (!is_of_approach(remedy.opened.record.component)) continue;
    table.rows.push_back({code_cell(id, {remedy.opened.entry}),
                          words_cell(day_text(remedy.opened.record.deadline)),
                          words_cell(tonnes_text(remedy.opened.record.quantity_t_co2eq)),
                          words_cell(tonnes_text(remedy.outstanding_t_co2eq))});
  }
  blocks.push_back(std::move(table));
  return blocks;
}

}  // namespace

Blocks integrity_part(const PartContext& context) {
  switch (context.item.part) {
    case OutlinePart::no_net_increase:
      return no_net_increase(context);
    case OutlinePart::quality:
      return quality(context);
    default:
      return non_permanence(context);
  }
}

}  // namespace openitmo::reporting
