"""Whether a question for a deed would leave out what has to happen before it."""

from __future__ import annotations

import re

from sctui.model.fact import Fact, FactKind
from sctui.text.match_view import match_view

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
