#include "cli/check_files.h"

namespace openitmo::cli {

int check_submissions(const CheckAefOptions& options) {
  return check_files(options, files::CheckReach::across);
}

}  // namespace openitmo::cli
