"""The last act, whatever it was, taken back or done again; and the sentence that says which act it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from sctui.i18n import N_, _
from sctui.locations import Home
from sctui.model.change import ChangeKind, FileEdit
from sctui.model.review import Rating
from sctui.safety.edits import putting
from sctui.scheduler.replay import replay
from sctui.store.store import Store
from sctui.store.undo import Undone
from sctui.text.plural import counted
from sctui.text.printable import one_line

_SHOWN = 5  # cards and files named one by one
_WORDS = {
    ChangeKind.SUSPEND: N_("suspending"),
    ChangeKind.UNSUSPEND: N_("letting come again"),
    ChangeKind.BURY: N_("burying"),
    ChangeKind.UNBURY: N_("unburying"),
    ChangeKind.FLAG: N_("the flag of"),
    ChangeKind.LEECH: N_("the leech mark of"),
    ChangeKind.DUE: N_("the day set for"),
    ChangeKind.RESET: N_("making new again"),
    ChangeKind.FITTED: N_("working out anew what is remembered of"),
    ChangeKind.MERGED: N_("working out anew what is remembered of"),
    ChangeKind.BROUGHT: N_("taking over what another program remembered of"),
}
_RATINGS = {
    Rating.AGAIN: N_("again"),
    Rating.HARD: N_("hard"),
    Rating.GOOD: N_("good"),
    Rating.EASY: N_("easy"),
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
        return _("There is nothing to undo.") if undo else _("There is nothing to redo."), None
    told = _("Taken back: {acts}") if undo else _("Done again: {acts}")
    return told.format(acts="; ".join(_told(done, name_of, undo=undo))), done


def _told(done: Undone, name_of: Callable[[str], str], *, undo: bool) -> Iterator[str]:
    if done.review:
        answer = _("the answer `{rating}` to {card}")
        rating = _(_RATINGS[done.review.rating])
        yield answer.format(rating=rating, card=one_line(name_of(done.review.card)))
    if done.brought:
        yield _("bringing in {answers} from another program").format(answers=counted(done.brought, "answer"))
    if done.parameters:
        yield _("the change of parameters")
    for kind, number in Counter(change.kind for change in done.changes).items():
        if number > _SHOWN or kind in (ChangeKind.FITTED, ChangeKind.MERGED):
            yield f"{_(_WORDS[kind])} {counted(number, 'card')}"
        else:
            cards = (one_line(name_of(change.card)) for change in done.changes if change.kind is kind)
            yield f"{_(_WORDS[kind])} {', '.join(cards)}"
    yield from (
        _("moving the history to {card}").format(card=one_line(name_of(card))) for card in done.mapped
    )
    yield from (_edit(edit, undo=undo).format(file=one_line(edit.path)) for edit in done.files[:_SHOWN])
    if len(done.files) > _SHOWN:
        yield _("the edits of {files}").format(files=counted(len(done.files) - _SHOWN, "more file"))


def _edit(put: FileEdit, *, undo: bool) -> str:
    """What was done to a file, from what was put there to take that back, or to do it again."""
    before, after = (put.after, put.before) if undo else (put.before, put.after)
    if before is None:
        return _("the new file {file}")
    return _("the deletion of {file}") if after is None else _("the edit of {file}")
