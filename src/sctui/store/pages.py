"""SQLite's file format, as far as reading rows out of a damaged file needs it: pages, cells, records.

After https://www.sqlite.org/fileformat2.html. Nothing here trusts the file: whatever does not fit is passed
over, so that one bad page costs the rows of that page and no others.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

Value = int | float | str | bytes | None

LEAF, INTERIOR = 0x0D, 0x05
_MAGIC = b"SQLite format 3\0"
_SIZES = (4096, 1024, 2048, 8192, 16384, 32768, 65536, 512)
_WAL_MAGIC = (0x377F0682, 0x377F0683)
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table as it lies in a leaf page; the column that is the rowid reads None."""

    rowid: int
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a database file; what its write-ahead log has committed stands in for the file's own.

    Pages are numbered from 1. `newer` holds those of the log.
    """

    data: bytes
    size: int
    newer: Mapping[int, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, data: bytes, log: bytes = b"") -> Pages:
        """The pages of a file and its log; either may be damaged or cut short."""
        size = _page_size(data, log)
        return cls(data, size, dict(_committed(log, size)))

    @property
    def count(self) -> int:
        """How many pages there are, a last one cut short included."""
        return max(-(-len(self.data) // self.size), *self.newer, 0)

    @property
    def cut_off(self) -> int:
        """How many pages more there should be, by what the header says where its two counters agree."""
        head = self.page(1)
        said = int.from_bytes(head[28:32], "big") if head[24:28] == head[92:96] else 0
        return max(0, said - self.count)

    def page(self, number: int) -> bytes:
        """A page, filled up with zeros where the file is cut short."""
        found = self.newer.get(number) or self.data[(number - 1) * self.size : number * self.size]
        return found.ljust(self.size, b"\0")

    def kind(self, number: int) -> int:
        """What kind of page it says it is."""
        return self.page(number)[_start(number)]

    def children(self, number: int) -> Iterator[int]:
        """The pages below an interior page."""
        page, start = self.page(number), _start(number)
        for cell in _cells(page, start, 12):
            if cell + 4 <= self.size:
                yield int.from_bytes(page[cell : cell + 4], "big")
        yield int.from_bytes(page[start + 8 : start + 12], "big")

    def rows(self, number: int) -> Iterator[Row]:
        """The rows of a leaf page that can be read."""
        page, start = self.page(number), _start(number)
        for cell in _cells(page, start, 8):
            try:
                length, at = _varint(page, cell)
                rowid, at = _varint(page, at)
                yield Row(_signed(rowid), tuple(_record(self._payload(page, at, length))))
            except (IndexError, ValueError, struct.error):
                continue

    def _payload(self, page: bytes, at: int, length: int) -> bytes:
        """The bytes of a record; a long one goes on in overflow pages."""
        usable = self.size
        if length <= usable - 35:
            return _exactly(page[at : at + length], length)
        least = (usable - 12) * 32 // 255 - 23
        local = least + (length - least) % (usable - 4)
        local = local if local <= usable - 35 else least
        payload = page[at : at + local]
        following = int.from_bytes(page[at + local : at + local + 4], "big")
        for _ in range(self.count):
            if len(payload) >= length or not 0 < following <= self.count:
                break
            more = self.page(following)
            following = int.from_bytes(more[:4], "big")
            payload += more[4 : 4 + length - len(payload)]
        return _exactly(payload, length)


def _page_size(data: bytes, log: bytes) -> int:
    """As the header says, or the log's header; else that at which most rows can be read."""
    said = [int.from_bytes(data[16:18], "big")] if data.startswith(_MAGIC) else []
    if int.from_bytes(log[:4], "big") in _WAL_MAGIC:
        said.append(int.from_bytes(log[8:12], "big"))
    for size in said:
        if (65536 if size == 1 else size) in _SIZES:
            return 65536 if size == 1 else size
    return max(_SIZES, key=lambda size: _readable(Pages(data, size)))


def _readable(pages: Pages) -> int:
    leaves = (number for number in range(1, pages.count + 1) if pages.kind(number) == LEAF)
    return sum(1 for number in leaves for _ in pages.rows(number))


def _committed(log: bytes, size: int) -> Iterator[tuple[int, bytes]]:
    """The pages in a write-ahead log up to its last commit, in the order they were written."""
    if int.from_bytes(log[:4], "big") not in _WAL_MAGIC:
        return
    waiting: list[tuple[int, bytes]] = []
    for at in range(32, len(log) - size - 23, size + 24):
        number, commit = struct.unpack(">II", log[at : at + 8])
        if log[at + 8 : at + 16] != log[16:24]:
            return
        waiting.append((number, log[at + 24 : at + 24 + size]))
        if commit:
            yield from waiting
            waiting.clear()


def _start(number: int) -> int:
    return 100 if number == 1 else 0


def _cells(page: bytes, start: int, header: int) -> Iterator[int]:
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    first = start + header
    for at in range(first, min(first + 2 * count, len(page) - 1), 2):
        cell = int.from_bytes(page[at : at + 2], "big")
        if first <= cell < len(page):
            yield cell


def _record(payload: bytes) -> Iterator[Value]:
    header, at = _varint(payload, 0)
    body = header
    while at < header:
        kind, at = _varint(payload, at)
        value, body = _value(payload, kind, body)
        yield value
    if at != header or body != len(payload):
        raise ValueError("the record does not fit its length")


def _value(payload: bytes, kind: int, at: int) -> tuple[Value, int]:
    if kind == 0:
        return None, at
    if kind in {8, 9}:
        return kind - 8, at
    if kind == 7:
        (number,) = struct.unpack(">d", payload[at : at + 8])
        return float(number), at + 8
    if kind in _INTEGERS:
        end = at + _INTEGERS[kind]
        return int.from_bytes(_exactly(payload[at:end], end - at), "big", signed=True), end
    if kind < 12:
        raise ValueError("a kind that SQLite keeps for itself")
    end = at + (kind - 12) // 2
    raw = _exactly(payload[at:end], end - at)
    return (raw.decode() if kind % 2 else raw), end


def _varint(data: bytes, at: int) -> tuple[int, int]:
    number = 0
    for place in range(8):
        byte = data[at + place]
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            return number, at + place + 1
    return number << 8 | data[at + 8], at + 9


def _signed(number: int) -> int:
    return number - (1 << 64) if number >= 1 << 63 else number


def _exactly(data: bytes, length: int) -> bytes:
    if len(data) != length:
        raise ValueError("cut short")
    return data
