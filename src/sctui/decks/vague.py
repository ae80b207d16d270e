"""Which answers say too little to be a gap by themselves: a bare `修复`, a deed on nothing with a name."""

from __future__ import annotations

import re

from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.text import literal
from sctui.text.match_view import match_view

_DEED = "改善|缓解|减轻|促进|提高|增强|恢复|维持|保护|修复|修补|重建|调节|调控|保障|优化|避免|预防"
_WHOSE = (
    "患者|机体|身体|体内|自身|受损|损伤|病变|慢性|组织|局部|整体|相关|正常|原有|自体|其他|多种|各种|多个|"
    "多项|靶|一定|的"
)
_WHAT = (
    "细胞|细胞功能|细胞通路|修复|凋亡|症状|疾病|病情|损伤|炎症症状|再生|再生过程|恢复|功能|功能恢复|器官|器官功能|组织|部位|"
    "状态|环境|微环境|痛苦|疼痛|不适|信号|信号分子|能力|愈合|作用|效果|平衡"
)
_VAGUE = re.compile(rf"(?:(?:显著|有效|明显|进一步)?地?(?:{_DEED}))?(?:{_WHOSE})*(?:{_WHAT})(?:到达.*)?")
# a state that anything good would leave behind
_GOOD_STATE = re.compile(
    r".{0,12}(?:健康|良好|有利|支持性|适宜|理想)的?(?:状态|环境|条件|微环境)|(?:再生|修复)的?(?:生态位|微环境)"
)
# a class that says nothing of its members
_ANY_FACTOR = re.compile(
    "(?:多种|各种|多样的?|相关|特异性|炎性|炎症性?|促炎性?|致炎)*(?:炎症因子|炎症介质|[抗促致]炎性?因子|细胞因子|生长因子|营养因子|(?:发炎|炎症|炎性)细胞|信号分子|生物活性(?:分子|物质)|活性分子|免疫反应|免疫应答)"
)
_CAUSED = re.compile(r".*(?:造成|引起|导致|所致)的.{0,12}病")  # `能产生A的B造成的疾病`: cut in the middle
# cells of some place that nobody could name: `稳定组织内的分化细胞`
_CELLS_THERE = re.compile(
    rf"(?:{_DEED}|稳定|支持)?.{{0,8}}(?:组织|器官|体|局部)[内中里]?的(?:分化|修复|受损|功能|健康)的?细胞"
)
# what anything against inflammation has less of
_LESS_FOR_INFLAMMATION = re.compile(
    "(?:促炎|致炎|炎症|炎性)(?:性?细胞)?(?:因子|介质)的?(?:释放|表达|分泌|产生|水平|生成)"
)
_OF_MANY = re.compile(r".*[、和].*的(?:数量|功能|水平)[和与及](?:数量|功能|水平)")
_RECOVERY = re.compile(
    r".{0,4}(?:组织|细胞|器官)?(?:功能)?的?(?:修复|再生|恢复)(?:以及|和|与|及)(?:功能)?(?:恢复|修复|再生|改善|重建)"
)
_ANY_KIND = re.compile(
    r"(?:各种|多种|不同)(?:类型|特定|不同|功能)*的?(?:细胞|组织|器官|组织细胞)"
    r"|(?:various|multiple|different|several|many) (?:cell )?(?:types?|cells?|lineages?)(?: of cells)?"
)
_ANY_EFFECT = re.compile(
    r"(?:limited|poor|good|certain|serious|severe|beneficial) (?:therapeutic |clinical |adverse |side )?"
    r"(?:effects?|efficacy|outcomes?|results?|benefits?)"
)
_ANY_EN = re.compile(
    r"(?:lost|damaged|injured|dead|dying) (?:cells?|tissues?)"
    r"|(?:tissue|wound|cell|cellular) (?:repair|regeneration|healing)"
    r"|(?:significantly |markedly )?(?:improv|ameliorat|alleviat|reliev|attenuat)(?:es?|ed|ing) .{0,20}"
    r"(?:inflammation|symptoms?|injury|damage|disease activity)"
)
# what goes with some disease, which one is not told: `延缓衰老相关疾病进程`
_ANY_DISEASE = re.compile("[^,，]{0,6}相关的?(?:疾病|病变|病症|并发症)(?:的?(?:进程|进展|发展|发生|风险))?")
_ANY_HARM = re.compile("(?:严重|一些|较多|明显|较大|各种|多种|一定)*的?(?:副作用|不良反应|毒副作用|并发症)")
# what goes on, whatever it is
_GOES_ON = re.compile("(?:形成)?.{0,4}(?:恶性|正反馈|反馈)循环|(?:稳定|持续|大量|正常)表达")
_MANY_ORGANS = re.compile(
    "(?:多种|各种|多个|全身)的?(?:器官|组织|系统|脏器)的?(?:结构|功能)?(?:障碍|损伤|损害|受损|衰竭|异常|紊乱).*"
)
_GENERIC_END = re.compile(r"(?:的|正常)?(?:功能|恢复|再生|修复|健康|损伤|疼痛|肿胀|微环境|内环境)+$")
_DEED_BEFORE = re.compile(rf"(?:{_DEED})(?=[^细])")
_OF_DISEASE = re.compile(r"(?:的)?(?:[症癥][状狀]|病情|[进進]展)$")
# what any treatment is hoped to do for the part of the body that is ill
_HOPED = re.compile(
    rf"(?:显著|有效|明显|进一步|特异性)*地?(?:{_DEED}|增加|构建|稳定).*"
    r"(?:功能|发育|损伤|伤害|能力|系统|恢复|数量|质量|平衡恢复|愈合|微环境|能量代谢)"
)
_LEAST_NAME = 2
_NAMED = (TermKind.CELL, TermKind.FACTOR, TermKind.IMMUNE, TermKind.PATHWAY, TermKind.DISEASE)


def is_vague(answer: str) -> bool:
    """Whether an answer names nothing that a learner could know from the question."""
    view = match_view(answer).strip()
    return any(
        pattern.fullmatch(view)
        for pattern in (
            _VAGUE,
            _ANY_FACTOR,
            _GOOD_STATE,
            _CAUSED,
            _OF_MANY,
            _CELLS_THERE,
            _LESS_FOR_INFLAMMATION,
            _RECOVERY,
            _ANY_KIND,
            _ANY_EFFECT,
            _ANY_HARM,
            _ANY_DISEASE,
            _ANY_EN,
            _GOES_ON,
            _MANY_ORGANS,
        )
    )


def says_no_more(answer: str, front: str) -> bool:
    """Whether all that an answer names stands in the question (`卵巢功能`, of an ovary that failed)."""
    bare = _GENERIC_END.sub("", _DEED_BEFORE.sub("", match_view(answer)))
    return (
        len(bare) >= _LEAST_NAME
        and not bare.endswith("细胞")
        and bare != match_view(answer)
        and bare in match_view(front)
    )


def is_any_thing(answer: str, lexicon: Lexicon | None) -> bool:
    """Whether an answer is a bare noun for a whole class of things (`抗体`)."""
    return bool(lexicon and lexicon.words.pattern("<:thing>").fullmatch(match_view(answer).strip()))


def is_general(answer: str, lexicon: Lexicon | None) -> bool:
    """Whether an answer names no cell, factor, pathway or disease."""
    return lexicon is None or not lexicon.of(*_NAMED).mentions(answer)


def is_hoped(answer: str, lexicon: Lexicon | None) -> bool:
    """Whether an answer is a deed that anyone would hope for (`维持卵巢正常功能`), and names nothing."""
    return bool(_HOPED.fullmatch(match_view(answer).strip())) and is_general(answer, lexicon)


def is_deed_on(answer: str, lexicon: Lexicon | None) -> bool:
    """Whether an answer is that a disease gets better (`改善RA`), which a treatment is asked for."""
    change = literal.match(rf"(?:{_DEED})", match_view(answer))
    told = answer[change.end() if change else 0 :]
    rest = _OF_DISEASE.sub("", told).strip() if change or _OF_DISEASE.search(told) else ""
    return bool(rest and lexicon and lexicon.of(TermKind.DISEASE).lookup(rest))


def says_too_little(answer: str, front: str, lexicon: Lexicon | None) -> bool:
    """Whether a gap in a sentence would say too little to be a card by itself."""
    return (
        is_vague(answer)
        or is_any_thing(answer, lexicon)
        or is_deed_on(answer, lexicon)
        or is_hoped(answer, lexicon)
        or says_no_more(answer, front)
    )
