"""Which cards our own acts were about, so that who keeps their states need not read all of them again."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import Any, TypeAlias, cast

_ACTS = 5000  # the last ones
_Version: TypeAlias = tuple[Any, Any]


class Touched:
    """Acts with our own part of the database's version (`Store.version`) before and after them.

    The other part of a version tells of what others wrote: an act is waited for, and need not ask for it.
    """

    def __init__(self) -> None:
        self._acts: deque[tuple[object, object, tuple[str, ...]]] = deque(maxlen=_ACTS)

    def add(self, before: object, after: object, cards: Iterable[str]) -> None:
        """Remember an act."""
        self._acts.append((before, after, tuple(cards)))

    def since(self, version: object, now: object) -> set[str] | None:
        """The cards of all acts between two versions; None where there was something else, or too much."""
        (since, others), (at, others_now) = cast(_Version, version), cast(_Version, now)
        cards: set[str] = set()
        if others != others_now:
            return None
        for before, after, of_act in reversed(self._acts):
            if at == since or after != at:
                break
            cards.update(of_act)
            at = before
        return cards if at == since else None
