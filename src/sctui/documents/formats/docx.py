"""Word files: headings by their style, lists, tables; the text as it reads with all changes accepted."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from xml.etree import ElementTree as ET
from xml.parsers.expat import ExpatError

from sctui.documents.formats.markup import markup_lines
from sctui.documents.formats.read_text import ReadText, missing
from sctui.errors import DocumentError
from sctui.i18n import _
from sctui.model.progress import Progress, silent

_BODY = "word/document.xml"
_CORE = "docProps/core.xml"
_LARGEST = 400_000_000  # bytes of the unpacked text; more is no document but an attack
_STYLES = "\n".join(
    [
        "p[style-name='Title'] => h1.title:fresh",
        "p[style-name='Subtitle'] => p:fresh",
        "p[style-name='标题'] => h1.title:fresh",
        "p[style-name='標題'] => h1.title:fresh",
        *(f"p[style-name='标题 {level}'] => h{level}:fresh" for level in range(1, 7)),
        *(f"p[style-name='標題 {level}'] => h{level}:fresh" for level in range(1, 7)),
    ]
)
_PLAIN_HEADING = re.compile(r"<h([1-5])>")
_KEYS = {"title": "title", "creator": "authors", "created": "date"}


def is_docx(data: bytes) -> bool:
    """Whether the bytes are a zip archive that holds a Word document."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _BODY in archive.namelist()
    except (zipfile.BadZipFile, ValueError):
        return False


def read_docx(data: bytes, name: str, _progress: Progress = silent) -> ReadText:
    """The text of a Word file.

    Raises:
        DocumentError: when it has no text, is damaged, or mammoth, which reads it, is not installed.
    """
    try:
        import mammoth  # noqa: PLC0415 -- an extra
    except ImportError:
        raise missing(name, _("a Word file"), "docx") from None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size, metadata = sum(entry.file_size for entry in archive.infolist()), _metadata(archive)
        html: str = (
            mammoth.convert_to_html(io.BytesIO(data), style_map=_STYLES, convert_image=lambda _: []).value
            if size <= _LARGEST
            else ""
        )
    except (
        *(zipfile.BadZipFile, zlib.error, ET.ParseError, ExpatError, OSError, EOFError, NotImplementedError),
        *(LookupError, ValueError, AttributeError, TypeError, RecursionError, MemoryError),
    ):  # mammoth lets what a damaged file leads to come through as it is
        hint = _("Open it in Word and save it again.")
        raise DocumentError(_("{name} is a damaged Word file.").format(name=name), hint=hint) from None
    if size > _LARGEST:
        raise DocumentError(
            _("{name} is too large.").format(name=name), hint=_("Split it, or leave out its pictures.")
        )
    lines = markup_lines(_below_title(html))
    if not any(lines):
        raise DocumentError(
            _("{name} has no text.").format(name=name), hint=_("Choose a document that has text in it.")
        )
    return ReadText(lines, metadata)


def _below_title(html: str) -> str:
    """The headings one level down where the text has a title of its own, which Word gives no level."""
    if 'class="title"' not in html:
        return html
    return _PLAIN_HEADING.sub(lambda match: f"<h{int(match[1]) + 1}>", html)


def _metadata(archive: zipfile.ZipFile) -> dict[str, str]:
    if _CORE not in archive.namelist():
        return {}
    root = ET.fromstring(archive.read(_CORE))  # noqa: S314 -- expat refuses what grows without bound
    texts = {child.tag.rpartition("}")[2]: " ".join((child.text or "").split()) for child in root}
    found = {ours: texts.get(theirs, "") for theirs, ours in _KEYS.items()}
    return {**found, "date": found["date"][:10]}
