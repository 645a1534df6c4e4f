#!/usr/bin/env python3
"""Writes inclusion.json and consistency.json: proofs, most of them wrong, with what is wrong.

An implementation apart from the program's own: it follows the recursive definitions of RFC 9162
sections 2.1.1, 2.1.3.1 and 2.1.4.1 word for word. Run in this folder; the output never varies.
"""
import hashlib
import json

LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657",
          "606162636465666768696a6b6c6d6e6f"]
D = [bytes.fromhex(x) for x in LEAVES] + [b"entry %d" % i for i in range(8, 21)]


def sha(b):
    return hashlib.sha256(b).digest()


def split(n):
    k = 1
    while k * 2 < n:
        k *= 2
    return k


def mth(d):
    if not d:
        return sha(b"")
    if len(d) == 1:
        return sha(b"\x00" + d[0])
    k = split(len(d))
    return sha(b"\x01" + mth(d[:k]) + mth(d[k:]))


def path(m, d):
    if len(d) == 1:
        return []
    k = split(len(d))
    if m < k:
        return path(m, d[:k]) + [mth(d[k:])]
    return path(m - k, d[k:]) + [mth(d[:k])]


def proof(m, d):
    return subproof(m, d, True)


def subproof(m, d, whole):
    if m == len(d):
        return [] if whole else [mth(d)]
    k = split(len(d))
    if m <= k:
        return subproof(m, d[:k], whole) + [mth(d[k:])]
    return subproof(m - k, d[k:], False) + [mth(d[:k])]


def flip(h, bit=0):
    b = bytearray(h)
    b[bit // 8] ^= 1 << (bit % 8)
    return bytes(b)


def inclusion(name, outcome, leaf, index, size, hashes, root):
    return {"name": name, "outcome": outcome, "leaf": leaf.hex(), "index": str(index),
            "size": str(size), "proof": [h.hex() for h in hashes], "root": root.hex()}


def consistency(name, outcome, first, second, r1, r2, hashes):
    return {"name": name, "outcome": outcome, "first": str(first), "second": str(second),
            "first_root": r1.hex(), "second_root": r2.hex(), "proof": [h.hex() for h in hashes]}


def inclusion_cases(i, n):
    d = D[:n]
    leaf, p, root = mth([d[i]]), path(i, d), mth(d)
    tag = f"{i} of {n}"

    def case(name, outcome, leaf=leaf, index=i, size=n, p=p, root=root):
        return inclusion(f"{tag}: {name}", outcome, leaf, index, size, p, root)

    yield case("correct", "ok")
    yield case("leaf with a flipped bit", "root_differs", leaf=flip(leaf))
    yield case("entry itself in place of its leaf hash", "root_differs", leaf=sha(d[i]))
    yield case("root with a flipped bit", "root_differs", root=flip(root, 255))
    yield case("root of the empty tree", "root_differs", root=sha(b""))
    yield case("index at the size", "index_outside_tree", index=n)
    yield case("index beyond the size", "index_outside_tree", index=2**64 - 1)
    yield case("size 0", "index_outside_tree", size=0)
    yield case("extra hash at the end", "proof_too_long", p=p + [root])
    yield case("extra hash at the front", "proof_too_long", p=[leaf] + p)
    for k in range(len(p)):
        yield case(f"bit flipped in hash {k}", "root_differs",
                   p=p[:k] + [flip(p[k], 7 * k)] + p[k + 1:])
    if p:
        yield case("truncated at the end", "proof_too_short", p=p[:-1])
        yield case("truncated at the front", "proof_too_short", p=p[1:])
        yield case("no hashes at all", "proof_too_short", p=[])
        yield case("leaf and sibling swapped", "root_differs", leaf=p[0], p=[leaf] + p[1:])
        yield case("leaf and root swapped", "root_differs", leaf=root, root=leaf)
    if len(p) > 1:
        yield case("hashes in reverse order", "root_differs", p=p[::-1])
        yield case("node passed off as a leaf", "proof_too_short",
                   leaf=sha(b"\x01" + (leaf + p[0] if i % 2 == 0 else p[0] + leaf)), p=p[1:])
    for j in range(n):
        if j != i and len(path(j, d)) == len(p):
            yield case(f"index of entry {j}", "root_differs", index=j)
            yield case(f"proof of entry {j}", "root_differs", p=path(j, d))
            break
    if n < len(D):
        bigger = D[:n + 1]
        if len(path(i, bigger)) == len(p):
            yield case("root of the next size", "root_differs", root=mth(bigger))


def consistency_cases(m, n):
    r1, r2, p = mth(D[:m]), mth(D[:n]), proof(m, D[:n])
    tag = f"{m} to {n}"

    def case(name, outcome, first=m, second=n, r1=r1, r2=r2, p=p):
        return consistency(f"{tag}: {name}", outcome, first, second, r1, r2, p)

    yield case("correct", "ok")
    yield case("extra hash at the end", "proof_too_long", p=p + [r2])
    yield case("extra hash at the front", "proof_too_long", p=[r1] + p)
    yield case("sizes swapped", "sizes_out_of_order", first=n, second=m)
    yield case("second size below the first", "sizes_out_of_order", second=m - 1)
    yield case("roots swapped", "first_root_differs" if m & (m - 1) else "second_root_differs",
               r1=r2, r2=r1)
    yield case("second root with a flipped bit", "second_root_differs", r2=flip(r2, 100))
    # A first tree that is one full subtree is the seed of the computation: a wrong root of it
    # comes out as a wrong second root.
    yield case("first root with a flipped bit",
               "first_root_differs" if m & (m - 1) else "second_root_differs", r1=flip(r1))
    yield case("both roots the first", "second_root_differs", r2=r1)
    yield case("truncated at the end", "proof_too_short", p=p[:-1])
    yield case("truncated at the front", "proof_too_short", p=p[1:])
    yield case("no hashes at all", "proof_too_short", p=[])
    for k in range(len(p)):
        changed = p[:k] + [flip(p[k], 13 * k)] + p[k + 1:]
        # Hashes to the right of the first tree do not enter its root.
        left = m & (m - 1) and computed_first(m, n, changed) != r1
        yield case(f"bit flipped in hash {k}", "first_root_differs" if left else
                   "second_root_differs", p=changed)
    rewritten = [b"rewritten"] + D[1:n]
    yield case("first entry rewritten, honest first root",
               "first_root_differs" if m & (m - 1) else "second_root_differs",
               r2=mth(rewritten), p=proof(m, rewritten))
    dropped = D[:m - 1] + D[m:n + 1]
    yield case("last entry of the first tree dropped",
               "first_root_differs" if m & (m - 1) else "second_root_differs",
               r2=mth(dropped), p=proof(m, dropped))


def computed_first(m, n, p):
    """The first root that a proof implies: by taking the hashes apart as proof() put them together."""
    def take(m, n, whole, p):
        if m == n:
            return p[-1] if not whole else None
        k = split(n)
        if m <= k:
            return take(m, k, whole, p[:-1])
        return sha(b"\x01" + p[-1] + take(m - k, n - k, False, p[:-1]))
    return take(m, n, True, p)


def edge_consistency():
    empty, r5, r6 = mth([]), mth(D[:5]), mth(D[:6])
    big = 2**64 - 1
    return [
        consistency("0 to 0: correct", "ok", 0, 0, empty, empty, []),
        consistency("0 to 5: correct", "ok", 0, 5, empty, r5, []),
        consistency("0 to 5: a root that is not the empty tree's", "empty_tree_root_differs", 0, 5,
                    r5, r5, []),
        consistency("0 to 5: a hash too many", "proof_too_long", 0, 5, empty, r5, [r5]),
        consistency("0 to 0: second root not the empty tree's", "same_size_different_root", 0, 0,
                    empty, r5, []),
        consistency("5 to 5: correct", "ok", 5, 5, r5, r5, []),
        consistency("5 to 5: two roots", "same_size_different_root", 5, 5, r5, r6, []),
        consistency("5 to 5: a hash too many", "proof_too_long", 5, 5, r5, r5, [r5]),
        consistency("1 to 2^64-1: no hashes", "proof_too_short", 1, big, r5, r6, []),
        consistency("2^64-1 to 2^64-1: two roots", "same_size_different_root", big, big, r5, r6, []),
        consistency("2^63 to 2^64-1: no hashes", "proof_too_short", 2**63, big, r5, r6, []),
        consistency("2^63 to 2^64-1: one wrong hash", "second_root_differs", 2**63, big, r5, r6,
                    [r5]),
        consistency("2^63 to 2^64-1: two hashes", "proof_too_long", 2**63, big, r5, r6, [r5, r6]),
    ]


def edge_inclusion():
    leaf, big = mth([D[0]]), 2**64 - 1
    return [
        inclusion("0 of 2^64-1: 63 hashes", "proof_too_short", leaf, 0, big, [leaf] * 63, leaf),
        inclusion("0 of 2^64-1: 64 wrong hashes", "root_differs", leaf, 0, big, [leaf] * 64, leaf),
        inclusion("0 of 2^64-1: 65 hashes", "proof_too_long", leaf, 0, big, [leaf] * 65, leaf),
        inclusion("2^64-1 of 2^64-1", "index_outside_tree", leaf, big, big, [leaf], leaf),
    ]


def write(name, cases):
    names = [c["name"] for c in cases]
    assert len(names) == len(set(names)), "every case has its own name"
    with open(name, "w", encoding="utf-8") as f:
        f.write("[\n" + ",\n".join(json.dumps(c) for c in cases) + "\n]\n")
    wrong = sum(c["outcome"] != "ok" for c in cases)
    print(f"{name}: {len(cases)} cases, {wrong} of them wrong proofs")


write("inclusion.json", edge_inclusion() + [
    c for i, n in [(0, 1), (0, 2), (1, 2), (2, 3), (0, 7), (5, 7), (6, 7), (3, 8), (7, 8), (8, 9),
                   (4, 13), (12, 13), (16, 17), (0, 20), (19, 20)]
    for c in inclusion_cases(i, n)])
write("consistency.json", edge_consistency() + [
    c for m, n in [(1, 2), (1, 8), (2, 5), (3, 4), (3, 7), (4, 7), (4, 8), (6, 7), (6, 8), (7, 8),
                   (7, 15), (8, 13), (12, 13), (13, 20), (15, 16), (16, 17), (17, 20)]
    for c in consistency_cases(m, n)])
