"""What the extractors read: the document with its safe repairs in place.

Characters that a repair takes out (`機(jī)制`) would hide a term, and a lost one would cut a number; so lines
are mended before they are read, and what was found is told in places of the document as it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sctui.model.document import Document, Span
from sctui.model.fact import Fact, Study
from sctui.model.replacing import replace
from sctui.text.mending import MendedLine


def as_mended(document: Document, lines: Mapping[int, MendedLine]) -> Document:
    """The document with `lines` in the place of its own. It lists no damage: its columns are others."""
    if not lines:
        return document
    texts = tuple(
        replace(line, text=lines[line.number].text) if line.number in lines else line
        for line in document.lines
    )
    return replace(document, lines=texts, damage=())


def as_they_stand(facts: Iterable[Fact], lines: Mapping[int, MendedLine]) -> Iterator[Fact]:
    """Facts of the mended document with their places in the document as it stands."""
    if not lines:
        yield from facts
        return
    studies: dict[str, Study] = {}  # the facts of one study share it
    for fact in facts:
        study = fact.study
        if study:
            if study.key not in studies:
                studies[study.key] = _study(study, lines)
            study = studies[study.key]
        if (
            study is not fact.study
            or fact.evidence.line in lines
            or (fact.answer and fact.answer.line in lines)
        ):
            answer = fact.answer and _span(fact.answer, lines)
            yield replace(fact, evidence=_span(fact.evidence, lines), answer=answer, study=study)
        else:
            yield fact


def _study(study: Study, lines: Mapping[int, MendedLine]) -> Study:
    """The study; itself where none of its slots stands in a mended line."""
    if not any(span and span.line in lines for slot in study.slots for span in (slot.span, slot.evidence)):
        return study
    slots = (
        replace(slot, span=_span(slot.span, lines), evidence=slot.evidence and _span(slot.evidence, lines))
        for slot in study.slots
    )
    return replace(study, slots=tuple(slots))


def _span(span: Span, lines: Mapping[int, MendedLine]) -> Span:
    line = lines.get(span.line)
    if line is None:
        return span
    start = line.start(span.start)
    return Span(span.line, start, max(start, line.end(span.end)))
