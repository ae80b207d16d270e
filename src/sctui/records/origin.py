"""When a document appeared, and what kind of source it is, as far as it says so itself."""

from __future__ import annotations

from collections.abc import Iterator

from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import Term, TermKind
from sctui.model.document import Document, LineKind
from sctui.text.head_date import date_in, head_date
from sctui.text.match_view import match_view

PRESS, PAPER = "press", "paper"
# the lexicon's classes of designs -> kinds of sources; a report is one of a case, or of the press
_KINDS = {
    "trial": "trial",
    "observational": "observational",
    "guidance": "guideline",
    "preclinical": "preclinical",
    "review": "review",
}
_POOLED, _CASE = "meta-analysis", "case"


def origin_of(document: Document, lexicon: Lexicon) -> tuple[str, str]:
    """Date (`2025-04-17`, `2025-04` or `2025`) and kind of source; each empty where nothing tells it.

    What the document says of itself tells first, then what it says that it is based on; the date also stands
    at its head, and its disclaimers and page furniture tell what was written for the public.
    """
    metadata = document.metadata
    date = date_in(metadata.get("date", "")) or head_date(line.text for line in document.lines)
    date = date or max((date_in(year) for year in _of_sources(document, "year")), default="")
    told = (metadata.get("kind", ""), *_of_sources(document, "kind"))
    kinds = (kind_named(text, lexicon) for text in told if text)
    return date, next(filter(None, kinds), "") or _kind_by_itself(document, lexicon)


def _of_sources(document: Document, key: str) -> Iterator[str]:
    """What the front matter says of the works that a document is based on, in their order."""
    for name, value in document.metadata.items():
        if name.startswith("based_on.") and name.endswith(f".{key}"):
            yield value


def kind_named(text: str, lexicon: Lexicon) -> str:
    """The kind of source that a text names (`narrative review`, `科普文章`); empty for none."""
    if lexicon.words.pattern("<:popular>").search(match_view(text)):
        return PRESS
    found = [_kind(mention.term) for mention in lexicon.of(TermKind.DESIGN).mentions(text)]
    return _POOLED if _POOLED in found else next(filter(None, found), "")


def _kind(term: Term) -> str:
    kind = _KINDS.get(term.attributes.get("class", ""), "")
    if kind == "review" and _POOLED in term.en:
        return _POOLED
    return kind or (_CASE if term.en.startswith("case ") else "")


def _kind_by_itself(document: Document, lexicon: Lexicon) -> str:
    """By its title where it is a paper's; by what a page says around a text for the public."""
    metadata = document.metadata
    if metadata.get("doi") or metadata.get("journal"):
        return kind_named(metadata.get("title", ""), lexicon) or PAPER
    furniture = (line.text for line in document.lines if line.kind is LineKind.BOILERPLATE)
    marks = lexicon.of(TermKind.BOILERPLATE)
    popular = any(m.term.attributes.get("says") == PRESS for text in furniture for m in marks.mentions(text))
    return PRESS if popular else ""
