"""In which form a question is asked: typed as a number, chosen among others, or in both directions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sctui.decks.candidate import Candidate
from sctui.decks.cells import is_of_several
from sctui.decks.identity import digest
from sctui.decks.rubric.measure import is_longer, length
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.lexicon.words import Words
from sctui.model.fact import Fact, FactKind
from sctui.text import literal
from sctui.text.enumeration import members
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN
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
            "dose_of",
            "volume",
            "course",
            "interval",
            "doses",
        ),
        *(
            "followup",
            "followup_primary",
            "outcome",
            "change",
            "share",
            "share_of",
            "count",
            "count_of",
            "duration",
            "age",
        ),
        *("measure", "gap"),
    }
)
_EXACT = frozenset({"year", "year_told", "groups", "doses", "dose", "dose_of", "volume", "interval"})
_ALTERNATIVES = frozenset({"route", "regulator", "country", "design", "phase", "comparator"})
_ROUGH = re.compile(
    r"约|近|超过|高达|多达|至少|[多余]|以上|左右|不足|about|around|over|more than|up to|at least|nearly"
)
_LEAD = re.compile(
    r"(?:约为?|约有|大约|近|超过|高达|多达|平均|长达|至少|不足|每|每剂量|[a-z]+\s|\s)*[-+<>≥≤~]?"
)
_GIVING = r"联合|临床|治疗|注射|输注|给药|infusions?|injections?|treatment|<:giving>"
_INTO_A_PLACE = "(?<=[腔脉鞘肌皮脑])[内下]?(?:输注|滴注|注射|给药|<:giving.zh>)"
_LATIN = re.compile("[A-Za-z]{2,}")
_OUT = 2  # times as long, or as short, as all others
_DIGIT = re.compile(r"\d")
_DEGREE, _HOW = "cell-degree", ("cell-how", "cell-taken")
# how far a degree goes: `极强` and `强` cannot be told apart by who knows the one
_HOW_FAR = re.compile(
    r"极其|非常|相对|极|很|较|最|更|\b(?:very|extremely|relatively|moderately|more|most) |er$|est$"
)
_BRACKETED = re.compile(r"\(.*?\)|（.*?）|[\s,，。;；]")
_ASIDE = re.compile(r"[(（][^()（）]+[)）]$")
_LONGEST_UNIT, _LONGEST_OPTION = 12, 20
_SMALL = 100  # a count up to this is remembered exactly
_WRONG = 3  # wrong answers offered
FEWEST = 2


def tolerance(fact: Fact, back: str) -> str:
    """How far off a typed number may be; empty when the answer is no number to type."""
    if fact.kind not in (FactKind.TRIAL, FactKind.FIGURE) or fact.slot not in _NUMBERED:
        return ""
    number, view = read_number(back), match_view(back)
    start = literal.search(r"\d|[一二两三四五六七八九十百千]", view)
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


@dataclass(frozen=True, slots=True)
class _Said:
    """What an answer says: its words that matter, those of its members, the terms it names; or `little`."""

    core: str
    members: frozenset[str]
    named: frozenset[tuple[TermKind, str]]
    little: bool


class Alternatives:
    """The answers that other facts give to the same column or slot, as wrong answers for a choice.

    Args:
        candidates: all of the document's.
        lexicon: knows which two answers are names of one thing.
    """

    def __init__(self, candidates: Iterable[Candidate], lexicon: Lexicon | None = None) -> None:
        self._lexicon, self._words = lexicon, lexicon.words if lexicon else Words(())
        # the answers of each column, each once, with those whose they are
        self._answers: dict[tuple[str, ...], dict[str, set[str]]] = defaultdict(dict)
        self._said: dict[str, _Said] = {}
        for candidate in candidates:
            for fact, back in _answered(candidate):
                if key := _column(fact):
                    self._answers[key].setdefault(back, set()).add(_owner(fact))

    def options(self, candidate: Candidate) -> tuple[str, ...]:
        """Wrong answers for a candidate, never one that is right as well; none when there are too few.

        Which are taken depends on the question alone: single things before lists, then those about as long as
        the answer, so that its length does not give it away.
        """
        fact, back = candidate.fact, candidate.questions[0].back
        key = _column(fact)
        if not key or candidate.questions[0].is_gap or is_longer(back, _LONGEST_OPTION):
            return ()
        answers, owner = self._answers[key], _owner(fact)
        right = dict.fromkeys((back, *(answer for answer, owners in answers.items() if owner in owners)))
        found: dict[str, str] = {}
        for option in answers:
            long = is_longer(option, _LONGEST_OPTION)
            if not long and not any(self._alike(option, answer) for answer in right):
                found.setdefault(match_view(option), option)
        if fact.slot == _DEGREE:
            ways = {_way(option): option for option in reversed(found.values())}  # one that goes each way
            found = {match_view(one): one for way, one in reversed(ways.items()) if way != _way(back)}
        question = match_view(candidate.questions[0].front)

        def order(option: str) -> tuple[int, int, str]:
            far = abs(length(option) - length(back)) // 4
            return len(members(option)), far, digest(f"{question}\x1f{option}", 8)

        ranked = sorted(found.values(), key=order)
        chosen = self._apart(ranked)
        if _ASIDE.search(back) and all(map(_ASIDE.search, chosen)):
            return ()  # what stands in brackets behind each tells which row it is of
        others = {o for owners in answers.values() for o in owners} - {owner}
        own = self._signs(owner).difference(*map(self._signs, others))
        if not own.isdisjoint(set(match_view(back)) - set(match_view("".join(chosen)))):
            return ()  # the answer alone has a sign of its row's name (`脂肪`: `抽脂`)
        if _stands_out(back, chosen[:_WRONG]):
            return ()
        return tuple(chosen[:_WRONG]) if len(chosen) >= FEWEST else ()

    def _signs(self, owner: str) -> set[str]:
        """The characters of a row's name, and of the full names of the short forms in it."""
        named = self._lexicon.mentions(owner) if self._lexicon else ()
        full = "".join(match_view(mention.term.zh) for mention in named if owner[mention.start].isascii())
        return set(HAN.findall(owner + full))

    def _apart(self, options: Sequence[str]) -> list[str]:
        """The options without those that say the same as one before."""
        kept: list[str] = []
        for option in options:
            if not any(self._alike(option, other) for other in kept):
                kept.append(option)
        return kept

    def _alike(self, option: str, answer: str) -> bool:
        """Whether two options say the same, by their words or by the terms that they name."""
        one, other = self._of(option), self._of(answer)
        if _could_be(one, other):
            return True
        return bool(one.named and other.named) and (one.named <= other.named or other.named <= one.named)

    def _of(self, text: str) -> _Said:
        """What an answer says; each is held against many."""
        if text not in self._said:
            words, mentions = self._words, self._lexicon.mentions(text) if self._lexicon else ()
            self._said[text] = _Said(
                _core(text, words),
                frozenset(_core(part, words) for part in members(text)),
                frozenset((mention.term.kind, mention.term.key) for mention in mentions),
                _says_little(text, words),
            )
        return self._said[text]


def _stands_out(back: str, options: Sequence[str]) -> bool:
    """Whether the answer alone is of its length, has so many members, or is in Latin letters, or is not."""
    sizes = sorted(map(length, options))
    if sizes and not sizes[0] <= _OUT * length(back) <= _OUT * _OUT * sizes[-1]:
        return True
    forms = ((len(members(text)), bool(_LATIN.search(text))) for text in (back, *options))
    counts, letters = zip(*forms, strict=True)
    return counts[0] not in counts[1:] or letters[0] not in letters[1:] if options else False


def _way(degree: str) -> str:
    """Which way a degree goes, however far."""
    return _HOW_FAR.sub("", _BRACKETED.sub(" ", match_view(degree)).strip()).strip()


def _answered(candidate: Candidate) -> Iterator[tuple[Fact, str]]:
    """A fact with its answer; of a column that is asked of all at once, those of its cells."""
    if candidate.fact.kind is FactKind.COMPARISON and candidate.parts:
        yield from ((part, part.value) for part in candidate.parts)
    else:
        yield candidate.fact, candidate.questions[0].back


def _column(fact: Fact) -> tuple[str, ...]:
    """What facts have in common whose answers could stand for each other."""
    if fact.kind is FactKind.COMPARISON and fact.slot.startswith("cell") and not is_of_several(fact):
        if fact.slot in _HOW:
            return ()  # how cells are got follows from the place they come from
        return (fact.slot, match_view(fact.measure), match_view(fact.context))
    if fact.kind is FactKind.TRIAL and fact.slot in _ALTERNATIVES and fact.study:
        return (fact.slot, fact.study.get("kind"))
    return ()


def _owner(fact: Fact) -> str:
    return fact.study.key if fact.study else match_view(fact.subject)


def _could_be(option: _Said, answer: _Said) -> bool:
    """Whether an option is right too, wholly or in part: it says the answer, or shares a member with it."""
    one, other = option.core, answer.core
    if one == other or option.little or answer.little:
        return True
    if min(len(one), len(other)) > 1 and (one in other or other in one) and not _DIGIT.search(one + other):
        return True
    return not option.members.isdisjoint(answer.members)


def _core(text: str, words: Words) -> str:
    """The words that matter: `输注`, `滴注` and `注射` into one place are one way of giving."""
    bare = _BRACKETED.sub("", match_view(text))
    return words.pattern(_INTO_A_PLACE).sub("注射", bare)


def _says_little(text: str, words: Words) -> bool:
    """Whether it is a word for any way to give a treatment, which every other way is as well."""
    return not words.pattern(_GIVING).sub("", match_view(text)).strip()
