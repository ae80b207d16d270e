"""Trial facts: frames are read, their slots filled, and each slot becomes a fact of its study."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sctui.facts.trials.anchors import FrameKind, is_preclinical
from sctui.facts.trials.circumstance import circumstance
from sctui.facts.trials.claims import find_claims
from sctui.facts.trials.doubts import without_symptoms
from sctui.facts.trials.frame import Frame
from sctui.facts.trials.names import named_in, procedures
from sctui.facts.trials.part_of_page import Parts
from sctui.facts.trials.planned import is_recommended
from sctui.facts.trials.setting import Found
from sctui.facts.trials.slots import Told, fill
from sctui.facts.trials.statement import Statement
from sctui.facts.trials.subject import About, pages, without_strays
from sctui.facts.trials.telling import Telling
from sctui.facts.trials.works import compares, work_of
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.document import Document, Span
from sctui.model.fact import Fact, FactKind, Slot, Study
from sctui.model.topic import Topic
from sctui.text import literal
from sctui.text.match_view import match_view
from sctui.text.quantity import QuantityKind

# `clinical studies show …` is nobody's study: only its results are asked for, and what they came of
_OF_ANYONE = frozenset(
    {
        *("outcome", "change", "share", "count", "change_word", "state", "effect", "caused"),
        *("safety", "verdict", "adverse", "proved", "duration", "condition", "route", "conclusion"),
    }
)
# a review assesses a treatment, the person of a case receives it; the study itself keeps the slot's own name
_ASKED_AS = {
    (FrameKind.REVIEW, "product"): "reviewed",
    (FrameKind.REVIEW, "cell_source"): "reviewed",
    (FrameKind.CONSENSUS, "product"): "reviewed",
    (FrameKind.CASE, "product"): "received",
    (FrameKind.APPROVAL, "age"): "approved_age",
}
_ADVISED = ("dose", "route", "interval")
_OF_TRIAL = re.compile(r"试验|研究|入组|纳入|\b(?:trial|study|enrolled|recruited)\b")
_PAPERS = (FrameKind.REVIEW, FrameKind.CONSENSUS)
_REPORTED = re.compile(
    r"发表|刊发|刊登|登载|报道|报告|文献|论文|文章|期刊|杂志|学报"
    r"|\b(?:published|reported|report|paper|article|et al)\b"
)
_FIRST = re.compile("(?P<first>首[例位名个]|第一[例位名个])(?:患者|病人|受试者)")
_BARE_PATIENT = re.compile("(?:患者|病人|受试者)")
_PATIENTS = re.compile("(?:患者|病人)$")
_CARRIED = frozenset({"condition", "product", "cell_source", "donor", "route"})  # what several trials share
_EARLIER = re.compile(  # what the authors had found before is no result of this study
    r"^(?:we|our (?:group|team))\s(?:have\s|had\s)?previously\b|^previously,? we\b"
    r"|\b(?:our|a) (?:previous|earlier) (?:study|trial|work)\b"
    r"|^(?:我们|本研究组|本课题组|笔者)(?:之前|此前|先前|前期|既往)"
)
_ONE_OF_THEM = re.compile(
    r"(?:其中|另|其?余)(?:的)?[一1](?:名|例|位)[^,。;]{0,10}(?:患者|病人|病友|病患|参与者|受试者)?"
)
_CITATION = re.compile(r"\s?\[[\d,、\s]+\]")


def find_trials(telling: Telling, document: Document, tree: Topic, lexicon: Lexicon) -> Iterator[Fact]:
    """Every fact of every study the document tells of, in the order of the document."""
    diseases = lexicon.of(TermKind.DISEASE)
    title = document.metadata.get("title") or tree.title
    headed = next((line.number for line in document.lines if line.text.strip() == title), 0)
    first = min((frame.statements[0].line for frame in telling.frames), default=0)
    named = lexicon.of(TermKind.DISEASE, TermKind.TREATMENT)
    page = pages(document, telling.statements, named, first)
    parts = Parts(telling.statements, telling.frames)
    before = {(b.line, b.start): a for a, b in pairwise(telling.statements)}
    conditions: dict[int, str] = {}
    keys = {id(frame): f"study-{number}" for number, frame in enumerate(telling.frames, start=1)}
    trials = [frame for frame in telling.frames if frame.kind is FrameKind.TRIAL]
    plain = any(frame.identity.get("name", "-").isalpha() for frame in telling.frames)
    others = procedures(line.text for line in document.lines) if plain else frozenset()
    approvals = [frame for frame in telling.frames if frame.kind is FrameKind.APPROVAL]
    approved = {(s.line, s.start) for frame in approvals for s in frame.statements}
    for frame in telling.frames:
        values = [
            (told, item)
            for told, item in fill(frame)
            if item.slot in _CARRIED or not _EARLIER.search(told.view)
        ]
        values = [one for one in values if one[1].slot != "name" or frame.identity.get("name") not in others]
        below = headed <= frame.statements[0].line  # a title further down is that of another study
        titles = (*frame.section[::-1], *([title] if below else []))
        values = without_symptoms(values, titles, diseases)
        begins = frame.statements[0]
        ahead = before.get((begins.line, begins.start))
        about = About(titles, page, ahead, named, parts.around(frame))
        values = without_strays(values, about, frame.statements)
        study = _study(frame, values, keys[id(frame)], about)
        if not study.get("name") and trials == [frame] and (name := named_in(title)):
            study = replace(study, slots=(*study.slots, Slot("name", name, _place(frame))))
        if frame.parent:
            study = replace(study, parent=keys[id(frame.parent)])
        if frame.parent and not study.get("condition") and id(frame.parent) in conditions:
            inherited = Slot("condition", conditions[id(frame.parent)], _place(frame))
            study = replace(study, slots=(*study.slots, inherited))
        conditions[id(frame)] = study.get("condition")
        yield from _facts(frame, study, values)
    yield from find_claims(telling.statements, approved, _only_disease(title, diseases))


def _only_disease(title: str, diseases: Lexicon) -> str:
    """The disease that a title names, where it names one."""
    named = diseases.mentions(title)
    only = len({mention.term.key for mention in named}) == 1
    return title[named[0].start : named[0].end] if only else ""


def _study(frame: Frame, values: list[Told], key: str, about: About) -> Study:
    """The study with its slots; the disease of a heading or the page is its `topic` if it has no other."""
    slots = [_slot(statement, item) for statement, item in values]
    if frame.year and not any(slot.name == "year" for slot in slots):
        told, found = frame.year
        slots.append(Slot("year", told.raw(found.start, found.end), told.span(found.start, found.end)))
    treated = [slot.value for slot in slots if slot.name == "condition"]
    if not any(slot.name == "prevents" for slot in slots) and (
        topic := about.topic(frame.statements, treated)
    ):
        slots.append(Slot("topic", topic, _place(frame)))
    if frame.kind is FrameKind.TRIAL and any(map(compares, frame.statements)):
        slots.append(Slot("compared", "1", _place(frame)))
    if work := work_of(frame, about.titles):
        slots.append(Slot("work", work, _place(frame)))
    return Study(key, (Slot("kind", frame.kind.value, _place(frame)), *slots))


def _slot(statement: Statement, item: Found) -> Slot:
    start, end = item.evidence or _clauses(statement, item)
    beside = circumstance(statement, item)
    return Slot(
        item.slot,
        item.value or statement.raw(item.start, item.end),
        statement.span(item.start, item.end),
        statement.span(min(start, item.start), max(end, item.end)),
        item.measure,
        beside.arm,
        beside.time,
        beside.versus,
        beside.p,
        beside.interval,
        item.other,
    )


def _place(frame: Frame) -> Span:
    first = frame.statements[0]
    return first.span(first.start, first.start)


def _facts(frame: Frame, study: Study, values: list[Told]) -> Iterator[Fact]:
    for statement, item in values:
        if _tells_of_one(frame, statement, item):
            continue
        if not item.label and not (frame.kind is FrameKind.LOOSE and not _is_of_anyone(statement, item)):
            yield _fact(frame, study, statement, item)
    if frame.year:
        yield from _taken_over(frame, study)


def _tells_of_one(frame: Frame, statement: Statement, item: Found) -> bool:
    """Whether a finding is that of one of the patients, and no result of the study."""
    of_one = _ONE_OF_THEM.search(statement.seen(statement.start, item.start))
    return bool(of_one) and frame.kind is not FrameKind.CASE and item.slot not in _CARRIED


def _is_of_anyone(statement: Statement, item: Found) -> bool:
    """Whether `clinical studies show …` can be asked for a value: a treatment only with what it does."""
    if item.slot == "product":
        return bool(literal.match("可|能|显著|明显|对", statement.seen(item.end, statement.end)))
    return item.slot in _OF_ANYONE


def _fact(frame: Frame, study: Study, statement: Statement, item: Found) -> Fact:
    start, end = item.evidence or _clauses(statement, item)
    flags = item.flags
    animal = frame.kind is FrameKind.REVIEW and (
        _is_animal(study)
        or study.get("work").startswith("animal ")
        or "临床前" in match_view("".join(frame.section))
    )
    if animal or is_preclinical(statement.seen(start, end)):
        flags = (*flags, "preclinical")
    return Fact(
        FactKind.TRIAL,
        _asked_as(frame, statement, item),
        subject=item.subject or study.get("product") or study.get("cell_source"),
        value=_CITATION.sub("", item.value or statement.raw(item.start, item.end)).strip(),
        evidence=statement.span(min(start, item.start), max(end, item.end)),
        answer=statement.span(item.start, item.end),
        measure=_measure(_of_first(frame, statement, item), study),
        context=study.get("condition"),
        study=study,
        items=item.items,
        flags=flags,
    )


def _asked_as(frame: Frame, statement: Statement, item: Found) -> str:
    """The slot that a question asks for; a year is that of the report only where the text reports."""
    if item.slot == "year" and frame.kind not in _PAPERS and not _REPORTED.search(statement.view):
        return "year_told"
    if frame.kind is FrameKind.APPROVAL and item.slot in _ADVISED and is_recommended(statement):
        return f"{item.slot}_advised"
    if item.slot == "age" and _OF_TRIAL.search(statement.view):
        return item.slot  # who took part in the trial that an approval rests on
    return _ASKED_AS.get((frame.kind, item.slot), item.slot)


def _of_first(frame: Frame, statement: Statement, item: Found) -> str:
    """What was measured; of `the patient`, where only the first is told of, that it was the first."""
    measure = item.measure
    if frame.kind is FrameKind.CASE or not measure:
        return measure
    if not _BARE_PATIENT.match(match_view(measure)):
        told = _FIRST.search(statement.seen(statement.start, item.start))
        if told is None or _FIRST.search(match_view(measure)) or statement.counted(QuantityKind.PEOPLE):
            return measure
        who = statement.raw(statement.start + told.start(), statement.start + told.end())
        return f"{who}的{measure}"
    here = [s for s in frame.statements if s.line == statement.line and s.start <= statement.start]
    first = next((found for s in here if (found := _FIRST.search(s.view))), None)
    others = any(s.counted(QuantityKind.PEOPLE) for s in here)
    return f"{_first_of(here, first)}{measure}" if first and not others else measure


def _first_of(here: Sequence[Statement], first: re.Match[str]) -> str:
    """The words for `the first`, as the document writes them."""
    told = next(s for s in here if s.view == first.string)
    return told.raw(told.start + first.start("first"), told.start + first.end("first"))


def _measure(measure: str, study: Study) -> str:
    """A measure without the disease of the study, which the study's name says already."""
    disease = _PATIENTS.sub("", study.get("condition"))
    rest = measure.removeprefix(disease) if disease else measure
    return rest.strip() if rest != measure and literal.match("的?(?:患者|病人)", rest) else measure


def _is_animal(study: Study) -> bool:
    """Whether a review says in its title that it is about preclinical work alone."""
    title = match_view(study.get("title"))
    return bool(literal.search("临床前|动物|preclinical|animal", title)) and "和临床" not in title


def _clauses(statement: Statement, item: Found) -> tuple[int, int]:
    """The clauses around a value; a short one is quoted with its neighbour."""
    owners = [c for c in statement.clauses if c.start < item.end and item.start < c.end]
    if not owners:
        return item.start, item.end
    start, end = owners[0].start, owners[-1].end
    following = [c for c in statement.clauses if c.start >= end]
    if end - start < 12 and not following:
        start = max((c.start for c in statement.clauses if c.end <= start), default=start)
    if end - start < 12 and following:
        end = following[0].end
    return start, end


def _taken_over(frame: Frame, study: Study) -> Iterator[Fact]:
    """The year of `同年` is that of the study before: derived, not written in the line."""
    if frame.year is None:
        return
    told, found = frame.year
    first = frame.statements[0]
    year = literal.match(r"\d{4}\s?年?", told.raw(found.start, found.end))
    if year:
        start, end = _clauses(first, Found("year", first.start, first.start + 2))
        yield Fact(
            FactKind.TRIAL,
            "year_told",
            subject=study.get("product"),
            value=year[0],
            evidence=first.span(start, end),
            context=study.get("condition"),
            study=study,
            flags=("derived",),
        )
