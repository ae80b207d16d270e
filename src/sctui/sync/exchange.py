"""One sync: take in what is new there, give out what is new here. Again, or in another order, is the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from sctui.errors import SyncError
from sctui.scheduler.replay import replay
from sctui.store.exchange import (
    Event,
    Taken,
    entries_after,
    name_device,
    other_devices,
    take_in,
)
from sctui.store.segments import note_segments, read_segments
from sctui.sync.cipher import Cipher
from sctui.sync.segment import Segment, TornError, packed, unpacked
from sctui.sync.target import Target

_MOST = 50_000  # entries in one segment
_NAME = re.compile(r"[^/]+/\d{8,}\.segment")
_CARRIED = "+"  # between the name of a device and that of the one that hands on its entries
_EARLIEST = -(1 << 50)  # below all stamps


@dataclass(frozen=True, slots=True)
class Machine:
    """This machine: a fingerprint that a copied database does not take along, and a name to take."""

    fingerprint: str
    name: str


@dataclass(frozen=True, slots=True)
class Synced:
    """What a sync did: entries given out, what came in, and segments that are not whole yet.

    `was_empty` says that no machine had left anything at the target.
    """

    given: int
    taken: Taken
    torn: tuple[str, ...] = ()
    was_empty: bool = False


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
    names, copies = _told_apart(target.names())
    read = set(read_segments(database, place))
    segments, torn = _unread(target, names, read, cipher)
    arrived = [*segments, *_only_copied(target, copies, read, segments, cipher)]
    logs = ((_author(one.device), one.entries) for one in arrived)
    taken = take_in(database, logs, replay, now)
    note_segments(database, place, ((one.device, one.sequence) for one in segments))
    in_between()
    there = {*map(_parts, names)}
    opened = frozenset(one.device for one in segments)
    outbox = _Outbox(database, target, place, device, there, read, cipher, opened)
    # what stood there already and was not known here: the database is an older one, and its clock may be, too
    is_older = any(one.device == device for one in arrived)
    given = _give(outbox, outbox.missing() if is_older else outbox.new())
    present = {_author(name) for name, _number in there}
    for other, was_here in other_devices(database):
        if was_here or other not in present:
            carried = replace(outbox, device=f"{other}{_CARRIED}{device}", torn=[])
            given += _hand_on(carried, again=other not in present)
    return Synced(given, taken, tuple(torn), not names and not copies)


def _unread(
    target: Target, names: list[str], read: set[tuple[str, int]], cipher: Cipher | None
) -> tuple[list[Segment], list[str]]:
    segments, torn = [], []
    for name in names:
        if _parts(name) in read:
            continue
        try:
            segments.append(_opened(target, name, cipher))
        except TornError:
            torn.append(name)
    return segments, torn


def _told_apart(names: list[str]) -> tuple[list[str], list[str]]:
    """The names that devices gave, and those of copies, as services that carry files leave in a conflict."""
    given = [name for name in names if _NAME.fullmatch(name)]
    return given, sorted({*names}.difference(given))


def _only_copied(
    target: Target,
    copies: list[str],
    read: set[tuple[str, int]],
    segments: list[Segment],
    cipher: Cipher | None,
) -> Iterator[Segment]:
    """What stands in copies alone; it is taken in each time, until it comes under its own name."""
    known = read | {(one.device, one.sequence) for one in segments}
    for name in copies:
        with suppress(SyncError, TornError):
            segment = _opened(target, name, cipher)
            if (segment.device, segment.sequence) not in known:
                yield segment


def _opened(target: Target, name: str, cipher: Cipher | None) -> Segment:
    data = target.read(name)
    try:
        return unpacked(data, cipher)
    except SyncError as error:
        raise SyncError(f"{name}: {error.message}", hint=error.hint) from None


@dataclass(frozen=True, slots=True)
class _Outbox:
    """Where a device's segments go: those that are there, and those that were ever read or used.

    `opened` are the devices of which something was opened in this sync, `torn` the numbers of the segments
    that this database gave out and that did not arrive whole; what they held is given out again.
    """

    database: Path
    target: Target
    place: str
    device: str
    there: set[tuple[str, int]]
    read: set[tuple[str, int]]
    cipher: Cipher | None
    opened: frozenset[str]
    torn: list[int] = field(default_factory=list)

    def name(self, sequence: int) -> str:
        return f"{self.device}/{sequence:08d}.segment"

    def check_key(self) -> None:
        """Open something of every other device, so that what is sealed here, or not, can be read there.

        Raises:
            SyncError: when theirs is sealed with another passphrase, or there is none here.
        """
        for device in {name for name, _number in self.there} - self.opened - {self.device}:
            next(self._whole(device), None)

    def next_sequence(self) -> int:
        """One that was never used."""
        return (
            max((number for device, number in self.there | self.read if device == self.device), default=0) + 1
        )

    def last_given(self) -> int:
        """The last stamp in the newest segment that is whole; below all stamps where there is none."""
        return next((one.last for one in self._whole(self.device, self.torn)), _EARLIEST)

    def new(self) -> list[Event]:
        """The entries behind the newest segment; where it did not come whole, all that stand in no whole one.

        For an older one does not tell what stands in those below it: they may have been found torn before,
        and what they held been given again in the very one that did not come whole now.
        """
        last = self.last_given()
        if not self.torn:
            return entries_after(self.database, last, self.device)
        self.torn.clear()  # or one that comes whole at its second reading would be replaced
        return self.missing()

    def missing(self) -> list[Event]:
        """The entries of the author that stand in no whole segment."""
        author = _author(self.device)
        names = {device for device, _number in self.there if _author(device) == author}
        given = {
            int(entry[1])
            for name in names
            for one in self._whole(name, self.torn if name == self.device else None)
            for entry in one.entries
        }
        return [
            entry for entry in entries_after(self.database, _EARLIEST, author) if int(entry[1]) not in given
        ]

    def _whole(self, device: str, torn: list[int] | None = None) -> Iterator[Segment]:
        """The segments of a device that are whole, the newest first; those that are not go to `torn`."""
        for sequence in sorted((number for name, number in self.there if name == device), reverse=True):
            try:
                yield _opened(self.target, f"{device}/{sequence:08d}.segment", self.cipher)
            except TornError:
                if torn is not None and (device, sequence) in self.read:
                    torn.append(sequence)


def _give(outbox: _Outbox, entries: list[Event]) -> int:
    """Write entries into segments; gives their number.

    A sequence is noted before it is used, and used once: in the place of one that was not written whole, one
    that holds nothing is put.
    """
    if entries:
        outbox.check_key()
    first = outbox.next_sequence()
    for sequence, start in enumerate(range(0, len(entries), _MOST), first):
        piece = entries[start : start + _MOST]
        segment = Segment(outbox.device, sequence, piece[-1][1], piece)
        note_segments(outbox.database, outbox.place, [(outbox.device, sequence)])
        outbox.target.write(outbox.name(sequence), packed(segment, outbox.cipher))
    for sequence in outbox.torn:  # or the others would wait for the rest of it
        nothing = Segment(outbox.device, sequence, _EARLIEST, [])
        outbox.target.write(outbox.name(sequence), packed(nothing, outbox.cipher))
    return len(entries)


def _hand_on(outbox: _Outbox, *, again: bool) -> int:
    """Give once what another device logged and never gave; `again` where nothing of it is at the target.

    Such are the answers in a copied home before its first sync, and all that others gave to a target that was
    emptied, or to another one. They keep the name they were logged under.
    """
    done = outbox.device, 0
    if done in outbox.read and not again:
        return 0
    given = _give(outbox, outbox.missing())
    note_segments(outbox.database, outbox.place, [done])
    return given


def _author(device: str) -> str:
    return device.partition(_CARRIED)[0]


def _parts(name: str) -> tuple[str, int]:
    device, _, file = name.partition("/")
    return device, int(file.partition(".")[0])
