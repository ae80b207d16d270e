"""Sentences in front of the one that opens a study, which tell of it already: when, by whom, with what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sctui.facts.trials.anchors import FrameKind, is_anaphoric, states_aim
from sctui.facts.trials.announced import announced
from sctui.facts.trials.frame import Frame
from sctui.facts.trials.identity import identity_of
from sctui.facts.trials.items import heads_study, mark_of
from sctui.facts.trials.phrases import cell_phrases
from sctui.facts.trials.setting import tells_design
from sctui.facts.trials.speech import is_speech
from sctui.facts.trials.statement import Statement

_ITS = re.compile(r"(?:it|the (?:product|therapy|treatment|drug|medicine)|[该此]|这[种款])")
_MADE = re.compile("(?:研发|开发|研制|制备|推出)(?:了|的|出)")
_LONGEST_NAME = 40  # characters of a sentence that is but a study's name
_LONGEST_HEAD = 3  # sentences before the one that says who took part


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a sentence: those of its line and of the one above, the one before it, and the
    study told last.
    """

    line: Sequence[Statement]
    above: Sequence[Statement]
    previous: Statement | None
    last: Frame | None

    def untold(self, statement: Statement) -> Sequence[Statement]:
        """The sentences in front of one in its line, or where it is the first those of the line above under
        the same headings, if no study has any.
        """
        at = self.line.index(statement)
        found = self.line[:at] if at else [one for one in self.above if one.section == statement.section]
        return () if any(map(self.has, found)) else found

    def free(self, statement: Statement) -> Statement | None:
        """The sentence before, in the same line, if no study has it."""
        lead = self.previous
        if lead is None or lead.line != statement.line or self.has(lead):
            return None
        return lead

    def has(self, statement: Statement) -> bool:
        """Whether the study told last has a sentence."""
        return self.last is not None and any(one is statement for one in self.last.statements)


def leads(statement: Statement, kind: FrameKind, before: Before) -> Sequence[Statement]:
    """The sentences in front of one that opens a study of a kind, which belong to it."""
    head = _head(statement, before)
    if head or before.previous is None:
        return head
    ways = (_leads_in(statement, before), _names_cells(statement, kind, before.previous))
    if any(ways) or _aims(statement, kind, before) or _is_its(statement, kind, before):
        return (before.previous,)
    return announced(statement, before.untold(statement)) if kind is FrameKind.TRIAL else ()


def maker(statement: Statement, kind: FrameKind, before: Before) -> Statement | None:
    """The sentence before, where it tells who made the product (`X developed …. In a trial …:`)."""
    lead = before.free(statement) if kind is FrameKind.TRIAL else None
    if lead is None or cell_phrases(statement):
        return None
    return lead if _MADE.search(lead.view) and cell_phrases(lead) else None


def _head(statement: Statement, before: Before) -> Sequence[Statement]:
    """All sentences of the line before, where they are the head of an item that tells of one study.

    `- LANTERN (2021). Double-blind, phase 2. 81 adults were …`, `研究二:…做了途径比较。甲组15例…`
    """
    found = before.line[: before.line.index(statement)]
    if not found or len(found) > _LONGEST_HEAD or any(map(before.has, found)):
        return ()
    head, told = found[0], identity_of(found[0])
    named = "name" in told and len(head.text) <= _LONGEST_NAME
    item = mark_of(head) and not head.text.endswith(("?", "？")) and ("year" in told or heads_study(head))
    return found if named or item else ()


def _leads_in(statement: Statement, before: Before) -> bool:
    """Whether the sentence before only dates the study, or names it, and belongs to no other.

    `In February 2025 …`, `Methods: Phase 2b, double-blind.`, `… reported the Lantern trial. This is …`.
    """
    lead = before.free(statement)
    if lead is None or is_speech(lead):
        return False
    told = identity_of(lead)
    heads = lead.first and len(lead.text) <= _LONGEST_NAME
    dates = lead.first and ("year" in told or tells_design(lead))
    return dates or ("name" in told and (heads or is_anaphoric(statement)))


def _names_cells(statement: Statement, kind: FrameKind, lead: Statement) -> bool:
    """Whether the sentence before names the cells of `clinical cases show …`."""
    if lead.line != statement.line or cell_phrases(statement):
        return False
    return kind is FrameKind.LOOSE and bool(cell_phrases(lead))


def _aims(statement: Statement, kind: FrameKind, before: Before) -> bool:
    """Whether the sentence before tells what the study is to find out, and belongs to no other."""
    lead = before.free(statement) if kind is FrameKind.TRIAL else None
    return lead is not None and states_aim(lead) and bool(cell_phrases(lead))


def _is_its(statement: Statement, kind: FrameKind, before: Before) -> bool:
    """Whether the sentence before names the product of `It was approved …`, and belongs to no other."""
    lead = before.free(statement) if kind is FrameKind.APPROVAL else None
    return lead is not None and bool(_ITS.match(statement.view) and cell_phrases(lead))
