"""Cells of a table that say how a thing compares: `增殖率高,免疫原性低`, `Lower immunogenicity.`"""

from __future__ import annotations

import re

from sctui.text.match_view import match_view

_PART = re.compile(r"[^,;。，；、.]+(?:\.\d[^,;。，；、.]*)*")
_CHINESE = re.compile(
    r"(?P<m>(?:(?!最)[\u3400-\u9fff]){2,8}?)(?:极|很|较|更|相对|非常)*(?:高|低|强|弱|好|差|快|慢|大|小|多|少|有限|丰富)"
)
_ENGLISH = re.compile(
    r"(?:a\s|the\s)?(?:much\s|relatively\s)?"
    r"(?:higher|lower|greater|stronger|weaker|better|poorer|wider|broader|faster|slower|limited|high|low|strong|weak)"
    r"\s(?!(?:in|on|at|with|after|before|from|among|for|of|if|when)\b)"
    r"(?P<m>[a-z][a-z -]{3,40}?)(?:\s(?:than|compared)\s.+)?",
)


def compared_in(text: str) -> str:
    """In what a cell says that a thing compares, all of it, as a list; empty when it says anything else."""
    view = match_view(text)
    found = [_degree(view, part) for part in _PART.finditer(view)]
    if not found or not all(found):
        return ""
    if len(found) == 1 and not view.isascii():  # `数据丰富` says what is good, and is asked as that
        return ""
    names = [text[slice(*span)] for span in found if span]
    if names[0].isascii():
        return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    return "和".join(filter(None, ("、".join(names[:-1]), names[-1])))


def _degree(view: str, part: re.Match[str]) -> tuple[int, int] | None:
    said = part.group()
    start = part.start() + len(said) - len(said.lstrip())
    for form in (_CHINESE, _ENGLISH):
        found = form.fullmatch(view, start, part.start() + len(said.rstrip()))
        if found:
            return found.span("m")
    return None
