#!/usr/bin/env bash
# install_packages.sh LIST...: installs the Debian packages of tools/packages/LIST.txt that are
# missing. Does nothing, and needs no network and no rights, when all are there.
set -euo pipefail
lists="$(cd "$(dirname "$0")" && pwd)/packages"

fail() {
  printf 'install_packages: %s\n' "$*" >&2
  exit 1
}

[ $# -gt 0 ] || fail "name a list: $(cd "$lists" && echo *.txt | sed 's/\.txt//g')"
command -v dpkg-query >/dev/null ||
  fail "this is not a Debian system; install what $lists lists in your system's own way"

wanted=()
for list in "$@"; do
  [ -f "$lists/$list.txt" ] || fail "there is no list $lists/$list.txt"
  mapfile -t -O "${#wanted[@]}" wanted < <(grep -v '^#' "$lists/$list.txt")
done

installed=$(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "${wanted[@]}" 2>/dev/null || true)
missing=()
for package in "${wanted[@]}"; do
  grep -qx "$package installed" <<<"$installed" || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null ||
    fail "these packages are missing; install them as root: apt-get install ${missing[*]}"
  as_root=(sudo)
fi
apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)

printf 'Installing %s\n' "${missing[*]}"
"${apt[@]}" -o APT::Update::Error-Mode=any update >/dev/null ||
  printf 'install_packages: the package lists could not be refreshed; trying with the old ones\n' >&2
"${apt[@]}" install -y --no-install-recommends "${missing[@]}" >/dev/null ||
  fail "could not install ${missing[*]}. Is this machine connected, and is it Debian 12?" \
    "Once it is, run this again: nothing is installed twice"
