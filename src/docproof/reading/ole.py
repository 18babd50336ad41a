"""The root of an OLE compound file (.doc, .wps, .xls …), read as far as it takes to tell what the file is."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

HEADER_SIZE, ENTRY_SIZE = 512, 128  # bytes
LAST_SECTOR = 0xFFFFFFFA  # numbers from here on are marks, [MS-CFB] 2.1
STREAM = 2
SHORT = 4096  # bytes; shorter streams share sectors, [MS-CFB] 2.2
MAX_SECTORS = 20_000  # of a directory, or of the list of tables: more is no document


def root_entries(file: BinaryIO) -> dict[str, bytes]:
    """What stands at the root: each name with the first sector of its stream, b"" for storages and short streams.

    What is embedded in the document (a spreadsheet in a letter) is not at the root. Raises ValueError for a damaged
    file. Source: [MS-CFB] 2.2–2.6.
    """
    sectors = _Sectors(file)
    directory = b"".join(sectors.chain(sectors.directory))
    entries = [_entry(directory[at : at + ENTRY_SIZE]) for at in range(0, len(directory), ENTRY_SIZE)]
    if not entries:
        raise ValueError("no directory")
    found: dict[str, bytes] = {}
    seen, ahead = set(), [entries[0].child]
    while ahead:
        number = ahead.pop()
        if number < len(entries) and number not in seen:
            seen.add(number)
            entry = entries[number]
            ahead += [entry.before, entry.after]
            is_long = entry.kind == STREAM and entry.size >= SHORT
            found[entry.name] = sectors.sector(entry.start) if is_long else b""
    return found


class _Entry(NamedTuple):
    name: str
    kind: int
    before: int
    after: int
    child: int
    start: int
    size: int


def _entry(data: bytes) -> _Entry:
    """An entry of the directory, [MS-CFB] 2.6.1."""
    name, length, kind, before, after, child, start, size = struct.unpack("<64sHBx3I36x2I4x", data)
    return _Entry(name[: max(length - 2, 0)].decode("utf-16-le", "replace"), kind, before, after, child, start, size)


class _Sectors:
    """The sectors of a file, and the tables that chain them."""

    def __init__(self, file: BinaryIO):
        file.seek(0)
        header = file.read(HEADER_SIZE)
        if len(header) < HEADER_SIZE or header[30] not in (9, 12):
            raise ValueError("no header")
        self._file, self._size = file, 1 << header[30]
        (self.directory,) = struct.unpack_from("<I", header, 48)
        (more,) = struct.unpack_from("<I", header, 68)
        self._tables = list(struct.unpack_from("<109I", header, 76))
        for _ in range(MAX_SECTORS):
            if more >= LAST_SECTOR:
                break
            *tables, more = self._numbers(more)
            self._tables += tables

    def sector(self, number: int) -> bytes:
        """The bytes of a sector; where the file ends within it, zeros."""
        self._file.seek((number + 1) * self._size)
        data = self._file.read(self._size)
        if not data:
            raise ValueError("no such sector")
        return data.ljust(self._size, b"\0")

    def chain(self, number: int) -> Iterator[bytes]:
        """The sectors of a stream, from its first."""
        for _ in range(MAX_SECTORS):
            if number >= LAST_SECTOR:
                return
            yield self.sector(number)
            table, place = divmod(number, self._size // 4)
            if table >= len(self._tables):
                raise ValueError("no such table")
            number = self._numbers(self._tables[table])[place]
        raise ValueError("an endless chain")

    def _numbers(self, number: int) -> tuple[int, ...]:
        return struct.unpack(f"<{self._size // 4}I", self.sector(number))
