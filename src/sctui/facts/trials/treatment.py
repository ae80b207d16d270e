"""What was given, to whom and how: product, donor, tissue, disease, dose, route, follow-up, comparator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from sctui.facts.trials.passing import is_in_passing
from sctui.facts.trials.people import PART_OF_THEM
from sctui.facts.trials.phrases import Phrase, cell_phrases, disease_phrases, donor_of
from sctui.facts.trials.setting import Found, journals
from sctui.facts.trials.statement import Statement
from sctui.lexicon.term import TermKind
from sctui.text import literal
from sctui.text.patterns import HAN
from sctui.text.quantity import Quantity, QuantityKind

_GIVEN = (
    r"治疗|接受|<:giving.zh>|注射|输注|植入|干预|给予|使用|采用|选用|滴注|给药|疗法|评估|批准|制备|源自|来源于"
    r"|\b(?:received|treated|infus|inject|<:giving.en>|<:given>|therapy|administ|given|using|with"
    r"|intra\w+ous|<:way.en>)"
)
_TRIED = re.compile(
    r"\b(?:(?:assigned|randomi[sz]ed|allocated) to|compar(?:ed|ing)|evaluat(?:ed|ing)|test(?:ed|ing)"
    r"|(?:efficacy|safety|trial|trials|study|studies|use|injections?|infusions?|transplantation) of)"
    r"\s(?:[\w,-]+\s){0,3}$|\b(?:made|derived|prepared|produced|manufactured|grown)\b[^,.;]{0,40}\bfrom\s(?:[\w,-]+\s){0,3}$"
)
_POWER_TAIL = (
    r"\s?(?:(?:个|颗|枚)?\s?(?:[^,。;()、\d/与和及]{0,24}?|[a-z -]{0,60}?)<:counted>"
    r"|[个颗枚](?=\s?(?:[/,。;()、:+]|$)))?"
    r"\s?(?:\((?=[^)]*/)[^)]*\))?\s?"
    r"(?:(?:/|每|per\s)\s?(?:kg(?:体重|\sbody weight)?|公斤(?:体重)?|千克(?:体重)?|\d*\s?ml|毫升|次|剂"
    r"|只|dose|kilogram|<:unit>))?"
)
_GIVEN_MUCH = r"输注|注射|接受|给予|滴注|<:giving.zh>|infus|inject|<:given>|received"
_COUNTED = r"\s?(?:个|枚|颗)[^,。;()、\d]{0,20}?<:counted>"
_OR_SO_MANY = re.compile(r"(?<![\d.])(?:\d+(?:\.\d+)?\s?[万亿]个?(?:或者?|、|和)\s?)+$")  # `1.5亿或3亿个`
_TREATMENT_ALONE = r"<:agent>|cell|^<:giving.zh>$|sct$"
_COUNTED_BEFORE = re.compile(
    r"(?:研究|试验|纳入|入组|治疗了?)[^。;]{0,12}?[,，:]?\s?\d+\s?[例名位]$|\bn\s?=\s?\d+\s?[,)]\s?$"
)  # `68例难治性狼疮`
_LIMIT = re.compile(r"\s?\)?\s?(?:及|或)?以[上下]")
_OF_CONTENT = re.compile(
    r"(?:cfu(?:-f)?|集落)\s?(?:约|平均|为)?\s?$|(?:低于|高于|不足|超过|大于|小于)\s?$"
)  # how many of them form colonies
_BEHIND = 3  # characters between a drug and its dose
# `静脉输注组`, `intrathecal vs placebo`: one of several ways
_OF_GROUP = re.compile(r"[^,。;、()]{0,2}组(?!织)|\s(?:groups?|arms?|cohorts?|vs\.?|versus)\b")
_GROUP = re.compile(r"[\s-](?:groups?|arms?|cohorts?)\b|\s(?:patients|recipients|controls)\b")
_PREVENTED = re.compile(r"(?:预防|防止)$|\b(?:prevent(?:ing)?|prevention of|prophylaxis (?:of|against)) $")
_BY_GROUP = re.compile(r"\bn\s?=\s?\d|\bgroup \d")  # `1 × 10(7) (n = 8) or 3 × 10(7) cells (n = 7)`
_LISTED = re.compile(r"(?:\d+(?:\.\d+)?,\s)*\d+(?:\.\d+)?,?\s(?:or|and)\s$")  # `2, 4 or 8 × 10^8`
_DOSED = re.compile("(?:[高中低]剂量|[甲乙丙丁a-d]|单次|两次|多次)组")
_SCATTERED = re.compile(r"([×xX*]\s?)[每单單各]\w{0,4}?(?=10)")  # machine translation of `1×10^7 per dose`
_TOGETHER = re.compile(
    r"(?:\([^()]{1,14}\))?(?:治疗|移植|输注|注射)?(?:联合|结合|合并)(?P<what>[^,。;的和与]{0,14}?"
    r"(?:药物?|激素|抑制剂|单抗|手术|训练|化疗|放疗|胰岛素|甲氨蝶呤|标准治疗|常规治疗)(?:\([^()]{1,12}\))?)"
)
_BETTER = re.compile(r"优于|好于|不如|劣于|相比|较|\b(?:than|versus|vs)\b")
_NO_WAY = "(?:自体|自身|(?:同种)?异体|异基因)?(?:联合)?(?:输注|注射|<:giving.zh>|给药|植入)"
ROUTE = (
    r"(?<!假)(?:(?:<:way.zh>|联合)(?:内)?(?:输注|注射|滴注|<:giving.zh>|给药|植入)|鼻滴给药|雾化吸入|雾化治疗|雾化|吸入给药"
    r"|<:giving.zh>至[一-鿿]{2,8}|植入[一-鿿]{2,6}下)(?:\((?:it|iv|im|ia)\))?"
)
_SHORT_TREATMENT = r"<:agent.zh><:giving.zh>$|sct$"


def products(statement: Statement) -> Iterator[Found]:
    """Cell products with what is done with them; then whose cells and which cells, as far as that is said."""
    for phrase in _given(statement):
        if not _is_given(statement, phrase):
            continue
        titled = statement.titled(phrase.start)
        acted = phrase.acted
        if acted:
            yield Found("product", phrase.start, phrase.action, label=titled)
        if phrase.drug:
            return
        yield Found("cell_source", phrase.start, phrase.end, label=acted or titled)
        donor = donor_of(statement, phrase)
        if donor:  # the phrase says it already
            yield Found("donor", *donor, label=True)
        if not titled:
            return
    for mention in statement.terms(TermKind.ROUTE):  # `stem cell transplantation` by its short name
        if _EARLIER.search(statement.seen(statement.start, mention.start)):
            continue
        if statement.words.pattern(_SHORT_TREATMENT).search(statement.seen(mention.start, mention.end)):
            yield Found("product", mention.start, mention.end, label=statement.titled(mention.start))
            return


_SPREAD = re.compile(r"[(（]\d+(?:\.\d+)?\s?(?:±|\+/-)\s?\d+(?:\.\d+)?[)）]\s?[×x*]\s?$")  # `(6.2±1.8)×10^8`
_TIMES = re.compile(r"[×x*)）±]\s?$")
_EACH_SIDE = re.compile(
    "每(?:公斤|千克|kg|片|盘|瓶|袋|针|点|个?椎间盘|个?部位)(?:体重)?(?:给予|注射|输注)?\\s?$|(?:每|双|单|两)(?:侧|眼|膝|只眼|肢)(?:各|卵巢|膝|眼)?(?:注射|给予)?\\s?$|(?:总量|总数|总剂量|总共|合计)(?:为|约|是)?\\s?$"
)  # half of what was given, or all of it
_EARLIER = re.compile(  # what they had had before
    r"\b(?:failed|failure of|prior|previous|refractory to|relapsed after)\s(?:[\w-]+\s)?$"
    r"|(?:既往|曾经?|此前)(?:接受|行|做)过?$"
)


_OTHER_CHOICE = re.compile(  # `randomised to X or the best available drug (mostly Y)`: held against X
    r"\b(?:randomi[sz]ed|assigned|allocated)\b"
    r"(?![^.;]*\bto (?:\w+ )?(?:placebo|control|sham|saline|standard|usual))"
    r"[^.;]*?\bto\b[^.;]*\s(?:or|versus|vs\.?)\s[^.;]*$"
)


def _given(statement: Statement) -> list[Phrase]:
    """What a sentence tells of by itself, and not as the name of a group (`the microfracture group`)."""
    return [
        one
        for one in cell_phrases(statement)
        if not _GROUP.match(statement.seen(one.end, statement.end))
        and not _EARLIER.search(statement.seen(statement.start, one.start))
        and not (one.drug and _OTHER_CHOICE.search(statement.seen(statement.start, one.start)))
    ]


def together(statement: Statement) -> Iterator[Found]:
    """What was given beside the cells: `联合抗风湿药(DMARDs)`."""
    for phrase in cell_phrases(statement):
        beside = _TOGETHER.match(statement.seen(phrase.end, statement.end))
        if beside and not phrase.drug and not statement.titled(phrase.start):
            yield Found("beside", phrase.end + beside.start("what"), phrase.end + beside.end("what"))
            return


def _is_given(statement: Statement, phrase: Phrase) -> bool:
    """A cell that is spoken of as a target (`T cells fell`) is no product; ours is treated with."""
    near = 18 if literal.search("[一-鿿]", statement.view) else 48
    around = statement.seen(max(statement.start, phrase.start - near), min(statement.end, phrase.action + 10))
    specific = donor_of(statement, phrase) or (
        phrase.source and literal.match("可|能|对", statement.seen(phrase.end, statement.end))
    )
    before = statement.seen(statement.start, phrase.start)
    specific = specific or (not HAN.search(statement.view) and _TRIED.search(before))
    return bool(phrase.acted or specific or statement.words.pattern(_GIVEN).search(around))


def conditions(statement: Statement) -> Iterator[Found]:
    """Whom or what the study treats: a disease with its people, or the object of treatment."""
    phrases = [p for p in disease_phrases(statement) if not _in_journal(statement, p.start)]
    with_people = [p for p in phrases if p.action > p.end]
    for phrase in (*with_people, *(p for p in phrases if p not in with_people)):
        before = statement.seen(statement.start, phrase.start)
        if is_in_passing(statement, phrase):
            continue
        prevented = _PREVENTED.search(before)
        if prevented:
            yield Found("prevents", statement.start + prevented.start(), phrase.end, label=True)
            continue
        if (
            phrase in with_people
            or literal.search(
                r"(?:治疗|对|因(?=.{0,8}$)|用于|适用于|针对|患有|诊断为|with|for|of|in)\s?(?:[^,。;]{0,6})?$",
                before,
            )
            or _COUNTED_BEFORE.search(before)
            or literal.search(r"^的?(?:有效|安全|疗效|临床)", statement.seen(phrase.end, statement.end))
        ):
            named = statement.titled(phrase.start) or bool(
                literal.match("的?(?:研究|试验)", statement.seen(phrase.end, phrase.end + 4))
            )
            yield Found("condition", phrase.start, phrase.action, label=named)
            if not named:
                return
    if statement.first and phrases and statement.labels(statement.clauses[0]):
        label = statement.clauses[0]
        if (phrases[0].start, phrases[0].end) == (label.start, label.end):
            yield Found("condition", label.start, label.end)  # `Parkinson's: a study …` says whom it treated


def _in_journal(statement: Statement, column: int) -> bool:
    return any(found.start <= column < found.end for found in journals(statement))


def named(statement: Statement) -> Iterator[Found]:
    """Cells and disease that a statement speaks of; only to name the study by."""
    for phrase in _given(statement)[:1]:
        yield Found("cell_source", phrase.start, phrase.end, label=True)
    for phrase in disease_phrases(statement):
        before, after = (
            statement.seen(statement.start, phrase.start),
            statement.seen(phrase.end, statement.end),
        )
        treated = literal.search(
            r"(?:治疗|改善|缓解|对|针对|用于|for|in|of|with)\s?$", before
        ) or literal.match(r"等[^,。]{0,4}疾?病|患者", after)
        if treated and not (_in_journal(statement, phrase.start) or is_in_passing(statement, phrase)):
            yield Found("condition", phrase.start, phrase.action, label=True)
            return


def doses(statement: Statement) -> Iterator[Found]:
    """How many cells, or how much volume; nothing that a part of the people had."""
    if PART_OF_THEM.search(statement.view):
        return
    powers = list(chain.from_iterable(_so_many(statement, q) for q in statement.counted(QuantityKind.POWER)))
    if len(powers) == 1 or HAN.search(statement.view) or _BY_GROUP.search(statement.view):
        yield from powers  # or some got one, others another
    for quantity in statement.counted(QuantityKind.MEASURE):
        text = statement.seen(quantity.number, quantity.end)
        around = statement.seen(max(statement.start, quantity.start - 12), quantity.start)
        given = statement.words.pattern(_GIVEN_MUCH).search(around) and not literal.search(
            r"盐水", statement.seen(quantity.end, quantity.end + 4)
        )
        drug = any(p.drug and 0 <= quantity.start - p.end <= _BEHIND for p in cell_phrases(statement))
        if (given or drug) and literal.search(r"(?:ml|毫升|μg|mg|ug|微克|毫克)$", text):
            yield Found("dose", quantity.number, quantity.end)
            if drug:
                break  # the first is the treatment's, the next the comparator's
    for quantity in statement.counted(QuantityKind.PLAIN):
        cells = statement.words.pattern(_COUNTED).match(statement.seen(quantity.end, statement.end))
        if cells and statement.seen(quantity.end - 1, quantity.end) in "万亿":
            other = _OR_SO_MANY.search(statement.seen(statement.start, quantity.number))
            begin = statement.start + other.start() if other else quantity.number
            yield Found("dose", begin, quantity.end + cells.end())


def _so_many(statement: Statement, quantity: Quantity) -> Iterator[Found]:
    """A number of cells by its power, with what it is per; nothing for a limit, or what a product holds."""
    before = statement.seen(statement.start, quantity.number)
    spread = _SPREAD.search(before)
    if _OF_CONTENT.search(before) or (not spread and _TIMES.search(before)):
        return
    tail = statement.words.pattern(_POWER_TAIL).match(statement.view, quantity.end - statement.start)
    end = statement.start + tail.end() if tail else quantity.end
    if _LIMIT.match(statement.seen(end, statement.end)):
        return  # who got so many, or more
    while end > quantity.end and statement.seen(end - 1, end) in " (":
        end -= 1
    listed = _LISTED.search(before)
    begin = quantity.number - (len(spread[0]) if spread else len(listed[0]) if listed else 0)
    written = statement.raw(begin, end)
    mended = _SCATTERED.sub(r"\1", written)
    if mended == written:
        each = _EACH_SIDE.search(statement.seen(statement.start, begin))
        begin -= len(each[0]) if each else 0
        yield Found("dose", begin, end, evidence=_with_group(statement, begin))
    else:
        yield Found("dose", quantity.number, end, value=mended, flags=("repaired:word-order",))


def _with_group(statement: Statement, column: int) -> tuple[int, int] | None:
    """The clauses from that of the group which got a dose to that of the dose; None for no group."""
    named = list(_DOSED.finditer(statement.seen(statement.start, column)))
    if not named:
        return None
    return statement.clause_at(statement.start + named[-1].start()).start, statement.clause_at(column).end


def routes(statement: Statement) -> Iterator[Found]:
    """The ways of giving, joined where two stand together (`IT and IV`)."""
    words = statement.words
    places = [
        (statement.start + m.start(), statement.start + m.end())
        for m in words.pattern(ROUTE).finditer(statement.view)
        if not _OF_GROUP.match(statement.view, m.end())
    ]
    if not places:
        places = [
            (m.start, m.end)
            for m in statement.terms(TermKind.ROUTE)
            if _is_way(statement, m.start, m.end)
            and not _OF_GROUP.match(statement.view, m.end - statement.start)
        ]
    if not places:
        for phrase in cell_phrases(statement):
            bare = literal.search(r"输注|注射", statement.seen(phrase.end, phrase.action))
            if bare:
                places.append((phrase.end + bare.start(), phrase.end + bare.end()))
    if not places:
        return
    start, end = places[0]
    if len(places) > 1 and _BETTER.search(statement.seen(end, places[1][0])):
        return  # two ways set against each other: neither is that of all
    for following in places[1:]:
        if literal.fullmatch(
            r"\s?(?:\([^)]*\))?\s?(?:和|或|及|与|、|/|and|or)\s?", statement.seen(end, following[0])
        ):
            end = following[1]
    # `infused` alone says no more of the way than that cells were given
    yield Found("route", start, end, label=bool(words.pattern(_NO_WAY).fullmatch(statement.seen(start, end))))


def _is_way(statement: Statement, start: int, end: int) -> bool:
    """Whether a route's name says the way and not only the treatment (`stem cell transplantation`)."""
    return (
        end - start > 1
        and not any(
            m.start == start and m.term.attributes.get("class") == "control" for m in statement.mentions
        )
        and not statement.titled(start)
        and not statement.words.pattern(_TREATMENT_ALONE).search(statement.seen(start, end))
    )
