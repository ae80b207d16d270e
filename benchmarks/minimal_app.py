"""The least a Textual app can be: the base that the first frame of sctui is measured against."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class MinimalApp(App[None]):
    """One line of text."""

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static("Ready.")


if __name__ == "__main__":
    MinimalApp().run()
