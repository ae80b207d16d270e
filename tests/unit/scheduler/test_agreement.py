"""Our FSRS-6 against py-fsrs and fsrs-rs, on ten thousand random histories: memory, phase, step and interval.

Tolerance: none against py-fsrs (the same operations on the same doubles). fsrs-rs computes in single precision: its
stability may differ by one part in 50,000, and up to one interval in 1,000 by a day, where rounding falls otherwise.
"""

import random
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import fsrs
import fsrs_rs_python
import pytest

from sctui.model.preset import DEFAULT_PARAMETERS, Preset
from sctui.model.review import MemoryState, Phase
from sctui.scheduler.fsrs6 import previews
from sctui.scheduler.memory import Memory, ParameterError

HISTORIES = 10_000
NOON = datetime(2025, 6, 16, 12, tzinfo=UTC)
# parameters as a fit may give them, to see that more than the defaults agree; no first stability is half a day, which
# py-fsrs rounds to an even number and fsrs-rs up
FITTED = (
    0.4, 1.1, 3.1, 12.6, 6.9, 0.71, 2.8, 0.012, 1.62, 0.21, 0.83,
    1.39, 0.082, 0.31, 1.71, 0.52, 2.1, 0.61, 0.13, 0.09, 0.21,
)  # fmt: skip
PRESETS = [
    Preset(parameters, retention, learning, relearning, maximum, rollover_hour=0, fuzz_seed=None)
    for parameters in (DEFAULT_PARAMETERS, FITTED)
    for retention in (0.8, 0.9, 0.95)
    for learning in ((), (60,), (60, 600), (60, 600, 86_400))
    for relearning in ((), (600,), (600, 3600))
    for maximum in (36_500, 100)
]

History = list[tuple[int, int]]


def histories() -> Iterator[History]:
    """Ratings with the days before them, often none: same-day answers have formulas of their own."""
    chance = random.Random(1)  # noqa: S311 -- the same histories every time
    ratings, waits = [1, 2, 3, 3, 3, 4], [0, 0, 1, 3, 10, 50, 400]
    for _ in range(HISTORIES):
        yield [(chance.choice(ratings), chance.choice(waits)) for _ in range(chance.randint(1, 12))]


def test_histories_agree_with_py_fsrs_to_the_last_bit() -> None:
    schedulers = [peer_of(preset) for preset in PRESETS]
    for number, history in enumerate(histories()):
        preset, scheduler = PRESETS[number % len(PRESETS)], schedulers[number % len(PRESETS)]
        at = NOON
        peer, state = fsrs.Card(card_id=1, due=at), MemoryState("card")
        for rating, wait in history:
            at += timedelta(days=wait)
            now = int(at.timestamp() * 1000)
            # of two ratings the better one never brings a card back sooner with us: the longest up to it counts
            interval = max(seconds(scheduler, peer, lower, at) for lower in range(1, rating + 1))
            peer, _ = scheduler.review_card(peer, fsrs.Rating(rating), at)
            outcome = previews(state, now, preset)[rating - 1]
            assert (outcome.stability, outcome.difficulty) == (peer.stability, peer.difficulty)
            assert (outcome.phase, outcome.step) == (Phase(peer.state), peer.step)
            assert outcome.interval == interval
            state = outcome.apply(state, now)


def peer_of(preset: Preset) -> fsrs.Scheduler:
    return fsrs.Scheduler(
        preset.parameters,
        preset.desired_retention,
        [timedelta(seconds=step) for step in preset.learning_steps],
        [timedelta(seconds=step) for step in preset.relearning_steps],
        preset.maximum_interval,
        enable_fuzzing=False,
    )


def seconds(scheduler: fsrs.Scheduler, card: fsrs.Card, rating: int, at: datetime) -> int:
    rated, _ = scheduler.review_card(card, fsrs.Rating(rating), at)
    return int((rated.due - at).total_seconds())


@pytest.mark.parametrize("parameters", [DEFAULT_PARAMETERS, FITTED])
def test_histories_agree_with_fsrs_rs_in_single_precision(parameters: tuple[float, ...]) -> None:
    ours, peer = Memory(parameters), fsrs_rs_python.FSRS(list(parameters))
    apart: Counter[int] = Counter()
    for history in histories():
        memory: tuple[float, float] | None = None
        peer_memory = None
        for rating, wait in history:
            memory = ours.after(*memory, wait, rating) if memory else ours.first(rating)
            states = peer.next_states(peer_memory, 0.9, wait if peer_memory else 0)
            state = (states.again, states.hard, states.good, states.easy)[rating - 1]
            peer_memory = state.memory
            assert memory == pytest.approx((peer_memory.stability, peer_memory.difficulty), rel=2e-5)
            apart[abs(round(ours.interval(memory[0], 0.9)) - round(state.interval))] += 1
    assert set(apart) <= {0, 1}
    assert apart[1] <= apart.total() / 1000


def test_parameters_that_fsrs_6_does_not_know_are_refused() -> None:
    with pytest.raises(ParameterError, match="19 parameters"):
        Memory(DEFAULT_PARAMETERS[:19])
    with pytest.raises(ParameterError, match=r"parameter 20 is 0\.9"):
        Memory((*DEFAULT_PARAMETERS[:20], 0.9))
