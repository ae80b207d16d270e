"""Times and figures that are no cards by themselves: a result of their line is asked with them."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from sctui.decks.results import FIGURES
from sctui.decks.retold import AGAIN
from sctui.decks.rubric import Refusal
from sctui.decks.wording import COMPARED
from sctui.decks.worth_asking import DETAIL
from sctui.model.fact import Fact
from sctui.text.match_view import match_view


def told_with(fact: Fact, results: Sequence[Fact], again: Set[str]) -> Refusal | None:
    """A time or a comparator's figure is no card by itself where a result is asked with it.

    Nor is anything of a study that is told `again`, by its key.
    """
    if fact.study and fact.study.key in again:
        return Refusal(AGAIN, fact.kind, fact.measure or fact.value, fact.evidence.line)
    if fact.slot == "when" and any(_holds(result, fact) for result in results):
        return Refusal(DETAIL, fact.kind, fact.value, fact.evidence.line)
    if fact.slot == "change_word" and any(_measures(result, fact) for result in results):
        return Refusal(DETAIL, fact.kind, fact.measure, fact.evidence.line)
    if fact.slot in FIGURES and any(_is_compared(result, fact) for result in results):
        return Refusal(DETAIL, fact.kind, fact.measure or fact.value, fact.evidence.line)
    return None


def _holds(result: Fact, fact: Fact) -> bool:
    place, whole = fact.answer, result.evidence
    return place is not None and place.line == whole.line and whole.start <= place.start < whole.end


def _measures(result: Fact, fact: Fact) -> bool:
    """Whether a result tells by how much the very thing changed that a fact only says has changed."""
    same = result.study is fact.study and result.slot in FIGURES
    return same and match_view(fact.measure) in match_view(result.measure)


def _is_compared(result: Fact, fact: Fact) -> bool:
    """Whether a figure is what another one of its sentence is set against."""
    told = result.told if result.slot in COMPARED else None
    if told is None or not (told.arm and told.versus) or fact.study is not result.study:
        return False
    return _says_figure(fact.value, told.versus) and _behind(result, fact)


def _says_figure(value: str, figure: str) -> bool:
    """Whether a value is a figure, or that with the way it went (`fell by 18%`)."""
    return bool(re.fullmatch(rf"(?:\D*\s)?{re.escape(figure)}", value))


def _behind(result: Fact, fact: Fact) -> bool:
    a, b = result.answer, fact.answer
    return a is not None and b is not None and a.line == b.line and a.end <= b.start
