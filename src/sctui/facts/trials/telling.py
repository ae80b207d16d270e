"""What a document tells of studies; a title over one study alone is its own: its cells, disease and name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sctui.facts.trials.anchors import FrameKind, is_preclinical
from sctui.facts.trials.frame import Frame
from sctui.facts.trials.frames import read_frames
from sctui.facts.trials.names import introduces, names
from sctui.facts.trials.parts import heads_part, is_labelled, is_part
from sctui.facts.trials.phrases import cell_phrases
from sctui.facts.trials.planned import is_recommended
from sctui.facts.trials.product_names import product_names
from sctui.facts.trials.setting import designs
from sctui.facts.trials.stages import trial_phases
from sctui.facts.trials.statement import Statement, statements
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import Term, TermKind
from sctui.model.document import Document
from sctui.model.topic import Topic
from sctui.text.quantity import QuantityKind

_NO_NAMES: Mapping[str, Term] = {}
_ENDS = (".", "。", "!", "！", ";", "；", ":", "：")
_LONGEST = 260  # characters of a title
_NEAR = 3  # lines above a study in which its abstract's other parts stand
_OF_ONE = re.compile(
    r"\b(?:trial|report|case|results (?:of|from))\b|一项|[例名]患者|试验$|试验结果|病例报[告道]"
)
_KINDS = (FrameKind.TRIAL, FrameKind.CASE)


@dataclass(frozen=True, slots=True)
class Telling:
    """What a document says, sentence by sentence, and the studies it tells of."""

    statements: tuple[Statement, ...]
    frames: tuple[Frame, ...]


def read_telling(
    document: Document, tree: Topic, lexicon: Lexicon, own: Mapping[str, Term] = _NO_NAMES
) -> Telling:
    """Read a document once, for its studies and for the figures outside them; `own` are its short forms."""
    every = tuple(statements(document, tree, lexicon, {**product_names(document, lexicon), **own}))
    told = tuple(one for one in every if not one.heading or introduces(one))
    frames = read_frames(told)
    _with_labels(told, frames)
    under_titles(every, frames)
    _with_methods(told, frames)
    return Telling(told, tuple(frames))


def _with_labels(told: Sequence[Statement], frames: Sequence[Frame]) -> None:
    """Give the product that was approved last before it what is recommended for its patients."""
    approved = [frame for frame in frames if frame.kind is FrameKind.APPROVAL]
    for statement in filter(is_recommended, told) if approved else ():
        before = [one for one in approved if one.statements[0].line < statement.line]
        if before:
            before[-1].add(statement)


def _with_methods(told: Sequence[Statement], frames: Sequence[Frame]) -> None:
    """Give each study the part of an abstract right above it, where no study has that (`Methods: …`)."""
    taken = {id(one) for frame in frames for one in frame.statements}
    lines = [one.line for one in told]
    for frame in frames:
        first = frame.statements[0].line
        above = told[bisect_left(lines, first - _NEAR) : bisect_left(lines, first)]
        parts = [one.line for one in above if is_labelled(one)]
        frame.methods = tuple(one for one in above if one.line in parts and id(one) not in taken)


def under_titles(every: Sequence[Statement], frames: Sequence[Frame]) -> None:
    """Give each study that stands alone under a title of its own that title as its first sentence.

    `every` are all sentences of a document with its headings, in order.
    """
    titles = [one for one in every if _is_title(one)]
    starts = sorted((frame.statements[0].line, at) for at, frame in enumerate(frames))
    lines = [one.line for one in every]
    taken = {id(one) for frame in frames for one in frame.statements}
    for place, title in enumerate(titles):
        end = titles[place + 1].line if place + 1 < len(titles) else every[-1].line + 1
        below = starts[bisect_left(starts, (title.line + 1,)) : bisect_left(starts, (end,))]
        if len(below) != 1:
            continue
        if id(title) in taken:
            continue  # it is another's
        first, at = below[0]
        frame = frames[at]
        between = every[bisect_right(lines, title.line) : bisect_right(lines, first)]
        parted = any(is_labelled(one) for one in between)
        if _fits(title, frame, parted=parted):
            known = list(frame.statements)
            frame.statements[:] = []
            for one in (title, *known):
                frame.add(one)


def _is_title(statement: Statement) -> bool:
    """Whether a line is a heading, or stands for one: a sentence without an end that names what was given."""
    if not statement.first or len(statement.text) > _LONGEST or is_labelled(statement):
        return False
    if statement.heading:
        return not (is_part(statement.text) or heads_part(statement.text))
    whole = not statement.text.rstrip().endswith(_ENDS) and not statement.bullet
    return whole and bool(cell_phrases(statement)) and not statement.counted(QuantityKind.PEOPLE)


def _fits(title: Statement, frame: Frame, *, parted: bool) -> bool:
    """Whether a title is that of a study: it names its cells and disease, and is no other's.

    `parted` says that the study is told in the parts of an abstract.
    """
    if frame.kind not in _KINDS or title in frame.statements or is_preclinical(title.view):
        return False
    cells, ill = cell_phrases(title), title.terms(TermKind.DISEASE)
    own = any(names(title)) or any(designs(title)) or any(trial_phases(title)) or _OF_ONE.search(title.view)
    if not cells or not ill or not (own or parted):
        return False
    theirs = [one for told in frame.statements for one in cell_phrases(told)]
    keys = {m.term.key for told in frame.statements for m in told.terms(TermKind.CELL)}
    return not theirs or not keys or bool(keys & {m.term.key for m in title.terms(TermKind.CELL)})
