#include "mrv/stream/reading.h"

namespace openitmo::mrv::stream {

namespace {

struct ChannelWords {
  std::string_view name;
  Words words;
};

constexpr std::array<ChannelWords, kChannelCount> kWords{{
    {"flare_flow", {"gas to the flare", "gaz vers la torchère"}},
    {"engine_flow", {"gas to the engines", "gaz vers les moteurs"}},
    {"boiler_flow", {"gas to the boilers", "gaz vers les chaudières"}},
    {"methane_fraction", {"methane fraction", "fraction de méthane"}},
    {"gas_temperature", {"gas temperature", "température du gaz"}},
    {"gas_pressure", {"gas pressure", "pression du gaz"}},
    {"flame", {"flame", "flamme"}},
    {"exhaust_temperature", {"exhaust temperature", "température des fumées"}},
    {"exhaust_methane", {"methane in the exhaust", "méthane dans les fumées"}},
    {"engine_running", {"engine running", "marche du moteur"}},
    {"boiler_running", {"boiler running", "marche de la chaudière"}},
}};

}  // namespace

std::string_view name_of(Channel channel) { return kWords[static_cast<std::size_t>(channel)].name; }
Words words_of(Channel channel) { return kWords[static_cast<std::size_t>(channel)].words; }

}  // namespace openitmo::mrv::stream
