"""The figures of a row in a Chinese sentence: how they are written, and which of them are told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_NUMBER = r"(?:[-+−–]\s?)?\d[\d,]*(?:\.\d+)?(?:\s?(?:±|\+/-)\s?\d+(?:\.\d+)?)?"
_UNIT = (
    r"(?:\s?(?:%|个百分点|只?眼|[例名人位膝枚次米级步岁倍]|个?月|年|周|天|日|小时|分(?![别组])|毫米|厘米|公分|公斤|毫升|个?字母"
    r"|(?!vs?\b|p\b|n\b)[a-zμµ°]{1,6}(?:/(?:[a-z.\d²³]|·){1,8})*))"
)
_FIGURE = rf"(?:\d+\s?/\s?\d+(?![\d.])|{_NUMBER}{_UNIT}?)"
_BRACKET = r"(?:\s?\([^()]{0,60}\))?"
_AGAINST = (
    r"\s?(?:对(?!照)比?|比|vs\.?|versus|\bv\.?(?=\s))\s?"
    r"(?P<other>(?![\d.]|基线|治疗前)[^\d,;:。()%<>=]{2,10}?)?的?\s?"
)
_BESIDE = r"\s?(?:、|以及|[和与及])\s?"
ROW = re.compile(
    rf"(?<![a-z0-9./~^×-]){_FIGURE}{_BRACKET}(?:(?P<against>{_AGAINST}{_FIGURE}{_BRACKET})|(?:{_BESIDE}{_FIGURE}{_BRACKET}){{1,4}})"
)
_ITEM = re.compile(rf"(?P<v>(?P<n>\d+\s?/\s?\d+(?![\d.])|{_NUMBER})(?P<u>{_UNIT})?)(?P<b>{_BRACKET})")
_PERCENT = re.compile(r"\s?\(\s?(?P<v>\d+(?:\.\d+)?\s?%)")
_SHARES = re.compile(r"\s?\((?P<row>[^()]*%[^()]*)\)")


@dataclass(frozen=True, slots=True)
class Value:
    """A figure of a row by its columns in the sentence, and its unit."""

    start: int
    end: int
    unit: str


def shares_behind(items: Sequence[re.Match[str]], percent: re.Pattern[str]) -> list[Value]:
    """The shares `v` in the brackets `b` behind each of several figures; none where one has none."""
    shares = [percent.match(item["b"]) for item in items]
    return [
        Value(item.start("b") + share.start("v"), item.start("b") + share.end("v"), "%")
        for item, share in zip(items, shares, strict=True)
        if share and all(shares)
    ]


def values_of(match: re.Match[str]) -> list[Value]:
    """The figures of a row; their shares, where those stand in the bracket behind each or behind all."""
    items = list(_ITEM.finditer(match.string, match.start(), match.end()))
    shares = shares_behind(items, _PERCENT)
    if shares or not items:
        return shares
    behind = _SHARES.match(match.string, items[-1].start("b"))
    if behind and not any(item["b"] for item in items[:-1]):
        row = [one for one in _ITEM.finditer(match.string, *behind.span("row")) if one["u"] == "%"]
        if len(row) == len(items):
            return [Value(*one.span("v"), "%") for one in row]
    units = {(item["u"] or "").strip() for item in items}
    unit = (items[-1]["u"] or "").strip()
    whole = not unit and all(item["n"].isdigit() for item in items)
    if units - {"", unit} or (whole and not match["against"]):
        return []
    return [Value(*item.span("v"), (item["u"] or "").strip()) for item in items]
