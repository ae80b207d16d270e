"""PDF: the text layer, page by page; hard-wrapped lines become paragraphs again, fonts tell headings."""

from __future__ import annotations

import gc
import io
import logging
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sctui.documents.formats.page_lines import paragraphs_of
from sctui.documents.formats.page_tree import pages_of
from sctui.documents.formats.printed import MarkedPages, PrintedPage, printed_page
from sctui.documents.formats.read_text import ReadText, missing
from sctui.errors import DocumentError
from sctui.i18n import N_, _
from sctui.model.progress import Progress, silent

if TYPE_CHECKING:
    from pypdf import PdfReader

_LEAST = 5  # characters a page, on average, that make a text layer; a scan may have a stamp
_NO_TEXT = N_("Put text behind the pictures first, for example with OCRmyPDF, and convert the result.")


def is_pdf(data: bytes) -> bool:
    """Whether the bytes are a PDF; some begin with a few stray bytes."""
    return b"%PDF-" in data[:1024] and not data[:1024].split(b"%PDF-")[0].strip(b"\x00\xef\xbb\xbf\r\n\t ")


def read_pdf(data: bytes, name: str, progress: Progress = silent) -> ReadText:
    """The text of a PDF, one paragraph a line, and on which line each page begins.

    Raises:
        DocumentError: when it has no text, is locked or damaged, or pypdf, which reads it, is not installed.
    """
    try:
        import pypdf  # noqa: PLC0415 -- an extra
        from pypdf.errors import PyPdfError  # noqa: PLC0415 -- an extra
    except ImportError:
        raise missing(name, _("a PDF"), "pdf") from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its warnings are for programmers
    try:
        # pypdf would copy all of a stream that has a buffer to find out its size
        reader = pypdf.PdfReader(io.BufferedReader(io.BytesIO(data)))
        if reader.is_encrypted and not reader.decrypt(""):
            hint = _("Save it without a password and convert that.")
            raise DocumentError(_("{name} is locked with a password.").format(name=name), hint=hint)
        pages = list(_pages(reader, progress))
        metadata = _metadata(reader)
    except (
        *(PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError),
        *(ArithmeticError, AssertionError, NotImplementedError, ImportError, zlib.error),
    ) as error:  # pypdf lets what a damaged file leads to come through as it is
        raise DocumentError(
            _("{name} is a damaged PDF: {error}").format(name=name, error=error),
            hint=_("Open it in a PDF viewer and print it to a new file."),
        ) from None
    del reader
    gc.collect()  # what is left of the file: its pages point at each other
    letters = sum(len("".join(text.split())) for page in pages for text, _ in page.lines())
    if letters < _LEAST * max(1, len(pages)):
        raise DocumentError(
            _("{name} has no text, only pictures of its pages.").format(name=name), hint=_(_NO_TEXT)
        )
    lines, starts = paragraphs_of(MarkedPages.of(pages))
    return ReadText(lines, metadata, starts)


def _pages(reader: PdfReader, progress: Progress) -> Iterator[PrintedPage]:
    """The lines of each page."""
    for number, (total, page) in enumerate(pages_of(reader), start=1):
        yield printed_page(page)
        progress("pages", number, total)


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
