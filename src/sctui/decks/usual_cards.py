"""Cards as most are written, each read by one pattern: usual keys in a usual order, a text or list for each.

A pattern has nothing in it that does not mean the same to every reader of YAML. Any other card, and any that
is faulty, is left to whoever knows more forms.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from sctui.decks.identity import own_id
from sctui.decks.note_reader import KINDS, NoteReader
from sctui.decks.note_types import Form, read_form
from sctui.decks.places import Place
from sctui.model.card import CardKind, Note, Source
from sctui.text.yaml_inline import Block, Value, flat_mapping, read_inline
from sctui.text.yaml_texts import said_as
from sctui.text.yaml_unusual import UnknownFormError

_START = r"""[^\s\-?:,\[\]{}#&*!|>'"%@`]"""
_ON = r"[^\n\t:#]*+(?:(?::(?![ \n])|(?<! )#)[^\n\t:#]*+)*+(?<! )"  # to the end of the line
_PLAIN, _FURTHER = rf"{_START}{_ON}", rf"[^\s\-?:#]{_ON}"  # a further line is one of the same text
_QUOTED = r"""'[^'\t]*+(?:''[^'\t]*+)*+'|"[^"\\\t]*+(?:\\[^\t][^"\\\t]*+)*+\""""
_IN_LINE = r"""'[^'\t\n]*+(?:''[^'\t\n]*+)*+'|"[^"\\\t\n]*+(?:\\[^\t\n][^"\\\t\n]*+)*+\""""
_FLOWING = rf"{_START}[^\n\t:#,\[\]{{}}]*+(?<! )|{_IN_LINE}"
_LIST = r"\[[^\n\t#\[\]{}]*\]"
_SOURCE = r"\{[^\n\t#]*\}"
_TOLD = re.compile(rf"\{{document: ({_FLOWING}), line: ([0-9]{{1,9}}), quote: ({_FLOWING})\}}")
_KEYS = (
    *("id", "kind", "topic", "text", "front", "back", "tolerance", "options", "reverse"),
    *("source", "sources", "flags", "tags"),
)
_LISTS = frozenset({"topic", "options", "flags", "tags"})
_PATTERNS = {"id": r"\w[\w.+-]*+", "kind": r"\w++", "source": _SOURCE}
_TEXT, _BACK, _SOURCE_KEY, _SOURCES_KEY = map(_KEYS.index, ("text", "back", "source", "sources"))
_MARKS = frozenset("'\"|>")
_SOUND = re.compile(
    r"(?:[^{}]*+\{\{c[1-9][0-9]*+::[^\s{}:][^{}]*+\}\})++[^{}]*+"
)  # every gap hides something
_NO_FORM = Form()


class _Pattern(NamedTuple):
    """A whole card; its groups are values of keys, and an empty one behind the last of them.

    `groups` are those of `_KEYS`; further lines of a text have `least` spaces before them at least.
    """

    card: re.Pattern[str]
    groups: Sequence[int]
    end: int
    least: int


class Found(NamedTuple):
    """A card that a pattern fits, the number of its line, and that of the line behind it."""

    match: re.Match[str]
    pattern: _Pattern
    line: int
    following: int


_found, _placed = (
    partial(tuple.__new__, Found),
    partial(tuple.__new__, Place),
)  # of thousands; in half the time


@lru_cache(maxsize=8)
def _patterns(indent: int) -> tuple[_Pattern, ...]:
    """For dashes behind so many spaces: keys as this program has them, sorted ones, and cards in one line."""
    dash, keys = f"{' ' * indent}- ", " " * (indent + 2)
    end = rf"()\n++(?={dash}|\Z)"
    next_key = rf"(?:\n(?: *+#[^\n]*+\n)*+{keys}|(?<=\n{dash}))"
    text = rf"{_PLAIN}(?:\n{keys} ++{_FURTHER})*+|{_QUOTED}|[|>]-?+(?:\n{keys} ++\S[^\n\t]*+)++"
    below = rf"(?:\n{keys} *+- (?:{_PLAIN}|{_IN_LINE}))++"
    both = rf"(?:\n{keys} ++(?:front|back): (?:{_PLAIN}|{_IN_LINE})){{2}}"
    values = {name: f" ({_PATTERNS.get(name, text)})" for name in _KEYS}
    values |= dict.fromkeys(_LISTS, f"( {_LIST}| {_PLAIN}|{below})")
    values |= {"reverse": f"( {_SOURCE}|{both})", "sources": rf"((?:\n{keys} *+- {_SOURCE})++)"}
    flowing = dict.fromkeys(_KEYS, f" ({_FLOWING})") | dict.fromkeys(_LISTS, f"( {_LIST}| (?:{_FLOWING}))")
    flowing |= {key: values[key] for key in ("id", "kind")}
    flowing |= dict.fromkeys(("reverse", "source", "sources"), "((?!))")

    def pattern(order: Sequence[str], first: str, between: str, told: dict[str, str], last: str) -> _Pattern:
        parts = "".join(f"(?:{between}{name}:{told[name]})?+" for name in order)
        groups = [order.index(name) + 1 for name in _KEYS]
        return _Pattern(re.compile(f"{first}{parts}{last}{end}"), groups, len(order) + 1, indent + 3)

    return (
        pattern(_KEYS, rf"{dash}(?=\w)", next_key, values, ""),
        pattern(sorted(_KEYS), rf"{dash}(?=\w)", next_key, values, ""),
        pattern(_KEYS, rf"{dash}\{{", r"(?:, |(?<=\{))", flowing, r"\}"),
    )


def usual_cards(text: str, at: int, line: int, indent: int) -> list[Found]:
    """The usual cards that stand one behind the other from an offset on, which is in line `line`."""
    patterns = _patterns(indent)
    pattern = patterns[0]
    found: list[Found] = []
    while True:
        match = pattern.card.match(text, at)
        if not match:
            pattern = next((other for other in patterns if other.card.match(text, at)), pattern)
            match = pattern.card.match(text, at)
            if not match:
                return found
        following = line + text.count("\n", at, match.end())
        found.append(_found((match, pattern, line, following)))
        at, line = match.end(), following


class UsualReader:
    """Makes notes of what `usual_cards` finds, and remembers lists, which come again and again.

    Args:
        reader: knows what a note may say.
    """

    def __init__(self, reader: NoteReader[Value]) -> None:
        self._reader = reader
        self._topics: dict[str, tuple[str, ...]] = {}
        self._lists: dict[str, tuple[str, ...]] = {}

    def note(self, found: Found) -> tuple[Note, Place]:
        """The note and its place.

        Raises:
            UnknownFormError: when that takes more than is known here, or the card is faulty.
        """
        match, pattern, line, following = found
        least, at = pattern.least, pattern.groups
        (name, kind, topic, text, front, back, tolerance, options, reverse, source, sources, flags, tags) = (
            match.group(*at)
        )
        front, back, text = self._question(front, back, text, least)
        proof: tuple[Source, ...] = ()
        places: tuple[tuple[int, int], ...] = ()
        if source or sources:
            proof, places = self._sources(found, source, sources)
        form = _NO_FORM
        if tolerance or options or reverse:
            form = self._form((tolerance, options, reverse), text, front, back, least)
        note = Note(
            name or own_id(self._reader.deck, front or text),
            _kind(kind) if kind else CardKind.NOTE,
            (self._topics.get(topic) or self._topic(topic, least)) if topic else (),
            front,
            back,
            text,
            proof,
            (self._lists.get(flags) or self._list(flags, least)) if flags else (),
            (self._lists.get(tags) or self._list(tags, least)) if tags else (),
            *form,
        )
        last = following - match.end() + match.start(pattern.end)
        answer = _place(match, line, match.start(at[_TEXT] if text else at[_BACK]))
        return note, _placed((line, least, last, answer, places))

    def _question(
        self, front: str | None, back: str | None, text: str | None, least: int
    ) -> tuple[str, str, str]:
        if text and not (front or back):
            text = said_as(text, least)
            return "", "", text if _SOUND.fullmatch(text) else self._reader.cloze(text)
        if text or not front or not back:
            raise UnknownFormError
        if front[0] in _MARKS or "\n" in front:
            front = said_as(front, least)
            if not front.strip():
                raise UnknownFormError
        if back[0] in _MARKS or "\n" in back:
            back = said_as(back, least)
        return front, back, ""

    def _form(self, form: Sequence[str | None], text: str, front: str, back: str, least: int) -> Form:
        """What decides the type of the card, from what stands behind its keys."""
        tolerance, options, reverse = form
        entry: dict[str, Value] = {"text": text} if text else {"front": front, "back": back}
        if tolerance:
            entry["tolerance"] = said_as(tolerance, least)
        if options:
            entry["options"] = self._lists.get(options) or self._list(options, least)
        if reverse:
            entry["reverse"] = _mapping(reverse)
        return read_form(self._reader.values, entry, front, back)

    def _topic(self, written: str, least: int) -> tuple[str, ...]:
        self._topics[written] = self._reader.topic(_listed(written, least))
        return self._topics[written]

    def _list(self, written: str, least: int) -> tuple[str, ...]:
        self._lists[written] = self._reader.values.texts(_listed(written, least), "")
        return self._lists[written]

    def _sources(
        self, found: Found, source: str | None, sources: str | None
    ) -> tuple[tuple[Source, ...], tuple[tuple[int, int], ...]]:
        """The sources, one in a line, and their places."""
        if source and sources:
            raise UnknownFormError
        match, files = found.match, self._reader.files
        start, end = match.span(found.pattern.groups[_SOURCE_KEY if source else _SOURCES_KEY])
        proof: list[Source] = []
        places: list[tuple[int, int]] = []
        indents: list[int] = []
        while start < end:
            at = match.string.find("{", start, end)
            told = _TOLD.match(match.string, at, end) if at >= 0 else None
            if not told or match.string[told.end()] != "\n" or (indents and indents[0] != at - start):
                raise UnknownFormError
            indents.append(at - start)
            document, number, quote = told.groups()
            quote = said_as(quote, 0)
            document = said_as(document, 0)
            if document not in files or not int(number) or not quote.strip():
                raise UnknownFormError
            proof.append(Source(files[document], int(number), quote))
            places.append(_place(match, found.line, at))
            start = told.end()
        return tuple(proof), tuple(places)


def _place(match: re.Match[str], line: int, at: int) -> tuple[int, int]:
    """Line and column of an offset in a card whose first line is `line`."""
    text, start = match.string, match.start()
    return line + text.count("\n", start, at), at - text.rfind("\n", 0, at)


def _kind(word: str) -> CardKind:
    if word not in KINDS:
        raise UnknownFormError
    return KINDS[word]


def _mapping(written: str) -> Block:
    """A mapping in braces, or of a key in each line below."""
    if written[0] == " ":
        if flat := flat_mapping(written[1:], 1, 0):
            return flat
        value, end = read_inline(written[1:], 1, 0)
        if end < len(written) - 1 or not isinstance(value, Block):
            raise UnknownFormError
        return value
    pairs = [line.lstrip(" ").partition(": ") for line in written[1:].split("\n")]
    values: dict[str, Value] = {key: said_as(said, 0) for key, _, said in pairs}
    indents = {len(line) - len(line.lstrip(" ")) for line in written[1:].split("\n")}
    if len(values) < len(pairs) or len(indents) > 1:
        raise UnknownFormError
    return Block(values, {}, 1, 1)


def _listed(written: str, least: int) -> Value:
    """A list in brackets, or of lines with dashes; or a text in its place."""
    if written[0] == " ":
        if written[1] != "[":
            return said_as(written[1:], least)
        value, end = read_inline(written[1:], 1, 0)
        if end < len(written) - 1 or not isinstance(value, tuple):
            raise UnknownFormError
        return value
    lines = written[1:].split("\n")
    dash = lines[0][: lines[0].index("-") + 2]
    if not all(line.startswith(dash) for line in lines):
        raise UnknownFormError
    return tuple([said_as(line[len(dash) :], least) for line in lines])
