"""The formats that are read: one entry each, chosen by what the bytes are and never by the file's name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sctui.documents.formats.docx import is_docx, read_docx
from sctui.documents.formats.html import is_html, read_html
from sctui.documents.formats.json_record import is_json, read_json
from sctui.documents.formats.mhtml import is_mhtml, read_mhtml
from sctui.documents.formats.pdf import is_pdf, read_pdf
from sctui.documents.formats.read_text import ReadText
from sctui.model.progress import Progress


@dataclass(frozen=True, slots=True)
class Format:
    """A format that is not text: `claims` says whether bytes are of it, `read` makes Markdown of them.

    `read` is given the bytes, the file's name, and whom to tell how far it has come.
    """

    name: str
    claims: Callable[[bytes], bool]
    read: Callable[[bytes, str, Progress], ReadText]


FORMATS: tuple[Format, ...] = (
    Format("pdf", is_pdf, read_pdf),
    Format("docx", is_docx, read_docx),
    Format("html", is_html, read_html),
    Format("mhtml", is_mhtml, read_mhtml),
    Format("json", is_json, read_json),
)


def format_of(data: bytes) -> Format | None:
    """The first format that claims the bytes; None for text and Markdown, whose lines stand as they are."""
    return next((form for form in FORMATS if form.claims(data)), None)
