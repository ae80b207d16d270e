"""What a page's way to us left behind that costs no meaning: it is seen, dealt with, and listed by its rule.

These are no damaged places: lines of such kinds carry no facts (D9 to D12), matching looks through the rest
(D7, D13), and answers are cleaned of it (D14, D17).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sctui.i18n import N_
from sctui.model.document import Document, Language, Line, LineKind
from sctui.text.match_view import match_view
from sctui.text.patterns import CITATION
from sctui.text.script import Script, show

_FOLDED = re.compile(r"(?<=[\u3400-\u9fff])[,:;](?=[\u3400-\u9fff])")
_BROKEN = re.compile(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])")
_VARIANTS = frozenset("着床裏群峰")  # written either way in Traditional text
_KINDS = {
    LineKind.RECORD: ("D9", "record", N_("read as metadata")),
    LineKind.REPEATED: ("D10", "repeated", N_("left out, said in full elsewhere")),
    LineKind.BOILERPLATE: ("D11", "boilerplate", N_("left out")),
    LineKind.REFERENCE: ("D12", "reference", N_("left out, never a source of facts")),
}


@dataclass(frozen=True, slots=True)
class Trace:
    """What was seen: rule, kind, how often, in which lines, the commonest of it, what becomes of it."""

    rule: str
    kind: str
    count: int
    lines: tuple[int, ...]
    examples: tuple[str, ...]
    treatment: str


def find_traces(document: Document) -> Iterator[Trace]:
    """Every kind of trace in a document, in the order of the rules."""
    yield from _found(document, "D7", "wrong-traditional", _misconverted, N_("shown right in your script"))
    for kind, (rule, name, treatment) in _KINDS.items():
        lines = tuple(line.number for line in document.lines if line.kind is kind)
        if lines:
            yield Trace(rule, name, len(lines), lines, (), treatment)
    if not any("\uff0c" in line.text for line in document.lines):
        yield from _found(document, "D13", "folded-punctuation", _marks, N_("read like the full-width mark"))
    yield from _found(document, "D14", "broken-cell", _in_cells(_BROKEN), N_("closed up in answers"))
    yield from _found(document, "D17", "citation-mark", _in_cells(CITATION), N_("left out of answers"))


def _found(
    document: Document, rule: str, kind: str, find: Callable[[Document, Line], list[str]], treatment: str
) -> Iterator[Trace]:
    counts: Counter[str] = Counter()
    lines = []
    for line in document.lines:
        found = find(document, line)
        if found:
            counts.update(found)
            lines.append(line.number)
    if counts:
        examples = tuple(example for example, _ in counts.most_common(5))
        yield Trace(rule, kind, counts.total(), tuple(lines), examples, treatment)


def _misconverted(document: Document, line: Line) -> list[str]:
    """Characters of Traditional text that stayed Simplified, or became the wrong one of several."""
    if document.language is not Language.TRADITIONAL:
        return []
    shown = show(line.text, Script.TAIWAN)
    if len(shown) != len(line.text):
        return []
    return [
        f"{char}→{right}"
        for char, right in zip(line.text, shown, strict=True)
        if char != right and char not in _VARIANTS and match_view(char) == match_view(right)
    ]


def _marks(_: Document, line: Line) -> list[str]:
    return _FOLDED.findall(line.text)


def _in_cells(pattern: re.Pattern[str]) -> Callable[[Document, Line], list[str]]:
    def find(_: Document, line: Line) -> list[str]:
        if line.kind is not LineKind.TABLE_ROW:
            return []
        return [line.text[max(0, m.start() - 2) : m.end() + 2] for m in pattern.finditer(line.text)]

    return find
