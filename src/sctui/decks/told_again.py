"""Studies that a document tells twice, the second time without what would tell which study is meant.

A review of a disease tells a trial with its size and journal, and a chapter on the cells of that trial tells
its best figure once more. Asked by itself, the second telling would be the study of nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sctui.decks.carriers import TREATED
from sctui.decks.results import FIGURES
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.fact import Fact, Study
from sctui.text.match_view import match_view

# what tells which study is meant; a year is shared by many
_OWN = ("n", "author", "journal", "registry", "title", "name", "site", "sites", "country", "studies", "brand")
_TOLD_ALIKE = ("year", "n", "phase")  # two tellings of one study say the same of these, where both do
_PATIENTS, _CELLS = (TermKind.DISEASE,), (TermKind.SOURCE, TermKind.CELL)
_EXACT = re.compile(r"\d+\.\d|\d{2,}|\d+/\d+")  # a figure that two studies do not have by chance


def told_again(facts: Sequence[Fact], lexicon: Lexicon | None) -> frozenset[str]:
    """The keys of the studies that are told again, of which another telling says which study it is."""
    studies = {
        fact.study.key: fact.study for fact in facts if fact.study and fact.study.get("kind") == "trial"
    }
    if lexicon is None:
        return frozenset()
    own = [study for study in studies.values() if any(study.get(slot) for slot in _OWN)]
    bare = [study for study in studies.values() if study not in own]
    return frozenset(one.key for one in bare if any(_is_same(one, other, lexicon) for other in own))


def _is_same(bare: Study, own: Study, lexicon: Lexicon) -> bool:
    """Whether both have an exact figure, disease and cells in common, and nothing tells them apart."""
    if not set(_figures(bare)) & set(_figures(own)):
        return False
    if any(_says_other(bare, own, slot) for slot in _TOLD_ALIKE):
        return False
    ill = _named(bare, ("condition",), _PATIENTS, lexicon) & _named(own, ("condition",), _PATIENTS, lexicon)
    return bool(ill and _named(bare, TREATED, _CELLS, lexicon) & _named(own, TREATED, _CELLS, lexicon))


def _figures(study: Study) -> Iterator[str]:
    for slot in study.slots:
        if slot.name in FIGURES and _EXACT.search(slot.value):
            yield match_view(slot.value)


def _says_other(one: Study, other: Study, slot: str) -> bool:
    told = match_view(one.get(slot)), match_view(other.get(slot))
    return all(told) and told[0] != told[1]


def _named(study: Study, slots: Sequence[str], kinds: Sequence[TermKind], lexicon: Lexicon) -> set[str]:
    """The terms that slots of a study name, a tissue also where it stands in the name of its cells."""
    found = set[str]()
    for slot in (one for name in slots for one in study.all(name)):
        for mention in lexicon.of(*kinds).mentions(slot.value):
            found |= {mention.term.key, *mention.term.attributes.get("tissue", "").split(",")} - {""}
    return found
