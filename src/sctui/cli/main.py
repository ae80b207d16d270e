"""The command line: options that every command shares, and where errors become messages and exit codes."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import click

from sctui import __version__
from sctui.errors import ExitCode, SctuiError
from sctui.locations import Home, find_home
from sctui.text.printable import printable

# name of the command -> module:function; a module is imported only when its command runs
_COMMANDS = {
    "check": "sctui.cli.check:check",
    "convert": "sctui.cli.convert:convert",
    "due": "sctui.cli.due:due",
    "export": "sctui.cli.export:export",
    "outline": "sctui.cli.outline:outline",
}


@dataclass(frozen=True, slots=True)
class Context:
    """What every command is given."""

    home: Home


class _LazyGroup(click.Group):
    """A group that imports a command's module when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *_COMMANDS})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return super().get_command(ctx, cmd_name)
        module, _, function = _COMMANDS[cmd_name].partition(":")
        command: Any = getattr(import_module(module), function)
        return command if isinstance(command, click.Command) else None


@click.group(cls=_LazyGroup, invoke_without_command=True)
@click.option(
    "--home", metavar="DIR", help="Where your decks, reviews and settings live (or set SCTUI_HOME)."
)
@click.version_option(__version__, prog_name="sctui", message="%(prog)s %(version)s")
@click.pass_context
def cli(context: click.Context, home: str | None) -> None:
    """Study documents in the terminal: topic trees, cards that prove themselves, spaced repetition."""
    context.obj = Context(find_home(home))
    if context.invoked_subcommand is None:
        from sctui.cli.study import study  # noqa: PLC0415 -- the app loads only when it is asked for

        study(context.obj.home)


def run() -> None:
    """Run the command line and leave with its exit code; no traceback reaches the user."""
    try:
        cli.main(standalone_mode=False)
    except SctuiError as error:
        tell(error)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(ExitCode.USAGE if isinstance(error, click.UsageError) else error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        sys.exit(ExitCode.FAILED)
    except BrokenPipeError:  # whoever read our output has had enough, as in `sctui export | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(ExitCode.FAILED)
    except Exception as error:  # noqa: BLE001 -- the last place where a fault of ours can become a message
        from sctui.cli.fault import internal  # noqa: PLC0415 -- hardly ever needed

        tell(internal(error))
        sys.exit(ExitCode.FAILED)


def tell(error: SctuiError) -> None:
    """Say on standard error what went wrong and what to do about it."""
    click.echo(printable(f"{error.title}: {error}"), err=True)
    if error.hint:
        click.echo(printable(f"  {error.hint}"), err=True)
