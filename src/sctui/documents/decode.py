"""Bytes to text: which encoding, and where bytes were lost."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from sctui.errors import DocumentError
from sctui.text.everyday import is_everyday

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive (or a Word, EPUB or LibreOffice file)"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"SQLite format 3", "a database"),
    (b"\x1f\x8b", "a compressed file"),
)
_SAVE_AS_TEXT = "Save it as plain text or Markdown in UTF-8 and convert that."
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")  # ESC is left out: pasted terminal output is text
_RUN = re.compile("[^\x00-\x7f]{2,}")
_MOST_CONTROL = 0.02  # more control characters than this share of the text is no text
_MOST_LOST = 0.02  # more lost characters than this share is another encoding
_LEAST_COMMON = 0.7  # less than this share of everyday characters is the wrong encoding


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text (line breaks as `\\n`), the encoding's name, and how many characters could not be read.

    Those stand in the text as U+FFFD.
    """

    text: str
    encoding: str
    lost: int = 0


def decode(data: bytes, name: str) -> Decoded:
    """Decode the bytes of a text file; `name` is used in messages alone.

    Raises:
        DocumentError: for an empty file, a binary one, and one that is in no encoding we know.
    """
    if not data.strip(b" \t\r\n\x0b\x0c"):
        raise DocumentError(f"{name} is empty.", hint="Choose a document that has text in it.")
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise DocumentError(f"{name} is {what}, not text.", hint=_SAVE_AS_TEXT)
    decoded = _with_bom(data) or _without_bom(data)
    if decoded is None:
        raise DocumentError(f"{name} is not text in an encoding we know.", hint=_SAVE_AS_TEXT)
    if "\x00" in decoded.text or _controls(decoded.text) > max(3, _MOST_CONTROL * len(decoded.text)):
        raise DocumentError(f"{name} is a binary file, not text.", hint=_SAVE_AS_TEXT)
    if not decoded.text.strip():
        raise DocumentError(f"{name} is empty.", hint="Choose a document that has text in it.")
    return decoded


def _with_bom(data: bytes) -> Decoded | None:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            text = data.decode(encoding, errors="replace")
            return _decoded(text, encoding, data)
    return None


def _without_bom(data: bytes) -> Decoded | None:
    text = data.decode("utf-8", errors="replace")
    lost = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    if lost == 0:
        return _decoded(text, "utf-8", data)
    beyond_ascii = sum(char > "\x7f" for char in text)
    if lost * 2 < beyond_ascii and lost <= max(3, _MOST_LOST * len(text)):
        return _decoded(text, "utf-8", data)
    legacy = _legacy(data)
    if legacy is None and lost <= _MOST_LOST * len(text):
        return _decoded(text, "utf-8", data)
    return legacy


def _legacy(data: bytes) -> Decoded | None:
    """The Chinese encoding in which the text has most everyday characters, if enough of them."""
    best: tuple[float, Decoded] | None = None
    for encoding in ("gb18030", "cp950"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        share = _everyday(text)
        if share >= _LEAST_COMMON and _in_words(text) and (best is None or share > best[0]):
            best = share, _decoded(text, encoding, data)
    return best[1] if best else None


def _controls(text: str) -> int:
    return len(_CONTROL.findall(text))


def _in_words(text: str) -> bool:
    """Whether characters beyond ASCII mostly stand together; a Western letter misread stands alone."""
    together = sum(len(run) for run in _RUN.findall(text))
    return 2 * together >= sum(char > "\x7f" for char in text)


def _everyday(text: str) -> float:
    """The share of everyday characters among those beyond ASCII."""
    beyond = [char for char in text if char > "\x7f"]
    return sum(map(is_everyday, beyond)) / len(beyond) if beyond else 1.0


def _decoded(text: str, encoding: str, data: bytes) -> Decoded:
    lost = (
        text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
        if encoding.startswith("utf-8")
        else text.count("\ufffd")
    )
    return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), encoding, lost)
