"""What the cards found are sorted by."""

from __future__ import annotations

from collections.abc import Sequence

from sctui.search.index import CardIndex

_NAMES = ("deck", "topic", "kind")
_NUMBERS = ("due", "ivl", "lapses", "reps", "s", "d", "r")
ORDERS = ("added", "question", *_NAMES, "flag", *_NUMBERS)


def in_order(index: CardIndex, order: str, *, downwards: bool) -> Sequence[int]:
    """All rows of an index, sorted; what has no value comes last either way.

    Args:
        index: one that is ready.
        order: one of `ORDERS`; `added` is the order of the decks.
        downwards: the largest first.
    """
    rows = range(len(index.ids))
    if order == "added":
        return rows[::-1] if downwards else rows
    if order == "question":
        questions = index.texts.section("front")
        return sorted(rows, key=questions.__getitem__, reverse=downwards)
    if order in _NAMES:
        return [row for _, of_name in index.groups.by_name(order, downwards=downwards) for row in of_name]
    if order == "flag":
        return _by_flag(index, downwards=downwards)
    return _by_number(index, order, downwards=downwards)


def _by_flag(index: CardIndex, *, downwards: bool) -> Sequence[int]:
    flags = {index.row_of.get(card): marks.flag for card, marks in index.collection.store.marks().items()}
    rows = range(len(index.ids))
    flagged = sorted((row for row in rows if flags.get(row)), key=lambda row: flags[row], reverse=downwards)
    return [*flagged, *(row for row in rows if not flags.get(row))]


def _by_number(index: CardIndex, order: str, *, downwards: bool) -> Sequence[int]:
    assert index.columns is not None
    # the longer ago, the less is recalled
    numbers = index.columns.numbers["age" if order == "r" else order]
    known = [row for row, number in enumerate(numbers) if number == number]  # noqa: PLR0124 -- NaN
    known.sort(key=numbers.__getitem__, reverse=downwards != (order == "r"))
    return [*known, *(row for row, number in enumerate(numbers) if number != number)]  # noqa: PLR0124 -- NaN
