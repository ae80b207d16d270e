"""Two answers to one card, for tests of the store."""

from dataclasses import replace

from sctui.model.review import MemoryState, Phase, Rating, Review
from tests.small_collection import MINUTE, NOON

NEW = MemoryState("card")
BEGUN = MemoryState("card", Phase.LEARNING, 1, 2.3065, 2.1181, NOON + 10 * MINUTE, NOON, 1, 0)
LEARNED = MemoryState("card", Phase.REVIEW, None, 2.3065, 2.11, NOON + 99 * MINUTE, NOON + MINUTE, 2, 0)
FIRST = Review("card", NOON, Rating.GOOD, 2500, NEW, BEGUN)
SECOND = Review("card", NOON + MINUTE, Rating.GOOD, 900, BEGUN, LEARNED)


def any_card(_: str) -> bool:
    return True


def of(card: str, review: Review) -> Review:
    before, after = replace(review.before, card=card), replace(review.after, card=card)
    return replace(review, card=card, before=before, after=after)
