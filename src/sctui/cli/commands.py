"""The commands that stand behind `sctui`, and the options that all of them share."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

import click

from sctui import __version__
from sctui.cli.compiled import COMMANDS, leave_compiled, loading
from sctui.cli.language import in_language, speak_for
from sctui.cli.main import Context, open_app
from sctui.errors import ExitCode
from sctui.locations import find_home

# name of the command -> module:function; a module is imported only when its command runs
_COMMANDS = {
    "backlog": "sctui.cli.backlog:backlog",
    "backup": "sctui.cli.backup:backup",
    "breaks": "sctui.cli.breaks:breaks",
    "card": "sctui.cli.card:card",
    "check": "sctui.cli.check:check",
    "convert": "sctui.cli.convert:convert",
    "damage": "sctui.cli.damage:damage",
    "doctor": "sctui.cli.doctor:doctor",
    "due": "sctui.cli.due:due",
    "exam": "sctui.cli.exam:exam",
    "export": "sctui.cli.export:export",
    "find": "sctui.cli.find:find",
    "inbox": "sctui.cli.inbox:inbox",
    "import": "sctui.cli.import_cards:import_cards",
    "mastery": "sctui.cli.mastery:mastery",
    "new": "sctui.cli.new:new",
    "optimise": "sctui.cli.optimise:optimise",
    "orphans": "sctui.cli.orphans:orphans",
    "outline": "sctui.cli.outline:outline",
    "push": "sctui.cli.push:push",
    "redo": "sctui.cli.undo:redo",
    "restore": "sctui.cli.restore:restore",
    "retention": "sctui.cli.retention:retention",
    "schema": "sctui.cli.schema:schema",
    "stats": "sctui.cli.stats:stats",
    "serve": "sctui.cli.serve:serve",
    "study": "sctui.cli.study_plain:study",
    "sync": "sctui.cli.sync:sync",
    "undo": "sctui.cli.undo:undo",
}


class _LazyGroup(click.Group):
    """A group that imports a command's module when the command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *_COMMANDS})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return super().get_command(ctx, cmd_name)
        module, _, function = _COMMANDS[cmd_name].partition(":")
        with loading(COMMANDS):
            command: Any = getattr(import_module(module), function)
        return in_language(command) if isinstance(command, click.Command) else None


@click.group(cls=_LazyGroup, invoke_without_command=True)
@click.option(
    "--home", metavar="DIR", help="Where your decks, reviews and settings live (or set SCTUI_HOME)."
)
@click.option(
    "--lang",
    metavar="LANG",
    help="Language of the app: en, zh-Hans, zh-Hant (or set SCTUI_LANG).",
)
@click.version_option(__version__, prog_name="sctui", message="%(prog)s %(version)s")
@click.pass_context
def cli(context: click.Context, home: str | None, lang: str | None) -> None:  # noqa: ARG001 -- read before
    """Study documents in the terminal: topic trees, cards that prove themselves, spaced repetition."""
    context.obj = Context(find_home(home))
    if context.invoked_subcommand is None:
        open_app(context.obj.home)


def run_command() -> None:
    """Run the command line; click's own complaints are shown here, other exceptions are the caller's.

    Raises:
        KeyboardInterrupt: when the user has stopped the command, at a prompt as well.
        SystemExit: after a complaint about the command line.
    """
    try:
        speak_for(sys.argv[1:])
        try:
            in_language(cli).main(standalone_mode=False)
        finally:
            leave_compiled(COMMANDS)
    except click.ClickException as error:
        error.show()
        sys.exit(ExitCode.USAGE if isinstance(error, click.UsageError) else error.exit_code)
    except click.Abort:
        raise KeyboardInterrupt from None
