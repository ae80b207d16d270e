"""Under which name a medicine is sold: `ruxolitinib (Jakafi)`, `Kymriah(tisagenlecleucel)`, `X(商品名:Y)`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.model.document import Line, Span
from sctui.model.fact import Fact, FactKind
from sctui.text.match_view import match_view
from sctui.text.sentence import Piece

# the ends of international nonproprietary names: of cells, genes, antibodies, inhibitors … (WHO: INN stems)
_STEMS = (
    "cel|mab|nib|cept|vec|gene|stim|limus|imod|sen|siran|tide|platin|statin|parin|lidomide|fusp|grastim"
    "|plerixafor|olone|onide"
)
_GENERIC = (
    r"(?P<generic>[A-Za-z][a-z]+gene [a-z]+"
    rf"|[a-z][a-z-]{{3,}}(?:L?-?[a-z]+)?(?:{_STEMS})(?:-[a-z]{{1,4}}){{0,2}})"
)
_BRAND = r"(?P<brand>[A-Z][A-Za-z]{3,14})\s?[®™]?"
_SHAPES = (
    re.compile(rf"(?<![A-Za-z-]){_GENERIC}\s?[(（]{_BRAND}(?:[,;，；][^()（）]*)?[)）]"),
    re.compile(rf"(?<![A-Za-z-]){_BRAND}\s?[(（]{_GENERIC}(?:[,;，；][^()（）]*)?[)）]"),
    re.compile(
        r"(?:^|(?<=[,，。;；：:、]))(?P<generic>[\u3400-\u9fffA-Za-z-]{3,14}?)\s?(?:[(（]|[,，])"
        r"商品名[称稱]?\s?[:：为為是]?\s?[“「]?(?P<brand>[^()（）,，;；。“”「」]{2,14})[”」]?(?=[)）,，。;；]|$)"
    ),
)
_MARKED = re.compile(r"商品名|(?:cel|mab|nib|cept|vec|gene|stim|limus|imod)\b")


def find_brand_names(line: Line, sentence: Piece) -> Iterator[Fact]:
    """Facts of the slot `brand`: the subject is the medicine by its generic name."""
    if not _MARKED.search(match_view(sentence.text)):
        return
    for shape in _SHAPES:
        for found in shape.finditer(sentence.text):
            left, right = (sentence.start + at for at in found.span("brand"))
            yield Fact(
                FactKind.TERM,
                "brand",
                _lower(found["generic"]),
                found["brand"],
                Span(line.number, sentence.start + found.start(), sentence.start + found.end()),
                Span(line.number, left, right),
            )


def _lower(name: str) -> str:
    """A generic name as it stands within a sentence."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name
