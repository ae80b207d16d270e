"""Damage that one line shows by itself; the rules are numbered as in the documentation (D1, D2 …)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.text.flaw import Flaw
from sctui.text.injected_pinyin import find_injected_pinyin
from sctui.text.misread_marks import find_misread_marks
from sctui.text.question import asks, sentence_before

_CELLS = (
    r"(?:个|個|名|cells?(?![a-z])|[a-z-]*mscs?(?![a-z])|细胞|細胞|颗粒|顆粒|particles(?![a-z])|自体|自體|异体|異體"
    r"|/\s?kg|/\s?ml|/\s?次)"
)
_NEAR_CELLS = rf"(?=[^。;；,，、\d?]{{0,14}}{_CELLS})"
# a number is tried where it begins and nowhere inside: a long run of digits would cost its square
_TIMES = r"(?:(?<!\d)\d+(?:\.\d+)?\s?)?[×xX*∗]\s?"
_LOST_EXPONENT = re.compile(
    rf"{_TIMES}10\s?\^?[?\uff1f□\ufffd]+|(?<![\d.])10\^(?![\s(]*[-+]?\d)|(?<![\d.])10[?□\ufffd](?=\s?{_CELLS})"
    rf"|{_TIMES}10(?=\s?(?:个|個|细胞|細胞|cells?(?![a-z])|mscs?(?![a-z])|/\s?kg))",
    re.IGNORECASE,
)
_FLATTENED = re.compile(
    rf"(?P<amount>(?<!\d)\d+(?:\.\d+)?\s?[×xX*∗]\s?)10(?P<power>\d|1\d)(?![\d.%])(?P<cells>{_NEAR_CELLS})?",
    re.IGNORECASE,
)
# `(0.5~1.0)×106/kg`: the power stands behind a bracket
_FLATTENED_RANGE = re.compile(
    rf"(?<=[)\]）])(?P<amount>\s?[×xX*∗]\s?)10(?P<power>[4-9]|1[01])(?![\d.%])(?P<cells>{_NEAR_CELLS})?"
)
_FLATTENED_BARE = re.compile(
    r"(?<![\d.×xX*^,~-])10(?P<power>[5-9])\s(?=(?:[a-z-]+\s){0,2}cells?/kg)", re.IGNORECASE
)
# `1.0 × 10 7`: the power of a copied page is set apart by a space
_SPREAD = re.compile(
    rf"(?P<amount>(?<!\d)\d+(?:\.\d+)?\s?[×xX*∗]\s?)10\s(?P<power>\d|1[01])(?![\d.%])(?!\s?[-–~×xX*])(?P<cells>{_NEAR_CELLS})?",
    re.IGNORECASE,
)
_SPREAD_BARE = re.compile(
    r"(?<![\d.×xX*^,~-])(?<![×xX*]\s)10\s(?P<power>[4-9])\s?(?=(?:[a-z-]+\s){0,2}(?:cells?|[a-z-]*mscs?)\s?/\s?kg|个[^,，。;；]{0,8}/\s?kg)",
    re.IGNORECASE,
)
# `cells (40 × 106)`, `细胞数为5.0 × 10 7,`: what is counted stands before a power that nothing else follows
_COUNTED_BEFORE = re.compile(
    r"(?:细胞|細胞|(?<![a-z])cells?|(?<![a-z])[a-z-]*mscs?)\s?"
    r"(?:[(\uff08]\s?(?:n\s?=\s?|约|約|about\s|approximately\s)?"
    r"|(?:总数|總數|数量|數量|数目|數目|数|數|剂量|劑量|numbers?|counts?|doses?)"
    r"\s?(?:为|為|是|约|約|达|達|was|were|is|of|[:=])?\s?)$",
    re.IGNORECASE,
)
# `low (1.0 × 10 7 cells), middle (5.0 × 10 7) and high (1.0 × 10 8) dose`: between two amounts of one list
_SAME_LIST = re.compile(
    r"\s?(?:个|個)?\s?(?:细胞|細胞|cells?|[a-z-]*mscs?)?\s?[)\uff09]?\s?"
    r"(?:[、,，和及与與或中高低剂劑量组組]|and|or|middle|medium|high|low|dose|\s)*[(\uff08]?\s?",
    re.IGNORECASE,
)
_NEAR = 40  # characters before an amount in which it must be said what it counts
_NOTHING_ELSE = re.compile(r"\s?(?:[)\uff09,，、。;；]|$)")
_LOST_SIGN = re.compile(
    r"(?<![A-Za-z])CD(?P<number>\d{1,3}[a-z]?)(?P<lost>[?\ufffd])(?P<after>.{0,8})", re.IGNORECASE
)
_SIGNED = {
    "4": re.compile("辅助|輔助|helper|T", re.IGNORECASE),
    "8": re.compile("毒性|cytotoxic|T", re.IGNORECASE),
}
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_LOST_LETTER = re.compile(r"[^\W\d_]\?(?=[a-z])|[a-z]\?(?=[,.]\s?[A-Z])|(?<=\s)\?(?=[a-z]{2})", re.ASCII)
_PRODUCT = re.compile(r"(?<![A-Za-z])[A-Z][a-z-]{3,}(?P<lost>\?)(?=\(|[\u3400-\u9fff])")
_STRAY = re.compile(
    r"^\s*\?+(?=[\u3400-\u9fffA-Za-z])"  # before the first word
    r"|(?<=[)\]\uff09])\?(?=[\u3400-\u9fffA-Za-z;,])(?![^\W\d_]{1,6}\))|(?<=[”’」』])\?(?=[\u3400-\u9fff])|\?(?=[“‘「『])"
    r"|(?<=。)\?+|\?(?=[;；。])|(?<=[;；])\?|(?<![A-Za-z?])\?{2,}"
)
_BETWEEN = re.compile(r"(?<=[\u3400-\u9fff])\?(?=[\u3400-\u9fff])")
_FINAL = re.compile(r"(?<=[\u3400-\u9fff])\?\s*$")
_LATIN_AS_UTF8 = re.compile("(?:[\u00c2-\u00f4\u0152\u0153\u0160\u0161\u0178\u017d\u017e][^\x00-\x7f]{1,3})+")
# `適當(dāng)?shù)臈l件`: a byte slipped where pinyin had been put in
_SLIPPED_PINYIN = re.compile(r"\?[a-z]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]*\)(?:[\u3400-\u9fff]?[a-z](?![a-z]))?")
_DASH = re.compile(r"(?<=\d)¨C(?=\d)")  # the dash of GBK read as Western: `376¨C387`
_NONSENSE = re.compile("锟斤拷|(?:烫){3,}|(?:屯){3,}|[\ue000-\uf8ff]+")


def line_flaws(text: str) -> Iterator[Flaw]:
    """Every flaw of a line that its own text shows, rule by rule; they may overlap."""
    if text.isascii() and "?" not in text and "10" not in text:
        return
    for match in re.finditer("\ufffd+", text):
        yield Flaw(match.start(), match.end(), "lost-bytes", "D0")
    if "10" in text:
        yield from _powers(text)
    yield from find_injected_pinyin(text)
    yield from _wrong_decoding(text)
    if "?" in text:
        yield from _signs(text)
        yield from _letters(text)
        yield from _strays(text)


def _powers(text: str) -> Iterator[Flaw]:
    for match in _LOST_EXPONENT.finditer(text):
        yield Flaw(match.start(), match.end(), "lost-exponent", "D1")
    yield from _flattened(text)
    for match in _FLATTENED_RANGE.finditer(text):
        repair, safe = f"{match['amount']}10^{match['power']}", match["cells"] is not None
        yield Flaw(match.start(), match.end(), "flattened-exponent", "D2", repair, safe)
    for pattern in (_FLATTENED_BARE, _SPREAD_BARE):
        for match in pattern.finditer(text):
            end = match.end("power")
            yield Flaw(match.start(), end, "flattened-exponent", "D2", f"10^{match['power']}")


def _flattened(text: str) -> Iterator[Flaw]:
    """Amounts with their power, which are repaired where they are known to count cells."""
    counted = -1  # where the last amount of cells ended
    matches = sorted(
        (match for pattern in (_FLATTENED, _SPREAD) for match in pattern.finditer(text)), key=re.Match.start
    )
    for match in matches:
        power, cells = int(match["power"]), match["cells"] is not None or _are_cells(text, match, counted)
        if 4 <= power <= 11 and (cells or power < 10 or match.re is _SPREAD):
            repair = f"{match['amount']}10^{power}"
            yield Flaw(match.start(), match.end(), "flattened-exponent", "D2", repair, cells)
            counted = match.end() if cells else counted
        elif power and match["cells"] is not None and match.re is _FLATTENED:
            yield Flaw(match.start(), match.end(), "flattened-exponent", "D2")


def _are_cells(text: str, match: re.Match[str], counted: int) -> bool:
    """Whether what stands before an amount in its clause says that it counts cells, and nothing behind it."""
    if not _NOTHING_ELSE.match(text, match.end()):
        return False
    near = max(0, match.start() - _NEAR)
    if counted >= max(near, 1) and _SAME_LIST.fullmatch(text, counted, match.start()):
        return True
    return _COUNTED_BEFORE.search(text[near : match.start()]) is not None


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
        try:
            repair = match[0].encode("cp1252").decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
        yield Flaw(match.start(), match.end(), "mojibake", "D4", repair, safe=True)
    for match in _DASH.finditer(text):
        yield Flaw(match.start(), match.end(), "mojibake", "D4", "–", safe=True)
    yield from find_misread_marks(text)
    for pattern in (_NONSENSE, _SLIPPED_PINYIN):
        for match in pattern.finditer(text):
            yield Flaw(match.start(), match.end(), "mojibake", "D4")


def _letters(text: str) -> Iterator[Flaw]:
    addresses = [match.span() for match in _ADDRESS.finditer(text)]
    for match in _PRODUCT.finditer(text):
        lost = match.start("lost")
        if not _inside(lost, addresses) and not asks(sentence_before(text, lost)):
            yield Flaw(lost, lost + 1, "lost-letter", "D5", "", safe=True)
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
    for match in _BETWEEN.finditer(text):
        if not asks(sentence_before(text, match.start())):
            yield Flaw(match.start(), match.end(), "lost-letter", "D5")
    final = _FINAL.search(text)
    if final and not asks(sentence_before(text, final.start())):
        yield Flaw(final.start(), final.start() + 1, "stray-mark", "D6", "")


def _inside(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)
