import pytest

from sctui.model.change import ChangeKind, Marks
from sctui.model.review import MemoryState, Phase
from sctui.scheduler import acts
from sctui.scheduler.study_day import study_day
from tests.small_collection import DAY, NOON

TODAY = study_day(NOON, 0, 4)


def test_a_leech_is_told_at_the_threshold_and_at_every_half_of_it_after_that() -> None:
    assert [lapses for lapses in range(25) if acts.is_leech(lapses, 8)] == [8, 12, 16, 20, 24]
    assert [lapses for lapses in range(9) if acts.is_leech(lapses, 1)] == list(range(1, 9))
    assert not any(acts.is_leech(lapses, 0) for lapses in range(99))


def test_an_act_changes_one_mark_and_leaves_the_others() -> None:
    marks = Marks(flag=2, buried_until=5)
    assert acts.suspended("a", marks, NOON, on=True).after == Marks(suspended=True, flag=2, buried_until=5)
    assert acts.buried("a", marks, NOON, TODAY, days=3).after == Marks(flag=2, buried_until=TODAY.number + 3)
    assert acts.unburied("a", marks, NOON).after == Marks(flag=2)
    assert acts.leeched("a", marks, NOON, suspend=False).after == Marks(flag=2, buried_until=5, leech=True)


def test_set_due_leaves_memory_alone_and_takes_a_card_out_of_its_steps() -> None:
    state = MemoryState("a", Phase.RELEARNING, 0, 3.0, 6.0, NOON, NOON - DAY, 7, 2)
    change = acts.made_due(state, NOON, TODAY, 4)
    due = TODAY.start + 4 * DAY + DAY // 2
    assert change.after == MemoryState("a", Phase.REVIEW, None, 3.0, 6.0, due, NOON - DAY, 7, 2)
    assert change.kind is ChangeKind.DUE


def test_a_new_card_has_no_due_day_to_set() -> None:
    with pytest.raises(ValueError, match="new"):
        acts.made_due(MemoryState("a"), NOON, TODAY, 4)
