"""All keys, from the registry, and what the words and marks on the screens mean."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from sctui.tui import actions
from sctui.tui.card_text import FLAGS
from sctui.tui.desk import Desk
from sctui.tui.screens.reader import ReaderScreen
from sctui.tui.widgets.prose import Prose

_COUNTS = (
    ("new", "never asked before; so many are begun a day (new_per_day)"),
    ("learning", "begun or forgotten a short while ago, and asked again today"),
    ("due", "known already, and to be asked again by today"),
)


class HelpScreen(ReaderScreen):
    """Keys of the screen one comes from, words and marks, keys of the others, where things live.

    Args:
        desk: what screens work with.
        scope: the name of that screen in the registry of keys.
    """

    heading = "Help"

    def __init__(self, desk: Desk, scope: str = "") -> None:
        super().__init__(desk)
        self._scope = scope

    def content(self) -> list[Widget]:
        """A heading and a list for each part."""
        scopes = dict(actions.SCOPES)
        here = {self._scope: scopes.pop(self._scope)} if self._scope in scopes else {}
        marks = [(words, meaning) for words, _, meaning in FLAGS.values()]
        home = self.desk.home
        places = [
            ("settings", str(home.config)),
            ("your decks", str(home.decks)),
            ("your reviews", str(home.database)),
        ]
        return [
            *self._keys(here),
            *self._part("What the numbers count", _COUNTS),
            *self._part("Marks on a card", marks),
            *self._keys(scopes),
            *self._part("Where things live", [(name, self.desk.line(place)) for name, place in places]),
        ]

    def _keys(self, scopes: dict[str, str]) -> list[Widget]:
        return [
            widget
            for scope, name in scopes.items()
            for widget in self._part(
                f"Keys: {name}", ((action.key, action.help) for action in actions.of(scope))
            )
        ]

    def _part(self, heading: str, rows: Iterable[tuple[str, str]]) -> list[Widget]:
        return [
            Prose(heading, classes="heading"),
            Vertical(
                *(Horizontal(Prose(term, classes="term"), Prose(meaning)) for term, meaning in rows),
                classes="gap rows",
            ),
        ]
