#include "reporting/document_difference.h"
#include "reporting/report_parts.h"

namespace openitmo::reporting {

namespace {

DataTable change_table(const std::vector<SectionChange>& changes) {
  DataTable table{.caption = ReportWords{"What changed since the initial report",
                                         "Ce qui a changé depuis le rapport initial",
                                         "Lo que ha cambiado desde el informe inicial"},
                  .columns = {ReportWords{"Section", "Section", "Sección"},
                              ReportWords{"Paragraph", "Paragraphe", "Párrafo"},
                              ReportWords{"Then", "Alors", "Entonces"},
                              ReportWords{"Now", "Maintenant", "Ahora"}},
                  .text_columns = 4};
  for (const SectionChange& change : changes)
    table.rows.push_back(
        {code_cell(change.approach.empty() ? change.number
                                           : fmt::format("{}, {}", change.number, change.approach)),
         code_cell(change.paragraph), words_cell(change.before),
         words_cell(change.after, change.entries)});
  return table;
}

}  // namespace

Blocks updates_part(const PartContext& context) {
  if (context.earlier == nullptr || context.now == nullptr)
    return {MissingPart{
        std::string(context.item.paragraph),
        ReportWords{"no initial report of the Party is recorded as submitted",
                    "aucun rapport initial de la Partie n'est enregistré comme "
                    "soumis",
                    "no hay registrado ningún informe inicial presentado por la "
                    "Parte"},
        ReportWords{"submit_initial_report", "submit_initial_report", "submit_initial_report"}}};
  Blocks blocks{Sentence{ReportText(
      ReportWords{"The initial report was submitted when the journal had {0} entries; it "
                  "now has {1}. The list is drawn from both states.",
                  "Le rapport initial a été soumis quand le journal avait {0} écritures ; "
                  "il en a maintenant {1}. La liste est établie d'après les deux états.",
                  "El informe inicial se presentó cuando el diario tenía {0} entradas; "
                  "ahora tiene {1}. La lista se elabora a partir de ambos estados."},
      context.earlier->entry_count, context.now->entry_count)}};
  const auto changes = document_difference(*context.earlier, *context.now);
  if (changes.empty())
    blocks.push_back(
        Sentence{ReportWords{"Nothing changed.", "Rien n'a changé.", "Nada ha cambiado."}});
  else
    blocks.push_back(change_table(changes));
  return blocks;
}

}  // namespace openitmo::reporting
