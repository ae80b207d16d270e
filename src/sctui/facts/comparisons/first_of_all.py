"""What alone serves, and what speaks for or against a thing, in a sentence that says just that.

`X是目前唯一能够治愈Y的方法`, `X is the only cure for Y`, `The main advantage of X is that …`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.document import Line, Span
from sctui.model.fact import Fact, FactKind
from sctui.text.brackets import is_balanced
from sctui.text.match_view import match_view
from sctui.text.sentence import Piece

_THINGS = (TermKind.CELL, TermKind.TREATMENT, TermKind.SOURCE)
_ZH = re.compile(
    r"^(?P<subject>[^,;。:是]{2,20}?)(?:\([^()]*\))?是(?P<measure>[^,;。:是]{0,18}?唯一[^,;。:是]{3,24})(?=[,;。]|$)"
)
_ZH_TURNED = re.compile(
    r"(?:^|,)真正(?P<measure>能?(?:够|治愈|根治|治疗)[^,;。:]{2,20})的,?(?:目前|现在|眼下)?(?:只有|唯有)"
    r"(?P<subject>[^,;。:]{2,16})(?=[,;。]|$)"
)
_EN = re.compile(
    r"^(?P<subject>[A-Z][^,;.()]{3,60}?)(?:\s\([^()]*\))? (?:is|are|remains?) "
    r"(?:currently |still |so far |today )?"
    r"(?P<measure>the only [^,;.]{3,50}? (?:for|of|in) [^,;.]{3,50}?)(?=[.;,]|$)"
)
_EN_TURNED = re.compile(
    r"^(?P<measure>[Tt]he only [^,;.]{3,50}? (?:for|of|in) [^,;.]{3,50}?) (?:is|are|remains?) "
    r"(?:currently |still |so far |today )?(?:an? |the )?(?P<subject>[^,;.]{3,50}?)(?=[.;,]|$)"
)
_ADVANTAGE = re.compile(
    r"^(?:The|An?|One) (?:(?:main|major|key|big|biggest|great|chief|important) )?"
    r"(?:(?P<good>advantage|benefit|strength)|drawback|disadvantage|limitation|downside|weakness) of "
    r"(?:the )?(?P<subject>[^,;.:]{3,50}?) (?:is|are) (?:that )?(?P<value>[^,;.:]{6,90})(?=[.;,]|$)"
)
_GIVEN_EN = re.compile(
    r"\b(?:transplants?|transplantation|therap(?:y|ies)|cells?|vesicles|exosomes|surgery|blood|marrow)$"
)
_GIVEN_ZH = re.compile("(?:移植|治疗|疗法|手术|置换术?|细胞|外泌体)$")
_POINTS = re.compile(r"[这其该此它他她我您你]|\b(?:this|these|those|that|it|they|its|their|our|we|such)\b")
_VAGUE = re.compile(r"的选择$|出路|希望|机会|区别|不同|\b(?:one|way|choice|reason|hope|thing|difference)\b")


def find_first_of_all(line: Line, sentence: Piece, view: str, lexicon: Lexicon) -> Iterator[Fact]:
    """Facts of the slot `most` (`the only cure for …`), and English ones of `advantages`, `drawbacks`.

    `view` is the match view of the sentence.
    """
    chinese = not view.isascii()
    if "唯一" in view or "真正" in view or "only" in view:
        text = view if chinese else sentence.text
        shapes = (_ZH, _ZH_TURNED) if chinese else (_EN, _EN_TURNED)
        found = next(filter(None, (shape.search(text) for shape in shapes)), None)
        if found and _is_thing(found["subject"], lexicon) and not _VAGUE.search(found["measure"]):
            yield _only(line, sentence, found)
    if not chinese and " of " in view:
        found = _ADVANTAGE.match(sentence.text)
        if found and _is_thing(found["subject"], lexicon) and is_balanced(found["value"]):
            slot = "advantages" if found["good"] else "drawbacks"
            if not _POINTS.search(found["value"].split(" ")[0]):
                yield _fact(line, sentence, found, slot, "subject", "value")


def _is_thing(name: str, lexicon: Lexicon) -> bool:
    """Whether words name what is given, and point at nothing told before."""
    view = match_view(name)
    if _POINTS.search(view):
        return False
    known = lexicon.of(*_THINGS).lookup(name) is not None
    return known or bool((_GIVEN_EN if view.isascii() else _GIVEN_ZH).search(view))


def _only(line: Line, sentence: Piece, found: re.Match[str]) -> Fact:
    measure = sentence.text[slice(*found.span("measure"))].strip()
    if found.re is _ZH_TURNED:
        measure = f"真正{measure}的方法" if "真正" in measure else f"目前真正{measure}的方法"
    measure = measure[:1].lower() + measure[1:]
    left, right = (sentence.start + at for at in found.span("subject"))
    return Fact(
        FactKind.COMPARISON,
        "most",
        measure,
        line.text[left:right],
        Span(line.number, sentence.start + found.start(), sentence.start + found.end()),
        Span(line.number, left, right),
        measure=measure,
    )


def _fact(line: Line, sentence: Piece, found: re.Match[str], slot: str, of: str, told: str) -> Fact:
    left, right = (sentence.start + at for at in found.span(told))
    return Fact(
        FactKind.COMPARISON,
        slot,
        found[of],
        line.text[left:right],
        Span(line.number, sentence.start + found.start(), sentence.start + found.end()),
        Span(line.number, left, right),
    )
