"""Prose that says how cells are in one respect: `易获取,但分化能力较弱`, `采集无创、免疫原性低`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from sctui.facts.comparisons.english_attributes import find_english_attributes
from sctui.lexicon.lexicon import Lexicon, Mention
from sctui.lexicon.term import Term, TermKind
from sctui.model.document import Document, Language, Line, LineKind, Span
from sctui.model.fact import Fact, FactKind
from sctui.model.quick import quick
from sctui.text import literal
from sctui.text.brackets import is_balanced
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN
from sctui.text.script import Script, show
from sctui.text.sentence import Piece, clauses, sentences

_GIVEN = (TermKind.CELL, TermKind.TREATMENT)
_LEAD = re.compile(
    r"(?:(?:其中|而|但是?|同时|此外|另外|相比之下|相反|然而|不过|且|并且|也|与[^,;。]{2,24}?(?:相比|不同|比较)),?)*"
)
_BRACKET = re.compile(r"\s*\([^()]*\)")
_THAN = re.compile(r"(?:与|和|相比于?|相较于?|较)(?P<against>[^,;。]{2,24}?)(?:相比|比较|,)")
_SELF_TELLING = re.compile(r"^(?:易|无|没有|便于|难以|容易)|(?:方便|容易|困难|丰富|充足|广泛)$")
_SAME = re.compile(r"(?:其|它们?的?|它们?)")
_MORE = r"(?:也|都|均|则|相对|显著|明显|较为?|更为?|更加|很|极其?|最|非常|十分|比较)*"
_DEGREE = (
    r"(?:[高低强弱好差快慢大小多少]|有限|丰富|稳定|不足|方便|便捷|容易|困难|简单|复杂|[无有微]创|昂贵|低廉)"
)
_IS = re.compile(rf"\s*的?(?:是)?(?P<v>{_MORE}{_DEGREE})(?:于(?P<against>[^,;。]{{2,24}}))?[,;。.]?\s*$")
_WITH = re.compile(
    rf"(?:具有|具备|拥有|有|表现出|显示出|呈现出)(?P<v>{_MORE}(?:{_DEGREE}|良好|优异|突出|独特))的?$"
)
_FOR = re.compile(
    r"^\s?(?:的|其)?(?:主要|最大|突出|核心)?的?(?P<word>优势|优点|长处|缺点|不足|劣势|局限性?|短板)"
    r"(?:主要)?(?:在于|是(?!否)|为|包括|有)(?P<v>[^;。]{4,60}?)[,;。]?$"
)
_AGAINST = {"缺点", "不足", "劣势", "局限", "局限性", "短板"}
# `采集无创`: what is asked is not how the 采集 is
_WHOLE = re.compile("方便|便捷|容易|困难|简单|复杂|创|昂贵|低廉")
# cells or transplants by whose they are, which are one of two
_OF_WHOM = r"(?:<:whose.zh>)的?(?:造血干细胞|干细胞|骨髓|细胞|car-t)?(?:移植|治疗|疗法|策略)"
_ONE_OF_LIST = re.compile("[^、]+")
_SHORT = re.compile(r"[A-Za-z][A-Za-z0-9-]{1,10}SCs?(?![A-Za-z])")
_ORDER = re.compile(
    r"(?P<m>[^,;。:]{2,40}?)(?:依次|从高到低|由高到低|由强到弱|decreased|increased|falls?|fell|decreases?)?(?:依次)?"
    r"(?:为|是|:|\sin the order(?: of)?)\s*(?P<v>[\w-]+(?:\s?>\s?(?!\d)[\w-]+)+)"
)


@quick
@dataclass(frozen=True, slots=True)
class _Clause:
    """What a clause says of a thing: `start` is the text's column, `begin` that of the thing's name."""

    line: Line
    text: str
    start: int
    subject: str
    begin: int
    against: str = ""
    traditional: bool = False

    def fact(self, slot: str, value: tuple[int, int], measure: str = "", against: str = "") -> Fact:
        left, right = (self.start + at for at in value)
        return Fact(
            FactKind.COMPARISON,
            slot,
            self.subject,
            self.line.text[left:right],
            Span(self.line.number, self.begin, self.start + len(self.text.rstrip(",，;；。. "))),
            Span(self.line.number, left, right),
            measure=measure,
            context=against,
        )


def find_attributes(document: Document, lexicon: Lexicon) -> Iterator[Fact]:
    """Facts of the slots `cell-degree`, `in-respect` (`易获取`), `outcome` (against another), `advantages`,
    `drawbacks`, `order`.

    The thing must be cells of a known tissue: of cells in general a text tells properties.
    """
    traditional = document.language is Language.TRADITIONAL
    for line in document.lines:
        if not line.kind.carries_facts or line.kind in {LineKind.TABLE_ROW, LineKind.HEADING}:
            continue
        view = match_view(line.text)
        for sentence in sentences(line.text):
            subject, than = "", _THAN.search(view[sentence.start : sentence.end])
            against = sentence.text[slice(*than.span("against"))] if than else ""
            new = partial(_Clause, line, against=against, traditional=traditional)
            for piece in clauses(sentence.text, sentence.start):
                clause = _clause(new, piece, view[piece.start : piece.end], subject, lexicon)
                subject = clause.subject
                yield from _order(clause)
                if clause.subject:
                    yield from _said(clause, lexicon)
            if not HAN.search(sentence.text):
                yield from find_english_attributes(line, sentence, lexicon)


def _clause(new: Callable[..., _Clause], piece: Piece, view: str, before: str, lexicon: Lexicon) -> _Clause:
    """What follows the name that begins a clause, and the name; without a name it goes on about `before`.

    `new` makes a clause of its line; `view` is the match view of the piece.
    """
    lead = _LEAD.match(view)
    at = lead.end() if lead else 0
    at += len(view[at:]) - len(view[at:].lstrip())
    found = _named(piece.text, view, at, lexicon)
    same = _SAME.match(view, at)
    if found:
        bracket = _BRACKET.match(piece.text, found[1])
        end = bracket.end() if bracket else found[1]
        return new(piece.text[end:], piece.start + end, found[0], piece.start + at)
    if same:
        start = piece.start + same.end()
        return new(piece.text[same.end() :], start, before, start)
    others = lexicon.of(*_GIVEN, TermKind.DISEASE, TermKind.IMMUNE)
    other = others.mentions(piece.text) if before else []
    subject = "" if other and other[0].start <= at else before
    return new(piece.text[at:], piece.start + at, subject, piece.start + at)


def _named(text: str, view: str, at: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """The cells of a tissue that a clause names first, and the column behind; `view` is its match view."""
    mention = lexicon.of(*_GIVEN).leading_in(view[at:])
    if mention and _is_one_of_many(mention.term):
        return text[at : at + mention.end], at + mention.end
    whose = lexicon.words.pattern(_OF_WHOM).match(view, at)
    if whose:
        return text[at : whose.end()], whose.end()
    short = _SHORT.match(text, at)
    if short and not lexicon.of(TermKind.CELL).lookup(short.group().removesuffix("s")):
        return short.group(), short.end()
    return None


def _is_one_of_many(term: Term) -> bool:
    """Whether a term is a treatment among others, and no class: cells of a tissue, a drug."""
    return term.kind is TermKind.TREATMENT or bool(term.attributes.get("tissue"))


def _said(clause: _Clause, lexicon: Lexicon) -> Iterator[Fact]:
    parts = list(_ONE_OF_LIST.finditer(clause.text))
    attributes = lexicon.of(TermKind.ATTRIBUTE)
    profile = clause.text.lstrip().startswith((":", "："))  # which is read as one
    if len(parts) > 1 and not profile and all(attributes.mentions(part.group()) for part in parts):
        for part in parts:  # `采集无创、免疫原性低`
            yield from _said_once(
                replace(clause, text=part.group(), start=clause.start + part.start()), lexicon
            )
    else:
        yield from _said_once(clause, lexicon)


def _said_once(clause: _Clause, lexicon: Lexicon) -> Iterator[Fact]:
    view = match_view(clause.text)
    pro = _FOR.match(view)
    if pro and is_balanced(pro["v"]):
        yield clause.fact("drawbacks" if pro["word"] in _AGAINST else "advantages", pro.span("v"))
        return
    for attribute in lexicon.of(TermKind.ATTRIBUTE).mentions(clause.text):
        yield from _degree(clause, view, attribute)


def _degree(clause: _Clause, view: str, attribute: Mention) -> Iterator[Fact]:
    measure = clause.text[attribute.start : attribute.end]
    if _SELF_TELLING.search(view[attribute.start : attribute.end]):
        if not (view[: attribute.start] + view[attribute.end :]).strip(" 的其也都较更,;。."):
            yield clause.fact("in-respect", (attribute.start, attribute.end), _named_as(attribute, clause))
        return
    said = _IS.match(view, attribute.end)
    if said and not view[: attribute.start].strip(" 的其"):
        against = clause.text[slice(*said.span("against"))] if said["against"] else clause.against
        if not against and _WHOLE.search(said["v"]):
            yield clause.fact("in-respect", (attribute.start, said.end("v")), _named_as(attribute, clause))
            return
        yield clause.fact("outcome" if against else "cell-degree", said.span("v"), measure, against)
        return
    held = _WITH.search(view, 0, attribute.start)
    if held and not view[attribute.end :].strip(" ,;。."):
        yield clause.fact("cell-degree", held.span("v"), measure)


def _named_as(attribute: Mention, clause: _Clause) -> str:
    """The attribute by its key, in the script of the document."""
    key = attribute.term.key
    return show(key, Script.TAIWAN) if clause.traditional else key


def _order(clause: _Clause) -> Iterator[Fact]:
    """`the yield fell in the order A > B > C`."""
    view = match_view(clause.text)
    found = _ORDER.search(view) if ">" in view else None
    if found:
        measure = clause.text[slice(*found.span("m"))].strip().removeprefix("the ").removeprefix("The ")
        measure = literal.sub(r"\s(?:decreased|increased|falls?|fell|decreases?)$", "", measure)
        whole = replace(clause, subject=measure, begin=clause.start + found.start("m"))
        yield whole.fact("order", found.span("v"), measure)
