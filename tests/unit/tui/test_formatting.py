from datetime import UTC, datetime

import pytest

from sctui.model.review import MemoryState, Phase
from sctui.text.plural import counted
from sctui.tui.formatting import interval, moment, put_off, spent

_NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "<1m"),
        (59, "<1m"),
        (60, "1m"),
        (600, "10m"),
        (5 * 3600, "5h"),
        (4 * 86400, "4d"),
        (45 * 86400, "1.5mo"),
        (61 * 86400, "2mo"),
        (400 * 86400, "1.1y"),
        (100 * 365.25 * 86400, "100y"),
    ],
)
def test_interval(seconds: int, words: str) -> None:
    assert interval(seconds) == words


@pytest.mark.parametrize(
    ("milliseconds", "words"), [(0, "0 s"), (40_000, "40 s"), (180_000, "3 min"), (3_900_000, "1 h 05 min")]
)
def test_spent(milliseconds: int, words: str) -> None:
    assert spent(milliseconds) == words


@pytest.mark.parametrize(
    ("then", "words"),
    [
        (datetime(2026, 11, 23, 9, 30, 10, tzinfo=UTC), "now"),
        (datetime(2026, 11, 23, 9, 42, tzinfo=UTC), "in 12 minutes"),
        (datetime(2026, 11, 23, 18, 5, tzinfo=UTC), "today at 18:05"),
        (datetime(2026, 11, 24, 4, 0, tzinfo=UTC), "tomorrow"),
        (datetime(2026, 11, 24, 4, 1, tzinfo=UTC), "tomorrow at 04:01"),
        (datetime(2026, 11, 27, 9, 0, tzinfo=UTC), "on Friday"),
        (datetime(2026, 12, 3, 9, 0, tzinfo=UTC), "on 3 December"),
        (datetime(2027, 5, 3, 9, 0, tzinfo=UTC), "on 3 May 2027"),
    ],
)
def test_moment(then: datetime, words: str) -> None:
    assert moment(then, _NOW, 4) == words


@pytest.mark.parametrize(
    ("phase", "minutes", "words"),
    [
        (Phase.REVIEW, 13 * 60, "1d"),  # answered late in its study day, due in the middle of the next
        (Phase.REVIEW, 35 * 60, "1d"),
        (Phase.REVIEW, 6 * 24 * 60 + 13 * 60, "7d"),
        (Phase.LEARNING, 21 * 60, "21h"),
        (Phase.RELEARNING, 10, "10m"),
    ],
)
def test_a_known_card_is_put_off_for_whole_days(phase: Phase, minutes: int, words: str) -> None:
    state = MemoryState("card", phase=phase, due=1_000 + minutes * 60_000)
    assert put_off(state, since=1_000) == words


def test_counted() -> None:
    assert [counted(n, "card") for n in (0, 1, 2)] == ["0 cards", "1 card", "2 cards"]
