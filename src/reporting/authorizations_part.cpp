#include "reporting/authorization_changes.h"
#include "reporting/report_parts.h"

namespace openitmo::reporting {

namespace {

void add_changes(Blocks& blocks, const PartContext& context) {
  for (const ledger::Authorization* authorization : own_authorizations(context))
    if (DataTable table = authorization_changes(*authorization, context.span); !table.rows.empty())
      blocks.push_back(std::move(table));
}

}  // namespace

Blocks authorizations_part(const PartContext& context) {
  Blocks blocks;
  DataTable in_span = authorization_table(context, context.span);
  if (in_span.rows.empty())
    blocks.push_back(Sentence{ReportText(
        ReportWords{"The Party authorized nothing and changed no authorization in {0} to "
                    "{1}.",
                    "La Partie n'a rien autorisé ni modifié d'autorisation de {0} à {1}.",
                    "La Parte no autorizó nada ni modificó ninguna autorización de {0} a "
                    "{1}."},
        context.span.first.value(), context.span.last.value())});
  else
    blocks.push_back(std::move(in_span));
  add_changes(blocks, context);
  return blocks;
}

}  // namespace openitmo::reporting
