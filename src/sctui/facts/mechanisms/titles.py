"""What the label of a line and the headings above it are about: cells, a disease, or one aspect."""

from __future__ import annotations

import re
from itertools import pairwise

from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.text.match_view import match_view

_BULLETS = "-•–‧·▪●○■◆▲►※*★▸・"
_LABEL = re.compile(
    rf"\s*(?:[{_BULLETS}]\s*|\d+\s*[.、．]\s*|\([^()]{{1,3}}\)\s*|[一二三四五六七八九十]+、)?"
    r"(?P<label>[^:。,;|]{2,30})(?:(?<!\d):|:(?!\d))(?!/)\s*"
)
_MARK = re.compile(rf"\s*(?:[{_BULLETS}]\s+|\d+\s*[.、．]\s*|\([^()]{{1,3}}\)\s*|[一二三四五六七八九十]+、)?")
# `2.2 抗凋亡 MSC分泌…`: the title of a numbered section, in the line of its first sentence
_NUMBERED = re.compile(
    r"\s*\d+(?:\.\d+)+[.、]?\s*(?P<label>(?:(?=[^\s,;:。|]*[\u3400-\u9fff]{3})[^\s,;:。|]{3,20}\s|[^,;:。|]{3,40}?\s\s)\s*)(?=\S{4})"
)
_THERAPY = r"(?:<:giving.zh>|输注|治疗|疗法|组合|联合|递送)$"
_WHOM = re.compile("[对在从给让与被]")
_BESIDE = re.compile(r"(?:\s*\([^()]*\))?(?:[+/].{1,14})?")  # its short form, and what is given with it
_OF_CELLS = r"[^\s,、和与及的/()]{1,10}(?:<:form.zh>)"
# diseases of the lexicon that a text names as a process or a complaint, not as what it is about
PROCESS = re.compile(
    r".*(?:衰老|老化|感染|炎症|风暴|水肿|缺乏|疼痛|伤口|症状|抵抗|代谢紊乱|功能障碍|瘢痕|免疫排斥|scars?|wounds?|age?ing|infections?|inflammation|symptoms?|pain)"
)
_RISK = re.compile(r"(?:风险|副作用|不良反应|并发症)$|\b(?:risks?|side effects|adverse events)$")
_JOIN = re.compile(r"\s*(?:[/、和与與及]|and)\s*")
_HEADING_SHORT = 9  # characters of a heading that names one aspect, as a label does


def names_aspect(title: str) -> bool:
    """Whether a heading is short enough to name one aspect, as a label does."""
    return len(title.split()) <= 5 if title.isascii() else len(title) <= _HEADING_SHORT


def unmarked(title: str) -> str:
    """A title, as match view, without the mark of a list before it."""
    view = match_view(title)
    return view[_mark_end(view) :]


def label_of(view: str) -> tuple[tuple[int, int], int]:
    """Where the label of a line (a match view) stands, (0, 0) for none; and where its text begins."""
    found = _LABEL.match(view) or _NUMBERED.match(view)
    return (found.span("label"), found.end()) if found else ((0, 0), _mark_end(view))


def _mark_end(view: str) -> int:
    found = _MARK.match(view)
    return found.end() if found else 0


def actor_of(known: Lexicon, title: str, *, alone: bool = False) -> str:
    """The cells a title is about: the only ones it names; `alone` when it must name nothing else.

    A label that is a kind of cells by the end of its name (`施万前体细胞`) is about these, known or not.
    """
    if alone and _WHOM.match(match_view(title)):
        return ""  # `对B细胞:…`: to whom it is done
    if alone and known.words.pattern(_OF_CELLS).fullmatch(match_view(title)):
        lead = known.leading(title)
        return "" if lead and lead.term.kind is TermKind.ACTION else title
    cells = [m for m in known.mentions(title) if m.term.kind is TermKind.CELL]
    if not cells or len({m.term.key for m in cells}) > 1:
        return ""
    name = max((title[m.start : m.end] for m in cells), key=len)
    if not alone:
        return name
    return (
        title
        if known.words.pattern(_THERAPY).search(match_view(title)) and len(title) < 16
        else name
        if title.startswith(name) and _BESIDE.fullmatch(match_view(title), len(name))
        else ""
    )


def disease_of(known: Lexicon, title: str) -> str:
    """The one disease a title names, or all where it names nothing else (`A/B`).

    What is a process too (衰老) tells nothing about it; nor does what may go wrong (`栓塞风险`).
    """
    if _RISK.search(match_view(title)):
        return ""
    found = [
        m
        for m in known.mentions(title)
        if m.term.kind is TermKind.DISEASE and not PROCESS.fullmatch(match_view(title[m.start : m.end]))
    ]
    if len({m.term.key for m in found}) == 1:
        return title[found[0].start : found[0].end]
    between = [title[a.end : b.start] for a, b in pairwise(found)]
    told = found and not found[0].start and found[-1].end == len(title)
    return title if told and all(map(_JOIN.fullmatch, between)) else ""
