"""Finding terms in a line: longest match from the left, on the match view, whatever the script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sctui.lexicon.names import AllNames, FurtherNames, Names, NamesOfKinds
from sctui.lexicon.term import Term, TermKind
from sctui.text.match_view import match_view

_KEPT = 16384  # texts whose mentions are kept, as the extractors look at the same lines by turns


@dataclass(frozen=True, slots=True)
class Mention:
    """A term found in a line: columns `start` inclusive, `end` exclusive; `term` the first that fits."""

    start: int
    end: int
    term: Term


class _Starting(dict[str, Sequence[str]]):
    """The names that begin with two characters, kept once they were looked for."""

    def __init__(self, names: Names) -> None:
        super().__init__()
        self._names = names

    def __missing__(self, start: str) -> Sequence[str]:
        found = self[start] = self._names.starting(start)
        return found


class Lexicon:
    """Terms by their names. Where two terms share a name, the one that was read first is found."""

    def __init__(self, terms: Iterable[Term], names: Names | None = None) -> None:
        self.terms = tuple(terms)
        self._names = AllNames(self.terms) if names is None else names
        self._starting = _Starting(self._names)
        self._found: dict[str, tuple[Mention, ...]] = {}
        self._cached: dict[tuple[TermKind, ...], Lexicon] = {}

    def of(self, *kinds: TermKind) -> Lexicon:
        """A lexicon of these kinds alone; the same object at every call."""
        if kinds not in self._cached:
            terms = (term for term in self.terms if term.kind in kinds)
            self._cached[kinds] = Lexicon(terms, NamesOfKinds(self._names, kinds))
        return self._cached[kinds]

    def naming(self, names: Mapping[str, Term]) -> Lexicon:
        """A lexicon that knows further names as well: the short forms that a document defines.

        A name that is known already keeps its term.
        """
        views = {match_view(name): term for name, term in names.items()}
        new = {view: term for view, term in views.items() if not self._names.terms(view)}
        return Lexicon(self.terms, FurtherNames(self._names, new)) if new else self

    def lookup(self, name: str) -> Term | None:
        """The term of exactly this name, in any script and case."""
        terms = self._names.terms(match_view(name.strip()))
        return terms[0] if terms else None

    def senses(self, name: str) -> tuple[Term, ...]:
        """Every term of exactly this name, in any script and case."""
        return tuple(self._names.terms(match_view(name.strip())))

    def mentions(self, text: str) -> list[Mention]:
        """Every term in `text` (as written), longest first from the left, without overlaps."""
        found = self._found.get(text)
        if found is None:
            if len(self._found) >= _KEPT:
                self._found.clear()
            found = self._found[text] = tuple(self._scan(match_view(text)))
        return list(found)

    def _scan(self, view: str) -> Iterator[Mention]:
        at, end, starting = 0, len(view), self._starting
        while at < end:
            names = starting[view[at : at + 2]]
            found = self._longest(view, at, names) if names else None
            if found is None:
                single = starting[view[at]]
                found = self._longest(view, at, single) if single else None
            if found is None:
                at += 1
            else:
                yield found
                at = found.end

    def _longest(self, view: str, at: int, names: Sequence[str]) -> Mention | None:
        for name in names:
            if view.startswith(name, at):
                end = _word_end(view, at, at + len(name))
                if end:
                    return Mention(at, end, self._names.terms(name)[0])
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
