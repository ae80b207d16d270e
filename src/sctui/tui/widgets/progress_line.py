"""How far a session has come, as a thin line."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


class ProgressLine(Widget):
    """`share` from 0 to 1 of the width is done."""

    share: reactive[float] = reactive(0.0)

    def render(self) -> Content:
        """The line, as wide as the widget."""
        width = self.content_size.width
        done = round(width * min(1.0, max(0.0, self.share)))
        return Content.assemble(("━" * done, "$primary"), ("─" * (width - done), "$foreground 20%"))
