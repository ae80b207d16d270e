"""What all screens have in common: the desk, a message in too small a window, and errors said aloud."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Self, TypeAlias, TypeVar

from textual.app import App
from textual.binding import ActiveBinding
from textual.events import ScreenResume
from textual.message import Message
from textual.screen import ModalScreen

from sctui.errors import SctuiError
from sctui.i18n import _
from sctui.text.printable import printable
from sctui.tui import actions
from sctui.tui.desk import Desk
from sctui.tui.enduring_app import EnduringApp
from sctui.tui.kept_screens import ScreenT
from sctui.tui.screens.painting import PaintedScreen
from sctui.tui.whole_characters import WholeCharacters
from sctui.tui.widgets.too_small import MIN_HEIGHT, MIN_WIDTH

ResultT = TypeVar("ResultT")
Work: TypeAlias = Callable[[], Coroutine[Any, Any, None]]
_WORK_ANYWHERE = frozenset({"quit", "leave", "command_palette"})


def say(app: App[None], message: str) -> None:
    """Show a short note in the place of those before it, which are about what is past; errors stay."""
    if not app.screen.query("Toast.-error, Toast.-warning"):
        app.clear_notifications()
    app.notify(printable(message), timeout=2.5, markup=False)


class ContainedScreen(PaintedScreen[ResultT]):
    """A screen whose own faults leave the rest of the app alone, and itself so far that one can go back.

    Its widgets are styled when they are made; Textual styles them once more whenever a screen is shown, which
    is done here only where themes or style sheets are not those of the last time.
    """

    desk: Desk
    _styled_by: object = None

    def __init__(self) -> None:
        super().__init__()
        self._compositor = WholeCharacters()

    @property
    def is_current(self) -> bool:
        """Whether it is seen, if only through what lies above it.

        Textual also takes the screen below an opaque one for seen, and paints the upper one again for it.
        """
        return super().is_current and (self is self.app.screen or self.app.screen.styles.background.a < 1)

    async def _on_message(self, message: Message) -> None:
        try:
            await super()._on_message(message)
        except Exception as error:
            app = self.app
            if not (isinstance(app, EnduringApp) and app.overcome(error)):
                raise

    def on_compose(self) -> None:
        """Be wide or narrow from the start: Textual finds out later, and styles all widgets once more."""
        width, height = self.app.size
        for room, given, usual in (
            (width, self.HORIZONTAL_BREAKPOINTS, self.app.HORIZONTAL_BREAKPOINTS),
            (height, self.VERTICAL_BREAKPOINTS, self.app.VERTICAL_BREAKPOINTS),
        ):
            known = (usual if given is None else given) or ()
            if fitting := [(least, name) for least, name in known if least <= room]:
                self.add_class(max(fitting)[1], update=False)
        self.app.stylesheet.apply(self)
        self._styled_by = _styles(self.app)

    def _on_screen_resume(self, event: ScreenResume) -> None:
        styles = _styles(self.app)
        event.refresh_styles, self._styled_by = self._styled_by != styles, styles

    def _on_screen_suspend(self) -> None:
        self._repaint_required = False  # what covers it was painted whole, with what is seen of this one
        if self not in self.app.screen_stack:
            self.workers.cancel_node(self)
            self.put_away()

    def ready(self, make: Callable[[Desk], ScreenT]) -> ScreenT:
        """A screen of a kind that is not shown now; the one that the app keeps, if it does."""
        app = self.app
        return app.kept.ready(make, self.desk) if isinstance(app, EnduringApp) else make(self.desk)

    def put_away(self) -> None:
        """End what goes on in a screen that is kept; called when it has been left."""


def _styles(app: App[Any]) -> tuple[str, int]:
    """What tells whether style sheets may have changed; those of widgets say nothing of other widgets."""
    return app.theme, sum(not source.is_defaults for source in app.stylesheet.source.values())


class ToldScreen(ContainedScreen[ResultT]):
    """A screen that a `begin` tells what to show; `begun` from then until it is shown."""

    begun = False

    def anew(self) -> Self:
        """Have what it is told to show shown by `opened`; what a `begin` gives back."""
        self.begun = True
        return self

    def on_screen_resume(self) -> Awaitable[None] | None:
        """Show what it was told to show."""
        begun, self.begun = self.begun, False
        return self.opened() if begun else None

    async def opened(self) -> None:
        """Show what `begin` was told; called when the screen is shown for the first time since."""


class DeskScreen(ToldScreen[None]):
    """A screen that works at a desk. Its `compose` yields a `TooSmall` besides its own widgets."""

    @dataclass
    class Failed(Message):
        """Something that was done in a thread went wrong."""

        error: SctuiError

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that work now, told in the learner's language."""
        return actions.in_language(super().active_bindings)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is graded that cannot be seen."""
        width, height = self.app.size
        small = width < MIN_WIDTH or height < MIN_HEIGHT
        return action in _WORK_ANYWHERE if small else super().check_action(action, parameters)

    def work_instead(self, work: Work, group: str = "default") -> None:
        """Work beside the screen, in place of what was begun before and may not have started yet."""
        self.run_worker(work, exclusive=True, group=group)  # type: ignore[arg-type] # a union mypy cannot solve

    async def script_changed(self) -> None:
        """Show everything again; called when the reader chose another script."""

    async def decks_changed(self) -> None:
        """Go on with the collection's cards as they are now; called when decks were edited."""

    def on_desk_screen_failed(self, event: Failed) -> None:
        """Say what went wrong in a thread."""
        self.tell(event.error)

    def tell(self, error: SctuiError) -> None:
        """Say what went wrong, and stay."""
        message = printable(f"{error}\n{error.hint}" if error.hint else str(error))
        self.notify(message, title=_(error.title), severity="error", timeout=15, markup=False)


class DeskModal(ToldScreen[bool], ModalScreen[bool]):
    """A screen above another one, at the same desk; what it gives back is true when there is more to do."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that work now, told in the learner's language."""
        return actions.in_language(super().active_bindings)

    async def script_changed(self) -> None:
        """Show everything again; called when the reader chose another script."""

    async def decks_changed(self) -> None:
        """Go on with the collection's cards as they are now; called when decks were edited."""

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(result=False)
