"""Where the notes of a deck stand, worked out when somebody asks: of most decks nobody does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from sctui.decks.places import Place

WorkOut = Callable[[], Sequence[Place]]


class LatePlaces(Mapping[str, Place]):
    """The place of each note, by its id."""

    def __init__(self) -> None:
        self._found: dict[str, Place | _Some] = {}

    def add(self, note: str, place: Place) -> None:
        """Add the place of one note."""
        self._found[note] = place

    def add_all(self, notes: Sequence[str], work_out: WorkOut) -> bool:
        """Add the places of some notes, unless an id is there twice; whether they were added.

        Args:
            notes: their ids.
            work_out: gives their places, in the same order.
        """
        some: dict[str, Place | _Some] = dict.fromkeys(notes, _Some(notes, work_out))
        if len(some) < len(notes) or not self._found.keys().isdisjoint(some):
            return False
        self._found |= some
        return True

    def __getitem__(self, note: str) -> Place:
        place = self._found[note]
        if isinstance(place, _Some):
            self._found |= zip(place.notes, place.work_out(), strict=True)
            place = self._found[note]
        assert isinstance(place, Place)
        return place

    def __contains__(self, note: object) -> bool:
        return note in self._found

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def __repr__(self) -> str:
        return repr(dict(self))


class _Some:
    """Notes whose places have not been worked out."""

    def __init__(self, notes: Sequence[str], work_out: WorkOut) -> None:
        self.notes, self.work_out = notes, work_out
