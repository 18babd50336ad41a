"""Small OLE compound files, written stream by stream ([MS-CFB])."""

import struct
from itertools import pairwise

FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SECTOR = 512


def ole_file(streams, embedded=()):
    """The bytes of an OLE file with these streams (name → bytes) at its root; names in `embedded` stand in a storage."""
    data, table, entries = [], [TABLE], []
    for name, content in streams.items():
        start = len(table)
        padded = content.ljust(4096, b"\0")
        padded += b"\0" * (-len(padded) % SECTOR)
        data.append(padded)
        count = len(padded) // SECTOR
        table += [*range(start + 1, start + count), END]
        entries.append(_entry(name, 2, start=start, size=len(padded)))
    inner = [_entry(name, 2) for name in embedded]
    first_inner = len(entries) + 2
    storage = _entry("ObjectPool", 1, after=FREE, child=first_inner if inner else FREE)
    directory = [_entry("Root Entry", 5, child=1), *entries, storage, *inner]
    directory = _linked(directory, range(1, len(entries) + 2))
    directory = _linked(directory, range(first_inner, first_inner + len(inner)))
    directory += [b"\0" * 128] * (-len(directory) % 4)
    start = len(table)
    sectors = len(directory) // 4
    table += [*range(start + 1, start + sectors), END]
    table += [FREE] * (128 - len(table))
    header = struct.pack("<8s16xHHHHH6xIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 62, 3, 0xFFFE, 9, 6,
                         0, 1, start, 0, 4096, END, 0, END, 0, 0)  # fmt: skip
    header += struct.pack("<108I", *[FREE] * 108)
    return header + struct.pack("<128I", *table) + b"".join(data) + b"".join(directory)


def _entry(name, kind, after=FREE, child=FREE, start=0, size=0):
    words = name.encode("utf-16-le")
    return struct.pack("<64sHBxIII36xIII", words, len(words) + 2, kind, FREE, after, child, start, size, 0)


def _linked(entries, numbers):
    """Each of these entries leads to the next."""
    for number, following in pairwise(numbers):
        entries[number] = entries[number][:72] + struct.pack("<I", following) + entries[number][76:]
    return entries
