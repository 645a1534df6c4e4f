#pragma once

#include <array>

#include "ledger/refusal.h"

// The refusals from 201 on; part of the catalogue in refusal.cpp.
namespace openitmo::ledger {

inline constexpr std::array kPartyRefusals{
    RefusalText{
        RefusalCode::method_not_available_for_ndc, "method_not_available_for_ndc",
        "2/CMA.3 annex para 7",
        Words("method {0} is not available for a {1} NDC",
              "la méthode {0} n'est pas disponible pour une CDN {1}"),
        Words("a single-year NDC takes trajectory or averaging, a multi-year NDC the trajectory "
              "or budget",
              "une CDN à année unique prend la trajectoire ou la moyenne, une CDN pluriannuelle "
              "la trajectoire ou le budget")},
    RefusalText{RefusalCode::method_fixed_for_ndc_period, "method_fixed_for_ndc_period",
                "2/CMA.3 annex paras 7, 18(c)",
                Words("Party {0} declared method {1} for {2}",
                      "la Partie {0} a déclaré la méthode {1} pour {2}"),
                Words("keep the method until the end of the NDC implementation period",
                      "gardez la méthode jusqu'à la fin de la période de mise en œuvre de la CDN")},
    RefusalText{
        RefusalCode::trajectory_misses_year, "trajectory_misses_year",
        "2/CMA.3 annex paras 7(a)(i), 7(b)",
        Words("the trajectory has no figure for {0}", "la trajectoire n'a pas de valeur pour {0}"),
        Words("give one figure for each year of the NDC implementation period, or a budget",
              "indiquez une valeur pour chaque année de la période de mise en œuvre de la CDN, "
              "ou un budget")},
    RefusalText{RefusalCode::gwp_set_unknown, "gwp_set_unknown",
                "2/CMA.3 annex para 1(c); 18/CMA.1 annex para 37",
                Words("GWP set \"{0}\" is not known", "le jeu de PRG « {0} » n'est pas connu"),
                Words("use AR5, the common metric of the Paris Agreement",
                      "utilisez AR5, la métrique commune de l'Accord de Paris")},
    RefusalText{RefusalCode::ndc_missing, "ndc_missing", "2/CMA.3 annex para 4(b)",
                Words("Party {0} has no NDC recorded", "la Partie {0} n'a pas de CDN enregistrée"),
                Words("record its NDC first", "enregistrez d'abord sa CDN")},
    RefusalText{RefusalCode::participation_not_met, "participation_not_met", "2/CMA.3 annex para 4",
                Words("Party {0} has not shown that it meets: {1}",
                      "la Partie {0} n'a pas démontré qu'elle satisfait à : {1}"),
                Words("record the evidence for this responsibility",
                      "enregistrez la preuve de cette responsabilité")},
    RefusalText{RefusalCode::party_not_in_approach, "party_not_in_approach",
                "2/CMA.3 annex para 1(d)",
                Words("Party {0} does not take part in cooperative approach {1}",
                      "la Partie {0} ne participe pas à la démarche concertée {1}"),
                Words("name a Party of the cooperative approach",
                      "nommez une Partie de la démarche concertée")},
    RefusalText{
        RefusalCode::initial_report_missing, "initial_report_missing",
        "2/CMA.3 annex paras 18-19; 4/CMA.6 para 27",
        Words("Party {0} has submitted no initial report for {1}",
              "la Partie {0} n'a pas soumis de rapport initial pour {1}"),
        Words("submit it, or record that it comes with the next biennial transparency report",
              "soumettez-le, ou enregistrez qu'il vient avec le prochain rapport biennal de "
              "transparence")},
    RefusalText{
        RefusalCode::ndc_period_conflict, "ndc_period_conflict", "2/CMA.3 annex paras 7-8",
        Words("NDC {1} of Party {0} covers {2} to {3}",
              "la CDN {1} de la Partie {0} couvre {2} à {3}"),
        Words(
            "keep its years in a new version; another NDC covers other years",
            "gardez ses années dans une nouvelle version ; une autre CDN couvre d'autres années")},
    RefusalText{
        RefusalCode::ndc_period_final, "ndc_period_final", "2/CMA.3 annex para 12",
        Words("the accounting of NDC {1} of Party {0} is final since {2}",
              "la comptabilité de la CDN {1} de la Partie {0} est définitive depuis le {2}"),
        Words("nothing recorded from that day on may add or subtract for its years",
              "rien de ce qui est enregistré à partir de ce jour ne peut ajouter ni soustraire "
              "pour ses années")},
    RefusalText{RefusalCode::oimp_cut_off_passed, "oimp_cut_off_passed", "4/CMA.6 para 14",
                Words("first transfers for OIMP of NDC {1} of Party {0} were recorded until {2}",
                      "les premiers transferts pour OIMP de la CDN {1} de la Partie {0} étaient "
                      "enregistrés jusqu'au {2}"),
                Words("record first transfers before the cut-off; later ones count for no period",
                      "enregistrez les premiers transferts avant la date limite ; ceux d'après ne "
                      "comptent pour aucune période")},
    RefusalText{RefusalCode::metric_fixed, "metric_fixed", "2/CMA.3 annex paras 1(c), 9",
                Words("{0} has an authorization already, {1}, in the metric it has now",
                      "{0} a déjà une autorisation, {1}, dans sa métrique actuelle"),
                Words("declare a metric before the first authorization",
                      "déclarez une métrique avant la première autorisation")},
    RefusalText{
        RefusalCode::use_limit_exceeded, "use_limit_exceeded", "2/CMA.3 annex paras 17, 22(i)",
        Words("{0} t CO2 eq on top of {1} already used exceed the limit of {2} of Party {3} "
              "for {4} to {5}",
              "{0} t éq. CO2 en plus des {1} déjà utilisées dépassent la limite de {2} de "
              "la Partie {3} pour {4} à {5}"),
        Words("use less, or for another year", "utilisez moins, ou pour une autre année")},
    RefusalText{RefusalCode::ndc_description_incomplete, "ndc_description_incomplete",
                "18/CMA.1 annex para 64(a)-(e); 2/CMA.3 annex para 18(d)-(f)",
                Words("the description of a target of the family {0} lacks {1}",
                      "la description d'une cible de la famille {0} n'a pas {1}"),
                Words("give what this family needs, and the sectors and gases covered",
                      "indiquez ce que cette famille demande, et les secteurs et gaz couverts")},
    RefusalText{
        RefusalCode::submission_cannot_answer, "submission_cannot_answer", "4/CMA.6 paras 43-44",
        Words("entry {0} is no updated initial report or regular information submitted after the "
              "review report of {2} that makes recommendation {1}",
              "l'écriture {0} n'est ni un rapport initial mis à jour ni des informations "
              "régulières soumis après le rapport d'examen du {2} qui fait la recommandation {1}"),
        Words("name the submission after it in which the Party answers",
              "nommez la soumission suivante, dans laquelle la Partie répond")},
};

}  // namespace openitmo::ledger
