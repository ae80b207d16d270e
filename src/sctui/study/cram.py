"""Cramming: cards asked until each was known once, without a trace in log or schedule.

What is crammed is recalled because it was just seen, which tells FSRS nothing: a logged answer would move the
card's next day, and the log must lead to the states by replay alone. So nothing of it is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sctui.collection import Collection
from sctui.model.change import Change
from sctui.model.review import Rating, Review
from sctui.scheduler.queue import Counts
from sctui.scheduler.settings import StudySettings
from sctui.study.session import Button, Question, StudySession

_LATER = 4  # cards that are asked before a forgotten one comes again
NEVER = -1  # the interval of a button that schedules nothing


class CramSession(StudySession):
    """Asks chosen cards in their order; one that was not known comes again a few cards later.

    Again and Good are offered. Undo takes back answers of this session.
    """

    def __init__(self, collection: Collection, cards: Sequence[str], settings: StudySettings) -> None:
        super().__init__(collection, tuple(cards), replace(settings, buttons=2))
        self._left = [card for card in cards if card in collection.cards]
        self._given: list[tuple[list[str], Review]] = []

    def next(self, now: int) -> Question | None:
        """The card to ask; None when each was known once."""
        self._left = [card for card in self._left if card in self._collection.cards]
        return self._ask(self._left[0], now) if self._left else None

    def grade(self, rating: Rating, now: int, duration_ms: int) -> None:
        """Go on; nothing is written, and no leech made."""
        if self._asked is None:
            raise RuntimeError("there is no question to grade")
        state = self._asked.question.state
        given = rating if rating is Rating.AGAIN else Rating.GOOD
        self._given.append((list(self._left), Review(state.card, now, given, duration_ms, state, state)))
        del self._left[0]
        if given is Rating.AGAIN:
            self._left.insert(_LATER, state.card)
        self._asked = None

    def undo(self, now: int) -> Question | None:
        """Ask the card before once more."""
        if not self._given:
            return None
        self._left, _review = self._given.pop()
        self._asked = None
        return self.next(now)

    def redo(self, _now: int) -> bool:
        """There is nothing to do again."""
        return False

    def remaining(self, _now: int) -> Counts:
        """The cards that were not known yet."""
        return Counts(due=len(self._left))

    @property
    def answers(self) -> tuple[Review, ...]:
        """What was answered; of these reviews no state changed."""
        return tuple(review for _left, review in self._given)

    def _ask(self, card: str, now: int) -> Question:
        question = super()._ask(card, now)
        buttons = tuple(Button(button.rating, NEVER) for button in question.buttons)
        return replace(question, buttons=buttons)

    def _put_away(self, change: Change, now: int) -> None:
        super()._put_away(change, now)
        del self._left[0]
