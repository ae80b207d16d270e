"""Whatever the clock does: no interval below a minute's, no lost card, and study days in the order of time."""

import tempfile
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sctui.model.review import MemoryState, Rating
from sctui.scheduler.fsrs6 import previews
from sctui.scheduler.study_day import DAY, HOUR, study_day
from sctui.study.session import StudySession
from sctui.study.settings import StudySettings
from tests.small_collection import NOON, basic, collection_of

ZONES = [
    "Europe/Berlin",
    "America/New_York",
    "America/Santiago",
    "Australia/Lord_Howe",
    "Asia/Shanghai",
    "Asia/Tehran",
]
YEAR = 365 * DAY
# half an hour, hours, days, years, in both directions
jumps = st.integers(-HOUR, HOUR) | st.integers(-3 * DAY, 3 * DAY) | st.integers(-30 * YEAR, 30 * YEAR)


def offset(zone: ZoneInfo, moment: int) -> int:
    at = datetime.fromtimestamp(moment / 1000, UTC).astimezone(zone)
    return round((at.utcoffset() or timedelta()).total_seconds() / 60)


@pytest.mark.parametrize("name", ZONES)
@pytest.mark.parametrize("rollover", [0, 2, 3, 4, 23])
def test_study_days_follow_the_time_through_all_changes_of_the_clocks(name: str, rollover: int) -> None:
    zone = ZoneInfo(name)
    start = int(datetime(2026, 1, 1, tzinfo=UTC).timestamp() * 1000)
    moments = range(start, start + 2 * YEAR, HOUR // 2)
    days = [study_day(moment, offset(zone, moment), rollover).number for moment in moments]
    assert {after - before for before, after in pairwise(days)} <= {0, 1}


@pytest.mark.parametrize("name", ZONES)
def test_a_card_stays_on_its_day_through_changes_of_the_clocks(name: str) -> None:
    zone = ZoneInfo(name)
    start = int(datetime(2026, 1, 1, 1, tzinfo=UTC).timestamp() * 1000)
    for moment in range(start, start + YEAR, 5 * HOUR):
        preset = StudySettings(utc_offset_minutes=offset(zone, moment), fuzz_seed=None)
        outcome = previews(MemoryState("card"), moment, preset)[Rating.EASY - 1]
        due = outcome.due(moment)
        today = study_day(moment, offset(zone, moment), 4).number
        assert study_day(due, offset(zone, due), 4).number == today + outcome.interval // 86_400


@settings(deadline=None, max_examples=50)
@given(st.lists(st.tuples(st.sampled_from(list(Rating)), jumps), max_size=20), st.integers(-720, 840))
def test_a_clock_that_jumps_loses_no_answer_and_no_card(steps: list[tuple[Rating, int]], shift: int) -> None:
    chosen = StudySettings(utc_offset_minutes=shift)
    with tempfile.TemporaryDirectory() as name:
        collection = collection_of(Path(name), {"a": basic("one", "two", "three")})
        session = StudySession(collection, None, chosen)
        now, given_answers = NOON, 0
        for rating, jump in steps:
            now = max(0, now + jump)
            question = session.next(now)
            if question is None:
                continue
            assert all(button.interval_seconds > 0 for button in question.buttons)
            session.grade(rating, now, 1000)
            given_answers += 1
            state = collection.store.state(question.card.id)
            assert state.due is not None
            assert state.due > now
        assert len(collection.store.reviews()) == given_answers
        last = max([now, *(r.at for r in collection.store.reviews())])
        # once the clock is right again, every card comes back within what its interval says
        shown = set()
        later = last + 200 * YEAR
        while question := session.next(later):
            session.grade(Rating.EASY, later, 1000)
            shown.add(question.card.id)
        assert shown == {"one", "two", "three"}
        collection.close()
