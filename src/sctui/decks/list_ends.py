"""How the members of a list end, where they tell what happens to each: `…发育以及…`."""

from __future__ import annotations

from collections.abc import Sequence

from sctui.text.match_view import match_view


def ends_shown(answer: str, parts: Sequence[str], sizes: Sequence[int]) -> str:
    """A list with an ellipsis for all of each member but its end; empty where none has an end.

    Args:
        answer: the list as written.
        parts: its members, in its match view.
        sizes: how many characters of each are the end that is shown; 0 for none.
    """
    view, shown, at = match_view(answer), "", 0
    if not any(sizes) or "被" in view:
        return ""
    for part, size in zip(parts, sizes, strict=True):
        start = view.find(part, at)
        if start < 0:
            return ""
        end = start + len(part)
        space = " " if size and part.isascii() else ""
        shown += f"{answer[at:start]}…{space}{answer[end - size : end]}"
        at = end
    return shown
