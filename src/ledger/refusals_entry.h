#pragma once

#include <array>

#include "ledger/refusal.h"

// The refusals from 101 on; part of the catalogue in refusal.cpp.
namespace openitmo::ledger {

inline constexpr std::array kEntryRefusals{
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
    RefusalText{RefusalCode::role_missing, "role_missing", "rulebook R-099",
                Words("{0} does not have the role {1} of Party {2}",
                      "{0} n'a pas le rôle {1} de la Partie {2}"),
                Words("let a person act who has it, or assign it",
                      "faites agir une personne qui l'a, ou attribuez-le")},
    RefusalText{RefusalCode::approval_missing, "approval_missing", "rulebook R-098",
                Words("{0} with command id {1} needs the approval of a second person of Party {2}",
                      "{0} avec l'identifiant de commande {1} demande l'approbation d'une seconde "
                      "personne de la Partie {2}"),
                Words("let somebody else record approve_act for this id and content {3} first",
                      "faites d'abord enregistrer par quelqu'un d'autre approve_act pour cet "
                      "identifiant et le contenu {3}")},
};

}  // namespace openitmo::ledger
