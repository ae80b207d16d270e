"""What a check found, with the values it read; and how numbers are taken out of what is told."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sctui.model.knowledge import Finding, Told, Verdict
from sctui.text import literal
from sctui.text.match_view import match_view
from sctui.text.quantity import Quantity, QuantityKind, quantities

_ROUGH = re.compile(
    "约|大概|近|超过|大于|多于|至少|高达|以上|以下|不足|左右|多|余"
    "|about|approximately|nearly|over|more|least|up to"
)


@dataclass(frozen=True, slots=True)
class Checked:
    """A finding, and the values it is about: those whose cards carry its flag when it is doubtful."""

    finding: Finding
    told: tuple[Told, ...]

    @property
    def flag(self) -> str:
        """How a card that asks for one of the values is flagged; empty when nothing is doubtful."""
        return f"doubtful:{self.finding.check}" if self.finding.verdict is Verdict.DOUBTFUL else ""


def checked(check: str, verdict: Verdict, says: str, *told: Told) -> Checked:
    """A finding about values that were told."""
    evidence = tuple(dict.fromkeys(one.evidence for one in told))
    return Checked(Finding(check, verdict, says, evidence), told)


def count(told: Told) -> int | None:
    """The whole number that is told; None for a rough one, a range, or none."""
    quantity = _only(told)
    if quantity is None or quantity.low is None or quantity.low % 1 or is_rough(told):
        return None
    return int(quantity.low)


def percentage(told: Told) -> tuple[float, int] | None:
    """The percentage that is told and its decimals; None for a rough one, a range, or none."""
    quantity = _only(told)
    if (
        quantity is None
        or quantity.kind is not QuantityKind.PERCENT
        or quantity.low is None
        or is_rough(told)
    ):
        return None
    written = literal.search(r"\d+(?:\.(?P<decimals>\d+))?", told.value[quantity.number :])
    return quantity.low, len((written and written["decimals"]) or "")


def is_rough(told: Told) -> bool:
    """Whether the value is said to be about so much."""
    return bool(_ROUGH.search(match_view(told.value)))


def _only(told: Told) -> Quantity | None:
    found = quantities(told.value)
    return found[0] if found and found[0].low == found[0].high else None
