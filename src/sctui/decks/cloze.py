"""Texts with gaps: every few members of a long list become a gap, and so a card, of their own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from sctui.text.enumeration import members as enumerated

_MOST = 3  # members of a list in one gap: more is no one answer


def cloze_text(quote: str, members: Iterable[str], unit: str = "") -> str:
    """Write `quote` with a numbered gap for each member; empty when a member does not stand in it.

    With a `unit` (`项`) a gap for several members says how many they are.

    The members are looked for in the order given, each behind the one before.
    """
    text, at = "", 0
    for number, member in enumerate(members, start=1):
        found = quote.find(member, at) if member else -1
        if found < 0 or any(mark in quote for mark in ("{{", "}}")) or "::" in member:
            return ""
        several = len(enumerated(member)) if unit else 1
        hint = f"::{several}{unit}" if several > 1 else ""
        text += f"{quote[at:found]}{{{{c{number}::{member}{hint}}}}}"
        at = found + len(member)
    return text + quote[at:]


def in_gaps(quote: str, members: Sequence[str]) -> tuple[str, ...]:
    """What the gaps of a long list hold, as `quote` writes it: few and equal runs of members.

    One member a gap would ask for what the others beside it cannot tell, once for each. Members that do not
    stand in the quote in this order are given as they are.
    """
    places: list[tuple[int, int]] = []
    for member in members:
        start = quote.find(member, places[-1][1] if places else 0)
        if start < 0 or not member:
            return tuple(members)
        places.append((start, start + len(member)))
    gaps = -(-len(places) // _MOST)
    edges = [round(len(places) * at / gaps) for at in range(gaps + 1)]
    return tuple(quote[places[a][0] : places[b - 1][1]] for a, b in pairwise(edges))
