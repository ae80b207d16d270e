"""PDF: the text layer, page by page; hard-wrapped lines become paragraphs again, fonts tell headings."""

from __future__ import annotations

import io
import logging
import zlib
from typing import TYPE_CHECKING

from sctui.documents.formats.page_lines import paragraphs_of
from sctui.documents.formats.printed import marked_pages, printed_lines
from sctui.documents.formats.read_text import ReadText, missing
from sctui.errors import DocumentError

if TYPE_CHECKING:
    from pypdf import PdfReader

_LEAST = 5  # characters a page, on average, that make a text layer; a scan may have a stamp
_NO_TEXT = "Put text behind the pictures first, for example with OCRmyPDF, and convert the result."


def is_pdf(data: bytes) -> bool:
    """Whether the bytes are a PDF; some begin with a few stray bytes."""
    return b"%PDF-" in data[:1024] and not data[:1024].split(b"%PDF-")[0].strip(b"\x00\xef\xbb\xbf\r\n\t ")


def read_pdf(data: bytes, name: str) -> ReadText:
    """The text of a PDF, one paragraph a line, and on which line each page begins.

    Raises:
        DocumentError: when it has no text, is locked or damaged, or pypdf, which reads it, is not installed.
    """
    try:
        import pypdf  # noqa: PLC0415 -- an extra
        from pypdf.errors import PyPdfError  # noqa: PLC0415 -- an extra
    except ImportError:
        raise missing(name, "a PDF", "pdf") from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings are for programmers
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            hint = "Save it without a password and convert that."
            raise DocumentError(f"{name} is locked with a password.", hint=hint)
        pages = [printed_lines(page) for page in reader.pages]
        metadata = _metadata(reader)
    except (
        *(PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError),
        *(ArithmeticError, AssertionError, NotImplementedError, ImportError, zlib.error),
    ) as error:  # pypdf lets what a damaged file leads to come through as it is
        raise DocumentError(
            f"{name} is a damaged PDF: {error}", hint="Open it in a PDF viewer and print it to a new file."
        ) from None
    if sum(len("".join(text.split())) for page in pages for text, _ in page) < _LEAST * max(1, len(pages)):
        raise DocumentError(f"{name} has no text, only pictures of its pages.", hint=_NO_TEXT)
    lines, starts = paragraphs_of(marked_pages(pages))
    return ReadText(lines, metadata, starts)


def _metadata(reader: PdfReader) -> dict[str, str]:
    about = reader.metadata
    if about is None:
        return {}
    created = about.creation_date
    return {
        "title": " ".join((about.title or "").split()),
        "authors": " ".join((about.author or "").split()),
        "date": created.date().isoformat() if created else "",
    }
