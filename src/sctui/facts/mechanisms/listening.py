"""Clauses without a known verb: they may name who the next clauses speak of, or make it doubtful."""

from __future__ import annotations

import re

from sctui.facts.brackets import is_balanced
from sctui.facts.mechanisms.passage import Passage
from sctui.facts.mechanisms.speaker import PRONOUN, SAME, TREATED, Speaker, name_between
from sctui.lexicon.term import TermKind

_IF = re.compile(r"如果|若|一旦|假如|当")
_FRAME = re.compile(
    r"^(?:在|当|对|随着|通过|利用|根据|除|与|为|经|将|使|让|有|达到|达成|展现|发挥|起|做)|(?:中|下|时|方面|来说|而言)$"
)
_STATE = re.compile(
    r"(?:上调|下调|升高|降低|减少|增多|增加|缺乏|缺失|不足|异常|失衡|失调|紊乱|障碍|受损|增生|衰老|突变|下降|产生|浸润)$"
)
_NOT_BEFORE = re.compile(r"患者|功能|体内|中|的|水平|表达|来源|[、/和与及(]|所?(?:分泌|释放|产生)的")
_JOIN = re.compile(r"\s*(?:[、/和与及]|以及)\s*")
_NAMES = {TermKind.DISEASE, TermKind.CELL, TermKind.IMMUNE, TermKind.FACTOR}
_EDGE = " ,，。;；、"


def hear(passage: Passage, speaker: Speaker, start: int, end: int) -> None:
    """Take in a clause without a known verb.

    `活化的T细胞迁移至胰岛, 分泌…` is about T cells from there on; `X表达下调, 破坏…` about that state; a
    condition, or a subject that cannot be named, silences the passage.
    """
    view = passage.view[start:end].strip(_EDGE)
    inside = passage.entities(start, end)
    if PRONOUN.match(view):
        _set(speaker, speaker.subject if SAME.match(view.split("的")[0]) else "")
    elif _IF.match(view):
        _set(speaker, "")
    elif TREATED.match(view):
        _set(speaker, name_between(passage, start, start + len(view)) or speaker.subject, start)
    elif inside and inside[0].start - start <= 8 and not _FRAME.search(view):
        named = _state if _STATE.search(view) else _begins_with
        _set(speaker, named(passage, start, end), start)


def after_verb(passage: Passage, speaker: Speaker, start: int, end: int) -> None:
    """Take in a clause whose verb has no object: `Let-7f表达下调` is what the next clause speaks of."""
    is_state = _STATE.search(passage.view[start:end].rstrip(_EDGE))
    _set(speaker, _state(passage, start, end) if is_state else "", start)


def _set(speaker: Speaker, subject: str, said: int = -1) -> None:
    speaker.subject, speaker.said = subject, said if subject else -1


def _state(passage: Passage, start: int, end: int) -> str:
    text = passage.line.text[start:end].strip(_EDGE)
    said = passage.view[start:end].strip(_EDGE)
    fits = 4 <= len(text) <= 24 and is_balanced(text) and not PRONOUN.search(said)
    return text if fits and passage.entities(start, end) else ""


def _begins_with(passage: Passage, start: int, end: int) -> str:
    """The thing, or the list of things, that the clause begins with."""
    found = passage.entities(start, end)
    first = last = found[0]
    for mention in found[1:]:
        if not _JOIN.fullmatch(passage.view[last.end : mention.start]):
            break
        last = mention
    before, after = passage.view[start : first.start], passage.view[last.end : end]
    if first.term.kind in _NAMES and (not before or before.endswith("的")) and not _NOT_BEFORE.match(after):
        return passage.line.text[start : last.end]
    return ""
