"""What tells one study from another: registry number, year, journal, author and name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sctui.facts.trials.names import names
from sctui.facts.trials.phrases import cell_phrases
from sctui.facts.trials.setting import authors, designs, journals, registry, years
from sctui.facts.trials.statement import Statement
from sctui.text.quantity import QuantityKind

# a study by its noun, which is no group's or result's
_STUDY = re.compile(
    r"(?:研究|试验)(?!组|结果|显示|表明|发现|中|者|人员|期|终点|对象|药|方案)"
    r"|\b(?:trial|study)\b(?! (?:drug|arm|group|period|visit))"
)
_ENTERED = re.compile(r"(?:纳入|收案|入组|招募|收治|入选)了?\s?\d|\b(?:enrolled|recruited)\b")
# a trial with its size
_SIZED = re.compile(
    r"(?:\btrial|\bstudy|试验|研究)[^,.;。]{0,40}[(（](?:[^()（）]{0,24}[,，、]\s?)?n\s?=\s?(?P<n>\d+)"
)


def identity_of(statement: Statement) -> dict[str, str]:
    """Registry number, year, journal, author and name that a sentence tells, by slot, in the match view."""
    identity: dict[str, str] = {}
    for finder in (registry, years, journals, authors, names):
        for found in finder(statement):
            told = statement.seen(found.start, found.end)
            identity.setdefault(found.slot, told[-4:] if found.slot == "year" and told.isascii() else told)
    return identity


def agree(mine: dict[str, str], theirs: dict[str, str], slot: str) -> bool:
    """Whether two studies do not differ in a slot; `2018` agrees with `February 2018`."""
    a, b = mine.get(slot, ""), theirs.get(slot, "")
    return a.startswith(b) or b.startswith(a)


def outnumbers(statement: Statement, others: Sequence[Statement]) -> bool:
    """Whether a sentence treats more people than any of the others counts."""
    mine, theirs = (
        [q.low for told in group for q in told.counted(QuantityKind.PEOPLE) if q.low]
        for group in ([statement], others)
    )
    return bool(mine and theirs and cell_phrases(statement)) and mine[0] > max(theirs)


def is_sized_apart(statement: Statement, others: Sequence[Statement]) -> bool:
    """Whether a sentence tells of a study and how it was made, and of people whom no other counts."""
    told = cell_phrases(statement) or any(designs(statement)) or _ENTERED.search(statement.view)
    if not told or not _STUDY.search(statement.view):
        return False
    mine, theirs = (
        {q.low for told in group for q in told.counted(QuantityKind.PEOPLE) if q.low}
        for group in ([statement], others)
    )
    return bool(mine and theirs) and not mine & theirs


def is_sized_otherwise(statement: Statement, others: Sequence[Statement]) -> bool:
    """Whether a sentence tells of a trial with its size (`the trial of … (n=48)`), which no other counts."""
    told = _SIZED.search(statement.view)
    if told is None:
        return False
    sizes = {q.low for one in others for q in one.counted(QuantityKind.PEOPLE)}
    return bool(sizes) and float(told["n"]) not in sizes
