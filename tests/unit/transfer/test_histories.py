from __future__ import annotations

from dataclasses import replace

import pytest

from sctui.anki.foreign import ForeignCard, ForeignCollection, ForeignReview
from sctui.model.change import Change, ChangeKind, Marks
from sctui.model.preset import Preset
from sctui.model.review import MemoryState, Phase, Rating, Review
from sctui.scheduler.fsrs6 import review as reviewed
from sctui.scheduler.sm2 import memory_from_sm2
from sctui.transfer.foreign_state import Places
from sctui.transfer.histories import Histories, histories

NOON = 1_750_075_200_000
DAY = 86_400_000
CREATED = 1_750_046_400 - 100 * 86_400  # four in the morning, a hundred days before
PRESET = Preset(fuzz_seed=None)
CARD = ForeignCard("g", 0, 2, 2, 105, 5, 2500, 2, 0, 0, 0, NOON // 1000, 7.5, 4.25, NOON // 1000)


def found(
    card: ForeignCard,
    there: tuple[tuple[int, int], ...] = (),
    log: tuple[Review | Change, ...] = (),
    state: MemoryState | None = None,
) -> Histories:
    collection = ForeignCollection(CREATED, cards=[card])
    collection.reviews["g", 0] = [ForeignReview(at, rating, 0) for at, rating in there]
    states = {"c": state} if state else {}
    return histories(collection, {("g", 0): "c"}, log, states, Places(CREATED, PRESET), NOON)


def answered(*answers: tuple[int, int]) -> tuple[list[Review], MemoryState]:
    state, log = MemoryState("c"), []
    for at, rating in answers:
        after = reviewed(state, Rating(rating), at, PRESET)
        log.append(Review("c", at, Rating(rating), 0, state, after, PRESET))
        state = after
    return log, state


def test_a_card_answered_there_stands_as_there() -> None:
    came = found(CARD, ((NOON - DAY, 3), (NOON, 3)))
    assert [(one.at, int(one.rating)) for one in came.reviews] == [(NOON - DAY, 3), (NOON, 3)]
    assert came.reviews[0].after == came.reviews[1].before
    (change,) = came.changes
    assert (change.kind, change.before) == (ChangeKind.BROUGHT, came.reviews[1].after)
    due = NOON + 5 * DAY  # four in the morning is when the study day begins, and noon its middle
    due = due - (due % DAY) + 16 * 3_600_000
    assert change.after == MemoryState("c", Phase.REVIEW, None, 7.5, 4.25, due, NOON, 2, 0)


def test_answers_given_here_later_decide_with_those_given_there() -> None:
    log, state = answered((NOON - 3 * DAY, 3), (NOON - DAY, 4))
    came = found(CARD, ((NOON - 3 * DAY, 3), (NOON - 2 * DAY, 1)), tuple(log), state)
    assert (came.known, [one.at for one in came.reviews]) == (1, [NOON - 2 * DAY])
    _, expected = answered((NOON - 3 * DAY, 3), (NOON - 2 * DAY, 1), (NOON - DAY, 4))
    assert came.changes[-1].after == expected


def test_nothing_new_there_changes_nothing_here() -> None:
    log, state = answered((NOON - DAY, 3))
    came = found(replace(CARD, stability=99.0), ((NOON - DAY, 3),), tuple(log), state)
    assert (came.reviews, came.changes, came.known) == ([], [], 1)


def test_a_card_made_new_again_there_is_new_here() -> None:
    came = found(replace(CARD, type=0, queue=0), ((NOON - DAY, 3),))
    assert [one.kind for one in came.changes] == [ChangeKind.RESET]
    assert came.changes[0].after == MemoryState("c")


def test_a_card_without_its_answers_keeps_its_due_day() -> None:
    card = replace(CARD, stability=None, difficulty=None, last_review=None, reps=4, lapses=1, factor=2300)
    (change,) = found(card).changes
    assert isinstance(change.after, MemoryState)
    stability, difficulty = memory_from_sm2(5, 2.3, PRESET.parameters)
    assert (
        (change.after.stability, change.after.difficulty)
        == (stability, difficulty)
        == pytest.approx((5, difficulty))
    )
    assert (change.after.reps, change.after.lapses) == (4, 1)
    assert found(card, state=change.after).changes == []


def test_a_step_counts_from_the_end() -> None:
    card = replace(CARD, type=1, queue=1, due=NOON // 1000 + 60, left=1001)
    (change,) = found(card, ((NOON, 3),)).changes
    assert isinstance(change.after, MemoryState)
    assert (change.after.phase, change.after.step, change.after.due) == (Phase.LEARNING, 1, NOON + 60_000)


def test_marks_come_unless_they_were_set_here_since() -> None:
    card = replace(CARD, type=0, queue=-1, flag=2, changed=NOON // 1000)
    came = found(card)
    assert [one.kind for one in came.changes] == [ChangeKind.SUSPEND, ChangeKind.FLAG]
    assert came.changes[-1].after == Marks(suspended=True, flag=2)
    later = Change("c", NOON + 1, ChangeKind.FLAG, Marks(), Marks(flag=5))
    assert found(card, log=(later,)).changes == []


def test_a_mark_taken_away_there_goes_here_too() -> None:
    marked = Change("c", NOON - 1000, ChangeKind.SUSPEND, Marks(), Marks(suspended=True))
    collection = ForeignCollection(CREATED, ords={"g": {0: NOON // 1000}})
    came = histories(collection, {("g", 0): "c"}, (marked,), {}, Places(CREATED, PRESET), NOON)
    assert [(one.kind, one.after) for one in came.changes] == [(ChangeKind.UNSUSPEND, Marks())]
    later = replace(marked, at=NOON + 1)
    assert histories(collection, {("g", 0): "c"}, (later,), {}, Places(CREATED, PRESET), NOON).changes == []


def test_answers_of_the_future_stay_out() -> None:
    came = found(CARD, ((NOON + 3 * DAY, 3),))
    assert (came.reviews, came.future) == ([], 1)
