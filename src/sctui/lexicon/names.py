"""Names of terms by how they begin; names of some kinds alone are picked out as they are asked for.

Extractors look for some twenty sets of kinds, and a short document has few of the names of any: to sort all
names for every set would take longer than to read the document.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

from sctui.lexicon.term import Term, TermKind
from sctui.text.match_view import match_views


class Names(Protocol):
    """Names as their match views."""

    def terms(self, name: str) -> Sequence[Term]:
        """The terms of exactly this name, the one that was read first before the others."""

    def starting(self, start: str) -> Sequence[str]:
        """The names whose first two characters, or whose only one, are `start`: the longest first."""


class AllNames:
    """Every name of terms."""

    def __init__(self, terms: Iterable[Term]) -> None:
        named = [(name, term) for term in terms for name in term.names()]
        self._terms: dict[str, list[Term]] = defaultdict(list)
        for view, (_, term) in zip(match_views([name for name, _ in named]), named, strict=True):
            self._terms[view].append(term)
        self._starting: dict[str, list[str]] = defaultdict(list)
        for view in sorted(self._terms, key=len, reverse=True):
            self._starting[view[:2]].append(view)

    def terms(self, name: str) -> Sequence[Term]:
        """All terms of this name."""
        return self._terms.get(name, ())

    def starting(self, start: str) -> Sequence[str]:
        """All names that begin so."""
        return self._starting.get(start, ())


class NamesOfKinds:
    """Those names of others that terms of some kinds have."""

    def __init__(self, names: Names, kinds: Collection[TermKind]) -> None:
        self._names, self._kinds = names, kinds

    def terms(self, name: str) -> Sequence[Term]:
        """Those terms of this name that are of the kinds."""
        terms = self._names.terms(name)
        return [term for term in terms if term.kind in self._kinds] if terms else ()

    def starting(self, start: str) -> Sequence[str]:
        """Those names that begin so and are of the kinds."""
        return [name for name in self._names.starting(start) if self.terms(name)]


class FurtherNames:
    """Names with some that are known besides."""

    def __init__(self, names: Names, further: Mapping[str, Term]) -> None:
        self._names, self._further = names, further
        self._starting: dict[str, list[str]] = defaultdict(list)
        for name in further:
            self._starting[name[:2]].append(name)

    def terms(self, name: str) -> Sequence[Term]:
        """The terms that the names had before; failing that, the further one."""
        return self._names.terms(name) or ([self._further[name]] if name in self._further else ())

    def starting(self, start: str) -> Sequence[str]:
        """The names that begin so, with the further ones among them."""
        new = self._starting.get(start, ())
        return sorted((*self._names.starting(start), *new), key=len, reverse=True)
