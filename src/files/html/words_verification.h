#pragma once

#include "quantity/language.h"

namespace openitmo::files::words {

inline constexpr Words verification_section{"Verification", "Vérification"};
inline constexpr Words verification_intro{
    "An independent verifier examines each monitoring report. What it finds is answered by the "
    "participant and closed by the verifier; nothing is issued while a finding against the report "
    "is open. A forward action is for the next report.",
    "Un vérificateur indépendant examine chaque rapport de suivi. Le participant répond à ses "
    "constats et le vérificateur les clôt ; rien n'est délivré tant qu'un constat sur le rapport "
    "est ouvert. Une action future est à faire pour le rapport suivant."};
inline constexpr Words verification_reports{"Monitoring reports and what was concluded",
                                            "Rapports de suivi et conclusions"};
inline constexpr Words verification_report{"Report", "Rapport"};
inline constexpr Words verification_period{"Period", "Période"};
inline constexpr Words verification_days{"{0} to {1}", "du {0} au {1}"};
inline constexpr Words verification_verifier{"Verifier", "Vérificateur"};
inline constexpr Words verification_conclusion{"Conclusion", "Conclusion"};
inline constexpr Words verification_pending{"none yet", "pas encore"};
inline constexpr Words verification_positive{"positive, {0}", "positive, le {0}"};
inline constexpr Words verification_negative{"negative, {0}", "négative, le {0}"};
inline constexpr Words verification_threshold{"Materiality threshold", "Seuil de signification"};
inline constexpr Words verification_error{"Extrapolated error", "Erreur extrapolée"};
inline constexpr Words verification_percent{"{0} %", "{0} %"};
inline constexpr Words verification_opinion{"Opinion", "Avis"};
inline constexpr Words verification_signed{"signed", "signé"};
inline constexpr Words verification_not_signed{"not signed", "non signé"};
inline constexpr Words verification_findings{"Findings", "Constats"};
inline constexpr Words verification_no_findings{"No finding was raised.",
                                                "Aucun constat n'a été émis."};
inline constexpr Words verification_finding{"Finding", "Constat"};
inline constexpr Words verification_against{"Against", "Sur"};
inline constexpr Words verification_kind{"Kind", "Nature"};
inline constexpr Words verification_about{"About", "Objet"};
inline constexpr Words verification_state{"State", "État"};
inline constexpr Words verification_returned{"Answers returned", "Réponses renvoyées"};
inline constexpr Words verification_closed_in{"{0}, in report {1}", "{0}, dans le rapport {1}"};
inline constexpr Words verification_note{"Opinion on {0}, as it was signed",
                                         "Avis sur {0}, tel qu'il a été signé"};
inline constexpr Words verification_keys{
    "The keys with which verifiers sign stand in the journals; itmo verify checks every opinion.",
    "Les clés avec lesquelles les vérificateurs signent sont dans les journaux ; itmo verify "
    "contrôle chaque avis."};

}  // namespace openitmo::files::words
