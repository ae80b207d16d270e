"""A study session: which card is asked, how its answer is graded, and how a grade is taken back."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sctui.collection import Collection
from sctui.model.card import Card
from sctui.model.review import MemoryState, Rating, Review
from sctui.scheduler import fsrs6
from sctui.scheduler.queue import Counts, Queue, note_of
from sctui.scheduler.settings import StudySettings
from sctui.store.store import StaleStateError


@dataclass(frozen=True, slots=True)
class Button:
    """A rating that can be given now, and the seconds until the card would be due again."""

    rating: Rating
    interval_seconds: int


@dataclass(frozen=True, slots=True)
class Question:
    """The card that is asked, what is known of it, and a button for each rating, from Again to Easy."""

    card: Card
    state: MemoryState
    buttons: tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """What was answered in this session, without what was taken back; `ms` is the time spent answering."""

    reviews: int = 0
    again: int = 0
    hard: int = 0
    good: int = 0
    easy: int = 0
    ms: int = 0


class StudySession:
    """Studies a deck with those below it, or all decks (`deck` None). Times are UTC milliseconds.

    Raises:
        HomeError, CollectionError: when the database cannot be created or used; every method may raise them.
    """

    def __init__(
        self, collection: Collection, deck: str | None, settings: StudySettings, seed: int = 0
    ) -> None:
        self._collection = collection
        self._deck = deck
        self._settings = settings
        self._seed = seed
        self._queue: Queue | None = None
        self._question: Question | None = None
        self._previous = ""
        self._answers: dict[int, Review] = {}
        collection.store.ensure()

    def next(self, now: int) -> Question | None:
        """The card to ask at `now`: the unanswered one, else the next; None when nothing is due any more."""
        queue = self._today(now)
        if self._question is not None:
            return self._ask(self._question.card.id, now)
        card = queue.next_card(now, self._settings, self._previous)
        return None if card is None else self._ask(card, now)

    def grade(self, rating: Rating, now: int, duration_ms: int) -> None:
        """Answer the question; it is on the disk when this returns.

        Raises:
            RuntimeError: when no question was asked.
        """
        if self._question is None:
            raise RuntimeError("there is no question to grade")
        queue = self._today(now)
        try:
            number, review = self._record(self._question.state, rating, now, duration_ms)
        except StaleStateError:
            # answered meanwhile by another process: this answer follows that one, neither is lost
            stored = self._collection.store.state(self._question.card.id)
            number, review = self._record(stored, rating, now, duration_ms)
        self._answers[number] = review
        self._previous = note_of(review.card)
        self._queue = queue.after(review.before, review.after)
        self._question = None

    def undo(self, now: int) -> Question | None:
        """Take back the last answer to a card of this session's decks, of any day, and ask it again.

        None when there is no answer to take back; the question then stays as it is.
        """
        undone = self._collection.store.undo(self._scope(), now)
        if undone is None:
            return None
        number, review = undone
        self._answers.pop(number, None)
        self._queue = None
        return self._ask(review.card, now)

    def remaining(self, now: int) -> Counts:
        """What is left to study at `now`, the question that is being asked included."""
        return self._today(now).counts(now, self._settings)

    def summary(self) -> Summary:
        """What was answered in this session so far."""
        given = Counter(review.rating for review in self._answers.values())
        return Summary(
            given.total(),
            given[Rating.AGAIN],
            given[Rating.HARD],
            given[Rating.GOOD],
            given[Rating.EASY],
            sum(review.duration for review in self._answers.values()),
        )

    def _today(self, now: int) -> Queue:
        """The queue, read anew when the study day has changed."""
        if self._queue is None or not self._queue.day.start <= now < self._queue.day.end:
            self._queue = self._collection.queue(self._deck, now, self._settings, self._seed)
        return self._queue

    def _ask(self, card: str, now: int) -> Question:
        state = self._collection.store.state(card)
        outcomes = fsrs6.previews(state, now, self._settings)
        buttons = tuple(Button(outcome.rating, outcome.interval) for outcome in outcomes)
        self._question = Question(self._collection.cards[card], state, buttons)
        return self._question

    def _record(self, state: MemoryState, rating: Rating, now: int, duration_ms: int) -> tuple[int, Review]:
        after = fsrs6.review(state, rating, now, self._settings)
        review = Review(state.card, now, rating, max(0, duration_ms), state, after)
        return self._collection.store.record(review), review

    def _scope(self) -> frozenset[str]:
        return frozenset(self._collection.cards_in(self._deck))
