"""What tells one study from another: registry number, year, journal, author and name."""

from __future__ import annotations

from sctui.facts.trials.names import names
from sctui.facts.trials.setting import authors, journals, registry, years
from sctui.facts.trials.statement import Statement


def identity_of(statement: Statement) -> dict[str, str]:
    """Registry number, year, journal, author and name that a sentence tells, by slot, in the match view."""
    identity: dict[str, str] = {}
    for finder in (registry, years, journals, authors, names):
        for found in finder(statement):
            told = statement.seen(found.start, found.end)
            identity.setdefault(found.slot, told[-4:] if found.slot == "year" and told.isascii() else told)
    return identity


def agree(mine: dict[str, str], theirs: dict[str, str], slot: str) -> bool:
    """Whether two studies do not differ in a slot; `2018` agrees with `February 2018`."""
    a, b = mine.get(slot, ""), theirs.get(slot, "")
    return a.startswith(b) or b.startswith(a)
