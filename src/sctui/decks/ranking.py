"""Which cards a learner gets first: a rank for every card, and the share of them that is the core."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.model.card import CardKind
from sctui.model.document import Document
from sctui.model.fact import Fact, FactKind
from sctui.model.quick import quick

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
# of how a study was made, for whoever wants it
_DETAILS = frozenset(
    {"arm", "followups", "site", "sites", "country", "tried_in", "developer", "received", "failed"}
)
_PATHOGENESIS = frozenset({"cause", "cause-of-kind", "causes", "feature", "sign", "sited", "involves"})


_OF_THE_FIELD = (TermKind.CELL, TermKind.TREATMENT, TermKind.DISEASE, TermKind.PATHWAY, TermKind.IMMUNE)
_IN_PASSING = 5
_BEHIND = re.compile("s?(?![A-Za-z0-9])|[a-z0-9]")
_BEGINNING = 3  # characters by which short forms are looked up


@quick
@dataclass(frozen=True, slots=True)
class Ranked:
    """What ranking needs to know of a note: what it is about, how many cards it makes, and its group.

    Args:
        rank: 1 for what studies found, and approvals; 2 for comparisons, figures, causes, and
            what else studies tell; 3 for mechanisms and terms; 4 for preclinical work;
            5 for what is never of the core.
        group: the study, table or topic; the core takes from each before it takes a second from one.
        cards: how many cards the note makes.
        needs: places of the term notes that it uses, which come into the core with it.
    """

    rank: int
    group: str
    cards: int
    needs: tuple[int, ...] = ()


def rank_of(fact: Fact, *, in_passing: bool = False) -> int:
    """The rank of a fact's note; 1 comes first, and what is told `in_passing` last."""
    if in_passing or (fact.slot in _DETAILS and not _is_of(fact, "review")):
        return _IN_PASSING
    if "preclinical" in fact.flags and fact.kind is not FactKind.TRIAL:
        return 4
    if fact.kind is FactKind.TRIAL:
        return 1 if fact.slot in _FINDINGS else 4 if fact.slot in _META else 2
    if fact.kind in (FactKind.COMPARISON, FactKind.FIGURE):
        return 2
    return 2 if fact.slot in _PATHOGENESIS else 3


def in_passing(facts: Iterable[Fact], document: Document, lexicon: Lexicon | None) -> list[Fact]:
    """The short forms that a text gives and never uses, of things that are none of the field's."""
    known = lexicon.of(*_OF_THE_FIELD) if lexicon else None
    given = [
        fact
        for fact in facts
        if fact.kind is FactKind.TERM
        and fact.slot == "expansion"
        and known
        and not known.lookup(fact.subject.removesuffix("s"))
    ]
    used = _used({fact.subject for fact in given}, document) if given else Counter()
    return [fact for fact in given if used[fact.subject] <= 1]


def _used(shorts: Set[str], document: Document) -> Counter[str]:
    """How often short forms stand in a text, for themselves or as the beginning of others (`MSCs`, `CD4`)."""
    beginning: dict[str, list[str]] = defaultdict(list)
    for short in sorted(filter(None, shorts)):
        beginning[short[:_BEGINNING]].append(short)
    firsts = "".join(sorted({short[0] for short in beginning}))
    starts = re.compile(f"(?<![A-Za-z0-9])[{re.escape(firsts)}]")
    used: Counter[str] = Counter()
    for line in document.lines if firsts else ():
        text = line.text if line.kind.carries_facts else ""
        for at in (start.start() for start in starts.finditer(text)):
            begun = dict.fromkeys(text[at : at + length] for length in range(1, _BEGINNING + 1))
            for short in (one for begin in begun for one in beginning.get(begin, ())):
                if text.startswith(short, at) and _BEHIND.match(text, at + len(short)):
                    used[short] += 1
    return used


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
    for rank, _, place in sorted(order):
        if rank == _IN_PASSING:
            break
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


def _is_of(fact: Fact, kind: str) -> bool:
    return fact.study is not None and fact.study.get("kind") == kind
