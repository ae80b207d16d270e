"""A list under headings that the cursor passes over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from sctui.tui.widgets.cursor_list import PickList


class Headed(Protocol):
    """A row that may be a heading."""

    @property
    def heading(self) -> bool:
        """Whether the row only names those below it."""
        ...


RowT = TypeVar("RowT", bound=Headed)


class HeadedList(PickList[RowT], can_focus=False):
    """Rows of any kind under headings; a subclass draws them in `render_line`."""

    def place_in(self, rows: Sequence[RowT]) -> int:
        """On the first that is no heading."""
        return next((i for i, row in enumerate(rows) if not row.heading), 0)

    def move(self, steps: int) -> None:
        """Move the cursor; from a heading it goes on in the same direction, or back at the ends."""
        at = max(0, min(self.cursor + steps, len(self._rows) - 1))
        way = -1 if steps < 0 else 1
        order = [
            *range(at, len(self._rows) if way > 0 else -1, way),
            *range(at, -1 if way > 0 else len(self._rows), -way),
        ]
        self.cursor = next((i for i in order if not self._rows[i].heading), 0)

    def can_be_picked(self, at: int) -> bool:
        """Headings are passed over."""
        return not self._rows[at].heading

    def watch_cursor(self, cursor: int) -> None:
        """Keep the cursor in view, with the first heading."""
        super().watch_cursor(0 if cursor == 1 and self._rows[0].heading else cursor)
