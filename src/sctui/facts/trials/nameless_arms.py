"""Figures of `the treatment group` that nobody named so, in studies where each group was treated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from sctui.facts.trials.setting import Found
from sctui.facts.trials.sides import TREATED
from sctui.facts.trials.statement import Statement
from sctui.lexicon.term import TermKind

_ARMS = (*TREATED, "treatment group")
_LETTERED = re.compile(r"(?<![a-z])(?P<zh>[a-d])\s?组|\b(?:group|arm|cohort) (?P<en>[a-d1-4])\b")
_CONTROL = re.compile(
    r"对照|安慰剂|假手术|假注射|盐水|空白|溶剂|赋形剂|常规|标准|单[纯用]|未(?:接受|治疗|用)|不治疗|[仅只]"
    r"|\b(?:placebo|sham|saline|vehicle|controls?|controlled|standard|usual|conventional|supportive|alone|without"
    r"|untreated|best available)\b"
)
_BOTH = re.compile(r"与|和|vs|versus|或|/")
_LEAST = 2


def without_nameless(
    study: Sequence[Statement], told: Iterable[tuple[Statement, Found]]
) -> Iterator[tuple[Statement, Found]]:
    """What is told of a study, without the figures of `the treatment group` where both were treated."""
    every = list(told)
    unsure = any(item.arm in _ARMS for _, item in every) and _are_all_treated(study, every)
    for one, item in every:
        if not (unsure and item.arm in _ARMS and not any(item.arm in s.text for s in study)):
            yield one, item


def _are_all_treated(study: Sequence[Statement], told: Iterable[tuple[Statement, Found]]) -> bool:
    """Whether the groups of a study go by letters, or got one kind of cells each, and none had no cells."""
    if any(_CONTROL.search(one.view) for one in study):
        return False
    lettered = {found["zh"] or found["en"] for one in study for found in _LETTERED.finditer(one.view)}
    return len(lettered) >= _LEAST or any(
        item.slot in ("product", "cell_source") and _is_of_two(one, item) for one, item in told
    )


def _is_of_two(told: Statement, item: Found) -> bool:
    """Whether a name is that of two kinds of cells (`CD34+细胞与单个核细胞`)."""
    cells = [m for m in told.terms(TermKind.CELL) if item.start <= m.start < item.end]
    return len({m.term.key for m in cells}) >= _LEAST and any(
        _BOTH.search(told.seen(a.end, b.start)) for a, b in pairwise(cells)
    )
