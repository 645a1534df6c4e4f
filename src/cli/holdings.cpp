#include <array>
#include <filesystem>
#include <fmt/format.h>

#include "accounting/held_ranges.h"
#include "cli/commands.h"
#include "cli/journal_file.h"
#include "journal/hash.h"

// The same text as tools/verify_journal.py writes: two programs that can be compared.
namespace openitmo::cli {

namespace {

using accounting::HeldRange;

constexpr std::array<Words, 6> kStandings{{{"held", "détenu"},
                                           {"in_transit", "en transit"},
                                           {"sent", "envoyé"},
                                           {"used", "utilisé"},
                                           {"cancelled", "annulé"},
                                           {"withdrawn", "retiré"}}};

void print_head(const registry::Replayed& state, const journal::VerifierKey& key,
                Language language) {
  const auto& registry = state.ledger.registry();
  const auto line = [&](const Words& name, std::string_view value) {
    fmt::print("{}{}{}\n", name.in(language), colon(language), value);
  };
  line({"registry", "registre"}, registry ? registry->registry.view() : "");
  line({"key", "clé"}, fmt::format("{}+{:08x}", key.name(), key.id()));
  line({"entries", "écritures"}, fmt::format("{}", state.tree.size()));
  line({"checkpoints", "points de contrôle"}, fmt::format("{}", state.checkpoint_count));
  line({"tree head", "tête de l'arbre"}, journal::to_base64(state.tree.root()));
  line({"tree head in hex", "tête de l'arbre en hexadécimal"}, journal::to_hex(state.tree.root()));
}

void print_ranges(const std::vector<HeldRange>& ranges, Language language) {
  const HeldRange* before = nullptr;
  for (const HeldRange& of : ranges) {
    if (!before || before->party != of.party || before->account != of.account)
      fmt::print("{} {}\n", of.party.view(), of.account);
    fmt::print("  {} {} {} {}\n", of.range.quantity_t_co2eq().value(),
               kStandings[static_cast<std::size_t>(of.status)].in(language),
               of.range.first_id.to_string(), of.range.last_id.to_string());
    before = &of;
  }
}

}  // namespace

int holdings(const HoldingsOptions& options) {
  const std::filesystem::path path = options.journal;
  const auto keys = keys_of_journal(path, options.keys);
  const ReplayedFile replayed = replay_file(path, keys);
  refuse_damaged(replayed, path);
  print_head(replayed.state, keys.first(), options.language);
  print_ranges(accounting::held_ranges(replayed.state.ledger), options.language);
  return kDone;
}

}  // namespace openitmo::cli
