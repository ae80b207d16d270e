"""Verbs of a Chinese clause that act as verbs, each with the stretch of its object."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sctui.facts.mechanisms.passage import Passage
from sctui.lexicon.lexicon import Mention
from sctui.lexicon.term import TermKind
from sctui.model.quick import quick

_NOMINAL = re.compile(
    r"型|出的|而|且|(?:主要)?靠|作用|效应|效果|能力|程度|性|剂|率|素(?!质)|因子|因素|分子|所|功能(?=[可的由与和、,。;]|$)|功能(?:障碍|异常|失调|紊乱|缺陷|受损|衰竭)|机制|潜力|药物|情况|的|得|下|[、,。;:)]|和|与|及|以及|等|$"
)
_AFTER = re.compile(r"(?:的|高|低|(?<![通透])过|持续|得到|得以|有所|被|平均|均|过度|异常)$")
ADVERB = re.compile(
    r"(?:能够|(?<![功多潜全性])能|可以|可(?!溶)|会|将|还|也|则|又|都|均|已被证明|被证明|已|可能|或许|有望|有助于|有利于|"
    r"进一步|更好地|有效地?|显著|明显|特异性地?|有力地|主要|(?<![异正非经])常常?|往往|通常|直接|间接|同时|从而|进而|继而|最终|并且|并|且|"
    r"而且|不仅|而|来|去|以此|以(?!及|上|下|外)|[通透]过|用于|参与|一方面|另一方面|共同|协同|精准|选择性|不断|逐渐|持续|大大|"
    r"快速|迅速|本来|平时|平常|原本|(?<![简平交变])(?:极|容)?易|自发|错误地?|定向|再|更|较|很|多|随后|反过头?来|(?<![预愈术])后|即可|就|便|，|,|\s)+$"
)
_NEGATION = re.compile(r"(?:尚不能|尚无法|并不|并未|不会|不能|不可|不再|无法|没有|未能|难以|尚未|不|未)$")
_CONNECTOR = re.compile(
    r"(?:并且|并|而且|且|来|以此来|以(?!及)|从而|进而|继而|而|同时|最终|后|之后|、|,|和|与|及|以及|或)$"
)
_CUT = re.compile(
    r"(?<![预愈术])后(?=[又再便就即]?(?:被|会|可|能|将|随即|迅速|立即|进一步))|(?<![未近以由])来(?!源|自|说)|(?<![可得难所予])以(?!及|上|下|外|来|后|前|往|为)|并(?!发)|从而|进而|而(?!言)|(?<=[^,;。]{4})具有|为(?=[^,;。]{1,16}(?:提供|创造|营造|带来))|且(?!不)|、(?=[又再还并也])|将(?!来|军)(?=[^,;。]{2,14}(?:转|变))|(?<!\d),|,(?!\d)"
)
# 是驱动X的关键因素: what something is, told by a verb inside
_WHICH = re.compile(r"的[^,;。]{0,8}(?:因素|原因|者[”」]?|方法|手段|策略|选择|途径|过程|机制)$")
# 对维持X有…作用, 在缓解X和降低Y方面…: the verbs inside are what the sentence is about, not what it says
_WITHIN = re.compile("(?:转换|转化|转变|分化|变|转)[为成]$|成为$")  # `转换为产生A的B`: what B is
_ABOUT = re.compile(r"(?P<led>对于|对|在)[^,;。]{2,40}?(?:方面|有着|具有|有(?!利|助|效)|发挥|起到|至关|极为)")
_DEGRADABLE = re.compile(r"(?:可|生物|酶|蛋白|胶原|基质|热)$")
_NOT_BY = re.compile("(?:并不是|不是|并非|并不)(?:主要|直接|仅仅?|只)?(?:[通透]过|借助|依靠|依赖)")
_OF_WHAT = re.compile(
    "(?:[使让令将把对与和及、被叫]|抑制|阻止|减少|针对|杀死)$"
)  # `使活化T细胞停在G1期`: those that are active
_OBJECT = re.compile(r"(?!(?:作用|效应|反应|状态|[的性率地]|[和与及并且、，,;]))\s?[^,;。]{2}")
_WHITHER = ("到", "至", "入", "进")
_LEVELS = ("低", "高", "弱", "强")
_MOLECULE = re.compile(r"(?:着|了)?\s?[a-z]|主要组织|人类白细胞|共刺激")
_COPULA = re.compile("是(?!否)")
_DEFINED = re.compile("(?:的|所致)[^,;。的]{0,6}(?:病|症|炎|综合征|障碍|损伤|损害|过程|现象)$")
_JOINED = re.compile(
    r"^(?:对于|对|在)(?:促进|缓解|改善|降低|减少|恢复|维持|抑制|提高|增强)[^,;。]+(?:、|和|与|及|以及)$"
)
_LAST_MEMBER = ("和", "与", "及", "以及")
_EMPTY_OBJECT = re.compile(r"(?:整体|再生|治疗|修复|的)*(?:效果|作用|能力|疗效)")
_AGENTS = {TermKind.CELL, TermKind.IMMUNE}
_BY_WAY, _WAY_BEFORE = ("通过", "透过", "经由", "借助"), 2
# `抑制B细胞的能力只有健康人的一半`: the ability is what the clause is about
_ABILITY_IS = re.compile(
    r"[^,;。]{1,16}的(?:能力|作用|功能|效果|效率)(?=(?:只有?|仅|为|是|已|也|均|则|更|较|明显|显著)*[下升降减增不受弱强只仅为是低高])"
)
_MAYBE_NOUNS = {"activates", "migrates", "regulates", "damages"}
_NESTED = {"recognizes", "secretes", "differentiates", "produces", "expresses", "carries"}


@quick
@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb and its object; `negation` is the column where a negation before the verb begins, else -1."""

    relation: str
    start: int
    end: int
    object_end: int
    negation: int = -1


def predicates(passage: Passage, start: int, end: int) -> Iterator[Predicate]:
    """The predicates of a clause, from left to right."""
    verbs = [m for m in passage.actions(start, end) if _acts(passage.view, m, start, end)]
    verbs = [verb for verb in verbs if not _defines(passage, verb, start, end)]
    at = 0
    while at < len(verbs):
        verb, following = verbs[at], at + 1
        object_end, joined = end, False
        while following < len(verbs):
            kind = _relation(passage, verb, verbs[following], end)
            if kind == "inside":
                following += 1
                continue
            joined = kind == "chain"
            object_end = verbs[following].start
            break
        if not joined:
            object_end = _object_end(passage, verb.end, object_end)
            yield Predicate(
                verb.term.attributes.get("relation", ""),
                verb.start,
                verb.end,
                object_end,
                _negation(passage.view, start, verb.start),
            )
        at = following


def before_adverbs(view: str, start: int, end: int) -> int:
    """The column behind what stands before the adverbs and auxiliaries that end at `end`."""
    found = ADVERB.search(view[start:end])
    return start + found.start() if found else end


def _acts_so_much(view: str, verb: Mention, start: int, end: int) -> bool:
    """Whether a verb acts though how much stands before it: `过度降解胶原`, `低表达MHC-II`."""
    word, before = view[verb.start : verb.end], view[start : verb.start]
    if word == "表达" and before.endswith(_LEVELS):
        return bool(_MOLECULE.match(view, verb.end, end))
    return before.endswith("过度") and word != "活化" and bool(_OBJECT.match(view, verb.end, end))


def _acts(view: str, verb: Mention, start: int, end: int) -> bool:
    """Whether a verb governs an object here, and is no noun (`抑制作用`, `通路的激活`, `高表达`)."""
    word = view[verb.start : verb.end]
    degradable = word == "降解" and _DEGRADABLE.search(view, start, verb.start)  # `可降解支架`
    within = _WITHIN.search(view, start, verb.start) and "的" in view[verb.end : end]
    denied = within or _NOT_BY.search(view, start, verb.start)  # what it is by instead, the next clause says
    is_ability = _ABILITY_IS.match(view, verb.end, end)
    of_whom = word == "活化" and _OF_WHAT.search(view, start, verb.start)
    named = word == "分泌" and view.startswith("功能", verb.end)
    moved = word == "动员" and view.startswith(_WHITHER, verb.end)
    if moved or denied or degradable or is_ability or of_whom or named:
        return False
    if _acts_so_much(view, verb, start, end):
        return True
    if _NOMINAL.match(view[verb.end : end] or "") or _AFTER.search(view[start : verb.start]):
        return False
    if view[start : verb.start].endswith("是") and _WHICH.search(view, verb.end, end):
        return False
    for about in _ABOUT.finditer(view, start, end):
        if about.end("led") <= verb.start < about.end():
            between = view[about.end("led") : verb.start].strip("更好地有效")
            if not between or _JOINED.search(view[about.start() : verb.start]):
                return False
    return True


def _defines(passage: Passage, verb: Mention, start: int, end: int) -> bool:
    """Whether a verb tells within `X是A攻击B的疾病` what X is: there it is A that attacks."""
    copula = _COPULA.search(passage.view, start, verb.start)
    defined = copula and _DEFINED.search(passage.view, verb.end, end)
    return bool(copula and defined and passage.entities(copula.end(), verb.start))


def _relation(passage: Passage, verb: Mention, other: Mention, end: int) -> str:
    """How a later verb stands to `verb`: on its own (`new`), in its object (`inside`), or in a `chain`."""
    view = passage.view
    gap_end = before_adverbs(view, verb.end, other.start)
    gap = view[verb.end : other.start]
    has_object = bool(view[verb.end : gap_end].strip(" 了着"))
    attributive = "的" in view[other.end : end]
    positive = _NEGATION.sub("", view[verb.end : gap_end])  # `导致X并且不会逆转Y`
    connected = _CONNECTOR.search(gap.rstrip()) or _CONNECTOR.search(positive)
    if has_object and connected:
        return "inside" if _ends_list(passage, verb.end, other, end) else "new"
    if not has_object:
        return "inside" if attributive and not connected else "chain"
    relation = verb.term.attributes.get("relation"), other.term.attributes.get("relation")
    by_way = view[max(0, verb.start - _WAY_BEFORE) : verb.start].endswith(_BY_WAY)
    if by_way and has_object and relation[1] not in {*_NESTED, *_MAYBE_NOUNS}:
        return "new"  # `通过调节A降低B的C`
    if relation[1] in _NESTED or (relation == ("protects", "prevents") and not connected):
        return "inside"
    agent = any(m.term.kind in _AGENTS for m in passage.entities(verb.end, gap_end)[-1:])
    return "inside" if attributive and (agent or gap_end < other.start) else "new"


def _ends_list(passage: Passage, start: int, other: Mention, end: int) -> bool:
    """`促进A、B和增强效果`: the last member of a list is a verb with an object that says nothing alone."""
    view = passage.view
    listed = "、" in view[start : other.start] and view[start : other.start].rstrip().endswith(_LAST_MEMBER)
    return listed and bool(_EMPTY_OBJECT.fullmatch(view[other.end : end]))


def _object_end(passage: Passage, start: int, end: int) -> int:
    """Where the object ends: before a connective that leads on to another verb."""
    for found in _CUT.finditer(passage.view, start + 1):  # which may look past the end
        if found.start() >= end:
            break
        if not passage.nested[found.start()]:
            end = found.start()
            break
    return before_adverbs(passage.view, start, end) if end > start else end


def _negation(view: str, start: int, verb: int) -> int:
    at = before_adverbs(view, start, verb)
    for edge in (verb, at):
        found = _NEGATION.search(view[start:edge])
        if found:
            return start + found.start()
    return -1
