"""Slips of YAML: a deck that can be read, but hardly says what its author meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sctui.decks.places import yaml_lines
from sctui.decks.values import shown
from sctui.decks.yaml_reader import parse_deck, read_text
from sctui.errors import DeckError
from sctui.i18n import _
from sctui.markup.parse import parse
from sctui.markup.tree import Picture, pieces
from sctui.model.card import Markup, gaps
from sctui.text.yaml_nodes import Mapping, Node, Scalar, Sequence

_TEXTS = frozenset({"front", "back", "text", "quote", "options", "topic"})
_ALWAYS_PLAIN = frozenset({"quote", "topic"})
# what stands behind ` #` is a comment; `#1` and `#tag` were hardly meant as one, `# why` was
_CUT = re.compile(r"[^\s#]( #[^\s#][^\n]*)")
_ESCAPE = re.compile(r"\\n")
_FORMULA = re.compile(r"\$|\\[(\[]")  # in one, `\nu` and `\neq` are what they should be
_NOTHING = frozenset({"~", "null", "Null", "NULL"})
# what has no width and no use in a card: zero-width space, joiner, byte order mark, overrides of direction
_INVISIBLE = re.compile("[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]")
_PICTURE = re.compile(r"!\[[^\]\n]*\]\([^()\n]+\)")
_SIGNS = (_CUT, _ESCAPE, _INVISIBLE, _PICTURE, re.compile(r"(?i)~|null"), re.compile(r"\{\{c\d"))


class Slip(NamedTuple):
    """What looks wrong at a place (line and column from 1), and what to do about it."""

    line: int
    column: int
    message: str
    hint: str


def find_slips(file: Path) -> Iterator[Slip]:
    """The slips in the cards of a deck, in the order of its lines; none for a file that cannot be read."""
    try:
        text = read_text(file)
        if not any(sign.search(text) for sign in _SIGNS):  # so that a clean library is read but once
            return
        root = parse_deck(text, str(file))
    except DeckError:
        return
    cards = root.get("cards") if isinstance(root, Mapping) else None
    lines = yaml_lines(text.removeprefix("\ufeff"))
    for card in cards.items if isinstance(cards, Sequence) else ():
        for name, node in _texts(card):
            yield from _slips(name, node, lines[node.line - 1])
            if not _is_plain(card):
                yield from _no_pictures(name, node)


def _texts(node: Node, name: str = "") -> Iterator[tuple[str, Scalar]]:
    """The texts that a learner reads, with the keys they stand under."""
    if isinstance(node, Scalar):
        if name in _TEXTS:
            yield name, node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _texts(item, name)
    else:
        for key, value in node.entries:
            yield from _texts(value, key.value)


def _slips(name: str, node: Scalar, line: str) -> Iterator[Slip]:
    mark = line[node.column - 1 : node.column]
    if mark not in {'"', "'", "|", ">"}:
        yield from _plain_slips(name, node, line)
    if mark != '"' and (found := _ESCAPE.search(node.value)) and not _FORMULA.search(node.value):
        hint = _("write the text between double quotes, or on lines of its own behind `|-`")
        yield Slip(node.line, node.column, _("`{found}` stands for itself here").format(found=found[0]), hint)
    if name in {"front", "back"} and any(gaps(node.value)):
        message = _("a gap ({{{{c1::…}}}}) in `{name}` is shown as it is").format(name=name)
        yield Slip(node.line, node.column, message, _("write the whole as `text:`"))
    if found := _INVISIBLE.search(node.value):
        message = _("`{name}` has an invisible character (U+{ord:04X})").format(name=name, ord=ord(found[0]))
        yield Slip(
            node.line, node.column, message, _("delete it, and what is around it, and write that again")
        )


def _is_plain(card: Node) -> bool:
    markup = card.get("markup") if isinstance(card, Mapping) else None
    return isinstance(markup, Scalar) and markup.value == Markup.PLAIN


def _no_pictures(name: str, node: Scalar) -> Iterator[Slip]:
    """What is written as a picture, and shown as it is typed."""
    for found in _PICTURE.finditer(node.value) if name not in _ALWAYS_PLAIN else ():
        if any(isinstance(piece, Picture) for piece in pieces(parse(found[0]))):
            continue
        message = _("`{picture}` in `{name}` is no picture").format(picture=shown(found[0]), name=name)
        hint = _("a picture ends in .png, .jpg, .svg or the like; a path with blanks stands in `<…>`")
        yield Slip(node.line, node.column, message, hint)


def _plain_slips(name: str, node: Scalar, line: str) -> Iterator[Slip]:
    """Of a text without quotes."""
    cut = _CUT.search(line, node.column - 1)
    if cut and node.value and cut[1].strip() not in node.value:
        message = _("`{strip}` is a comment, not part of `{name}`").format(
            strip=shown(cut[1].strip()), name=name
        )
        yield Slip(node.line, cut.start(1) + 2, message, _("put the text in quotes, or a space behind `#`"))
    if node.value in _NOTHING:
        message = _("`{name}` is the text `{value}`").format(name=name, value=node.value)
        yield Slip(node.line, node.column, message, _("leave the key out if there is nothing to say"))
