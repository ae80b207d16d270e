"""The pages of a PDF, made one by one, are those that pypdf makes all at once."""

import io
from collections.abc import Callable

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, RectangleObject

from sctui.documents.formats.page_tree import pages_of

PAGES = 120  # more than are remembered at once


def top_of(writer: PdfWriter) -> DictionaryObject:
    top = writer.root_object["/Pages"]
    assert isinstance(top, DictionaryObject)
    return top


def kids_of(writer: PdfWriter) -> ArrayObject:
    kids = top_of(writer)["/Kids"]
    assert isinstance(kids, ArrayObject)
    return kids


def flat() -> PdfWriter:
    """A PDF of empty pages, each of another width."""
    writer = PdfWriter()
    for number in range(PAGES):
        writer.add_blank_page(100 + number, 200)
    return writer


def nested() -> PdfWriter:
    """The same with a node over the first pages, which gives them height and turn; some have their own."""
    writer = flat()
    kids = kids_of(writer)
    first, rest = kids[:60], kids[60:]
    for number, kid in enumerate(first):
        if number % 2:
            del kid.get_object()["/MediaBox"]
    node = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Pages"),
            NameObject("/Kids"): ArrayObject(first),
            NameObject("/Count"): NumberObject(len(first)),
            NameObject("/MediaBox"): RectangleObject((0, 0, 300, 400)),
            NameObject("/Rotate"): NumberObject(90),
        }
    )
    top_of(writer)[NameObject("/Kids")] = ArrayObject([writer._add_object(node), *rest])
    return writer


def without_type() -> PdfWriter:
    """The same with a page that does not say that it is one."""
    writer = flat()
    del kids_of(writer)[3].get_object()["/Type"]
    return writer


def inline() -> PdfWriter:
    """The same with a page that stands in the tree itself."""
    writer = flat()
    kids = kids_of(writer)
    kids[2] = kids[2].get_object()
    return writer


def data_of(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("made", [flat, nested, without_type, inline])
def test_pages_are_those_of_pypdf(made: Callable[[], PdfWriter]) -> None:
    data = data_of(made())
    reader = PdfReader(io.BytesIO(data))
    seen = [
        (total, tuple(page.mediabox), page.rotation) for total, page in pages_of(PdfReader(io.BytesIO(data)))
    ]
    assert seen == [(PAGES, tuple(page.mediabox), page.rotation) for page in reader.pages]


def test_a_tree_that_bites_its_tail_ends() -> None:
    writer = flat()
    kids_of(writer).append(writer.root_object.raw_get("/Pages"))
    with pytest.raises(PyPdfError):
        list(pages_of(PdfReader(io.BytesIO(data_of(writer)))))
