"""Lines that recur across the documents of a library: what a site puts around every page.

A line that stands in several documents is no boilerplate by that alone: two documents may tell the same
study, quote the same abstract, or be copies of one another. What sets boilerplate apart: it stands at the
beginning or the end of its documents; it tells no quantity and names few things the lexicon knows; and the
documents around it differ.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.document import Document, Line, LineKind
from sctui.model.imprint import Imprint, length, mark
from sctui.text.match_view import match_view
from sctui.text.quantity import quantities
from sctui.text.section_names import is_bare_section_name

_AT_FIRST = 4  # lines from the beginning of a document where what belongs to the page stands
_AT_LAST = 8  # and from its end
_LEAST = 4  # letters and digits; shorter lines may well stand in several documents
_IN_THE_MIDST = 3  # documents that must have a line in the midst of their text
_ENOUGH = 16  # documents with a line, after which further ones are not looked at
_COPY = 0.3  # documents that share this part of the shorter one are copies, or tell the same
_WHOLE = 0.8  # and this part when all that they share could be boilerplate
_DENSE = 20  # letters for each known term, up to which a line tells of the subject
_SUBJECTS = tuple(
    kind for kind in TermKind if kind not in {TermKind.BOILERPLATE, TermKind.UNIT, TermKind.ACTION}
)
_NO_TEXT = {LineKind.BLANK, LineKind.FRONT_MATTER, LineKind.RECORD, LineKind.TABLE_RULE, LineKind.REFERENCE}
_MAY_RECUR = {
    *(LineKind.PARAGRAPH, LineKind.BYLINE, LineKind.BULLET, LineKind.NUMBERED, LineKind.RUN_IN),
    *(LineKind.CAPTION, LineKind.BOILERPLATE),
}


def imprint(document: Document, lexicon: Lexicon) -> Imprint:
    """What `recurring` needs to know of a document."""
    content = [
        (line, letters)
        for line in document.lines
        if line.kind not in _NO_TEXT and len(letters := _letters(line.text)) >= _LEAST
    ]
    empty = _heading_nothing(document)
    may = {
        mark(letters)
        for line, letters in content
        if line.number in empty or _may_recur(line, letters, lexicon)
    }
    ends = {mark(letters) for _, letters in (*content[:_AT_FIRST], *content[-_AT_LAST:])}
    return Imprint(frozenset(mark(letters) for _, letters in content), frozenset(may), frozenset(may & ends))


def recurring(own: Imprint, others: Iterable[Imprint]) -> frozenset[str]:
    """The marks of a document's lines that are boilerplate: they stand in others, of different text, too."""
    groups = _groups([own, *_sharing(own, others)])
    anywhere = _counted(groups, lambda document: document.may_recur)
    at_ends = _counted(groups, lambda document: document.at_ends)
    return frozenset(
        marked
        for marked in own.may_recur
        if anywhere[marked] >= _IN_THE_MIDST or (1 < anywhere[marked] == at_ends[marked])
    )


def _sharing(own: Imprint, others: Iterable[Imprint]) -> Iterator[Imprint]:
    """The documents that have a line which may be boilerplate in common with this one, some for each line."""
    seen: Counter[str] = Counter()
    for other in others:
        shared = own.may_recur & other.may_recur
        if any(seen[marked] < _ENOUGH for marked in shared):
            seen.update(shared)
            yield other


def without_recurring(document: Document, lines: frozenset[str]) -> Document:
    """The document with the lines of these marks as boilerplate; headings above a text keep their class."""
    if not lines:
        return document
    empty = _heading_nothing(document)
    return replace(
        document,
        lines=tuple(
            replace(line, kind=LineKind.BOILERPLATE)
            if (line.kind in _MAY_RECUR or line.number in empty) and mark(_letters(line.text)) in lines
            else line
            for line in document.lines
        ),
    )


def _heading_nothing(document: Document) -> frozenset[int]:
    """The numbers of the lines at a document's end that were taken for headings, but have no text below."""
    found: set[int] = set()
    for line in reversed(document.lines):
        if line.kind is LineKind.HEADING and not is_bare_section_name(line.text):
            found.add(line.number)
        elif line.kind not in _NO_TEXT and line.kind is not LineKind.BOILERPLATE:
            break
    return frozenset(found)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, match_view(text)))


def _may_recur(line: Line, letters: str, lexicon: Lexicon) -> bool:
    """Whether a line tells nothing: no quantity in digits, and few terms for its length."""
    if line.kind is LineKind.BOILERPLATE:
        return True
    if line.kind not in _MAY_RECUR or (any(map(str.isdigit, line.text)) and quantities(line.text)):
        return False
    terms = len(lexicon.of(*_SUBJECTS).mentions(line.text))
    return terms < 2 or len(letters) > _DENSE * terms


def _groups(imprints: Sequence[Imprint]) -> list[list[Imprint]]:
    """The documents, those that share much of their text put together."""
    groups: list[list[Imprint]] = []
    for one in imprints:
        same = [group for group in groups if any(_are_copies(one, other) for other in group)]
        groups = [group for group in groups if group not in same]
        groups.append([one, *(other for group in same for other in group)])
    return groups


def _are_copies(one: Imprint, other: Imprint) -> bool:
    """Whether two documents share a good part of their text and what tells something, or nearly all."""
    both = one.lines & other.lines
    shared = sum(map(length, both))
    smaller = min(sum(map(length, one.lines)), sum(map(length, other.lines)))
    tells = both - (one.may_recur & other.may_recur)
    return shared >= (_COPY if tells else _WHOLE) * smaller


def _counted(groups: Iterable[Sequence[Imprint]], lines: Callable[[Imprint], frozenset[str]]) -> Counter[str]:
    """In how many groups of documents each line stands."""
    counts: Counter[str] = Counter()
    for group in groups:
        counts.update(set().union(*map(lines, group)))
    return counts
