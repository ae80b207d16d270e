"""Chains of steps joined by arrows, each asked in its chain: `缺氧→HIF-1α升高→血管新生`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.mechanisms.claim import Claim
from sctui.facts.mechanisms.passage import Passage
from sctui.lexicon.term import TermKind
from sctui.text.brackets import is_balanced

_ARROWS = "→➔➜⇒⟶"
_STEP = rf"[^{_ARROWS},;。:：.，；]{{2,40}}"
_CHAIN = re.compile(rf"{_STEP}(?:[{_ARROWS}]{_STEP}){{2,5}}")
_ARROW = re.compile(rf"\s*[{_ARROWS}]\s*")
_LONGEST, _FEWEST, _MOST = 90, 2, 3  # characters of a chain; steps that are asked
_HAPPENING = {TermKind.FACTOR, TermKind.PATHWAY, TermKind.IMMUNE, TermKind.PROCESS, TermKind.DISEASE}


def read_chains(passage: Passage, start: int, end: int) -> Iterator[Claim]:
    """The steps of the chains between two columns that name something, but the first, which leads to them."""
    said = passage.view[start:end]
    for found in _CHAIN.finditer(said) if any(sign in said for sign in _ARROWS) else ():
        text = found[0].strip()
        left = start + found.start() + len(found[0]) - len(found[0].lstrip())
        proof = left, left + len(text)
        if len(text) > _LONGEST or not is_balanced(text):
            continue
        steps = list(_steps(passage, *proof))
        asked = [step for step in steps[1:] if _names(passage, step) and not _does(passage, step)]
        if len(asked) >= _FEWEST and not _begins_with_deed(passage, steps[0]):
            subject = passage.line.text[slice(*steps[0])]
            yield from (Claim("chain", subject, step, proof) for step in asked[:_MOST])


def _names(passage: Passage, step: tuple[int, int]) -> bool:
    """Whether a step names what happens in a body; what is done with cells in a laboratory does not."""
    return any(one.term.kind in _HAPPENING for one in passage.entities(*step))


def _does(passage: Passage, step: tuple[int, int]) -> bool:
    """Whether a step tells a deed, and is no name of what happens (`Th2细胞活化`)."""
    return any(verb.end < step[1] for verb in passage.actions(*step))


def _begins_with_deed(passage: Passage, step: tuple[int, int]) -> bool:
    """Whether who takes a step stands before it."""
    return any(verb.start == step[0] for verb in passage.actions(*step))


def _steps(passage: Passage, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for arrow in _ARROW.finditer(passage.view, start, end):
        yield at, arrow.start()
        at = arrow.end()
    yield at, end
