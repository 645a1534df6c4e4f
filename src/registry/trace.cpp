#include "registry/trace.h"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

namespace openitmo::registry {

namespace {

using ledger::Entry;
using ledger::ItmoIdentifier;
using ledger::ItmoRange;

constexpr std::array kStanding{"held", "in transit", "sent to another registry",
                               "used", "cancelled",  "withdrawn"};

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

std::string described(const Entry& entry, const ItmoRange* range) {
  std::string what =
      range ? fmt::format("{} to {} ({} t CO2 eq)", range->first_id.to_string(),
                          range->last_id.to_string(), range->quantity_t_co2eq().value())
            : "";
  const auto add = [&](std::string_view text) {
    what += (what.empty() ? "" : ", ") + std::string(text);
  };
  std::visit(
      [&](const auto& event) {
        using Event = std::decay_t<decltype(event)>;
        if constexpr (std::is_same_v<Event, ledger::UnitsTransferred>)
          add(fmt::format("{} from {} to {} in {}", name_of(event.action), event.from_party.view(),
                          event.to_party.view(), event.to_registry.view()));
        else if constexpr (std::is_same_v<Event, ledger::AcquireUnits>)
          add(fmt::format("from {}, proven by entry {} of {}", event.from_party.view(),
                          event.sent.entry, event.sent.registry.view()));
        else if constexpr (std::is_same_v<Event, ledger::UnitsMoved>)
          add(fmt::format("account {} to {}", event.from_account, event.to_account));
        else if constexpr (std::is_same_v<Event, ledger::UnitsUsed>)
          add(fmt::format("by {} towards {}{}", event.party.view(), name_of(event.purpose),
                          event.year ? fmt::format(" for {}", event.year->value()) : ""));
        else if constexpr (std::is_same_v<Event, ledger::UnitsCancelled>)
          add(fmt::format("{}", name_of(event.kind)));
        else if constexpr (std::is_same_v<Event, ledger::UnitsIssued>)
          add(fmt::format("component {}, vintage {}, account {}", event.component,
                          event.vintage.value(), event.account));
        else if constexpr (std::is_same_v<Event, ledger::AuthorizeItmos>)
          add(fmt::format("{} version {} by {}", event.authorization, event.version,
                          event.party.view()));
        else if constexpr (std::is_same_v<Event, ConcludeVerification>)
          add(fmt::format("report {} by {}", event.report, event.verifier));
        else if constexpr (std::is_same_v<Event, ConcludeExamination>)
          add(fmt::format("report {} {} by {}", event.report,
                          event.accepted ? "accepted" : "not accepted", event.party.view()));
        else if constexpr (std::is_same_v<Event, ledger::ConfirmDelivery>)
          add(fmt::format("of entry {}, proven by entry {} of {}", event.transfer_entry,
                          event.received.entry, event.received.registry.view()));
      },
      entry.event);
  return what;
}

std::string_view type_of(const Entry& entry) {
  return std::visit([](const auto& event) -> std::string_view { return event.kType; }, entry.event);
}

class Tracer {
 public:
  Tracer(const std::vector<JournalToTrace>& journals, const ItmoIdentifier& unit)
      : journals_(journals) {
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
    trace_.standing +=
        fmt::format("{}{}: {}", trace_.standing.empty() ? "" : "; ", journal.registry.view(),
                    kStanding[static_cast<std::size_t>(block->state.status)]);
    if (block->state.issuance == ledger::BlockState::kNone) return;
    const auto& issuance = journal.ledger.issuances()[block->state.issuance].record;
    trace_.component = issuance.component;
    trace_.report = issuance.report;
    request_ = issuance.request;
    const auto* component = journal.ledger.activities().find_component(trace_.component);
    if (component) activity_ = component->inclusion.activity;
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

  static void add(std::vector<TraceStep>& steps, const JournalToTrace& journal, const Entry& entry,
                  const ItmoRange* range) {
    steps.push_back({journal.registry, entry.number, entry.envelope.recorded_at,
                     entry.envelope.effective_date, std::string(type_of(entry)),
                     described(entry, range)});
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
                                 std::string(name_of(submission.actions[i].type)) + " on " +
                                     submission.actions[i].date.to_string()});
      for (std::size_t i = 0; i < submission.holdings.size(); ++i)
        if (submission.holdings[i].block.range.contains(trace_.unit))
          trace_.rows.push_back({stem, 4, i + 1, "held on 31 December"});
    }
  }

  const std::vector<JournalToTrace>& journals_;
  Trace trace_;
  std::string activity_;
  std::string request_;
};

}  // namespace

std::optional<Trace> trace(const std::vector<JournalToTrace>& journals,
                           const std::vector<reporting::AefSubmission>& submissions,
                           const ledger::ItmoIdentifier& unit) {
  return Tracer(journals, unit).run(submissions);
}

}  // namespace openitmo::registry
