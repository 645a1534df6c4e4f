#include <algorithm>
#include <charconv>
#include <fmt/format.h>

#include "activity/finding_words.h"
#include "registry/quantity_in.h"
#include "registry/statement.h"
#include "registry/statement_findings.h"

namespace openitmo::registry {

namespace {

using ledger::ItmoIdentifier;
using ledger::Ledger;

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

std::optional<std::uint64_t> serial_in(std::string_view text) {
  std::uint64_t serial = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), serial);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return serial;
}

std::vector<Subject> units_named(const Ledger& ledger, std::string_view asked) {
  std::vector<Subject> units;
  if (const auto id = ItmoIdentifier::parse(asked); id && ledger.blocks().find(*id))
    units.push_back({SubjectKind::unit, id->to_string()});
  if (const auto serial = serial_in(asked))
    for (const auto& [series, quantity] : ledger.taken_in())
      if (const ItmoIdentifier id{series, *serial}; ledger.blocks().find(id))
        units.push_back({SubjectKind::unit, id.to_string()});
  return units;
}

// The subjects with exactly this code.
std::vector<Subject> named(const Ledger& ledger, const std::string& code) {
  std::vector<Subject> subjects;
  const auto add = [&](SubjectKind kind, bool known) {
    if (known) subjects.push_back({kind, code});
  };
  add(SubjectKind::account, ledger.find_account(code).has_value());
  add(SubjectKind::component, ledger.activities().find_component(code) != nullptr);
  add(SubjectKind::activity, ledger.activities().find_activity(code) != nullptr);
  add(SubjectKind::authorization, ledger.find_authorization(code).has_value());
  add(SubjectKind::entity, ledger.entities().contains(code));
  add(SubjectKind::finding, ledger.activities().find_finding(code) != nullptr);
  return subjects;
}

// Every subject with a code that `fits`.
template <class Fits>
std::vector<Subject> coded(const Ledger& ledger, Fits&& fits) {
  std::vector<Subject> subjects;
  const auto add = [&](SubjectKind kind, const std::string& id) {
    if (fits(id)) subjects.push_back({kind, id});
  };
  for (const auto& account : ledger.accounts()) add(SubjectKind::account, account.account);
  for (const auto& [id, component] : ledger.activities().components())
    add(SubjectKind::component, id);
  for (const auto& [id, activity] : ledger.activities().activities())
    add(SubjectKind::activity, id);
  for (const auto& authorization : ledger.authorizations())
    add(SubjectKind::authorization, authorization.latest().authorization);
  for (const auto& [id, entity] : ledger.entities()) add(SubjectKind::entity, id);
  for (const auto& [id, activity] : ledger.activities().activities())
    for (const std::string& finding : activity.findings) add(SubjectKind::finding, finding);
  return subjects;
}

Text account_line(const Ledger& ledger, std::uint32_t index) {
  const auto& account = ledger.accounts()[index];
  TonnesCo2eq held;
  for (const auto& block : ledger.blocks().held_in(index)) held += block.range.quantity_t_co2eq();
  Text line({"{} of {}", "{} de {}"}, quantity_in(account.metric, held), account.party.view());
  if (!account.entity.empty()) line += Text({", held by {}", ", détenu par {}"}, account.entity);
  return line;
}

Text unit_line(const Ledger& ledger, const Subject& subject) {
  const auto block = ledger.blocks().find(ItmoIdentifier::parse(subject.id).value());
  if (!block) return {};
  const auto account = block->state.account;
  Text line(status_words(block->state.status));
  if (account < ledger.accounts().size())
    line += Text({", account {}", ", compte {}"}, ledger.accounts()[account].account);
  return line += Text({", in a block of {}", ", dans un bloc de {}"},
                      quantity_in(ledger.metric_of(block->range.series().approach),
                                  block->range.quantity_t_co2eq()));
}

}  // namespace

Found find(const Ledger& ledger, std::string_view asked, std::size_t limit) {
  Found found;
  found.subjects = named(ledger, std::string(asked));
  for (Subject& unit : units_named(ledger, asked)) found.subjects.push_back(std::move(unit));
  if (found.subjects.empty() && !asked.empty()) {
    const std::string wanted = lower_case(asked);
    found.exact = false;
    found.subjects = coded(ledger, [&](const std::string& id) {
      return lower_case(id).find(wanted) != std::string::npos;
    });
  }
  found.count = found.subjects.size();
  std::ranges::sort(found.subjects);
  if (found.subjects.size() > limit) found.subjects.resize(limit);
  return found;
}

Text in_one_line(const Ledger& ledger, const Subject& subject) {
  switch (subject.kind) {
    case SubjectKind::unit:
      return unit_line(ledger, subject);
    case SubjectKind::account:
      return account_line(ledger, ledger.find_account(subject.id).value());
    case SubjectKind::component: {
      const auto& component = ledger.activities().components().at(subject.id).inclusion;
      return {{"of activity {}, site {}", "de l'activité {}, site {}"},
              component.activity,
              component.site};
    }
    case SubjectKind::activity: {
      const auto& activity = ledger.activities().activities().at(subject.id).record;
      Text line({"under {}, host {}", "de {}, Partie hôte {}"}, activity.approach.view(),
                activity.host.view());
      if (const Cell open = open_findings(ledger.activities(), subject.id); !open.text.empty())
        line += Text({", open findings: {}", ", constats ouverts : {}"}, open.code);
      return line;
    }
    case SubjectKind::authorization: {
      const auto& authorization =
          ledger.authorizations()[ledger.find_authorization(subject.id).value()];
      return {
          {"version {} by {}, {} first transferred", "version {} par {}, {} en premier transfert"},
          authorization.latest().version,
          authorization.latest().party.view(),
          quantity_in(ledger.metric_of(authorization.latest().approach),
                      authorization.first_transferred_t_co2eq)};
    }
    case SubjectKind::entity:
      return Text::name(ledger.entities().at(subject.id).name);
    case SubjectKind::finding: {
      const auto* finding = ledger.activities().find_finding(subject.id);
      return {{"{} against {}, {}", "{} sur {}, {}"},
              activity::words_of(finding->raised.kind),
              activity::raised_against(finding->raised),
              activity::words_of(finding->state)};
    }
  }
  return {};
}

}  // namespace openitmo::registry
