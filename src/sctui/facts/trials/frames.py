"""Frames: the sentences that tell of one study, over a group of paragraphs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sctui.facts.trials.anchors import (
    FrameKind,
    continues,
    is_anaphoric,
    is_new,
    is_of_many,
    is_preclinical,
    leaves,
    opens,
    same_year,
    tells_results,
)
from sctui.facts.trials.another import is_beside, is_of_several, is_said, speaks_of_another
from sctui.facts.trials.asides import counts_everywhere, speaks_generally
from sctui.facts.trials.borders import (
    counts_others,
    goes_on_with_report,
    is_designed_otherwise,
    is_of_other_report,
    several_in,
    tells_next,
)
from sctui.facts.trials.frame import Frame
from sctui.facts.trials.goes_on import goes_on, names_its_group
from sctui.facts.trials.identity import agree, identity_of, is_sized_apart, is_sized_otherwise, outnumbers
from sctui.facts.trials.items import is_inline, is_sibling, mark_of
from sctui.facts.trials.leads import Before, leads, maker
from sctui.facts.trials.names import introduces, names, names_several
from sctui.facts.trials.parts import heads_part, is_labelled, is_part
from sctui.facts.trials.planned import is_launch, is_planned, is_recommended
from sctui.facts.trials.statement import Statement
from sctui.text.quantity import QuantityKind

_OWN = ("registry", "author", "name")  # what no two studies share
_GOES_ON = re.compile("[a-z0-9-]")  # a longer name
# `the trial enrolled …`, of which was told before
_DEFINITE = re.compile(
    r"(?:[该本此]|这项)?(?:临床)?(?:试验|研究)(?:一?共|中|最终|实际|总共)?(?:入组|纳入|收案|收治|招募|入选)"
    r"|(?:the|this) (?:trial|study)\b|it (?:enrolled|recruited|included|randomi[sz]ed)\b"
)


class _Reader:
    """Goes through the sentences, given by their lines, with at most one frame open."""

    def __init__(self, lines: Mapping[int, Sequence[Statement]]) -> None:
        self.lines = lines
        self.frames: list[Frame] = []
        self.open: Frame | None = None
        self.previous: Statement | None = None
        self.strayed = 0
        self.named: dict[tuple[str, str], Frame] = {}
        self.over: Frame | None = None  # the study last told, where the report of another has begun
        self.several: frozenset[str] = frozenset()  # studies that the paragraph speaks of, if of several

    def read(self, statement: Statement) -> None:
        if is_part(statement.text):
            return  # a heading that was not told as one ends nothing
        if self.frames and is_of_other_report(statement, self.frames[-1]):
            self.over = self.frames[-1]  # another report has begun, which leads back to nothing
        of_none = names_several(statement) or is_of_several(statement)
        of_none = of_none or any(is_none(statement) for is_none in (is_planned, is_launch, is_recommended))
        of_none = of_none or self._speaks_of_another(statement) or self._is_of_all(statement)
        other = self._is_of_another(statement)
        following = tells_next(statement)
        if self._closes(statement) or of_none or other or following:
            self.open = None
        other = other or (following and any(names(statement)))
        kind = None if counts_everywhere(statement) or of_none else opens(statement)
        named = ("name", self._told(statement).get("name", "")) in self.named
        if kind is None and not of_none and (other or named):
            kind = FrameKind.TRIAL
        if self.open and kind is None and speaks_generally(statement):
            self.previous = statement  # an aside: what comes next may be the study's again
            return
        if self.open and self._belongs(statement, kind):
            self._attach(statement)
        elif kind:
            self._start(statement, kind)
        elif self.open is None and (known := self._resumed(statement, FrameKind.TRIAL)) and not of_none:
            known.add(statement)
            self.open = known
        elif leaves(statement):
            self.open = None
        elif statement.first:
            self.strayed += 1
            if self.strayed > 1:  # one paragraph on the setting does not end a study, two do
                self.open = None
        self.previous = statement

    def _speaks_of_another(self, statement: Statement) -> bool:
        """Whether a sentence speaks of one of the studies told before, which is not the open one."""
        others = (one for (slot, _), one in self.named.items() if slot == "name" and one is not self.open)
        names = (one.identity["name"] for one in others)
        return bool(self.frames) and speaks_of_another(statement, self.open, names)

    def _is_of_another(self, statement: Statement) -> bool:
        """Whether a sentence tells of people, or of a size, that are none of the open study's."""
        if self.open is None or self.open.kind is not FrameKind.TRIAL:
            return False
        told = self.open.statements
        return is_sized_otherwise(statement, told) or counts_others(statement, told)

    def _is_of_all(self, statement: Statement) -> bool:
        """Whether a sentence that names no study stands in a paragraph on several of those told before."""
        if statement.first:
            known = [name for slot, name in self.named if slot == "name"]
            self.several = several_in(self.lines[statement.line], known) if len(known) > 1 else frozenset()
        begun = self.open is not None and self.open.statements[0].line == statement.line
        return bool(self.several) and not begun and not any(is_said(n, statement.view) for n in self.several)

    def _told(self, statement: Statement) -> dict[str, str]:
        """What tells a sentence's study, with the name of one told before, where it begins with that."""
        told = identity_of(statement)
        view = statement.view.removeprefix("the ")
        for slot, name in self.named if "name" not in told else ():
            if slot == "name" and view.startswith(name) and not _GOES_ON.match(view, len(name)):
                return {**told, "name": name}
        return told

    def _closes(self, statement: Statement) -> bool:
        """A new heading ends a study, and so does an item of a list that does not go on with it."""
        if self.open is None:
            return False
        if statement.line == self.open.statements[-1].line:
            return is_inline(statement) and is_inline(self.open.statements[0])
        if is_of_other_report(statement, self.open):
            return True
        if self._next_part(statement):
            return False
        return self._is_beside(statement, self.open) or self._is_elsewhere(statement, self.open)

    def _is_elsewhere(self, statement: Statement, study: Frame) -> bool:
        """Whether a sentence stands under another heading than a study, or as an item, and leaves it."""
        listed = statement.bullet and statement.section[:-1] in (study.section[:-1], study.section)
        if statement.section != study.section and not listed and not is_anaphoric(statement):
            return not (continues(statement) and statement.section[:-1] == study.section)
        return statement.broken and not is_anaphoric(statement)

    def _is_beside(self, statement: Statement, study: Frame) -> bool:
        """Whether a sentence begins an item of a list that tells of another study than the item above."""
        above = self.lines[study.statements[0].line][0]
        if statement.first and is_sibling(self.lines[statement.line], study.statements, mark_of(above)):
            return True
        return is_beside(statement, study.statements)

    def _next_part(self, statement: Statement) -> bool:
        """Whether a sentence is in another part of the report on the open study, or names one of its arms."""
        parts = [at for at, title in enumerate(statement.section) if heads_part(title)]
        if self.open is None or not parts:
            return self.open is not None and names_its_group(statement, self.open.statements)
        above, mine = statement.section[: parts[0]], self.open.section
        if mine == above or (mine[:-1] == above and heads_part(mine[-1])):
            return True
        # a report on one study goes on with it under `safety`, beside the heading that names it
        return self.open.is_headed and (mine[: len(above)] == above or above[: len(mine)] == mine)

    def _belongs(self, statement: Statement, kind: FrameKind | None) -> bool:
        """Whether a sentence goes on with the open study."""
        frame, previous = self.open, self.previous
        if frame is None or previous is None or (kind and self._other(statement, frame, kind)):
            return False
        if is_anaphoric(statement) or self._next_part(statement) or is_labelled(statement):
            return True
        if leaves(statement) or frame.kind is FrameKind.LOOSE:
            return False
        if statement.first and not agree(identity_of(statement), frame.identity, "year"):
            return False
        last = frame.statements[-1].line
        if statement.line == last:
            return statement.line == previous.line
        return (
            statement.bullet
            or (frame.statements[0].heading and statement.section == frame.section)  # under its name
            or frame.is_named_in(statement)
            or (bool(kind) and tells_results(statement))
            or (statement.first and (bool(kind) or continues(statement)))
            or self._tells_more(statement, frame)
        )

    def _tells_more(self, statement: Statement, study: Frame) -> bool:
        """Whether a sentence goes on with a trial or a review by what it tells, under the same headings."""
        if study.kind not in (FrameKind.TRIAL, FrameKind.REVIEW) or statement.section != study.section:
            return False
        return not is_preclinical(statement.view) and goes_on(statement, study.statements)

    def _other(self, statement: Statement, frame: Frame, kind: FrameKind) -> bool:
        """Whether a sentence that could open a frame tells of another study than the open one."""
        if is_anaphoric(statement):
            return False
        mine, theirs = self._told(statement), frame.identity
        away = statement.line != frame.statements[-1].line
        if frame.kind is FrameKind.LOOSE and (mine or kind is not FrameKind.LOOSE):
            return True
        if kind is FrameKind.LOOSE and not is_new(statement):
            return away and not continues(statement)
        return (
            any(not agree(mine, theirs, slot) for slot in mine)
            or kind is FrameKind.CASE
            or (kind is FrameKind.APPROVAL and not frame.is_named_in(statement))
            or frame.kind is FrameKind.CASE
            or is_new(statement)
            or is_designed_otherwise(statement, frame.statements)
            or (
                self.strayed > 0
                and bool(statement.counted(QuantityKind.PEOPLE))
                and not tells_results(statement)
            )
            or same_year(statement)
            or ("name" in mine and "name" not in theirs and introduces(statement))
            or (away and bool(mine) and not set(mine) & set(theirs))
            or kind not in (frame.kind, FrameKind.TRIAL)
            or (away and statement.first and outnumbers(statement, frame.statements))
            or (away and statement.first and is_sized_apart(statement, frame.statements))
        )

    def _attach(self, statement: Statement) -> None:
        if self.open is None:
            return
        self.strayed = 0
        of_many = self.open.kind is FrameKind.CASE and is_of_many(statement)
        if self.open.parent and (of_many or is_anaphoric(statement)):
            self.open = self.open.parent  # `this study` after a case tells of the study again
        elif of_many:
            return  # no case can have shown it
        if not is_preclinical(statement.view) or self.open.kind is FrameKind.REVIEW:
            self.open.add(statement)

    def _start(self, statement: Statement, kind: FrameKind) -> None:
        self.strayed = 0
        known = self._known(statement) or self._resumed(statement, kind)
        if known is not None:
            known.add(statement)
            self.open = known
            return
        parent = self.open if kind is FrameKind.CASE and self.open and not is_new(statement) else None
        line, previous = self.lines[statement.line], self.previous
        above = self.lines[previous.line] if previous and previous.line != statement.line else ()
        before = Before(line, above, previous, self.frames[-1] if self.frames else None)
        frame = Frame(kind, statement.section, parent=parent, maker=maker(statement, kind, before))
        for lead in leads(statement, kind, before):
            frame.add(lead)
        frame.add(statement)
        if same_year(statement) and not statement.counted(QuantityKind.DATE) and self.frames:
            frame.year = self.frames[-1].own_year()
        for slot in _OWN:
            if slot in frame.identity:
                self.named.setdefault((slot, frame.identity[slot]), frame)
        self.frames.append(frame)
        self.open = frame

    def _resumed(self, statement: Statement, kind: FrameKind) -> Frame | None:
        """The study told last, where a sentence speaks of `the trial`, and nobody was counted in it yet.

        Or those who were, where it is the only one: `…試驗初步結果,6名…`, and further down `該試驗為單臂…`.
        """
        last = self.frames[-1] if self.frames and kind is FrameKind.TRIAL else None
        if last is None or last is self.over or last.kind is not kind or is_new(statement):
            return None
        if goes_on_with_report(statement, last):
            return last
        if not (_DEFINITE.match(statement.view) or is_anaphoric(statement)):
            return None
        mine = identity_of(statement)
        if not all(agree(mine, last.identity, slot) for slot in mine):
            return None
        if any(one.counted(QuantityKind.PEOPLE) for one in last.statements):
            only = is_anaphoric(statement) and len(self.frames) == 1
            return last if only and not statement.counted(QuantityKind.PEOPLE) else None
        return last

    def _known(self, statement: Statement) -> Frame | None:
        """An earlier frame of the same name, author or registry number."""
        mine = self._told(statement)
        for slot in _OWN:
            frame = self.named.get((slot, mine.get(slot, "")))
            if frame is not None and agree(mine, frame.identity, "year"):
                return frame
        return None


def read_frames(told: Iterable[Statement]) -> list[Frame]:
    """Group sentences into studies, in the order of the document."""
    lines: defaultdict[int, list[Statement]] = defaultdict(list)
    for statement in told:
        lines[statement.line].append(statement)
    reader = _Reader(lines)
    for line in lines.values():
        for statement in line:
            reader.read(statement)
    return reader.frames
