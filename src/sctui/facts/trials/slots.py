"""Filling the slots of a frame: everything its sentences say, each slot as often as it may stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from sctui.facts.trials import (
    approvals,
    case_person,
    changes,
    comparators,
    doses,
    english,
    people,
    schedule,
    setting,
    sexes,
    treatment,
    verdicts,
)
from sctui.facts.trials.ages import ages
from sctui.facts.trials.anchors import FrameKind
from sctui.facts.trials.arm_chances import with_later_words
from sctui.facts.trials.arm_measures import still_awaited
from sctui.facts.trials.capitals import in_capitals, in_small
from sctui.facts.trials.common_events import common_events
from sctui.facts.trials.dating import dates
from sctui.facts.trials.doses import without_doses_of_all
from sctui.facts.trials.doubts import without_doubts
from sctui.facts.trials.endpoints import endpoints
from sctui.facts.trials.english_alike import alike
from sctui.facts.trials.followups import followups
from sctui.facts.trials.frame import Frame
from sctui.facts.trials.fullest import fullest
from sctui.facts.trials.named_by import with_names
from sctui.facts.trials.nameless_arms import without_nameless
from sctui.facts.trials.names import names
from sctui.facts.trials.parts import is_labelled
from sctui.facts.trials.passing import is_of_one
from sctui.facts.trials.pooled import studies
from sctui.facts.trials.rosters import roster_of
from sctui.facts.trials.second_arm import second_arm
from sctui.facts.trials.setting import Found
from sctui.facts.trials.sides import beside_control
from sctui.facts.trials.size import size
from sctui.facts.trials.speech import is_speech
from sctui.facts.trials.statement import Statement
from sctui.facts.trials.told_figures import Around, arm_by_arm, figures
from sctui.text.match_view import match_view

_NEAR = 8  # lines after its first mention in which a study is still introduced
Told = tuple[Statement, Found]

# a question with two answers is no question
_ONCE = frozenset(
    {
        *("country", "trade", "pathway", "review_path", "press"),
        *("year", "journal", "title", "author", "site", "registry", "phase", "n", "case", "studies", "age"),
        *("regulator", "brand", "maker", "indication", "first", "donor", "route", "comparator", "groups"),
        *("beside", "name", "prevents", "failed", "endpoint"),
    }
)
_OF_ITS_NAME = frozenset({"name", "condition", "cell_source", "product", "registry", "prevents"})
_BACKGROUND = re.compile(
    r"(?:background|introduction|rationale|背景|引言|研究背景)(?:\s(?:and|&)\s\w+)?\s?[::]"
)
_ONLY_GIVEN = frozenset({"route", "condition", "cell_source"})  # and nothing was found, nor who took part
_PERMIT = re.compile(
    "临床试验(?:的)?(?:批件|默示许可|许可|批准)|(?:开展|进行|进入)[^,。]{0,4}临床试验|\\bind\\b"
)
# when it came to be sold, or did not
_APPROVED = re.compile(
    r"\b(?:approved|withdrew|withdrawn|licen[cs]ed?|licen[cs]ing)\b[^.;]{0,60}\bin (?:19|20)\d\d"
)
_WORK = re.compile("综述|分析|评价|回顾|共识|指南|review|meta|consensus")
_WORKS = (FrameKind.REVIEW, FrameKind.CONSENSUS)


def fill(frame: Frame) -> list[Told]:
    """Every value found in the frame's sentences, in their order, with the sentence it stands in."""
    told = with_later_words(list(fullest(_distinct(frame))), frame.statements)
    told = with_names(frame, told)
    told = _best_cells(told) if frame.kind is FrameKind.APPROVAL else told
    if any(item.slot == "prevents" for _, item in told):  # nobody in it had that disease at first
        told = [one for one in told if one[1].slot != "condition"]
    told = list(without_doubts(_on_their_sides(frame, told)))
    told = list(without_doses_of_all(without_nameless(frame.statements, told)))
    told = [(one, in_small(one, item) if in_capitals(one.text) else item) for one, item in told]
    told = _with_deed(told)
    asked = {item.slot for _, item in told if not item.label}
    if frame.kind is FrameKind.TRIAL and asked <= _ONLY_GIVEN:
        return [(statement, replace(item, label=True)) for statement, item in told]
    return [(statement, _as_asked(frame, item, asked)) for statement, item in told]


def _with_deed(told: list[Told]) -> list[Told]:
    """What is told, with that people were randomised for the design where no other word tells that."""
    designs = [item for _, item in told if item.slot == "design"]
    if not designs or any(not item.label for item in designs):
        return told
    return [(one, replace(item, label=False) if item is designs[0] else item) for one, item in told]


def _on_their_sides(frame: Frame, told: Iterable[Told]) -> Iterator[Told]:
    """Figures with the arm of the treated, where the control group's stand in the next sentence."""
    following = {id(one): after for one, after in pairwise(frame.statements) if one.line == after.line}
    for statement, item in told:
        after = following.get(id(statement))
        yield statement, beside_control(statement, after, item) if after else item


def _best_cells(told: list[Told]) -> list[Told]:
    """Of all the names an approval has for its cells, the fullest is asked for; the others go."""
    brands = [told_in.seen(item.start, item.end) for told_in, item in told if item.slot == "brand"]
    named = [
        (told_in, item)
        for told_in, item in told
        if item.slot == "cell_source" and not any(told_in.seen(item.start, item.end) in one for one in brands)
    ]
    best = max(named, key=lambda one: one[1].end - one[1].start, default=None)
    return [
        (statement, replace(item, label=False)) if best and item is best[1] else (statement, item)
        for statement, item in told
        if item.slot != "cell_source" or (best and item is best[1])
    ]


def _as_asked(frame: Frame, item: Found, asked: set[str]) -> Found:
    """What is asked for otherwise, or not at all, in a frame of this kind."""
    if frame.kind is FrameKind.APPROVAL:
        return _of_approval(frame, item)
    if frame.kind in _WORKS and item.slot == "design":
        return replace(item, slot="type")  # of the work; designs of the studies in it are not found there
    if item.slot == "cell_source" and "product" in asked:
        return replace(item, label=True)  # the treatment names the cells
    return item


def _of_approval(frame: Frame, item: Found) -> Found:
    """A product is asked for by its brand; a permit of trials is not taken for one of sale."""
    permit = {"year": "permitted", "regulator": "permitter"} if _is_permit(frame) else {"year": "approved"}
    if item.slot in permit:
        return replace(item, slot=permit[item.slot])
    if item.slot == "product":
        return replace(item, label=True)
    return item


def _is_permit(frame: Frame) -> bool:
    """Whether trials of the product were allowed, and not its sale."""
    return any(_PERMIT.search(statement.view) for statement in frame.statements[:2])


def _distinct(frame: Frame) -> Iterator[Told]:
    seen: set[tuple[str, str, str]] = set()
    counts: Counter[tuple[str, bool]] = Counter()
    total: float | None = None
    awaited = ""
    earlier = backgrounds(frame)
    roster = roster_of((*frame.methods, *frame.statements))
    before: Statement | None = None
    for statement in frame.statements:
        same = before if before and before.line == statement.line else None
        around = Around(awaited, same, roster)
        awaited, before = still_awaited(statement, awaited), statement
        for item in _found(frame, statement, total, around):
            if statement.line in earlier and item.slot not in _OF_ITS_NAME:
                continue
            value = match_view(item.value or statement.raw(item.start, item.end)).strip()
            key = (item.slot, value, match_view(item.measure))
            if item.slot == "followup" and any(
                slot == "followup" and (value in told or told in value) for slot, told, _ in seen
            ):
                continue
            if not value or key in seen or (item.slot in _ONCE and counts[item.slot, item.label]):
                continue
            seen.add(key)
            counts[item.slot, item.label] += 1
            if item.slot == "n":
                total = _people(statement, item)
            yield statement, item


def backgrounds(frame: Frame) -> set[int]:
    """The lines of an abstract's background, which tell of earlier work, where other parts follow."""
    told = {one.line for one in frame.statements if _BACKGROUND.match(one.view)}
    return told if any(one.line not in told and is_labelled(one) for one in frame.statements) else set()


def _people(statement: Statement, size: Found) -> float | None:
    return next((q.low for q in statement.quantities if size.start in (q.start, q.number)), None)


def _found(frame: Frame, statement: Statement, total: float | None, around: Around) -> Iterator[Found]:
    """What one sentence says; `total` is the size of the study, when it is known."""
    yield from _circumstances(frame, statement)
    yield from treatment.products(statement)
    treated = treatment.conditions(statement)
    yield from (one for one in treated if frame.kind is FrameKind.CASE or not is_of_one(statement, one.start))
    sexed = [] if frame.kind is FrameKind.CASE else list(sexes.sexes(statement))
    if frame.kind is not FrameKind.CASE:
        sized = list(size(statement)) if total is None else []
        review = frame.kind is FrameKind.REVIEW
        sized = [people.treated_alike(statement, item) for item in sized] if review else sized
        yield from sized
        total = _people(statement, sized[0]) if sized and sized[0].slot == "n" else total
        yield from studies(statement)
        yield from ages(statement)
        yield from sexed
    other = second_arm(statement)
    given = [item for item in schedule.schedule(statement) if item.start < other]
    yield from given
    for finder in (treatment.together, doses.doses, treatment.routes):
        yield from (item for item in finder(statement) if item.start < other)
    yield from comparators.comparators(statement)
    taken = {at for item in sexed for at in range(item.start, item.end)}
    told = arm_by_arm(statement, around)
    taken |= {at for item in told for at in range(item.start, item.end)}
    parts = [] if frame.kind is FrameKind.CASE else list(people.arms(statement, total))
    yield from (item for item in parts if item.start not in taken)
    seen = followups(statement)
    yield from (one for one in seen if not any(g.start <= one.start < g.end for g in given))
    taken |= {item.start for item in parts}
    yield from told
    yield from figures(statement, total, around, taken)
    for finder in (
        *(changes.changes, changes.effects, verdicts.conclusions, verdicts.safety),
        *(english.results, alike, endpoints, common_events),
    ):
        yield from finder(statement)


def _circumstances(frame: Frame, statement: Statement) -> Iterator[Found]:
    approved = _APPROVED.search(statement.view) if frame.kind is not FrameKind.APPROVAL else None
    for finder in (
        names,
        setting.registry,
        *(() if approved or not dates(frame, statement) else (setting.years,)),
        setting.journals,
        setting.titles,
        setting.authors,
        setting.phase,
        setting.press,
    ):
        yield from finder(statement)
    if frame.kind is FrameKind.CASE:
        yield from case_person.case(statement)
        return
    if statement.line - frame.statements[0].line > _NEAR or is_speech(statement):
        return  # a later mention of the study tells results, not how it was made
    for item in setting.designs(statement):
        if frame.kind not in _WORKS or _WORK.search(statement.seen(item.start, item.end)):
            yield item
    if frame.kind is FrameKind.APPROVAL:
        yield from approvals.approvals(statement)
    else:
        yield from list(setting.sites(statement)) or setting.countries(statement)
