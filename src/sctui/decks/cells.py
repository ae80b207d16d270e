"""What a cell of a table answers, however its row, its column and its members are written."""

from __future__ import annotations

import re
from dataclasses import replace

from sctui.decks.wording import small
from sctui.model.fact import Fact
from sctui.text.enumeration import members
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN

_TWO_NAMES = re.compile(r"(?P<one>[^()]+?)\s?\((?P<two>[^()]+)\)")
_SOURCE = re.compile(r"(?:主要)?(?:细胞|组织)?来源")
_FROM = "来源"
_EFFECT_OF = re.compile(r"(?:effects?|impact|influence) of\b", re.IGNORECASE)
_TISSUE_END = re.compile("组织$")
# `对X有重要价值,尤其是与Y合用时…`: what is learnt stands behind the praise
_WORTH = re.compile(
    r"(?P<worth>[^,;]{0,24}有(?:着|了)?(?:重要|巨大|较高|很高|一定|独特|潜在|广阔|良好|积极)?的?(?:治疗|临床|应用|研究)*的?"
    r"(?:价值|意义|前景))(?:[,;](?P<most>尤其是?|特别是)?(?P<told>.{6,}))?"
)
# a title that says what its table is on (`A与B在卵巢再生中的比较`), or which things it compares
_ON = re.compile(r"[^在]{2,}在(?P<on>[^在的中]{2,10})中的[^,在中]{2,8}")
_THINGS = re.compile(
    r"(?P<on>(?:(?:[一二两三四五六七八九十\d]+|各|多|不同)(?:种类?|类)?|[^的在中和与、]{2,10}[和与、])[^的在中]{2,14}?)"
    r"(?:的|(?=特|比较|对比))(?:特[性点征]|优劣|异同|差异|区别|比较|对比)*"
)
# what the things of a title are used in (`皮肤修复中用到的不同干细胞类型`)
_USED_IN = re.compile(r"(?P<on>[^在的中]{2,10})中(?:所|常|会)?(?:使用|应用|采用|用到|用)的")
_SEVERAL_KINDS = re.compile(r".+(?:不同|各种|多种|[两三四五六七八九十]种)[^的在中]{2,10}(?:类型|种类)")
# a deed, and no use: `在X时增强Y`, `对X有价值`
_EFFECT = re.compile(
    r"(?:[在与和][^,]{2,16}[下中时])?(?:可|能|可以|能够|有助于|显著)*"
    r"(?:增强|改善|调节|提高|提升|促进|减少|减轻|降低|抑制|协助|恢复|修复|支持|缓解|保护|延缓|产生)|对[^,]{2,16}有"
)
# `研究治疗X最多的干细胞`
_MOST = re.compile(r"(?P<deed>.*最(?:多|常见|常用|广泛|早|主要|重要|典型))的(?P<kind>[^的最]{2,10})")
_STUDIED = re.compile(r"(?P<how>研究|应用|使用)(?P<what>治疗.{2,}?)(?P<most>最[^最]+)")
_USE = re.compile("(?:临床)?应用")
# a column that every table on a thing has; `在X中的应用` says itself where
_OF_SEVERAL = re.compile(
    r"(?:途径|给药方式|给予方式|注射方式|部位|作用|机制|机理|原理|风险|副作用|不良反应|不良事件|并发症|"
    r"优[点势]|长处|缺点|劣势|不足|局限性?)$"
    r"|\b(?:routes?|actions?|mechanisms?|risks?|side effects?|adverse|complications?|advantages?|benefits?"
    r"|drawbacks?|disadvantages?|limitations?)\b"
)
_TRAIT = re.compile(r"[^在于]{0,4}(?:特[点性征]|应用|作用|优势|功能|用途)")


def is_trait(measure: str) -> bool:
    """Whether a column tells what things are good for: more than one row's cell can be true of a thing."""
    return bool(_TRAIT.fullmatch(match_view(measure).strip()))


def is_of_several(fact: Fact) -> bool:
    """Whether what stands in one row of a column can be true of another row as well.

    Cells given through a vein in one trial are given otherwise in the next, and two may well act alike.
    """
    several = _OF_SEVERAL.search(match_view(fact.measure))
    return bool(several) or is_trait(fact.measure) or attribute(fact) == _FROM


def tells_an_effect(fact: Fact) -> bool:
    """Whether a cell under `application` says what it does, and not what the thing is used for."""
    used = _USE.fullmatch(match_view(fact.measure).strip())
    return bool(used and _EFFECT.match(match_view(fact.value).strip()))


def table_subject(title: str) -> str:
    """What a table is on, or which things it compares, as its title says it; empty when it does not."""
    view = match_view(title)
    if _SEVERAL_KINDS.fullmatch(view):
        used = _USED_IN.match(view)
        return title[slice(*used.span("on"))] if used else title
    found = _ON.fullmatch(view) or _THINGS.fullmatch(view)
    return title[slice(*found.span("on"))] if found else ""


def thing(subject: str) -> str:
    """A row by the Chinese one of its names: `MSC(间充质干细胞)` is `间充质干细胞(MSC)`."""
    view = match_view(subject).strip()
    names = _TWO_NAMES.fullmatch(view)
    return next((name for name in names.groups() if HAN.search(name)), view) if names else view


def attribute(fact: Fact) -> str:
    """A column: whence cells come is one, in a column or in a sentence of a cell."""
    view = match_view(fact.measure).strip()
    return _FROM if fact.slot == "source" or _SOURCE.fullmatch(view) else f"{fact.slot}\x1f{view}"


def cell_key(fact: Fact, question: str) -> str:
    """What may have but one answer: row and column, and the table where the question names it."""
    named = bool(fact.context) and (table_subject(fact.context) or fact.context) in question
    table = match_view(fact.context) if named else ""
    return "\x1f".join((thing(fact.subject), attribute(fact), table))


def _most(fact: Fact) -> Fact:
    """What is most of something, asked for by its kind (`研究治疗X最多的`, `干细胞`)."""
    found = _MOST.fullmatch(match_view(fact.measure))
    if found is None:
        return fact
    kind, deed = (fact.measure[slice(*found.span(part))] for part in ("kind", "deed"))
    studied = _STUDIED.fullmatch(match_view(deed))
    if studied:
        how, what, most = (deed[slice(*studied.span(part))] for part in ("how", "what", "most"))
        return replace(fact, slot="most-studied", subject=what, measure=kind, context=f"{how}{most}")
    return replace(fact, slot="most-kind", measure=kind, context=deed)


def as_asked(fact: Fact) -> Fact:
    """A comparison as a question asks it.

    Praise before what a cell tells (`对X有重要价值,…`) stands behind it in brackets. An effect is one on
    something, whichever of the two is the row. Where praise is said to hold most of all for something
    (`对X有重要价值,尤其是…`), that is asked.
    """
    if fact.slot == "most":
        return _most(fact)
    if _EFFECT_OF.match(fact.subject) and not _EFFECT_OF.match(fact.measure):
        return replace(fact, subject=small(fact.measure), measure=fact.subject)
    if _EFFECT_OF.match(fact.measure):
        return replace(fact, subject=small(fact.subject))
    praised = _WORTH.fullmatch(match_view(fact.value))
    if praised is None or not praised["told"]:
        return fact
    told, worth = (fact.value[slice(*praised.span(part))] for part in ("told", "worth"))
    slot = "cell-most-worth" if praised["most"] else fact.slot
    return replace(fact, slot=slot, value=f"{told}（{worth}）", answer=None, items=())


def is_effect_on(fact: Fact) -> bool:
    """Whether a column is an effect of something, which is one on the row."""
    return bool(_EFFECT_OF.match(fact.measure))


def asks_source(fact: Fact) -> bool:
    """Whether a column asks whence cells come."""
    return attribute(fact) == _FROM


def names_its_source(fact: Fact) -> bool:
    """Whether the name of cells says already whence they come."""
    subject = match_view(fact.subject)
    asked = attribute(fact) == _FROM and bool(HAN.search(subject))
    return asked and all(_TISSUE_END.sub("", one) in subject for one in members(match_view(fact.value)))


def is_mere_worth(value: str) -> bool:
    """Whether all that is said of something is what it is worth."""
    praised = _WORTH.fullmatch(match_view(value).strip())
    return praised is not None and not praised["told"]
