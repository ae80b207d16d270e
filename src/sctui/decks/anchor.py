"""What a generated note is known by: what it asks of which words of its document, never how it words that.

The id of a note is a hash over its kind, slot, subject and measure, and the words of its evidence without the
answer; for a sentence with gaps, over the words of the sentence. Templates, line numbers, script, spacing and
punctuation have no part in it, nor has the value of an answer: a figure that is corrected updates its card.
Notes that are still alike are told apart by the rest of their line, then by their answer, then by order.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from sctui.decks.identity import digest, slug
from sctui.decks.quoting import around
from sctui.model.document import Document, Span
from sctui.model.fact import Fact, FactKind
from sctui.text.match_view import match_view

_NO_WORD = re.compile(r"[\W_]+")
_BY_NAME = frozenset({FactKind.TERM, FactKind.COMPARISON})  # subject and measure alone say what is asked
_APART = "\x1f"

Anchor = tuple[str, ...]  # keys of a note, each more exact than the one before


def fact_anchor(document: Document, fact: Fact) -> Anchor:
    """The anchor of a note that asks for a fact with a question."""
    evidence = _without_answer(document, fact)
    title = words(fact.context) if fact.kind is FactKind.COMPARISON else ""
    first = (fact.kind.value, fact.slot, words(fact.subject), words(fact.measure), title)
    key = _APART.join(first if fact.kind in _BY_NAME else (*first, evidence))
    return _with_line(document, fact, f"{key}{_APART}{evidence}", first=key)


def sentence_anchor(document: Document, fact: Fact) -> Anchor:
    """The anchor of a note that has gaps in the fact's evidence."""
    return _with_line(
        document, fact, _APART.join((fact.kind.value, "cloze", words(document.text(fact.evidence))))
    )


def joined_anchor(document: Document, fact: Fact, parts: Sequence[Fact]) -> Anchor:
    """The anchor of a note that asks for several facts at once: the words around all that they tell."""
    first = parts[0].evidence
    answers = sorted(
        {part.answer for part in parts if part.answer and part.answer.line == first.line},
        key=lambda span: (span.start, span.end),
    )
    pieces, at = [], first.start
    for answer in answers:
        if first.start <= answer.start and answer.end <= first.end:
            pieces.append(document.text(Span(first.line, at, max(at, answer.start))))
            at = max(at, answer.end)
    pieces.append(document.text(Span(first.line, at, first.end)))
    key = _APART.join((fact.kind.value, fact.slot, words(_APART.join(pieces))))
    return _with_line(document, fact, key)


def _with_line(document: Document, fact: Fact, key: str, first: str = "") -> Anchor:
    line = f"{key}{_APART}{words(document.lines[fact.evidence.line - 1].text)}"
    return tuple(dict.fromkeys((first or key, key, line, f"{line}{_APART}{words(fact.value)}")))


def note_ids(prefix: str, kinds: Sequence[str], anchors: Sequence[Iterable[Anchor]]) -> list[str]:
    """The ids of notes, in their order.

    Args:
        prefix: begins every id.
        kinds: the kind of each note.
        anchors: for each note the anchors of all facts it asks for; which of them comes first makes no
            difference, so that a line can be moved.
    """
    found: list[str] = [""] * len(kinds)
    open_, level = list(range(len(kinds))), 0
    while open_:
        keys = {at: min(anchor[min(level, len(anchor) - 1)] for anchor in anchors[at]) for at in open_}
        count = Counter((kinds[at], keys[at]) for at in open_)
        deepest = all(level >= len(anchor) for at in open_ for anchor in anchors[at])
        alike: Counter[str] = Counter()
        for at in open_:
            if count[kinds[at], keys[at]] == 1 or deepest:
                alike[keys[at]] += 1
                key = keys[at] if alike[keys[at]] == 1 else f"{keys[at]}{_APART}{alike[keys[at]]}"
                found[at] = f"{slug(prefix)}-{kinds[at]}-{digest(key, 8)}"
        open_, level = [at for at in open_ if not found[at]], level + 1
    return found


@lru_cache(maxsize=1024)  # many facts stand in one line
def words(text: str) -> str:
    """The letters and digits of a text, in the match view."""
    return _NO_WORD.sub("", match_view(text))


def _without_answer(document: Document, fact: Fact) -> str:
    pieces = around(document, fact.evidence, fact.answer) if fact.answer else None
    return words(_APART.join(pieces) if pieces else document.text(fact.evidence).replace(fact.value, ""))
