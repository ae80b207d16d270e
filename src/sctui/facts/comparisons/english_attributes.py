"""English prose that says how cells are in one respect: `easier to obtain but differentiate less than`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import Term, TermKind
from sctui.model.document import Line, Span
from sctui.model.fact import Fact, FactKind
from sctui.text import literal
from sctui.text.sentence import Piece

_GIVEN = (TermKind.CELL, TermKind.TREATMENT)
_I = re.IGNORECASE
_MUCH = r"(?:(?:much|significantly|markedly|relatively|far)\s)?"
_DEGREE = (
    rf"{_MUCH}(?:higher|lower|greater|stronger|weaker|better|poorer|superior|inferior|faster|slower|reduced|limited"
    r"|wider|broader)"
)
_IS = r"(?:is|are|was|were)\s(?:also\s)?"
_HAS = (
    r"(?:have|has|had|show(?:s|ed)?|exhibit(?:s|ed)?|possess(?:es|ed)?|display(?:s|ed)?|demonstrate[sd]?|gives?|gave"
    r"|provides?|offers?|yields?|carry|carries)\s(?:an?\s|the\s)?"
)
_EASY = r"(?:easier|harder|simpler|more difficult|less difficult|easy|difficult)"
_HOW = (
    r"(?:faster|slower|better|(?:more|less)(?: (?:slowly|rapidly|quickly|readily|efficiently|strongly))?)"
    r"(?:\s(?:into|to|in)\s[^,;.()]{2,30}?)?"
)
_THAN = (
    r"(?:\s(?:than|compared (?:with|to)|relative to)\s(?:those of\s|that of\s|do\s)?"
    r"(?P<against>[^,;.()]{2,40}?))?"
)
_END = r"(?=,|;|\.(?:\s|$)|\s(?:and|but|while|whereas)\s|$)"
_RANKED = re.compile(rf"{_DEGREE}|\b(?:easier|harder|simpler|more|less|easy|difficult|without)\b", _I)
# `have a weaker capacity`, `are easier to obtain`, `are less immunogenic`, `differentiate less readily`, …
_SHAPES = (
    re.compile(rf"{_HAS}(?P<v>{_DEGREE})\s(?P<m>[a-z][^,;.()]{{3,40}}?){_THAN}{_END}", _I),
    re.compile(rf"{_IS}(?P<v>{_MUCH}{_EASY}\sto\s(?P<m>[a-z]+)){_THAN}{_END}", _I),
    re.compile(rf"{_IS}(?P<v>{_MUCH}(?:more|less)\s(?P<m>[a-z-]+)){_THAN}{_END}", _I),
    re.compile(rf"(?P<v>(?P<m>[a-z]+?)\s{_MUCH}{_HOW}){_THAN}{_END}", _I),
    re.compile(
        r"(?:(?:is|are|was|were|can be|may be|be)\s)?(?P<m>obtained|collected|harvested|isolated)\s"
        rf"(?:from\s[^,;.()]{{3,30}}?\s)?(?P<v>without\s[^,;.()]{{4,40}}?|non-?invasively){_END}",
        _I,
    ),
)
_OF = re.compile(
    r"(?:the\s)?(?P<m>[a-z][^,;.()]{3,40}?)\sof\s(?:the\s)?(?P<s>[^,;.()]{2,50}?)\s(?:is|are|was|were)\s"
    rf"(?P<v>{_DEGREE}){_THAN}{_END}",
    _I,
)
_BESIDE = re.compile(
    r"(?:unlike|compared (?:with|to)|in contrast to|in comparison (?:with|to))\s(?P<against>[^,;.]{2,40}),\s",
    _I,
)
# behind a name, and where something else is said of the same cells
_BEHIND = re.compile(r"(?:\s*\([^()]*\))?\s+(?:(?:also|generally|usually|often|can)\s)*", _I)
_NEXT = re.compile(
    r"(?:,\s(?:and\s|but\s|while\s|yet\s)?|\s(?:and|but|while|yet)\s)(?:(?:they|also|can)\s)*", _I
)
_THAN_ANY = re.compile(
    r"\sthan\s(?:those of\s|that of\s)?(?P<against>[^,;.()]{2,40}?)(?=,|;|\.(?:\s|$)|\s(?:and|but)\s|$)", _I
)
_BEGINS = re.compile(r"(?:^|[,;:]\s|\b(?:and|but|while|whereas|that|the|human)\s)$", _I)
_CELLS = re.compile(r"\b(?:cells?|[A-Za-z-]*SCs?)\b")


@dataclass(frozen=True, slots=True)
class _Said:
    """What a sentence says of cells: who, where their name begins, and beside whom."""

    line: Line
    start: int
    subject: str
    begin: int
    against: str


def find_english_attributes(line: Line, sentence: Piece, lexicon: Lexicon) -> Iterator[Fact]:
    """Facts of the slots `outcome` (against another), `cell-degree` and `in-respect` (`easy to obtain`)."""
    text = sentence.text
    if not _RANKED.search(text):
        return
    beside = _BESIDE.match(text) or _THAN_ANY.search(text)
    against = beside["against"].strip() if beside else ""
    others = beside.span("against") if beside else (0, 0)
    named = [m for m in lexicon.of(*_GIVEN).mentions(text) if not others[0] <= m.start < others[1]]
    for number, mention in enumerate(named):
        said = _Said(
            line, sentence.start, text[mention.start : mention.end], sentence.start + mention.start, against
        )
        if not _BEGINS.search(text, 0, mention.start):
            continue  # `Cryopreserved MSCs have …`: not all of them
        end = named[number + 1].start if number + 1 < len(named) else len(text)
        known = mention.term.kind is TermKind.TREATMENT or bool(mention.term.attributes.get("tissue"))
        for found in _told(text, mention.end, end):
            fact = _fact(said, found, lexicon, alone=known)
            yield from (fact,) if fact else ()
    for of in _OF.finditer(text):
        if lexicon.of(*_GIVEN, TermKind.SOURCE).mentions(of["s"]):
            whose = _Said(line, sentence.start, of["s"], sentence.start + of.start(), "")
            fact = _fact(whose, of, lexicon, alone=True)
            yield from (fact,) if fact else ()


def _told(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """What is said one after the other of the cells whose name ends at a column."""
    behind = _BEHIND.match(text, start, end)
    starts = [behind.end()] if behind else []
    starts += [found.end() for found in _NEXT.finditer(text, start, end)]
    for at in starts:
        if found := next(filter(None, (shape.match(text, at) for shape in _SHAPES)), None):
            yield found


def _fact(said: _Said, found: re.Match[str], lexicon: Lexicon, *, alone: bool) -> Fact | None:
    """What is said as a fact; None when it is of no attribute, or of cells in general beside nobody."""
    measure, easy = _attribute(found["m"], lexicon)
    told = found.groupdict().get("against") or ""
    against = told.strip() or said.against
    if not measure or not (alone or against) or (against and not _CELLS.search(against)):
        return None
    against = "" if against in said.subject else against
    slot = "outcome" if against else ("in-respect" if easy else "cell-degree")
    left, right = (said.start + at for at in found.span("v"))
    return Fact(
        FactKind.COMPARISON,
        slot,
        said.subject,
        said.line.text[left:right],
        Span(said.line.number, min(said.begin, left), said.start + found.end()),
        Span(said.line.number, left, right),
        measure=measure,
        context=against,
    )


def _attribute(words: str, lexicon: Lexicon) -> tuple[str, bool]:
    """In what a noun says that things compare, or a verb or an adjective (`told`); whether the latter."""
    attributes = lexicon.of(TermKind.ATTRIBUTE)
    told = next((term for term in attributes.terms if _is_told(term, words)), None)
    if told:
        return told.en or told.key, True
    return (words, False) if attributes.mentions(words) else ("", False)


def _is_told(term: Term, word: str) -> bool:
    listed = [one.strip() for one in term.attributes.get("told", "").split(",") if one.strip()]
    stems = {word.lower(), word.lower().removesuffix("s"), literal.sub(r"(?:ed|d)$", "", word.lower())}
    return any(one in stems or literal.sub(r"e$", "", one) in stems for one in listed)
