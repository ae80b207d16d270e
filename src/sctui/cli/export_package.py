"""`sctui export -o FILE.apkg`: cards, their pictures, and what was learned where that is asked for."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import click

from sctui.anki.package import write_package
from sctui.anki.standing import Learned
from sctui.cli.pictures import media_of
from sctui.cli.progress import followed
from sctui.cli.remembered_here import remembered_here
from sctui.decks.library import LoadedDeck
from sctui.i18n import _
from sctui.locations import Home
from sctui.model.deck import Deck
from sctui.model.progress import Progress
from sctui.store.bringing import states_of
from sctui.text.plural import counted
from sctui.transfer.learned import learned


def export_package(
    home: Home,
    loaded: Sequence[LoadedDeck],
    decks: Sequence[Deck],
    output: Path,
    *,
    with_history: bool,
    all_scripts: bool,
    progress: Progress,
) -> None:
    """Write the decks, which are those of `loaded` in the reader's script.

    Raises:
        ExportError: when it cannot be written.
        HomeError, CollectionError: when what was learned cannot be read.
    """
    found = _learned(home, decks) if with_history else None
    read = followed(decks, len(decks), "cards", progress)
    write_package(read, output, time.time(), found, media_of(loaded), all_scripts=all_scripts)
    if found:
        answers = sum(row.rating > 0 for rows in found.log.values() for row in rows)
        words = _("with {answers} to {cards}")
        click.echo(
            words.format(answers=counted(answers, "answer"), cards=counted(len(found.log), "card")), err=True
        )


def _learned(home: Home, decks: Sequence[Deck]) -> Learned:
    with remembered_here(home) as here:
        states, marks, log = states_of(home.database), here.store.marks(), here.store.log()
        cards = (card.id for deck in decks for card in deck.cards())
        return learned(cards, states, marks, log, here.preset, here.now)
