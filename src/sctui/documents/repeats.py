"""Lines that say again what another line says in full."""

from __future__ import annotations

import re
from hashlib import blake2b
from itertools import chain, pairwise

from sctui.documents.sheet import Sheet
from sctui.model.document import LineKind

_NO_LETTER = re.compile(r"[\W_]+")
_LEAST = 12  # characters that count; shorter lines (`Results`) may well stand twice


def mark_repeats(sheet: Sheet) -> None:
    """Class a line that equals an earlier line, or is the beginning of the next one, without punctuation."""
    seen: set[bytes] = set()
    lines = ((i, _letters(view)) for i, view in sheet.open())
    for (i, letters), (_, following) in pairwise(chain(lines, [(-1, "")])):
        if len(letters) < _LEAST:
            continue
        known = blake2b(letters.encode(errors="surrogatepass"), digest_size=16).digest()
        if known in seen or (following.startswith(letters) and following != letters):
            sheet.mark(i, LineKind.REPEATED)
        seen.add(known)


def _letters(view: str) -> str:
    return _NO_LETTER.sub("", view)
