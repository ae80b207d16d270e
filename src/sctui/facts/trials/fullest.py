"""Of what a study is told to have used, treated and been, the fullest name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sctui.facts.trials.phrases import MADE_OF
from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement
from sctui.lexicon.term import TermKind

Told = tuple[Statement, Found]

_FULLEST = frozenset({"product", "cell_source", "condition", "design"})
_CORE = (
    r"(?:临床|联合|静脉)*(?:输注|<:giving.zh>|注射|治疗|疗法|干预)*(?:治疗|疗法)?$"
    r"|s$|(?:患者|病人|女性)$|[\s-]"
)
_PLAIN_DESIGN = re.compile("(?:文献|研究)?综述|临床试验")


def fullest(told: Iterable[Told]) -> Iterator[Told]:
    """Of what a study is told to have used, treated and been, keep the fullest name of the first one told."""
    chosen: dict[str, Told] = {}
    others: list[Told] = []
    for statement, item in told:
        if item.slot not in _FULLEST or item.label:
            others.append((statement, item))
        elif item.slot not in chosen or _fuller(chosen[item.slot], (statement, item)):
            chosen[item.slot] = (statement, item)
    yield from sorted((*chosen.values(), *others), key=lambda one: (one[0].line, one[0].start))


def _fuller(old: Told, new: Told) -> bool:
    """Whether a later name holds the earlier one and says more (`SLE`, then `refractory SLE`)."""
    before, after = old[0].seen(old[1].start, old[1].end), new[0].seen(new[1].start, new[1].end)
    if old[1].slot == "design":
        return bool(_PLAIN_DESIGN.fullmatch(before)) and not _PLAIN_DESIGN.fullmatch(after)
    ends = old[0].words.pattern(_CORE)
    core, name = ends.sub("", before), ends.sub("", after)
    if _is_made_of(old, new):
        return True
    if core == name or core not in name:
        return False
    return bool(re.search(rf"(?<![a-z]){re.escape(core)}(?![a-z])", name))


def _is_made_of(old: Told, new: Told) -> bool:
    """Whether a later name tells what was made of the cells that an earlier one is of."""
    (before, one), (after, two) = old, new
    made = before.words.pattern(MADE_OF)
    if made.search(before.seen(one.start, one.end)) or not made.search(after.seen(two.start, two.end)):
        return False
    cells, source = (
        {m.term.key for m in told.terms(TermKind.CELL) if item.start <= m.start < item.end}
        for told, item in (old, new)
    )
    return bool(cells & source)
