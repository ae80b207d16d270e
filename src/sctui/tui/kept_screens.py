"""Screens that stay alive when they are left, and are made ahead: to open one is to show it, not to make it.

To make a screen takes a tenth of a second: its style sheet is read, and all style sheets are matched with
each of its widgets. A screen that is kept has a `begin`, which takes what it is to show when it is resumed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from textual._context import active_message_pump
from textual.app import App
from textual.containers import ScrollableContainer
from textual.dom import DOMNode
from textual.events import Resize
from textual.screen import Screen

if TYPE_CHECKING:
    from sctui.tui.desk import Desk
    from sctui.tui.enduring_app import EnduringApp

ScreenT = TypeVar("ScreenT", bound=Screen[Any])
Make = Callable[["Desk"], Screen[Any]]


def read_styles(app: App[None], screen: Screen[Any]) -> None:
    """Read the style sheets of a screen that have not been read yet.

    Textual parses all others anew with them; they say the same as before, and stay in its cache while the
    theme does.
    """
    sheet = app.stylesheet
    if missing := [path for path in screen.css_path if not sheet.has_source(str(path), "")]:
        for path in missing:
            sheet.read(path)
        sheet.parse()
        sheet.update(app)


class KeptScreens:
    """The screens that an app keeps, one of a kind."""

    def __init__(self, app: EnduringApp) -> None:
        self._app = app
        self._screens: dict[object, Screen[Any]] = {}

    def __contains__(self, screen: object) -> bool:
        return any(kept is screen for kept in self._screens.values())

    def ready(self, make: Callable[[Desk], ScreenT], desk: Desk) -> ScreenT:
        """A screen of a kind that is not shown now: the one that is kept, if it is free."""
        kept: Any = self._screens.get(make)
        if kept is None:
            kept = self._screens[make] = make(desk)
        return make(desk) if kept in self._app.screen_stack else kept

    async def make_ahead(
        self, makes: Sequence[Make], desk: Desk, at_leisure: Callable[[], Awaitable[None]]
    ) -> None:
        """Make screens that are not there yet, and lay them out; wait for leisure before each step."""
        made = {make: make(desk) for make in makes if make not in self._screens}
        for screen in made.values():  # those of all first, else what is made is styled anew when it is shown
            await at_leisure()
            read_styles(self._app, screen)
        for make, screen in made.items():
            await at_leisure()
            if make not in self._screens:
                self._screens[make] = screen
                _screen, mounted = self._app._get_screen(screen)  # noqa: SLF001 -- `push_screen` shows it as well
                await mounted
                for widget in screen.query(ScrollableContainer):
                    _ = widget.vertical_scrollbar  # made when asked for, which brings a frame of its own
                await self.lay_out(screen)

    async def lay_out(self, screen: Screen[Any]) -> None:
        """Lay out a screen that is not shown now."""
        screen.stack_updates += 1  # else it is not done before it is shown
        screen.post_message(Resize(self._app.size, self._app.size))
        await asyncio.sleep(0)

    def hidden(self, kind: type[ScreenT]) -> list[ScreenT]:
        """The screens of a kind that are kept and not shown now."""
        kept = [screen for screen in self._screens.values() if isinstance(screen, kind) and screen.is_running]
        return [screen for screen in kept if screen not in self._app.screen_stack]

    async def drop(self) -> None:
        """Keep none of those there are: their words, or the keys that they name, have changed."""
        dropped = list(self._screens.values())
        self._screens.clear()
        for screen in dropped:
            if screen.is_running and screen not in self._app.screen_stack:  # else it goes when it is left
                await screen.remove()

    def unseen(self) -> Screen[Any] | None:
        """The kept screen, not shown now, whose message or whose widget's is being handled."""
        pump = active_message_pump.get(None)
        nodes = pump.ancestors_with_self if isinstance(pump, DOMNode) else ()
        screens = (node for node in nodes if isinstance(node, Screen) and node in self)
        return next((screen for screen in screens if screen not in self._app.screen_stack), None)

    def forget(self, screen: Screen[Any]) -> None:
        """Let a screen that is shown go when it is left: something has failed in it."""
        self._screens = {make: kept for make, kept in self._screens.items() if kept is not screen}
