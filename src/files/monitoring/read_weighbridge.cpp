#include <algorithm>
#include <fmt/format.h>
#include <functional>
#include <utility>

#include "files/monitoring/appended.h"
#include "files/monitoring/read.h"
#include "files/monitoring/table.h"

namespace openitmo::files {
namespace {

using mrv::Material;
using mrv::MonitoringData;
using mrv::TicketId;
using mrv::WeighbridgeTicket;
using namespace weighbridge;

constexpr std::int64_t kGrossMaxKg = 60'000;
constexpr std::size_t kCategoriesMax = 255;

// Finds a ticket by its id among those read so far: a hash table with open addressing, since years
// of tickets pass through it one by one. Each slot keeps part of the hash, so that almost every
// look-up stays out of the tickets themselves, which no cache holds.
class TicketFinder {
 public:
  // `expected` more tickets will come; more than that are lawful.
  TicketFinder(const std::vector<WeighbridgeTicket>& tickets, std::size_t expected)
      : tickets_(tickets) {
    std::size_t size = 4096;
    while (size < 2 * (tickets.size() + expected)) size *= 2;
    slots_.resize(size);
    for (std::size_t i = 0; i < tickets.size(); ++i) place(slot_of(tickets[i].id, i));
  }

  // Fetches the memory that find_or_claim(id) will need, while the rest of the row is read.
  void announce(const TicketId& id) const {
    __builtin_prefetch(&slots_[slot_of(id, 0).hash & (slots_.size() - 1)], 1);
  }

  // The earlier ticket with this id; otherwise nothing, and the id is known to be that of the
  // ticket added next.
  const WeighbridgeTicket* find_or_claim(const TicketId& id) {
    if (2 * (tickets_.size() + 1) > slots_.size()) grow();
    const Slot claimed = slot_of(id, tickets_.size());
    std::size_t at = claimed.hash & (slots_.size() - 1);
    for (; slots_[at].number != 0; at = (at + 1) & (slots_.size() - 1)) {
      const Slot& slot = slots_[at];
      if (slot.hash == claimed.hash && tickets_[slot.number - 1].id == id) {
        return &tickets_[slot.number - 1];
      }
    }
    slots_[at] = claimed;
    return nullptr;
  }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = 0;  // position in tickets_ + 1; 0 when free
  };

  static Slot slot_of(const TicketId& id, std::size_t position) {
    return {.hash = static_cast<std::uint32_t>(std::hash<std::string_view>{}(id.view())),
            .number = static_cast<std::uint32_t>(position + 1)};
  }

  void place(Slot slot) {
    std::size_t at = slot.hash & (slots_.size() - 1);
    while (slots_[at].number != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
  }

  void grow() {
    const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(2 * slots_.size()));
    for (const Slot& slot : old) {
      if (slot.number != 0) place(slot);
    }
  }

  const std::vector<WeighbridgeTicket>& tickets_;
  std::vector<Slot> slots_;
};

// A ticket takes at least some 50 bytes of text; the guess only saves copies.
std::size_t expected_tickets(const Source& source) {
  constexpr std::size_t kTextBytesPerTicket = 50;
  constexpr std::size_t kMax = 2'000'000;
  return std::min(source.bytes.size() / kTextBytesPerTicket, kMax);
}

class WeighbridgeReader {
 public:
  WeighbridgeReader(MonitoringTable& table, MonitoringData& data, std::size_t expected)
      : table_(table),
        data_(data),
        appended_(data, data.tickets),
        finder_(data.tickets, expected),
        categories_(data.truck_categories) {
    data.tickets.reserve(data.tickets.size() + expected);
  }

  ReadResult read(const Source& source) {
    while (table_.next()) read_row();
    Problems problems = table_.finish();
    if (!problems.empty()) return std::unexpected(std::move(problems));
    appended_.keep(source);
    data_.truck_categories = std::move(categories_);
    return {};
  }

 private:
  void read_row() {
    WeighbridgeTicket ticket;
    ticket.place = appended_.place_of(table_.row());
    read_id(ticket);
    read_time(ticket);
    read_category(ticket);
    read_material(ticket);
    read_masses(ticket);
    if (table_.row_is_good() && is_new(ticket)) appended_.add(ticket);
  }

  void read_id(WeighbridgeTicket& ticket) {
    const std::optional<std::string_view> id = table_.text(kTicket);
    if (!id) return;
    if (id->size() > TicketId::kMaxSize) {
      return table_.refuse(
          kTicket,
          {{"the ticket number {} has {} bytes", "le numéro de ticket {} a {} octets"},
           in_quotes(*id),
           id->size()},
          {{"write up to {}", "écrivez-en {} au plus"}, TicketId::kMaxSize});
    }
    ticket.id = TicketId(*id);
    finder_.announce(ticket.id);
  }

  bool is_new(const WeighbridgeTicket& ticket) {
    const WeighbridgeTicket* earlier = finder_.find_or_claim(ticket.id);
    if (earlier == nullptr) return true;
    table_.refuse(kTicket,
                  {{"the ticket {} stands already in {}", "le ticket {} se trouve déjà à la {}"},
                   in_quotes(ticket.id.view()),
                   place_text(data_, earlier->place)},
                  {{"remove one of the two rows, or correct its number",
                    "supprimez l'une des deux lignes, ou corrigez son numéro"}});
    return false;
  }

  void read_time(WeighbridgeTicket& ticket) {
    const std::optional<Instant> moment = table_.moment(kDate);
    if (!moment) return;
    ticket.time = *moment;
    if (!table_.has(kTime)) return;
    const std::optional<std::int32_t> seconds = table_.time_of_day(kTime);
    if (!seconds) return;
    ticket.time = Instant(moment->date().days() + std::chrono::seconds(*seconds));
  }

  void read_category(WeighbridgeTicket& ticket) {
    const std::optional<std::string_view> text = table_.text(kCategory);
    if (!text) return;
    const auto found = std::find(categories_.begin(), categories_.end(), *text);
    ticket.truck_category = static_cast<std::uint8_t>(found - categories_.begin());
    if (found != categories_.end()) return;
    if (categories_.size() == kCategoriesMax) {
      return table_.refuse(kCategory,
                           {{"there are more than 255 truck categories",
                             "il y a plus de 255 catégories de camions"}},
                           {{"write a category of trucks, not each truck's own name",
                             "écrivez une catégorie de camions, non le nom de chaque camion"}});
    }
    categories_.emplace_back(*text);
  }

  // Few spellings come again and again, so each is looked up in the list of words once.
  void read_material(WeighbridgeTicket& ticket) {
    const std::optional<std::string_view> text = table_.text(kMaterial);
    if (!text) return;
    for (const auto& [spelling, material] : materials_) {
      if (spelling != *text) continue;
      ticket.material = material;
      return;
    }
    const std::optional<Material> material = find_material(*text);
    if (!material) {
      return table_.refuse(
          kMaterial,
          {{"{} is no known material", "{} n'est pas une matière connue"}, in_quotes(*text)},
          {{"write waste_in, residue_out or compost_out (or dechets entrants, refus, compost)",
            "écrivez dechets entrants, refus ou compost (ou waste_in, residue_out, compost_out)"}});
    }
    ticket.material = *material;
    materials_.emplace_back(*text, *material);
  }

  void read_masses(WeighbridgeTicket& ticket) {
    const std::optional<std::int64_t> gross_kg = read_mass(kGross);
    const std::optional<std::int64_t> tare_kg = read_mass(kTare);
    if (!gross_kg || !tare_kg) return;
    if (*gross_kg < *tare_kg) {
      return table_.refuse(kGross,
                           {{"the gross mass {} kg is below the tare {} kg",
                             "la masse brute de {} kg est inférieure à la tare de {} kg"},
                            *gross_kg,
                            *tare_kg},
                           {{"correct the ticket; the gross mass is that of the loaded truck",
                             "corrigez le ticket ; la masse brute est celle du camion chargé"}});
    }
    ticket.gross_kg = static_cast<std::int32_t>(*gross_kg);
    ticket.tare_kg = static_cast<std::int32_t>(*tare_kg);
    check_net(*gross_kg - *tare_kg);
  }

  void check_net(std::int64_t difference_kg) {
    if (!table_.has(kNet) || table_.is_empty(kNet)) return;
    const std::optional<std::int64_t> net_kg = read_mass(kNet);
    if (!net_kg || *net_kg == difference_kg) return;
    table_.refuse(kNet,
                  {{"the net mass {} kg is not gross minus tare, {} kg",
                    "la masse nette de {} kg n'est pas la masse brute moins la tare, {} kg"},
                   *net_kg,
                   difference_kg},
                  {{"correct the ticket", "corrigez le ticket"}});
  }

  std::optional<std::int64_t> read_mass(std::size_t column) {
    const std::optional<Decimal> number = table_.number(column);
    if (!number) return std::nullopt;
    const std::optional<std::int64_t> mass_kg =
        number->scaled(table_.unit(column) == Unit::t ? 3 : 0);
    if (!mass_kg) {
      table_.refuse(
          column,
          {{"{} is no whole number of kilograms", "{} n'est pas un nombre entier de kilogrammes"},
           table_.shown(column)},
          {{"write what the weighbridge showed, to the kilogram",
            "écrivez ce que le pont-bascule a indiqué, au kilogramme près"}});
    } else if (*mass_kg > kGrossMaxKg) {
      table_.refuse(column,
                    {{"{} kg is more than a truck weighs (60,000 kg)",
                      "{} kg dépassent la masse d'un camion (60 000 kg)"},
                     *mass_kg},
                    {{"check the number and the unit in the column's name",
                      "vérifiez le nombre et l'unité dans le nom de la colonne"}});
      return std::nullopt;
    }
    return mass_kg;
  }

  MonitoringTable& table_;
  MonitoringData& data_;
  Appended<WeighbridgeTicket> appended_;
  TicketFinder finder_;
  std::vector<std::string> categories_;
  std::vector<std::pair<std::string, Material>> materials_;
};

}  // namespace

ReadResult read_weighbridge(const Source& source, MonitoringData& data) {
  Read<MonitoringTable> table =
      MonitoringTable::open(source, {"weighbridge tickets", "tickets de pesée"}, columns());
  if (!table) return std::unexpected(table.error());
  return WeighbridgeReader(*table, data, expected_tickets(source)).read(source);
}

}  // namespace openitmo::files
