"""What a learner does with a card besides answering it, as changes for the log."""

from __future__ import annotations

from dataclasses import replace

from sctui.model.change import Change, ChangeKind, Marks
from sctui.model.review import MemoryState, Phase
from sctui.scheduler.study_day import DAY, StudyDay


def suspended(card: str, marks: Marks, now: int, *, on: bool) -> Change:
    """The card is not shown any more, or is shown again."""
    kind = ChangeKind.SUSPEND if on else ChangeKind.UNSUSPEND
    return Change(card, now, kind, marks, replace(marks, suspended=on))


def buried(card: str, marks: Marks, now: int, today: StudyDay, days: int = 1) -> Change:
    """The card is not shown for the rest of this study day, or for `days` study days."""
    return Change(card, now, ChangeKind.BURY, marks, replace(marks, buried_until=today.number + days))


def unburied(card: str, marks: Marks, now: int) -> Change:
    """The card is shown again on this study day."""
    return Change(card, now, ChangeKind.UNBURY, marks, replace(marks, buried_until=None))


def flagged(card: str, marks: Marks, now: int, flag: int) -> Change:
    """The card has another flag, 0 for none."""
    return Change(card, now, ChangeKind.FLAG, marks, replace(marks, flag=flag))


def leeched(card: str, marks: Marks, now: int, *, suspend: bool) -> Change:
    """The card is marked as a leech, and not shown any more where the learner wants that."""
    after = replace(marks, leech=True, suspended=marks.suspended or suspend)
    return Change(card, now, ChangeKind.LEECH, marks, after)


def no_leech(card: str, marks: Marks, now: int) -> Change:
    """The card is no leech any more: it was written anew, say."""
    return Change(card, now, ChangeKind.LEECH, marks, replace(marks, leech=False))


def is_leech(lapses: int, threshold: int) -> bool:
    """Whether a card that has just lapsed is a leech: at the threshold and at every half of it after that.

    The rule is Anki's (`rslib/src/scheduler/states/review.rs`). A threshold of 0 knows no leeches.
    """
    if not threshold or lapses < threshold:
        return False
    return (lapses - threshold) % max(1, -(-threshold // 2)) == 0


def made_due(state: MemoryState, now: int, today: StudyDay, days: int) -> Change:
    """The card falls due `days` study days from today; what is remembered of it stays as it was.

    A card in learning leaves its steps. A new card cannot be given a due day: nothing is remembered yet.

    Raises:
        ValueError: for a new card.
    """
    if state.phase is Phase.NEW:
        raise ValueError(f"{state.card} is new")
    due = today.start + days * DAY + DAY // 2
    after = replace(state, phase=Phase.REVIEW, step=None, due=due)
    return Change(state.card, now, ChangeKind.DUE, state, after)


def reset(state: MemoryState, now: int) -> Change:
    """The card is new again; its answers stay in the log."""
    return Change(state.card, now, ChangeKind.RESET, state, MemoryState(state.card))
