"""`sctui push`: cards into an Anki that runs, through its add-on AnkiConnect."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import click

from sctui.anki.media_out import Media
from sctui.anki.notes_out import NoteOut, notes_out
from sctui.anki.package import PictureFiles, write_package
from sctui.cli.choosing import chosen_decks
from sctui.cli.main import Context
from sctui.cli.pictures import media_of
from sctui.decks.in_script import deck_in_script
from sctui.decks.origins import origins_of
from sctui.i18n import _
from sctui.model.deck import Deck
from sctui.text.plain_text import plain
from sctui.text.plural import counted
from sctui.text.printable import one_line
from sctui.text.script import Script
from sctui.transfer.anki_connect import ADDRESS, AnkiConnect
from sctui.transfer.push_plan import Change, Plan, plan_push
from sctui.transfer.pushing import push as do_push

_SHOWN = 20


@click.command()
@click.option(
    "--decks",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Push the decks in this folder (default: the bundled decks and your own).",
)
@click.option("--deck", "names", metavar="NAME", multiple=True, help="Only this deck and those below it.")
@click.option(
    "--script",
    type=click.Choice([*(script.value for script in Script), "all"]),
    default=Script.AS_WRITTEN.value,
    show_default=True,
    help="The script of questions, answers and topics, or all with a switch on the card.",
)
@click.option("--url", default=ADDRESS, show_default=True, help="Where AnkiConnect listens.")
@click.option("--key", default="", envvar="SCTUI_ANKI_KEY", help="Its apiKey, if it asks for one.")
@click.option("--dry-run", is_flag=True, help="Show what would be done, and do nothing.")
@click.pass_obj
def push(
    context: Context,
    decks: Path | None,
    names: tuple[str, ...],
    script: str,
    url: str,
    key: str,
    *,
    dry_run: bool,
) -> None:
    """Add cards to a running Anki, and update those that it has; nothing is deleted there.

    Notes are known by the id in their field Id. What you changed in their fields in Anki is overwritten; your
    tags, decks, due dates and reviews there stay. Look first with --dry-run.
    """
    loaded = chosen_decks(context.home.library if decks is None else (decks,), names)
    wanted = Script.AS_WRITTEN if script == "all" else Script(script)
    shown = [deck_in_script(one.deck, wanted) for one in loaded]
    files = media_of(loaded)
    media = Media()
    notes = list(_notes(shown, files, media, all_scripts=script == "all"))
    anki = AnkiConnect(url, key)
    plan = plan_push(anki, (note for note, _deck in notes))
    if dry_run:
        click.echo("\n".join(_told(plan, done=False)))
        return

    def write(keys: frozenset[str], file: Path) -> None:
        only = [_only(deck, keys) for deck in shown]
        write_package(only, file, time.time(), None, files, all_scripts=script == "all")

    deck_of = {note.key: deck for note, deck in notes}
    as_package = do_push(anki, plan, write, deck_of, media.files)
    click.echo("\n".join(_told(plan, done=True)))
    if not as_package:
        click.echo(
            _("added one by one: a package that is imported later would bring these notes again"), err=True
        )


def _notes(
    decks: Sequence[Deck], files: PictureFiles, media: Media, *, all_scripts: bool
) -> Iterator[tuple[NoteOut, str]]:
    for deck in decks:
        origins = origins_of(deck)
        for note in deck.notes:
            names = {way: media.name(file) for way, file in files.get(note.id, {}).items()}
            source = partial(_picture, names)
            for out in notes_out(note, deck.language, source, all_scripts=all_scripts, origins=origins):
                yield out, plain(deck.name)


def _picture(names: Mapping[str, str], path: str) -> str:
    return names.get(path, "")


def _only(deck: Deck, keys: frozenset[str]) -> Deck:
    """The deck with those notes alone of which Anki has not both directions."""
    return replace(deck, notes=tuple(note for note in deck.notes if {note.id, f"{note.id}#reversed"} & keys))


def _told(plan: Plan, *, done: bool) -> Iterator[str]:
    shown = [f"+ {note.key}" for note in plan.new]
    shown += [f"~ {one.note.key}: {', '.join(_differing(one))}" for one in plan.changed]
    if not done:
        yield from map(one_line, shown[:_SHOWN])
        if len(shown) > _SHOWN:
            yield _("… and {count} more").format(count=len(shown) - _SHOWN)
    new, changed = counted(len(plan.new), "note"), counted(len(plan.changed), "note")
    words = (
        _("{new} added, {changed} updated, {same} the same")
        if done
        else _("{new} to add, {changed} to update, {same} the same")
    )
    yield words.format(new=new, changed=changed, same=plan.same)
    if plan.others:
        yield _("left alone in Anki: {count} that these decks have not").format(
            count=counted(plan.others, "note")
        )


def _differing(change: Change) -> Iterator[str]:
    yield from change.fields
    yield from (f"+{tag}" for tag in change.added)
    yield from (f"-{tag}" for tag in change.removed)
