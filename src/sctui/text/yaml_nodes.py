"""Strict YAML: text in, nodes with line and column out. Scalars are strings; anchors and tags are refused.

Built from libyaml's events, without PyYAML's resolver: `no` stays `no`, `1e3` stays `1e3`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sctui.i18n import _
from sctui.text.collector_pause import collector_paused
from sctui.text.yaml_plain_lines import read_plain_lines
from sctui.text.yaml_tree import Mapping, Node, Scalar, Sequence, YamlError
from sctui.text.yaml_unusual import LONGEST_TEXT, MOST_KEYS, UnknownFormError

__all__ = ["Mapping", "Node", "Scalar", "Sequence", "YamlError", "parse", "parse_any"]

_MAX_DEPTH = 32
_UNCLOSED = {
    "while parsing a flow sequence": "`]`",
    "while parsing a flow mapping": "`}`",
    "while scanning a quoted scalar": "`\"`/`'`",
}
_SLICE = 4096  # characters of an entry given to the parser at a time


def parse(text: str) -> Node | None:
    """Read one YAML document; None when it is empty.

    Raises:
        YamlError: for text that is not YAML, and for anchors, aliases, tags, a second document, repeated
            keys, keys that are not plain strings, nesting deeper than 32, mappings of more than 10,000 keys,
            and texts of more than 100,000 characters.
    """
    with collector_paused():
        return read_plain_lines(text) or parse_any(text)


def parse_any(text: str) -> Node | None:
    """Like `parse`, by the full parser alone."""
    import yaml  # noqa: PLC0415 -- loaded at first use, to keep start-up short

    try:
        return _Builder(_events(yaml, text), yaml).document()
    except yaml.MarkedYAMLError as error:
        raise _told(error) from None
    except yaml.reader.ReaderError as error:
        # libyaml's position counts bytes, PyYAML's characters; the character itself is the surer guide
        code = _code(error.character)
        raise _not_allowed(text, max(text.find(chr(code)), 0), code) from None
    except UnicodeEncodeError as error:  # half of a surrogate pair, which libyaml cannot be given
        raise _not_allowed(text, error.start, ord(text[error.start])) from None


def _told(error: Any) -> YamlError:
    """What the parser says, where it met it; of what is never closed, where that begins."""
    problem, context = str(error.problem or error.context or _("not YAML")), str(error.context)
    mark, start = error.problem_mark or error.context_mark, error.context_mark
    unclosed = _UNCLOSED.get(context)
    if unclosed and start and start.line < mark.line:
        message = _("what begins here is not closed: {mark} is missing").format(mark=unclosed)
        return YamlError(message, start.line + 1, start.column + 1)
    return YamlError(problem, mark.line + 1, mark.column + 1) if mark else YamlError(problem, 1, 1)


def _not_allowed(text: str, at: int, code: int) -> YamlError:
    place = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    return YamlError(_("character U+{code:04X} is not allowed").format(code=code), *place)


def parse_entry(text: str, at: int, line: int) -> tuple[Mapping, int]:
    """The mapping that is one entry of a list, which is itself a value of the outermost mapping.

    Args:
        text: the whole text; no more of it is looked at than the entry needs.
        at: the offset of the line that has the entry's dash.
        line: the number of that line (from 1).

    Returns:
        The node that `parse_any` has there, and the number of a line: from there to what comes next there are
        only blank lines and comments.

    Raises:
        UnknownFormError: for any other entry, and for what is wrong; read the whole to know.
    """
    import yaml  # noqa: PLC0415 -- as above

    try:
        return _Builder(_events(yaml, _Rest(text, at)), yaml, line - 1).entry()
    except (yaml.YAMLError, YamlError, UnicodeEncodeError):
        raise UnknownFormError from None


class _Rest:
    """A text from an offset on, as a file: below a key whose value it is, as it is in the whole."""

    def __init__(self, text: str, at: int) -> None:
        self._text = text
        self._at = at
        self._above = "entries:\n"

    def read(self, _size: int) -> str:
        start, above, self._above = self._at, self._above, ""
        self._at += _SLICE
        return f"{above}{self._text[start : self._at]}"


def _events(yaml: Any, source: str | _Rest) -> Iterator[Any]:
    parser: Any = getattr(getattr(yaml, "cyaml", None), "CParser", None)
    if parser is None:  # PyYAML built without libyaml
        return iter(yaml.parse(source, Loader=yaml.SafeLoader))
    return iter(parser(source).get_event, None)


class _Builder:
    """Nodes from events. A large deck has hundreds of thousands: the way of a plain scalar is kept short.

    `first` is the number that the first line gets.
    """

    def __init__(self, events: Iterator[Any], kinds: Any, first: int = 1) -> None:
        self._first = first
        self._next = events.__next__
        self._events = events
        self._scalar, self._alias = kinds.ScalarEvent, kinds.AliasEvent
        self._starts = (
            kinds.ScalarEvent,
            kinds.AliasEvent,
            kinds.SequenceStartEvent,
            kinds.MappingStartEvent,
        )
        self._sequence_start = kinds.SequenceStartEvent
        self._sequence_end, self._mapping_end = kinds.SequenceEndEvent, kinds.MappingEndEvent
        self._document_start = kinds.DocumentStartEvent
        self._end: Any = None  # of the last mapping

    def document(self) -> Node | None:
        node: Node | None = None
        documents = 0
        for event in self._events:
            if isinstance(event, self._document_start):
                documents += 1
                if documents > 1:
                    raise YamlError(
                        _("one document a file; this is a second one (`---`)"), *self._place(event)
                    )
            elif isinstance(event, self._starts):
                node = self._node(event, 0)
        return node

    def entry(self) -> tuple[Mapping, int]:
        """The first entry, a mapping, of the list that is the first value; and the line behind it."""
        for start in self._events:
            if isinstance(start, self._sequence_start):
                break
        start = self._next()
        node = self._node(start, 2)
        if not isinstance(node, Mapping):
            raise UnknownFormError
        behind = self._end.line + bool(start.flow_style)  # a block is closed by what comes next
        if self._next().start_mark.line < behind:
            raise UnknownFormError
        return node, behind + self._first

    def _node(self, event: Any, depth: int) -> Node:
        mark = event.start_mark
        line, column = mark.line + self._first, mark.column + 1
        kind = type(event)
        if depth > _MAX_DEPTH:
            raise YamlError(_("nested deeper than {max_depth}").format(max_depth=_MAX_DEPTH), line, column)
        if kind is self._alias:
            raise YamlError(
                _("aliases (`*{anchor}`) are not used in decks; write the value out").format(
                    anchor=event.anchor
                ),
                line,
                column,
            )
        if event.anchor is not None:
            raise YamlError(
                _("anchors (`&{anchor}`) are not used in decks; leave it out").format(anchor=event.anchor),
                line,
                column,
            )
        if event.tag is not None:
            raise YamlError(
                _("tags (`{tag}`) are not used in decks; leave it out").format(tag=event.tag), line, column
            )
        if kind is self._scalar:
            if len(event.value) > LONGEST_TEXT:
                raise YamlError(_too_long(len(event.value)), line, column)
            return Scalar(event.value, line, column)
        if kind is self._sequence_start:
            return self._sequence(line, column, depth)
        return self._mapping(line, column, depth)

    def _sequence(self, line: int, column: int, depth: int) -> Sequence:
        items: list[Node] = []
        event = self._next()
        while type(event) is not self._sequence_end:
            items.append(self._node(event, depth + 1))
            event = self._next()
        return Sequence(tuple(items), line, column, self._last_line(event))

    def _mapping(self, line: int, column: int, depth: int) -> Mapping:
        entries: list[tuple[Scalar, Node]] = []
        seen: dict[str, int] = {}
        event = self._next()
        while type(event) is not self._mapping_end:
            key = self._node(event, depth + 1)
            if not isinstance(key, Scalar):
                raise YamlError(_("a key must be a plain word"), key.line, key.column)
            if key.value in seen:
                message = _("`{value}` stands here a second time (first in line {seen})").format(
                    value=key.value, seen=seen[key.value]
                )
                raise YamlError(message, key.line, key.column)
            if len(entries) == MOST_KEYS:
                message = _("a mapping of more than {most_keys:,} keys").format(most_keys=MOST_KEYS)
                raise YamlError(message, key.line, key.column)
            seen[key.value] = key.line
            entries.append((key, self._node(self._next(), depth + 1)))
            event = self._next()
        self._end = event.end_mark
        return Mapping(tuple(entries), line, column, self._last_line(event))

    def _place(self, event: Any) -> tuple[int, int]:
        return event.start_mark.line + self._first, event.start_mark.column + 1

    def _last_line(self, event: Any) -> int:
        """The end of a block collection is marked at the next token, behind blank lines and comments."""
        mark = event.end_mark
        return int(mark.line + self._first if mark.column else mark.line + self._first - 1)


def _code(character: str | bytes | int) -> int:
    return (
        character
        if isinstance(character, int)
        else character[0]
        if isinstance(character, bytes)
        else ord(character)
    )


def _too_long(length: int) -> str:
    return _("a text of {length:,} characters; the longest may have {longest_text:,}").format(
        length=length, longest_text=LONGEST_TEXT
    )
