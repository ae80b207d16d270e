"""Places where characters were lost or changed before the text reached us, found by their traces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sctui.model.document import Damage, Span

_LOST_EXPONENT = re.compile(r"[×xX*]\s?10(?P<lost>[?□\ufffd])")
_FLATTENED = re.compile(
    r"(?P<amount>\d+(?:\.\d+)?\s?[×xX*]\s?)10(?P<power>[4-9]|1[01])(?=\s?/|\s?(?:个|個|cells?\b|MSC|自体|自體|细胞|細胞))"
)


def find_damage(lines: Iterable[tuple[int, str]]) -> tuple[Damage, ...]:
    """Every damaged place of numbered lines, in the order of the text."""
    return tuple(damage for number, text in lines for damage in _of_line(number, text))


def _of_line(number: int, text: str) -> Iterator[Damage]:
    for match in _LOST_EXPONENT.finditer(text):
        yield Damage(Span(number, match.start(), match.end()), "lost-exponent", "D1")
    for match in _FLATTENED.finditer(text):
        repair = f"{match['amount']}10^{match['power']}"
        yield Damage(Span(number, match.start(), match.end()), "flattened-exponent", "D2", repair, safe=True)
    for match in re.finditer("\ufffd+", text):
        yield Damage(Span(number, match.start(), match.end()), "lost-bytes", "D0")
