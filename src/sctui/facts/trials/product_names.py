"""Cell products that a document names (`velmestrocel, an allogeneic … cell product`): names of its cells."""

from __future__ import annotations

import re

from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import Term, TermKind
from sctui.model.document import Document

# names of cell therapies end so by rule (World Health Organization: International Nonproprietary Names)
_NAME = re.compile(r"(?<![A-Za-z-])[A-Za-z][a-z]{3,}cel(?:-[A-Z])?(?![A-Za-z-])")
_FAR = 160  # characters between a product's name and the cells that it is said to be


def product_names(document: Document, lexicon: Lexicon) -> dict[str, Term]:
    """The names of cell products in a document, with the term of the cells that a line says they are."""
    names: dict[str, Term] = {}
    for line in document.lines:
        for found in _NAME.finditer(line.text) if "cel" in line.text else ():
            if found[0] in names:
                continue
            cells = lexicon.of(TermKind.CELL).mentions_within(
                line.text, found.end(), min(len(line.text), found.end() + _FAR)
            )
            if cells:
                names[found[0]] = cells[0].term
    return names
