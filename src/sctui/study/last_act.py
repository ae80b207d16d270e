"""The last act, whatever it was, taken back or done again; and the sentence that says which act it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from sctui.locations import Home
from sctui.model.change import ChangeKind
from sctui.safety.edits import putting
from sctui.scheduler.replay import replay
from sctui.store.store import Store
from sctui.store.undo import Undone
from sctui.text.plural import counted
from sctui.text.printable import one_line

_SHOWN = 5  # cards and files named one by one
_WORDS = {
    ChangeKind.SUSPEND: "suspending",
    ChangeKind.UNSUSPEND: "letting come again",
    ChangeKind.BURY: "burying",
    ChangeKind.UNBURY: "unburying",
    ChangeKind.FLAG: "the flag of",
    ChangeKind.LEECH: "the leech mark of",
    ChangeKind.DUE: "the day set for",
    ChangeKind.RESET: "making new again",
    ChangeKind.FITTED: "working out anew what is remembered of",
    ChangeKind.MERGED: "working out anew what is remembered of",
}


def turn(
    home: Home, store: Store, now: int, name_of: Callable[[str], str] = str, *, undo: bool
) -> tuple[str, Undone | None]:
    """Take back the last act on this device, or do again what was taken back last.

    Args:
        home: where edited files lie.
        store: the database.
        now: UTC milliseconds.
        name_of: what to call a card, given its id.
        undo: False to do again.

    Returns:
        A sentence that says what it was, and the act itself; None when there was none.

    Raises:
        CollectionError: when it cannot be written, or a file was edited since; nothing changed.
    """
    act = store.undo if undo else store.redo
    done = act(lambda _: True, now, replay=replay, put=putting(home))
    if done is None:
        return f"There is nothing to {'undo' if undo else 'redo'}.", None
    return f"{'Taken back' if undo else 'Done again'}: {'; '.join(_told(done, name_of))}", done


def _told(done: Undone, name_of: Callable[[str], str]) -> Iterator[str]:
    if done.review:
        yield f"the answer `{done.review.rating.name.lower()}` to {one_line(name_of(done.review.card))}"
    if done.parameters:
        yield "the change of parameters"
    for kind, number in Counter(change.kind for change in done.changes).items():
        if number > _SHOWN or kind in (ChangeKind.FITTED, ChangeKind.MERGED):
            yield f"{_WORDS[kind]} {counted(number, 'card')}"
        else:
            cards = (one_line(name_of(change.card)) for change in done.changes if change.kind is kind)
            yield f"{_WORDS[kind]} {', '.join(cards)}"
    yield from (f"moving the history to {one_line(name_of(card))}" for card in done.mapped)
    yield from (f"the edit of {one_line(edit.path)}" for edit in done.files[:_SHOWN])
    if len(done.files) > _SHOWN:
        yield f"the edits of {counted(len(done.files) - _SHOWN, 'more file')}"
