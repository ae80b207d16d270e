"""What stands at a place of a document, with its proved repairs, and with a gap where the answer stands."""

from __future__ import annotations

import re

from sctui.decks.templates import GAP
from sctui.model.document import Document, Span
from sctui.model.fact import Fact

_SPLIT = re.compile(
    r"(?<=[\u3400-\u9fff]) +(?=[-‐–][α-ωΑ-Ωa-zA-Z0-9])"
    r"|(?<=[\u3400-\u9fff、，。；：]) +(?=[\u3400-\u9fff、，。；：])"
)


def mended(document: Document, span: Span) -> str:
    """What stands at a span, with its safe repairs in place."""
    text = document.text(span)
    for damage in sorted(document.damage_at(span), key=lambda d: d.span.start, reverse=True):
        if damage.safe:
            start, end = max(0, damage.span.start - span.start), min(len(text), damage.span.end - span.start)
            text = text[:start] + (damage.repair or "") + text[end:]
    return plain(text)


def plain(text: str) -> str:
    """Text as a card shows it: one percent sign, and no space that splits a name (`因子 -α`)."""
    return _SPLIT.sub("", text).replace("﹪", "%").replace("％", "%")


def around(document: Document, whole: Span, part: Span) -> tuple[str, str] | None:
    """What stands before and behind `part` in `whole`, mended; None when it is not within."""
    if part.line != whole.line or not whole.start <= part.start < part.end <= whole.end:
        return None
    before = Span(whole.line, whole.start, part.start)
    after = Span(whole.line, part.end, whole.end)
    return mended(document, before), mended(document, after)


def blank(document: Document, fact: Fact) -> str:
    """The evidence with a gap where the answer stands; empty when that is not one place in it."""
    pieces = around(document, fact.evidence, fact.answer) if fact.answer else None
    return GAP.join(pieces) if pieces else ""
