"""One damaged place of a line, as the rules report it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Flaw:
    """A damaged place: columns, class, rule, what should stand there, and whether that is proved."""

    start: int
    end: int
    kind: str
    rule: str
    repair: str | None = None
    safe: bool = False
