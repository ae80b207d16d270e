"""Forms of Chinese sentences that go on over several clauses, which reading clause by clause would cut."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.mechanisms.claim import Claim
from sctui.facts.mechanisms.noun_phrase import is_noun_phrase
from sctui.facts.mechanisms.passage import Passage
from sctui.facts.mechanisms.speaker import PRONOUN, name_between
from sctui.lexicon.term import TermKind
from sctui.text import literal
from sctui.text.enumeration import members

_ONCE = re.compile(r"一旦(?P<s>[^,;。]{3,20}),(?P<v>[^,;。]{4,24})(?=[,;。]|$)")
_OWING = re.compile("(?:由于|凭借)其")  # what `_TRAITS` cannot do without
_TRAITS = re.compile(
    r"(?P<s>[^,;。]{2,16}?)(?:由于|凭借)其(?P<v>[^;。]{4,48}?)等(?P<m>[^,;。的]{0,4}(?:特性|特点|优势))"
)
# `X通过抑制A,减少B,上调C等机制改善D`: deeds that are ways, which clauses would cut
_MEANS = re.compile(
    r"(?P<s>[^,;。]{2,16}?)(?:主要|可以?|能够?|还|也)*(?:[通透]过|借助|[藉借]由)(?P<v>[^;。]{6,48}?)等(?:多种|不同|多重|一系列)*"
    r"(?:机制|途径|方式|作用)(?:来|以|从而)?(?P<m>(?:改善|缓解|减轻|治疗|延缓|促进|抑制|修复|保护)[^,;。]{2,16})"
)
_BY_MEANS = re.compile("等(?:多种|不同|多重|一系列)*(?:机制|途径|方式|作用)")  # what it cannot do without
# `X增强A,这对于抑制那些B极为关键`: what X does is needed for a deed
_NEEDED_FOR = re.compile(
    r"(?:^|[;:。])\s*(?P<s>[^,;:。]{2,16}?)(?:[通透]过|可以?|能够?|会|还|也|进一步)[^,;。]{4,40},这对于?(?P<did>[^,;。]{4,40}?)"
    r"(?:极为|极其|至关|非常|十分|尤为|都)*(?P<end>关键|重要)(?=[,;。]|$)"
)
# `S对D有一定效果,并能使部分患者V`: what becomes of some of the patients
_BROUGHT = re.compile(
    r"(?<![^。;:,\s])(?:[^,;。:]{0,8}(?:证实|表明|显示|发现|提示|证明),?)?(?P<s>[^,;。:]{2,16}?)对(?P<d>[^,;。:]{2,16})"
    r"(?:有|具有|显示出?|表现出)(?:了|着)?[^,;。]{0,6}(?:疗效|效果|作用),?(?:并|而且|且|还|也)*(?:可以?|能够?|会)?"
    r"(?:使|让)(?:得)?(?:部分|多数|大多数|少数|一些|约?半数)?患者(?P<v>[^,;。]{4,16})(?=[,;。]|$)"
)
# `在小鼠模型中观察到X的现象`: what happened there
_SEEN = re.compile(
    r"在?(?P<m>[^,;。:]{0,8}(?:动物|小鼠|大鼠|鼠|兔|猪|猴|犬)[^,;。:]{0,8}?(?:模型|实验|研究|试验)?)中,?(?:还|也|均|都|已|曾)*"
    r"(?:观察|观测|发现|见|看)到(?:了)?(?P<v>[^,;。]{4,24}?)(?:的?(?:情况|现象|迹象|结果))?(?=[,;。]|$)"
)
# `在A以及B病例中,S能V`: in whom
_IN_CASES = re.compile(
    r"(?<![^。;:\s])在(?P<v>[^,;。:]{4,40}?)(?:等)?(?:病例|患者|病人)(?:的?体内)?中,(?P<s>[^,;。:]{2,16}?)(?=可以?|能够?|会|通过)"
    r"(?P<did>[^,;。]{4,40})(?=[,;。]|$)"
)
# `它们的A以及B使这些细胞成为治疗C的选择`: what of them makes them fit for it
_SUITS = re.compile(
    r"(?P<s>[^,;。:的]{1,16})的(?P<v>[^,;。的]{4,24})使得?(?:它们?|其|[这该]些?[^,;。]{1,6}?)(?:成为|适合|适用于|更适合)"
    r"[^,;。]{0,24}(?:治疗|疗法|选择|候选|移植|应用)"
)
# `如果S发生突变,导致M,就会导致V`: what follows from what
_IF = re.compile(
    r"(?:如果|倘若|假如|若(?!干|非|是))(?P<s>[^,;。]{4,24}),(?:(?:导致|引起|造成)(?P<mid>[^,;。]{4,20}),|(?:影响|干扰|破坏)[^,;。]{2,16},)?"
    r"(?:就|则|便|那么|即)(?:会|将|可能会?|可)?(?:导致|引起|引发|造成|诱发|触发)(?P<v>[^,;。]{4,24}?)(?=[,;。]|$)"
)
# `以异常的血液表型为特征,包括A和B`
_INCLUDES = re.compile(
    r"以[^,;。]{2,20}为(?:主要|典型|显著|突出)?(?:特征|特点|表现),(?:主要|常)?(?:包括|例如|即)(?P<v>[^,;。]{4,40})(?=[,;。]|$)"
)
_GOES_WRONG = re.compile("发生|出现|缺乏|缺失|异常|突变|失调|失衡|受损|障碍|不足|过度|过量|升高|下降")
_HAPPENS = re.compile("恢复|怀孕|妊娠|存活|再生|改善|升高|降低|增加|减少|消失|形成|延长|缩小")
_MOST_ILL = 3
DEED = re.compile(r"捐赠|提供|补充|转移|传导|供给")


def read_long_forms(passage: Passage, start: int, end: int, spoken_of: str = "") -> Iterator[Claim]:
    """The claims that such forms of a sentence make, which stands between two columns.

    `spoken_of` is whom the sentence before it was about.
    """
    yield from _suits(passage, start, end, spoken_of)
    yield from _traits(passage, start, end)
    yield from _means(passage, start, end)
    yield from _needed_for(passage, start, end)
    yield from _once(passage, start, end)
    yield from _brought(passage, start, end)
    yield from _seen(passage, start, end)
    yield from _in_cases(passage, start, end)
    yield from _if(passage, start, end)
    yield from _includes(passage, start, end, spoken_of)


def _suits(passage: Passage, start: int, end: int, spoken_of: str) -> Iterator[Claim]:
    """Which traits of cells make them fit for a treatment."""
    found = _SUITS.search(passage.view, start, end) if "使" in passage.view[start:end] else None
    if found is None:
        return
    whose = PRONOUN.fullmatch(found["s"])
    subject = (spoken_of or _only_cells(passage, start)) if whose else name_between(passage, *found.span("s"))
    listed = members(passage.line.text[slice(*found.span("v"))])
    if subject and len(listed) > 1 and is_noun_phrase(passage, *found.span("v")):
        yield Claim("suits", subject, found.span("v"), (found.start("v"), found.end()), "", listed)


def _only_cells(passage: Passage, end: int) -> str:
    """The cells that a passage names before a column, where they are the only ones."""
    named = [one for one in passage.entities(passage.body, end) if one.term.kind is TermKind.CELL]
    keys = {one.term.key for one in named}
    return passage.line.text[named[0].start : named[0].end] if len(keys) == 1 else ""


def _brought(passage: Passage, start: int, end: int) -> Iterator[Claim]:
    """What a treatment of a disease does for some of its patients."""
    found = _BROUGHT.search(passage.view, start, end) if "患者" in passage.view[start:end] else None
    subject = name_between(passage, *found.span("s")) if found else ""
    if found and subject and list(passage.named_diseases(*found.span("d"))):
        yield Claim("brings", subject, found.span("v"), (found.start("s"), found.end("v")))


def _seen(passage: Passage, start: int, end: int) -> Iterator[Claim]:
    """What was seen in animals after the cells were given that the label or the headings name."""
    found = _SEEN.search(passage.view, start, end) if "到" in passage.view[start:end] else None
    if found is None or not passage.actor:
        return
    given = any(one.term.kind is TermKind.CELL for one in passage.entities(*found.span("v")))
    told = passage.entities(*found.span("v")) or _HAPPENS.search(found["v"])
    if told and not given:
        yield Claim("seen", passage.actor, found.span("v"), found.span())


def _in_cases(passage: Passage, start: int, end: int) -> Iterator[Claim]:
    """In patients with which diseases something is done, where these are told as a list."""
    found = _IN_CASES.search(passage.view, start, end) if "中," in passage.view[start:end] else None
    subject = name_between(passage, *found.span("s")) if found else ""
    ill = members(passage.line.text[slice(*found.span("v"))]) if found else ()
    named = len({one.term.key for one in passage.named_diseases(*found.span("v"))}) if found else 0
    verbs = passage.actions(*found.span("did")) if found else []
    if found and subject and verbs and 1 < len(ill) <= _MOST_ILL and named >= 1:
        yield Claim("in-cases", subject, found.span("v"), (found.start(), found.end("did")), "", ill)


def _traits(passage: Passage, start: int, end: int) -> Iterator[Claim]:
    """`X由于其A,B和C等特性`: a list with commas, which clauses would cut."""
    view = passage.view[start:end]
    found = _TRAITS.search(view) if _OWING.search(view) else None
    if found is None:
        return
    subject = name_between(passage, start + found.start("s"), start + found.end("s"))
    value = start + found.start("v"), start + found.end("v")
    if subject and is_noun_phrase(passage, *value) and "," in passage.view[slice(*value)]:
        yield Claim("property", subject, value, (value[0], start + found.end()), found["m"])


def _means(passage: Passage, start: int, end: int) -> Iterator[Claim]:
    """What something does to bring a change about: deeds parted by commas."""
    listed = "," in passage.view[start:end] and _BY_MEANS.search(passage.view, start, end)
    found = _MEANS.search(passage.view, start, end) if listed else None
    subject = name_between(passage, *found.span("s")) if found else ""
    if found is None or not subject or "," not in found["v"]:
        return
    starts = [found.start("v"), *(at.end() for at in literal.finditer(",", passage.view[: found.end("v")]))]
    if all(is_deed(passage, at) for at in starts if at >= found.start("v")):
        done = passage.line.text[slice(*found.span("m"))]
        yield Claim("via", subject, found.span("v"), (found.start("s"), found.end("m")), done)


def _once(passage: Passage, start: int, end: int) -> Iterator[Claim]:
    """`一旦X被破坏, Y不再产生Z`: what follows for certain."""
    for found in _ONCE.finditer(passage.view, start, end):
        if passage.entities(*found.span("s")) and passage.entities(*found.span("v")):
            subject = passage.line.text[slice(*found.span("s"))]
            yield Claim("leads-to", subject, found.span("v"), (found.start(), found.end("v")))


def _needed_for(passage: Passage, start: int, end: int) -> Iterator[Claim]:
    """A deed for which that is needed which something brings about."""
    told = passage.view[start:end]
    for found in _NEEDED_FOR.finditer(told) if ",这对" in told else ():
        left, right = (start + at for at in found.span("did"))
        verb = next((one for one in passage.actions(left, right) if one.start == left), None)
        subject = name_between(passage, start + found.start("s"), start + found.end("s"))
        relation = verb.term.attributes.get("relation", "") if verb else ""
        if verb is None or not subject or not relation:
            continue
        value = max(verb.end, passage.view.rfind("的", verb.end, right) + 1), right
        if is_noun_phrase(passage, *value):
            yield Claim(relation, subject, value, (start + found.start("s"), start + found.end("end")))


def _if(passage: Passage, start: int, end: int) -> Iterator[Claim]:
    """What follows where something goes wrong, and what comes between."""
    for found in _IF.finditer(passage.view, start, end) if "导致" in passage.view[start:end] else ():
        subject = passage.line.text[slice(*found.span("s"))]
        if (
            not _GOES_WRONG.search(found["s"])
            or "患者" in found["s"]
            or not passage.entities(*found.span("s"))
        ):
            continue
        for part in ("mid", "v"):
            value = found.span(part)
            if found[part] and passage.entities(*value) and is_noun_phrase(passage, *value):
                yield Claim("leads-to", subject, value, found.span())


def _includes(passage: Passage, start: int, end: int, spoken_of: str) -> Iterator[Claim]:
    """What is among the features of the disease that is spoken of, or else of the first that was named."""
    found = _INCLUDES.search(passage.view, start, end) if "为" in passage.view[start:end] else None
    ill = list(passage.named_diseases(passage.body, found.start())) if found else []
    if found and ill and is_noun_phrase(passage, *found.span("v")):
        listed = members(passage.line.text[slice(*found.span("v"))])
        named = passage.line.text[ill[0].start : ill[0].end]
        name = spoken_of if any(one in spoken_of for one in passage.diseases) else named
        yield Claim("feature", name, found.span("v"), found.span(), "", listed if len(listed) > 1 else ())


def is_deed(passage: Passage, start: int) -> bool:
    """Whether a verb stands at a column."""
    return any(action.start == start for action in passage.actions(start, start + 4)) or bool(
        DEED.match(passage.view, start)
    )
