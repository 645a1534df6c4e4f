#include "reporting/authorization_changes.h"

#include "reporting/report_parts.h"

namespace openitmo::reporting {

namespace {

using ledger::AuthorizeItmos;

ReportText text_of(const std::optional<TonnesCo2eq>& quantity) {
  return quantity ? tonnes_text(*quantity)
                  : ReportWords{"not stated", "non indiquée", "no indicada"};
}
ReportText text_of(const std::vector<PartyId>& parties) {
  std::string text;
  for (const PartyId party : parties)
    text += fmt::format("{}{}", text.empty() ? "" : ", ", party.view());
  return ReportText::name(text);
}
ReportText text_of(const std::vector<std::string>& names) {
  return ReportText::name(fmt::format("{}", fmt::join(names, ", ")));
}
ReportText text_of(CalendarYear year) { return ReportText::name(std::to_string(year.value())); }
ReportText text_of(ledger::Purpose purpose) { return purpose_text(purpose); }
ReportText text_of(const std::string& text) { return ReportText::name(text); }
ReportText text_of(RegistryId registry) { return ReportText::name(registry.view()); }
ReportText text_of(bool yes) {
  static constexpr ReportWords kYes{"yes", "oui", "sí"};
  static constexpr ReportWords kNo{"no", "non", "no"};
  return yes ? kYes : kNo;
}
ReportText text_of(const std::optional<ledger::FirstTransferDefinition>& definition) {
  return ReportText::name(definition ? name_of(*definition) : std::string_view("–"));
}

class Changes {
 public:
  Changes(DataTable& table, const ledger::Recorded<AuthorizeItmos>& before,
          const ledger::Recorded<AuthorizeItmos>& after)
      : table_(table), before_(before), after_(after) {}

  template <class Member>
  void compare(const ReportWords& name, Member AuthorizeItmos::* member) {
    const ReportText was = text_of(before_.record.*member);
    const ReportText is = text_of(after_.record.*member);
    if (was == is) return;
    table_.rows.push_back({code_cell(std::to_string(after_.record.version), {after_.entry}),
                           words_cell(day_text(after_.effective)), words_cell(name),
                           words_cell(was), words_cell(is)});
  }

 private:
  DataTable& table_;
  const ledger::Recorded<AuthorizeItmos>& before_;
  const ledger::Recorded<AuthorizeItmos>& after_;
};

void compare_all(Changes changes) {
  changes.compare({"(b) Parties", "b) Parties", "b) Partes"}, &AuthorizeItmos::authorized_parties);
  changes.compare({"(b) entities", "b) entités", "b) entidades"},
                  &AuthorizeItmos::authorized_entities);
  changes.compare(
      {"(c) last year of use", "c) dernière année d'utilisation", "c) último año de uso"},
      &AuthorizeItmos::last_use_year);
  changes.compare({"(d) first transfer", "d) premier transfert", "d) primera transferencia"},
                  &AuthorizeItmos::first_transfer_definition);
  changes.compare({"(e) uses", "e) utilisations", "e) usos"}, &AuthorizeItmos::purpose);
  changes.compare({"(e) which other uses", "e) lesquelles des autres fins", "e) qué otros fines"},
                  &AuthorizeItmos::oimp);
  changes.compare({"(f) methodologies", "f) méthodologies", "f) metodologías"},
                  &AuthorizeItmos::standards);
  changes.compare({"(g) changes after first transfer", "g) modification après premier transfert",
                   "g) cambios tras la primera transferencia"},
                  &AuthorizeItmos::change_after_first_transfer);
  changes.compare({"(h) quantity, t CO2 eq", "h) quantité, t éq. CO2", "h) cantidad, t CO2 eq"},
                  &AuthorizeItmos::quantity_t_co2eq);
  changes.compare({"(i) registry", "i) registre", "i) registro"},
                  &AuthorizeItmos::tracking_registry);
  changes.compare(
      {"(k) first vintage", "k) première année d'obtention", "k) primer año de obtención"},
      &AuthorizeItmos::first_vintage);
  changes.compare(
      {"(k) last vintage", "k) dernière année d'obtention", "k) último año de obtención"},
      &AuthorizeItmos::last_vintage);
  changes.compare({"(l) GWP", "l) PRG", "l) PCG"}, &AuthorizeItmos::gwp_set);
}

}  // namespace

DataTable authorization_changes(const ledger::Authorization& authorization,
                                const accounting::Period& years) {
  DataTable table{
      .caption = ReportText(ReportWords{"Changes of {0}", "Modifications de {0}", "Cambios de {0}"},
                            authorization.latest().authorization),
      .columns =
          {ReportWords{"Version", "Version", "Versión"}, ReportWords{"Date", "Date", "Fecha"},
           ReportWords{"4/CMA.6, paragraph 5", "4/CMA.6, paragraphe 5", "4/CMA.6, párrafo 5"},
           ReportWords{"Before", "Avant", "Antes"}, ReportWords{"Now", "Maintenant", "Ahora"}},
      .text_columns = 5};
  for (std::size_t i = 1; i < authorization.versions.size(); ++i)
    if (years.contains(authorization.versions[i].effective.year()))
      compare_all(Changes(table, authorization.versions[i - 1], authorization.versions[i]));
  return table;
}

}  // namespace openitmo::reporting
