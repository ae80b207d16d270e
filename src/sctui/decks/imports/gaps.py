"""Gaps as other programs mark them -> `{{c1::…}}`."""

from __future__ import annotations

import re

from sctui.model.card import gaps

# a picture, a link or an escaped bracket; else what stands in brackets is hidden
_BRACKETS = re.compile(r"!?\[[^\[\]]*\]\([^()]*\)|\\[\[\]]|\[([^\[\]]*)\]")
_HIGHLIGHT = re.compile(r"==(?=\S)(.+?)(?<=\S)==")


def bracketed(text: str) -> str:
    """`The [order] of a group` with a gap for each pair of brackets; empty when there is none.

    A text that has `{{c1::…}}` stays as it is. Brackets that hold what a gap cannot stay brackets.
    """
    return text if any(gaps(text)) else _numbered(_BRACKETS, text)


def highlighted(text: str) -> str:
    """`The ==order== of a group` with a gap for each highlight; empty when there is none."""
    return _numbered(_HIGHLIGHT, text)


def _numbered(pattern: re.Pattern[str], text: str) -> str:
    count = 0

    def gap(match: re.Match[str]) -> str:
        nonlocal count
        hidden = match[1]
        if hidden is None:
            return match[0].removeprefix("\\") if match[0].startswith("\\") else match[0]
        written = f"{{{{c{count + 1}::{hidden}}}}}"
        if not hidden.strip() or [(one[0], one["answer"]) for one in gaps(written)] != [(written, hidden)]:
            return match[0]  # it holds `::` or ends with `}`
        count += 1
        return written

    changed = pattern.sub(gap, text)
    return changed if count else ""
