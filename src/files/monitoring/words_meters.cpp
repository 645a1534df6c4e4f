#include <array>

#include "files/monitoring/words.h"

namespace openitmo::files {
namespace {

constexpr std::array<Column, 4> kMeters{{
    {.shown = {"Meter", "Compteur"},
     .names = "meter|meter id|meter number|compteur|n compteur|numero de compteur|n de compteur|"
              "point de comptage"},
    {.shown = {"Date", "Date"},
     .names = "date|date time|date and time|reading date|date of reading|date heure|"
              "date et heure|date de releve|date du releve|jour"},
    {.shown = {"Reading (kWh)", "Index (kWh)"},
     .names = "reading|meter reading|index|register|releve|index releve|index du compteur",
     .measure = Measure::counted},
    {.shown = {"Event", "Événement"},
     .names = "event|evenement|remark|remarque|operation",
     .required = false},
}};

struct EventWords {
  mrv::MeterEvent event;
  std::string_view names;
};
constexpr std::array<EventWords, 3> kEvents{{
    {mrv::MeterEvent::reading, "reading|releve|lecture"},
    {mrv::MeterEvent::removed, "removed|depose|enleve|last reading|dernier releve"},
    {mrv::MeterEvent::installed, "installed|pose|mis en service|first reading|premier releve"},
}};

constexpr std::array<Column, 11> kResults{{
    {.shown = {"Sample", "Échantillon"},
     .names = "sample|sample id|sample no|echantillon|n echantillon|numero echantillon|"
              "numero d echantillon"},
    {.shown = {"Analyte", "Grandeur"},
     .names = "analyte|quantity|analysis|grandeur|analyse|parametre|parameter"},
    {.shown = {"Date taken", "Date de prélèvement"},
     .names = "date taken|taken|sampling date|date of sampling|date de prelevement|prelevement"},
    {.shown = {"Date analysed", "Date d'analyse"},
     .names = "date analysed|analysed|analysis date|date of analysis|date d analyse"},
    {.shown = {"Laboratory", "Laboratoire"}, .names = "laboratory|lab|laboratoire"},
    {.shown = {"Accreditation", "Accréditation"},
     .names = "accreditation|accreditation number|n accreditation|numero d accreditation"},
    {.shown = {"Method", "Méthode"}, .names = "method|methode|standard|norme"},
    {.shown = {"Detection limit", "Limite de détection"},
     .names = "detection limit|limit of detection|lod|limite de detection"},
    {.shown = {"Result", "Résultat"}, .names = "result|value|resultat|valeur"},
    {.shown = {"Unit", "Unité"}, .names = "unit|unite"},
    {.shown = {"Uncertainty", "Incertitude"},
     .names = "uncertainty|expanded uncertainty|uncertainty k 2|incertitude|incertitude elargie"},
}};

}  // namespace

std::span<const Column> meters::columns() { return kMeters; }
std::span<const Column> laboratory::columns() { return kResults; }

std::optional<mrv::MeterEvent> meters::find_event(std::string_view text) {
  const std::string form = normal_form(text);
  for (const EventWords& words : kEvents)
    if (is_among(form, words.names)) return words.event;
  return std::nullopt;
}

}  // namespace openitmo::files
