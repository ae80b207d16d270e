"""What to do about a text that is not YAML: parsers say what they met, authors need what to write."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sctui.i18n import N_, _

_RULES = (
    (re.compile(r":\s+\{\{c\d"), N_('put a text that begins with a gap in quotes: "{{c1::…}} …"')),
    (re.compile(r"^\s*(?:- )?\w+：|^\s*(?:- )?\w+:\S"), N_("a key ends with `:` and a space")),
    (re.compile(r"^ *\t"), N_("indent with spaces, not with tabs")),
    (re.compile(r"(?::|^\s*-)\s+[@`%*&!]"), N_("put a text that begins with such a character in quotes")),
    (re.compile(r":\s+\S.*:(?:\s|$)"), N_("a text with a colon and a space in it must be quoted")),
    (
        re.compile(r":\s+[\"'].*[\"']\s*[^\s#]"),
        N_("quotes inside a quoted text are doubled ('') or escaped (\\\")"),
    ),
)


def hint_for(lines: Sequence[str]) -> str:
    """How to mend what the YAML parser stopped at: the last of `lines`, or the one before; else empty."""
    for line in reversed(lines):
        for pattern, hint in _RULES:
            if pattern.search(line):
                return _(hint)
    return ""
