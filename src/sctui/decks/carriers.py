"""Answers put together of several facts of a study: how it was made, the treatment, what it found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sctui.decks.joined_words import Words
from sctui.decks.results import FIGURES, RESULTS, is_practice
from sctui.lexicon.diseases import general_disease, is_own_disease
from sctui.lexicon.lexicon import Lexicon
from sctui.model.fact import Fact, Study
from sctui.text.enumeration import members
from sctui.text.match_view import match_view

PAPERS = frozenset({"review", "consensus"})
TREATED = ("product", "cell_source")
_MADE = ("n", "design", "phase")
_GIVEN = ("route", "interval", "doses")
# what any study of the field gave
ANY_CELLS = re.compile(
    r"干细胞(?:治疗|疗法|移植|输注|注射)*|stem cells?(?: (?:therapy|treatment|transplantation|infusion))?"
)


@dataclass(frozen=True, slots=True)
class Joined:
    """Facts of one study that one question asks for.

    Args:
        fact: its value is put together of theirs.
        parts: the facts.
        hidden: slots of the study that its name must not say.
        general: the disease that its name says where the kind of patients is told in the answer.
        answer: the value without what stands in brackets, where something does.
    """

    fact: Fact
    parts: tuple[Fact, ...]
    hidden: tuple[str, ...]
    general: str = ""
    answer: str = ""

    @property
    def asked(self) -> str:
        """What the question asks for, without what stands in brackets."""
        return self.answer or self.fact.value


def made(
    told: Sequence[Fact], study: Study, words: Words, lexicon: Lexicon | None
) -> Iterator[tuple[Joined, ...]]:
    """Design and size; of a review, what it goes by and how many studies it has."""
    one = {fact.slot: fact for fact in reversed(told)}
    if study.get("kind") in PAPERS:
        subtitle = words.scope(study)
        if "studies" in one:
            yield (single(one["studies"]),)
        elif "type" in one and subtitle:
            yield (Joined(_as((one["type"],), "scope", subtitle), (one["type"],), ("type", "title")),)
        return
    parts = tuple(one[slot] for slot in _MADE if slot in one)
    if not parts or study.get("kind") != "trial" or is_practice(parts[0]):
        return
    slot = "made" if "n" in one and len(parts) > 1 else "made_size" if "n" in one else "made_kind"
    whole = Joined(_as(parts, slot, words.made(parts)), parts, tuple(part.slot for part in parts))
    patients = one.get("condition")
    general = general_disease(patients.value, lexicon) if patients and lexicon and "n" in one else ""
    if patients and general and lexicon and is_own_disease(patients.value, general, lexicon):
        general = ""  # the patients' disease has a name, and is no kind of patients with another
    if patients and general:
        people = (*parts, patients)
        value = words.made(parts, patients)
        yield (Joined(_as(people, slot, value), people, (*whole.hidden, "condition"), general), whole)
    else:
        yield (whole,)


def together(slot: str, group: Sequence[Fact], words: Words) -> Joined:
    """Findings without numbers, as one answer."""
    return Joined(_as(group, slot, words.found(group)), tuple(group), ())


def treated(told: Sequence[Fact], words: Words) -> Iterator[tuple[Joined, ...]]:
    """The treatment, with how and how often it was given; it may carry what stands in brackets."""
    first = {fact.slot: fact for fact in reversed(told)}
    for slot in TREATED:
        if slot not in first or is_practice(first[slot]):
            continue
        fact = first[slot]
        if ANY_CELLS.fullmatch(match_view(fact.value.strip())):
            return
        given = [first[one] for one in _given(first) if words.plain(first[one]) not in fact.value]
        if fact.study and fact.study.get("kind") == "trial" and given:
            parts = (fact, *given)
            value = words.with_aside(fact.value, given)
            hidden = tuple(part.slot for part in parts)
            yield (Joined(_as(parts, "regimen", value), parts, hidden, answer=fact.value), single(fact))
        else:
            yield (single(fact),)
        return


def _given(first: Mapping[str, Fact]) -> Iterator[str]:
    """The slots that tell how a treatment was given; several ways are those of so many groups."""
    for slot in _GIVEN:
        if slot in first:
            yield slot
        if slot == "route" and slot in first and "groups" in first and len(members(first[slot].value)) > 1:
            yield "groups"


def first_found(told: Sequence[Fact]) -> Iterator[tuple[Joined, ...]]:
    """What a paper found first, behind which its title can stand."""
    found = [fact for fact in told if fact.slot in RESULTS]
    if found and found[0].study and found[0].study.get("kind") in PAPERS:
        yield (single(next((fact for fact in found if fact.slot in FIGURES), found[0])),)


def single(fact: Fact) -> Joined:
    """One fact by itself, behind which others can stand in brackets."""
    return Joined(fact, (fact,), (fact.slot,))


def _as(parts: Sequence[Fact], slot: str, value: str) -> Fact:
    """A fact of all that the parts tell; its evidence is the widest of theirs."""
    widest = max(parts, key=lambda part: part.evidence.end - part.evidence.start)
    flags = dict.fromkeys(flag for part in parts for flag in part.flags)
    return replace(widest, slot=slot, value=value, measure="", answer=None, items=(), flags=tuple(flags))
