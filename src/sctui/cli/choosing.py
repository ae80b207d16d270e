"""The decks that a command is about, by their names, without what is faulty and what waits in the inbox."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from sctui.decks.library import LoadedDeck, read_library
from sctui.decks.values import near_miss, shown
from sctui.errors import ExportError
from sctui.i18n import _
from sctui.model.deck import Deck
from sctui.scheduler.settings import lies_in
from sctui.text.plural import counted


def chosen_decks(folders: Sequence[Path], names: Sequence[str]) -> list[LoadedDeck]:
    """The decks of these names and those below them, all without names; what is left out is told.

    Raises:
        ExportError: when a name fits no deck, or there is no card.
    """
    library = read_library(folders)
    if library.problems:
        problems = counted(len(library.problems), "problem")
        click.echo(
            _("{problems} in the decks; what is faulty is left out. See `sctui check`.").format(
                problems=problems
            ),
            err=True,
        )
    if library.waiting:
        wait = counted(len(library.waiting), "new card")
        click.echo(
            _("{wait} left out: in the inbox, not accepted yet. See `sctui inbox`.").format(wait=wait),
            err=True,
        )
    accepted = [replace(one, deck=_accepted(one.deck, library.waiting)) for one in library.decks]
    return _chosen(accepted, names)


def _accepted(deck: Deck, waiting: frozenset[str]) -> Deck:
    """The deck without what waits in the inbox."""
    if not waiting:
        return deck
    return replace(deck, notes=tuple(note for note in deck.notes if note.id not in waiting))


def _chosen(decks: Sequence[LoadedDeck], names: Sequence[str]) -> list[LoadedDeck]:
    """The decks of these names and those below them; all without names.

    Raises:
        ExportError: when a name fits no deck, or there is none.
    """
    there = [loaded.deck.name for loaded in decks]
    known = {*there, *(name[:i] for name in there for i in range(len(name)) if name.startswith("::", i))}
    for name in names:
        if name not in known:
            raise ExportError(
                _("there is no deck `{name}`{near_miss}").format(
                    name=shown(name), near_miss=near_miss(name, tuple(sorted(known)))
                ),
                hint=_("`sctui due` lists the decks"),
            )
    chosen = [
        loaded
        for loaded in decks
        if not names or any(lies_in(loaded.deck.name, name, "::") for name in names)
    ]
    if not any(loaded.deck.notes for loaded in chosen):
        raise ExportError(_("there are no cards to export"), hint=_("make some with `sctui convert FILE`"))
    return chosen
