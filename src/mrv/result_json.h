#pragma once

#include <string>

#include "mrv/quantify.h"

namespace openitmo::mrv {

// A quantification with its complete derivations as canonical JSON: fixed key order, real numbers
// as shortest decimal strings, one line for each derivation node. Equal quantifications give equal
// bytes, so a recomputation is checked by comparing texts. docs/methodologies/README.md lists the
// fields.
std::string result_json(const Quantification& result);

}  // namespace openitmo::mrv
