"""One sync: take in what is new there, give out what is new here. Again, or in another order, is the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sctui.scheduler.replay import replay
from sctui.store.exchange import (
    Taken,
    entries_after,
    name_device,
    note_segments,
    read_segments,
    take_in,
)
from sctui.sync.cipher import Cipher
from sctui.sync.segment import Segment, TornError, packed, unpacked
from sctui.sync.target import Target

_MOST = 50_000  # entries in one segment


@dataclass(frozen=True, slots=True)
class Machine:
    """This machine: a fingerprint that a copied database does not take along, and a name to take."""

    fingerprint: str
    name: str


@dataclass(frozen=True, slots=True)
class Synced:
    """What a sync did: entries given out, what came in, and segments that are not whole yet."""

    given: int
    taken: Taken
    torn: tuple[str, ...] = ()


def sync(
    database: Path,
    target: Target,
    place: str,
    machine: Machine,
    now: int,
    cipher: Cipher | None = None,
    in_between: Callable[[], None] = lambda: None,
) -> Synced:
    """Exchange the log with a target. `place` is its name, by which is remembered what was read.

    `in_between` is called when all was received and nothing sent yet.

    Raises:
        SyncError: when the target cannot be reached, or what is in it not be read; nothing is lost.
        CollectionError: when the database cannot be used.
    """
    device = name_device(database, machine.name, machine.fingerprint)
    names = target.names()
    read = set(read_segments(database, place))
    segments, torn = _unread(target, names, read, cipher)
    taken = take_in(database, ((one.device, one.entries) for one in segments), replay, now)
    note_segments(database, place, ((one.device, one.sequence) for one in segments))
    in_between()
    own = {sequence for name, sequence in map(_parts, names) if name == device}
    used = {sequence for name, sequence in read if name == device}
    given = _give(database, _Outbox(target, place, device, own, used, cipher))
    return Synced(given, taken, tuple(torn))


def _unread(
    target: Target, names: list[str], read: set[tuple[str, int]], cipher: Cipher | None
) -> tuple[list[Segment], list[str]]:
    segments, torn = [], []
    for name in names:
        if _parts(name) in read:
            continue
        try:
            segments.append(unpacked(target.read(name), cipher))
        except TornError:
            torn.append(name)
    return segments, torn


@dataclass(frozen=True, slots=True)
class _Outbox:
    """Where this device's segments go: the sequences that are there, and those that were ever used."""

    target: Target
    place: str
    device: str
    there: set[int]
    used: set[int]
    cipher: Cipher | None

    def name(self, sequence: int) -> str:
        return f"{self.device}/{sequence:08d}.segment"

    def last_given(self) -> int:
        """The last stamp in the newest segment that is whole; below all stamps where there is none."""
        for sequence in sorted(self.there, reverse=True):
            try:
                return unpacked(self.target.read(self.name(sequence)), self.cipher).last
            except TornError:
                continue
        return -(1 << 50)


def _give(database: Path, outbox: _Outbox) -> int:
    """Write what the target has not got of this device; gives the number of entries.

    A sequence is noted before it is used: one that was not written whole is left behind, never written again.
    """
    entries = entries_after(database, outbox.last_given())
    first = max(outbox.there | outbox.used, default=0) + 1
    for sequence, start in enumerate(range(0, len(entries), _MOST), first):
        piece = entries[start : start + _MOST]
        segment = Segment(outbox.device, sequence, piece[-1][1], piece)
        note_segments(database, outbox.place, [(outbox.device, sequence)])
        outbox.target.write(outbox.name(sequence), packed(segment, outbox.cipher))
    return len(entries)


def _parts(name: str) -> tuple[str, int]:
    device, _, file = name.partition("/")
    number = file.partition(".")[0]
    return device, int(number) if number.isdecimal() else 0
