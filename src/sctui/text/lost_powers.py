"""Powers of ten that lost their exponent (D1), or have it flattened into the number (D2).

`5×10?`, `1×106 cells`, `1.0 × 10 7`: a repair is safe where the words around say that a dose was counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from sctui.text.flaw import Flaw
from sctui.text.kept_patterns import kept_patterns
from sctui.text.match_view import match_view

_NOTHING = "(?!)"  # matches nowhere
_NEAR = 40  # characters before an amount in which it must be said what it counts
_NOTHING_ELSE = re.compile(r"\s?(?:[),、。;]|$)")
# a number is tried where it begins and nowhere inside: a long run of digits would cost its square
_AMOUNT = r"(?<!\d)\d+(?:\.\d+)?\s?[×x*∗]\s?"
_TIMES = r"(?:(?<!\d)\d+(?:\.\d+)?\s?)?[×x*∗]\s?"


@dataclass(frozen=True, slots=True)
class Counted:
    """What doses count, and whose that is, as alternatives of patterns on the match view."""

    things: str = _NOTHING
    owners: str = _NOTHING


@dataclass(frozen=True, slots=True)
class _Rules:
    """The patterns, with the words in place; all on the match view."""

    lost: re.Pattern[str]
    flattened: re.Pattern[str]
    after_bracket: re.Pattern[str]
    spread: re.Pattern[str]
    bare: tuple[re.Pattern[str], ...]
    counted_before: re.Pattern[str]
    same_list: re.Pattern[str] = field(repr=False)


@cache
def _rules(counted: Counted) -> _Rules:
    compiled = kept_patterns().compiled
    things = f"(?:{counted.things})"
    dose = rf"(?:个|名|[a-z-]*{things}(?![a-z])|{counted.owners}|/\s?kg|/\s?ml|/\s?次)"
    near = rf"(?=[^。;,、\d?]{{0,14}}{dose})"
    return _Rules(
        lost=compiled(
            rf"{_TIMES}10\s?\^?[?□\ufffd]+|(?<![\d.])10\^(?![\s({{]*[-+−]?\d)|(?<![\d.])10[?□\ufffd](?=\s?{dose})"
            rf"|{_TIMES}10(?=\s?(?:个|{things}(?![a-z])|/\s?kg))"
        ),
        flattened=compiled(rf"(?P<amount>{_AMOUNT})10(?P<power>\d|1\d)(?![\d.%])(?P<cells>{near})?"),
        # `(0.5~1.0)×106/kg`: the power stands behind a bracket
        after_bracket=compiled(
            rf"(?<=[)\]])(?P<amount>\s?[×x*∗]\s?)10(?P<power>[4-9]|1[01])(?![\d.%])(?P<cells>{near})?"
        ),
        # `1.0 × 10 7`: the power of a copied page is set apart by a space
        spread=compiled(
            rf"(?P<amount>{_AMOUNT})10\s(?P<power>\d|1[01])(?![\d.%])(?!\s?[-–~×x*])(?P<cells>{near})?"
        ),
        bare=(
            compiled(r"(?<![\d.×x*^,~-])10(?P<power>[4-9])(?=\s?[-–~至]\s?10[4-9]\s?/\s?(?:kg|ml|m2))"),
            compiled(r"(?<=10[4-9][-–~至])10(?P<power>[4-9])(?=\s?/\s?(?:kg|ml|m2))"),
            compiled(rf"(?<![\d.×x*^,~-])10(?P<power>[5-9])\s(?=(?:[a-z-]+\s){{0,2}}[a-z-]*{things}/kg)"),
            compiled(
                r"(?<![\d.×x*^,~-])(?<![×x*]\s)10\s(?P<power>[4-9])\s?"
                rf"(?=(?:[a-z-]+\s){{0,2}}[a-z-]*{things}\s?/\s?kg|个[^,。;]{{0,8}}/\s?kg)"
            ),
        ),
        # `cells (40 × 106)`, `细胞数为5.0 × 10 7,`: what is counted stands before, nothing behind
        counted_before=compiled(
            rf"(?:(?<![a-z])[a-z-]*{things})\s?"
            r"(?:\(\s?(?:n\s?=\s?|约|about\s|approximately\s)?"
            r"|(?:总数|数量|数目|数|剂量|numbers?|counts?|doses?)\s?(?:为|是|约|达|was|were|is|of|[:=])?\s?)$"
        ),
        # `low (1.0 × 10 7 cells), middle (5.0 × 10 7) and high …`: between two amounts of one list
        same_list=compiled(
            rf"\s?个?\s?(?:[a-z-]*{things})?\s?\)?\s?"
            r"(?:[、,和及与或中高低剂量组]|and|or|middle|medium|high|low|dose|\s)*\(?\s?"
        ),
    )


def find_lost_powers(text: str, counted: Counted) -> Iterator[Flaw]:
    """Every power of ten of a line that is not as it was written; they may overlap."""
    rules, view = _rules(counted), match_view(text)
    for match in rules.lost.finditer(view):
        yield Flaw(match.start(), match.end(), "lost-exponent", "D1")
    yield from _flattened(text, view, rules)
    for match in rules.after_bracket.finditer(view):
        yield _flaw(text, match, match.end(), safe=match["cells"] is not None)
    for pattern in rules.bare:
        for match in pattern.finditer(view):
            end = match.end("power")
            yield Flaw(match.start(), end, "flattened-exponent", "D2", f"10^{match['power']}")


def _flaw(text: str, match: re.Match[str], end: int, *, safe: bool) -> Flaw:
    repair = f"{text[slice(*match.span('amount'))]}10^{match['power']}"
    return Flaw(match.start(), end, "flattened-exponent", "D2", repair, safe)


def _flattened(text: str, view: str, rules: _Rules) -> Iterator[Flaw]:
    """Amounts with their power, which are repaired where they are known to count a dose."""
    counted = -1  # where the last amount of a dose ended
    found = (match for pattern in (rules.flattened, rules.spread) for match in pattern.finditer(view))
    for match in sorted(found, key=re.Match.start):
        power, spread = int(match["power"]), match.re is rules.spread
        known = match["cells"] is not None or _are_counted(view, match, counted, rules)
        if 4 <= power <= 11 and (known or power < 10 or spread):
            yield _flaw(text, match, match.end(), safe=known)
            counted = match.end() if known else counted
        elif power and match["cells"] is not None and not spread:
            yield Flaw(match.start(), match.end(), "flattened-exponent", "D2")


def _are_counted(view: str, match: re.Match[str], counted: int, rules: _Rules) -> bool:
    """Whether what stands before an amount in its clause says what it counts, and nothing behind it."""
    if not _NOTHING_ELSE.match(view, match.end()):
        return False
    near = max(0, match.start() - _NEAR)
    if counted >= max(near, 1) and rules.same_list.fullmatch(view, counted, match.start()):
        return True
    return rules.counted_before.search(view[near : match.start()]) is not None
