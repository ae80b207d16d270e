"""A sheet of cards to print: questions on the left, answers on the right, where a hand can cover them."""

from __future__ import annotations

import base64
import html
import mimetypes
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from importlib.resources import files
from itertools import count, groupby
from pathlib import Path
from string import Template

from sctui.decks.origins import origins_of
from sctui.errors import ExportError
from sctui.i18n import _
from sctui.markup import cards
from sctui.markup.html import HtmlWriter, unicode_formula
from sctui.model.card import CardType, Note
from sctui.model.deck import Deck
from sctui.text.plain_text import plain

# the files of a note's pictures, by the note's id and the pictures' paths as its text has them
PictureFiles = Mapping[str, Mapping[str, Path]]
_NONE: PictureFiles = {}


def sheet(decks: Sequence[Deck], pictures: PictureFiles = _NONE) -> str:
    """One HTML page with all cards of the decks and their pictures, which loads nothing and runs nothing.

    Raises:
        ExportError: when a picture cannot be read.
    """
    folder = files("sctui.decks")
    template, style = (
        folder.joinpath(name).read_text(encoding="utf-8") for name in ("sheet.html", "sheet.css")
    )
    body = "\n".join(line for deck in decks for line in _deck(deck, pictures))
    title = _text(", ".join(deck.name for deck in decks[:3]) + (" …" if len(decks) > 3 else ""))
    language = decks[0].language.value if decks else "en"
    return Template(template).substitute(language=language, title=title, style=style, body=body)


def _deck(deck: Deck, pictures: PictureFiles) -> Iterator[str]:
    yield f'<section lang="{deck.language.value}">\n<h1>{_text(deck.name)}</h1>'
    numbers, told = count(1), origins_of(deck)
    for topic, notes in groupby(deck.notes, lambda note: note.topic):
        if topic:
            yield f"<h2>{_text(' › '.join(topic))}</h2>"
        yield '<table class="cards">'
        yield from _rows(notes, numbers, pictures, told)
        yield "</table>"
    yield "</section>"


def _rows(
    notes: Iterable[Note], numbers: Iterator[int], pictures: PictureFiles, told: Mapping[str, str]
) -> Iterator[str]:
    for note in notes:
        written = HtmlWriter(unicode_formula, partial(_data, pictures.get(note.id, {})))
        proof = "".join(f"<small>{_text(line)}</small>" for line in _proof(note, told))
        for card in note.cards():
            question = written.tree(cards.question(card))
            if note.type is CardType.CHOICE:
                options = (written.tree(cards.tree_of(option, note)) for option in note.choices())
                question += "".join(f"<br>{chr(65 + i)}. {option}" for i, option in enumerate(options))
            answer = f"{written.tree(cards.answer(card))}{proof}"
            yield f"<tr><td>{next(numbers)}</td><td>{question}</td><td>{answer}</td></tr>"


def _data(files: Mapping[str, Path], path: str) -> str:
    """A picture as an address that holds it; nothing for one that is not there."""
    if path not in files:
        return ""
    try:
        data = base64.b64encode(files[path].read_bytes()).decode()
    except OSError as error:
        raise ExportError(
            _("{files}: cannot be read: {strerror}").format(
                files=files[path], strerror=error.strerror or error
            )
        ) from None
    return f"data:{mimetypes.guess_type(files[path].name)[0] or 'image/png'};base64,{data}"


def _proof(note: Note, told: Mapping[str, str]) -> Iterator[str]:
    """What stands below an answer: flags, and each source with its quote."""
    if note.flags:
        yield " · ".join(note.flags)
    for source in note.sources:
        origin = f" · {told[source.document]}" if told.get(source.document) else ""
        yield f"{source.document} · {source.line}{origin}: {source.quote}"


def _text(text: str) -> str:
    return html.escape(plain(text)).replace("\n", "<br>")
