"""Where the program starts, and where errors become messages and exit codes."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import NoReturn

from sctui.cli.compiled import APP, COMMANDS, loading
from sctui.errors import ExitCode, SctuiError
from sctui.i18n import _
from sctui.locations import Home, find_home

_COMPLETION = "_SCTUI_COMPLETE"  # set by the shells that ask click to complete a command


@dataclass(frozen=True, slots=True)
class Context:
    """What every command is given."""

    home: Home


def run() -> None:
    """Run the command line and leave with its exit code; no traceback reaches the user."""
    try:
        if len(sys.argv) > 1 or _COMPLETION in os.environ:
            with loading(COMMANDS):
                from sctui.cli.commands import run_command  # noqa: PLC0415 -- the app alone needs no click

            run_command()
        else:
            with loading(APP):
                home = find_home()
            open_app(home)
    except SctuiError as error:
        tell(error)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        _stopped()
    except BrokenPipeError:  # whoever read our output has had enough, as in `sctui export | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(ExitCode.FAILED)
    except Exception as error:  # noqa: BLE001 -- the last place where a fault of ours can become a message
        if isinstance(
            error.__cause__, KeyboardInterrupt
        ):  # Python 3.11 wraps what comes while a class is made
            _stopped()
        from sctui.cli.fault import internal  # noqa: PLC0415 -- hardly ever needed

        tell(internal(error))
        sys.exit(ExitCode.FAILED)


def _stopped() -> NoReturn:
    sys.stderr.write(_("Stopped.") + "\n")
    sys.exit(ExitCode.STOPPED)


def open_app(home: Home) -> None:
    """`sctui` without a command; raises what `study` raises."""
    from sctui.cli.study import study  # noqa: PLC0415 -- the app loads only when it is asked for

    study(home)


def tell(error: SctuiError) -> None:
    """Say on standard error what went wrong and what to do about it."""
    from sctui.text.printable import printable  # noqa: PLC0415 -- hardly ever needed

    sys.stderr.write(printable(_("{title}: {message}").format(title=_(error.title), message=error)) + "\n")
    if error.hint:
        sys.stderr.write(printable(f"  {error.hint}") + "\n")
