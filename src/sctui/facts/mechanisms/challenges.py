"""What Chinese sentences say stands in the way of a treatment, what holds it back, and what it needs.

`A、B和C仍是X的主要挑战`, `X需攻克三大挑战: A、B及C`; `由于A和B,X受到限制`; `X需要A和B条件`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sctui.facts.mechanisms.claim import Claim
from sctui.facts.mechanisms.fitting import HEDGE
from sctui.facts.mechanisms.form import count_of
from sctui.facts.mechanisms.noun_phrase import trimmed
from sctui.facts.mechanisms.passage import Passage
from sctui.facts.mechanisms.speaker import Speaker
from sctui.lexicon.term import TermKind
from sctui.text.enumeration import members

_WAY_BAR = "(?:挑战|难题|瓶颈|障碍|难点|阻碍|制约因素|限制因素)"
_MOST = "(?:主要|最大|核心|关键|重大|重要|突出|首要|共同)"
_YET = r"(?:仍然?|依然|还|也|都|均|尚|目前|当前|正|要|需要?|须|必须|亟[需待]|有待)*"
# `S仍需攻克三大核心挑战: A、B以及C`
_COUNTED = re.compile(
    rf"(?:^|(?<=[,;。]))\s*(?P<s>[^,;。:]{{2,24}}?){_YET}(?:面临|面对|攻克|克服|解决|突破|跨越|应对)[着的了]?(?:以下|如下)?"
    rf"(?P<m>(?P<n>[二两三四五六])(?:大|个|项|种|重)?{_MOST}?的?{_WAY_BAR})[:：]\s?(?P<v>[^;。:]{{6,90}}?)(?=[;。]|$)"
)
# `A、B和C仍是S的主要挑战`
_LISTED = re.compile(
    rf"(?:^|(?<=[,;。]))\s*(?:(?P<who>[^,;。:的]{{2,16}})的)?(?P<v>[^,;。:是]{{4,48}}?)\s?{_YET}(?:是|为|成为)(?P<s>[^,;。:]{{2,20}}?)"
    rf"(?:所?面临)?的(?P<m>{_MOST}+的?{_WAY_BAR})(?=[,;。]|$)"
)
# `S面临的主要挑战包括A、B和C`
_NAMED = re.compile(
    rf"(?:^|(?<=[,;。]))\s*(?P<s>[^,;。:]{{2,24}}?)(?:所?面临|存在)?的(?P<m>{_MOST}+的?{_WAY_BAR}){_YET}(?:包括|有|是|为|在于)"
    r"(?P<v>[^,;。:]{4,60}?)(?:等(?:方面|问题)?)?(?=[,;。]|$)"
)
_FORMS = (_COUNTED, _LISTED, _NAMED)
_MAY_TELL = re.compile(_WAY_BAR)  # what all of them cannot do without
# `由于A和B,S的应用受到限制`
_HELD_BACK = re.compile(
    r"(?:^|(?<=[,;。]))\s*(?:但|然而|不过|而|,)*由于(?P<v>[^,;。]{4,30}),(?P<s>[^,;。]{4,28}?)(?:也|仍|还|均|都)*(?:受到?|面临)(?:了|着)?"
    r"(?:一定|很大|较大|严重|明显|诸多)?的?(?:程度的?)?限制(?=[,;。]|$)"
)
# `A、B及C仍需优化`
_TO_MEND = re.compile(
    r"(?:^|(?<=[,;。]))\s*(?:但|然而|不过|而|,)*(?P<v>[^,;。]{6,40}?)(?:等(?:方面|问题)?)?(?:都|均|也)*(?:仍|尚|还|依然|亟)+(?:需要?|有待|待)"
    r"(?:进一步|持续|不断)?(?P<m>优化|改进|解决|完善)(?=[,;。]|$)"
)
# `S需A和B条件`
_NEEDS = re.compile(
    r"(?:^|(?<=[,;。]))\s*(?P<s>[^,;。:]{2,16}?)(?:必须|通常|一般|还|也|均|都)*需要?(?P<v>[^,;。]{4,30}?(?:条件|环境))(?=[,;。]|$)"
)
# `传统治疗仅能A,无法B`
_LIMITS = re.compile(
    r"(?:^|(?<=[,;。]))\s*(?P<s>(?:传统|常规|现有|目前的?|标准|一线)的?(?:药物|手术|激素|西医|保守)?(?:治疗|疗法|药物|手段)(?:方法|手段)?)"
    r"(?:往往|通常|大多|一般|也|都|均)*(?P<v>(?:仅|只)(?:是|仅)?能?[^,;。]{2,20},(?:但|而|却)?(?:难以|无法|不能)[^,;。]{3,24})(?=[,;。]|$)"
)
_TURN = "(?:上升|升高|下降|降低|改善|增大|缩小|增加|减少|减轻|好转|恢复|提高|增强)"
# `部分患者A上升,B改善`
_OF_SOME = re.compile(
    rf"(?:^|(?<=[,;。]))\s*(?P<m>(?:部分|多数|大多数|少数|一些)(?:患者|病人))的?(?P<v>[^,;。]{{2,16}}{_TURN}(?:[,、][^,;。]{{2,16}}{_TURN})+)"
    "(?=[;。]|$)"
)
_OF_WHAT = re.compile("运输|储存|保存|贮存|培养|生产|制备|冻存")
_THING_NEEDED_FOR = re.compile("(?:细胞|产品|制剂|外泌体|囊泡|移植物|药物|疗法)$")
# whose way is barred: what is brought into use, and how far that has come
_USE = re.compile(
    r"(?P<who>.*?)的?(?:真正的?|当前|目前|现阶段|广泛的?|大规模的?|进一步的?)*"
    r"(?P<what>(?:在临床上?的)?(?:实际)?(?:临床|大规模|商业|产业|规模)?(?:转化|应用|推广|产业化|商业化|开发|研发|治疗|移植|化生产)+)(?:成功|过程|之路|中|上)*"
)
_POINTS = re.compile(r"[这该此]|其|它们?|[^\u3400-\u9fffa-z0-9 +-]")
_KNOWN = {TermKind.CELL, TermKind.TREATMENT}
_LONGEST_MEMBER = 16
_MANY = 3


def read_challenges(passage: Passage, speaker: Speaker, start: int, end: int) -> Iterator[Claim]:
    """What a sentence between two columns tells of what bars the way of a treatment, or of cells."""
    yield from _named(passage, speaker, 0 if start == passage.body else start, end)  # with its label
    view = passage.view[start:end]
    held = _HELD_BACK.search(view) if "限制" in view else None
    if held and (subject := _whose(passage, speaker, held, start)):
        yield _claim(passage, "held-back", subject, held, start)
    mend = _TO_MEND.search(view) if "需" in view or "待" in view else None
    value = passage.line.text[start + mend.start("v") : start + mend.end("v")] if mend else ""
    actor = passage.actor or passage.cells or speaker.cells
    if mend and actor and len(members(value)) > 2 and passage.disease:
        yield _claim(passage, "to-mend", actor, mend, start)
    some = _OF_SOME.search(view) if "患者" in view or "病人" in view else None
    if some and passage.actor:
        yield _claim(passage, "of-some", passage.actor, some, start)
    limits = _LIMITS.search(view) if "能" in view else None
    ill = _ill(passage, start, start + limits.start("s")) if limits else ""
    if limits and ill:
        whose = f"{ill}的{passage.line.text[slice(*_at(limits, 's', start))]}"
        yield replace(_claim(passage, "limits", whose, limits, start), flags=("negated",))
    needs = _NEEDS.search(view) if "需" in view else None
    if needs and _THING_NEEDED_FOR.search(needs["s"]):
        subject = passage.line.text[slice(*_at(needs, "s", start))]
        claim = _claim(passage, "needs", subject, needs, start)
        told = [
            passage.line.text[slice(*one.span())] for one in _OF_WHAT.finditer(passage.view, *claim.value)
        ]
        if 0 < len(told) < _MANY:
            yield replace(claim, measure="和".join(told))


def _ill(passage: Passage, start: int, end: int) -> str:
    """The disease that a sentence names before a column, at its start or alone; else that of the headings."""
    named = list(passage.named_diseases(start, end))
    begins = bool(named) and not passage.view[start : named[0].start].strip()
    if not begins and len({one.term.key for one in named}) > 1:
        return ""
    return passage.line.text[named[0].start : named[0].end] if named else passage.disease


def _claim(passage: Passage, slot: str, subject: str, found: re.Match[str], offset: int) -> Claim:
    """The claim of one of the forms of this file."""
    value, line = _at(found, "v", offset), passage.line.text
    value = trimmed(passage.view, *value)
    named = "m" in found.re.groupindex
    listed = members(line[slice(*value)])
    flags = ("hedged",) if HEDGE.search(found[0]) else ()
    start = offset + found.start() + len(found[0]) - len(found[0].lstrip())
    measure = line[slice(*_at(found, "m", offset))] if named else ""
    return Claim(
        slot, subject, value, (start, offset + found.end()), measure, listed if len(listed) > 1 else (), flags
    )


def _at(found: re.Match[str], part: str, offset: int) -> tuple[int, int]:
    return offset + found.start(part), offset + found.end(part)


def _named(passage: Passage, speaker: Speaker, start: int, end: int) -> Iterator[Claim]:
    """The challenges that a sentence tells by name, two or more."""
    found = _MAY_TELL.search(passage.view, start, end) and next(
        (one for form in _FORMS if (one := form.search(passage.view[start:end]))), None
    )
    if not found:
        return
    listed = members(passage.line.text[slice(*_at(found, "v", start))])
    counted = found.groupdict().get("n")
    whole = len(listed) > 1 and (not counted or len(listed) == count_of(counted))
    subject = _whose(passage, speaker, found, start)
    if whole and subject and all(len(_bare(one)) <= _LONGEST_MEMBER for one in listed):
        yield _claim(passage, "challenges" if counted else "obstacles", subject, found, start)


def _bare(member: str) -> str:
    return re.sub(r"[(（][^()（）]*[)）]", "", member)


def _whose(passage: Passage, speaker: Speaker, found: re.Match[str], offset: int) -> str:
    """What the challenges bar the way of, with whose use it is; empty where that is not told."""
    use = _USE.fullmatch(found["s"])
    if use is None:
        return ""
    at = offset + found.start("s")
    what = passage.line.text[at + use.start("what") : at + use.end("what")]
    if use["who"] and not _POINTS.search(use["who"]):
        known = any(one.term.kind in _KNOWN for one in passage.entities(at, at + use.end("who")))
        return passage.line.text[at : at + use.end("what")] if known else ""
    if found.groupdict().get("who"):
        who = offset + found.start("who"), offset + found.end("who")
        if any(one.term.kind in _KNOWN for one in passage.entities(*who)):
            return f"{passage.line.text[slice(*who)]}{what}"
    actor = passage.actor or passage.cells or speaker.cells
    return f"{actor}{what}" if actor else ""
