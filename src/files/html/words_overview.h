#pragma once

#include "quantity/language.h"

// Words of the page of one Party and of the page for the public.
namespace openitmo::files::words {

inline constexpr Words overview_document{"Dashboard", "Tableau de bord"};
inline constexpr Words overview_title{"{}: Article 6.2 at a glance", "{} : l'article 6.2 en bref"};
inline constexpr Words overview_summary{
    "By all that is recorded: {1} t CO2 eq first transferred, {2} used towards the NDC, {3} held. "
    "What is due is seen from {0}.",
    "Selon tout ce qui est enregistré : {1} t éq. CO2 en premier transfert, {2} utilisées pour la "
    "CDN, {3} détenues. Ce qui est dû est vu du {0}."};
inline constexpr Words overview_due{"What is due", "Ce qui est dû"};
inline constexpr Words overview_due_caption{"Reports and their days",
                                            "Rapports et leurs échéances"};
inline constexpr Words overview_report{"Report", "Rapport"};
inline constexpr Words overview_due_day{"Due", "Échéance"};
inline constexpr Words overview_state{"State", "État"};
inline constexpr Words overview_initial_report{"Initial report, {}", "Rapport initial, {}"};
inline constexpr Words overview_annual{"Annual information (AEF) of {}",
                                       "Informations annuelles (AEF) de {}"};
inline constexpr Words overview_btr{"Biennial transparency report",
                                    "Rapport biennal de transparence"};
inline constexpr Words overview_recommendation{
    "Answer to recommendation {} of a review (para. {}), in the next updated initial report or "
    "regular information",
    "Réponse à la recommandation {} d'un examen (par. {}), dans le prochain rapport initial mis à "
    "jour ou les prochaines informations régulières"};
inline constexpr Words overview_done{"done on {} (entry {})", "fait le {} (écriture {})"};
inline constexpr Words overview_done_late{"done late, on {} (entry {})",
                                          "fait en retard, le {} (écriture {})"};
inline constexpr Words overview_open{"open", "à faire"};
inline constexpr Words overview_overdue{"overdue", "en retard"};
inline constexpr Words overview_with_btr{
    "comes with the next biennial transparency report (entry {})",
    "vient avec le prochain rapport biennal de transparence "
    "(écriture {})"};
inline constexpr Words overview_at_discretion{
    "at the Party's discretion (least developed country or small island developing State)",
    "à la discrétion de la Partie (pays moins avancé ou petit État insulaire en développement)"};
inline constexpr Words overview_not_recorded{"not recorded in this journal",
                                             "non enregistré dans ce journal"};
inline constexpr Words overview_balance{"Emissions balance", "Bilan des émissions"};
inline constexpr Words overview_balance_caption{
    "{} {} to {}; first transfers in the year of the mitigation, uses in the year for which they "
    "are made; t CO2 eq",
    "{} {} à {} ; premiers transferts dans l'année de l'atténuation, utilisations dans l'année "
    "pour laquelle elles sont faites ; t éq. CO2"};
inline constexpr Words overview_no_ndc{"No NDC is recorded, so there is no balance.",
                                       "Aucune CDN n'est enregistrée : il n'y a pas de bilan."};
inline constexpr Words overview_year{"Year", "Année"};
inline constexpr Words overview_inventory{"Inventory", "Inventaire"};
inline constexpr Words overview_added{"Added: first transferred", "Ajouté : premiers transferts"};
inline constexpr Words overview_subtracted{"Subtracted: used", "Soustrait : utilisé"};
inline constexpr Words overview_adjustment{"Adjustment", "Ajustement"};
inline constexpr Words overview_balance_column{"Balance", "Bilan"};
inline constexpr Words overview_indicative{
    "* Indicative until the period is over (2/CMA.3 annex para 7(a)(ii)).",
    "* Indicatif jusqu'à la fin de la période (2/CMA.3 annexe par. 7 a) ii))."};
inline constexpr Words overview_outside{
    "Counted in no balance, because its year lies in no recorded NDC period: {} t CO2 eq of {}.",
    "Compté dans aucun bilan, car son année n'est dans aucune période de CDN enregistrée : {} t "
    "éq. "
    "CO2 de {}."};
inline constexpr Words overview_unknown{"unknown", "inconnu"};
inline constexpr Words overview_entries{"Entries", "Écritures"};
inline constexpr Words overview_holdings{"Units by vintage", "Unités par millésime"};
inline constexpr Words overview_holdings_caption{
    "What became of the units on this Party's accounts, t CO2 eq where no other unit is named",
    "Ce que sont devenues les unités des comptes de cette Partie, t éq. CO2 sauf autre unité"};
inline constexpr Words overview_holdings_reading{
    "Each column is a vintage; its parts are where its units stand today.",
    "Chaque colonne est un millésime ; ses parts disent où sont ses unités aujourd'hui."};
inline constexpr Words overview_vintage{"Vintage", "Millésime"};
inline constexpr Words overview_held_first{"Held, first transferred",
                                           "Détenu, premier transfert fait"};
inline constexpr Words overview_held_not_first{"Held, not first transferred",
                                               "Détenu, sans premier transfert"};
inline constexpr Words overview_in_transit{"In transit", "En transit"};
inline constexpr Words overview_sent{"Sent", "Envoyé"};
inline constexpr Words overview_used{"Used", "Utilisé"};
inline constexpr Words overview_cancelled{"Cancelled", "Annulé"};
inline constexpr Words overview_withdrawn{"Withdrawn", "Retiré"};
inline constexpr Words overview_authorizations{"Authorizations", "Autorisations"};
inline constexpr Words overview_authorizations_caption{
    "What was authorized, and what was done under it",
    "Ce qui est autorisé, et ce qui en a été fait"};
inline constexpr Words overview_authorization{"Authorization", "Autorisation"};
inline constexpr Words overview_approach{"Approach", "Approche"};
inline constexpr Words overview_activity{"Activity", "Activité"};
inline constexpr Words overview_quantity{"At most", "Au plus"};
inline constexpr Words overview_first_transferred{"First transferred", "Premier transfert"};
inline constexpr Words overview_acquired{"Acquired", "Acquis"};
inline constexpr Words overview_left{"Left", "Reste"};
inline constexpr Words overview_unlimited{"no quantity stated", "sans quantité"};
inline constexpr Words overview_checks{"Consistency of annual information",
                                       "Cohérence des informations annuelles"};
inline constexpr Words overview_checks_caption{
    "Each year's annual information as it would be drawn today",
    "Les informations annuelles de chaque année, telles qu'elles seraient établies aujourd'hui"};
inline constexpr Words overview_result{"Result", "Résultat"};
inline constexpr Words overview_told{"Told by the secretariat", "Dit par le secrétariat"};
inline constexpr Words overview_told_on{"{} (version {}.{}, entry {})",
                                        "{} (version {}.{}, écriture {})"};
inline constexpr Words overview_told_rows{"rows of Table 3 not found consistent: {}",
                                          "lignes du tableau 3 non trouvées cohérentes : {}"};
inline constexpr Words overview_findings{"What was found", "Ce qui a été trouvé"};
inline constexpr Words overview_findings_caption{"What was found, and what would be right",
                                                 "Ce qui a été trouvé, et ce qui serait juste"};
inline constexpr Words overview_rule{"Rule", "Règle"};
inline constexpr Words overview_where{"Where", "Où"};
inline constexpr Words overview_remedy{"What would be right", "Ce qui serait juste"};

inline constexpr Words public_document{"For the public", "Pour le public"};
inline constexpr Words public_title{"Who transferred, who used, and what was corrected",
                                    "Qui a transféré, qui a utilisé, et ce qui a été corrigé"};
inline constexpr Words public_summary{
    "{} t CO2 eq of emission reductions were first transferred. {} were used towards an NDC and "
    "subtracted there; the same tonnes had been added to the emissions of those who first "
    "transferred them. {} lower nobody's balance.",
    "{} t éq. CO2 de réductions d'émissions ont fait l'objet d'un premier transfert. {} ont été "
    "utilisées pour une CDN et soustraites là ; les mêmes tonnes avaient été ajoutées aux "
    "émissions "
    "de ceux qui en ont fait le premier transfert. {} n'abaissent le bilan de personne."};
inline constexpr Words public_world{"The total before and after", "Le total avant et après"};
inline constexpr Words public_world_caption{
    "Emissions of these Parties together, t CO2 eq: a transfer moves a tonne, it makes none "
    "vanish. Added in the year of the mitigation, subtracted in the year of use; a Party that "
    "averages spreads the same over the years of its own balance",
    "Émissions de ces Parties ensemble, t éq. CO2 : un transfert déplace une tonne, il n'en fait "
    "disparaître aucune. Ajout dans l'année de l'atténuation, soustraction dans celle de "
    "l'utilisation ; une Partie qui fait la moyenne étale les mêmes tonnes sur les années de son "
    "propre bilan"};
inline constexpr Words public_before{"Before: inventories", "Avant : inventaires"};
inline constexpr Words public_net{"Added less subtracted", "Ajouté moins soustrait"};
inline constexpr Words public_after{"After", "Après"};
inline constexpr Words public_missing{"inventory missing: {}", "inventaire manquant : {}"};
inline constexpr Words public_units{"Where the transferred tonnes are",
                                    "Où sont les tonnes transférées"};
inline constexpr Words public_units_caption{"Every tonne is in one place, t CO2 eq",
                                            "Chaque tonne est en un seul endroit, t éq. CO2"};
inline constexpr Words public_units_place{"Place", "Endroit"};
inline constexpr Words public_first_transferred{"First transferred", "En premier transfert"};
inline constexpr Words public_received{"Received from registries not shown here",
                                       "Reçu de registres qui ne figurent pas ici"};
inline constexpr Words public_used_ndc{"Used towards an NDC", "Utilisé pour une CDN"};
inline constexpr Words public_used_oimp{"Used for other purposes", "Utilisé à d'autres fins"};
inline constexpr Words public_cancelled{"Cancelled for good", "Annulé définitivement"};
inline constexpr Words public_held{"Held, not used", "Détenu, non utilisé"};
inline constexpr Words public_on_the_way{"On the way between registries",
                                         "En chemin entre registres"};
inline constexpr Words public_transfers{"Who transferred to whom", "Qui a transféré à qui"};
inline constexpr Words public_uses{"Who used or cancelled", "Qui a utilisé ou annulé"};
inline constexpr Words public_corrections{"What was corrected", "Ce qui a été corrigé"};
inline constexpr Words public_none{"None.", "Rien."};
inline constexpr Words public_act{"Act", "Acte"};
inline constexpr Words public_by{"By", "Par"};
inline constexpr Words public_to{"To", "À"};
inline constexpr Words public_quantity{"Quantity, t CO2 eq", "Quantité, t éq. CO2"};
inline constexpr Words public_taken_back{"Taken back by", "Repris par"};
inline constexpr Words public_entry{"{} entry {}, {}", "{} écriture {}, {}"};
inline constexpr Words public_check{"Check it yourself", "Vérifiez vous-même"};
inline constexpr Words public_check_how{
    "Every act and sum of acts names its entries. Each registry's journal is public: whoever has "
    "the file and the registry's verifier key can prove that nothing was changed or left out, "
    "without asking anybody.",
    "Chaque acte et chaque somme d'actes nomme ses écritures. Le journal de chaque registre est "
    "public : qui possède le fichier et la clé de vérification du registre peut prouver que rien "
    "n'a été changé ni omis, sans rien demander à personne."};
inline constexpr Words public_journal{"{}: {} entries, tree head {}",
                                      "{} : {} écritures, tête de l'arbre {}"};
inline constexpr Words act_first_transfer{"first transfer", "premier transfert"};
inline constexpr Words act_transfer{"transfer", "transfert"};
inline constexpr Words act_acquisition{"acquisition", "acquisition"};
inline constexpr Words act_use_ndc{"use towards its NDC", "utilisation pour sa CDN"};
inline constexpr Words act_use_other{"use for other purposes", "utilisation à d'autres fins"};
inline constexpr Words act_cancellation{"cancellation", "annulation"};
inline constexpr Words act_omge{"cancellation for overall mitigation (OMGE)",
                                "annulation pour l'atténuation globale (OMGE)"};
inline constexpr Words act_adaptation{"transfer to the Adaptation Fund",
                                      "transfert au Fonds pour l'adaptation"};
inline constexpr Words act_first_at_authorization{"first transfer by authorization",
                                                  "premier transfert par autorisation"};
inline constexpr Words act_first_at_issuance{"first transfer by issuance",
                                             "premier transfert par délivrance"};

}  // namespace openitmo::files::words
