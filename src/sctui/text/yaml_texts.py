"""Texts of a YAML file: plain ones, quoted ones with escapes, and those that go on over several lines.

Line breaks within are folded as YAML has it: one is a space, each blank line more a line break. What is rare
(kept line breaks at the end, deeper lines in folded text, tabs) is left to the full parser.
"""

from __future__ import annotations

import json
import re

from sctui.text.yaml_unusual import LONGEST_TEXT, UnknownFormError

PLAIN_START = r"""[^\s\-?:,\[\]{}#&*!|>'"%@`]"""
_NEXT_LINE = re.compile(r"( *)([^\n]*)\n")
_TO_QUOTE = {
    '"': re.compile(r'([^"\\]*(?:\\.[^"\\]*)*)" *(?:(?<= )#[^\n]*)?\n', re.DOTALL),
    "'": re.compile(r"([^']*(?:''[^']*)*)' *(?:(?<= )#[^\n]*)?\n"),
}
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
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


def continued(text: str, at: int, first: str, least: int) -> Read:
    """A plain text whose first line was read, with the lines from `at` on that have `least` spaces or more.

    Raises:
        UnknownFormError: when it does not go on there, or not certainly.
    """
    parts, blank, end, lines, passed = [first], 0, at, 0, 0
    if " #" in first:
        raise UnknownFormError
    while match := _NEXT_LINE.match(text, at):
        indent, line = len(match[1]), match[2]
        at, passed = match.end(), passed + 1
        if not line:
            blank += 1
            continue
        if indent < least:
            break
        if line[0] == "#" or line.startswith(("- ", "? ")) or line == "-":
            raise UnknownFormError
        parts.append("\n" * blank if blank else " ")
        parts.append(plain_text(line))
        blank, end, lines = 0, at, passed
    if not lines:
        raise UnknownFormError
    return _short("".join(parts)), end, lines


def block_text(text: str, at: int, header: str, least: int) -> Read:
    """The text below `|`, `>`, `|-` or `>-`, whose lines start at `at` and have `least` spaces or more.

    Raises:
        UnknownFormError: when it has lines that not everybody would read alike.
    """
    content: list[str] = []
    end, lines, passed, indent, widest = at, 0, 0, 0, 0
    while match := _NEXT_LINE.match(text, at):
        found, line = len(match[1]), match[2]
        at, passed = match.end(), passed + 1
        if not line:
            widest = max(widest, found)
            content.append("")
            continue
        if not indent:
            indent = found
            if found < least:
                raise UnknownFormError
        if found < indent:
            if found >= least:
                raise UnknownFormError
            break
        content.append(" " * (found - indent) + line)
        end, lines = at, passed
    if not indent or widest > indent:  # spaces in blank lines would belong to the text
        raise UnknownFormError
    while not content[-1]:
        content.pop()
    whole = "\n".join(content) if header[0] == "|" else _folded(content)
    return _short(whole if header.endswith("-") else f"{whole}\n"), end, lines


def quoted_text(text: str, at: int, quote: str, least: int) -> Read:
    """The quoted text that begins at `at`, behind its quote; its further lines have `least` spaces or more.

    Raises:
        UnknownFormError: when it has no end, or something stands behind it.
    """
    match = _TO_QUOTE[quote].match(text, at, at + 2 * LONGEST_TEXT)
    if not match:
        raise UnknownFormError
    inner = match[1]
    if "\n" in inner:
        inner = _joined(inner, least, escapes=quote == '"')
    inner = unescaped(inner) if quote == '"' else inner.replace("''", "'")
    return _short(inner), match.end(), text.count("\n", at, match.end())


def unescaped(text: str) -> str:
    """A text in double quotes with its escapes turned into what they stand for.

    Raises:
        UnknownFormError: when one of them stands for nothing.
    """
    if "\\" not in text:
        return text
    if "\\ud" not in text and "\\uD" not in text:  # halves of surrogate pairs, perhaps
        try:  # the escapes that JSON has mean the same
            return str(json.loads(f'"{text}"'))
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


def _joined(inner: str, least: int, *, escapes: bool) -> str:
    """Lines of a quoted text as one."""
    first, *others = inner.split("\n")
    parts, blank = [first.rstrip(" ")], 0
    for number, line in enumerate(others, 1):
        said = line.lstrip(" ")
        is_last = number == len(others)
        if not said and not is_last:
            blank += 1
            continue
        if len(line) - len(said) < least or (escapes and parts[-1].endswith("\\")):
            raise UnknownFormError  # a line break or space that is escaped
        parts += ["\n" * blank or " ", said if is_last else said.rstrip(" ")]
        blank = 0
    return "".join(parts)


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
