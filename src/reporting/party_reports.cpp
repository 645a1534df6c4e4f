#include "reporting/party_reports.h"

#include <algorithm>

#include "reporting/recommendations.h"

namespace openitmo::reporting {

namespace {

std::size_t depth_of(std::string_view number) {
  return static_cast<std::size_t>(std::ranges::count(number, '.'));
}

// Builds sections along an outline; those that stand in a chapter of an approach come again for
// each.
class OutlineWalk {
 public:
  OutlineWalk(const ReportInputs& in, PartContext context) : in_(in), context_(context) {}

  DocumentSection section_of(const OutlineItem& item) {
    DocumentSection section{.number = std::string(item.number),
                            .paragraph = std::string(item.paragraph),
                            .heading = item.heading,
                            .approach = context_.approach.to_string()};
    if (excused(item, section)) return section;
    const PartContext context{.in = in_,
                              .item = item,
                              .approach = context_.approach,
                              .span = context_.span,
                              .earlier = context_.earlier,
                              .now = context_.now};
    section.blocks = part_blocks(context);
    const bool out_of_place = std::ranges::any_of(section.blocks, [](const Block& block) {
      return std::holds_alternative<NotApplicable>(block);
    });
    add_statement(section, item, out_of_place);
    return section;
  }

 private:
  // Chapter II is due only until a biennial transparency report describes the NDC.
  bool excused(const OutlineItem& item, DocumentSection& section) const {
    if (item.number != "II" && !item.number.starts_with("II.")) return false;
    if (item.paragraph == "21(b)") return false;
    const PartyStatement* reason = in_.statements.find("18(b)", {});
    if (reason == nullptr || is_blank(reason->not_applicable.in(in_.language))) return false;
    section.blocks.push_back(NotApplicable{reason->not_applicable});
    return true;
  }

  void add_statement(DocumentSection& section, const OutlineItem& item, bool out_of_place) const {
    if (item.need == StatementNeed::not_asked) return;
    const PartyStatement* statement = in_.statements.find(item.statement, context_.approach);
    bool from_earlier = false;
    if (statement == nullptr && !item.earlier.empty()) {
      statement = in_.statements.find(item.earlier, context_.approach);
      from_earlier = statement != nullptr;
    }
    if (statement == nullptr) {
      if (item.need == StatementNeed::required && !out_of_place)
        section.blocks.push_back(no_statement(item));
      return;
    }
    // The Party's words first, then what bears them out.
    section.blocks.insert(section.blocks.begin(),
                          statement_block(in_, *statement, item.paragraph, from_earlier));
  }

  Block no_statement(const OutlineItem& item) const {
    return MissingPart{
        std::string(item.paragraph),
        ReportWords{"the Party's own words", "les termes de la Partie",
                    "la exposición de la Parte"},
        ReportText(ReportWords{"a statement for \"{0}\", or the reason why it does not apply",
                               "une déclaration pour « {0} », ou le motif pour lequel c'est sans "
                               "objet",
                               "una declaración para «{0}», o el motivo por el que no procede"},
                   item.statement)};
  }

  const ReportInputs& in_;
  PartContext context_;
};

// Puts a section where its number says, below the last one of less depth.
void place(std::vector<DocumentSection>& sections, DocumentSection section) {
  std::vector<DocumentSection>* level = &sections;
  for (std::size_t depth = depth_of(section.number); depth > 0 && !level->empty(); --depth)
    level = &level->back().sections;
  level->push_back(std::move(section));
}

void walk(OfficialDocument& document, const ReportInputs& in, const PartContext& context,
          std::span<const OutlineItem> items) {
  OutlineWalk sections(in, context);
  for (const OutlineItem& item : items) place(document.sections, sections.section_of(item));
}

constexpr OutlineItem kNoItem{.number = {}, .paragraph = {}, .heading = {"-", "-", "-"}};

PartContext plain(const ReportInputs& in) { return {.in = in, .item = kNoItem}; }

// In place of the chapter, so that the report neither skips a number nor looks complete.
DocumentSection chapter_without_approach(const OutlineItem& chapter) {
  return {.number = std::string(chapter.number),
          .paragraph = std::string(chapter.paragraph),
          .heading = chapter.heading,
          .blocks = {
              MissingPart{std::string(chapter.paragraph),
                          ReportWords{"no cooperative approach of the Party is recorded",
                                      "aucune démarche concertée de la Partie n'est enregistrée",
                                      "no hay registrado ningún enfoque cooperativo de la Parte"},
                          ReportWords{"record_cooperative_approach", "record_cooperative_approach",
                                      "record_cooperative_approach"}}}};
}

// The outline with its chapter of an approach repeated for each.
void walk_all(OfficialDocument& document, const ReportInputs& in, const PartContext& context,
              std::span<const OutlineItem> outline) {
  const auto first = std::ranges::find(outline, true, &OutlineItem::per_approach);
  const auto end = std::find_if(first, outline.end(),
                                [](const OutlineItem& item) { return !item.per_approach; });
  walk(document, in, context, std::span(outline.begin(), first));
  const std::vector<CooperativeApproachId> approaches = approaches_of(in.ledger, in.party());
  if (approaches.empty()) place(document.sections, chapter_without_approach(*first));
  for (const CooperativeApproachId approach : approaches) {
    PartContext of_approach = context;
    of_approach.approach = approach;
    walk(document, in, of_approach, std::span(first, end));
  }
  walk(document, in, context, std::span(end, outline.end()));
}

std::vector<ConfidentialPart> confidential_parts(const OfficialDocument& document) {
  std::vector<ConfidentialPart> parts;
  for (const DocumentSection* section : all_sections(document))
    for (const Block& block : section->blocks)
      if (const auto* part = std::get_if<ConfidentialPart>(&block))
        if (std::ranges::find(parts, *part) == parts.end()) parts.push_back(*part);
  return parts;
}

// Annex II of regular information; other documents get one where something is withheld.
DocumentSection* confidential_annex(OfficialDocument& document, bool is_needed) {
  static constexpr std::string_view kNumber = "Annex II";
  for (DocumentSection& section : document.sections)
    if (section.number == kNumber) return &section;
  if (!is_needed) return nullptr;
  static constexpr ReportWords kHeading{"Annex: confidential information",
                                        "Annexe : informations confidentielles",
                                        "Anexo: información confidencial"};
  document.sections.push_back({.paragraph = "24", .heading = kHeading});
  return &document.sections.back();
}

// What this document withholds; the texts only where they are asked for.
void fill_confidential(OfficialDocument& document, const ReportInputs& in) {
  const std::vector<ConfidentialPart> parts = confidential_parts(document);
  DocumentSection* annex = confidential_annex(document, !parts.empty());
  if (annex == nullptr) return;
  for (const ConfidentialPart& part : parts) {
    annex->blocks.push_back(Sentence{
        ReportText(ReportWords{"{0}: {1}", "{0} : {1}", "{0}: {1}"}, part.paragraph, part.basis)});
    const PartyStatement* statement = in.statements.find(part.paragraph, part.approach);
    if (in.with_confidential && statement != nullptr)
      annex->blocks.push_back(StatedText{statement->text, statement->basis, statement->source,
                                         statement->evidence, false});
  }
  if (parts.empty())
    annex->blocks.push_back(Sentence{ReportWords{"Nothing in this report is confidential.",
                                                 "Rien dans ce rapport n'est confidentiel.",
                                                 "Nada en este informe es confidencial."}});
}

}  // namespace

std::vector<CooperativeApproachId> approaches_of(const ledger::Ledger& ledger, PartyId party) {
  std::vector<CooperativeApproachId> approaches;
  for (const auto& [id, state] : ledger.approaches())
    if (state.has_party(party)) approaches.push_back(id);
  return approaches;
}

bool is_demonstration(const ReportInputs& in) {
  if (in.accounts.ndc && in.accounts.ndc->record.basis == Basis::fictitious) return true;
  return std::ranges::any_of(
             in.ledger.approaches(),
             [](const auto& approach) { return approach.second.record.record.demonstration; }) ||
         std::ranges::any_of(in.accounts.figures.years,
                             [](const accounting::YearAccount& year) {
                               return year.inventory && year.inventory->basis == Basis::fictitious;
                             }) ||
         std::ranges::any_of(in.statements.statements, [](const PartyStatement& statement) {
           return statement.basis == Basis::fictitious;
         });
}

void complete_document(OfficialDocument& document, const ReportInputs& in) {
  document.party = in.party();
  document.date = in.date;
  document.entry_count = in.ledger.entry_count();
  if (in.ledger.registry()) document.registry = in.ledger.registry()->registry;
  document.demonstration = is_demonstration(in);
  fill_confidential(document, in);
  for (const accounting::Assumption& assumption : in.accounts.assumptions)
    document.assumptions.push_back(assumption_text(assumption));
  for (const std::uint64_t number : named_entries(document))
    if (const EntryIndex::Line* line = in.entries.find(number))
      document.entries.push_back(
          {number, line->effective, line->recorded, std::string(line->type)});
}

OfficialDocument initial_report(const ReportInputs& in) {
  OfficialDocument document{.kind = DocumentKind::initial_report};
  document.title = ReportText(
      ReportWords{"Initial report of {0}", "Rapport initial : {0}", "Informe inicial: {0}"},
      party_text(in, in.party()));
  document.subtitle =
      ReportWords{"Decision 2/CMA.3, annex, paragraph 18; outline of decision 6/CMA.4, annex V",
                  "Décision 2/CMA.3, annexe, paragraphe 18 ; plan de la décision 6/CMA.4, annexe V",
                  "Decisión 2/CMA.3, anexo, párrafo 18; esquema de la decisión 6/CMA.4, anexo V"};
  walk_all(document, in, plain(in), initial_report_outline());
  complete_document(document, in);
  return document;
}

OfficialDocument updated_initial_report(const ReportInputs& in, CooperativeApproachId approach,
                                        const OfficialDocument* earlier) {
  OfficialDocument document{.kind = DocumentKind::updated_initial_report};
  document.title = ReportText(
      ReportWords{"Updated initial report of {0}: {1}", "Rapport initial mis à jour : {0}, {1}",
                  "Informe inicial actualizado: {0}, {1}"},
      party_text(in, in.party()), in.statements.name_of(approach.to_string(), approach.view()));
  document.subtitle = ReportWords{
      "Decision 2/CMA.3, annex, paragraph 19; outline of decision 6/CMA.4, annex V, chapter IV",
      "Décision 2/CMA.3, annexe, paragraphe 19 ; plan de la décision 6/CMA.4, annexe V, chapitre "
      "IV",
      "Decisión 2/CMA.3, anexo, párrafo 19; esquema de la decisión 6/CMA.4, anexo V, capítulo IV"};
  PartContext context = plain(in);
  context.approach = approach;
  std::vector<OutlineItem> chapter;
  for (const OutlineItem& item : initial_report_outline())
    if (item.per_approach) chapter.push_back(item);
  walk(document, in, context, chapter);
  if (earlier != nullptr) {
    context.earlier = earlier;
    const OfficialDocument now = [&] {
      OfficialDocument whole = document;
      whole.entry_count = in.ledger.entry_count();
      return whole;
    }();
    context.now = &now;
    static constexpr ReportWords kHeading{"What changed", "Ce qui a changé", "Lo que ha cambiado"};
    document.sections.insert(
        document.sections.begin(),
        DocumentSection{.paragraph = "19", .heading = kHeading, .blocks = updates_part(context)});
  }
  add_recommendations(document, in);
  complete_document(document, in);
  return document;
}

OfficialDocument regular_information(const ReportInputs& in, const accounting::Period& span,
                                     const OfficialDocument* earlier) {
  OfficialDocument document{.kind = DocumentKind::regular_information};
  document.title = ReportText(ReportWords{"Regular information of {0}, {1} to {2}",
                                          "Informations régulières : {0}, {1} à {2}",
                                          "Información periódica: {0}, {1} a {2}"},
                              party_text(in, in.party()), span.first.value(), span.last.value());
  document.subtitle = ReportWords{
      "Annex 4 of the biennial transparency report; decision 2/CMA.3, annex, paragraphs 21 to 23; "
      "outline of decision 6/CMA.4, annex VI",
      "Annexe 4 du rapport biennal de transparence ; décision 2/CMA.3, annexe, paragraphes 21 à 23 "
      "; plan de la décision 6/CMA.4, annexe VI",
      "Anexo 4 del informe bienal de transparencia; decisión 2/CMA.3, anexo, párrafos 21 a 23; "
      "esquema de la decisión 6/CMA.4, anexo VI"};
  PartContext context = plain(in);
  context.span = span;
  context.earlier = earlier;
  const OfficialDocument now = initial_report(in);
  context.now = &now;
  walk_all(document, in, context, regular_information_outline());
  add_recommendations(document, in);
  complete_document(document, in);
  return document;
}

}  // namespace openitmo::reporting
