"""The least a Textual app can be: the base for the first frame, keys and memory of sctui."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.widgets import Static


class MinimalApp(App[None]):
    """One line of text, which every key changes, and a key to leave."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("q", "quit", "Quit", id="minimal.quit")]

    def __init__(self) -> None:
        super().__init__()
        self._keys = 0

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static("Ready.")

    def on_key(self, event: Key) -> None:
        """Show which key it was, and how many there were."""
        self._keys += 1
        self.query_one(Static).update(f"{event.key} {self._keys}")


if __name__ == "__main__":
    MinimalApp().run()
