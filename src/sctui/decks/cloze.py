"""Texts with gaps: each member of a list becomes a gap, and so a card, of its own."""

from __future__ import annotations

from collections.abc import Iterable


def cloze_text(quote: str, members: Iterable[str]) -> str:
    """Write `quote` with a numbered gap for each member; empty when a member does not stand in it.

    The members are looked for in the order given, each behind the one before.
    """
    text, at = "", 0
    for number, member in enumerate(members, start=1):
        found = quote.find(member, at) if member else -1
        if found < 0 or any(mark in quote for mark in ("{{", "}}")) or "::" in member:
            return ""
        text += f"{quote[at:found]}{{{{c{number}::{member}}}}}"
        at = found + len(member)
    return text + quote[at:]
