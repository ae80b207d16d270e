"""All keys, from the registry."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from sctui.tui import actions
from sctui.tui.screens.reader import ReaderScreen
from sctui.tui.widgets.prose import Prose


class HelpScreen(ReaderScreen):
    """Keys by screen."""

    heading = "Keys"

    def content(self) -> list[Widget]:
        """A heading and a list for each screen."""
        widgets: list[Widget] = []
        for scope, name in actions.SCOPES.items():
            lines = [
                Content.assemble((f"{action.key:>12}  ", "bold $text-accent"), action.help)
                for action in actions.of(scope)
            ]
            widgets += [
                Prose(name, classes="heading"),
                Prose(Content("\n").join(lines), classes="gap"),
            ]
        return widgets
