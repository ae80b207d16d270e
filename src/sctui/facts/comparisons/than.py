"""Chinese sentences that set one thing above another: `X比Y增殖更快`, `X比Y更容易获取`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.document import Line, Span
from sctui.model.fact import Fact, FactKind
from sctui.text.sentence import Piece

_MORE = "(?:更为?|更加|还要|还)"
_HOW = "(?:[高低强弱好差快慢大小多少]|容易|困难|方便|便捷|丰富|稳定|简单|便宜|昂贵|安全)"
_BESIDE = re.compile(
    r"(?:^|[,;:])(?P<subject>[^,;。:比是在]{2,20}?)(?:要|则|通常|一般)?比(?P<rest>[^,;。:]{4,40})(?=[,;。]|$)"
)
_THAN = re.compile(
    rf"(?:的|在)?(?:(?P<m>[一-鿿]{{2,8}}?)(?:方面|上)?(?:要|也)?(?P<v>{_MORE}{_HOW})"
    rf"|(?P<v2>{_MORE}(?:容易|易于?|便于|难以?|不易)(?P<m2>[一-鿿]{{2,6}})))"
)
_POINTS = re.compile("[这其该此它他她我您你]|前者|后者|患者|病人|人$")


def find_than(line: Line, sentence: Piece, view: str, lexicon: Lexicon) -> Iterator[Fact]:
    """Facts of the slot `outcome`: how a thing is in a known attribute, beside another (`context`)."""
    if "比" not in view:
        return
    things = lexicon.of(TermKind.CELL, TermKind.TREATMENT, TermKind.SOURCE)
    for beside in _BESIDE.finditer(view):
        other = things.leading_in(beside["rest"])
        if other is None or _POINTS.search(beside["subject"]) or not things.mentions(beside["subject"]):
            continue
        found = _THAN.fullmatch(view, beside.start("rest") + other.end, beside.end("rest"))
        end = "" if found and found["v"] else "2"
        if found is None or not lexicon.of(TermKind.ATTRIBUTE).mentions(found[f"m{end}"]):
            continue
        left, right = (sentence.start + at for at in found.span(f"v{end}"))
        start = beside.start("rest")
        yield Fact(
            FactKind.COMPARISON,
            "outcome",
            sentence.text[slice(*beside.span("subject"))],
            line.text[left:right],
            Span(line.number, sentence.start + beside.start("subject"), sentence.start + beside.end()),
            Span(line.number, left, right),
            measure=sentence.text[slice(*found.span(f"m{end}"))],
            context=sentence.text[start : start + other.end],
        )
