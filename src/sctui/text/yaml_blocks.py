"""Block mappings and lists, read line by line into bare values (see `yaml_inline`).

A line `key: value` in the right column with nothing special in its value is told by a few look-ups; this is
nearly every line of a deck, whoever wrote it. Other usual forms are read here as well; what is not certain to
mean what it seems to is left to the full parser.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sctui.text.yaml_inline import NOT_PLAIN, PLACED, Block, UnclosedError, Value, flat_mapping, read_inline
from sctui.text.yaml_texts import block_text, continued, quoted_text, text_of_line, unescaped
from sctui.text.yaml_unusual import LONGEST_TEXT, UnknownFormError

_COMMENT = r" *(?:(?<= )#.*)?"
_BEHIND = re.compile(_COMMENT)
_HEADER = re.compile(rf"([|>]-?){_COMMENT}")
_QUOTED = {
    '"': re.compile(rf'"([^"\\]*(?:\\.[^"\\]*)*)"{_COMMENT}'),
    "'": re.compile(rf"'([^']*(?:''[^']*)*)'{_COMMENT}"),
}
_MOST_LINES = 20  # between two brackets
_WIDEST = 40  # the column farthest to the right that a key may have
_UNKNOWN = "\0"  # fills lines that the full parser has to read; also the line behind the last

Begins = dict[str, str]  # keys by how a line begins that has them
Read = tuple[Value, int]  # a value, and the line behind it


class Keys:
    """The keys that a mapping may have, and those that a mapping inside it may have."""

    def __init__(self, names: Iterable[str], inner: Keys | None = None) -> None:
        self._names = tuple(names)
        self._at: dict[int, tuple[Begins, Begins]] = {}
        self.inner = inner

    def at(self, column: int) -> tuple[Begins, Begins]:
        """How lines begin that have a key in a column (from 0): before `: value`, and with `:` alone."""
        if column not in self._at:
            if column > _WIDEST:
                raise UnknownFormError
            indent = " " * column
            begins = {f"{indent}{mark}{name}{mark}": name for mark in ("", '"', "'") for name in self._names}
            self._at[column] = begins, {f"{begin}:": name for begin, name in begins.items()}
        return self._at[column]

    def has(self, line: str, column: int) -> bool:
        """Whether a line begins with one of the keys in a column."""
        begins, alone = self.at(column)
        return line.partition(": ")[0] in begins or line.rstrip(" ") in alone


class BlockLines:
    """The lines of a text. Methods take the index of a line, and give that of the line behind what they read.

    Args:
        text: with no line breaks but `\\n`; see `refuse_unusual_characters`.

    All raise UnknownFormError when the full parser has to read what is there. Lines that it has to read end
    whatever is open, as a text in the first column does: see that behind a value stands what may stand there.
    """

    def __init__(self, text: str) -> None:
        self.written = text.split("\n")
        self._is_cut = self.written[-1] != ""
        if not self._is_cut:
            self.written.pop()
        self.lines = self.written.copy()
        if "\t" in text:
            self.lines = [_UNKNOWN * len(line) if "\t" in line else line for line in self.written]
        self.lines.append(_UNKNOWN)
        self._lists: dict[str, Value] = {}

    def past_empty(self, at: int) -> int:
        """The first line from `at` that is neither blank nor a comment."""
        while not (rest := self.lines[at].lstrip(" ")) or rest[0] == "#":
            at += 1
        return at

    def mapping(self, at: int, column: int, keys: Keys) -> tuple[Block, int]:
        """The mapping whose first key stands in line `at` in `column` (from 0), perhaps behind a dash."""
        lines, (begins, alone) = self.lines, keys.at(column)
        block = Block({}, {}, at + 1, column + 1)
        values, starts = block.values, block.starts
        open_at = -1  # the line of a plain text that may go on in the next lines; it is the value of `name`
        name, line = "", " " * column + lines[at][column:]
        while True:
            begin, _, said = line.partition(": ")
            key = begins.get(begin) if said else alone.get(line.rstrip(" "))
            if key is None:
                rest = line.lstrip(" ")
                if not rest or rest[0] == "#":
                    open_at = -1 if rest else open_at
                    at += 1
                elif len(line) - len(rest) < column:
                    return block, at
                else:
                    values[name], at = self._further(values.get(name), open_at, column + 1, at)
                    open_at = -1
            elif key in values:
                raise UnknownFormError
            else:
                name, open_at = key, -1
                if not said or said[0] in NOT_PLAIN or ":" in said or "#" in said or said[-1] == " ":
                    said = said.lstrip(" ")
                    values[key], after = self._value(said, at, column, keys.inner)
                else:
                    values[key], after, open_at = said, at + 1, at
                if key in PLACED:
                    if not said or said[0] == "#":  # it stands below, perhaps
                        raise UnknownFormError
                    starts[key] = at + 1, len(line) - len(said) + 1
                at = after
            line = lines[at]

    def _further(self, text: Value | None, open_at: int, least: int, at: int) -> Read:
        """A plain text that began in line `open_at` and goes on in line `at`."""
        if open_at < 0 or not isinstance(text, str):
            raise UnknownFormError
        whole, behind = self._plain(text, open_at, least)
        if behind <= at:
            raise UnknownFormError
        return whole, behind

    def sequence(self, at: int, indent: int, inner: Keys | None) -> Read:
        """The list whose first dash stands in line `at` behind `indent` spaces."""
        lines, dash, start = self.lines, f"{' ' * indent}- ", indent + 2
        items: list[Value] = []
        open_at = -1  # as in a mapping
        while True:
            line = lines[at]
            if line.startswith(dash):
                said = line[start:]
                if not said or said[0] in NOT_PLAIN or ":" in said or "#" in said or said[-1] == " ":
                    item, at = self._item(line, at, indent, inner)
                    items.append(item)
                    open_at = -1
                    continue
                items.append(said)
                open_at = at
            elif (rest := line.lstrip(" ")) and rest[0] != "#":
                if len(line) - len(rest) <= indent:
                    return tuple(items), at
                items[-1], at = self._further(items[-1], open_at, indent + 1, at)
                open_at = -1
                continue
            elif rest:
                open_at = -1
            at += 1

    def _item(self, line: str, at: int, indent: int, inner: Keys | None) -> Read:
        said = line[indent + 2 :].lstrip(" ")
        if not said or said[0] == "#":
            raise UnknownFormError
        column = len(line) - len(said)
        if said[0] in "[{":
            return self.inline(said, at)
        if inner and inner.has(f"{' ' * column}{said}", column):
            return self.mapping(at, column, inner)
        return self._value(said, at, indent, inner)

    def _value(self, said: str, at: int, column: int, inner: Keys | None) -> Read:
        """What begins with `said`, the rest of line `at`, as the value of something in `column`."""
        if not said or said[0] == "#":
            return self._below(at + 1, column, inner)
        mark = said[0]
        if mark in "[{":
            return self.inline(said, at)
        if mark in _QUOTED:
            return self._quoted(said, at, column + 1)
        if mark in "|>":
            return self._block_text(said, at, column + 1)
        if mark in NOT_PLAIN and (mark not in "-?:" or said[1:2] in ("", " ")):
            raise UnknownFormError
        text = text_of_line(said)
        return (text, at + 1) if " #" in said else self._plain(text, at, column + 1)

    def _below(self, at: int, column: int, inner: Keys | None) -> Read:
        """The value of a key with nothing behind it: it stands in the lines from `at`, or there is none."""
        at = self.past_empty(at)
        rest = self.lines[at].lstrip(" ")
        indent = len(self.lines[at]) - len(rest)
        if rest.startswith("- ") and indent >= column:
            return self.sequence(at, indent, inner)
        if indent <= column:
            return "", at
        if rest[0] in "[{":
            return self.inline(rest, at)
        if inner is None:
            raise UnknownFormError
        return self.mapping(at, indent, inner)

    def inline(self, said: str, at: int) -> Read:
        """The list or mapping whose bracket begins `said`, the rest of line `at`."""
        line, before = at + 1, len(self.lines[at]) - len(said)
        value: Value | None = self._lists.get(said) or flat_mapping(said, line, before)
        if value:
            return value, line
        text = said
        while True:
            try:
                value, end = read_inline(text, line, before)
                break
            except UnclosedError:
                at += 1
                text = self._joined(text, at, at + 1 - line)
        if not _BEHIND.fullmatch(text, end):
            raise UnknownFormError
        if text is said and isinstance(value, tuple) and all(isinstance(item, str) for item in value):
            self._lists[said] = value
        return value, at + 1

    def _joined(self, text: str, at: int, count: int) -> str:
        """What stands between brackets, with line `at`, the `count`th below the bracket."""
        line = self.lines[at].strip(" ")
        text = f"{text.rstrip(' ')} {line}"
        if count > _MOST_LINES or not line or self.lines[at][0] != " " or len(text) > LONGEST_TEXT:
            raise UnknownFormError
        if any(mark in text[1:] for mark in "#\\{"):  # comments, escaped line breaks, mappings with a place
            raise UnknownFormError
        return text

    def _quoted(self, said: str, at: int, least: int) -> Read:
        mark = said[0]
        whole = _QUOTED[mark].fullmatch(said)
        if whole:
            return unescaped(whole[1]) if mark == '"' else whole[1].replace("''", "'"), at + 1
        lines = [said[1:], *self.lines[at + 1 : self._deep_end(at + 1, least)], ""]
        text, _, count = quoted_text("\n".join(lines), 0, mark, least)
        return text, at + count

    def _block_text(self, said: str, at: int, least: int) -> Read:
        header = _HEADER.fullmatch(said)
        if not header:
            raise UnknownFormError
        text, count = block_text(self._from(at + 1), header[1], least)
        if self._is_cut and at + 1 + count == len(self.written):
            raise UnknownFormError
        return text, at + 1 + count

    def _plain(self, text: str, at: int, least: int) -> tuple[str, int]:
        """The plain text that begins with `text` in line `at`, with the lines below that belong to it."""
        text, count = continued(self._from(at + 1), text, least)
        return text, at + 1 + count

    def _from(self, at: int) -> Iterator[str]:
        """The lines from `at` on; the line behind the last belongs to no text."""
        while True:
            yield self.lines[at]
            at += 1

    def _deep_end(self, at: int, least: int) -> int:
        """The first line from `at` that is neither blank nor has at least so many spaces before it."""
        indent = " " * least
        while self.lines[at].startswith(indent) or not self.lines[at].strip(" "):
            at += 1
        return at
