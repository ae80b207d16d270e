"""Carrying out a push: new notes as a package, or one by one; changed ones field by field; no deletions."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from sctui.anki.note_types import BASIC_FIELDS, BASIC_NAME, CLOZE_FIELDS, CLOZE_NAME, page, resource
from sctui.anki.notes_out import NoteOut
from sctui.errors import PushError
from sctui.i18n import _
from sctui.transfer.anki_connect import AnkiConnect
from sctui.transfer.push_plan import Change, Plan, named_fields

# writes a package of the notes with these ids
WritePackage = Callable[[frozenset[str], Path], None]


def push(
    anki: AnkiConnect,
    plan: Plan,
    write_package: WritePackage,
    decks: Mapping[str, str],
    media: Mapping[str, Path],
) -> bool:
    """Do what a plan says; gives whether new notes went as a package, with the ids that packages have.

    Args:
        anki: a running Anki.
        plan: what is to be done.
        write_package: for the new notes; Anki reads the file, and so must run on this machine.
        decks: the deck of each note.
        media: the files of all pictures, by their names in Anki.

    Raises:
        PushError: when Anki refuses something; what was done before stays done, and pushing again goes on.
    """
    _send_media(anki, [change.note for change in plan.changed], media)
    as_package = not plan.new or _import(anki, plan.new, write_package)
    if not as_package:
        _send_media(anki, plan.new, media)
        _make_note_types(anki)
        _add(anki, plan.new, decks)
    _change(anki, plan.changed)
    _refresh(anki)
    return as_package


def _import(anki: AnkiConnect, notes: Iterable[NoteOut], write_package: WritePackage) -> bool:
    """Whether Anki imported the notes as a package."""
    with TemporaryDirectory(prefix="sctui-") as folder:
        file = Path(folder) / "push.apkg"
        write_package(frozenset(note.key for note in notes), file)
        try:
            anki.ask("importPackage", path=str(file))
        except PushError:
            return False  # it runs on another machine, or cannot do this
    return True


def _make_note_types(anki: AnkiConnect) -> None:
    there = anki.ask("modelNames")
    for name, fields, template, prefix in (
        (BASIC_NAME, BASIC_FIELDS, "Card", ""),
        (CLOZE_NAME, CLOZE_FIELDS, "Cloze", "cloze_"),
    ):
        if name not in there:
            front, back = page(f"{prefix}question.html"), page(f"{prefix}answer.html")
            anki.ask(
                "createModel",
                modelName=name,
                inOrderFields=list(fields),
                css=resource("card.css"),
                isCloze=bool(prefix),
                cardTemplates=[{"Name": template, "Front": front, "Back": back}],
            )


def _refresh(anki: AnkiConnect) -> None:
    """Bring templates and style of our note types up to date, where they are not."""
    there = anki.ask("modelNames")
    for name, prefix in ((BASIC_NAME, ""), (CLOZE_NAME, "cloze_")):
        if name not in there:
            continue
        wanted = {"Front": page(f"{prefix}question.html"), "Back": page(f"{prefix}answer.html")}
        templates = anki.ask("modelTemplates", modelName=name)
        stale = {template: wanted for template, sides in templates.items() if sides != wanted}
        if len(templates) == 1 and stale:
            anki.ask("updateModelTemplates", model={"name": name, "templates": stale})
        style = anki.ask("modelStyling", modelName=name)
        if style.get("css") != resource("card.css"):
            anki.ask("updateModelStyling", model={"name": name, "css": resource("card.css")})


def _add(anki: AnkiConnect, notes: list[NoteOut], decks: Mapping[str, str]) -> None:
    for deck in dict.fromkeys(decks[note.key] for note in notes):
        anki.ask("createDeck", deck=deck)
    added = anki.ask(
        "addNotes",
        notes=[
            {
                "deckName": decks[note.key],
                "modelName": CLOZE_NAME if note.is_cloze else BASIC_NAME,
                "fields": named_fields(note),
                "tags": list(note.tags),
                "options": {"allowDuplicate": True},
            }
            for note in notes
        ],
    )
    refused = [note.key for note, number in zip(notes, added, strict=True) if number is None]
    if refused:
        raise PushError(
            _("Anki added {notes} notes, and refused `{refused}`").format(
                notes=len(notes) - len(refused), refused="`, `".join(refused[:5])
            )
        )


def _change(anki: AnkiConnect, changes: list[Change]) -> None:
    anki.ask_all(
        "updateNoteFields",
        ({"note": {"id": one.number, "fields": one.fields}} for one in changes if one.fields),
    )
    for action, name in (("addTags", "added"), ("removeTags", "removed")):
        tagged = ((one.number, getattr(one, name)) for one in changes)
        anki.ask_all(action, ({"notes": [key], "tags": " ".join(tags)} for key, tags in tagged if tags))


def _send_media(anki: AnkiConnect, notes: Iterable[NoteOut], media: Mapping[str, Path]) -> None:
    """Send the pictures that notes show; names tell contents, so that no other file is overwritten."""
    texts = "".join(text for note in notes for text in note.fields)
    for name, file in media.items():
        if name in texts:
            with suppress(OSError):
                data = base64.b64encode(file.read_bytes()).decode()
                anki.ask("storeMediaFile", filename=name, data=data)
