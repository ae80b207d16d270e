"""Finding terms in a line: longest match from the left, on the match view, whatever the script."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sctui.lexicon.term import Term, TermKind
from sctui.text.match_view import match_view

_KEPT = 16384  # texts whose mentions are kept, as the extractors look at the same lines by turns


@dataclass(frozen=True, slots=True)
class Mention:
    """A term found in a line: columns `start` inclusive, `end` exclusive; `term` the first that fits."""

    start: int
    end: int
    term: Term


class Lexicon:
    """Terms by their names. Where two terms share a name, the one that was read first is found."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms = tuple(terms)
        self._names: dict[str, list[Term]] = defaultdict(list)
        for term in self.terms:
            for name in term.names():
                self._names[match_view(name)].append(term)
        self._by_start: dict[str, list[str]] = defaultdict(list)
        for name in self._names:
            self._by_start[name[:2]].append(name)
        for names in self._by_start.values():
            names.sort(key=len, reverse=True)
        self._found: dict[str, tuple[Mention, ...]] = {}
        self._cached: dict[tuple[TermKind, ...], Lexicon] = {}

    def of(self, *kinds: TermKind) -> Lexicon:
        """A lexicon of these kinds alone; the same object at every call."""
        if kinds not in self._cached:
            self._cached[kinds] = Lexicon(term for term in self.terms if term.kind in kinds)
        return self._cached[kinds]

    def naming(self, names: Mapping[str, Term]) -> Lexicon:
        """A lexicon that knows further names as well: the short forms that a document defines.

        A name that is known already keeps its term. `of` leaves the further names out: name them afterwards.
        """
        new = {match_view(name): term for name, term in names.items() if match_view(name) not in self._names}
        if not new:
            return self
        more = Lexicon(())
        more.terms = self.terms
        more._names = defaultdict(list, self._names) | {name: [term] for name, term in new.items()}
        more._by_start = defaultdict(list, self._by_start)
        for name in new:
            known = [*more._by_start.get(name[:2], ()), name]
            more._by_start[name[:2]] = sorted(known, key=len, reverse=True)
        return more

    def lookup(self, name: str) -> Term | None:
        """The term of exactly this name, in any script and case."""
        terms = self._names.get(match_view(name.strip()))
        return terms[0] if terms else None

    def senses(self, name: str) -> tuple[Term, ...]:
        """Every term of exactly this name, in any script and case."""
        return tuple(self._names.get(match_view(name.strip()), ()))

    def mentions(self, text: str) -> list[Mention]:
        """Every term in `text` (as written), longest first from the left, without overlaps."""
        found = self._found.get(text)
        if found is None:
            if len(self._found) >= _KEPT:
                self._found.clear()
            found = self._found[text] = tuple(self._scan(match_view(text)))
        return list(found)

    def _scan(self, view: str) -> Iterator[Mention]:
        at, end, by_start = 0, len(view), self._by_start
        while at < end:
            names = by_start.get(view[at : at + 2])
            found = self._longest(view, at, names) if names else None
            if found is None:
                single = by_start.get(view[at])
                found = self._longest(view, at, single) if single else None
            if found is None:
                at += 1
            else:
                yield found
                at = found.end

    def _longest(self, view: str, at: int, names: list[str]) -> Mention | None:
        for name in names:
            if view.startswith(name, at):
                end = _word_end(view, at, at + len(name))
                if end:
                    return Mention(at, end, self._names[name][0])
        return None


def _word_end(view: str, start: int, end: int) -> int:
    """The end of the match, an English plural included; 0 when a Latin name is only part of a longer word."""
    if _latin(view[start]) and start and (_latin(view[start - 1]) or view[start - 1] == "-"):
        return 0
    if _latin(view[end - 1]):
        if view[end : end + 1] == "s" and not _latin(view[end + 1 : end + 2]):
            return end + 1
        if _latin(view[end : end + 1]):
            return 0
        if view[end : end + 1] == "-" and _latin(view[end + 1 : end + 2]):
            return 0
    return end


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
