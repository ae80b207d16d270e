"""What a table leaves to its document: which cells come from the sources in its rows, for which disease."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sctui.lexicon.lexicon import Lexicon, Mention
from sctui.lexicon.term import TermKind
from sctui.model.document import Document, Language, LineKind
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN

# a name of cells without its noun, which the abbreviation has: `骨髓来源(BM-MSCs)`, `羊膜来源(hAMSCs)`
_NO_NOUN = re.compile(
    r"(?P<source>[^()（）]*[来來]源)(?P<short>\s*[(（][A-Za-z]*?-?(?P<noun>[A-Z]SCs?)[)）])"
)
_SOURCE = re.compile(r"[来來]源|\bsources?\b", re.IGNORECASE)
_OF_CELLS = re.compile(r"细胞|来源|种类|类型|\bcells?\b|\bsources?\b")
_CELLS = re.compile(r"细胞|cells?\b|msc|[干骨]髓|囊泡|vesicle")
_IS_CELLS = re.compile(r"细胞(?:\s?\([^()]*\))?$|\bcells?$")
_STEM = frozenset({"mesenchymal", "pluripotent", "haematopoietic", "neural"})  # classes of cells, by kind
_MOSTLY = 2  # times as often as any other
_OVER_ALL = 5  # times as often as any other disease
_SHORT = re.compile(r"\s?[(（][A-Z][A-Za-z-]*[)）]")


def named(name: str, lexicon: Lexicon) -> str:
    """The name in a row's or column's head; one that only says whence the cells come is given their noun."""
    found = _NO_NOUN.fullmatch(name)
    cells = lexicon.of(TermKind.CELL)
    if found is None or not (cells.lookup(found["noun"]) or cells.lookup(found["noun"].removesuffix("s"))):
        return name
    return f"{found['source']}{found['noun']}{found['short']}"


@dataclass(frozen=True)
class Meant:
    """What the document of a table is on, worked out when a table asks for it.

    Args:
        document: the whole of it.
        lexicon: knows cells, sources and diseases.
    """

    document: Document
    lexicon: Lexicon

    def sourced(self, name: str, head: str, title: str) -> str:
        """The cells of a row or column that names but their source (`骨髓`, under `来源`).

        They are called as in the title of the table, or as the document calls its cells; `head` is the
        corner, or the title where the sources stand in the head.
        """
        source, cells = _SOURCE.search(head), self.lexicon.of(TermKind.CELL)
        known = self.is_source(name)
        if (
            cells.mentions(name)
            or _IS_CELLS.search(match_view(name))
            or not (source or (known and _OF_CELLS.search(match_view(head))))
        ):
            return name
        if name.isascii():
            return f"cells from {name[:1].lower()}{name[1:]}" if name[1:2].islower() else f"cells from {name}"
        said = [title[m.start : m.end] for m in cells.mentions(title)]
        noun = next((word for word in said if not word.isascii()), "") or (self.cells if known else "")
        traditional = self.document.language is Language.TRADITIONAL
        ending = "來源" if traditional else "来源"
        ending = "" if match_view(name).endswith("来源") else ending
        if noun or not known:
            return f"{name}{ending}{noun}" if noun else name
        return f"{name}{ending}的{'細胞' if traditional else '细胞'}"

    @cached_property
    def cells(self) -> str:
        """What the document calls the stem cells that it is on; empty where it tells of several."""
        found = [
            (mention.term.key, word)
            for mention, word in self._mentions(TermKind.CELL)
            if mention.term.attributes.get("class") in _STEM and not mention.term.attributes.get("tissue")
        ]
        counted = Counter(key for key, _ in found).most_common(2)
        if not counted or (len(counted) > 1 and counted[0][1] < _MOSTLY * counted[1][1]):
            return ""
        words = [word for key, word in found if key == counted[0][0]]
        return next((word for word in words if HAN.search(word)), words[0])

    @cached_property
    def disease(self) -> str:
        """The one disease that the document is on: named in its headings, or with its short form."""
        found = list(self._mentions(TermKind.DISEASE, headings=True))
        glossed = not found
        if glossed:
            found = [
                (mention, word)
                for mention, word in self._mentions(TermKind.DISEASE, glossed=True)
                if HAN.search(word) or " " in word
            ]
        if len({mention.term.key for mention, _ in found}) != 1:
            return ""
        return found[0][1] if glossed or self._is_main(found[0][0].term.key) else ""

    def _is_main(self, key: str) -> bool:
        """Whether a disease of the headings is no complication: two of them name it, or all of the text."""
        terms = self.lexicon.of(TermKind.DISEASE)
        titles = [line.text for line in self.document.lines if line.kind is LineKind.HEADING]
        named = [any(m.term.key == key for m in terms.mentions(title)) for title in titles]
        if named and (named[0] or sum(named) > 1):
            return True
        counted = Counter(mention.term.key for mention, _ in self._mentions(TermKind.DISEASE))
        return all(other == key or count * _OVER_ALL <= counted[key] for other, count in counted.items())

    def disease_of(self, names: Sequence[str], above: Sequence[str] = ()) -> str:
        """The disease that a table's rows (or columns) of these names are for, unless they name their own.

        Where the headings tell of two, and some rows are for one of them (`骨移植(骨不连)`), the others are
        for the one that is left; else it is the disease of the nearest heading `above` that names one alone.
        """
        if self.disease:
            return self.disease
        told = {key for name in names for key in self._own(name)}
        left = [word for key, word in self._headed.items() if key not in told]
        if told:
            return left[0] if len(left) == 1 else ""
        for title in reversed(above):
            named = self.lexicon.of(TermKind.DISEASE).mentions(title)
            if named:
                one = len({mention.term.key for mention in named}) == 1
                return title[named[0].start : named[0].end] if one else ""
        return ""

    def names_its_disease(self, name: str) -> bool:
        """Whether a row or column says itself for which of the diseases of the headings it is."""
        return bool(self._own(name))

    def _own(self, name: str) -> set[str]:
        terms = self.lexicon.of(TermKind.DISEASE)
        return {mention.term.key for mention in terms.mentions(name)} & set(self._headed)

    @cached_property
    def _headed(self) -> Mapping[str, str]:
        """The diseases of the headings, as they are written there."""
        return {mention.term.key: word for mention, word in self._mentions(TermKind.DISEASE, headings=True)}

    def heads_cells(self, corner: str) -> bool:
        """Whether a corner says that its rows are cells, or where they come from."""
        return bool(_OF_CELLS.search(match_view(corner)))

    def is_of_cells(self, name: str) -> bool:
        """Whether a row or column is one of cells, of what cells make, or of the tissue they come from."""
        return bool(
            self.lexicon.of(TermKind.CELL, TermKind.SOURCE).mentions(name) or _CELLS.search(match_view(name))
        )

    def _mentions(
        self, kind: TermKind, *, headings: bool = False, glossed: bool = False
    ) -> Iterator[tuple[Mention, str]]:
        """The terms of a kind as they are written: in headings alone, or with a short form behind them."""
        terms = self.lexicon.of(kind)
        for line in self.document.lines:
            heading = line.kind is LineKind.HEADING
            told = line.kind.carries_facts and line.kind is not LineKind.TABLE_ROW and not headings
            if not heading and not told:
                continue
            for mention in terms.mentions(line.text):
                if not glossed or _SHORT.match(line.text, mention.end):
                    yield mention, line.text[mention.start : mention.end]

    def is_source(self, name: str) -> bool:
        """Whether a name is that of a tissue, with little beside it."""
        found = self.lexicon.of(TermKind.SOURCE).mentions(name)
        return any(m.start == 0 and (m.end - m.start) * 2 >= len(name) for m in found)
