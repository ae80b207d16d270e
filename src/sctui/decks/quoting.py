"""What stands at a place of a document, with its proved repairs, and with a gap where the answer stands."""

from __future__ import annotations

import re

from sctui.decks.templates import GAP
from sctui.model.document import Document, Span
from sctui.model.fact import Fact
from sctui.text.mending import Patch, emphasis

_FRAME = re.compile(r"(?:在[^，,]{1,20}中，|(?:临床前|臨床前)[^：]{0,24}：|In [^,]{3,60}, )")
_TIES = re.compile(
    r"^(?:(?:此外|另外|其中|同[时時]|而且|[并並]且|因此|所以|[从從]而|[进進]而|然而|不[过過]|例如|比如|[与與]此同[时時])[,，]?)+"
    r"|^(?:[研結结試试][究果驗验])?(?:[证證](?:明|[实實])|表明|[显顯]示|[发發][现現]|提示)了?[,，:：]?(?=\S)"
)
_FIRST_CLAUSE = re.compile(r"[^,，;；。]*")
# behind the subject, before the verb: `X则可吸引Y`, `X还能抑制Y`
_ALSO = re.compile(
    r"(?:(?<=[^不,，])|^)(?:(?<![原规規准準])[则則]|[还還]|也)(?=[可能会會具有通將将促抑减減降释釋分激调調诱誘]|表[现現]|呈[现現])"
)
_BEHIND_GAP = re.compile(r"(?P<gap>\{\{[^{}]*\}\})(?P<rest>[^,，;；。{}]*)")
_ALSO_EN = re.compile(r"(?<=[a-z)]\s)(?:also|then)\s(?=[a-z]+\s)")
_ONE_HAND = re.compile(r"(?<!另)一方面")
_ANOTHER = re.compile(r"另一(?=[个個种種项項方])")
_CITED = re.compile(r"\s?\[\d[\d,、，\s–-]*\]")
_SPLIT = re.compile(
    r"(?<=[\u3400-\u9fff]) +(?=[-‐–][α-ωΑ-Ωa-zA-Z0-9])"
    r"|(?<=[\u3400-\u9fff、，。；：]) +(?=[\u3400-\u9fff、，。；：])"
)


def mended(document: Document, span: Span) -> str:
    """What stands at a span, with its safe repairs in place and without marks of emphasis."""
    text, damaged = document.text(span), document.damage_at(span)
    emphasised = "*" in text or "__" in text
    if not damaged and not emphasised:  # as nearly every text
        return plain(text)
    patches = [
        Patch(damage.span.start, damage.span.end, damage.repair or "") for damage in damaged if damage.safe
    ]
    if emphasised:
        marks = emphasis(document.lines[span.line - 1].text)
        patches += [mark for mark in marks if mark.start < span.end and span.start < mark.end]
    for patch in sorted(patches, key=lambda patch: patch.start, reverse=True):
        start, end = max(0, patch.start - span.start), min(len(text), patch.end - span.start)
        text = text[:start] + patch.text + text[end:]
    return plain(text)


def plain(text: str) -> str:
    """Text as a card shows it: one percent sign, no citations, no space that splits a name (`因子 -α`)."""
    text = _CITED.sub("", text) if "[" in text else text
    text = _SPLIT.sub("", text) if " " in text else text
    return text.replace("﹪", "%").replace("％", "%")


def standing_alone(sentence: str) -> str:
    """A sentence without the words that tie it to the one before it (`则`, `还`, `另一个`).

    Args:
        sentence: with or without its gaps; a frame (`在…中，`, `…：`) before it is left in its place.
    """
    frame = _FRAME.match(sentence)
    start = frame.end() if frame else 0
    said = _TIES.sub("", sentence[start:])
    if not _ONE_HAND.search(said):
        said = said.replace("另一方面", "")
    elif "另一方面" not in said:
        said = _ONE_HAND.sub("", said)
    gap = said.find("{{")
    head, rest = (said, "") if gap < 0 else (said[:gap], said[gap:])
    clause = _FIRST_CLAUSE.match(head)
    end = clause.end() if clause else 0
    if end == len(head):  # the gap stands in the first clause, and so does what is right behind it
        rest = _BEHIND_GAP.sub(lambda found: found["gap"] + _ALSO.sub("", found["rest"]), rest, count=1)
    return (
        sentence[:start] + _ANOTHER.sub("一", _ALSO_EN.sub("", _ALSO.sub("", head[:end]))) + head[end:] + rest
    )


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
