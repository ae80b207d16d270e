from sctui.model.change import Change, ChangeKind
from sctui.model.preset import DEFAULT_PARAMETERS, Preset
from sctui.model.review import MemoryState, Rating, Review
from sctui.scheduler import acts
from sctui.scheduler.fsrs6 import previews
from sctui.scheduler.memory import Memory
from sctui.scheduler.refit import fitted
from sctui.scheduler.replay import replay
from tests.small_collection import DAY, NOON
from tests.unit.scheduler.learner import OTHER

PRESET = Preset()


def answered(card: str, *waits: int) -> list[Review | Change]:
    state, now = MemoryState(card), NOON
    log: list[Review | Change] = []
    for wait in waits:
        now += wait * DAY
        after = previews(state, now, PRESET)[Rating.GOOD - 1].apply(state, now)
        log.append(Review(card, now, Rating.GOOD, 1, state, after, PRESET))
        state = after
    return log


def test_memory_is_worked_out_anew_and_due_days_stay() -> None:
    log = answered("a", 0, 0, 2, 9)
    (change,) = fitted(log, OTHER, NOON + 99 * DAY)
    mind = Memory(OTHER)
    expected = mind.first(3)
    for elapsed in (0, 2, 9):
        expected = mind.after(*expected, elapsed, 3)
    before, after = change.before, change.after
    assert isinstance(before, MemoryState)
    assert isinstance(after, MemoryState)
    assert (after.stability, after.difficulty) == expected
    assert (after.due, after.reps, after.phase) == (before.due, before.reps, before.phase)
    assert change.kind is ChangeKind.FITTED
    assert replay([*log, change]) == {"a": after}


def test_the_same_parameters_change_nothing() -> None:
    assert list(fitted(answered("a", 0, 0, 3), DEFAULT_PARAMETERS, NOON)) == []


def test_a_reset_card_is_new_and_stays_so() -> None:
    log = answered("a", 0, 0, 3)
    end = replay(log)["a"]
    assert list(fitted([*log, acts.reset(end, NOON)], OTHER, NOON)) == []
