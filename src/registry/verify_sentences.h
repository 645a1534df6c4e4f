#pragma once

#include "quantity/language.h"

// Every sentence that a verification says, in both languages, with {} where a name or figure goes.
namespace openitmo::registry {

namespace verify_sentences {

inline constexpr Words kEntryPlace{"{} entry {}", "{} écriture {}"};
inline constexpr Words kComponentPlace{"{} report {} component {}", "{} rapport {} composant {}"};
inline constexpr Words kVintagePlace{"{} report {} component {} vintage {}",
                                     "{} rapport {} composant {} millésime {}"};

inline constexpr Words kFileMissing{"the file is missing", "le fichier manque"};
inline constexpr Words kFileUnaccounted{
    "no journal and no act accounts for this file; take it out of the folder",
    "aucun journal et aucun acte n'explique ce fichier ; retirez-le du dossier"};
inline constexpr Words kFileNotRecomputed{
    "the file was altered: made again from the journals and the evidence it has other bytes, "
    "the first difference is at byte {}",
    "le fichier a été altéré : refait à partir des journaux et des pièces, il a d'autres octets, "
    "la première différence est à l'octet {}"};
inline constexpr Words kFileOtherHash{
    "the file was altered: the journal has another hash of it",
    "le fichier a été altéré : le journal en a une autre empreinte"};

inline constexpr Words kJournalMissing{
    "the journal is missing: registry {} belongs to this run",
    "le journal manque : le registre {} fait partie de cette exécution"};
inline constexpr Words kDatabaseDamage{"the database reports damage: {}",
                                       "la base de données signale un dommage : {}"};
inline constexpr Words kJournalBroken{"{}", "le journal ne tient pas : {}"};
inline constexpr Words kInvariantBroken{"{}", "un invariant n'est pas respecté (« {} »)"};
inline constexpr Words kWorldBroken{"taken together the journals break a rule: {}",
                                    "pris ensemble, les journaux violent une règle : {}"};

inline constexpr Words kEvidenceAltered{
    "the file was altered: its bytes have sha256 {}, the run had {}",
    "le fichier a été altéré : ses octets ont le sha256 {}, l'exécution avait {}"};
inline constexpr Words kEvidenceUnlisted{"the file is not in evidence.sha256",
                                         "le fichier n'est pas dans evidence.sha256"};
inline constexpr Words kEvidenceUnreadable{"cannot be read, so nothing is recomputed: {}",
                                           "illisible, donc rien n'est recalculé : {}"};
inline constexpr Words kDocumentMissing{"no evidence file has the bytes of document {} (sha256 {})",
                                        "aucune pièce n'a les octets du document {} (sha256 {})"};

inline constexpr Words kDataDiffer{"the monitoring data are not those reported: {}",
                                   "les données de suivi ne sont pas celles du rapport : "
                                   "{}"};
inline constexpr Words kReductionsDiffer{"recorded {} kg CO2 eq, recomputed {}",
                                         "inscrit {} kg éq. CO2, recalculé {}"};
inline constexpr Words kResultDiffers{
    "the recomputed result has other bytes than the one reported",
    "le résultat recalculé a d'autres octets que celui du rapport"};
inline constexpr Words kOtherTimeZoneData{
    "made with time zone data {}, recomputed with {} of this machine; only that name was taken "
    "from "
    "the stored result",
    "fait avec les données de fuseaux horaires {}, recalculé avec {} de cette machine ; seul ce "
    "nom "
    "a été repris du résultat enregistré"};
inline constexpr Words kNotQuantified{"cannot be recomputed: {}",
                                      "ne peut pas être recalculé : {}"};
inline constexpr Words kListMissing{"their list is missing", "leur liste manque"};
inline constexpr Words kSomeFileMissing{"a file is missing", "un fichier manque"};
inline constexpr Words kComponentMissing{"the evidence has no component {}",
                                         "les pièces n'ont pas de composant {}"};

inline constexpr Words kIssuanceFromOther{"the issuance does not start from the verified result",
                                          "la délivrance ne part pas du résultat vérifié"};
inline constexpr Words kDeficitDiffers{"deficit brought forward {} kg, recomputed {}",
                                       "déficit repris {} kg, recalculé {}"};
inline constexpr Words kIssuedDiffers{"issued {} t, recomputed {}", "délivré {} t, recalculé {}"};

inline constexpr Words kOpinionBroken{"the verifier's opinion does not hold: {}",
                                      "l'avis du vérificateur ne tient pas : {}"};

inline constexpr Words kProofBroken{"the proof does not hold: {}", "la preuve ne tient pas : {}"};
inline constexpr Words kForeignDiffers{
    "{} has another entry {} than the one proven then",
    "{} a une autre écriture {} que celle qui fut prouvée alors"};

inline constexpr Words kSubmissionDiffers{"the submission {} drawn again is not what was submitted",
                                          "la soumission {} refaite n'est pas ce qui fut soumis"};
inline constexpr Words kSubmissionFileDiffers{
    "the file was altered: it is not what was submitted",
    "le fichier a été altéré : il n'est pas ce qui fut soumis"};

inline constexpr Words kEntryNotFromActs{
    "the acts of the evidence, carried out again, give another entry",
    "les actes des pièces, exécutés de nouveau, donnent une autre écriture"};
inline constexpr Words kEntryCountDiffers{
    "has {} entries; the acts of the evidence, carried out again, give {}",
    "a {} écritures ; les actes des pièces, exécutés de nouveau, en donnent {}"};

inline constexpr Words kNoJournals{
    "This run holds no journals: its programme only quantifies. Nothing here is signed; what is "
    "verified is that results and reports follow from the evidence beside them.",
    "Cette exécution n'a pas de journaux : son programme ne fait que quantifier. Rien n'y est "
    "signé ; ce qui est vérifié est que résultats et rapports découlent des pièces jointes."};
inline constexpr Words kNotCompared{"Not compared: {}", "Non comparé : {}"};
inline constexpr Words kMadeAgain{
    "files made again from journals and evidence, compared byte for byte",
    "fichiers refaits à partir des journaux et des pièces, comparés octet par octet"};
inline constexpr Words kComparedAgrees{"What was compared agrees", "Ce qui a été comparé concorde"};
inline constexpr Words kDifferences{"differences were found", "différences ont été trouvées"};
inline constexpr Words kOneDifference{"difference was found", "différence a été trouvée"};

}  // namespace verify_sentences

}  // namespace openitmo::registry
