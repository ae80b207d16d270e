"""Where a comparison stands in the one matrix of things compared × attributes, whatever document tells it.

Rows and columns get keys of the lexicon: `臍帶來源（UC-MSCs）` and `umbilical cord MSC` are one row,
`采集便利性` and `tissue collection` one column. Prose that tells of several attributes at once
(`采集无创、免疫原性低`) fills several cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sctui.lexicon.lexicon import Lexicon, Mention
from sctui.lexicon.term import Term, TermKind
from sctui.model.fact import Fact
from sctui.records.names import bare, cell_key, cells_in, main_term
from sctui.text.enumeration import members
from sctui.text.match_view import match_view

# the column of a fact whose slot says what is compared; keys of the lexicon's attributes
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
    "unlike": "机制",
}
_TELLING = {"优势", "不足", "特点"}  # columns whose values may tell of several attributes
# sentences that rank several things, or set two models or types of a disease side by side: no cell of one row
_RANKED = {"most", "order", "state-in", "of-type"}
# slots that say more than `measure` does
_ASKED_APART = {"secretes", "factors", "source", "differentiates"}
_GIVEN = (TermKind.CELL, TermKind.SOURCE, TermKind.TREATMENT)
_OTHER = "other"
_PART = re.compile(r"[,，;；]")
_EDGE = " 的,，、;；。.:："
_JOIN = re.compile(r"^(?:(?:且|并|而|也|较|为|是|具有|有)+|(?:and|is|are|has|have|of|the)\s+)+|(?:的|of)$")
_PATIENTS = re.compile(r"患者|病人|\bpatients?\b")
_SELF_TELLING = ("无", "無", "易", "难", "難", "没有", "沒有")


@dataclass(frozen=True, slots=True)
class Place:
    """One cell of the matrix that a fact fills.

    `column` is the attribute as written; empty when the fact names none and its slot is the attribute.
    """

    row_key: str
    column_key: str
    column: str
    value: str


def places(fact: Fact, lexicon: Lexicon) -> tuple[Place, ...]:
    """The cells that a comparison fills; none when it ranks several things, or names no attribute.

    In: a fact of the kind comparison. Out: a place for each attribute that its value tells of, and one under
    the fact's own column for what is left.
    """
    row, column = row_key(fact, lexicon), column_key(fact, lexicon)
    if fact.slot in _RANKED or not row or not column:
        return ()
    if column in _TELLING:
        return tuple(_told(fact, row, column, lexicon))
    return (Place(row, column, fact.measure, fact.value),)


def row_key(fact: Fact, lexicon: Lexicon) -> str:
    """What the compared thing is called across documents: the lexicon's key, else its match view.

    A tissue alone (`脂肪来源`) stands for the cells of the table's title that come from it.
    """
    if _is_of_the_ill(fact.subject, lexicon):
        return bare(fact.subject)
    tissue, cell = cells_in(fact.subject, lexicon)
    if tissue and (cell is None or not cell.attributes.get("tissue")):
        around = cell or cells_in(fact.context, lexicon)[1]
        made = around and _from_tissue(tissue, around.attributes.get("class", ""), lexicon)
        return made or cell_key(fact.subject, lexicon)
    return cell_key(fact.subject, lexicon)


def row_kind(fact: Fact, lexicon: Lexicon) -> str:
    """What kind of thing a row is: empty for cells, where they come from, and treatments, which are compared.

    Else the lexicon's kind (`disease`), or `other` for what it does not know.
    """
    if _is_of_the_ill(fact.subject, lexicon):
        return _OTHER
    if any(cells_in(fact.subject, lexicon)):
        return ""
    term = main_term(fact.subject, lexicon)
    if term is None:
        return _OTHER
    given = term.kind in _GIVEN or "drug" in term.attributes.get("class", "")
    return "" if given else term.kind.value


def _is_of_the_ill(subject: str, lexicon: Lexicon) -> bool:
    """Whether a row is of patients, or of their cells (`CD患者（CD-MtSC）`): no source of cells."""
    ill = lexicon.of(TermKind.DISEASE).mentions(subject)
    return bool(ill) and bool(
        lexicon.of(TermKind.CELL).mentions(subject) or _PATIENTS.search(match_view(subject))
    )


def column_key(fact: Fact, lexicon: Lexicon) -> str:
    """What the attribute is called across documents: the lexicon's key, else the words alone."""
    if fact.measure and fact.slot not in _ASKED_APART:
        known = _covering(fact.measure, lexicon.of(TermKind.ATTRIBUTE))
        return known.key if known else bare(fact.measure)
    return _OF_SLOT.get(fact.slot, bare(fact.measure))


def _from_tissue(tissue: str, cell_class: str, lexicon: Lexicon) -> str:
    """The cells of a class that come from a tissue: `脂肪来源` among mesenchymal cells."""
    for term in lexicon.of(TermKind.CELL).terms:
        if term.attributes.get("tissue") == tissue and term.attributes.get("class") == cell_class:
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
    parts, rest = list(_parts(fact.value)), []
    for part in parts:
        found = attributes.mentions(part)
        if len({m.term.key for m in found}) != 1 or found[0].term.key == own:
            rest.append(part)
            continue
        key, value = found[0].term.key, _left(part, found[0])
        yield Place(row, key, "" if value == part else part[found[0].start : found[0].end], value)
    if rest:
        yield Place(row, own, fact.measure, fact.value if len(rest) == len(parts) else "、".join(rest))


def _parts(value: str) -> Iterator[str]:
    for piece in _PART.split(value):
        yield from (part.strip(_EDGE) for part in members(piece) if part.strip(_EDGE))


def _left(part: str, attribute: Mention) -> str:
    """What a part says of the attribute: `免疫原性低` says 低, `易获取` says it all."""
    left = (part[: attribute.start] + part[attribute.end :]).strip(_EDGE)
    left = _JOIN.sub("", left).strip(_EDGE)
    return left if left and not part.startswith(_SELF_TELLING) else part
