"""`sctui` without a command: the app."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from sctui.cli.compiled import APP, forget_compiled, leave_compiled, loading
from sctui.errors import SctuiError, TerminalError
from sctui.i18n import N_, _
from sctui.locations import Home

if TYPE_CHECKING:
    from sctui.collection import Collection
    from sctui.config import Settings

_MIN_WIDTH, _MIN_HEIGHT = 40, 12


class AppStoppedError(SctuiError):
    """The app ended because of a fault of ours."""

    title = N_("sctui stopped")


def study(home: Home) -> None:
    """Open the library in the terminal; returns when the learner leaves.

    Raises:
        TerminalError: when there is no terminal, or it is too small.
        ConfigError, HomeError, CollectionError: when settings or database cannot be used.
        AppStoppedError: when the app met a fault; the log in the home folder has the details.
    """
    with loading(APP):
        settings = _settings(home)
        check_terminal()
        gc.disable()  # nothing made while starting is garbage; the app turns it on again once it is drawn
        _load_asyncio()
        from sctui.decks.first_reading import FirstReading  # noqa: PLC0415 -- Textual loads when the app starts
        from sctui.tui.clock import Clock  # noqa: PLC0415 -- loaded where it is used
        from sctui.tui.desk import Desk  # noqa: PLC0415 -- loaded where it is used
        from sctui.tui.run import run_app  # noqa: PLC0415 -- loaded where it is used
    forget_compiled(APP)

    new_here = settings.tour and not home.config.exists() and not home.database.exists()
    clock = Clock()
    reading = FirstReading(home.library, home.remembered, home.deck_names)
    desk = Desk(partial(_opened, home, clock.now), settings, home, clock)
    try:
        report, code = run_app(desk, reading, tour=new_here)
    finally:
        if desk.opened:
            desk.opened.close()
            reading.keep(desk.opened.decks)
        leave_compiled(APP)
    if reading.fault:
        raise reading.fault
    if report:
        from sctui.tui.faults import keep_report  # noqa: PLC0415 -- hardly ever needed

        raise AppStoppedError(
            _("A fault in the program; every answer is saved."), hint=keep_report(report, home.log)
        )
    if code:
        sys.exit(code)


def _load_asyncio() -> None:
    """Load it as where Python comes without SSL, which takes as long as twenty modules of ours.

    The app connects to nothing by asyncio; what needs SSL later finds it.
    """
    if "ssl" not in sys.modules:
        sys.modules["ssl"] = None  # type: ignore[assignment]  # so Python knows what is not to be found
        try:
            import asyncio  # noqa: F401, PLC0415 -- for Textual
        finally:
            del sys.modules["ssl"]


def _opened(home: Home, now: Callable[[], int]) -> Collection:
    """The database, as yet without decks; nothing of it is loaded before the first frame is drawn."""
    from sctui.collection import Collection  # noqa: PLC0415 -- loaded in the thread
    from sctui.decks.library import Library  # noqa: PLC0415 -- loaded in the thread
    from sctui.safety.opening import open_store  # noqa: PLC0415 -- loaded in the thread

    return Collection(Library(), open_store(home, now), home.order)


def _settings(home: Home) -> Settings:
    """The settings; all that is told from now on, faults in them too, is told in the learner's language."""
    from sctui.config import read_settings  # noqa: PLC0415 -- loaded where it is used
    from sctui.i18n.language import speak  # noqa: PLC0415 -- loaded where it is used

    try:
        settings = read_settings(home.config)
    except SctuiError:
        speak()
        return read_settings(home.config)
    speak(settings.language)
    return settings


def check_terminal() -> None:
    """See that there is a terminal, and that it is large enough.

    Raises:
        TerminalError: when it is not.
    """
    if "TEXTUAL_DRIVER" in os.environ:  # a browser is the terminal: `sctui serve`
        return
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise TerminalError(
            _("The app needs a terminal to run in."),
            hint=_("For scripts there are `sctui due` and `sctui export`."),
        )
    width, height = os.get_terminal_size(sys.stdout.fileno())
    if 0 < width < _MIN_WIDTH or 0 < height < _MIN_HEIGHT:
        raise TerminalError(
            _("The terminal is too small: {width}x{height}; the app needs {min_width}x{min_height}.").format(
                width=width, height=height, min_width=_MIN_WIDTH, min_height=_MIN_HEIGHT
            ),
            hint=_("Make the window larger, or the letters smaller."),
        )
