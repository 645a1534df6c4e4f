#pragma once

#include <array>

#include "ledger/refusal.h"

// The refusals from 501 on; part of the catalogue in refusal.cpp.
namespace openitmo::ledger {

inline constexpr std::array kUnitsRefusals{
    RefusalText{RefusalCode::quantity_zero, "quantity_zero", "data quality",
                Words("the quantity is zero", "la quantité est nulle"),
                Words("give at least 1 t CO2 eq", "indiquez au moins 1 t éq. CO2")},
    RefusalText{
        RefusalCode::holdings_insufficient, "holdings_insufficient", "2/CMA.3 annex para 29",
        Words(
            "account {0} holds {1} t CO2 eq of vintage {3} that fit the choice, not {2}",
            "le compte {0} détient {1} t éq. CO2 du millésime {3} qui répondent au choix, non {2}"),
        Words("choose at most {1}, or another vintage, authorization or component",
              "choisissez au plus {1}, ou un autre millésime, une autre autorisation ou un autre "
              "composant")},
    RefusalText{RefusalCode::not_account_holder, "not_account_holder", "2/CMA.3 annex para 29",
                Words("account {0} belongs to Party {1}, not {2}",
                      "le compte {0} appartient à la Partie {1}, non {2}"),
                Words("act on an account of the Party", "agissez sur un compte de la Partie")},
    RefusalText{
        RefusalCode::already_first_transferred, "already_first_transferred",
        "2/CMA.3 annex para 2; 4/CMA.6 para 12",
        Words("unit {0} has been first transferred already",
              "l'unité {0} a déjà fait l'objet d'un premier transfert"),
        Words("record a transfer; a unit has one first transfer in its life",
              "enregistrez un transfert ; une unité n'a qu'un premier transfert dans sa vie")},
    RefusalText{
        RefusalCode::not_first_transferred, "not_first_transferred", "2/CMA.3 annex paras 2, 8",
        Words("unit {0} has not been first transferred",
              "l'unité {0} n'a pas fait l'objet d'un premier transfert"),
        Words("record its first transfer before", "enregistrez d'abord son premier transfert")},
    RefusalText{RefusalCode::transfer_not_international, "transfer_not_international",
                "2/CMA.3 annex para 2(a)",
                Words("the units stay with Party {0}", "les unités restent à la Partie {0}"),
                Words("move them between accounts instead; that is no ITMO action",
                      "déplacez-les entre comptes ; ce n'est pas un acte sur ITMO")},
    RefusalText{
        RefusalCode::transfer_before_mitigation, "transfer_before_mitigation",
        "2/CMA.3 annex para 1(a),(e)",
        Words("the act is dated {0}, in or before vintage {1}, which is not over",
              "l'acte est daté du {0}, pendant ou avant le millésime {1}, qui n'est pas achevé"),
        Words("transfer after the end of the monitored period",
              "transférez après la fin de la période suivie")},
    RefusalText{
        RefusalCode::use_outside_ndc_period, "use_outside_ndc_period",
        "2/CMA.3 annex paras 8(b), 9(b)",
        Words(
            "year {0} is not in the NDC implementation period of Party {1} that contains vintage "
            "{2}",
            "l'année {0} n'est pas dans la période de mise en œuvre de la CDN de la Partie {1} qui "
            "contient le millésime {2}"),
        Words("use the units for a year of that period",
              "utilisez les unités pour une année de cette période")},
    RefusalText{RefusalCode::use_year_before_vintage, "use_year_before_vintage",
                "design: sensible guard; not stated in the text",
                Words("year {0} is before vintage {1}", "l'année {0} précède le millésime {1}"),
                Words("use the units for {1} or a later year",
                      "utilisez les unités pour {1} ou une année ultérieure")},
    RefusalText{RefusalCode::use_year_missing, "use_year_missing", "2/CMA.3 annex para 8(b)",
                Words("use towards the NDC names no calendar year",
                      "l'utilisation aux fins de la CDN ne nomme pas d'année civile"),
                Words("name the year for which the units are used",
                      "nommez l'année pour laquelle les unités sont utilisées")},
    RefusalText{
        RefusalCode::units_overlap, "units_overlap", "2/CMA.3 annex para 21(e)",
        Words("units {0} to {1} are in this registry already",
              "les unités {0} à {1} sont déjà dans ce registre"),
        Words("reconcile with the sending registry", "rapprochez avec le registre expéditeur")},
    RefusalText{
        RefusalCode::units_do_not_match_transfer, "units_do_not_match_transfer",
        "6/CMA.4 annex I paras 9-10",
        Words("entry {0} did not send units that are still in transit",
              "l'écriture {0} n'a pas envoyé d'unités encore en transit"),
        Words("name the entry of a transfer to another registry that awaits confirmation",
              "nommez l'écriture d'un transfert vers un autre registre qui attend confirmation")},
    RefusalText{RefusalCode::act_before_previous_act, "act_before_previous_act",
                "design: time and versions",
                Words("the act takes effect on {0}, before the previous act on unit {1}, on {2}",
                      "l'acte prend effet le {0}, avant l'acte précédent sur l'unité {1}, le {2}"),
                Words("date it {2} or later", "datez-le du {2} ou après")},
    RefusalText{RefusalCode::recognition_not_requested, "recognition_not_requested",
                "SR 0.814.012.168.1 Art. 8",
                Words("no recognition of transfer has been requested for report {0}",
                      "aucune reconnaissance de transfert n'a été demandée pour le rapport {0}"),
                Words("the entitled entity asks first", "l'entité habilitée la demande d'abord")},
    RefusalText{
        RefusalCode::submission_version_out_of_order, "submission_version_out_of_order",
        "AEF Table 1 Version",
        Words(
            "the AEF of {0} for {1} was last submitted as version {2}; {3} does not follow it",
            "l'AEF de {0} pour {1} a été soumis en dernier comme version {2} ; {3} ne la suit pas"),
        Words("give a higher version", "donnez une version supérieure")},
    RefusalText{
        RefusalCode::use_by_other_than_party, "use_by_other_than_party", "2/CMA.3 annex para 8(b)",
        Words("use towards an NDC is an act of the Party itself, not of entity {0}",
              "l'utilisation aux fins d'une CDN est un acte de la Partie, non de l'entité {0}"),
        Words("let the Party use the units from its own account",
              "que la Partie utilise les unités depuis son propre compte")},
    RefusalText{
        RefusalCode::cancellation_needs_first_transfer, "cancellation_needs_first_transfer",
        "2/CMA.3 annex para 39; 4/CMA.6 para 17",
        Words(
            "unit {0} is not first transferred, and only a cancellation for OMGE can come first",
            "l'unité {0} n'a pas été transférée, et seule une annulation pour l'OMGE peut venir en "
            "premier"),
        Words("cancel for OMGE, or first transfer the units",
              "annulez pour l'OMGE, ou transférez d'abord les unités")},
    RefusalText{
        RefusalCode::foreign_entry_already_acquired, "foreign_entry_already_acquired",
        "6/CMA.4 annex I paras 9-10",
        Words("entry {0} of {1} has been acquired or declined already",
              "l'écriture {0} de {1} a déjà fait l'objet d'une acquisition ou d'un refus"),
        Words("nothing more can be acquired by it; ask the sender for the entry of a new transfer",
              "rien de plus ne peut être acquis par elle ; demandez à l'expéditeur l'écriture d'un "
              "nouveau transfert")},
    RefusalText{RefusalCode::units_not_sent_from_here, "units_not_sent_from_here",
                "6/CMA.4 annex I paras 9-10",
                Words("units {0} to {1} are of this registry and were not sent from it",
                      "les unités {0} à {1} sont de ce registre et n'en ont pas été envoyées"),
                Words("correct the identifiers", "corrigez les identifiants")},
    RefusalText{RefusalCode::recognised_for_other_party, "recognised_for_other_party",
                "SR 0.814.012.168.1 Art. 8",
                Words("recognition of these units was requested for Party {0}, not {1}",
                      "la reconnaissance de ces unités a été demandée pour la Partie {0}, non {1}"),
                Words("transfer them to {0}", "transférez-les à {0}")},
    RefusalText{
        RefusalCode::units_on_hold, "units_on_hold", "4/CMA.6 para 40",
        Words("units {0} to {1} are held back by {2}",
              "les unités {0} à {1} sont retenues par {2}"),
        Words(
            "lift the hold when a revised AEF passes its check, or override it by an act",
            "levez la retenue quand un AEF révisé passe le contrôle, ou passez outre par un acte")},
    RefusalText{RefusalCode::entry_not_correctable, "entry_not_correctable", "rulebook R-086",
                Words("entry {0} is no transfer, use or cancellation that can be taken back",
                      "l'écriture {0} n'est pas un transfert, une utilisation ou une annulation "
                      "qui puisse être repris"),
                Words("name such an entry of this journal whose units no later act has touched",
                      "nommez une telle écriture de ce journal, dont aucun acte ultérieur n'a "
                      "touché les unités")},
    RefusalText{RefusalCode::decline_not_proven, "decline_not_proven", "6/CMA.4 annex I paras 9-10",
                Words("the units of entry {0} are in transit to {1}, which has not shown that it "
                      "declined them",
                      "les unités de l'écriture {0} sont en route vers {1}, qui n'a pas montré les "
                      "avoir refusées"),
                Words("give the proof of its entry", "donnez la preuve de son écriture")},
    RefusalText{
        RefusalCode::units_not_withdrawable, "units_not_withdrawable", "4/CMA.6 paras 7-9",
        Words("units {0} to {1} are not all first transferred, unused and under authorization {2}",
              "les unités {0} à {1} ne sont pas toutes transférées, inutilisées et sous "
              "l'autorisation {2}"),
        Words("name units that are held, or that the registry holding them has withdrawn",
              "nommez des unités détenues, ou que le registre qui les détient a retirées")},
    RefusalText{
        RefusalCode::underlying_units_recorded, "underlying_units_recorded",
        "2/CMA.3 annex para 21(e); rulebook R-087",
        Words("units {1} to {2} of {0} stand already behind other ITMOs: {3} to {4} overlap",
              "les unités {1} à {2} de {0} sont déjà derrière d'autres ITMO : {3} à {4} se "
              "chevauchent"),
        Words("name underlying units that no issuance has named",
              "nommez des unités sous-jacentes qu'aucune délivrance n'a nommées")},
    RefusalText{RefusalCode::metric_differs, "metric_differs",
                "2/CMA.3 annex paras 1(c), 9; rulebook R-053",
                Words("{0} is in {1}, {2} in {3}", "{0} est en {1}, {2} en {3}"),
                Words("keep each metric in accounts of its own; nothing is netted across metrics",
                      "tenez chaque métrique dans ses propres comptes ; rien n'est compensé entre "
                      "métriques")},
    RefusalText{RefusalCode::offer_expired, "offer_expired", "6/CMA.4 annex I paras 9-10",
                Words("what entry {0} of {1} sent could be acquired until {2}",
                      "ce qu'a envoyé l'écriture {0} de {1} pouvait être acquis jusqu'au {2}"),
                Words("decline it, so that the sender can take the units back",
                      "refusez-le, pour que l'expéditeur puisse reprendre les unités")},
    RefusalText{RefusalCode::levy_not_delivered, "levy_not_delivered",
                "2/CMA.3 annex paras 37-39; rulebook R-167",
                Words("the agreement on {0} asks for {1} more units: {2}",
                      "l'accord sur {0} demande encore {1} unités : {2}"),
                Words("deliver them before the first transfer to a Party",
                      "remettez-les avant le premier transfert à une Partie")},
    RefusalText{RefusalCode::label_missing, "label_missing", "rulebook R-215, R-216",
                Words("units of activity {1} and vintage {2} have no label {0} on {3}",
                      "les unités de l'activité {1} et du millésime {2} n'ont pas de label {0} le "
                      "{3}"),
                Words("record the label with its document first",
                      "enregistrez d'abord le label avec son document")},
};

}  // namespace openitmo::ledger
