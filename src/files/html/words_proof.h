#pragma once

#include "quantity/language.h"

namespace openitmo::files::words {

inline constexpr Words proof_section{"Proof", "Preuve"};
inline constexpr Words proof_intro{
    "Each registry is a journal to which entries are only added. Its tree head, signed by the "
    "registry, commits to every entry: changing one changes the head.",
    "Chaque registre est un journal auquel on ne fait qu'ajouter des écritures. Sa tête d'arbre, "
    "signée par le registre, engage chaque écriture : en changer une change la tête."};
inline constexpr Words proof_registry{"Registry", "Registre"};
inline constexpr Words proof_entries{"Entries", "Écritures"};
inline constexpr Words proof_root{"Tree head (root hash, SHA-256)",
                                  "Tête d'arbre (empreinte racine, SHA-256)"};
inline constexpr Words proof_key{"Verifier key of {0}", "Clé de vérification de {0}"};
inline constexpr Words proof_checkpoint{"Signed checkpoint of {0}",
                                        "Point de contrôle signé de {0}"};
inline constexpr Words proof_exchanged{
    "Proofs that the registries gave each other: {0}. They are files of the folder proofs/.",
    "Preuves que les registres se sont données : {0}. Ce sont des fichiers du dossier proofs/."};
inline constexpr Words proof_which{"Their names", "Leurs noms"};
inline constexpr Words verify_heading{"How to verify", "Comment vérifier"};
inline constexpr Words verify_all{
    "Replay the journals, recompute every issued quantity from its monitoring data, rebuild trees "
    "and balances, and name what differs (<out> is the folder of the run):",
    "Rejouer les journaux, recalculer chaque quantité délivrée à partir de ses données de suivi, "
    "reconstruire arbres et bilans, et nommer ce qui diffère (<out> est le dossier de "
    "l'exécution) :"};
inline constexpr Words verify_trace{"Follow one unit from the weighbridge to the reported row:",
                                    "Suivre une unité du pont-bascule à la ligne déclarée :"};
inline constexpr Words verify_one{
    "Check one proof without any database, with the verifier key alone:",
    "Vérifier une preuve sans aucune base de données, avec la seule clé de vérification :"};
inline constexpr Words shows_heading{"What a proof shows", "Ce qu'une preuve montre"};
inline constexpr Words shows_stands{"that an entry stands in the journal, word for word;",
                                    "qu'une écriture est dans le journal, mot pour mot ;"};
inline constexpr Words shows_grew{"that the journal only grew since an earlier checkpoint;",
                                  "que le journal n'a fait que croître depuis un point de contrôle "
                                  "antérieur ;"};
inline constexpr Words shows_follows{
    "that tonnes, holdings, adjustments and reports follow from the entries and the monitoring "
    "files named by hash, since anyone can recompute them.",
    "que tonnes, avoirs, ajustements et rapports découlent des écritures et des fichiers de suivi "
    "nommés par leur empreinte, puisque chacun peut les recalculer."};
inline constexpr Words shows_not_heading{"What it does not show", "Ce qu'elle ne montre pas"};
inline constexpr Words shows_not_true{
    "that a scale was right or a document truthful: that is what verifiers and both Parties "
    "examine;",
    "qu'une bascule était juste ou un document sincère : c'est ce qu'examinent les vérificateurs "
    "et "
    "les deux Parties ;"};
inline constexpr Words shows_not_lawful{
    "that an assumption is right: assumptions are named in this report, to be judged;",
    "qu'une hypothèse est juste : les hypothèses sont nommées dans ce rapport, pour être jugées ;"};
inline constexpr Words shows_not_only{
    "that this is the only journal under the key: that needs witnesses who compare heads.",
    "que ce journal est le seul sous cette clé : il faut pour cela des témoins qui comparent les "
    "têtes."};

inline constexpr Words sources_section{"Sources, assumptions and refusals",
                                       "Sources, hypothèses et refus"};
inline constexpr Words sources_caption{"Published figures and where they come from",
                                       "Chiffres publiés et leur provenance"};
inline constexpr Words source_figure{"Figure", "Chiffre"};
inline constexpr Words source_source{"Source", "Source"};
inline constexpr Words source_confidence{"Confidence", "Confiance"};
inline constexpr Words source_confidence_note{
    "High: two independent sources or the primary document. Medium: one credible source. Low: "
    "unconfirmed.",
    "Élevée : deux sources indépendantes ou le document d'origine. Moyenne : une source crédible. "
    "Faible : non confirmé."};
inline constexpr Words assumptions_all{"What is assumed", "Ce qui est supposé"};
inline constexpr Words assumption_fictitious{
    "The acts, documents and measurements of this programme are invented. Figures with a source "
    "are "
    "published.",
    "Les actes, documents et mesures de ce programme sont inventés. Les chiffres avec une source "
    "sont publiés."};
inline constexpr Words assumption_party{"{0}: {1}", "{0} : {1}"};
inline constexpr Words assumption_parameter{
    "{0}: {1} = {2}, the programme's own value ({3}; confidence {4}).",
    "{0} : {1} = {2}, valeur propre au programme ({3} ; confiance {4})."};
inline constexpr Words assumption_declared{
    "{0}: amounts are declared per year, not measured.",
    "{0} : les quantités sont déclarées par année, non mesurées."};
inline constexpr Words assumption_none{"Nothing besides the default values named above.",
                                       "Rien en dehors des valeurs par défaut nommées plus haut."};
inline constexpr Words refusals_heading{"What was refused, and why",
                                        "Ce qui a été refusé, et pourquoi"};
inline constexpr Words refusals_none{"Nothing was refused.", "Rien n'a été refusé."};
inline constexpr Words refusal_act{"Act", "Acte"};
inline constexpr Words refusal_place{"Place", "Endroit"};
inline constexpr Words refusal_reason{"Reason and remedy", "Raison et remède"};
inline constexpr Words evidence_summary{"Files read, by hash ({0})",
                                        "Fichiers lus, par empreinte ({0})"};
inline constexpr Words evidence_file{"File", "Fichier"};

}  // namespace openitmo::files::words
