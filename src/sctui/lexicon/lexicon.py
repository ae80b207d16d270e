"""Finding terms in a line: longest match from the left, on the match view, whatever the script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from sctui.lexicon.names import Found, Names
from sctui.lexicon.term import Term, TermKind
from sctui.lexicon.words import Words
from sctui.text.match_view import match_view

_KEPT = 16384  # texts whose mentions are kept


class Mention(NamedTuple):
    """A term found in a line: columns `start` inclusive, `end` exclusive; `term` the first that fits."""

    start: int
    end: int
    term: Term


class Lexicon:
    """Terms by their names. Where two terms share a name, the one that was read first is found."""

    def __init__(
        self,
        terms: Iterable[Term],
        *,
        names: Names | None = None,
        kinds: frozenset[TermKind] | None = None,
        further: Names | None = None,
        words: Words | None = None,
    ) -> None:
        """Of terms; of another lexicon, its `names`, those of some `kinds`, and what a document adds."""
        self._all = tuple(terms)
        self.words = words or Words(self._all)
        self._names = names or Names(
            (name, term) for term in self._all if term.kind is not TermKind.WORD for name in term.names()
        )
        self._kinds, self._further = kinds, further
        self._found: dict[str, tuple[Mention, ...]] = {}
        self._cached: dict[tuple[TermKind, ...], Lexicon] = {}
        self._apart: dict[TermKind, Lexicon] = {}

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The terms of its kinds, in their order; what a document adds is none of them."""
        kinds = self._kinds
        return self._all if kinds is None else tuple(term for term in self._all if term.kind in kinds)

    def of(self, *kinds: TermKind) -> Lexicon:
        """A lexicon of these kinds alone; the same object at every call."""
        if kinds not in self._cached:
            chosen = frozenset(kinds) & (self._kinds or frozenset(kinds))
            self._cached[kinds] = Lexicon(self._all, names=self._names, kinds=chosen, words=self.words)
        return self._cached[kinds]

    def apart(self, kind: TermKind) -> Lexicon:
        """A lexicon of this kind that looks for its names alone; the same object at every call.

        For whoever goes once through lines of which nobody asks for names of other kinds.
        """
        if kind not in self._apart:
            self._apart[kind] = Lexicon(self.of(kind).terms, words=self.words)
        return self._apart[kind]

    def naming(self, names: Mapping[str, Term]) -> Lexicon:
        """A lexicon that knows further names as well: the short forms that a document defines.

        A name that is known already keeps its term. `of` leaves the further names out: name them afterwards.
        """
        new = [(name, term) for name, term in names.items() if not self._terms(match_view(name))]
        if not new:
            return self
        return Lexicon(self._all, names=self._names, kinds=self._kinds, further=Names(new), words=self.words)

    def lookup(self, name: str) -> Term | None:
        """The term of exactly this name, in any script and case."""
        terms = self._terms(match_view(name.strip()))
        return terms[0] if terms else None

    def ending(self, *ends: str) -> Iterator[str]:
        """The match views of all names that end so."""
        return (
            view for view in self._names if view.endswith(ends) and self._fitting(self._names.terms(view))
        )

    def senses(self, name: str) -> tuple[Term, ...]:
        """Every term of exactly this name, in any script and case."""
        return tuple(self._terms(match_view(name.strip())))

    def _terms(self, view: str) -> Sequence[Term]:
        known = self._fitting(self._names.terms(view))
        return known or (self._further.terms(view) if self._further else ())

    def _fitting(self, terms: Sequence[Term]) -> Sequence[Term]:
        kinds = self._kinds
        return terms if kinds is None or not terms else [term for term in terms if term.kind in kinds]

    def mentions(self, text: str) -> list[Mention]:
        """Every term in `text` (as written), longest first from the left, without overlaps."""
        mentions = self._found.get(text)
        if mentions is None:
            if len(self._found) >= _KEPT:
                self._found.clear()
            mentions = self._found[text] = tuple(self._mentions(text))
        return list(mentions)

    def mentions_within(self, text: str, start: int, end: int) -> list[Mention]:
        """What `mentions` gives for a part of a text that is looked at as a whole as well; see `Names`."""
        part = text[start:end]
        if part not in self._found:
            self._names.found_within(text, start, end)
        return self.mentions(part)

    def mentions_in(self, view: str) -> Iterator[Mention]:
        """The same of a text given as its match view; nothing is kept, for one that is asked about once."""
        further = self._further.found_in(view) if self._further else ()
        return self._without_overlaps(self._names.found_in(view), further)

    def leading(self, text: str) -> Mention | None:
        """The term that `text` (as written) begins with, as in `mentions`; None when it begins with none."""
        return self.leading_in(match_view(text))

    def leading_in(self, view: str) -> Mention | None:
        """The term that a text begins with, given as its match view."""
        further = self._further.leading(view) if self._further else ()
        return next(self._without_overlaps(self._names.leading(view), further), None)

    def _mentions(self, text: str) -> Iterator[Mention]:
        further = self._further.found(text) if self._further else ()
        return self._without_overlaps(self._names.found(text), further)

    def _without_overlaps(self, found: Sequence[Found], further: Sequence[Found]) -> Iterator[Mention]:
        """Names of these kinds and further ones: the longest first from the left."""
        kinds, done = self._kinds, 0
        if further:
            named = ((one[0], one[1], one[2], self._fitting(one[3])) for one in found)
            all_of_them = (*(one for one in named if one[3]), *further)
            found, kinds = sorted(all_of_them, key=lambda one: (one[0], -one[2])), None
        treated = 0  # where a treatment ends, whose name may hold that of a disease: `微骨折术`
        for start, end, _, terms in found:
            if start >= done:
                for term in terms:
                    if term.kind is TermKind.TREATMENT:
                        treated = max(treated, end)
                    elif term.kind is TermKind.DISEASE and end < treated:
                        continue
                    if kinds is None or term.kind in kinds:
                        yield Mention(start, end, term)
                        done = end
                        break
