from sctui.model.review import MemoryState, Phase
from sctui.scheduler.clock import brought_back, is_behind
from tests.small_collection import DAY, NOON


def answered(card: str, at: int) -> MemoryState:
    return MemoryState(card, Phase.REVIEW, None, 9.0, 5.0, at + 9 * DAY, at, 3)


def test_what_was_answered_while_the_clock_was_ahead_comes_back_today() -> None:
    ahead = [answered("a", NOON + 900 * DAY)]
    assert [state.due for state in brought_back(ahead, 5, NOON)] == [NOON]


def test_a_clock_that_is_behind_brings_nothing_back() -> None:
    ahead = [answered(card, NOON + 900 * DAY) for card in "abc"]
    assert brought_back(ahead, 4, NOON) == []
    assert is_behind(3, 4)
    assert not is_behind(0, 0)
