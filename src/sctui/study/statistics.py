"""Statistics of a collection: what the log and the states tell, read in a thread while studying goes on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Self

from sctui.collection import Collection
from sctui.model.preset import Preset
from sctui.model.statistics import (
    Calibration,
    DayCount,
    Histogram,
    Memories,
    Recall,
    TopicStatistics,
    Week,
)
from sctui.scheduler.exam import Costs
from sctui.scheduler.limits import TOPIC_SEPARATOR, Place
from sctui.scheduler.mastery import Mastery
from sctui.scheduler.memory import memory_of
from sctui.scheduler.settings import StudySettings, above
from sctui.scheduler.study_day import HOUR, MINUTE, number_of_day
from sctui.store.sums import BINS, STABILITY_LOWS, Curve, Sums
from sctui.study.parts import Parts

_PACE_DAYS = 30
_ENOUGH = 20  # cards that a mean needs
_MONDAY = 3  # 1 January 1970 was a Thursday


class Statistics:
    """Reads on a connection of its own; each method may be called in a thread, one at a time.

    Args:
        collection: decks and database.
        parts: the cards to tell of, by the places they lie at.
        settings: parameters, and how study days are counted.
        now: the moment, UTC ms.
        since: the number of the first study day whose answers count for recall and topics.
        whole_log: whether answers to all cards count, those that left the decks included.

    Raises:
        CollectionError: when the database cannot be read; every method may raise it.
        StoppedError: from what is being read when `stop` is called.
    """

    def __init__(
        self,
        collection: Collection,
        parts: Parts,
        settings: StudySettings,
        now: int,
        since: int = 0,
        *,
        whole_log: bool = True,
    ) -> None:
        self.today = number_of_day(now, settings.utc_offset_minutes, settings.rollover_hour)
        self._parts, self._since = parts, since
        path = collection.store.path
        self._sums = Sums(path, _curve, settings.preset, self.today, parts.pairs(), whole_log=whole_log)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._sums.close()

    def stop(self) -> None:
        """From another thread: nobody waits for what is being read any more."""
        self._sums.stop()

    def days(self) -> list[DayCount]:
        """The days on which something was answered, ever, oldest first."""
        return [DayCount(*row) for row in self._sums.days()]

    def recall(self) -> tuple[list[Week], Calibration]:
        """Recall week by week, oldest first, and against what was predicted."""
        weeks: dict[int, list[Recall]] = {}
        bins = [Recall()] * BINS
        for week, mature, place, *sums in self._sums.recalls(self._since):
            told = Recall(*sums)
            sides = weeks.setdefault(week * 7 - _MONDAY, [Recall(), Recall()])
            sides[bool(mature)] += told
            bins[place] += told
        return [Week(monday, *sides) for monday, sides in weeks.items()], Calibration(tuple(bins))

    def forecast(self, days: int) -> list[int]:
        """How many cards fall due today (what is overdue with them) and on each of the `days - 1` after."""
        due = dict(self._sums.forecast(days))
        return [due.get(ahead, 0) for ahead in range(days)]

    def memories(self) -> Memories:
        """How stable, difficult and well recalled the studied cards are now, without suspended ones."""
        counts = [[0] * len(STABILITY_LOWS), [0] * 9, [0] * 10]
        for *places, cards in self._sums.memories():
            for bins, place in zip(counts, places, strict=True):
                bins[place] += cards
        stability, difficulty, recalled = counts
        return Memories(
            Histogram(STABILITY_LOWS, tuple(stability)),
            Histogram(tuple(range(1, 10)), tuple(difficulty)),
            Histogram(tuple(low / 10 for low in range(10)), tuple(recalled)),
        )

    def pace(self) -> Costs:
        """What a card takes on a day, in seconds: one to be reviewed, and a new one with its steps.

        Means of the last thirty days; usual values where there are fewer than twenty cards to go by.
        """
        usual = Costs()
        told = {bool(begun): (cards, ms) for begun, cards, ms in self._sums.pace(self.today - _PACE_DAYS)}

        def seconds(otherwise: float, *, begun: bool) -> float:
            cards, ms = told.get(begun, (0, 0))
            return ms / 1000 / cards if cards >= _ENOUGH else otherwise

        return Costs(review=seconds(usual.review, begun=False), new=seconds(usual.new, begun=True))

    def topics(self) -> list[TopicStatistics]:
        """Every topic, weakest first: by the share recalled, a topic of few answers nearer to the middle."""
        told = self._by_topic()
        return sorted((one for one in told if one.studied), key=_weakness)

    def mastery(self) -> dict[Place, Mastery]:
        """The mastery of the cards that lie at a place itself, not below it."""
        known = {part: sums for part, *sums in self._sums.mastery()}
        return {
            place: Mastery(self._parts.sizes[part], *known.get(part, (0, 0.0)))
            for part, place in enumerate(self._parts.places)
            if self._parts.sizes[part]
        }

    def _by_topic(self) -> Iterator[TopicStatistics]:
        sums = {self._parts.places[part]: told for part, *told in self._sums.parts(self._since)}
        totals: dict[str, list[float]] = {}
        for place, one in self.mastery().items():
            told = (one.cards, one.studied, one.recalled, *sums.get(place, (0,) * 6))
            for topic in above(place.topic, TOPIC_SEPARATOR):
                total = totals.setdefault(topic, [0] * len(told))
                totals[topic] = [a + b for a, b in zip(total, told, strict=True)]
        for topic, (cards, studied, recalled, answers, ms, *recall) in totals.items():
            known = recall[0], recall[1], recall[2], recall[3]
            yield TopicStatistics(
                topic, int(cards), int(studied), int(answers), int(ms), _recall(*known), recalled / cards
            )


def _recall(answers: float, recalled: float, predicted: float, loss: float) -> Recall:
    return Recall(int(answers), int(recalled), predicted, loss)


def _weakness(topic: TopicStatistics) -> tuple[bool, float, float, str]:
    """Sorts the weakest first: the rule of succession keeps one bad answer from counting for everything."""
    recall = topic.recall
    return (
        not recall.answers,
        (recall.recalled + 1) / (recall.answers + 2),
        topic.mastery,
        topic.topic,
    )


def _curve(preset: Preset) -> Curve:
    shift = preset.utc_offset_minutes * MINUTE - preset.rollover_hour * HOUR
    return Curve(shift, *memory_of(preset.parameters).curve)
