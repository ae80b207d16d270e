"""Sentences that say what a thing is: `X是一种…`, `X是指…`, `X,又称“Y”`, `X,包括A和B`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.brand_names import find_brand_names
from sctui.facts.definition_reach import is_marked_next, reach
from sctui.facts.english_definitions import read_english_definition
from sctui.facts.kinds_of_things import find_kinds
from sctui.facts.named_combinations import find_named_combinations
from sctui.facts.other_names import find_other_names
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.document import Document, Line, LineKind, Span
from sctui.model.fact import Fact, FactKind
from sctui.text.brackets import is_balanced
from sctui.text.enumeration import members
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN
from sctui.text.sentence import Piece, clauses, sentences

_THINGS = (
    TermKind.DISEASE,
    TermKind.CELL,
    TermKind.TREATMENT,
    TermKind.FACTOR,
    TermKind.PATHWAY,
    TermKind.IMMUNE,
    TermKind.PROCESS,
)
_IS_A = re.compile(
    r"(?:就?是|为)(?:另)?(?P<value>(?:一种|一类|一组|一项|(?=[^,;。]{2,20}后的)|常见的)[^,;。]{5,36})$"
)
# `X是指…`, `所谓X,是指…`: whatever X is, this says what
_MEANS = re.compile(
    r"(?:(?:是|系)指(?![南导标数征令向示])|[指说]的就?是|就是[指说]|是指的)(?:的是)?(?P<value>[^,;。]{5,40})$"
)
_SO_CALLED = re.compile(r"(?:所谓的?)?[“\"「『]?(?P<name>[^“”\"「」『』,;。:的是了这该其]{2,14})[”\"」』]?$")
# a name with its foreign one, and nothing else: `移植物抗宿主病(graft-versus-host disease),…`
_GLOSSED = re.compile(r"(?:所谓的?)?(?P<name>[一-鿿]{3,14})\s?\([^()]*[a-z]{2}[^()]*\)")
# `X是…的Y`: Y is the kind of thing that X is, by the kind of its term
_IS_KIND = {
    TermKind.DISEASE: r"(?:疾病|病|综合征|障碍|损伤|损害|炎症|病变)$",
    TermKind.CELL: r"(?:<:form.zh>|<:plain.zh>|囊泡|小泡)$",
    TermKind.TREATMENT: r"(?:疗法|方法|技术|手术|药物)$",
    TermKind.FACTOR: r"(?:<:thing.zh>)$",
    TermKind.PROCESS: r"(?:过程|现象)$",
    TermKind.IMMUNE: r"(?:细胞)$",
    TermKind.PATHWAY: r"(?:通路)$",
}
_IS = re.compile(r"(?:是|为)(?P<value>[^,;。]{3,32}的[^,;。的]{1,10})$")
# what a thing is for, or how it ranks among its like, is not what it is
_RANKS = re.compile(r"最|主要|重要|关键|核心|首选|理想|之一|主流|唯一|首个|首款|常用|有效")
_ALIAS = re.compile(r"(?:又|也|亦|俗)(?:被)?称(?:为|作)?[“\"「『](?P<value>[^”\"」』]{2,20})[”\"」』]")
_INCLUDES = re.compile(
    r"^(?:主要|通常|常见的)?(?:包括|分为|可分为)(?P<value>[^;。]{4,60}?)(?:等|两种|三种|两型|两类|三类)?$"
)
# `…并加以攻击,叫做“甲效应”`: what something is called, in quotation marks or with its foreign name behind it
_NAMES_IT = re.compile(
    r",?(?:[这此](?:一|个|种)?(?:过程|现象|状态|作用|效应|反应)?)?(?:被|就|也|又|便|才)?(?:称为|称作|称之为"
    r"|叫做?|即所谓的?|就是所谓的?)"
    r"(?:[“\"「『](?P<quoted>[^“”\"「」『』,;。]{2,14})[”\"」』]"
    r"|(?P<named>[^“”\"「」『』,;。()的是]{2,12})(?=\s?\([a-z]))"
)
_POINTS = re.compile(
    r"[它他她您你我]|[这那此该其]|上述|前者|后者|^(?:而|但|因此|所以|如果|于是|也|并|就|会|则)|[?!:]|建议"
    r"|觉得|认为|医学上$"
)
_NAMING = re.compile("[称叫]|所谓")  # what `_NAMES_IT` cannot do without
_LEAD_OF_CALLED = re.compile(r"[\s·‧•、-]*(?:(?:一般|通常|临床上?|医学上)?[把将])?")
_TELLS_WHAT = 8, 36  # characters of what is called so
# what tells a thing from others of its class; a class alone (`一种慢性疾病`) has many members
_TELLS_APART = re.compile(
    r"累及|侵犯|以[^,;。]+[为為作]|由(?!于)|引起|导致|所致|发生|来源|来自|源自|具有|具备|能够?|存在于|位于"
    r"|之间|特征|"
    r"负责|用于|针对|吸引|稳定|通过|[前后]的|包裹|围绕|组成"
)
_CLASS = re.compile("(?:疾病|病|症|综合征|障碍|细胞|疗法|方法)$")
# a part of the body as what marks a disease (`以关节为特点`): of what happens there nothing is told
_MERE_PLACE = re.compile(
    r"以[^,;。炎症痛损伤变化硬瘤亡失血热肿瘢痕缺障异常增减升降多少高低]{1,4}[为作](?:主要)?(?:特[点征]|表现)"
)
_THAT = re.compile("一[种类个组](?:具有|具备|拥有|能够?|可以?)")  # with `的` and what it is behind it
_PROMOTIONAL = re.compile(r"希望|前景|前沿|热点|焦点|福音|新兴|新方向|新策略|选择|突破|里程碑")
_CONNECTOR = re.compile(r"^(?:其中|此外|目前|另外|同时|因此|而|但|然而|事实上)[,，]?")
_BRACKET = re.compile(r"\s*[(（][^()（）]*[)）]\s*")


def find_definitions(document: Document, lexicon: Lexicon) -> Iterator[Fact]:
    """Facts of the slots `definition`, `alias`, `includes`, `brand` and `called`."""
    things, verbs = lexicon.of(*_THINGS), lexicon.of(TermKind.ACTION)
    for line in document.lines:
        if document.language.is_chinese and not HAN.search(line.text):
            continue  # an abstract in another language: its definitions are no answers in this one
        if not line.kind.carries_facts or line.kind in {
            LineKind.TABLE_ROW,
            LineKind.ABBREVIATIONS,
            LineKind.HEADING,
        }:
            continue
        yield from find_named_combinations(line, things)
        for sentence in sentences(line.text):
            yield from _chinese(line, sentence, things, verbs)
            yield from _called(line, sentence, things)
            yield from find_other_names(line, sentence, things)
            yield from find_brand_names(line, sentence)
            yield from find_kinds(line, sentence, things)
            if not HAN.search(sentence.text):
                yield from read_english_definition(line, sentence, things, verbs)


def _chinese(line: Line, sentence: Piece, things: Lexicon, verbs: Lexicon) -> Iterator[Fact]:
    subject, whose, line_view = "", False, match_view(line.text)
    pieces = list(clauses(sentence.text, sentence.start))
    for number, clause in enumerate(pieces):
        text = clause.text.rstrip("，,。；;、 ")
        view = line_view[clause.start : clause.start + len(text)]
        named, rest = _subject(text, view, things)
        defines = _MEANS.search(view)
        said = _SO_CALLED.fullmatch(view[: defines.start()]) if defines else None
        if said and not named:
            named, rest = text[slice(*said.span("name"))], said.end()
        whose = (whose and not named) or view[max(rest, 0) :].startswith("的")
        if number == 0 or named:
            called = _GLOSSED.fullmatch(view) or (_SO_CALLED.fullmatch(view) if "所谓" in view else None)
            subject = text[slice(*called.span("name"))] if called and not named else named
        if not subject:
            continue
        for slot, found in _told_of(view):
            if slot != "alias" and found.start() not in {0, rest}:
                continue
            value = text[slice(*found.span("value"))]
            means = found.re is _MEANS  # whatever it is, this says what
            if not (means or _is_kind(found, subject, value, things)):
                continue
            if slot == "alias" and (whose or _is_other_kind(subject, value, things)):
                continue  # `X的有效期…,俗称“蜜月期”`: that is no name of X
            start, end = clause.start, clause.start + len(text)
            told_apart = means or (_tells_apart(value, verbs) and not is_marked_next(pieces, number))
            if slot == "definition" and not told_apart:
                end = reach(line.text, pieces, number)
                value = line.text[start + found.start("value") : end]
            if not _fits("" if means else slot, value, things, verbs):
                continue
            far = means and not found.start()  # `所谓X,是指…`
            yield Fact(
                FactKind.TERM,
                slot,
                subject,
                value,
                Span(line.number, sentence.start if far else start, end),
                Span(line.number, start + found.start("value"), start + found.start("value") + len(value)),
                items=members(value) if slot == "includes" else (),
            )


def _called(line: Line, sentence: Piece, things: Lexicon) -> Iterator[Fact]:
    """Facts of the slot `called`: the subject is what is so, in one clause; the value its name."""
    view = match_view(line.text)[sentence.start : sentence.start + len(sentence.text)]
    if not _NAMING.search(view):
        return
    for found in _NAMES_IT.finditer(view):
        lead = _LEAD_OF_CALLED.match(view)
        start = lead.end() if lead else 0
        clause = view[start : found.start()].rstrip()
        least, most = _TELLS_WHAT
        alone = not any(mark in clause for mark in ",;。") and is_balanced(
            clause
        )  # what came before is part of it
        nickname = "的" in (found["quoted"] or "") or things.lookup(clause) is not None
        if not least <= len(clause) <= most or not alone or nickname or _POINTS.search(clause):
            continue
        group = "quoted" if found["quoted"] else "named"
        left, right = (sentence.start + at for at in found.span(group))
        begin = sentence.start + start
        yield Fact(
            FactKind.TERM,
            "called",
            line.text[begin : begin + len(clause)],
            line.text[left:right],
            Span(line.number, begin, right),
            Span(line.number, left, right),
        )


def _is_other_kind(subject: str, value: str, things: Lexicon) -> bool:
    """Whether a second name is that of a thing of another kind: something was told in between."""
    one, other = things.lookup(subject), things.lookup(value)
    return bool(one and other) and not (one and other and one.kind is other.kind)


def _told_of(view: str) -> Iterator[tuple[str, re.Match[str]]]:
    """What a clause may tell of its subject: the slot, and what was found."""
    for slot, patterns in (
        ("definition", (_MEANS, _IS_A, _IS)),
        ("alias", (_ALIAS,)),
        ("includes", (_INCLUDES,)),
    ):
        found = next(filter(None, (pattern.search(view) for pattern in patterns)), None)
        if found:
            yield slot, found


def _is_kind(found: re.Match[str], subject: str, value: str, things: Lexicon) -> bool:
    """Whether a value that begins with no `一种` ends in the kind of thing that its subject is."""
    if found.re is not _IS:
        return True
    term, view = things.lookup(subject), match_view(value)
    kind = _IS_KIND.get(term.kind) if term else None
    return bool(kind and things.words.pattern(kind).search(view)) and not _RANKS.search(view)


def _subject(text: str, view: str, things: Lexicon) -> tuple[str, int]:
    """The term that begins the clause, and the column behind it and its bracket; `view` is its match view."""
    skipped = _CONNECTOR.match(view)
    at = skipped.end() if skipped else 0
    mention = things.leading_in(view[at:])
    if mention is None:
        return "", -1
    end = at + mention.end
    bracket = _BRACKET.match(text, end)
    return text[at:end], bracket.end() if bracket else end


def _fits(slot: str, value: str, things: Lexicon, verbs: Lexicon) -> bool:
    if not is_balanced(value) or _PROMOTIONAL.search(match_view(value)):
        return False
    if slot == "includes":
        listed = members(value)
        return len(listed) > 1 and all(things.mentions(member) for member in listed)
    cut = _THAT.match(match_view(value)) and "的" not in value
    return slot != "definition" or (len(value) >= 8 and not cut and _tells_apart(value, verbs))


def _tells_apart(value: str, verbs: Lexicon) -> bool:
    """Whether a definition says more than the class of a thing: else others would fit it as well."""
    view = match_view(value)
    if _MERE_PLACE.search(view):
        return False
    return not _CLASS.search(view) or bool(verbs.mentions(value)) or bool(_TELLS_APART.search(view))
