"""Cards just as `yaml_writer` writes them, read by one pattern: a first start reads nothing else.

This is the short way for the whole list of cards of a file. A file with a comment among its cards, another
order of keys, another indent, or anything that would be a fault, is left to the nodes of the YAML parser.
"""

from __future__ import annotations

import re

from sctui.decks.note_reader import KINDS, NoteReader
from sctui.decks.places import Place
from sctui.errors import DeckError
from sctui.model.card import CardKind, Note, Source
from sctui.text.yaml_plain_lines import PLAIN_START, UnknownFormError, plain_text
from sctui.text.yaml_tree import Scalar

_QUOTED = r""""[^"\\\n]*"|'(?:[^'\n]|'')*'"""
_TEXT = rf"(?:{_QUOTED}|{PLAIN_START}[^\n]*)"
_IN_BRACKETS = rf"(?:{_QUOTED}|{PLAIN_START}[^\n,?\[\]{{}}]*)"
_LIST = rf"\[({_IN_BRACKETS}(?:, {_IN_BRACKETS})*)\]\n"
_SOURCE = rf"\{{document: (\w[\w.+/-]*), line: ([1-9][0-9]{{0,8}}), quote: ({_IN_BRACKETS})\}}\n"
_CARD = re.compile(
    rf"  - id: (\w[\w.+-]*)\n(?:    kind: (\w+)\n)?(?:    topic: {_LIST})?"
    rf"(?:    front: ({_TEXT})\n    back: ({_TEXT})\n|    text: ({_TEXT})\n)"
    rf"(?:    source: {_SOURCE}|    sources:\n((?:      - {_SOURCE})+))?"
    rf"(?:    flags: {_LIST})?(?:    tags: {_LIST})?"
)
_SOURCES = re.compile(f"      - {_SOURCE}")
_TEXTS = re.compile(_IN_BRACKETS)
_VALUE_COLUMN = 11  # behind `    back: ` and `    text: `
_SOURCE_COLUMN, _SOURCES_COLUMN = 13, 9  # behind `    source: ` and `      - `


def read_written_cards(
    text: str, at: int, line: int, reader: NoteReader
) -> tuple[list[Note], dict[str, Place]] | None:
    """The notes from offset `at` of `text`, which is in line `line`, to its end; None for any other form."""
    notes: list[Note] = []
    places: dict[str, Place] = {}
    try:
        while at < len(text):
            match = _CARD.match(text, at)
            if not match or match[1] in places:
                return None
            following = line + text.count("\n", at, match.end())
            places[match[1]] = _place(match, line, following - 1)
            notes.append(_note(match, reader))
            at, line = match.end(), following
    except (DeckError, KeyError, UnknownFormError):
        return None
    return notes, places


def _note(match: re.Match[str], reader: NoteReader) -> Note:
    name, kind, topic, front, back, text, document, number, quote, several, *_, flags, tags = match.groups()
    sources: tuple[Source, ...] = ()
    if several:
        sources = tuple([_source(reader, *source.groups()) for source in _SOURCES.finditer(several)])
    elif document:
        sources = (_source(reader, document, number, quote),)
    return Note(
        name,
        KINDS[kind] if kind else CardKind.NOTE,
        _texts(topic),
        _filled(front) if front else "",
        _value(back) if back else "",
        reader.cloze(Scalar(_value(text), 0, 0)) if text else "",
        sources,
        _texts(flags),
        _texts(tags),
    )


def _place(match: re.Match[str], line: int, last: int) -> Place:
    answer = line + 1 + (match[2] is not None) + (match[3] is not None) + (match[5] is not None)
    sources: tuple[tuple[int, int], ...] = ()
    if match[10]:
        count = match[10].count("\n")
        sources = tuple([(answer + 2 + i, _SOURCES_COLUMN) for i in range(count)])
    elif match[7]:
        sources = ((answer + 1, _SOURCE_COLUMN),)
    return Place(line, len("  - ") + 1, last, (answer, _VALUE_COLUMN), sources)


def _source(reader: NoteReader, document: str, line: str, quote: str) -> Source:
    return Source(reader.files[document], int(line), _filled(quote))


def _texts(written: str | None) -> tuple[str, ...]:
    return tuple([_filled(text) for text in _TEXTS.findall(written)]) if written else ()


def _filled(written: str) -> str:
    value = _value(written)
    if not value.strip():
        raise UnknownFormError
    return value


def _value(written: str) -> str:
    if written[0] == '"':
        return written[1:-1]
    return written[1:-1].replace("''", "'") if written[0] == "'" else plain_text(written)
