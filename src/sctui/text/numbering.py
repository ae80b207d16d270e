"""Numbers in front of headings and list items (一、 (一) 1、 1. 1.2 ① I. A. 第一章)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class NumberStyle(StrEnum):
    """How a number is written; headings of one style are of one level."""

    CHAPTER = "第一章"
    SECTION = "第一节"
    HAN = "一、"
    HAN_BRACKETS = "(一)"
    ROMAN = "I."
    LETTER = "A."
    LETTER_BRACKETS = "a)"
    COMMA = "1、"
    DOT = "1."
    DECIMAL = "1.2"
    BRACKETS = "(1)"
    CIRCLED = "①"
    SIGN = "●"


@dataclass(frozen=True, slots=True)
class Numbering:
    """A number at the start of a line.

    `value` counts from 1 (of `1.2` the last part); `depth` is 1, or the number of parts of a decimal;
    `end` is the column where the text after the number begins.
    """

    style: NumberStyle
    value: int
    depth: int
    end: int


_HAN_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")}
_HAN = "[一二三四五六七八九十]{1,3}"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_CIRCLES = {char: value for value, char in enumerate(_CIRCLED, 1)}
for _first in "❶➀➊⓵":  # black, without serifs, black without serifs, double
    _CIRCLES |= {chr(ord(_first) + place): place + 1 for place in range(10)}
_LONGEST = 80  # characters looked at: a number with its mark is short
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}
_MEASURE = "[例名个個位年月日天周週岁歲次项項种種型期倍组組篇份粒万億亿人小分秒毫克升米页頁级級]"
_BEHIND_LETTER = r"(?:\.\s+|\.(?=[\u3400-\u9fff])|、)"
_HALF_WIDTH = str.maketrans("（）．：，", "().:,")
# A number is followed by its mark and then by text, never by another digit: `1.07` and `3.5倍` are amounts.
_PATTERNS = tuple(
    (style, re.compile(rf"\s*(?:{pattern})\s*"))
    for style, pattern in (
        (NumberStyle.CHAPTER, rf"第(?P<n>{_HAN}|\d{{1,3}})[章篇编編](?![的之])[、:.]?"),
        (NumberStyle.SECTION, rf"第(?P<n>{_HAN}|\d{{1,3}})(?:[节節]|部分)(?![的之])[、:.]?"),
        (NumberStyle.HAN, rf"(?P<n>{_HAN})(?:[、.,]|\s(?=\S))"),
        (NumberStyle.HAN_BRACKETS, rf"\((?P<n>{_HAN})\)[、.]?"),
        (NumberStyle.DECIMAL, r"(?P<n>\d{1,2}(?:\.\d{1,2}){1,4})(?:\.?\s+(?=[^\d\s%×*/~-])|、)"),
        (NumberStyle.COMMA, r"(?P<n>\d{1,3})、(?!\d+[、,)])"),
        (
            NumberStyle.DOT,
            (
                r"(?P<n>\d{1,3})\.(?!\d(?!\d{3}年|型))"
                rf"|(?P<m>\d{{1,2}})(?:\s+(?=[A-Z][a-z]|[A-Z][A-Za-z0-9-]+[\u3400-\u9fff]|(?!{_MEASURE}(?!结))[\u3400-\u9fff])"
                r"|\s{2,}(?=[A-Z]))"
            ),
        ),
        (
            NumberStyle.BRACKETS,
            r"\((?P<n>\d{1,2})\)[、.]?|(?P<m>\d{1,2})\)[、.]?|[【〔]\s?(?P<k>\d{1,2})\s?[】〕]",
        ),
        (NumberStyle.CIRCLED, rf"(?P<n>[{''.join(_CIRCLES)}])[、.]?|(?P<m>\d)\ufe0f?\u20e3"),
        (NumberStyle.ROMAN, rf"(?P<n>[IVXivx]{{1,5}}){_BEHIND_LETTER}|(?P<m>[Ⅰ-Ⅻⅰ-ⅻ])[.、]"),
        (NumberStyle.LETTER, rf"(?P<n>[A-Ha-h]){_BEHIND_LETTER}"),
        (NumberStyle.LETTER_BRACKETS, r"\(?(?P<n>[A-Ha-h])\)[、.]?(?![-/A-Za-z0-9])"),
    )
)
# what a number can begin with: most lines begin otherwise
_MAY_BEGIN = re.compile(rf"\s*[第一二三四五六七八九十\d(（【〔IVXivxⅠ-Ⅻⅰ-ⅻA-Ha-h{''.join(_CIRCLES)}]")


def parse_numbering(text: str) -> Numbering | None:
    """Read the number at the start of `text`; None when there is none, or nothing follows it."""
    if not _MAY_BEGIN.match(text):
        return None
    text = text[:_LONGEST].translate(_HALF_WIDTH)
    for style, pattern in _PATTERNS:
        match = pattern.match(text)
        if match and match.end() < len(text):
            number = next(group for group in match.groups() if group)
            return _numbering(style, _value(style, number), number.count(".") + 1, match.end())
    return None


# a series and, of two digits and more or behind its session, the place in it: `P4-01`, `O-003`, `O-14.1`
_CODE = re.compile(
    r"(?P<series>[A-Z]{1,2}(?:-?\d{1,2}(?=\.)|\d{0,2})|\d{1,2}[A-Z])[-–.]?"
    r"(?P<n>(?<=[-–.])\d{2,3}|(?<=\d\.)\d|0\d{1,2})(?:\s+\((?:Oral|Poster)\))?(?:\s+(?=\S)|\s*$)"
)


def title_code(text: str) -> tuple[str, int, int] | None:
    """The code that a book of abstracts puts before a title: series, place in it, and where it ends."""
    match = _CODE.match(text)
    return (match["series"], int(match["n"]), match.end()) if match else None


_numbering = lru_cache(maxsize=4096)(Numbering)  # a long document has many of few kinds


def _value(style: NumberStyle, number: str) -> int:
    if style is NumberStyle.CIRCLED:
        return _CIRCLES.get(number) or int(number)
    if style is NumberStyle.ROMAN:
        return (ord(number) - ord("Ⅰ")) % 16 + 1 if number > "z" else _roman(number.upper())
    if style in {NumberStyle.LETTER, NumberStyle.LETTER_BRACKETS}:
        return ord(number.upper()) - ord("A") + 1
    last = number.rpartition(".")[2]
    return int(last) if last.isdigit() else _han(last)


def _han(number: str) -> int:
    """The value of a Chinese numeral up to 99."""
    tens, ten, ones = number.rpartition("十")
    if not ten:
        return _HAN_DIGITS[number[-1]]
    return 10 * (_HAN_DIGITS[tens[-1]] if tens else 1) + (_HAN_DIGITS[ones[-1]] if ones else 0)


def _roman(number: str) -> int:
    values = [_ROMAN_DIGITS[digit] for digit in number]
    signs = [1 if value >= later else -1 for value, later in zip(values, [*values[1:], 0], strict=True)]
    return sum(sign * value for sign, value in zip(signs, values, strict=True))
