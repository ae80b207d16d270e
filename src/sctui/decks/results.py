"""Slots of a study that tell what was found; and what is no study."""

import re

from sctui.model.document import Document
from sctui.model.fact import Fact
from sctui.text.match_view import match_view

CHANGES = frozenset({"change_word", "state", "state_plain", "state_change", "state_differs", "caused"})
JUDGED = frozenset({"verdict", "conclusion", "proved"})
FIGURES = frozenset({"outcome", "change", "share", "share_of", "count", "count_of", "duration"})
RESULTS = FIGURES | CHANGES | JUDGED | {"effect", "safety", "state_result", "state_against"}
_ANIMALS = re.compile(r"临床前|动物(?!和临床)|preclinical|animal(?! and (?:human|clinical))")
_ACTS = re.compile("通过[^。;]{2,40}(?:轴|通路|途径|机制)(?:来|而)?(?:发挥|起)[^。;]{0,8}作用,$")


def tells_how(fact: Fact, document: Document) -> bool:
    """Whether a deed is told as how a treatment acts (`通过X轴发挥作用,抑制Y`), and not as a result."""
    before = document.lines[fact.evidence.line - 1].text[: fact.evidence.start]
    return fact.slot == "effect" and bool(_ACTS.search(match_view(before)))


def is_practice(fact: Fact) -> bool:
    """Whether it tells of all that somebody has treated so far, which no study enrolled."""
    return fact.study is not None and fact.study.get("work") == "practice"


def is_of_animals(fact: Fact) -> bool:
    """Whether the study that tells it is a review of work on animals, by its title or its kind."""
    told = (fact.study.get(slot) for slot in ("title", "type", "work")) if fact.study else ()
    return any(_ANIMALS.search(match_view(one)) for one in told)
