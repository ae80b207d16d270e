"""Which answers say too little to be a gap by themselves: a bare `修复`, a deed on nothing with a name."""

from __future__ import annotations

import re

from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.text.match_view import match_view

_DEED = "改善|缓解|减轻|促进|提高|增强|恢复|维持|保护|修复|修补|重建|调节|调控|保障|优化|避免|预防"
_WHOSE = (
    "患者|机体|身体|体内|自身|受损|损伤|病变|慢性|组织|局部|整体|相关|正常|原有|自体|其他|多种|各种|一定|的"
)
_WHAT = (
    "细胞|修复|凋亡|症状|疾病|病情|损伤|炎症症状|再生|再生过程|恢复|功能|功能恢复|器官|组织|部位|"
    "状态|环境|痛苦|疼痛|不适|信号|信号分子|能力|愈合|作用|效果|平衡"
)
_VAGUE = re.compile(rf"(?!修复细胞$)(?:(?:显著|有效|明显|进一步)?地?(?:{_DEED}))?(?:{_WHOSE})*(?:{_WHAT})")
# a state that anything good would leave behind
_GOOD_STATE = re.compile(r".{0,12}(?:健康|良好|有利|支持性|适宜|理想)的?(?:状态|环境|条件|微环境)")
_NAMED = (TermKind.CELL, TermKind.FACTOR, TermKind.IMMUNE, TermKind.PATHWAY, TermKind.DISEASE)


def is_vague(answer: str) -> bool:
    """Whether an answer names nothing that a learner could know from the question."""
    view = match_view(answer).strip()
    return bool(_VAGUE.fullmatch(view) or _GOOD_STATE.fullmatch(view))


def is_general(answer: str, lexicon: Lexicon | None) -> bool:
    """Whether an answer names no cell, factor, pathway or disease."""
    return lexicon is None or not lexicon.of(*_NAMED).mentions(answer)


def is_deed_on(answer: str, lexicon: Lexicon | None) -> bool:
    """Whether an answer is that a disease gets better (`改善RA`), which a treatment is asked for."""
    change = re.match(rf"(?:{_DEED})", match_view(answer))
    rest = answer[change.end() :].strip() if change else ""
    return bool(rest and lexicon and lexicon.of(TermKind.DISEASE).lookup(rest))
