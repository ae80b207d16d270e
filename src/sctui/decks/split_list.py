"""A list too long for one answer becomes gaps of its sentence, each for two or three of its members."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sctui.decks.cells import asks_source, is_trait, tells_an_effect
from sctui.decks.hints import goes_on
from sctui.decks.quoting import mended
from sctui.decks.rest_of_cell import BESIDES
from sctui.decks.templates import constant
from sctui.model.document import Document, Span
from sctui.model.fact import Fact, FactKind
from sctui.model.language import Language
from sctui.text.enumeration import members
from sctui.text.match_view import match_view
from sctui.text.mending import MendedLine, Patch
from sctui.text.patterns import HAN

MOST = 3  # members that one answer may hold
_MOST_COUNTED, _SHORT = 4, 12  # things that a question counts, and characters of one
# facts of a sentence that tells the members in one run; a cell of a table is none
_IN_A_SENTENCE = frozenset({FactKind.MECHANISM, FactKind.TERM})
_LISTS = frozenset(
    {"risk", "hazard", "indication", "adverse", "adverse_of", "changed"}
)  # slots of studies that have lists
_ANY_OF = frozenset({"origin", "found-in", "differentiates"})
_JOINED = re.compile("[,，;；]")
_GERUND = re.compile("[a-z]+ing ")
_ASIDE = re.compile(r"[(（][^()（）]*[)）]")
_IN_PLACES = re.compile("在.*、.*(?:积累|沉积|聚集|浸润|表达)$")
_OF_ALL = re.compile("的[^的]*$")  # `运动、视觉和协调的能力`: what stands behind the last is of all
_LONGEST_OF_ALL = 6  # characters of such a member, of which one more may be asked in one gap


def is_long(fact: Fact) -> bool:
    """Whether a fact lists more than one answer may hold, in a sentence that can have gaps."""
    return fact.kind in _IN_A_SENTENCE and len(fact.items) > MOST and not _is_one(fact)


def _is_one(fact: Fact) -> bool:
    """Whether all members are one thing's (`在皮肤、血管和内脏积累`)."""
    return bool(_IN_PLACES.search(match_view(fact.value)))


def _whose(fact: Fact) -> list[bool]:
    """Of each member whether it ends with what something has (`甲的数量`)."""
    return [bool(_OF_ALL.search(match_view(member))) for member in fact.items]


def is_many(fact: Fact) -> bool:
    """Whether a fact lists so much that a question may ask for some of it alone."""
    if fact.kind in _IN_A_SENTENCE:
        return is_long(fact)
    told = fact.slot in _LISTS if fact.kind is FactKind.TRIAL else not tells_an_effect(fact)
    return told and fact.kind is not FactKind.FIGURE and _count(fact.value) > MOST


def is_counted(fact: Fact) -> bool:
    """Whether a question says how many traits, or sources, a cell or a profile tells: others tell more."""
    tells = fact.slot == "features" or is_trait(fact.measure) or asks_source(fact)
    of_cell = fact.slot in {"cell", "cell-against", "features", "source"} and not tells_an_effect(fact)
    asked = fact.kind is FactKind.COMPARISON and tells and of_cell
    return (asked or fact.slot == "risk") and how_many_listed(fact) > 0


def how_many_listed(fact: Fact) -> int:
    """How many short things are told, each at a comma; 0 where no question may count them."""
    if fact.slot == BESIDES:
        return len(fact.items)  # what is left of a cell, cut where that is
    bare = _ASIDE.sub("", match_view(fact.value))
    whole = asks_source(fact)  # where `甲和乙` is no one thing
    told = [
        part
        for piece in _JOINED.split(bare)
        for part in (members(piece) if whole or "、" in piece else (piece,))
    ]
    counted = 1 < len(told) <= _MOST_COUNTED and max(map(len, told)) <= _SHORT
    return len(told) if counted and not goes_on(bare) else 0


def some_of(fact: Fact, language: Language) -> str:
    """What a question says that asks for some of a list: for examples, or for three where it tells more."""
    many = is_many(fact)
    if language.is_chinese:
        return constant("（举三例）" if many else "（举例）", language)
    return "Name three" if many else "Give examples"


def at_each_comma(value: str) -> str:
    """A list whose members all stand apart in the same way."""
    return _JOINED.sub("、", value)


def _count(value: str) -> int:
    """How many things are listed; `甲与乙` between commas is one of them."""
    bare = _ASIDE.sub("", match_view(value))
    if not HAN.search(bare):
        return len(members(bare))
    return sum(len(members(part)) if "、" in part else 1 for part in _JOINED.split(bare))


def in_parts(fact: Fact, document: Document) -> tuple[Fact, ...]:
    """A long list as the facts that its gaps ask for, in few and equal runs of members.

    One member a gap would ask for what the others beside it cannot tell, once for each. None where the
    members do not stand one behind the other, or where some have what is said of all (`甲、乙的数量和功能`,
    `less death, promoting growth and repair`).
    """
    places = _places(fact, document)
    if not places or (fact.slot in _ANY_OF and _goes_on(fact, document)):
        return ()
    if (
        len(places) == MOST + 1
        and max(map(len, fact.items)) <= _LONGEST_OF_ALL
        and _OF_ALL.search(fact.items[-1])
    ):
        return (fact,)  # short ones of one thing, whose halves would be asked beside each other
    gaps = -(-len(places) // MOST)
    edges = [round(len(places) * at / gaps) for at in range(gaps + 1)]
    return tuple(_part(fact, document, places[a:b]) for a, b in pairwise(edges))


def _goes_on(fact: Fact, document: Document) -> bool:
    """Whether there are more of the kind than the list names, so that nobody knows which a gap means."""
    line = document.lines[fact.answer.line - 1].text if fact.answer else ""
    behind = line[fact.answer.end :] if fact.answer else ""
    return match_view(fact.value).endswith("等") or match_view(behind).startswith("等")


def _places(fact: Fact, document: Document) -> list[Span]:
    """Where each member stands, without what is said of all; nothing where they cannot be told apart."""
    whole, places = fact.answer, list[Span]()
    if whole is None:
        return []
    patches = [
        Patch(max(damage.span.start, whole.start), damage.span.end, damage.repair or "")
        for damage in document.damage_at(whole)
        if damage.safe
    ]
    read, at = MendedLine(document.lines[whole.line - 1].text[: whole.end], patches), whole.start
    for member in fact.items:
        start = read.text.find(member, at) if member else -1
        if start < 0:
            return []
        at = start + len(member)
        places.append(Span(whole.line, read.start(start), read.end(at)))
    ends = _whose(fact)
    own_verb = [bool(_GERUND.match(match_view(member))) for member in fact.items]
    if (ends[-2] and not ends[0]) or (any(own_verb) and not all(own_verb)):
        return []
    shared = _OF_ALL.search(match_view(fact.items[-1])) if not any(ends[:-1]) else None
    if shared:
        last = places[-1]
        places[-1] = Span(last.line, last.start, last.start + shared.start())
    return places


def _part(fact: Fact, document: Document, members: Sequence[Span]) -> Fact:
    answer = Span(members[0].line, members[0].start, members[-1].end)
    items = tuple(mended(document, member) for member in members)
    return replace(fact, value=mended(document, answer), answer=answer, items=items if len(items) > 1 else ())
