#include "ledger/refusal.h"

#include <array>
#include <fmt/args.h>
#include <fmt/format.h>

#include "quantity/check.h"

namespace openitmo::ledger {

namespace {

constexpr std::array kCatalogue{
    RefusalText{RefusalCode::registry_not_open, "registry_not_open", "6/CMA.4 annex I para 3",
                Words("nothing can be recorded before the registry is opened",
                      "rien ne peut être enregistré avant l'ouverture du registre"),
                Words("open the registry first", "ouvrez d'abord le registre")},
    RefusalText{RefusalCode::registry_already_open, "registry_already_open",
                "6/CMA.4 annex I para 3",
                Words("registry {0} is open already", "le registre {0} est déjà ouvert"),
                Words("record other acts; a journal has one registry",
                      "enregistrez d'autres actes ; un journal n'a qu'un registre")},
    RefusalText{
        RefusalCode::recorded_at_goes_back, "recorded_at_goes_back",
        "design: recorded_at never decreases",
        Words("the act is recorded at {0}, before the last entry at {1}",
              "l'acte est enregistré à {0}, avant la dernière écriture à {1}"),
        Words("record it at {1} or later; give the earlier day as effective date",
              "enregistrez-le à {1} ou après ; indiquez le jour antérieur comme date d'effet")},
    RefusalText{RefusalCode::effective_after_recorded, "effective_after_recorded",
                "design: time and versions",
                Words("the act takes effect on {0}, after the day it is recorded, {1}",
                      "l'acte prend effet le {0}, après le jour de son enregistrement, {1}"),
                Words("record it on or after {0}", "enregistrez-le le {0} ou après")},
    RefusalText{RefusalCode::value_not_valid, "value_not_valid", "data quality",
                Words("{0} is \"{1}\"", "{0} vaut « {1} »"), Words("give {2}", "indiquez {2}")},
    RefusalText{RefusalCode::already_recorded, "already_recorded", "2/CMA.3 annex para 21(e)",
                Words("{0} {1} is recorded already", "{0} {1} figure déjà au journal"),
                Words("use another identifier, or a higher version",
                      "utilisez un autre identifiant, ou une version supérieure")},
    RefusalText{RefusalCode::not_recorded, "not_recorded", "2/CMA.3 annex para 1(d)",
                Words("{0} {1} is not recorded", "{0} {1} ne figure pas au journal"),
                Words("record it first, or correct the identifier",
                      "inscrivez d'abord ce qui manque, ou corrigez l'identifiant")},
    RefusalText{RefusalCode::party_not_served, "party_not_served", "6/CMA.4 annex I para 3",
                Words("Party {0} is not served by registry {1}",
                      "la Partie {0} n'est pas servie par le registre {1}"),
                Words("record the act in the registry of {0}",
                      "enregistrez l'acte dans le registre de {0}")},
    RefusalText{
        RefusalCode::command_id_reused, "command_id_reused", "6/CMA.4 annex I para 9",
        Words("command id {0} was used for another act, recorded as entry {1}",
              "l'identifiant de commande {0} a servi à un autre acte, l'écriture {1}"),
        Words("give a new act a new id; repeating the same act with its id is safe",
              "donnez un nouvel identifiant à un nouvel acte ; répéter le même acte est sans "
              "risque")},
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
    RefusalText{RefusalCode::findings_open, "findings_open", "rulebook R-177",
                Words("report {0} has {1} open findings", "le rapport {0} a {1} constats ouverts"),
                Words("close them, then conclude the verification again",
                      "clôturez-les, puis concluez de nouveau la vérification")},
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
        Words("entry {0} of {1} has been acquired already",
              "l'écriture {0} de {1} a déjà fait l'objet d'une acquisition"),
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
};

// Decisions are cited alike in both languages but for these words.
Text citation(std::string_view paragraph) {
  constexpr Words kWords[] = {
      {" annex", " annexe"},
      {" paras ", " par. "},
      {" para ", " par. "},
      {"Arts.", "art."},
      {"Art.", "art."},
      {"AEF Table", "AEF tableau"},
      {"rulebook", "recueil de règles"},
      {"CO2 Ordinance", "ordonnance sur le CO2"},
      {"data quality", "qualité des données"},
      {"design: numbers", "conception : nombres"},
      {"design: recorded_at never decreases", "conception : recorded_at ne recule jamais"},
      {"design: sensible guard; not stated in the text",
       "conception : garde-fou, non écrit dans le texte"},
      {"design: time and versions", "conception : temps et versions"},
  };
  Text text = Text::name(std::string(paragraph));
  for (const Words& words : kWords)
    if (const auto at = text.fr.find(words.en); at != std::string::npos)
      text.fr.replace(at, words.en.size(), words.fr);
  return text;
}

Text filled(const Words& sentence, const std::vector<Figure>& figures) {
  const auto in = [&](Language language) {
    fmt::dynamic_format_arg_store<fmt::format_context> arguments;
    for (const Figure& figure : figures) arguments.push_back(figure.in(language));
    return fmt::vformat(sentence.in(language), arguments);
  };
  return Text::of(in(Language::en), in(Language::fr));
}

}  // namespace

std::span<const RefusalText> refusal_catalogue() { return kCatalogue; }

const RefusalText& text_of(RefusalCode code) {
  for (const RefusalText& text : kCatalogue)
    if (text.code == code) return text;
  check(false, "every refusal code stands in the catalogue");
  return kCatalogue.front();
}

std::string_view refusal_name(RefusalCode code) { return text_of(code).name; }

Text message(const Refusal& refusal) {
  const RefusalText& text = text_of(refusal.code);
  return {{"refused ({} {}): {}; {}. [{}]", "refusé ({} {}) : {} ; {}. [{}]"},
          static_cast<int>(refusal.code),
          text.name,
          filled(text.wrong, refusal.figures),
          filled(text.remedy, refusal.figures),
          citation(text.paragraph)};
}

}  // namespace openitmo::ledger
