"""A sheet of cards to print: questions on the left, answers on the right, where a hand can cover them."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from itertools import count, groupby
from string import Template

from sctui.markup import cards
from sctui.markup.html import HtmlWriter, unicode_formula
from sctui.model.card import CardType, Note
from sctui.model.deck import Deck
from sctui.text.plain_text import plain

_CARD = HtmlWriter(formula=unicode_formula)


def sheet(decks: Sequence[Deck]) -> str:
    """One HTML page with all cards of the decks, which loads nothing and runs nothing."""
    folder = files("sctui.decks")
    template, style = (
        folder.joinpath(name).read_text(encoding="utf-8") for name in ("sheet.html", "sheet.css")
    )
    body = "\n".join(line for deck in decks for line in _deck(deck))
    title = _text(", ".join(deck.name for deck in decks[:3]) + (" …" if len(decks) > 3 else ""))
    language = decks[0].language.value if decks else "en"
    return Template(template).substitute(language=language, title=title, style=style, body=body)


def _deck(deck: Deck) -> Iterator[str]:
    yield f'<section lang="{deck.language.value}">\n<h1>{_text(deck.name)}</h1>'
    numbers = count(1)
    for topic, notes in groupby(deck.notes, lambda note: note.topic):
        if topic:
            yield f"<h2>{_text(' › '.join(topic))}</h2>"
        yield "<table>"
        yield from _rows(notes, numbers)
        yield "</table>"
    yield "</section>"


def _rows(notes: Iterable[Note], numbers: Iterator[int]) -> Iterator[str]:
    for note in notes:
        proof = "".join(f"<small>{_text(line)}</small>" for line in _proof(note))
        for card in note.cards():
            question = _CARD.tree(cards.question(card))
            if note.type is CardType.CHOICE:
                options = (_CARD.tree(cards.tree_of(option, note)) for option in note.choices())
                question += "".join(f"<br>{chr(65 + i)}. {option}" for i, option in enumerate(options))
            answer = f"{_CARD.tree(cards.answer(card))}{proof}"
            yield f"<tr><td>{next(numbers)}</td><td>{question}</td><td>{answer}</td></tr>"


def _proof(note: Note) -> Iterator[str]:
    """What stands below an answer: flags, and each source with its quote."""
    if note.flags:
        yield " · ".join(note.flags)
    for source in note.sources:
        yield f"{source.document} · {source.line}: {source.quote}"


def _text(text: str) -> str:
    return html.escape(plain(text)).replace("\n", "<br>")
