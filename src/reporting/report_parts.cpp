#include "reporting/report_parts.h"

#include "party/iso_3166.h"
#include "quantity/check.h"

namespace openitmo::reporting {

namespace {

// Parts that their subject's file tells apart by the part itself.
using Part = Blocks (*)(const PartContext&);

Part part_of(OutlinePart part) {
  switch (part) {
    case OutlinePart::none:
    case OutlinePart::confidential:  // made when the others are there
      return nullptr;
    case OutlinePart::participation:
      return participation_part;
    case OutlinePart::ndc_target:
    case OutlinePart::ndc_years:
    case OutlinePart::ndc_period:
    case OutlinePart::quantification:
    case OutlinePart::non_ghg_quantification:
    case OutlinePart::policies:
      return ndc_part;
    case OutlinePart::ndc_reference:
    case OutlinePart::ndc_coverage:
      return ndc_description_part;
    case OutlinePart::metrics:
    case OutlinePart::method:
    case OutlinePart::trajectory:
      return method_part;
    case OutlinePart::authorization_copy:
    case OutlinePart::approach:
    case OutlinePart::duration:
    case OutlinePart::expected_mitigation:
    case OutlinePart::parties:
    case OutlinePart::entities:
      return approach_part;
    case OutlinePart::no_net_increase:
    case OutlinePart::quality:
    case OutlinePart::non_permanence:
      return integrity_part;
    case OutlinePart::impacts:
    case OutlinePart::sustainable_development:
    case OutlinePart::limits:
    case OutlinePart::adaptation:
    case OutlinePart::overall_mitigation:
    case OutlinePart::contribution:
    case OutlinePart::measurement:
    case OutlinePart::non_ghg_metric:
      return contribution_part;
    case OutlinePart::authorizations:
      return authorizations_part;
    case OutlinePart::adjustments:
    case OutlinePart::no_further_use:
    case OutlinePart::breakdown:
      return adjustments_part;
    case OutlinePart::updates:
      return updates_part;
  }
  return nullptr;
}

}  // namespace

Blocks part_blocks(const PartContext& context) {
  const Part part = part_of(context.item.part);
  return part == nullptr ? Blocks() : part(context);
}

bool is_cancellation(const ledger::Action& action) {
  using ledger::ActionSubtype;
  return action.type == ledger::ActionType::cancellation ||
         action.subtype == ActionSubtype::voluntary_cancellation_omge ||
         action.subtype == ActionSubtype::mandatory_cancellation_omge ||
         action.subtype == ActionSubtype::other_cancellation;
}

bool ends_units(const ledger::Action& action) {
  return action.type == ledger::ActionType::use || is_cancellation(action) ||
         action.subtype == ledger::ActionSubtype::use_or_cancellation;
}

bool is_blank(const std::string& text) {
  return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

Block statement_block(const ReportInputs& in, const PartyStatement& statement,
                      std::string_view paragraph, bool from_earlier) {
  const bool is_public = statement.confidential.empty();
  if (is_public && !is_blank(statement.not_applicable.in(in.language)))
    return NotApplicable{statement.not_applicable};
  if (is_blank(statement.text.in(in.language)))
    return MissingPart{
        std::string(paragraph),
        ReportText(ReportWords{"the statement does not stand in the language of the report ({0})",
                               "la déclaration n'existe pas dans la langue du rapport ({0})",
                               "la declaración no figura en el idioma del informe ({0})"},
                   code_of(in.language)),
        ReportText(ReportWords{"{0} = \"...\" in the text of \"{1}\"",
                               "{0} = \"...\" dans le texte de « {1} »",
                               "{0} = \"...\" en el texto de «{1}»"},
                   code_of(in.language), statement.paragraph)};
  if (!is_public)
    return ConfidentialPart{statement.confidential, statement.paragraph, statement.approach};
  return StatedText{statement.text, statement.basis, statement.source, statement.evidence,
                    from_earlier};
}

TableCell words_cell(ReportText text, EntryNumbers entries) {
  return {std::move(text), std::move(entries)};
}

TableCell code_cell(std::string_view code, EntryNumbers entries) {
  return {ReportText::name(code), std::move(entries)};
}

TableCell tonnes_cell(const accounting::Figure& figure) {
  return {tonnes_text(figure.quantity_t_co2eq), figure.entries};
}

ReportText unknown_text() { return ReportWords{"unknown", "inconnu", "desconocido"}; }

ReportText party_text(const ReportInputs& in, PartyId party) {
  const auto stated = in.statements.names.find(party.to_string());
  if (stated != in.statements.names.end()) return stated->second;
  const ledger::PartyState* state = in.ledger.find_party(party);
  return state == nullptr ? ReportText::name(party.view())
                          : party_name_text(party, state->record.name);
}

TableCell kilotonnes_cell(const std::optional<Rational>& kilograms, EntryNumbers entries) {
  if (!kilograms) return {unknown_text(), std::move(entries)};
  const Rational tonnes(kilograms->numerator(), kilograms->denominator() * 1000);
  // Inventories are given in whole kilotonnes; only what is not whole shows decimals.
  const bool is_whole = kilograms->is_integer() && kilograms->numerator() % 1'000'000 == 0;
  return {tonnes_text(tonnes, is_whole ? 0 : 3), std::move(entries)};
}

}  // namespace openitmo::reporting
