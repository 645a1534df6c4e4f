#pragma once

#include <array>

#include "ledger/refusal.h"

// The refusals from 401 on; part of the catalogue in refusal.cpp.
namespace openitmo::ledger {

inline constexpr std::array kAuthorizationRefusals{
    RefusalText{RefusalCode::authorization_incomplete, "authorization_incomplete", "4/CMA.6 para 5",
                Words("authorization {0} lacks {1}", "il manque à l'autorisation {0} : {1}"),
                Words("give it; only items qualified \"where applicable\" may stay empty",
                      "indiquez-le ; seuls les éléments « le cas échéant » peuvent rester vides")},
    RefusalText{RefusalCode::authorization_version_out_of_order,
                "authorization_version_out_of_order", "4/CMA.6 paras 7-10",
                Words("authorization {0} is at version {1}; {2} does not follow it",
                      "l'autorisation {0} en est à la version {1} ; {2} ne la suit pas"),
                Words("give version {3}", "donnez la version {3}")},
    RefusalText{
        RefusalCode::first_transfer_definition_missing, "first_transfer_definition_missing",
        "2/CMA.3 annex para 2(b); 4/CMA.6 para 5(d)",
        Words("authorization {0} covers other international mitigation purposes and does not say "
              "what counts as first transfer",
              "l'autorisation {0} couvre d'autres fins d'atténuation internationales et ne dit "
              "pas ce qui vaut premier transfert"),
        Words("choose authorization, issuance, or use or cancellation",
              "choisissez autorisation, délivrance, ou utilisation ou annulation")},
    RefusalText{RefusalCode::first_transfer_definition_differs, "first_transfer_definition_differs",
                "4/CMA.6 para 15",
                Words("Party {0} defined first transfer in {1} as {2}, not {3}",
                      "la Partie {0} a défini le premier transfert dans {1} comme {2}, non {3}"),
                Words("use one definition throughout a cooperative approach",
                      "utilisez une seule définition dans toute la démarche concertée")},
    RefusalText{RefusalCode::vintage_before_2021, "vintage_before_2021", "2/CMA.3 annex para 1(e)",
                Words("vintage {0} is before 2021", "le millésime {0} est antérieur à 2021"),
                Words("only mitigation from 2021 onward can become an ITMO",
                      "seule l'atténuation à partir de 2021 peut devenir un ITMO")},
    RefusalText{RefusalCode::entity_not_authorized, "entity_not_authorized",
                "2/CMA.3 annex para 29; AEF Table 5",
                Words("entity {0} is not authorized by Party {1} in {2}",
                      "l'entité {0} n'est pas autorisée par la Partie {1} dans {2}"),
                Words("authorize the entity first", "autorisez d'abord l'entité")},
    RefusalText{RefusalCode::not_authorized, "not_authorized", "4/CMA.6 para 11",
                Words("Party {0} has no authorization {1} in force on {2}",
                      "la Partie {0} n'a pas d'autorisation {1} en vigueur le {2}"),
                Words("authorize first; an act cannot be dated before its authorization",
                      "autorisez d'abord ; un acte ne peut précéder son autorisation")},
    RefusalText{RefusalCode::authorized_quantity_exceeded, "authorized_quantity_exceeded",
                "4/CMA.6 para 5(h)",
                Words("{0} t CO2 eq on top of {1} already first transferred exceed the {2} that "
                      "authorization {3} allows",
                      "{0} t éq. CO2 en plus des {1} déjà transférées dépassent les {2} que permet "
                      "l'autorisation {3}"),
                Words("transfer at most {4} t CO2 eq", "transférez au plus {4} t éq. CO2")},
    RefusalText{RefusalCode::vintage_not_authorized, "vintage_not_authorized", "4/CMA.6 para 5(k)",
                Words("authorization {0} covers vintages {1} to {2}, not {3}",
                      "l'autorisation {0} couvre les millésimes {1} à {2}, non {3}"),
                Words("choose units of an authorized vintage",
                      "choisissez des unités d'un millésime autorisé")},
    RefusalText{RefusalCode::party_not_authorized, "party_not_authorized", "4/CMA.6 para 5(b)",
                Words("authorization {0} does not name Party {1}",
                      "l'autorisation {0} ne nomme pas la Partie {1}"),
                Words("transfer to a Party that the authorization names",
                      "transférez à une Partie que l'autorisation nomme")},
    RefusalText{
        RefusalCode::purpose_not_authorized, "purpose_not_authorized",
        "2/CMA.3 annex para 1(d),(f)",
        Words(
            "authorization {0} is for {1}; it does not cover use towards {2}",
            "l'autorisation {0} vaut pour {1} ; elle ne couvre pas l'utilisation aux fins de {2}"),
        Words("use the units for an authorized purpose",
              "utilisez les unités à une fin autorisée")},
    RefusalText{
        RefusalCode::activity_not_authorized, "activity_not_authorized", "4/CMA.6 para 5(n)",
        Words("authorization {0} covers activity {1}, not {2}",
              "l'autorisation {0} couvre l'activité {1}, non {2}"),
        Words("name the authorization of the activity", "nommez l'autorisation de l'activité")},
    RefusalText{
        RefusalCode::first_transfer_defined_otherwise, "first_transfer_defined_otherwise",
        "2/CMA.3 annex para 2(b)",
        Words("authorization {0} is for other international mitigation purposes only, and its "
              "first transfer is {1}, not an international transfer",
              "l'autorisation {0} ne vaut que pour d'autres fins d'atténuation internationales, "
              "et son premier transfert est {1}, non un transfert international"),
        Words("record the act that counts as first transfer",
              "enregistrez l'acte qui vaut premier transfert")},
    RefusalText{RefusalCode::authorization_of_other_act, "authorization_of_other_act",
                "4/CMA.6 paras 5, 7-10",
                Words("authorization {0} is one of Party {1} for activity {2} in {3}",
                      "l'autorisation {0} est celle de la Partie {1} pour l'activité {2} dans {3}"),
                Words("give another Party, activity or approach an authorization of its own",
                      "donnez à une autre Partie, activité ou démarche sa propre autorisation")},
    RefusalText{RefusalCode::party_not_host, "party_not_host", "2/CMA.3 annex paras 2, 8(a)",
                Words("activity {0} is hosted by Party {1}, not {2}",
                      "l'activité {0} est accueillie par la Partie {1}, non {2}"),
                Words("issue under an authorization of the host Party",
                      "délivrez sous une autorisation de la Partie hôte")},
    RefusalText{
        RefusalCode::recognition_suspended, "recognition_suspended", "SR 0.814.012.168.1 Art. 16",
        Words("Party {0} has suspended recognition under {1} since {2}",
              "la Partie {0} a suspendu la reconnaissance au titre de {1} depuis le {2}"),
        Words(
            "wait until the Party resumes it; earlier transfers are untouched",
            "attendez que la Partie la reprenne ; les transferts antérieurs ne sont pas touchés")},
    RefusalText{RefusalCode::change_not_in_terms, "change_not_in_terms", "4/CMA.6 paras 5(g), 7-9",
                Words("authorization {0} did not say, when {1} was first transferred, that a "
                      "change may reach it",
                      "l'autorisation {0} ne prévoyait pas, lors du premier transfert de {1}, "
                      "qu'une modification puisse l'atteindre"),
                Words("leave first-transferred units as they are",
                      "laissez les unités déjà transférées en l'état")},
    RefusalText{
        RefusalCode::notification_channel_missing, "notification_channel_missing",
        "4/CMA.6 para 13",
        Words("authorization {0} is tracked in {1}, where {2} counts as first transfer, and "
              "no channel says how the Party learns of it",
              "l'autorisation {0} est suivie dans {1}, où {2} vaut premier transfert, et "
              "aucun canal ne dit comment la Partie l'apprend"),
        Words("record the channel first", "enregistrez d'abord le canal")},
    RefusalText{RefusalCode::a64_units_not_authorized, "a64_units_not_authorized",
                "2/CMA.3 annex para 1(g); 6/CMA.6 paras 10-12",
                Words("no statement of the host authorizes all of units {0} to {1} of {2}",
                      "aucune déclaration de l'hôte n'autorise toutes les unités {0} à {1} de {2}"),
                Words("record the host's statement on them first",
                      "enregistrez d'abord la déclaration de l'hôte à leur sujet")},
    RefusalText{RefusalCode::contribution_units_moved, "contribution_units_moved",
                "6/CMA.6 paras 12-14",
                Words("contribution units {0} to {1} were first transferred on {2}",
                      "les unités de contribution {0} à {1} ont été transférées une première fois "
                      "le {2}"),
                Words("authorize such units before their first transfer in or out of the "
                      "mechanism registry",
                      "autorisez de telles unités avant leur premier transfert dans le registre du "
                      "mécanisme ou hors de lui")},
};

}  // namespace openitmo::ledger
