"""Definitions that go on behind a comma: `X是一种自身免疫性疾病,主要侵犯关节滑膜`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sctui.text.match_view import match_view
from sctui.text.sentence import Piece

# what tells of something else than what a thing is: how common it is, what is done about it, the next thought
_NO_PART = re.compile(
    r"^(?:[是由因]|主要[是由因]|通常[是由因]|多[是由因]|但|而|却|不过|然而|所以|因此|因而|目前|如今|现在|近年|在[我全中]|我国|全[球世]|患者|病人|患病|发病率|多[见发]"
    r"|[好常]发|常见|可(?!累及|侵犯)|会|能|如果|如|例如|比如|包括|这|该|此|其(?!特征|特点|病理)|它|也|还|又|并非|治疗|需|应"
    r"|已|被称|俗称|简称|称为|具有较?高|(?:多|常|往往|通常|一般)?(?:发生|出现)(?:在|于|率)|严重|给)"
    r"|\d|[?!]|希望|预后|危害|致残|致死|治愈|根治|关注"
)
_FOLLOWS = re.compile(
    "^(?:并?(?:导致|引起|造成|引发)|从而|进而|使)"
)  # what comes of it is no part of what it is
# what marks a thing is the half of its definition that tells it from others
_MARKED = re.compile(
    "(?:主要)?(?:以[^,;。]{2,24}为(?:主要|基本|典型|突出)?的?(?:特征|特点|表现)$|其?(?:特征|特点)(?:是|为|在于))"
)
_LONGEST = 40  # characters of an answer


def is_marked_next(pieces: Sequence[Piece], number: int) -> bool:
    """Whether the clause behind a definition says what marks the thing (`以…为特征`)."""
    following = pieces[number + 1].text.rstrip("，,。；;、 ") if number + 1 < len(pieces) else ""
    return bool(_MARKED.match(match_view(following)))


def reach(text: str, pieces: Sequence[Piece], number: int) -> int:
    """Where the definition ends that a clause of a line begins: behind the next one, where it goes on.

    Where it goes on behind that as well, one clause more would tell but a part of it.
    """
    here = pieces[number]
    end = here.start + len(here.text.rstrip("，,。；;、 "))
    if number + 1 >= len(pieces) or text[end : end + 1] not in {"，", ","}:
        return end
    following = pieces[number + 1]
    far = following.start + len(following.text.rstrip("，,。；;、 "))
    told = match_view(text[following.start : far])
    value = match_view(text[here.start : end])
    defined = far - here.start - max(value.find("一种"), value.find("一类"), 0)
    if _NO_PART.search(told) or defined > _LONGEST or _goes_on(text, pieces, number + 1, far):
        return end
    return far


def _goes_on(text: str, pieces: Sequence[Piece], number: int, end: int) -> bool:
    """Whether what a thing is goes on behind a piece that ends there."""
    if number + 1 >= len(pieces) or text[end : end + 1] not in {"，", ","}:
        return False
    told = match_view(text[pieces[number + 1].start :])
    return not (_NO_PART.search(told) or _FOLLOWS.match(told))
