"""The name that a study goes by: `“Lantern” trial`, `the HARBOUR trial`, `HARBOUR (2020, n = 30)`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sctui.facts.trials.setting import Found, designs
from sctui.facts.trials.stages import trial_phases
from sctui.facts.trials.statement import Statement, kept
from sctui.text.match_view import match_view
from sctui.text.quantity import QuantityKind

_OPEN, _CLOSE = '“「『"‘', '”」』"’'
_QUOTED = rf"[{_OPEN}](?P<name>[^{_OPEN}{_CLOSE}《》,，。;；:：()（）、\s]{{1,14}})[{_CLOSE}]"
_KIND_WORD = (
    "(?:随机|双盲|单盲|三盲|对照|安慰剂|单臂|开放标签|开放|多中心|单中心|前瞻性"
    "|国际|全国|临床|注册|关键|桥接)"
)
_KIND = (
    rf"(?:{_KIND_WORD}"
    r"|第?\s?(?:iv|i{1,3}|[一二三四1-4])(?:/(?:iv|i{1,3}|[一二三四1-4]))?\s?期|的|[、,\s])*"
)
_STUDY = r"(?:研究|试验)(?!者|人员|团队|所|中心|室|组)"
_ACRONYM = (
    r"(?<![A-Za-z0-9-])(?P<name>(?:[A-Z][A-Z0-9]{3,}(?:-[A-Za-z0-9]{1,6})*|[A-Z]{2,3}-[A-Z]{4,}(?:-\d{1,2})?"
    r"|[A-Z]{2,4}-[A-Z]{2,6}\d{2,4}))(?![A-Za-z0-9-])"
)
# a code, where a text says that it is one: `代号ISL-07`
_CODE = r"(?P<name>[A-Z][A-Z0-9]+(?:-[A-Za-z0-9]{1,6})*)(?![A-Za-z0-9])"
_PHASE = r"(?:第?\s?(?:[IVⅠⅡⅢⅣ]{1,3}|[1-4一二三四])[ab]?(?:[-/、](?:[IVⅠⅡⅢⅣ]{1,3}|[1-4一二三四])[ab]?)?\s?期)"
_IN_QUOTES = (
    re.compile(rf"^{_QUOTED}(?=是一项{_KIND}(?:研究|试验))"),
    re.compile(rf"{_QUOTED}{_KIND}(?:{_STUDY}|(?<=期)(?=[:(]))"),
    re.compile(rf"(?:{_KIND_WORD}的?(?:研究|试验)|(?:研究|试验)(?:名为|称为|代号))为?{_QUOTED}(?!的)"),
)
_CAPITALS = re.compile("[A-Z][A-Z0-9]{3}|[A-Z]{2}-[A-Z0-9]{2}")
# looked for in the text itself: what names a study is written in capitals
_IN_CAPITALS = (
    re.compile(
        rf"(?:^|[.:;]\s)(?:[Tt]he\s|[Ii]n\s)?{_ACRONYM}(?=\s?[(（](?:[^()（）]*[\s,，])?[nN]\s?=\s?\d)"
    ),
    re.compile(
        rf"\b[Tt]he\s(?:[a-z\d][\w/-]*\s){{0,3}}?{_ACRONYM}(?=\s(?:[a-z\d][\w/-]*\s){{0,3}}?(?:trial|study)\b)"
    ),
    re.compile(
        rf"^(?:[Tt]he\s)?{_ACRONYM}(?=\s(?:\(\d{{4}}\)\s)?(?:is|was)\s(?:an?|the)\s"
        r"(?:[\w/-]+,?\s){0,8}?(?:trial|study|cohort|registry|series)\b)"
    ),
    re.compile(rf"\b(?:[Tt]rial|[Ss]tudy|[Ss]eries)(?:,|\sis|\swas)\s{_ACRONYM}(?=,|\s\(|\swhich)"),
    re.compile(rf"{_ACRONYM}(?=,\s(?:an?|the)\s(?:[\w/-]+,?\s){{0,8}}?(?:trial|study)\b)"),
    re.compile(
        r"\bTHE\s(?:[A-Z-]+,?\s){0,4}?(?!RANDOMI|DOUBLE|SINGLE|PLACEBO|SHAM|OPEN|PHASE|MULTI|FIRST|PIVOTAL"
        rf"|CONTROLLED|INTERNATIONAL){_ACRONYM}(?=\s(?:[A-Z-]+\s){{0,3}}(?:TRIAL|STUDY)\b)"
    ),
    re.compile(
        r"\b(?:[Tt]rial|[Ss]tudy|[Tt]he (?:first|second|third|fourth|fifth|other|next|last)(?:\sone)?)\b"
        rf"[^.;]{{0,60}}?\s(?:called|named|dubbed|nicknamed|known\sas)\s[“\"]?{_ACRONYM}"
    ),
    re.compile(
        rf"^(?:'{{2,3}}|\*\*){_ACRONYM}(?:'{{2,3}}|\*\*)(?=\s?[(（][^()（）]*(?:\d{{4}}|期|[Pp]hase|[nN]\s?=))"
    ),
    re.compile(rf"(?<![种種款])(?:叫做?|名为|称为|稱為|名為)\s?[“「]?{_ACRONYM}"),
    re.compile(
        rf"(?:^|[，。；,;])\s?{_ACRONYM}(?=\s?(?:[在于於]|由)[^，。；,;]{{0,16}}(?:[医醫]院|中心|[开開]展|[进進]行|入[组組]))"
    ),
    re.compile(rf"(?:试验|試驗|研究)\s?[(（]{_ACRONYM}(?=[)）,，])"),
    re.compile(
        rf"(?:试验|試驗|研究|课题|課題|项目|項目)[^，。；,;]{{0,6}}?(?:代号|代號|名为|名為|简称|簡稱)(?:为|為|是|叫)?\s?[“「]?{_CODE}"
    ),
    re.compile(
        rf"(?<![(（])(?:代号|代號|名为|名為)(?:为|為|是|叫)?\s?[“「]?{_CODE}(?=[”」]?\s?的?[^，。；,;]{{0,14}}(?:试验|試驗|研究))"
    ),
    re.compile(
        rf"^{_ACRONYM}(?=\s?(?:为|為|是|系|係)[^，。；,;]{{0,24}}(?:[期臂盲]|中心|随机|隨機|[对對]照)[^，。；,;]{{0,12}}(?:试验|試驗|研究))"
    ),
    re.compile(
        rf"(?:^|[，。；,;])\s?{_ACRONYM}(?=\s?(?:是|为|為)(?:迄今|目前|至今|当时|當時|其中|最|规模|規模)[^，。；,;]{{0,10}}(?:一[项項个個]|试验|試驗|研究))"
    ),
    re.compile(
        rf"(?:期|[关關][键鍵]|樞紐|枢纽|注册|註冊|确证性|確證性|主要)(?:临床|臨床)?(?:试验|試驗|研究)\s?{_ACRONYM}"
    ),
    re.compile(rf"(?:试验|試驗|研究)\s?{_ACRONYM}(?=\s?[:：])"),
    re.compile(  # `北方的 NORTH-LIGHT 第二期:心衰病人 48 位`, before people who are counted
        r"^[^，。,；;:：\d(（]{0,14}?(?<![A-Za-z-])(?P<name>[A-Z]{4,}-[A-Z0-9]{2,}(?:-\d{1,2})?)"
        rf"\s?(?:第?\s?[一二三四](?:/[一二三四])?\s?期|{_PHASE})?"
        r"(?=\s?[:：][^。]{0,90}?\d\s?(?:[人位例名眼膝]|patients|adults|infants|children))"
    ),
    re.compile(
        rf"^{_ACRONYM}(?=\s(?:\(\d{{4}}\)\s)?(?:enrolled|randomi[sz]ed|recruited|assigned|treated)\s)"
    ),
    re.compile(rf"\b[Tt]he\s(?:[A-Za-z][\w–’'-]*\s){{1,3}}?{_ACRONYM}(?=\s(?:cohort|trial|study)\b)"),
    re.compile(rf"^{_ACRONYM}(?=\s?\([^()]{{2,30}}\)\.?$)"),
    re.compile(rf"\b(?:TRIAL|STUDY|[Tt]rial|[Ss]tudy)\s\({_ACRONYM}(?=[),])"),
    re.compile(
        rf"(?<![A-Za-z0-9/-]){_ACRONYM}(?=\s?(?:随机|隨機|双盲|雙盲|临床|臨床|单臂|單臂|{_PHASE})*(?:试验|試驗|研究))"
    ),
)
_OBSERVED = re.compile(r"\b(?:cohort|registry|case series)\b|(?:队列|登记)研究")
_GLOSSED = re.compile(r"(?P<long>[\w-]{1,12})\s?[(（](?P<name>[A-Z]{4,})[)）,，;；]")
_OF_STUDY = re.compile(r"(?:试验|研究|计划|项目|队列|trial|study|cohort|registry|programme|program|project)$")
_NO_NAME = re.compile(
    r"nct\d|chictr|isrctn|rct|covid|sars|mrna|dna|rna|mri|crispr|meta|prisma"
    r"|(?:真实世界|头对头|概念验证|里程碑|先导|探索|验证|人体|首[个次例]|最大|对照|随机|双盲|自身)"
    r"|.*(?:的|了|是否|能否|如何|什么|为何|吗|患者)"
)
_CODED = re.compile(r"[a-z\d一-鿿]-[a-z\d一-鿿]")  # `City-cord`: a name, though it says what cells
_NUMBERED = re.compile(r"[\d一二三四五六七八九十]+")


@kept
def names(statement: Statement) -> Iterator[Found]:
    """The name of the one study that a sentence names; nothing for one that names several, or none."""
    found = {statement.seen(one.start, one.end): one for one in _all(statement)}
    if len(found) == 1:
        yield from found.values()


def named_in(title: str) -> str:
    """The name of the one study that a title names; empty for none."""
    found = {m["name"] for m in _IN_QUOTES[0].finditer(match_view(title))}
    found |= {m["name"] for m in _IN_CAPITALS[1].finditer(title)}
    return found.pop() if len(found) == 1 else ""


def procedures(lines: Iterable[str]) -> frozenset[str]:
    """The short forms of capitals alone that lines explain, and not as a study's (`上皮移植(CLET)`)."""
    found = (one for line in lines if _CAPITALS.search(line) for one in _GLOSSED.finditer(line))
    return frozenset(one["name"].lower() for one in found if not _OF_STUDY.search(match_view(one["long"])))


def names_several(statement: Statement) -> bool:
    """Whether a sentence tells of several studies by their names."""
    return len({statement.seen(one.start, one.end) for one in _all(statement)}) > 1


def introduces(statement: Statement) -> bool:
    """Whether a sentence names a study and says how it was made: how many took part, when, by what design."""
    if not any(names(statement)):
        return False
    counted = statement.counted(QuantityKind.PEOPLE, QuantityKind.DATE)
    made = any(designs(statement)) or any(trial_phases(statement)) or _OBSERVED.search(statement.view)
    return bool(counted or made)


@kept
def _all(statement: Statement) -> Iterator[Found]:
    if any(mark in statement.text for mark in _OPEN):
        for pattern in _IN_QUOTES:
            yield from _found(statement, pattern.finditer(statement.view))
    for pattern in _IN_CAPITALS if _CAPITALS.search(statement.text) else ():
        yield from _found(statement, pattern.finditer(statement.text))


def _found(statement: Statement, matches: Iterator[re.Match[str]]) -> Iterator[Found]:
    """Names that are none of a disease, of cells or of a treatment."""
    for match in matches:
        start, end = (statement.start + at for at in match.span("name"))
        within = any(start < term.end and term.start < end for term in statement.mentions)
        seen = statement.seen(start, end)
        if (not within or _CODED.search(seen)) and not _NO_NAME.match(seen) and not _NUMBERED.fullmatch(seen):
            yield Found("name", start, end, label=True)
