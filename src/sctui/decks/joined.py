"""What is told of a study in several words and asked by one question: how it was made, and what it found.

Year, journal and title of a study are no answers to learn by themselves: they stand in brackets behind one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sctui.decks.carriers import (
    PAPERS,
    TREATED,
    Joined,
    changed,
    first_found,
    is_on_something,
    made,
    single,
    together,
    treated,
)
from sctui.decks.findings import BY_THEMSELVES, GUESSED, findings
from sctui.decks.in_full import told_whole
from sctui.decks.joined_words import Words
from sctui.decks.quoting import mended
from sctui.decks.results import FIGURES, RESULTS, is_of_animals, is_practice
from sctui.decks.study_noun import is_nameless
from sctui.decks.turned import listed_behind
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document
from sctui.model.fact import Fact, FactKind, Study
from sctui.text.match_view import match_view

# what a study is told by, and nobody learns by itself
BARE = frozenset({"year", "year_told", "journal", "title", "site", "sites", "country", "type", "registry"})
_LOOKED_AT = ("reviewed", "condition")
_ASIDES = (
    *_LOOKED_AT,
    "type",
    "title",
    "year",
    "year_told",
    "site",
    "sites",
    "country",
    "journal",
)
_OF_PAPERS = frozenset({"type", "title"})
KINDS = PAPERS | {"trial", "case", "loose"}
_TREATED_AS = frozenset({*TREATED, "regimen"})
_RESULTS = frozenset({"found", "concluded", "effects", "overall", "safety"})
# slots that have a question of their own, even where one fact is told
_SAID = _RESULTS - {"safety"} | {"made", "made_kind", "made_size", "scope", "regimen"}
_MADE_AS = frozenset({"made", "made_kind", "made_size"})
_PLACES = frozenset({"site", "sites", "country"})
_APART = ("year", "name", "registry", "journal")  # what else tells a study from others like it
_DAY = re.compile(r"月|\d[-/.]\d")  # of a day, on which a treatment may have been told of as well as given
_LONGEST_ASIDE = 60  # characters of an answer with what stands in brackets
_GLUED = re.compile(r"[a-z](?:,|and)[A-Z][a-z]")  # a title that has lost its spaces


def joined(
    document: Document, facts: Sequence[Fact], lexicon: Lexicon | None
) -> Iterator[tuple[Joined, ...]]:
    """For each question that asks for several facts: the ways to ask it, the best first."""
    words = Words(document)
    studies: dict[str, list[Fact]] = defaultdict(list)
    origin: dict[int, Fact] = {}
    for fact in facts:
        if fact.kind is FactKind.TRIAL and fact.study and fact.study.get("kind") in KINDS:
            whole = told_whole(fact, document)
            if whole is None or listed_behind(fact, document):
                continue
            told = _mended(whole, document)
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
    if study.get("kind") == "trial" and not is_on_something(study, lexicon):
        return
    found = tuple(findings(told, words, lexicon))
    carriers = (
        *made(told, study, words, lexicon),
        *((changed(group, words),) for slot, group in found if slot == "changed"),
        *((together(slot, group, words),) for slot, group in found if slot not in {GUESSED, "changed"}),
        *((single(fact),) for fact in told if fact.slot == "indication" and fact.study is None),
        *treated(told, words, lexicon),
        *first_found(told, words),
    )
    behind: list[list[Fact]] = [[] for _ in carriers]
    found_in, made_in = (
        [at for at, carrier in enumerate(carriers) if carrier[0].fact.slot in slots]
        for slots in (_RESULTS, _MADE_AS)
    )
    little = all(slot == GUESSED for slot, _ in found) and not any(fact.slot in FIGURES for fact in told)
    # a verdict on what was given with something else is not told of the one alone
    guessed = (group[0] for slot, group in found if slot == GUESSED and not study.get("beside"))
    asides = _asides(told)
    for one in asides:
        if one.slot != "journal":
            _place(behind, carriers, one, words)
    for one in sorted(guessed, key=lambda one: (*_last(one), -len(words.found((one,))))):
        takers = [*found_in, *(made_in if little or not all(_last(one)) else ())]
        _place([behind[at] for at in takers], [carriers[at] for at in takers], one, words)
    for one in asides:
        if one.slot == "journal":
            _place(behind, carriers, one, words)
    yield from _reported(study, asides, [one for taken in behind for one in taken], words)
    for carrier, taken in zip(carriers, behind, strict=True):
        if taken or any(map(_is_own, carrier)):
            yield tuple(_ways(carrier, taken, words))


def _reported(
    study: Study, asides: Sequence[Fact], taken: Sequence[Fact], words: Words
) -> Iterator[tuple[Joined, ...]]:
    """By whom a study was done, where no other answer tells that."""
    place = next((one for one in asides if one.slot in _PLACES), None)
    if place is None or place.slot == "country" or place in taken or study.get("kind") != "trial":
        return
    apart = is_practice(place) or any(study.get(slot) for slot in _APART)
    if apart and any(study.get(slot) for slot in TREATED):
        yield (replace(single(place), fact=words.with_partners(place)),)


def _last(guessed: Fact) -> tuple[bool, bool]:
    """That it did no harm is told first, and then that it is safe."""
    return guessed.slot != "safety", "安全" not in match_view(guessed.value)


def _place(
    behind: Sequence[list[Fact]], carriers: Iterable[tuple[Joined, ...]], one: Fact, words: Words
) -> None:
    """Put a fact in brackets behind the first answer that has room for it."""
    for taken, carrier in zip(behind, carriers, strict=True):
        if one in carrier[0].parts:
            return
        if carrier[0].fact.slot in _MADE_AS and any(_is_alike(one, other) for other in taken):
            continue  # how a study was made is told with one thing that came of it, and one of its safety
        told = _with_asides(carrier[0], [*taken, one], words).fact.value
        if _fits(carrier, one, words) and len(told) <= _LONGEST_ASIDE:
            taken.append(one)
            return


def _is_alike(one: Fact, other: Fact) -> bool:
    """Whether both are what came of a study, or both that it did no harm."""
    return {one.slot, other.slot} <= RESULTS and (one.slot == "safety") is (other.slot == "safety")


def _is_own(way: Joined) -> bool:
    """Whether it is asked in another way than its facts would be by themselves, or not at all."""
    return len(way.parts) > 1 or way.fact.slot in _SAID | _PLACES


def _ways(carrier: tuple[Joined, ...], taken: Sequence[Fact], words: Words) -> Iterator[Joined]:
    """With all that stands in brackets; without what tells the study from others; with nothing there."""
    for apart in ((), ("journal",), ("year", "year_told"), tuple(_PLACES)):
        asides = [one for one in taken if one.slot not in apart]
        if asides and (not apart or len(asides) < len(taken)):
            yield from (_with_asides(way, asides, words) for way in carrier)
    yield from filter(_is_own, carrier)


def _asides(told: Iterable[Fact]) -> list[Fact]:
    """What stands in brackets, in the order in which it does; one year and one place."""
    first: dict[str, Fact] = {}
    for fact in told:
        nameless = fact.slot in _PLACES and is_nameless(fact.value)
        if not nameless and (fact.slot != "journal" or _is_papers(fact)):
            first.setdefault(fact.slot, fact)
    found = [first[slot] for slot in _ASIDES if slot in first]
    place = next((one for one in found if one.slot in _PLACES), None)
    return [one for one in found if one.slot not in _PLACES or one is place]


def _is_papers(journal: Fact) -> bool:
    """Whether it is the journal of a review: that of a trial is the paper's, and nothing of the trial."""
    of_paper = journal.study is not None and journal.study.get("kind") in PAPERS
    return of_paper and not _GLUED.search(journal.value)


def _fits(carrier: tuple[Joined, ...], aside: Fact, words: Words) -> bool:
    """Whether an answer does not say already what would stand in the brackets."""
    fact = carrier[0].fact
    if fact.slot == "scope" and aside.slot in _OF_PAPERS:
        return False  # the scope is a part of the title
    if aside.slot in _LOOKED_AT and fact.slot not in {"scope", "studies"}:
        return False  # what a review looked at names it, save where its make is asked for
    if fact.slot == "made_size" and aside.slot in {"site", "sites"}:
        return False  # how many there were is told in a word; where, is asked by itself
    if fact.slot in _TREATED_AS and (
        aside.slot in _PLACES | {"journal", "registry"} or _DAY.search(aside.value)
    ):
        return False  # a treatment is told with what belongs to it
    if aside.slot == "title" and fact.slot in FIGURES and is_of_animals(fact):
        return False  # nobody counts people in what a title says is of animals
    return words.plain(aside) not in fact.value and (
        aside.slot not in _OF_PAPERS or aside.study is None or aside.study.get("kind") in PAPERS
    )


def _is_asked_with(fact: Fact, one: Fact) -> bool:
    """Whether it is asked together with a fact.

    What a review looked at with its kind or size; and one more of the effects with the others.
    """
    return one.slot in _LOOKED_AT or fact.slot == BY_THEMSELVES.get(one.slot)


def _with_asides(way: Joined, asides: Sequence[Fact], words: Words) -> Joined:
    """An answer with what is asked with it, and with what stands in brackets behind it."""
    asked = [one for one in asides if _is_asked_with(way.fact, one)]
    value, measure = words.with_asked(way.fact, asked, [one for one in asides if one not in asked])
    fact = replace(
        way.fact,
        value=value,
        measure=measure,
        flags=tuple(dict.fromkeys((*way.fact.flags, *(flag for one in asides for flag in one.flags)))),
    )
    # a name may say what stands there, which is not asked for; of what is reviewed the make is asked
    papers = way.fact.study is not None and way.fact.study.get("kind") in PAPERS
    title = () if papers else ("title",)
    told = (one.slot for one in asides if one.slot in _PLACES | {"reviewed"})
    hidden = tuple(dict.fromkeys((*way.hidden, *title, *told)))
    return Joined(fact, (*way.parts, *asides), hidden, way.general, way.fact.value)
