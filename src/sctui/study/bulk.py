"""What a learner does to many cards at once: each is one act, which undo takes back as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from sctui.collection import Collection
from sctui.model.change import UNMARKED, Change, Marks
from sctui.model.review import Phase
from sctui.scheduler import acts
from sctui.scheduler.study_day import StudyDay


class Bulk:
    """Acts on cards at a moment (UTC ms) of a study day. Each method tells how many cards it changed.

    Raises:
        HomeError, CollectionError: when the database cannot be written; nothing was. Every method may.
    """

    def __init__(self, collection: Collection, now: int, today: StudyDay) -> None:
        self._store = collection.store
        self._now = now
        self._today = today

    def suspend(self, cards: Sequence[str]) -> tuple[int, bool]:
        """Suspend cards; where all are, let them come again. Tells as well whether they are suspended now."""
        marks = self._store.marks()
        on = not all(marks.get(card, UNMARKED).suspended for card in cards)
        return self._mark(cards, lambda card, marks: acts.suspended(card, marks, self._now, on=on)), on

    def bury(self, cards: Sequence[str]) -> tuple[int, bool]:
        """Bury cards for the rest of the study day; where all are, unbury them. Tells which it was."""
        marks = self._store.marks()
        on = not all((marks.get(card, UNMARKED).buried_until or 0) > self._today.number for card in cards)

        def act(card: str, marks: Marks) -> Change:
            if on:
                return acts.buried(card, marks, self._now, self._today)
            return acts.unburied(card, marks, self._now)

        return self._mark(cards, act), on

    def flag(self, cards: Sequence[str], flag: int) -> int:
        """Give cards a flag, 1 to 7, or none for 0."""
        return self._mark(cards, lambda card, marks: acts.flagged(card, marks, self._now, flag))

    def no_leech(self, cards: Sequence[str]) -> int:
        """Take the mark of a leech away."""
        return self._mark(cards, lambda card, marks: acts.no_leech(card, marks, self._now))

    def reset(self, cards: Sequence[str]) -> int:
        """Make cards new again; their answers stay in the log."""
        states = (self._store.state(card) for card in cards)
        return self._do(acts.reset(state, self._now) for state in states if state.phase is not Phase.NEW)

    def set_due(self, cards: Sequence[str], days: int) -> int:
        """Let studied cards fall due in so many study days; new ones are passed over."""
        states = (self._store.state(card) for card in cards)
        return self._do(
            acts.made_due(state, self._now, self._today, days)
            for state in states
            if state.phase is not Phase.NEW
        )

    def _mark(self, cards: Iterable[str], act: Callable[[str, Marks], Change]) -> int:
        marks = self._store.marks()
        changes = (act(card, marks.get(card, UNMARKED)) for card in cards)
        return self._do(change for change in changes if change.before != change.after)

    def _do(self, changes: Iterable[Change]) -> int:
        wanted = list(changes)
        if wanted:
            self._store.change(wanted)
        return len(wanted)
