"""What is wrong with decks, as file:line:column, and what to do about it."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from sctui.i18n import N_
from sctui.text.printable import printable
from sctui.tui.screens.reader import ReaderScreen
from sctui.tui.widgets.prose import Prose


class ProblemsScreen(ReaderScreen):
    """Every problem of the library."""

    heading = N_("Problems in your decks")

    def content(self) -> list[Widget]:
        """Place, message and hint of each."""
        return [
            Prose(
                Content.assemble(
                    (printable(problem.where), "$text-accent"),
                    "\n",
                    (printable(problem.message), "bold"),
                    f"\n{printable(problem.hint)}" if problem.hint else "",
                ),
                classes="gap",
            )
            for problem in self.desk.collection.library.problems
        ]
