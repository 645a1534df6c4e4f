#pragma once

#include <boost/json.hpp>
#include <string>

#include "registry/registry.h"

// An act as a JSON object, whatever it came from. Internal to the readers of acts.
namespace openitmo::registry {

// Raised by read_request; the readers catch it.
struct WrongAct {
  std::string key;  // of the object; empty: the act as a whole
  Text text;
};

// The act that `line` says, without the time of recording. Throws WrongAct.
Request read_request(const boost::json::object& line);

}  // namespace openitmo::registry
