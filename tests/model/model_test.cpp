#include <cstdlib>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <random>

#include "accounting/flows.h"
#include "ledger/invariants.h"
#include "ledger_world/ledger_world.h"
#include "simple_model.h"

namespace openitmo {
namespace {

using testing::World;

const std::vector<std::string> kParties{"XAA", "XBB", "XCC"};
constexpr std::uint64_t kCap = 60;

// One random history on the real ledger and on the model. OPENITMO_MODEL_SEED replays one.
class History {
 public:
  explicit History(std::uint64_t seed) : random_(seed) {
    for (const std::string& code : kParties) {
      world_.must(World::ndc(code, 2021, 2030));
      const std::string second = code + "-SECOND";
      world_.must(ledger::OpenAccount{second, testing::party_id(code), ""});
      for (const std::string& account : {World::account_of(code), second}) {
        model_.open(account, code);
        accounts_.push_back(account);
        party_of_[account] = code;
      }
    }
    world_.at(Date(2026, 1, 1));
    for (const std::string& host : {kParties[0], kParties[1]}) {
      world_.authorize({.host = host, .quantity_t_co2eq = TonnesCo2eq(kCap)});
      model_.authorize(host, kCap);
    }
  }

  // Empty when both agree, else what differs.
  std::string step() {
    switch (pick(6)) {
      case 0:
        return issue();
      case 1:
        return first_transfer();
      case 2:
        return transfer();
      case 3:
        return move();
      case 4:
        return use();
      default:
        return cancel();
    }
  }

  std::string compare() const {
    ledger::check_invariants(world_.ledger());
    for (const std::string& account : accounts_) {
      TonnesCo2eq held;
      const auto index = world_.ledger().find_account(account);
      for (const auto& block : world_.ledger().blocks().held_in(*index))
        held += block.range.quantity_t_co2eq();
      if (held.value() != model_.held(account))
        return fmt::format("{} holds {}, the model says {}", account, held.value(),
                           model_.held(account));
    }
    for (const std::string& code : kParties)
      for (int year = 2021; year <= 2030; ++year)
        if (adjustment(code, year) != model_.adjustment(code, year))
          return fmt::format("adjustment of {} for {} is {}, the model says {}", code, year,
                             adjustment(code, year), model_.adjustment(code, year));
    return "";
  }

 private:
  std::uint64_t pick(std::uint64_t below) { return random_() % below; }
  const std::string& any_account() { return accounts_[pick(accounts_.size())]; }
  int any_vintage() { return 2023 + static_cast<int>(pick(2)); }
  std::uint64_t any_quantity() { return pick(25); }

  ledger::UnitSelection units(const std::string& account, int vintage, std::uint64_t quantity) {
    ledger::UnitSelection selection;
    selection.account = account;
    selection.vintage = Vintage(vintage);
    selection.quantity_t_co2eq = TonnesCo2eq(quantity);
    return selection;
  }

  std::string agree(const std::string& act, const ledger::Command& command, bool lawful) {
    const auto event = world_.act(command);
    if (event.has_value() == lawful) return "";
    return fmt::format("{}: the ledger says {}, the model {}", act,
                       event ? "recorded" : message(event.error()).en,
                       lawful ? "lawful" : "not lawful");
  }

  std::string issue() {
    const std::string& host = kParties[pick(2)];
    const int vintage = any_vintage();
    const std::uint64_t quantity = 1 + any_quantity();
    world_.issue({.host = host,
                  .vintage = vintage,
                  .quantity_t_co2eq = quantity,
                  .authorization = world_.authorize({.host = host})});
    model_.issue(World::account_of(host), vintage, quantity);
    return "";
  }

  std::string first_transfer() {
    const std::string from = any_account(), to = any_account();
    const int vintage = any_vintage();
    const auto quantity = any_quantity();
    return agree(
        "first transfer",
        ledger::FirstTransfer{units(from, vintage, quantity), testing::party_id(party_of_[to]),
                              world_.ledger().registry()->registry, to},
        model_.first_transfer(from, vintage, quantity, to));
  }

  std::string transfer() {
    const std::string from = any_account(), to = any_account();
    const int vintage = any_vintage();
    const auto quantity = any_quantity();
    return agree("transfer",
                 ledger::Transfer{units(from, vintage, quantity), testing::party_id(party_of_[to]),
                                  world_.ledger().registry()->registry, to},
                 model_.transfer(from, vintage, quantity, to));
  }

  std::string move() {
    const std::string from = any_account(), to = any_account();
    const int vintage = any_vintage();
    const auto quantity = any_quantity();
    return agree("move", ledger::MoveUnits{units(from, vintage, quantity), to},
                 model_.move(from, vintage, quantity, to));
  }

  std::string use() {
    const std::string account = any_account();
    const std::string party = pick(4) == 0 ? kParties[pick(3)] : party_of_[account];
    const int vintage = any_vintage(), year = 2022 + static_cast<int>(pick(10));
    const auto quantity = any_quantity();
    ledger::UseUnits command{units(account, vintage, quantity), testing::party_id(party),
                             ledger::UsePurpose::ndc, CalendarYear(year), ""};
    return agree("use", command, model_.use(party, account, vintage, quantity, year));
  }

  std::string cancel() {
    const std::string account = any_account();
    const int vintage = any_vintage();
    const auto quantity = any_quantity();
    const bool omge = pick(2) == 0;
    const auto kind =
        omge ? ledger::CancellationKind::omge_voluntary : ledger::CancellationKind::other;
    return agree("cancel", ledger::CancelUnits{units(account, vintage, quantity), kind, ""},
                 model_.cancel(account, vintage, quantity, omge));
  }

  std::int64_t adjustment(const std::string& code, int year) const {
    const auto flows = accounting::flows_of(world_.ledger(), testing::party_id(code));
    const auto tonnes = [&](const accounting::Flow& flow) {
      return static_cast<std::int64_t>(
          figure_of(flow.by_adjusted_year, CalendarYear(year)).quantity_t_co2eq.value());
    };
    return tonnes(flows.first_transferred_ndc) + tonnes(flows.first_transferred_oimp) -
           tonnes(flows.used);
  }

  std::mt19937_64 random_;
  World world_{kParties};
  model::SimpleModel model_;
  std::vector<std::string> accounts_;
  std::map<std::string, std::string> party_of_;
};

TEST(Model, AgreesWithTheLedgerOverRandomHistories) {
  constexpr std::uint64_t kHistories = 400, kSteps = 150;
  const char* replay = std::getenv("OPENITMO_MODEL_SEED");
  const std::uint64_t first = replay ? std::stoull(replay) : 1;
  const std::uint64_t last = replay ? first : kHistories;
  for (std::uint64_t seed = first; seed <= last; ++seed) {
    History history(seed);
    for (std::uint64_t step = 0; step < kSteps; ++step) {
      std::string difference = history.step();
      if (difference.empty()) difference = history.compare();
      ASSERT_EQ(difference, "") << "step " << step << "; replay with OPENITMO_MODEL_SEED=" << seed;
    }
  }
}

}  // namespace
}  // namespace openitmo
