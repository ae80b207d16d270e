"""How the members of a list end, where they tell what happens to each: `…发育以及…`."""

from __future__ import annotations

from collections.abc import Sequence

from sctui.lexicon.words import Words
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN


def told_ends(parts: Sequence[str], sizes: Sequence[int], words: Words) -> tuple[str, ...]:
    """The ends of a list in Chinese whose members all have one; empty for any other list.

    Args:
        parts: the members, in match view.
        sizes: how many characters of each are its end; 0 for none.
        words: know what happens to things, which may be all of a member (`迁移`).
    """
    process = words.pattern("<:head.zh>")
    ends = tuple(
        part[-size:].lstrip("的") if size else part if process.fullmatch(part) else ""
        for part, size in zip(parts, sizes, strict=True)
    )
    return ends if all(ends) and any(sizes) and HAN.search(parts[0]) else ()


def ends_shown(answer: str, parts: Sequence[str], sizes: Sequence[int]) -> str:
    """A list with an ellipsis for all of each member but its end; empty where none has an end.

    Args:
        answer: the list as written.
        parts: its members, in its match view.
        sizes: how many characters of each are the end that is shown; 0 for none.
    """
    view, shown, at = match_view(answer), "", 0
    if not any(sizes):
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
