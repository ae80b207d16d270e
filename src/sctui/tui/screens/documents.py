"""Which of a deck's documents to read."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, Self

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content

from sctui.i18n import _
from sctui.text.printable import one_line
from sctui.tui import actions
from sctui.tui.desk import Desk
from sctui.tui.enduring_app import EnduringApp
from sctui.tui.reading import stamp
from sctui.tui.screens.base import DeskModal
from sctui.tui.screens.document import DocumentScreen
from sctui.tui.widgets.topic_list import TopicList

_REST = 0.3  # seconds on a name after which it is read
_LONG = 200_000  # bytes of a document that is not: it would take longer than one waits for


class DocumentsScreen(DeskModal):
    """The file names of several documents; the chosen one is opened in this screen's place. See `begin`."""

    CSS_PATH = "documents.tcss"
    BINDINGS: ClassVar[list[BindingType]] = actions.bindings("documents")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._files: Sequence[Path] = ()

    def begin(self, files: Sequence[Path]) -> Self:
        """Let one choose from files, beginning with the first."""
        self._files = files
        return self

    def compose(self) -> ComposeResult:
        """A box with the names."""
        with Vertical(id="box") as box:
            box.border_title = Content(_("Read which document?"))
            box.border_subtitle = _("{read} to read, {close} to close").format(
                read=self.desk.key("documents.choose"), close=self.desk.key("documents.leave")
            )
            yield TopicList()

    def on_screen_resume(self) -> None:
        """As high as its names need, up to the screen's height."""
        names = self.query_one(TopicList)
        names.cursor = 0
        names.styles.height = len(self._files)
        names.show([(one_line(file.name), 1) for file in self._files])
        self._foresee()

    def _foresee(self) -> None:
        self.run_worker(self._read_ahead(self._files[self.query_one(TopicList).cursor]), exclusive=True)

    async def _read_ahead(self, file: Path) -> None:
        """Have what is likely to be chosen stand on its screen; what is wrong is told when it is opened."""
        await asyncio.sleep(_REST)
        app, screen = self.app, self.ready(DocumentScreen)
        if stamp(file)[-1] <= _LONG and screen.is_running and isinstance(app, EnduringApp):
            await screen.foresee(file)
            await app.kept.lay_out(screen)

    def on_topic_list_chosen(self, _event: TopicList.Chosen) -> None:
        """A name was clicked."""
        self.action_choose()

    def action_move(self, steps: int) -> None:
        """The next name, or the one above."""
        self.query_one(TopicList).move(steps)
        self._foresee()

    def action_choose(self) -> None:
        """Read the document under the cursor."""
        file = self._files[self.query_one(TopicList).cursor]
        self.app.switch_screen(self.ready(DocumentScreen).begin(file))
