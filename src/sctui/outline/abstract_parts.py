"""The parts of a structured abstract: `Abstract`, then `Background`, `Methods`, `Results`, `Conclusion`.

They have the names of the article's own sections, which come again behind them; but they belong to the
abstract, which has no text of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sctui.outline.entries import Entry
from sctui.text.match_view import match_view
from sctui.text.section_names import SectionRole

_ABSTRACT = re.compile(r"(?:structured )?abstract|summary|摘要")
_PART = re.compile(
    r"background|introduction|objectives?|aims?|purpose|rationale|design|setting|participants|interventions?"
    r"|(?:(?:materials?|patients|subjects) and )?methods?|main outcomes?(?: and measures)?|measurements?"
    r"|(?:main )?results?|findings|discussion|conclusions?(?: and relevance)?|interpretation|significance"
    r"|trial registration|背景|目的|方法|结果|结论|讨论|意义"
)


def abstract_parts(headings: Sequence[Entry]) -> frozenset[int]:
    """The lines of the headings that are parts of an abstract, up to where the article's own begin."""
    found: set[int] = set()
    seen: set[str] | None = None  # the parts so far; None outside an abstract
    opened = closed = False
    for entry in headings:
        name = match_view(entry.title)
        if entry.numbering is None and entry.adjacent and _ABSTRACT.fullmatch(name):
            seen, opened, closed = set(), False, False
            continue
        opens, closes = entry.role is SectionRole.OPENING, entry.role is SectionRole.CLOSING
        belongs = entry.numbering is None and _PART.fullmatch(name) and not (opens and (opened or seen))
        if seen is None or not belongs or name in seen or (closed and not name.startswith("trial")):
            seen = None
            continue
        seen.add(name)
        opened, closed = opened or opens, closed or closes
        found.add(entry.line)
    return frozenset(found)
