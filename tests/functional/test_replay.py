"""The scheduler is a function of log, presets and time: the log replayed gives the states that are stored."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sctui.model.change import Change
from sctui.model.preset import DEFAULT_PARAMETERS, Preset
from sctui.model.review import MemoryState, Phase, Rating, Review
from sctui.scheduler import acts
from sctui.scheduler.fsrs6 import previews
from sctui.scheduler.replay import replay
from sctui.scheduler.study_day import study_day
from sctui.store.store import Store
from tests.small_collection import DAY, MINUTE, NOON

REVIEWS = 100_000
CARDS = 9_000


def presets() -> Iterator[Preset]:
    """A learner's settings over the years: fitted parameters, other steps, other zones, other hours."""
    first = Preset(utc_offset_minutes=60)
    yield first
    yield replace(first, utc_offset_minutes=120)
    fitted = tuple(value * 1.1 for value in DEFAULT_PARAMETERS)
    yield replace(first, parameters=fitted, desired_retention=0.93, fuzz_seed=7)
    yield replace(first, parameters=fitted, learning_steps=(), relearning_steps=(60, 3600), buttons=2)
    yield replace(first, parameters=fitted, utc_offset_minutes=-480, rollover_hour=0, maximum_interval=90)
    yield replace(first, fuzz_seed=None)


def studied_for_years(store: Store) -> int:
    """Fill a store with answers, and now and then a card set due or reset; gives how many answers it took."""
    chance = random.Random(5)  # noqa: S311 -- the same log every time
    states = {f"card-{number}": MemoryState(f"card-{number}") for number in range(CARDS)}
    cards, settings = list(states), list(presets())
    now = NOON
    for number in range(REVIEWS):
        preset = settings[number * len(settings) // REVIEWS]
        now += chance.randint(3_000, 30 * MINUTE)
        card = chance.choice(cards)
        before = states[card]
        rating = chance.choice((Rating.AGAIN, Rating.HARD, Rating.GOOD, Rating.GOOD, Rating.EASY))
        after = previews(before, now, preset)[rating - 1].apply(before, now)
        store.record(Review(card, now, rating, 900, before, after, preset))
        states[card] = after
        if number % 500 == 0:
            change = changed(after, now, preset, number)
            store.change([change])
            assert isinstance(change.after, MemoryState)
            states[card] = change.after
    return REVIEWS


def changed(state: MemoryState, now: int, preset: Preset, number: int) -> Change:
    today = study_day(now, preset.utc_offset_minutes, preset.rollover_hour)
    return acts.reset(state, now) if number % 3 else acts.made_due(state, now, today, number % 30)


def test_a_hundred_thousand_answers_replayed_give_the_stored_states(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "collection.db")
    store.ensure()
    assert store._connection is not None
    store._connection.execute("PRAGMA synchronous = OFF")  # the disk is not what is tested here
    answers = studied_for_years(store)
    log = store.log()
    assert sum(isinstance(entry, Review) for entry in log) == answers
    states = replay(log)
    assert states.keys() == store.studied()
    assert states == {state.card: state for state in store.due_before(NOON + 99_999 * DAY)}
    store.close()


def test_without_a_preset_the_logged_state_counts() -> None:
    before, after = MemoryState("a"), MemoryState("a", Phase.REVIEW, None, 3.0, 5.0, NOON + DAY, NOON, 1)
    assert replay([Review("a", NOON, Rating.GOOD, 1, before, after)]) == {"a": after}
