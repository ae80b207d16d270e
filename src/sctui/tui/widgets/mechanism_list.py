"""The tree of mechanisms, drawn line by line: as fast with ten thousand steps as with ten."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from sctui.i18n import _
from sctui.tui.cells import fitted, fitted_right
from sctui.tui.knowledge.mechanism_tree import Node, Step
from sctui.tui.widgets.cursor_list import PickList

SIGNS = {"+": "↑", "-": "↓", "": "→", "not": "✗"}
_TONES = {"+": "more", "-": "less", "": "other", "not": "not"}
_RELATION, _NARROW_RELATION = 15, 14
_NOTES = 22  # cells for contexts and reserves, where there is room
_WIDE = 72
_DEEPEST = 8  # further steps are drawn no further to the right


class MechanismList(PickList[Node], can_focus=False):
    """Subjects, and below them what they do to what."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"mechanism-list--{name}" for name in ("cursor", "subject", "mark", "notes", *_TONES.values())
    }

    def __init__(self, shown: Callable[[str], str]) -> None:
        super().__init__()
        self._shown = shown

    def place_in(self, rows: Sequence[Node]) -> int:
        """With the row that it is on, where it can, or with the one that is above it."""
        path = self.current.path if self.current else ()
        places = {row.path: at for at, row in enumerate(rows)}
        return next((places[path[:n]] for n in range(len(path), 0, -1) if path[:n] in places), 0)

    def parent_of(self, node: Node) -> int:
        """How many rows above the cursor the row stands that a row was opened from, as a negative number."""
        at = self.cursor
        return next((i - at for i in range(at, -1, -1) if self._rows[i].path == node.path[:-1]), 0)

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        at, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        if at >= len(self._rows):
            return Strip.blank(width, self.ground)
        base = self.ground
        if at == self.cursor:
            base += self._style("cursor")
        node = self._rows[at]
        segments = self._step(node, node.step, width) if node.step else self._subject(node, width)
        return Strip(list(segments)).adjust_cell_length(width).apply_style(base)

    def _subject(self, node: Node, width: int) -> Iterator[Segment]:
        yield self._mark(node)
        number = str(node.below)
        yield Segment(fitted(self._shown(node.name), width - 5 - cell_len(number)), self._style("subject"))
        yield Segment(f" {number} ", self._style("mark"))

    def _step(self, node: Node, step: Step, width: int) -> Iterator[Segment]:
        wide = width >= _WIDE
        sign = "not" if "negated" in step.flags else step.effect
        relation = self._shown(step.says) + ("?" if "hedged" in step.flags else "")
        yield self._mark(node)
        yield Segment(SIGNS[sign] + " ", self._style(_TONES[sign]))
        yield Segment(
            fitted(relation, _RELATION if wide else _NARROW_RELATION) + " ", self._style(_TONES[sign])
        )
        used = self._indent(node) + 5 + (_RELATION if wide else _NARROW_RELATION)
        notes = _NOTES if wide else 0
        yield Segment(fitted(self._shown(node.name), max(1, width - used - notes - 3)))
        yield Segment(" ↺ " if node.circle else "   ", self._style("mark"))
        if notes:
            yield Segment(
                fitted_right(self._shown(" · ".join(_notes(step))), notes - 1), self._style("notes")
            )

    def _mark(self, node: Node) -> Segment:
        mark = {None: "  ", True: "▾ ", False: "▸ "}[node.open]
        return Segment(" " * (self._indent(node) - 1) + mark, self._style("mark"))

    def _indent(self, node: Node) -> int:
        return 2 + 2 * min(node.depth, _DEEPEST) - 1

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"mechanism-list--{name}", partial=True)


def _notes(step: Step) -> Iterator[str]:
    """What limits a step: seen in animals only, told of some diseases."""
    if "preclinical" in step.flags:
        yield _("preclinical")
    yield from step.contexts[:1]
