"""Decks -> an Anki package that can be imported again and again: notes are updated and keep their history."""

from __future__ import annotations

import io
import json
import time
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from sctui.anki.collection_file import collection_bytes
from sctui.anki.media_out import Media
from sctui.anki.standing import Learned
from sctui.decks.atomic_file import write_atomically
from sctui.model.deck import Deck
from sctui.text.deflate import put_deflated

_FIRST_ZIP_YEAR = 1980


# the files of a note's pictures, by the note's id and the pictures' paths as its text has them
PictureFiles = Mapping[str, Mapping[str, Path]]


def write_package(
    decks: Iterable[Deck],
    path: Path,
    timestamp: float,
    learned: Learned | None = None,
    pictures: PictureFiles = MappingProxyType({}),
    *,
    all_scripts: bool = False,
) -> None:
    """Write the decks as an `.apkg`; the same decks, time, learning and pictures give the same bytes.

    Args:
        decks: those of the same name become one.
        path: the file; it is written whole or not at all.
        timestamp: seconds since 1970, for notes and cards. Anki updates a note when this is later than the
            time of its own.
        learned: what is known of the cards; nothing goes along without.
        pictures: see `PictureFiles`.
        all_scripts: to write each text in all scripts, with a switch on the card.

    Raises:
        ExportError: when a picture cannot be read, or the file cannot be written.
    """
    media = Media()
    names = {note: {way: media.name(file) for way, file in ways.items()} for note, ways in pictures.items()}
    database = collection_bytes(decks, timestamp, learned, names, all_scripts=all_scripts)
    write_atomically(path, _zipped(database, media, timestamp))


def _zipped(database: bytes, media: Media, timestamp: float) -> bytes:
    moment = time.gmtime(timestamp)[:6]
    date = moment if moment[0] >= _FIRST_ZIP_YEAR else (_FIRST_ZIP_YEAR, 1, 1, 0, 0, 0)
    numbered = {str(number): name for number, name in enumerate(media.files)}
    listed = json.dumps(numbered).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        put_deflated(package, out, zipfile.ZipInfo("collection.anki2", date), database)
        put_deflated(package, out, zipfile.ZipInfo("media", date), listed)
        for name, medium in numbered.items():  # pictures are packed already
            package.writestr(zipfile.ZipInfo(name, date), media.files[medium].read_bytes())
    return out.getvalue()
