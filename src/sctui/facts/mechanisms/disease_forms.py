"""Chinese clauses on a disease: its signs, where it sits, whom it befalls, and what is given first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sctui.facts.mechanisms.claim import Claim
from sctui.facts.mechanisms.fitting import HEDGE, is_disease
from sctui.facts.mechanisms.noun_phrase import is_noun_phrase, trimmed
from sctui.facts.mechanisms.passage import Passage
from sctui.facts.mechanisms.speaker import Speaker, name_between
from sctui.lexicon.lexicon import Mention
from sctui.lexicon.term import TermKind
from sctui.text.brackets import BRACKET_AT_END
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
    rf"|(?:{_MOST}|[两二三四五六](?:大|项|个|种)|(?:关键|重要|独特)的?)*(?P<way>作用机制|作用方式|作用途径|作用|功能|优势|优点|缺点|局限性?|生物学特性|生物学功能)"
    rf"|{_MOST}*(?:受累|病变|发病|好发|多发|累及|侵犯)的?(?:部位|器官|地方|关节|位置)"
    r"|(?:目前|现有|唯一|首选|一线|二线|标准|常用|最?有效|根治|主要|最佳|外科|内科|的)+(?:治疗|疗法|药物|治疗方[法案式]|治疗手段|治疗药物|手术方式|办法)"
    r"|最(?:坏|差|终|严重)的?(?:结局|后果)|起因|根源|病根)"
)
_IS = r"(?:主要|通常|一般|多|常|就|则)?(?:有|包括|是(?!否|由)|为|表现为|在于|(?P<at>位于|在(?!于)))"
_TOLD = re.compile(rf"(?P<m>{_HEAD}){_IS}(?P<v>[^,;。:]{{2,60}}?)(?P<more>等(?:[^,;。、]{{0,8}})?)?$")
# `有三种: A、B和C`
_COUNTED = re.compile(
    rf"(?P<m>{_HEAD})(?:主要|通常|一般)?(?:有|包括|分为)(?:以下|如下|这么|下列)?[两二三四五六七几](?:个|种|点|条|类|大)?(?:方面|类)?$"
)
_LISTED = re.compile(r"[:：]\s?(?P<v>[^,;。:]{4,60}?)(?P<more>等(?:[^,;。、]{0,8})?)?(?=[,;。]|$)")
_LABEL = re.compile(
    rf"\s*(?:\d+\s*[.、．]\s*|[-•·]\s*)?(?P<s>[^,;。:的]{{2,24}})的(?P<m>(?=[两二三四五六]大|.*[有括为].*[两二三四五六七几]){_HEAD})"
    r"(?P<n>(?:主要|通常|一般)?(?:(?:有|包括|分为)(?:以下|如下|这么|下列)?(?:[两二三四五六七几](?:个|种|点|条|类|大)?(?:方面|类)?)?)?)[:：]\s*"
)
# what `_TOLD` and `_INVOLVES` cannot do without
_MAY_TELL = re.compile(
    "[状征现化点志症用应制式径能势性位官方节置疗法物案段办局果因源根](?:主要|通常|一般|[多常就则])?(?:[有是为在]|包括|表现|位于)"
)
_MAY_INVOLVE = re.compile("[累侵波][及犯袭]|[好多常高][发见]于")
_MARK = re.compile(r"\s*(?:\d+\s*[.、．]\s*|[-•·]\s*)?")
_ACTS = re.compile(
    r"(?:\([^()]*\))?(?:主要|可以?|能够?|通常|一般)*(?:从|通过|透过|以|有)[^:]{2,16}(?:作用|功效|疗效|效果|方面|途径|方式|机制)[:：]\s*"
)
# `A、B是主要表现`, `A是D的主要病理特征`
_TURNED = re.compile(
    rf"(?P<v>[^,;。:是]{{2,40}}?)(?P<more>等)?(?:都|均)?是(?P<d>[^,;。]{{0,16}}?)的?"
    rf"(?P<m>{_MOST}+{_KIND}(?:症状|体征|表现|特征|特点|病理改变|并发症|后遗症))(?:之一)?$"
)
# `主要累及A、B和C`, `好发于A`
_INVOLVES = re.compile(
    r"(?P<m>(?:主要|常常?|多|可|能|会|最常|通常|往往|也|还)*(?:累及|波及|侵犯|侵袭|好发于|多发于|多见于|常见于|高发于))了?"
    r"(?P<v>[^,;。:]{1,40}?)(?P<more>等(?:多个|多种|全身)?[^,;。、]{0,6})?$"
)
_OF_ITSELF = re.compile("最|[常多]见|首选|目前|现有|唯一|常用|.+的")
# `乏力、腹水、黄疸就接连出现`
_SEEN = re.compile(
    r"(?P<v>[^,;。:、]{2,12}、[^,;。:、]{2,12}(?:、|和|及|以及)[^,;。:、就便]{2,12}?)(?:等(?:症状|表现|情况)?)?(?:就|便|会|可|也|都|则)*(?:接连|相继|陆续|先后|同时|随之)?"
    r"(?:出现|发生)$"
)
_SEEN_AS, _FEW = "会出现的表现", 2
_TREATMENT = re.compile("(?:治疗|疗法|药物?|办法|手段|方[法案式])$")
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
_AT_START = 2  # characters of a sentence before what it is about
_GIVEN = re.compile("(?:疗法|治疗|移植|输注|注射|手术|注射液|药物?|制剂|产品)$")
_VERBAL = re.compile("[了着过会把将被让使]")


def read_disease(passage: Passage, speaker: Speaker, start: int, end: int) -> Iterator[Claim]:
    """What a clause between two columns tells of a disease, or of a treatment, by one of these forms."""
    view = passage.view
    told = _TOLD.search(view, start, end) if _MAY_TELL.search(view, start, end) else None
    listed = None if told else _LISTED.match(view, end)
    counted = _COUNTED.search(view, start, end) if listed else None
    if told or (counted and listed):
        found = told or counted
        assert found is not None  # one of the two
        place = start, found.start("m")
        subject = _subject(passage, speaker, place, of_any=found["sign"] or found["way"])
        if found["way"] and (not named_in(passage, *place) or is_disease(passage, subject)):
            subject = "" if is_disease(passage, speaker.subject) else speaker.subject
        value = told or listed
        assert value is not None
        measure = passage.line.text[slice(*found.span("m"))].removeprefix("的")
        claims = list(_claims(passage, (subject, measure), value.span("v"), (start, value.end())))
        if claims and _TREATMENT.search(measure) and not claims[0].items:
            name = BRACKET_AT_END.sub("", passage.line.text[slice(*claims[0].value)])
            speaker.subject, speaker.said = name, -1  # the next clause may speak of it
        where = told and told["at"]
        several = (claim for claim in claims if claim.items or not found["way"])
        yield from (replace(claim, slot="sited") if where else claim for claim in several)
    elif involved := _MAY_INVOLVE.search(view, start, end) and _INVOLVES.search(view, start, end):
        yield from _involved(passage, speaker, involved, start)
    elif seen := view.endswith(("出现", "发生"), start, end) and _SEEN.match(view, start, end):
        subject = _spoken_of(passage, speaker, start)
        for claim in _claims(passage, (subject, _SEEN_AS), seen.span("v"), (start, seen.end())):
            yield from [claim] if len(claim.items) > _FEW else []
    elif turned := "是" in view[start:end] and _TURNED.match(view, start, end):
        named = _last_disease(passage, *turned.span("d"))
        subject = passage.line.text[named.start : named.end] if named else ""
        if not turned["d"] or _NOBODY.fullmatch(turned["d"].strip("的")):
            subject = _spoken_of(passage, speaker, start)
        measure = passage.line.text[slice(*turned.span("m"))]
        yield from _claims(passage, (subject, measure), turned.span("v"), (start, turned.end()))


def read_label(passage: Passage) -> Iterator[Claim]:
    """What a label tells that is the beginning of a sentence (`X的作用机制有三种: A、B和C`)."""
    found = _LABEL.fullmatch(passage.view, 0, passage.body)
    listed = _LISTED.match(passage.view, found.end("m") + len(found["n"])) if found else None
    subject = name_between(passage, *found.span("s")) if found else ""
    if found and listed and "、" in listed["v"] and not passage.actions(*listed.span("v")):
        measure = passage.line.text[slice(*found.span("m"))].removeprefix("的")
        yield from _claims(passage, (subject, measure), listed.span("v"), (found.start("s"), listed.end()))


def who_acts(passage: Passage) -> str:
    """The cells that a label says act in the ways told behind it (`干细胞主要从三方面起作用: …`)."""
    first = passage.mention_at(_label_start(passage))
    if first is None or first.term.kind is not TermKind.CELL or first.start > _label_start(passage):
        return ""
    acts = _ACTS.fullmatch(passage.view, first.end, passage.body)
    return passage.line.text[first.start : first.end] if acts else ""


def _label_start(passage: Passage) -> int:
    mark = _MARK.match(passage.view)
    return mark.end() if mark else 0


def _claims(
    passage: Passage, asked: tuple[str, str], value: tuple[int, int], proof: tuple[int, int]
) -> Iterator[Claim]:
    """The claim that something, `asked` for with what it is, stands between two columns."""
    left, right = trimmed(passage.view, *value)
    subject, measure = asked
    if not subject or not _is_answer(passage, left, right) or subject in passage.line.text[left:right]:
        return
    trait = _TRAIT.search(measure)
    measure = measure if trait or _OF_ITSELF.match(measure) else f"的{measure}"
    listed = members(passage.line.text[left:right])
    flags = ("hedged",) if HEDGE.search(passage.view, proof[0], left) else ()
    slot = "feature" if trait else "sign"
    yield Claim(slot, subject, (left, right), proof, measure, listed if len(listed) > 1 else (), flags)


def _involved(passage: Passage, speaker: Speaker, found: re.Match[str], start: int) -> Iterator[Claim]:
    """Which parts of the body, or whom, a disease befalls."""
    subject = _subject(passage, speaker, (start, found.start("m")), of_any=None)
    people = _PEOPLE.search(found["v"]) and _BEFALLS.search(found["m"])
    if not people and not all(map(_WHERE.search, members(found["v"]))):
        return
    measure = passage.line.text[slice(*found.span("m"))]
    slot = "befalls" if people else "involves"
    for claim in _claims(passage, (subject, measure), found.span("v"), (start, found.end())):
        yield replace(claim, slot=slot, measure=measure)


def _is_answer(passage: Passage, left: int, right: int) -> bool:
    """Whether what stands between two columns can be an answer: a name, or a list of plain ones."""
    view = passage.view[left:right]
    if not view or _NO_ANSWER.search(view):
        return False
    listed = members(view)
    plain = all(_PLAIN.fullmatch(one) and not _VERBAL.search(one) for one in listed)
    return (plain and len(view) > 1) or is_noun_phrase(passage, left, right)


def _subject(passage: Passage, speaker: Speaker, place: tuple[int, int], *, of_any: str | None) -> str:
    """The disease that a clause begins with, or that is spoken of; or whatever it begins with."""
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
    if not of_any:
        return ""
    things = passage.entities(start, start + len(said))
    whole = things and things[-1].end == start + len(said)
    return name_between(passage, start, start + len(said)) if whole or _GIVEN.search(said) else ""


def named_in(passage: Passage, start: int, end: int) -> bool:
    """Whether a clause names what it is about before a column."""
    return not _NOBODY.fullmatch(passage.view[start:end].strip("的 ") or "其")


def _last_disease(passage: Passage, start: int, end: int) -> Mention | None:
    named = list(passage.named_diseases(start, end))
    return named[-1] if named else None


def _spoken_of(passage: Passage, speaker: Speaker, start: int) -> str:
    """The disease that the sentence before a column names first, or else the one that was spoken of."""
    begin = max(passage.view.rfind("。", 0, start) + 1, passage.body)
    here = list(passage.named_diseases(begin, start))
    keys = {one.term.key for one in here}
    if here and (len(keys) == 1 or here[0].start - begin <= _AT_START):
        return passage.line.text[here[0].start : here[0].end]
    if len(keys) > 1:
        known = passage.disease and any(
            passage.line.text[one.start : one.end] == passage.disease for one in here
        )
        return passage.disease if known else ""
    if is_disease(passage, speaker.subject):
        return speaker.subject
    told = list(passage.named_diseases(passage.body, start))
    if told and len({one.term.key for one in told}) == 1 and not speaker.subject:
        return passage.line.text[told[0].start : told[0].end]  # the only one of the passage
    others = {one.term.kind for one in passage.entities(begin, start)} & {TermKind.CELL, TermKind.TREATMENT}
    return "" if others else speaker.disease or passage.disease
