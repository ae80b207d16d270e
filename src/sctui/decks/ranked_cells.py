"""How much each of several things has of something, asked of all at once: which of them has the most.

`极强` of one row says nothing without the others: whoever knows the thing may as well say `强`. What these
have stands in brackets behind the answer, where no choice between several answers asks for it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from sctui.decks.asking import ASKED_OF_ALL, Asking
from sctui.decks.candidate import Candidate
from sctui.decks.cells import thing
from sctui.decks.claim_faults import GUESSED
from sctui.decks.forms import Alternatives
from sctui.decks.rubric import Refusal
from sctui.decks.scales import extreme, step
from sctui.decks.templates import constant
from sctui.decks.wording import small
from sctui.model.fact import FactKind
from sctui.model.language import Language
from sctui.text.match_view import match_view

_DEGREE = "cell-degree"
_MOST, _EACH = ASKED_OF_ALL
_PAIR = 2
_BRACKET = re.compile(r"\s*[(（][^()（）]*[)）]")
# what names of things may have in common at their end
_COMMON = re.compile(r"来源|间充质|造血|干细胞|细胞|(?<![a-z-])mscs?$")


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
    if len({thing(one.fact.subject) for one in column}) < len(column) or len(column) < _PAIR:
        return None, []
    language = asking.document.language
    found = extreme([one.fact.value for one in column])
    if found is None:
        return None, []
    best = [column[at] for at in found.places]
    others = [one for one in weak if one not in best]
    if len(column) == _PAIR:
        taken = [one for one in column if one in best or one in others]
        told = ("；" if language.is_chinese else "; ").join(map(_told(language), taken))
        fact = replace(taken[0].fact, slot=_EACH, subject=_listed(taken, language), value=told)
    else:
        taken = [*best, *others]
        how = found.most or best[0].fact.value
        value = f"{_answer(best, language)}{_aside(column, best, others, language, named=not found.most)}"
        measure = _asked(best[0].fact.measure, how, language, superlative=bool(found.most))
        fact = replace(
            best[0].fact, slot=_MOST, subject=_listed(column, language), measure=measure, value=value
        )
    if len(taken) < len(best) or (len(column) == _PAIR and len(taken) < _PAIR):
        return None, []
    made = asking.candidate(replace(fact, answer=None, items=()))
    if not isinstance(made, Candidate):
        return None, []
    parts = tuple(part for one in taken for part in one.found)
    flags = tuple(dict.fromkeys(flag for one in taken for flag in one.flags))
    return replace(made, parts=parts, flags=flags), taken


def _asked(measure: str, how: str, language: Language, *, superlative: bool) -> str:
    """What one thing has most of (`增殖能力最强`, `the highest proliferation`), or just so (`免疫原性低`)."""
    if language.is_chinese:
        return f"{measure}{how}"
    article = "the " if superlative else ""
    return f"{article}{how.lower()} {small(measure)}"


def _answer(best: Sequence[Candidate], language: Language) -> str:
    return best[0].fact.subject if len(best) == 1 else _listed(best, language)


def _aside(
    column: Sequence[Candidate],
    best: Sequence[Candidate],
    others: Sequence[Candidate],
    language: Language,
    *,
    named: bool,
) -> str:
    """What stands behind the answer: its own degree, unless the question says it, and those of the others."""
    values: dict[str, list[Candidate]] = defaultdict(list)
    for one in others:
        values[one.fact.value if language.is_chinese else one.fact.value.lower()].append(one)
    own = best[0].fact.value if language.is_chinese else best[0].fact.value.lower()
    told = [] if named else [own]
    rest = "其余" if language.is_chinese else "the others"
    colon, comma = ("：", "；") if language.is_chinese else (": ", "; ")
    for value, group in values.items():
        all_others = len(group) == len(column) - len(best) and len(group) > 1
        names = constant(rest, language) if all_others else _listed(group, language)
        told.append(f"{names}{colon}{value}")
    if not told:
        return ""
    return f"（{comma.join(told)}）" if language.is_chinese else f" ({comma.join(told)})"


def _told(language: Language) -> Callable[[Candidate], str]:
    colon = "：" if language.is_chinese else ": "
    return lambda one: f"{_name(one)}{colon}{one.fact.value}"


def _name(one: Candidate) -> str:
    return _BRACKET.sub("", one.fact.subject).strip()


def _listed(ones: Sequence[Candidate], language: Language) -> str:
    """The names of things as one list; what all end with stands once (`脐带、羊膜和脂肪来源MSCs`)."""
    names = [_name(one) for one in ones]
    if not language.is_chinese:
        return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    ends = (names[0][found.start() :] for found in _COMMON.finditer(match_view(names[0])))
    shared = next((end for end in ends if all(n.endswith(end) and n != end for n in names)), "")
    heads = [name.removesuffix(shared) for name in names]
    return "和".join(filter(None, ("、".join(heads[:-1]), heads[-1]))) + shared
