#include "reporting/purpose_words.h"

namespace openitmo::reporting {

std::string oimp_part(ledger::Purpose purpose) {
  switch (purpose) {
    case ledger::Purpose::ndc:
      return "";
    case ledger::Purpose::oimp:
    case ledger::Purpose::ndc_and_oimp:
      return "OIMP";
    case ledger::Purpose::imp:
    case ledger::Purpose::ndc_and_imp:
      return "IMP";
    case ledger::Purpose::op:
    case ledger::Purpose::ndc_and_op:
      return "OP";
  }
  return "";
}

std::string purpose_text(ledger::UsePurpose purpose) {
  switch (purpose) {
    case ledger::UsePurpose::ndc:
      return "NDC";
    case ledger::UsePurpose::imp:
      return "IMP";
    case ledger::UsePurpose::op:
      return "OP";
  }
  return "";
}

}  // namespace openitmo::reporting
