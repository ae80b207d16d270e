"""Cell products that a document names (`velmestrocel, an allogeneic … cell product`): names of its cells."""

from __future__ import annotations

import re

from sctui.facts.trials.names import names
from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import Term, TermKind
from sctui.model.document import Document

# names of cell therapies end so by rule (World Health Organization: International Nonproprietary Names)
_NAME = re.compile(r"(?<![A-Za-z-])[A-Za-z][a-z]{3,}cel(?:-[A-Z])?(?![A-Za-z-])")
_FAR = 160  # characters between a product's name and the cells that it is said to be
# a trade name: Latin letters of both cases within a word, or with a number (`MicroFat`, `Cellex-2`)
_TRADE = re.compile(r"[一-鿿]{0,8}\s?(?=[A-Za-z0-9-]*[a-z])[A-Z][a-z]*(?:-?[A-Z0-9][A-Za-z0-9]*)+")


def product_in_label(first: Statement) -> Found | None:
    """The trade name that an item of a list begins with (`2. 立舒MicroFat:对照研究,…`), as its product."""
    if not (first.first and first.mark and first.clauses and first.labels(first.clauses[0])):
        return None
    label = first.clauses[0]
    if not _TRADE.fullmatch(first.raw(label.start, label.end)) or any(names(first)):
        return None
    named = any(label.start <= one.start < label.end for one in first.mentions)
    return None if named else Found("cell_source", label.start, label.end, label=True)


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
