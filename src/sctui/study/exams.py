"""Exams of a collection: what is known of their cards, what to study today, and what to expect of the day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sctui.collection import Collection
from sctui.model.review import MemoryState
from sctui.scheduler.exam import Approach, Costs, Course, Known, expected_recall, todays_order, within
from sctui.scheduler.exam_forecast import PLAIN, Forecast, best_approach, forecast, sample
from sctui.scheduler.gather import hidden_cards
from sctui.scheduler.memory import memory_of
from sctui.scheduler.plans import Exam, day_number
from sctui.scheduler.queue import note_of
from sctui.scheduler.settings import StudySettings
from sctui.scheduler.study_day import number_of_day, study_day
from sctui.study.groups import known_states

_MINUTES = 30  # a day, where the exam names none


@dataclass(frozen=True, slots=True)
class Outlook:
    """What to expect of an exam: the share of its cards recalled on the day.

    Args:
        cards: how many there are.
        new: how many of them were never studied.
        idle: when nothing more is studied.
        plain: with plain scheduling and the same time a day.
        planned: with the plan.
        approach: of the plan.
    """

    cards: int
    new: int
    idle: float
    plain: Forecast
    planned: Forecast
    approach: Approach


class ExamStudy:
    """One exam of a collection, on the study day of `now` (UTC ms)."""

    def __init__(
        self,
        collection: Collection,
        exam: Exam,
        now: int,
        settings: StudySettings,
        costs: Costs | None = None,
    ) -> None:
        self._today = study_day(now, settings.utc_offset_minutes, settings.rollover_hour)
        hidden = hidden_cards(collection.store.marks(), self._today)
        self.cards = tuple(card for card in collection.cards_at(exam.deck, exam.topic) if card not in hidden)
        self._one_of_a_note = settings.bury_siblings
        self._known = _known(collection, self.cards, settings)
        self._course = Course(
            day_number(exam.day),
            60.0 * (exam.minutes or _MINUTES),
            memory_of(settings.parameters),
            costs or Costs(),
            settings.desired_retention,
            settings.new_per_day,
            settings.pauses,
        )

    @property
    def days_left(self) -> int:
        """Study days until the exam, today included; 0 on the day itself, below it afterwards."""
        return self._course.exam - self._today.number

    @property
    def days_to_study(self) -> int:
        """Those of them that lie in no planned break."""
        return len(self._course.days(self._today.number))

    def today(self, approach: Approach = Approach()) -> tuple[str, ...]:  # noqa: B008 -- frozen
        """The cards to study today, first things first, as many as the time allows."""
        day = self._today.number
        order = todays_order(self._known, day, self._course, approach)
        if self._one_of_a_note and self.days_to_study > 1:
            order = list(self._without_siblings(order))
        return tuple(self.cards[place] for place in within(order, self._known, day, self._course))

    def _without_siblings(self, order: Iterable[int]) -> Iterator[int]:
        """One card of each note, none of one answered today: it has just told what its siblings ask."""
        taken = {
            note_of(card)
            for card, known in zip(self.cards, self._known, strict=True)
            if known is not None and known[2] >= self._today.number
        }
        for place in order:
            note = note_of(self.cards[place])
            if note not in taken:
                taken.add(note)
                yield place

    def outlook(self, seed: int = 1, runs: int = 3) -> Outlook:
        """Play the days until the exam, plainly and as planned; takes a second or two."""
        day = self._today.number
        approach = best_approach(self._known, day, self._course, seed)
        drawn, course = sample(self._known, self._course, seed)
        share = self._course.seconds / course.seconds

        def played(how: Approach) -> Forecast:
            found = [forecast(drawn, day, course, how, seed + run) for run in range(runs)]
            minutes = sum(one.minutes for one in found) / runs * share
            return Forecast(sum(one.recall for one in found) / runs, minutes)

        return Outlook(
            len(self.cards),
            sum(known is None for known in self._known),
            expected_recall(self._known, self._course.exam, self._course.memory),
            played(PLAIN),
            played(approach),
            approach,
        )


def _known(collection: Collection, cards: Iterable[str], settings: StudySettings) -> Sequence[Known]:
    states = {state.card: _of(state, settings) for state in known_states(collection)}
    return [states.get(card) for card in cards]


def _of(state: MemoryState, settings: StudySettings) -> Known:
    if state.stability is None or state.difficulty is None or state.last_review is None:
        return None
    last = number_of_day(state.last_review, settings.utc_offset_minutes, settings.rollover_hour)
    return state.stability, state.difficulty, last
