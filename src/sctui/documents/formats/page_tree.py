"""The pages of a PDF one after the other: pypdf itself makes all of them before it gives the first."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader
    from pypdf.generic import DictionaryObject, IndirectObject, NameObject, PdfObject

_REMEMBERED = 50  # pages whose fonts and streams are kept for the next
_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")  # ISO 32000-1, table 30


class _Leaf(NamedTuple):
    """Where a page stands, and what it has from the nodes of the tree above it."""

    reference: IndirectObject
    inherited: Mapping[NameObject, PdfObject]


def pages_of(reader: PdfReader) -> Iterator[tuple[int, PageObject]]:
    """Each page, behind the number of all; what the reader remembers of pages behind it is let go.

    Raises:
        Whatever a damaged file leads pypdf to raise.
    """
    leaves = _leaves(reader)
    total = len(reader.pages) if leaves is None else len(leaves)
    pages = iter(reader.pages) if leaves is None else _made(reader, leaves)
    for number, page in enumerate(pages, start=1):
        yield total, page
        page.clear()  # where pypdf has made all of them, it keeps them
        if not number % _REMEMBERED:
            _forget(reader)


def _made(reader: PdfReader, leaves: Sequence[_Leaf]) -> Iterator[PageObject]:
    from pypdf import PageObject  # noqa: PLC0415 -- an extra

    for leaf in leaves:
        page = PageObject(reader, leaf.reference)
        for key, value in leaf.inherited.items():
            if key not in page:
                page[key] = value
        yield page


def _leaves(reader: PdfReader) -> list[_Leaf] | None:
    """The pages in their order; None for a tree that is not as it should be: pypdf may know what to do."""
    from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject  # noqa: PLC0415 -- an extra

    found: list[_Leaf] = []
    nodes: set[int] = set()
    below: list[_Leaf] = [_Leaf(reader.root_object.raw_get("/Pages"), {})]
    while below:
        reference, inherited = below.pop()
        node = reference.get_object() if isinstance(reference, IndirectObject) else None
        if not isinstance(node, DictionaryObject):
            return None
        kids = node.get("/Kids")
        if node.get("/Type") == "/Page":
            found.append(_Leaf(reference, inherited))
            if not len(found) % _REMEMBERED:
                _forget(reader)
        elif node.get("/Type") == "/Pages" and isinstance(kids, ArrayObject) and reference.idnum not in nodes:
            nodes.add(reference.idnum)
            given = {**inherited, **_given(node)}
            below += [_Leaf(kid, given) for kid in reversed(kids)]
        else:
            return None
    return found


def _given(node: DictionaryObject) -> dict[NameObject, PdfObject]:
    return {key: node[key] for key in node if key in _INHERITED}


def _forget(reader: PdfReader) -> None:
    reader.resolved_objects.clear()
    gc.collect(1)  # pypdf's objects point at each other, and the collector may be paused
