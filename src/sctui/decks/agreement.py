"""Grammar of questions: English verbs that agree with their subject, measure words of the answer."""

from __future__ import annotations

import re

from sctui.text import literal
from sctui.text.match_view import match_view

_HEAD_ENDS = re.compile(r"\s(?:of|in|from|for|with|on|to|at|by|after|during)\s")
_SINGULAR_ENDS = ("ss", "us", "is", "sis", "ics")
_COUNTER = re.compile(r"\d\s*(?:多|余|几)?\s*(名|例|位|人|项|篇)")
_OF_ONE = {"do": "does", "is": "is", "s": "s", "was": "was"}
_OF_MANY = {"do": "do", "is": "are", "s": "", "was": "were"}
_PEOPLE = re.compile(
    r"\b(?:[a-z]+ly\s)?(?:[a-z-]+\s)?(?:patients|participants|subjects|women|men|children|volunteers|individuals|adults|people)\b",
    re.IGNORECASE,
)


def verb_form(subject: str, field: str) -> str:
    """What agrees with a subject: `do`, `is`, `was` or `s` (the ending of a verb)."""
    return (_OF_MANY if _is_plural(subject) else _OF_ONE)[field]


def counted_as(value: str, field: str) -> str:
    """What an answer counts: the fields `counter` (`例`), `counted` (`例患者`), `people` (`women`)."""
    if field == "people":
        people = _PEOPLE.search(value)
        return people[0] if people else ""
    found = _COUNTER.search(match_view(value))
    counter = found[1] if found else ""
    if counter in ("名", "例", "位"):
        return counter if field == "counter" else f"{counter}患者"
    return counter if counter == "人" else ""


def _is_plural(subject: str) -> bool:
    head = _HEAD_ENDS.split(literal.sub(r"\s*\(.*?\)", "", subject), maxsplit=1)[0].strip()
    if literal.search(r"\band\b|,", head):
        return True
    word = head.rsplit(" ", 1)[-1]
    lower = word.lower()
    return lower in ("people", "children", "women", "men", "mice", "data", "characteristics") or (
        word.endswith("s") and len(word) > 2 and not lower.endswith(_SINGULAR_ENDS)
    )
