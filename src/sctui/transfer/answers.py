"""Which answers of a package are in our log already: an answer is known by its card, time and rating.

Anki gives every answer a millisecond of its own, and so may move one by a few.
"""

from __future__ import annotations

from collections.abc import Sequence

from sctui.anki.foreign import ForeignReview
from sctui.model.review import Review

_MOVED = 2_000  # ms by which an answer may have been moved, to be told from those beside it


def unknown_answers(there: Sequence[ForeignReview], here: Sequence[Review]) -> list[ForeignReview]:
    """The answers to one card that are not here yet, in the order of their times.

    Each of ours stands for one of theirs.
    """
    ours = {(review.at, int(review.rating)) for review in here}
    theirs = {(answer.at, answer.rating) for answer in there}
    spare = sorted(ours - theirs)
    new = []
    for answer in sorted(there, key=lambda one: one.at):
        if (answer.at, answer.rating) in ours:
            continue
        near = next(
            (one for one in spare if one[1] == answer.rating and 0 <= answer.at - one[0] <= _MOVED), None
        )
        if near is None:
            new.append(answer)
        else:
            spare.remove(near)
    return new
