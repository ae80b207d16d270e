"""How much each of several things has of something, asked of all at once: which of them has the most.

`极强` of one row says nothing without the others: whoever knows the thing may as well say `强`. What these
have stands in brackets behind the answer, where no choice between several answers asks for it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sctui.decks.asking import ASKED_OF_ALL, Asking
from sctui.decks.candidate import Candidate
from sctui.decks.cells import thing
from sctui.decks.claim_faults import GUESSED
from sctui.decks.forms import Alternatives
from sctui.decks.rubric import Refusal
from sctui.decks.scales import extreme, step
from sctui.decks.split_list import at_each_comma
from sctui.decks.templates import constant
from sctui.decks.wording import small
from sctui.model.fact import Fact, FactKind
from sctui.model.language import Language
from sctui.text.match_view import match_view

_DEGREE = "cell-degree"
_MOST, _EACH, _BEST_FOR = ASKED_OF_ALL
# what each row is best for; of a thing by itself there is more to tell
_MERIT = re.compile("(?:主要|核心|最大|突出)的?(?:优势|优点|长处)")
_PAIR = 2
_BRACKET = re.compile(r"\s*[(（][^()（）]*[)）]")
_FROM = "cells from "
_GLOSSED = re.compile(r"[^\u3400-\u9fff]+[(（](?P<zh>[\u3400-\u9fff]{2,})[)）]")
# what names of things may have in common at their end
_COMMON = re.compile(r"来源|间充质|造血|干细胞|细胞|外泌体|囊泡|移植|疗法|(?<![a-z-])mscs?$")


def with_ranks(candidates: Sequence[Candidate], asking: Asking) -> tuple[list[Candidate], list[Refusal]]:
    """The candidates, with one question for all bare degrees of a column; and what is no question alone.

    A degree that is chosen among others, which go another way, stays as it is. So does a column that has more
    behind its degrees (`高（无创）`).
    """
    columns: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for one in candidates:
        fact = one.fact
        if fact.kind is FactKind.COMPARISON and fact.slot.startswith("cell") and not one.parts:
            columns[match_view(fact.measure), match_view(fact.context)].append(one)
    alternatives = Alternatives(candidates, asking.lexicon)
    made: dict[int, Candidate] = {}
    gone: dict[int, Refusal | None] = {}
    for column in columns.values():
        made |= {id(one): turned for one in column if (turned := _by_merit(one, asking))}
        bare = [one for one in column if _is_bare(one)]
        if any(map(_is_explained, column)):
            continue
        weak = [one for one in bare if not alternatives.options(one)]
        whole, taken = _of_all(column, weak, asking)
        gone |= {id(one): _refusal(one) for one in weak} | {id(one): None for one in taken}
        if whole:
            made[id(taken[0])] = whole
    kept = [made.get(id(one), one) for one in candidates if id(one) in made or id(one) not in gone]
    return kept, [refusal for refusal in gone.values() if refusal]


def _by_merit(one: Candidate, asking: Asking) -> Candidate | None:
    """Which row has the merits that its cell tells; None where the column tells no merits."""
    fact = one.fact
    if not _MERIT.fullmatch(match_view(fact.measure).strip()):
        return None
    asked = f"{fact.measure}是{at_each_comma(fact.value)}"
    told = asking.candidate(
        replace(fact, slot=_BEST_FOR, measure=asked, value=fact.subject, answer=None, items=())
    )
    return replace(told, origin=one.origin, parts=one.found) if isinstance(told, Candidate) else None


def _is_bare(one: Candidate) -> bool:
    return one.fact.slot == _DEGREE and step(one.fact.value) is not None


def _is_explained(one: Candidate) -> bool:
    """Whether a degree has more behind it, by which it can be asked alone."""
    bare = _BRACKET.sub("", one.fact.value)
    return one.fact.slot == _DEGREE and bare != one.fact.value and step(bare) is not None


def _refusal(one: Candidate) -> Refusal:
    return Refusal(GUESSED, one.fact.kind, one.questions[0].front, one.fact.evidence.line)


def _of_all(
    column: Sequence[Candidate], weak: Sequence[Candidate], asking: Asking
) -> tuple[Candidate | None, list[Candidate]]:
    """One question for a column, and the candidates whose facts it asks for; None where none can be asked."""
    found = extreme([one.fact.value for one in column])
    alike = len({thing(one.fact.subject) for one in column}) < len(column)
    if found is None or alike or (len(column) == _PAIR and len(weak) < _PAIR):
        return None, []
    rows = _Rows(column, asking.document.language)
    if len(column) == _PAIR:
        return _asked(rows.of_each(), weak, asking)
    best = [column[at] for at in found.places]
    others = [one for one in weak if one not in best]
    made, taken = _asked(rows.of_most(best, found.most, others), [*best, *others], asking)
    return (made, taken) if made else _asked(rows.of_most(best, found.most, ()), best, asking)


def _asked(
    fact: Fact, taken: Sequence[Candidate], asking: Asking
) -> tuple[Candidate | None, list[Candidate]]:
    made = asking.candidate(fact)
    if not isinstance(made, Candidate):
        return None, []
    parts = tuple(part for one in taken for part in one.found)
    flags = tuple(dict.fromkeys(flag for one in taken for flag in one.flags))
    return replace(made, parts=parts, flags=flags), list(taken)


class _Rows:
    """The rows of a column by their names, of which what all have in common stands once in a list."""

    def __init__(self, column: Sequence[Candidate], language: Language) -> None:
        self._column, self._chinese = column, language.is_chinese
        self._colon, self._semicolon = ("：", "；") if self._chinese else (": ", "; ")
        self._rest = constant("其余", language) if self._chinese else "the others"
        names = [_name(one) for one in column]
        self._begin, self._end = ("", _shared_end(names)) if self._chinese else (_shared_begin(names), "")
        self._heads = {
            id(one): name.removeprefix(self._begin).removesuffix(self._end)
            for one, name in zip(column, names, strict=True)
        }

    def of_each(self) -> Fact:
        """What each of two rows has."""
        told = (f"{self._heads[id(one)]}{self._colon}{self._value(one)}" for one in self._column)
        return self._fact(_EACH, self._column[0].fact.measure, self._semicolon.join(told))

    def of_most(self, best: Sequence[Candidate], most: str, others: Sequence[Candidate]) -> Fact:
        """Which rows have most, by the word for that; in brackets how much that is, and what others have."""
        measure, how = best[0].fact.measure, most or self._value(best[0])
        most_of = f"{'the ' if most else ''}{how} {small(measure)}"
        asked = f"{measure}{how}" if self._chinese else most_of  # `增殖能力最强`
        name = best[0].fact.subject if len(best) == 1 else self._listed(best)
        told = self._semicolon.join((*([self._value(best[0])] if most else []), *self._told(best, others)))
        opened, closed = ("（", "）") if self._chinese else (" (", ")")
        return self._fact(_MOST, asked, f"{name}{opened}{told}{closed}" if told else name)

    def _told(self, best: Sequence[Candidate], others: Sequence[Candidate]) -> Iterator[str]:
        values: dict[str, list[Candidate]] = defaultdict(list)
        for one in others:
            values[self._value(one)].append(one)
        for value, group in values.items():
            all_others = 1 < len(group) == len(self._column) - len(best)
            heads = self._joined([self._heads[id(one)] for one in group])
            yield f"{self._rest if all_others else heads}{self._colon}{value}"

    def _fact(self, slot: str, measure: str, value: str) -> Fact:
        subject = self._listed(self._column)
        first = self._column[0].fact
        return replace(first, slot=slot, subject=subject, measure=measure, value=value, answer=None, items=())

    def _listed(self, ones: Sequence[Candidate]) -> str:
        return f"{self._begin}{self._joined([self._heads[id(one)] for one in ones])}{self._end}"

    def _joined(self, names: Sequence[str]) -> str:
        comma, last = ("、", "和") if self._chinese else (", ", " and ")
        return last.join(filter(None, (comma.join(names[:-1]), names[-1])))

    def _value(self, one: Candidate) -> str:
        return one.fact.value if self._chinese else one.fact.value.lower()


def _name(one: Candidate) -> str:
    """The name of a thing without what stands in brackets behind it; the Chinese one of two."""
    name = small(one.fact.subject)
    bare, glossed = _BRACKET.sub("", name).strip(), _GLOSSED.fullmatch(name)
    return glossed["zh"] if glossed else bare or name


def _shared_end(names: Sequence[str]) -> str:
    ends = (names[0][found.start() :] for found in _COMMON.finditer(match_view(names[0])))
    return next((end for end in ends if all(name.endswith(end) and name != end for name in names)), "")


def _shared_begin(names: Sequence[str]) -> str:
    return _FROM if all(name.startswith(_FROM) for name in names) else ""
