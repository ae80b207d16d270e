"""Pages saved as one file (MHTML, `.mht`): the page among the parts of a mail message, read as a web page."""

from __future__ import annotations

import re

from sctui.documents.formats.html import read_html
from sctui.documents.formats.read_text import ReadText
from sctui.errors import DocumentError
from sctui.i18n import _
from sctui.model.progress import Progress, silent

_HEAD = 4_000  # bytes in which a file says that it is one
_HEADER = re.compile(rb"\A\s*(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)+\r?\n")
_IS_ONE = re.compile(rb"^content-type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)


def is_mhtml(data: bytes) -> bool:
    """Whether the bytes begin with the header of a message whose parts belong together."""
    header = _HEADER.match(data[:_HEAD])
    return header is not None and _IS_ONE.search(header[0]) is not None


def read_mhtml(data: bytes, name: str, progress: Progress = silent) -> ReadText:
    """The main text of the page; its pictures and styles are other parts.

    Raises:
        DocumentError: when no part is a page, the page has no text, or what reads pages is not installed.
    """
    from email import message_from_bytes  # noqa: PLC0415 -- a third of a start-up

    for part in message_from_bytes(data).walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            page = part.get_payload(decode=True)
            if isinstance(page, bytes) and page.strip():
                return read_html(_with_charset(page, part.get_content_charset()), name, progress)
    hint = _("Save the page again, as HTML alone.")
    raise DocumentError(_("{name} is a saved page without a page in it.").format(name=name), hint=hint)


def _with_charset(page: bytes, charset: str | None) -> bytes:
    """The page in UTF-8, where its part names another encoding and it can be read so."""
    try:
        return page.decode(charset or "").encode()
    except (LookupError, UnicodeDecodeError):
        return page
