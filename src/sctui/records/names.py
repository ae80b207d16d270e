"""What a thing is called across documents, scripts and languages: the lexicon's key, or the match view."""

from __future__ import annotations

import re
from functools import lru_cache

from sctui.lexicon.lexicon import Lexicon, Mention
from sctui.lexicon.term import Term, TermKind
from sctui.text.match_view import match_view

_UNNAMED = {TermKind.ACTION, TermKind.UNIT, TermKind.BOILERPLATE, TermKind.PHASE, TermKind.DESIGN}
_NAMED = tuple(kind for kind in TermKind if kind not in {*_UNNAMED, TermKind.ENDPOINT})
_VESICLE = "vesicle"  # the lexicon's class of what cells release
_DONOR = "donor"  # the lexicon's class of whose cells they are, which is no tissue
_WHOSE = "^<:whose>"
_PATIENTS = re.compile("的?(?:患者|病人|女性|人群| ?patients)$")
_SPACE = re.compile(r"[\s·,，、;；:：()（）\[\]“”\"'的]+")


def name_key(text: str, lexicon: Lexicon) -> str:
    """The key of the term that covers most of `text`; the words alone when no term is half of it."""
    term = main_term(text, lexicon)
    return term.key if term else bare(text)


@lru_cache(maxsize=1024)  # the subject of many facts
def cell_key(text: str, lexicon: Lexicon) -> str:
    """The key of the cells a text names: tissue and cell, as `name_key` when it names none.

    `骨髓来源MSC`, `BM-MSC` and `bone marrow-derived mesenchymal stem cells` have one key.
    """
    tissue, cell = cells_in(text, lexicon)
    if cell is None:
        return name_key(text, lexicon)
    key = lexicon.words.pattern(_WHOSE).sub("", cell.key)
    key = key if not tissue or tissue == cell.attributes.get("tissue") else f"{tissue}{key}"
    vesicle = next(
        (m.term.key for m in _cells(text, lexicon) if m.term.attributes.get("class") == _VESICLE), ""
    )
    return key if not vesicle or vesicle in key else f"{key}{vesicle}"


def cells_in(text: str, lexicon: Lexicon) -> tuple[str, Term | None]:
    """The tissue and the cell that a text names; an empty tissue and None where it names none."""
    mentions = _cells(text, lexicon)
    cells = [mention.term for mention in mentions if mention.term.kind is TermKind.CELL]
    cell = next((term for term in cells if term.attributes.get("tissue")), cells[0] if cells else None)
    tissues = (mention.term for mention in mentions if mention.term.kind is TermKind.SOURCE)
    named = next((term.key for term in tissues if term.attributes.get("class") != _DONOR), "")
    return (cell.attributes.get("tissue", "") if cell else "") or named, cell


def _cells(text: str, lexicon: Lexicon) -> list[Mention]:
    return lexicon.of(TermKind.CELL, TermKind.SOURCE).mentions(text)


def bare(text: str) -> str:
    """The match view of the words alone, without space and punctuation."""
    return _SPACE.sub("", match_view(text))


def without_patients(condition: str) -> str:
    """The disease alone, where it is told by those who have it: `CD` for `CD患者`."""
    return _PATIENTS.sub("", condition)


def main_term(text: str, lexicon: Lexicon) -> Term | None:
    """The term that covers most of `text`; None when none is half of it."""
    mentions = lexicon.of(*_NAMED).mentions(text)
    longest = max(mentions, key=lambda mention: mention.end - mention.start, default=None)
    if longest is None or (longest.end - longest.start) * 2 < len(bare(text)):
        return None
    return longest.term
