"""What a caption says a table is on, in the few words that fit into a question."""

from __future__ import annotations

import re

from sctui.text.match_view import match_view

_LONGEST = 26  # characters of a title within a question
_LEAST = 4
_SHOWS = re.compile(
    r"(?:(?:本|该|此|下|上)?表)?(?:显示|展示|列出|列举|总结|概述|概括|汇总|归纳|比较|对比|说明|给出|呈现)了?(?:各种|不同)?的?"
)
_ON = re.compile(r"对(?P<what>.{4,}?)(?:进行|作|做)了?(?:.{0,4})?(?:比较|对比|分析|总结|概述)")
_END = re.compile(r"——|--|─|[,，;；。.]\s|[,，;；。]")
_BRACKET = re.compile(r"\s*[(（][^()（）]*[)）]")
_IN = re.compile("(?:中|方面|上)$")


def short_title(caption: str, compared: str) -> str:
    """The title of a table without what the caption says of itself; empty when it stays too long.

    Args:
        caption: the caption without its number.
        compared: the words for `compared`, in the script of the document.

    A title that lists what is looked at (`A和B在C中的特征、作用`) is cut there (`A和B在C中的比较`).
    """
    text = _BRACKET.sub("", caption).strip(" 。.")
    on = _ON.match(match_view(text))
    if on:
        text = text[slice(*on.span("what"))]
    else:
        shows = _SHOWS.match(match_view(text))
        text = text[shows.end() :] if shows else text
    end = _END.search(text)
    text = (text[: end.start()] if end else text).strip(" 的")
    if len(text) > _LONGEST and not text.isascii():
        head = text.rpartition("的")[0]
        text = f"{head}{compared}" if _IN.search(match_view(head)) else head
    longest = _LONGEST * 2 if text.isascii() else _LONGEST
    return text if _LEAST <= len(text) <= longest else ""
