"""A document's imprint as `knowledge.json` keeps it: three texts of marks one after another, in order.

The lines that tell something, those that may be boilerplate in the midst of the text, and those at its ends.
"""

from __future__ import annotations

import re

from sctui.i18n import _
from sctui.model.imprint import MARK, Imprint
from sctui.records.json_items import Item

_MARKS = re.compile(r"(?:[\w-]{8}[0-9a-f]{4})*", re.ASCII)


def imprint_texts(imprint: Imprint) -> list[str]:
    """The texts of an imprint; none when nothing is known."""
    if not imprint.lines:
        return []
    parts = (
        imprint.lines - imprint.may_recur,
        imprint.may_recur - imprint.at_ends,
        imprint.at_ends,
    )
    return ["".join(sorted(part)) for part in parts]


def read_imprint(item: Item, name: str) -> Imprint:
    """The imprint that an entry holds; that of an unknown document when it is not there.

    Raises:
        DeckError: when the entry is not what `imprint_texts` gives.
    """
    texts = item.words(name)
    if not texts:
        return Imprint()
    if len(texts) != 3 or not all(map(_MARKS.fullmatch, texts)):
        raise item.fault(_("`{name}` must be three texts of marks").format(name=name))
    tells, midst, ends = (
        frozenset(text[at : at + MARK] for at in range(0, len(text), MARK)) for text in texts
    )
    return Imprint(tells | midst | ends, midst | ends, ends)
