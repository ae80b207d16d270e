import pytest

from sctui.model.change import Change
from sctui.model.preset import Preset
from sctui.model.review import Review
from sctui.scheduler import acts
from sctui.scheduler.mastery import Mastery, mastery, mastery_history
from sctui.scheduler.study_day import study_day
from tests.small_collection import NOON
from tests.unit.scheduler.learner import studied

PRESET = Preset()
TODAY = study_day(NOON, 0, 4).number
GROUPS = {"a": ("cells", "cells / sources"), "b": ("cells",), "c": ("trials",)}


def test_mastery_is_the_mean_probability_of_recall_and_new_cards_have_none() -> None:
    _, state = studied("a", 8, PRESET)  # Easy: a stability of 8.3 days, so that about 90 % are left
    found = mastery(GROUPS, [state], TODAY, PRESET)
    assert found["cells / sources"].share == pytest.approx(0.902, abs=0.001)
    assert (found["cells"].cards, found["cells"].studied) == (2, 1)
    assert found["cells"].share == pytest.approx(0.451, abs=0.001)
    assert found["trials"] == Mastery(1, 0, 0)


def test_cards_of_no_group_and_cards_that_left_their_decks_do_not_count() -> None:
    _, state = studied("gone", 1, PRESET)
    assert mastery(GROUPS, [state], TODAY, PRESET)["cells"].studied == 0
    assert Mastery().share == 0


def test_the_history_tells_what_was_known_on_each_day() -> None:
    first, _ = studied("a", 20, PRESET)
    second, state = studied("b", 10, PRESET)
    log: list[Review | Change] = [first, second, acts.reset(state, NOON)]
    days = [TODAY - 25, TODAY - 20, TODAY - 10, TODAY]
    shares = [day["cells"].share for day in mastery_history(GROUPS, log, days, PRESET)]
    assert shares[0] == 0
    assert shares[1] == 0.5
    assert 0.9 < shares[2] < 1
    assert shares[3] < 0.5  # b was made new again, a has faded
