from dataclasses import replace
from pathlib import Path

import pytest

from sctui.collection import Collection
from sctui.model.change import UNMARKED
from sctui.scheduler import acts
from sctui.scheduler.settings import StudySettings
from sctui.scheduler.study_day import study_day
from sctui.study.spreading import count_due, in_breaks, relief_of
from tests.small_collection import DAY, NOON
from tests.tui.studied import study_for

SETTINGS = StudySettings(fuzz_seed=None)
LATER = NOON + 90 * DAY
DECKS = Path(__file__).parents[2] / "tui" / "decks"


@pytest.fixture
def studied(tmp_path: Path) -> Collection:
    collection = Collection.open([DECKS], tmp_path / "collection.db")
    study_for(collection, NOON, 4)
    return collection


def test_what_is_counted_is_what_is_spread(studied: Collection) -> None:
    store, holds = studied.store, studied.cards.__contains__
    due, relief = relief_of(store, holds, 1, LATER, SETTINGS)
    assert due == count_due(store, holds, LATER, SETTINGS) > 2
    assert relief is not None
    assert relief.size == due
    assert relief_of(store, holds, due, LATER, SETTINGS) == (due, None)


def test_what_is_put_away_is_not_counted(studied: Collection) -> None:
    store, today = studied.store, study_day(LATER, 0, 4)
    due = [state.card for state in store.due_before(LATER)]
    before = count_due(store, studied.cards.__contains__, LATER, SETTINGS)
    store.change([acts.suspended(due[0], UNMARKED, LATER, on=True)])
    store.change([acts.buried(due[1], UNMARKED, LATER, today)])
    assert count_due(store, studied.cards.__contains__, LATER, SETTINGS) == before - 2
    assert count_due(store, {due[2]}.__contains__, LATER, SETTINGS) == 1


def test_without_a_break_nothing_is_looked_for(studied: Collection) -> None:
    store, holds = studied.store, studied.cards.__contains__
    assert in_breaks(store, holds, NOON, SETTINGS) is None
    today = study_day(NOON, 0, 4).number
    over = replace(SETTINGS, pauses=((today - 5, today - 1),))
    assert in_breaks(store, holds, NOON, over) is None
    coming = replace(SETTINGS, pauses=((today + 1, today + 300),))
    found = in_breaks(store, holds, NOON, coming)
    assert found is not None
    assert {one.state.card for one in found.moved} == {
        state.card
        for state in store.due_before(NOON + 300 * DAY)
        if today < study_day(state.due or 0, 0, 4).number
    }
