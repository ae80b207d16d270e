"""Studying for a date: which cards, answered today, raise what is recalled on the day of the exam most.

Plain scheduling asks a card when it is about to be forgotten, for ever. Before an exam only one day counts:
an answer today is worth what it adds to the card's probability of recall on that day, for each second it
takes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sctui.scheduler.memory import Memory

# what a card costs (its stability in days, its difficulty, the study day of its last answer); None for a new
# card
Known = tuple[float, float, int] | None
_AGAIN, _GOOD = 1, 3


@dataclass(frozen=True, slots=True)
class Costs:
    """Seconds for a recalled card, what a forgotten one takes besides, and for a new card."""

    review: float = 9.0
    lapse: float = 12.0
    new: float = 30.0


@dataclass(frozen=True, slots=True)
class Approach:
    """How to study for an exam: as `last_days` before it say, until then as cards fall due.

    `last_days` None studies for the exam from the first day on; 0 is plain scheduling.
    """

    last_days: int | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """What a plan is made for, besides the cards.

    Args:
        exam: the number of the exam's study day.
        seconds: to study a day.
        memory: the model with the learner's parameters.
        costs: seconds an answer.
        retention: at which cards fall due.
        new_per_day: of plain scheduling.
        pauses: numbers of the first and last study day of each planned break; nothing is studied on them.
    """

    exam: int
    seconds: float
    memory: Memory
    costs: Costs = Costs()
    retention: float = 0.9
    new_per_day: int = 20
    pauses: tuple[tuple[int, int], ...] = ()

    def days(self, today: int) -> list[int]:
        """The numbers of the days to study on, from `today` to the eve of the exam."""
        shut = {day for first, last in self.pauses for day in range(first, last + 1)}
        return [day for day in range(today, self.exam) if day not in shut]


def expected_recall(cards: Sequence[Known], day: int, memory: Memory) -> float:
    """The share of the cards that is recalled on a study day, nothing more being studied.

    New ones are not.
    """
    if not cards:
        return 0.0
    known = (card for card in cards if card is not None)
    return sum(memory.retrievability(card[0], max(0, day - card[2])) for card in known) / len(cards)


def learned(memory: Memory, rating: int) -> tuple[float, float]:
    """Stability and difficulty of a new card after its first day: rated so, then recalled in its steps."""
    return memory.after(*memory.first(rating), 0, _GOOD)


def reviewed(
    memory: Memory, card: tuple[float, float, int], today: int, *, recalled: bool
) -> tuple[float, float]:
    """Stability and difficulty of a card after an answer today; a forgotten one is recalled in its steps."""
    stability, difficulty, last = card
    if recalled:
        return memory.after(stability, difficulty, today - last, _GOOD)
    return memory.after(*memory.after(stability, difficulty, today - last, _AGAIN), 0, _GOOD)


def todays_order(cards: Sequence[Known], today: int, course: Course, approach: Approach) -> list[int]:
    """The places in `cards` of those to answer today, first things first, as if there were time for all.

    A card that was answered today already is left out.
    """
    if approach.last_days is None or course.exam - today <= approach.last_days:
        return by_gain(cards, today, course)
    plain = plain_order(cards, today, course)
    if approach.last_days == 0:
        return plain
    first = set(plain)
    return [*plain, *(place for place in by_gain(cards, today, course) if place not in first)]


def by_gain(cards: Sequence[Known], today: int, course: Course) -> list[int]:
    """The order in which answers add most to the expected recall on the day of the exam, a second."""
    return [place for _, place in sorted(_gains(cards, today, course))]


def plain_order(cards: Sequence[Known], today: int, course: Course) -> list[int]:
    """What plain scheduling asks today: due cards, longest overdue first, then the day's new ones."""
    memory, overdue = course.memory, []
    for place, card in enumerate(cards):
        if card is not None and card[2] < today:
            late = today - card[2] - max(1, round(memory.interval(card[0], course.retention)))
            if late >= 0:
                overdue.append((-late, place))
    new = [place for place, card in enumerate(cards) if card is None]
    return [*(place for _, place in sorted(overdue)), *new[: course.new_per_day]]


def within(order: Sequence[int], cards: Sequence[Known], today: int, course: Course) -> list[int]:
    """As many of `order` as the day's seconds are expected to allow."""
    left, found = course.seconds, []
    for place in order:
        card = cards[place]
        if card is None:
            left -= course.costs.new
        else:
            forgotten = 1 - course.memory.retrievability(card[0], today - card[2])
            left -= course.costs.review + forgotten * course.costs.lapse
        if left < 0:
            break
        found.append(place)
    return found


def _gains(cards: Sequence[Known], today: int, course: Course) -> Iterator[tuple[float, int]]:
    """What each card adds to the recall on the exam day, a second (negative, for sorting), and its place."""
    memory, costs = course.memory, course.costs
    ahead = course.exam - today
    new = memory.retrievability(learned(memory, _GOOD)[0], ahead) / costs.new
    for place, card in enumerate(cards):
        if card is None:
            yield -new, place
        elif card[2] < today:
            recall = memory.retrievability(card[0], today - card[2])
            kept = memory.retrievability(reviewed(memory, card, today, recalled=True)[0], ahead)
            relearned = memory.retrievability(reviewed(memory, card, today, recalled=False)[0], ahead)
            left_alone = memory.retrievability(card[0], course.exam - card[2])
            added = recall * kept + (1 - recall) * relearned - left_alone
            yield -added / (costs.review + (1 - recall) * costs.lapse), place
