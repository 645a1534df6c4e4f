#pragma once

#include <array>

#include "ledger/refusal.h"

// The refusals from 301 on; part of the catalogue in refusal.cpp.
namespace openitmo::ledger {

inline constexpr std::array kActivityRefusals{
    RefusalText{
        RefusalCode::components_overlap, "components_overlap", "2/CMA.3 annex para 21(e)",
        Words("component {0} is on site {1}, as component {2} is, and their crediting periods "
              "overlap",
              "le composant {0} est sur le site {1}, comme le composant {2}, et leurs périodes de "
              "crédit "
              "se chevauchent"),
        Words("give it another site, or a crediting period that does not overlap",
              "donnez-lui un autre site, ou une période de crédit qui ne chevauche pas")},
    RefusalText{RefusalCode::eligibility_not_met, "eligibility_not_met", "rulebook R-171",
                Words("component {0} does not meet the criterion {1}",
                      "le composant {0} ne satisfait pas au critère {1}"),
                Words("include it once every line of the checklist is met, each with its evidence",
                      "incluez-le quand chaque ligne de la liste est satisfaite, avec sa preuve")},
    RefusalText{RefusalCode::validation_missing, "validation_missing", "rulebook R-173",
                Words("activity {0} has no positive validation",
                      "l'activité {0} n'a pas de validation positive"),
                Words("record the validation conclusion first",
                      "enregistrez d'abord la conclusion de validation")},
    RefusalText{RefusalCode::additionality_missing, "additionality_missing",
                "2/CMA.3 annex para 1(a)",
                Words("activity {0} has no positive conclusion on additionality: {1} is missing or "
                      "not passed",
                      "l'activité {0} n'a pas de conclusion positive d'additionnalité : {1} manque "
                      "ou n'est pas "
                      "satisfait"),
                Words("conclude each of the six tests, with its document",
                      "concluez chacun des six tests, avec son document")},
    RefusalText{RefusalCode::sdg_indicator_missing, "sdg_indicator_missing",
                "2/CMA.3 annex paras 18(i)(iii), 22(h)",
                Words("activity {0} has no indicator for a Sustainable Development Goal",
                      "l'activité {0} n'a pas d'indicateur d'un objectif de développement durable"),
                Words("record at least one indicator, with unit, baseline and target",
                      "enregistrez au moins un indicateur, avec unité, référence et cible")},
    RefusalText{RefusalCode::period_outside_crediting_period, "period_outside_crediting_period",
                "rulebook R-188",
                Words("{0} is outside the crediting period of component {1}, {2} to {3}",
                      "{0} est en dehors de la période de crédit du composant {1}, {2} à {3}"),
                Words("report only days inside the crediting period",
                      "ne déclarez que des jours de la période de crédit")},
    RefusalText{RefusalCode::vintage_outside_monitoring_period, "vintage_outside_monitoring_period",
                "6/CMA.4 para 5",
                Words("vintage {0} is not a year of the monitoring period {1} to {2}",
                      "le millésime {0} n'est pas une année de la période de suivi {1} à {2}"),
                Words("give results for the years of the period only",
                      "ne donnez de résultats que pour les années de la période")},
    RefusalText{
        RefusalCode::result_already_reported, "result_already_reported", "2/CMA.3 annex para 21(e)",
        Words("report {0} gives a result for component {1} and vintage {2} already",
              "le rapport {0} donne déjà un résultat pour le composant {1} et le millésime {2}"),
        Words("correct that report instead of reporting the year twice",
              "corrigez ce rapport au lieu de déclarer l'année deux fois")},
    RefusalText{RefusalCode::sdg_measurement_missing, "sdg_measurement_missing",
                "2/CMA.3 annex para 22(h)",
                Words("report {0} measures no indicator of the activity",
                      "le rapport {0} ne mesure aucun indicateur de l'activité"),
                Words("give a measured value for at least one recorded indicator",
                      "donnez une valeur mesurée pour au moins un indicateur enregistré")},
    RefusalText{RefusalCode::verifier_is_last_validator, "verifier_is_last_validator",
                "rulebook R-187 (CO2 Ordinance Art. 9)",
                Words("{0} validated the activity and cannot verify report {1}",
                      "{0} a validé l'activité et ne peut pas vérifier le rapport {1}"),
                Words("name another verifier", "nommez un autre vérificateur")},
    RefusalText{
        RefusalCode::findings_open, "findings_open", "rulebook R-177",
        Words("{0} has open findings: {1}", "{0} a des constats ouverts : {1}"),
        Words("have them answered and closed first", "faites-les d'abord répondre et clôturer")},
    RefusalText{RefusalCode::verification_missing, "verification_missing",
                "2/CMA.3 annex para 1(a)",
                Words("report {0} has no positive verification",
                      "le rapport {0} n'a pas de vérification positive"),
                Words("record the verification conclusion first",
                      "enregistrez d'abord la conclusion de vérification")},
    RefusalText{
        RefusalCode::examination_missing, "examination_missing", "SR 0.814.012.168.1 Arts. 7-8",
        Words("report {0} is not accepted by Party {1}",
              "le rapport {0} n'est pas accepté par la Partie {1}"),
        Words(
            "both Parties examine a verified report before its transfer is recognised",
            "les deux Parties examinent un rapport vérifié avant la reconnaissance du transfert")},
    RefusalText{
        RefusalCode::earlier_vintage_not_settled, "earlier_vintage_not_settled", "design: numbers",
        Words("vintage {1} of component {0} is not settled yet",
              "le millésime {1} du composant {0} n'est pas encore réglé"),
        Words("settle earlier vintages first: a deficit is deducted from later vintages",
              "réglez d'abord les millésimes antérieurs : un déficit se déduit des millésimes "
              "suivants")},
    RefusalText{
        RefusalCode::vintage_already_settled, "vintage_already_settled", "2/CMA.3 annex para 21(e)",
        Words("vintage {1} of component {0} is settled already",
              "le millésime {1} du composant {0} est déjà réglé"),
        Words("nothing more can be issued for it", "rien de plus ne peut être émis pour lui")},
    RefusalText{
        RefusalCode::result_missing, "result_missing", "2/CMA.3 annex para 1(a)",
        Words("report {0} gives no result for component {1} and vintage {2}",
              "le rapport {0} ne donne pas de résultat pour le composant {1} et le millésime {2}"),
        Words("name a component and vintage that the report covers",
              "nommez un composant et un millésime que le rapport couvre")},
    RefusalText{
        RefusalCode::deficit_not_settled, "deficit_not_settled", "design: numbers",
        Words("component {0} has negative reductions of vintage {1} that are not settled yet",
              "le composant {0} a des réductions négatives du millésime {1} qui ne sont pas "
              "encore réglées"),
        Words("settle them before component {2}: the deficit is deducted from its tonnes",
              "réglez-les avant le composant {2} : le déficit se déduit de ses tonnes")},
    RefusalText{RefusalCode::act_before_its_ground, "act_before_its_ground",
                "design: time and versions",
                Words("the act takes effect on {0}, before {1} of {2}",
                      "l'acte prend effet le {0}, avant {1} du {2}"),
                Words("date it {2} or later", "datez-le du {2} ou après")},
    RefusalText{RefusalCode::remedy_open, "remedy_open", "rulebook R-072; 2/CMA.3 annex para 18(h)",
                Words("remedy {0} of activity {1} is open: {2} t CO2 eq are to be replaced by {3}",
                      "la réparation {0} de l'activité {1} est ouverte : {2} t éq. CO2 sont à "
                      "remplacer avant le {3}"),
                Words("settle it first, by cancelling units in its name",
                      "réglez-la d'abord, en annulant des unités à son titre")},
    RefusalText{RefusalCode::finding_unknown, "finding_unknown", "rulebook R-177",
                Words("finding {0} was not raised", "le constat {0} n'a pas été émis"),
                Words("name one that was raised", "nommez-en un qui a été émis")},
    RefusalText{
        RefusalCode::finding_code_used, "finding_code_used", "rulebook R-177",
        Words("finding {0} was raised already, against {1}",
              "le constat {0} a déjà été émis, sur {1}"),
        Words("give each finding a code of its own", "donnez à chaque constat un code à lui")},
    RefusalText{RefusalCode::finding_state_differs, "finding_state_differs", "rulebook R-177",
                Words("finding {0} is {1}, not {2}", "le constat {0} est {1}, non {2}"),
                Words("an open finding is answered; an answered one is returned or closed",
                      "on répond à un constat ouvert ; un constat répondu est renvoyé ou clôturé")},
    RefusalText{RefusalCode::not_verifying_body, "not_verifying_body", "rulebook R-177",
                Words("{0} is not the body that {1}", "{0} n'est pas l'organisme qui {1}"),
                Words("one body raises the findings, closes them and concludes; it takes no part "
                      "in the activity",
                      "un même organisme émet les constats, les clôture et conclut ; il ne prend "
                      "pas part à l'activité")},
    RefusalText{RefusalCode::finding_answered_by_raiser, "finding_answered_by_raiser",
                "rulebook R-177",
                Words("{0} raised finding {1} itself", "{0} a émis le constat {1} lui-même"),
                Words("the participant answers", "c'est au participant de répondre")},
    RefusalText{RefusalCode::report_closed_to_findings, "report_closed_to_findings",
                "rulebook R-177", Words("report {0} {1}", "le rapport {0} {1}"),
                Words("raise it in the report that takes its place; for units that were issued, "
                      "open a remedy",
                      "émettez-le dans le rapport qui le remplace ; pour des unités délivrées, "
                      "ouvrez une réparation")},
    RefusalText{
        RefusalCode::opinion_missing, "opinion_missing", "rulebook R-177",
        Words("{0} has recorded a key, and its conclusion on report {1} is not signed",
              "{0} a inscrit une clé, et sa conclusion sur le rapport {1} n'est pas signée"),
        Words("add the opinion that itmo sign-opinion writes",
              "ajoutez l'avis qu'écrit itmo sign-opinion")},
    RefusalText{RefusalCode::opinion_key_missing, "opinion_key_missing", "rulebook R-177",
                Words("no key of {0} is in force on {1}, so its opinion cannot be checked",
                      "aucune clé de {0} n'est en vigueur le {1}, son avis ne peut être vérifié"),
                Words("record its key first, or leave the opinion out",
                      "inscrivez d'abord sa clé, ou omettez l'avis")},
    RefusalText{RefusalCode::opinion_differs, "opinion_differs", "rulebook R-177",
                Words("line {0} of the opinion is \"{1}\", by the journal it is \"{2}\"",
                      "la ligne {0} de l'avis est « {1} », selon le journal c'est « {2} »"),
                Words("have the verifier sign what the journal says now",
                      "faites signer au vérificateur ce que dit maintenant le journal")},
    RefusalText{RefusalCode::opinion_not_signed, "opinion_not_signed", "rulebook R-177",
                Words("the opinion is not signed with the key of {0}: {1}",
                      "l'avis n'est pas signé avec la clé de {0} : {1}"),
                Words("have it signed with the key that is in force",
                      "faites-le signer avec la clé en vigueur")},
};

}  // namespace openitmo::ledger
