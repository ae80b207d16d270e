"""What stands in brackets behind an answer, for it is told elsewhere and would be no question of its own.

Further members of a list of which some are asked for: who says them is right as well. And whence cells come
whose name tells it (`脂肪干细胞`), behind what else their row tells.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sctui.decks.asking import Asking
from sctui.decks.candidate import Candidate
from sctui.decks.cells import asks_source, attribute, is_trait, thing
from sctui.decks.hints import without_so_on
from sctui.decks.identity import asks_some
from sctui.decks.retold import name_of
from sctui.decks.split_list import is_counted
from sctui.decks.templates import constant
from sctui.lexicon.lexicon import Lexicon
from sctui.model.fact import Fact, FactKind
from sctui.model.language import Language
from sctui.text.enumeration import members
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN

_GOOD_FOR = ("strong-in", "适应症")
_FIT = re.compile("(?:优势|主要|最佳)适应[症证]")
_SPACE = re.compile(r"\s")
_PAIR = 2
_MOST = 3  # members that an aside tells


def with_more(
    candidates: Sequence[Candidate], lexicon: Lexicon | None, language: Language
) -> tuple[Candidate, ...]:
    """The candidates; one that asks for some of a list has the members that another telling of it has."""
    alike: dict[tuple[str, str, str], list[Candidate]] = defaultdict(list)
    for one in candidates:
        fact = one.fact
        slot, measure = _GOOD_FOR if _is_good_for(fact) else (fact.slot, match_view(fact.measure))
        if measure and len(_items(fact)) > 1 and not one.parts and fact.study is None:
            alike[slot, measure, name_of(fact.subject, lexicon)].append(one)
    made: dict[int, Candidate] = {}
    for group in alike.values():
        first: dict[str, Candidate] = {}
        for one in group if len(group) > 1 else ():
            if not _asks_some(one):
                continue
            told = _with(one, list(_further(one, group, lexicon)), language)
            # who is asked the same is right with the members of either
            made[id(one)] = replace(told, questions=first.setdefault(one.key, told).questions)
    return tuple(made.get(id(one), one) for one in candidates)


def with_rivals(candidates: Sequence[Candidate], asking: Asking) -> tuple[Candidate, ...]:
    """The candidates; of two tables that tell the traits, or the sources, of one thing the first is asked.

    Its question says by which table. Where the other one sets two things side by side, it is asked for what
    it tells of the one beside the other; else it proves the same answer, in other words.
    """
    alike: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    rows: dict[str, dict[str, None]] = defaultdict(dict)
    for one in candidates if asking.document.language.is_chinese else ():
        fact = one.fact
        if fact.kind is FactKind.COMPARISON and fact.context:
            rows[fact.context][fact.subject] = None
            if not one.parts and (asks_source(fact) or is_trait(fact.measure)):
                alike[thing(fact.subject), attribute(fact)].append(one)
    made: dict[int, Candidate | None] = {}
    for group in alike.values():
        first, *others = sorted(group, key=lambda one: not is_counted(one.fact))
        rivals = [one for one in others if one.fact.context != first.fact.context and one.key != first.key]
        for one in rivals[:1]:
            against = _against(one, tuple(rows[one.fact.context]), asking)
            made[id(one)] = against
            if against is None:
                made[id(first)] = replace(
                    _in_longer_words(first, one.fact), beside=(*first.beside, *one.found), also=one.found
                )
    return tuple(told for one in candidates if (told := made.get(id(one), one)))


def _against(one: Candidate, rows: Sequence[str], asking: Asking) -> Candidate | None:
    """The traits of one of the two things that a table sets side by side, asked for beside the other."""
    other = next((row for row in rows if row != one.fact.subject), "")
    if len(rows) != _PAIR or asks_source(one.fact):
        return None
    told = asking.candidate(replace(one.fact, slot="cell-against", context=other))
    return replace(told, origin=one.origin) if isinstance(told, Candidate) else None


def _in_longer_words(first: Candidate, rival: Fact) -> Candidate:
    """A list with the member that another table tells in more words: `骨髓、脐带血（或脐带）`."""
    ours, others = (_SPACE.sub("", without_so_on(fact.value)) for fact in (first.fact, rival))
    short = members(match_view(ours))[-1]
    whole = others.startswith(ours) and others[len(ours) - len(short) :]
    if not whole or whole == short or len(members(match_view(others))) != len(members(match_view(ours))):
        return first
    ways = tuple(
        replace(way, back=f"{way.back[: -len(short)]}{whole}（或{way.back[-len(short) :]}）")
        if way.back.endswith(ours)
        else way
        for way in first.questions
    )
    return replace(first, questions=ways)


def with_sources(
    candidates: Sequence[Candidate], named: Sequence[Fact], language: Language
) -> tuple[Candidate, ...]:
    """The candidates; the first of a row that tells what its thing is good for has whence that comes.

    Args:
        candidates: of a document.
        named: sources that the names of their rows tell.
        language: of the document.
    """
    made = list(candidates)
    rows: dict[int, list[int]] = defaultdict(list)
    for place, one in enumerate(made):
        rows[one.fact.evidence.line].append(place)
    for fact in named:
        at = next((at for at in rows[fact.evidence.line] if _is_of_row(made[at], fact)), None)
        if at is not None:
            colon = "：" if language.is_chinese else ": "
            made[at] = _behind(made[at], f"{fact.measure}{colon}{fact.value}", (fact,), language)
    return tuple(made)


def _is_good_for(fact: Fact) -> bool:
    """Whether a sentence or a column tells in which diseases something is good."""
    return fact.slot == _GOOD_FOR[0] or bool(_FIT.fullmatch(match_view(fact.measure)))


def _items(fact: Fact) -> tuple[str, ...]:
    """The members of a list as they are written."""
    view = match_view(fact.value)
    parts = members(view) if HAN.search(view) or "、" not in view else view.split("、")
    found = [(part, view.find(part)) for part in parts]
    return fact.items or tuple(fact.value[at : at + len(part)] for part, at in found if at >= 0)


def _asks_some(one: Candidate) -> bool:
    return not one.questions[0].is_gap and asks_some(one.questions[0].front)


def _further(
    one: Candidate, group: Sequence[Candidate], lexicon: Lexicon | None
) -> Iterator[tuple[str, Fact]]:
    """The members that others of a group tell, each with the fact that does."""
    known = {name_of(item, lexicon) for item in _items(one.fact)}
    for other in group:
        for item in _items(other.fact) if _is_same_place(one.fact, other.fact) else ():
            if (name := name_of(item, lexicon)) not in known:
                known.add(name)
                yield item, other.fact


def _is_same_place(one: Fact, other: Fact) -> bool:
    """Whether two lists are true in one disease; a table is on that of its page."""
    table = FactKind.COMPARISON in (one.kind, other.kind)
    return one is not other and (table or one.context.split(" · ")[0] == other.context.split(" · ")[0])


def _with(one: Candidate, more: Sequence[tuple[str, Fact]], language: Language) -> Candidate:
    if not more or len(more) > _MOST:
        return one
    items, facts = [item for item, _ in more], tuple(dict.fromkeys(fact for _, fact in more))
    told = (
        f"{constant('也有', language)}{'、'.join(items)}"
        if language.is_chinese
        else f"also {', '.join(items)}"
    )
    return _behind(one, told, facts, language)


def _is_of_row(one: Candidate, source: Fact) -> bool:
    fact = one.fact
    cell = fact.kind is FactKind.COMPARISON and not one.questions[0].is_gap
    return cell and thing(fact.subject) == thing(source.subject) and is_trait(fact.measure)


def _behind(one: Candidate, told: str, facts: tuple[Fact, ...], language: Language) -> Candidate:
    """A candidate with something in brackets behind its answer, and what proves that."""
    opened, closed = ("（", "）") if language.is_chinese else (" (", ")")
    ways = tuple(
        way if way.is_gap else replace(way, back=f"{way.back}{opened}{told}{closed}") for way in one.questions
    )
    return replace(one, questions=ways, beside=(*one.beside, *facts))
