#!/usr/bin/env python3
"""Verifies an exported journal without any code of OpenITMO, and prints who holds which units.

    tools/verify_journal.py SEN01.ndjson SEN01.vkey

Needs Python 3.11 and nothing else: no database, no network. The file is what `itmo export` writes
(docs/formats/journal-export.md); the key is the registry's verifier key, which you should have from
elsewhere than the file. Prints the same text as `itmo holdings` and ends with 0, or prints what is
wrong, and in which line, and ends with 1.
"""

import base64
import hashlib
import json
import pathlib
import sys


class Wrong(Exception):
    """The file is not what was signed, or does not say what a journal says."""


# Ed25519, RFC 8032 sections 5.1 and 6.

P = 2**255 - 19  # the field
L = 2**252 + 27742317777372353535851937790883648493  # the order of the base point
D = -121665 * pow(121666, -1, P) % P  # of the curve -x^2 + y^2 = 1 + D x^2 y^2
SQRT_MINUS_1 = pow(2, (P - 1) // 4, P)


def recover_x(y, odd):
    """The x of a point with this y; None where there is no such point."""
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P != 0:
        x = x * SQRT_MINUS_1 % P
    if (x * x - square) % P != 0 or (x == 0 and odd):
        return None
    return P - x if x & 1 != odd else x


def point(x, y):
    return (x, y, 1, x * y % P)  # extended coordinates: the point is (x/z, y/z), the last xy/z


def add(a, b):
    s, t = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    u, v = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = t - s, v - u, v + u, t + s
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(scalar, p):
    product = point(0, 1)
    while scalar > 0:
        if scalar & 1:
            product = add(product, p)
        p = add(p, p)
        scalar >>= 1
    return product


def same(a, b):
    return (a[0] * b[2] - b[0] * a[2]) % P == 0 and (a[1] * b[2] - b[1] * a[2]) % P == 0


def read_point(data):
    number = int.from_bytes(data, "little")
    y, odd = number & (2**255 - 1), number >> 255
    x = recover_x(y, odd)
    return None if x is None else point(x, y)


BASE_Y = 4 * pow(5, -1, P) % P
BASE = point(recover_x(BASE_Y, 0), BASE_Y)


def ed25519_verifies(public_key, message, signature):
    if len(public_key) != 32 or len(signature) != 64:
        return False
    a, r = read_point(public_key), read_point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    hashed = hashlib.sha512(signature[:32] + public_key + message).digest()
    h = int.from_bytes(hashed, "little") % L
    return same(times(s, BASE), add(r, times(h, a)))


# Merkle tree, RFC 9162 section 2.1.1.


def sha256(data):
    return hashlib.sha256(data).digest()


class Tree:
    """The full subtrees at the right edge, the largest first: enough to append and for the root."""

    def __init__(self):
        self.size, self.full = 0, []

    def append(self, entry):
        node, bits = sha256(b"\x00" + entry), self.size
        while bits & 1:
            node = sha256(b"\x01" + self.full.pop() + node)
            bits >>= 1
        self.full.append(node)
        self.size += 1

    def root(self):
        if not self.full:
            return sha256(b"")
        node = self.full[-1]
        for left in reversed(self.full[:-1]):
            node = sha256(b"\x01" + left + node)
        return node


# Keys and signed checkpoints, C2SP signed-note.


class Key:
    """<name>+<key id>+<base64(type, public key)>; the id follows from the rest."""

    def __init__(self, text):
        try:
            self.name, key_id, encoded = text.strip().split("+", 2)
            data = base64.b64decode(encoded, validate=True)
        except ValueError:
            raise Wrong("the verifier key is not name+id+base64") from None
        self.id = sha256(self.name.encode() + b"\n" + data)[:4]
        if data[:1] != b"\x01" or self.id.hex() != key_id:
            raise Wrong("the verifier key is not that of a registry, or was altered")
        self.public_key = data[1:]

    def __str__(self):
        return f"{self.name}+{self.id.hex()}"


def open_checkpoint(note, key):
    """Size, root and extension lines that the key signed for. Signatures of others are passed
    over."""
    text, empty_line, signatures = note.rpartition("\n\n")
    if not empty_line:
        raise Wrong("the checkpoint has no signatures")
    text += "\n"
    found = []
    for line in signatures.removesuffix("\n").split("\n"):
        dash, name, encoded = line.split(" ")
        data = base64.b64decode(encoded, validate=True)
        if dash == "\u2014" and name == key.name and data[:4] == key.id:
            found.append(data[4:])
    if len(found) != 1:
        raise Wrong(f"the checkpoint is not signed once by {key}")
    if not ed25519_verifies(key.public_key, text.encode(), found[0]):
        raise Wrong("the signature of the checkpoint does not hold")
    origin, size, root, *extensions = text.removesuffix("\n").split("\n")
    if origin != key.name:
        raise Wrong(f"the checkpoint is of another journal, {origin}")
    return int(size), base64.b64decode(root, validate=True), extensions


class Keys:
    """The keys of a journal, one after the other. A key hands over to the next in a checkpoint
    that both sign; where one was lost, the next one must have been given."""

    def __init__(self, given):
        self.first, *self.brought = given
        self.current = self.first
        self.signing = []  # ids of the next keys, in order

    def open(self, note):
        size, root, extensions = self.opened(note)
        handover = [line[9:] for line in extensions if line.startswith("next-key ")]
        if handover:
            following = Key(handover[0])
            if following.name != self.current.name or following.id == self.current.id:
                raise Wrong(f"{following} is no next key of {self.current}")
            open_checkpoint(note, following)
            self.turn_to(following)
        return size, root

    def opened(self, note):
        try:
            return open_checkpoint(note, self.current)
        except Wrong:
            for key in self.brought:
                if f"\u2014 {key.name} " in note and self.signed(note, key):
                    self.turn_to(key)
                    return open_checkpoint(note, key)
            raise

    def signed(self, note, key):
        try:
            open_checkpoint(note, key)
            return True
        except Wrong:
            return False

    def turn_to(self, key):
        places = [i for i, other in enumerate(self.brought) if other.id == key.id]
        self.brought = self.brought[places[0] + 1:] if places else self.brought
        self.current = key
        self.signing.append(key.id)


# The lines of the file.


class Journal:
    """Reads the file once. What is wrong is told with the number of the line."""

    def __init__(self, data, keys):
        self.keys, self.tree, self.entries, self.checkpoints = keys, Tree(), [], 0
        self.covered_line, self.covered_entries, self.ended = 1, 0, False
        lines = data.split(b"\n")
        self.cut_off = lines.pop() != b""  # behind the last line end there is nothing
        so_far = hashlib.sha256()
        for self.line, line in enumerate(lines, 1):
            try:
                self.read(line, so_far.hexdigest())
            except Wrong as wrong:
                raise Wrong(f"line {self.line}: {wrong}") from None
            except (ValueError, LookupError, TypeError) as error:
                raise Wrong(f"line {self.line}: cannot be read: {error!r}") from None
            so_far.update(line + b"\n")
        if not self.ended or self.cut_off:
            raise Wrong(f"the last line is missing: the file was cut off after line {len(lines)}")

    def read(self, line, sha256_so_far):
        if self.ended:
            raise Wrong("something stands behind the end")
        if self.line == 1:
            self.read_header(json.loads(line))
        elif line.startswith(b'{"checkpoint":'):
            self.read_checkpoint(json.loads(line)["checkpoint"])
        elif line.startswith(b'{"end":'):
            self.read_end(json.loads(line)["end"], sha256_so_far)
        else:
            # Hashed as it stands; what it says is looked at when all is known to be signed.
            self.tree.append(line)
            self.entries.append(line)

    def read_header(self, header):
        if header["format"] != "openitmo-journal" or header["version"] != 1:
            raise Wrong("this is not an exported journal of version 1")
        if header["key"] != str(self.keys.first):
            raise Wrong(f"the journal is signed with {header['key']}, the key given is "
                        f"{self.keys.first}")
        self.registry = header["registry"]

    def read_checkpoint(self, note):
        size, root = self.keys.open(note)
        if size != self.tree.size:
            raise Wrong(f"the checkpoint is of {size} entries, {self.tree.size} stand before it")
        if root != self.tree.root():
            first, last = self.covered_line + 1, self.line - 1
            raise Wrong(f"the entries in lines {first} to {last} are not those that were signed")
        self.covered_line, self.covered_entries = self.line, size
        self.checkpoints += 1

    def read_end(self, end, sha256_so_far):
        if self.covered_entries != self.tree.size:
            raise Wrong("the last entries were never signed")
        counts = (self.tree.size, self.checkpoints, sha256_so_far)
        if (end["entries"], end["checkpoints"], end["sha256"]) != counts:
            raise Wrong("the lines before it were altered, or this one")
        self.ended = True


# The units.

STANDINGS = ["held", "in_transit", "sent", "used", "cancelled", "withdrawn"]


def span(of):
    """Series, first and last serial; the serial of CA0004-VUT01-VUT-1000-2024 is 1000."""
    (*first_series, first, vintage), (*series, last, year) = (
        of[end].split("-") for end in ("first_id", "last_id"))
    if (first_series, vintage) != (series, year) or int(first) > int(last):
        raise Wrong(f"{of['first_id']} to {of['last_id']} is no range")
    return (*series, int(year)), int(first), int(last)


class Units:
    """Where every unit is: per series a list of [first serial, last serial, account, standing]."""

    def __init__(self, registry):
        self.registry, self.party_of, self.ranges = registry, {}, {}
        self.acts = {}  # entry number: what it did to units, for entries that name it

    def take_out(self, ranges, account, standings):
        """Cuts serials out of the lists; those that are there must be in the account (None: in
        any) and so standing. Answers with the pieces and where they were."""
        pieces = []
        for of in ranges:
            (series, first, last), kept = span(of), []
            for low, high, where, standing in self.ranges.get(series, []):
                start, end = max(low, first), min(high, last)
                if start > end:
                    kept.append([low, high, where, standing])
                    continue
                if standing not in standings or (account is not None and where != account):
                    raise Wrong(f"{of['first_id']} is {standing} in {where}: it cannot move")
                pieces.append((series, start, end, where))
                kept += [[a, b, where, standing]
                         for a, b in ((low, start - 1), (end + 1, high)) if a <= b]
            self.ranges[series] = kept
        return pieces

    def put(self, series, first, last, account, standing):
        if account not in self.party_of:
            raise Wrong(f"no account {account} was opened")
        self.ranges.setdefault(series, []).append([first, last, account, standing])

    def come_in(self, ranges, may_come_back, account):
        self.take_out(ranges, None, may_come_back)
        for of in ranges:
            self.put(*span(of), account, "held")

    def change(self, ranges, account, before, to_account, after):
        """Units that are all here; without `to_account` they stay where they are."""
        pieces = self.take_out(ranges, account, before)
        due = sum(last - first + 1 for _, first, last in map(span, ranges))
        if sum(last - first + 1 for _, first, last, _ in pieces) != due:
            raise Wrong(f"units from {ranges[0]['first_id']} are not all here")
        for series, first, last, where in pieces:
            self.put(series, first, last, to_account or where, after)

    def act(self, number, ranges, account, to_account, after):
        self.change(ranges, account, ["held"], to_account, after)
        self.acts[number] = (ranges, after)

    def apply(self, number, entry):
        kind, body = entry["type"], entry["body"]
        ranges = body.get("ranges")
        if entry["version"] != 1:
            raise Wrong(f"version {entry['version']} of {kind} is not known here")
        if kind == "registry_opened" and body["registry"] != self.registry:
            raise Wrong(f"the journal is that of {body['registry']}, not {self.registry}")
        if kind == "account_opened":
            self.party_of[body["account"]] = body["party"]
        elif kind in ("units_issued", "metric_units_issued"):
            self.come_in(ranges, [], body["account"])  # new serials are nowhere
        elif kind == "units_acquired":
            self.come_in(ranges, ["sent", "withdrawn"], body["to_account"])
        elif kind == "units_moved":
            self.change(ranges, body["from_account"], ["held"], body["to_account"], "held")
        elif kind == "units_transferred":
            here = body["to_registry"] == self.registry
            target = (body["to_account"], "held") if here else (None, "in_transit")
            self.act(number, ranges, body["from_account"], *target)
        elif kind == "delivery_confirmed":
            sent, standing = self.acts.pop(body["transfer_entry"])
            self.change(sent, None, [standing], None, "sent")
        elif kind == "units_used":
            self.act(number, ranges, body["account"], None, "used")
        elif kind == "units_cancelled":
            self.act(number, ranges, body["account"], None, "cancelled")
        elif kind == "entry_corrected":  # units lie as the entry left them, perhaps not all of them
            _, standing = self.acts.pop(body["corrected_entry"])
            self.change(ranges, None, [standing], body["account"], "held")
        elif kind == "units_withdrawn":
            self.change(ranges, None, ["held", "sent"], None, "withdrawn")
        elif kind == "remedy_opened":
            self.change(ranges, body["buffer_account"], ["held"], None, "cancelled")
        elif kind == "remedy_settled":
            self.change(ranges, body["account"], ["held"], None, "cancelled")
        elif ranges is not None and kind != "hold_placed":  # a hold moves nothing
            raise Wrong(f"what {kind} does to units is not known here")

    def lines(self):
        """Ranges that follow each other are one; ordered by Party, account, standing, serial."""
        rows = sorted((self.party_of[where], where, STANDINGS.index(standing), series, low, high)
                      for series, ranges in self.ranges.items()
                      for low, high, where, standing in ranges)
        joined = []
        for row in rows:
            if joined and joined[-1][:4] == row[:4] and joined[-1][5] + 1 == row[4]:
                row = joined.pop()[:5] + row[5:]
            joined.append(row)
        before = None
        for party, account, standing, series, low, high in joined:
            if (party, account) != before:
                yield f"{party} {account}"
            before = (party, account)
            first, last = ("-".join(map(str, (*series[:3], n, series[3]))) for n in (low, high))
            yield f"  {high - low + 1} {STANDINGS[standing]} {first} {last}"


def main(journal_file, *key_files):
    keys = Keys([Key(pathlib.Path(file).read_text(encoding="utf-8")) for file in key_files])
    journal = Journal(pathlib.Path(journal_file).read_bytes(), keys)
    changes = [json.loads(entry) for entry in journal.entries if b'"key_changed"' in entry]
    announced = [Key(entry["body"]["verifier_key"]).id for entry in changes
                 if entry["type"] == "key_changed"]
    if announced != keys.signing:
        raise Wrong("the entries announce other keys than those that sign")
    units = Units(journal.registry)
    for number, entry in enumerate(journal.entries):
        try:
            units.apply(number, json.loads(entry))
        except (Wrong, ValueError, LookupError, TypeError) as wrong:
            raise Wrong(f"entry {number}: {wrong}") from None
    root = journal.tree.root()
    print(f"registry: {journal.registry}\nkey: {keys.first}")
    print(f"entries: {journal.tree.size}\ncheckpoints: {journal.checkpoints}")
    print(f"tree head: {base64.b64encode(root).decode()}")
    print(f"tree head in hex: {root.hex()}")
    for line in units.lines():
        print(line)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit("usage: verify_journal.py JOURNAL.ndjson REGISTRY.vkey [NEXT.vkey ...]")
    try:
        main(*sys.argv[1:])
    except (Wrong, OSError) as wrong:
        sys.exit(f"{sys.argv[1]}: {wrong}")
