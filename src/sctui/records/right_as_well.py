"""What the library tells of a thing in the respect that a card asks for: no wrong answer of a choice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from sctui.model.knowledge import Cell, DocumentKnowledge


def right_as_well(
    documents: Sequence[DocumentKnowledge], converted: Collection[str]
) -> dict[str, dict[str, tuple[str, ...]]]:
    """For each document that is being converted the values that other cells tell, by the card that asks.

    Args:
        documents: what every document of the library knows.
        converted: the file names of those that are being converted.
    """
    told: dict[tuple[str, str], list[Cell]] = defaultdict(list)
    for document in documents:
        for cell in document.cells:
            told[cell.row_key, cell.column_key].append(cell)
    found: dict[str, dict[str, tuple[str, ...]]] = {name: {} for name in converted}
    for cells in told.values():
        values = tuple(dict.fromkeys(cell.value for cell in cells))
        for cell in cells if len(values) > 1 else ():
            if cell.card and cell.evidence.document in found:
                others = tuple(value for value in values if value != cell.value)
                of_document = found[cell.evidence.document]
                of_document[cell.card] = (*of_document.get(cell.card, ()), *others)
    return found
