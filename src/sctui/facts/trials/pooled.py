"""What a review takes in: how many studies, and whether they are of animals alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement
from sctui.text import literal
from sctui.text.quantity import QuantityKind

# what a review of animal work alone counts, or says of itself
_ANIMALS = re.compile(
    r"\d\s?(?:animals|mice|rats|rabbits)\b|\d\s?[只隻](?:实验)?(?:动物|小鼠|大鼠|兔)"
    r"|(?:review|analysis) of (?:animal|preclinical) studies"
    r"|^animals (?:were|was)\b|\bin animals\b|动物(?:实验|研究)的(?:系统|荟萃|meta)"
)
_HUMANS = re.compile(
    r"\bhuman (?:studies|trials)\b|\d\s?项(?:人体|临床)(?:研究|试验)"
)  # which it takes in as well
_ANIMALS_AND_PEOPLE = re.compile(
    r"\d\sanimal (?:studies|trials).*\d\shuman (?:studies|trials)"
    r"|\d\s?项动物(?:研究|实验|试验).*\d\s?项(?:人体|临床)"
)


def studies(statement: Statement) -> Iterator[Found]:
    """The number of studies a review takes in; none where it counts those of animals and of people apart."""
    if _ANIMALS_AND_PEOPLE.search(statement.view):
        return
    for quantity in statement.counted(QuantityKind.STUDIES):
        before = statement.seen(statement.start, quantity.start)
        several = quantity.low is not None and quantity.low > 1
        after = statement.seen(quantity.end, statement.end)
        if several and literal.search(
            r"\bincluded in\b|\bmet inclusion|\bwere included\b|^\s?(?:involving|comprising)\b", after
        ):
            yield Found("studies", quantity.start, quantity.end)
            return
        if several and literal.match(r"[^,。;]{0,12}(?:研究|试验)[^,。;]{0,4}(?:共计|合计|累计|总计)", after):
            yield Found("studies", quantity.start, quantity.end)
            return
        if several and literal.search(
            r"纳入|包括|分析|共|检索|筛选|includ|identif|pooled|analy[sz]ed|of\s$|total", before
        ):
            yield Found("studies", quantity.start, quantity.end)
            return


def is_of_animals(views: Iterable[str]) -> bool:
    """Whether a review, by its titles and sentences (match views), is of animal work and of no people."""
    told = list(views)
    return any(map(_ANIMALS.search, told)) and not any(map(_HUMANS.search, told))
