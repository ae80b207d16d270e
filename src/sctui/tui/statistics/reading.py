"""Statistics read in a thread, one figure after the other, those of the page that is looked at first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING, Any

from sctui.study.statistics import Statistics
from sctui.tui.statistics.figures import HORIZON

if TYPE_CHECKING:
    from sctui.tui.desk import Desk

ORDER = ("days", "recall", "forecast", "pace", "memories", "topics")


class Reading:
    """Figures of some cards, for one thread to read and another to stop.

    Args:
        desk: the collection, and the learner's settings.
        cards: what is told of; None for everything.
        since: the number of the first study day, 0 for all.
        missing: names the figures that are to be read.
        wanted: names the figures that are waited for.

    `over` is whether nothing more will come of it.
    """

    def __init__(
        self,
        desk: Desk,
        cards: tuple[str, ...] | None,
        since: int,
        missing: Collection[str],
        wanted: Callable[[], tuple[str, ...]],
    ) -> None:
        self._desk, self._cards, self._since, self._wanted = desk, cards, since, wanted
        self._left = [name for name in ORDER if name in missing]
        self._statistics: Statistics | None = None
        self._stopped = False
        self.over = False

    def figures(self) -> Iterator[tuple[str, Any]]:
        """Name and value of one figure after the other; ends early when it is stopped.

        Raises:
            CollectionError: when the database cannot be read.
        """
        from sctui.store.sums import StoppedError  # noqa: PLC0415 -- loaded in the thread
        from sctui.tui.charts import load  # noqa: PLC0415 -- loaded in the thread

        load()
        try:
            with self._opened() as self._statistics:
                while self._left and not self._stopped:
                    name = next((name for name in self._wanted() if name in self._left), self._left[0])
                    self._left.remove(name)
                    yield name, self._read(self._statistics, name)
        except StoppedError:
            return
        finally:
            self.over = True

    def stop(self) -> None:
        """Nobody waits any more."""
        self._stopped = True
        if self._statistics is not None:
            self._statistics.stop()

    def _opened(self) -> Statistics:
        desk = self._desk
        parts = desk.parts()
        if self._cards is not None:
            parts = parts.among(self._cards)
        whole = self._cards is None
        settings = desk.study_settings()
        return Statistics(desk.collection, parts, settings, desk.now(), self._since, whole_log=whole)

    def _read(self, statistics: Statistics, name: str) -> Any:
        return statistics.forecast(HORIZON) if name == "forecast" else getattr(statistics, name)()
