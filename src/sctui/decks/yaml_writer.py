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
    keys = document_keys(deck.documents)
    return text_of(deck, [note_lines(note, keys) for note in deck.notes])


def text_of(deck: Deck, entries: Iterable[list[str]]) -> str:
    """The whole file, from what `note_lines` gives for each of its notes."""
    lines = [f"deck: {scalar(deck.name)}", f"language: {deck.language.value}"]
    if deck.documents:
        lines.append("documents:")
        lines += [INDENT + document_line(key, ref) for key, ref in deck.documents.items()]
    lines.append("cards:" if deck.notes else "cards: []")
    for entry in entries:
        if "" in entry:
            lines += [f"{INDENT}{line}" if line else "" for line in entry]
        else:
            lines.append(INDENT + f"\n{INDENT}".join(entry))
    return "\n".join(lines) + "\n"


def document_keys(documents: Mapping[str, DocumentRef]) -> dict[str, str]:
    """The short name for each file name."""
    return {PurePosixPath(ref.file).name: key for key, ref in reversed(tuple(documents.items()))}


def document_line(key: str, ref: DocumentRef) -> str:
    """One entry of `documents:`."""
    return f"{scalar(key)}: {{file: {scalar(ref.file, flow=True)}{told_of(ref, 'sha256', 'date', 'kind')}}}"


def told_of(ref: DocumentRef, *names: str) -> str:
    """Further keys of an entry of `documents:` between braces, those that hold something."""
    values = ((name, getattr(ref, name)) for name in names)
    return "".join(f", {name}: {scalar(value, flow=True)}" for name, value in values if value)


def note_lines(note: Note, keys: Mapping[str, str]) -> list[str]:
    """One entry of `cards:`, its dash in the first column; `keys` gives the short name for each file name.

    Raises:
        ValueError: when a source's document has no short name.
    """
    lines = [f"- id: {scalar(note.id)}"]
    if note.kind is not CardKind.NOTE:
        lines.append(f"  kind: {note.kind.value}")
    if note.topic:
        lines.append(f"  topic: {_list(note.topic)}")
    if note.text:
        lines += _text("text", note.text)
    else:
        lines += _text("front", note.front)
        lines += _text("back", note.back)
        if note.tolerance or note.options or note.reverse:
            lines += _form(note)
    if len(note.sources) == 1:
        lines.append(f"  source: {_source(note.sources[0], keys)}")
    elif note.sources:
        lines += ("  sources:", *(f"    - {_source(source, keys)}" for source in note.sources))
    if note.flags:
        lines.append(f"  flags: {_list(note.flags)}")
    if note.tags:
        lines.append(f"  tags: {_list(note.tags)}")
    if note.markup is not Markup.MARKDOWN:
        lines.append(f"  markup: {note.markup.value}")
    return lines


def _text(name: str, text: str) -> list[str]:
    lines = block(text, INDENT * 2) if "\n" in text else None
    return [f"  {name}: {scalar(text)}"] if lines is None else [f"  {name}: |-", *lines]


def _form(note: Note) -> Iterator[str]:
    """What makes a number, choice or reversible card of it."""
    if note.tolerance:
        yield f"  tolerance: {note.tolerance}"
    elif note.options:
        yield f"  options: {_list(note.options)}"
    elif note.reverse:
        front, back = (scalar(text, flow=True) for text in (note.reverse.front, note.reverse.back))
        yield f"  reverse: {{front: {front}, back: {back}}}"


def _list(texts: Iterable[str]) -> str:
    return f"[{', '.join(scalar(text, flow=True) for text in texts)}]"


def _source(source: Source, keys: Mapping[str, str]) -> str:
    if source.document not in keys:
        raise ValueError(f"the deck's documents do not name {source.document}")
    key, quote = scalar(keys[source.document], flow=True), scalar(source.quote, flow=True)
    return f"{{document: {key}, line: {source.line}, quote: {quote}}}"


def note_entries(note: Note, keys: Mapping[str, str]) -> dict[str, list[str]]:
    """The lines of each key of an entry of `cards:`, the keys in the first column; raises as `note_lines`."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in note_lines(note, keys):
        written = line[len(INDENT) :]
        if written and not written.startswith(" "):  # what goes on below a key is indented more
            name = written.partition(":")[0]
        found.setdefault(name, []).append(written)
    return found
