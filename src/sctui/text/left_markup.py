"""Markup of web pages that was left in a text: `P&lt;0.05`, `10<sup>6</sup>`, `免疫调节<br>抗炎`.

What it shows on a page is certain. A raised number behind ten is its power, as in the pages we read
ourselves; tags that only give a look are taken out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from sctui.text.flaw import Flaw

_MARKUP = re.compile(
    r"10\s?<sup>(?P<power>[-−–]?\d{1,2})</sup>"
    r"|<sup>(?P<cited>\[?\d{1,3}(?:[,，–-]\d{1,3})*\]?)</sup>"
    r"|&(?P<sign>[a-zA-Z]{2,8}|#\d{2,5}|#x[0-9a-fA-F]{2,4});"
    r"|</?(?P<tag>br|p|div|li|tr|td|b|i|u|em|strong|sup|sub|span|font|small|a)(?:\s[^<>]{0,200})?\s?/?>",
    re.IGNORECASE,
)
_APART = frozenset({"br", "p", "div", "li", "tr", "td"})  # tags with which something else begins
_MINUS = str.maketrans("−–", "--")


def find_left_markup(text: str) -> Iterator[Flaw]:
    """Every tag and every sign written as `&name;` of a line, with what stands there on a page."""
    if ("<" not in text and "&" not in text) or _is_record(text):
        return
    for match in _MARKUP.finditer(text):
        shown = _shown(match)
        if shown is not None:
            yield Flaw(match.start(), match.end(), "left-markup", "D6", shown, safe=True)


def _is_record(text: str) -> bool:
    """Whether the line is a record, whose values are read by themselves."""
    return text.lstrip().startswith(("{", "[{"))


def _shown(match: re.Match[str]) -> str | None:
    if match["power"]:
        return f"10^{match['power'].translate(_MINUS)}"
    if match["cited"]:
        return f"[{match['cited'].strip('[]')}]"
    if match["sign"]:
        sign = unescape(match[0])
        return None if sign == match[0] else sign.replace("\u00a0", " ")
    inside = match.start() > 0 and match.end() < len(match.string)
    return " " if match["tag"].lower() in _APART and inside else ""
