#include "registry/reconcile.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

#include "registry/foreign_entries.h"
#include "registry/quantity_in.h"

namespace openitmo::registry {

namespace {

using ledger::BlockStatus;
using ledger::ItmoRange;

// How one registry answered what another's entry sent.
struct Answer {
  std::uint64_t entry = 0;
  const ledger::AcquireUnits* acquired = nullptr;  // null: declined
};

bool lives(BlockStatus status) {
  return status != BlockStatus::sent && status != BlockStatus::withdrawn;
}

TonnesCo2eq quantity_of(const std::vector<ItmoRange>& ranges) {
  TonnesCo2eq quantity;
  for (const ItmoRange& range : ranges) quantity += range.quantity_t_co2eq();
  return quantity;
}

std::string text_of(const ledger::ItmoSeries& series) {
  return fmt::format("{}-{}-{}-{}", series.approach.view(), series.registry.view(),
                     series.party.view(), series.vintage.value());
}

// In the metric in which the registry counts the series.
Text units_of(const Reconciled& side, const ledger::ItmoSeries& series, TonnesCo2eq quantity) {
  return quantity_in(side.state.ledger.metric_of(series.approach), quantity);
}

// What `from` sent `to`, with the answers. Writes what it finds into the reconciliation.
class Direction {
 public:
  Direction(const Reconciled& from, const Reconciled& to, Reconciliation& found)
      : from_(from), to_(to), found_(found) {
    for (const ledger::Entry& entry : from.exchanged) collect_sender(entry);
    for (const ledger::Entry& entry : to.exchanged) collect_receiver(entry);
  }

  void totals() {
    std::map<ledger::ItmoSeries, ReconciledTotal> by_series;
    const auto total = [&](const ItmoRange& range) -> ReconciledTotal& {
      auto& of = by_series[range.series()];
      of.from = from_.registry;
      of.to = to_.registry;
      of.series = range.series();
      of.metric = from_.state.ledger.metric_of(of.series.approach);
      return of;
    };
    for (const auto& [number, sent] : sent_) {
      if (taken_back_.contains(number)) continue;
      const auto answer = answers_.find(number);
      const bool acquired = answer != answers_.end() && answer->second.acquired;
      for (const ItmoRange& range : sent->ranges) {
        total(range).sent_t_co2eq += range.quantity_t_co2eq();
        if (!acquired) total(range).on_the_way_t_co2eq += range.quantity_t_co2eq();
      }
    }
    for (const auto& [number, answer] : answers_)
      if (answer.acquired)
        for (const ItmoRange& range : answer.acquired->ranges)
          total(range).received_t_co2eq += range.quantity_t_co2eq();
    for (const auto& [series, of] : by_series) {
      found_.totals.push_back(of);
      if (of.agrees()) continue;
      differs(text_of(series),
              {{"{} says it sent {} {}, {} says it received {}; {} are on the way",
                "{} dit avoir envoyé à {} {}, {} dit en avoir reçu {} ; {} sont en route"},
               from_.registry.view(),
               to_.registry.view(),
               quantity_in(of.metric, of.sent_t_co2eq),
               to_.registry.view(),
               of.received_t_co2eq.value(),
               of.on_the_way_t_co2eq.value()});
    }
  }

  // Units whose delivery the sender recorded, and that the receiver does not know.
  void blocks() {
    for (const auto& [number, confirmed] : confirmed_) {
      const auto sent = sent_.find(number);
      if (sent == sent_.end()) continue;
      for (const ItmoRange& range : sent->second->ranges) {
        TonnesCo2eq known;
        for (const auto& block : to_.state.ledger.blocks().within(range))
          known += block.range.quantity_t_co2eq();
        if (known != range.quantity_t_co2eq())
          differs(range.first_id.to_string(),
                  {{"{} recorded the delivery of {} from here on; {} knows {} of them",
                    "{} a enregistré la livraison de {} à partir d'ici ; {} en connaît {}"},
                   from_.registry.view(),
                   units_of(from_, range.series(), range.quantity_t_co2eq()),
                   to_.registry.view(),
                   known.value()});
      }
    }
  }

  void history() {
    for (const auto& [number, sent] : sent_) compare(number, *sent);
    for (const auto& [number, answer] : answers_)
      if (!sent_.contains(number))
        differs(place(to_, answer.entry),
                {{"it answers entry {} of {}, which sends it nothing",
                  "elle répond à l'écriture {} de {}, qui ne lui envoie rien"},
                 number,
                 from_.registry.view()});
    for (const ledger::Entry& entry : from_.exchanged) compare_hashes(from_, entry, to_);
  }

  // Whether the sender says that these units are on their way to the receiver.
  bool on_the_way(const ItmoRange& range) const {
    for (const auto& [number, transit] : from_.state.ledger.in_transit())
      if (transit.transfer.to_registry == to_.registry)
        for (const ItmoRange& sent : transit.transfer.ranges)
          if (sent.contains(range.first_id) && sent.contains(range.last_id)) return true;
    return false;
  }

 private:
  void collect_sender(const ledger::Entry& entry) {
    if (const auto* sent = std::get_if<ledger::UnitsTransferred>(&entry.event);
        sent && sent->to_registry == to_.registry)
      sent_[entry.number] = sent;
    if (const auto* corrected = std::get_if<ledger::EntryCorrected>(&entry.event))
      taken_back_[corrected->corrected_entry] = entry.number;
    if (const auto* confirmed = std::get_if<ledger::ConfirmDelivery>(&entry.event))
      confirmed_[confirmed->transfer_entry] = entry.number;
  }
  void collect_receiver(const ledger::Entry& entry) {
    if (const auto* acquired = std::get_if<ledger::AcquireUnits>(&entry.event);
        acquired && acquired->sent.registry == from_.registry)
      answers_[acquired->sent.entry] = {entry.number, acquired};
    if (const auto* declined = std::get_if<ledger::DeclineUnits>(&entry.event);
        declined && declined->sent.registry == from_.registry)
      answers_[declined->sent.entry] = {entry.number, nullptr};
  }

  static Text place(const Reconciled& of, std::uint64_t entry) {
    return {{"{} entry {}", "{} écriture {}"}, of.registry.view(), entry};
  }
  void differs(Text where, Text what) {
    found_.differences.push_back({std::move(where), std::move(what)});
  }
  void differs(const std::string& where, Text what) { differs(Text::name(where), std::move(what)); }
  void under_way(std::uint64_t entry, Text what) {
    found_.under_way.push_back({place(from_, entry), std::move(what)});
  }

  void compare(std::uint64_t number, const ledger::UnitsTransferred& sent) {
    const auto answer = answers_.find(number);
    const bool taken_back = taken_back_.contains(number);
    const Text units = units_of(from_, sent.ranges.front().series(), quantity_of(sent.ranges));
    if (answer == answers_.end()) {
      if (taken_back)
        differs(place(from_, taken_back_.at(number)),
                {{"it takes back what entry {} sent, but {} has not declined it",
                  "elle reprend ce que l'écriture {} a envoyé, mais {} ne l'a pas refusé"},
                 number,
                 to_.registry.view()});
      else if (confirmed_.contains(number))
        differs(place(from_, confirmed_.at(number)),
                {{"it records the delivery of entry {}, but {} has not acquired it",
                  "elle enregistre la livraison de l'écriture {}, mais {} ne l'a pas acquise"},
                 number,
                 to_.registry.view()});
      else
        under_way(number, {{"{} sent to {}, which has not answered",
                            "{} envoyées à {}, qui n'a pas répondu"},
                           units,
                           to_.registry.view()});
      return;
    }
    compare_answer(number, sent, answer->second, taken_back);
  }

  void compare_answer(std::uint64_t number, const ledger::UnitsTransferred& sent,
                      const Answer& answer, bool taken_back) {
    if (!answer.acquired) {
      if (!taken_back)
        under_way(number, {{"declined by {} in entry {}, not taken back yet",
                            "refusé par {} à l'écriture {}, pas encore repris"},
                           to_.registry.view(),
                           answer.entry});
      return;
    }
    if (taken_back)
      differs(place(from_, taken_back_.at(number)),
              {{"it takes back what entry {} sent, and {} acquired it in entry {}",
                "elle reprend ce que l'écriture {} a envoyé, et {} l'a acquis à l'écriture {}"},
               number,
               to_.registry.view(),
               answer.entry});
    else if (!confirmed_.contains(number))
      under_way(number, {{"acquired by {} in entry {}, whose proof is not recorded yet",
                          "acquis par {} à l'écriture {}, dont la preuve n'est pas encore "
                          "enregistrée"},
                         to_.registry.view(),
                         answer.entry});
    if (answer.acquired->ranges != sent.ranges || answer.acquired->to_party != sent.to_party)
      differs(place(to_, answer.entry),
              {{"it acquires {} for {}; entry {} of {} sent {} to {}",
                "elle acquiert {} pour {} ; l'écriture {} de {} en a envoyé {} à {}"},
               units_of(to_, answer.acquired->ranges.front().series(),
                        quantity_of(answer.acquired->ranges)),
               answer.acquired->to_party.view(),
               number,
               from_.registry.view(),
               quantity_of(sent.ranges).value(),
               sent.to_party.view()});
  }

  // What one journal recorded of the other's entries is what stands there.
  void compare_hashes(const Reconciled& here, const ledger::Entry& entry, const Reconciled& there) {
    const ledger::ForeignEntry* foreign = foreign_of(entry);
    if (!foreign || foreign->registry != there.registry) return;
    const auto& tree = there.state.tree;
    if (foreign->tree_size > tree.size())
      differs(place(here, entry.number),
              {{"it rests on {} entries of {}; this copy of that journal has {}: get a newer one",
                "elle repose sur {} écritures de {} ; cette copie de ce journal en a {} : "
                "procurez-vous-en une plus récente"},
               foreign->tree_size,
               there.registry.view(),
               tree.size()});
    else if (!tells_the_same(tree, *foreign))
      differs(place(here, entry.number), {{"entry {} of {} is not what was proven to it",
                                           "l'écriture {} de {} n'est pas ce qui lui a été prouvé"},
                                          foreign->entry,
                                          there.registry.view()});
  }

  const Reconciled& from_;
  const Reconciled& to_;
  Reconciliation& found_;
  std::map<std::uint64_t, const ledger::UnitsTransferred*> sent_;
  std::map<std::uint64_t, std::uint64_t> taken_back_;  // entry that sent -> entry that corrects
  std::map<std::uint64_t, std::uint64_t> confirmed_;   // entry that sent -> entry that confirms
  std::map<std::uint64_t, Answer> answers_;            // by the sender's entry
};

// No unit lives in both, but for those on their way whose acquisition the sender has not recorded.
void compare_living(const Reconciled& one, const Reconciled& other, const Direction& there,
                    const Direction& back, Reconciliation& found) {
  one.state.ledger.blocks().for_each([&](const ledger::Block& here) {
    if (!lives(here.state.status)) return;
    for (const auto& block : other.state.ledger.blocks().within(here.range)) {
      if (!lives(block.state.status)) continue;
      const bool under_way =
          (here.state.status == BlockStatus::in_transit && there.on_the_way(block.range)) ||
          (block.state.status == BlockStatus::in_transit && back.on_the_way(block.range));
      if (under_way) continue;
      found.differences.push_back(
          {Text::name(block.range.first_id.to_string()),
           {{"{} from here on are in {} and in {}", "{} à partir d'ici sont dans {} et dans {}"},
            units_of(one, block.range.series(), block.range.quantity_t_co2eq()),
            one.registry.view(),
            other.registry.view()}});
    }
  });
}

// Nobody compares these here: a mistyped code shows so.
void list_elsewhere(const Reconciled& from, const Reconciled& other, Reconciliation& found) {
  for (const auto& [number, transit] : from.state.ledger.in_transit()) {
    const ledger::UnitsTransferred& sent = transit.transfer;
    if (sent.to_registry == other.registry) continue;
    found.elsewhere.push_back(
        {{{"{} entry {}", "{} écriture {}"}, from.registry.view(), number},
         {{"{} on the way to {}, which this comparison does not cover",
           "{} en route vers {}, que cette comparaison ne couvre pas"},
          units_of(from, sent.ranges.front().series(), quantity_of(sent.ranges)),
          sent.to_registry.view()}});
  }
}

}  // namespace

bool is_exchanged(const ledger::Entry& entry) {
  return std::holds_alternative<ledger::UnitsTransferred>(entry.event) ||
         std::holds_alternative<ledger::EntryCorrected>(entry.event) ||
         foreign_of(entry) != nullptr;
}

Reconciliation reconcile(const Reconciled& one, const Reconciled& other) {
  Reconciliation found;
  Direction there(one, other, found), back(other, one, found);
  there.totals();
  back.totals();
  there.blocks();
  back.blocks();
  compare_living(one, other, there, back, found);
  there.history();
  back.history();
  list_elsewhere(one, other, found);
  list_elsewhere(other, one, found);
  return found;
}

}  // namespace openitmo::registry
