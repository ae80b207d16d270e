"""From the library to documents, to what they tell, and to what is wrong with decks."""

from __future__ import annotations

from sctui.i18n import _
from sctui.tui.screens.base import say
from sctui.tui.screens.errand_acts import ErrandActs


class DoorsScreen(ErrandActs):
    """A screen from which documents and the tables of what is known are opened."""

    def action_document(self) -> None:
        """Read the document of the deck under the cursor; choose when there are several."""
        from sctui.tui.cited_documents import documents_of  # noqa: PLC0415 -- keeps the first frame early
        from sctui.tui.screens.document import DocumentScreen  # noqa: PLC0415 -- loaded where it is used

        files = documents_of(self.desk.collection, self.deck)
        if not files:
            say(self.app, _("No document of this deck is at hand."))
            return
        if len(files) > 1:
            from sctui.tui.screens.documents import DocumentsScreen  # noqa: PLC0415 -- loaded where it is used

            self.app.push_screen(self.ready(DocumentsScreen).begin(files))
        else:
            self.app.push_screen(self.ready(DocumentScreen).begin(files[0]))

    def action_trials(self) -> None:
        """Show all studies."""
        from sctui.tui.screens.trials import TrialsScreen  # noqa: PLC0415 -- keeps the first frame early

        self.app.push_screen(self.ready(TrialsScreen).begin())

    def action_browse(self) -> None:
        """Find cards."""
        from sctui.tui.screens.browse import BrowseScreen  # noqa: PLC0415 -- keeps the first frame early

        self.app.push_screen(self.ready(BrowseScreen).begin())

    def action_compare(self) -> None:
        """Show the matrix of comparisons."""
        from sctui.tui.screens.compare import CompareScreen  # noqa: PLC0415 -- keeps the first frame early

        self.app.push_screen(self.ready(CompareScreen).begin())

    def action_mechanisms(self) -> None:
        """Show who acts on what."""
        from sctui.tui.screens.mechanisms import MechanismsScreen  # noqa: PLC0415 -- keeps the first frame early

        self.app.push_screen(self.ready(MechanismsScreen).begin())

    def action_overview(self) -> None:
        """Show what the documents of the deck under the cursor claim, one after the other."""
        from sctui.tui.cited_documents import document_names  # noqa: PLC0415 -- keeps the first frame early
        from sctui.tui.screens.overview import OverviewScreen  # noqa: PLC0415 -- loaded where it is used

        names = document_names(self.desk.collection, self.deck)
        self.app.push_screen(self.ready(OverviewScreen).begin(names))

    def action_problems(self) -> None:
        """Show what is wrong with decks."""
        from sctui.tui.screens.problems import ProblemsScreen  # noqa: PLC0415 -- seldom needed

        if self.desk.collection.library.problems:
            self.app.push_screen(ProblemsScreen(self.desk))
