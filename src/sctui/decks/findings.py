"""Which findings of a study one question asks for: all at once where it is little."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sctui.decks.foregone import is_foregone, says_no_harm
from sctui.decks.joined_words import Words
from sctui.decks.results import CHANGES, FIGURES, JUDGED
from sctui.decks.torn import is_torn
from sctui.decks.turned import arm_of, way_of
from sctui.decks.vague import is_vague
from sctui.lexicon.lexicon import Lexicon
from sctui.model.fact import Fact
from sctui.text.match_view import match_view

_AND_SO_ON = re.compile("等.{0,8}(?:疾病|[病症癥])$")  # the diseases that a study is named by, told once more
_TURNED = frozenset({"change_word", "state_change"})
BY_THEMSELVES = {"effect": "effects", "safety": "safety"}  # findings of one slot, and as what they are asked
GUESSED = "guessed"  # no slot of a question
_MOST_ALIKE, _LONGEST_LIST = 3, 56  # things that changed in one way, and characters of them
_OPEN_END = re.compile("等$")
_MOST = 3  # findings that one answer tells
_LONGEST = 40  # characters of them


def findings(
    told: Sequence[Fact], words: Words, lexicon: Lexicon | None
) -> Iterator[tuple[str, Sequence[Fact]]]:
    """Changes, judgements and safety, for each question: its slot and findings.

    What anyone would guess (`safe and effective`, no serious adverse events) is told beside few other
    findings; else it is `GUESSED`, which no question asks for.
    """
    if not words.is_chinese:
        return
    plain = [fact for fact in told if "hedged" not in fact.flags and not is_torn(fact)]
    changes = [fact for fact in plain if fact.slot in CHANGES]
    judged = [fact for fact in plain if fact.slot in JUDGED]
    effects = [fact for fact in plain if fact.slot == "effect" and not is_vague(fact.value)]
    effects = [fact for fact in effects if not words.explains(fact)]
    safety = [fact for fact in plain if fact.slot == "safety" and not words.counts_some(fact)]
    if plain and not changes and not effects and not safety and plain[0].study:
        judged = [] if plain[0].study.get("kind") == "loose" else judged  # `safe and effective`, and no more
    all_ = _in_order(told, changes, judged, effects, safety)
    of_one = bool(plain) and plain[0].study is not None and plain[0].study.get("kind") == "case"
    numbers = any(fact.slot in FIGURES for fact in told) and not of_one  # no figure of a person is asked
    guessed = [fact for fact in all_ if _is_guessed(fact, words, lexicon)]
    news = [fact for fact in all_ if fact not in guessed]
    alone = len(news) == 1 and (_is_turned(news[0]) or news[0].slot == "effect")
    alone = alone or (len(all_) == 1 and _is_one_measure(all_[0], words))
    whole = next((group for group in (all_, news) if _tells(group, words)), ())
    if not numbers and news and not alone and whole:
        yield _asked_as(whole), whole
        guessed = [fact for fact in guessed if fact not in whole]
    else:
        yield from _apart([fact for fact in news if fact not in guessed], words, numbers=numbers, alone=alone)
    for fact in guessed:
        if not _AND_SO_ON.search(fact.value):
            yield GUESSED, (fact,)


def _asked_as(whole: Sequence[Fact]) -> str:
    """As what findings are asked: what treatment did, how safe it was, or what was found."""
    slots = {fact.slot for fact in whole}
    return BY_THEMSELVES.get(next(iter(slots)), "found") if len(slots) == 1 else "found"


def _apart(
    news: Sequence[Fact], words: Words, *, numbers: bool, alone: bool
) -> Iterator[tuple[str, Sequence[Fact]]]:
    """The questions for findings that are too many for one; a part of them is no answer to what was found."""
    changes = [fact for fact in news if fact.slot in CHANGES]
    judged = [fact for fact in news if fact.slot in JUDGED]
    effects = [fact for fact in news if fact.slot == "effect"]
    safety = [fact for fact in news if fact.slot == "safety"]
    alike = list(_alike(changes, words))
    yield from (("changed", group) for group in alike)
    groups: dict[str, Sequence[Fact]] = {} if numbers or alike else {"found": changes}
    both = _in_order(news, judged, effects)
    if judged and _tells(both, words):
        groups["concluded"] = both
    else:
        groups |= {"concluded": judged, "effects": effects if len(effects) > 1 else ()}
    if judged and safety and _is_agreed(judged[0]):
        groups = {"overall": [judged[0], *safety]}
    else:
        groups["safety"] = safety
    for slot, group in groups.items():
        if slot == "found" and len(group) == 1 and (_is_turned(group[0]) or alone):
            continue  # what changed so is the better question
        if _tells(group, words):
            yield slot, group


def _is_turned(fact: Fact) -> bool:
    """Whether of nobody's study what changed so is the better question than what was found."""
    return fact.slot in _TURNED and fact.study is not None and fact.study.get("kind") == "loose"


def _is_one_measure(fact: Fact, words: Words) -> bool:
    """Whether a change is asked for what changed, and does not tell which kind of patients it was seen in."""
    of_patients = match_view(fact.measure).startswith(("患者", "病人"))
    return fact.slot in _TURNED and not of_patients and words.turned(fact) is not None


def _is_agreed(fact: Fact) -> bool:
    """Whether experts agree on it, or studies of people pooled found it, which is worth knowing."""
    study = fact.study
    pooled = study is not None and study.get("work") == "meta-analysis" and fact.slot in JUDGED
    return study is not None and (study.get("kind") == "consensus" or pooled)


def _is_guessed(fact: Fact, words: Words, lexicon: Lexicon | None) -> bool:
    """Whether anyone would guess a finding: that it helps, or that it did no harm."""
    if _is_agreed(fact) and fact.slot != "effect":
        return False
    said, disease = words.found((fact,)), fact.study.get("condition") if fact.study else ""
    return says_no_harm(said) if fact.slot == "safety" else is_foregone(said, lexicon, disease)


def _alike(changes: Sequence[Fact], words: Words) -> Iterator[Sequence[Fact]]:
    """What went the same way in the same patients, which one question asks for."""
    groups: dict[tuple[str, int], list[Fact]] = defaultdict(list)
    for fact in changes:
        turned = words.turned(fact)
        if turned and not _OPEN_END.search(fact.measure):
            groups[arm_of(turned.subject), way_of(fact.value)].append(fact)
    for group in groups.values():
        if 1 < len(group) <= _MOST_ALIKE and len(words.listed(group)) <= _LONGEST_LIST:
            yield group


def _in_order(told: Sequence[Fact], *groups: Iterable[Fact]) -> list[Fact]:
    chosen = {id(fact) for group in groups for fact in group}
    return [fact for fact in told if id(fact) in chosen]


def _tells(group: Sequence[Fact], words: Words) -> bool:
    """Whether few enough findings are told, in few enough words."""
    return 0 < len(group) <= _MOST and len(words.found(group)) <= _LONGEST
