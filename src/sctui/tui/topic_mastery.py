"""Topics by how well they are known, for the screen that shows them; best worked out in a thread."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sctui.errors import SctuiError
from sctui.scheduler.limits import TOPIC_SEPARATOR, Place
from sctui.scheduler.mastery import Mastery, summed
from sctui.scheduler.settings import above, lies_in
from sctui.tui.widgets.mastery_list import MasteryRow

if TYPE_CHECKING:
    from sctui.tui.desk import Desk

TOPICS = "mastery", None  # the name by which the desk remembers those of all decks


@dataclass(frozen=True, slots=True)
class TopicMastery:
    """The topics, the weakest of each level first, and how many of their cards were studied."""

    rows: list[MasteryRow]
    studied: int
    cards: int


def topic_mastery(
    desk: Desk, deck: str | None, moment: object, everywhere: Mapping[Place, Mastery]
) -> TopicMastery:
    """The topics of a deck with those below it, or of all decks for None; remembered for the moment."""
    found = {at: one for at, one in everywhere.items() if not deck or lies_in(at.deck, deck, "::")}
    topics = summed((above(place.topic, TOPIC_SEPARATOR), one) for place, one in found.items())
    studied, cards = sum(one.studied for one in found.values()), sum(one.cards for one in found.values())
    told = TopicMastery(list(_rows(topics)), studied, cards)
    desk.remember(("mastery", deck), moment, told)
    return told


def topics_ahead(desk: Desk) -> None:
    """Have them ready for the screen, where their figures are there."""
    with suppress(SctuiError):  # it is told where it is shown
        moment = desk.moment()
        if (found := desk.remembered("mastery", moment)) is not None:
            topic_mastery(desk, None, moment, found)


def _rows(found: Mapping[str, Mastery]) -> Iterator[MasteryRow]:
    """The tree of topics, the weakest of each level first and those never studied last."""
    below: dict[str, list[str]] = {}
    for name in found:
        below.setdefault(name.rpartition(TOPIC_SEPARATOR)[0], []).append(name)

    def rank(name: str) -> tuple[bool, float, str]:
        return found[name].studied == 0, found[name].share, name

    def walk(parent: str, depth: int) -> Iterator[MasteryRow]:
        for name in sorted(below.get(parent, ()), key=rank):
            yield MasteryRow(name, name.rpartition(TOPIC_SEPARATOR)[2], depth, found[name])
            yield from walk(name, depth + 1)

    return walk("", 0)
