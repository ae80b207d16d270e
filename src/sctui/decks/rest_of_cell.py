"""What is left of a cell of whose parts some are asked by themselves: asked for besides those."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sctui.decks.hints import goes_on, without_so_on
from sctui.decks.templates import constant
from sctui.model.fact import Fact, FactKind
from sctui.model.language import Language
from sctui.text.match_view import match_view

BESIDES = "cell-besides"
# a column of deeds, each of which can be told without the others
_DOES = re.compile("(?:作用|功能|机[制理])$")
# by its slot, how a part that is asked apart is named: by its verb, and by what it does
_VERBS = {"via": "", "factors": "", "secretes": "分泌", "differentiates": "分化为"}
_BECOMES = "differentiates"


def with_rest(facts: Sequence[Fact], language: Language) -> list[Fact]:
    """The facts; in Chinese, what a cell tells besides what is asked apart of it (`除减轻炎症外,…`)."""
    cells = [fact for fact in facts if fact.kind is FactKind.COMPARISON] if language.is_chinese else []
    apart = [fact for fact in cells if fact.slot in _VERBS]
    return [_besides(fact, apart, language) if apart and _is_rest(fact) else fact for fact in facts]


def _is_rest(fact: Fact) -> bool:
    cell = fact.kind is FactKind.COMPARISON and fact.answer is None and goes_on(fact.value)
    return cell and bool(_DOES.search(match_view(fact.measure)))


def _besides(fact: Fact, apart: Sequence[Fact], language: Language) -> Fact:
    named = tuple(dict.fromkeys(_named(fact, apart, language)))
    value = without_so_on(fact.value)
    if not named:
        return fact
    parts = tuple(value.split(";"))
    items = parts if len(parts) > 1 else ()
    measure = f"的{fact.measure}" if fact.slot == "cell" else fact.measure  # `在皮肤再生中的…` joins itself
    return replace(fact, slot=BESIDES, measure=measure, context="、".join(named), value=value, items=items)


def _named(rest: Fact, apart: Sequence[Fact], language: Language) -> Iterator[str]:
    """What the parts of the same cell tell that are asked apart."""
    for fact in apart:
        one, other = rest.evidence, fact.evidence
        if one.line == other.line and one.start <= other.start and other.end <= one.end:
            told = fact.value if fact.slot == _BECOMES else fact.measure
            yield f"{constant(_VERBS[fact.slot], language)}{told}"
