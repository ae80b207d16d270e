"""The cards of a deck's file, one by one, each in the quickest way that is sure of it.

What is usual is read line by line into bare values; a card with anything else in it, or with a fault, is
given to the YAML parser by itself. What stands around the cards is read apart, with blank lines for them.
"""

from __future__ import annotations

import re
from functools import cached_property

from sctui.decks.note_list import NoteList
from sctui.decks.note_reader import KEYS, SOURCE_KEYS
from sctui.decks.note_types import REVERSE_KEYS
from sctui.decks.places import last_line, without_empty
from sctui.decks.usual_cards import Run, usual_cards
from sctui.text.yaml_blocks import BlockLines, Keys
from sctui.text.yaml_inline import Block
from sctui.text.yaml_nodes import Mapping, parse_entry
from sctui.text.yaml_unusual import UnknownFormError, refuse_unusual_characters

_CARD_KEYS = Keys(KEYS, Keys([*SOURCE_KEYS, *REVERSE_KEYS]))
_CARDS = re.compile(r"^cards: *(?: #[^\n]*)?$", re.MULTILINE)
_FIRST = re.compile(r"\n(?: *(?:#[^\n]*)?\n)*+(?P<card>( *)- )")  # behind `cards:`
_BOM = "\ufeff"


class WrittenCards:
    """The cards in a deck's text.

    Args:
        text: the whole text.

    Raises:
        UnknownFormError: when only reading the whole as YAML tells what it is.
    """

    def __init__(self, text: str) -> None:
        self._text = text.removeprefix(_BOM).replace("\r\n", "\n")
        refuse_unusual_characters(self._text)
        key = _CARDS.search(self._text)
        if not key:
            raise UnknownFormError
        self._known = 0, 0  # a line (from 0), and the offset where it starts
        self.line = self._text.count("\n", 0, key.start()) + 1
        runs = self._usual_at_first(key.end())
        self._entries: list[Run | tuple[Block | Mapping, int]] = [*runs]  # with the last line of each
        self._span = key.end() + 1, len(self._text)
        if runs and runs[-1].cards[-1].end() == len(self._text):
            self._end = runs[-1].following - 1  # the line (from 0) behind the cards
        else:
            self._end = self._read(runs[-1].following - 1 if runs else self._lines.past_empty(self.line))
            self._span = key.end() + 1, self._offset(self._end)

    def around(self) -> str:
        """The text with nothing in the place of the cards but their line breaks, where more stands behind."""
        first, last = self._span
        breaks = "\n" * (self._end - self.line) if last < len(self._text) else ""
        return f"{self._text[:first]}{breaks}{self._text[last:]}"

    def add_to(self, notes: NoteList) -> None:
        """Add the notes, and what is wrong with them."""
        for found in self._entries:
            if isinstance(found, Run):
                notes.add_usual(found, lambda line: self._parsed(line - 1)[:2])
                continue
            entry, last = found
            if not isinstance(entry, Block):
                notes.add_node(entry, last)
            elif not notes.add(entry, last):
                notes.add_node(self._parsed(entry.line - 1)[0], last)

    @cached_property
    def _lines(self) -> BlockLines:
        return BlockLines(self._text)

    def _read(self, at: int) -> int:
        """Read the cards from line `at` (from 0) on; the line behind them."""
        written = self._lines.written
        line = written[at] if at < len(written) else ""
        dash = f"{' ' * (indent := len(line) - len(line.lstrip(' ')))}- "
        while at < len(written) and written[at].startswith(dash):
            usual = usual_cards(self._text, self._offset(at), at + 1, indent)
            if usual:
                self._entries += usual
                at = usual[-1].following - 1
                continue
            entry: Block | Mapping
            try:
                entry, last, at = self._plain_entry(at, dash)
            except UnknownFormError:
                entry, last, at = self._parsed(at)
            self._entries.append((entry, last))
        return at

    def _usual_at_first(self, behind: int) -> list[Run]:
        """The usual cards with which the list begins, behind an offset."""
        first = _FIRST.match(self._text, behind)
        if not first:
            return []
        at, indent = first.start("card"), len(first[2])
        line = self.line + self._text.count("\n", behind, at)
        return usual_cards(self._text, at, line, indent)

    def _plain_entry(self, at: int, dash: str) -> tuple[Block, int, int]:
        """The entry in line `at` in bare values, its last line, and the line (from 0) behind it."""
        lines, written = self._lines.lines, self._lines.written
        rest = lines[at][len(dash) :].lstrip(" ")
        column = len(lines[at]) - len(rest)
        if rest.startswith("{"):
            entry, behind = self._lines.inline(rest, at)
            if not isinstance(entry, Block) or behind > at + 1 or not entry.values.keys() <= KEYS:
                raise UnknownFormError
            last, behind = behind, self._lines.past_empty(behind)
        elif not rest or rest[0] == "#":
            raise UnknownFormError
        else:
            entry, behind = self._lines.mapping(at, column, _CARD_KEYS)
            last = without_empty(written, at + 1, behind, column)
        if behind < len(written) and lines[behind][0] in " \0" and not written[behind].startswith(dash):
            raise UnknownFormError
        return entry, last, behind

    def _parsed(self, at: int) -> tuple[Mapping, int, int]:
        """The entry in line `at` by the full parser; otherwise as `_plain_entry`."""
        written = self._lines.written
        node, line = parse_entry(self._text, self._offset(at), at + 1)
        behind = line - 1
        while behind < len(written) and (not (rest := written[behind].strip()) or rest[0] == "#"):
            behind += 1
        if behind <= at:
            raise UnknownFormError
        return node, last_line(written, node, behind + 1), behind

    def _offset(self, at: int) -> int:
        """Where line `at` starts; quick when it is not before the one asked for last."""
        line, offset = self._known
        if at < line:
            line, offset = 0, 0
        offset += sum(map(len, self._lines.written[line:at])) + at - line
        self._known = at, offset
        return offset
