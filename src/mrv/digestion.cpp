#include "mrv/digestion.h"

namespace openitmo::mrv {

Problems check_digestate(const ComponentCase& c, const ParameterSet& parameters) {
  if (c.option(kDigestateOption.key) != "composted" ||
      parameters.value("Q_digestate").is_overridden)
    return {};
  return {
      {.rule = Rule::missing_quantity,
       .message = {{"The digestate is composted, but its mass Q_digestate is not given.",
                    "Le digestat est composté, mais sa masse Q_digestate n'est pas donnée.",
                    "El digestato se composta, pero no se da su masa Q_digestate."}},
       .remedy = {{"Give it in t wet a year with its source; 0 only if none was composted.",
                   "Donnez-la en t humides par an avec sa source ; 0 seulement si rien n'a été "
                   "composté.",
                   "Désela en t húmedas por año con su fuente; 0 solo si no se compostó nada."}}}};
}

}  // namespace openitmo::mrv
