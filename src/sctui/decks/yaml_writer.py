"""Deck -> YAML: one card a block, keys in a fixed order, sources on one line; made to be read and diffed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from sctui.decks.scalar_style import block, scalar
from sctui.model.card import CardKind, Markup, Note, Source
from sctui.model.deck import Deck, DocumentRef

INDENT = "  "


def deck_text(deck: Deck) -> str:
    """The whole file; reading it gives `deck` again.

    Raises:
        ValueError: when a source names a document that `deck.documents` does not have.
    """
    lines = [f"deck: {scalar(deck.name)}", f"language: {deck.language.value}"]
    if deck.documents:
        lines.append("documents:")
        lines += [INDENT + document_line(key, ref) for key, ref in deck.documents.items()]
    lines.append("cards:" if deck.notes else "cards: []")
    keys = document_keys(deck.documents)
    for note in deck.notes:
        lines += (f"{INDENT}{line}" if line else "" for line in note_lines(note, keys))
    return "\n".join(lines) + "\n"


def document_keys(documents: Mapping[str, DocumentRef]) -> dict[str, str]:
    """The short name for each file name."""
    return {PurePosixPath(ref.file).name: key for key, ref in reversed(tuple(documents.items()))}


def document_line(key: str, ref: DocumentRef) -> str:
    """One entry of `documents:`."""
    sha256 = f", sha256: {scalar(ref.sha256, flow=True)}" if ref.sha256 else ""
    return f"{scalar(key)}: {{file: {scalar(ref.file, flow=True)}{sha256}}}"


def note_lines(note: Note, keys: Mapping[str, str]) -> list[str]:
    """One entry of `cards:`, its dash in the first column; `keys` gives the short name for each file name.

    Raises:
        ValueError: when a source's document has no short name.
    """
    lines = [line for name, value in _entries(note, keys) for line in _entry(name, value)]
    return [f"- {lines[0]}", *(f"{INDENT}{line}" if line else "" for line in lines[1:])]


def _entries(note: Note, keys: Mapping[str, str]) -> Iterator[tuple[str, str | list[str]]]:
    yield "id", scalar(note.id)
    if note.kind is not CardKind.NOTE:
        yield "kind", note.kind.value
    if note.topic:
        yield "topic", _list(note.topic)
    for name in ("text",) if note.text else ("front", "back"):
        text: str = getattr(note, name)
        yield name, block(text, INDENT) or scalar(text)
    if note.tolerance:
        yield "tolerance", note.tolerance
    elif note.options:
        yield "options", _list(note.options)
    elif note.reverse:
        front, back = (scalar(text, flow=True) for text in (note.reverse.front, note.reverse.back))
        yield "reverse", f"{{front: {front}, back: {back}}}"
    if len(note.sources) == 1:
        yield "source", _source(note.sources[0], keys)
    elif note.sources:
        yield "sources", [f"{INDENT}- {_source(source, keys)}" for source in note.sources]
    if note.flags:
        yield "flags", _list(note.flags)
    if note.tags:
        yield "tags", _list(note.tags)
    if note.markup is not Markup.MARKDOWN:
        yield "markup", note.markup.value


def _entry(name: str, value: str | list[str]) -> list[str]:
    if isinstance(value, str):
        return [f"{name}: {value}"]
    return [f"{name}:" if name == "sources" else f"{name}: |-", *value]


def _list(texts: Iterable[str]) -> str:
    return f"[{', '.join(scalar(text, flow=True) for text in texts)}]"


def _source(source: Source, keys: Mapping[str, str]) -> str:
    if source.document not in keys:
        raise ValueError(f"the deck's documents do not name {source.document}")
    key, quote = scalar(keys[source.document], flow=True), scalar(source.quote, flow=True)
    return f"{{document: {key}, line: {source.line}, quote: {quote}}}"
