"""What an answer must be: whole, short, proved by its quote, and a number with all that belongs to it."""

from __future__ import annotations

import re
from functools import lru_cache

from sctui.decks.rubric.measure import MAX_ANSWER, MAX_CHARACTERS, is_longer
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.text.match_view import match_view
from sctui.text.occurrences import occurrences
from sctui.text.patterns import HAN

_NOISE = r"\s,，、;；:：。.“”\"'‘’()（）\[\]《》?？!！"
NOISE = re.compile(f"[{_NOISE}]+")
_LETTER = re.compile(f"[^{_NOISE}]")
_LEAST_CUT, _MOST_CUT = 3, 9  # characters of what is left of a name
_NEEDED = ("性", "胞", "应", "症", "炎")  # ends without which nothing else is named (`前列腺素`, `前列腺`)
_PARTS_OF_A_BODY = (
    *(TermKind.PROCESS, TermKind.FACTOR, TermKind.IMMUNE),
    *(TermKind.CELL, TermKind.PATHWAY),
)
_BEHIND = re.compile(r"\s?[(（][^()（）]*[)）]$")
_OTHER_ARM = re.compile(r"\([^()\d:,;]{1,40}(?::\s|[一-鿿]\s?)(?=[-+−–]?\d)")  # `24.6% (placebo: 14.0%)`
_TOKEN = re.compile(r"\d+(?:\.\d+)?|[a-z][a-z0-9]*", re.IGNORECASE)
_PAIRS = ("()", "（）", "[]", "【】", "《》", "“”", "「」", "『』")
_ASIDE = re.compile(r"（[^（）]*）$")
_BRACKET = re.compile(f"[{re.escape(''.join(_PAIRS))}]")
_GOES_ON = re.compile(r"(?:and|or)\s")  # `repair [and regenerate tissues]`
_ONCE = re.compile(r"单次|\bsingle\b|\bonce\b")
_BARE = re.compile(r"[-+]?\d+(?:[.,]\d+)*")
_RESERVE = (
    r"约为|约有|大约|大概|近|约|超过|大于|高于|多于|不少于|不低于|至少|高达|多达|长达|将近|接近|小于|低于|不足|不到|至多"
    r"|about|approximately|around|nearly|almost|over|more than|at least|up to|less than|fewer than"
)
_FIGURES = "[\\d一二两三四五六七八九十半]"
_BEFORE = re.compile(
    rf"(?:{_RESERVE}|\bfrom)\s?$|\d\s?%?\s?[-~–至]\s?$|{_FIGURES}个?[年月周天日]\s?[-~–至到]\s?$"
)
_AFTER = re.compile(r"\s?%?(?:[-~–]\s?\d|余|多(?![种个数次例])|以上|左右|[到至]\s?[\d一二三四五六七八九十])")
_ONE_END = re.compile(r"(?:\bbetween|\branging(?: from)?|介于)\s?$")  # of a range
_FIGURE = re.compile(r"[\d一二三四五六七八九十]")
_SAID = re.compile(_RESERVE)
_NEEDS_NO_UNIT = re.compile(
    r"计数|评分|总分|分数|量表|指数|积分|得分|分值|几|多少(?:名|例|人|项|个|次|倍|组|种)|比值|比率|水平|浓度|标准|编号|注册号|"
    r"风险比|危险比|(?<![a-z])[hr]r(?![a-z])|score|count|index|ratio|level|number|how many|which year",
    re.IGNORECASE,
)


def letters(text: str) -> str:
    """A text in the match view without spaces and marks."""
    return letters_of(match_view(text))


@lru_cache(maxsize=256)  # the checks of one card look at its two texts again and again
def letters_of(view: str) -> str:
    """The same of a text given as its match view."""
    return NOISE.sub("", view)


def is_empty(back: str) -> bool:
    """Whether nothing is said."""
    return not _LETTER.search(back)


def is_cut(text: str) -> bool:
    """Whether a bracket or quotation mark has lost its partner, or an `and` what stood before it."""
    return (
        bool(_GOES_ON.match(text))
        or text.count('"') % 2 > 0
        or (
            bool(_BRACKET.search(text)) and any(text.count(pair[0]) != text.count(pair[1]) for pair in _PAIRS)
        )
    )


def is_cut_word(back: str, lexicon: Lexicon) -> bool:
    """Whether the answer ends in a name of the lexicon that has lost its last character (`轴突变`)."""
    view, cut = match_view(back).strip(), _beginnings(lexicon)
    if not HAN.match(view[-1:]):
        return False
    ends = (view[-size:] for size in range(_LEAST_CUT, min(_MOST_CUT, len(view) + 1)))
    return any(end in cut and not _ends_in_a_name(end, lexicon) for end in ends)


@lru_cache(maxsize=4)
def _beginnings(lexicon: Lexicon) -> frozenset[str]:
    """Names of processes, factors, cells and the like without their last character."""
    names = lexicon.of(*_PARTS_OF_A_BODY).ending(*_NEEDED)
    return frozenset(
        name[:-1] for name in names if _LEAST_CUT < len(name) <= _MOST_CUT and all(map(HAN.match, name))
    )


def _ends_in_a_name(view: str, lexicon: Lexicon) -> bool:
    return any(mention.end == len(view) for mention in lexicon.mentions_in(view))


_THREE_OF = re.compile(r"\(举三例\)|^name three: ")


def is_too_long(back: str, front: str = "") -> bool:
    """Whether it is more than one answer to remember; what stands in brackets behind it is none.

    Where three of a list are asked for, which is to say with which three one is right may take more.
    """
    if len(back) > MAX_CHARACTERS:
        return True
    long = is_longer(back, MAX_ANSWER) and is_longer(_ASIDE.sub("", back), MAX_ANSWER)
    return long and not _THREE_OF.search(match_view(front))


def is_proved(back: str, quote: str) -> bool:
    """Whether every number and Latin word of the answer stands in the quote.

    The name of the other arm, whose figure stands behind the answer, may be told elsewhere.
    """
    said = _TOKEN.findall(_OTHER_ARM.sub("(", match_view(back)))
    if not said:
        return True
    known = set(_TOKEN.findall(match_view(quote)))
    known |= {token.removesuffix("s") for token in known}
    known |= {"1"} if _ONCE.search(match_view(quote)) else set()
    return all(token in known for token in said)


def lost_around(front: str, back: str, quote: str) -> bool:
    """Whether the quote says more of a number than the answer: `about`, `over`, another end of a range."""
    answer, view = match_view(back), match_view(quote)
    if not _FIGURE.match(answer):
        return False
    places = [at for at in occurrences(view, answer) if not view[max(0, at - 1) : at].isdigit()]
    if places and all(_ONE_END.search(view[:at]) for at in places):
        return True
    if _SAID.search(match_view(front)):
        return False
    return bool(places) and all(
        _BEFORE.search(view[:at]) or _AFTER.match(view, at + len(answer)) for at in places
    )


def is_bare_number(front: str, back: str) -> bool:
    """Whether the answer is a number alone, of a question that does not say what it counts."""
    return bool(_BARE.fullmatch(_BEHIND.sub("", back.strip()))) and not _NEEDS_NO_UNIT.search(
        match_view(front)
    )
