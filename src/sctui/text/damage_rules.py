"""Damage that one line shows by itself; the rules are numbered as in the documentation (D1, D2 …)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.text import literal
from sctui.text.flaw import Flaw
from sctui.text.hidden_marks import find_hidden_marks
from sctui.text.injected_pinyin import find_injected_pinyin
from sctui.text.left_markup import find_left_markup
from sctui.text.lost_powers import Counted, find_lost_powers
from sctui.text.misread_marks import find_misread_marks
from sctui.text.question import asks, sentence_before

_NOTHING_COUNTED = Counted()
_LOST_SIGN = re.compile(
    r"(?<![A-Za-z])CD(?P<number>\d{1,3}[a-z]?)(?P<lost>[?\ufffd])(?=(?P<after>.{0,8}))", re.IGNORECASE
)
_SIGNED = {
    "4": re.compile("辅助|輔助|helper|T", re.IGNORECASE),
    "8": re.compile("毒性|cytotoxic|T", re.IGNORECASE),
}
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_LOST_LETTER = re.compile(r"[^\W\d_]\?(?=[a-z])|[a-z]\?(?=[,.]\s?[A-Z])|(?<=\s)\?(?=[a-z]{2})", re.ASCII)
_PRODUCT = re.compile(r"(?<![A-Za-z])[A-Z][a-z-]{3,}(?P<lost>\?)(?=\(|[\u3400-\u9fff])")
_COPYRIGHT = re.compile(  # `? 2024 Some Press`, `Copyright ? 2024 …`
    r"(?:^|(?i:copyright)\s|版[权權]所有\s)\s*(?P<lost>[?\ufffd])\s?(?=(?:19|20)\d{2}(?:\s?[-–]\s?(?:19|20)\d{2})?\s\w)"
)
_STRAY = re.compile(
    r"^\s*\?+(?=[\u3400-\u9fffA-Za-z])"  # before the first word
    r"|(?<=[)\]\uff09])\?(?=[\u3400-\u9fffA-Za-z;,])(?![^\W\d_]{1,6}\))|(?<=[”’」』])\?(?=[\u3400-\u9fff])|\?(?=[“‘「『])"
    r"|(?<=。)\?+|\?(?=[;；。])|(?<=[;；])\?|(?<![A-Za-z?])\?{2,}"
)
_BETWEEN = re.compile(r"(?<=[\u3400-\u9fff])\?(?=[\u3400-\u9fff])")
# `膝盖退化要换关节?自体细胞层片获批`: the one mark of a short line, with words enough on either side of it
_HEADLINE = re.compile(r"[#\s]*[^?,，。;；、:：!！]{6,24}\?[^?,，。;；、:：]{6,24}\s*")
_MARK = re.compile(r"\?")
_FINAL = re.compile(r"(?<=[\u3400-\u9fff])\?\s*$")
_LATIN_AS_UTF8 = re.compile("(?:[\u00c2-\u00f4\u0152\u0153\u0160\u0161\u0178\u017d\u017e][^\x00-\x7f]{1,3})+")
# `適當(dāng)?shù)臈l件`: a byte slipped where pinyin had been put in
_SLIPPED_PINYIN = re.compile(r"\?[a-z]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]*\)(?:[\u3400-\u9fff]?[a-z](?![a-z]))?")
_CUT_QUOTE = "â€"  # a closing quote whose last byte is no Western letter, and was lost
_OPENING, _CLOSING = re.compile("â€œ|“"), re.compile("â€(?![^\x00-\x7f])|â€\x9d|”")
_DASH = re.compile(r"(?<=\d)¨C(?=\d)")  # the dash of GBK read as Western: `376¨C387`
# one of these stands in all that a wrong decoding leaves, and in few other lines
_ODD = re.compile(
    "[?\u00a8\u00ad\u00c2-\u00f4\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u200b-\u200f\u2060\ufeff\ua3a1-\ua3fe"
    "\ue000-\uf8ff锟烫屯]"
)
_NONSENSE = re.compile("锟斤拷|(?:烫){3,}|(?:屯){3,}|[\ue000-\uf8ff]+")


def line_flaws(text: str, counted: Counted = _NOTHING_COUNTED) -> Iterator[Flaw]:
    """Every flaw of a line that its own text shows, rule by rule; they may overlap.

    `counted` are the words for what doses count: they prove the repair of a power.
    """
    yield from find_left_markup(text)
    if text.isascii() and "?" not in text and "10" not in text:
        return
    for match in literal.finditer("\ufffd+", text):
        yield Flaw(match.start(), match.end(), "lost-bytes", "D0")
    if "10" in text:
        yield from find_lost_powers(text, counted)
    yield from find_injected_pinyin(text)
    if _ODD.search(text):
        yield from _wrong_decoding(text)
    if "?" in text:
        yield from _signs(text)
        yield from _letters(text)
        yield from _strays(text)


def _signs(text: str) -> Iterator[Flaw]:
    for match in _LOST_SIGN.finditer(text):
        partner = _SIGNED.get(match["number"])
        if partner and partner.search(match["after"]):
            yield Flaw(match.start("lost"), match.end("lost"), "lost-sign", "D3", "+", safe=True)
        elif match["after"].strip():
            yield Flaw(match.start("lost"), match.end("lost"), "lost-sign", "D3")


def _wrong_decoding(text: str) -> Iterator[Flaw]:
    """UTF-8 read as Western (`â€™`): the way back is certain when its bytes are valid UTF-8."""
    for match in _LATIN_AS_UTF8.finditer(text):
        repair = _as_utf8(match[0])
        if repair:
            yield Flaw(match.start(), match.end(), "mojibake", "D4", repair, safe=True)
        elif match[0] == _CUT_QUOTE:
            opened = len(_OPENING.findall(text, 0, match.start())) - len(
                _CLOSING.findall(text, 0, match.start())
            )
            yield Flaw(match.start(), match.end(), "mojibake", "D4", "”", safe=opened > 0)
    for match in _DASH.finditer(text):
        yield Flaw(match.start(), match.end(), "mojibake", "D4", "–", safe=True)
    yield from find_misread_marks(text)
    yield from find_hidden_marks(text)
    for pattern in (_NONSENSE, _SLIPPED_PINYIN):
        for match in pattern.finditer(text):
            yield Flaw(match.start(), match.end(), "mojibake", "D4")


def _as_utf8(text: str) -> str | None:
    """UTF-8 that was read as Western, read rightly; None for what is none."""
    # five bytes stand for no Western letter, and became control characters
    codes = [char.encode("latin-1" if "\x80" <= char <= "\x9f" else "cp1252", "ignore") for char in text]
    try:
        return b"".join(codes).decode("utf-8") if all(codes) else None
    except UnicodeDecodeError:
        return None


def _letters(text: str) -> Iterator[Flaw]:
    addresses = [match.span() for match in _ADDRESS.finditer(text)]
    for match in _PRODUCT.finditer(text):
        lost = match.start("lost")
        if not _inside(lost, addresses) and not asks(sentence_before(text, lost)):
            yield Flaw(lost, lost + 1, "lost-letter", "D5", "", safe=True)
    for match in _COPYRIGHT.finditer(text):
        yield Flaw(match.start("lost"), match.end("lost"), "lost-letter", "D5", "©", safe=True)
    for match in _LOST_LETTER.finditer(text):
        at = match.end() - 1
        if not _inside(at, addresses):
            yield Flaw(at, at + 1, "lost-letter", "D5")


def _strays(text: str) -> Iterator[Flaw]:
    addresses = [match.span() for match in _ADDRESS.finditer(text)]
    for match in _STRAY.finditer(text):
        start = match.end() - len(match[0].lstrip())
        if not asks(sentence_before(text, start)) and not _inside(start, addresses):
            yield Flaw(start, match.end(), "stray-mark", "D6", "", safe=True)
    for match in () if _HEADLINE.fullmatch(text) else _BETWEEN.finditer(text):
        if not asks(sentence_before(text, match.start())):
            yield Flaw(match.start(), match.end(), "lost-letter", "D5")
    final = _FINAL.search(text)
    if final and not any(asks(sentence_before(text, mark.start())) for mark in _MARK.finditer(text)):
        yield Flaw(final.start(), final.start() + 1, "stray-mark", "D6", "")


def _inside(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)
