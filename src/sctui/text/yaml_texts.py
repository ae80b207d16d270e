"""Texts of a YAML file: plain ones, quoted ones with escapes, and those that go on over several lines.

Line breaks within are folded as YAML has it: one is a space, each blank line more a line break. What is rare
(kept line breaks at the end, deeper lines in folded text, tabs) is left to the full parser.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from sctui.text.yaml_unusual import LONGEST_TEXT, UnknownFormError

PLAIN_START = r"""[^\s\-?:,\[\]{}#&*!|>'"%@`]"""
_TO_QUOTE = {
    '"': re.compile(r'([^"\\]*(?:\\.[^"\\]*)*)" *(?:(?<= )#[^\n]*)?\n', re.DOTALL),
    "'": re.compile(r"([^']*(?:''[^']*)*)' *(?:(?<= )#[^\n]*)?\n"),
}
_OF_TWO_DIGITS = re.compile(r"((?<!\\)(?:\\\\)*)\\x([0-9A-Fa-f]{2})")
_JSON = json.JSONDecoder()
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_OF_FOUR_DIGITS = r"\1\\u00\2"
_SHORT = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    " ": " ",
    '"': '"',
    "/": "/",
    "\\": "\\",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}

Read = tuple[str, int, int]  # a text, where the line behind it starts, how many line breaks it has passed


def plain_text(value: str) -> str:
    """A plain text without the spaces behind it.

    Args:
        value: what stands up to the end of the line, or in brackets up to the next `,?[]{}`.

    Raises:
        UnknownFormError: when it is more than one text, or has a comment in it.
    """
    value = value.rstrip(" ")
    if (":" in value and (": " in value or value[-1] == ":")) or " #" in value:
        raise UnknownFormError
    return value


def text_of_line(value: str) -> str:
    """A plain text that stands alone in the rest of its line, without the comment behind it.

    Raises:
        UnknownFormError: when it is more than one text.
    """
    return plain_text(value.partition(" #")[0] if " #" in value else value)


def continued(lines: Iterable[str], first: str, least: int) -> tuple[str, int]:
    """A plain text that begins with `first`, with the lines below that belong to it, and their number.

    Args:
        lines: the lines below, without line breaks.
        first: its first line.
        least: how many spaces its further lines have before them at least.

    Raises:
        UnknownFormError: when it does not go on there, or not certainly.
    """
    parts, blank, end, length = [first], 0, 0, len(first)
    for number, line in enumerate(lines, 1):
        said = line.lstrip(" ")
        if not said:
            blank += 1
            continue
        if len(line) - len(said) < least or said[0] == "#":
            break
        if said.startswith(("- ", "? ")) or said == "-":
            raise UnknownFormError
        parts += ["\n" * blank or " ", plain_text(said)]
        blank, end, length = 0, number, length + len(said)
        if length > LONGEST_TEXT:
            raise UnknownFormError
    if end and " #" in first:
        raise UnknownFormError
    return _short("".join(parts)), end


def block_text(lines: Iterable[str], header: str, least: int) -> tuple[str, int]:
    """The text below `|`, `>`, `|-` or `>-`, and how many lines it takes.

    Args:
        lines: the lines below, without line breaks.
        header: what stands above it.
        least: how many spaces they have before them at least.

    Raises:
        UnknownFormError: when it has lines that not everybody would read alike.
    """
    content: list[str] = []
    end, indent, widest, length = 0, 0, 0, 0
    for line in lines:
        said = line.lstrip(" ")
        found = len(line) - len(said)
        if not said:
            widest = max(widest, found)
            content.append("")
            continue
        indent = indent or found
        if found < indent or indent < least:
            if found >= least:
                raise UnknownFormError
            break
        content.append(line[indent:])
        end, length = len(content), length + len(said)
        if length > LONGEST_TEXT:
            raise UnknownFormError
    if not end or widest > indent:  # spaces in blank lines would belong to the text
        raise UnknownFormError
    whole = "\n".join(content[:end]) if header[0] == "|" else _folded(content[:end])
    return _short(whole if header.endswith("-") else f"{whole}\n"), end


def quoted_text(text: str, at: int, quote: str, least: int) -> Read:
    """The quoted text that begins at `at`, behind its quote; its further lines have `least` spaces or more.

    Raises:
        UnknownFormError: when it has no end, or something stands behind it.
    """
    match = _TO_QUOTE[quote].match(text, at, at + 2 * LONGEST_TEXT)
    if not match:
        raise UnknownFormError
    inner = match[1]
    if quote == '"' and "\n" in inner:
        inner = _rejoined(inner, least)
    if "\n" in inner:
        inner = _joined(inner, least, escapes=quote == '"')
    inner = unescaped(inner) if quote == '"' else inner.replace("''", "'")
    return _short(inner), match.end(), text.count("\n", at, match.end())


def said_as(written: str, least: int) -> str:
    """The text of a value as it is written: plain, quoted, or with a header above its lines.

    Args:
        written: all of it, without spaces and comments around it; further lines with what stands before them.
        least: how many spaces its further lines have before them at least.

    Raises:
        UnknownFormError: when the full parser has to read it.
    """
    mark = written[0]
    if mark in "|>":
        header, _, lines = written.partition("\n")
        return _even_block(header, lines, least) or block_text(lines.split("\n"), header, least)[0]
    if "\n" not in written:
        if mark == "'":
            return written[1:-1].replace("''", "'")
        return unescaped(written[1:-1]) if mark == '"' else written
    if mark in _TO_QUOTE:
        return quoted_text(f"{written}\n", 1, mark, least)[0]
    return _short(" ".join([line.lstrip(" ") for line in written.split("\n")]))


def _even_block(header: str, lines: str, least: int) -> str:
    """The text below a header whose lines all have the same indent, none blank; empty for any other."""
    said = lines.lstrip(" ")
    indent = len(lines) - len(said)
    if indent < least:
        return ""
    if "\n" in said:
        even = said.replace("\n" + " " * indent, "\n")
        if "\n " in even or "\n\n" in even or len(said) - len(even) != indent * even.count("\n"):
            return ""
        said = even if header[0] == "|" else even.replace("\n", " ")
    return _short(said if header[-1] == "-" else said + "\n")


def unescaped(text: str) -> str:
    """A text in double quotes with its escapes turned into what they stand for.

    Raises:
        UnknownFormError: when one of them stands for nothing.
    """
    if "\\" not in text:
        return text
    if "\\ud" not in text and "\\uD" not in text:  # halves of surrogate pairs, perhaps
        try:  # the escapes that JSON has mean the same
            usual = text
            if "\\x" in text:
                usual = (
                    _OF_TWO_DIGITS.sub(_OF_FOUR_DIGITS, text)
                    if "\\\\" in text
                    else text.replace("\\x", "\\u00")
                )
            said, end = _JSON.raw_decode(f'"{usual}"')
            if end == len(usual) + 2:
                return str(said)
        except ValueError:
            pass
    return _ESCAPE.sub(_meant, text)


def _meant(match: re.Match[str]) -> str:
    code = match[1] or match[2] or match[3]
    if code is None:
        short = _SHORT.get(match[4])
        if short is None:
            raise UnknownFormError
        return short
    number = int(code, 16)
    if 0xD800 <= number < 0xE000 or number > 0x10FFFF:
        raise UnknownFormError
    return chr(number)


def _rejoined(inner: str, least: int) -> str:
    """Lines of a quoted text as one, where each but the last ends with a backslash; others as they are."""
    first, *further = inner.split("\\\n")
    indent = " " * least
    if "\n" in inner.replace("\\\n", "") or first.endswith("\\"):
        return inner
    parts = [first]
    for line in further:
        said = line.lstrip(" ")
        if line.endswith("\\") or not line.startswith(indent):
            return inner
        parts.append(said[1:] if said.startswith("\\ ") else said)
    return "".join(parts)


def _joined(inner: str, least: int, *, escapes: bool) -> str:
    """Lines of a quoted text as one."""
    parts: list[str] = []
    blank, gap = 0, ""  # blank lines before this one, and what stands for the line break when there are none
    *lines, last = inner.split("\n")
    for number, line in enumerate(lines):
        said = line.lstrip(" ") if number else line
        if number and not said:
            blank += 1
            continue
        if number and len(line) - len(said) < least:
            raise UnknownFormError
        parts.append("\n" * blank or gap)
        blank, gap = 0, " "
        if escapes and _is_escaped(said):
            said, gap = said[:-1], ""
        else:
            said = said.rstrip(" ")
            if escapes and _is_escaped(said):  # a space that is escaped
                raise UnknownFormError
        parts.append(said)
    said = last.lstrip(" ")
    if said and len(last) - len(said) < least:
        raise UnknownFormError
    return "".join([*parts, "\n" * blank or gap, said])


def _is_escaped(line: str) -> bool:
    """Whether a backslash stands for what comes behind the line."""
    return (len(line) - len(line.rstrip("\\"))) % 2 == 1


def _folded(content: list[str]) -> str:
    """Lines of a folded text as one."""
    if any(line.startswith(" ") for line in content):
        raise UnknownFormError
    parts: list[str] = []
    blank = 0
    for line in content:
        if not line:
            blank += 1
            continue
        parts.append("\n" * blank or (" " if parts else ""))
        parts.append(line)
        blank = 0
    return "".join(parts)


def _short(text: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise UnknownFormError
    return text
