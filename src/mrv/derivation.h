#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mrv/evidence.h"
#include "mrv/uncertainty/stated.h"
#include "quantity/language.h"

namespace openitmo::mrv {

// high: read in the official text, or two independent sources agree; medium: not yet checked
// against the primary document, with indirect support; low: one secondary source only.
enum class Confidence : std::uint8_t { high, medium, low };
std::string_view name_of(Confidence confidence);

// Where a derivation ends.
enum class LeafKind : std::uint8_t {
  measured,       // from monitoring rows (`evidence`)
  default_value,  // from the parameter table
  assumed,        // the programme's own value instead of a default, or a declared amount
};
std::string_view name_of(LeafKind kind);

struct Leaf {
  LeafKind kind = LeafKind::measured;
  std::string source = {};
  std::optional<Confidence> confidence = {};  // of a default or assumed value
  Evidence evidence = {};
  StatedUncertainty uncertainty = {};
  // x·∂R/∂x in the unit of the result R: to first order, what the result would lose without this
  // leaf. Signed: a leaf of the project emissions has a negative one.
  double contribution = 0;
  // |contribution| over the sum of |contribution| of all leaves; the shares of a derivation sum to
  // 1. Factors of one product each count in full, so this ranks what the tonnes hang on; it does
  // not split them.
  double share = 0;
};

struct DerivationNode {
  std::string symbol;
  std::string of;      // waste type or the like; may be empty
  std::string period;  // "2026", "2026-03" or empty
  std::string unit;
  std::string equation;
  double value = 0;
  std::vector<std::uint32_t> children = {};  // indices into Derivation::nodes
  std::vector<double> partials = {};         // ∂value/∂child, one for each child
  std::optional<Leaf> leaf = {};
};

// How one figure came about. A node used twice (such as DOC of food) stands once and is referred to
// by each user, so the size grows with the named quantities and not with the operations. Nodes are
// in breadth-first order from the result, which is nodes[0]; a leaf
// has no children.
struct Derivation {
  std::vector<DerivationNode> nodes;
};

// Sets the shares of the leaves from their contributions.
void set_shares(Derivation& derivation);

// Leaves of one symbol, waste type, kind and source taken together: W_in,i of all months is one.
struct LeafGroup {
  std::string symbol;
  std::string of;
  LeafKind kind = LeafKind::measured;
  std::string source;
  std::optional<Confidence> confidence = {};
  std::size_t leaf_count = 0;
  std::uint64_t row_count = 0;
  double contribution = 0;
  double share = 0;
};

// The groups of a derivation, largest share first, equal shares in the order of the derivation.
std::vector<LeafGroup> leaf_groups(const Derivation& derivation);
// The first leaf of a group; a figure above the leaves may have the same symbol.
const DerivationNode& first_leaf(const Derivation& derivation, const LeafGroup& group);

// The derivation as indented text for people, `levels` deep, in their language: a line each with
// symbol, value, unit and equation, or kind, source, rows, column and share of a leaf. A node met
// before is named, not repeated.
std::string derivation_text(const Derivation& derivation, const std::vector<MonitoringFile>& files,
                            int levels, Language language);

}  // namespace openitmo::mrv
