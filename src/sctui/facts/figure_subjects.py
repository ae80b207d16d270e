"""What a figure is of: the country or the cells and diseases that its sentence names."""

from __future__ import annotations

import re
from dataclasses import replace

from sctui.facts.trials.people import NOUN
from sctui.facts.trials.phrases import cell_phrases, disease_phrases
from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.fact import Fact
from sctui.text import literal
from sctui.text.match_view import match_view

_ABBREVIATION = re.compile(r"\s?[(（][^()（）]{1,14}[)）]\??$")
_COUNTRY = re.compile(
    r"我国|中国|美国|英国|日本|欧洲|全球|全世界|\b(?:China|Japan|Europe)\b|\bthe (?:US|UK|United States)\b"
)
BIG = re.compile("[大小轻重]")  # `创伤大`: no disease
_PRODUCT = re.compile(
    r"\s?(?:\([^()]{1,14}\))?\s?(?:来源的?|衍生的?|分泌的)?(?:外泌体|细胞外囊泡|囊泡|分泌组|条件培养基)"
)
_TAKEN_OUT = re.compile("(?:敲低|敲除|抑制|阻断|沉默|中和|清除|去除)")
_BUT = re.compile(r"[,;]\s?(?:而|但|另|一次|如果)")  # what comes then is told of something else


# what comes with a disease (`合并腹水,`) is not what a figure is true of
_ACCOMPANIED = re.compile(r"(?:合并|并发|伴有?|伴随)[^,，;；。]{1,24}[,，]")
_OF_TREATMENT = "治疗|疗法|<:giving.zh>|作用"
_ABLE = re.compile(r"(?:可以?|能够?|会)(?=(?:降低|减少|提高|增加|升高|下降|改善|缩短|延长))")
_SIZE = re.compile("(?:直径|粒径|大小|寿命|倍增时间|含量|密度|厚度|长度|重量)$")  # what a thing has of itself
_RATE = re.compile("(?:患病|发病|发生|死亡|病死|盛行|致残|致死|生存|存活)率$")
_CARRIERS = re.compile("(?:的?致?病?基因)?的?携带者")  # who have the gene and not the disease
_COUNTS = re.compile("患者|病人|病例|影响|累及|困扰")
_SICK_PEOPLE = "患者"
_AT_THE_FRONT = 4  # characters before what a sentence is told of
_TURNS = re.compile("(?:真正|最终|直接)*(?:转变|转化|分化)[为成]")
_CLASS = "疾病"  # ends the name of a class of diseases
_COUNTRY_BEFORE = re.compile(r"(?:中国|全国|美国|日本|欧洲|台湾|香港|英国|德国|印度)$")


def place_of(statement: Statement, found: Found) -> str:
    """The country, or the world, that the sentence speaks of before the figure."""
    named = list(_COUNTRY.finditer(statement.seen(statement.start, found.start)))
    if not named:
        return ""
    return statement.raw(statement.start + named[-1].start(), statement.start + named[-1].end())


def subject_of(statement: Statement, found: Found, slot: str) -> str:
    """The cells, or else the disease, that a figure is about; empty when the measure says it."""
    if _TAKEN_OUT.match(match_view(found.measure)):
        return ""  # `敲低X后作用减少60%`: that does it
    cells = [_with_product(statement, p.start, p.action) for p in cell_phrases(statement)]
    names = [statement.raw(p.start, p.end) for p in cell_phrases(statement)]
    if slot == "measure":
        diseases = [
            statement.raw(p.start, p.end)
            for p in disease_phrases(statement)
            if not BIG.match(statement.seen(p.end, statement.end))
            and not _BUT.search(statement.seen(found.end, max(found.end, p.start)))
        ]
        cells, names = (cells or diseases), names + diseases
    if not cells or any(name in found.measure for name in names):
        return ""
    return _ABBREVIATION.sub("", cells[0])


def _with_product(statement: Statement, start: int, end: int) -> str:
    """Cells with what they make, where that is what acts (`脂肪干细胞(ADSC)外泌体`)."""
    made = _PRODUCT.match(statement.seen(end, statement.end))
    return statement.raw(start, end + (made.end() if made else 0)).strip()


def tells_little(statement: Statement, start: int, end: int) -> bool:
    """Whether a clause names no disease and no cells."""
    named = (*cell_phrases(statement), *disease_phrases(statement))
    return not any(start <= one.start < end for one in named)


def with_actor(fact: Fact, statement: Statement, cells: Lexicon) -> Fact:
    """A change with the cells that made it; and what turns into something (`转变为X的比例`) with these.

    Where the sentence names none, they are those of the heading above.
    """
    turns = fact.slot == "measure" and _TURNS.match(match_view(fact.measure))
    if not (fact.slot == "change" or turns) or fact.subject:
        return fact
    if statement.view.isascii() or cell_phrases(statement):
        return fact
    treatment = statement.words.pattern(_OF_TREATMENT)
    for title in reversed(statement.section):
        named = cells.mentions(title) if treatment.search(match_view(title)) else []
        if len({mention.term.key for mention in named}) == 1:
            subject = title[named[0].start : named[0].end]
            if turns:
                return replace(fact, measure=f"{subject}{fact.measure}")
            if fact.measure.startswith("在"):
                return fact
            able = _ABLE.search(match_view(fact.measure))
            start, end = able.span() if able else (0, 0)
            return replace(fact, subject=subject, measure=fact.measure[:start] + fact.measure[end:])
    return fact


def framed(fact: Fact, statement: Statement, diseases: Lexicon) -> Fact:
    """A figure with the disease that it is true of, where its clause names none.

    That of its sentence, else of the nearest heading that names one alone.
    """
    told = f"{fact.subject} {fact.measure} {statement.raw(fact.evidence.start, fact.evidence.end)}"
    asked = fact.slot == "measure" and not fact.subject
    of_people = _RATE.search(match_view(fact.measure)) if asked else None
    if diseases.mentions(_alone(told)) or (fact.context and not of_people):
        return fact
    if fact.slot == "gap" and fact.subject:
        return fact  # what is told of cells is told of no disease
    own = fact.slot == "gap" or _SIZE.search(match_view(fact.measure))
    if own and statement.start == fact.evidence.start and _of_tissue(statement):
        return fact
    for text in (statement.text, *reversed(statement.section)):
        named = [one for one in diseases.mentions(_alone(text)) if not one.term.zh.endswith(_CLASS)]
        named = [one for one in named if not BIG.match(match_view(text), one.end)]
        if text is statement.text and fact.answer:  # what a result is called is not what it was seen in
            named = [one for one in named if statement.start + one.start < fact.answer.start]
        if named:
            alone = len({mention.term.key for mention in named}) == 1
            disease = text[named[0].start : named[0].end]
            if not alone or not fact.context:
                return replace(fact, context=disease) if alone else fact
            at = of_people.start() if of_people else 0
            return replace(fact, measure=f"{fact.measure[:at]}{disease}{fact.measure[at:]}")
    return fact


def _of_tissue(statement: Statement) -> bool:
    """Whether a sentence begins with cells, a tissue or a treatment, which it is told of."""
    given = statement.terms(TermKind.CELL, TermKind.SOURCE, TermKind.TREATMENT)
    return any(one.start <= statement.start + _AT_THE_FRONT for one in given)


def _alone(text: str) -> str:
    """A text with what comes with a disease blanked out, as long as before."""
    return _ACCOMPANIED.sub(lambda found: " " * len(found[0]), text)


def where_counted(statement: Statement, where: re.Match[str]) -> str:
    """The words that say where people are counted, with the country in front of them (`中国累计`)."""
    land = _COUNTRY_BEFORE.search(statement.view[: where.start()])
    start = statement.start + (land.start() if land else where.start())
    return statement.raw(start, statement.start + where.end())


def of_whom(statement: Statement, start: int, clause: int, measure: str) -> str:
    """What is counted where but a word for people, or none, stands behind a number: those of the disease.

    `start` is the number's column, `clause` that of its clause, whose disease comes first.
    """
    diseases = [one for one in disease_phrases(statement) if one.end <= start]
    if not diseases:
        return measure
    own = next((one for one in diseases if one.start >= clause), diseases[0])
    carriers = _CARRIERS.match(statement.seen(own.end, start))
    if carriers:
        return f"{statement.raw(own.start, own.end + carriers.end())}{measure}"
    measure = f"{statement.raw(own.start, own.end)}{measure}"
    return measure + _sick(statement.seen(clause, start), measure)


def _sick(before: str, measure: str) -> str:
    """The word for people with a disease, where the clause counts them (`累计患者约800万人`)."""
    counted = _COUNTS.search(before) and "率" not in before
    return _SICK_PEOPLE if counted and not literal.search(NOUN, match_view(measure)) else ""
