"""`sctui check`: what is wrong with the decks, as file:line:column."""

from __future__ import annotations

import hashlib
import sys
from functools import lru_cache
from pathlib import Path

import click

from sctui.cli.main import Context
from sctui.cli.missing_ids import write_ids
from sctui.cli.problems import Found, as_github, as_json, as_text
from sctui.decks.check import CheckedDocument, Severity, check_library
from sctui.decks.library import deck_files, read_decks
from sctui.documents.decode import decode
from sctui.errors import DocumentError, ExitCode
from sctui.locations import Home

_FORMATS = {"text": as_text, "json": as_json, "github": as_github}


@click.command()
@click.argument("paths", nargs=-1, metavar="[DECK|DIR]...", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--decks",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Check the decks in this folder only (default: the bundled decks and your own).",
)
@click.option("--format", "form", type=click.Choice(list(_FORMATS)), default="text", show_default=True)
@click.option(
    "--fix", is_flag=True, help="Write an id into every card that has none, and change nothing else."
)
@click.pass_obj
def check(context: Context, paths: tuple[Path, ...], decks: Path | None, form: str, *, fix: bool) -> None:
    """Check decks, and every quote against its document.

    Problems are shown as file:line:column: message. The exit code is 1 when there are errors; warnings alone
    leave it 0; 2 is for a faulty call. `sctui undo` takes back what --fix wrote into decks of your home.
    """
    files = _files(context.home, (*paths, *((decks,) if decks else ())))
    faults = write_ids(context.home, [file for _, file in files]) if fix else []
    library = read_decks(files)
    found = list(check_library(library, lru_cache(maxsize=None)(_read)))
    problems = [*(fault for fault in faults if fault not in found), *found]
    cards = sum(1 for loaded in library.decks for _ in loaded.deck.cards())
    if told := _FORMATS[form](Found(tuple(problems), len(library.decks), cards)):
        click.echo(told)
    if any(problem.severity is Severity.ERROR for problem in problems):
        sys.exit(ExitCode.FAILED)


def _files(home: Home, paths: tuple[Path, ...]) -> list[tuple[Path, Path]]:
    """Folder and file of the decks to check: those named and those in named folders, or the library's."""
    if not paths:
        return deck_files(home.library)
    found = [
        pair for path in paths for pair in (deck_files((path,)) if path.is_dir() else [(path.parent, path)])
    ]
    return list({file.resolve(): (folder, file) for folder, file in found}.values())


def _read(file: Path) -> CheckedDocument:
    try:
        data = file.read_bytes()
    except OSError as error:
        raise DocumentError(f"{file}: {error.strerror or error}") from None
    return CheckedDocument(decode(data, file.name).text.split("\n"), hashlib.sha256(data).hexdigest())
