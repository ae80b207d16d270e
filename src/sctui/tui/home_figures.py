"""What the library tells besides counts: streak, time left, what comes, mastery. Read in a thread."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sctui.i18n import _
from sctui.scheduler.limits import TOPIC_SEPARATOR, Place
from sctui.scheduler.mastery import Mastery, summed
from sctui.scheduler.queue import Counts
from sctui.scheduler.settings import above

if TYPE_CHECKING:
    from sctui.scheduler.exam import Costs
    from sctui.tui.desk import Desk

FORTNIGHT = 14
_BARS = "▁▂▃▄▅▆▇█"


@dataclass(frozen=True, slots=True)
class HomeFigures:
    """What is told beside the counts.

    Args:
        streak: study days in a row.
        pace: seconds that a card takes on a day.
        forecast: cards that fall due today and on the days after it.
        mastery: of all (None), of decks by their names, and of topics of decks.
    """

    streak: int
    pace: Costs
    forecast: tuple[int, ...]
    mastery: Mapping[Hashable, Mastery]

    def time_left(self, counts: Counts) -> int:
        """What the cards are expected to take, in ms."""
        old = counts.learning + counts.due
        return round(1000 * (counts.new * self.pace.new + old * self.pace.review))

    def coming(self, reviews_per_day: int, key: str) -> str:
        """What falls due, in words; where a day has no room for it, the `key` to what spreads it."""
        if self.forecast[0] > reviews_per_day > 0:
            return _("{count} due now: {key} spreads them over days").format(count=self.forecast[0], key=key)
        return _("{count} due within {days} days").format(count=sum(self.forecast), days=len(self.forecast))


def read_home(desk: Desk, moment: object) -> HomeFigures:
    """Read them at a `Desk.moment`; a good second at a million answers, most of it in SQLite.

    Raises:
        CollectionError: when the database cannot be read.
    """
    from sctui.scheduler.streak import streak  # noqa: PLC0415 -- loaded in the thread
    from sctui.study.statistics import Statistics  # noqa: PLC0415 -- loaded in the thread
    from sctui.tui.statistics.figures import HORIZON, WHOLE  # noqa: PLC0415 -- likewise
    from sctui.tui.topic_mastery import TOPICS, topic_mastery  # noqa: PLC0415 -- likewise

    with Statistics(desk.collection, desk.parts(), desk.study_settings(), desk.now()) as statistics:
        days, mastery = statistics.days(), statistics.mastery()
        pace, forecast = statistics.pace(), statistics.forecast(HORIZON)
        desk.remember(WHOLE, moment, {"days": days, "pace": pace, "forecast": forecast})
        desk.remember("mastery", moment, mastery)
        if desk.asked(TOPICS):  # so that their screen has them when it is opened
            topic_mastery(desk, None, moment, mastery)
        return HomeFigures(
            streak({day.day for day in days}, statistics.today),
            pace,
            tuple(forecast[:FORTNIGHT]),
            of_scopes(mastery),
        )


def of_scopes(found: Mapping[Place, Mastery]) -> dict[Hashable, Mastery]:
    """Mastery of all, and of every deck and topic with what lies below it, from that of single places."""
    return summed((_scopes(place), one) for place, one in found.items())


def _scopes(place: Place) -> Iterator[Hashable]:
    yield None
    yield from above(place.deck, "::")
    yield from (Place(place.deck, topic) for topic in above(place.topic, TOPIC_SEPARATOR))


def sparkline(values: tuple[int, ...], columns: int = 1) -> str:
    """A bar of so many columns for each value, the highest for the largest; a blank for none."""
    most = max(values, default=0)
    return "".join((_BARS[(value * 8 - 1) // most] if value else " ") * columns for value in values)
