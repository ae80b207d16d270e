"""What a session was like: by topic, how much was kept in mind, and what was hard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sctui.model.review import Phase, Rating, Review


@dataclass(frozen=True, slots=True)
class TopicReport:
    """How a topic went: answers, and those of them that were not Again."""

    topic: str
    answers: int
    recalled: int


@dataclass(frozen=True, slots=True)
class SessionReport:
    """Of a session.

    Args:
        topics: those asked, the weakest first.
        hard: cards that were forgotten, and how often, the hardest first.
        asked: cards that were known on an earlier day, asked for the first time.
        kept: how many of them were recalled.
    """

    topics: tuple[TopicReport, ...]
    hard: tuple[tuple[str, int], ...]
    asked: int
    kept: int


def session_report(answers: Sequence[Review], topic_of: Callable[[str], str]) -> SessionReport:
    """Look at the answers of a session, in their order; `topic_of` a card may be empty."""
    given: Counter[str] = Counter()
    recalled: Counter[str] = Counter()
    forgotten: Counter[str] = Counter()
    for review in answers:
        topic = topic_of(review.card)
        given[topic] += 1
        recalled[topic] += review.rating is not Rating.AGAIN
        forgotten[review.card] += review.rating is Rating.AGAIN
    topics = (TopicReport(topic, given[topic], recalled[topic]) for topic in given if topic)
    first = [review for review in answers if review.before.phase is Phase.REVIEW]
    return SessionReport(
        tuple(sorted(topics, key=lambda one: (one.recalled / one.answers, -one.answers, one.topic))),
        tuple((card, times) for card, times in forgotten.most_common() if times),
        len(first),
        sum(review.rating is not Rating.AGAIN for review in first),
    )
