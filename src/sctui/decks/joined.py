"""What is told of a study in several words and asked by one question: how it was made, and what it found.

Year, journal and title of a study are no answers to learn by themselves: they stand in brackets behind one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sctui.decks.findings import GUESSED, findings
from sctui.decks.joined_words import Words
from sctui.decks.quoting import mended
from sctui.decks.results import FIGURES, RESULTS, is_practice
from sctui.lexicon.diseases import general_disease, is_own_disease
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document
from sctui.model.fact import Fact, FactKind, Study
from sctui.text.enumeration import members
from sctui.text.match_view import match_view

# what a study is told by, and nobody learns by itself
BARE = frozenset({"year", "year_told", "journal", "title", "site", "sites", "country", "type"})
_LOOKED_AT = ("reviewed", "condition")
_ASIDES = (*_LOOKED_AT, "type", "title", "year", "year_told", "site", "sites", "country", "journal")
_OF_PAPERS = frozenset({"type", "title"})
_PAPERS = frozenset({"review", "consensus"})
KINDS = _PAPERS | {"trial", "case", "loose"}
_MADE = ("n", "design", "phase")
TREATED = ("product", "cell_source")
_GIVEN = ("route", "interval", "doses")
_TREATED_AS = frozenset({*TREATED, "regimen"})
_RESULTS = frozenset({"found", "concluded", "effects", "overall", "safety"})
# slots that have a question of their own, even where one fact is told
_SAID = _RESULTS - {"safety"} | {"made", "made_kind", "made_size", "scope", "regimen"}
_LONGEST_ASIDE = 60  # characters of an answer with what stands in brackets
_GLUED = re.compile(r"[a-z](?:,|and)[A-Z][a-z]")  # a title that has lost its spaces
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


def joined(
    document: Document, facts: Sequence[Fact], lexicon: Lexicon | None
) -> Iterator[tuple[Joined, ...]]:
    """For each question that asks for several facts: the ways to ask it, the best first."""
    words = Words(document)
    studies: dict[str, list[Fact]] = defaultdict(list)
    origin: dict[int, Fact] = {}
    for fact in facts:
        if fact.kind is FactKind.TRIAL and fact.study and fact.study.get("kind") in KINDS:
            told = _mended(fact, document)
            origin[id(told)] = fact
            studies[fact.study.key].append(told)
    for fact in facts:
        if fact.slot == "indication" and fact.study is None:
            for key in _assessing(fact, studies):
                told = _mended(fact, document)
                origin[id(told)] = fact
                studies[key].append(told)
    for of_one in studies.values():
        for ways in _of_study(of_one, words, lexicon):
            yield tuple(replace(way, parts=tuple(origin[id(part)] for part in way.parts)) for way in ways)


def _assessing(fact: Fact, studies: Mapping[str, Sequence[Fact]]) -> Iterator[str]:
    """The review whose treatment a sentence says what it is for: that is what the claim stands on."""
    for key, told in studies.items():
        for one in told:
            same = one.slot == "reviewed" and one.value == fact.subject
            if same and one.evidence.line == fact.evidence.line:
                yield key
                return


def _mended(fact: Fact, document: Document) -> Fact:
    """The fact with its value as it reads where every proved repair is in place."""
    damaged = fact.answer and document.damage_at(fact.answer)
    return replace(fact, value=mended(document, fact.answer)) if damaged and fact.answer else fact


def _of_study(told: Sequence[Fact], words: Words, lexicon: Lexicon | None) -> Iterator[tuple[Joined, ...]]:
    study = told[0].study
    assert study is not None  # only facts of studies are put together
    found = tuple(findings(told, words, lexicon))
    carriers = (
        *_made(told, study, words, lexicon),
        *((_together(slot, group, words),) for slot, group in found if slot != GUESSED),
        *((_single(fact),) for fact in told if fact.slot == "indication" and fact.study is None),
        *_treated(told, words),
        *_first_found(told),
    )
    behind: list[list[Fact]] = [[] for _ in carriers]
    closed = RESULTS - _RESULTS | {"scope"}
    takers = [at for at, carrier in enumerate(carriers) if carrier[0].fact.slot not in closed]
    takers.sort(key=lambda at: _welcomes(carriers[at][0].fact.slot))
    guessed = (group[0] for slot, group in found if slot == GUESSED)
    asides = _asides(told)
    for one in asides:
        if one.slot != "journal":
            _place(behind, carriers, one, words)
    # the bare `effective` last
    for one in sorted(guessed, key=lambda one: (one.slot != "safety", -len(words.found((one,))))):
        _place([behind[at] for at in takers], [carriers[at] for at in takers], one, words)
    for one in asides:
        if one.slot == "journal":
            _place(behind, carriers, one, words)
    for carrier, taken in zip(carriers, behind, strict=True):
        if taken or any(map(_is_own, carrier)):
            yield tuple(_ways(carrier, taken, words))


def _welcomes(slot: str) -> int:
    """How well an answer takes in what anyone would guess: behind findings best."""
    return 0 if slot in _RESULTS else 1 if slot in _TREATED_AS else 2


def _place(
    behind: Sequence[list[Fact]], carriers: Iterable[tuple[Joined, ...]], one: Fact, words: Words
) -> None:
    """Put a fact in brackets behind the first answer that has room for it."""
    for taken, carrier in zip(behind, carriers, strict=True):
        if one in carrier[0].parts:
            return
        told = words.with_aside(carrier[0].fact.value, [*taken, one])
        if _fits(carrier, one, words) and len(told) <= _LONGEST_ASIDE:
            taken.append(one)
            return


def _is_own(way: Joined) -> bool:
    """Whether it is asked in another way than its facts would be by themselves."""
    return len(way.parts) > 1 or way.fact.slot in _SAID


def _ways(carrier: tuple[Joined, ...], taken: Sequence[Fact], words: Words) -> Iterator[Joined]:
    """With all that stands in brackets; without what tells the study from others; with nothing there."""
    for apart in ((), ("journal",), ("year", "year_told")):
        asides = [one for one in taken if one.slot not in apart]
        if asides and (not apart or len(asides) < len(taken)):
            yield from (_with_asides(way, asides, words) for way in carrier)
    yield from filter(_is_own, carrier)


def _asides(told: Iterable[Fact]) -> list[Fact]:
    """What stands in brackets, in the order in which it does; one year and one place."""
    first: dict[str, Fact] = {}
    for fact in told:
        if fact.slot != "journal" or not _GLUED.search(fact.value):
            first.setdefault(fact.slot, fact)
    found = [first[slot] for slot in _ASIDES if slot in first]
    place = next((one for one in found if one.slot in {"site", "sites", "country"}), None)
    return [one for one in found if one.slot not in {"site", "sites", "country"} or one is place]


def _fits(carrier: tuple[Joined, ...], aside: Fact, words: Words) -> bool:
    """Whether an answer does not say already what would stand in the brackets."""
    fact = carrier[0].fact
    if fact.slot == "scope" and aside.slot in _OF_PAPERS:
        return False  # the scope is a part of the title
    if aside.slot in _LOOKED_AT and fact.slot not in {"scope", "studies"}:
        return False  # what a review looked at names it, save where its make is asked for
    return words.plain(aside) not in fact.value and (
        aside.slot not in _OF_PAPERS or aside.study is None or aside.study.get("kind") in _PAPERS
    )


def _with_asides(way: Joined, asides: Sequence[Fact], words: Words) -> Joined:
    fact = replace(
        way.fact,
        value=words.with_aside(way.fact.value, asides),
        flags=tuple(dict.fromkeys((*way.fact.flags, *(flag for one in asides for flag in one.flags)))),
    )
    # a name may say what stands there, which is not asked for; of what is reviewed the make is asked
    papers = way.fact.study is not None and way.fact.study.get("kind") in _PAPERS
    title = () if papers else ("title",)
    reviewed = (one.slot for one in asides if one.slot == "reviewed")
    hidden = tuple(dict.fromkeys((*way.hidden, *title, *reviewed)))
    return Joined(fact, (*way.parts, *asides), hidden, way.general, way.fact.value)


def _made(
    told: Sequence[Fact], study: Study, words: Words, lexicon: Lexicon | None
) -> Iterator[tuple[Joined, ...]]:
    """Design and size; of a review, what it goes by and how many studies it has."""
    one = {fact.slot: fact for fact in reversed(told)}
    if study.get("kind") in _PAPERS:
        subtitle = words.scope(study)
        if "studies" in one:
            yield (_single(one["studies"]),)
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


def _together(slot: str, group: Sequence[Fact], words: Words) -> Joined:
    """Findings without numbers, as one answer."""
    return Joined(_as(group, slot, words.found(group)), tuple(group), ())


def _treated(told: Sequence[Fact], words: Words) -> Iterator[tuple[Joined, ...]]:
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
            yield (Joined(_as(parts, "regimen", value), parts, hidden, answer=fact.value), _single(fact))
        else:
            yield (_single(fact),)
        return


def _given(first: Mapping[str, Fact]) -> Iterator[str]:
    """The slots that tell how a treatment was given; several ways are those of so many groups."""
    for slot in _GIVEN:
        if slot in first:
            yield slot
        if slot == "route" and slot in first and "groups" in first and len(members(first[slot].value)) > 1:
            yield "groups"


def _first_found(told: Sequence[Fact]) -> Iterator[tuple[Joined, ...]]:
    """What a paper found first, behind which its title can stand."""
    found = [fact for fact in told if fact.slot in RESULTS]
    if found and found[0].study and found[0].study.get("kind") in _PAPERS:
        yield (_single(next((fact for fact in found if fact.slot in FIGURES), found[0])),)


def _single(fact: Fact) -> Joined:
    return Joined(fact, (fact,), (fact.slot,))


def _as(parts: Sequence[Fact], slot: str, value: str) -> Fact:
    """A fact of all that the parts tell; its evidence is the widest of theirs."""
    widest = max(parts, key=lambda part: part.evidence.end - part.evidence.start)
    flags = dict.fromkeys(flag for part in parts for flag in part.flags)
    return replace(widest, slot=slot, value=value, measure="", answer=None, items=(), flags=tuple(flags))
