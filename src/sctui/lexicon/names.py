"""The names of terms, and where they stand in a text.

Every name is looked for at once, whatever its kind: extractors ask for some twenty sets of kinds of the same
lines, and each takes its own out of what was found.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from string import ascii_letters, digits

from sctui.lexicon.term import Term
from sctui.text.match_view import match_view, match_views

_LATIN = frozenset(ascii_letters + digits)
_LATIN_OR_HYPHEN = _LATIN | {"-"}
_SHORT = 2  # letters of an abbreviation that is another word in small letters: MG, and mg
_KEPT = 16384  # texts whose names are kept, as the extractors look at the same lines by turns


# a name in a text: columns `start` inclusive, `end` exclusive; the length of the name, and its terms. A plain
# tuple, as a text has many
Found = tuple[int, int, int, Sequence[Term]]


class Names:
    """Names of terms. Where two terms share a name, the one that was given first stands first."""

    def __init__(self, named: Iterable[tuple[str, Term]]) -> None:
        """From names as they are written, each with a term."""
        pairs = list(named)
        self._terms: dict[str, list[Term]] = defaultdict(list)
        short = (name for name, _ in pairs if len(name) == _SHORT and name.isascii())
        self._large = frozenset(name.lower() for name in short if name.isupper())
        for view, (_, term) in zip(match_views([name for name, _ in pairs]), pairs, strict=True):
            if view:
                self._terms[view].append(term)
        self._lengths = _lengths_by_start(self._terms)
        self._lead = _lead(self._terms)
        self._kept: dict[str, tuple[Found, ...]] = {}

    def __iter__(self) -> Iterator[str]:
        """The match views of the names."""
        return iter(self._terms)

    def terms(self, name: str) -> Sequence[Term]:
        """The terms of exactly this name, given as its match view."""
        return self._terms.get(name, ())

    def found(self, text: str) -> tuple[Found, ...]:
        """Every name that stands in a text as written, from the left, the longest first; they may overlap.

        An abbreviation of two capital letters is none in small ones.
        """
        found = self._kept.get(text)
        if found is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            names = self.found_in(match_view(text))
            short = any(length == _SHORT for _, _, length, _ in names)
            found = self._kept[text] = tuple(self._as_written(text, names) if short else names)
        return found

    def found_within(self, text: str, start: int, end: int) -> tuple[Found, ...]:
        """What `found` gives for a part of a text, by the columns of the part.

        It is taken from what the whole has, which others look for as well, unless an edge parts a word.
        """
        part = text[start:end]
        if (
            part not in self._kept
            and len(part) < len(text)
            and not _parts_a_word(match_view(text), start, end)
        ):
            found = self.found(text)
            within = found[bisect_left(found, (start,)) : bisect_left(found, (end,))]
            self._kept[part] = tuple(
                (left - start, right - start, length, terms)
                for left, right, length, terms in within
                if right <= end
            )
        return self.found(part)

    def _as_written(self, text: str, names: Iterable[Found]) -> Iterator[Found]:
        for one in names:
            start, end, length, terms = one
            name = text[start : start + length]
            if length != _SHORT or name not in self._large:
                yield one
            elif named := [term for term in terms if name in term.names()]:
                yield start, end, length, named

    def found_in(self, view: str) -> list[Found]:
        """The same of a text given as its match view; nothing is kept."""
        found: list[Found] = []
        lengths, known = self._lengths.get, self._terms.get
        for lead in self._lead.finditer(view):
            at = lead.start()
            for length in lengths(view[at : at + 3]) or lengths(view[at : at + 2]) or lengths(view[at]) or ():
                terms = known(view[at : at + length])
                if terms and (end := _end(view, at + length)):
                    found.append((at, end, length, terms))
        return found

    def leading(self, view: str) -> Sequence[Found]:
        """The names that a text begins with, given as its match view; the longest first."""
        if not self._lead.match(view):
            return ()
        known = self._lengths.get
        lengths = known(view[:3]) or known(view[:2]) or known(view[:1]) or ()
        named = ((length, self._terms.get(view[:length])) for length in lengths)
        return [(0, end, length, terms) for length, terms in named if terms and (end := _end(view, length))]


def _lengths_by_start(names: Iterable[str]) -> dict[str, list[int]]:
    """How long the names are that begin so, the longest first, by their first three characters.

    The shorter names that these three tell are among them. A text that goes on otherwise is looked up by two
    characters, then by one.
    """
    found: dict[str, set[int]] = defaultdict(set)
    for name in names:
        found[name[:3]].add(len(name))
    for start in found:
        found[start] |= {end for end in range(1, len(start)) if start[:end] in found}
    return {start: sorted(lengths, reverse=True) for start, lengths in found.items()}


def _lead(names: Iterable[str]) -> re.Pattern[str]:
    """Where a name can begin; a Latin one only where a word begins."""
    firsts = {name[0] for name in names if name}
    latin, others = "".join(sorted(firsts & _LATIN)), "".join(sorted(firsts - _LATIN))
    parts = [f"[{re.escape(others)}]"] if others else []
    parts += [f"(?<![a-z0-9-])[{latin}]"] if latin else []
    return re.compile("|".join(parts) or r"(?!)")


def _parts_a_word(view: str, start: int, end: int) -> bool:
    """Whether a Latin word, or one with a hyphen, goes on over an edge of a part."""
    return any(
        0 < at < len(view) and _LATIN_OR_HYPHEN.issuperset(view[at - 1 : at + 1]) for at in (start, end)
    )


def _end(view: str, end: int) -> int:
    """The end of a name that stands in a text up to a column; 0 where the text or the word goes otherwise."""
    if end > len(view):
        return 0
    return _word_end(view, end) if view[end - 1] in _LATIN else end


def _word_end(view: str, end: int) -> int:
    """The end of a Latin name, an English plural included; 0 when it is only part of a longer word."""
    behind, following = view[end : end + 1], view[end + 1 : end + 2]
    if behind == "s" and following not in _LATIN:
        return end + 1
    return 0 if behind in _LATIN or (behind == "-" and following in _LATIN) else end
