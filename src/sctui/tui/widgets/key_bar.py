"""The last line of a screen: its keys, as many as there is room for, always with the way back and the help.

Drawn as one line, since Textual's `Footer` makes a widget a key whenever they change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.keys import Keys, format_key
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from sctui.tui.actions import ACTIONS

# the learner's own keys come last where they are bound, and stand where the others would
_PLACES: Mapping[str | None, int] = {action.id: place for place, action in enumerate(ACTIONS)}
_TYPE_NOTHING = frozenset(key.value for key in Keys) - {"space"}
_KEPT = ("help", "leave", "quit")  # what stays longest where there is no room for all


@dataclass(frozen=True, slots=True)
class Shown:
    """A key with its word. `name` is the last part of the action's id; `key` what is pressed by a click."""

    name: str
    key: str
    display: str
    word: str
    enabled: bool = True

    @property
    def width(self) -> int:
        """Cells it takes: a blank before, between and behind."""
        return cell_len(self.display) + cell_len(self.word) + 3


def fitting(keys: list[Shown], width: int) -> list[Shown]:
    """The keys that fit into a width: those at the end go first, then the ways out, the help last."""
    shown = list(keys)
    while sum(key.width for key in shown) > width and len(shown) > 1:
        others = [key for key in shown if key.name not in _KEPT]
        shown.remove(others[-1] if others else max(shown, key=lambda key: _KEPT.index(key.name)))
    return shown


def takes_text(widget: Widget) -> bool:
    """Whether letters go into it."""
    return widget.check_consume_key("a", "a")


def character_of(key: str) -> str | None:
    """What a key would type: `?` for `question_mark`; None for one that types nothing."""
    if key in _TYPE_NOTHING or "+" in key:
        return None
    return " " if key == "space" else format_key(key)


class KeyBar(Widget, can_focus=False):
    """The keys that work now, each with a click."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-bar--key", "key-bar--word", "key-bar--off"}

    def __init__(self) -> None:
        super().__init__()
        self._drawn_last: list[Shown] = []
        self._told = False

    def on_mount(self) -> None:
        """Follow the keys of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        """Look at the keys once, however often one act tells that they have changed; hidden, when shown."""
        if screen is self.app.screen and not self._told:
            self._told = True
            self.call_later(self._look)

    def _look(self) -> None:
        """Draw other keys; they may be the same, as when a focus is told that was there in the last frame."""
        self._told = False
        if self._keys() != self._drawn_last:
            self.refresh()

    def _keys(self) -> list[Shown]:
        """What the screen offers, without keys that would be typed; several that do the same are one."""
        found: dict[str, Shown] = {}
        typed_into = self.screen.focused
        active_now = self.screen.active_bindings.values()
        for active in sorted(active_now, key=lambda one: _PLACES.get(one.binding.id, -1)):
            binding = active.binding
            if not binding.show or binding.action in found:
                continue
            name = (binding.id or binding.action).partition(".")[2]
            display = self.app.get_key_display(binding)
            if typed_into is not None and takes_text(typed_into):
                if typed_into.check_consume_key(binding.key, character_of(binding.key)):
                    continue
                display = format_key(binding.key)
            found[binding.action] = Shown(name, binding.key, display, binding.description, active.enabled)
        return list(found.values())

    def render_line(self, y: int) -> Strip:
        """Draw the keys."""
        width = self.size.width
        if y == 0:
            self._drawn_last = self._keys()
        shown = fitting(self._drawn_last, width) if y == 0 else []
        segments = [piece for key in shown for piece in self._drawn(key)]
        return Strip(segments).adjust_cell_length(width).apply_style(self.rich_style)

    def _drawn(self, key: Shown) -> Iterator[Segment]:
        off = self.get_component_rich_style("key-bar--off", partial=True)
        for text, name in ((f" {key.display} ", "key"), (f"{key.word} ", "word")):
            style = self.get_component_rich_style(f"key-bar--{name}", partial=True)
            yield Segment(text, style if key.enabled else style + off)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Press the key under the pointer."""
        left = 0
        for key in fitting(self._keys(), self.size.width):
            if left <= event.x < left + key.width:
                self.app.simulate_key(key.key)
                return
            left += key.width
