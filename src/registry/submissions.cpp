#include "registry/submissions.h"

namespace openitmo::registry {

bool in_view(const ledger::Entry& entry, std::optional<Date> until) {
  const bool on_units = std::visit(
      [](const auto& event) {
        using Event = std::decay_t<decltype(event)>;
        return requires { event.ranges; } || std::is_same_v<Event, ledger::ConfirmDelivery>;
      },
      entry.event);
  return !on_units || !until || entry.envelope.effective_date <= *until;
}

ledger::Ledger state_of(std::span<const ledger::Entry> entries, std::uint64_t entry_count,
                        std::optional<Date> until) {
  ledger::Ledger ledger;
  for (const ledger::Entry& entry : entries)
    if (entry.number < entry_count && in_view(entry, until)) ledger.apply(entry);
  return ledger;
}

std::vector<DrawnSubmission> draw_submissions(std::span<const ledger::Entry> entries) {
  std::vector<DrawnSubmission> drawn;
  for (const ledger::Entry& entry : entries) {
    const auto* record = std::get_if<ledger::SubmitAef>(&entry.event);
    if (!record) continue;
    const auto year_end = state_of(entries, entry.number, Date(record->year.value(), 12, 31));
    drawn.push_back(
        {entry.number, *record,
         reporting::draw(state_of(entries, entry.number), year_end, record->party, record->year,
                         {record->major, record->minor}, entry.envelope.effective_date)});
  }
  return drawn;
}

}  // namespace openitmo::registry
