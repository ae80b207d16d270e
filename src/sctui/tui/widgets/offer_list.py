"""What can be gone on with, drawn line by line under headings that the cursor passes over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip

from sctui.i18n import _
from sctui.study.more import Offer
from sctui.tui.cells import fitted, fitted_right
from sctui.tui.widgets.headed_list import HeadedList

_COUNT, _SHARE = 8, 9


@dataclass(frozen=True, slots=True)
class OfferRow:
    """A heading, or something that can be chosen: what is shown of it, and the offer."""

    title: str
    offer: Offer | None = None

    @property
    def heading(self) -> bool:
        """Whether it cannot be chosen."""
        return self.offer is None


class OfferList(HeadedList[OfferRow], can_focus=False):
    """Cards, share recalled, name."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"offer-list--{name}" for name in ("cursor", "heading", "count", "dim")
    }

    def __init__(self, shown: Callable[[str], str]) -> None:
        super().__init__()
        self._shown = shown

    @staticmethod
    def head() -> str:
        """What the columns hold."""
        return fitted_right(_("cards"), _COUNT) + fitted_right(_("recalled"), _SHARE)

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        at, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        if at >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        row, offer = self._rows[at], self._rows[at].offer
        base = self.rich_style
        if at == self.cursor and offer is not None:
            base += self.get_component_rich_style("offer-list--cursor", partial=True)
        heading = self.get_component_rich_style("offer-list--heading", partial=True)
        count = self.get_component_rich_style("offer-list--count", partial=True)
        dim = self.get_component_rich_style("offer-list--dim", partial=True)
        if offer is None:
            segments = [Segment("  " + fitted(row.title, width - 2), heading)]
        else:
            share = f"{offer.recall:.0%}" if offer.recall else ""
            segments = [
                Segment(fitted_right(str(len(offer.cards)), _COUNT), count),
                Segment(fitted_right(share, _SHARE), dim),
                Segment("   " + fitted(self._shown(row.title), max(0, width - _COUNT - _SHARE - 3))),
            ]
        return Strip(segments).adjust_cell_length(width).apply_style(base)
