"""What a key does, as the one declaration that bindings, footer, palette, help and docs come from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sctui.i18n import _

_COLON = re.compile(r": |：")  # behind what a help text is about


@dataclass(frozen=True, slots=True)
class Action:
    """Something that a key does.

    Args:
        id: `<scope>.<name>`; the screen (or app) of that scope has a method `action_<name>`.
        keys: Textual's names of the keys, separated by commas.
        label: a word for the footer, in English; empty keeps it out of the footer.
        help: what it does, for help and palette, in English.
        shown_key: the key as footer and help show it.
        argument: what the method is called with.
    """

    id: str
    keys: str
    label: str
    help: str
    shown_key: str = ""
    argument: str = ""

    @property
    def scope(self) -> str:
        """Where the key works: a screen, or the whole app."""
        return self.id.partition(".")[0]

    @property
    def call(self) -> str:
        """The action as Textual runs it; the part of the id behind a second dot only tells siblings apart."""
        name = self.id.split(".")[1]
        place = "app." if self.scope == "app" or name == "quit" else "screen."
        return f"{place}{name}({self.argument})"

    @property
    def moves(self) -> bool:
        """Whether it moves a cursor or scrolls, which nobody looks for by name."""
        return self.id.split(".")[1] in {"move", "page", "end", "scroll"}

    @property
    def titled(self) -> tuple[str, str]:
        """A title in the learner's language, and what else there is to tell, the key at its end."""
        told = _(self.help)
        if self.label:
            return _(self.label), f"{told} ({self.key})"
        title, _colon, rest = _COLON.sub("\n", told, count=1).partition("\n")
        return title, f"{rest} ({self.key})" if rest else self.key

    @property
    def key(self) -> str:
        """The key or keys, to be read by people."""
        return self.shown_key or " ".join(key.strip() for key in self.keys.split(","))


def moving(scope: str) -> tuple[Action, ...]:
    """The keys that move in a list."""
    return (
        Action(f"{scope}.move.down", "j,down", "", "Next row", "j ↓", "1"),
        Action(f"{scope}.move.up", "k,up", "", "The row above", "k ↑", "-1"),
        Action(f"{scope}.page.down", "ctrl+f,pagedown", "", "A page down", "PgDn", "1"),
        Action(f"{scope}.page.up", "ctrl+b,pageup", "", "A page up", "PgUp", "-1"),
        Action(f"{scope}.end.first", "g,home", "", "First row", "g", "-1"),
        Action(f"{scope}.end.last", "G,end", "", "Last row", "G", "1"),
    )


def scrolling(scope: str) -> tuple[Action, ...]:
    """The keys that scroll what is told of the row under the cursor."""
    return (
        Action(f"{scope}.scroll.down", "J,shift+down", "", "Scroll what is told of the row down", "J", "1"),
        Action(f"{scope}.scroll.up", "K,shift+up", "", "Scroll what is told of the row up", "K", "-1"),
    )
