#include "files/html/report_words.h"

#include <algorithm>
#include <fmt/format.h>

#include "files/html/phrases.h"

namespace openitmo::files {

namespace {

struct Phrase {
  std::string_view en;
  std::string_view es;
};

constexpr Phrase kSpanish[] = {
    {"Baseline emissions", "Emisiones de la línea de base"},
    {"Project emissions", "Emisiones del proyecto"},
    {"Leakage", "Fugas"},
    {"Emission reductions", "Reducciones de emisiones"},
    {"measured", "medido"},
    {"default", "por defecto"},
    {"assumed", "supuesto"},
    {"high", "alta"},
    {"medium", "media"},
    {"low", "baja"},
    {"food", "alimentos"},
    {"garden", "jardín"},
    {"paper", "papel"},
    {"wood", "madera"},
    {"textiles", "textiles"},
    {"nappies", "pañales"},
    {"inert", "inertes"},
    {"plastics", "plásticos"},
    {"rubber", "caucho"},
    {"t wet", "t húmedas"},
    {"weighbridge tickets", "tiques de báscula"},
    {"composition samples", "muestras de composición"},
    {"electricity meter", "contador eléctrico"},
    {"diesel deliveries", "entregas de gasóleo"},
    {"gross - tare", "bruto - tara"},
    {"consumption", "consumo"},
    {"diesel", "gasóleo"},
    {"waste arriving", "residuos que entran"},
    {"sorting residue leaving", "rechazo de clasificación que sale"},
    {"by month", "por mes"},
    {"electricity used", "electricidad consumida"},
    {"diesel delivered", "gasóleo entregado"},
    {"waste of one type", "residuos de un tipo"},
    {"share of the waste type", "proporción del tipo de residuo"},
    {"global warming potential", "potencial de calentamiento global"},
    {"methane", "metano"},
    {"nitrous oxide", "óxido nitroso"},
    {"application B", "aplicación B"},
    {"baseline", "línea de base"},
    {"dry climate", "clima seco"},
    {"humid climate", "clima húmedo"},
    {"decay rate", "tasa de descomposición"},
    {"tropical dry", "tropical seco"},
    {"tropical wet", "tropical húmedo"},
    {"degradable organic carbon", "carbono orgánico degradable"},
    {"methane correction factor", "factor de corrección del metano"},
    {"unmanaged site of 5 m or more", "vertedero no gestionado de 5 m o más"},
    {"oxidation factor of the disposal site", "factor de oxidación del vertedero"},
    {"share of degradable carbon that decomposes",
     "fracción del carbono degradable que se descompone"},
    {"share of methane in the gas of the disposal site",
     "fracción de metano en el gas del vertedero"},
    {"model correction factor", "factor de corrección del modelo"},
    {"methane emission factor of composting", "factor de emisión de metano del compostaje"},
    {"nitrous oxide emission factor of composting",
     "factor de emisión de óxido nitroso del compostaje"},
    {"t CO2 eq", "t CO2 eq"},
    {"t CO2", "t CO2"},
};

const Phrase* find_phrase(std::string_view english) {
  const auto* found = std::ranges::find(kSpanish, english, &Phrase::en);
  return found == std::end(kSpanish) ? nullptr : found;
}

// Phrase by phrase between commas.
std::string spanish(std::string_view english) {
  if (const Phrase* whole = find_phrase(english)) return std::string(whole->es);
  std::string text;
  while (true) {
    const std::size_t comma = english.find(", ");
    const std::string_view part = english.substr(0, comma);
    const Phrase* known = find_phrase(part);
    text += known ? known->es : part;
    if (comma == std::string_view::npos) return text;
    text += ", ";
    english.remove_prefix(comma + 2);
  }
}

constexpr std::string_view kMonths[] = {"enero",      "febrero", "marzo",     "abril",
                                        "mayo",       "junio",   "julio",     "agosto",
                                        "septiembre", "octubre", "noviembre", "diciembre"};

}  // namespace

std::string_view code_of(ReportLanguage language) {
  switch (language) {
    case ReportLanguage::en:
      return "en";
    case ReportLanguage::fr:
      return "fr";
    case ReportLanguage::es:
      return "es";
  }
  return {};
}

std::string ReportSpeech::say(const ReportWords& words,
                              std::initializer_list<std::string> figures) const {
  std::string text(language_ == ReportLanguage::en   ? words.en
                   : language_ == ReportLanguage::fr ? words.fr
                                                     : words.es);
  int number = 0;
  for (const std::string& figure : figures) {
    const std::string mark = fmt::format("{{{}}}", number++);
    for (std::size_t at = text.find(mark); at != std::string::npos;
         at = text.find(mark, at + figure.size()))
      text.replace(at, mark.size(), figure);
  }
  return text;
}

std::string ReportSpeech::say(const Text& text) const {
  return language_ == ReportLanguage::es ? spanish(text.en) : numbers_.say(text);
}

std::string ReportSpeech::say(const Words& words) const {
  return language_ == ReportLanguage::es ? spanish(words.en) : numbers_.say(words);
}

std::string ReportSpeech::phrase(std::string_view english) const {
  return language_ == ReportLanguage::es ? spanish(english) : in_language(numbers_, english);
}

std::string ReportSpeech::day(Date date) const {
  if (language_ != ReportLanguage::es) return numbers_.day(date);
  return fmt::format("{} de {} de {}", date.day(), kMonths[date.month() - 1], date.year().value());
}

}  // namespace openitmo::files
