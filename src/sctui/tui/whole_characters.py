"""A compositor that cuts no character in half that is shown whole.

Textual's own cuts each line wherever any widget begins or ends, if it lies hidden below another one, and
paints a part of a line up to any column. A character of two cells across such a place is made blank.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias, cast

from textual._compositor import ChopsUpdate, Compositor, ReflowResult
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

_Line: TypeAlias = dict[int, Strip | None]  # the pieces of a line of the screen, by their first columns
_Pieces: TypeAlias = Sequence[Mapping[int, Strip]]


class WholeCharacters(Compositor):
    """Cuts a line only where another widget is seen, and paints pieces of lines whole."""

    def reflow(self, parent: Widget, size: Size) -> ReflowResult:
        """Lay out all; so nothing of what is kept is out of date, as it is after scrolling."""
        result = super().reflow(parent, size)
        self._full_map_invalidated = False
        return result

    def _render_chops(self, crop: Region, is_rendered_line: Callable[[int], bool]) -> _Pieces:
        """The pieces of each line, front to back; where a piece lies across hidden edges it is one."""
        cuts = self.cuts
        lines: list[_Line] = [dict.fromkeys(edges[:-1]) for edges in cuts]
        for region, clip, strips in self._get_renders(crop):
            seen = region.intersection(clip)
            first, last = seen.column_span
            for y, strip in zip(seen.line_range, strips, strict=False):
                if is_rendered_line(y):
                    _put(lines[y], strip, [cut for cut in cuts[y] if first <= cut <= last])
        whole = [{at: strip for at, strip in line.items() if strip is not _COVERED} for line in lines]
        return cast(_Pieces, whole)  # of lines that are painted every piece is there

    def render_partial_update(self) -> ChopsUpdate | None:
        """What has changed, up to the ends of the pieces that it lies in."""
        screen = self.size.region
        regions = [seen for region in self._dirty_regions if (seen := region.intersection(screen))]
        self._dirty_regions.clear()
        if not regions:
            return None
        spans = list(self._regions_to_spans(regions))
        crop = Region.from_union(regions)
        whole = Region(0, crop.y, screen.width, crop.height)  # a piece ends where it ends
        lines = self._render_chops(whole, {y for y, _, _ in spans}.__contains__)
        ends = [[*list(line)[1:], screen.width] for line in lines]
        spans = [(y, x, next((end for end in ends[y] if end >= to), to)) for y, x, to in spans]
        return ChopsUpdate(lines, spans, ends)


_COVERED = Strip([], 0)  # in place of a piece that the one before it goes on over


def _put(line: _Line, strip: Strip, cuts: Sequence[int]) -> None:
    """Put a strip from the first cut to the last, where nothing is yet; it is cut only where something is."""
    free = [line[at] is None for at in cuts[:-1]]
    begins = [n for n in range(len(free)) if not n or free[n] != free[n - 1]]
    behind = [*begins[1:], len(free)]
    pieces = strip.divide([cuts[n] - cuts[0] for n in behind])
    for begin, end, piece in zip(begins, behind, pieces, strict=False):  # a strip may be too short
        if free[begin]:
            line.update(dict.fromkeys(cuts[begin:end], _COVERED))
            line[cuts[begin]] = piece
