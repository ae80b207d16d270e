"""Learning and relearning steps: short waits, in seconds, before a card is left to its days."""

from __future__ import annotations

from collections.abc import Sequence

from sctui.model.review import Rating


def next_step(steps: Sequence[int], step: int | None, rating: Rating) -> tuple[int, int] | None:
    """The step a card goes to and the seconds it waits there; None when it has learned its lesson.

    The rules are Anki's and py-fsrs's: Again goes back to the first step, Hard stays (on the first step it
    waits halfway to the second one, or half as long again where there is only one), Good goes on, Easy
    leaves. A card on a step that was taken out of the settings leaves with anything but Again.
    """
    at = step or 0
    if not steps or rating is Rating.EASY or (at >= len(steps) and rating is not Rating.AGAIN):
        return None
    if rating is Rating.AGAIN:
        return 0, steps[0]
    if rating is Rating.GOOD:
        return (at + 1, steps[at + 1]) if at + 1 < len(steps) else None
    if at > 0:
        return at, steps[at]
    return 0, int((steps[0] + steps[1]) / 2 if len(steps) > 1 else steps[0] * 1.5)
