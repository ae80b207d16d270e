"""What stands between brackets: `[a, b]` and `{key: value}`, read into bare values.

Bare values are texts, tuples and blocks: they keep no place but those that a reader of decks asks for, and so
are made in a third of the time that nodes take. What is not certain is left to the full parser.
"""

from __future__ import annotations

import re
from typing import NamedTuple, TypeAlias

from sctui.text.yaml_texts import PLAIN_START, plain_text, unescaped
from sctui.text.yaml_unusual import UnknownFormError

_DEEPEST = 4
NOT_PLAIN = " -?:,[]{}#&*!|>'\"%@`"  # what a plain text does not begin with, or not surely
_FLAT = re.compile(r"""\{[^\[\]{}#"'\\]*\}""")
_KEY = re.compile(r""" *(["']?)(\w[\w.+/-]{0,99})\1: +""")
_PART = re.compile(
    r""" *(?:"([^"\\]*(?:\\.[^"\\]*)*)"|'([^']*(?:''[^']*)*)'"""
    rf"""|({PLAIN_START}[^,\[\]{{}}]*)|(?=[\[{{])) *"""
)
_DOUBLE, _SINGLE, _PLAIN = 1, 2, 3

Value: TypeAlias = "str | tuple[Value, ...] | Block"
PLACED = frozenset({"back", "text"})  # faults of an answer are told where it stands


class Block(NamedTuple):
    """A mapping: its values, where those of keys in `PLACED` start, and its own line and column (from 1)."""

    values: dict[str, Value]
    starts: dict[str, tuple[int, int]]
    line: int
    column: int


class UnclosedError(UnknownFormError):
    """The brackets are not closed in this text."""


def flat_mapping(text: str, line: int, before: int) -> Block | None:
    """What `read_inline` gives, where a mapping of plain texts is all of `text`; None for anything else."""
    if not _FLAT.fullmatch(text):
        return None
    block = Block({}, {}, line, before + 1)
    end = 1
    for pair in text[1:-1].split(", "):
        key, _, said = pair.partition(": ")
        if not said or said[0] in NOT_PLAIN or said[-1] == " " or ":" in said or "," in said:
            return None
        if key in block.values:
            return None
        end += len(pair)
        if key in PLACED:
            block.starts[key] = line, before + end - len(said) + 1
        block.values[key] = said
        end += 2
    return block


def read_inline(text: str, line: int, before: int) -> tuple[Value, int]:
    """The list or mapping whose bracket begins `text`, and the offset behind its closing bracket.

    Args:
        text: the rest of a line.
        line: the number of the line.
        before: how many characters of the line stand before `text`.

    Raises:
        UnclosedError: when the text ends before the brackets do.
        UnknownFormError: when the full parser has to read it.
    """
    return _Reader(text, line, before).collection(0, 0)


class _Reader:
    def __init__(self, text: str, line: int, before: int) -> None:
        self._text = text
        self._line = line
        self._before = before

    def collection(self, at: int, depth: int) -> tuple[Value, int]:
        if depth > _DEEPEST:
            raise UnknownFormError
        return self._mapping(at, depth) if self._text[at] == "{" else self._list(at, depth)

    def _list(self, at: int, depth: int) -> tuple[Value, int]:
        items: list[Value] = []
        mark = ","
        at += 1
        while mark == "," and (match := _PART.match(self._text, at)):
            value, at = self._part(match, depth)
            items.append(value)
            mark, at = self._mark(at)
        return tuple(items), self._end(at, mark, "]")

    def _mapping(self, at: int, depth: int) -> tuple[Value, int]:
        place = self._place(at)
        values: dict[str, Value] = {}
        starts: dict[str, tuple[int, int]] = {}
        mark = ","
        at += 1
        while mark == "," and (key := _KEY.match(self._text, at)):
            name = key[2]
            match = _PART.match(self._text, key.end())
            if not match or name in values:
                raise UnclosedError if not match else UnknownFormError
            values[name], at = self._part(match, depth)
            if name in PLACED:
                starts[name] = self._place(key.end())
            mark, at = self._mark(at)
        return Block(values, starts, *place), self._end(at, mark, "}")

    def _place(self, at: int) -> tuple[int, int]:
        return self._line, self._before + at + 1

    def _part(self, match: re.Match[str], depth: int) -> tuple[Value, int]:
        group = match.lastindex
        if group == _PLAIN:
            text = plain_text(match[_PLAIN])
            if ":?" in text:  # between brackets an error
                raise UnknownFormError
            return text, match.end()
        if group is None:
            value, at = self.collection(match.end(), depth + 1)
            return value, _past_spaces(self._text, at)
        text = match[group]
        return unescaped(text) if group == _DOUBLE else text.replace("''", "'"), match.end()

    def _mark(self, at: int) -> tuple[str, int]:
        if at == len(self._text):
            raise UnclosedError
        return self._text[at], at + 1

    def _end(self, at: int, mark: str, closing: str) -> int:
        """The offset behind the closing bracket: `mark`, or what stands behind the comma that `mark` is."""
        if mark == ",":
            mark, at = self._mark(_past_spaces(self._text, at))
        if mark != closing:
            raise UnclosedError if mark in "\"'" else UnknownFormError
        return at


def _past_spaces(text: str, at: int) -> int:
    while text.startswith(" ", at):
        at += 1
    return at
