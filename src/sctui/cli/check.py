"""`sctui check`: what is wrong with the decks, as file:line:column."""

from __future__ import annotations

import hashlib
import sys
from functools import lru_cache
from pathlib import Path

import click

from sctui.cli.main import Context
from sctui.decks.check import CheckedDocument, Severity, check_library
from sctui.decks.library import read_library
from sctui.documents.decode import decode
from sctui.errors import DocumentError, ExitCode
from sctui.text.plural import counted
from sctui.text.printable import one_line


@click.command()
@click.option(
    "--decks",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Check the decks in this folder only (default: the bundled decks and your own).",
)
@click.pass_obj
def check(context: Context, decks: Path | None) -> None:
    """Check decks, and every quote against its document.

    Problems are shown as file:line:column: message. The exit code is 1 when there are errors; warnings alone
    leave it 0.
    """
    folders = context.home.library if decks is None else (decks,)
    library = read_library(folders)
    counts = {Severity.ERROR: 0, Severity.WARNING: 0}
    for problem in check_library(library, lru_cache(maxsize=None)(_read)):
        counts[problem.severity] += 1
        click.echo(one_line(str(problem)))
    cards = sum(1 for loaded in library.decks for _ in loaded.deck.cards())
    click.echo(f"{counted(len(library.decks), 'deck')}, {counted(cards, 'card')}, {_found(counts)}")
    if counts[Severity.ERROR]:
        sys.exit(ExitCode.FAILED)


def _read(file: Path) -> CheckedDocument:
    try:
        data = file.read_bytes()
    except OSError as error:
        raise DocumentError(f"{file}: {error.strerror or error}") from None
    return CheckedDocument(decode(data, file.name).text.split("\n"), hashlib.sha256(data).hexdigest())


def _found(counts: dict[Severity, int]) -> str:
    found = [counted(number, severity.value) for severity, number in counts.items() if number]
    return ", ".join(found) or "no problems"
