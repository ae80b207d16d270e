"""Chinese clauses on a disease: its signs, where it sits, whom it befalls, and what is given first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.mechanisms.claim import Claim
from sctui.facts.mechanisms.fitting import HEDGE, is_disease
from sctui.facts.mechanisms.noun_phrase import is_noun_phrase, trimmed
from sctui.facts.mechanisms.passage import Passage
from sctui.facts.mechanisms.speaker import Speaker, name_between
from sctui.lexicon.lexicon import Mention
from sctui.lexicon.term import TermKind
from sctui.text.enumeration import members

_MOST = r"(?:(?:最|较|很)?(?:为)?(?:常见|主要|典型|突出|多见|严重|常|早期|晚期|首发|特征性|特异性|核心)的?)"
_PART = r"(?:[^,;。的是有]{1,6}(?:方面|有关|无关|相关)的)"
_KIND = (
    rf"{_PART}?(?:临床|病理|病理学|影像学|运动|非运动|全身|局部|急性期|慢性期|关节外|肠外|皮肤|神经|胃肠道)?"
)
# what is asked of a disease by its name; `sign` may be asked of a treatment as well
_HEAD = (
    rf"(?:{_MOST}*{_KIND}(?:症状|体征|病理改变|病理变化|病理特征|病理特点)"
    rf"|(?:{_MOST}+{_KIND}|{_PART}|(?:临床|影像学|病理|早期|晚期|全身|局部|皮肤|运动|非运动))表现"
    rf"|{_MOST}+(?:特征|特点|标志)"
    rf"|{_MOST}*(?P<sign>并发症|后遗症|不良反应|副作用|毒副作用)"
    rf"|{_MOST}*(?:受累|病变|发病|好发|多发|累及|侵犯)的?(?:部位|器官|地方|关节|位置)"
    r"|(?:目前|现有|唯一|首选|一线|二线|标准|常用|最?有效|根治|主要|最佳|外科|内科|的)+(?:治疗|疗法|药物|治疗方[法案式]|治疗手段|治疗药物|手术方式|办法)"
    r"|最(?:坏|差|终|严重)的?(?:结局|后果)|起因|根源|病根)"
)
_IS = r"(?:主要|通常|一般|多|常|就|则)?(?:有|包括|是(?!否|由)|为|表现为|在于|(?P<at>位于|在(?!于)))"
_TOLD = re.compile(
    rf"(?P<m>{_HEAD}){_IS}(?:以下|如下)?[:：]?(?P<v>[^,;。:]{{2,60}}?)(?P<more>等(?:[^,;。、]{{0,8}})?)?$"
)
# `A、B是主要表现`, `A是D的主要病理特征`
_TURNED = re.compile(
    rf"(?P<v>[^,;。:是]{{2,40}}?)(?P<more>等)?(?:都|均)?是(?P<d>[^,;。]{{0,16}}?)的?"
    rf"(?P<m>{_MOST}+{_KIND}(?:症状|体征|表现|特征|特点|病理改变|并发症|后遗症))(?:之一)?$"
)
# `主要累及A、B和C`, `好发于A`
_INVOLVES = re.compile(
    r"(?P<m>(?:主要|常常?|多|可|能|会|最常|通常|往往|也|还)*(?:累及|侵犯|侵袭|好发于|多发于|多见于|常见于|高发于))了?"
    r"(?P<v>[^,;。:]{1,40}?)(?P<more>等(?:多个|多种|全身)?[^,;。、]{0,6})?$"
)
_OF_ITSELF = re.compile("最|[常多]见|首选|目前|现有|唯一|常用|.+的")
_TRAIT = re.compile("(?:特征|特点|标志)$")
_PEOPLE = re.compile(r"(?:人群?|者|儿童?|女性|男性|妇女|老人|青年|婴幼?儿|患者|病人|[男女])$")
_WHERE = re.compile(
    r"(?:部|节|管|道|膜|脏|肝|肺|肾|脑|肠|胃|心|眼|皮肤|皮|肌|骨|腱|髓|神经|血管|淋巴结|系统|器官|组织|口腔|关节|末端|脊柱|四肢|[手足腕肘肩髋膝踝指趾臂腿颈腰])$"
)
_BEFALLS = re.compile("[好多常高][发见]于$")
_NOBODY = re.compile(
    r"(?:该|本|此|这种|这类|这个)(?:疾?病|病症|综合征)|其|它|患者|病人|临床上?|病变|这时候?|此时|主要|常|还|也|\s"
)
_PLAIN = re.compile(r"[\u3400-\u9fffA-Za-z0-9()α-ω+/ -]{1,16}")
_NO_ANSWER = re.compile(
    r"[这那该此其它我你]|以外|多个|什么|哪|如何|是否|不同|多样|复杂|较|更|明显|一种|一个|一类|之一|疾病$|病程|取决|需要?|应|所致|以[^以]{1,12}为|\d+\s?[%％]"
)
_VERBAL = re.compile("[了着过会把将被让使]")


def read_disease(passage: Passage, speaker: Speaker, start: int, end: int) -> Iterator[Claim]:
    """What a clause between two columns tells of a disease by one of these forms."""
    view = passage.view
    for found in (_TOLD.search(view, start, end), _INVOLVES.search(view, start, end)):
        if found:
            subject = _subject(
                passage, speaker, (start, found.start("m")), "sign" in found.re.groupindex and found["sign"]
            )
            yield from _claims(passage, found, subject, start)
            return
    found = _TURNED.match(view, start, end)
    if found:
        inside = found.span("d")
        named = _last_disease(passage, *inside)
        subject = passage.line.text[named.start : named.end] if named else ""
        if not found["d"] or _NOBODY.fullmatch(found["d"].strip("的")):
            subject = _spoken_of(passage, speaker, start)
        yield from _claims(passage, found, subject, start)


def _claims(passage: Passage, found: re.Match[str], subject: str, start: int) -> Iterator[Claim]:
    left, right = trimmed(passage.view, *found.span("v"))
    measure = passage.line.text[slice(*found.span("m"))].removeprefix("的")
    itself = found.re is _INVOLVES or _OF_ITSELF.match(measure) or _TRAIT.search(measure)
    measure = measure if itself else f"的{measure}"
    told = _answer(passage, left, right)
    if not subject or not told or subject in passage.line.text[left:right]:
        return
    slot = "sited" if found.groupdict().get("at") else "feature" if _TRAIT.search(measure) else "sign"
    if found.re is _INVOLVES:
        people = _PEOPLE.search(found["v"])
        if not people and not all(map(_WHERE.search, members(passage.view[left:right]))):
            return
        slot = "befalls" if people and _BEFALLS.search(found["m"]) else "involves"
    listed = members(passage.line.text[left:right])
    flags = ("hedged",) if HEDGE.search(passage.view, start, left) else ()
    yield Claim(
        slot, subject, (left, right), (start, found.end()), measure, listed if len(listed) > 1 else (), flags
    )


def _answer(passage: Passage, left: int, right: int) -> bool:
    """Whether what stands between two columns can be an answer: a name, or a list of plain ones."""
    view = passage.view[left:right]
    if not view or _NO_ANSWER.search(view):
        return False
    listed = members(view)
    plain = all(_PLAIN.fullmatch(one) and not _VERBAL.search(one) for one in listed)
    return (plain and len(view) > 1) or is_noun_phrase(passage, left, right)


def _subject(passage: Passage, speaker: Speaker, place: tuple[int, int], sign: object) -> str:
    """The disease that a clause begins with, or that is spoken of; for a `sign` the treatment as well."""
    start, end = place
    said = (
        passage.view[start:end]
        .strip()
        .removesuffix("的")
        .removesuffix("患者")
        .removesuffix("病人")
        .removesuffix("的")
    )
    if not said or _NOBODY.fullmatch(said):
        return _spoken_of(passage, speaker, start)
    named = _last_disease(passage, start, start + len(said))
    if named and named.end == start + len(said):
        name = name_between(passage, start, named.end)
        return name or passage.line.text[named.start : named.end]
    if not sign:
        return ""
    return name_between(passage, start, start + len(said))


def _last_disease(passage: Passage, start: int, end: int) -> Mention | None:
    named = list(passage.named_diseases(start, end))
    return named[-1] if named else None


def _spoken_of(passage: Passage, speaker: Speaker, start: int) -> str:
    """The disease that the sentence before a column names first, or else the one that was spoken of."""
    begin = max(passage.view.rfind("。", 0, start) + 1, passage.body)
    here = list(passage.named_diseases(begin, start))
    keys = {one.term.key for one in here}
    if len(keys) == 1:
        return passage.line.text[here[0].start : here[0].end]
    if len(keys) > 1:
        known = passage.disease and any(
            passage.line.text[one.start : one.end] == passage.disease for one in here
        )
        return passage.disease if known else ""
    if is_disease(passage, speaker.subject):
        return speaker.subject
    others = {one.term.kind for one in passage.entities(begin, start)} & {TermKind.CELL, TermKind.TREATMENT}
    return "" if others else speaker.disease or passage.disease
