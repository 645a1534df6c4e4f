#include "registry/describe_entry.h"

#include <algorithm>
#include <fmt/format.h>

#include "activity/finding_words.h"
#include "quantity/rational.h"

namespace openitmo::registry {

// Words of the vocabulary, for people.
std::string words_of(Language language, std::string_view name) {
  constexpr std::pair<std::string_view, Words> kWords[] = {
      {"first_transfer", {"first transfer", "premier transfert"}},
      {"transfer", {"transfer", "transfert"}},
      {"acquisition", {"acquisition", "acquisition"}},
      {"use", {"use", "utilisation"}},
      {"cancellation", {"cancellation", "annulation"}},
      {"ndc", {"its NDC", "sa CDN"}},
      {"imp", {"international mitigation purposes", "des fins d'atténuation internationales"}},
      {"op", {"other purposes", "d'autres fins"}},
      {"omge_voluntary",
       {"voluntary, for overall mitigation", "volontaire, pour l'atténuation globale"}},
      {"omge_mandatory",
       {"mandatory, for overall mitigation", "obligatoire, pour l'atténuation globale"}},
      {"other", {"for another reason", "pour une autre raison"}},
  };
  for (const auto& [code, words] : kWords)
    if (code == name) return std::string(words.in(language));
  return std::string(name);
}

namespace {

// An overload for each type that says more than its name.
class Said {
 public:
  explicit Said(const EntryDescriber& describe) : describe_(describe) {}

  std::string operator()(const ledger::UnitsTransferred& event) const {
    return describe_.text({"{} from {} to {} in {}", "{} de {} à {} dans {}"},
                          words_of(describe_.language(), name_of(event.action)),
                          event.from_party.view(), event.to_party.view(), event.to_registry.view());
  }
  std::string operator()(const ledger::AcquireUnits& event) const {
    return describe_.text(
        {"from {}, proven by entry {} of {}", "de {}, prouvée par l'écriture {} de {}"},
        event.from_party.view(), event.sent.entry, event.sent.registry.view());
  }
  std::string operator()(const ledger::ConfirmDelivery& event) const {
    return describe_.text({"of entry {}, proven by entry {} of {}",
                           "de l'écriture {}, prouvée par l'écriture {} de {}"},
                          event.transfer_entry, event.received.entry,
                          event.received.registry.view());
  }
  std::string operator()(const ledger::UnitsMoved& event) const {
    return describe_.text({"account {} to {}", "du compte {} au compte {}"}, event.from_account,
                          event.to_account);
  }
  std::string operator()(const ledger::UnitsUsed& event) const {
    const std::string year =
        event.year ? describe_.text({" for {}", " pour {}"}, event.year->value()) : std::string();
    return describe_.text({"by {} towards {}{}", "par {} pour {}{}"}, event.party.view(),
                          words_of(describe_.language(), name_of(event.purpose)), year);
  }
  std::string operator()(const ledger::UnitsCancelled& event) const {
    return describe_.text({"by {}, {}", "par {}, {}"}, event.party.view(),
                          words_of(describe_.language(), name_of(event.kind)));
  }
  std::string operator()(const ledger::EntryCorrected& event) const {
    return describe_.text({"entry {}, {}, taken back", "écriture {}, {}, reprise"},
                          event.corrected_entry,
                          words_of(describe_.language(), name_of(event.action)));
  }
  std::string operator()(const ledger::WithdrawUnits& event) const {
    return describe_.text({"by {} under the terms of {}", "par {} selon les conditions de {}"},
                          event.party.view(), event.authorization);
  }
  std::string operator()(const ledger::PlaceHold& event) const { return event.hold; }
  std::string operator()(const ledger::RemedyOpened& event) const { return event.remedy; }
  std::string operator()(const ledger::RemedySettled& event) const { return event.remedy; }
  std::string operator()(const ledger::UnitsIssued& event) const {
    return describe_.text(
        {"component {}, vintage {}, account {}: {} t CO2 eq reduced, {} t of deficit brought "
         "forward, {} t issued, {} t of deficit carried",
         "composant {}, millésime {}, compte {} : {} t éq. CO2 réduites, {} t de déficit "
         "antérieur, {} t délivrées, {} t de déficit reporté"},
        event.component, event.vintage.value(), event.account,
        tonnes(event.emission_reductions_kg_co2eq), tonnes(event.debt_brought_forward_kg_co2eq),
        event.issued_t_co2eq.value(), tonnes(event.debt_carried_kg_co2eq));
  }
  std::string operator()(const ledger::MetricUnitsIssued& event) const {
    return describe_.text({"component {}, vintage {}, account {}: {} of {} {} by the statement {}",
                           "composant {}, millésime {}, compte {} : {} de {} {} selon la "
                           "déclaration {}"},
                          event.component, event.vintage.value(), event.account, issued(event),
                          event.verified_quantity, event.metric, event.statement.reference);
  }
  std::string operator()(const ledger::AuthorizeItmos& event) const {
    return describe_.text({"{} version {} by {}", "{} version {} par {}"}, event.authorization,
                          event.version, event.party.view());
  }
  std::string operator()(const SubmitMonitoringReport& event) const {
    std::string what =
        describe_.text({"{} for {} to {}", "{} du {} au {}"}, event.report,
                       event.period.first.to_string(), event.period.last.to_string());
    for (const MonitoredResult& result : event.results)
      if (result.component == describe_.component() && result.vintage == describe_.vintage())
        what +=
            describe_.text({"; {} {}: {} t CO2 eq", " ; {} {} : {} t éq. CO2"}, result.component,
                           result.vintage.value(), tonnes(result.emission_reductions_kg_co2eq));
    return what;
  }
  std::string operator()(const ledger::RequestRecognition& event) const {
    return describe_.text({"{} by {} for report {}, under {}, to be acquired by {}",
                           "{} par {} pour le rapport {}, sous {}, à acquérir par {}"},
                          event.request, event.entity, event.report, event.authorization,
                          event.acquiring_party.view());
  }
  std::string operator()(const ConcludeVerification& event) const {
    return describe_.text({"report {} by {}, {}, {}", "rapport {} par {}, {}, {}"}, event.report,
                          event.verifier,
                          event.positive ? describe_.text({"positive", "positive"})
                                         : describe_.text({"negative", "négative"}),
                          event.opinion.empty() ? describe_.text({"not signed", "non signée"})
                                                : describe_.text({"signed", "signée"}));
  }
  std::string operator()(const RaiseFinding& event) const {
    return describe_.text({"{}, {} by {}, {}", "{}, {} par {}, {}"}, event.finding,
                          activity::words_of(event.kind).in(describe_.language()), event.raised_by,
                          activity::about(event).in(describe_.language()));
  }
  std::string operator()(const AnswerFinding& event) const {
    return describe_.text({"{} by {}: {}", "{} par {} : {}"}, event.finding, event.answered_by,
                          event.answer.reference);
  }
  std::string operator()(const ReturnFinding& event) const {
    return describe_.text({"{} by {}: {}", "{} par {} : {}"}, event.finding, event.returned_by,
                          event.reason.reference);
  }
  std::string operator()(const CloseFinding& event) const {
    return describe_.text({"{} by {}: {}", "{} par {} : {}"}, event.finding, event.closed_by,
                          event.reason.reference);
  }
  std::string operator()(const RecordOpinionKey& event) const {
    return describe_.text({"{}, of {}", "{}, de {}"}, event.verifier_key, event.entity);
  }
  std::string operator()(const ConcludeExamination& event) const {
    return event.accepted
               ? describe_.text({"report {} accepted by {}", "rapport {} accepté par {}"},
                                event.report, event.party.view())
               : describe_.text({"report {} not accepted by {}", "rapport {} non accepté par {}"},
                                event.report, event.party.view());
  }
  std::string operator()(const auto&) const { return {}; }

 private:
  static std::uint64_t issued(const ledger::MetricUnitsIssued& event) {
    TonnesCo2eq units;
    for (const ledger::ItmoRange& range : event.ranges) units += range.quantity_t_co2eq();
    return units.value();
  }
  std::string tonnes(KilogramsCo2eq amount) const {
    std::string decimal = Rational(amount.value(), 1000).to_decimal(3);
    if (describe_.language() == Language::fr)
      std::replace(decimal.begin(), decimal.end(), '.', ',');
    return decimal;
  }

  const EntryDescriber& describe_;
};

}  // namespace

std::string EntryDescriber::operator()(const ledger::Event& event) const {
  return std::visit(Said(*this), event);
}

std::string EntryDescriber::range(const ledger::ItmoRange& range, const std::string& metric) const {
  if (!metric.empty())
    return text({"{} to {} ({} {})", "{} à {} ({} {})"}, range.first_id.to_string(),
                range.last_id.to_string(), range.quantity_t_co2eq().value(), metric);
  return text({"{} to {} ({} t CO2 eq)", "{} à {} ({} t éq. CO2)"}, range.first_id.to_string(),
              range.last_id.to_string(), range.quantity_t_co2eq().value());
}

std::string_view type_of(const ledger::Entry& entry) {
  return std::visit([](const auto& event) -> std::string_view { return event.kType; }, entry.event);
}

}  // namespace openitmo::registry
