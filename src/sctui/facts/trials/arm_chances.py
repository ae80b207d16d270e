"""The p values behind the figures of several arms: of two all of it, of more that of the arms it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sctui.facts.trials.arm_names import short_forms
from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement

UNTOLD = " "  # a p value that is none of this figure's, as nobody says whose it is
_PAIR = re.compile(
    r"(?P<a>[^,;:()=<>]{1,24}?)\s?(?:对比?(?!照)|与|比|和|\bvs\.?|\bversus)\s?(?P<b>[^,;:()=<>]{1,20}?)"
    r"(?:(?:没有?|无)(?:显著|明显)?(?:差[别异])|相当|相近)?[\s,:(]*"
    r"(?P<p>p\s?[<>=≤≥]\s?0?[.·]\d+)"
)
_MORE = re.compile(
    r"(?:^|[,;:]\s?)(?P<a>[^,;:()\d]{1,12}?)(?:组)?(?:较|比)(?P<b>[^,;:()\d]{1,12}?)(?:组)?(?:平均|显著|明显|约)*"
    r"(?P<way>[多少高低长短大小])(?:了|出)?\s?(?P<v>\d)"
)
_FIGURES = ("outcome", "change")
_NEAR = 120  # characters behind the figures in which their p values stand


def chance_of(statement: Statement, at: int, arm: str, others: Sequence[str]) -> str:
    """The p value of an arm against one of the others, which stands behind figures that end at an offset.

    `高剂量对安慰剂P=0.03,低剂量对安慰剂P=0.31`; UNTOLD where none is that of these.
    """
    for pair in _PAIR.finditer(statement.view, at, min(at + _NEAR, len(statement.view))):
        if _is(pair["a"], arm) and any(_is(pair["b"], other) for other in others):
            return statement.text[slice(*pair.span("p"))]
    return UNTOLD


def with_later_words(
    told: Sequence[tuple[Statement, Found]], statements: Sequence[Statement]
) -> list[tuple[Statement, Found]]:
    """What is told, with the p values and the differences that the sentence behind the figures tells."""
    whole = list(_with_later_chances(told, statements))
    return [*whole, *_later_differences(whole, statements)]


def _with_later_chances(
    told: Sequence[tuple[Statement, Found]], statements: Sequence[Statement]
) -> Iterator[tuple[Statement, Found]]:
    """What is told, each figure of several arms with the p value that the next sentence gives its arm.

    `…臍帶血組多3.1分、安慰劑組多0.9分;臍帶血對安慰劑p=0.03。`
    """
    own = {id(statement) for statement, item in told if item.slot in _FIGURES and item.arm}
    later = {
        id(one): after
        for one, after in pairwise(statements)
        if one.line == after.line and id(after) not in own and _PAIR.search(after.view)
    }
    for statement, item in told:
        after = later.get(id(statement))
        if after is None or item.slot not in _FIGURES or not item.arm or item.p.strip():
            yield statement, item
            continue
        arms = [one.arm for where, one in told if where is statement and one.arm != item.arm]
        yield statement, replace(item, p=chance_of(after, 0, item.arm, arms).strip() or item.p)


def _later_differences(
    told: Sequence[tuple[Statement, Found]], statements: Sequence[Statement]
) -> Iterator[tuple[Statement, Found]]:
    """How far one arm was above another, told behind the figures of both: `…;乙组比丙组多0.9 mm,P=0.004`."""
    for before, after in pairwise(statements):
        more = _MORE.search(after.view) if before.line == after.line else None
        arms = (
            [item for one, item in told if one is before and item.slot in _FIGURES and item.arm]
            if more
            else []
        )
        first = next((one for one in arms if more and _is(more["a"], one.arm)), None)
        second = next((one for one in arms if more and _is(more["b"], one.arm)), None)
        if not (more and first and second) or first is second:
            continue
        start = after.start + more.start("v")
        figure = next((q for q in after.quantities if start in (q.start, q.number)), None)
        if figure:
            way = after.text[slice(*more.span("way"))]
            what = first.measure.replace(first.arm, f"{first.arm}比{second.arm}", 1)
            yield (
                after,
                Found("change", figure.start, figure.end, measure=f"{what}{way}", arm=first.arm),
            )


def _is(label: str, arm: str) -> bool:
    """Whether words in the match view are those for an arm."""
    told = _bare(label)
    return any(_bare(form) == told for form in (arm.lower(), *short_forms(arm)))


def _bare(name: str) -> str:
    """A name of an arm without the noun and the mark between its words."""
    name = name.strip().removeprefix("the ").removesuffix("组").removesuffix(" group").replace("-", " ")
    return name.removesuffix(" dose").removesuffix("剂量").strip()
