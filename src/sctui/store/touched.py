"""Which cards our own acts were about, so that who keeps their states need not read all of them again."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import Any

_ACTS = 5000  # the last ones


class Touched:
    """Acts with the versions of the database before and after them, as `Store.version` tells them."""

    def __init__(self) -> None:
        self._acts: deque[tuple[object, object, tuple[str, ...]]] = deque(maxlen=_ACTS)

    def add(self, before: object, after: object, cards: Iterable[str]) -> None:
        """Remember an act."""
        self._acts.append((before, after, tuple(cards)))

    def since(self, version: object, now: object) -> set[str] | None:
        """The cards of all acts between two versions; None where there was something else, or too much."""
        cards: set[str] = set()
        at: Any = now
        for before, after, of_act in reversed(self._acts):
            if at == version or after != at:
                break
            cards.update(of_act)
            at = before
        return cards if at == version else None
