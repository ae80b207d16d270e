"""A bar that shows how much would be recalled today, and the colour that belongs to it."""

from __future__ import annotations

from sctui.scheduler.mastery import Mastery

_WEAK, _FAIR = 0.5, 0.8


def grade(found: Mastery) -> str:
    """`none`, `weak`, `fair` or `firm`."""
    if not found.studied:
        return "none"
    return "weak" if found.share < _WEAK else "fair" if found.share < _FAIR else "firm"


def bar(share: float, width: int) -> str:
    """A share (0 to 1) of so many columns filled."""
    full = round(share * width)
    return "█" * full + "·" * (width - full)
