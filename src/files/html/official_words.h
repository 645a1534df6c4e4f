#pragma once

#include "quantity/report_text.h"

// The words around the sections of a document that goes to Parties.
namespace openitmo::files::official {

inline constexpr ReportWords kPage{"Page", "Page", "Página"};
inline constexpr ReportWords kContents{"Contents", "Table des matières", "Índice"};
inline constexpr ReportWords kKind{"Article 6, paragraph 2, of the Paris Agreement",
                                   "Article 6, paragraphe 2, de l'Accord de Paris",
                                   "Artículo 6, párrafo 2, del Acuerdo de París"};
inline constexpr ReportWords kMoment{
    "{0}. Drawn on {1} from registry {2} with {3} entries.",
    "{0}. Établi le {1} d'après le registre {2}, qui compte {3} écritures.",
    "{0}. Elaborado el {1} a partir del registro {2}, con {3} entradas."};
inline constexpr ReportWords kDraft{"DRAFT, INCOMPLETE", "PROJET, INCOMPLET",
                                    "BORRADOR, INCOMPLETO"};
inline constexpr ReportWords kMissingCount{
    "Missing: {0}. Each stands at its place in the document as well.",
    "Manque : {0}. Chaque élément est aussi signalé à sa place dans le document.",
    "Falta: {0}. Cada elemento figura también en su lugar del documento."};
inline constexpr ReportWords kMissing{"Missing", "Manque", "Falta"};
inline constexpr ReportWords kRemedy{"What to do: {0}", "Que faire : {0}", "Qué hacer: {0}"};
inline constexpr ReportWords kParagraph{"para. {0}", "par. {0}", "párr. {0}"};
inline constexpr ReportWords kStated{"Stated by the Party; basis: {0}.",
                                     "Déclaré par la Partie ; nature : {0}.",
                                     "Declarado por la Parte; carácter: {0}."};
inline constexpr ReportWords kSource{" Source: {0}.", " Source : {0}.", " Fuente: {0}."};
inline constexpr ReportWords kEvidence{
    " Evidence: {0} (SHA-256 {1}).", " Pièce : {0} (SHA-256 {1}).", " Prueba: {0} (SHA-256 {1})."};
inline constexpr ReportWords kUnchanged{
    " As in the initial report; no update is stated.",
    " Comme dans le rapport initial ; aucune mise à jour n'est déclarée.",
    " Como en el informe inicial; no se declara ninguna actualización."};
inline constexpr ReportWords kConfidential{
    "Confidential information; it is withheld here. Basis for its protection: {0}",
    "Information confidentielle ; elle n'est pas montrée ici. Fondement de sa protection : {0}",
    "Información confidencial; no se muestra aquí. Fundamento de su protección: {0}"};
inline constexpr ReportWords kEntry{"entry", "écriture", "entrada"};
inline constexpr ReportWords kEntries{"entries", "écritures", "entradas"};
inline constexpr ReportWords kAssumptions{"Assumptions behind the figures",
                                          "Hypothèses derrière les chiffres",
                                          "Supuestos en que se basan las cifras"};
inline constexpr ReportWords kNamedEntries{"Journal entries behind this document",
                                           "Écritures du journal derrière ce document",
                                           "Entradas del diario en que se basa este documento"};
inline constexpr ReportWords kEntriesNote{
    "Each figure names the entries that it is made of. Registry {0} proves for any of them that it "
    "stands in its journal, with itmo prove.",
    "Chaque chiffre nomme les écritures dont il est fait. Le registre {0} prouve, pour chacune, "
    "qu'elle se trouve dans son journal, avec itmo prove.",
    "Cada cifra nombra las entradas de las que está hecha. El registro {0} prueba que cualquiera "
    "de ellas está en su diario, con itmo prove."};
inline constexpr ReportWords kNumber{"Entry", "Écriture", "Entrada"};
inline constexpr ReportWords kEffective{"Effective", "Prend effet", "Surte efecto"};
inline constexpr ReportWords kRecorded{"Recorded", "Enregistrée", "Registrada"};
inline constexpr ReportWords kType{"Type", "Type", "Tipo"};

}  // namespace openitmo::files::official
