"""Headings of Markdown that a line of `=` or `-` right below them marks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain

_RULE = re.compile(r"\s{0,3}(?:(?P<first>={3,})|-{3,})\s*")
_NO_TITLE = re.compile(r"\s*(?:[-*+>|#=]|\d{1,3}[.)]\s)|.*[。；;，,、.!！]\s*$")
_LONGEST = 120  # characters of such a heading
_FEWEST = 2  # one alone may be a title above a rule


def underlined(lines: Iterable[str]) -> dict[int, int]:
    """The index of each heading so marked, with its level (1 above `=`, 2 above `-`); none for one alone.

    A blank line, or the beginning, stands above such a heading.
    """
    found: dict[int, int] = {}
    above, title = "", ""
    for i, line in enumerate(chain(lines, [""])):
        if line[:4].strip()[:1] in {"=", "-"} and title.strip() and not above.strip():
            rule = _RULE.fullmatch(line)
            if rule and len(title) <= _LONGEST and not _NO_TITLE.match(title):
                found[i - 1] = 1 if rule["first"] else 2
        above, title = title, line
    return found if len(found) >= _FEWEST else {}
