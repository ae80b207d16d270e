"""Answers put together of several facts of a study: how it was made, the treatment, what it found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sctui.decks.any_treatment import is_any_treatment, is_of_a_kind
from sctui.decks.joined_words import Words
from sctui.decks.results import FIGURES, RESULTS, is_practice
from sctui.decks.study_marks import is_coined
from sctui.decks.turned import arm_of, bare_change
from sctui.lexicon.diseases import general_disease, is_own_disease
from sctui.lexicon.lexicon import Lexicon
from sctui.model.fact import Fact, Study
from sctui.text.match_view import match_view

PAPERS = frozenset({"review", "consensus"})
TREATED = ("product", "cell_source")
_MADE = ("n", "design", "phase")
_GIVEN = ("beside", "route", "interval", "doses")
_GIVEN_EN = ("beside", "route", "doses", "interval")
_DATED = ("name", "year", "journal", "title", "registry", "site", "sites", "developer")
_ARM = re.compile("[^,。的]{0,8}组")
_ONE_GROUP = re.compile("[1一]\\s?个?组")
_EACH = re.compile("[每各两三四]")
_BY_WHOM = ("author", "site", "sites", "country", "developer")
KNOWN_BY = ("year", *_BY_WHOM, "journal", "registry", "title", "brand", "name")
# what tells of what disease a study is, or which study it is
_ON = ("condition", "topic", "prevents", "name", "title", "registry", "brand")
# a control group of which nothing is told but that it was one
_BARE_CONTROL = re.compile(
    r"(?:基础|一般|普通|同期|健康|空白|正常|单纯)*(?:干预|治疗|护理|处理|用药)*的?(?:患者|病人|人群|志愿者)?对照组?"
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
    if is_nobodys(study):
        return
    if not is_identified(study):
        one.pop("n", None)  # what tells it from others stands in the question
    parts = tuple(one[slot] for slot in _MADE if slot in one)
    if not parts or study.get("kind") != "trial" or is_practice(parts[0]):
        return
    beside = _beside(one, told) if words.is_chinese and "n" in one else ()
    if not beside and parts == (one.get("n"),) and not is_told_apart(study):
        return
    if parts in ((one.get("design"),), (one.get("phase"),)):
        return  # a word (`回顾性`) that says little without the size
    sized = "made" if len(parts) + len(beside) > 1 else "made_size"
    slot = sized if "n" in one else "made_kind"
    patients = _kind_of_patients(one, lexicon)
    if patients:
        general = general_disease(patients.value, lexicon) if lexicon else ""
        whole = _size(slot, (*parts, patients), beside, words.made(parts, patients), words)
        yield (replace(whole, general=general), _size(slot, parts, beside, words.made(parts), words))
    else:
        yield (_size(slot, parts, beside, words.made(parts), words),)


def _beside(one: Mapping[str, Fact], told: Sequence[Fact]) -> tuple[Fact, ...]:
    """What says more of how a study was made: a control group that is called one, groups and their sizes."""
    control, groups = one.get("comparator"), one.get("groups")
    called = (control,) if control and match_view(control.value).endswith("对照组") else ()
    named = {match_view(fact.measure): fact for fact in reversed(told) if fact.slot == "arm_size"}
    sizes = [fact for fact in told if fact is named.get(match_view(fact.measure)) and is_arm(fact.measure)]
    groups = None if groups and _ONE_GROUP.match(match_view(groups.value)) else groups
    if len(sizes) == 1 and not _EACH.match(match_view(sizes[0].measure)):
        sizes = []  # one group alone tells little
    return (*called, *(sizes or ((groups,) if groups else ())))


def _size(slot: str, parts: tuple[Fact, ...], beside: tuple[Fact, ...], value: str, words: Words) -> Joined:
    """An answer on how a study was made; its groups stand in brackets."""
    controls = [fact for fact in beside if fact.slot == "comparator"]
    groups = [
        replace(fact, value=f"{fact.measure}{fact.value}") if fact.slot == "arm_size" else fact
        for fact in beside
        if fact.slot != "comparator"
    ]
    answer = words.against(value, controls[0]) if controls else value
    whole = (*parts, *beside)
    hidden = tuple(part.slot for part in whole)
    told = words.with_aside(answer, groups)
    return Joined(_as(whole, slot, told), whole, hidden, answer=answer if groups else "")


def _kind_of_patients(one: Mapping[str, Fact], lexicon: Lexicon | None) -> Fact | None:
    """Which kind of patients with a disease took part, where that is told beside their number."""
    patients = one.get("condition")
    general = general_disease(patients.value, lexicon) if patients and lexicon and "n" in one else ""
    if patients and general and lexicon and is_own_disease(patients.value, general, lexicon):
        return None  # the patients' disease has a name, and is no kind of patients with another
    return patients if general else None


def is_identified(study: Study) -> bool:
    """Whether a study is known by more than what was given to whom: a year, its authors, a place …"""
    return any(study.get(slot) for slot in KNOWN_BY)


def is_nobodys(study: Study | None) -> bool:
    """Whether a study is known by nothing: not by what was given, nor by name, authors, year or place."""
    if study is None or is_identified(study):
        return False
    return not any(study.get(slot) for slot in (*TREATED, "beside"))


def is_findable(study: Study) -> bool:
    """Whether more tells a study from others than how many took part, of whom nobody knows the treatment."""
    return is_identified(study) or bool(study.get("phase")) or not study.get("n")


def is_on_something(study: Study, lexicon: Lexicon | None) -> bool:
    """Whether a study is told to be on a disease, has a name, or is that of a product with a name."""
    if any(study.get(slot) for slot in _ON):
        return True
    product = study.get("product") or study.get("cell_source")
    return lexicon is not None and bool(product) and is_coined(product, lexicon)


def is_told_apart(study: Study) -> bool:
    """Whether a study has a year or was published, so that somebody could look for how many took part."""
    return any(study.get(slot) for slot in _DATED)


def is_arm(measure: str) -> bool:
    """Whether a group of a study is counted by its name alone (`治疗组`)."""
    return bool(_ARM.fullmatch(match_view(measure)))


def is_anybodys(treatment: Fact, lexicon: Lexicon | None) -> bool:
    """Whether a treatment is told by its kind alone, in a study that nobody could name."""
    unknown = treatment.study is not None and not is_identified(treatment.study)
    return unknown and is_of_a_kind(treatment, lexicon)


def is_bare_control(fact: Fact) -> bool:
    """Whether the patients who were compared with are told to be just that (`基础干预对照组`)."""
    return bool(_BARE_CONTROL.fullmatch(match_view(fact.value).strip()))


def together(slot: str, group: Sequence[Fact], words: Words) -> Joined:
    """Findings without numbers, as one answer."""
    return Joined(_as(group, slot, words.found(group)), tuple(group), ())


def changed(group: Sequence[Fact], words: Words) -> Joined:
    """What went the same way, as one answer; with the time and the words for how, where they share them."""
    turned = [one for fact in group if (one := words.turned(fact))]
    alike = {(one.subject, one.measure) for one in turned}
    how = turned[0].measure if len(alike) == 1 else min(map(bare_change, group), key=len)
    whose = turned[0].subject if len(alike) == 1 else arm_of(turned[0].subject)
    fact = replace(_as(group, "changed", words.listed(group)), subject=whose, measure=how)
    return Joined(fact, tuple(group), ())


def treated(told: Sequence[Fact], words: Words, lexicon: Lexicon | None) -> Iterator[tuple[Joined, ...]]:
    """The treatment, with who of all got it, how and how often; it may carry what stands in brackets."""
    first = {fact.slot: fact for fact in reversed(told)}
    fact = next((first[slot] for slot in TREATED if slot in first and not is_practice(first[slot])), None)
    if fact is None or is_any_treatment(fact, lexicon):
        return
    study = fact.study
    if study is None or study.get("kind") != "trial":
        yield (single(fact),)
        return
    told_of = [first[slot] for slot in (_GIVEN if words.is_chinese else _GIVEN_EN) if slot in first]
    given = [
        one
        for one in told_of
        if words.plain(one) not in fact.value
        and not any(words.plain(one) in words.plain(other) for other in told_of if other is not one)
    ]
    arm = _only_arm(told, fact)
    shown = [replace(arm, value=words.part(arm, study.get("n"))), *given] if arm else given
    parts = (fact, *((arm,) if arm else ()), *given)
    if given or arm:
        hidden = tuple(part.slot for part in parts if part is not arm)
        value = words.with_aside(fact.value, shown)
        slot = "regimen" if given else fact.slot  # how they were treated is more than with what
        yield (Joined(_as(parts, slot, value), parts, hidden, answer=fact.value), single(fact))
    elif not is_anybodys(fact, lexicon) and is_findable(study):
        yield (single(fact),)


def _only_arm(told: Sequence[Fact], treatment: Fact) -> Fact | None:
    """Those of a study's patients who are told to have got the treatment, where no other arm got it too."""
    given = match_view(treatment.value)
    arms = [fact for fact in told if fact.slot == "arm" and given in match_view(fact.measure)]
    known = treatment.study is not None and treatment.study.get("n")
    return arms[0] if known and len(arms) == 1 else None


def first_found(told: Sequence[Fact], words: Words) -> Iterator[tuple[Joined, ...]]:
    """What a paper found first, behind which its title can stand."""
    found = [fact for fact in told if fact.slot in RESULTS and not words.counts_some(fact)]
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
