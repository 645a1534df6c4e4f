#include "files/programme/references.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <optional>
#include <vector>

#include "quantity/check.h"

namespace openitmo::files {
namespace {

struct FieldKind {
  std::string_view field;
  IdKind kind;
};
constexpr std::array kReferences{
    FieldKind{"registry", IdKind::registry},
    FieldKind{"to_registry", IdKind::registry},
    FieldKind{"tracking_registry", IdKind::registry},
    FieldKind{"party", IdKind::party},
    FieldKind{"parties", IdKind::party},
    FieldKind{"host", IdKind::party},
    FieldKind{"to_party", IdKind::party},
    FieldKind{"acquiring_party", IdKind::party},
    FieldKind{"authorized_parties", IdKind::party},
    FieldKind{"fund", IdKind::party},
    FieldKind{"approach", IdKind::approach},
    FieldKind{"owner", IdKind::entity},
    FieldKind{"entity", IdKind::entity},
    FieldKind{"validator", IdKind::entity},
    FieldKind{"verifier", IdKind::entity},
    FieldKind{"concluded_by", IdKind::entity},
    FieldKind{"raised_by", IdKind::entity},
    FieldKind{"answered_by", IdKind::entity},
    FieldKind{"returned_by", IdKind::entity},
    FieldKind{"closed_by", IdKind::entity},
    FieldKind{"finding", IdKind::finding},
    FieldKind{"authorized_entities", IdKind::entity},
    FieldKind{"activity", IdKind::activity},
    FieldKind{"component", IdKind::component},
    FieldKind{"account", IdKind::account},
    FieldKind{"to_account", IdKind::account},
    FieldKind{"authorization", IdKind::authorization},
    FieldKind{"report", IdKind::report},
    FieldKind{"request", IdKind::request},
    FieldKind{"indicator", IdKind::sdg_indicator},
};

struct Definition {
  std::string_view word;
  std::string_view field;
};
constexpr std::array kDefinitions{
    Definition{"record_party", "party"},
    Definition{"name_adaptation_fund", "fund"},
    Definition{"record_cooperative_approach", "approach"},
    Definition{"record_entity", "entity"},
    Definition{"record_activity", "activity"},
    Definition{"record_sdg_indicator", "indicator"},
    Definition{"include_component", "component"},
    Definition{"authorize", "authorization"},
    Definition{"open_account", "account"},
    Definition{"request_recognition", "request"},
    Definition{"raise_finding", "finding"},
};

Words words_for(IdKind kind) {
  switch (kind) {
    case IdKind::registry:
      return {"registry", "registre"};
    case IdKind::party:
      return {"Party", "Partie"};
    case IdKind::approach:
      return {"cooperative approach", "démarche concertée"};
    case IdKind::entity:
      return {"entity", "entité"};
    case IdKind::activity:
      return {"activity", "activité"};
    case IdKind::component:
      return {"component", "composant"};
    case IdKind::account:
      return {"account", "compte"};
    case IdKind::authorization:
      return {"authorization", "autorisation"};
    case IdKind::report:
      return {"monitoring report", "rapport de suivi"};
    case IdKind::request:
      return {"request for recognition", "demande de reconnaissance"};
    case IdKind::sdg_indicator:
      return {"SDG indicator", "indicateur ODD"};
    case IdKind::finding:
      return {"finding", "constat"};
    case IdKind::act:
      return {"act", "acte"};
    case IdKind::actor:
      return {"actor", "acteur"};
    case IdKind::record:
      return {"file of records", "fichier d'enregistrements"};
  }
  check(false, "every kind of id has words");
  return {"id", "id"};
}

std::optional<IdKind> kind_of(std::string_view field) {
  for (const FieldKind& entry : kReferences)
    if (entry.field == field) return entry.kind;
  return std::nullopt;
}

// Calls `see(field name, id)` for every id that stands in a field of `command`.
template <class See>
void each_id(const ledger::Command& command, const See& see) {
  const auto visit = [&](std::string_view name, const auto& field) {
    using Field = std::decay_t<decltype(field)>;
    if constexpr (std::is_same_v<Field, std::string>) see(name, field);
    if constexpr (requires {
                    field.to_string();
                    field.view();
                  })
      see(name, field.to_string());
    if constexpr (std::is_same_v<Field, std::vector<std::string>>)
      for (const std::string& id : field) see(name, id);
    if constexpr (std::is_same_v<Field, std::vector<PartyId>>)
      for (const PartyId id : field) see(name, id.to_string());
  };
  std::visit([&](const auto& c) { std::decay_t<decltype(c)>::fields(c, visit); }, command);
}

}  // namespace

void KnownIds::add_from(const ledger::Command& command, const Registries& registries) {
  if (const auto* open = std::get_if<OpenRegistry>(&command))
    parties_[open->registry] = open->parties;
  if (const auto* authorize = std::get_if<ledger::AuthorizeItmos>(&command))
    party_by_authorization_[authorize->authorization] = authorize->party;
  if (const auto* account = std::get_if<ledger::OpenAccount>(&command))
    registries_by_account_[account->account] = registries;
  const std::string_view word = ledger::kCommandNames[command.index()];
  each_id(command, [&](std::string_view field, const std::string& id) {
    for (const Definition& definition : kDefinitions)
      if (definition.word == word && definition.field == field) add(*kind_of(field), id);
  });
}

bool KnownIds::fits(IdKind kind, const std::string& id, const Registries& registries) const {
  const auto holds = [](const auto& list, const auto& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
  };
  const auto account = registries_by_account_.find(id);
  const auto party = party_by_authorization_.find(id);
  return std::any_of(registries.begin(), registries.end(), [&](RegistryId registry) {
    if (kind == IdKind::account)
      return account == registries_by_account_.end() || holds(account->second, registry);
    const auto parties = parties_.find(registry);
    return kind != IdKind::authorization || party == party_by_authorization_.end() ||
           parties == parties_.end() || holds(parties->second, party->second);
  });
}

void KnownIds::check(const TomlTable& table, std::string_view key, IdKind kind,
                     const std::string& id, const Registries& registries) const {
  const auto of_kind = ids_.find(kind);
  if (!complete_ || id.empty() || (of_kind != ids_.end() && of_kind->second.contains(id))) return;
  std::vector<std::string_view> known;
  if (of_kind != ids_.end())
    for (const std::string& other : of_kind->second)
      if (registries.empty() || fits(kind, other, registries)) known.push_back(other);
  const std::string_view near = nearest(id, known);
  Text remedy = Words("define it, or name one that is defined",
                      "définissez-le, ou nommez-en un qui est défini");
  if (!known.empty()) remedy = Text({"known: {}", "connus : {}"}, fmt::join(known, ", "));
  if (!near.empty()) remedy = Text({"did you mean {}?", "vouliez-vous dire {} ?"}, near);
  table.refuse(key,
               {{"no {} {} in this programme", "{} {} introuvable dans ce programme"},
                words_for(kind),
                in_quotes(id)},
               std::move(remedy));
}

void KnownIds::check_all(const TomlTable& table, const ledger::Command& command,
                         const Registries& registries) const {
  each_id(command, [&](std::string_view field, const std::string& id) {
    if (const auto kind = kind_of(field)) check(table, field, *kind, id, registries);
  });
}

}  // namespace openitmo::files
