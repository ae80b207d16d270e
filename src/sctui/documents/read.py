"""Read a file into a Document: decode, class the lines, take the metadata, find the damage."""

from __future__ import annotations

import hashlib
import os
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

from sctui.documents.decisions import with_decisions
from sctui.documents.decisions_file import read_decisions
from sctui.documents.decode import Decoded, decode
from sctui.documents.formats.table import format_of
from sctui.documents.front_matter import FrontMatter, read_front_matter
from sctui.documents.language import detect_language, language_of_name
from sctui.documents.mail import subject_of
from sctui.documents.readers import reader_for
from sctui.documents.record import parse_record, record_metadata
from sctui.documents.references import read_references
from sctui.documents.sheet import Sheet
from sctui.errors import DocumentError
from sctui.i18n import _
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Damage, Document, Language, Line, LineKind, Lines, Span
from sctui.model.progress import Progress, silent
from sctui.text.collector_pause import collector_paused
from sctui.text.damage import find_damage
from sctui.text.freed_memory import give_back
from sctui.text.match_view import KEPT, match_view
from sctui.text.mending import mended
from sctui.text.site_name import without_site

READING = ("pages", "lines")  # what `progress` is told of: pages of a PDF, then lines


def read_document(path: Path, lexicon: Lexicon, progress: Progress = silent) -> Document:
    """Read a document of any format we know.

    The lines of text and Markdown are those of `text.split("\\n")` after line breaks were made `\\n`; joined,
    they are the text. Other formats are read into Markdown, named like the file with `.md` behind it; the
    lines are those of that text.

    Raises:
        DocumentError: for a file that is missing, empty, a folder, without text, or of an unknown format or
            encoding; when what reads its format is not installed; or when the author's decisions beside it
            cannot be read.
    """
    return with_decisions(read_undecided(path, lexicon, progress), read_decisions(path))


def read_undecided(path: Path, lexicon: Lexicon, progress: Progress = silent) -> Document:
    """The document as if its author had decided nothing about its damaged places; see `read_document`."""
    return read_bytes(_bytes(path), path.name, lexicon, progress)


def read_bytes(data: bytes, name: str, lexicon: Lexicon, progress: Progress = silent) -> Document:
    """Read the bytes of a document called `name`; see `read_document`."""
    form = format_of(data)
    if form is None:
        sha256, decoded = hashlib.sha256(data).hexdigest(), decode(data, name)
        del data  # of a large text one form at a time is kept
        texts, decoded = decoded.text.split("\n"), replace(decoded, text="")
    else:
        texts = form.read(data, name, progress).as_markdown(name)
        del data
        if len(texts) > KEPT:
            give_back()  # what its pages took
        name, sha256, decoded = f"{name}.md", _sha256(texts), Decoded("", form.name)
    with collector_paused():  # lines and places have no cycles
        return _document(name, sha256, texts, decoded, lexicon, progress)


def _sha256(lines: Sequence[str]) -> str:
    """The hash of the file that these lines make."""
    hashed = hashlib.sha256()
    for i, line in enumerate(lines):
        hashed.update(f"\n{line}".encode() if i else line.encode())
    return hashed.hexdigest()


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise DocumentError(
            _("{path} does not exist.").format(path=path), hint=_("Check the path.")
        ) from None
    except IsADirectoryError:
        hint = _("Name the files in it, for example {path}.").format(path=path / "*.md")
        raise DocumentError(_("{path} is a folder, not a document.").format(path=path), hint=hint) from None
    except (OSError, ValueError) as error:
        if path.is_dir() and not os.access(path, os.R_OK):
            hint = _("Check the folder's permissions.")
            told = _("{path} is a folder that you may not look into.").format(path=path)
            raise DocumentError(told, hint=hint) from None
        if path.is_dir():  # Windows reports a folder as a lack of permission
            raise DocumentError(
                _("{path} is a folder, not a document.").format(path=path), hint=_("Name a file in it.")
            ) from None
        raise DocumentError(
            _("{path} cannot be read: {error}").format(path=path, error=error),
            hint=_("Check the file's permissions."),
        ) from None


def _document(
    name: str, sha256: str, texts: list[str], decoded: Decoded, lexicon: Lexicon, progress: Progress
) -> Document:
    front = read_front_matter(texts)
    damage = find_damage(
        texts,
        lambda word: lexicon.lookup(word) is not None,
        lambda seen: progress("lines", seen // 2, len(texts)),
        lexicon.words.counted,
    )
    if len(texts) > KEPT:
        match_view.cache_clear()  # of the last lines; what follows begins with the first
    damage = _with_halves(damage, texts, decoded.halves)
    sheet = _classed(mended(texts, damage), front, lexicon, progress)
    language, kinds = _language(sheet, front), sheet.kinds
    del sheet
    if len(texts) > KEPT:
        give_back()  # what the marks remembered of so many lines
    lines = Lines(texts, (kinds[i] for i in range(len(texts))))
    return Document(
        name=name,
        sha256=sha256,
        language=language,
        lines=lines,
        damage=damage,
        metadata=_metadata(lines, front, decoded),
        encoding=decoded.encoding,
        pages=_pages(front),
        references=read_references(lines),
    )


def _with_halves(
    damage: tuple[Damage, ...], texts: Sequence[str], halves: Sequence[int]
) -> tuple[Damage, ...]:
    """The damaged places with the letters that are probably halves of characters, whatever else they seem."""
    if not halves:
        return damage
    starts = [0, *accumulate(len(text) + 1 for text in texts)]
    lines = [bisect_right(starts, half) for half in halves]
    spans = [
        Span(line, half - starts[line - 1], half - starts[line - 1] + 1)
        for line, half in zip(lines, halves, strict=True)
    ]
    others = (
        d
        for d in damage
        if all(d.span.line != s.line or d.span.end <= s.start or s.end <= d.span.start for s in spans)
    )
    found = [*others, *(Damage(span, "lost-bytes", "D0") for span in spans)]
    return tuple(sorted(found, key=lambda d: (d.span.line, d.span.start)))


def _classed(texts: Sequence[str], front: FrontMatter, lexicon: Lexicon, progress: Progress) -> Sheet:
    sheet = Sheet(texts, lexicon)
    for i in range(front.lines):
        sheet.kinds[i] = LineKind.FRONT_MATTER
    marks = reader_for(texts[front.lines :]).marks
    for number, mark in enumerate(marks):
        progress("lines", len(texts) * (len(marks) + number) // (2 * len(marks)), len(texts))
        mark(sheet)
        if len(texts) > KEPT:
            match_view.cache_clear()  # of cells and titles, which the next mark does not ask for
    progress("lines", len(texts), len(texts))
    return sheet


def _language(sheet: Sheet, front: FrontMatter) -> Language:
    named = language_of_name(front.values.get("language", ""))
    if named:
        return named
    around = {LineKind.FRONT_MATTER, LineKind.RECORD, LineKind.REFERENCE, LineKind.BOILERPLATE}
    inside = [text for i, text in enumerate(sheet.texts) if sheet.kinds[i] not in around]
    return detect_language(inside if any(map(str.strip, inside)) else sheet.texts)


def _pages(front: FrontMatter) -> tuple[int, ...]:
    """The first line of each page, as the front matter of a text that was read from pages says."""
    numbers = front.values.get("pages", "").split()
    return tuple(map(int, numbers)) if all(map(str.isdecimal, numbers)) else ()


def _metadata(lines: Sequence[Line], front: FrontMatter, decoded: Decoded) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines:
        if line.kind is LineKind.RECORD:
            for key, value in record_metadata(parse_record(line.text) or {}).items():
                found.setdefault(key, value)
    other = found.get("other_title")
    if other and any(line.text.strip() == other for line in lines):  # the one in the text is its own
        found["title"], found["other_title"] = found["other_title"], found["title"]
    found |= front.values
    if "title" not in found and (subject := subject_of(lines)):
        found["title"] = subject
    if "title" in found:
        found["title"] = without_site(found["title"])
    if decoded.lost:
        found["damage"] = _("{lost} characters could not be read; they stand as U+FFFD").format(
            lost=decoded.lost
        )
    elif decoded.halves:
        found["damage"] = _("{halves} letters may be halves of characters").format(halves=len(decoded.halves))
    return found
