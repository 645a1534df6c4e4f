#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "accounting/flows.h"
#include "ledger/invariants.h"
#include "ledger_world/ledger_world.h"
#include "simple_model.h"

namespace openitmo {
namespace {

using testing::World;

const std::vector<std::string> kParties{"XAA", "XBB", "XCC"};
constexpr std::uint64_t kCap = 60;

enum class Kind { issue, first_transfer, transfer, move, use, cancel };

// One act. Accounts and Parties are places in the lists of the history.
struct Step {
  Kind kind = Kind::issue;
  std::size_t from = 0;
  std::size_t to = 0;
  std::size_t party = 0;
  bool own = true;  // a use is by the Party of the account
  int vintage = 2023;
  std::uint64_t quantity = 0;
  int year = 2022;
  bool omge = false;
};

void showValue(const Step& step, std::ostream& out) {
  constexpr const char* kNames[] = {"issue", "first transfer", "transfer", "move", "use", "cancel"};
  out << fmt::format("{}: from {} to {}, vintage {}, quantity {}; party {}{}, year {}, {}",
                     kNames[static_cast<std::size_t>(step.kind)], step.from, step.to, step.vintage,
                     step.quantity, step.party, step.own ? " (own)" : "", step.year,
                     step.omge ? "OMGE" : "other");
}

rc::Gen<Step> any_step() {
  using rc::gen::inRange;
  return rc::gen::build<Step>(
      rc::gen::set(&Step::kind, rc::gen::map(inRange(0, 6), [](int i) { return Kind(i); })),
      rc::gen::set(&Step::from, inRange<std::size_t>(0, 6)),
      rc::gen::set(&Step::to, inRange<std::size_t>(0, 6)),
      rc::gen::set(&Step::party, inRange<std::size_t>(0, 3)),
      rc::gen::set(&Step::own, rc::gen::map(inRange(0, 4), [](int i) { return i != 3; })),
      rc::gen::set(&Step::vintage, inRange(2023, 2025)),
      rc::gen::set(&Step::quantity, inRange<std::uint64_t>(0, 25)),
      rc::gen::set(&Step::year, inRange(2022, 2032)), rc::gen::set(&Step::omge));
}

// A history on the real ledger and on the model.
class History {
 public:
  History() {
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
  std::string step(const Step& step) {
    switch (step.kind) {
      case Kind::issue:
        return issue(step);
      case Kind::first_transfer:
        return first_transfer(step);
      case Kind::transfer:
        return transfer(step);
      case Kind::move:
        return move(step);
      case Kind::use:
        return use(step);
      case Kind::cancel:
        return cancel(step);
    }
    return "";
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

  std::string issue(const Step& step) {
    const std::string& host = kParties[step.party % 2];
    const std::uint64_t quantity = 1 + step.quantity;
    world_.issue({.host = host,
                  .vintage = step.vintage,
                  .quantity_t_co2eq = quantity,
                  .authorization = world_.authorize({.host = host})});
    model_.issue(World::account_of(host), step.vintage, quantity);
    return "";
  }

  std::string first_transfer(const Step& step) {
    const std::string &from = accounts_[step.from], &to = accounts_[step.to];
    return agree("first transfer",
                 ledger::FirstTransfer{units(from, step.vintage, step.quantity),
                                       testing::party_id(party_of_[to]),
                                       world_.ledger().registry()->registry, to},
                 model_.first_transfer(from, step.vintage, step.quantity, to));
  }

  std::string transfer(const Step& step) {
    const std::string &from = accounts_[step.from], &to = accounts_[step.to];
    return agree(
        "transfer",
        ledger::Transfer{units(from, step.vintage, step.quantity), testing::party_id(party_of_[to]),
                         world_.ledger().registry()->registry, to},
        model_.transfer(from, step.vintage, step.quantity, to));
  }

  std::string move(const Step& step) {
    const std::string &from = accounts_[step.from], &to = accounts_[step.to];
    return agree("move", ledger::MoveUnits{units(from, step.vintage, step.quantity), to},
                 model_.move(from, step.vintage, step.quantity, to));
  }

  std::string use(const Step& step) {
    const std::string& account = accounts_[step.from];
    const std::string party = step.own ? party_of_[account] : kParties[step.party];
    return agree(
        "use",
        ledger::UseUnits{units(account, step.vintage, step.quantity), testing::party_id(party),
                         ledger::UsePurpose::ndc, CalendarYear(step.year), ""},
        model_.use(party, account, step.vintage, step.quantity, step.year));
  }

  std::string cancel(const Step& step) {
    const std::string& account = accounts_[step.from];
    const auto kind =
        step.omge ? ledger::CancellationKind::omge_voluntary : ledger::CancellationKind::other;
    return agree("cancel",
                 ledger::CancelUnits{units(account, step.vintage, step.quantity), kind, ""},
                 model_.cancel(account, step.vintage, step.quantity, step.omge));
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

  World world_{kParties};
  model::SimpleModel model_;
  std::vector<std::string> accounts_;
  std::map<std::string, std::string> party_of_;
};

// RC_PARAMS="max_success=N max_size=N" sets how many histories and how long; a failure is shrunk
// and prints the parameters that reproduce it.
TEST(Model, AgreesWithTheLedgerOverRandomHistories) {
  EXPECT_TRUE(rc::check("ledger and model agree", [] {
    History history;
    // Short histories have large quantities too.
    const auto step_of_any_size = rc::gen::resize(rc::kNominalSize, any_step());
    for (const Step& step : *rc::gen::container<std::vector<Step>>(step_of_any_size)) {
      const std::string difference = history.step(step);
      if (!difference.empty()) RC_FAIL(difference);
      const std::string state = history.compare();
      if (!state.empty()) RC_FAIL(state);
    }
  }));
}

}  // namespace
}  // namespace openitmo
