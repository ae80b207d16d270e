"""What kind of thing a name is that no lexicon has, by its last noun; what several names are all of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sctui.decks.rubric.question import tells_nothing_else
from sctui.decks.templates import GAP
from sctui.lexicon.term import TermKind
from sctui.lexicon.words import Words
from sctui.text.match_view import match_view

_MOLECULE = re.compile(
    r"(?:因子|介质|抗体|抗原|蛋白质?|酶|激素|受体|递质|rna)$|\b(?:proteins?|m?i?rnas?|hormones?|enzymes?)$"
)
_ILL = re.compile(r"[a-z]{3,} (?:diseases?|disorders?|failure|syndromes?|sclerosis)$")

_EFFECT = f"{TermKind.PROCESS.value}.effect"


def kinds_by_end(view: str, words: Words) -> Iterator[TermKind]:
    """The kinds that a name (match view) tells: a molecule, an organ, in English a disease."""
    if _MOLECULE.search(view):
        yield TermKind.FACTOR
    if words.pattern("<:organ>").fullmatch(view):
        yield TermKind.SOURCE
    if _ILL.search(view):
        yield TermKind.DISEASE


def is_bare(front: str, words: Words) -> bool:
    """Whether nothing around a gap tells what kind of thing is asked for.

    It stands behind a bare subject and verb, or hides the beginning of a name that ends there (`____风险`).
    """
    cut_off = words.pattern(f"{GAP}(?:<:head.zh>)").search(match_view(front))
    return tells_nothing_else(front) or bool(cut_off)


def shared_kinds(kinds: Sequence[Sequence[tuple[str, str]]]) -> Iterator[tuple[str, str]]:
    """What all of several names are, the most exact first, each with the noun that tells it.

    That they are molecules is said where they have nothing else in common. Processes among which are effects
    are effects; with states and measures among them they are nothing that one could count.
    """
    many = len(kinds) > 1
    for name, noun in sorted(kinds[0], key=lambda one: many and one[0] == TermKind.FACTOR):
        if any((name, noun) not in other for other in kinds[1:]):
            continue
        classes = {other[0][0] for other in kinds if "." in other[0][0]}
        if many and name == TermKind.PROCESS and classes:
            yield from ((_EFFECT, noun),) if classes == {_EFFECT} else ()
        else:
            yield name, noun
