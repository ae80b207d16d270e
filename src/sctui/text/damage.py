"""Places where characters were lost or changed before the text reached us.

Rules are in `damage_rules` (one line), `gbk_slip` (D4), `mistranslation` (D16) and here (what only the whole
document shows). A repair is safe when it is the only possible reading; all else is flagged and never taught.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from sctui.model.document import Damage, Span
from sctui.model.progress import EVERY
from sctui.text.damage_rules import line_flaws
from sctui.text.flaw import Flaw
from sctui.text.gbk_slip import find_slips
from sctui.text.lost_greek import find_lost_greek
from sctui.text.lost_powers import Counted
from sctui.text.match_view import match_view
from sctui.text.mistranslation import find_mistranslations
from sctui.text.patterns import SENTENCE_END
from sctui.text.unclosed import find_unclosed

_BEFORE_CLOSING = re.compile(r"(?P<tail>[\u3400-\u9fff]{3})(?=[”》」』])")
_NOTHING_COUNTED = Counted()
_BEFORE_MARK = re.compile(r"(?<=(..))\?")
_CUT_END = re.compile(r"[\u3400-\u9fff][,，、]\s*$")
_LONG = 30  # characters from which a line is a paragraph, and an open end a cut
_LEAST_WRAPPED, _MANY_WRAPPED = 3, 0.2  # lines that run on into the next, also as a share of the long ones
_OFTEN = 4  # times that a word must stand in full to show that it was cut elsewhere
_LONGEST_WORD = 8
_HARMLESS = frozenset({"hidden-mark", "left-markup"})  # which no lossy channel leaves
_RESIDUE = frozenset({"D1", "D2", "D3", "D4", "D5", "D6"})  # what one lossy channel leaves behind, together


def _nothing_known(_: str) -> bool:
    return False


def find_damage(
    lines: Sequence[str],
    is_term: Callable[[str], bool] = _nothing_known,
    seen: Callable[[int], object] = int,
    counted: Counted = _NOTHING_COUNTED,
) -> tuple[Damage, ...]:
    """Every damaged place of a text's lines, numbered from 1, in their order; no two overlap.

    `is_term` says whether a word is known; it helps to prove repairs. `seen` is told now and then how many
    lines were looked at. `counted` are the words for what doses count.
    """
    seen(0)  # what is asked of the whole takes its time with a long text
    document = _Whole(lines, is_term)
    seen(0)
    unclosed = dict(find_unclosed(lines))
    flaws: dict[int, list[Flaw]] = {}  # of the lines that have any: most have none
    for i, text in enumerate(lines):
        if not i % EVERY:
            seen(i)
        found = [*line_flaws(text, counted), *document.flaws(i), *([unclosed[i]] if i in unclosed else [])]
        if found:
            flaws[i + 1] = _without_overlaps(found)
    suspicious = any(
        flaw.rule in _RESIDUE and flaw.kind not in _HARMLESS and (flaw.safe or flaw.rule in {"D1", "D4"})
        for flaw in _all(flaws)
    )
    return tuple(
        Damage(Span(number, flaw.start, flaw.end), flaw.kind, flaw.rule, flaw.repair, flaw.safe)
        for number, found in flaws.items()
        for flaw in (_judged(flaw, suspicious=suspicious) for flaw in found)
    )


def _all(flaws: dict[int, list[Flaw]]) -> Iterator[Flaw]:
    return (flaw for found in flaws.values() for flaw in found)


def _judged(flaw: Flaw, *, suspicious: bool) -> Flaw:
    """A lone `?` that ends a statement is surely residue when the document shows other residue."""
    if flaw.kind == "stray-mark" and flaw.repair == "" and not flaw.safe and suspicious:
        return replace(flaw, safe=True)
    return flaw


def _without_overlaps(flaws: list[Flaw]) -> list[Flaw]:
    """In the order of the line; of two that overlap the more particular rule (D1 before D6) stays."""
    kept: list[Flaw] = []  # in the order of the line, so that only two neighbours can overlap
    for flaw in sorted(flaws, key=lambda flaw: (flaw.rule == "D0", flaw.rule, flaw.start)):
        place = bisect_right(kept, flaw.start, key=lambda other: other.start)
        apart_before = place == 0 or kept[place - 1].end <= flaw.start
        apart_behind = place == len(kept) or flaw.end <= kept[place].start
        if apart_before and apart_behind:
            kept.insert(place, flaw)
    return kept


class _Whole:
    """What the words of the whole document say about one place."""

    def __init__(self, lines: Sequence[str], is_term: Callable[[str], bool]) -> None:
        self._is_term = is_term
        self._lines = lines
        self._told: dict[str, bool] = {}
        self._following = self._followers()
        self._ends = self._endings()
        self._wrapped = self._is_wrapped()

    def flaws(self, i: int) -> Iterator[Flaw]:
        """Slips of a byte, words that break off, words that a translation chose wrongly, in one line."""
        text = self._lines[i]
        yield from find_mistranslations(text, self._has)
        yield from find_lost_greek(text, self._is_term)
        for slip in find_slips(text, self._completes):
            yield Flaw(slip.start, slip.end, "mojibake", "D4", slip.repair, slip.repair is not None)
        for match in _BEFORE_CLOSING.finditer(text):
            lost = self._always_followed_by(match["tail"])
            if lost:
                yield Flaw(match.start(), match.end(), "cut-text", "D15", match["tail"] + lost)
        cut = _CUT_END.search(text)
        if cut and len(text) >= _LONG and not (self._wrapped and self._runs_on(i)):
            yield Flaw(cut.start(), cut.start() + 2, "cut-text", "D15")

    def _runs_on(self, i: int) -> bool:
        """Whether a long line ends within a sentence, right above another line."""
        text = self._lines[i]
        if len(text) < _LONG or i + 1 >= len(self._lines) or SENTENCE_END.search(text.rstrip()):
            return False
        return bool(self._lines[i + 1].strip())

    def _is_wrapped(self) -> bool:
        """Whether paragraphs are broken into lines, so that one may well end in a comma."""
        runs_on = paragraphs = 0
        for i, text in enumerate(self._lines):
            if len(text) >= _LONG and not text.lstrip().startswith(("|", "#")):
                paragraphs += 1
                runs_on += self._runs_on(i)
        return runs_on >= _LEAST_WRAPPED and runs_on >= _MANY_WRAPPED * paragraphs

    def _has(self, word: str) -> bool:
        """Whether a word stands in the match view of the text; only few rules ask, and for few words."""
        if word not in self._told:
            self._told[word] = any(word in match_view(line) for line in self._lines)
        return self._told[word]

    def _completes(self, before: str, char: str) -> bool:
        """Whether `char` completes a term, or a word that stands elsewhere in the document."""
        for length in range(2, _LONGEST_WORD):
            if len(before) >= length - 1 and self._is_term(before[len(before) - length + 1 :] + char):
                return True
        return len(before) >= 2 and char in self._ends.get(before[-2:], ())

    def _endings(self) -> dict[str, set[str]]:
        """For the two characters before each `?`: the Han characters that follow them elsewhere."""
        found: dict[str, set[str]] = {
            match[1]: set() for line in self._lines for match in _BEFORE_MARK.finditer(line)
        }
        firsts = {before[0] for before in found}
        for line in self._lines if found else ():
            for i in [at for at, char in enumerate(line[:-2], 2) if char in firsts]:
                if line[i - 2 : i] in found and "\u3400" <= line[i] <= "\u9fff":
                    found[line[i - 2 : i]].add(line[i])
        return found

    def _followers(self) -> dict[str, Counter[str]]:
        """For the three characters before each closing quote: what follows them elsewhere, how often."""
        found: dict[str, Counter[str]] = {
            match["tail"]: Counter() for line in self._lines for match in _BEFORE_CLOSING.finditer(line)
        }
        firsts = {tail[0] for tail in found}
        for line in self._lines if found else ():
            for i in [at for at, char in enumerate(line) if char in firsts]:
                if line[i : i + 3] in found:
                    found[line[i : i + 3]][line[i + 3 : i + 4] or "\n"] += 1
        return found

    def _always_followed_by(self, tail: str) -> str:
        """The one character that follows `tail` wherever it is not before a closing quote, if always."""
        counts = [(char, n) for char, n in self._following[tail].items() if char not in "”》」』"]
        if len(counts) == 1 and counts[0][1] >= _OFTEN and "\u3400" <= counts[0][0] <= "\u9fff":
            return counts[0][0]
        return ""
