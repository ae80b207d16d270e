"""The app: its screens, and what works on all of them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from functools import cached_property, partial
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.screen import Screen

from sctui.errors import SctuiError
from sctui.i18n import _
from sctui.text.freed_memory import give_back
from sctui.text.printable import printable
from sctui.tui import actions
from sctui.tui.actions import Action
from sctui.tui.desk import Desk
from sctui.tui.early_app import EarlyApp
from sctui.tui.faults import Faults
from sctui.tui.leisure import look_for_garbage, make_screens
from sctui.tui.screens.base import say
from sctui.tui.screens.library import LibraryScreen
from sctui.tui.settings.own_keys import with_own_key
from sctui.tui.settings.taking_effect import begin, show_again
from sctui.tui.themes import HIGH_CONTRAST
from sctui.tui.widgets.too_small import MIN_HEIGHT, MIN_WIDTH

if TYPE_CHECKING:
    from textual.worker import Worker

    from sctui.decks.first_reading import FirstReading
    from sctui.tui.errands import Errands
    from sctui.tui.live_decks import LiveDecks

_BACKUP_SECONDS = 30 * 60
_COMFORTABLE = 18  # lines from which there is room around the buttons


class SctuiApp(EarlyApp):
    """Opens the library at a desk.

    Args:
        desk: what screens work with.
        faults: where faults of ours are written down, so that the app goes on after them; None to end with
            the first, as tests want it.
        tour: whether the learner is new, and shown around first.
        reading: how the decks are read once the first frame is drawn; None where the desk has them.
        ahead: whether screens are made ahead, while nobody types.
    """

    # the first screen is no pushed screen, so that its style sheet is named here
    CSS_PATH: ClassVar[list[str | PurePath]] = ["app.tcss", "screens/library.tcss"]
    TITLE = "sctui"
    BINDINGS: ClassVar[list[BindingType]] = actions.bindings("app")

    def __init__(
        self,
        desk: Desk,
        *,
        faults: Faults | None = None,
        tour: bool = False,
        reading: FirstReading | None = None,
        ahead: bool = False,
    ) -> None:
        super().__init__(desk, faults, reading)
        self._new_here, self._ahead = tour, ahead
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (MIN_WIDTH, "-wide")]
        self.VERTICAL_BREAKPOINTS = [(0, "-short"), (MIN_HEIGHT, "-low"), (_COMFORTABLE, "-high")]
        self.register_theme(HIGH_CONTRAST)
        self._wrong_theme = begin(self)
        self.live: LiveDecks | None = None

    def get_default_screen(self) -> Screen[None]:
        """The library."""
        return LibraryScreen(self.desk)

    async def decks_read(self) -> None:
        """Show the decks, and begin what goes on beside them."""
        from sctui.tui.live_decks import SECONDS, LiveDecks  # noqa: PLC0415 -- keeps the first frame early

        await super().decks_read()
        for screen in self.screen_stack:
            if isinstance(screen, LibraryScreen):
                await screen.decks_changed()
        self._back_up(at_start=True)
        self.set_interval(_BACKUP_SECONDS, self._back_up)
        self.live = LiveDecks(self)
        self.run_worker(self.live.look())
        if self._new_here and self.desk.collection.cards:
            await self._begin_tour()
        self.set_interval(SECONDS, self.live.look)
        self.make_ahead()
        if self._ahead:
            self.run_worker(look_for_garbage(self.leisure))

    def make_ahead(self) -> None:
        """Make the screens that are not there, or not any more, while nobody types."""
        if self._ahead:
            making = make_screens(self, self.desk, self.leisure)
            self.run_worker(making, exclusive=True, group="ahead")

    def on_mount(self) -> None:
        """Remember the theme when another one is chosen; tell of one that there is not."""
        self.theme_changed_signal.subscribe(self, lambda theme: self._keep_theme(theme.name))
        if self._wrong_theme:
            self.tell(self._wrong_theme)

    def _keep_theme(self, theme: str) -> None:
        try:
            self.desk.keep_theme(theme)
        except SctuiError as error:
            self.tell(error)

    async def action_script(self) -> None:
        """The next script."""
        try:
            script = self.desk.next_script()
        except SctuiError as error:
            self.tell(error)
            script = self.desk.settings.script
        await show_again(self)
        say(self, _("Script: {script}").format(script=_(script.label)))

    def action_settings(self) -> None:
        """What a learner can set."""
        from sctui.tui.screens.settings import SettingsScreen  # noqa: PLC0415 -- keeps the first frame early

        if not any(isinstance(screen, SettingsScreen) for screen in self.screen_stack):
            self.push_screen(self.kept.ready(SettingsScreen, self.desk).begin())

    @cached_property
    def errands(self) -> Errands:
        """What runs beside the screens."""
        from sctui.tui.errands import Errands  # noqa: PLC0415 -- keeps the first frame early

        return Errands(self)

    async def action_take_in(self) -> None:
        """Go on with decks that the app has written itself."""
        if self.live:
            await self.live.refresh()

    def action_tour(self) -> Worker[None]:
        """Be shown around."""
        from sctui.tui.touring import walk  # noqa: PLC0415 -- keeps the first frame early

        return self.run_worker(walk(self), exclusive=True, group="tour")

    async def _begin_tour(self) -> None:
        """Show the first stop, so that what was typed meanwhile goes to it and not to what lies below."""
        below, tour = self.screen, self.action_tour()
        while self.screen is below and not tour.is_finished:
            await asyncio.sleep(0)

    def action_help(self) -> None:
        """All keys."""
        from sctui.tui.screens.help import HelpScreen  # noqa: PLC0415 -- keeps the first frame early

        self.push_screen(self.kept.ready(HelpScreen, self.desk).begin(_scope(self.screen)))

    def get_key_display(self, binding: Binding) -> str:
        """How a key is told to people."""
        display = super().get_key_display(binding)
        return _("space") if display == "space" else display

    def action_command_palette(self) -> None:
        """Show the command palette, with its prompt in the learner's language."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder=_("Search for commands…"), id="--command-palette"))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The command palette: what the screen offers, and what works everywhere."""
        for action in self.actions_here(screen):
            if not action.moves:
                title, told = action.titled
                yield SystemCommand(title, told, self._runner(action.call, screen))
        yield SystemCommand(_("Theme"), _("Choose light or dark colours"), self.action_change_theme)

    def actions_here(self, screen: Screen[object]) -> list[Action]:
        """What can be done on a screen, each once, with the learner's own keys."""
        here = actions.of(_scope(screen))
        names = {action.id.partition(".")[2] for action in here}
        everywhere = [action for action in actions.of("app") if action.id.partition(".")[2] not in names]
        return [with_own_key(action, self.desk.settings.keys) for action in (*here, *everywhere)]

    def _runner(self, call: str, screen: Screen[object]) -> Callable[[], Awaitable[None]]:
        async def run() -> None:
            await self.run_action(call, default_namespace=screen)

        return run

    def _back_up(self, *, at_start: bool = False) -> None:
        """Back up in a thread: SQLite and zlib leave the interpreter to the screen while they work."""
        self.run_worker(partial(self._make_backup, at_start=at_start), thread=True, group="backup")

    def _make_backup(self, *, at_start: bool) -> None:
        from sctui.safety.backups import back_up_use  # noqa: PLC0415 -- keeps the first frame early
        from sctui.store.room import make_room  # noqa: PLC0415 -- likewise

        make_room(self.desk.home.database)
        try:
            back_up_use(self.desk.home, self.desk.now(), at_start=at_start)
        except SctuiError as error:
            self.call_from_thread(self.tell, error)
        finally:
            give_back()

    def tell(self, error: SctuiError) -> None:
        """Say what went wrong, on whatever screen."""
        message = printable(f"{error}\n{error.hint}" if error.hint else str(error))
        self.notify(message, title=_(error.title), severity="warning", timeout=10, markup=False)


def _scope(screen: Screen[object]) -> str:
    """The name by which the registry of keys knows a screen."""
    return type(screen).__name__.removesuffix("Screen").lower()
