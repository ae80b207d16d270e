"""Short forms in the singular, in which they are asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sctui.model.fact import Fact
from sctui.model.language import Language
from sctui.model.replacing import replace
from sctui.text.match_view import match_view

_PLURAL = re.compile(r"[A-Za-z0-9-]*[A-Z0-9]s")
_OF_CELLS = re.compile(r"[A-Z][A-Za-z0-9-]*[a-z]s")  # `Bregs`, of cells, which are told as many


def in_singular(facts: Sequence[Fact], language: Language) -> list[Fact]:
    """`HSC` and `HSCs` with one full name are one term: the plural is asked as the singular.

    A Chinese name has no plural, so that in Chinese the singular is always asked.
    """
    known = {(match_view(fact.subject), match_view(fact.value)) for fact in facts if fact.slot == "expansion"}

    def singular(fact: Fact) -> Fact:
        short = fact.subject.removesuffix("s")
        cells = _OF_CELLS.fullmatch(fact.subject) and match_view(fact.value).endswith("细胞")
        plural = language.is_chinese and (_PLURAL.fullmatch(fact.subject) or cells)
        if fact.slot == "expansion" and (plural or (match_view(short), match_view(fact.value)) in known):
            return replace(fact, subject=short)
        return fact

    return [singular(fact) for fact in facts]
