"""A number with its unit, as an answer holds it and as a learner types it.

More is understood than the grammar of `text.quantity` reads in documents, for a learner types as the keyboard
lets him: full-width digits, `1,500`, `1e6`, `10⁶`, `1*10^6`, `三十四`, `1.5万`, `百分之八十`, `18 to 64`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sctui.text import literal
from sctui.text.match_view import match_view

_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
_HAN_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_HAN_SCALES = {"十": 10, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
_HAN = "[零〇一二两三四五六七八九十百千万亿]"
_PLAIN = r"(?:\d{1,3}(?:[, ]\d{3})+(?!\d)|\d+(?:\.\d+)?|\.\d+)"
_TEN = r"10\s?(?:\^|\*\*|的)\s?\(?"  # and an exponent


def _token(end: str) -> str:
    """A number; `end` (a or b) begins the names of its groups, for a range has two."""
    return (
        rf"(?:(?P<{end}base>{_PLAIN})\s?[x×*·]\s?{_TEN}(?P<{end}exp>[-+]?\d{{1,2}})\)?(?:次方|次幂)?"
        rf"|{_TEN}(?P<{end}ten>[-+]?\d{{1,2}})\)?(?:次方|次幂)?"
        rf"|(?P<{end}plain>{_PLAIN})(?:e(?P<{end}e>[-+]?\d{{1,2}}))?\s?(?P<{end}scale>[百千万亿]*)"
        rf"|(?P<{end}han>{_HAN}+(?:点[零〇一二三四五六七八九]+)?))"
    )


_NUMBER = re.compile(
    rf"(?P<share>百分之\s?)?(?P<sign>(?<![\w)])-\s?)?{_token('a')}(?P<between>\s?%)?"
    rf"(?:\s?(?:-+|~|至|到|\bto\b)\s?(?:百分之\s?)?{_token('b')})?"
)
_SIMPLE = re.compile(r"[0-9]++(?:\.[0-9]+)?\D*")
_BESIDE = re.compile(r"(?<=[^\s(])\s?\([^()]*(?:\([^()]*\)[^()]*)*\)$")  # another arm's figure, an interval
_AROUND = re.compile(r"^(?:多|余|几|以上|左右|上下|以内|\+|\s)+|(?:以上|左右|上下|以内|\s)+$")


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """A number or a range (`low` and `high` are equal for a single number) and what stands behind it.

    `unit` is in the match view, without `多`, `以上` and the like; it may be empty.
    """

    low: float
    high: float
    unit: str

    @property
    def is_range(self) -> bool:
        """Whether two different ends were given."""
        return self.low != self.high


def holds_number(text: str) -> bool:
    """Whether there is one number (or range) in `text`."""
    return bool(_SIMPLE.fullmatch(text)) or read_number(text) is not None


def read_number(text: str) -> TypedNumber | None:
    """The one number (or range) in `text`; None when there is none, or more than one.

    Words before the number (`约`, `每剂量`) are passed over, and what stands in brackets behind it.
    """
    view = literal.sub("10[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+", _lowered, match_view(text)).strip()
    if beside := _BESIDE.search(view):
        view = view[: beside.start()]
    match = _NUMBER.search(view)
    if match is None:
        return None
    rest = view[match.end() :]
    if literal.search(r"\d", view[: match.start()] + rest):
        return None
    low, high = _value(match, "a"), _value(match, "b") if _given(match, "b") else None
    if high is not None and match["aplain"] and not match["ascale"] and not match["ae"]:
        low *= _shared_scale(match)  # `1-5×10^6`, `3-5万`
    if match["sign"]:
        low = -low
    unit = "%" if match["share"] or (match["between"] and not rest.strip()) else _unit(rest)
    if unit == "成" and high is None:
        low, unit = low * 10, "%"
    return TypedNumber(low, low if high is None else high, unit)


def _lowered(match: re.Match[str]) -> str:
    return f"10^{match[0][2:].translate(_SUPERSCRIPT)}"


def _given(match: re.Match[str], end: str) -> bool:
    return any(match[f"{end}{part}"] for part in ("base", "ten", "plain", "han"))


def _value(match: re.Match[str], end: str) -> float:
    if match[f"{end}base"]:
        return _plain(match[f"{end}base"]) * 10.0 ** int(match[f"{end}exp"])
    if match[f"{end}ten"]:
        return float(10.0 ** int(match[f"{end}ten"]))
    if match[f"{end}han"]:
        return _han(match[f"{end}han"])
    exponent = 10.0 ** int(match[f"{end}e"]) if match[f"{end}e"] else 1.0
    return _plain(match[f"{end}plain"]) * exponent * _scale(match[f"{end}scale"])


def _shared_scale(match: re.Match[str]) -> float:
    """What the second end of a range says for both."""
    if match["bbase"]:
        return float(10.0 ** int(match["bexp"]))
    return _scale(match["bscale"] or "")


def _plain(text: str) -> float:
    return float(literal.sub("[, ]", "", text))


def _scale(text: str) -> float:
    value = 1.0
    for char in text:
        value *= _HAN_SCALES[char]
    return value


def _han(text: str) -> float:
    """The value of a Chinese numeral: `两千八百`, `一亿三千万`, `二〇一九`, `三点五`."""
    whole, _, decimals = text.partition("点")
    fraction = "".join(str(_HAN_DIGITS[char]) for char in decimals)
    if len(whole) > 1 and all(char in _HAN_DIGITS for char in whole):
        return float("".join(str(_HAN_DIGITS[char]) for char in whole) + f".{fraction or 0}")
    total = section = digit = 0
    for char in whole:
        if char in _HAN_DIGITS:
            digit = _HAN_DIGITS[char]
        elif _HAN_SCALES[char] < 10_000:
            section += (digit or 1) * _HAN_SCALES[char]
            digit = 0
        elif char == "万":
            total += (section + digit or 1) * 10_000
            section = digit = 0
        else:
            total = (total + section + digit or 1) * _HAN_SCALES[char]
            section = digit = 0
    return float(f"{total + section + digit}.{fraction or 0}")


def _unit(rest: str) -> str:
    before = None
    unit = rest.strip(" .。,，;；!！")
    while unit != before:
        before, unit = unit, _AROUND.sub("", unit)
    return unit
