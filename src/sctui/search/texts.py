"""The words of all cards in folded form, and for every two characters in a row the cards that have them.

So a word is looked for in the few cards that have its rarest two characters. (An FTS5 trigram index cannot
find a word of two characters, which most Chinese words are.) Regular expressions go to RE2, whose time grows
with the text, whatever the expression.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import add
from time import perf_counter
from typing import Any

from sctui.i18n import _
from sctui.search.fold import folded_lines, folded_pattern
from sctui.search.masks import Mask, of_lists, of_rows, rows_of, size
from sctui.search.required import required_words, two_characters

SECTIONS = ("front", "back", "quote", "more")
_BETWEEN = "\x1f"  # between two sections of a text
_WORTH_IT = 0.5  # the share of texts with a word up to which an expression is matched with those alone
_SLOW_LOOK = 3  # a look into a text takes as long as so many rows of an index
_MEMORY = 1 << 20  # bytes of RE2's automaton; a larger one is refused, or taken more slowly
_CHUNK = 1 << 16  # bytes between two looks at the clock
_PATIENCE = 1.0  # seconds that an expression may take
_NONE: array[int] = array("I")


class Texts:
    """What is searched: a folded text a row, its sections one behind the other."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._pairs: dict[str, array[int]] = {}
        self._begun_by: dict[str, list[array[int]]] = {}  # the same by the first character of the two
        self._encoded = b""

    def add(self, texts: Sequence[str]) -> None:
        """Enter the texts of the next rows, as `section_texts` gives them."""
        pairs, begun_by = self._pairs, self._begun_by
        for row, text in enumerate(texts, len(self._texts)):
            for pair in set(map(add, text, text[1:] + _BETWEEN)):  # the last character begins one as well
                rows = pairs.get(pair)
                if rows is None:
                    rows = pairs[pair] = array("I")
                    begun_by.setdefault(pair[0], []).append(rows)
                rows.append(row)
        self._texts += texts

    def part(self, start: int, end: int) -> Sequence[str]:
        """The texts of some rows."""
        return self._texts[start:end]

    def section(self, name: str) -> list[str]:
        """One section of every row, to sort by."""
        place = SECTIONS.index(name)
        return [text.split(_BETWEEN, place + 1)[place] for text in self._texts]

    def rows_with(self, words: Sequence[str], section: str = "", among: Mask | None = None) -> list[int]:
        """The rows in which folded words stand one behind the other, in one section or any; they rise.

        `among` are the rows that count, where they are few.
        """
        rarest = min(words, key=lambda word: (not word, self._most(word)))
        rows = self._with_word(rarest, among)
        if len(words) > 1 or section:
            wanted = re.compile(".*".join(map(re.escape, words)))
            place = SECTIONS.index(section) if section else 0
            parts = slice(place, place + 1) if section else slice(None)
            return [row for row in rows if any(map(wanted.search, self._texts[row].split(_BETWEEN)[parts]))]
        return rows

    def most(self, words: Sequence[str]) -> int:
        """How many rows may have all of some folded words at most."""
        return min(map(self._most, words))

    def _with_word(self, word: str, among: Mask | None = None) -> list[int]:
        texts = self._texts
        rows = min((self._pairs.get(pair, _NONE) for pair in _pairs_of(word)), key=len, default=None)
        if among is not None:
            return [row for row in _counted(rows, among) if word in texts[row]]
        if rows is None:
            return self._with_char(word)
        return rows.tolist() if len(word) == 2 else [row for row in rows if word in texts[row]]

    def _with_char(self, char: str) -> list[int]:
        """The rows with one character; all rows without one."""
        found, texts = self._begun_by.get(char, ()), self._texts
        if found and sum(map(len, found)) < _SLOW_LOOK * len(texts):
            return rows_of(of_lists(found, len(texts)))
        return [row for row, text in enumerate(texts) if char in text]

    def _most(self, word: str) -> int:
        """How many rows may have a folded word at most."""
        if len(word) < 2:
            return sum(map(len, self._begun_by.get(word, ()))) if word else len(self._texts)
        return min(len(self._pairs.get(pair, _NONE)) for pair in _pairs_of(word))

    def matching(self, pattern: str, patience: float = _PATIENCE) -> Mask:
        """The rows in which an expression, as written by the user, matches within a section.

        Raises:
            ValueError: when it is wrong, or takes longer than so many seconds.
        """
        wanted = folded_pattern(pattern)
        compiled = _compiled(wanted)
        if pair := two_characters(wanted):
            return of_rows(self._with_pair(_compiled(pair), patience), len(self._texts))
        texts = self._texts
        rows: Sequence[int] = range(len(texts))
        words = sorted(required_words(wanted), key=self._most)
        if words and self._most(words[0]) < _WORTH_IT * len(rows):
            rows = self._with_word(words[0])
            for word in words[1:]:
                rows = [row for row in rows if word in texts[row]]
            text = _bytes_of([texts[row] for row in rows])
        else:
            text = self._encoded = self._encoded or _bytes_of(texts)
        lines = _matching_lines(compiled, text, perf_counter() + patience)
        return of_rows((rows[line // len(SECTIONS)] for line in lines), len(self._texts))

    def _with_pair(self, compiled: Any, patience: float) -> Iterator[int]:
        """The rows with two characters in a row that an expression matches, some of them twice."""
        pairs = [pair for pair in self._pairs if _BETWEEN not in pair]
        text = "\n".join([*pairs, ""]).encode()
        for line in _matching_lines(compiled, text, perf_counter() + patience):
            yield from self._pairs[pairs[line]]


def _counted(rows: array[int] | None, among: Mask) -> Sequence[int]:
    """Those of rising rows that count, or more of those that count; all of these for None."""
    first, last, number = among.find(1), among.rfind(1), size(among)
    found = _NONE if rows is None else rows[bisect_left(rows, first) : bisect_right(rows, last)]
    if rows is None or number < len(found):
        return rows_of(among)
    if number == last - first + 1:
        return found
    return [row for row in found if among[row]]


def _pairs_of(word: str) -> Iterator[str]:
    return map(add, word, word[1:])


def _bytes_of(texts: Sequence[str]) -> bytes:
    """Texts for RE2, a line a section."""
    return "\n".join([*texts, ""]).replace(_BETWEEN, "\n").encode()


def _compiled(pattern: str) -> Any:
    """Raises ValueError when RE2 cannot read it."""
    import re2  # noqa: PLC0415 -- only for expressions

    options = re2.Options()
    options.never_nl, options.log_errors, options.max_mem = True, False, _MEMORY
    try:
        re2.compile(pattern, options=options)  # so that a complaint does not quote what we add
        # once a section is enough: the rest of it is taken along
        return re2.compile(f"(?m)(?:{pattern}).*".encode(), options=options)
    except re2.error as error:
        raise ValueError(_told(error)) from None


def _matching_lines(compiled: Any, text: bytes, until: float) -> Iterator[int]:
    """The lines with a match, from 0. Raises ValueError when the clock has come to `until`."""
    end, line, before = 0, 0, 0
    while end < len(text):
        start, end = end, text.find(b"\n", min(end + _CHUNK, len(text) - 1)) + 1
        for at in _matches(compiled, text, start, end - 1):
            line += text.count(b"\n", before, at)
            before = at
            yield line
        if perf_counter() > until:
            raise ValueError("it takes too long")


def _matches(compiled: Any, text: bytes, start: int, end: int) -> Iterator[int]:
    """Where matches begin, each of which goes to the end of its line.

    Without the objects that RE2's wrapper makes of them, which take longer than to find them.
    """
    import re2  # noqa: PLC0415 -- only for expressions

    try:
        look, anywhere = compiled._regexp.Match, re2._Anchor.UNANCHORED  # noqa: SLF001 -- else as below
    except AttributeError:
        yield from (match.start() for match in compiled.finditer(text, start, end))
        return
    while start <= end:
        first, last = look(anywhere, text, start, end)[0]
        if first < 0:
            return
        yield first
        start = last + 1


def section_texts(rows: Sequence[Sequence[str]]) -> list[str]:
    """The folded texts of some rows, each of which has a text for every section."""
    text = "\n".join(" ".join(text.split()) for row in rows for text in row)
    whole = text.encode("utf-8", "replace").decode()  # halves of surrogate pairs, which OpenCC cannot read
    lines = folded_lines(whole.split("\n"))
    size = len(SECTIONS)
    return [_BETWEEN.join(lines[at : at + size]) for at in range(0, size * len(rows), size)]


def _told(error: Exception) -> str:
    said = error.args[0] if error.args else _("it cannot be read")
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
