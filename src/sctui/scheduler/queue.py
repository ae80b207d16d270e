"""Which card comes next: pure, from what is due, what was done today, and the settings."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import takewhile

from sctui.model.review import MemoryState, Phase
from sctui.scheduler.settings import NewPlace, StudySettings
from sctui.scheduler.study_day import StudyDay


@dataclass(frozen=True, slots=True)
class Counts:
    """Cards to be shown now: new, learning (due, or near enough to be shown ahead), and due for review."""

    new: int = 0
    learning: int = 0
    due: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.new + self.learning + self.due


@dataclass(frozen=True, slots=True)
class Queue:
    """The cards of a study day, in order; at most one card of a note among `reviews` and `new`.

    `learning` holds the cards in (re)learning that fall due before the day ends, by due time;
    `reviews_done` and `new_done` count what was answered today; `new_place` says where new cards come in.
    """

    day: StudyDay
    learning: tuple[MemoryState, ...]
    reviews: tuple[str, ...]
    new: tuple[str, ...]
    reviews_done: int
    new_done: int
    new_place: NewPlace = NewPlace.MIXED

    def counts(self, now: int, settings: StudySettings) -> Counts:
        """What is left at `now`; nothing is left exactly when `next_card` has nothing to show."""
        ahead = now + settings.learn_ahead * 1000
        learning = sum(1 for state in self.learning if due_moment(state) <= ahead)
        return Counts(len(self.new), learning, len(self.reviews))

    def next_card(self, now: int, settings: StudySettings, previous: str = "") -> str | None:
        """The card to show at `now`; `previous` is the note shown last, which is avoided where possible."""
        due = self._in_steps(now)
        fresh = next((card for card in due if note_of(card) != previous), None) or self._main()
        if fresh or due:
            return fresh or due[0]
        ahead = self._in_steps(now + settings.learn_ahead * 1000)
        return next((card for card in ahead if note_of(card) != previous), None) or next(iter(ahead), None)

    def _in_steps(self, until: int) -> list[str]:
        """The cards in learning that are due by then, earliest first."""
        return [state.card for state in takewhile(lambda state: due_moment(state) <= until, self.learning)]

    def after(self, before: MemoryState, after: MemoryState) -> Queue:
        """The queue once a card went from one state to the other."""
        learning, reviews, new = self.learning, self.reviews, self.new
        at = _place(learning, after.card) if learning and before.phase in IN_STEPS else None
        if at is not None:
            learning = learning[:at] + learning[at + 1 :]
        elif before.phase is _NEW:
            new = _without(new, after.card)
        else:
            reviews = _without(reviews, after.card)
        if after.phase in IN_STEPS and due_moment(after) < self.day.end:
            learning = _with(learning, after)
        return Queue(
            self.day,
            learning,
            reviews,
            new,
            self.reviews_done + (before.phase is _REVIEW),
            self.new_done + (before.phase is _NEW),
            self.new_place,
        )

    def without(self, card: str) -> Queue:
        """The queue once a card is not to be shown today."""
        return replace(
            self,
            learning=tuple(state for state in self.learning if state.card != card),
            reviews=_without(self.reviews, card),
            new=_without(self.new, card),
        )

    def _main(self) -> str | None:
        """A review or a new card; where they are mixed, new ones lie at even distances among the reviews."""
        if not self.new or not self.reviews:
            return next(iter(self.new or self.reviews), None)
        if self.new_place is not NewPlace.MIXED:
            return self.new[0] if self.new_place is NewPlace.FIRST else self.reviews[0]
        reviews = self.reviews_done + len(self.reviews)
        new = self.new_done + len(self.new)
        is_time = self.reviews_done * (new + 1) >= (self.new_done + 1) * reviews
        return self.new[0] if is_time else self.reviews[0]


# a card in these phases waits for seconds, not for days
IN_STEPS = frozenset({Phase.LEARNING, Phase.RELEARNING})
_NEW, _REVIEW = Phase.NEW, Phase.REVIEW  # Python 3.11 looks members of an enum up slowly


def note_of(card: str) -> str:
    """The note a card belongs to; its other cards are the card's siblings."""
    return card.partition("#")[0]


def _without(cards: tuple[str, ...], card: str) -> tuple[str, ...]:
    if card in cards[:1]:  # as mostly, and without looking at the others
        return cards[1:]
    if card not in cards:
        return cards
    place = cards.index(card)
    return cards[:place] + cards[place + 1 :]


def _place(learning: tuple[MemoryState, ...], card: str) -> int | None:
    if learning[0].card == card:  # as mostly
        return 0
    return next((at for at, state in enumerate(learning) if state.card == card), None)


def _with(learning: tuple[MemoryState, ...], state: MemoryState) -> tuple[MemoryState, ...]:
    """With one more, in its place: behind all others, as mostly."""
    order = learning_order(state)
    if not learning or learning_order(learning[-1]) <= order:
        return (*learning, state)
    at = bisect_right(learning, order, key=learning_order)
    return (*learning[:at], state, *learning[at:])


def due_moment(state: MemoryState) -> int:
    """When a card is due, UTC ms; 0 for one that was never studied."""
    return 0 if state.due is None else state.due


def learning_order(state: MemoryState) -> tuple[int, str]:
    """Sorts cards in learning by when they are due."""
    return due_moment(state), state.card
