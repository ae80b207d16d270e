"""Lines that say again what another line says in full."""

from __future__ import annotations

import re
from collections import defaultdict
from hashlib import blake2b
from itertools import chain, islice, pairwise

from sctui.documents.layout import may_be_entry
from sctui.documents.sheet import Sheet
from sctui.model.document import LineKind

_NO_LETTER = re.compile(r"[\W_]+")
_STOPS = ("。", ".", "!", "?", ";", ":")
_MOST_CUT = 4096  # lines that ended too early, of which a text has few
_LEAST = 12  # characters that count; shorter lines (`Results`) may well stand twice


def mark_repeats(sheet: Sheet) -> None:
    """Class a line that equals an earlier line, or is the beginning of the next one, without punctuation.

    So is one that was cut off within a sentence and stands in full above.
    """
    seen: set[bytes] = set()
    listed: set[bytes] = set()  # entries of lists, such as a table of contents, which stand again as headings
    cut = _cut_lines(sheet)
    lines = ((i, _letters(view)) for i, view in sheet.open())
    for (i, letters), (_, following) in pairwise(chain(lines, [(-1, "")])):
        if len(letters) < _LEAST:
            continue
        known = blake2b(letters.encode(errors="surrogatepass"), digest_size=16).digest()
        if known in listed:
            continue
        if known in seen or (following.startswith(letters) and following != letters):
            sheet.mark(i, LineKind.REPEATED)
        for later, its in cut.get(letters[:_LEAST], ()):
            if later > i and letters.startswith(its) and letters != its:
                sheet.mark(later, LineKind.REPEATED)
        seen.add(known)
        if may_be_entry(sheet.views[i]) and _stands_in_list(sheet, i):
            listed.add(known)


def _stands_in_list(sheet: Sheet, i: int) -> bool:
    """Whether a short line has others right above and below, or two on one side."""
    near = [0 <= j < len(sheet.views) and may_be_entry(sheet.views[j]) for j in (i - 2, i - 1, i + 1, i + 2)]
    return (near[1] and (near[0] or near[2])) or (near[2] and near[3])


def _cut_lines(sheet: Sheet) -> dict[str, list[tuple[int, str]]]:
    """The lines by themselves that end within a sentence, with their letters, by how these begin.

    A sentence within which there is a comma, that is: a heading may begin as a text does.
    """
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    cut = (i for i, view in sheet.open() if _is_cut(view) and not _stands_inside(sheet, i))
    for i in islice(cut, _MOST_CUT):
        letters = _letters(sheet.views[i])
        if len(letters) >= _LEAST:
            found[letters[:_LEAST]].append((i, letters))
    return found


def _is_cut(view: str) -> bool:
    return view.endswith(("、", "…")) or ("," in view and not view.endswith(_STOPS))


def _stands_inside(sheet: Sheet, i: int) -> bool:
    """Whether a line right below goes on with it, as in a text whose lines are broken by their width."""
    return i + 1 < len(sheet.views) and bool(sheet.views[i + 1])


def _letters(view: str) -> str:
    return _NO_LETTER.sub("", view)
