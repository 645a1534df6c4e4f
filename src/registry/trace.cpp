#include "registry/trace.h"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

namespace openitmo::registry {

namespace {

using ledger::Entry;
using ledger::ItmoIdentifier;
using ledger::ItmoRange;

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

// The range of an entry's units that holds the unit; null when it does not touch it.
const ItmoRange* range_with(const Entry& entry, const ItmoIdentifier& unit) {
  return std::visit(
      [&](const auto& event) -> const ItmoRange* {
        if constexpr (requires { event.ranges; })
          for (const ItmoRange& range : event.ranges)
            if (range.contains(unit)) return &range;
        return nullptr;
      },
      entry.event);
}

// What an entry says about the unit's life, in figures and names; empty where its type says all.
class Describer {
 public:
  Describer(Language language, const ItmoIdentifier& unit, const std::string& component)
      : language_(language), unit_(unit), component_(component) {}

  std::string operator()(const ledger::UnitsTransferred& event) const {
    return text({"{} from {} to {} in {}", "{} de {} à {} dans {}"},
                words_of(language_, name_of(event.action)), event.from_party.view(),
                event.to_party.view(), event.to_registry.view());
  }
  std::string operator()(const ledger::AcquireUnits& event) const {
    return text({"from {}, proven by entry {} of {}", "de {}, prouvée par l'écriture {} de {}"},
                event.from_party.view(), event.sent.entry, event.sent.registry.view());
  }
  std::string operator()(const ledger::ConfirmDelivery& event) const {
    return text({"of entry {}, proven by entry {} of {}",
                 "de l'écriture {}, prouvée par l'écriture {} de {}"},
                event.transfer_entry, event.received.entry, event.received.registry.view());
  }
  std::string operator()(const ledger::UnitsMoved& event) const {
    return text({"account {} to {}", "du compte {} au compte {}"}, event.from_account,
                event.to_account);
  }
  std::string operator()(const ledger::UnitsUsed& event) const {
    const std::string year =
        event.year ? text({" for {}", " pour {}"}, event.year->value()) : std::string();
    return text({"by {} towards {}{}", "par {} pour {}{}"}, event.party.view(),
                words_of(language_, name_of(event.purpose)), year);
  }
  std::string operator()(const ledger::UnitsCancelled& event) const {
    return text({"by {}, {}", "par {}, {}"}, event.party.view(),
                words_of(language_, name_of(event.kind)));
  }
  std::string operator()(const ledger::EntryCorrected& event) const {
    return text({"entry {}, {}, taken back", "écriture {}, {}, reprise"}, event.corrected_entry,
                words_of(language_, name_of(event.action)));
  }
  std::string operator()(const ledger::WithdrawUnits& event) const {
    return text({"by {} under the terms of {}", "par {} selon les conditions de {}"},
                event.party.view(), event.authorization);
  }
  std::string operator()(const ledger::PlaceHold& event) const { return event.hold; }
  std::string operator()(const ledger::RemedyOpened& event) const { return event.remedy; }
  std::string operator()(const ledger::RemedySettled& event) const { return event.remedy; }
  std::string operator()(const ledger::UnitsIssued& event) const {
    return text(
        {"component {}, vintage {}, account {}: {} t CO2 eq reduced, {} t of deficit brought "
         "forward, {} t issued, {} t of deficit carried",
         "composant {}, millésime {}, compte {} : {} t éq. CO2 réduites, {} t de déficit "
         "antérieur, {} t délivrées, {} t de déficit reporté"},
        event.component, event.vintage.value(), event.account,
        tonnes(event.emission_reductions_kg_co2eq), tonnes(event.debt_brought_forward_kg_co2eq),
        event.issued_t_co2eq.value(), tonnes(event.debt_carried_kg_co2eq));
  }
  std::string operator()(const ledger::AuthorizeItmos& event) const {
    return text({"{} version {} by {}", "{} version {} par {}"}, event.authorization, event.version,
                event.party.view());
  }
  std::string operator()(const SubmitMonitoringReport& event) const {
    std::string what = text({"{} for {} to {}", "{} du {} au {}"}, event.report,
                            event.period.first.to_string(), event.period.last.to_string());
    for (const MonitoredResult& result : event.results)
      if (result.component == component_ && result.vintage == unit_.series.vintage)
        what += text({"; {} {}: {} t CO2 eq", " ; {} {} : {} t éq. CO2"}, result.component,
                     result.vintage.value(), tonnes(result.emission_reductions_kg_co2eq));
    return what;
  }
  std::string operator()(const ledger::RequestRecognition& event) const {
    return text({"{} by {} for report {}, under {}, to be acquired by {}",
                 "{} par {} pour le rapport {}, sous {}, à acquérir par {}"},
                event.request, event.entity, event.report, event.authorization,
                event.acquiring_party.view());
  }
  std::string operator()(const ConcludeVerification& event) const {
    return text({"report {} by {}", "rapport {} par {}"}, event.report, event.verifier);
  }
  std::string operator()(const ConcludeExamination& event) const {
    return event.accepted ? text({"report {} accepted by {}", "rapport {} accepté par {}"},
                                 event.report, event.party.view())
                          : text({"report {} not accepted by {}", "rapport {} non accepté par {}"},
                                 event.report, event.party.view());
  }
  std::string operator()(const auto&) const { return {}; }

  std::string range(const ItmoRange& range) const {
    return text({"{} to {} ({} t CO2 eq)", "{} à {} ({} t éq. CO2)"}, range.first_id.to_string(),
                range.last_id.to_string(), range.quantity_t_co2eq().value());
  }
  template <class... Figures>
  std::string text(WordsFor<sizeof...(Figures)> words, const Figures&... figures) const {
    return Text(words, figures...).in(language_);
  }

 private:
  std::string tonnes(KilogramsCo2eq amount) const {
    std::string decimal = Rational(amount.value(), 1000).to_decimal(3);
    if (language_ == Language::fr) std::replace(decimal.begin(), decimal.end(), '.', ',');
    return decimal;
  }

  Language language_;
  const ItmoIdentifier& unit_;
  const std::string& component_;
};

std::string_view type_of(const Entry& entry) {
  return std::visit([](const auto& event) -> std::string_view { return event.kType; }, entry.event);
}

class Tracer {
 public:
  Tracer(const std::vector<JournalToTrace>& journals, const ItmoIdentifier& unit, Language language)
      : journals_(journals),
        language_(language),
        describe_(language, trace_.unit, trace_.component) {
    trace_.unit = unit;
  }

  std::optional<Trace> run(const std::vector<reporting::AefSubmission>& submissions) {
    for (const JournalToTrace& journal : journals_) find_origin(journal);
    for (const JournalToTrace& journal : journals_) collect(journal);
    if (trace_.life.empty() && trace_.component.empty()) return std::nullopt;
    for (auto* steps : {&trace_.foundation, &trace_.mitigation, &trace_.life}) sort_by_time(*steps);
    find_rows(submissions);
    return std::move(trace_);
  }

 private:
  void find_origin(const JournalToTrace& journal) {
    const auto block = journal.ledger.blocks().find(trace_.unit);
    if (!block) return;
    trace_.standing += fmt::format(
        "{}{}{}{}", trace_.standing.empty() ? "" : describe_.text({"; ", " ; "}),
        journal.registry.view(), describe_.text({": ", " : "}), standing_of(journal, block->state));
    if (block->state.issuance == ledger::BlockState::kNone) return;
    const auto& issuance = journal.ledger.issuances()[block->state.issuance].record;
    trace_.component = issuance.component;
    trace_.report = issuance.report;
    request_ = issuance.request;
    const auto* component = journal.ledger.activities().find_component(trace_.component);
    if (component) activity_ = component->inclusion.activity;
  }

  // What the last entry of one type that touched the unit says.
  template <class Event>
  std::string last_said(const JournalToTrace& journal) const {
    for (auto entry = journal.entries.rbegin(); entry != journal.entries.rend(); ++entry)
      if (const auto* event = std::get_if<Event>(&entry->event);
          event && range_with(*entry, trace_.unit))
        return describe_(*event);
    return {};
  }

  std::string standing_of(const JournalToTrace& journal, const ledger::BlockState& state) const {
    using enum ledger::BlockStatus;
    switch (state.status) {
      case held: {
        if (state.account == ledger::BlockState::kNone) return describe_.text({"held", "détenue"});
        const auto& account = journal.ledger.accounts()[state.account];
        return describe_.text({"held by {} in account {}", "détenue par {} sur le compte {}"},
                              account.party.view(), account.account);
      }
      case in_transit:
        return describe_.text({"in transit, {}", "en transit, {}"},
                              last_said<ledger::UnitsTransferred>(journal));
      case sent:
        return describe_.text({"sent, {}", "envoyée, {}"},
                              last_said<ledger::UnitsTransferred>(journal));
      case used:
        return describe_.text({"used {}", "utilisée {}"}, last_said<ledger::UnitsUsed>(journal));
      case cancelled:
        return describe_.text({"cancelled {}", "annulée {}"},
                              last_said<ledger::UnitsCancelled>(journal));
      case withdrawn:
        return describe_.text({"withdrawn", "retirée"});
    }
    return {};
  }

  void collect(const JournalToTrace& journal) {
    std::vector<std::uint64_t> sent;
    for (const Entry& entry : journal.entries) {
      const ItmoRange* range = range_with(entry, trace_.unit);
      const bool issuance = std::holds_alternative<ledger::UnitsIssued>(entry.event);
      if (range) {
        add(issuance ? trace_.mitigation : trace_.life, journal, entry, range);
        sent.push_back(entry.number);
      } else if (confirms(entry, sent)) {
        add(trace_.life, journal, entry, nullptr);
      } else if (is_foundation(entry)) {
        add(trace_.foundation, journal, entry, nullptr);
      } else if (is_mitigation(entry)) {
        add(trace_.mitigation, journal, entry, nullptr);
      }
    }
  }

  static bool confirms(const Entry& entry, const std::vector<std::uint64_t>& sent) {
    const auto* confirmed = std::get_if<ledger::ConfirmDelivery>(&entry.event);
    return confirmed &&
           std::find(sent.begin(), sent.end(), confirmed->transfer_entry) != sent.end();
  }

  bool is_foundation(const Entry& entry) const {
    return std::visit(
        [&](const auto& event) {
          using Event = std::decay_t<decltype(event)>;
          if constexpr (std::is_same_v<Event, RecordCooperativeApproach>)
            return event.approach == trace_.unit.series.approach;
          else if constexpr (std::is_same_v<Event, IncludeComponent>)
            return event.component == trace_.component;
          else if constexpr (std::is_same_v<Event, RecordActivity> ||
                             std::is_same_v<Event, ConcludeValidation> ||
                             std::is_same_v<Event, ConcludeAdditionality> ||
                             std::is_same_v<Event, ledger::AuthorizeItmos>)
            return !activity_.empty() && event.activity == activity_;
          else
            return false;
        },
        entry.event);
  }

  bool is_mitigation(const Entry& entry) const {
    return std::visit(
        [&](const auto& event) {
          using Event = std::decay_t<decltype(event)>;
          if constexpr (std::is_same_v<Event, SubmitMonitoringReport> ||
                        std::is_same_v<Event, ConcludeVerification> ||
                        std::is_same_v<Event, ConcludeExamination>)
            return !trace_.report.empty() && event.report == trace_.report;
          else if constexpr (std::is_same_v<Event, ledger::RequestRecognition>)
            return !request_.empty() && event.request == request_;
          else
            return false;
        },
        entry.event);
  }

  void add(std::vector<TraceStep>& steps, const JournalToTrace& journal, const Entry& entry,
           const ItmoRange* range) const {
    std::string what = range ? describe_.range(*range) : std::string();
    const std::string said = std::visit(describe_, entry.event);
    if (!what.empty() && !said.empty()) what += ", ";
    steps.push_back({journal.registry, entry.number, entry.envelope.recorded_at,
                     entry.envelope.effective_date, std::string(type_of(entry)), what + said});
  }

  // By the day on which each took effect; the acts of one day by the time of recording.
  static void sort_by_time(std::vector<TraceStep>& steps) {
    std::stable_sort(steps.begin(), steps.end(), [](const TraceStep& a, const TraceStep& b) {
      return std::tie(a.effective_date, a.recorded_at) < std::tie(b.effective_date, b.recorded_at);
    });
  }

  void find_rows(const std::vector<reporting::AefSubmission>& submissions) {
    for (const auto& submission : submissions) {
      const std::string stem = reporting::file_stem(submission);
      for (std::size_t i = 0; i < submission.actions.size(); ++i)
        if (submission.actions[i].block.range.contains(trace_.unit))
          trace_.rows.push_back({stem, 3, i + 1,
                                 words_of(language_, name_of(submission.actions[i].type)) +
                                     describe_.text({" on ", " le "}) +
                                     submission.actions[i].date.to_string()});
      for (std::size_t i = 0; i < submission.holdings.size(); ++i)
        if (submission.holdings[i].block.range.contains(trace_.unit))
          trace_.rows.push_back(
              {stem, 4, i + 1, describe_.text({"held on 31 December", "détenue le 31 décembre"})});
    }
  }

  const std::vector<JournalToTrace>& journals_;
  Language language_;
  Trace trace_;
  Describer describe_;  // of the trace above
  std::string activity_;
  std::string request_;
};

}  // namespace

std::optional<Trace> trace(const std::vector<JournalToTrace>& journals,
                           const std::vector<reporting::AefSubmission>& submissions,
                           const ledger::ItmoIdentifier& unit, Language language) {
  return Tracer(journals, unit, language).run(submissions);
}

}  // namespace openitmo::registry
