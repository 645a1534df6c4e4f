#include "mrv/stream/reading.h"

namespace openitmo::mrv::stream {

namespace {

struct ChannelWords {
  std::string_view name;
  ReportWords words;
};

constexpr std::array<ChannelWords, kChannelCount> kWords{{
    {"flare_flow", {"gas to the flare", "gaz vers la torchère", "gas a la antorcha"}},
    {"engine_flow", {"gas to the engines", "gaz vers les moteurs", "gas a los motores"}},
    {"boiler_flow", {"gas to the boilers", "gaz vers les chaudières", "gas a las calderas"}},
    {"methane_fraction", {"methane fraction", "fraction de méthane", "fracción de metano"}},
    {"gas_temperature", {"gas temperature", "température du gaz", "temperatura del gas"}},
    {"gas_pressure", {"gas pressure", "pression du gaz", "presión del gas"}},
    {"flame", {"flame", "flamme", "llama"}},
    {"exhaust_temperature",
     {"exhaust temperature", "température des fumées", "temperatura de los gases de escape"}},
    {"exhaust_methane",
     {"methane in the exhaust", "méthane dans les fumées", "metano en los gases de escape"}},
    {"engine_running", {"engine running", "marche du moteur", "motor en marcha"}},
    {"boiler_running", {"boiler running", "marche de la chaudière", "caldera en marcha"}},
}};

}  // namespace

std::string_view name_of(Channel channel) { return kWords[static_cast<std::size_t>(channel)].name; }
ReportWords words_of(Channel channel) { return kWords[static_cast<std::size_t>(channel)].words; }

}  // namespace openitmo::mrv::stream
