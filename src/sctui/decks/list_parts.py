"""The members of what a gap holds, as its kind is told by: one thing may have a list in its name."""

from __future__ import annotations

import re

from sctui.text.enumeration import members
from sctui.text.patterns import HAN

_ASIDE = re.compile(r"\s*[(（][^()（）]*[)）]\s*$")
# `脾脏和淋巴结中X的比例`, `对X和Y的调节`, `X介导和Y介导的作用`: one thing, though a list is in its name
ONE = re.compile(
    r"[^、]*[和与及][^、和与及]*[中上内里][^、和与及]*|对.*的[^、和与及]+|.*(?:介导|诱导|依赖)[和与及].*"
)
# `collagen, the protein of tendons`: one thing, and what it is
_APPOSED = re.compile(r"[^,;]+, (?:the|an?) (?!.*\b(?:and|or) (?:the|an?) )[^,;]+")
_NUMBERED = re.compile(r"([a-z]+)\d+/\1\d+")  # `TLR3/TLR7`


def parts_of(view: str) -> list[str]:
    """The members of an answer (match view), each without what stands in brackets behind it."""
    if (ONE if HAN.search(view) else _APPOSED).fullmatch(view):
        return [view]
    if _NUMBERED.fullmatch(view):
        return view.split("/")
    parts = members(view) if HAN.search(view) else tuple(view.split("、"))
    parts = members(view) if len(parts) == 1 else parts
    return [bare(part) for part in parts]


def bare(text: str) -> str:
    """A name without what stands in brackets behind it."""
    return _ASIDE.sub("", text.strip())
