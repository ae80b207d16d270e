"""Text that wraps as Chinese and English do."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from sctui.tui.line_break import break_offsets


class Prose(Widget):
    """Shows content as it is typed, wrapped to the widget's width; its height follows."""

    def __init__(
        self, content: Content | str = "", *, name: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(id=name, classes=classes, markup=False)
        self._content = Content("")
        self._wrapped: dict[int, Content] = {}  # by the width: beside a scroll bar, and without
        self._width = 0  # the one it was last asked for
        self._foreseen: tuple[Content, tuple[int, Content]] | None = None
        self.show(content)

    def foresee(self, content: Content, width: int) -> None:
        """Wrap at a width what is to be shown later, so that it comes at once then."""
        self._foreseen = content, (width, wrapped(content, width))

    def show(self, content: Content | str) -> None:
        """Show other content."""
        shown = content if isinstance(content, Content) else Content(content)
        if not shown.is_same(self._content):
            before, self._content, self._wrapped = self._wrapped, shown, {}
            if self._foreseen and self._foreseen[0] is shown:
                self._wrapped = dict([self._foreseen[1]])
            was = before.get(self._width)
            # as many lines as before need no other room
            self.refresh(layout=was is None or _lines(self._at(self._width)) != _lines(was))
        self._foreseen = None

    @property
    def content(self) -> Content:
        """What is shown, not wrapped."""
        return self._content

    def render(self) -> Content:
        """The content, wrapped to the width there is."""
        return self._at(self.content_size.width)

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """Lines at a width."""
        return _lines(self._at(width))

    def _at(self, width: int) -> Content:
        """The content, wrapped; it is asked for at two widths for its height, and at one to be drawn."""
        self._width = width
        if width not in self._wrapped:
            if len(self._wrapped) > 1:
                del self._wrapped[next(iter(self._wrapped))]
            self._wrapped[width] = self.laid_out(width)
        return self._wrapped[width]

    def laid_out(self, width: int) -> Content:
        """The content in lines of a width."""
        return wrapped(self._content, width)


def wrapped(content: Content, width: int) -> Content:
    """The content with line breaks at `width` cells."""
    if width < 2:
        return content
    lines = [
        line.divide(break_offsets(line.plain, width, _chips(line)))
        for line in content.split("\n", allow_blank=True)
    ]
    return Content("\n").join(
        piece for *cut, last in lines for piece in (*(piece.rstrip(" ") for piece in cut), last)
    )


def _lines(content: Content) -> int:
    return content.plain.count("\n") + 1


def _chips(line: Content) -> tuple[tuple[int, int], ...]:
    """Where words stand on a ground of their own, with a blank on either side."""
    text = line.plain
    places = ((span.start, span.end) for span in line.spans if " on " in str(span.style))
    return tuple((at, end) for at, end in places if text[at:end].startswith(" ") and text[end - 1] == " ")
