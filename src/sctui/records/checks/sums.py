"""Whether the arms of a study are all its people (`22 + 59 = 81`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, groupby, pairwise

from sctui.model.knowledge import Record, Told, Verdict
from sctui.records.checks.analysed import sizes_analysed
from sctui.records.checks.doubt import Checked, checked, count
from sctui.text.match_view import match_view

CHECK = "sum-of-arms"
_ARMS = ("arm", "arm_size")
_COUNTED = (*_ARMS, "count")
_SIZED = ("trial", "case")  # a review's arms are those of many studies
_DIVIDED = re.compile("分为|分成|分配|包括|随机|divided|assigned|randomi[sz]ed|allocated")
_MOST = 4  # arms that are added up
_REST = re.compile(r"其余|其它|其他|剩余|剩下|the (?:other|remaining|rest)")


def arms_add_up(record: Record) -> Iterator[Checked]:
    """Arms counted in one clause, or one arm and `the other …`, against the number who took part.

    Arms that add up agree; arms in one clause that do not, or a rest that is not the rest, are doubtful; of a
    lone arm it is said how many are left.
    """
    size = next(record.all("n"), None)
    total = count(size) if size else None
    if size is None or total is None:
        return
    arms = [told for told in record.told if told.slot in _ARMS and count(told)]
    people = [told for told in record.told if told.slot in _COUNTED and count(told)]
    fits = list(_that_fit(arms, people, total))
    for group in fits:
        figures = " + ".join(str(count(told)) for told in group)
        yield checked(CHECK, Verdict.AGREES, f"{figures} = {total}.", size, *group)
    settled = {told for group in fits for told in group}
    for group in _together(record, arms):
        if not settled & set(group) and not _is_all(record, sum(count(told) or 0 for told in group), total):
            figures = " + ".join(str(count(told)) for told in group)
            says = f"{figures} = {sum(count(told) or 0 for told in group)}, but {total} took part."
            yield checked(CHECK, Verdict.DOUBTFUL, says, size, *group)
    if len(arms) == 1 and not settled and record.kind in _SIZED:
        yield from _left(size, total, arms[0])


def _is_all(record: Record, told: int, total: int) -> bool:
    """Whether so many are all who took part, or all who had not left."""
    return told in sizes_analysed(record, total)


def _that_fit(arms: list[Told], people: list[Told], total: int) -> Iterator[tuple[Told, ...]]:
    """Counts of a line told one after another, then arms of one kind, that add up to the total; each once.

    Counts that stand apart, or many arms, add up to anything by chance.
    """
    used: set[Told] = set()
    for pair in pairwise(people):
        if _are_beside(*pair) and not used & set(pair) and sum(count(told) or 0 for told in pair) == total:
            used |= set(pair)
            yield pair
    for number in range(2, _MOST + 1):
        for group in combinations(arms, number):
            alike = len({told.slot for told in group}) == 1 and not used & set(group)
            whole = len(arms) <= _MOST or len({told.evidence.line for told in group}) == 1 or _has_rest(group)
            if alike and whole and sum(count(told) or 0 for told in group) == total:
                used |= set(group)
                yield group


def _has_rest(group: Sequence[Told]) -> bool:
    """Whether one of two arms is told to be the rest."""
    return len(group) == 2 and any(_REST.search(match_view(told.evidence.quote)) for told in group)


def _are_beside(first: Told, second: Told) -> bool:
    """Whether counts are told together: in one line, of one kind or with an arm; or in the next, of arms."""
    apart = abs(first.evidence.line - second.evidence.line)
    arms = [told for told in (first, second) if told.slot in _ARMS]
    return bool(first.slot == second.slot or arms) if not apart else apart == 1 and len(arms) > 1


def _together(record: Record, arms: list[Told]) -> Iterator[tuple[Told, ...]]:
    """Arms that are meant to be all: groups the people were divided into; an arm and `the other …` behind."""
    sized = [told for told in arms if told.slot == "arm_size"]
    for _, found in groupby(sized, key=lambda told: (told.evidence.line, told.evidence.start)):
        group = tuple(found)
        divided = _DIVIDED.search(match_view(group[0].evidence.quote)) or next(record.all("groups"), None)
        if len(group) > 1 and divided:
            yield group
    for before, told in pairwise(arms):
        if _REST.search(match_view(told.evidence.quote)) and before.slot == told.slot == "arm":
            yield before, told


def _left(size: Told, total: int, arm: Told) -> Iterator[Checked]:
    left = total - (count(arm) or 0)
    if left > 0:
        says = f"{count(arm)} of {total} are described; nothing is said of the other {left}."
        yield checked(CHECK, Verdict.DERIVED, says, size, arm)
    elif left < 0:
        says = f"An arm of {count(arm)} is larger than the {total} who took part."
        yield checked(CHECK, Verdict.DOUBTFUL, says, size, arm)
