#include <algorithm>

#include "reporting/report_parts.h"

namespace openitmo::reporting {

namespace {

Requirement requirement_of(const OutlineItem& item) {
  // The statement's key ends in the letter of paragraph 4: "4(c)".
  const char letter = item.statement[item.statement.size() - 2];
  return static_cast<Requirement>(letter - 'a');
}

const ledger::Recorded<RecordParticipation>* last_record(const ReportInputs& in,
                                                         Requirement requirement) {
  const ledger::PartyState* party = in.ledger.find_party(in.party());
  if (party == nullptr) return nullptr;
  const ledger::Recorded<RecordParticipation>* last = nullptr;
  for (const auto& record : party->participation)
    if (record.record.requirement == requirement) last = &record;
  return last;
}

Block record_block(const PartContext& context, Requirement requirement) {
  const auto* record = last_record(context.in, requirement);
  if (record == nullptr)
    return MissingPart{std::string(context.item.paragraph),
                       ReportWords{"no record that this responsibility is met",
                                   "aucun enregistrement que cette responsabilité est remplie",
                                   "ningún registro de que se cumple esta responsabilidad"},
                       ReportWords{"record_participation with its evidence",
                                   "record_participation avec sa pièce justificative",
                                   "record_participation con su prueba"}};
  if (!record->record.met)
    return MissingPart{
        std::string(context.item.paragraph),
        ReportText(ReportWords{"recorded as not met since {0} (entry {1})",
                               "enregistrée comme non remplie depuis le {0} (écriture {1})",
                               "registrada como no cumplida desde el {0} (entrada {1})"},
                   day_text(record->effective), record->entry),
        ReportWords{"record_participation once it is met again",
                    "record_participation une fois qu'elle est de nouveau remplie",
                    "record_participation cuando vuelva a cumplirse"}};
  return Sentence{ReportText(ReportWords{"Recorded as met since {0}; evidence: {1}.",
                                         "Enregistrée comme remplie depuis le {0} ; pièce : {1}.",
                                         "Registrada como cumplida desde el {0}; prueba: {1}."},
                             day_text(record->effective), record->record.evidence.reference),
                  {record->entry}};
}

void add_registry(Blocks& blocks, const ReportInputs& in) {
  const auto& registry = in.ledger.registry();
  if (!registry || !in.ledger.serves(in.party())) return;
  const std::string id = registry->registry.to_string();
  blocks.push_back(Sentence{
      ReportText(
          ReportWords{"Registry {0} tracks ITMOs for the Party. It is a journal: nothing in "
                      "it is edited or deleted, and anyone can check with signed proofs that "
                      "it only grew.",
                      "Le registre {0} assure le suivi des ITMO pour la Partie. C'est un "
                      "journal : rien n'y est modifié ni effacé, et chacun peut vérifier par "
                      "des preuves signées qu'il n'a fait que croître.",
                      "El registro {0} hace el seguimiento de los ITMO para la Parte. Es un "
                      "diario: nada se modifica ni se borra en él, y cualquiera puede "
                      "comprobar con pruebas firmadas que solo ha crecido."},
          id),
      in.entries.of(OpenRegistry::kType, id)});
}

void add_inventories(Blocks& blocks, const ReportInputs& in) {
  const ledger::PartyState* party = in.ledger.find_party(in.party());
  if (party == nullptr || party->inventories.empty()) {
    blocks.push_back(Sentence{ReportWords{"No inventory figure is recorded yet.",
                                          "Aucun chiffre d'inventaire n'est encore enregistré.",
                                          "Aún no hay ninguna cifra de inventario registrada."}});
    return;
  }
  const auto latest = std::ranges::max_element(
      party->inventories, {}, [](const auto& inventory) { return inventory.record.year; });
  blocks.push_back(Sentence{
      ReportText(ReportWords{"The latest inventory year recorded is {0} (basis: {1}).",
                             "La dernière année d'inventaire enregistrée est {0} (nature : {1}).",
                             "El último año de inventario registrado es {0} (carácter: {1})."},
                 latest->record.year.value(), basis_text(latest->record.basis)),
      {latest->entry}});
}

}  // namespace

Blocks participation_part(const PartContext& context) {
  const Requirement requirement = requirement_of(context.item);
  Blocks blocks{record_block(context, requirement)};
  if (requirement == Requirement::tracking_arrangements) add_registry(blocks, context.in);
  if (requirement == Requirement::inventory_report) add_inventories(blocks, context.in);
  return blocks;
}

}  // namespace openitmo::reporting
