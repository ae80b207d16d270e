"""Cards just as `yaml_writer` writes them, read by one pattern: a first start reads nothing else.

This is the short way for the whole list of cards of a file. A file with a comment among its cards, another
order of keys, another indent, or anything that would be a fault, is left to the nodes of the YAML parser.
"""

from __future__ import annotations

import re

from sctui.decks.note_reader import KINDS, NoteReader
from sctui.decks.note_types import Form, read_form
from sctui.decks.places import Place
from sctui.errors import DeckError
from sctui.model.card import CardKind, Markup, Note, Reverse, Source
from sctui.text.yaml_texts import PLAIN_START, plain_text
from sctui.text.yaml_tree import Node, Scalar, Sequence
from sctui.text.yaml_unusual import UnknownFormError

_QUOTED = r""""[^"\\\n]*"|'(?:[^'\n]|'')*'"""
_TEXT = rf"(?:{_QUOTED}|{PLAIN_START}[^\n]*)"
_IN_BRACKETS = rf"(?:{_QUOTED}|{PLAIN_START}[^\n,?\[\]{{}}]*)"
_LIST = rf"{_IN_BRACKETS}(?:, {_IN_BRACKETS})*"
_SOURCE = rf"\{{document: (\w[\w.+/-]*), line: ([1-9][0-9]{{0,8}}), quote: ({_IN_BRACKETS})\}}\n"
_FORM = (
    rf"    tolerance: (?P<tolerance>[0-9.]+%?)\n|    options: \[(?P<options>{_LIST})\]\n"
    rf"|    reverse: \{{front: (?P<other>{_IN_BRACKETS}), back: (?P<turned>{_IN_BRACKETS})\}}\n"
)
_CARD = re.compile(
    rf"  - id: (?P<id>\w[\w.+-]*)\n(?:    kind: (?P<kind>\w+)\n)?(?:    topic: \[(?P<topic>{_LIST})\]\n)?"
    rf"(?:    front: (?P<front>{_TEXT})\n    back: (?P<back>{_TEXT})\n(?P<form>{_FORM})?"
    rf"|    text: (?P<text>{_TEXT})\n)"
    rf"(?P<proof>    source: {_SOURCE}|    sources:\n(?P<several>(?:      - {_SOURCE})+))?"
    rf"(?:    flags: \[(?P<flags>{_LIST})\]\n)?(?:    tags: \[(?P<tags>{_LIST})\]\n)?"
    rf"(?P<plain>    markup: plain\n)?"
)
_SOURCES = re.compile(_SOURCE)
_TEXTS = re.compile(_IN_BRACKETS)
_NO_FORM = Form()
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
            if not match or match["id"] in places:
                return None
            following = line + text.count("\n", at, match.end())
            places[match["id"]] = _place(match, line, following - 1)
            notes.append(_note(match, reader))
            at, line = match.end(), following
    except (DeckError, KeyError, UnknownFormError):
        return None
    return notes, places


def _note(match: re.Match[str], reader: NoteReader) -> Note:
    proof, kind, front, back, text = match.group("proof", "kind", "front", "back", "text")
    sources = [_source(reader, *source.groups()) for source in _SOURCES.finditer(proof)] if proof else ()
    answer = _value(back) if back else ""
    form = _form(match, reader, answer) if match["form"] else _NO_FORM
    return Note(
        match["id"],
        KINDS[kind] if kind else CardKind.NOTE,
        _texts(match["topic"]),
        _filled(front) if front else "",
        answer,
        reader.cloze(Scalar(_value(text), 0, 0)) if text else "",
        tuple(sources),
        _texts(match["flags"]),
        _texts(match["tags"]),
        form.tolerance,
        form.options,
        form.reverse,
        Markup.PLAIN if match["plain"] else Markup.MARKDOWN,
    )


def _form(match: re.Match[str], reader: NoteReader, back: str) -> Form:
    """What decides the type; read as from nodes, for it has the same faults."""
    entry: dict[str, Node] = {"back": Scalar(back, 0, 0)}
    if match["tolerance"]:
        entry["tolerance"] = Scalar(match["tolerance"], 0, 0)
    elif match["options"]:
        options = tuple(Scalar(text, 0, 0) for text in _texts(match["options"]))
        entry["options"] = Sequence(options, 0, 0, 0)
    else:
        return Form(reverse=Reverse(_filled(match["other"]), _filled(match["turned"])))
    return read_form(reader.values, entry, "", back)


def _place(match: re.Match[str], line: int, last: int) -> Place:
    answer = line + 1 + sum(match[name] is not None for name in ("kind", "topic", "front"))
    first = answer + 1 + (match["form"] is not None)  # the line of `source` or `sources`
    sources: tuple[tuple[int, int], ...] = ()
    if match["several"]:
        count = match["several"].count("\n")
        sources = tuple([(first + 1 + i, _SOURCES_COLUMN) for i in range(count)])
    elif match["proof"]:
        sources = ((first, _SOURCE_COLUMN),)
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
