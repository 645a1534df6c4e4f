#include "cli/report_language.h"

namespace openitmo::cli {

ReportLanguage report_language_of(const std::string& code, Language language) {
  for (const ReportLanguage one : kReportLanguages)
    if (code == code_of(one)) return one;
  return language == Language::fr ? ReportLanguage::fr : ReportLanguage::en;
}

}  // namespace openitmo::cli
