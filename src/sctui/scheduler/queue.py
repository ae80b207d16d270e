"""Which card comes next: pure, from what is due, what was done today, and the settings."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sctui.model.review import MemoryState, Phase
from sctui.scheduler.fuzz import fuzz_factor
from sctui.scheduler.settings import StudySettings
from sctui.scheduler.study_day import StudyDay, study_day


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
class Done:
    """What was studied today: the notes, how many cards were new, and how many were reviews."""

    notes: frozenset[str] = frozenset()
    new: int = 0
    reviews: int = 0


@dataclass(frozen=True, slots=True)
class Queue:
    """The cards of a study day, in order; at most one card of a note among `reviews` and `new`.

    `learning` holds the cards in (re)learning that fall due before the day ends, by due time;
    `reviews_done` and `new_done` count what was answered today.
    """

    day: StudyDay
    learning: tuple[MemoryState, ...]
    reviews: tuple[str, ...]
    new: tuple[str, ...]
    reviews_done: int
    new_done: int

    def counts(self, now: int, settings: StudySettings) -> Counts:
        """What is left at `now`; nothing is left exactly when `next_card` has nothing to show."""
        ahead = now + settings.learn_ahead * 1000
        learning = sum(1 for state in self.learning if _due(state) <= ahead)
        return Counts(len(self.new), learning, len(self.reviews))

    def next_card(self, now: int, settings: StudySettings, previous: str = "") -> str | None:
        """The card to show at `now`; `previous` is the note shown last, which is avoided where possible."""
        due = [state.card for state in self.learning if _due(state) <= now]
        ahead = [s.card for s in self.learning if _due(s) <= now + settings.learn_ahead * 1000]
        fresh = next((card for card in due if note_of(card) != previous), None)
        waiting = next((card for card in ahead if note_of(card) != previous), None)
        return fresh or self._main() or next(iter(due), None) or waiting or next(iter(ahead), None)

    def after(self, before: MemoryState, after: MemoryState) -> Queue:
        """The queue once a card went from one state to the other."""
        learning = [state for state in self.learning if state.card != after.card]
        if after.phase in _IN_STEPS and _due(after) < self.day.end:
            insort(learning, after, key=_learning_order)
        return Queue(
            self.day,
            tuple(learning),
            _without(self.reviews, after.card),
            _without(self.new, after.card),
            self.reviews_done + (before.phase is Phase.REVIEW),
            self.new_done + (before.phase is Phase.NEW),
        )

    def _main(self) -> str | None:
        """A review or a new card, so that the day's new cards lie at even distances among its reviews."""
        if not self.new:
            return next(iter(self.reviews), None)
        reviews = self.reviews_done + len(self.reviews)
        new = self.new_done + len(self.new)
        is_time = self.reviews_done * (new + 1) >= (self.new_done + 1) * reviews
        return self.new[0] if is_time or not self.reviews else self.reviews[0]


_IN_STEPS = frozenset({Phase.LEARNING, Phase.RELEARNING})


def note_of(card: str) -> str:
    """The note a card belongs to; its other cards are the card's siblings."""
    return card.partition("#")[0]


def build_queue(
    due: Iterable[MemoryState],
    new: Iterable[str],
    done: Done,
    settings: StudySettings,
    now: int,
    seed: int = 0,
) -> Queue:
    """The queue of the study day that `now` (UTC ms) lies in.

    Args:
        due: states of cards that fall due before the day ends, in any order.
        new: cards never studied, in the order of the decks; read only as far as the day's limit asks.
        done: what was studied today already; siblings of those notes wait for another day.
        settings: limits and learn-ahead.
        now: the moment, UTC ms.
        seed: orders the reviews that fall due on the same day.
    """
    day = study_day(now, settings.utc_offset_minutes, settings.rollover_hour)
    states = [state for state in due if _due(state) < day.end]
    learning = sorted((s for s in states if s.phase in _IN_STEPS), key=_learning_order)
    taken = {*done.notes, *(note_of(state.card) for state in learning)}

    def review_order(state: MemoryState) -> tuple[int, float]:
        number = study_day(_due(state), settings.utc_offset_minutes, settings.rollover_hour).number
        return number, fuzz_factor(state.card, day.number, seed)

    reviews = sorted((s for s in states if s.phase is Phase.REVIEW), key=review_order)
    return Queue(
        day,
        tuple(learning),
        tuple(_one_a_note((s.card for s in reviews), settings.reviews_per_day - done.reviews, taken)),
        tuple(_one_a_note(new, settings.new_per_day - done.new, taken)),
        done.reviews,
        done.new,
    )


def _one_a_note(cards: Iterable[str], limit: int, taken: set[str]) -> Iterator[str]:
    for card in cards:
        if limit <= 0:
            return
        note = note_of(card)
        if note not in taken:
            taken.add(note)
            limit -= 1
            yield card


def _without(cards: tuple[str, ...], card: str) -> tuple[str, ...]:
    if card not in cards:
        return cards
    place = cards.index(card)
    return cards[:place] + cards[place + 1 :]


def _due(state: MemoryState) -> int:
    return 0 if state.due is None else state.due


def _learning_order(state: MemoryState) -> tuple[int, str]:
    return _due(state), state.card
