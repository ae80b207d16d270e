"""The buttons below a card: one to show the answer, then four to grade it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

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


class RatingButton(Static):
    """A rating with the time after which the card comes back."""

    @dataclass
    class Pressed(Message):
        """The button was clicked."""

        rating: Rating

    def __init__(self, rating: Rating) -> None:
        super().__init__(classes=f"rating -{rating.name.lower()}", markup=False)
        self.rating = rating

    def show(self, button: Button) -> None:
        """Show the interval that the rating would bring."""
        name = _(RATINGS[self.rating])
        back = interval(button.interval_seconds) if button.interval_seconds >= 0 else ""
        self.update(Content.assemble((f"{self.rating.value} ", "dim"), (name, "bold"), f"\n{back}"))

    def on_click(self) -> None:
        """Grade."""
        self.post_message(self.Pressed(self.rating))


class RevealButton(Static):
    """Shows the answer."""

    class Pressed(Message):
        """The button was clicked."""

    def __init__(self) -> None:
        super().__init__(
            Content.assemble((_("Show the answer"), "bold"), ("  " + _("space"), "dim")), markup=False
        )

    def on_click(self) -> None:
        """Show."""
        self.post_message(self.Pressed())


class RatingBar(Horizontal):
    """Either the button that shows the answer or the four ratings.

    What is seen is set on the buttons themselves: a class on the bar would have Textual match the style
    sheets for all of them again, at every card.
    """

    def compose(self) -> ComposeResult:
        """All five, of which those are shown that are needed."""
        yield RevealButton()
        for rating in Rating:
            button = RatingButton(rating)
            button.display = False
            yield button

    def ask(self) -> None:
        """A question is shown."""
        self._show({})

    def offer(self, buttons: Sequence[Button], suggested: Rating | None) -> None:
        """The answer is shown; the rating that a check of the learner's own suggests stands out."""
        self._show({button.rating: button for button in buttons}, suggested)

    def _show(self, offered: Mapping[Rating, Button], suggested: Rating | None = None) -> None:
        self.query_one(RevealButton).display = not offered
        for widget in self.query(RatingButton):
            button = offered.get(widget.rating)
            widget.display = button is not None
            widget.set_class(widget.rating is suggested, "-suggested")
            if button:
                widget.show(button)
