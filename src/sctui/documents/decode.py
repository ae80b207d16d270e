"""Bytes to text: which encoding, and where bytes were lost."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from sctui.documents.halves import halves_in
from sctui.documents.latin_utf16 import codecs_of, is_latin
from sctui.documents.likelihood import LOST
from sctui.documents.resync import read_on
from sctui.errors import DocumentError
from sctui.i18n import N_, _
from sctui.text.everyday import is_everyday
from sctui.text.match_view import match_view
from sctui.text.usage import followers

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF-", N_("a PDF")),
    (b"PK\x03\x04", N_("a zip archive (or a Word, EPUB or LibreOffice file)")),
    (b"\xd0\xcf\x11\xe0", N_("an old Office file")),
    (b"\x89PNG", N_("a picture")),
    (b"GIF8", N_("a picture")),
    (b"\xff\xd8\xff", N_("a picture")),
    (b"SQLite format 3", N_("a database")),
    (b"\x1f\x8b", N_("a compressed file")),
)
_ANKI = b"collection.anki2"  # the name of the database in every package of Anki, or the beginning of it
_SAVE_AS_TEXT = N_("Save it as plain text or Markdown in UTF-8 and convert that.")
_IMPORT = N_("Its cards come in with `sctui import`, with media and what you learned.")
_LOST_IN_UTF8 = LOST.encode()
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")  # ESC is left out: pasted terminal output is text
_BEYOND = re.compile("[^\x00-\x7f]")
_IN_LATIN_WORD = re.compile("(?<=[A-Za-z])[\u00c0-\u024f]+|[\u00c0-\u024f]+(?=[a-z])")  # `Jérôme`
_WESTERN = re.compile(
    "[\u00a0-\u017f\u0391-\u03c9\u2010-\u206f\u20ac\u2100-\u22ff\u25a0-\u25ff\u2605\u2606\u2713\uffe1]"
)
_RUN = re.compile("[^\x00-\x7f]{2,}")
_PAIR = re.compile("(?=([\u3400-\u9fff]{2}))")
_MOST_CONTROL = 0.02  # more control characters than this share of the text is no text
_FEW_NULS = 0.1  # in UTF-16 every other byte of Western text is NUL
_MOST_LOST = 0.02  # more lost characters than this share is another encoding
_SAMPLE = 50_000  # characters looked at to tell the encoding
_LATIN_SAMPLE = 100_000  # bytes looked at to tell which UTF-16 it is
_BEGINNING = 8_000  # bytes read to tell whether an encoding with losses is worth trying
_MOST_UNREADABLE = 0.1
_LEAST_COMMON = 0.7  # less than this share of everyday characters is the wrong encoding


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text (line breaks as `\\n`), the encoding's name, and what was lost.

    `lost` counts the characters that could not be read and stand in the text as U+FFFD, `halves` are the
    places of letters that are probably half of a Chinese character; they stand as they are.
    """

    text: str
    encoding: str
    lost: int = 0
    halves: tuple[int, ...] = ()


def decode(data: bytes, name: str) -> Decoded:
    """Decode the bytes of a text file; `name` is used in messages alone.

    Raises:
        DocumentError: for an empty file, a binary one, and one that is in no encoding we know.
    """
    if not data.strip(b" \t\r\n\x0b\x0c"):
        raise DocumentError(
            _("{name} is empty.").format(name=name), hint=_("Choose a document that has text in it.")
        )
    if data.startswith(b"PK\x03\x04") and _ANKI in data:
        raise DocumentError(
            _("{name} is an Anki package, not a document.").format(name=name), hint=_(_IMPORT)
        )
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise DocumentError(
                _("{name} is {what}, not text.").format(name=name, what=_(what)), hint=_(_SAVE_AS_TEXT)
            )
    decoded = _with_bom(data) or _without_bom(data)
    if decoded is None:
        raise DocumentError(
            _("{name} is not text in an encoding we know.").format(name=name), hint=_(_SAVE_AS_TEXT)
        )
    if _controls(decoded.text) > max(min(3, len(decoded.text) // 2), _MOST_CONTROL * len(decoded.text)):
        raise DocumentError(_("{name} is a binary file, not text.").format(name=name), hint=_(_SAVE_AS_TEXT))
    if not decoded.text.strip():
        raise DocumentError(
            _("{name} is empty.").format(name=name), hint=_("Choose a document that has text in it.")
        )
    return decoded


def _with_bom(data: bytes) -> Decoded | None:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            wide = _UTF16.get(bom)
            text = _read(data[len(bom) :], wide) if wide else data.decode(encoding, errors="replace")
            return _decoded(text, encoding, data)
    return None


def _without_bom(data: bytes) -> Decoded | None:
    latin = codecs_of(data)
    if latin:
        best = max(latin, key=lambda codec: _everyday(read_on(data[:_LATIN_SAMPLE], codec)))
        text = read_on(data, best)
        if not _has_nuls(text) and any(map(str.isalnum, text)):
            return _decoded(text, best, data)
    text = data.decode("utf-8", errors="replace")
    lost = text.count(LOST) - data.count(_LOST_IN_UTF8)
    if lost == 0 and not _has_nuls(text):
        return _decoded(text, "utf-8", data)
    beyond_ascii = len(text) - len(text.encode("ascii", errors="ignore"))
    if 0 < lost * 2 < beyond_ascii and lost <= max(3, _MOST_LOST * len(text)):
        return _decoded(text, "utf-8", data)
    other = _other(data)
    if other is None and lost <= _MOST_LOST * len(text):
        return _decoded(text, "utf-8", data)
    return other


def _other(data: bytes) -> Decoded | None:
    """The encoding in which the text has most everyday characters, if enough of them and in words.

    Those in which every byte can be read are tried first: a loss is believed only when there is no other way.
    """
    for whole in (True, False):
        best: tuple[tuple[float, float], Decoded] | None = None
        for encoding in ("gb18030", "cp950", "utf-16-le", "utf-16-be"):
            if not (_is_whole(data, encoding) if whole else _may_be(data, encoding)):
                continue
            text = _read(data, encoding)
            if text.count(LOST) > max(3, _MOST_LOST * len(text)) or _has_nuls(text):
                continue
            if _has_signs_alone(text):
                return _decoded(text, encoding, data)
            rated = _everyday(text), _usual_pairs(text)
            if rated[0] >= _LEAST_COMMON and _in_words(text) and (best is None or rated > best[0]):
                best = rated, _decoded(text, encoding, data)
        if best:
            return best[1]
    return None


def _read(data: bytes, encoding: str) -> str:
    """The text in an encoding of several bytes a character, read on behind lost bytes if it is Chinese."""
    if encoding.startswith("utf-16") and is_latin(data):
        return read_on(data, encoding)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return read_on(data, encoding)
    if not _BEYOND.search(text):
        return text
    if _everyday(text) >= _LEAST_COMMON:
        return read_on(data, encoding)
    # two lost bytes of UTF-16 leave valid but strange characters between them
    if encoding.startswith("utf-16") and _may_be(data, encoding):
        read = read_on(data, encoding)
        return read if _everyday(read) >= _LEAST_COMMON else text
    return text


def _has_nuls(text: str) -> bool:
    return text.count("\x00") > _FEW_NULS * len(text)


def _is_whole(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _may_be(data: bytes, encoding: str) -> bool:
    """Whether the beginning reads well enough to read on behind the lost bytes of the whole."""
    text = read_on(data[:_BEGINNING], encoding)
    reads = _everyday(text) >= _LEAST_COMMON or _has_signs_alone(text)
    return reads and text.count(LOST) <= _MOST_UNREADABLE * len(text)


def _usual_pairs(text: str) -> float:
    """The share of pairs of Chinese characters that often stand so; two everyday ones may not."""
    pairs: list[str] = _PAIR.findall(match_view(text[:_SAMPLE]))
    return sum(pair[1] in followers(pair[0]) for pair in pairs) / max(1, len(pairs))


def _has_signs_alone(text: str) -> bool:
    """Whether all beyond ASCII are signs of Western text, one by one: `TGF-β1`, `30–40%`, `€48,000`.

    Another encoding makes Chinese characters of them, with the letters behind.
    """
    beyond = set(_BEYOND.findall(text)) - {LOST}
    return bool(beyond) and all(map(_WESTERN.match, beyond))


def _controls(text: str) -> int:
    return len(_CONTROL.findall(text))


def _in_words(text: str) -> bool:
    """Whether characters beyond ASCII mostly stand together; a Western letter misread stands alone.

    Signs and Greek letters (`β`, `×`) stand alone in any language.
    """
    text = _IN_LATIN_WORD.sub("", text[:_SAMPLE])
    beyond: list[str] = _BEYOND.findall(text)
    together = sum(len(run) for run in _RUN.findall(text))
    signs = sum(char < "\u2e80" and is_everyday(char) for char in beyond)
    return 2 * (together + signs) >= len(beyond)


def _everyday(text: str) -> float:
    """The share of everyday characters among those beyond ASCII."""
    beyond = _BEYOND.findall(_IN_LATIN_WORD.sub("", text[:_SAMPLE]))
    return sum(map(is_everyday, beyond)) / len(beyond) if beyond else 1.0


def _decoded(text: str, encoding: str, data: bytes) -> Decoded:
    """The text with its line breaks made line feeds, and NUL, which no terminal shows, made U+FFFD."""
    own = data.count(_LOST_IN_UTF8) if encoding.startswith("utf-8") else 0
    text = text.replace("\x00", LOST).replace("\r\n", "\n").replace("\r", "\n")
    halves = halves_in(text, encoding) if encoding in {"gb18030", "cp950"} else ()
    return Decoded(text, encoding, text.count(LOST) - own, tuple(halves))
