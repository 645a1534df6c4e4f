#include "cli/check_files.h"

namespace openitmo::cli {

int check_aef(const CheckAefOptions& options) {
  return check_files(options, files::CheckReach::each);
}

}  // namespace openitmo::cli
