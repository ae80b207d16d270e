"""What a fixed form of a Chinese clause is, and what the patterns of all such forms share."""

from __future__ import annotations

import re
from dataclasses import dataclass

S = r"(?P<s>)"  # the subject is what stands before; searched for, not matched, to stay quick
V = r"(?P<v>[^,;。]{2,44}?)"
ADV = r"(?:也|还|则|都|均|往往|通常|常|主要|目前|常常|一般|已|能|可|会|多|常用来?|可能)*"


@dataclass(frozen=True, slots=True)
class Form:
    """A form: the slot it fills, its pattern, and whether the subject must be a disease.

    `needs` are words, parted by `|`, one of which is in whatever the pattern matches: most clauses have none.
    """

    slot: str
    needs: str
    pattern: re.Pattern[str]
    disease: bool = False
    noun: bool = True


def count_of(numeral: str) -> int:
    """How many a Chinese numeral from two to six says (`两` as well as `二`)."""
    return max(2, "二两三四五六".index(numeral) + 1)
