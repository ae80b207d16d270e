"""The words that whatever an expression matches must have in it; looking for one first saves work."""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"""(?P<escaped>\\.)
      | (?P<class>\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\])
      | (?P<group>\((?:\?P?<\w+>|\?:)?)
      | (?P<end>\))
      | (?P<optional>[*?]|\{(?:0|,)[^}]*\})
      | (?P<repeat>\+|\{[^}]*\})
      | (?P<any>[.^$])
      | (?P<char>.)""",
    re.VERBOSE | re.DOTALL,
)


_CLASS = re.compile(r"\\(?:[dDwWsS]|[^\w\s])")  # escapes that stand for one character of some kind


def two_characters(pattern: str) -> str | None:
    r"""What matches two characters and finds the same: `\d%` for `\d+%`; None where nothing does."""
    parts: list[str] = []
    for token in _TOKEN.finditer(pattern):
        kind, text = token.lastgroup, token[0]
        one = kind == "class" or (kind == "char" and text != "|") or text == "." or _CLASS.fullmatch(text)
        if not one and not (text == "+" and parts):
            return None
        parts.append(text)
    kept = [part for part in parts if part != "+"]
    return "".join(kept) if len(kept) == 2 else None  # a sign that is repeated at an end need not be


def required_words(pattern: str) -> list[str]:
    """Such words; none where none is certain, as with alternatives, flags and what stands in groups."""
    if "|" in pattern or re.search(r"\(\?(?!:|P?<)", pattern) or r"\Q" in pattern:
        return []
    words, depth = [""], 0
    for token in _TOKEN.finditer(pattern):
        kind, text = token.lastgroup, token[0]
        if kind == "group":
            depth += 1
        elif kind == "end":
            depth -= 1
        if depth > 0:
            words.append("")
        elif kind == "char" or (kind == "escaped" and not text[1].isalnum()):
            words[-1] += text[-1]
        elif kind == "optional":  # what stands before it need not be there
            words[-1] = words[-1][:-1]
            words.append("")
        else:
            words.append("")
    return [word for word in words if word]
