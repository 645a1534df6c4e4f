#include "files/monitoring/words.h"

#include <algorithm>
#include <array>

#include "quantity/check.h"

namespace openitmo::files {
namespace {

using mrv::Material;
using mrv::WasteType;

constexpr std::array<Column, 8> kWeighbridge{{
    {.shown = {"Ticket", "Ticket"},
     .names = "ticket|ticket id|ticket no|ticket number|id|n ticket|no ticket|numero ticket|"
              "numero de ticket|n de ticket|bon|n bon|numero de bon|bon de pesee|numero"},
    {.shown = {"Date and time", "Date et heure"},
     .names = "date|date time|date and time|datetime|timestamp|date heure|date et heure|"
              "date de pesee|jour|time utc|date time utc"},
    {.shown = {"Time", "Heure"}, .names = "time|hour|heure|heure de pesee", .required = false},
    {.shown = {"Truck category", "Catégorie de camion"},
     .names = "truck category|category|truck|truck type|vehicle|vehicle category|vehicle type|"
              "categorie|categorie de camion|categorie camion|camion|type de camion|type camion|"
              "vehicule|type de vehicule|categorie de vehicule"},
    {.shown = {"Material", "Matière"},
     .names = "material|flow|stream|direction|matiere|matiere pesee|materiau|flux|nature|produit|"
              "type de flux|nature du chargement"},
    {.shown = {"Gross (kg)", "Masse brute (kg)"},
     .names = "gross|gross mass|gross weight|brut|poids brut|masse brute|pesee brute",
     .measure = Measure::mass},
    {.shown = {"Tare (kg)", "Tare (kg)"},
     .names = "tare|tare mass|tare weight|poids tare|tare vehicule|poids a vide|masse a vide",
     .measure = Measure::mass},
    {.shown = {"Net (kg)", "Masse nette (kg)"},
     .names = "net|net mass|net weight|poids net|masse nette",
     .required = false,
     .measure = Measure::mass},
}};

struct WasteWords {
  WasteType type;
  Words shown;
  std::string_view names;
};

constexpr std::array<WasteWords, 13> kWaste{{
    {WasteType::food,
     {"Food (%)", "Aliments (%)"},
     "food|food waste|kitchen waste|dechets alimentaires|restes alimentaires|restes de repas|"
     "dechets de cuisine|aliments|alimentaire"},
    {WasteType::garden,
     {"Garden (%)", "Jardin (%)"},
     "garden|garden waste|yard waste|green waste|garden and park waste|jardin|dechets de jardin|"
     "dechets verts|dechets de jardins et de parcs"},
    {WasteType::paper,
     {"Paper (%)", "Papier (%)"},
     "paper|paper and cardboard|paper cardboard|cardboard and paper|papier|papiers|papier carton|"
     "papiers cartons|papier et carton|papiers et cartons"},
    {WasteType::wood,
     {"Wood (%)", "Bois (%)"},
     "wood|wood and straw|wood and wood products|bois|bois et paille"},
    {WasteType::textiles,
     {"Textiles (%)", "Textiles (%)"},
     "textiles|textile|tissus|textiles et cuir"},
    {WasteType::nappies,
     {"Nappies (%)", "Couches (%)"},
     "nappies|diapers|disposable nappies|couches|couches jetables|textiles sanitaires"},
    {WasteType::inert,
     {"Inert (%)", "Inertes (%)"},
     "inert|inerts|inert waste|inertes|dechets inertes"},
    {WasteType::plastics,
     {"Plastics (%)", "Plastiques (%)"},
     "plastics|plastic|plastique|plastiques"},
    {WasteType::rubber,
     {"Rubber and leather (%)", "Caoutchouc et cuir (%)"},
     "rubber|leather|rubber and leather|caoutchouc|cuir|caoutchouc et cuir"},
    {WasteType::inert, {"Metal (%)", "Métal (%)"}, "metal|metals|metaux"},
    {WasteType::inert, {"Glass (%)", "Verre (%)"}, "glass|verre|verres"},
    {WasteType::inert,
     {"Fines and sand (%)", "Fines et sable (%)"},
     "fines|sand|fines and sand|sand and fines|fines sand|sable|elements fins|sable et fines|"
     "fines et sable|fines sable"},
    {WasteType::inert,
     {"Other (%)", "Autres (%)"},
     "other|others|other inert|miscellaneous|autres|autre|divers|autres inertes"},
}};

struct MaterialWords {
  Material material;
  std::string_view names;
};

constexpr std::array<MaterialWords, 3> kMaterials{{
    {Material::waste_in,
     "waste in|waste|incoming waste|waste received|dechets entrants|dechet entrant|dechets|dechet|"
     "entree dechets|dechets recus|ordures menageres|dechets menagers|entree"},
    {Material::residue_out,
     "residue out|residue|residues|outgoing residue|sorting residue|refus|refus de tri|refus "
     "sortant|"
     "residus|residus sortants|sortie refus"},
    {Material::compost_out, "compost out|compost|outgoing compost|compost sortant|sortie compost"},
}};

constexpr std::string_view kDateNames =
    "date|day|sampling date|date of sampling|delivery date|date of delivery|jour|"
    "date de prelevement|date d echantillonnage|date de livraison";

constexpr std::array<Column, 2> kElectricity{{
    {.shown = {"Month", "Mois"}, .names = "month|period|mois|periode|date"},
    {.shown = {"Consumption (kWh)", "Consommation (kWh)"},
     .names =
         "consumption|electricity|electricity consumption|grid electricity|energy|consommation|"
         "consommation d electricite|consommation electrique|consommation electricite|"
         "electricite|energie",
     .measure = Measure::energy},
}};

constexpr std::array<Column, 2> kDiesel{{
    {.shown = {"Date", "Date"}, .names = kDateNames},
    {.shown = {"Diesel (litres)", "Gazole (litres)"},
     .names = "diesel|volume|quantity|diesel delivered|fuel|gasoil|gazole|quantite|"
              "volume livre|quantite livree|gasoil livre|carburant",
     .measure = Measure::volume},
}};

constexpr std::string_view kYearNames = "year|calendar year|annee|annee civile";

constexpr std::array<Column, 3> kDeclaredWaste{{
    {.shown = {"Year", "Année"}, .names = kYearNames},
    {.shown = {"Waste type", "Type de déchets"},
     .names = "waste type|type|waste|type de dechet|type de dechets|dechet"},
    {.shown = {"Amount (t)", "Quantité (t)"},
     .names = "amount|mass|quantity|waste amount|tonnage|quantite|masse|amount wet|declared",
     .measure = Measure::mass},
}};

constexpr std::array<Column, 2> kDeclaredExport{{
    {.shown = {"Year", "Année"}, .names = kYearNames},
    {.shown = {"Electricity exported (MWh)", "Électricité exportée (MWh)"},
     .names = "electricity exported|exported|electricity|export|net electricity exported|"
              "electricity delivered|electricite livree|electricite exportee|exportation",
     .measure = Measure::energy},
}};

constexpr std::array<Column, 3> kDeclaredEmissions{{
    {.shown = {"Year", "Année"}, .names = kYearNames},
    {.shown = {"Project emissions (t CO2 eq)", "Émissions du projet (t CO2 eq)"},
     .names = "project emissions|emissions|emissions du projet",
     .measure = Measure::emissions},
    {.shown = {"Source", "Source"}, .names = "source|document|reference"},
}};

constexpr std::array<Column, composition::kFirstWaste + kWaste.size()> composition_columns() {
  std::array<Column, composition::kFirstWaste + kWaste.size()> columns{};
  columns[composition::kSample] = {
      .shown = {"Sample", "Échantillon"},
      .names =
          "sample|sample id|sample no|id|echantillon|n echantillon|numero echantillon|"
          "numero d echantillon|numero de l echantillon"};
  columns[composition::kDate] = {.shown = {"Date", "Date"}, .names = kDateNames};
  for (std::size_t i = 0; i < kWaste.size(); ++i) {
    columns[composition::kFirstWaste + i] = {.shown = kWaste[i].shown,
                                             .names = kWaste[i].names,
                                             .required = false,
                                             .measure = Measure::share};
  }
  return columns;
}
constexpr auto kComposition = composition_columns();

struct UnitWords {
  Unit unit;
  Measure measure;
  std::string_view shown;
  std::string_view names;
};

constexpr std::array<UnitWords, 22> kUnits{{
    {Unit::kg, Measure::mass, "kg", "kg|kgs|kilogram|kilograms|kilogramme|kilogrammes|kg wet"},
    {Unit::t, Measure::mass, "t",
     "t|tonne|tonnes|metric tonnes|t wet|tonnes wet|t humide|tonnes humides"},
    {Unit::kwh, Measure::energy, "kWh", "kwh"},
    {Unit::mwh, Measure::energy, "MWh", "mwh"},
    {Unit::litre, Measure::volume, "litres", "l|litre|litres|liter|liters"},
    {Unit::percent, Measure::share, "%",
     "%|percent|pct|pour cent|% wet|% humide|% masse humide|% wet mass|% wet weight|% mass|% masse|"
     "% poids humide"},
    {Unit::fraction, Measure::share, "fraction",
     "fraction|fraction wet|fraction humide|wet fraction|fraction of wet mass"},
    {Unit::t_co2eq, Measure::emissions, "t CO2 eq",
     "t co2eq|t co2 eq|t co2e|tco2eq|tco2e|t co2|tco2"},
    {Unit::normal_m3, Measure::gas_volume, "Nm3", "nm3|m3 n|m3 0 c"},
    {Unit::hour, Measure::time, "h", "h|hour|hours|heure|heures"},
    {Unit::metre, Measure::length, "m", "m|metre|metres|meter|meters"},
    {Unit::m3_per_h, Measure::gas_flow, "m3/h", "m3 h|m h|m3 per hour|m3 hr"},
    {Unit::normal_m3_per_h, Measure::gas_flow, "Nm3/h", "nm3 h|nm h|nm3 per hour|nm3 hr"},
    {Unit::celsius, Measure::temperature, "°C", "c|deg c|degc|celsius"},
    {Unit::kelvin, Measure::temperature, "K", "k|kelvin"},
    {Unit::pascal, Measure::pressure, "Pa", "pa|pascal"},
    {Unit::millibar, Measure::pressure, "mbar", "mbar|hpa|millibar"},
    {Unit::kilopascal, Measure::pressure, "kPa", "kpa"},
    {Unit::bar, Measure::pressure, "bar", "bar"},
    {Unit::kg_per_h, Measure::mass_flow, "kg/h", "kg h|kg per hour|kg hr"},
    {Unit::m3, Measure::water_volume, "m3", "m3|m 3"},
    {Unit::millimetre, Measure::rain, "mm", "mm|millimetre|millimetres|l m2"},
}};

// What registers count.
constexpr std::array kCountedUnits{Unit::kwh,  Unit::mwh, Unit::litre, Unit::normal_m3,
                                   Unit::hour, Unit::kg,  Unit::t,     Unit::m3};

// The letter without accent for a two-byte character of UTF-8 (U+0080 to U+017F), or a space.
std::string_view plain_letter(unsigned char lead, unsigned char trail) {
  constexpr std::string_view kLatin1 =
      "aaaaaaaceeeeiiiidnooooo ouuuuy saaaaaaaceeeeiiiidnooooo ouuuuy y";
  if (lead == 0xc3) return kLatin1.substr(trail & 0x3fU, 1);
  if (lead == 0xc5 && (trail == 0x92 || trail == 0x93)) return "oe";
  return " ";
}

// Removes "en" or "in" of "poids brut en kg".
std::string_view without_preposition(std::string_view text) {
  for (const std::string_view word : {"en ", "in "}) {
    if (text.starts_with(word)) text.remove_prefix(word.size());
  }
  return text;
}

std::optional<HeaderMatch> match_name(std::string_view name, std::span<const Column> columns) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (is_among(name, columns[i].names)) return HeaderMatch{.column = i, .unit_text = {}};
  }
  return std::nullopt;
}

// "gross kg": the longest start that names a column, if the rest is a unit or short enough to be
// one that is not accepted (lb), which is then refused by name instead of being passed over.
std::optional<HeaderMatch> match_with_unit(std::string_view header,
                                           std::span<const Column> columns) {
  constexpr std::size_t kUnknownUnitBytesMax = 3;
  for (std::size_t cut = header.rfind(' '); cut != std::string_view::npos && cut > 0;
       cut = header.rfind(' ', cut - 1)) {
    const std::string_view rest = without_preposition(header.substr(cut + 1));
    std::optional<HeaderMatch> match = match_name(header.substr(0, cut), columns);
    if (!match || columns[match->column].measure == Measure::nothing) continue;
    if (!find_unit(rest) && rest.size() > kUnknownUnitBytesMax) continue;
    match->unit_text = rest;
    return match;
  }
  return std::nullopt;
}

}  // namespace

bool is_among(std::string_view word, std::string_view names) {
  while (!names.empty()) {
    const std::size_t end = names.find('|');
    if (names.substr(0, end) == word) return true;
    names.remove_prefix(end == std::string_view::npos ? names.size() : end + 1);
  }
  return false;
}

std::string normal_form(std::string_view text) {
  std::string form;
  form.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= 'A' && byte <= 'Z') {
      form += static_cast<char>(byte - 'A' + 'a');
    } else if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '%') {
      form += static_cast<char>(byte);
    } else if (byte >= 0xc2 && byte < 0xe0 && i + 1 < text.size()) {
      form += plain_letter(byte, static_cast<unsigned char>(text[++i]));
    } else if (!form.empty() && form.back() != ' ') {
      form += ' ';
    }
    if (form.ends_with("  ") || form == " ") form.pop_back();
  }
  if (form.ends_with(' ')) form.pop_back();
  return form;
}

std::string_view name_of(Unit unit) {
  for (const UnitWords& words : kUnits) {
    if (words.unit == unit) return words.shown;
  }
  return "";
}

std::optional<Unit> find_unit(std::string_view text) {
  const std::string form = normal_form(text);
  for (const UnitWords& words : kUnits) {
    if (is_among(form, words.names)) return words.unit;
  }
  return std::nullopt;
}

bool fits(Unit unit, Measure measure) {
  if (measure == Measure::counted)
    return std::ranges::find(kCountedUnits, unit) != kCountedUnits.end();
  for (const UnitWords& words : kUnits) {
    if (words.unit == unit) return words.measure == measure;
  }
  return unit == Unit::none && measure == Measure::nothing;
}

Words units_of(Measure measure) {
  switch (measure) {
    case Measure::nothing:
      return {"no unit", "aucune unité"};
    case Measure::mass:
      return {"kg or t", "kg ou t"};
    case Measure::energy:
      return {"kWh or MWh", "kWh ou MWh"};
    case Measure::volume:
      return {"litres", "litres"};
    case Measure::share:
      return {"% or fraction", "% ou fraction"};
    case Measure::emissions:
      return {"t CO2 eq", "t CO2 eq"};
    case Measure::gas_volume:
      return {"Nm3 (0 °C, 101,325 Pa)", "Nm3 (0 °C, 101 325 Pa)"};
    case Measure::water_volume:
      return {"m3", "m3"};
    case Measure::rain:
      return {"mm", "mm"};
    case Measure::time:
      return {"h", "h"};
    case Measure::length:
      return {"m", "m"};
    case Measure::gas_flow:
      return {"m3/h (as it flows) or Nm3/h (0 °C, 101,325 Pa)",
              "m3/h (tel quel) ou Nm3/h (0 °C, 101 325 Pa)"};
    case Measure::temperature:
      return {"°C or K", "°C ou K"};
    case Measure::pressure:
      return {"Pa, kPa, mbar or bar", "Pa, kPa, mbar ou bar"};
    case Measure::mass_flow:
      return {"kg/h", "kg/h"};
    case Measure::counted:
      return {"kWh, MWh, litres, Nm3, m3, kg, t or h", "kWh, MWh, litres, Nm3, m3, kg, t ou h"};
  }
  check(false, "every measure has units");
  return {"no unit", "aucune unité"};
}

std::optional<HeaderMatch> match_header(std::string_view header, std::span<const Column> columns) {
  const std::size_t open = header.find_last_of("([");
  const std::string whole = normal_form(header);
  if (open == std::string_view::npos) {
    std::optional<HeaderMatch> match = match_name(whole, columns);
    return match ? match : match_with_unit(whole, columns);
  }
  std::optional<HeaderMatch> match = match_name(normal_form(header.substr(0, open)), columns);
  if (!match) return match_name(whole, columns);
  match->unit_text = normal_form(header.substr(open));
  return match;
}

std::optional<Material> find_material(std::string_view text) {
  const std::string form = normal_form(text);
  for (const MaterialWords& words : kMaterials) {
    if (is_among(form, words.names)) return words.material;
  }
  return std::nullopt;
}

std::optional<WasteType> find_waste_type(std::string_view text) {
  const std::string form = normal_form(text);
  for (const WasteWords& words : kWaste) {
    if (is_among(form, words.names)) return words.type;
  }
  return std::nullopt;
}

std::optional<bool> find_flag(std::string_view text) {
  if (text == "1" || text == "0") return text == "1";
  const std::string form = normal_form(text);
  if (is_among(form, "on|yes|true|oui|vrai|marche|en marche|running")) return true;
  if (is_among(form, "off|no|false|non|faux|arret|a l arret|stopped")) return false;
  return std::nullopt;
}

std::span<const Column> weighbridge::columns() { return kWeighbridge; }
std::span<const Column> composition::columns() { return kComposition; }
WasteType composition::type_of(std::size_t column) { return kWaste[column - kFirstWaste].type; }
std::span<const Column> electricity::columns() { return kElectricity; }
std::span<const Column> diesel::columns() { return kDiesel; }
std::span<const Column> declared_waste::columns() { return kDeclaredWaste; }
std::span<const Column> declared_export::columns() { return kDeclaredExport; }
std::span<const Column> declared_emissions::columns() { return kDeclaredEmissions; }

}  // namespace openitmo::files
