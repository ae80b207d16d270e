"""Sentences that speak of one of several studies told before, and not of the one told last."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sctui.facts.trials.frame import Frame
from sctui.facts.trials.names import names
from sctui.facts.trials.statement import Statement
from sctui.text.quantity import QuantityKind

# `输注研究中,…;注射研究有6例…`: one of several, told apart by how it was done, or in whom
_BY_WAY = re.compile(
    r"(?:^|[?!:,]\s?)(?:在)?(?!在|一|另|第|同|其他|该|本|此|这|上述|前述|其|某|多|有|无|未|两|随后|后续|临床|基础|动物|实验|体外"
    r"|对照|随机|双盲|开放|回顾|前瞻|初步|早期|近期|既往|国内|国外)"
    r"(?P<way>[^,。;:?!的\d\s]{2,4})(?:研究|试验)(?:中|里|有)"
)
# `2024年扩至15人`: the next study, with others
_EXTENDED = re.compile(r"扩(?:大|展|增)?(?:到|至|为)\s?\d+\s?[例名人位]|\bexpanded to \d+\b")
# `本研究`, where the last study told of is another author's
_OURS = re.compile(
    r"^(?:[^,。;]{0,6},)?(?:而|但|在)?(?:本(?:研究|文|组|试验)|我们|笔者)"
    r"|^(?:in )?(?:our|the present) (?:study|trial|series|patients)\b|^we\b"
)
_POOLED = re.compile(  # of which none is the one that so many took part in
    r"\b(?:two|three|four|both|several) (?:[\w-]+ ){0,3}(?:studies|trials)\b[^.;]{0,40}"
    r"\b(?:in all|in total|together|combined)\b"
    r"|(?:两|[二三四五六]|几|多)[项个](?:[^,。;]{0,8})?(?:研究|试验)[^。;]{0,6}[共合]计?\d"
)
_OF_THEM = re.compile(r"其中|组|该|\b(?:of these|of them|groups?|arms?|had|died|developed)\b")
_STUDY = ("研究", "试验")
_GOES_ON = re.compile("[a-z0-9-]")  # a longer name


def speaks_of_another(statement: Statement, study: Frame | None, others: Iterable[str]) -> bool:
    """Whether a sentence speaks of another study than the open one, and opens none.

    `others` are the names of the other studies told before, in the match view.
    """
    told = study.statements if study else ()
    authored = study is not None and "author" in study.identity
    if any(names(statement)):
        return False  # it says of which
    if told and (_EXTENDED.search(statement.view) or (authored and _OURS.search(statement.view))):
        return True
    if any(word in statement.view for word in _STUDY):
        way = _BY_WAY.search(statement.view)
        if way and not any(way["way"] in one.view for one in told):
            return True
    return bool(told) and any(is_said(name, statement.view) for name in others)


def is_said(name: str, view: str) -> bool:
    """Whether a study's name stands in a sentence, and not as the beginning of a longer one."""
    at = view.find(name)
    return at >= 0 and not _GOES_ON.match(view, at + len(name))


def is_of_several(statement: Statement) -> bool:
    """Whether a sentence counts the people of several studies together, of which it tells none."""
    return bool(_POOLED.search(statement.view))


def is_beside(statement: Statement, told: Sequence[Statement]) -> bool:
    """Whether an item of a list counts other people than the study that an item above tells of."""
    if not (statement.first and statement.bullet and told[0].bullet):
        return False
    mine = {q.low for q in statement.counted(QuantityKind.PEOPLE) if q.low}
    theirs = {q.low for one in told for q in one.counted(QuantityKind.PEOPLE)}
    return bool(mine) and not mine & theirs and not _OF_THEM.search(statement.view)
