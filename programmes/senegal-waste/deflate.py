"""A zip file of deflated members (RFC 1951, fixed Huffman codes), the same bytes on every machine.

zlib would pack better, but what it writes depends on its version, and these files are compared byte for
byte with what is checked in."""

import struct
import zlib

LENGTHS = [(3, 0), (4, 0), (5, 0), (6, 0), (7, 0), (8, 0), (9, 0), (10, 0), (11, 1), (13, 1), (15, 1),
           (17, 1), (19, 2), (23, 2), (27, 2), (31, 2), (35, 3), (43, 3), (51, 3), (59, 3), (67, 4),
           (83, 4), (99, 4), (115, 4), (131, 5), (163, 5), (195, 5), (227, 5), (258, 0)]
DISTANCES = [(1, 0), (2, 0), (3, 0), (4, 0), (5, 1), (7, 1), (9, 2), (13, 2), (17, 3), (25, 3), (33, 4),
             (49, 4), (65, 5), (97, 5), (129, 6), (193, 6), (257, 7), (385, 7), (513, 8), (769, 8),
             (1025, 9), (1537, 9), (2049, 10), (3073, 10), (4097, 11), (6145, 11), (8193, 12),
             (12289, 12), (16385, 13), (24577, 13)]
WINDOW = 32768
MATCH_MIN, MATCH_MAX = 6, 258
DOS_TIME = 0
DOS_DATE = (2022 - 1980) << 9 | 1 << 5 | 1  # 2022-01-01, so that no clock enters the bytes


def reversed_bits(code, width):
    return int(format(code, "0%db" % width)[::-1], 2)


def literal_codes():
    """RFC 1951, 3.2.6: (code, bits) of the 288 literal and length symbols."""
    codes = []
    for symbol in range(288):
        if symbol < 144:
            code, width = 0x30 + symbol, 8
        elif symbol < 256:
            code, width = 0x190 + symbol - 144, 9
        elif symbol < 280:
            code, width = symbol - 256, 7
        else:
            code, width = 0xC0 + symbol - 280, 8
        codes.append((reversed_bits(code, width), width))
    return codes


def by_value(table, most):
    """The index into `table` for each value up to `most`."""
    index = [0] * (most + 1)
    for i, (base, _) in enumerate(table):
        for value in range(base, (table[i + 1][0] if i + 1 < len(table) else most + 1)):
            index[value] = i
    return index


CODES = literal_codes()
LENGTH_INDEX = by_value(LENGTHS, MATCH_MAX)
DISTANCE_INDEX = by_value(DISTANCES, WINDOW)


def match_length(data, a, b):
    """How many bytes from `a` on are the same as from `b` on; both are known to share MATCH_MIN."""
    most = min(MATCH_MAX, len(data) - b)
    length = MATCH_MIN
    while length < most and data[a + length] == data[b + length]:
        length += 1
    return length


def deflate(data):
    bits, count = 0b011, 3  # last block, fixed codes
    seen = {}
    at = 0
    out = bytearray()
    while at < len(data):
        key = data[at:at + MATCH_MIN]
        before = seen.get(key, -1) if len(key) == MATCH_MIN else -1
        seen[key] = at
        if before >= 0 and at - before <= WINDOW:
            length = match_length(data, before, at)
            i = LENGTH_INDEX[length]
            code, width = CODES[257 + i]
            bits |= (code | (length - LENGTHS[i][0]) << width) << count
            count += width + LENGTHS[i][1]
            d = DISTANCE_INDEX[at - before]
            bits |= (reversed_bits(d, 5) | (at - before - DISTANCES[d][0]) << 5) << count
            count += 5 + DISTANCES[d][1]
            at += length
        else:
            code, width = CODES[data[at]]
            bits |= code << count
            count += width
            at += 1
        while count >= 8:
            out.append(bits & 0xFF)
            bits >>= 8
            count -= 8
    count += 7  # end of block: seven zero bits
    while count > 0:
        out.append(bits & 0xFF)
        bits >>= 8
        count -= 8
    return bytes(out)


def gzip_file(data):
    """One member (RFC 1952) without name and time."""
    return (b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + deflate(data)
            + struct.pack("<II", zlib.crc32(data), len(data) & 0xFFFFFFFF))


def zip_file(members):
    out = bytearray()
    directory = bytearray()
    for name, data in members:
        packed = deflate(data)
        label = name.encode("utf-8")
        fields = struct.pack("<HHHHHIIIHH", 20, 0x800, 8, DOS_TIME, DOS_DATE, zlib.crc32(data),
                             len(packed), len(data), len(label), 0)
        directory += (b"PK\x01\x02" + struct.pack("<H", 20) + fields
                      + struct.pack("<HHHII", 0, 0, 0, 0, len(out)) + label)
        out += b"PK\x03\x04" + fields + label + packed
    end = struct.pack("<HHHHIIH", 0, 0, len(members), len(members), len(directory), len(out), 0)
    return bytes(out + directory + b"PK\x05\x06" + end)
