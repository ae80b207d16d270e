"""Who a clause speaks of: its own subject, or the last one named, with pronouns resolved."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sctui.facts.brackets import is_balanced
from sctui.facts.mechanisms.passage import Passage
from sctui.facts.mechanisms.predicate import before_adverbs
from sctui.lexicon.term import TermKind

_CONNECTIVE = re.compile(
    r"(?:此外|另外|同时|而且|并且|并|且|而(?!非)|但是|但|然而|因此|所以|例如|比如|其中(?!最)|已知|因为|由于|鉴于|虽然|尽管|"
    r"进而|从而|以此来?|一方面|另一方面|首先|其次|最后|目前|近年来|近日|迄今为止|也就是说|可以说|换言之|具体而言|总之|"
    r"(?:这|该)?(?:些|项|一)?(?:[\u4e00-\u9fff]{0,6}(?:研究|证据|数据|结果|综述|分析|试验|报道|实验)(?:结果|数据|人员)?)(?:还|也|均|都|已)*"
    r"(?:表明|显示|发现|证明|证实|称|指出|提示)|(?:研究人员|科学家|人们|我们|有报道称?)(?:还|也)?(?:发现|认为|证实)?|表明|证实|"
    r"与此同时|随后|还|也|则|又|,|:|\s)+"
)
_ADVERBIAL = re.compile(
    r"(?:在|当|对于|根据|基于|随着|除了|经过|尤其|特别)[^,;。]{2,24}?(?:中|时|后|下|条件下|方面|的时候|来说|而言|之后|过程中)(?:,|(?=干细胞|msc|hsc)|$)"
)
_AUXILIARY = re.compile(
    r"(?:能够|(?<![功多潜全性])能(?!力|量)|可以|可(?!溶|逆)|会(?!议)|将|还(?!原)|也|则|又|都|均|已被?|被|可能|有望|有助于|有利于|"
    r"进一步|更|有效|显著|特异性|有力|主要(?!组织)|往往|通常|直接|间接|从而|进而|最终|并(?!发)|且|不仅|通过|利用|借助|用于|一方面|"
    r"共同|参与|一旦|在|对(?!照)|使|让|令|把|是|具有|具备|具(?!体)|拥有|由于|由(?!来)|因|与[^,]{1,20}结合后?|主动|自发|凭借|不(?!良)|未|无法|没有|难以|常)"
)
_PRONOUN = re.compile(r"(?:(?:这|该|此|那)(?:些|种|类|一|项)?|它们?|其|他们)")
_SAME = re.compile(
    r"(?:它们?|其|(?:这|该|此)(?:些|种|类)?(?:细胞|疗法|治疗|干细胞|疾病|病|外泌体|组合|联合作用|作用))(?:的)?$"
)
_FACTORS = re.compile(r"(?:这|该)些?(?:生物活性)?(?:分子|物质|因子|细胞因子|生长因子|关键因子)$")
_PATHWAYS = re.compile(r"(?:这|该)些?(?:信号)?通路(?:的激活)?$")
_NOT_A_SUBJECT = re.compile(
    r"患者$|研究|数据|结果|医生|人员|文章|本文|参与者|受试者|团队|医院|期刊|杂志|公司|人类|科学家|试验|时间|^\d|年$|月$"
)
_BRACKET_END = re.compile(r"\s*\([^()]*\)$")
_BAD_EDGE = re.compile(r"^[的和与及等或从为被于了]|[和与及或的从将把为被由向于是]$")
_LIKE = re.compile(r"^(?:像|如|例如)")


@dataclass(slots=True)
class Speaker:
    """What a passage has spoken of so far; `subject` is empty when it is not known."""

    subject: str
    factors: str = ""
    pathways: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The subject of a clause and the column where its evidence begins."""

    subject: str
    start: int


def skip_connectives(view: str, start: int, end: int) -> int:
    """The column behind conjunctions, `studies show that` and leading adverbials."""
    while True:
        found = _CONNECTIVE.match(view, start, end) or _ADVERBIAL.match(view, start, end)
        if found is None or found.end() == start:
            return start
        start = found.end()


def find_subject(passage: Passage, speaker: Speaker, start: int, head: int) -> Found:
    """The subject of the clause that begins at `start` and whose verb stands at `head`; the speaker is updated.

    A subject that cannot be named silences the passage until another one is named.
    """
    view = passage.view
    auxiliary = next(
        (
            a
            for a in _AUXILIARY.finditer(view, start, head)
            if not passage.nested[a.start()] and not _in_term(passage, a)
        ),
        None,
    )
    end = before_adverbs(view, start, auxiliary.start() if auxiliary else head)
    name = view[start:end].strip()
    if not name:
        return Found(speaker.subject, end if auxiliary is None else min(end, auxiliary.start()))
    if _PRONOUN.match(name):
        speaker.subject = _resolved(speaker, name)
        return Found(speaker.subject, end)
    speaker.subject = _named(passage, start, end)
    return Found(speaker.subject, start)


def _in_term(passage: Passage, found: re.Match[str]) -> bool:
    return any(
        m.start < found.end() and found.start() < m.end
        for m in passage.entities(0, len(passage.view))
        if m.start <= found.start() < m.end
    )


def _resolved(speaker: Speaker, name: str) -> str:
    if _FACTORS.fullmatch(name):
        return speaker.factors
    if _PATHWAYS.fullmatch(name):
        return speaker.pathways
    return speaker.subject if _SAME.fullmatch(name) else ""


def _named(passage: Passage, start: int, end: int) -> str:
    """The name between two columns, without a bracket at its end; empty when it is no clean name."""
    view = passage.view
    like = _LIKE.match(view[start:end])
    start += like.end() if like else 0
    bracket = _BRACKET_END.search(view[start:end])
    end = start + bracket.start() if bracket else end
    name = passage.line.text[start:end].strip()
    seen = view[start:end].strip()
    if (
        not 2 <= len(name) <= 28
        or not is_balanced(name)
        or _NOT_A_SUBJECT.search(seen)
        or _BAD_EDGE.search(seen)
    ):
        return ""
    kinds = {m.term.kind for m in passage.entities(start, end)}
    return name if kinds - {TermKind.SOURCE} else ""
