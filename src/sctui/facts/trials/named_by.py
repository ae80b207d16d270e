"""Cells, disease and product that a study is named by, where its sentences tell of none as given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.trials import treatment
from sctui.facts.trials.anchors import FrameKind
from sctui.facts.trials.announced import announces
from sctui.facts.trials.developers import developed
from sctui.facts.trials.frame import Frame
from sctui.facts.trials.passing import is_of_one
from sctui.facts.trials.phrases import cell_phrases
from sctui.facts.trials.product_names import product_in_label
from sctui.facts.trials.setting import Found
from sctui.facts.trials.statement import Statement
from sctui.lexicon.term import TermKind

Told = tuple[Statement, Found]

_CELLS = frozenset({"product", "cell_source"})
_LEADS = 3  # sentences of a study in which it still is introduced
_IS_GROUP = re.compile(r"组(?!织)|\s(?:group|arm)\b")
_SHORT_FORM = re.compile(r"\s?(?:\([^()]*\))?\s?")
_WORKS = (FrameKind.REVIEW, FrameKind.CONSENSUS)


def with_names(frame: Frame, told: list[Told]) -> list[Told]:
    """What is told of a study, with the cells and the disease that its sentences only speak of."""
    told, slots = list(told), {item.slot for _, item in told}
    if not slots & {*_CELLS, "condition"} or (
        frame.kind in (*_WORKS, FrameKind.LOOSE) and not slots & _CELLS
    ):
        told += _spoken_of(frame, slots)
    pooled = frame.kind in (FrameKind.TRIAL, FrameKind.REVIEW)
    ways = (
        (pooled, _by_group),
        (frame.kind is FrameKind.TRIAL, _announced),
        (frame.statements[0].first and not slots & _CELLS, _titled),
        (True, _labelled),
    )
    for fits, find in ways:
        if fits and not {item.slot for _, item in told} & _CELLS:
            told += find(frame)
    if frame.maker and not {item.slot for _, item in told} & _CELLS:
        told[:0] = [
            (frame.maker, Found("cell_source", phrase.start, phrase.end))
            for phrase in cell_phrases(frame.maker)[:1]
        ]
        told += [(frame.maker, Found("developer", *who, label=True)) for who, _ in developed(frame.maker)]
    return told


def _announced(frame: Frame) -> Iterator[Told]:
    """The cells of the sentence that announces a study, before the others tell how it was made."""
    for lead in frame.statements[:_LEADS]:
        coined = any(m.term.attributes.get("class") == "product" for m in lead.terms(TermKind.CELL))
        if coined or (lead is frame.statements[0] and announces(lead)):
            yield from ((lead, item) for item in treatment.named(lead) if item.slot == "cell_source")
            return


def _labelled(frame: Frame) -> Iterator[Told]:
    """The product or the cells that an item begins with (`2. 骨髓MSC:18例患者…`)."""
    first = frame.statements[0]
    found = product_in_label(first)
    label = first.clauses[0] if first.first and first.clauses and first.labels(first.clauses[0]) else None
    if found is None and label:
        cells = next((one for one in cell_phrases(first) if one.start == label.start and not one.drug), None)
        whole = cells and _SHORT_FORM.fullmatch(first.seen(cells.action, label.end))
        found = Found("cell_source", cells.start, cells.end) if cells and whole else None
    if found:
        yield first, found


def _spoken_of(frame: Frame, known: set[str]) -> Iterator[Told]:
    """Cells and disease that are only spoken of, so that the study can be named."""
    for statement in frame.statements:
        for item in treatment.named(statement):
            if item.slot not in known and (
                frame.kind is FrameKind.CASE or not is_of_one(statement, item.start)
            ):
                known.add(item.slot)
                yield statement, item


def _by_group(frame: Frame) -> Iterator[Told]:
    """The cells after which a group is named (`分为支架+UC-MSC组和支架组`), to name the study by."""
    for statement in frame.statements:
        for phrase in cell_phrases(statement):
            if _IS_GROUP.match(statement.seen(phrase.end, statement.end)):
                yield statement, Found("cell_source", phrase.start, phrase.end, label=True)
                return


def _titled(frame: Frame) -> Iterator[Told]:
    """The cells that the title of a study names."""
    title = frame.statements[0]
    if title.line != frame.statements[-1].line and not title.text.rstrip().endswith((".", "。")):
        yield from ((title, item) for item in treatment.named(title) if item.slot == "cell_source")
