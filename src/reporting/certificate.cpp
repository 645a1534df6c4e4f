#include "reporting/certificate.h"

#include <algorithm>
#include <charconv>

#include "reporting/party_reports.h"

namespace openitmo::reporting {

namespace {

using ledger::Action;
using ledger::ActionSubtype;

constexpr std::size_t kLeafDigits = 16;

std::vector<const Action*> actions_of(const ReportInputs& in, std::uint64_t entry) {
  std::vector<const Action*> found;
  for (const Action& action : in.ledger.actions())
    if (action.entry == entry && action.reporting_party == in.party() && ends_units(action))
      found.push_back(&action);
  return found;
}

ReportText what_happened(const ReportInputs& in, const Action& action) {
  switch (action.subtype) {
    case ActionSubtype::voluntary_cancellation_omge:
    case ActionSubtype::mandatory_cancellation_omge:
      return ReportWords{
          "cancelled for overall mitigation in global emissions; they count for "
          "nobody",
          "annulées pour l'atténuation globale des émissions mondiales ; elles ne "
          "comptent pour personne",
          "canceladas para la mitigación global de las emisiones mundiales; no "
          "cuentan para nadie"};
    case ActionSubtype::other_cancellation:
      return ReportWords{"cancelled; they count for nobody",
                         "annulées ; elles ne comptent pour personne",
                         "canceladas; no cuentan para nadie"};
    default:
      break;
  }
  if (action.use_year)
    return {
        ReportWords{"used towards the nationally determined contribution of {0} for {1}",
                    "utilisées aux fins de la contribution déterminée au niveau national de {0} "
                    "pour {1}",
                    "usadas para la contribución determinada a nivel nacional de {0} para {1}"},
        party_text(in, action.reporting_party), action.use_year->value()};
  return ReportWords{"used for other international mitigation purposes",
                     "utilisées à d'autres fins d'atténuation internationales",
                     "usadas para otros fines de mitigación internacionales"};
}

// What the units of the action are counted in.
ReportText unit_text(const ReportInputs& in, const Action& action) {
  const std::string& metric = in.ledger.metric_of(action.range.series().approach);
  if (!metric.empty()) return ReportText::name(metric);
  return ReportWords{"t CO2 eq", "t éq. CO2", "t CO2 eq"};
}

DataTable unit_table(const ReportInputs& in, const std::vector<const Action*>& actions) {
  DataTable table{
      .caption = ReportWords{"Units", "Unités", "Unidades"},
      .columns = {ReportWords{"First identifier", "Premier identifiant", "Primer identificador"},
                  ReportWords{"Last identifier", "Dernier identifiant", "Último identificador"},
                  ReportWords{"Vintage", "Année d'obtention", "Año de obtención"},
                  unit_text(in, *actions.front())},
      .text_columns = 3,
      .last_row_is_sum = true};
  TonnesCo2eq sum;
  for (const Action* action : actions) {
    const TonnesCo2eq quantity = action->range.quantity_t_co2eq();
    table.rows.push_back({code_cell(action->range.first_id.to_string()),
                          code_cell(action->range.last_id.to_string()),
                          code_cell(std::to_string(action->range.series().vintage.value())),
                          words_cell(tonnes_text(quantity))});
    sum = sum + quantity;
  }
  table.rows.push_back({words_cell(ReportWords{"Total", "Total", "Total"}), code_cell(""),
                        code_cell(""), words_cell(tonnes_text(sum))});
  return table;
}

DataTable place_table(const VerificationCode& code, const EntryPlace& place) {
  DataTable table{
      .columns = {ReportWords{"What", "Quoi", "Qué"}, ReportWords{"Value", "Valeur", "Valor"}},
      .text_columns = 2};
  const auto row = [&](const ReportWords& what, std::string_view value) {
    table.rows.push_back({words_cell(what), code_cell(value)});
  };
  row({"Verification code", "Code de vérification", "Código de verificación"}, code.to_string());
  row({"Entry", "Écriture", "Entrada"}, std::to_string(place.entry));
  row({"Leaf hash, SHA-256", "Empreinte de feuille, SHA-256", "Huella de hoja, SHA-256"},
      place.leaf_sha256);
  row({"Journal", "Journal", "Diario"}, place.origin);
  row({"Checkpoint, entries", "Point de contrôle, écritures", "Punto de control, entradas"},
      std::to_string(place.tree_size));
  row({"Checkpoint, root", "Point de contrôle, racine", "Punto de control, raíz"},
      place.root_sha256);
  return table;
}

Blocks check_blocks(const VerificationCode& code, const EntryPlace& place) {
  return {
      place_table(code, place),
      Sentence{ReportWords{
          "Anyone can check this without the registry and without a network: the proof file "
          "that comes with this certificate and the registry's public key are enough. A later "
          "entry that takes this one back is known to the registry alone.",
          "Chacun peut le contrôler sans le registre et sans réseau : le fichier de preuve joint "
          "à ce certificat et la clé publique du registre suffisent. Seul le registre connaît "
          "une écriture ultérieure qui la reprendrait.",
          "Cualquiera puede comprobarlo sin el registro y sin red: bastan el archivo de prueba "
          "que acompaña a este certificado y la clave pública del registro. Solo el registro "
          "conoce una entrada posterior que la anule."}},
      Sentence{ReportText::name(
          fmt::format("itmo check-certificate {} FILE.proof --key KEY", code.to_string()))}};
}

}  // namespace

VerificationCode VerificationCode::of(RegistryId registry, const EntryPlace& place) {
  return {registry, place.entry, place.leaf_sha256.substr(0, kLeafDigits)};
}

std::string VerificationCode::to_string() const {
  std::string text = fmt::format("{}-{}", registry.view(), entry);
  for (std::size_t i = 0; i < leaf_start.size(); ++i) {
    if (i % 4 == 0) text += '-';
    const char c = leaf_start[i];
    text += c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return text;
}

std::optional<VerificationCode> VerificationCode::parse(std::string_view text) {
  const auto registry = RegistryId::parse(text.substr(0, text.find('-')));
  if (!registry) return std::nullopt;
  VerificationCode code{.registry = *registry, .entry = 0, .leaf_start = {}};
  text.remove_prefix(std::min(text.size(), registry->view().size() + 1));
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), code.entry);
  if (error != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  for (const char c : text)
    if (c >= '0' && c <= '9')
      code.leaf_start += c;
    else if ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'))
      code.leaf_start += static_cast<char>(c | 0x20);
    else if (c != '-')
      return std::nullopt;
  if (code.leaf_start.size() != kLeafDigits) return std::nullopt;
  return code;
}

std::optional<OfficialDocument> certificate(const ReportInputs& in, const EntryPlace& place) {
  const auto actions = actions_of(in, place.entry);
  if (actions.empty() || !in.ledger.registry()) return std::nullopt;
  const Action& first = *actions.front();
  OfficialDocument document{.kind = DocumentKind::certificate};
  static constexpr ReportWords kUse{"Certificate of use", "Certificat d'utilisation",
                                    "Certificado de uso"};
  static constexpr ReportWords kCancellation{
      "Certificate of cancellation", "Certificat d'annulation", "Certificado de cancelación"};
  document.title = is_cancellation(first) ? kCancellation : kUse;
  document.subtitle =
      ReportText(ReportWords{"Registry {0}, entry {1}", "Registre {0}, écriture {1}",
                             "Registro {0}, entrada {1}"},
                 in.ledger.registry()->registry.view(), place.entry);
  TonnesCo2eq sum;
  for (const Action* action : actions) sum = sum + action->range.quantity_t_co2eq();
  const auto approach = first.range.series().approach.to_string();
  Blocks facts{Sentence{ReportText(
      ReportWords{
          "On {0}, units of cooperative approach {1} that represent {2} {3} were {4}.",
          "Le {0}, des unités de la démarche concertée {1} représentant {2} {3} ont été {4}.",
          "El {0}, unidades del enfoque cooperativo {1} que representan {2} {3} fueron {4}."},
      day_text(first.date), approach, tonnes_text(sum), unit_text(in, first),
      what_happened(in, first))}};
  if (!first.entity.empty()) {
    const auto found = in.ledger.entities().find(first.entity);
    facts.push_back(Sentence{
        ReportText(ReportWords{"By {0}.", "Par {0}.", "Por {0}."},
                   found == in.ledger.entities().end() ? first.entity : found->second.name)});
  }
  facts.push_back(unit_table(in, actions));
  static constexpr ReportWords kWhat{"What is certified", "Ce qui est certifié",
                                     "Lo que se certifica"};
  static constexpr ReportWords kHow{"How to check it", "Comment le contrôler", "Cómo comprobarlo"};
  document.sections.push_back({.heading = kWhat, .blocks = std::move(facts)});
  document.sections.push_back(
      {.heading = kHow,
       .blocks = check_blocks(VerificationCode::of(in.ledger.registry()->registry, place), place)});
  complete_document(document, in);
  document.assumptions.clear();
  return document;
}

}  // namespace openitmo::reporting
