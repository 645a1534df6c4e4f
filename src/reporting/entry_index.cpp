#include "reporting/entry_index.h"

namespace openitmo::reporting {

namespace {

std::string subject_of(const RecordParty& record) { return record.party.to_string(); }
std::string subject_of(const RecordEntity& record) { return record.entity; }
std::string subject_of(const RecordActivity& record) { return record.activity; }
std::string subject_of(const RecordSdgIndicator& record) { return record.indicator; }
std::string subject_of(const IncludeComponent& record) { return record.component; }
std::string subject_of(const ConcludeValidation& record) { return record.activity; }
std::string subject_of(const ConcludeAdditionality& record) { return record.activity; }
std::string subject_of(const SubmitMonitoringReport& record) { return record.report; }
std::string subject_of(const ConcludeVerification& record) { return record.report; }
std::string subject_of(const ConcludeExamination& record) { return record.report; }
std::string subject_of(const ledger::OpenAccount& record) { return record.account; }
std::string subject_of(const ledger::AgreeLevies& record) { return record.approach.to_string(); }
std::string subject_of(const OpenRegistry& record) { return record.registry.to_string(); }
// The ledger itself knows by which entry it was recorded.
template <class Event>
std::string subject_of(const Event&) {
  return {};
}

}  // namespace

void EntryIndex::note(const ledger::Entry& entry) {
  std::visit(
      [&](const auto& event) {
        const std::string_view type = std::decay_t<decltype(event)>::kType;
        if (lines_.size() <= entry.number) lines_.resize(entry.number + 1);
        lines_[entry.number] = {entry.envelope.effective_date, entry.envelope.recorded_at.date(),
                                type};
        if (std::string subject = subject_of(event); !subject.empty())
          subjects_[{type, std::move(subject)}].push_back(entry.number);
      },
      entry.event);
}

const EntryIndex::Line* EntryIndex::find(std::uint64_t number) const {
  return number < lines_.size() && !lines_[number].type.empty() ? &lines_[number] : nullptr;
}

std::vector<std::uint64_t> EntryIndex::of(std::string_view type, const std::string& subject) const {
  const auto found = subjects_.find({type, subject});
  return found == subjects_.end() ? std::vector<std::uint64_t>() : found->second;
}

}  // namespace openitmo::reporting
