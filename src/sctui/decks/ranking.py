"""Which cards a learner gets first: a rank for every card, and the share of them that is the core."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sctui.model.card import CardKind
from sctui.model.fact import Fact, FactKind

PER_THOUSAND = 8  # cards of the core for 1,000 characters of a source

_FINDINGS = frozenset(
    {
        *("outcome", "change", "share", "share_of", "count", "count_of", "duration"),
        *("found", "concluded", "effects", "changed"),
        *("approved", "regulator", "indication"),
    }
)
_META = frozenset(
    {
        *(
            "year",
            "year_told",
            "condition",
            "journal",
            "title",
            "type",
            "site",
            "sites",
            "country",
            "registry",
            "maker",
            "brand",
        ),
        *("trade", "first"),
    }
)
_PATHOGENESIS = frozenset({"cause", "cause-of-kind", "causes", "feature"})


@dataclass(frozen=True, slots=True)
class Ranked:
    """What ranking needs to know of a note: what it is about, how many cards it makes, and its group.

    Args:
        rank: 1 for what studies found, and approvals; 2 for comparisons, figures, causes, and
            what else studies tell; 3 for mechanisms and terms; 4 for preclinical work.
        group: the study, table or topic; the core takes from each before it takes a second from one.
        cards: how many cards the note makes.
        needs: places of the term notes that it uses, which come into the core with it.
    """

    rank: int
    group: str
    cards: int
    needs: tuple[int, ...] = ()


def rank_of(fact: Fact) -> int:
    """The rank of a fact's note; 1 comes first."""
    if "preclinical" in fact.flags and fact.kind is not FactKind.TRIAL:
        return 4
    if fact.kind is FactKind.TRIAL:
        return 1 if fact.slot in _FINDINGS else 4 if fact.slot in _META else 2
    if fact.kind in (FactKind.COMPARISON, FactKind.FIGURE):
        return 2
    return 2 if fact.slot in _PATHOGENESIS else 3


def core(notes: Sequence[Ranked], characters: int) -> frozenset[int]:
    """The places of the notes of the core: at most `PER_THOUSAND` cards for 1,000 of the source's characters.

    Within a rank each group gives its first note before any gives its second; a note takes with it the terms
    it uses. A note that does not fit any more is passed over.
    """
    budget = PER_THOUSAND * characters // 1000
    turns: Counter[tuple[int, str]] = Counter()
    order: list[tuple[int, int, int]] = []
    for place, note in enumerate(notes):
        turns[note.rank, note.group] += 1
        order.append((note.rank, turns[note.rank, note.group], place))
    chosen: set[int] = set()
    for _, _, place in sorted(order):
        new = {place, *notes[place].needs} - chosen
        cost = sum(notes[at].cards for at in new)
        if cost <= budget:
            chosen |= new
            budget -= cost
    return frozenset(chosen)


def group_of(fact: Fact, topic: Sequence[str]) -> str:
    """The study of a fact, else the table or the innermost heading."""
    if fact.study:
        return fact.study.key
    if fact.kind is FactKind.COMPARISON:
        return f"{fact.context}\x1f{fact.measure}"
    return f"{CardKind(fact.kind.value)}\x1f{topic[-1] if topic else ''}"
