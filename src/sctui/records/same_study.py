"""Whether two tellings are of one study: by its own number, or as enough agrees and nothing differs.

The rule is the design's: the same registry id; or enough of size, year, disease, product, dose, route and
site, and no contradiction in what matters. Text similarity has no say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from sctui.model.knowledge import Record

_ENOUGH = 2  # plain facets that agree beside size and disease; one more, one of them telling, without a size
# cells and donor are shared by too many studies to speak for one; they can only speak against it
_PLAIN = frozenset({"year", "tissue", "dose", "route", "phase", "site", "result", "author"})
_TELLING = frozenset({"dose", "result", "site", "author"})
UNIQUE = ("registry", "title", "brand")  # the same value is the same study
_CASE = "case"
_NOTHING: frozenset[str] = frozenset()
_LONG_TITLE = 10  # characters of a title that names one work


@dataclass(frozen=True)
class Identity:
    """The facets of a record, ready to be compared."""

    kind: str
    facets: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, record: Record) -> Identity:
        """The identity of a record."""
        facets: dict[str, set[str]] = {}
        for facet, value in record.identity:
            facets.setdefault(facet, set()).add(value)
        return cls(record.kind, {facet: frozenset(values) for facet, values in facets.items()})

    def get(self, facet: str) -> frozenset[str]:
        """The values of a facet; none when nothing is told."""
        return self.facets.get(facet, _NOTHING)

    @cached_property
    def blocks(self) -> tuple[tuple[str, ...], ...]:
        """Keys of which two records of one study share one: what need not be compared with all others."""
        return tuple(sorted(set(self._blocks())))

    def _blocks(self) -> Iterator[tuple[str, ...]]:
        for facet in UNIQUE:
            yield from ((facet, value) for value in self.get(facet))
        roots = {path.split("/")[0] for path in self.get("disease")}
        for facet in ("n", "case", *sorted(_TELLING)):
            for value in self.get(facet):
                yield from ((facet, value, root) for root in roots)


def same_study(a: Identity, b: Identity) -> bool:
    """Whether two tellings are of one study; symmetric."""
    if a.kind != b.kind or _disagree(a, b, "registry"):
        return False
    if _share(a, b, "registry") and a.kind != _CASE:
        return True
    if contradict(a, b):
        return False
    if _share(a, b, "title"):
        return True
    if a.kind == _CASE:
        return _share(a, b, "case") and _agrees(a, b, "disease")
    return _share(a, b, "brand") or enough_agrees(a, b)


def agreement(a: Identity, b: Identity) -> int:
    """How many facets agree; one that is a study's own counts more than all others."""
    return sum(_AGREES[facet] for facet in _COMPARED if _agrees(a, b, facet))


def enough_agrees(a: Identity, b: Identity) -> bool:
    """Whether what agrees is enough to take two tellings for one study."""
    agreed = {facet for facet in _COMPARED if _agrees(a, b, facet)}
    plain = agreed & _PLAIN
    if "disease" not in agreed:
        return False
    if "n" in agreed:
        return len(plain) >= _ENOUGH
    return {"author", "year"} <= agreed or (len(plain) > _ENOUGH and bool(plain & _TELLING))


def contradictions(a: Identity, b: Identity) -> tuple[str, ...]:
    """The facets in which two tellings cannot both be true of one study."""
    return tuple(facet for facet in _COMPARED if _disagree(a, b, facet))


def contradict(a: Identity, b: Identity) -> bool:
    """Whether two tellings cannot be of one study, as `contradictions` says."""
    return any(_disagree(a, b, facet) for facet in _COMPARED)


def _share(a: Identity, b: Identity, facet: str) -> bool:
    common = a.get(facet) & b.get(facet)
    return bool(common) if facet != "title" else any(len(title) >= _LONG_TITLE for title in common)


def _agrees(a: Identity, b: Identity, facet: str) -> bool:
    ours, theirs = a.get(facet), b.get(facet)
    if not ours or not theirs:
        return False
    if not ours.isdisjoint(theirs):  # each way to compare holds of equal values
        return True
    fits = _COMPARED[facet]
    return fits is not _equal and any(fits(x, y) for x in ours for y in theirs)


def _disagree(a: Identity, b: Identity, facet: str) -> bool:
    """Both tell the facet, comparably, and nothing in it agrees."""
    if facet in _NEVER_CONTRADICT or not (a.get(facet) and b.get(facet)) or _agrees(a, b, facet):
        return False
    if facet == "dose":  # per kilogram and in all are two things to say
        return bool({_unit(x) for x in a.get(facet)} & {_unit(y) for y in b.get(facet)})
    return True


def _unit(dose: str) -> str:
    return "ml" if dose.endswith("ml") and "/" not in dose else dose.partition("/")[2]


def _equal(a: str, b: str) -> bool:
    return a == b


def _one_above(a: str, b: str) -> bool:
    """Whether one disease is the other, or a kind of it."""
    short, long = sorted((a.split("/"), b.split("/")), key=len)
    return short[-1] in long


def _within(a: str, b: str) -> bool:
    return a in b or b in a


# hospitals are named in many ways, results and titles told in part: they agree, and never contradict
_NEVER_CONTRADICT = frozenset({"site", "result", "title"})
# facets in which two records with nothing in common contradict each other, the most varied first
TOLD_APART = ("year", "n", "tissue", "route", "donor", "phase", "cell", "author")
_COMPARED: dict[str, Callable[[str, str], bool]] = {
    "registry": _equal,
    "author": _equal,
    "name": _equal,
    "n": _equal,
    "studies": _equal,
    "year": _equal,
    "disease": _one_above,
    "tissue": _equal,
    "cell": _equal,
    "donor": _equal,
    "dose": _equal,
    "route": _equal,
    "phase": _equal,
    "site": _within,
    "result": _equal,
    "title": _equal,
    "brand": _equal,
}
_AGREES = {facet: 100 if facet in UNIQUE else 1 for facet in _COMPARED}
