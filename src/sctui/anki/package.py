"""Decks -> an Anki package that can be imported again and again: notes are updated and keep their history."""

from __future__ import annotations

import hashlib
import io
import itertools
import sqlite3
import time
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from sctui.anki import note_types
from sctui.anki.field_text import field, plain, tag
from sctui.decks.atomic_file import write_atomically
from sctui.markup.html import field_html
from sctui.model.card import CardType, Note
from sctui.model.deck import Deck

if TYPE_CHECKING:
    import genanki

_FIRST_ZIP_YEAR = 1980


def write_package(decks: Iterable[Deck], path: Path, timestamp: float) -> None:
    """Write the decks as an `.apkg`; the same decks and time give the same bytes.

    Args:
        decks: those of the same name become one.
        path: the file; it is written whole or not at all.
        timestamp: seconds since 1970, for notes and cards. Anki updates a note when this is later than the
            time of its own.

    Raises:
        ExportError: when the file cannot be written.
    """
    write_atomically(path, _zipped(_database(_genanki_decks(decks), timestamp), timestamp))


def deck_id(name: str) -> int:
    """Anki's number for a deck of this name; always the same, and far from those that Anki gives."""
    return (1 << 41) + int.from_bytes(hashlib.sha256(name.encode()).digest()[:5], "big")


def guid(note_id: str) -> str:
    """The note's identity in Anki: from its id alone, never from what it says."""
    return hashlib.sha256(f"sctui\x1f{note_id}".encode()).hexdigest()[:20]


def _genanki_decks(decks: Iterable[Deck]) -> list[genanki.Deck]:
    import genanki  # noqa: PLC0415 -- loaded at first use, to keep start-up short

    basic, cloze = note_types.basic(), note_types.cloze()
    named: dict[str, genanki.Deck] = {}
    position = itertools.count(1)
    for deck in decks:
        target = named.setdefault(deck.name, genanki.Deck(deck_id(deck.name), plain(deck.name)))
        for note in deck.notes:
            for key, texts in asked(note):
                target.add_note(
                    genanki.Note(
                        model=cloze if note.type is CardType.CLOZE else basic,
                        fields=[
                            *(field_html(text, note) for text in texts),
                            *_proof(note),
                            key,
                            deck.language.value,
                        ],
                        guid=guid(key),
                        tags=tags_of(note),
                        due=next(position),
                    )
                )
    return list(named.values())


def asked(note: Note) -> Iterator[tuple[str, list[str]]]:
    """What becomes a note in Anki: its id, and the texts before the proof.

    A choice card shows its options below the question. The second direction of a reversible note is a note
    of its own, so that the first stays what it was when it had but one.
    """
    if note.type is CardType.CLOZE:
        yield note.id, [note.text]
    elif note.type is CardType.CHOICE:
        options = "\n".join(f"{chr(65 + i)}. {option}" for i, option in enumerate(note.choices()))
        yield note.id, [f"{note.front}\n\n{options}", note.back]
    else:
        for card in note.cards():
            yield card.id, [card.front, card.back]


def _proof(note: Note) -> list[str]:
    several = len(note.sources) > 1
    marks = [f"[{number}] " if several else "" for number in range(1, len(note.sources) + 1)]
    sources = [f"{mark}{s.document} · {s.line}" for mark, s in zip(marks, note.sources, strict=True)]
    quotes = [f"{mark}{s.quote}" for mark, s in zip(marks, note.sources, strict=True)]
    proof = [" › ".join(note.topic), "\n".join(sources), "\n".join(quotes), " · ".join(note.flags)]
    return [field(text) for text in proof]


def tags_of(note: Note) -> list[str]:
    """The tags of a note in Anki: kind, topic, flags, and the author's own, nested with `::`."""
    tags = [tag("kind", note.kind.value)]
    if note.topic:
        tags.append(tag("topic", *note.topic))
    tags += (tag("flag", *flag.split(":")) for flag in note.flags)
    tags += (tag(*own.split("::")) for own in note.tags)
    return list(dict.fromkeys(name for name in tags if name))


def _database(decks: list[genanki.Deck], timestamp: float) -> bytes:
    """The collection of a package. genanki's own `write_to_file` leaves its database behind in /tmp."""
    import genanki  # noqa: PLC0415 -- loaded at first use, to keep start-up short

    with TemporaryDirectory(prefix="sctui-") as folder:
        file = Path(folder, "collection.anki2")
        connection = sqlite3.connect(file)
        try:
            connection.execute("PRAGMA synchronous = OFF")
            numbers = itertools.count(int(timestamp * 1000))
            genanki.Package(decks).write_to_db(connection.cursor(), timestamp, numbers)
            connection.commit()
        finally:
            connection.close()
        return file.read_bytes()


def _zipped(database: bytes, timestamp: float) -> bytes:
    moment = time.gmtime(timestamp)[:6]
    date = moment if moment[0] >= _FIRST_ZIP_YEAR else (_FIRST_ZIP_YEAR, 1, 1, 0, 0, 0)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, data in (("collection.anki2", database), ("media", b"{}")):
            member = zipfile.ZipInfo(name, date)
            member.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(member, data)
    return out.getvalue()
