"""Whether a question for a deed would leave out what has to happen before it."""

from __future__ import annotations

import re

from sctui.model.document import Document
from sctui.model.fact import Fact, FactKind
from sctui.text.match_view import match_view

_WAY = re.compile("(?:通过|经由)[^。;]+,$")
_CLAUSE = re.compile("[,;](?=.)")
# deeds that another deed can bring about; what cells make or become they do themselves
_BROUGHT_ABOUT = frozenset(
    (
        *("activates", "promotes", "induces", "upregulates", "downregulates", "inhibits", "reduces"),
        *("increases", "damages", "recruits", "causes"),
    )
)


def leaves_out_a_step(fact: Fact, quote: str) -> bool:
    """`A释放B,激活____`: it is by B that A does it, which only the sentence tells.

    Args:
        fact: the claim.
        quote: what proves it; where it does not name the subject, all of it is said of that.
    """
    if fact.kind is not FactKind.MECHANISM or fact.slot not in _BROUGHT_ABOUT:
        return False
    view, subject = match_view(quote), match_view(fact.subject)
    at, end = view.find(subject) if subject else -1, view.find(match_view(fact.value))
    start = at + len(subject) if 0 <= at < end else 0
    return end > start and bool(_CLAUSE.search(view, start, end))


def leaves_out_the_way(fact: Fact, document: Document) -> bool:
    """`A等通过B,诱发____`: what stands before the clause of a claim, behind its subject, says by what.

    Without that a gap that shows how its answer ends fits whatever A does.
    """
    before = match_view(document.lines[fact.evidence.line - 1].text[: fact.evidence.start])
    at = before.rfind(match_view(fact.subject)) if fact.subject else -1
    return at >= 0 and bool(_WAY.search(before, at + len(fact.subject)))
