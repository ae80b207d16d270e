"""The searches that were saved: one is chosen, or deleted."""

from __future__ import annotations

from typing import Self

from sctui.config.searches import read_searches, write_searches
from sctui.errors import SctuiError
from sctui.i18n import _
from sctui.tui.screens.ask import AskScreen

_BETWEEN = "  —  "


class SavedScreen(AskScreen):
    """Gives back the query that was chosen; see `begin_saved`."""

    def begin_saved(self) -> Self:
        """Show what is saved.

        Raises:
            ConfigError: when the file of saved searches cannot be read.
        """
        searches = read_searches(self.desk.home.searches)
        choices = [f"{name}{_BETWEEN}{query}" for name, query in searches.items()]
        return self.begin(
            _("Saved searches"), _("S in Browse saves one; ^r deletes one."), choices, only_choices=True
        )

    def delete(self, choice: str) -> bool:
        """Delete a saved search."""
        file = self.desk.home.searches
        searches = read_searches(file)
        searches.pop(choice.partition(_BETWEEN)[0], None)
        try:
            write_searches(file, searches)
        except SctuiError as error:
            self.notify(str(error), severity="error", markup=False)
            return False
        return True


def query_of(choice: str) -> str:
    """The query in a choice that was made."""
    return choice.partition(_BETWEEN)[2]
