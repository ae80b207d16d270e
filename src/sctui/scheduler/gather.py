"""Gathering the day's cards: what is due, what is new, what limits, marks and siblings hold back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sctui.model.change import Marks
from sctui.model.review import MemoryState, Phase
from sctui.scheduler.limits import Budget, Place
from sctui.scheduler.order import in_due_order, in_new_order, interleaved
from sctui.scheduler.queue import IN_STEPS, Queue, due_moment, learning_order, note_of
from sctui.scheduler.settings import StudySettings
from sctui.scheduler.study_day import StudyDay, study_day

Answer = tuple[str, Phase]


@dataclass(frozen=True, slots=True)
class Done:
    """What was studied today: the notes, how many cards were new, and how many were reviews.

    `elsewhere` are the answers of the whole library, for limits that reach beyond what is studied.
    """

    notes: frozenset[str] = frozenset()
    new: int = 0
    reviews: int = 0
    elsewhere: tuple[Answer, ...] = ()


def _nowhere(_: str) -> Place:
    return Place()


def build_queue(
    due: Iterable[MemoryState],
    new: Iterable[str],
    done: Done,
    settings: StudySettings,
    now: int,
    seed: int = 0,
    place_of: Callable[[str], Place] = _nowhere,
) -> Queue:
    """The queue of the study day that `now` (UTC ms) lies in.

    Args:
        due: states of cards that fall due before the day ends, in any order, and may be shown.
        new: cards never studied that may be shown, in the order of the decks; read only as far as the day's
            limit asks.
        done: what was studied today already; siblings of those notes wait for another day.
        settings: limits, orders and learn-ahead.
        now: the moment, UTC ms.
        seed: orders what the settings leave to chance.
        place_of: deck and topic of a card.
    """
    day = study_day(now, settings.utc_offset_minutes, settings.rollover_hour)
    states = [state for state in due if due_moment(state) < day.end]
    learning = sorted((s for s in states if s.phase in IN_STEPS), key=learning_order)
    taken = {*done.notes, *(note_of(state.card) for state in learning)} if settings.bury_siblings else None
    budget = Budget(settings, done.elsewhere, place_of)

    def gathered(cards: Iterable[str], limit: int, phase: Phase) -> tuple[str, ...]:
        found = list(_taken(cards, limit, phase, taken, budget))
        return tuple(interleaved(found, topic_of) if settings.interleave_topics else found)

    def topic_of(card: str) -> str:
        return place_of(card).topic

    reviews = in_due_order([s for s in states if s.phase is Phase.REVIEW], day.number, settings, seed)
    fresh = in_new_order(new, settings.new_order, topic_of, seed)
    return Queue(
        day,
        tuple(learning),
        gathered(reviews, settings.reviews_per_day - done.reviews, Phase.REVIEW),
        gathered(fresh, settings.new_per_day - done.new, Phase.NEW),
        done.reviews,
        done.new,
        settings.new_place,
    )


def hidden_cards(marks: Mapping[str, Marks], day: StudyDay) -> frozenset[str]:
    """The cards that are not shown on a study day: suspended ones, and those buried until a later day."""
    return frozenset(
        card
        for card, mark in marks.items()
        if mark.suspended or (mark.buried_until or day.number) > day.number
    )


def _taken(
    cards: Iterable[str], limit: int, phase: Phase, taken: set[str] | None, budget: Budget
) -> Iterator[str]:
    """Cards as far as limits allow; with `taken`, none of a note that is in it, and one of any other."""
    if limit <= 0:
        return
    for card in cards:
        note = note_of(card)
        if (taken is not None and note in taken) or not budget.take(card, phase):
            continue
        if taken is not None:
            taken.add(note)
        yield card
        limit -= 1
        if limit <= 0:
            return
