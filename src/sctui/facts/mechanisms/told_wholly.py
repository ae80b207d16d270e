"""Chinese clauses asked as they stand: what drives a disease, what cells cannot do, what risks there are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.mechanisms.claim import Claim
from sctui.facts.mechanisms.fitting import HEDGE
from sctui.facts.mechanisms.listening import is_state
from sctui.facts.mechanisms.noun_phrase import is_noun_phrase
from sctui.facts.mechanisms.passage import Passage
from sctui.lexicon.term import TermKind
from sctui.text.enumeration import members

# `免疫细胞过早衰老是驱动疾病的关键因素`
_DRIVER = re.compile(
    r"(?P<v>[^,;。:是]{4,24})是(?:驱动|推动|导致|引起|引发|造成|促进)(?P<d>[^,;。的]{2,16}?)(?:的?(?:发生|发展|进展|发病))*"
    r"的(?:一个|一种)?(?:关键|重要|主要|核心|首要|始动|直接)的?(?:因素|原因|驱动力|环节|机制|诱因|力量)$"
)
# `环境因素与遗传易感性共同驱动免疫失调`
_JOINTLY = re.compile(
    r"(?P<v>[^,;。:]{2,16}?(?:、[^,;。:、]{2,12})*(?:和|与|及|以及)[^,;。:、]{2,16}?)(?:共同|协同|一起)(?:地)?(?P<m>驱动|导致|引起|引发|诱发|促成|造成|推动|介导)了?(?P<d>[^,;。]{2,16})"
)
_NO_FACTOR = re.compile("[这该其此是由在对从将把被让使的]|[通透]过|可能|以及其他")
# `患者的MtSC再生能力严重受损`
_IMPAIRED = re.compile(
    r"的?(?P<v>[^,;。的()和与及、]{2,8}(?:功能|能力|潜能|活性))(?:严重|显著|明显|部分|也|均|都|持续|逐渐|大幅)*"
    r"(?:受损|受到损害|缺陷|减弱|丧失|减退)$"
)
# `X的脱靶效应及Y的免疫扰动风险需长期随访`
_RISKS = re.compile(r"风险(?:仍|尚|也|均|都|还|依然)*(?:需|存在|值得|不容|不可忽视|有待)")
_RISK = re.compile(
    r"(?:(?<![^:,;。\s])|[及和与、])(?P<s>[^,;。:\s的及和与、]{2,14})的(?P<v>[^,;。的及和与、]{2,8}?)(?=效应|风险)"
)
_WATCHED = re.compile(r"风险(?P<m>)(?:仍|尚|也|均|都|还|依然)*需要?(?P<did>[^,;。]{4,10})$")
_IS = re.compile("是|为")
_CELLS = {TermKind.CELL, TermKind.IMMUNE}
_ANY_RISK = re.compile("(?:潜在|长期|安全性?|主要|相关|治疗|一定|较高|上述)*")


def read_told_wholly(passage: Passage, start: int, end: int) -> Iterator[Claim]:
    """The claims of a clause that its whole text asks for; none where it is of no such form."""
    view = passage.view[start:end]
    if view.endswith(("受损", "损害", "缺陷", "减弱", "丧失", "减退")):
        yield from _impaired(passage, start, end)
    if "风险" in view and _RISKS.search(view):
        yield from _risks(passage, start, end)


def _flags(passage: Passage, start: int, end: int) -> tuple[str, ...]:
    return ("hedged",) if HEDGE.search(passage.view, start, end) else ()


def read_driver(passage: Passage, start: int, end: int) -> Iterator[Claim]:
    """What a clause says to be behind a disease, or behind what goes on in it."""
    found = _DRIVER.fullmatch(passage.view, start, end) if "是" in passage.view[start:end] else None
    if found is None or not is_noun_phrase(passage, *found.span("v")):
        return
    whose = passage.line.text[slice(*found.span("d"))]
    ill = whose in {"疾病", "病情", "发病"} and passage.disease
    if (ill or passage.entities(*found.span("d"))) and passage.entities(*found.span("v")):
        yield Claim("driver", whose, found.span("v"), (start, end), flags=_flags(passage, start, end))


def read_jointly(passage: Passage, start: int, end: int) -> Iterator[Claim]:
    """What a clause says several things bring about together."""
    found = _JOINTLY.fullmatch(passage.view, start, end) if "同" in passage.view[start:end] else None
    if found is None or not (passage.entities(*found.span("d")) or is_state(found["d"])):
        return
    listed = members(passage.line.text[slice(*found.span("v"))])
    if len(listed) > 1 and not _NO_FACTOR.search(found["v"]):
        effect, verb = (passage.line.text[slice(*found.span(part))] for part in ("d", "m"))
        flags = _flags(passage, start, end)
        yield Claim("jointly", effect, found.span("v"), (start, end), verb, listed, flags)


def _impaired(passage: Passage, start: int, end: int) -> Iterator[Claim]:
    cells = [one for one in passage.entities(start, end) if one.term.kind in _CELLS]
    cells = [one for one in cells if not passage.nested[one.start]]
    if not cells:
        return
    behind = cells[-1].end
    while behind < end and passage.nested[behind]:
        behind += 1
    found = _IMPAIRED.fullmatch(passage.view, behind, end)
    if found and not _IS.search(passage.view, start, behind):
        subject = passage.line.text[start : cells[-1].end]
        yield Claim("impaired", subject, found.span("v"), (start, end), flags=_flags(passage, start, end))


def _risks(passage: Passage, start: int, end: int) -> Iterator[Claim]:
    """The risks of each of several things; all in one where the clause says what must be done about them."""
    told = [
        found
        for found in _RISK.finditer(passage.view, start, end)
        if (passage.entities(*found.span("s")) or found["s"].endswith(("细胞", "移植", "疗法", "外泌体")))
        and not _ANY_RISK.fullmatch(found["v"])
    ]
    subjects = [passage.line.text[slice(*found.span("s"))] for found in told]
    watched = _WATCHED.search(passage.view, start, end) if len(told) > 1 else None
    if watched:
        value, done = (told[0].start("s"), watched.start("m")), passage.line.text[slice(*watched.span("did"))]
        yield Claim(
            "risks", "和".join(subjects), value, (start, end), done, flags=_flags(passage, start, end)
        )
        return
    for subject, found in zip(subjects, told, strict=True):
        yield Claim("risk", subject, found.span("v"), (start, end), flags=_flags(passage, start, end))
