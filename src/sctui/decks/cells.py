"""What a cell of a table answers, however its row, its column and its members are written."""

from __future__ import annotations

import re

from sctui.model.fact import Fact
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN

_TWO_NAMES = re.compile(r"(?P<one>[^()]+?)\s?\((?P<two>[^()]+)\)")
_SOURCE = re.compile(r"(?:主要)?(?:细胞)?来源")


# a column that every table on a thing has; `在X中的应用` says itself where
_TRAIT = re.compile(r"[^在于]{0,4}(?:特[点性征]|应用|作用|优势|功能|用途)")


def is_trait(measure: str) -> bool:
    """Whether a column tells what things are good for: more than one row's cell can be true of a thing."""
    return bool(_TRAIT.fullmatch(match_view(measure).strip()))


def thing(subject: str) -> str:
    """A row by the Chinese one of its names: `MSC(间充质干细胞)` is `间充质干细胞(MSC)`."""
    view = match_view(subject).strip()
    names = _TWO_NAMES.fullmatch(view)
    return next((name for name in names.groups() if HAN.search(name)), view) if names else view


def attribute(fact: Fact) -> str:
    """A column: whence cells come is one, in a column or in a sentence of a cell."""
    view = match_view(fact.measure).strip()
    return "来源" if fact.slot == "source" or _SOURCE.fullmatch(view) else f"{fact.slot}\x1f{view}"


def cell_key(fact: Fact, question: str) -> str:
    """What may have but one answer: row and column, and the table where the question names it."""
    table = match_view(fact.context) if fact.context and fact.context in question else ""
    return "\x1f".join((thing(fact.subject), attribute(fact), table))
