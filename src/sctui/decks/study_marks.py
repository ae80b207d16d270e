"""What tells one study from others, by keys that no script, wording or short form changes.

A name of a study *fits* every study that has all the marks which the name says: `MSC in diabetes` fits a
study of umbilical cord cells in type 1 diabetes, and so names no single one where there is another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from sctui.lexicon.diseases import disease_paths
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.text import literal
from sctui.text.match_view import match_view

Marks = Mapping[str, frozenset[str]]

# the part of a name that each slot can give
_PART = {
    "kind": "kind",
    **dict.fromkeys(("year", "approved", "permitted"), "year"),
    **dict.fromkeys(("product", "reviewed", "received", "cell_source", "donor"), "product"),
    **dict.fromkeys(("condition", "indication", "topic"), "condition"),
    **dict.fromkeys(("n", "studies", "site", "country", "author", "phase", "developer"), ""),
    **dict.fromkeys(
        ("design", "registry", "journal", "title", "case", "brand", "route", "name", "prevents"), ""
    ),
}
_ANY_CELL = "general"  # the lexicon's class of `stem cells`, which every cell therapy is
_DONOR = "donor"
_PHASE = re.compile(r"iv|i{1,3}|[ⅰⅱⅲⅳ1-4一二三四]")
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "ⅰ": "1", "ⅱ": "2", "ⅲ": "3", "ⅳ": "4"} | {
    han: str(number) for number, han in enumerate("一二三四", start=1)
}
_PEOPLE = re.compile(r"的?(?:患者|病人|女性|妇女|患儿|儿童|人群|受试者)$|\s(?:patients|women|children)$")
_NOBODY: frozenset[str] = frozenset()
_NO_WORD = re.compile(r"[\W_]+|等(?:人|学者)?$|et al\.?")


def years_told(told: str) -> str:
    """The year of a date; the first and the last of a span, which is the study's own of neither."""
    years = literal.findall(r"(?:19|20)\d\d", told)
    if len(set(years)) < 2:
        return years[0] if years else ""
    return f"{years[0]}{'–' if told.isascii() else '至'}{years[-1]}"


def is_coined(product: str, lexicon: Lexicon) -> bool:
    """Whether a treatment has a name of its own, which stands for one product alone."""
    cells = lexicon.of(TermKind.CELL).mentions(product)
    return any(one.term.attributes.get("class") == "product" for one in cells)


def known_marks(values: Iterable[tuple[str, str]], lexicon: Lexicon | None) -> Marks:
    """The marks of a study, by part of a name; a disease has those of the diseases it is a kind of too.

    Args:
        values: slots with their values, as written.
        lexicon: knows other names of cells and diseases; without it words are compared.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for slot, value in values:
        if slot in _PART:
            part = _PART[slot] or slot
            found[part].update(_marks(part, value, lexicon, special=False))
    return {part: frozenset(marks) for part, marks in found.items()}


def said_marks(parts: Mapping[str, str], lexicon: Lexicon | None) -> Marks:
    """The marks that a name says, by its parts; of a disease only itself."""
    found: dict[str, frozenset[str]] = {}
    for slot, value in parts.items():
        part = _PART.get(slot, slot) or slot
        found[part] = found.get(part, frozenset()) | frozenset(_marks(part, value, lexicon, special=True))
    return found


def _marks(part: str, value: str, lexicon: Lexicon | None, *, special: bool) -> Iterator[str]:
    view = match_view(value)
    if part == "year":
        yield from literal.findall(r"(?:19|20)\d\d", view)[:1]
    elif part in ("n", "studies"):
        yield from literal.findall(r"\d+", view.replace(",", ""))[:1] or [view]
    elif part == "phase":
        yield from (_ROMAN.get(found, found) for found in _PHASE.findall(view))
    elif part == "condition" and lexicon and (paths := list(disease_paths(value, lexicon))):
        for path in paths:
            yield from path[-1:] if special else path
    elif part == "product" and lexicon:
        yield from _cells(value, lexicon)
    elif part == "brand":
        yield literal.split(r"[?(（]", view)[0].strip()
    else:
        yield _NO_WORD.sub("", _PEOPLE.sub("", view) if part == "condition" else view)


def _cells(value: str, lexicon: Lexicon) -> Iterator[str]:
    """Tissue, class of the cells, and whose they are; nothing for `stem cells` alone."""
    view = match_view(value)
    yield from lexicon.words.named("whose", view)
    for mention in lexicon.of(TermKind.CELL, TermKind.SOURCE).mentions(value):
        term = mention.term
        if term.kind is TermKind.SOURCE:
            if term.attributes.get("class") != _DONOR:
                yield term.key
            continue
        if term.attributes.get("class", _ANY_CELL) != _ANY_CELL:
            yield term.attributes["class"]
        if term.attributes.get("tissue"):
            yield term.attributes["tissue"]


class KnownStudies:
    """The studies of a document or a library, to be found by what a name says.

    What one study is told to be in several places counts as one: they have one owner.
    """

    def __init__(self, lexicon: Lexicon | None) -> None:
        self._lexicon = lexicon
        self._having: dict[tuple[str, str], set[str]] = defaultdict(set)

    def add(self, owner: str, values: Iterable[tuple[str, str]]) -> None:
        """Take in what is told of a study."""
        for part, marks in known_marks(values, self._lexicon).items():
            for mark in marks:
                self._having[part, mark].add(owner)

    def fitting(self, said: Marks) -> Iterator[str]:
        """The owners of all studies that a name fits, in no order; of a name that says nothing, none.

        Most who ask need but one or two, and a library has a great many.
        """
        having = sorted(self._all_having(said), key=len)
        return (owner for owner in having[0] if self._in_all(owner, having)) if having else iter(())

    def fits(self, owner: str, said: Marks) -> bool:
        """Whether a name fits a study; one that says nothing fits none."""
        having = self._all_having(said)
        return bool(having) and self._in_all(owner, having)

    def _all_having(self, said: Marks) -> list[AbstractSet[str]]:
        """For each mark that a name says, who has it."""
        return [self._having.get((part, mark), _NOBODY) for part, marks in said.items() for mark in marks]

    @staticmethod
    def _in_all(owner: str, having: Iterable[AbstractSet[str]]) -> bool:
        return all(owner in owners for owners in having)
