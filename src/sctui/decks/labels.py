"""The label of a structured abstract before a clause (`Conclusion: …`), which is no part of what it says."""

from __future__ import annotations

import re
from dataclasses import replace

from sctui.model.document import Document, Span
from sctui.model.fact import Fact, FactKind
from sctui.text.match_view import match_view

_LABEL = re.compile(
    r"[【\[]?(?:background|introduction|objectives?|aims?|purpose|(?:(?:materials?|patients) and )?methods?"
    r"|(?:main )?results?|findings|discussion|conclusions?|interpretation|significance"
    r"|摘要|提要|背景|目的|(?:材料[与和])?方法|结果|结论|讨论|意义)(?:[】\]]\s*|\s*:\s*)"
)
# the label of a paragraph, before the sentence of a figure: `遗传因素:某基因贡献约…`
_PARAGRAPH = re.compile(r"[^,，。;；:\d]{2,10}(?:因素|方面|背景|病因|机制|情况)\s*:\s*(?=[^,，。;；:]{4})")


def without_label(fact: Fact, document: Document) -> Fact:
    """The fact with its evidence behind the label that it begins with, where one stands there."""
    whole = fact.evidence
    if fact.measure and (told := _LABEL.match(match_view(fact.measure))):
        fact = replace(fact, measure=fact.measure[told.end() :].strip())
    said = match_view(document.text(whole))
    found = _LABEL.match(said) or (_PARAGRAPH.match(said) if fact.kind is FactKind.FIGURE else None)
    start = whole.start + found.end() if found else whole.start
    place = fact.answer
    behind = place is None or place.line != whole.line or place.start >= start
    if found is None or start >= whole.end or not behind:
        return fact
    return replace(fact, evidence=Span(whole.line, start, whole.end))
