#include "registry/programme.h"

namespace openitmo::registry {

Programme::Programme() = default;
Programme::Programme(const Programme&) = default;
Programme::Programme(Programme&&) noexcept = default;
Programme& Programme::operator=(const Programme&) = default;
Programme& Programme::operator=(Programme&&) noexcept = default;
Programme::~Programme() = default;

}  // namespace openitmo::registry
