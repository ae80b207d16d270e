"""What is remembered of cards, as a package tells Anki: answers, FSRS's memory, due days, marks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sctui.anki.standing import Learned, LogRow, Standing
from sctui.model.change import UNMARKED, Change, ChangeKind, Marks
from sctui.model.preset import Preset
from sctui.model.review import MemoryState, Phase, Review
from sctui.scheduler.study_day import DAY, number_of_day, study_day

_EASE = 2500  # thousandths: what SM-2 gives a card to begin with; FSRS leaves it alone
_NEW, _LEARNING, _REVIEW, _DAY_LEARNING = 0, 1, 2, 3  # queues
_SUSPENDED, _BURIED = -1, -3
_MANUAL = 4  # the kind of an entry of Anki's log that is no answer
_MOST_LEFT = 99
_DECAY = 20  # which of FSRS-6's parameters says how steep the curve of forgetting is


@dataclass(frozen=True, slots=True)
class _Days:
    """Anki's days: the number of the study day that is its day 0, and what our study days hang on."""

    first: int
    preset: Preset

    def of(self, moment: int) -> int:
        """The number that Anki gives to the day of a moment (UTC ms)."""
        return number_of_day(moment, self.preset.utc_offset_minutes, self.preset.rollover_hour) - self.first


def learned(
    cards: Iterable[str],
    states: Mapping[str, MemoryState],
    marks: Mapping[str, Marks],
    log: Iterable[Review | Change],
    preset: Preset,
    now: int,
) -> Learned:
    """What goes along with these cards (by their ids).

    Args:
        cards: those that are exported.
        states: what is known of cards now.
        marks: suspension, burying and flags.
        log: everything that stands in the log, in its order.
        preset: how days are counted now.
        now: UTC ms.
    """
    chosen = frozenset(cards)
    told = [entry for entry in log if entry.card in chosen]
    earliest = min((entry.at for entry in told), default=now)
    first = study_day(min(earliest, now), preset.utc_offset_minutes, preset.rollover_hour)
    days = _Days(first.number, preset)
    rows: dict[str, list[LogRow]] = {}
    for entry in told:
        row = _answer(entry) if isinstance(entry, Review) else _other(entry)
        if row:
            rows.setdefault(entry.card, []).append(row)
    standings = {}
    for card in chosen & (states.keys() | marks.keys()):
        state, mark = states.get(card), marks.get(card, UNMARKED)
        standing = _standing(state, days) if state else Standing()
        standings[card] = _marked(standing, mark, days.of(now) + first.number)
    west = -preset.utc_offset_minutes
    return Learned(first.start // 1000, preset.rollover_hour, west, standings, rows)


def _standing(state: MemoryState, days: _Days) -> Standing:
    assert state.due is not None
    assert state.last_review is not None
    memory = {"s": round(state.stability or 0, 4), "d": round(state.difficulty or 0, 3)}
    decay = round(days.preset.parameters[_DECAY], 3)  # without it, Anki forgets as FSRS-5 did
    data = json.dumps(
        memory | {"dr": days.preset.desired_retention, "decay": decay, "lrt": state.last_review // 1000},
        separators=(",", ":"),
    )
    due, last = days.of(state.due), days.of(state.last_review)
    if state.phase is Phase.REVIEW:
        interval = max(due - last, 1)
        return Standing(2, _REVIEW, due, interval, _EASE, state.reps, state.lapses, 0, 0, data)
    relearning = state.phase is Phase.RELEARNING
    steps = days.preset.relearning_steps if relearning else days.preset.learning_steps
    left = min(max(len(steps) - (state.step or 0), 1), _MOST_LEFT)
    another_day = due > last
    return Standing(
        3 if relearning else 1,
        _DAY_LEARNING if another_day else _LEARNING,
        due if another_day else state.due // 1000,
        1 if relearning else 0,
        _EASE if relearning else 0,
        state.reps,
        state.lapses,
        left + 1000 * left,
        0,
        data,
    )


def _marked(standing: Standing, marks: Marks, today: int) -> Standing:
    queue = standing.queue
    if marks.suspended:
        queue = _SUSPENDED
    elif marks.buried_until is not None and marks.buried_until > today:
        queue = _BURIED
    return standing._replace(queue=queue, flag=marks.flag)


def _answer(review: Review) -> LogRow:
    after = review.after
    kind = {Phase.REVIEW: 1, Phase.RELEARNING: 2}.get(review.before.phase, 0)
    difficulty = round(((after.difficulty or 1.0) - 1) / 9 * 1000) + 100  # as Anki logs it under FSRS
    last = _interval(review.before) if review.before.due is not None else 0
    return LogRow(review.at, int(review.rating), _interval(after), last, difficulty, review.duration, kind)


def _other(change: Change) -> LogRow | None:
    """A card that became new again: what FSRS knew of it before does not count any more."""
    if change.kind is not ChangeKind.RESET:
        return None
    return LogRow(change.at, 0, 0, 0, 0, 0, _MANUAL)


def _interval(state: MemoryState) -> int:
    """Days until due, or seconds as a number below 0."""
    if state.due is None or state.last_review is None:
        return 0
    span = state.due - state.last_review
    if state.phase is Phase.REVIEW:
        return max(round(span / DAY), 1)
    return -max(span // 1000, 1)
