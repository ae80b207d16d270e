"""What may stand before the subject of a Chinese clause: conjunctions, `studies show that`, adverbials."""

from __future__ import annotations

import re

from sctui.facts.mechanisms.passage import Passage
from sctui.lexicon.term import TermKind

_AGENTS = {TermKind.CELL, TermKind.TREATMENT}
_SAYS = r"(?:表明|显示|发现|证明|证实|称|指出|提示|认为|揭示)"
_STUDY = r"(?:研究|证据|数据|结果|综述|分析|试验|报道|实验|案例|发现)(?:结果|数据|人员)?"
_CONNECTIVE = re.compile(
    r"(?:(?:结果|结论|背景)(?:[:：]|\s)\s*|此外|另外|同时|而且|并且|并|且|而是|而(?!非)|再?加上|加之|但是|但|然而|因此|所以|例如|比如|如(?!果|何|上|下)|其中的?(?!最)|已知|因为|由于|鉴于|"
    r"[①-⑳]|虽(?:然|说)?|尽管|进而|从而|以此来?|一方面|另一方面|首先|其次|最后|平时|平常|本来|目前|近年来|近日|迄今为止|也就是说|可以说|换言之|具体而言|"
    r"总之|由此(?=[引导造产诱带])|这样(?=一来|[既就便可能])|既(?=[能可会])|(?:设计|临床|结构|功能|机制)上(?=[,同可能会也还])|第[一二三四五六](?=[,:、\s])|其[一二三四](?=[,:、是\s])|[一二三四五]是(?=[一-鿿]{2})|理论上|理论上讲|实际上|事实上|一般来说|严重(?:时|者)|重者|晚期时?|尤其是|特别是|与此同时|随后|接[着著]|接下来|于是|这时候?|久而久之|还|也|则|又|,|:|\s|科学家发现可以用|"
    rf"(?:这|该)?(?:些|项|一)?[\u4e00-\u9fff]{{0,6}}{_STUDY}(?:还|也|均|都|已)*{_SAYS}|"
    rf"(?:研究人员|科学家|人们|我们|有报道|[\u4e00-\u9fff]{{1,4}}等人?(?:的研究)?)(?:还|也)?{_SAYS}|"
    rf"{_SAYS}(?=[^的]))+"
)
# `在…中`, `对于…来说`; what it leads to begins behind a comma, or is a known thing
_ADVERBIAL = re.compile(r"(?:在|当|对于|根据|基于|随着|除了|经过|尤其|特别)[^,;。]{2,24}")
_ADVERBIAL_END = re.compile(r"(?:条件下|的时候|来说|而言|之后|过程中|方面|[中时后下])(?P<comma>,?)")


def skip_connectives(passage: Passage, start: int, end: int) -> int:
    """The column behind conjunctions, `studies show that` and leading adverbials."""
    while True:
        found = _CONNECTIVE.match(passage.view, start, end)
        behind = found.end() if found and found.end() > start else _behind_adverbial(passage, start, end)
        if behind <= start:
            return start
        start = behind


def _behind_adverbial(passage: Passage, start: int, end: int) -> int:
    adverbial = _ADVERBIAL.match(passage.view, start, end)
    if adverbial is None:
        return start
    last = min(end, adverbial.end() + 1)
    for found in _ADVERBIAL_END.finditer(passage.view, start + 3, last):
        mention = passage.mention_at(found.end()) if found.end() < end else None
        known = mention is not None and mention.start == found.end() and mention.term.kind in _AGENTS
        if found["comma"] or found.end() == end or known:
            return found.end()
    return start
