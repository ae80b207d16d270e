"""The buttons below a card: one to show the answer, then four to grade it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from sctui.i18n import N_, _
from sctui.model.review import Rating
from sctui.study.session import Button
from sctui.tui.formatting import interval

RATINGS = {
    Rating.AGAIN: N_("Again"),
    Rating.HARD: N_("Hard"),
    Rating.GOOD: N_("Good"),
    Rating.EASY: N_("Easy"),
}
_WIDEST, _WIDEST_REVEAL = 24, 98  # cells
_STRONG, _FAINT, _PLAIN = Style(bold=True), Style(dim=True), Style.null()

_Line = tuple[tuple[str, Style], ...]  # words with their styles


@dataclass(frozen=True, slots=True)
class _Placed:
    """A button on the bar: `rating` is None for the one that shows the answer; `top` its first line."""

    rating: Rating | None
    left: int
    width: int
    top: int
    lines: tuple[_Line, ...]

    def line(self, y: int, height: int) -> _Line:
        """The words on a line of a bar of this height; they stand in the middle of the button."""
        at = y - self.top - (height - self.top - len(self.lines)) // 2
        return self.lines[at] if 0 <= at < len(self.lines) else ()


class RatingBar(Widget, can_focus=False):
    """Either the button that shows the answer or the ratings, each with the time until the card comes back.

    Drawn as one: five widgets that come and go at every card are more to lay out than all the rest.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "rating-bar--reveal",
        *(f"rating-bar--{rating.name.lower()}" for rating in Rating),
        "rating-bar--hover",
        "rating-bar--suggested",
    }

    class Revealed(Message):
        """The answer was asked for."""

    @dataclass
    class Rated(Message):
        """A rating was clicked."""

        rating: Rating

    def __init__(self) -> None:
        super().__init__()
        self._offered: tuple[Button, ...] = ()
        self._suggested: Rating | None = None
        self._under: _Placed | None = None
        self._placed: tuple[int, tuple[_Placed, ...]] | None = None
        self._reveal = ("", "")
        self._ground = _PLAIN
        self._styles: list[Style] = []

    def ask(self, words: str, key: str) -> None:
        """A question is shown; what its button says, and the key that does the same."""
        self._reveal = words, key
        self.offer((), None)

    def offer(self, buttons: Sequence[Button], suggested: Rating | None) -> None:
        """The answer is shown; the rating that a check of the learner's own suggests stands out."""
        self._offered, self._suggested = tuple(buttons), suggested
        self._placed = self._under = None
        self.refresh()

    def _buttons(self) -> tuple[_Placed, ...]:
        """The buttons at their places, for the width there is."""
        width = self.content_size.width
        if self._placed is None or self._placed[0] != width:
            buttons = _ratings(self._offered, width) if self._offered else _reveal(*self._reveal, width)
            self._placed = width, tuple(buttons)
        return self._placed[1]

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw lines; their styles take long to work out, and are the same for all."""
        self._ground, self._styles = self.rich_style, [self._style(button) for button in self._buttons()]
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw the buttons that have a part of this line."""
        drawn: list[Segment] = []
        at = 0
        for button, style in zip(self._buttons(), self._styles, strict=True):
            if y >= button.top:
                drawn.append(Segment(" " * (button.left - at), self._ground))
                drawn += self._drawn(button, y, style)
                at = button.left + button.width
        return Strip(drawn).adjust_cell_length(self.content_size.width, self._ground)

    def _style(self, button: _Placed) -> Style:
        name = button.rating.name.lower() if button.rating else "reveal"
        style = self.get_component_rich_style(f"rating-bar--{name}")
        if button is self._under:
            style += self.get_component_rich_style("rating-bar--hover", partial=True)
        if button.rating and button.rating is self._suggested:
            style += self.get_component_rich_style("rating-bar--suggested", partial=True)
        return style

    def _drawn(self, button: _Placed, y: int, style: Style) -> Strip:
        words = button.line(y, self.content_size.height)
        before = max(0, (button.width - sum(cell_len(text) for text, _style in words)) // 2)
        segments = [Segment(" " * before, style), *(Segment(text, style + own) for text, own in words)]
        return Strip(segments).adjust_cell_length(button.width, style)

    def _at(self, event: events.MouseEvent) -> _Placed | None:
        """The button under the pointer."""
        place = event.get_content_offset(self)
        if place is None:
            return None
        here = (one for one in self._buttons() if one.left <= place.x < one.left + one.width)
        return next((one for one in here if place.y >= one.top), None)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Let the button under the pointer stand out."""
        self._point_at(self._at(event))

    def on_leave(self) -> None:
        """Let none stand out."""
        self._point_at(None)

    def _point_at(self, button: _Placed | None) -> None:
        if button is not self._under:
            self._under = button
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Show the answer, or grade."""
        if button := self._at(event):
            self.post_message(self.Rated(button.rating) if button.rating else self.Revealed())


def _reveal(words: str, key: str, width: int) -> Iterator[_Placed]:
    """The button that shows the answer, in the middle of the bar."""
    wide = min(_WIDEST_REVEAL, width - 2)
    yield _Placed(None, (width - wide) // 2, wide, 1, (((words, _STRONG), (f"  {key}", _FAINT)),))


def _ratings(offered: Sequence[Button], width: int) -> Iterator[_Placed]:
    """The ratings side by side, equally wide as far as that goes, in the middle of the bar."""
    room = min(_WIDEST * len(offered), width - len(offered) - 1)
    first = (width - room - len(offered) - 1) // 2
    for at, button in enumerate(offered):
        begin, end = (room * edge // len(offered) for edge in (at, at + 1))
        back = interval(button.interval_seconds) if button.interval_seconds >= 0 else ""
        name: _Line = (f"{button.rating.value} ", _FAINT), (_(RATINGS[button.rating]), _STRONG)
        yield _Placed(button.rating, first + 1 + at + begin, end - begin, 0, (name, ((back, _PLAIN),)))
