"""Running the app so that a fault of ours leaves a report, and no traceback on the terminal."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

from rich.console import Console

from sctui.tui.app import SctuiApp
from sctui.tui.desk import Desk
from sctui.tui.escape_key import tell_sooner
from sctui.tui.faults import Faults
from sctui.tui.terminal_guard import TerminalGuard

if TYPE_CHECKING:
    from sctui.decks.first_reading import FirstReading

# seconds after which a thread that works lets the screen have the interpreter; it waits for it at every call
# that leaves the interpreter, as to the database, ten times for each key
_TURN = 0.0005


def run_app(desk: Desk, reading: FirstReading, *, tour: bool = False) -> tuple[str, int]:
    """Run the app until the learner leaves; gives the report of the fault that ended it, else "".

    The decks come with `reading`, after the first frame. The second value is the exit code where a signal
    ended it, else 0.

    Textual prints the traceback of an unhandled exception to `App.error_console` once the terminal is back.
    """
    app = SctuiApp(desk, faults=Faults(desk.home.log), tour=tour, reading=reading, ahead=True)
    report = io.StringIO()
    app.error_console = Console(file=report, width=120, markup=False, highlight=False)
    sys.setswitchinterval(_TURN)
    tell_sooner()
    with TerminalGuard():
        app.run()
    return report.getvalue(), app.return_code if app.return_code and app.return_code > 128 else 0
