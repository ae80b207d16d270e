"""Figures: numbers that belong to no study, with what they measure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sctui.facts.figure_conditions import condition_start, is_multiple, setting_start, with_currency
from sctui.facts.figure_faults import (
    is_glossed,
    is_in_brackets,
    is_lab,
    is_of_one,
    is_of_patients,
    is_torn,
    of_share,
    points_away,
)
from sctui.facts.figure_subjects import (
    framed,
    of_whom,
    place_of,
    subject_of,
    tells_little,
    where_counted,
    with_actor,
)
from sctui.facts.plain_figures import plain_figures
from sctui.facts.shares import SHARE, shares
from sctui.facts.trials.outcomes import numbers
from sctui.facts.trials.people import WORLD, everywhere
from sctui.facts.trials.setting import Found
from sctui.facts.trials.slots import backgrounds
from sctui.facts.trials.statement import Statement
from sctui.facts.trials.telling import Telling
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.document import Span
from sctui.model.fact import Fact, FactKind
from sctui.text.match_view import match_view
from sctui.text.quantity import Quantity, QuantityKind

_SLOTS = {"outcome": "measure", "change": "change", "share": "gap", "duration": "gap"}
_OF = re.compile(r"^\s?的[^,。;]{2,20}|^\sof\s[^,.;]{3,40}")
_RESERVE = re.compile(
    r"(?:约为|约有|大约|大概|约|近|将近|接近|超过|高达|多达|可达|达到?|至少|about |up to |over |more than )"
    r"\s*(?=\d)"
)
_BARE = re.compile("(?:患者|病人|人)?")
# `新增病例数超过600万`: a count without a counter
_COUNTED = re.compile(
    r"(?:^|(?<=[,;。:]))(?P<what>[^,;。]{0,28}(?:病例数?|患者数|患病人数|人数|例数|携带者))"
    r"(?P<yearly>,(?:每年|一年))?(?:约|已|在|超过?|达到?|为|有|高达|接近|将近|近)*$"
)
_SICK = re.compile(r"^(?:患(?!者)有?|罹患|受|感染|死于|living with|suffer)")
_MORE = re.compile("以上|以下|左右|上下")
_EACH = ("每", "one in ", "1 in ")  # `每45人中有1人`
# of one of a study's groups, with its size, or with its test: a study's, and nobody else's
_OF_STUDY = re.compile(
    r"(?=[试实治对观干安剂两各三组cnopstv\d\s])(?:(?:试验|实验|治疗|对照|观察|干预|安慰剂|剂量"
    r"|[两各三])组(?!织|成|合|分|学|装|建|件)"
    r"|(?<!基因)(?<!蛋白)(?<!转录)(?<!分泌)(?<!代谢)组(?!织|成|合|分|学|装|建|件)[^,;。]{0,8}\d"
    r"|\b(?:placebo|control|treat(?:ed|ment)|saline|vehicle) (?:group|arm)s?\b"
    r"|\bon placebo\b|\s(?:vs|versus)\b"
    r"|\d\s?[例名位人](?:患者|病人)?\s?\(\d[\d.]*\s?%|\d\s?(?:个月|周|年|天)时(?![间候期段])"
    r"|(?<![a-z])n\s*=\s*\d|(?<![a-z])p\s*[<=>]\s*0?\.\d)"
)
_HERE = re.compile(f"{WORLD.pattern}|全国|全省|全台")
_MANY, _MANY_HERE = 100_000, 5_000  # people: no study has as many; where a country's are counted
# `after the first infusion the rate had`: what is measured stands in the midst of it
_NO_MEASURE = re.compile(
    r"^(?:after|before|by|at|during|within|when|while|with|compared|following|since|until)\b|\b(?:had|has"
    r"|have|was|were|reached)$"
)
# `X是细胞分泌的直径…的Y`: the sentence says what X is, and no more of it can be cut out
_IS_IN = re.compile("(?<=[^但只不而才就还也总])是(?!否)")
# `但比例不足1%`: of what, is told elsewhere
_OF_NOTHING = re.compile(
    r"(?:[但且而却其该此这]|不过|的)*(?:比例|占比|比率|概率|几率|机率|可能性|百分比|效率)"
)
# `患病率为10%,预计2045年将上升至12%`: of what, the clause before says
_FORECAST = re.compile("(?:[^,;。]{0,8}的)?(?:预计|预测|预期|有望)")
# what is no name of a measure: its sentence is asked for instead
_UNCLEAN = re.compile(
    r"^只有|[丢剩失]了?$|往往|已经|[占佔][^,。;]{0,8}的?$|特指|[由从自](?:19|20)\d\d\s?年的?$|(?:还|请|皆|均|都|已|则|就|也)$|^(?:步|请|其|该|此)"
    r"|\b(?:has|have|had|is|are|was|were|drops?|rises?|falls?|fell|fallen|rose|risen|live|improves?|worsens?|increases?|decreases?)\b"
)
_TWO_AGES = re.compile("岁以[上下].*岁以[上下]")  # taken over from the figure before
_FROM_WHAT = re.compile("[由从自][^,;。]{0,8}的$")  # `由胰岛的31%回升到52%`: what it was
_OF_SO_MANY = re.compile(r"每(?P<many>\d[\d,.]*[万千百]?\s?[名人例个位][^,。;]{0,14})?$")
_YEARLY = re.compile("每年|年均|新[发增]")  # `每年新发约15万例`: so many in a year, and not all
_OF_WHOM = re.compile(r"(?:以[上下])?[、及和]?[^,。;\d]{0,14}的(?:患者|病人|人群?)")
_BETWEEN = re.compile(r"\bbetween\s[\d.]+\s?(?:%|per ?cent)?\sand\s$")
_BARE_RATE = re.compile("[^,;。的]{0,3}率")
_CUT = re.compile(r"/$|\d\s$")
_DASHES = re.compile("[—―]{2}|--")
_SIGNS = re.compile(r"[|｜■●※★▍◆≥≤<>]|\s{2,}")  # of a layout, or of a limit
_BUT_FIRST = re.compile("^[但而且]")
_HEADED = re.compile(r"【[^】]*】\s?|摘要[:\s]\s?")
_LONGEST_SENTENCE = 56  # characters from its start to the figure
_AGE_LIMIT = re.compile(r"(?:以前|之前|前)")
_SHARE_OF = re.compile(SHARE)  # `40岁前约1%`: it is what is asked
_LABEL = re.compile(r"(?:abstract|background|introduction|results?|conclusions?|summary):\s")
# a figure is one of something: `about 460 new cases a year` alone is none
_MEASURES = re.compile(r"(?![本我该該其此])[\w]{2}")  # may be told of the disease that stands above
_SUBJECTS = tuple(
    kind
    for kind in TermKind
    if kind not in {TermKind.BOILERPLATE, TermKind.UNIT, TermKind.ACTION, TermKind.WORD}
)


def find_figures(telling: Telling, lexicon: Lexicon) -> Iterator[Fact]:
    """Every figure outside the studies, in the order of the document.

    What is said of a study's group is that study's, also where it cannot be named: it is no figure.
    """
    cells, diseases = lexicon.of(TermKind.CELL), lexicon.of(TermKind.DISEASE)
    of_studies = {
        (s.line, s.start)
        for frame in telling.frames
        for earlier in [backgrounds(frame)]
        for s in frame.statements
        if s.line not in earlier
    }
    for statement in telling.statements:
        if (statement.line, statement.start) not in of_studies:
            if _OF_STUDY.search(statement.view) or is_of_one(statement) or is_of_patients(statement):
                continue
            named = lexicon.of(*_SUBJECTS).mentions
            for fact in _figures(statement):
                span = fact.evidence
                if points_away(statement, fact) or is_glossed(statement, fact) or is_torn(statement, fact):
                    continue
                if not (fact.subject or fact.context) and _BARE_RATE.fullmatch(match_view(fact.measure)):
                    continue  # `活产率约10%`: of whom
                whole = framed(with_actor(fact, statement, cells), statement, diseases)
                if (whole if fact.slot == "gap" or _MEASURES.match(fact.measure) else fact).context or named(
                    f"{fact.subject} {fact.measure} {statement.raw(span.start, span.end)}"
                ):
                    yield whole
        elif WORLD.search(statement.view):
            yield from _worldwide(statement, set())


def _figures(statement: Statement) -> Iterator[Fact]:
    if len(_DASHES.findall(statement.view)) > 1:
        return  # a row of a table that somebody drew with dashes
    taken: set[int] = set()
    for found in numbers(statement, None):
        if found.slot in _SLOTS:
            taken.add(found.start)
            measure = match_view(found.measure)
            whom = _OF_WHOM.match(statement.seen(found.end, statement.end))
            if (found.slot == "outcome" and whom) or found.arm or is_in_brackets(statement, found):
                continue  # of whom, and of which study, is not told; or it says what is meant
            if not (
                _FROM_WHAT.search(measure)
                or _TWO_AGES.search(measure)
                or _OF_NOTHING.fullmatch(measure)
                or _FORECAST.match(measure)
                or _SIGNS.search(measure)
            ):
                yield _fact(statement, found, _SLOTS[found.slot], whole=found.slot == "duration")
    yield from _worldwide(statement, taken)
    yield from _shares(statement, taken)
    for quantity in statement.quantities:
        if quantity.start in taken:
            continue
        clause = statement.clause_at(quantity.number)
        after = statement.seen(quantity.end, clause.end)
        if (quantity.kind is QuantityKind.PERCENT and _OF.match(after)) or (
            quantity.kind is QuantityKind.MEASURE and quantity.low != quantity.high
        ):
            other = _BETWEEN.search(statement.seen(statement.start, quantity.start))
            start = statement.start + other.start() if other else quantity.start
            yield _fact(statement, Found("gap", start, quantity.end), "gap")
        elif quantity.kind is QuantityKind.PLAIN and (quantity.low or 0) >= (
            _MANY_HERE if _HERE.search(statement.view) else _MANY
        ):
            yield from _uncounted(statement, quantity)
        elif quantity.kind is QuantityKind.AGE:
            limit = _AGE_LIMIT.match(after)
            if (limit and not _SHARE_OF.search(after)) or (not limit and quantity.number > quantity.start):
                end = quantity.end + (limit.end() if limit else 0)
                yield _fact(statement, Found("gap", quantity.start, end), "gap")


def _shares(statement: Statement, taken: set[int]) -> Iterator[Fact]:
    """How many have something, get it or live so long, where no measure stands in front of that."""
    spans = [(q.start, q.end) for q in statement.quantities if q.start in taken]
    for start, end, begin in shares(statement):
        if not any(low < end and start < high for low, high in spans):
            spans.append((start, end))
            fact = _fact(statement, Found("gap", start, end), "gap", whole=True)
            if begin > fact.evidence.start:
                fact = replace(fact, evidence=Span(fact.evidence.line, begin, fact.evidence.end))
            yield fact
    for start, end in plain_figures(statement):
        if not any(low < end and start < high for low, high in spans):
            spans.append((start, end))
            clause = statement.clause_at(start)
            begin = statement.start if end - statement.start <= _LONGEST_SENTENCE else clause.start
            if begin == statement.start or not tells_little(statement, begin, clause.end):
                fact = _fact(statement, Found("gap", start, end), "gap", whole=True)
                begin = min(begin, fact.evidence.start)
                yield replace(fact, evidence=Span(fact.evidence.line, begin, fact.evidence.end))
    taken.update(q.start for q in statement.quantities if any(q.start < b and a < q.end for a, b in spans))


def _worldwide(statement: Statement, taken: set[int]) -> Iterator[Fact]:
    """How many people, in the world or a country."""
    for quantity in statement.counted(QuantityKind.PEOPLE):
        where = everywhere(statement, quantity)
        if _CUT.search(statement.seen(statement.start, quantity.start)):
            continue  # `1.01/10万人`: of so many; `1 205 万例`: half a number
        of_many = _OF_SO_MANY.search(statement.seen(statement.start, quantity.start))
        if of_many and not of_many["many"] and (quantity.low or 1) % 100 == 0:
            continue  # `每1000名新生儿中约有2~3名`: of how many one counts
        if not where and (quantity.low or 0) < _MANY:
            continue
        clause = statement.clause_at(quantity.number)
        measure = statement.raw(quantity.end, clause.end).strip()
        if quantity.low is None or quantity.low <= 1:
            continue
        if _BARE.fullmatch(match_view(measure)):
            measure = of_whom(statement, quantity.start, clause.start, measure)
        each = statement.seen(clause.start, quantity.start).endswith(_EACH)
        yearly = _YEARLY.search(statement.seen(clause.start, quantity.start))
        gap = each or yearly or of_many or len(measure) <= 3 or not where or _SICK.search(match_view(measure))
        slot = "gap" if gap else "count"
        subject = where_counted(statement, where) if where else ""
        found = Found(slot, quantity.start, quantity.end, measure=measure)
        taken.add(quantity.start)
        yield replace(_fact(statement, found, slot, whole=True), subject=subject)


def _uncounted(statement: Statement, quantity: Quantity) -> Iterator[Fact]:
    """`每年新增病例数超过600万`: people without a word for them behind the number."""
    what = _COUNTED.search(statement.seen(statement.start, quantity.start))
    if what:
        start = statement.start + what.start("what")
        measure = statement.raw(start, statement.start + what.end("what"))
        apart = what["yearly"]  # `死亡人数,每年接近20万`
        more = _MORE.match(statement.seen(quantity.end, statement.end))
        end = quantity.end + (more.end() if more else 0)
        found = Found("gap" if apart else "measure", quantity.start, end, measure=measure)
        yield _fact(statement, replace(found, evidence=(start, end)) if apart else found, found.slot)


def _beginning(statement: Statement, found: Found, start: int, end: int, *, whole: bool) -> int:
    """Where the sentence of a gap begins: its clause, or before it what that is told of."""
    if statement.view.isascii():
        label = _LABEL.match(statement.view)
        # an English clause seldom names what it is about; its sentence does
        return statement.start + (label.end() if label else 0)
    if whole and found.end - statement.start <= _LONGEST_SENTENCE and tells_little(statement, start, end):
        headed = _HEADED.match(statement.view)
        return statement.start + (headed.end() if headed else 0)
    return setting_start(statement, start, found.end)


def _fact(statement: Statement, found: Found, slot: str, *, whole: bool = False) -> Fact:
    clause = statement.clause_at(found.start)
    start, end = found.evidence or (clause.start, clause.end)
    if slot == "gap":
        start = _beginning(statement, found, start, end, whole=whole)
    condition = condition_start(statement, found)
    if condition is not None:  # it is true under that condition alone
        slot, start = "gap", min(condition, start) if slot == "gap" else condition
    elif slot == "measure" and is_multiple(statement.seen(found.start, found.end)):
        slot = "gap"  # `女性发病率是男性的3倍`
        start = _beginning(statement, found, start, end, whole=True)
    elif slot == "measure" and found.measure.isascii() and _NO_MEASURE.search(found.measure.lower()):
        slot, start = "gap", statement.start
    elif slot == "measure" and _UNCLEAN.search(match_view(found.measure)):
        slot = "gap"
        start = statement.start if statement.view.isascii() else start
    elif slot == "measure" and _IS_IN.search(match_view(found.measure)):
        slot = "gap"
    subject = subject_of(statement, found, slot)
    left = found.start
    if slot == "gap":  # what the source says of its sureness stays before the gap, to be read
        reserve = _RESERVE.match(statement.seen(left, found.end))
        left = with_currency(statement, left + (reserve.end() if reserve else 0))
    return Fact(
        FactKind.FIGURE,
        slot,
        subject=subject,
        value=statement.raw(left, found.end).strip(),
        evidence=statement.span(min(start, found.start), max(end, found.end)),
        context=place_of(statement, found),
        answer=statement.span(left, found.end),
        measure=of_share(_BUT_FIRST.sub("", found.measure), statement.seen(left, found.end))
        if slot == "measure"
        else found.measure,
        flags=("preclinical",) if is_lab(statement) else (),
    )
