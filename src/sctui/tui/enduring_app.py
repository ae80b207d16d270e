"""An app that goes on after faults of ours, and that leaves the terminal as it was whatever ends it."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from typing import Any

from textual.actions import ActionParseResult
from textual.app import App
from textual.cache import LRUCache
from textual.command import CommandPalette
from textual.css.query import NoMatches
from textual.dom import DOMNode
from textual.driver import Driver
from textual.notifications import Notify
from textual.screen import Screen
from textual.worker import WorkerFailed

from sctui.text.printable import printable
from sctui.tui.faults import Faults
from sctui.tui.kept_screens import KeptScreens, read_styles
from sctui.tui.lost_terminal import LastingOutput

_SHEETS = 256


class EnduringApp(App[None]):
    """The base of the app.

    Args:
        faults: where faults of ours are written down, so that the app goes on after them; None to end with
            the first, as tests want it.
    """

    def __init__(self, faults: Faults | None) -> None:
        super().__init__()
        self._faults = faults
        self.kept = KeptScreens(self)
        self.stylesheet._parse_cache = LRUCache(_SHEETS)  # noqa: SLF001 -- 64 are kept, fewer than there are

    def on_load(self) -> None:
        """Leave in good order, with the terminal as it was, when the program is told to end."""
        for number in (signal.SIGTERM, signal.SIGINT, getattr(signal, "SIGHUP", signal.SIGTERM)):
            with suppress(NotImplementedError, RuntimeError, ValueError):  # Windows; not in the main thread
                asyncio.get_running_loop().add_signal_handler(
                    number, partial(self.exit, return_code=128 + number)
                )

    def _on_notify(self, event: Notify) -> None:
        """Show a note; where it stands there already, it is not shown twice."""
        told = event.notification
        for shown in [
            one for one in self._notifications if (one.message, one.title) == (told.message, told.title)
        ]:
            self._unnotify(shown, refresh=False)
        super()._on_notify(event)

    def _build_driver(self, *args: Any, **kwargs: Any) -> Driver:
        driver = super()._build_driver(*args, **kwargs)
        if file := getattr(driver, "_file", None):
            vars(driver)["_file"] = LastingOutput(file)
        return driver

    def _load_screen_css(self, screen: Screen[Any]) -> None:
        read_styles(self, screen)
        super()._load_screen_css(screen)

    def is_screen_installed(self, screen: Screen[object] | str) -> bool:
        """Whether a screen stays alive when it is left."""
        return screen in self.kept or super().is_screen_installed(screen)

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do what a key stands for; a fault in it leaves the screen as it is."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except Exception as error:
            if not self.overcome(error):
                raise
            return True

    def overcome(self, error: Exception) -> bool:
        """Write a fault down, and tell it where it is seen; False when the app should end with it."""
        if self._faults and (unseen := self.kept.unseen()):
            self.kept.forget(unseen)  # it is told when the screen is opened, and fails once more
            return bool(self._faults.write_down(error))
        told = self._faults.keep(error) if self._faults else ""
        if told:
            self.notify(printable(told), title="sctui", severity="error", timeout=20, markup=False)
        return bool(told)

    def _handle_exception(self, error: Exception) -> None:
        """Leave the screen in which a widget has failed; end where there is no other, or too much fails."""
        if self._is_of_a_palette_left(error):
            return
        shown = not isinstance(error, WorkerFailed) and not self.kept.unseen()
        if (shown and len(self.screen_stack) < 2) or not self.overcome(error):
            super()._handle_exception(error)
        elif shown:
            self.kept.forget(self.screen)
            self.pop_screen()

    def _is_of_a_palette_left(self, error: Exception) -> bool:
        """Whether it is Textual's: a palette that was left while it looked for commands misses its list."""
        missed = isinstance(error, WorkerFailed) and isinstance(error.error, NoMatches)
        is_open = any(isinstance(screen, CommandPalette) for screen in self.screen_stack)
        return missed and CommandPalette.__name__ in str(error) and not is_open
