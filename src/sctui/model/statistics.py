"""What the review log tells of a learner: answers by day, recall by week, and how well recall is foretold."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt


@dataclass(frozen=True, slots=True)
class DayCount:
    """One study day: its number, answers, how many of them began a new card or were Again, and time spent."""

    day: int
    answers: int
    begun: int
    again: int
    ms: int


@dataclass(frozen=True, slots=True)
class Recall:
    """Answers to cards that were last answered on an earlier day: how many, recalled, and foretold to be.

    Args:
        answers: the first answers of a day alone, as only they tell what was kept in mind.
        recalled: how many of them were not Again.
        predicted: the sum of the probabilities of recall that FSRS gave them.
        loss: the sum of their log losses, in nats.
    """

    answers: int = 0
    recalled: int = 0
    predicted: float = 0.0
    loss: float = 0.0

    @property
    def share(self) -> float:
        """The share that was recalled, 0 to 1: true retention."""
        return self.recalled / self.answers if self.answers else 0.0

    @property
    def foretold(self) -> float:
        """The share that FSRS expected to be recalled."""
        return self.predicted / self.answers if self.answers else 0.0

    @property
    def log_loss(self) -> float:
        """The mean log loss of an answer, in nats; 0.69 is what a coin would do."""
        return self.loss / self.answers if self.answers else 0.0

    def __add__(self, other: Recall) -> Recall:
        return Recall(
            self.answers + other.answers,
            self.recalled + other.recalled,
            self.predicted + other.predicted,
            self.loss + other.loss,
        )


@dataclass(frozen=True, slots=True)
class Week:
    """A week by the number of its Monday (days since 1970): recall of young cards and of mature ones.

    Mature is what was scheduled for 21 days or more, as in Anki.
    """

    monday: int
    young: Recall
    mature: Recall


@dataclass(frozen=True, slots=True)
class Calibration:
    """Predicted against actual recall, in bins of equal width over the predicted probability 0 to 1."""

    bins: tuple[Recall, ...]

    @property
    def total(self) -> Recall:
        """All bins together."""
        return sum(self.bins, Recall())

    @property
    def rmse(self) -> float:
        """The root mean square of predicted minus actual recall a bin, weighted by answers."""
        total = self.total.answers
        squares = sum(one.answers * (one.share - one.foretold) ** 2 for one in self.bins)
        return sqrt(squares / total) if total else 0.0


@dataclass(frozen=True, slots=True)
class Histogram:
    """How many cards lie from each of `lows` up to the next; the last has no upper end."""

    lows: tuple[float, ...]
    cards: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Memories:
    """What is known of the studied cards now: stability (days), difficulty, probability of recall today."""

    stability: Histogram
    difficulty: Histogram
    retrievability: Histogram


@dataclass(frozen=True, slots=True)
class TopicStatistics:
    """One topic with those below it: its cards, answers, time spent, recall, and its share recalled today."""

    topic: str
    cards: int
    studied: int
    answers: int
    ms: int
    recall: Recall
    mastery: float
