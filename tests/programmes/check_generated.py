#!/usr/bin/env python3
"""Runs a programme's generate.py into a temporary folder and compares every byte with what is checked in.

With --canary one byte of the fresh files is changed first, and the comparison must notice."""

import pathlib
import subprocess
import sys
import tempfile

GENERATED = ("data", "documents", "scans", "verification")


def files_of(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes()
            for part in GENERATED for path in sorted((folder / part).rglob("*")) if path.is_file()}


def differences(checked_in, fresh):
    for name in sorted(checked_in.keys() | fresh.keys()):
        if name not in fresh:
            yield name + ": checked in, but not generated"
        elif name not in checked_in:
            yield name + ": generated, but not checked in"
        elif checked_in[name] != fresh[name]:
            yield name + ": differs from what generate.py writes"


def main():
    canary = "--canary" in sys.argv
    programme = pathlib.Path(sys.argv[-1])
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, str(programme / "generate.py"), folder], check=True)
        fresh = files_of(pathlib.Path(folder))
    if canary:
        name = max(fresh)
        fresh[name] = fresh[name][:-1] + b"?"
    found = list(differences(files_of(programme), fresh))
    print("\n".join(found) or "%d files are the same, byte for byte" % len(fresh))
    expected = 1 if canary else 0
    return 0 if len(found) == expected and fresh else 1


if __name__ == "__main__":
    sys.exit(main())
