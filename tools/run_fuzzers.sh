#!/usr/bin/env bash
# run_fuzzers.sh DIR SECONDS: runs every DIR/*_fuzz for SECONDS each, from the seeds in
# tests/fuzz/seeds/NAME where there are any. Any crash fails, but canary_fuzz has a planted fault
# and fails if it is not found.
set -euo pipefail
dir=$1
seconds=$2
cd "$(dirname "$0")/.."
shopt -s nullglob
fuzzers=("$dir"/*_fuzz)
[ ${#fuzzers[@]} -gt 0 ] || { echo "no *_fuzz program in $dir" >&2; exit 1; }
failed=0
for fuzzer in "${fuzzers[@]}"; do
  name=$(basename "$fuzzer")
  found="$dir/../found/$name"
  mkdir -p "$found"
  seeds=()
  [ -d "tests/fuzz/seeds/$name" ] && seeds=("tests/fuzz/seeds/$name")
  status=0
  "$fuzzer" -max_total_time="$seconds" -artifact_prefix="$found/crash-" -print_final_stats=1 \
    "$found" "${seeds[@]}" >"$found.log" 2>&1 || status=$?
  if [ "$name" = canary_fuzz ] && [ "$status" -eq 0 ]; then
    echo "$name: its planted fault was not found"
    failed=1
  elif [ "$name" != canary_fuzz ] && [ "$status" -ne 0 ]; then
    echo "$name: failed; input beside $found/crash-*, log $found.log"
    tail -n 30 "$found.log"
    failed=1
  else
    echo "$name: good after $seconds s"
  fi
done
exit "$failed"
