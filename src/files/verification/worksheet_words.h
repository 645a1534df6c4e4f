#pragma once

#include <array>
#include <span>

#include "files/monitoring/words.h"

// The words of the worksheet, as they are written and as they are read.
namespace openitmo::files::worksheet {

enum class Item : std::uint8_t { component, report, data, material, seed, size };
inline constexpr std::array kItems{Item::component, Item::report, Item::data,
                                   Item::material,  Item::seed,   Item::size};
constexpr Words words_of(Item item) {
  switch (item) {
    case Item::component:
      return {"component", "composant"};
    case Item::report:
      return {"monitoring report", "rapport de suivi"};
    case Item::data:
      return {"data set (SHA-256)", "jeu de données (SHA-256)"};
    case Item::material:
      return {"material", "matière"};
    case Item::seed:
      return {"seed", "graine"};
    case Item::size:
      return {"tickets drawn", "tickets tirés"};
  }
  return {"tickets drawn", "tickets tirés"};
}
inline constexpr Words kItem{"item", "élément"};
inline constexpr Words kValue{"value", "valeur"};
inline constexpr Words kProgramme{"programme", "programme"};
inline constexpr Words kPeriod{"period", "période"};
inline constexpr Words kPopulation{"tickets in the period", "tickets de la période"};
inline constexpr Words kBasis{"size of the sample", "taille de l'échantillon"};
inline constexpr Words kToFill{"to fill in", "à remplir"};
inline constexpr Words kHowToFill{
    "for each ticket both masses as its scan shows them; or neither, and in the remark why nobody "
    "can see them",
    "pour chaque ticket les deux masses telles que son scan les montre ; ou aucune, et en remarque "
    "pourquoi personne ne peut les voir"};
inline constexpr Words kMissing{"missing", "manquant"};

// Of the table of tickets, in the order of the file.
enum Column : std::size_t {
  kTicket,
  kFile,
  kRow,
  kDate,
  kMaterial,
  kGross,
  kTare,
  kNet,
  kScan,
  kScanHash,
  kGrossSeen,
  kTareSeen,
  kRemark,
  kColumnCount
};
inline constexpr std::array<Words, kColumnCount> kColumnWords{{
    {"ticket", "ticket"},
    {"file", "fichier"},
    {"row", "ligne"},
    {"date and time", "date et heure"},
    {"material", "matière"},
    {"gross (kg)", "masse brute (kg)"},
    {"tare (kg)", "tare (kg)"},
    {"net (kg)", "masse nette (kg)"},
    {"scan", "scan"},
    {"scan SHA-256", "SHA-256 du scan"},
    {"gross seen (kg)", "masse brute vue (kg)"},
    {"tare seen (kg)", "tare vue (kg)"},
    {"remark", "remarque"},
}};

// What a reader looks for.
namespace read {
enum : std::size_t { kTicket, kGross, kTare, kScanHash, kGrossSeen, kTareSeen, kRemark };
inline constexpr std::array<files::Column, 7> kColumns{{
    {.shown = {"ticket", "ticket"}, .names = "ticket"},
    {.shown = {"gross (kg)", "masse brute (kg)"},
     .names = "gross|masse brute",
     .measure = Measure::mass},
    {.shown = {"tare (kg)", "tare (kg)"}, .names = "tare", .measure = Measure::mass},
    {.shown = {"scan SHA-256", "SHA-256 du scan"}, .names = "scan sha 256|sha 256 du scan"},
    {.shown = {"gross seen (kg)", "masse brute vue (kg)"},
     .names = "gross seen|masse brute vue",
     .measure = Measure::mass},
    {.shown = {"tare seen (kg)", "tare vue (kg)"},
     .names = "tare seen|tare vue",
     .measure = Measure::mass},
    {.shown = {"remark", "remarque"}, .names = "remark|remarque"},
}};
inline constexpr std::array<files::Column, 2> kHead{{
    {.shown = {"item", "élément"}, .names = "item|element"},
    {.shown = {"value", "valeur"}, .names = "value|valeur"},
}};
}  // namespace read

}  // namespace openitmo::files::worksheet
