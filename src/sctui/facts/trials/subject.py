"""What a study is about that does not say so: the disease of its page, unless its people have another.

A page often begins with the name of its site, so that its title tells nothing: then a line near the top may
name the disease that the page speaks of most.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sctui.facts.trials.english_measures import small
from sctui.facts.trials.of_others import ILL, are_kin, is_of_others, is_one
from sctui.facts.trials.part_of_page import Around, other_disease
from sctui.facts.trials.phrases import cell_phrases
from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement
from sctui.facts.trials.treatment import WHO_HAD
from sctui.lexicon.lexicon import Lexicon, Mention
from sctui.lexicon.term import Term, TermKind
from sctui.model.document import Document, LineKind
from sctui.text import literal
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN
from sctui.text.quantity import QuantityKind

Told = tuple[Statement, Found]

_TOP = 8  # lines that say something, among which a page says what it is on
_LONGEST = 60  # characters of such a line, or twice as many Latin ones
_LEAD = 2  # sentences that open a document, and tell what it is on
_OF_PATIENTS = re.compile(r"\s?\([a-z-]{2,8}\)|\s(?:patients|affects)\b")
_AS_WELL = re.compile(r"\s?(?:\([^()]*\))?方面[^,。;]{0,4}也")  # one of several
_PREVENTED = re.compile(
    r"(?:预防|防止)\S{0,4}$|\b(?:prevent(?:s|ing)?|prevention of|prophylaxis (?:of|against))\s(?:\w+\s)?$"
)
_HOW_IT_WORKS = re.compile(
    r"^(?!.*(?:临床|研究|试验|疗效|clinical|trial|stud)).*(?:机制|机理|\bmechanisms?\b)"
)
_RISK = re.compile(
    r"\b(?:at (?:high |increased )?risk (?:of|for))\s(?:\w+\s)?$|(?:高危|高风险|有)\S{0,4}(?:风险|危险)的?$"
)
_LABEL = 8  # characters of an item's label
_OF_STUDY = re.compile(r"研究|试验|临床|经验|数据|[期组者人]$|\b(?:trial|study|phase|evidence)\b")
_LEAST = 2  # sentences that speak of what a page is on
_MANY, _FAR = 4, 3  # sentences that speak of a disease, and how many times as many as of any other
_SILENT = frozenset(
    {LineKind.BLANK, LineKind.BOILERPLATE, LineKind.BYLINE, LineKind.TABLE_ROW, LineKind.BULLET}
)
_BEFORE_ILL = re.compile(
    r"(?:患有?|罹患|受|患了|得了|确诊(?:为|了)?)\s?$|\b(?:patients|people|adults|children) with (?:\w+ )?$"
)
_BEHIND_ILL = re.compile(
    r"\s?(?:\([^()]*\))?\s?的?(?:患者|病人|病友|患儿|者|人群|患病率|盛行率|发病率|困扰|所苦)|\s(?:\([^()]*\)\s)?patients\b"
)
# what a vaccine is for stands with its efficacy, and not with people who have it
_EFFECT_ON = re.compile(
    r"\befficacy (?:against|in preventing|in the prevention of)\s$|预防$|(?:效力|保护)[^,。;]{0,3}对$"
)
_INSTITUTION = re.compile(
    r"(?:医院|医学中心|诊疗中心|治疗中心|中心|研究所|协会|学会|联盟|基金会|门户网?|论坛|网站?|频道|专区|之家|杂志|学报|周刊|日报|科)\s?[|｜·]?\s?[一-鿿]{0,4}$"
    r"|\b(?:alliance|society|association|foundation|hospital|clinic|cent(?:er|re)|institute|network|journal|news|trust|charity)$"
)
_AND = re.compile(rf"{ILL.replace('|<:ill>', '')}\s?(?:与|和|及|、|/)\s?$")
_AND_BEHIND_EN = re.compile(
    r"\s?(?:\([^()]*\))?\s?(?:and|or|&|/)\s(?:[\w-]+\s){0,3}?[\w-]*(?:a?emia|itis|osis|opathy|trophy|disease"
    r"|syndrome|disorder|injury|failure)\b"
)
_AND_BEHIND = re.compile(
    rf"\s?(?:与|和|及|、|/)\s?[一-鿿]{{1,10}}?{ILL.replace('|<:ill>', '')}(?![一-鿿]{{0,2}}细胞)"
)


def one_disease(title: str, diseases: Lexicon) -> Mention | None:
    """The one disease a title names; None for none, for several, or beside another that nobody knows."""
    mentions = _of_people(title, diseases)
    if _INSTITUTION.search(match_view(title)):
        return None  # `Stroke Alliance`: who speaks
    if len({mention.term.key for mention in mentions}) != 1:
        return None
    first, view = mentions[0], match_view(title)
    end = mentions[-1].end
    beside = (
        _AND.search(view[: first.start]) or _AND_BEHIND.match(view, end) or _AND_BEHIND_EN.match(view, end)
    )
    return None if beside else first


def _of_people(text: str, terms: Lexicon) -> list[Mention]:
    """The diseases that a text names; none that is part of a treatment's name (`微骨折`)."""
    return [one for one in terms.mentions(text) if one.term.kind is TermKind.DISEASE]


def pages(document: Document, told: Sequence[Statement], diseases: Lexicon, first: int) -> tuple[str, ...]:
    """What a page tells of the disease that it is on: a line near its top, its first sentence, or neither.

    `first` is the line where its first study begins: what stands below may be another one's title.
    """
    counts = Counter(
        key for one in told for key in {m.term.key for m in one.terms(TermKind.DISEASE) if is_one(m.term)}
    )
    top = (line.text for line in document.lines[: max(first - 1, 0)] if line.kind not in _SILENT)
    for _, text in zip(range(_TOP), top, strict=False):
        if len(text) > (_LONGEST if HAN.search(text) else 2 * _LONGEST) or not _of_people(text, diseases):
            continue
        named = one_disease(text, diseases)
        if named is None and _INSTITUTION.search(match_view(text)):
            continue  # who speaks
        if named is None:
            return ()  # it is on several
        if counts[named.term.key] >= max(_LEAST, _of_another(counts, named.term.key)):
            return (text,)
    lead = _lead(told, diseases)
    named = one_disease(lead, diseases) if lead else None
    if named and counts[named.term.key] >= _of_another(counts, named.term.key):
        return (lead,)
    return tuple(filter(None, [_headed(document, counts, diseases) or _spoken_of(told, counts)]))


def _headed(document: Document, counts: Counter[str], diseases: Lexicon) -> str:
    """The one disease that several headings name, also where they say who speaks (`某医院卒中单元`)."""
    headings = [line.text for line in document.lines if line.kind is LineKind.HEADING]
    named = [(text, {m.term.key: m for m in _of_people(text, diseases)}) for text in headings]
    found = Counter(key for _, terms in named for key in terms)
    for key, times in found.most_common(1):
        alone = times >= _LEAST and len(found) == 1
        if alone and counts[key] >= max(_LEAST, _of_another(counts, key)):
            return next(text[terms[key].start : terms[key].end] for text, terms in named if key in terms)
    return ""


def _spoken_of(told: Sequence[Statement], counts: Counter[str]) -> str:
    """The disease that a page speaks of by far the most, by the name it has there first."""
    for disease, count in counts.most_common(1):
        named = [(one, m) for one in told for m in one.terms(TermKind.DISEASE) if m.term.key == disease]
        fewest = _MANY - any(_is_had(one.view, m.start - one.start, m.end - one.start) for one, m in named)
        if count >= max(fewest, _FAR * _of_another(counts, disease)):
            return next(one.raw(m.start, m.end) for one, m in named)
    return ""


def _is_had(view: str, start: int, end: int) -> bool:
    """Whether a sentence speaks of people who have what it names, which a scar in a cord is none of."""
    return bool(_BEFORE_ILL.search(view, 0, start) or _BEHIND_ILL.match(view, end))


def _of_another(counts: Counter[str], disease: str) -> int:
    """How many sentences speak of any other disease, which is no kind of one, nor it one of theirs."""
    others = (count for other, count in counts.items() if not are_kin(other, disease))
    return max(others, default=0)


def _lead(told: Sequence[Statement], diseases: Lexicon) -> str:
    """The sentence at the beginning that tells which disease a document is on; empty for several."""
    for at, text in enumerate(one.text for one in told[:_TOP]):
        named = _of_people(text, diseases)
        if not named or (at >= _LEAD and text.isascii()):
            continue
        if named[0].start > 1 and literal.search("[?？]", text[named[0].end :]):
            return ""  # it is asked about, as one of several
        start, end = named[0].start, named[0].end
        if at >= _LEAD and start > 0 and not _is_had(match_view(text), start, end):
            continue
        if _AS_WELL.match(match_view(text[end:])):
            return ""
        of_patients = _OF_PATIENTS.match(match_view(text[end:]))
        # a short form may stand for another name
        sure = bool(of_patients) if text.isascii() else not text[start:end].isascii()
        return text if sure and len({mention.term.key for mention in named}) == 1 else ""
    return ""


@dataclass(frozen=True, slots=True)
class About:
    """What stands around a study: the headings above it with the document's title, the nearest first.

    `pages` tell what its page is on, `before` is the sentence in front of it, `around` are those in
    front of it under each of the headings.
    """

    titles: tuple[str, ...]
    pages: tuple[str, ...]
    before: Statement | None
    diseases: Lexicon
    around: Around = ()

    def topic(self, told: Sequence[Statement], treated: Sequence[str]) -> str:
        """The disease of the nearest title that names one, for a study that names none, or the same.

        `told` are the sentences of the study, `treated` the names of what it is told to have treated.
        """
        pages = () if told and _is_on_its_own(told[0]) else self.pages
        for title in (*self.titles, *pages):
            named = one_disease(title, self.diseases)
            if named is None or _HOW_IT_WORKS.search(match_view(title)):
                continue  # a heading on two tells which of neither; no study stands under one on mechanisms
            if _PREVENTED.search(match_view(title)[: named.start]) or _at_risk(told, named.term):
                return ""  # nobody had it yet
            if title in pages and (here := other_disease(self.around, told, named.term)) is not None:
                return here
            keys = {m.term.key for name in treated for m in _of_people(name, self.diseases)}
            other = named.term.key not in keys if keys else is_of_others(told, self.before, named.term)
            return "" if other else small(title[named.start : named.end])
        return ""


def _at_risk(told: Sequence[Statement], disease: Term) -> bool:
    """Whether a study is told to be of those who may get a disease."""
    return any(
        mention.term.key == disease.key and _RISK.search(one.seen(one.start, mention.start))
        for one in told
        for mention in one.terms(TermKind.DISEASE)
    )


def _is_on_its_own(first: Statement) -> bool:
    """Whether a study is an item of a list under a label that names no disease (`◎ 脸部老化:…`)."""
    if not (first.mark and first.counted(QuantityKind.PEOPLE) and first.labels(first.clauses[0])):
        return False
    label = first.clauses[0]
    return label.end - label.start <= _LABEL and not _OF_STUDY.search(label.text)


def without_strays(values: list[Told], about: About, told: Sequence[Statement]) -> list[Told]:
    """What is told, without a disease that none of the sentences on who took part names, but the page's.

    `Relapse of leukaemia …`, of a study that stands under another disease.
    """
    if not any(item.slot == "condition" for _, item in values):
        return values
    topic = about.topic(told[:1], ())
    named = one_disease(topic, about.diseases) if topic else None
    return [
        (one, item)
        for one, item in values
        if item.slot != "condition"
        or one is told[0]
        or one.counted(QuantityKind.PEOPLE)
        or cell_phrases(one)
        or _BEHIND_ILL.search(one.seen(item.start, item.end))
        or WHO_HAD.search(one.seen(one.start, item.start))
        or _EFFECT_ON.search(one.seen(one.start, item.start))
        or (
            named is not None
            and any(
                are_kin(m.term.key, named.term.key)
                for m in _of_people(one.raw(item.start, item.end), about.diseases)
            )
        )
    ]
