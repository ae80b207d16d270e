"""`sctui due`: what there is to study now, deck by deck."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from sctui.cli.columns import right
from sctui.cli.main import Context
from sctui.collection import Collection
from sctui.config import read_settings
from sctui.decks.library import Library, read_library
from sctui.decks.remembered import RememberedDecks
from sctui.i18n import _
from sctui.locations import Home
from sctui.safety.opening import open_store
from sctui.scheduler.queue import Counts
from sctui.study.settings import study_settings
from sctui.text.plural import counted
from sctui.text.printable import one_line


@click.command()
@click.option(
    "--decks",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Count the decks in this folder only (default: the bundled decks and your own).",
)
@click.pass_obj
def due(context: Context, decks: Path | None) -> None:
    """Show how many cards are new, in learning and due for review in each deck."""
    home = context.home
    now = time.time()
    offset = time.localtime(now).tm_gmtoff // 60
    chosen = read_settings(home.config)
    collection = Collection(_library(home, decks), open_store(home, lambda: int(now * 1000)))
    try:
        settings = study_settings(chosen, offset, collection.store.parameters())
        counts = collection.counts(int(now * 1000), settings)
        behind = collection.clock_is_behind(int(now * 1000))
    finally:
        collection.close()
    for line in _table(counts):
        click.echo(line)
    if behind:
        click.echo(
            _("The clock of this machine seems to be wrong: your answers lie in its future."), err=True
        )
    problems = len(collection.library.problems)
    if problems:
        click.echo(
            _("{problems}: see `sctui check`.").format(problems=counted(problems, "problem")),
            err=True,
        )


def _library(home: Home, decks: Path | None) -> Library:
    """The learner's library, remembered as far as it has not changed, or what there is in `decks`."""
    if decks is not None:
        return read_library([decks])
    remembered = RememberedDecks(home.remembered)
    library = read_library(home.library, remembered)
    remembered.save()
    return library


def _table(counts: Mapping[str, Counts]) -> Iterator[str]:
    """A line a deck; the name stands last, so that its width in the terminal does not matter."""
    if not counts:
        yield _("No decks. Make some with `sctui convert FILE`.")
        return
    yield f"{right(_('new'), 6)} {right(_('learning'), 9)} {right(_('due'), 6)}  {_('deck')}"
    for name, count in counts.items():
        yield f"{count.new:>6} {count.learning:>9} {count.due:>6}  {one_line(name)}"
