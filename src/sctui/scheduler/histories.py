"""The log, card by card: ratings with the study days before them, as FSRS learns from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sctui.model.change import Change, ChangeKind
from sctui.model.preset import Preset
from sctui.model.review import Review
from sctui.scheduler.fsrs6 import elapsed_days

_UNKNOWN = Preset()


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: its rating, the study days since the card's answer before (0 for the first), when (UTC ms).

    `duration` is in ms; `buttons` says how many ratings were on offer.
    """

    rating: int
    elapsed: int
    at: int
    duration: int
    buttons: int


History = tuple[Answer, ...]


def histories(log: Iterable[Review | Change]) -> list[History]:
    """The histories of all cards, in the order of their first answers.

    A card that was reset begins a new one.
    """
    begun: list[list[Answer]] = []
    current: dict[str, list[Answer]] = {}
    for entry in log:
        if isinstance(entry, Review):
            if entry.card not in current:
                current[entry.card] = []
                begun.append(current[entry.card])
            preset = entry.preset or _UNKNOWN
            history = current[entry.card]
            elapsed = elapsed_days(entry.before, entry.at, preset) if history else 0
            answer = Answer(int(entry.rating), elapsed, entry.at, entry.duration, preset.buttons)
            history.append(answer)
        elif entry.kind is ChangeKind.RESET:
            current.pop(entry.card, None)
    return [tuple(history) for history in begun]
