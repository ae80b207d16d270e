"""The arms of a study: as it names them one behind the other, under a label each, or by how it uses them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sctui.facts.trials.arm_names import arms_in
from sctui.facts.trials.english_arms import arm_at
from sctui.facts.trials.roster import told_roster
from sctui.facts.trials.roster_names import Arm, Roster, is_control
from sctui.facts.trials.statement import Statement
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN

_LABEL = re.compile(  # `Group A (n=20): …`, `A组 清创+细胞1×10^6个`
    r"(?:(?P<en>(?:group|arm|cohort)\s(?:[a-e]|\d|i{1,3}))\s?(?:\(\s?n\s?=\s?\d+[^()]*\)\s?:|[:,](?!\s?[-+−]?\d))"
    r"|(?P<zh>[a-e甲乙丙丁]\s?组)[\s:,(](?!\s?[-+−]?\d))\s?(?P<what>.{3,60})"
)
_GOT = re.compile(
    r"[^,;。()]{2,60}?(?=[,;。(]|$|\.\s|\.$|\s(?:in|at|once|over|for|every|on|per|daily|weekly)\s)"
)
_LONGEST = 24  # characters of what an arm got, told with its letter
_BESIDE = re.compile(r"\d(?:%|\s?\([^()]*\))?\sand\s\d|respectively")
_BEFORE_ARM = re.compile(r"\s(?=(?:in|with|on|for|after)\s)")
_PAIR = 2  # a treated arm and its control


def roster_of(statements: Sequence[Statement]) -> Roster:
    """The arms of a study in their order, by its sentences; none where nobody can tell."""
    return told_roster(statements) or _labelled(statements) or _used(statements)


def _labelled(statements: Sequence[Statement]) -> Roster:
    """`A组 …`, `B组 …`: arms that stand at the beginning of what they got."""
    arms: dict[str, Arm] = {}
    for statement in statements:
        label = _LABEL.match(statement.view)
        if label:
            name = statement.text[slice(*label.span("en" if label["en"] else "zh"))]
            got = _GOT.match(statement.text, label.start("what"))
            what = got[0].strip().removesuffix("个") if got else ""
            fits = 0 < len(what) <= _LONGEST * (1 if label["zh"] else 2)
            marks = "（）" if label["zh"] else (" (", ")")
            named = f"{name}{marks[0]}{what}{marks[1]}" if fits else name
            arms.setdefault(match_view(name), Arm(named, is_control(label["what"])))
    return tuple(arms.values()) if len(arms) > 1 else ()


def _used(statements: Sequence[Statement]) -> Roster:
    """The treated and their control, where a study's sentences name these two and no other arm."""
    chinese = any(HAN.search(one.view) for one in statements)
    if not chinese and not any(_BESIDE.search(one.view) for one in statements):
        return ()
    found: Roster = ()
    for statement in statements:
        named = {match_view(name): Arm(name, is_control(name)) for name in _names(statement)}
        treated = [arm for arm in named.values() if not arm.control]
        if len(treated) > 1:
            return ()  # several doses, or kinds of cells
        if not found and len(named) == _PAIR and treated:
            found = tuple(sorted(named.values(), key=lambda arm: arm.control))
    return found


def _names(statement: Statement) -> Iterator[str]:
    """The names of arms in a sentence that tells figures."""
    if not statement.quantities:
        return
    if HAN.search(statement.view):
        yield from (place.name for place in arms_in(statement, ()))
        return
    for mark in _BEFORE_ARM.finditer(statement.view):
        arm = arm_at(statement, mark.start()) if statement.view[: mark.start()][-1:].isalnum() else None
        if arm:
            yield arm.name
