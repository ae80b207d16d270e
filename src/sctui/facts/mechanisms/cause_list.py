"""Long lists of causes: `病因包括A(例如a、b)、C以及D、E和F等G`; each kind of cause is a claim of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sctui.facts.mechanisms.claim import Claim
from sctui.facts.mechanisms.connectives import skip_connectives
from sctui.facts.mechanisms.fitting import HEDGE
from sctui.facts.mechanisms.noun_phrase import is_noun_phrase
from sctui.facts.mechanisms.passage import Passage
from sctui.text.brackets import depths
from sctui.text.enumeration import members

_LIST = re.compile(
    r"(?P<m>病因|诱因|(?:危险|风险|致病|发病|影响|局部)因素|发病原因|主要原因|多种因素(?:共同)?(?:引起|导致|所致))"
    r"(?:主要)?(?:复杂|多样|多种多样)?,?(?:主要|常见的?)?(?:包括|有|为)(?P<v>[^,;。]{4,160}?)"
    r"(?:等(?:多种)?(?:因素|原因)?)?(?=[,;。]|$)"
)
# `A、B和C是D的主要危险因素`: asked of D
_RISKS = re.compile(
    r"(?<![^。;\s])(?P<v>[^,;。:是]{4,40})(?:都|均)?是(?:导致|引起)?(?P<d>[^,;。:的]{2,16})的?(?:主要|重要|常见|已知)?的?"
    r"(?P<m>(?:危险|致病|风险|发病)因素|病因|诱因)(?=[,;。]|$)"
)
_EXAMPLES = re.compile(r"^(?P<name>[^()]{2,12})\((?:例如|如|比如|包括)(?P<v>[^()]{2,40})\)$")
_GROUP = re.compile(r"^(?P<v>[^()]{2,40})等(?P<name>[^()的]{2,8})$")
_NEAR = 24  # characters before the list
_POINTS = re.compile(r"[其这该此它]")
# one of a list of which some are known
_PLAIN = re.compile(r"[\u3400-\u9fff]{2,9}(?:/[\u3400-\u9fff]{2,8})?")
_LONGEST_MEMBER = 16
_FEW = 3
_MEASURE = re.compile("(?:因|因素|原因)$")
_JOIN = re.compile(r"以及|、")
_REPEATED = re.compile(r"^(?P<v>.+[A-Za-z0-9])(?P<tail>[\u3400-\u9fff]{2,6})$")


def read_cause_list(passage: Passage, disease: str, start: int, end: int) -> Iterator[Claim]:
    """The claims of a list of causes between two columns; none when there is no list, or no known disease.

    The disease that the sentence names before its list goes before `disease`.
    """
    yield from _risks(passage, start, end)
    found = _LIST.search(passage.view[start:end])
    if found is None:
        return
    at = start + found.start()
    clause = max(start, *(passage.view.rfind(mark, start, at) + 1 for mark in ",;"))
    here = [passage.line.text[m.start : m.end] for m in passage.named_diseases(clause, at)]
    told = [passage.line.text[m.start : m.end] for m in passage.named_diseases(start, clause)]
    disease = here[-1] if here else told[0] if told else disease  # `X是一种慢性肝病,病因包括…`: of X
    if not disease:
        return
    evidence = (_beginning(passage, start, start + found.start()), start + found.end())
    flags = ("hedged",) if HEDGE.search(passage.view, evidence[0], start + found.start("v")) else ()
    parts = list(_parts(passage, start + found.start("v"), start + found.end("v")))
    plain = bool(passage.entities(start + found.start("v"), start + found.end("v"))) or all(
        _PLAIN.fullmatch(passage.view[slice(*part)]) for part in parts
    )
    if 1 < len(parts) <= _FEW and all(_PLAIN.fullmatch(passage.view[slice(*part)]) for part in parts):
        value = (parts[0][0], parts[-1][1])  # few enough for one answer
        names = tuple(passage.line.text[slice(*part)] for part in parts)
        measure = passage.line.text[start + found.start("m") : start + found.end("m")]
        measure = measure if _MEASURE.search(found["m"]) else ""
        yield Claim("cause", disease, value, evidence, measure, names, flags)
        return
    if plain and len(parts) > _FEW and not any(_kind(passage.view[slice(*part)]) for part in parts):
        value = (parts[0][0], parts[-1][1])
        yield Claim("cause-among", disease, value, evidence, "", _names(passage, parts), flags)
        return
    for left, right in parts:
        part = passage.view[left:right]
        kind = _kind(part)
        slot, measure, value = "cause-among", "", (left, right)
        if kind:
            slot, measure = "cause-of-kind", passage.line.text[left:right][slice(*kind.span("name"))]
            value = (left + kind.start("v"), left + _end(part, kind, measure))
        elif not is_noun_phrase(passage, left, right) and not (plain and _PLAIN.fullmatch(part)):
            continue
        names = members(passage.line.text[slice(*value)])
        yield Claim(slot, disease, value, evidence, measure, names if len(names) > 1 else (), flags)


def _kind(part: str) -> re.Match[str] | None:
    """The class of causes that a member of a list gives examples of."""
    return _EXAMPLES.match(part) or _GROUP.match(part)


def _names(passage: Passage, parts: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    return tuple(passage.line.text[slice(*part)] for part in parts)


def _beginning(passage: Passage, start: int, at: int) -> int:
    """Where the clause that names the list begins, when that is near and points at nothing before it."""
    left = max((passage.view.rfind(mark, start, at) for mark in ",;。:"), default=-1)
    left = skip_connectives(passage, max(start, left + 1), at)
    return left if at - left <= _NEAR and not _POINTS.search(passage.view, left, at) else at


def _end(part: str, kind: re.Match[str], measure: str) -> int:
    """The end of the examples; a class repeated behind them (`FMR1和FOXL2基因突变`) is left out."""
    tail = _REPEATED.match(part[slice(*kind.span("v"))])
    return kind.start("v") + tail.end("v") if tail and len(tail["tail"]) <= len(measure) else kind.end("v")


def _parts(passage: Passage, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The members of the outer list; what `等` closes into a group stays together from the last `以及`."""
    view = passage.view[start:end]
    nested = depths(view)
    joins = [j for j in _JOIN.finditer(view) if not nested[j.start()]]
    grouped = max((j.start() for j in joins if j.group() == "以及"), default=-1)
    at = 0
    for join in joins:
        if 0 <= grouped < join.start() and "等" in view[grouped:]:
            continue
        yield start + at, start + join.start()
        at = join.end()
    yield from _last(view, start, at)


def _last(view: str, start: int, at: int) -> Iterator[tuple[int, int]]:
    """The last two members (`D和E`), which a conjunction joins; a class with its examples stays whole."""
    rest = view[at:]
    names = members(rest)
    if (
        len(names) < 2
        or _EXAMPLES.match(rest)
        or _GROUP.match(rest)
        or max(map(len, names)) > _LONGEST_MEMBER
    ):
        yield start + at, start + len(view)
        return
    for name in names:
        left = view.index(name, at)
        yield start + left, start + left + len(name)
        at = left + len(name)


def _risks(passage: Passage, start: int, end: int) -> Iterator[Claim]:
    """Several things that are told as the causes of a disease."""
    found = _RISKS.search(passage.view, start, end) if "因" in passage.view[start:end] else None
    listed = members(passage.line.text[slice(*found.span("v"))]) if found else ()
    ill = list(passage.named_diseases(*found.span("d"))) if found else []
    if found and len(listed) > 1 and ill and (ill[0].start, ill[-1].end) == found.span("d"):
        subject = passage.line.text[slice(*found.span("d"))]
        yield Claim("cause", subject, found.span("v"), found.span(), found["m"], listed)
