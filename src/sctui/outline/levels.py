"""Levels of topics: `#` first, then numbering, then what the titles say of each other."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sctui.lexicon.words import Words
from sctui.model.document import Document
from sctui.outline.abstract_parts import abstract_parts
from sctui.outline.announced import Announced
from sctui.outline.entries import Entry
from sctui.outline.series import Place, Series
from sctui.outline.subject import Subject, SubjectKind, SubjectReader
from sctui.text.match_view import match_view
from sctui.text.numbering import Numbering, NumberStyle
from sctui.text.section_names import SectionRole

_DEFINES = re.compile(r"(?:什么是|何谓|何为|认识|了解)|what (?:is|are)\b|.{1,12}是什么")
_ANNEX = re.compile(
    r"(?:附[录錄件]|appendix|annex)\s*[\dA-Z一二三四五六七八九十]{0,3}(?![\w])|附[录錄件]\S{1,3}[:：]",
    re.IGNORECASE,
)
_ANSWER = re.compile(r"【([^】]{1,8})】.")
_STEP = 16  # levels from one number of `#` to the next: more styles of numbers than there are
_DEEPEST = 8  # no editor goes deeper; what would be, stands side by side
_TOP_STYLES = {NumberStyle.CHAPTER, NumberStyle.SECTION, NumberStyle.HAN, NumberStyle.ROMAN}
# which style usually stands above which
_RANK = {
    NumberStyle.CHAPTER: 0,
    NumberStyle.SECTION: 1,
    NumberStyle.ROMAN: 2,
    NumberStyle.HAN: 2,
    NumberStyle.HAN_BRACKETS: 3,
    NumberStyle.LETTER: 3,
    NumberStyle.COMMA: 4,
    NumberStyle.DOT: 4,
    NumberStyle.DECIMAL: 4,
    NumberStyle.BRACKETS: 5,
    NumberStyle.LETTER_BRACKETS: 5,
    NumberStyle.CIRCLED: 6,
    NumberStyle.SIGN: 7,
}
_TOP_ROLES = {SectionRole.CLOSING, SectionRole.REFERENCES, SectionRole.APPARATUS, SectionRole.OPENING}


@dataclass(frozen=True, slots=True)
class _Open:
    """A heading that is open: its level and, if it is unnumbered, its place in a series."""

    level: int
    numbering: Numbering | None
    place: Place | None


def assign_levels(document: Document, entries: Sequence[Entry], words: Words) -> list[int]:
    """The level (from 1) of every entry; a label in front of its text is one below the heading above it."""
    if any(entry.marks for entry in entries):
        levels = _declared(entries)
    else:
        levels = _Levels(document, entries, words).assign()
    return levels


def _declared(entries: Sequence[Entry]) -> list[int]:
    """Levels by `#`; headings with as many of them nest by their numbers (`一、` above `1.`)."""
    keys = {
        marks: sorted({_style_rank(entry) for entry in entries if entry.marks == marks and entry.numbering})
        for marks in {entry.marks for entry in entries}
    }
    levels, last = [], min(keys.keys() - {0}) * _STEP - 1  # a label above all headings owns none
    for entry in entries:
        if entry.marks:
            last = entry.marks * _STEP
            last += keys[entry.marks].index(_style_rank(entry)) if entry.numbering else 0
        levels.append(last if entry.marks else last + 1)
    return levels


def _style_rank(entry: Entry) -> tuple[int, int]:
    """Where the style of a heading's number usually stands, then how many parts the number has."""
    return (_RANK[entry.numbering.style], entry.numbering.depth) if entry.numbering else (0, 0)


class _Levels:
    def __init__(self, document: Document, entries: Sequence[Entry], words: Words) -> None:
        self._entries = entries
        self._headings = [entry for entry in entries if not entry.run_in]
        first = self._headings[0] if self._headings else None
        self._texts = [line.text for line in document.lines]
        self._title = first if first and self._is_title(first) else None
        self._reader = SubjectReader(self._texts, [entry.title for entry in self._headings], words)
        self._starts = [entry.line for entry in self._headings]
        self._subjects = [self._reader.read(entry.title) for entry in self._headings]
        self._series = self._new_series()
        self._restarting = _restarting(self._headings)
        self._of_abstract = abstract_parts(self._headings)
        self._answers = _answers(self._headings)
        self._open: list[_Open] = []

    def _is_title(self, first: Entry) -> bool:
        """Whether the first heading is that of the document: no section, and no question what something is.

        Such a question may be a title on the first line, but not behind a text that leads in.
        """
        if first.numbering or first.role is not None:
            return False
        leads_in = any(map(str.strip, self._texts[: first.line - 1]))
        return not (leads_in and _DEFINES.match(match_view(first.title)))

    def assign(self) -> list[int]:
        """The levels, in the order of the entries."""
        levels = []
        announced = Announced(self._texts)
        for entry in self._entries:
            level = announced.level_of(entry)
            if entry.run_in:
                level = level or (self._open[-1].level if self._open else self._base() - 1) + 1
            else:
                opened = self._place(entry)
                opened = replace(opened, level=min(level or opened.level, _DEEPEST))
                self._open = [other for other in self._open if other.level < opened.level]
                self._open.append(opened)
                level = opened.level
            announced.see(entry, level)
            levels.append(level)
        return levels

    def _base(self) -> int:
        """The level of the first sections: below the title, if there is one."""
        return 2 if self._title else 1

    def _place(self, entry: Entry) -> _Open:
        if entry is self._title:
            return _Open(1, None, None)
        if _ANNEX.match(entry.title):
            return _Open(self._base(), None, None)
        if entry.line in self._answers:
            return _Open(self._base(), None, self._place_of(entry))
        if entry.numbering:
            return _Open(self._numbered_level(entry.numbering), entry.numbering, None)
        return self._plain(entry)

    def _numbered_level(self, numbering: Numbering) -> int:
        numbered = [(opened, opened.numbering) for opened in reversed(self._open) if opened.numbering]
        for opened, theirs in numbered:
            if _is_same_style(theirs, numbering):
                return opened.level
        for opened, theirs in numbered:
            if _outranks(theirs, numbering):
                return self._below(opened).level + 1
        if numbering.style in _TOP_STYLES and numbering.style not in self._restarting:
            return self._base()
        below = [o for o in self._open if o.place is None or o.place.entry.role is None]
        return below[-1].level + 1 if below else self._base()

    def _below(self, opened: _Open) -> _Open:
        """The innermost unnumbered heading that is open below a numbered one, or that one itself."""
        following = self._open[self._open.index(opened) + 1 :]
        inner = [other for other in following if other.place]
        return inner[-1] if inner else opened

    def _plain(self, entry: Entry) -> _Open:
        index = bisect_left(self._starts, entry.line)
        place = self._place_of(entry)
        if entry.line in self._of_abstract:
            above = [o for o in self._open if not (o.place and o.place.entry.line in self._of_abstract)]
            return _Open(above[-1].level + 1, None, place)
        if self._of_abstract and index and self._starts[index - 1] in self._of_abstract:  # behind it
            self._open = [opened for opened in self._open if opened.level < self._base()]
        if entry.role in _TOP_ROLES and not (entry.role is SectionRole.OPENING and self._open[1:]):
            return _Open(self._base(), None, place)
        plain = [i for i, opened in enumerate(self._open) if opened.place]
        above = self._open[: plain[0]] if plain else self._open
        if plain:  # the chain of unnumbered headings below the innermost number that has such
            first = plain[-1]
            while first - 1 in plain:
                first -= 1
            above = self._open[:first]
        chain = [o.place for o in self._open[len(above) :] if o.place and o.place.entry.role is None]
        depth = self._series.depth(place, chain)
        level = (above[-1].level if above else self._base() - 1) + 1 + depth
        return _Open(level, None, replace(place, depth=depth))

    def _place_of(self, entry: Entry) -> Place:
        index = bisect_left(self._starts, entry.line)
        end = self._starts[index + 1] - 1 if index + 1 < len(self._starts) else len(self._texts)
        return Place(entry, self._subjects[index], self._texts[entry.line : end])

    def _new_series(self) -> Series:
        """The kind of subject that has most names in the headings; the title's only name of it is general."""
        known = zip(self._headings, self._subjects, strict=True)
        plain = [subject for e, subject in known if not e.numbering and e is not self._title]
        title = self._subjects[0] if self._title else None
        general = {kind: title.names(kind) if title else frozenset() for kind in SubjectKind}
        general = {kind: names if len(names) == 1 else frozenset() for kind, names in general.items()}
        special = {kind: len(_names(plain, kind) - general[kind]) for kind in SubjectKind}
        kind = max(special, key=lambda kind: special[kind])
        return Series(self._reader, kind, general[kind])


def _names(subjects: Sequence[Subject], kind: SubjectKind) -> frozenset[str]:
    return frozenset(name for subject in subjects for name in subject.names(kind))


def _answers(headings: Sequence[Entry]) -> frozenset[int]:
    """The lines of headings that begin with the same label in brackets, and go on: `【回答】 a name`."""
    labels = {entry.line: match[1] for entry in headings if (match := _ANSWER.match(entry.title))}
    counts = Counter(labels.values())
    return frozenset(line for line, label in labels.items() if counts[label] > 1)


def _restarting(headings: Sequence[Entry]) -> set[NumberStyle]:
    """The styles of numbering that begin at 1 more than once."""
    firsts = Counter(e.numbering.style for e in headings if e.numbering and e.numbering.value == 1)
    return {style for style, count in firsts.items() if count > 1}


def _is_same_style(one: Numbering, other: Numbering) -> bool:
    return one.style is other.style and one.depth == other.depth


def _outranks(one: Numbering, other: Numbering) -> bool:
    """`一、` stands above `1.`, that above `1.1`, and that above `1.1.1`."""
    if _RANK[one.style] != _RANK[other.style]:
        return _RANK[one.style] < _RANK[other.style]
    return one.depth < other.depth or (one.depth == other.depth and one.style is not other.style)
