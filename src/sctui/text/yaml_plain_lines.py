"""The part of YAML that decks and lexicons are written in, read line by line and without a YAML parser.

Block mappings with plain keys, lists with `- `, texts (plain, quoted, or below `|` and `>`; also over several
lines), `[a, b]` and `{key: value}`, and comments on lines of their own and behind values.
Whatever is not certain to be one of these is left to the full parser; the rest comes out as it would there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from sctui.text.yaml_texts import (
    PLAIN_START,
    block_text,
    continued,
    plain_text,
    quoted_text,
    text_of_line,
    unescaped,
)
from sctui.text.yaml_tree import Mapping, Node, Scalar, Sequence
from sctui.text.yaml_unusual import MOST_KEYS, UnknownFormError, refuse_unusual

_MAX_DEPTH = 16

_EMPTY = re.compile(r"(?: *+(?:#[^\n]*+)?+\n)++")  # possessive: of each of many lines nothing is remembered
# the groups of `_LINE`, and all but the last two of `_ENTRY`
_INDENT, _DASH, _NAME, _DOUBLE, _SINGLE, _PLAIN, _HEADER, _OPEN = range(1, 9)
_KEY = r"(?:(\w(?:[\w.+/ ()-]{0,98}[\w.+/)-])?):(?=[ \n]) *)?"
_QUOTED = r""""([^"\\\n]*(?:\\.[^"\\\n]*)*)"|'([^'\n]*(?:''[^'\n]*)*)'"""
_END = r" *(?:(?<= )#[^\n]*)?\n"
# dash and spaces, key, and as value: quoted texts, plain text, what a text below begins with,
# or the start of a flow collection, or of a quoted text that goes on in the next line
_LINE = re.compile(
    rf"( *)(- +)?{_KEY}(?:(?:{_QUOTED}|({PLAIN_START}[^\n]*)|([|>]-?))?{_END}|(?=[\[{{])|([\"']))"
)
_ENTRY = re.compile(rf"( *)()?{_KEY}(?:(?:{_QUOTED}|({PLAIN_START}[^\n,?\[\]{{}}]*)) *|(?=[\[{{]))")
_LINE_END = re.compile(_END)

_new = partial(tuple.__new__, Scalar)  # a deck has many thousands; this takes half the time of `Scalar(...)`


def read_plain_lines(text: str) -> Node | None:
    """The node of `text`; None when the text needs the full parser, as does every text that is not YAML."""
    text = text.replace("\r\n", "\n")
    try:
        refuse_unusual(text)
        return _Reader(text).document()
    except UnknownFormError:
        return None


class _Reader:
    """Reads a text from its start to its end.

    `_column` (from 0) is where the next line has its dash, or else its key or value; -1 behind the last line.
    `_match` is that line, `_start` where it starts, `_line` its number from 1; reading goes on at `_at`, and
    the line behind that has the number `_following`.
    """

    def __init__(self, text: str) -> None:
        self._text = text if text.endswith("\n") else f"{text}\n"
        self._is_cut = self._text is not text  # the last line has no end
        self._at = 0
        self._line = 0
        self._following = 1  # the number of the line at `_at`
        self._start = 0
        self._column = -1
        self._dash = False

    def document(self) -> Node:
        self._advance()
        node = self._block(0)
        if self._column != -1:
            raise UnknownFormError
        return node

    def _advance(self) -> None:
        """Go to the next line that is not empty."""
        at = self._at
        match = _LINE.match(self._text, at)
        if not match or match.lastindex == _INDENT:
            match = self._after_empty(match)
            if not match:
                return
            at = match.start()
        self._match, self._start, self._line = match, at, self._following
        self._dash = match[_DASH] is not None
        self._column = match.end(_INDENT) - at
        self._at = match.end()
        self._following += 1

    def _after_empty(self, match: re.Match[str] | None) -> re.Match[str] | None:
        """The line behind blank lines and comments, if there are any; None at the end."""
        empty = _EMPTY.match(self._text, self._at)
        if empty:
            self._following += self._text.count("\n", self._at, empty.end())
            self._at = empty.end()
            match = _LINE.match(self._text, self._at)
        if match and match.end() > self._at:
            return match
        if self._at < len(self._text):
            raise UnknownFormError
        self._column, self._dash, self._line = -1, False, self._following
        return None

    def _block(self, depth: int) -> Node:
        """The mapping, list or flow collection that stands in the lines from here."""
        if self._column < 0:
            raise UnknownFormError
        if self._dash:
            return self._sequence(depth)
        if self._match[_NAME] is not None:
            return self._mapping(depth)
        if (
            depth == 0 or (self._match.lastindex or 0) > _NAME
        ):  # a text on lines of its own may go on in the next
            raise UnknownFormError
        return self._value(depth)

    def _end_line(self) -> int:
        """A block ends where the next one starts, or at the line before when that has no indent."""
        return self._line if self._column > 0 else self._line - 1

    def _sequence(self, depth: int) -> Sequence:
        column, line = self._column, self._line
        items: list[Node] = []
        if depth > _MAX_DEPTH:
            raise UnknownFormError
        while self._dash and self._column == column:
            self._column += len(self._match[_DASH])
            self._dash = False
            items.append(self._value(depth + 1) if self._match[_NAME] is None else self._mapping(depth + 1))
        if self._column > column:
            raise UnknownFormError
        return Sequence(tuple(items), line, column + 1, self._end_line())

    def _mapping(self, depth: int) -> Mapping:
        column, first = self._column, self._line
        if depth > _MAX_DEPTH:
            raise UnknownFormError
        entries: list[tuple[Scalar, Node]] = []
        seen: set[str] = set()
        while self._column == column and not self._dash:
            match, line = self._match, self._line
            name, value = match[_NAME], match[_PLAIN]
            if name is None or name in seen or len(seen) == MOST_KEYS:
                raise UnknownFormError
            seen.add(name)
            node = self._value(depth + 1) if value is None else self._plain(match, column + 1)
            entries.append((_new((name, line, column + 1)), node))
        if self._column > column:
            raise UnknownFormError
        return Mapping(tuple(entries), first, column + 1, self._end_line())

    def _value(self, depth: int) -> Node:
        """What stands behind the dash or key of this line; goes on to the line behind it."""
        match, line, start = self._match, self._line, self._start
        group = match.lastindex or 0
        if group == _PLAIN:
            return self._plain(match, self._column + (match[_NAME] is not None))
        if group > _PLAIN:
            node: Node = self._long_text(match, group, self._column + (match[_NAME] is not None))
        elif group > _NAME:
            node = _new((_unquoted(match, group), line, match.start(group) - start))
        elif self._text[self._at - 1] != "\n":  # the line was read up to a bracket
            node = self._flow(depth)
            end = _LINE_END.match(self._text, self._at)
            if not end:
                raise UnknownFormError
            self._at = end.end()
        else:
            return self._below(depth)
        self._advance()
        return node

    def _plain(self, match: re.Match[str], least: int) -> Scalar:
        """The plain text of this line and of those below it that have at least so many spaces before them."""
        line, column = self._line, match.start(_PLAIN) - self._start + 1
        text, at, following = text_of_line(match[_PLAIN]), self._at, self._following
        try:
            self._advance()
        except UnknownFormError:
            self._column = least  # no line that begins something: the text may go on in it
        if self._column >= least:
            self._at, self._following = at, following
            text, lines = continued(self._lines_below(), match[_PLAIN].rstrip(" "), least)
            if not lines:
                raise UnknownFormError
            self._pass(lines)
            self._advance()
        return _new((text, line, column))

    def _long_text(self, match: re.Match[str], group: int, least: int) -> Scalar:
        """The text below a `|` or `>`, or the quoted one that goes on in the lines below."""
        place = self._line, match.start(group) - self._start + 1
        if group == _HEADER:
            text, lines = block_text(self._lines_below(), match[_HEADER], least)
            self._pass(lines)
            if self._is_cut and self._at == len(self._text):
                raise UnknownFormError
        else:
            text, self._at, lines = quoted_text(self._text, self._at, match[_OPEN], least)
            self._following += lines - 1
        return _new((text, *place))

    def _lines_below(self) -> Iterator[str]:
        """The lines from `_at` on."""
        at = self._at
        while at < len(self._text):
            end = self._text.index("\n", at)
            yield self._text[at:end]
            at = end + 1

    def _pass(self, lines: int) -> None:
        """Go on behind so many lines."""
        self._following += lines
        for _ in range(lines):
            self._at = self._text.index("\n", self._at) + 1

    def _below(self, depth: int) -> Node:
        """The value of a key that has nothing behind it: it stands in the lines below, or there is none."""
        if self._match[_NAME] is None:
            raise UnknownFormError
        empty = Scalar("", self._line, self._match.end(_NAME) + 2 - self._start)
        column = self._column
        self._advance()
        if self._column > column:
            return self._block(depth)
        if self._column == column and self._dash:
            return self._sequence(depth)
        return empty

    def _flow(self, depth: int) -> Node:
        """The list or mapping in brackets that starts at `_at`; goes on behind its closing bracket."""
        line, column = self._following - 1, self._at - self._start + 1
        closing = "}" if self._text[self._at] == "{" else "]"
        self._at += 1
        if depth > _MAX_DEPTH:
            raise UnknownFormError
        names: list[Scalar] = []
        nodes: list[Node] = []
        if self._text[self._at] == closing:
            self._at += 1
        else:
            self._entries(closing, depth, names, nodes)
        if closing == "}":
            return Mapping(tuple(zip(names, nodes, strict=True)), line, column, self._following - 1)
        return Sequence(tuple(nodes), line, column, self._following - 1)

    def _entries(self, closing: str, depth: int, names: list[Scalar], nodes: list[Node]) -> None:
        """Read what stands between brackets; goes on behind the closing one."""
        text = self._text
        seen: set[str] = set()
        mark = ","
        while mark == ",":
            match = self._entry()
            line, start, name, value = self._following - 1, self._start, match[_NAME], match[_PLAIN]
            if (name is None) is (closing == "}") or name in seen or len(seen) == MOST_KEYS:
                raise UnknownFormError
            if name is not None:
                seen.add(name)
                names.append(_new((name, line, match.start(_NAME) - start + 1)))
            if value is not None:
                nodes.append(_new((plain_text(value), line, match.start(_PLAIN) - start + 1)))
            else:
                nodes.append(self._entry_value(match, depth))
            mark = text[self._at]
            self._at += 1
        if mark != closing:
            raise UnknownFormError

    def _entry(self) -> re.Match[str]:
        """The next entry in brackets, on this line or a later one; goes on behind it."""
        while not (match := _ENTRY.match(self._text, self._at)):
            end = _LINE_END.match(self._text, self._at)
            if not end:
                raise UnknownFormError
            self._at = self._start = end.end()
            self._following += 1
        self._at = match.end()
        return match

    def _entry_value(self, match: re.Match[str], depth: int) -> Node:
        """A quoted text, or what stands in brackets inside the brackets, with the spaces behind it."""
        group = match.lastindex or 0
        if group > _NAME:
            return _new((_unquoted(match, group), self._following - 1, match.start(group) - self._start))
        node = self._flow(depth + 1)
        while self._text[self._at] == " ":
            self._at += 1
        return node


def _unquoted(match: re.Match[str], group: int) -> str:
    return match[group].replace("''", "'") if group == _SINGLE else unescaped(match[group])
