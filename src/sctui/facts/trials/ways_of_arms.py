"""How each of several arms was treated, told in brackets behind its name: no way of treating all.

`随机分为脐血组(静脉单次)、MSC组(静脉三次,间隔两个月)与安慰剂组`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement

Told = tuple[Statement, Found]

_ARM = re.compile(r"(?P<arm>[^,。;:、()和与及]{2,14}组)\s?\((?P<how>[^()]{6,60})\)")
_CONTROL = re.compile(r"(?:对照|安慰剂|盐水|假手术|假注射|溶剂)组")
_WAYS = frozenset({"doses", "interval", "course", "route"})
_TREATMENTS = frozenset({"product", "cell_source"})


def without_ways_of_arms(told: Iterable[Told]) -> list[Told]:
    """What is told, without how single arms were treated; their cells only name the study."""
    every = list(told)
    ways = {id(one): _arms(one) for one, _ in every}
    several = any(ways.values())
    return [
        (one, replace(item, label=True) if several and item.slot in _TREATMENTS else item)
        for one, item in every
        if not _is_of_arm(one, item, ways[id(one)])
    ]


def _arms(statement: Statement) -> Sequence[re.Match[str]]:
    """The arms, none a control group, of which a sentence tells how each was treated."""
    if "组" not in statement.view or "(" not in statement.view:
        return ()
    found = [one for one in _ARM.finditer(statement.view) if not _CONTROL.search(one["arm"])]
    return found if len(found) > 1 else ()


def _is_of_arm(statement: Statement, item: Found, arms: Sequence[re.Match[str]]) -> bool:
    at = item.start - statement.start
    return item.slot in _WAYS and any(one.start("how") <= at < one.end("how") for one in arms)
