"""In which form a question is asked: typed as a number, chosen among others, or in both directions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from sctui.decks.asking import Candidate
from sctui.decks.cells import is_trait
from sctui.decks.identity import digest
from sctui.decks.rubric import length
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.words import Words
from sctui.model.fact import Fact, FactKind
from sctui.text.enumeration import members
from sctui.text.match_view import match_view
from sctui.text.typed_number import TypedNumber, read_number

# slots whose answers are numbers to remember; a registry number or a title is none
_NUMBERED = frozenset(
    {
        *(
            "year",
            "year_told",
            "n",
            "studies",
            "groups",
            "arm",
            "arm_of",
            "arm_size",
            "dose",
            "course",
            "interval",
            "doses",
        ),
        *("followup", "outcome", "change", "share", "share_of", "count", "count_of", "duration", "age"),
        *("measure", "gap"),
    }
)
_EXACT = frozenset({"year", "year_told", "groups", "doses", "dose", "interval"})
_ALTERNATIVES = frozenset({"route", "regulator", "country", "design", "phase", "comparator"})
_ROUGH = re.compile(
    r"约|近|超过|高达|多达|至少|[多余]|以上|左右|不足|about|around|over|more than|up to|at least|nearly"
)
_LEAD = re.compile(
    r"(?:约为?|约有|大约|近|超过|高达|多达|平均|长达|至少|不足|每|每剂量|[a-z]+\s|\s)*[-+<>≥≤~]?"
)
_GIVING = r"联合|临床|治疗|注射|输注|给药|infusions?|injections?|treatment|<:giving>"
_INTO_A_PLACE = "(?<=[腔脉鞘肌皮脑])[内下]?(?:输注|滴注|注射|给药|<:giving.zh>)"
_ASIDE = re.compile(r"[(（][^()（）]+[)）]$")
_LONGEST_UNIT, _LONGEST_OPTION = 12, 20
_SMALL = 100  # a count up to this is remembered exactly
_WRONG = 3  # wrong answers offered
_FEWEST = 2


def tolerance(fact: Fact, back: str) -> str:
    """How far off a typed number may be; empty when the answer is no number to type."""
    if fact.kind not in (FactKind.TRIAL, FactKind.FIGURE) or fact.slot not in _NUMBERED:
        return ""
    number, view = read_number(back), match_view(back)
    start = re.search(r"\d|[一二两三四五六七八九十百千]", view)
    if number is None or start is None or not _LEAD.fullmatch(view[: start.start()]):
        return ""
    if len(number.unit) > _LONGEST_UNIT and fact.slot != "dose":
        return ""
    return _tolerance(fact.slot, number, rough=bool(_ROUGH.search(view)))


def _tolerance(slot: str, number: TypedNumber, *, rough: bool) -> str:
    """Years, doses and small counts are remembered exactly, what the source says roughly less so."""
    if slot in _EXACT or number.unit.startswith("年"):
        return "0"
    if rough:
        return "10%"
    if number.unit == "%":
        return "2"
    return "0" if number.high <= _SMALL else "5%"


class Alternatives:
    """The answers that other facts give to the same column or slot, as wrong answers for a choice.

    Args:
        candidates: all of the document's.
        lexicon: knows which two answers are names of one thing.
    """

    def __init__(self, candidates: Iterable[Candidate], lexicon: Lexicon | None = None) -> None:
        self._lexicon, self._words = lexicon, lexicon.words if lexicon else Words(())
        self._answers: dict[tuple[str, ...], list[Candidate]] = defaultdict(list)
        for candidate in candidates:
            if key := _column(candidate.fact):
                self._answers[key].append(candidate)

    def options(self, candidate: Candidate) -> tuple[str, ...]:
        """Wrong answers for a candidate, never one that is right as well; none when there are too few.

        Which are taken depends on the question alone: single things before lists, then those about as long as
        the answer, so that its length does not give it away.
        """
        fact, back = candidate.fact, candidate.questions[0].back
        key = _column(fact)
        if not key or candidate.questions[0].is_gap or length(back) > _LONGEST_OPTION:
            return ()
        rows = self._answers[key]
        right = [back, *(one.questions[0].back for one in rows if _owner(one.fact) == _owner(fact))]
        found: dict[str, str] = {}
        for one in rows:
            option = one.questions[0].back
            if not any(self._alike(option, answer) for answer in right) and length(option) <= _LONGEST_OPTION:
                found.setdefault(match_view(option), option)
        question = match_view(candidate.questions[0].front)

        def order(option: str) -> tuple[int, int, str]:
            far = abs(length(option) - length(back)) // 4
            return len(members(option)), far, digest(f"{question}\x1f{option}", 8)

        ranked = sorted(found.values(), key=order)
        chosen = self._apart(ranked)
        if _ASIDE.search(back) and all(map(_ASIDE.search, chosen)):
            return ()  # what stands in brackets behind each tells which row it is of
        return tuple(chosen[:_WRONG]) if len(chosen) >= _FEWEST else ()

    def _apart(self, options: Sequence[str]) -> list[str]:
        """The options without those that say the same as one before."""
        kept: list[str] = []
        for option in options:
            if not any(self._alike(option, other) for other in kept):
                kept.append(option)
        return kept

    def _alike(self, option: str, answer: str) -> bool:
        """Whether two options say the same, by their words or by the terms that they name."""
        if _could_be(option, answer, self._words):
            return True
        if self._lexicon is None:
            return False
        named = [
            {(m.term.kind, m.term.key) for m in self._lexicon.mentions(text)} for text in (option, answer)
        ]
        return bool(named[0]) and (named[0] <= named[1] or named[1] <= named[0]) and bool(named[1])


def _column(fact: Fact) -> tuple[str, ...]:
    """What facts have in common whose answers could stand for each other."""
    if fact.kind is FactKind.COMPARISON and fact.slot.startswith("cell") and not is_trait(fact.measure):
        return ("cell", match_view(fact.measure), match_view(fact.context))
    if fact.kind is FactKind.TRIAL and fact.slot in _ALTERNATIVES and fact.study:
        return (fact.slot, fact.study.get("kind"))
    return ()


def _owner(fact: Fact) -> str:
    return fact.study.key if fact.study else match_view(fact.subject)


def _could_be(option: str, answer: str, words: Words) -> bool:
    """Whether an option is right too, wholly or in part: it says the answer, or shares a member with it."""
    one, other = _core(option, words), _core(answer, words)
    if one == other or _says_little(option, words) or _says_little(answer, words):
        return True
    if (
        re.search(r"\d", one + other) is None
        and min(len(one), len(other)) > 1
        and (one in other or other in one)
    ):
        return True
    return bool(
        {_core(part, words) for part in members(option)} & {_core(part, words) for part in members(answer)}
    )


def _core(text: str, words: Words) -> str:
    """The words that matter: `输注`, `滴注` and `注射` into one place are one way of giving."""
    bare = re.sub(r"\(.*?\)|（.*?）|[\s,，。;；]", "", match_view(text))
    return words.pattern(_INTO_A_PLACE).sub("注射", bare)


def _says_little(text: str, words: Words) -> bool:
    """Whether it is a word for any way to give a treatment, which every other way is as well."""
    return not words.pattern(_GIVING).sub("", match_view(text)).strip()
