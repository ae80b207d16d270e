"""Sentences that speak of one of several studies told before, and not of the one told last."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sctui.facts.trials.names import names
from sctui.facts.trials.statement import Statement

# `输注研究中,…;注射研究有6例…`: one of several, told apart by how it was done, or in whom
_BY_WAY = re.compile(
    r"(?:^|[?!:,]\s?)(?:在)?(?!在|一|另|第|同|其他|该|本|此|这|上述|前述|其|某|多|有|无|未|两|随后|后续|临床|基础|动物|实验|体外"
    r"|对照|随机|双盲|开放|回顾|前瞻|初步|早期|近期|既往|国内|国外)"
    r"(?P<way>[^,。;:?!的\d\s]{2,4})(?:研究|试验)(?:中|里|有)"
)
_STUDY = ("研究", "试验")
_GOES_ON = re.compile("[a-z0-9-]")  # a longer name


def speaks_of_another(statement: Statement, told: Sequence[Statement], others: Iterable[str]) -> bool:
    """Whether a sentence speaks of another study than the one whose sentences are `told`, and opens none.

    `others` are the names of the other studies told before, in the match view.
    """
    if any(names(statement)):
        return False  # it says of which
    if any(word in statement.view for word in _STUDY):
        way = _BY_WAY.search(statement.view)
        if way and not any(way["way"] in one.view for one in told):
            return True
    return bool(told) and any(_is_said(name, statement.view) for name in others)


def _is_said(name: str, view: str) -> bool:
    """Whether a study's name stands in a sentence, and not as the beginning of a longer one."""
    at = view.find(name)
    return at >= 0 and not _GOES_ON.match(view, at + len(name))
