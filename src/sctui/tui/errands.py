"""What runs beside the screens at the learner's wish, one at a time: documents that are added, an export."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sctui.errors import ExitCode
from sctui.i18n import _
from sctui.text.plural import counted
from sctui.tui.errand import Errand
from sctui.tui.path_choices import shown_path
from sctui.tui.screens.base import say

if TYPE_CHECKING:
    from sctui.tui.app import SctuiApp
    from sctui.tui.desk import Desk


class Errands:
    """The one that runs, or that has ended and was not looked at yet."""

    def __init__(self, app: SctuiApp) -> None:
        self._app = app
        self.current: Errand | None = None

    def begin(self, errand: Errand) -> None:
        """Run it, and show how far it has come."""
        self.current = errand
        self._app.run_worker(self._run(errand), group="errand")
        self.show()

    def show(self) -> bool:
        """Show the current one; whether there is one."""
        from sctui.tui.screens.errand import ErrandScreen  # noqa: PLC0415 -- loaded where it is used

        if self.current is None:
            return False
        self._app.push_screen(ErrandScreen(self._app.desk, self.current), self._left)
        return True

    def _left(self, seen: bool | None) -> None:
        """Its screen was left, when it had ended or while it goes on."""
        from sctui.tui.screens.library import LibraryScreen  # noqa: PLC0415 -- they know each other
        from sctui.tui.widgets.errand_line import ErrandLine  # noqa: PLC0415 -- loaded where it is used
        from sctui.tui.widgets.key_bar import KeyBar  # noqa: PLC0415 -- as above

        library = self._app.screen_stack[0]
        if seen:
            self.current = None
            library.query(ErrandLine).remove()
        elif self.current and isinstance(library, LibraryScreen) and not library.query(ErrandLine):
            library.mount(ErrandLine(self._app.desk, self.current), before=library.query_one(KeyBar))

    async def _run(self, errand: Errand) -> None:
        try:
            await errand.run(self._app.desk.home)
        except OSError as error:  # there can be no further process
            errand.complaints = str(error)
        await self._app.action_take_in()
        errand.ended = True
        if self.current is errand and not self._is_shown():
            told = errand.outcome(self._app.desk)
            say(self._app, f"{errand.title}: {told}")

    def _is_shown(self) -> bool:
        from sctui.tui.screens.errand import ErrandScreen  # noqa: PLC0415 -- loaded where it is used

        return any(isinstance(screen, ErrandScreen) for screen in self._app.screen_stack)


class Adding(Errand):
    """Makes cards from documents; the library has them as soon as they are there."""

    def __init__(self, path: Path, desk: Desk) -> None:
        name = desk.line(path.name or str(path))
        super().__init__(_("Adding {name}").format(name=name), ("convert", str(path.absolute())))
        self._before = _standing(desk)

    def outcome(self, desk: Desk) -> str:
        """What came of it, in a sentence or two."""
        cards, waiting = (now - before for now, before in zip(_standing(desk), self._before, strict=True))
        told = [_("Stopped.")] if self.stopped else []
        if cards > 0:
            told.append(_("{cards} in your library.").format(cards=counted(cards, "new card")))
        if waiting > 0:
            wait = _("{cards} in the inbox. Press {key}.")
            key = desk.key("library.inbox")
            told.append(wait.format(cards=counted(waiting, "new card"), key=key))
        if not told and self.code == ExitCode.OK:
            told.append(_("No new cards."))
        return " ".join(told) or _("That did not work.")


class Exporting(Errand):
    """Writes cards for others to read."""

    def __init__(self, path: Path, arguments: tuple[str, ...]) -> None:
        title = _("Exporting to {name}").format(name=path.name)
        super().__init__(title, ("export", "-o", str(path.absolute()), *arguments))
        self.path = path.absolute()

    def outcome(self, desk: Desk) -> str:
        """Where it went."""
        if self.stopped:
            return _("Stopped.")
        if self.code != ExitCode.OK:
            return _("That did not work.")
        return _("Written to {path}").format(path=desk.line(shown_path(self.path)))


def _standing(desk: Desk) -> tuple[int, int]:
    """How many cards there are to study, and how many wait."""
    collection = desk.collection
    return len(collection.cards), len(collection.library.waiting)
