"""Trial facts: frames are read, their slots filled, and each slot becomes a fact of its study."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from sctui.facts.trials import approvals, changes, outcomes, people, setting, treatment
from sctui.facts.trials.anchors import FrameKind, is_preclinical
from sctui.facts.trials.claims import find_claims
from sctui.facts.trials.frames import Frame, read_frames
from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement, statements
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document, Span
from sctui.model.fact import Fact, FactKind, Slot, Study
from sctui.model.topic import Topic
from sctui.text.match_view import match_view

# how often a slot may be filled; a question with two answers is no question
_MOST = {
    **dict.fromkeys(
        ("year", "journal", "title", "author", "site", "registry", "phase", "n", "case", "studies", "age"), 1
    ),
    **dict.fromkeys(("regulator", "brand", "maker", "indication", "first"), 1),
    **dict.fromkeys(("donor", "route", "comparator", "groups"), 1),
    "followup": 3,
}
_FULLEST = frozenset({"product", "cell_source", "condition", "design"})
_CORE = re.compile(
    r"(?:临床|联合|静脉)*(?:输注|移植|注射|治疗|疗法|干预)*(?:治疗|疗法)?$|s$|(?:患者|病人|女性)$|[\s-]"
)
_OUTCOMES = frozenset(
    {
        "outcome",
        "change",
        "share",
        "count",
        "change_word",
        "effect",
        "caused",
        "safety",
        "verdict",
        "duration",
    }
)
_SLOTS_OF_LOOSE = _OUTCOMES | {"product", "condition", "route", "conclusion"}


def find_trials(document: Document, tree: Topic, lexicon: Lexicon) -> Iterator[Fact]:
    """Every fact of every study the document tells of, in the order of the document."""
    told = list(statements(document, tree, lexicon))
    for number, frame in enumerate(read_frames(told), start=1):
        yield from _facts(frame, f"study-{number}")
    yield from find_claims(told)


def _facts(frame: Frame, key: str) -> Iterator[Fact]:
    found = list(_best(_kept(frame)))
    slots = tuple(
        Slot(
            item.slot, item.value or statement.raw(item.start, item.end), statement.span(item.start, item.end)
        )
        for statement, item in found
    )
    study = Study(key, (Slot("kind", frame.kind.value, _place(frame)), *slots, *_topics(frame)))
    for statement, item in found:
        if not item.label and not (frame.kind is FrameKind.LOOSE and item.slot not in _SLOTS_OF_LOOSE):
            yield _fact(frame, study, statement, item)
    if frame.year:
        yield from _taken_over(frame, study)


def _place(frame: Frame) -> Span:
    first = frame.statements[0]
    return first.span(first.start, first.start)


def _topics(frame: Frame) -> Iterator[Slot]:
    """The headings, so that a study without a disease of its own can be named by that of its section."""
    first = frame.statements[0]
    for title in reversed(frame.section):
        yield Slot("topic", title, first.span(first.start, first.start))


def _kept(frame: Frame) -> Iterator[tuple[Statement, Found]]:
    """Everything found in the frame, each slot as often as it may stand, and nothing twice."""
    seen: set[tuple[str, str, str]] = set()
    counts: Counter[tuple[str, bool]] = Counter()
    total: float | None = None
    for statement in frame.statements:
        for item in _found(frame, statement, total):
            value = match_view(item.value or statement.raw(item.start, item.end)).strip()
            key = (item.slot, value, match_view(item.measure))
            if not value or key in seen or counts[item.slot, item.label] >= _MOST.get(item.slot, 99):
                continue
            seen.add(key)
            counts[item.slot, item.label] += 1
            if item.slot == "n":
                total = _people(statement, item)
            yield statement, item


def _best(kept: Iterable[tuple[Statement, Found]]) -> Iterator[tuple[Statement, Found]]:
    """Of what a study is told to have used, treated and been, keep the fullest name of the first one told."""
    chosen: dict[str, tuple[Statement, Found]] = {}
    others: list[tuple[Statement, Found]] = []
    for statement, item in kept:
        if item.slot not in _FULLEST or item.label:
            others.append((statement, item))
        elif item.slot not in chosen or _fuller(chosen[item.slot], (statement, item)):
            chosen[item.slot] = (statement, item)
    yield from sorted((*chosen.values(), *others), key=lambda kept: (kept[0].line, kept[0].start))


def _fuller(old: tuple[Statement, Found], new: tuple[Statement, Found]) -> bool:
    """Whether a later name holds the earlier one and says more (`SLE`, then `refractory SLE`)."""
    if old[1].slot == "design":
        return bool(re.fullmatch("(?:文献|研究)?综述|临床试验", old[0].seen(old[1].start, old[1].end)))
    core = _CORE.sub("", old[0].seen(old[1].start, old[1].end))
    name = _CORE.sub("", new[0].seen(new[1].start, new[1].end))
    return core != name and core in name


def _people(statement: Statement, size: Found) -> float | None:
    return next((q.low for q in statement.quantities if q.start == size.start), None)


def _found(frame: Frame, statement: Statement, total: float | None) -> Iterator[Found]:
    for finder in (
        setting.registry,
        setting.years,
        setting.journals,
        setting.titles,
        setting.authors,
        setting.phase,
    ):
        yield from finder(statement)
    if frame.kind is FrameKind.CASE:
        yield from people.case(statement)
    else:
        yield from setting.sites(statement)
        yield from setting.designs(statement)
    if frame.kind is FrameKind.APPROVAL:
        yield from approvals.approvals(statement)
    yield from treatment.products(statement)
    yield from treatment.conditions(statement)
    sized = list(people.size(statement)) if total is None and frame.kind is not FrameKind.CASE else []
    if sized:
        yield sized[0]
        total = _people(statement, sized[0])
    yield from people.studies(statement)
    yield from people.ages(statement)
    for finder in (treatment.doses, treatment.routes, treatment.comparators):
        yield from finder(statement)
    arms = list(people.arms(statement, total))
    yield from arms
    yield from treatment.followups(statement)
    taken = {item.start for item in arms}
    yield from (item for item in outcomes.numbers(statement, total) if item.start not in taken)
    for finder in (changes.changes, changes.effects, changes.conclusions, changes.safety):
        yield from finder(statement)


def _fact(frame: Frame, study: Study, statement: Statement, item: Found) -> Fact:
    start, end = item.evidence or _clauses(statement, item)
    flags = item.flags
    if is_preclinical(statement.seen(start, end)) or (frame.kind is FrameKind.REVIEW and _is_animal(study)):
        flags = (*flags, "preclinical")
    value = item.value or statement.raw(item.start, item.end)
    return Fact(
        FactKind.TRIAL,
        item.slot,
        subject=item.subject or study.get("product") or study.get("cell_source"),
        value=re.sub(r"\s?\[[\d,、\s]+\]", "", value).strip(),
        evidence=statement.span(min(start, item.start), max(end, item.end)),
        answer=statement.span(item.start, item.end),
        measure=item.measure,
        context=study.get("condition"),
        study=study,
        items=item.items,
        flags=flags,
    )


def _is_animal(study: Study) -> bool:
    """Whether a review says in its title that it is about preclinical work alone."""
    title = match_view(study.get("title"))
    return ("临床前" in title or "动物" in title or "preclinical" in title) and "和临床" not in title


def _clauses(statement: Statement, item: Found) -> tuple[int, int]:
    """The clauses around a value; a short one is quoted with its neighbour."""
    owners = [c for c in statement.clauses if c.start < item.end and item.start < c.end]
    if not owners:
        return item.start, item.end
    start, end = owners[0].start, owners[-1].end
    following = [c for c in statement.clauses if c.start >= end]
    if end - start < 12 and following:
        end = following[0].end
    return start, end


def _taken_over(frame: Frame, study: Study) -> Iterator[Fact]:
    """The year of `同年` is that of the study before: derived, not written in the line."""
    if frame.year is None:
        return
    told, found = frame.year
    first = frame.statements[0]
    year = re.match(r"\d{4}\s?年?", told.raw(found.start, found.end))
    if year:
        start, end = _clauses(first, Found("year", first.start, first.start + 2))
        yield Fact(
            FactKind.TRIAL,
            "year",
            subject=study.get("product"),
            value=year[0],
            evidence=first.span(start, end),
            context=study.get("condition"),
            study=study,
            flags=("derived",),
        )
