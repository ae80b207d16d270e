"""Short forms and the names they stand for: `全名(ABBR)`, `ABBR(全名)`, `long form (LF)`, lists of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from sctui.facts.name_edge import name_before
from sctui.facts.schwartz_hearst import long_form
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.misnomers import cell_left_out
from sctui.lexicon.term import Term, TermKind
from sctui.text import literal
from sctui.text.brackets import Bracket, round_brackets, square_brackets
from sctui.text.gloss import SHORT, read_gloss
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN

_IS_SHORT = re.compile(SHORT)
_ENDS_SHORT = re.compile(rf"(?<![A-Za-z0-9α-ω-])({SHORT})\s*$")
_AGAINST = re.compile(rf"抗(?P<what>{SHORT})")  # `抗环瓜氨酸肽抗体(抗CCP)`
_REGISTRY = re.compile(r"[A-Za-z]+\d{4,}")
_QUOTED = re.compile("[“「『‘]([^“”「」『』‘’]{2,24})[”」』’]$")  # `叫“细胞外囊泡”(EV)`
_ITEM = re.compile(rf"\s*(?P<short>{SHORT})\s*[,，:：=]\s*(?P<name>[^;；]+?)\s*(?:[;；.。]|$)")
_BRAND = re.compile(r"[\u3400-\u9fff]\s*[A-Z][a-z]{3,}\W?$")
_TRADE_NAME = re.compile("[A-Z][a-z]{5,}")
_CAMEL = re.compile("[A-Z][a-z]{3,}[A-Z][a-z]{2,}")
_COINED = re.compile("[A-Z][a-z]{2,}[A-Z][a-z]{2,}|[A-Z][a-z]{4,}")  # `KeraCover(…)`: what it is sold as
_NO_NAME = re.compile(
    r"[,，、;；:：。%=<>≥≤×/]|例如|比如|包括|尤其|如|即|约|通过|按|每|"
    r"\d+(?:名|例|个|周|天|月|年|mg|ml|kg)|^[和与或的在于]|[的了]$"
)
_DESCRIBES = re.compile(r"^(?:一种|一类|一个|一组)|.+的.*[\u3400-\u9fff]{2}$")
_MEASURED_IN = re.compile("^(?:血清|血浆|血漿|尿液?|[脑腦]脊液)中?(?=[\u3400-\u9fff]{3})")
_MAKER = re.compile(  # who sells it
    "(?:公司|集[团團]|生[技医醫]|制[药藥]|製藥|[药藥][业業]|[医醫][药藥]|科技)$"
)
# `移植物诱发的异动症(graft-induced dyskinesia,GID)`: by what is a part of the name
_BROUGHT = re.compile(r"-(?:induced|derived|associated|related|mediated)\b")
# `糖尿病足(diabetic foot ulcer,DFU)`: the ulcer is not in the name
_HEADS = {
    "ulcer": "溃疡",
    "syndrome": "综合[征症]|症候群",
    "transplantation": "移植",
    "kinase": "激酶",
    "receptor": "受体",
}
_BROUGHT_ZH = re.compile(r"诱|导|源|相关|所致|关联|性|引起")
_WINDOW = 160  # characters before a bracket that are looked at
_NAMES = (
    TermKind.CELL,
    TermKind.TREATMENT,
    TermKind.DISEASE,
    TermKind.FACTOR,
    TermKind.PATHWAY,
    TermKind.IMMUNE,
    TermKind.ENDPOINT,
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A short form with its name; the columns are those of the name, and of the whole (`name(SHORT)`).

    `describes` says that the bracket tells what the thing is rather than how it is called.
    """

    short: str
    name: str
    start: int
    end: int
    outer_start: int
    outer_end: int
    describes: bool = False


def pairs(text: str, lexicon: Lexicon) -> Iterator[Pair]:
    """Every pair that a bracket of `text` states; brackets that hold doses, lists or remarks state none."""
    for bracket in chain(round_brackets(text), square_brackets(text)):
        pair = _short_inside(text, bracket, lexicon) or _name_inside(text, bracket, lexicon)
        if pair:
            yield pair


def listed_pairs(text: str) -> Iterator[Pair]:
    """The pairs of a list of abbreviations: `RA,类风湿关节炎;MS,…`."""
    for item in _ITEM.finditer(text):
        if is_short(item["short"]):
            yield Pair(item["short"], item["name"], *item.span("name"), item.start("short"), item.end("name"))


def is_short(text: str) -> bool:
    """Whether `text` looks like an abbreviation: two capitals, digits or Greek letters."""
    if not _IS_SHORT.fullmatch(text) or not 2 <= len(text) <= 16:
        return False
    if "/" in text or _REGISTRY.fullmatch(text):  # members of what stands before
        return False
    marks = sum(char.isupper() or char.isdigit() or not char.isascii() for char in text)
    return marks >= 2 and any(char.isupper() or not char.isascii() for char in text)


def _short_inside(text: str, bracket: Bracket, lexicon: Lexicon) -> Pair | None:
    short, english = read_gloss(text[slice(*bracket.inner)].strip())
    against = _AGAINST.fullmatch(short)
    latin = f"anti-{against['what']}" if against else short
    before = text[max(0, bracket.start - _WINDOW) : bracket.start].rstrip()
    if _TRADE_NAME.fullmatch(short) or (_CAMEL.fullmatch(short) and not lexicon.lookup(short)):
        return None  # `骨髓细胞(Abcdefin)`: what it is sold as, no short form
    if not before or not (is_short(latin) or _known_short(latin, lexicon)):
        return None
    end = text.rindex(before, 0, bracket.start) + len(before)
    quoted = _QUOTED.search(before)
    before, end = (quoted[1], end - 1) if quoted else (before, end)
    chinese = HAN.search(before[-12:])
    if chinese:
        name = quoted[1] if quoted else name_before(text, end, latin, lexicon)
    else:
        name = long_form(before, short)
        if not name or " and " in name:  # `calms T cells and favours regulatory T cells (Treg)`
            name = _known_form(before, short, lexicon) or name
    if not short.upper().startswith(("S", "P", "U")):  # `血清促卵泡激素(FSH)`: the hormone, wherever measured
        name = _MEASURED_IN.sub("", name)
    other = match_view(name) == match_view(short) or (against and not name.startswith("抗"))
    if not name or other or _leaves_out(short, name, lexicon):
        return None
    # `疗法Abcdefin(abcdefincel-T)`: two names, none the other's long form
    if (english and chinese and _is_torn(name, english)) or _BRAND.search(name):
        return None
    return Pair(short, name, end - len(name), end, end - len(name), bracket.end)


def _known_form(before: str, short: str, lexicon: Lexicon) -> str:
    """The name that the lexicon has for a short form, where an English text ends in it."""
    known = lexicon.lookup(short) or lexicon.lookup(short.removesuffix("s"))
    view = match_view(before).removesuffix("s")
    ends = (
        name for name in (known.names() if known else ()) if " " in name and view.endswith(match_view(name))
    )
    longest = max(ends, key=len, default="")
    start = len(view) - len(longest)
    if not longest or view[start - 1 : start].isalnum():
        return ""
    return before[_with_number(before, start, short) :]


def _with_number(before: str, start: int, short: str) -> int:
    """Where a name begins with the number that its short form ends in (`28-joint … score (DAS28)`)."""
    number = literal.search(r"\d+$", short.removesuffix("s"))
    told = literal.search(rf"(?<!\d){number[0]}-[A-Za-z]+ $", before[:start]) if number else None
    return told.start() if told else start


def _is_torn(name: str, english: str) -> bool:
    """Whether a Chinese name is too short for the English words beside it: a number or a space tore it."""
    words = literal.split(r"[\s-]+", english.strip())
    brought = _BROUGHT.search(english) and not _BROUGHT_ZH.search(match_view(name))
    head = _HEADS.get(words[-1].lower().removesuffix("s"))
    lacks = head is not None and not literal.search(head, match_view(name))
    return len(HAN.findall(name)) < len(words) or bool(brought) or lacks


def _name_inside(text: str, bracket: Bracket, lexicon: Lexicon) -> Pair | None:
    inner = text[slice(*bracket.inner)]
    name = inner.strip()
    before = _ENDS_SHORT.search(text, max(0, bracket.start - _WINDOW), bracket.start)
    if before is None or not HAN.search(name) or not 2 <= len(name) <= 30 or _MAKER.search(name):
        return None
    short = before[1]
    known = lexicon.lookup(short) or lexicon.lookup(short.removesuffix("s"))
    if not (is_short(short) or known) or (known is None and _COINED.fullmatch(short)):
        return None
    left = bracket.start + 1 + inner.index(name)
    pair = Pair(short, name, left, left + len(name), before.start(1), bracket.end)
    if _DESCRIBES.search(match_view(name)) and not _NO_NAME.search(match_view(name)):
        return replace(pair, describes=True)
    return pair if _names(name, known, lexicon) else None


def _names(name: str, known: Term | None, lexicon: Lexicon) -> bool:
    """Whether the words in a bracket are a name, of `known` when the short form is a known term's."""
    same = lexicon.of(*_NAMES).lookup(name)
    if same is not None:
        return known is None or _shares(known, same)
    view = match_view(name)
    if _NO_NAME.search(view) or lexicon.of(TermKind.ACTION).mentions(name):
        return False
    return known is None or _alike(known, view)


def _leaves_out(short: str, name: str, lexicon: Lexicon) -> bool:
    """Whether the name lacks the cell that the short form begins with: `囊泡(MSC-XV)`.

    Where both are known it can be put in front of the name.
    """
    if not (cell := cell_left_out(short, name, lexicon)):
        return False
    known = lexicon.lookup(short.removesuffix("s"))
    return known is None or lexicon.lookup(f"{cell}来源的{name}") is not known


def _known_short(text: str, lexicon: Lexicon) -> bool:
    known = lexicon.lookup(text) or lexicon.lookup(text.removesuffix("s"))
    return bool(_IS_SHORT.fullmatch(text)) and any(c.isupper() for c in text) and known is not None


def _shares(one: Term, other: Term) -> bool:
    return one.key == other.key or bool(set(one.names()) & set(other.names()))


def _alike(known: Term, view: str) -> bool:
    """Whether a long form has half of the characters of the name that the lexicon has for the short form."""
    name = set(HAN.findall(match_view(known.zh)))
    return not name or len(name & set(view)) * 2 >= len(name)
