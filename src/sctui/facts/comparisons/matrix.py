"""Where a comparison stands in the one matrix of things compared × attributes, whatever document tells it.

Rows and columns get keys of the lexicon: `臍帶來源（UC-MSCs）` and `umbilical cord MSC` are one row,
`采集便利性` and `tissue collection` one column. Prose that tells of several attributes at once
(`采集无创、免疫原性低`) fills several cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sctui.facts.enumeration import members
from sctui.lexicon.lexicon import Lexicon, Mention
from sctui.lexicon.term import Term, TermKind
from sctui.model.fact import Fact
from sctui.text.match_view import match_view

# the column of a fact whose slot says what is compared
_OF_SLOT = {
    "advantages": "优势",
    "better-in": "优势",
    "drawbacks": "不足",
    "features": "特点",
    "strong-in": "适应证",
    "source": "来源",
    "differentiates": "分化能力",
    "secretes": "分泌因子",
    "factors": "分泌因子",
    "rather": "机制",
}
_TELLING = {"优势", "不足", "特点"}  # columns whose values may tell of several attributes
_ASKED_APART = {
    "secretes",
    "factors",
    "source",
    "differentiates",
    "most",
}  # whose slot says more than `measure`
_OTHERS = (TermKind.DISEASE, TermKind.IMMUNE, TermKind.FACTOR, TermKind.PATHWAY)
_PART = re.compile(r"[,，;；]")
_EDGE = " 的,，、;；。.:："
_JOIN = re.compile(r"^(?:(?:且|并|而|也|较|为|是|具有|有)+|(?:and|is|are|has|have|of|the)\s+)+|(?:的|of)$")


@dataclass(frozen=True, slots=True)
class Place:
    """One cell of the matrix that a fact fills: its keys, the column as written, and what it says there."""

    row_key: str
    column_key: str
    column: str
    value: str


def places(fact: Fact, lexicon: Lexicon) -> tuple[Place, ...]:
    """The cells that a comparison fills, one at least; none when it has no thing or no attribute.

    In: a fact of the kind comparison. Out: a place for each attribute that its value tells of, and one under
    the fact's own column for what is left.
    """
    row, column = row_key(fact, lexicon), column_key(fact, lexicon)
    if not row or not column:
        return ()
    if column in _TELLING:
        return tuple(_told(fact, row, column, lexicon))
    return (Place(row, column, fact.measure or column, fact.value),)


def row_key(fact: Fact, lexicon: Lexicon) -> str:
    """What the compared thing is called across documents: the lexicon's key, else its match view."""
    subject = fact.subject
    cells = lexicon.of(TermKind.CELL).mentions(subject)
    sources = lexicon.of(TermKind.SOURCE).mentions(subject)
    named = [m.term for m in cells if m.term.attributes.get("tissue")] or [m.term for m in cells]
    if sources and not any(term.attributes.get("tissue") for term in named):
        around = named or [m.term for m in lexicon.of(TermKind.CELL).mentions(fact.context)]
        made_of = _from_tissue(sources[0].term, around, lexicon)
        return made_of or sources[0].term.key
    if named:
        return named[0].key
    other = _covering(subject, lexicon.of(*_OTHERS))
    return other.key if other else match_view(subject).strip()


def column_key(fact: Fact, lexicon: Lexicon) -> str:
    """What the attribute is called across documents: the lexicon's key, else the match view of its words."""
    if fact.measure and fact.slot not in _ASKED_APART:
        known = _covering(fact.measure, lexicon.of(TermKind.ATTRIBUTE))
        return known.key if known else match_view(fact.measure).strip()
    return _OF_SLOT.get(fact.slot, match_view(fact.measure).strip())


def _from_tissue(tissue: Term, cells: list[Term], lexicon: Lexicon) -> str:
    """The cells of the named class that come from a tissue: `脂肪来源` among mesenchymal cells."""
    classes = {term.attributes.get("class") for term in cells}
    for term in lexicon.of(TermKind.CELL).terms:
        if term.attributes.get("tissue") == tissue.key and term.attributes.get("class") in classes:
            return term.key
    return ""


def _covering(text: str, terms: Lexicon) -> Term | None:
    """The term a text is, or the one that makes up most of it."""
    whole = terms.lookup(text)
    if whole:
        return whole
    found = max(terms.mentions(text), key=lambda m: m.end - m.start, default=None)
    return found.term if found and (found.end - found.start) * 2 >= len(text.strip()) else None


def _told(fact: Fact, row: str, own: str, lexicon: Lexicon) -> Iterator[Place]:
    """A place for each part of a value that names one attribute; parts without one share the fact's own."""
    attributes = lexicon.of(TermKind.ATTRIBUTE)
    rest: list[str] = []
    for part in _parts(fact.value):
        found = attributes.mentions(part)
        if len({m.term.key for m in found}) != 1 or found[0].term.key == own:
            rest.append(part)
            continue
        key, value = found[0].term.key, _left(part, found[0])
        yield Place(row, key, key if value == part else part[found[0].start : found[0].end], value)
    if rest:
        whole = len(rest) == len(list(_parts(fact.value)))
        yield Place(row, own, fact.measure or own, fact.value if whole else "、".join(rest))


def _parts(value: str) -> Iterator[str]:
    for piece in _PART.split(value):
        yield from (part.strip(_EDGE) for part in members(piece) if part.strip(_EDGE))


def _left(part: str, attribute: Mention) -> str:
    """What a part says of the attribute: `免疫原性低` says 低, `易获取` says it all."""
    left = (part[: attribute.start] + part[attribute.end :]).strip(_EDGE)
    left = _JOIN.sub("", left).strip(_EDGE)
    return left if left and not part.startswith(("无", "無", "易", "难", "難", "没有", "沒有")) else part
