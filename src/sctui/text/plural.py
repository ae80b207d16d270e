"""A number with its noun."""

from __future__ import annotations

from sctui.i18n import ngettext


def counted(number: int, noun: str) -> str:
    """A number with its noun, in the learner's language: `1 card`, `2 cards`, `2 张卡片`."""
    return ngettext(f"{{count}} {noun}", f"{{count}} {noun}s", number).format(count=number)
