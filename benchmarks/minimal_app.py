"""The least a Textual app can be: the base that the first frame of sctui is measured against."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static


class MinimalApp(App[None]):
    """One line of text, and a key to leave."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("q", "quit", "Quit", id="minimal.quit")]

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static("Ready.")


if __name__ == "__main__":
    MinimalApp().run()
