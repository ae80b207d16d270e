"""Scheduling an answer, replaying a log and fitting parameters, against py-fsrs in the same run."""

from __future__ import annotations

import random
import statistics
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from time import perf_counter

import fsrs

from benchmarks.report import Row, show
from sctui.model.preset import DEFAULT_PARAMETERS, Preset
from sctui.model.review import MemoryState, Rating, Review
from sctui.scheduler.fit import fit
from sctui.scheduler.fsrs6 import previews, review
from sctui.scheduler.histories import Answer, History, histories
from sctui.scheduler.memory import Memory
from sctui.scheduler.replay import replay

_START = 1_750_000_000_000
_DAY = 86_400_000
_ANSWERS = 100_000
_PRESET = Preset(fuzz_seed=None)


def log(answers: int) -> list[Review]:
    """So many answers, about ten a card, given when due."""
    chance = random.Random(1)  # noqa: S311 -- a simulation
    entries: list[Review] = []
    card = 0
    while len(entries) < answers:
        state, now = MemoryState(f"card-{card}"), _START + chance.randrange(300) * _DAY
        for _ in range(chance.randint(4, 16)):
            rating = Rating(chance.choices((1, 2, 3, 4), (12, 13, 62, 13))[0])
            after = review(state, rating, now, _PRESET)
            entries.append(Review(state.card, now, rating, 6000, state, after, _PRESET))
            state, now = after, max(now + 60_000, (after.due or now) + chance.randint(0, 2) * _DAY)
        card += 1
    return entries[:answers]


def learner(answers: int) -> list[History]:
    """Histories of a learner whose memory is not that of the default parameters."""
    chance = random.Random(2)  # noqa: S311 -- a simulation
    first = (value * 1.8 for value in DEFAULT_PARAMETERS[:4])
    mind = Memory((*first, *DEFAULT_PARAMETERS[4:8], 1.3, *DEFAULT_PARAMETERS[9:20], 0.3))
    planned = Memory(DEFAULT_PARAMETERS)
    found: list[History] = []
    while sum(map(len, found)) < answers:
        rating, day = chance.choices((1, 3, 4), (20, 65, 15))[0], chance.randrange(300)
        true, known = mind.first(rating), planned.first(rating)
        history = [Answer(rating, 0, _START + day * _DAY, 8000, 4)]
        for _ in range(chance.randint(3, 12)):
            elapsed = min(500, max(1, round(planned.interval(known[0], 0.9) * chance.uniform(0.8, 1.3))))
            knew = chance.random() < mind.retrievability(true[0], elapsed)
            rating = chance.choices((2, 3, 4), (15, 70, 15))[0] if knew else 1
            true, known = mind.after(*true, elapsed, rating), planned.after(*known, elapsed, rating)
            day += elapsed
            history.append(Answer(rating, elapsed, _START + day * _DAY, 8000, 4))
        found.append(tuple(history))
    return found


def main() -> list[Row]:
    """Measure; what was found, as lines of the report."""
    entries = log(_ANSWERS)
    some = entries[:5000]
    scheduler = fsrs.Scheduler(enable_fuzzing=False)
    peer = _seconds(lambda: _with_peer(scheduler, some)) / len(some)
    ours = _seconds(lambda: [review(e.before, e.rating, e.at, _PRESET) for e in some]) / len(some)
    four = _seconds(lambda: [previews(e.before, e.at, _PRESET) for e in some]) / len(some)
    replayed = _seconds(lambda: replay(entries), runs=3)
    answers = learner(_ANSWERS)
    fitting = _seconds(lambda: fit(answers, DEFAULT_PARAMETERS), runs=3)
    reading = _seconds(lambda: histories(entries), runs=3)
    return [
        Row(
            "one answer, against py-fsrs",
            f"{ours * 1e6:.1f} µs; {peer * 1e6:.1f} µs",
            ours / peer,
            1.0,
        ),
        Row("four buttons, against four of py-fsrs", f"{four * 1e6:.1f} µs", four / peer / 4, 1.0),
        Row(
            "replay 100,000 answers, against py-fsrs", f"{replayed:.2f} s", replayed / (peer * _ANSWERS), 1.0
        ),
        Row("histories of 100,000 answers", f"{reading:.2f} s", reading, unit="s"),
        Row("fit to 100,000 answers and try", f"{fitting:.2f} s", fitting, 1.0, "s"),
    ]


def _with_peer(scheduler: fsrs.Scheduler, entries: list[Review]) -> None:
    at = datetime(2025, 6, 16, tzinfo=UTC)
    for entry in entries:
        before = entry.before
        card = fsrs.Card(
            card_id=1,
            state=fsrs.State(before.phase or 1),
            step=before.step if before.reps else 0,
            stability=before.stability,
            difficulty=before.difficulty,
            due=at,
            last_review=at - timedelta(days=3) if before.reps else None,
        )
        scheduler.review_card(card, fsrs.Rating(entry.rating), at)


def _seconds(work: Callable[[], object], runs: int = 5) -> float:
    times = []
    for _ in range(runs):
        started = perf_counter()
        work()
        times.append(perf_counter() - started)
    return statistics.median(times)


if __name__ == "__main__":
    show(main())
