"""The pictures of cards: files beside the deck, named by their way from the deck's own folder."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from sctui.decks.values import shown
from sctui.errors import DeckError
from sctui.i18n import _
from sctui.markup.cards import tree_of
from sctui.markup.sounds import sounds_in
from sctui.markup.tree import Picture, pieces
from sctui.model.card import Note, Reverse

SUFFIXES = frozenset(
    (".apng", ".avif", ".bmp", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".tif", ".tiff", ".webp")
)
_BEGINNINGS = (b"\x89PNG\r\n\x1a\n", b"GIF8", b"\xff\xd8\xff", b"RIFF", b"BM", b"II", b"MM")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]", re.IGNORECASE)  # an address, a drive, or from the root
_PICTURE = re.compile(r"(?P<before>!\[[^\]\n]*\]\(\s*)(?:<(?P<bracketed>[^>\n]+)>|(?P<path>[^\s<>)]+))")


def picture_paths(note: Note) -> Iterator[str]:
    """The paths of the pictures of a note, as they stand in it, each once."""
    found = (piece for text in _texts(note) if "![" in text for piece in pieces(tree_of(text, note)))
    yield from dict.fromkeys(piece.path for piece in found if isinstance(piece, Picture))


def sounds_of(deck: Path, note: Note) -> Iterator[tuple[str, Path]]:
    """The sounds that a note names and that lie in the folder of its deck, by their paths as it has them."""
    folder = deck.parent.resolve()
    for path in dict.fromkeys(path for text in _texts(note) for path in sounds_in(text)):
        file = (folder / path).resolve()
        if file.is_relative_to(folder) and file.is_file():
            yield path, file


def _texts(note: Note) -> Iterator[str]:
    yield from (note.front, note.back, note.text, *note.options)
    if note.reverse:
        yield from (note.reverse.front, note.reverse.back)


def with_pictures_at(note: Note, places: Mapping[str, str]) -> Note:
    """The note with the paths of its pictures turned into those that `places` has for them."""

    def moved(text: str) -> str:
        return _PICTURE.sub(lambda found: _moved(found, places), text)

    return replace(
        note,
        front=moved(note.front),
        back=moved(note.back),
        text=moved(note.text),
        options=tuple(map(moved, note.options)),
        reverse=note.reverse and Reverse(moved(note.reverse.front), moved(note.reverse.back)),
    )


def _moved(found: re.Match[str], places: Mapping[str, str]) -> str:
    path = found["bracketed"] or found["path"]
    return f"{found['before']}{places[path]}" if path in places else found[0]


def find_picture(deck: Path, path: str) -> Path:
    """The file of a picture.

    Args:
        deck: the deck's file.
        path: the picture's path as a card has it, with `/`; `%20` and the like are understood too.

    Raises:
        DeckError: when the path leads out of the deck's folder, there is no such file, or it is no picture.
    """
    if _ELSEWHERE.match(path):
        raise _fault(
            deck,
            path,
            _("does not lie beside the deck"),
            _("save it there, and name it by its path from the deck"),
        )
    folder = deck.parent.resolve()
    for name in (path, unquote(path)):
        try:
            file = (folder / name).resolve()
            there = file.is_file()
        except (OSError, ValueError):  # a name that no file can have
            continue
        if not file.is_relative_to(folder):
            raise _fault(
                deck,
                path,
                _("lies outside the deck's folder"),
                _("keep pictures in the deck's folder or below it"),
            )
        if not there:
            continue
        if PurePosixPath(name).suffix.lower() not in SUFFIXES:
            raise _fault(
                deck,
                path,
                _("is no picture that Anki shows"),
                _("known: {sorted}").format(sorted=", ".join(sorted(SUFFIXES))),
            )
        return file
    raise _fault(
        deck,
        path,
        _("is not there"),
        _("its path begins at the deck's folder; blanks in it need `<…>` around it"),
    )


def is_damaged(picture: Path) -> bool:
    """Whether a file cannot be shown: empty, unreadable, or it begins as no picture does."""
    try:
        with picture.open("rb") as file:
            start = file.read(16)
    except OSError:
        return True
    if picture.suffix.lower() == ".svg":  # text, in any encoding
        return not start
    return not (start.startswith(_BEGINNINGS) or start[4:8] == b"ftyp")


def _fault(deck: Path, path: str, what: str, hint: str) -> DeckError:
    return DeckError(
        _("the picture `{path}` {what}").format(path=shown(path), what=what), file=str(deck), hint=hint
    )
