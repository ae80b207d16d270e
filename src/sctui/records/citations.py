"""Which entries of a document's reference list stand for a study: those that its sentences cite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from sctui.i18n import _
from sctui.model.document import Document
from sctui.model.knowledge import Cited, Evidence, Told
from sctui.model.reference import Reference
from sctui.records.json_items import Item
from sctui.text.citation import cited_numbers
from sctui.text.patterns import CITATION
from sctui.text.sentence import sentences

_MOST = 3  # works that a sentence cites for what it tells of one; more are a survey
_TEXTS = frozenset({"title", "authors", "journal", "doi", "pubmed", "pmc", "address"})
KEYS = _TEXTS | {"at", "number", "lines", "year"}


def numbered(document: Document) -> dict[int, Reference]:
    """The entries of the reference lists by number; of two with one number the first."""
    entries: dict[int, Reference] = {}
    for entry in document.references:
        if entry.number is not None:
            entries.setdefault(entry.number, entry)
    return entries


def cited_by(document: Document, told: Iterable[Told], entries: Mapping[int, Reference]) -> Iterator[Cited]:
    """The entries that the sentences of what is told cite, each once, in their order."""
    places = dict.fromkeys((one.evidence.line, one.evidence.start) for one in told) if entries else {}
    numbers = dict.fromkeys(number for place in places for number in _cited_at(document, *place))
    for number in numbers:
        if number in entries:
            entry = entries[number]
            text = document.lines[entry.lines[0] - 1].text
            yield Cited(Evidence(document.name, entry.lines[0], 0, len(text), text), entry)


def _cited_at(document: Document, line: int, column: int) -> tuple[int, ...]:
    """The numbers that a sentence cites, in it or in a mark right behind it."""
    line, column = document.in_paragraph(line, column)
    text = document.lines[line - 1].text
    for sentence in sentences(text):
        if sentence.start <= column < sentence.end:
            behind = CITATION.match(text, sentence.end)
            numbers = cited_numbers(text[sentence.start : behind.end() if behind else sentence.end])
            return numbers if len(numbers) <= _MOST else ()
    return ()


def entry_of(cited: Cited) -> dict[str, Any]:
    """A cited entry as it stands in `knowledge.json`."""
    place = cited.evidence
    at = [place.line, place.start, place.end, place.quote]
    told = {**asdict(cited.reference), "lines": list(cited.reference.lines), "at": at}
    return {name: value for name, value in told.items() if value}


def read_entry(item: Item, document: str) -> Cited:
    """A cited entry from `knowledge.json`.

    Raises:
        DeckError: for anything that `entry_of` does not write.
    """
    number, year, lines = (item.entries.get(name) for name in ("number", "year", "lines"))
    if not all(value is None or type(value) is int for value in (number, year)):
        raise item.fault(_("`number` and `year` must be numbers"))
    if not isinstance(lines, list) or not lines or any(type(line) is not int for line in lines):
        raise item.fault(_("`lines` must be a list of numbers"))
    reference = Reference(number, tuple(lines), **{"title": "", **item.texts(_TEXTS)}, year=year)
    return Cited(Evidence(document, *item.place("at")), reference)
