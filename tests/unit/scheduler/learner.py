"""A simulated learner: a memory of FSRS-6's kind with parameters of its own, that answers by chance."""

import random
from collections.abc import Iterator

from sctui.model.preset import DEFAULT_PARAMETERS, Preset
from sctui.model.review import MemoryState, Rating, Review
from sctui.scheduler.fsrs6 import previews
from sctui.scheduler.histories import Answer, History
from sctui.scheduler.memory import Memory
from tests.small_collection import DAY, NOON

# remembers longer after Good and forgets faster later than most: parameters that a fit can find
OTHER = (
    0.4, 1.1, 4.6, 16.5, 6.9, 0.71, 2.8, 0.012, 1.2, 0.3, 0.83,
    1.39, 0.082, 0.31, 1.71, 0.52, 2.1, 0.61, 0.13, 0.09, 0.4,
)  # fmt: skip


def histories_of(parameters: tuple[float, ...], cards: int, seed: int, buttons: int = 4) -> list[History]:
    """What a learner with these parameters answers when cards come as the default parameters ask."""
    chance = random.Random(seed)  # noqa: S311 -- the same answers every time
    mind, scheduler = Memory(parameters), Memory(DEFAULT_PARAMETERS)
    return [tuple(_answers(mind, scheduler, chance, buttons)) for _ in range(cards)]


def _answers(mind: Memory, scheduler: Memory, chance: random.Random, buttons: int) -> Iterator[Answer]:
    true = planned = None
    day = chance.randrange(200)
    for _ in range(chance.randint(3, 9)):
        if true is None or planned is None:
            elapsed = 0
            rating = _rating(chance, (1, 2, 3, 4), (20, 10, 55, 15), buttons)
            true, planned = mind.first(rating), scheduler.first(rating)
        else:
            elapsed = max(1, round(scheduler.interval(planned[0], 0.9) * chance.uniform(0.8, 1.4)))
            knew = chance.random() < mind.retrievability(true[0], elapsed)
            rating = _rating(chance, (2, 3, 4), (15, 70, 15), buttons) if knew else 1
            true, planned = mind.after(*true, elapsed, rating), scheduler.after(*planned, elapsed, rating)
        day += elapsed
        yield Answer(rating, elapsed, NOON + day * DAY, 8000, buttons)


def _rating(chance: random.Random, ratings: tuple[int, ...], weights: tuple[int, ...], buttons: int) -> int:
    rating = chance.choices(ratings, weights)[0]
    return rating if buttons == 4 else min(rating, 3) if rating < 2 else 3


def studied(card: str, days: int, preset: Preset, rating: Rating = Rating.EASY) -> tuple[Review, MemoryState]:
    """A card that was answered once, so many days before noon."""
    now = NOON - days * DAY
    before = MemoryState(card)
    after = previews(before, now, preset)[rating - 1].apply(before, now)
    return Review(card, now, rating, 4000, before, after, preset), after
