"""Three-way merging of what lies beside decks, entry by entry: `inbox.json` and `generated.json`."""

from __future__ import annotations

import json

from sctui.decks import inbox, sidecar
from sctui.decks.three_way import AROUND, Conflict, Merged

NAMES = (inbox.FILE_NAME, sidecar.FILE_NAME)


def merge_entries(texts: tuple[str | None, str | None, str | None], name: str) -> Merged:
    """Merge a file of this name from the texts of origin, ours and theirs; None and "" stand for no file.

    A decision is a conflict where both sides decided differently. Records of what was generated are none:
    where both have another one, all machines take the same; at worst a card counts as changed by its author
    then.
    """
    try:
        old, mine, other = map(_entries, texts)
    except ValueError:
        return Merged(None, (Conflict(AROUND, texts[1], texts[2]),))
    merged: dict[str, str] = {}
    conflicts: list[Conflict] = []
    for key in sorted({*mine, *other}):
        before, here, there = old.get(key), mine.get(key), other.get(key)
        chosen = there if here == before else here
        if here != there and before not in (here, there):
            if name == inbox.FILE_NAME and not _goes_on(here, there):
                conflicts.append(Conflict(key, here, there))
            chosen = max(here or "", there or "") if name != inbox.FILE_NAME else _later(here, there)
        if chosen is not None:
            merged[key] = chosen
    if conflicts:
        return Merged(None, tuple(conflicts))
    return Merged(sidecar.sidecar_text(merged) if merged else "")


def _entries(text: str | None) -> dict[str, str]:
    found = json.loads(text or "{}")
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        raise ValueError(text)
    return found


# what may follow on a decision without contradicting it
_ORDER = ("", inbox.Decision.WAITING, inbox.Decision.ACCEPTED, inbox.Decision.EDITED)


def _goes_on(here: str | None, there: str | None) -> bool:
    """Whether one decision can have followed on the other."""
    both = {here or "", there or ""}
    return both <= {*_ORDER} or bool(both & {*_ORDER[:2]})


def _later(here: str | None, there: str | None) -> str | None:
    """That of two decisions which goes on from the other."""
    return max(here or "", there or "", key=lambda one: _ORDER.index(one) if one in _ORDER else len(_ORDER))
