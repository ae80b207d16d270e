"""The tour: four short texts over the real screens, shown to a new learner once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content

from sctui.i18n import N_, _
from sctui.tui import actions
from sctui.tui.desk import Desk
from sctui.tui.screens.base import DeskModal
from sctui.tui.widgets.key_bar import KeyBar
from sctui.tui.widgets.prose import Prose


@dataclass(frozen=True, slots=True)
class Stop:
    """A place of the tour: its text, in which `{}` stand for the keys of actions, in their order."""

    text: str
    keys: tuple[str, ...]
    over_card: bool = False


STOPS = (
    Stop(
        N_(
            "Your library: decks made from documents, and what today brings of each.\n"
            "{} studies the deck under the cursor; {} and {} move."
        ),
        ("library.study", "library.move.down", "library.move.up"),
    ),
    Stop(
        N_(
            "A card asks. {} shows the answer, with the words of the source that prove it.\n"
            "{} to {} say how well you knew it, and with that when the card comes back.\n"
            "{} takes the last answer back, {} shows the passage, {} leaves: all is saved."
        ),
        ("study.reveal", "study.rate.again", "study.rate.easy", "study.undo", "study.source", "study.leave"),
        over_card=True,
    ),
    Stop(
        N_(
            "The library knows more than cards: {} all studies in one table,\n"
            "{} cell sources side by side, {} who acts on what, {} the documents themselves.\n"
            "{} makes cards from documents of your own."
        ),
        ("library.trials", "library.compare", "library.mechanisms", "library.document", "library.add"),
    ),
    Stop(
        N_(
            "{} changes between Simplified and Traditional, {} opens the settings.\n"
            "{} tells the keys of every screen; Ctrl+P finds whatever can be done by its name."
        ),
        ("app.script", "app.settings", "app.help"),
    ),
)


class TourScreen(DeskModal):
    """One stop at the bottom of the screen it is about; gives True when there is another one.

    Args:
        desk: what screens work with.
        at: which stop, from 0.
    """

    CSS_PATH = "tour.tcss"
    BINDINGS: ClassVar[list[BindingType]] = actions.bindings("tour")

    def __init__(self, desk: Desk, at: int) -> None:
        super().__init__(desk)
        self._at = at

    def compose(self) -> ComposeResult:
        """A box with the text, and its keys."""
        with Vertical(id="box") as box:
            box.border_title = Content(f"{self._at + 1} / {len(STOPS)}")
            yield Prose(self._text())
        yield KeyBar()

    def _text(self) -> Content:
        stop = STOPS[self._at]
        pieces = _(stop.text).split("{}")
        keys = [self.desk.key(name) for name in stop.keys]
        told = Content(pieces[0])
        for key, piece in zip(keys, pieces[1:], strict=True):
            told = Content.assemble(told, (f" {key} ", "bold $text-accent on $accent-muted"), piece)
        return told

    async def script_changed(self) -> None:
        """Say it in the other language."""
        self.query_one(Prose).show(self._text())

    def action_next(self) -> None:
        """To the next stop."""
        self.dismiss(result=True)
