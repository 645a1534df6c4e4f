#!/usr/bin/env bash
# check_format.sh: fails and names each C++ file that `make format` would change.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v clang-format-19 >/dev/null || {
  echo "clang-format-19 is missing; run tools/install_packages.sh test" >&2
  exit 1
}
wrong=$(find src tests bench \( -name '*.h' -o -name '*.cpp' \) -print0 |
  xargs -0 clang-format-19 --dry-run 2>&1 | sed -n 's/:[0-9]*:[0-9]*: warning: .*//p' | sort -u)
[ -z "$wrong" ] || {
  printf '%s is not formatted; run: make format\n' $wrong
  exit 1
}
