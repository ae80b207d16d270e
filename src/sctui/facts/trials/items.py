"""Items of a list that tell of one study each (`※ …`, `① …`, `研究A|…`, `- NAME (2021). …`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sctui.facts.trials.anchors import FrameKind, is_anaphoric, opens
from sctui.facts.trials.identity import agree, identity_of
from sctui.facts.trials.names import names
from sctui.facts.trials.parts import is_labelled
from sctui.facts.trials.phrases import cell_phrases
from sctui.facts.trials.setting import designs
from sctui.facts.trials.statement import Statement
from sctui.lexicon.term import TermKind
from sctui.text.quantity import QuantityKind

_PLAIN = "-"  # the mark of items that as well may tell one study's results
_LABEL = re.compile(
    r"(?:研究|试验|案例|证据)\s?(?:[a-h]|[一二三四五六七八]|\d)(?![\d例名位人项])"
    r"|第[一二三四五六](?=[,、:])|(?:study|trial) [a-h1-9]\b"
)
_STUDY = re.compile(r"研究|试验|队列|登记|\b(?:trial|study|registry|cohort|series)\b|\bphase [1-4i]")
_OF_THEM = re.compile(r"其中|组(?!织)|该|\b(?:of these|of them|groups?|arms?|had|died|developed)\b")
_ENUMERATED = re.compile(r"(?:[一二三四五六]|其[一二三四])是|其[一二三四],|第[一二三四五六],")
_SHORT = 40  # characters of an item's head
_BOLD = re.compile(r"(?:'{2,3}|\*\*|__)(?P<label>.+?)(?:'{2,3}|\*\*|__)")
_KINDS = (FrameKind.TRIAL, FrameKind.REVIEW, FrameKind.CASE)


def mark_of(first: Statement) -> str:
    """What marks the line that a sentence begins as an item of a list; empty for no mark."""
    return "label" if _LABEL.match(first.view) else first.mark


def heads_study(first: Statement) -> bool:
    """Whether the first sentence of an item says that a study comes, or in a few words what was given."""
    short = len(first.text) <= _SHORT and bool(cell_phrases(first) or first.terms(TermKind.ROUTE))
    return short or mark_of(first) == "label" or bool(_STUDY.search(first.view))


def is_inline(statement: Statement) -> bool:
    """Whether a sentence begins an item within its line (`(2)…`)."""
    return not statement.first and bool(statement.mark or _ENUMERATED.match(statement.view))


def is_sibling(item: Sequence[Statement], study: Sequence[Statement], mark: str) -> bool:
    """Whether an item tells of another study than the one that an item above it, of the same mark, tells of.

    `item` are the sentences of its line, `study` those of the study told above, `mark` that of both lines.
    """
    first = item[0]
    if not mark or mark != mark_of(first) or is_anaphoric(first) or is_labelled(first):
        return False
    if _is_headed(first):
        return True
    if not any(opens(one) in _KINDS or (_STUDY.search(one.view) and any(designs(one))) for one in item):
        return False
    return mark != _PLAIN or _has_its_own(item, study)


def _is_headed(first: Statement) -> bool:
    """Whether an item begins with a name in bold of a study, or of what was given in it."""
    bold = _BOLD.match(first.view)
    if bold is None:
        return False
    end = first.start + bold.end()
    given = any(one.end <= end for one in first.terms(TermKind.CELL, TermKind.TREATMENT))
    return given or bool(_STUDY.search(bold["label"])) or any(one.end <= end for one in names(first))


def _has_its_own(item: Sequence[Statement], study: Sequence[Statement]) -> bool:
    """Whether an item counts other people than a study, as one of its own, or has another name or author."""
    mine = {slot: value for one in item for slot, value in identity_of(one).items()}
    theirs = {slot: value for one in study for slot, value in identity_of(one).items()}
    if any(
        slot in mine and not agree(mine, theirs, slot)
        for slot in ("registry", "name", "author")
        if slot in theirs
    ):
        return True
    named = any(slot in mine and slot not in theirs for slot in ("registry", "name"))
    counted, known = (
        {q.low for one in group for q in one.counted(QuantityKind.PEOPLE) if q.low} for group in (item, study)
    )
    other = bool(counted) and not counted & known and not _OF_THEM.search(item[0].view)
    return (named or other) and any(_STUDY.search(one.view) or any(designs(one)) for one in item)
