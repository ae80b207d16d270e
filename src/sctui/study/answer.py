"""Whether what a learner typed or chose is the answer: blind to script, width and the spelling of numbers."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from sctui.model.card import Card
from sctui.model.review import Rating
from sctui.text.match_view import match_view
from sctui.text.typed_number import TypedNumber, read_number

_NOT_SAID = re.compile(r"[\W_]+")
_UNITS: tuple[frozenset[str], ...] = tuple(
    frozenset(units.split())
    for units in (
        "名 例 人 位 个 patients patient people persons participants subjects women men cases",
        "% percent 个百分点",
        "年 years year yr y",
        "月 个月 months month mo",
        "周 星期 个星期 weeks week wk",
        "天 日 days day d",
        "小时 hours hour h",
        "分钟 minutes minute min",
        "岁 周岁 years",
        "次 剂 针 doses dose times injections infusions",
        "组 groups group arms arm",
        "项 篇 studies trials",
        "倍 fold times",
        "ml 毫升",
        "μl 微升",
        "l 升",
        "mg 毫克",
        "μg 微克",
        "g 克",
        "kg 公斤 千克",
    )
)


class Verdict(StrEnum):
    """How near an answer is."""

    EXACT = "exact"
    CLOSE = "close"  # within the tolerance
    WRONG = "wrong"
    UNREAD = "unread"  # a number was asked for, and none (or several) was typed

    @property
    def suggests(self) -> Rating:
        """The rating to offer first; the learner decides."""
        return {Verdict.EXACT: Rating.GOOD, Verdict.CLOSE: Rating.HARD}.get(self, Rating.AGAIN)


@dataclass(frozen=True, slots=True)
class Checked:
    """The verdict on an answer, the answer as given, and for numbers how far off it is (with its sign)."""

    verdict: Verdict
    given: str
    difference: float = 0.0
    unit_differs: bool = False


def check_number(card: Card, typed: str) -> Checked:
    """Compare a typed number with the back of a number card, within the card's tolerance.

    A unit may be left out; one that is another one makes the answer wrong. A single number within a range
    that is asked for is close.
    """
    expected, given = read_number(card.back), read_number(typed)
    if given is None or expected is None:
        return Checked(Verdict.EXACT if same_text(typed, card.back) else Verdict.UNREAD, typed)
    if _other_unit(given.unit, expected.unit):
        return Checked(Verdict.WRONG, typed, unit_differs=True)
    difference = _difference(given, expected)
    if math.isclose(difference, 0, abs_tol=1e-9 * max(1.0, abs(expected.high))):
        return Checked(Verdict.EXACT, typed)
    allowed = _allowed(card.note.tolerance, expected) * (1 + 1e-9)
    within = expected.is_range and not given.is_range and expected.low <= given.low <= expected.high
    close = within or abs(difference) <= allowed
    return Checked(Verdict.CLOSE if close else Verdict.WRONG, typed, difference)


def check_choice(card: Card, chosen: str) -> Checked:
    """Compare a chosen option with the back of a choice card."""
    return Checked(Verdict.EXACT if chosen == card.back else Verdict.WRONG, chosen)


def same_text(typed: str, answer: str) -> bool:
    """Whether two texts say the same but for script, width, case, spaces and punctuation."""
    return _core(typed) == _core(answer) != ""


def _core(text: str) -> str:
    plain = "".join(unicodedata.normalize("NFKC", char) for char in text)
    return _NOT_SAID.sub("", match_view(plain).casefold())


def _difference(given: TypedNumber, expected: TypedNumber) -> float:
    """The larger of the two ends' differences."""
    ends = (given.low - expected.low, given.high - expected.high)
    return max(ends, key=abs)


def _allowed(tolerance: str, expected: TypedNumber) -> float:
    if tolerance.endswith("%"):
        return float(tolerance[:-1]) / 100 * max(abs(expected.low), abs(expected.high))
    return float(tolerance or 0)


def _other_unit(given: str, expected: str) -> bool:
    """Whether both units are known and are not the same; words that nobody lists are passed over."""
    kinds = [{i for i, units in enumerate(_UNITS) if _named(unit, units)} for unit in (given, expected)]
    return bool(kinds[0] and kinds[1] and not kinds[0] & kinds[1])


def _named(unit: str, units: frozenset[str]) -> bool:
    first = re.match(r"[a-zμ]+|%|.{1,2}", unit)
    return unit in units or (first is not None and bool({first[0], unit[:1]} & units))
