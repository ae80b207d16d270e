"""Which facts no question may be asked of, for their words are damaged."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sctui.decks.results import FIGURES
from sctui.model.document import Damage, Document
from sctui.model.fact import Fact, FactKind

_HARMLESS = frozenset({"wording"})  # damage that leaves the meaning as it was
_RESPECT = re.compile("^等?(?:方面|上|中)?(?:都|均)?(?:表[现現]|[显顯]著|明[显顯])?")


def forbids(damaged: Sequence[Damage], fact: Fact) -> bool:
    """Whether no answer may rest on a fact: its damage is not harmless or repaired, or has no place."""
    return any(not one.safe and one.kind not in _HARMLESS for one in damaged) or bool(
        damaged and not fact.answer
    )


def misnames(document: Document, fact: Fact) -> bool:
    """Whether what is asked for has a wrong word in its name (`神经退行性(SPMS)的生存率`)."""
    wrong = (d for d in document.damage_at(fact.evidence) if d.kind == "mistranslation" and not d.safe)
    figure = fact.slot in FIGURES  # beside a group with a wrong name nobody knows whose it is
    return fact.kind is FactKind.TRIAL and any(figure or document.text(d.span) in fact.measure for d in wrong)


def without_members(fact: Fact, lost: Sequence[str], document: Document) -> Fact:
    """A list of what one thing is better in without the members that have a damaged word.

    What is left goes on (`等`); the source's own word for better stands behind it in brackets.
    Nothing is left out of a list all damaged.
    """
    sound = [member for member in fact.items if not any(word in member for word in lost)]
    if not sound or fact.answer is None or len(sound) == len(fact.items):
        return fact
    line = document.lines[fact.evidence.line - 1].text
    better = _RESPECT.sub("", line[fact.answer.end : fact.evidence.end])
    return replace(fact, value=f"{'、'.join(sound)}等（{better}）", answer=None, items=())
