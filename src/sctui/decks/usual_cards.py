"""Cards as most are written, each found by one pattern: usual keys in a usual order, a text or list for each.

A pattern has nothing in it that does not mean the same to every reader of YAML. Any other card, and any that
is faulty, is left to whoever knows more forms. `usual_notes` reads what is found here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

_START = r"""[^\s\-?:,\[\]{}#&*!|>'"%@`]"""
_ON = r"[^\n\t:#]*+(?:(?::(?![ \n])|(?<! )#)[^\n\t:#]*+)*+(?<! )"  # to the end of the line
_PLAIN, _FURTHER = rf"{_START}{_ON}", rf"[^\s\-?:#]{_ON}"  # a further line is one of the same text
QUOTED = r"""'[^'\t]*+(?:''[^'\t]*+)*+'|"[^"\\\t]*+(?:\\[^\t][^"\\\t]*+)*+\""""
_IN_LINE = r"""'[^'\t\n]*+(?:''[^'\t\n]*+)*+'|"[^"\\\t\n]*+(?:\\[^\t\n][^"\\\t\n]*+)*+\""""
FLOWING = rf"{_START}[^\n\t:#,\[\]{{}}]*+(?<! )|{_IN_LINE}"
_LIST = r"\[[^\n\t#\[\]{}]*\]"
_SOURCE = r"\{[^\n\t#]*\}"
KEYS = (
    *("id", "kind", "topic", "text", "front", "back", "tolerance", "options", "reverse"),
    *("source", "sources", "flags", "tags"),
)
_SHORT = ("front", "back", "text")
_LISTS = frozenset({"topic", "options", "flags", "tags"})
_PATTERNS = {"id": r"\w[\w.+-]*+", "kind": r"\w++", "source": _SOURCE}
_REST = r"|(?s:.++)"  # taken at once, so that no card is looked for behind what is none


class Pattern(NamedTuple):
    """A whole card, or else all the rest of a text.

    `groups` are those of the values of `KEYS`, `breaks` that of the line breaks behind a card; further lines
    of a text have `least` spaces before them at least.
    """

    card: re.Pattern[str]
    groups: Sequence[int]
    breaks: int
    least: int

    def cards(self, text: str, at: int) -> list[re.Match[str]]:
        """The cards one behind the other from an offset on."""
        found = list(self.card.finditer(text, at))
        if found and found[-1].start(self.breaks) < 0:
            found.pop()
        return found


class Run(NamedTuple):
    """Cards one behind the other that a pattern fits, from `line` to before `following`."""

    cards: list[re.Match[str]]
    pattern: Pattern
    line: int
    following: int


@lru_cache(maxsize=8)
def _patterns(indent: int) -> tuple[Pattern, ...]:
    """For dashes behind so many spaces: the shortest cards; all keys as this program has them, or sorted."""
    dash, keys = f"{' ' * indent}- ", " " * (indent + 2)
    first, next_line = rf"{dash}(?=\w)", rf"(?:\n{keys}|(?<=\n{dash}))"
    next_key = rf"(?:\n(?: *+#[^\n]*+\n)*+{keys}|(?<=\n{dash}))"
    values, flowing = _values(keys), _flowing_values()

    def pattern(
        order: Sequence[str], told: dict[str, str], first: str, between: str, last: str = ""
    ) -> Pattern:
        parts = "".join(f"(?:{between}{name}:{told[name]})?+" for name in order)
        none = len(order) + 1  # a group that takes part in no match
        groups = [order.index(name) + 1 if name in order else none for name in KEYS]
        card = rf"{first}{parts}{last}(?:((?!)))?(\n++)(?={dash}|\Z){_REST}"
        return Pattern(re.compile(card), groups, none + 1, indent + 3)

    in_line = rf"{dash}\{{", r"(?:, |(?<=\{))", r"\}"
    return (
        pattern(_SHORT, values, first, next_line),
        pattern(_SHORT, flowing, *in_line),
        pattern(KEYS, values, first, next_key),
        pattern(sorted(KEYS), values, first, next_key),
        pattern(KEYS, flowing, *in_line),
    )


def _values(keys: str) -> dict[str, str]:
    """What stands behind each key and its colon, where keys stand behind `keys`."""
    text = rf"{_PLAIN}(?:\n{keys} ++{_FURTHER})*+|{QUOTED}|[|>]-?+(?:\n{keys} ++\S[^\n\t]*+)++"
    below = rf"(?:\n{keys} *+- (?:{_PLAIN}|{QUOTED}))++"
    both = rf"(?:\n{keys} ++(?:front|back): (?:{_PLAIN}|{QUOTED})){{2}}"
    values = {name: f" ({_PATTERNS.get(name, text)})" for name in KEYS}
    values |= dict.fromkeys(_LISTS, f"( {_LIST}| {_PLAIN}|{below})")
    return values | {"reverse": f"( {_SOURCE}|{both})", "sources": rf"((?:\n{keys} *+- {_SOURCE})++)"}


def _flowing_values() -> dict[str, str]:
    """The same for a card between braces."""
    values = {name: f" ({_PATTERNS.get(name, FLOWING)})" for name in KEYS}
    values |= dict.fromkeys(_LISTS, f"( {_LIST}| (?:{FLOWING}))")
    return values | dict.fromkeys(("reverse", "source", "sources"), "((?!))")


def usual_cards(text: str, at: int, line: int, indent: int) -> list[Run]:
    """The usual cards that stand one behind the other from an offset on, which is in line `line`."""
    runs: list[Run] = []
    while True:
        tried = ((pattern.cards(text, at), pattern) for pattern in _patterns(indent))
        cards, pattern = next((found for found in tried if found[0]), ([], None))
        if pattern is None:
            return runs
        end = cards[-1].end()
        following = line + text.count("\n", at, end)
        runs.append(Run(cards, pattern, line, following))
        at, line = end, following
