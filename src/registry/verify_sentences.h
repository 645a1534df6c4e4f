#pragma once

#include <string_view>

// Every sentence that a verification says, in both languages, with {} where a name or figure goes.
namespace openitmo::registry {

struct VerifySentence {
  std::string_view en;
  std::string_view fr;
};

namespace verify_sentences {

inline constexpr VerifySentence kEntryPlace{"{} entry {}", "{} écriture {}"};
inline constexpr VerifySentence kComponentPlace{"{} report {} component {}",
                                                "{} rapport {} composant {}"};
inline constexpr VerifySentence kVintagePlace{"{} report {} component {} vintage {}",
                                              "{} rapport {} composant {} millésime {}"};

inline constexpr VerifySentence kFileMissing{"the file is missing", "le fichier manque"};
inline constexpr VerifySentence kFileUnaccounted{
    "no journal and no act accounts for this file; take it out of the folder",
    "aucun journal et aucun acte n'explique ce fichier ; retirez-le du dossier"};
inline constexpr VerifySentence kFileNotRecomputed{
    "the file was altered: made again from the journals and the evidence it has other bytes, "
    "the first difference is at byte {}",
    "le fichier a été altéré : refait à partir des journaux et des pièces, il a d'autres octets, "
    "la première différence est à l'octet {}"};
inline constexpr VerifySentence kFileOtherHash{
    "the file was altered: the journal has another hash of it",
    "le fichier a été altéré : le journal en a une autre empreinte"};

inline constexpr VerifySentence kJournalMissing{
    "the journal is missing: registry {} belongs to this run",
    "le journal manque : le registre {} fait partie de cette exécution"};
inline constexpr VerifySentence kDatabaseDamage{"the database reports damage: {}",
                                                "la base de données signale un dommage : {}"};
inline constexpr VerifySentence kJournalBroken{"{}", "le journal ne tient pas : {}"};
inline constexpr VerifySentence kWorldBroken{"taken together the journals break a rule: {}",
                                             "pris ensemble, les journaux violent une règle : {}"};

inline constexpr VerifySentence kEvidenceAltered{
    "the file was altered: its bytes have sha256 {}, the run had {}",
    "le fichier a été altéré : ses octets ont le sha256 {}, l'exécution avait {}"};
inline constexpr VerifySentence kEvidenceUnlisted{"the file is not in evidence.sha256",
                                                  "le fichier n'est pas dans evidence.sha256"};
inline constexpr VerifySentence kEvidenceUnreadable{"cannot be read, so nothing is recomputed: {}",
                                                    "illisible, donc rien n'est recalculé : {}"};
inline constexpr VerifySentence kDocumentMissing{
    "no evidence file has the bytes of document {} (sha256 {})",
    "aucune pièce n'a les octets du document {} (sha256 {})"};

inline constexpr VerifySentence kDataDiffer{"the monitoring data are not those reported: {}",
                                            "les données de suivi ne sont pas celles du rapport : "
                                            "{}"};
inline constexpr VerifySentence kReductionsDiffer{"recorded {} kg CO2 eq, recomputed {}",
                                                  "inscrit {} kg éq. CO2, recalculé {}"};
inline constexpr VerifySentence kResultDiffers{
    "the recomputed result has other bytes than the one reported",
    "le résultat recalculé a d'autres octets que celui du rapport"};
inline constexpr VerifySentence kNotQuantified{"cannot be recomputed: {}",
                                               "ne peut pas être recalculé : {}"};
inline constexpr VerifySentence kListMissing{"their list is missing", "leur liste manque"};
inline constexpr VerifySentence kSomeFileMissing{"a file is missing", "un fichier manque"};
inline constexpr VerifySentence kComponentMissing{"the evidence has no component {}",
                                                  "les pièces n'ont pas de composant {}"};

inline constexpr VerifySentence kIssuanceFromOther{
    "the issuance does not start from the verified result",
    "la délivrance ne part pas du résultat vérifié"};
inline constexpr VerifySentence kDeficitDiffers{"deficit brought forward {} kg, recomputed {}",
                                                "déficit repris {} kg, recalculé {}"};
inline constexpr VerifySentence kIssuedDiffers{"issued {} t, recomputed {}",
                                               "délivré {} t, recalculé {}"};

inline constexpr VerifySentence kProofBroken{"the proof does not hold: {}",
                                             "la preuve ne tient pas : {}"};
inline constexpr VerifySentence kForeignDiffers{
    "{} has another entry {} than the one proven then",
    "{} a une autre écriture {} que celle qui fut prouvée alors"};

inline constexpr VerifySentence kSubmissionDiffers{
    "the submission {} drawn again is not what was submitted",
    "la soumission {} refaite n'est pas ce qui fut soumis"};
inline constexpr VerifySentence kSubmissionFileDiffers{
    "the file was altered: it is not what was submitted",
    "le fichier a été altéré : il n'est pas ce qui fut soumis"};

inline constexpr VerifySentence kEntryNotFromActs{
    "the acts of the evidence, carried out again, give another entry",
    "les actes des pièces, exécutés de nouveau, donnent une autre écriture"};
inline constexpr VerifySentence kEntryCountDiffers{
    "has {} entries; the acts of the evidence, carried out again, give {}",
    "a {} écritures ; les actes des pièces, exécutés de nouveau, en donnent {}"};

inline constexpr VerifySentence kNotCompared{"Not compared: {}", "Non comparé : {}"};
inline constexpr VerifySentence kMadeAgain{
    "files made again from journals and evidence, compared byte for byte",
    "fichiers refaits à partir des journaux et des pièces, comparés octet par octet"};
inline constexpr VerifySentence kComparedAgrees{"What was compared agrees",
                                                "Ce qui a été comparé concorde"};
inline constexpr VerifySentence kDifferences{"differences were found",
                                             "différences ont été trouvées"};
inline constexpr VerifySentence kOneDifference{"difference was found", "différence a été trouvée"};

}  // namespace verify_sentences

}  // namespace openitmo::registry
