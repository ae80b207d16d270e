import sys

import pytest

from sctui.model.change import Change
from sctui.model.preset import DEFAULT_PARAMETERS, Preset
from sctui.model.review import MemoryState, Phase, Rating, Review
from sctui.scheduler import acts
from sctui.scheduler.fit import FitError, fit
from sctui.scheduler.fsrs6 import previews
from sctui.scheduler.histories import Answer, histories
from sctui.scheduler.workload import within, workloads
from tests.small_collection import DAY, MINUTE, NOON
from tests.unit.scheduler.learner import OTHER, histories_of


def test_a_fit_predicts_held_back_answers_better_than_parameters_that_are_not_the_learner_s() -> None:
    found = fit(histories_of(OTHER, 1500, seed=1), DEFAULT_PARAMETERS)
    assert found.is_better
    assert found.after.log_loss < found.before.log_loss - 0.002
    assert found.after.rmse < found.before.rmse
    assert found.held_back > 1000
    assert abs(found.held_back / (found.held_back + found.fitted_to) - 0.2) < 0.01
    assert found.kept == ()


def test_a_learner_s_true_parameters_are_not_given_up_for_worse_ones() -> None:
    found = fit(histories_of(OTHER, 400, seed=2), OTHER)
    assert found.after.log_loss - found.before.log_loss > -0.002


def test_with_two_buttons_what_hard_and_easy_teach_stays_as_it_was() -> None:
    found = fit(histories_of(OTHER, 600, seed=3, buttons=2), DEFAULT_PARAMETERS)
    assert found.kept == (1, 15, 3, 16)
    assert [found.parameters[at] for at in found.kept] == [DEFAULT_PARAMETERS[at] for at in found.kept]
    assert found.parameters[2] != DEFAULT_PARAMETERS[2]


def test_too_few_answers_are_told() -> None:
    with pytest.raises(FitError, match="it takes 400") as raised:
        fit(histories_of(OTHER, 5, seed=4), DEFAULT_PARAMETERS)
    assert raised.value.hint


def test_a_missing_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsrs_rs_python", None)
    with pytest.raises(FitError, match="not installed") as raised:
        fit(histories_of(OTHER, 500, seed=4), DEFAULT_PARAMETERS)
    assert "sctui[optimise]" in raised.value.hint


def test_the_log_becomes_histories_and_a_reset_card_begins_anew() -> None:
    preset = Preset(buttons=2)
    log: list[Review | Change] = []
    state = MemoryState("a")
    for moment in (NOON, NOON + 10 * MINUTE, NOON + 3 * DAY):
        after = previews(state, moment, preset)[2].apply(state, moment)
        log.append(Review("a", moment, Rating.GOOD, 1500, state, after, preset))
        state = after
    log.append(acts.reset(state, NOON + 3 * DAY))
    again = previews(MemoryState("a"), NOON + 4 * DAY, preset)[0].apply(MemoryState("a"), NOON + 4 * DAY)
    log.append(Review("a", NOON + 4 * DAY, Rating.AGAIN, 1500, MemoryState("a"), again, preset))
    first, second = histories(log)
    assert [(answer.rating, answer.elapsed) for answer in first] == [(3, 0), (3, 0), (3, 3)]
    assert second == (Answer(1, 0, NOON + 4 * DAY, 1500, 2),)


def test_more_retention_costs_more_and_brings_more() -> None:
    found = workloads(histories_of(OTHER, 200, seed=5), DEFAULT_PARAMETERS, cards=500, new_per_day=5)
    assert [load.retention for load in found] == sorted(load.retention for load in found)
    assert found[0].reviews < found[4].reviews < found[-1].reviews
    assert found[0].recalled < found[-1].recalled <= 500
    assert within(found, 24 * 60).retention == 0.97
    assert within(found, 0).retention == 0.70
    assert within(found, found[3].minutes).minutes <= found[3].minutes


def test_phases_have_no_part_in_a_history() -> None:
    before = MemoryState("a", Phase.REVIEW, None, 3.0, 5.0, NOON, NOON - 9 * DAY, 4)
    after = MemoryState("a", Phase.REVIEW, None, 9.0, 5.0, NOON + 9 * DAY, NOON, 5)
    assert histories([Review("a", NOON, Rating.GOOD, 1, before, after)]) == [(Answer(3, 0, NOON, 1, 4),)]
