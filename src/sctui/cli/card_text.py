"""`sctui card change` and `sctui card delete`: what a card of yours says, and no other line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from sctui.cli.main import Context
from sctui.cli.own_decks import write_texts
from sctui.decks.imports.draft import Draft
from sctui.decks.library import LoadedDeck, read_library
from sctui.decks.surgery import with_notes, without_notes
from sctui.decks.values import near_miss, shown
from sctui.decks.yaml_reader import read_deck_text, read_text
from sctui.errors import DeckError
from sctui.i18n import _
from sctui.locations import Home
from sctui.model.card import CardType, Note
from sctui.text.plural import counted
from sctui.text.printable import one_line


@click.command()
@click.argument("card", metavar="ID")
@click.option("--front", help="Another question.")
@click.option("--back", help="Another answer.")
@click.option("--text", help="Another text with gaps.")
@click.option("--tag", "tags", multiple=True, help="These tags in place of its own; can be given again.")
@click.pass_obj
def change(
    context: Context, card: str, front: str | None, back: str | None, text: str | None, tags: tuple[str, ...]
) -> None:
    """Change what a card of yours says; its history stays, and so does every other line of its deck."""
    loaded = _own(context.home, card)
    read = read_text(loaded.file)  # it may have changed since its deck was
    note = _note(read, str(loaded.file), card)
    changed = _changed(note, front, back, text)
    if tags:
        changed = replace(changed, tags=tags)
    if changed == note:
        raise click.UsageError(_("nothing would change; give --front, --back, --text or --tag"))
    written = with_notes(read, str(loaded.file), [changed])
    write_texts(context.home, {loaded.file: written}, {loaded.file: read})
    click.echo(one_line(_("{file}: {card} changed").format(file=loaded.file, card=card)))


@click.command()
@click.argument("cards", nargs=-1, required=True, metavar="ID...")
@click.pass_obj
def delete(context: Context, cards: Sequence[str]) -> None:
    """Take cards of yours out of their decks. Their history stays, should they come back."""
    texts: dict[Path, str] = {}
    read: dict[Path, str] = {}
    for card in dict.fromkeys(cards):
        file = _own(context.home, card).file
        if file not in read:
            read[file] = texts[file] = read_text(file)
        texts[file] = without_notes(texts[file], str(file), [card])
    write_texts(context.home, texts, read)
    click.echo(
        _("{cards} deleted; `sctui undo` takes it back.").format(cards=counted(len(set(cards)), "card"))
    )


def _own(home: Home, card: str) -> LoadedDeck:
    """The deck of the home that has a card.

    Raises:
        DeckError: when there is no such card, or it came with the program.
    """
    library = read_library(home.library)
    found = next((loaded for loaded in library.decks if card in loaded.places), None)
    if found is None:
        ids = tuple(note.id for loaded in library.decks for note in loaded.deck.notes)
        raise DeckError(
            _("there is no card `{card}`{near_miss}").format(
                card=shown(card), near_miss=near_miss(card, ids)
            ),
            file=str(home.decks),
        )
    if found.folder != home.decks:
        hint = _("Copy the deck into {decks} first; the copy stands in for it.").format(decks=home.decks)
        raise DeckError(
            _("this deck came with the program and is not yours to edit"), file=str(found.file), hint=hint
        )
    return found


def _note(text: str, file: str, card: str) -> Note:
    """The note as a deck's text has it.

    Raises:
        DeckError: when it has none of that id.
    """
    notes = read_deck_text(text, file).deck_file.deck.notes
    found = next((note for note in notes if note.id == card), None)
    if found is None:
        raise DeckError(_("there is no card `{card}`").format(card=shown(card)), file=file)
    return found


def _changed(note: Note, front: str | None, back: str | None, text: str | None) -> Note:
    is_cloze = note.type is CardType.CLOZE
    if (is_cloze and (front is not None or back is not None)) or (not is_cloze and text is not None):
        has = "--text" if is_cloze else _("--front and --back")
        raise click.UsageError(_("this card has {has}").format(has=has))
    changed = replace(
        note,
        front=note.front if front is None else front.strip(),
        back=note.back if back is None else back.strip(),
        text=note.text if text is None else text.strip(),
    )
    draft = Draft(1, front=changed.front, back=changed.back, text=changed.text if is_cloze else "")
    for fault in draft.faults(""):
        raise click.UsageError(fault.message)
    return changed
